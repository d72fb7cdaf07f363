//! The number of an instrument as a language prints it.

use std::borrow::Cow;

use crate::language::Language;
use crate::script::roman_number;
use crate::symbol::Symbol;

/// The number of a resolution or decision as texts in a language print it: `62/175`, `1325 (2000)`, `د إ-20/2`.
pub fn spelled(symbol: &Symbol, language: &Language) -> String {
    let phrases = &language.writing.citation;
    let short = symbol.short();
    let mut number = match symbol.letters().and_then(|letters| letters.split_once('-').map(|ends| (letters, ends))) {
        Some((letters, (first, last))) => short.replacen(letters, &format!("{first}{}{last}", phrases.through), 1),
        None => short.into_owned(),
    };
    let sessions = language.citing.sessions;
    if let Some((regular, _)) = sessions.iter().find(|(_, symbol)| symbol.is_empty()) {
        number = own_letters(&number, language, regular);
    }
    // `1325(2000)`, but `217 A (III)`.
    if !phrases.spaced_bracket
        && let Some(at) = number.find(" (")
        && number.get(..at).is_some_and(|before| before.ends_with(|c: char| c.is_ascii_digit()))
    {
        number.remove(at);
    }
    number
}

/// The number where sessions and parts are written in the language's own letters.
fn own_letters(number: &str, language: &Language, regular: &str) -> String {
    let session = |text: &str| -> String {
        let special = language.citing.sessions.iter().filter(|(_, symbol)| !symbol.is_empty());
        let found = special.filter_map(|(printed, symbol)| Some((*printed, text.strip_prefix(symbol)?))).next();
        let (printed, rest) = found.unwrap_or(("", text));
        format!("{printed}{rest}")
    };
    let letter = |word: &str| -> Option<&'static str> {
        let letter = word.chars().next().filter(|_| word.len() == 1)?;
        language.citing.letters.iter().find(|(_, capital)| *capital == letter).map(|(printed, _)| *printed)
    };
    let words = number.split(' ').map(|word| {
        if let Some(printed) = letter(word) {
            return Cow::Borrowed(printed);
        }
        let Some(inside) = word.strip_prefix('(').and_then(|word| word.strip_suffix(')')) else {
            return Cow::Owned(session(word));
        };
        let (special, roman) = match inside.rsplit_once('-') {
            Some((special, roman)) => (session(&format!("{special}-")), roman),
            None => (regular.to_owned(), inside),
        };
        match value(roman) {
            Some(value) => Cow::Owned(format!("({special}{value})")),
            None => Cow::Borrowed(word),
        }
    });
    words.collect::<Vec<_>>().join(" ")
}

/// The value of a Roman numeral in capitals.
fn value(roman: &str) -> Option<u32> {
    roman_number(roman).filter(|number| *number < 100)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::{ALL, ARABIC, CHINESE, ENGLISH};

    fn number(symbol: &str, language: &Language) -> String {
        spelled(&Symbol::parse(symbol).unwrap(), language)
    }

    #[test]
    fn numbers_are_printed_as_the_language_has_them() {
        assert_eq!(number("S/RES/1325 (2000)", ENGLISH), "1325 (2000)");
        assert_eq!(number("S/RES/1325 (2000)", CHINESE), "1325(2000)");
        assert_eq!(number("A/RES/217 A (III)", CHINESE), "217 A (III)");
        assert_eq!(number("A/RES/217 A (III)", ARABIC), "217 ألف (د-3)");
        assert_eq!(number("A/RES/S-20/2", ARABIC), "دإ-20/2");
        assert_eq!(number("A/RES/ES-10/15", ARABIC), "دإط-10/15");
        assert_eq!(number("A/RES/66/254 A-C", ENGLISH), "66/254 A to C");
        for language in ALL {
            assert_eq!(number("A/RES/62/175", language), "62/175");
        }
    }
}

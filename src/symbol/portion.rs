//! What stands in brackets behind a symbol: `(2000)`, `(XV)`, `(Sect. 29A)`.

use super::number::as_digit;
use super::{Fault, Portion, Session};
use crate::script::{in_roman, roman_number};

/// What stands between two parts, in capitals: "and" in the six languages, and signs.
const BETWEEN_PARTS: [&str; 10] = ["AND", "ET", "-", "–", "Y", "E", "И", "و", "和", "&"];

/// The content of a bracket.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Bracket {
    Year(u16),
    Session(Session),
    Portion(Portion),
    /// A session in Arabic numerals.
    Arabic(u32),
    /// Letters of Roman numerals that make no numeral.
    NotRoman,
}

/// Reads the year or session in the brackets of a resolution, without the brackets. Letters in a year are read as
/// the digits that they look like.
pub(super) fn year_or_session(content: &str) -> Option<Bracket> {
    let content = content.trim();
    let year: String = content.chars().map(as_digit).collect();
    if year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit()) && content.contains(|c: char| c.is_ascii_digit()) {
        return year.parse().ok().map(Bracket::Year);
    }
    if content.len() <= 2 && content.bytes().all(|b| b.is_ascii_digit()) {
        return content.parse().ok().filter(|&session| session > 0).map(Bracket::Arabic);
    }
    let capitals = content.to_ascii_uppercase().replace(['–', ' '], "-");
    let (make, numeral): (fn(u16) -> Session, &str) = if let Some(rest) = capitals.strip_prefix("ES-") {
        (Session::EmergencySpecial, rest)
    } else if let Some(rest) = capitals.strip_prefix("S-") {
        (Session::Special, rest)
    } else {
        (Session::Regular, &capitals)
    };
    let arabic = || numeral.parse().ok().filter(|_| capitals.contains('-'));
    match roman_number(numeral).and_then(|n| u16::try_from(n).ok()).or_else(arabic) {
        Some(number) => Some(Bracket::Session(make(number))),
        // `1` and `|` are typed for `I` now and then.
        None if (2..=8).contains(&numeral.len()) && numeral.bytes().all(|b| b"IVXLC1|".contains(&b)) => {
            Some(Bracket::NotRoman)
        }
        None => None,
    }
}

/// Reads the portion of a document in brackets, without the brackets, however it is spaced and written.
pub(super) fn portion(content: &str) -> Option<Portion> {
    let squeezed: String = content.chars().filter(|c| !matches!(c, ' ' | '.')).collect::<String>().to_uppercase();
    let after = |words: &[&str]| words.iter().find_map(|word| squeezed.strip_prefix(word)).map(str::to_owned);
    match squeezed.as_str() {
        "SUPP" | "SUPPL" | "SUPPLEMENT" => return Some(Portion::Supplement),
        "INTRODUCTION" | "INTRO" => return Some(Portion::Introduction),
        "PLANOUTLINE" => return Some(Portion::PlanOutline),
        _ => {}
    }
    if let Some(number) = after(&["VOL"]) {
        return value(&number).map(Portion::Volume);
    }
    if let Some(number) = after(&["RESUMPTION"]) {
        return value(&number).map(Portion::Resumption);
    }
    if let Some(section) = after(&["SECT"]) {
        let digits = section.trim_end_matches(|c: char| c.is_ascii_uppercase());
        let mut letters = section.chars().skip(digits.len());
        let letter = letters.next();
        return digits.parse().ok().filter(|_| letters.next().is_none()).map(|n| Portion::Section(n, letter));
    }
    // `Parts`, `Partes`, `Parties` before two of them, the single form before one.
    let parts = after(&["PARTS", "PARTES", "PARTIES", "PARTIE", "PARTE", "PART"])?;
    if let Some(number) = value(&parts) {
        return Some(Portion::Parts(number, number));
    }
    BETWEEN_PARTS.iter().find_map(|between| {
        let (first, last) = parts.split_once(between)?;
        Some(Portion::Parts(value(first)?, value(last)?))
    })
}

fn value(text: &str) -> Option<u32> {
    roman_number(text).or_else(|| text.parse().ok())
}

impl Bracket {
    /// The canonical content, or what is wrong with it.
    pub(super) fn printed(&self, content: &str) -> Result<String, Fault> {
        Ok(match self {
            Bracket::Year(year) => format!("{year:04}"),
            Bracket::Session(_) => content.trim().to_ascii_uppercase().replace(['–', ' '], "-"),
            Bracket::Portion(portion) => portion.printed(),
            Bracket::Arabic(session) => return Err(Fault::RomanNeeded(*session)),
            Bracket::NotRoman => return Err(Fault::NotRoman(content.trim().to_owned())),
        })
    }
}

impl Portion {
    /// The canonical content of the brackets.
    fn printed(&self) -> String {
        match self {
            Portion::Volume(n) => format!("Vol. {}", numeral(*n)),
            Portion::Parts(first, last) if first == last => format!("Part {}", numeral(*first)),
            Portion::Parts(first, last) => format!("Parts {} and {}", numeral(*first), numeral(*last)),
            Portion::Section(n, letter) => format!("Sect. {n}{}", letter.map(String::from).unwrap_or_default()),
            Portion::Supplement => "Supp.".to_owned(),
            Portion::Introduction => "Introduction".to_owned(),
            Portion::PlanOutline => "Plan outline".to_owned(),
            Portion::Resumption(n) => format!("Resumption {n}"),
        }
    }
}

fn numeral(value: u32) -> String {
    in_roman(value).unwrap_or_else(|| value.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_portions_in_any_spelling() {
        for same in ["Parts I and II", "PartsIandII", "Partes I y II", "Part I和II", "parts i-ii", "Parts I и II"] {
            assert_eq!(portion(same), Some(Portion::Parts(1, 2)), "{same}");
        }
        assert_eq!(portion("Sect.29A"), Some(Portion::Section(29, Some('A'))));
        assert_eq!(portion("VOL.II"), Some(Portion::Volume(2)));
        assert_eq!(portion("para. 12"), None);
        assert_eq!(portion("Part of it"), None);
    }

    #[test]
    fn reads_years_and_sessions() {
        assert_eq!(year_or_session("2000"), Some(Bracket::Year(2000)));
        assert_eq!(year_or_session("XV"), Some(Bracket::Session(Session::Regular(15))));
        assert_eq!(year_or_session("es-v"), Some(Bracket::Session(Session::EmergencySpecial(5))));
        assert_eq!(year_or_session("IIII"), Some(Bracket::NotRoman));
        assert_eq!(year_or_session("2O0l"), Some(Bracket::Year(2001)));
        assert_eq!(year_or_session("12"), Some(Bracket::Arabic(12)));
        assert_eq!(year_or_session("X1V"), Some(Bracket::NotRoman));
        assert_eq!(year_or_session("para. 2"), None);
    }
}

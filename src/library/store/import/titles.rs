//! Titles, as the tables write them.

use crate::language;
use crate::library::record::{RecordedTitle, TitleKind};
use crate::symbol::Symbol;

use super::facts::{said, tidy};
use crate::script::punctuation::is_number_stop;

/// How a title ends that was cut off.
const CUT: [&str; 3] = ["[...]", "[…]", "…"];

/// How many characters a language has at most before the number of a special session.
const LONGEST_SESSION: usize = 8;

/// A title without the number before it and the letter of a part: `74/92 B. - Night` of 74/92 B is `Night`. Nothing
/// where nothing else is there.
pub(super) fn title(text: &str, symbol: &Symbol) -> Option<RecordedTitle> {
    let text = said(text)?;
    let number = symbol.without_letter();
    let number = number.short();
    let separators = |c: char| is_number_stop(c) || matches!(c, ' ' | '-' | '–' | ':');
    // Each language has its own letters for a special session: `دإط-10/21` is ES-10/21.
    let digits = number.rsplit_once('-').map_or(&*number, |(_, digits)| digits);
    let behind = text.split_once(digits).filter(|(before, rest)| {
        before.chars().count() <= LONGEST_SESSION
            && !before.contains(|c: char| c.is_ascii_digit() || c == ' ')
            && (before.is_empty() || digits != &*number)
            && !rest.starts_with(|c: char| c.is_alphanumeric())
    });
    let behind = behind.map(|(_, rest)| rest);
    let mut rest = behind.map_or(&*text, |rest| rest.trim_start_matches(separators));
    if symbol.letters().is_some() || behind.is_some() {
        rest = without_letter(rest, symbol.letters());
    }
    let (rest, kind) = match CUT.iter().find_map(|cut| rest.strip_suffix(cut)) {
        Some(rest) => (rest.trim_end(), TitleKind::Shortened),
        None => (rest, TitleKind::Full),
    };
    let is_title = rest.chars().filter(|c| c.is_alphabetic()).count() > 1;
    is_title.then(|| RecordedTitle { text: rest.to_owned(), kind })
}

/// Without the letter of a part that stands before a title, in any of the languages where the symbol has `letters`.
fn without_letter<'a>(title: &'a str, letters: Option<&str>) -> &'a str {
    let Some((first, rest)) = title.split_once(' ') else { return title };
    let first = first.trim_end_matches('.');
    let names = language::ALL.iter().flat_map(|language| language.citing.letters).map(|(name, _)| *name);
    let is_capital = first.len() == 1 && first.bytes().all(|byte| byte.is_ascii_uppercase());
    let is_letter = match first {
        // The article of a title that has no letter before it.
        "A" => letters == Some("A"),
        _ => is_capital || (letters.is_some() && names.into_iter().any(|name| name == first)),
    };
    if is_letter { rest.trim_start_matches(['-', '–', ' ']) } else { title }
}

/// The title that the library's catalogue gives to a resolution or draft: `Night : resolution / adopted by the General
/// Assembly`, however much of the end is cut off; and what it writes of one without a title, `Security Council
/// resolution 2323 (2016) [on the night]`.
pub(super) fn catalogued(text: &str, symbol: &Symbol) -> Option<RecordedTitle> {
    let text = tidy(text);
    let (whole, cut) = match CUT.iter().find_map(|cut| text.strip_suffix(cut)) {
        Some(rest) => (rest, true),
        None => (text.as_str(), false),
    };
    if let Some((_, described)) = whole.split_once(" [").filter(|(before, _)| before.ends_with(&*symbol.short())) {
        let text = described.trim_end_matches(']').trim();
        return (!text.is_empty()).then(|| RecordedTitle { text: text.to_owned(), kind: TitleKind::Described });
    }
    let (own, kind) = match whole.rsplit_once(" :") {
        Some((own, what)) if is_designation(what.trim_start(), cut) => (own, TitleKind::Full),
        _ if cut => (whole, TitleKind::Shortened),
        _ => (whole, TitleKind::Full),
    };
    // The catalogue sets its own punctuation.
    let mut title = title(&own.trim_end_matches([' ', '/', ':']).replace(" : ", ": "), symbol)?;
    title.kind = title.kind.max(kind);
    Some(title)
}

/// Whether this is what the catalogue writes behind a title: that it is a resolution, and whose. Where it is `cut`, as
/// much of it as there is.
pub(super) fn is_designation(what: &str, cut: bool) -> bool {
    let what = what.trim_end_matches([' ', '/', '.']);
    let named = what.split(" /").next().unwrap_or_default().trim_end();
    let words: Vec<&str> = named.split(' ').collect();
    let (last, before) = match words.split_last() {
        Some((last, before)) => (*last, before),
        None => ("", &[][..]),
    };
    let is_document = ["resolution", "resolutions", "decision", "decisions", "amendment", "amendments"].contains(&last);
    let qualified = before.iter().all(|word| ["draft", "revised", "consolidated", "joint"].contains(word));
    let about_draft = named.starts_with("amendment to ") || named.starts_with("amendments to ");
    (is_document && qualified) || about_draft || (cut && "resolution".starts_with(what))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn symbol(text: &str) -> Symbol {
        Symbol::parse(text).unwrap()
    }

    #[test]
    fn numbers_and_letters_are_no_part_of_a_title() {
        let of = |text, of| title(text, &symbol(of)).map(|title| title.text);
        for text in ["91/7. The night sky", "91/7 The night sky", "91/7. - The night sky", " The  night\nsky"] {
            assert_eq!(of(text, "A/RES/91/7").as_deref(), Some("The night sky"), "{text}");
        }
        assert_eq!(of("91/7. 夜空", "A/RES/91/7").as_deref(), Some("夜空"));
        assert_eq!(of("91/7. B Night", "A/RES/91/7 B").as_deref(), Some("Night"));
        assert_eq!(of("A Night", "A/RES/91/7 A").as_deref(), Some("Night"));
        assert_eq!(of("91/7. В ночи", "A/RES/91/7").as_deref(), Some("В ночи"));
        assert_eq!(of("دإط-10/21 سماء", "A/RES/ES-10/21").as_deref(), Some("سماء"));
        assert_eq!(of("ES-10/21. Night", "A/RES/ES-10/21").as_deref(), Some("Night"));
        assert_eq!(of("باء سماء الليل", "A/RES/91/7 B").as_deref(), Some("سماء الليل"));
        assert_eq!(of("A night in the open", "A/RES/91/7").as_deref(), Some("A night in the open"));
        assert_eq!(of("91/7", "A/RES/91/7"), None);
        assert_eq!(of("B", "A/RES/91/7 B"), None);
        // The number of another.
        assert_eq!(of("91/75 revisited", "A/RES/91/7").as_deref(), Some("91/75 revisited"));
    }

    #[test]
    fn the_catalogue_says_what_kind_of_document_it_is() {
        let of = |text: &str| catalogued(text, &symbol("A/RES/91/7")).map(|title| (title.text, title.kind));
        let full = Some(("Night: report of a day".to_owned(), TitleKind::Full));
        assert_eq!(of("Night : report of a day : resolution / adopted by the General Assembly"), full);
        assert_eq!(of("Night : report of a day : resolutio[...]"), full);
        assert_eq!(of("Night : report of a day : resolution / adopted by the Gen[...]"), full);
        assert_eq!(of("Night : report of a day"), full);
        assert_eq!(of("Night : repo[...]"), Some(("Night: repo".to_owned(), TitleKind::Shortened)));
        assert_eq!(of("Night : revised draft resolution /"), Some(("Night".to_owned(), TitleKind::Full)));
    }

    #[test]
    fn a_description_is_no_title() {
        let of = catalogued("Security Council resolution 3001 (2041) [on the night]", &symbol("S/RES/3001 (2041)"));
        assert_eq!(of, Some(RecordedTitle { text: "on the night".to_owned(), kind: TitleKind::Described }));
    }
}

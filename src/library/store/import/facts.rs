//! Single facts, as the tables write them.

use super::faults;
use crate::messages::Message;
use std::collections::BTreeSet;

use crate::draft::{Date, citation};
use crate::language;
use crate::library::record::{RelationKind, Vote};
use crate::symbol::{self, DocumentNature, Symbol, SymbolPart};

/// A text in one line: spaces, tabs and line breaks of any kind made one space. Text that was encoded twice, as some
/// exports of the UN Digital Library have it (`CÃ´te`), is decoded.
pub(super) fn tidy(text: &str) -> String {
    let once = decoded(text);
    let text = once.as_deref().unwrap_or(text);
    text.split(|c: char| c.is_whitespace() || c == '\u{feff}')
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// What a text says that was taken for Latin-1 and encoded once more; `None` for any other. Nearly no text in Latin-1
/// letters happens to be good UTF-8.
fn decoded(text: &str) -> Option<String> {
    if text.is_ascii() {
        return None;
    }
    let bytes: Option<Vec<u8>> = text.chars().map(|c| u8::try_from(u32::from(c)).ok()).collect();
    String::from_utf8(bytes?).ok()
}

/// A field that says something: not empty, and not one of the ways to say nothing.
pub(super) fn said(text: &str) -> Option<String> {
    let text = tidy(text);
    let nothing = ["", "N.A.", "N/A", "NA", "-", "--", "None", "none", "null", "NULL"].contains(&text.as_str());
    (!nothing).then_some(text)
}

/// A date: `2007-12-18`, with a time behind it or not, or as texts in the six languages write it. None for an empty
/// field.
///
/// # Errors
///
/// A sentence, for a text that is no date, or a day that is in no calendar.
pub(super) fn date(text: &str) -> Result<Option<Date>, Message> {
    let Some(text) = said(text) else { return Ok(None) };
    let first = text.split([' ', 'T']).next().unwrap_or_default();
    let written = || {
        let languages = std::iter::once(language::detect(&text)).chain(language::ALL);
        languages.flat_map(|language| citation::dates(&text, language)).next().map(|(date, _)| date)
    };
    match Date::from_iso(first).or_else(written) {
        Some(date) if is_real(date) => Ok(Some(date)),
        Some(_) => Err(faults::in_no_calendar(text)),
        None => Err(faults::no_date(text)),
    }
}

fn is_real(date: Date) -> bool {
    let leap = date.year.is_multiple_of(4) && (!date.year.is_multiple_of(100) || date.year.is_multiple_of(400));
    let days = match date.month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        _ => 0,
    };
    (1900..2200).contains(&date.year) && (1..=days).contains(&date.day)
}

/// A number of votes: `120`, `120.0`. What says nothing is none.
pub(super) fn count(text: &str) -> Option<u16> {
    let text = said(text)?;
    text.strip_suffix(".0").unwrap_or(&text).parse().ok()
}

/// How something was adopted, by the words that a table has for it and by its numbers. Where one of the numbers of a
/// recorded vote is left out, nobody voted so.
pub(super) fn vote(
    words: &str,
    yes: Option<u16>,
    no: Option<u16>,
    abstaining: Option<u16>,
    not_voting: Option<u16>,
) -> Option<Vote> {
    let words = words.to_lowercase();
    if words.contains("without") {
        return Some(Vote::WithoutVote);
    }
    if [yes, no, abstaining].iter().flatten().any(|count| *count > 0) {
        let [yes, no, abstaining] = [yes, no, abstaining].map(Option::unwrap_or_default);
        return Some(Vote::Recorded { yes, no, abstaining, not_voting });
    }
    // `Adopted 90-0-47, 87th plenary meeting`.
    words.split(|c: char| !c.is_ascii_digit() && c != '-').find_map(|numbers| {
        let mut numbers = numbers.split('-').map(str::parse::<u16>);
        match (numbers.next()?, numbers.next()?, numbers.next()?, numbers.next()) {
            (Ok(yes), Ok(no), Ok(abstaining), None) => Some(Vote::Recorded { yes, no, abstaining, not_voting }),
            _ => None,
        }
    })
}

/// The symbol that a field is.
///
/// # Errors
///
/// A sentence, for anything else.
pub(super) fn symbol(text: &str) -> Result<Symbol, Message> {
    let text = tidy(text);
    if text.is_empty() {
        return Err(faults::no_symbol_in_it());
    }
    // The library writes the part behind the number without a space, `A/RES/37/237II`.
    let letters = text.trim_end_matches(|c: char| c.is_ascii_uppercase());
    let spaced = || Symbol::parse(&format!("{letters} {}", text.strip_prefix(letters).unwrap_or_default()));
    Symbol::parse(&text).or_else(|_| spaced()).map_err(|_| faults::no_symbol(&text))
}

/// The documents that a field names, each in the role that its symbol says, else in this one. Amendments to a draft
/// are none: `A/77/L.3 (as amended in A/77/L.50)`.
pub(super) fn related(text: &str, role: RelationKind) -> BTreeSet<(RelationKind, Symbol)> {
    let text = tidy(text);
    let text = text.split("amended").next().unwrap_or_default();
    let found = symbol::scan(text).into_iter().filter_map(|found| found.symbol.ok());
    found.filter(|symbol| !symbol.is_open()).map(|symbol| (role_of(&symbol).unwrap_or(role), symbol)).collect()
}

/// The symbols that a field lists, separated by semicolons, commas or spaces.
pub(super) fn cited(text: &str) -> Vec<Symbol> {
    symbol::scan(&tidy(text)).into_iter().filter_map(|found| found.symbol.ok()).collect()
}

/// What a document is to a resolution, where its symbol tells.
pub(super) fn role_of(symbol: &Symbol) -> Option<RelationKind> {
    symbol.parts().iter().find_map(|part| match part {
        SymbolPart::Nature(DocumentNature::Limited) => Some(RelationKind::Draft),
        SymbolPart::Nature(DocumentNature::VerbatimRecord | DocumentNature::SummaryRecord) => {
            Some(RelationKind::Meeting)
        }
        _ => None,
    })
}

/// An agenda item: `72 (b)` of `Agenda item 72 (b)` and of the catalogue's `72b[20]`.
pub(super) fn agenda_item(text: &str) -> Option<String> {
    let text = said(text)?;
    let text = ["Agenda items ", "Agenda item "].iter().find_map(|words| text.strip_prefix(words)).unwrap_or(&text);
    let number = text.split('[').next().unwrap_or_default().trim();
    let letter = number.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = number.strip_suffix(letter).unwrap_or_default();
    match letter.len() {
        1 if !digits.is_empty() && letter.bytes().all(|byte| byte.is_ascii_lowercase()) => {
            Some(format!("{digits} ({letter})"))
        }
        _ => Some(number.to_owned()).filter(|number| !number.is_empty()),
    }
}

/// A Main Committee. Some have the name of a reference that was never filled in, and none is none.
pub(super) fn committee(text: &str) -> Option<String> {
    said(text).filter(|text| !text.starts_with('#') && !text.to_lowercase().starts_with("without"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_as_tables_write_them() {
        let on = |year, month, day| Ok(Some(Date { year, month, day }));
        for text in
            ["2019-10-10", "2019-10-10 00:00:00", "2019-10-10T00:00:00Z", "10\u{a0}October 2019", "2019年10月10日"]
        {
            assert_eq!(date(text), on(2019, 10, 10), "{text}");
        }
        assert_eq!(date(" N.A. "), Ok(None));
        assert_eq!(date("2011"), Err(faults::no_date("2011")));
        assert!(date("2011-02-29").is_err() && date("2012-02-29").is_ok() && date("2011-13-01").is_err());
    }

    #[test]
    fn votes_are_read_from_words_and_numbers() {
        let recorded = |yes, no, abstaining, not_voting| Some(Vote::Recorded { yes, no, abstaining, not_voting });
        assert_eq!(vote("adoptedWithoutVote", Some(0), Some(0), Some(0), None), Some(Vote::WithoutVote));
        assert_eq!(vote("By a recorded vote", Some(137), None, Some(2), None), recorded(137, 0, 2, None));
        assert_eq!(vote("Adopted 90-0-47, 87th plenary meeting", None, None, None, None), recorded(90, 0, 47, None));
        assert_eq!(vote("", Some(0), Some(0), Some(0), Some(15)), None);
        assert_eq!(count("14.0"), Some(14));
    }

    #[test]
    fn documents_take_the_role_that_their_symbols_say() {
        let of = |text| {
            related(text, RelationKind::Report)
                .into_iter()
                .map(|(role, symbol)| format!("{role:?} {symbol}"))
                .collect::<Vec<_>>()
        };
        assert_eq!(of("A/91/483, para. 6"), ["Report A/91/483"]);
        assert_eq!(of("A/91/L.5 and A/91/L.5/Add.1"), ["Draft A/91/L.5", "Draft A/91/L.5/Add.1"]);
        assert_eq!(of("A/91/L.7 (as amended in A/91/L.50)"), ["Draft A/91/L.7"]);
        assert_eq!(of("A/91/PV.3"), ["Meeting A/91/PV.3"]);
    }

    #[test]
    fn what_was_encoded_twice_is_decoded() {
        assert_eq!(tidy("CÃ´teÂ\u{a0} d'Ivoire"), "Côte d'Ivoire");
        assert_eq!(tidy("Côte d'Ivoire"), "Côte d'Ivoire");
        assert_eq!(tidy("中文"), "中文");
    }

    #[test]
    fn agenda_items_are_numbers_with_letters() {
        assert_eq!(agenda_item("Agenda item 72 (b)").as_deref(), Some("72 (b)"));
        assert_eq!(agenda_item("71b[20]").as_deref(), Some("71 (b)"));
        assert_eq!(agenda_item("Agenda items 13 and 117").as_deref(), Some("13 and 117"));
    }
}

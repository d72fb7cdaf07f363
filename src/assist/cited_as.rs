//! How other texts introduce an instrument of which no title is known: “on the creation of an effective …”.

use crate::draft::{Citation, NormalizedText};
use crate::language::{KindPosition, Language};
use crate::script::punctuation::{opens_round, parts_clauses};
use crate::symbol::Symbol;
use crate::workspace::{Instrument, ParsedText, WorkspaceIndex};

/// How many of the texts that cite an instrument are read for it.
const READ: usize = 3;

/// How many characters say what an instrument is about, at least and at most.
const LENGTHS: std::ops::RangeInclusive<usize> = 6..=180;

/// How many bytes beside a citation are looked at.
const BESIDE: usize = 600;

/// How an instrument is cited by a text of the workspace.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CitedWords {
    /// The words that introduce it.
    pub words: String,
    /// The text that has them: its symbol, else its file's name.
    pub by: String,
    /// How many others cite it.
    pub others: usize,
}

/// What a text of the workspace is called: its symbol, else its file's name.
pub fn name_of(library: &WorkspaceIndex, path: &std::path::Path) -> String {
    let symbol =
        library.instrument_at(path).map(|instrument: std::sync::Arc<Instrument>| instrument.symbol.to_string());
    symbol.unwrap_or_else(|| path.file_name().unwrap_or_default().to_string_lossy().into_owned())
}

/// How the texts of the workspace that are in this language cite an instrument, beside the one that is `read` now. Words in
/// another language would tell a reader nothing, and stand in for those that the draft itself has.
pub fn cited_as(
    library: &WorkspaceIndex,
    read: &ParsedText,
    symbol: &Symbol,
    language: &Language,
) -> Option<CitedWords> {
    let paths = library.paths_citing(symbol, language);
    let texts = paths.iter().take(READ).filter_map(|path| Some((path, library.read_at(path, Default::default())?)));
    texts.filter(|(_, text)| text.text != read.text).find_map(|(path, text)| {
        let words = introduced_by(&text, symbol, language)?;
        Some(CitedWords { words, by: name_of(library, path), others: paths.len().saturating_sub(1) })
    })
}

/// The words by which a text introduces an instrument in a language: a title that it quotes, or what it says that it is on.
pub fn introduced_by(text: &ParsedText, symbol: &Symbol, language: &Language) -> Option<String> {
    let citations = &text.draft.citations;
    let mut cited = citations
        .iter()
        .enumerate()
        .filter(|(_, citation)| citation.symbol == *symbol && text.draft.language_at(citation.range.start) == language);
    cited.find_map(|(at, citation)| {
        if let Some((title, _)) = &citation.title {
            return Some(title.trim().to_owned());
        }
        match language.citing.order {
            KindPosition::KindFirst => behind(text, citation, citations.get(at + 1), language),
            KindPosition::NumberFirst => before(text, citation, language),
        }
    })
}

/// What stands behind a number and its date, up to the end of the clause.
fn behind(text: &ParsedText, citation: &Citation, next: Option<&Citation>, language: &Language) -> Option<String> {
    let dated = citation.date.as_ref().map_or(0, |(_, place)| place.end);
    let start = citation.range.end.max(dated);
    let rest = text.text.get(start..boundary(&text.text, start + BESIDE))?;
    let rest = paragraph_of(rest, true);
    let words = NormalizedText::of(rest, 0).text;
    let words = words.trim_start();
    if !language.citing.subject.iter().any(|begins| words.starts_with(begins)) {
        return None;
    }
    let clause = words.split(|c| parts_clauses(c) || opens_round(c)).next().unwrap_or_default().trim_end();
    // Where another citation stands in it, it is the other's, or goes on behind it.
    let next = next.filter(|next| next.range.start > start).map_or(usize::MAX, |next| next.range.start - start);
    (LENGTHS.contains(&clause.chars().count()) && clause.len() < next && clause.len() < rest.len())
        .then(|| clause.to_owned())
}

/// What stands before a date and its number, from the word that begins to say it.
fn before(text: &ParsedText, citation: &Citation, language: &Language) -> Option<String> {
    let dated = citation.date.as_ref().map_or(usize::MAX, |(_, place)| place.start);
    let end = citation.range.start.min(dated);
    let rest = text.text.get(boundary(&text.text, end.saturating_sub(BESIDE))..end)?;
    let words = NormalizedText::of(paragraph_of(rest, false), 0).text;
    let clause = words.rsplit(parts_clauses).next().unwrap_or_default();
    let begins = language.citing.subject.iter().filter_map(|begins| clause.rfind(begins)).max()?;
    let clause = clause.get(begins..)?.trim_end();
    // Where no date stands between, the sign before the number is the citation's.
    let clause = language.citing.before_number.chars().fold(clause, |clause, sign| clause.trim_end_matches(sign));
    let clause = clause.strip_suffix(language.citing.subject_end).unwrap_or(clause);
    LENGTHS.contains(&clause.chars().count()).then(|| clause.to_owned())
}

/// The part of a text that belongs to the paragraph at its beginning, or at its end.
fn paragraph_of(text: &str, first: bool) -> &str {
    let parts = text.split("\n\n");
    if first { parts.into_iter().next() } else { text.rsplit("\n\n").next() }.unwrap_or_default()
}

fn boundary(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn introduced(draft: &str, symbol: &str) -> Option<String> {
        let text = ParsedText::of(draft.to_owned()).unwrap();
        introduced_by(&text, &Symbol::parse(symbol).unwrap(), text.draft.language_at(0))
    }

    #[test]
    fn words_in_another_language_are_not_told() {
        let library = WorkspaceIndex::new();
        let english =
            "The General Assembly,\n\nRecalling its resolution 92/14 of 3 December 2037,\n\n1. Decides to rest.\n";
        let arabic = "إن الجمعية العامة،\n\nإذ تشير إلى قرارها 92/14 المؤرخ 3 كانون الأول/ديسمبر 2037 بشأن إضاءة الموانئ،\n\n1 - تقرر أن تستريح.\n";
        let read = ParsedText::of(english.to_owned()).unwrap();
        let symbol = Symbol::parse("A/RES/92/14").unwrap();
        let language = read.draft.language_at(0);
        library.open_reading("/a.txt".as_ref(), ParsedText::of(arabic.to_owned()).unwrap());
        assert_eq!(introduced(arabic, "A/RES/92/14").as_deref(), Some("بشأن إضاءة الموانئ"));
        assert_eq!(cited_as(&library, &read, &symbol, language), None);
        let other = english.replace("2037,", "2037 on the lighting of harbours,");
        library.open_reading("/b.txt".as_ref(), ParsedText::of(other).unwrap());
        let told = cited_as(&library, &read, &symbol, language).unwrap();
        assert_eq!((told.words.as_str(), told.others), ("on the lighting of harbours", 1));
    }

    #[test]
    fn what_a_text_says_that_it_is_on() {
        for (draft, words) in [
            (
                "The General Assembly,\n\nRecalling its resolution 92/14 of 3 December 2037 on the lighting of harbours, and \
                 noting the keepers,\n\n1. Decides to rest.\n",
                Some("on the lighting of harbours"),
            ),
            (
                "The General Assembly,\n\nRecalling its resolution 92/14, entitled “Dark and quiet skies”,\n\n1. Rests.\n",
                Some("Dark and quiet skies"),
            ),
            (
                "L’Assemblée générale,\n\nRappelant sa résolution 92/14 du 3 décembre 2037 sur l’éclairage des ports,\n\n\
                 1. Décide de se reposer.\n",
                Some("sur l’éclairage des ports"),
            ),
            ("大会，\n\n回顾其关于港口照明的2037年12月3日第92/14号决议，\n\n1. 决定休息。\n", Some("关于港口照明")),
            ("The General Assembly,\n\nRecalling its resolutions 92/14 and 92/15 on lamps,\n\n1. Rests.\n", None),
            ("The General Assembly,\n\nRecalling its resolution 92/14,\n\n1. Rests on the shore.\n", None),
        ] {
            assert_eq!(introduced(draft, "A/RES/92/14").as_deref(), words, "{draft}");
        }
    }
}

//! The text that a draft was made of: the draft before its revision, or last year's resolution.

use std::collections::HashSet;
use std::path::Path;
use std::sync::Arc;

use super::index::{Instrument, WorkspaceIndex};
use crate::draft::{Draft, ParagraphKind};
use crate::symbol::{Modification, Session, Symbol, SymbolPart};

/// Two titles of which so many words in a hundred are the same are nearly the same title.
const NEARLY: usize = 60;

impl WorkspaceIndex {
    /// The text in the workspace that a draft goes back to, in its language: the draft that it revises (`L.5` of `L.5/Rev.1`), else
    /// the latest of an earlier session with the same title, else the latest resolution of nearly the same title that its
    /// preamble recalls. `own` is the draft's file.
    pub fn predecessor(&self, own: Option<&Path>, draft: &Draft) -> Option<Arc<Instrument>> {
        let is_other = |other: &Arc<Instrument>| {
            other.language == draft.language
                && Some(other.path.as_path()) != own
                && Some(&other.symbol) != draft.symbol.as_ref()
        };
        let find = |symbol: &Symbol| self.find(symbol, draft.language).filter(is_other);
        if let Some(revised) = draft.symbol.iter().flat_map(revised).find_map(|symbol| find(&symbol)) {
            return Some(revised);
        }
        let title = draft.title.as_ref().map(|title| key(&title.text)).filter(|title| !title.is_empty())?;
        let session = draft.symbol.as_ref().and_then(session);
        let is_earlier = |other: &Arc<Instrument>| {
            session.is_none_or(|own| self::session(&other.symbol).is_some_and(|other| other < own))
        };
        let has_title =
            |other: &Arc<Instrument>| other.title.as_ref().is_some_and(|other| key_letters(other).eq(title.chars()));
        let latest = |one: &Arc<Instrument>| (self::session(&one.symbol), one.symbol.assembly_resolution());
        // Each key asks anew: nothing is copied but what is found.
        let same = {
            let shelves = self.shelves();
            let texts = shelves.by_symbol.values().flatten().filter_map(|path| shelves.at(path));
            let same = texts.filter(|other| is_other(other) && is_earlier(other) && has_title(other));
            same.max_by_key(|other| latest(other)).cloned()
        };
        if same.is_some() {
            return same;
        }
        let preamble = draft.paragraphs.iter().filter(|paragraph| paragraph.kind == ParagraphKind::Preambular);
        let cited = preamble.flat_map(|paragraph| draft.citations_in(&paragraph.range));
        let recalled = cited.filter(|cited| !cited.in_note).filter_map(|cited| find(&cited.symbol));
        let nearly = |other: &Arc<Instrument>| other.title.as_ref().is_some_and(|other| are_near(&title, &key(other)));
        recalled.filter(|other| is_earlier(other) && nearly(other)).max_by_key(latest)
    }
}

/// The symbols of what a symbol is a revision of, the latest first.
fn revised(symbol: &Symbol) -> Vec<Symbol> {
    let number = symbol.parts().iter().find_map(|part| match part {
        SymbolPart::Modification { kind: Modification::Revision, number, .. } => *number,
        _ => None,
    });
    let whole = symbol.as_str();
    let Some((number, at)) = number.zip(whole.rfind("/Rev.")) else { return Vec::new() };
    let stem = whole.get(..at).unwrap_or_default();
    let before = (1..number).rev().map(|number| format!("{stem}/Rev.{number}"));
    before.chain([stem.to_owned()]).filter_map(|symbol| Symbol::parse(&symbol).ok()).collect()
}

/// The session that a symbol says.
fn session(symbol: &Symbol) -> Option<u16> {
    match symbol.session()? {
        Session::Regular(session) => Some(session),
        _ => None,
    }
}

/// A title by its letters and digits, words apart.
fn key(title: &str) -> String {
    key_letters(title).collect()
}

/// The characters of a title's [`key`].
fn key_letters(title: &str) -> impl Iterator<Item = char> {
    let words = title.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.enumerate().flat_map(|(at, word)| {
        let before = (at > 0).then_some(' ');
        before.into_iter().chain(word.chars().flat_map(char::to_lowercase))
    })
}

/// Whether most of two titles is the same: of their words, and where there are few, as in Chinese, of each two characters.
fn are_near(one: &str, other: &str) -> bool {
    let pieces = |title: &str| -> HashSet<String> {
        match title.split(' ').count() {
            0..3 => {
                let chars: Vec<char> = title.chars().collect();
                chars.windows(2).map(|pair| pair.iter().collect()).collect()
            }
            _ => title.split(' ').map(str::to_owned).collect(),
        }
    };
    let (one, other) = (pieces(one), pieces(other));
    let shared = one.intersection(&other).count();
    shared * 200 >= NEARLY * (one.len() + other.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::{ENGLISH, FRENCH};
    use crate::workspace::ParsedText;

    fn put(library: &WorkspaceIndex, path: &str, text: &str) {
        let reading = ParsedText::of(text.to_owned()).unwrap();
        library.open_reading(path.as_ref(), reading);
    }

    fn resolution(number: &str, title: &str, recalled: &str) -> String {
        format!(
            "{number}. {title}\n\nThe General Assembly,\n\nRecalling its resolution {recalled} of 3 December 2036,\n\n1. Decides to light the lamps.\n"
        )
    }

    fn found(library: &WorkspaceIndex, text: &str) -> Option<String> {
        let draft = Draft::read(text);
        let found = library.predecessor(Some("own.txt".as_ref()), &draft);
        found.map(|instrument| instrument.path.to_string_lossy().into_owned())
    }

    #[test]
    fn the_latest_of_an_earlier_session_with_the_same_title_comes_before() {
        let library = WorkspaceIndex::new();
        put(&library, "91.txt", &resolution("91/7", "The lamps of the harbours", "90/3"));
        put(&library, "92.txt", &resolution("92/14", "The lamps of the harbours", "91/7"));
        put(&library, "94.txt", &resolution("94/2", "The lamps of the harbours", "93/8"));
        put(&library, "other.txt", &resolution("92/99", "The bells of the harbours", "91/7"));
        let own = resolution("93/8", "The Lamps of the Harbours", "92/14");
        put(&library, "own.txt", &own);
        assert_eq!(found(&library, &own), Some("92.txt".to_owned()));
    }

    #[test]
    fn a_revision_goes_back_to_the_draft_before_it() {
        let library = WorkspaceIndex::new();
        let draft = |symbol: &str| {
            format!(
                "{symbol}\n\nThe lamps of the harbours\n\nThe General Assembly,\n\n1. Decides to light the lamps.\n"
            )
        };
        put(&library, "first.txt", &draft("A/C.4/92/L.7"));
        put(&library, "second.txt", &draft("A/C.4/92/L.7/Rev.1"));
        assert_eq!(found(&library, &draft("A/C.4/92/L.7/Rev.2")), Some("second.txt".to_owned()));
        assert_eq!(found(&library, &draft("A/C.4/92/L.7/Rev.1")), Some("first.txt".to_owned()));
        assert_eq!(found(&library, &draft("A/C.4/92/L.7")), None);
    }

    #[test]
    fn a_recalled_resolution_of_nearly_the_same_title_comes_before() {
        let library = WorkspaceIndex::new();
        put(&library, "92.txt", &resolution("92/14", "The lamps and the signals of the harbours", "91/7"));
        let own = resolution("93/8", "The lamps, bells and signals of the harbours", "92/14");
        assert_eq!(found(&library, &own), Some("92.txt".to_owned()));
        assert_eq!(found(&library, &resolution("93/9", "Rescue at sea", "92/14")), None);
    }

    #[test]
    fn languages_and_near_titles_are_told_apart() {
        assert_ne!(ENGLISH, FRENCH);
        assert!(are_near("港口的灯具和信号", "港口的灯具和钟声信号"));
        assert!(!are_near("港口的灯具", "海上救援"));
    }
}

//! Instruments of the workspace by symbol, number or words of a title, the likeliest first.

use std::sync::Arc;

use crate::library::words::plain_words;
use crate::symbol::Symbol;
use crate::workspace::{Instrument, WorkspaceIndex};

/// How well an instrument answers a search. The better comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum SearchRank {
    /// It is the symbol or number that was typed.
    NamedInstrument,
    /// Its symbol or number begins so.
    Begun,
    /// All words are there, each the beginning of one.
    Words,
    /// All are there, somewhere.
    Parts,
}

/// The instruments of the workspace that answer a search, the likeliest first, those that answer alike in the order of
/// their symbols; all of them where nothing is asked. Case, accents and vowel signs don't count.
pub fn search(library: &WorkspaceIndex, asked: &str) -> Vec<Arc<Instrument>> {
    let asked = SearchQuery::new(asked);
    let instruments = library.instruments().into_iter();
    let mut found: Vec<(SearchRank, Arc<Instrument>)> =
        instruments.filter_map(|instrument| Some((asked.rank(&instrument)?, instrument))).collect();
    found.sort_by_key(|(rank, _)| *rank);
    found.into_iter().map(|(_, instrument)| instrument).collect()
}

struct SearchQuery {
    whole: String,
    symbol: Option<Symbol>,
    words: Vec<QueryWord>,
}

/// What stood between two spaces.
struct QueryWord {
    typed: String,
    plain: Vec<String>,
}

impl SearchQuery {
    fn new(asked: &str) -> SearchQuery {
        let whole = asked.trim().to_lowercase();
        let word = |typed: &str| QueryWord { typed: typed.to_owned(), plain: plain_words(typed) };
        SearchQuery {
            symbol: Symbol::parse(asked.trim()).ok(),
            words: whole.split_whitespace().map(word).collect(),
            whole,
        }
    }

    fn rank(&self, instrument: &Instrument) -> Option<SearchRank> {
        let symbol = instrument.symbol.as_str().to_lowercase();
        let number = instrument.symbol.short().to_lowercase();
        if number == self.whole || self.symbol.as_ref() == Some(&instrument.symbol) {
            return Some(SearchRank::NamedInstrument);
        }
        if number.starts_with(&self.whole) || symbol.starts_with(&self.whole) {
            return Some(SearchRank::Begun);
        }
        let title = plain_words(instrument.title.as_deref().unwrap_or_default());
        let of_symbol = |word: &QueryWord| symbol.contains(&word.typed);
        let begins = |part: &String| title.iter().any(|word| word.starts_with(part.as_str()));
        if self.words.iter().all(|word| of_symbol(word) || (!word.plain.is_empty() && word.plain.iter().all(begins))) {
            return Some(SearchRank::Words);
        }
        let inside = |part: &String| title.iter().any(|word| word.contains(part.as_str()));
        let all =
            self.words.iter().all(|word| of_symbol(word) || (!word.plain.is_empty() && word.plain.iter().all(inside)));
        all.then_some(SearchRank::Parts)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workspace::ParsedText;

    /// The symbols found in a workspace of invented texts.
    fn found(asked: &str) -> Vec<String> {
        let library = WorkspaceIndex::new();
        let texts = [
            ("92/14. Dark and quiet skies", "The General Assembly,"),
            ("92/140. Électricité et éclairage", "L’Assemblée générale,"),
            ("92/3. Lighting of quiet harbours", "The General Assembly,"),
            ("91/7. 为科学保持黑暗宁静的天空", "大会，"),
            ("91/8. О темном и тихом небе", "Генеральная Ассамблея,"),
        ];
        for (number, (title, organ)) in texts.into_iter().enumerate() {
            let text = ParsedText::of(format!("{title}\n\n{organ}\n\n1. Decides to rest.\n")).unwrap();
            library.open_reading(format!("/{number}").as_ref(), text);
        }
        search(&library, asked).iter().map(|one| one.symbol.short().into_owned()).collect()
    }

    #[test]
    fn a_number_is_found_before_those_that_begin_so() {
        assert_eq!(found("92/14"), ["92/14", "92/140"]);
        assert_eq!(found("a/res/92/14"), ["92/14", "92/140"]);
        assert_eq!(found("A/RES/92/3"), ["92/3"]);
        assert_eq!(found("140"), ["92/140"]);
    }

    #[test]
    fn words_are_found_in_any_language_and_order() {
        assert_eq!(found("quiet"), ["92/3", "92/14"]);
        assert_eq!(found("skies quiet"), ["92/14"]);
        assert_eq!(found("quiet 92/14"), ["92/14"]);
        assert_eq!(found("eclair"), ["92/140"]);
        assert_eq!(found("宁静"), ["91/7"]);
        assert_eq!(found("темн небе"), ["91/8"]);
        assert_eq!(found("loud"), [""; 0]);
    }

    #[test]
    fn the_beginning_of_a_word_comes_before_its_middle() {
        assert_eq!(found("light"), ["92/3"]);
        assert_eq!(found("ight"), ["92/3"]);
        assert_eq!(found("").len(), 5);
    }
}

//! Instruments that answer what was typed: those that the draft cites first, then the workspace's, the stored library's
//! and the built-in ones. What is looked at for one key has a bound.

use std::collections::{HashMap, HashSet};

use super::{At, folded};
use crate::draft::Citation;
use crate::library::known;
use crate::symbol::Symbol;

/// How many instruments are offered at once.
pub const MOST: usize = 12;

/// How many of a source are looked at for those that can be meant.
const LOOKED_AT: usize = 60;

/// What was typed of an instrument.
#[derive(Debug, Clone, Copy)]
pub enum Typed<'a> {
    /// The beginning of its number, in the symbols' own letters.
    Number(&'a str),
    /// Words of a title.
    Words(&'a str),
}

/// The instruments that answer what was typed and can be meant, and whether there may be more.
pub fn gather(at: &At<'_>, typed: Typed<'_>, can_mean: &dyn Fn(&Symbol) -> bool) -> (Vec<Symbol>, bool) {
    let draft = &at.params.reading.draft;
    let mut found = Found { symbols: Vec::new(), seen: draft.symbol.clone().into_iter().collect(), can_mean };
    for symbol in cited(at, typed) {
        found.take(symbol);
    }
    let (library, catalogue) = (at.params.library, at.params.catalogue);
    let sources: [&dyn Fn() -> Vec<Symbol>; 3] = match typed {
        Typed::Number(number) => {
            [&|| library.numbered(number, LOOKED_AT), &|| catalogue.numbered(number, LOOKED_AT), &|| built_in(number)]
        }
        Typed::Words(words) => [&|| library.titled(words, LOOKED_AT), &|| catalogue.titled(words, LOOKED_AT), &|| {
            known::search(words).into_iter().filter_map(|known| known.symbol()).collect()
        }],
    };
    for (index, source) in sources.into_iter().enumerate() {
        if found.symbols.len() >= MOST {
            break;
        }
        // Where nothing was typed, what everybody cites is worth showing only where there is nothing else.
        if index == 2 && matches!(typed, Typed::Number("")) && !found.symbols.is_empty() {
            break;
        }
        source().into_iter().for_each(|symbol| found.take(symbol));
    }
    let partial = found.symbols.len() > MOST || matches!(typed, Typed::Words(_)) || found.symbols.len() == MOST;
    found.symbols.truncate(MOST);
    (found.symbols, partial)
}

struct Found<'a> {
    symbols: Vec<Symbol>,
    seen: HashSet<Symbol>,
    can_mean: &'a dyn Fn(&Symbol) -> bool,
}

impl Found<'_> {
    fn take(&mut self, symbol: Symbol) {
        if self.symbols.len() <= MOST && (self.can_mean)(&symbol) && self.seen.insert(symbol.clone()) {
            self.symbols.push(symbol);
        }
    }
}

/// What the draft cites elsewhere, the most often cited first.
fn cited(at: &At<'_>, typed: Typed<'_>) -> Vec<Symbol> {
    let draft = &at.params.reading.draft;
    let mut times: HashMap<&Symbol, (usize, usize)> = HashMap::new();
    let elsewhere = |citation: &&Citation| {
        !(at.line..=at.params.offset).contains(&citation.range.end) || citation.range.end < at.line
    };
    for (place, citation) in draft.cited().filter(elsewhere).enumerate() {
        let entry = times.entry(&citation.symbol).or_insert((0, place));
        entry.0 += 1;
    }
    let answers = |symbol: &Symbol| match typed {
        Typed::Number(number) => symbol.short().starts_with(number),
        Typed::Words(words) => {
            let quoted = draft.citations.iter().filter(|citation| citation.symbol == *symbol);
            let quoted =
                quoted.filter_map(|citation| citation.title.as_ref()).any(|(title, _)| has_words(title, words));
            quoted
                || known::all_by_symbol(symbol)
                    .iter()
                    .any(|known| known.names_in(at.language).iter().any(|name| has_words(name, words)))
        }
    };
    let mut cited: Vec<_> = times.into_iter().filter(|(symbol, _)| answers(symbol)).collect();
    cited.sort_by_key(|(_, (times, place))| (std::cmp::Reverse(*times), *place));
    cited.into_iter().map(|(symbol, _)| symbol.clone()).collect()
}

/// Whether a title has all of these words, each the beginning of one.
fn has_words(title: &str, words: &str) -> bool {
    let title = folded(title);
    folded(words).split_whitespace().all(|word| title.contains(word))
}

/// The built-in instruments whose number begins so, the latest first.
fn built_in(number: &str) -> Vec<Symbol> {
    let symbols = known::all().filter(|known| known.symbol.is_some_and(|symbol| symbol.contains(number)));
    let mut symbols: Vec<_> = symbols
        .filter_map(|known| Some((known.symbol_date(), known.symbol()?)))
        .filter(|(_, symbol)| symbol.short().starts_with(number))
        .collect();
    symbols.sort_by(|a, b| b.cmp(a));
    symbols.into_iter().map(|(_, symbol)| symbol).collect()
}

//! Instruments that answer what was typed: those that the draft cites first, then the workspace's, the stored library's
//! and the built-in ones. What is looked at for one key has a bound.

use std::collections::{HashMap, HashSet};

use super::{CursorContext, folded};
use crate::library::known;
use crate::symbol::Symbol;

/// How many instruments are offered at once.
pub const MOST: usize = 12;

/// How many of a source are looked at for those that can be meant.
const LOOKED_AT: usize = 60;

/// What was typed of an instrument.
#[derive(Debug, Clone, Copy)]
pub enum TypedQuery<'a> {
    /// The beginning of its number, in the symbols' own letters.
    Number(&'a str),
    /// Words of a title.
    Words(&'a str),
}

/// The instruments that answer what was typed and can be meant, and whether there may be more.
pub fn gather(
    at: &CursorContext<'_>,
    typed: TypedQuery<'_>,
    can_mean: &dyn Fn(&Symbol) -> bool,
) -> (Vec<Symbol>, bool) {
    let cited = cited(at);
    let answers = |(symbol, quoted): &(&Symbol, bool)| match typed {
        TypedQuery::Number(number) => symbol.short().starts_with(number),
        TypedQuery::Words(_) => *quoted,
    };
    let quoted = |citations: &CitedInDraft<'_>| match typed {
        TypedQuery::Number(_) => false,
        TypedQuery::Words(words) => citations.titles.iter().any(|title| has_words(title, words)),
    };
    let own = at.params.reading.draft.symbol.clone();
    let mut found = CompletionCandidate { symbols: Vec::new(), seen: own.into_iter().collect(), can_mean };
    let answering = cited.iter().map(|(symbol, citations)| (*symbol, quoted(citations))).filter(answers);
    answering.for_each(|(symbol, _)| found.take(symbol.clone()));
    let (library, authority) = (at.params.library, at.params.authority);
    let sources: [&dyn Fn() -> Vec<Symbol>; 4] = match typed {
        TypedQuery::Number(number) => [
            &|| library.numbered(number, LOOKED_AT),
            &|| authority.numbered(number, LOOKED_AT),
            &|| built_in(number),
            &|| authority.registered(number, LOOKED_AT),
        ],
        TypedQuery::Words(words) => [
            &|| library.titled(words, LOOKED_AT),
            &|| authority.titled(words, LOOKED_AT),
            &|| known::search(words).into_iter().filter_map(|known| known.symbol()).collect(),
            &|| authority.registered_titles(words, LOOKED_AT),
        ],
    };
    for (index, source) in sources.into_iter().enumerate() {
        let enough = matches!(typed, TypedQuery::Number(_)) && found.symbols.len() >= MOST;
        // Where nothing was typed, what everybody cites is worth showing only where there is nothing else.
        let unasked = index == 2 && matches!(typed, TypedQuery::Number("")) && !found.symbols.is_empty();
        if !enough && !unasked {
            source().into_iter().for_each(|symbol| found.take(symbol));
        }
    }
    let mut symbols = found.symbols;
    let partial = symbols.len() >= MOST || matches!(typed, TypedQuery::Words(_));
    // What the draft cites comes first, whoever knows its title.
    let is_cited: HashSet<&Symbol> = cited.iter().map(|(symbol, _)| *symbol).collect();
    symbols.sort_by_key(|symbol| !is_cited.contains(symbol));
    symbols.truncate(MOST);
    (symbols, partial)
}

struct CompletionCandidate<'a> {
    symbols: Vec<Symbol>,
    seen: HashSet<Symbol>,
    can_mean: &'a dyn Fn(&Symbol) -> bool,
}

impl CompletionCandidate<'_> {
    fn take(&mut self, symbol: Symbol) {
        if (self.can_mean)(&symbol) && self.seen.insert(symbol.clone()) {
            self.symbols.push(symbol);
        }
    }
}

/// How a draft cites an instrument.
#[derive(Debug, Default)]
struct CitedInDraft<'a> {
    times: usize,
    first: usize,
    /// The titles that it quotes for it.
    titles: Vec<&'a str>,
}

/// What the draft cites on other lines, the most often cited first.
fn cited<'a>(at: &CursorContext<'a>) -> Vec<(&'a Symbol, CitedInDraft<'a>)> {
    let draft = &at.params.reading.draft;
    let here = at.line..=at.params.offset;
    let mut cited: HashMap<&Symbol, CitedInDraft> = HashMap::new();
    for (place, citation) in draft.cited().filter(|citation| !here.contains(&citation.range.start)).enumerate() {
        let entry =
            cited.entry(&citation.symbol).or_insert_with(|| CitedInDraft { first: place, ..CitedInDraft::default() });
        entry.times += 1;
        entry.titles.extend(citation.title.as_ref().map(|(title, _)| title.as_str()));
    }
    let mut cited: Vec<_> = cited.into_iter().collect();
    cited.sort_by_key(|(_, cited)| (std::cmp::Reverse(cited.times), cited.first));
    cited
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

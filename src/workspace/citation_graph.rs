//! Which text cites what, and where. Kept small: an instrument is a number, a citation twenty bytes.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::index::Generation;
use super::parsed_text::ParsedText;
use crate::symbol::Symbol;
use crate::text::{Position, PositionEncoding};

/// A place in a text, from a position to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span {
    pub start: Position,
    pub end: Position,
}

/// What the texts cite that are not open in the editor.
#[derive(Debug, Default)]
pub(super) struct CitationGraph {
    symbols: Vec<Symbol>,
    numbers: HashMap<Symbol, u32>,
    /// The texts that cite each symbol, by its number.
    citing: Vec<Vec<u32>>,
    texts: Vec<IndexedText>,
    by_path: HashMap<Arc<Path>, u32>,
}

#[derive(Debug)]
struct IndexedText {
    path: Arc<Path>,
    /// The turn in which it was read.
    ticket: Generation,
    /// In the order of the text.
    places: Box<[CitationPlace]>,
}

#[derive(Debug, Clone, Copy)]
struct CitationPlace {
    symbol: u32,
    line: u32,
    column: u32,
    end_line: u32,
    end_column: u32,
}

impl CitationGraph {
    /// Says what a text cites, in its order. What was read in a later turn stays.
    pub fn put(&mut self, ticket: Generation, path: &Path, cited: &[(Symbol, Span)]) {
        let known = self.by_path.get(path).copied();
        if known.is_none() && cited.is_empty() {
            return;
        }
        let Some(text) = known.or_else(|| self.add_text(ticket, path)) else { return };
        let Some(kept) = self.texts.get_mut(text as usize).filter(|kept| kept.ticket <= ticket) else { return };
        kept.ticket = ticket;
        let before = std::mem::take(&mut kept.places);
        for symbol in distinct(&before) {
            if let Some(citing) = self.citing.get_mut(symbol as usize) {
                citing.retain(|other| *other != text);
            }
        }
        let places: Box<[CitationPlace]> = cited.iter().filter_map(|(symbol, span)| self.place(symbol, span)).collect();
        for symbol in distinct(&places) {
            if let Some(citing) = self.citing.get_mut(symbol as usize) {
                citing.push(text);
            }
        }
        if let Some(kept) = self.texts.get_mut(text as usize) {
            kept.places = places;
        }
    }

    /// The texts that cite an instrument, and where.
    pub fn citing(&self, symbol: &Symbol) -> impl Iterator<Item = (&Path, Vec<Span>)> {
        let number = self.numbers.get(symbol).copied();
        let citing = number.and_then(|number| self.citing.get(number as usize)).into_iter().flatten();
        let texts = citing.filter_map(|text| self.texts.get(*text as usize));
        texts.map(move |text| {
            let places = text.places.iter().filter(|place| Some(place.symbol) == number);
            (&*text.path, places.map(CitationPlace::span).collect())
        })
    }

    /// The paths of the texts that cite an instrument.
    pub fn paths_citing(&self, symbol: &Symbol) -> impl Iterator<Item = &Path> {
        let citing = self.numbers.get(symbol).and_then(|number| self.citing.get(*number as usize));
        citing.into_iter().flatten().filter_map(|text| self.texts.get(*text as usize)).map(|text| &*text.path)
    }

    /// What a text cites, in its order.
    pub fn cited(&self, path: &Path) -> Vec<(Symbol, Span)> {
        let text = self.by_path.get(path).and_then(|text| self.texts.get(*text as usize));
        let places = text.into_iter().flat_map(|text| &text.places);
        places.filter_map(|place| Some((self.symbols.get(place.symbol as usize)?.clone(), place.span()))).collect()
    }

    /// How many texts and citations are known.
    pub fn counts(&self) -> (usize, usize) {
        let places = self.texts.iter().map(|text| text.places.len());
        (places.clone().filter(|count| *count > 0).count(), places.sum())
    }

    fn add_text(&mut self, ticket: Generation, path: &Path) -> Option<u32> {
        let number = u32::try_from(self.texts.len()).ok()?;
        let path: Arc<Path> = path.into();
        self.texts.push(IndexedText { path: path.clone(), ticket, places: Box::default() });
        self.by_path.insert(path, number);
        Some(number)
    }

    fn place(&mut self, symbol: &Symbol, span: &Span) -> Option<CitationPlace> {
        let symbol = match self.numbers.get(symbol) {
            Some(number) => *number,
            None => {
                let number = u32::try_from(self.symbols.len()).ok()?;
                self.symbols.push(symbol.clone());
                self.numbers.insert(symbol.clone(), number);
                self.citing.push(Vec::new());
                number
            }
        };
        Some(CitationPlace {
            symbol,
            line: u32::try_from(span.start.line).ok()?,
            column: u32::try_from(span.start.column).ok()?,
            end_line: u32::try_from(span.end.line).ok()?,
            end_column: u32::try_from(span.end.column).ok()?,
        })
    }
}

impl CitationPlace {
    fn span(&self) -> Span {
        Span {
            start: Position::new(self.line as usize, self.column as usize),
            end: Position::new(self.end_line as usize, self.end_column as usize),
        }
    }
}

/// The symbols of some places, each once.
fn distinct(places: &[CitationPlace]) -> Vec<u32> {
    let mut symbols: Vec<u32> = places.iter().map(|place| place.symbol).collect();
    symbols.sort_unstable();
    symbols.dedup();
    symbols
}

/// What a text cites, in its order, its columns counted in `encoding`.
pub(super) fn cited(reading: &ParsedText, encoding: PositionEncoding) -> Vec<(Symbol, Span)> {
    let span = reading.spans(encoding);
    reading.draft.cited().map(|cited| (cited.symbol.clone(), span(&cited.range))).collect()
}

/// A text that cites an instrument.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CitingText {
    pub path: PathBuf,
    /// In the order of the text.
    pub places: Vec<Span>,
}

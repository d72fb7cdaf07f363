//! Who cites whom in the workspace: what is known of its files, and of the open texts what stands in them now.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::{Arc, MutexGuard, PoisonError};

use super::citation_graph::{self, CitationGraph, CitingText, Span};
use super::index::{Generation, Instrument, WorkspaceIndex};
use super::parsed_text::{OpenText, ParsedText};
use super::versions::only_language;
use crate::language::Language;
use crate::symbol::Symbol;
use crate::text::PositionEncoding;

impl WorkspaceIndex {
    /// Says what columns are counted in; before anything is read.
    pub fn count_in(&self, encoding: PositionEncoding) {
        let _ = self.encoding.set(encoding);
    }

    /// Says what a file's text is and cites, now that all of it was read.
    pub fn put_reading(&self, ticket: Generation, path: &Path, reading: &ParsedText) {
        self.put_text(ticket, path, Instrument::of(path, &reading.draft), only_language(&reading.draft));
        let cited = citation_graph::cited(reading, self.encoding());
        if !self.is_forgotten(ticket, path) {
            self.graph().put(ticket, path, &cited);
        }
    }

    /// Says that a file is no draft, and cites nothing.
    pub(super) fn put_nothing_cited(&self, ticket: Generation, path: &Path) {
        self.graph().put(ticket, path, &[]);
    }

    /// The texts that cite an instrument, in the order of their paths.
    pub fn citing(&self, symbol: &Symbol) -> Vec<CitingText> {
        let open = self.open_texts();
        let mut citing: Vec<CitingText> = {
            let graph = self.graph();
            let closed = graph.citing(symbol).filter(|(path, _)| open.iter().all(|(other, _)| other != path));
            closed.map(|(path, places)| CitingText { path: path.to_owned(), places }).collect()
        };
        citing.extend(open.into_iter().filter_map(|(path, text)| {
            let reading = text.reading()?;
            let cited =
                citation_graph::cited(&reading, self.encoding()).into_iter().filter(|(cited, _)| cited == symbol);
            let places: Vec<Span> = cited.map(|(_, span)| span).collect();
            (!places.is_empty()).then_some(CitingText { path, places })
        }));
        citing.sort_by(|a, b| a.path.cmp(&b.path));
        citing
    }

    /// How many texts cite an instrument, beside the one at `except`.
    pub fn citing_count(&self, symbol: &Symbol, except: Option<&Path>) -> usize {
        let open = self.open_texts();
        let cites = |text: &Arc<dyn OpenText>| {
            text.reading().is_some_and(|reading| reading.draft.cited().any(|cited| cited.symbol == *symbol))
        };
        let open_citing = open.iter().filter(|(path, text)| Some(&**path) != except && cites(text)).count();
        let paths: BTreeSet<&Path> = open.iter().map(|(path, _)| &**path).collect();
        let graph = self.graph();
        let closed = graph.paths_citing(symbol).filter(|path| Some(*path) != except && !paths.contains(path));
        closed.count() + open_citing
    }

    /// The files of the texts that cite an instrument: those in this language first, then by their paths.
    pub fn paths_citing(&self, symbol: &Symbol, language: &Language) -> Vec<PathBuf> {
        let open = self.open_texts();
        let mut paths: Vec<PathBuf> = {
            let graph = self.graph();
            let closed = graph.paths_citing(symbol).filter(|path| open.iter().all(|(other, _)| other != path));
            closed.map(Path::to_owned).collect()
        };
        let cites = |text: &Arc<dyn OpenText>| {
            text.reading().is_some_and(|reading| reading.draft.cited().any(|cited| cited.symbol == *symbol))
        };
        paths.extend(open.into_iter().filter(|(_, text)| cites(text)).map(|(path, _)| path));
        let shelves = self.shelves();
        let own = |path: &PathBuf| {
            let of_file = shelves.files.get(path).and_then(|file| file.language);
            of_file.or_else(|| shelves.at(path).map(|instrument| instrument.language)) == Some(language)
        };
        paths.sort_by_cached_key(|path| (!own(path), path.clone()));
        paths
    }

    /// What the text at a path cites, in its order.
    pub fn cited_in(&self, path: &Path) -> Vec<(Symbol, Span)> {
        match self.open_text(path) {
            Some(text) => {
                text.reading().map(|reading| citation_graph::cited(&reading, self.encoding())).unwrap_or_default()
            }
            None => self.graph().cited(path),
        }
    }

    /// How many files cite something, and how many citations they have.
    pub fn citations_known(&self) -> (usize, usize) {
        self.graph().counts()
    }

    pub(super) fn graph(&self) -> MutexGuard<'_, CitationGraph> {
        self.graph.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn encoding(&self) -> PositionEncoding {
        self.encoding.get().copied().unwrap_or_default()
    }

    fn open_texts(&self) -> Vec<(PathBuf, Arc<dyn OpenText>)> {
        self.shelves().open.iter().map(|(path, (text, _))| (path.clone(), text.clone())).collect()
    }
}

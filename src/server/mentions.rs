//! Where the workspace cites an instrument: the open documents as they stand, and the files that are not open.

use std::path::PathBuf;
use std::sync::Arc;

use tower_lsp::ls_types::{Range, Uri};

use super::convert;
use super::documents::Snapshot;
use super::paths;
use crate::symbol::Symbol;
use crate::workspace::{Span, WorkspaceIndex};

/// A text that cites an instrument.
#[derive(Debug)]
pub struct Mention {
    pub uri: Uri,
    /// Its file, if it is one.
    pub path: Option<PathBuf>,
    /// Where it does, in the order of the text.
    pub places: Vec<Range>,
}

/// The texts that cite an instrument: first open ones, then files in the order of their paths.
pub fn of(library: &WorkspaceIndex, open: &[Arc<Snapshot>], symbol: &Symbol) -> Vec<Mention> {
    let mut mentions: Vec<Mention> = Vec::new();
    let mut paths_open: Vec<PathBuf> = Vec::new();
    for document in open {
        let path = document.path();
        paths_open.extend(path.clone());
        let places: Vec<Range> =
            cited(document).into_iter().filter(|(cited, _)| cited == symbol).map(|(_, place)| place).collect();
        if !places.is_empty() {
            mentions.push(Mention { uri: document.uri.clone(), path, places });
        }
    }
    for citing in library.citing(symbol).into_iter().filter(|citing| !paths_open.contains(&citing.path)) {
        let Some(uri) = paths::uri(&citing.path) else { continue };
        let places = citing.places.iter().map(range).collect();
        mentions.push(Mention { uri, path: Some(citing.path), places });
    }
    mentions
}

/// What an open document cites, in its order.
pub fn cited(document: &Arc<Snapshot>) -> Vec<(Symbol, Range)> {
    let Some(reading) = document.reading() else { return Vec::new() };
    let citations = reading.draft.cited();
    citations.map(|cited| (cited.symbol.clone(), convert::range(document, &cited.range))).collect()
}

/// A place in a file.
pub fn range(span: &Span) -> Range {
    Range::new(convert::lsp_position(span.start), convert::lsp_position(span.end))
}

//! Where the workspace cites an instrument: the open documents as they stand, and the files that are not open.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use tower_lsp::ls_types::{Range, Uri};

use super::{to_proto, uri};
use crate::document::DocumentSnapshot;
use crate::symbol::Symbol;
use crate::workspace::WorkspaceIndex;

/// A text that cites an instrument.
#[derive(Debug)]
pub struct CitingDocument {
    pub uri: Uri,
    /// Its file, if it is one.
    pub path: Option<PathBuf>,
    /// Where it does, in the order of the text.
    pub places: Vec<Range>,
}

/// The texts that cite an instrument: first open ones, then files in the order of their paths.
pub fn of(library: &WorkspaceIndex, open: &[Arc<DocumentSnapshot<Uri>>], symbol: &Symbol) -> Vec<CitingDocument> {
    let mut citing_texts: Vec<CitingDocument> = Vec::new();
    let mut paths_open: Vec<PathBuf> = Vec::new();
    for document in open {
        let path = document.path().map(Path::to_owned);
        paths_open.extend(path.clone());
        let places: Vec<Range> =
            cited(document).into_iter().filter(|(cited, _)| cited == symbol).map(|(_, place)| place).collect();
        if !places.is_empty() {
            citing_texts.push(CitingDocument { uri: document.key().clone(), path, places });
        }
    }
    for citing in library.citing(symbol).into_iter().filter(|citing| !paths_open.contains(&citing.path)) {
        let Some(uri) = uri::from_path(&citing.path) else { continue };
        let places = citing.places.iter().map(to_proto::span).collect();
        citing_texts.push(CitingDocument { uri, path: Some(citing.path), places });
    }
    citing_texts
}

/// What an open document cites, in its order.
pub fn cited(document: &Arc<DocumentSnapshot<Uri>>) -> Vec<(Symbol, Range)> {
    let Some(reading) = document.reading() else { return Vec::new() };
    let citations = reading.draft.cited();
    citations.map(|cited| (cited.symbol.clone(), to_proto::range(document, &cited.range))).collect()
}

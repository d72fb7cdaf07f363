//! From the protocol's types to plain structs.

use std::ops::Range;

use tower_lsp::ls_types::{self as lsp, TextDocumentContentChangeEvent, Uri};

use crate::document::DocumentSnapshot;
use crate::text::{Position, TextChange};

/// A place, as the client counts it.
pub fn position(position: lsp::Position) -> Position {
    Position::new(position.line as usize, position.character as usize)
}

/// The byte of an open draft's words that is at a place.
pub fn byte(snapshot: &DocumentSnapshot<Uri>, place: lsp::Position) -> usize {
    snapshot.byte(position(place))
}

/// The bytes of an open draft's words that are between two places.
pub fn bytes(snapshot: &DocumentSnapshot<Uri>, range: lsp::Range) -> Range<usize> {
    byte(snapshot, range.start)..byte(snapshot, range.end)
}

/// A change of a text; one without a range takes the place of the whole text.
pub fn change(change: TextDocumentContentChangeEvent) -> TextChange {
    TextChange { range: change.range.map(|range| position(range.start)..position(range.end)), text: change.text }
}

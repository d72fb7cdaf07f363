//! What stands at a place in a draft.

use std::ops::Range;

use crate::draft::{Citation, Draft, Marker, Note, Reference};
use crate::symbol::Symbol;

/// Something in a draft that can be asked about.
#[derive(Debug, Clone, Copy)]
pub enum Target<'a> {
    /// A cited instrument or a document symbol, and its index in [`Draft::citations`].
    Citation(usize, &'a Citation),
    /// A reference to a paragraph.
    Reference(&'a Reference),
    /// A footnote's marker.
    Marker(&'a Marker),
    /// The number at the beginning of a note.
    NoteLabel(&'a Note),
    /// The draft's own number, before its title.
    OwnNumber(&'a Symbol),
}

impl<'a> Target<'a> {
    /// The thing at a byte of the draft, and its place. Just after its last character is still at it, if
    /// nothing else begins there.
    pub fn at(draft: &'a Draft, offset: usize) -> Option<(Target<'a>, Range<usize>)> {
        let citations = draft.citations.iter().enumerate();
        let things = citations.map(|(index, c)| (Target::Citation(index, c), &c.range));
        let things = things.chain(draft.references.iter().map(|r| (Target::Reference(r), &r.range)));
        let things = things.chain(draft.markers.iter().map(|m| (Target::Marker(m), &m.range)));
        let things = things.chain(draft.notes.iter().map(|n| (Target::NoteLabel(n), &n.label_range)));
        let own = draft.title.as_ref().and_then(|title| title.number.as_ref()).zip(draft.symbol.as_ref());
        let things = things.chain(own.map(|(range, symbol)| (Target::OwnNumber(symbol), range)));
        things
            .filter(|(_, range)| range.start <= offset && offset <= range.end)
            .min_by_key(|(_, range)| (offset == range.end, range.len()))
            .map(|(thing, range)| (thing, range.clone()))
    }
}

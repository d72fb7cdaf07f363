//! What belongs to the thing under the cursor, in this draft.

use std::ops::Range;

use super::{Params, Thing, citations_of, references};
use crate::draft::{Draft, Reference, ReferenceTarget, Referents};

/// What belongs together.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Highlights {
    /// Where the thing itself stands: a note's number, a paragraph's label, the draft's own number.
    pub itself: Option<Range<usize>>,
    /// Where it is mentioned, in order.
    pub mentions: Vec<Range<usize>>,
}

/// What belongs to the thing at a place: to a marker its note and the other markers, to a paragraph's label or a reference
/// to it the others, to a citation those of the same instrument.
pub fn highlights(params: Params<'_>) -> Option<Highlights> {
    let draft = &params.reading.draft;
    let label = draft.paragraphs.iter().position(|paragraph| {
        let label = paragraph.label.as_ref();
        label.is_some_and(|label| label.range.start <= params.offset && params.offset <= label.range.end)
    });
    match Thing::at(draft, params.offset).map(|(thing, _)| thing) {
        Some(Thing::Marker(crate::draft::Marker { label, range })) => Some(note(draft, label, range)),
        Some(Thing::NoteLabel(crate::draft::Note { label, label_range, .. })) => Some(note(draft, label, label_range)),
        Some(Thing::Citation(_, crate::draft::Citation { symbol, .. }) | Thing::OwnNumber(symbol)) => {
            let own = draft.symbol.as_ref() == Some(symbol);
            let number = draft.title.as_ref().and_then(|title| title.number.clone()).filter(|_| own);
            Some(Highlights { itself: number, mentions: citations_of(draft, symbol) })
        }
        Some(Thing::Reference(reference)) => match own(draft, reference) {
            Some((referents, index)) => Some(paragraph(draft, &referents, index)),
            None => Some(Highlights { itself: None, mentions: references(params, false)?.here }),
        },
        None => Some(paragraph(draft, &Referents::of(draft), label?)),
    }
}

/// The paragraph of this draft that a reference means.
fn own<'a>(draft: &'a Draft, reference: &Reference) -> Option<(Referents<'a>, usize)> {
    if matches!(reference.of, ReferenceTarget::Citation(_)) {
        return None;
    }
    let referents = Referents::of(draft);
    let index = referents.meant(reference)?.innermost()?;
    Some((referents, index))
}

fn paragraph(draft: &Draft, referents: &Referents<'_>, index: usize) -> Highlights {
    let label = draft.paragraphs.get(index).and_then(|paragraph| paragraph.label.as_ref());
    let means = |reference: &&Reference| {
        referents.meant(reference).and_then(|meant| meant.innermost()).is_some_and(|meant| meant == index)
    };
    Highlights {
        itself: label.map(|label| label.range.clone()),
        mentions: draft.references.iter().filter(means).map(|reference| reference.range.clone()).collect(),
    }
}

/// A note's number and its markers, in the part that one of them stands in.
pub(super) fn note(draft: &Draft, label: &str, at: &Range<usize>) -> Highlights {
    let part = draft.part_at(at.start);
    let here = |range: &Range<usize>| draft.part_at(range.start) == part;
    let note = draft.notes.iter().find(|note| note.label == label && here(&note.label_range));
    let markers = draft.markers.iter().filter(|marker| marker.label == label && here(&marker.range));
    Highlights {
        itself: note.map(|note| note.label_range.clone()),
        mentions: markers.map(|marker| marker.range.clone()).collect(),
    }
}

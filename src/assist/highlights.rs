//! What belongs to the thing under the cursor, in this draft.

use std::ops::Range;

use super::{AssistContext, Target, citations_of};
use crate::draft::{Draft, Reference, ReferenceResolver};

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
pub fn highlights(params: AssistContext<'_>) -> Option<Highlights> {
    let draft = &params.reading.draft;
    match Target::at(draft, params.offset).map(|(thing, _)| thing) {
        Some(Target::Marker(crate::draft::Marker { label, range })) => Some(note(draft, label, range)),
        Some(Target::NoteLabel(crate::draft::Note { label, label_range, .. })) => Some(note(draft, label, label_range)),
        Some(Target::Citation(_, crate::draft::Citation { symbol, .. }) | Target::OwnNumber(symbol)) => {
            let own = draft.symbol.as_ref() == Some(symbol);
            let number = draft.title.as_ref().and_then(|title| title.number.clone()).filter(|_| own);
            Some(Highlights { itself: number, mentions: citations_of(draft, symbol) })
        }
        Some(Target::Reference(reference)) => {
            let resolver = ReferenceResolver::of(draft);
            Some(match resolver.resolve(reference).and_then(|resolved| resolved.innermost()) {
                Some(index) => paragraph(draft, &resolver, index),
                None => Highlights { itself: None, mentions: alike(draft, reference) },
            })
        }
        None => Some(paragraph(draft, &ReferenceResolver::of(draft), labelled(draft, params.offset)?)),
    }
}

/// The paragraph whose label stands at a byte of the draft.
pub(super) fn labelled(draft: &Draft, offset: usize) -> Option<usize> {
    draft.paragraphs.iter().position(|paragraph| {
        let label = paragraph.label.as_ref();
        label.is_some_and(|label| label.range.start <= offset && offset <= label.range.end)
    })
}

/// A paragraph's label, and the references that mean it.
pub(super) fn paragraph(draft: &Draft, resolver: &ReferenceResolver<'_>, index: usize) -> Highlights {
    let label = draft.paragraphs.get(index).and_then(|paragraph| paragraph.label.as_ref());
    Highlights {
        itself: label.map(|label| label.range.clone()),
        mentions: resolver.references_to(index).map(|reference| reference.range.clone()).collect(),
    }
}

/// The references that say the same as one of which nobody knows what paragraph it means, or that is to another text.
pub(super) fn alike(draft: &Draft, reference: &Reference) -> Vec<Range<usize>> {
    let labels = |of: &Reference| of.subparagraphs.iter().map(|label| label.text.clone()).collect::<Vec<_>>();
    let same = |other: &&Reference| {
        other.of == reference.of
            && (other.paragraph, other.insertion) == (reference.paragraph, reference.insertion)
            && labels(other) == labels(reference)
    };
    draft.references.iter().filter(same).map(|other| other.range.clone()).collect()
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

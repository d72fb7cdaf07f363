//! Where the thing under the cursor is mentioned.

use std::ops::Range;

use super::highlights::{Highlights, note};
use super::{Params, Thing};
use crate::draft::{Draft, Reference};
use crate::symbol::Symbol;

/// Where a thing is mentioned.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct References {
    /// In this draft, in order.
    pub here: Vec<Range<usize>>,
    /// The instrument that it is; other drafts may cite it too ([`citations_of`]).
    pub symbol: Option<Symbol>,
}

/// Where the thing at a place is mentioned: a note's markers, an instrument's citations, a paragraph's
/// references. With `declaration`, the note, or the draft's own title, is among them.
pub fn references(params: Params<'_>, declaration: bool) -> Option<References> {
    let draft = &params.reading.draft;
    let mut found = References::default();
    match Thing::at(draft, params.offset)?.0 {
        Thing::Marker(crate::draft::Marker { label, range })
        | Thing::NoteLabel(crate::draft::Note { label, label_range: range, .. }) => {
            let Highlights { itself, mentions } = note(draft, label, range);
            found.here = mentions;
            found.here.extend(itself.filter(|_| declaration));
        }
        Thing::Citation(_, crate::draft::Citation { symbol, .. }) | Thing::OwnNumber(symbol) => {
            found.here = citations_of(draft, symbol);
            let own = draft.title.as_ref().filter(|_| declaration && draft.symbol.as_ref() == Some(symbol));
            found.here.extend(own.map(|title| title.range.clone()));
            found.symbol = Some(symbol.clone());
        }
        Thing::Reference(reference) => {
            let labels = |of: &Reference| of.subparagraphs.iter().map(|label| label.text.clone()).collect::<Vec<_>>();
            let same = |other: &&Reference| {
                other.of == reference.of
                    && (other.paragraph, other.insertion) == (reference.paragraph, reference.insertion)
                    && labels(other) == labels(reference)
            };
            found.here.extend(draft.references.iter().filter(same).map(|other| other.range.clone()));
        }
    }
    found.here.sort_by_key(|range| (range.start, range.end));
    found.here.dedup();
    Some(found)
}

/// Where a draft cites an instrument, in order.
pub fn citations_of(draft: &Draft, symbol: &Symbol) -> Vec<Range<usize>> {
    draft.citations.iter().filter(|citation| citation.symbol == *symbol).map(|c| c.range.clone()).collect()
}

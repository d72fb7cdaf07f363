//! Which instrument a place in a draft is about.

use super::{AssistContext, Thing};
use crate::draft::ReferenceTarget;
use crate::symbol::Symbol;

/// What a place is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum InstrumentAt {
    /// An instrument that is cited there.
    Cited(Symbol, std::ops::Range<usize>),
    /// The draft itself.
    ThisDraft,
}

/// The instrument that is cited at a place, else the draft itself.
pub fn subject(params: AssistContext<'_>) -> InstrumentAt {
    let draft = &params.reading.draft;
    let cited = match Thing::at(draft, params.offset) {
        Some((Thing::Citation(_, citation), _)) => Some(citation),
        Some((Thing::Reference(reference), _)) => match reference.of {
            ReferenceTarget::Citation(index) => draft.citations.get(index),
            ReferenceTarget::ThisDraft | ReferenceTarget::Elsewhere => None,
        },
        _ => None,
    };
    match cited.filter(|cited| draft.symbol.as_ref() != Some(&cited.symbol)) {
        Some(cited) => InstrumentAt::Cited(cited.symbol.clone(), cited.range.clone()),
        None => InstrumentAt::ThisDraft,
    }
}

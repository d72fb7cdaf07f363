//! Which instrument a place in a draft is about.

use super::{AssistContext, Target};
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
    let cited = match Target::at(draft, params.offset) {
        Some((Target::Citation(_, citation), _)) => Some(citation),
        Some((Target::Reference(reference), _)) => match reference.of {
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

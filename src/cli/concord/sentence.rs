//! What is said of something that differs.

use rapporteur::compare::DivergenceKind;
use rapporteur::messages::Message;

use super::view::{RowDifference, SetView};

rapporteur::messages! {
    "cli.concord-sentence":
    differs() = "This differs from the other versions.";
}

/// What differs, in a sentence.
pub fn sentence(view: &SetView<'_>, difference: &RowDifference) -> Message {
    let _ = (view, difference);
    differs()
}

/// The code of the rule that tells of it, and what it is, in a word; the same in every language.
pub fn code(kind: &DivergenceKind) -> (&'static str, &'static str) {
    match kind {
        DivergenceKind::OtherText { .. } => ("version-paragraph", "other-text"),
        DivergenceKind::Lacking { .. } => ("version-paragraph", "lacking"),
        DivergenceKind::Surplus { .. } => ("version-paragraph", "surplus"),
        DivergenceKind::Merged { .. } => ("version-paragraph", "merged"),
        DivergenceKind::Split => ("version-paragraph", "split"),
        DivergenceKind::Moved { .. } => ("version-paragraph", "moved"),
        DivergenceKind::Label { .. } => ("version-label", "label"),
        DivergenceKind::LackingNote { .. } => ("version-note", "lacking"),
        DivergenceKind::SurplusNote { .. } => ("version-note", "surplus"),
        DivergenceKind::Marker { .. } => ("version-marker", "marker"),
        DivergenceKind::Citation { .. } => ("version-citation", "citation"),
        DivergenceKind::Reference { .. } => ("version-citation", "reference"),
        DivergenceKind::Date { .. } => ("version-date", "date"),
        DivergenceKind::OwnSymbol { .. } => ("version-masthead", "symbol"),
        DivergenceKind::OwnNumber { .. } => ("version-masthead", "number"),
        DivergenceKind::OwnDate { .. } => ("version-masthead", "date"),
        DivergenceKind::Brackets { .. } => ("version-brackets", "brackets"),
    }
}

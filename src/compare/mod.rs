//! Texts side by side: the language versions of one, and a text beside an earlier one.
//!
//! [`LanguageVersion`] is what there is to compare of one version: its paragraphs, headings and notes with their labels,
//! and what each of them cites, dates and counts. [`Concordance`] puts two to six of them in rows, so that what stands in
//! a row is the same paragraph in all of them. [`Divergence`] is what differs in a row.
//!
//! [`TextRevision`] puts a text beside the one that it was made of, and tells what was done to each paragraph.
//!
//! Versions go by structure: kinds, levels, labels, notes' numbers, symbols, dates and numbers. No word of any language
//! stands here.

mod alignment;
mod concordance;
mod divergence;
mod names;
mod odd_one;
mod outline;
mod revision;
#[cfg(test)]
mod tests;
mod version;

pub use concordance::{Concordance, ConcordanceRow, MOST_VERSIONS};
pub use divergence::{Divergence, DivergenceKind, OtherPlace, SlipKind};
pub use names::item_name;
pub use outline::{ComparedItem, outline};
pub use revision::{
    ChangeCounts, ParagraphChange, PieceChange, RevisionItem, RevisionPiece, RevisionRow, TextRevision,
};
pub use version::{
    CitedFact, CorrigendumFact, FigureFact, ItemFacts, ItemKind, LanguageVersion, MarkerFact, ReferenceFact,
    VersionItem,
};

use crate::messages::Template;

/// All that is told of texts side by side.
pub fn messages() -> impl Iterator<Item = &'static Template> {
    [names::MESSAGES, revision::sentences::MESSAGES].into_iter().flatten().copied()
}

//! Language versions of one text, side by side.
//!
//! [`LanguageVersion`] is what there is to compare of one version: its paragraphs, headings and notes with their labels,
//! and what each of them cites, dates and counts. [`Concordance`] puts two to six of them in rows, so that what stands in
//! a row is the same paragraph in all of them. [`Divergence`] is what differs in a row.
//!
//! All of it goes by structure: kinds, levels, labels, notes' numbers, symbols, dates and numbers. No word of any language
//! stands here.

mod alignment;
mod concordance;
mod divergence;
mod odd_one;
#[cfg(test)]
mod tests;
mod version;

pub use concordance::{Concordance, ConcordanceRow, MOST_VERSIONS};
pub use divergence::{Divergence, DivergenceKind, OtherPlace, SlipKind};
pub use version::{
    CitedFact, CorrigendumFact, FigureFact, ItemFacts, ItemKind, LanguageVersion, MarkerFact, ReferenceFact,
    VersionItem,
};

//! Language versions side by side, and what prints them in a format.

mod html;
mod json;
mod names;
mod pieces;
mod sentence;
mod sets;
mod texts;
mod told;
mod view;

pub use html::HtmlPage;
pub use json::JsonLines;
pub use names::row_name;
pub use pieces::{CellPiece, PieceKind, PieceMark, pieces};
pub use sets::{TextSet, sets_of};
pub use texts::VersionText;
pub use told::{aside, differences_told, total};
pub use view::{RowDifference, RowSubject, SetView, VersionColumn, ViewCell, ViewRow};

use crate::messages::Template;

/// All that is told here.
pub(super) fn messages() -> impl Iterator<Item = &'static Template> {
    [html::MESSAGES, names::MESSAGES, told::MESSAGES].into_iter().flatten().copied()
}

/// What came of all sets.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct ConcordTally {
    /// Sets of versions.
    pub sets: usize,
    /// Sets in which something differs.
    pub differing: usize,
    /// What differs, in all of them.
    pub differences: usize,
    /// What could not be read, compared or written.
    pub failed: usize,
}

/// What is printed of a set.
#[derive(Debug, Default)]
pub struct PrintedSet {
    /// It itself.
    pub text: String,
    /// How it is entered in a list of contents.
    pub entry: String,
    /// How much differs in it.
    pub differences: usize,
}

/// A way to print sets of versions.
pub trait ConcordReport: Sync {
    /// One of the sets, by its place among all.
    fn set(&self, view: &SetView<'_>, at: usize) -> PrintedSet;

    /// Whether the sets are printed together, behind what is said of all of them.
    fn is_whole(&self) -> bool {
        false
    }

    /// What comes before sets that are printed together.
    fn head(&self, sets: &[PrintedSet]) -> String {
        let _ = sets;
        String::new()
    }

    /// What comes after the last set.
    fn tail(&self, tally: &ConcordTally) -> String {
        let _ = tally;
        String::new()
    }
}

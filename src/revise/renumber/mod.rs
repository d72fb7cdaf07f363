//! Renumbering: paragraphs, subparagraphs and notes are counted anew, and what refers to them follows.
//!
//! NewLabels in the text name paragraphs as references mean them, whatever the order they have come into. Each is given the
//! one that its place asks for, in its own writing, and every reference the new label of what it means, with "above" and
//! "below". Notes are counted
//! by where they are first called; where they stand together, their texts are put in that order too. Nothing else
//! changes.

mod above_below;
mod carry_references;
mod closings;
mod counting;
mod move_paragraph;
mod notes;
mod quoted;
mod rename;
mod room;

#[cfg(test)]
mod tests;

use std::ops::Range;

use crate::draft::{Draft, Edit, ReferenceResolver};
use crate::messages::{Message, Template};
use carry_references::ReferenceCarrier;
pub use move_paragraph::{MoveDirection, MoveRefusal, move_paragraph};
pub use rename::{RenameRefusal, Renamed, name_at, rename};
pub use room::make_room;

/// What is counted anew.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RenumberScope {
    /// Operative paragraphs.
    pub operative: bool,
    /// Subparagraphs.
    pub subparagraphs: bool,
    /// Footnotes and their markers.
    pub notes: bool,
    /// What becomes of paragraphs put in as `bis` and `ter`.
    pub insertions: Insertions,
}

/// What becomes of `4 bis` and `(a) bis`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Insertions {
    /// They stay insertions after what is before them.
    #[default]
    Kept,
    /// They become paragraphs like the others.
    Resolved,
}

impl RenumberScope {
    /// Nothing is renumbered.
    pub const NOTHING: RenumberScope =
        RenumberScope { operative: false, subparagraphs: false, notes: false, insertions: Insertions::Kept };
    /// Operative paragraphs alone.
    pub const OPERATIVE: RenumberScope = RenumberScope { operative: true, ..RenumberScope::NOTHING };
    /// Subparagraphs alone.
    pub const SUBPARAGRAPHS: RenumberScope = RenumberScope { subparagraphs: true, ..RenumberScope::NOTHING };
    /// Footnotes alone.
    pub const NOTES: RenumberScope = RenumberScope { notes: true, ..RenumberScope::NOTHING };
    /// All that is numbered; what was put in as `bis` and `ter` stays so.
    pub const ALL: RenumberScope =
        RenumberScope { operative: true, subparagraphs: true, notes: true, insertions: Insertions::Kept };
}

/// How a draft is counted anew.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Renumbered {
    /// In the order of the text; none where everything is right.
    pub edits: Vec<Edit>,
    /// What stays as it is because nobody can know what it should be.
    pub left: Vec<LeftUnchanged>,
}

/// Something that stays as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftUnchanged {
    /// In the draft as it was.
    pub range: Range<usize>,
    /// Why it was left as it is.
    pub why: UnchangedReason,
}

/// Why something stays as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnchangedReason {
    /// A reference to a paragraph that isn't there.
    Gone,
    /// A reference to a label that several paragraphs have.
    Ambiguous,
    /// A reference to paragraphs from one to another which no longer stand together.
    Scattered,
    /// A reference to paragraphs of which some have come to stand above it and others below.
    Astride,
    /// A note whose number another one has.
    TwoNotes,
    /// A label or reference that is written in a way that cannot be continued.
    Unwritable,
}

crate::messages! {
    "renumber":
    gone(words: quote) = "“{words}” refers to a paragraph that is gone.";
    ambiguous(words: quote) = "“{words}” may refer to more than one paragraph.";
    scattered(words: quote) = "“{words}” refers to paragraphs that no longer follow each other.";
    astride(words: quote) = "“{words}” refers to paragraphs of which some now stand above and some below.";
    two_notes(words: quote) = "There are two notes {words}, so no note was numbered anew.";
    unwritable(words: quote) = "“{words}” is a way of counting in which the number that is due cannot be written.";
}

/// All that is told of counting anew, renaming and moving.
pub fn messages() -> impl Iterator<Item = &'static Template> {
    [MESSAGES, move_paragraph::MESSAGES, rename::MESSAGES].into_iter().flatten().copied()
}

impl UnchangedReason {
    /// What is said of it to the user, with the words themselves.
    pub fn message(self, words: &str) -> Message {
        match self {
            UnchangedReason::Gone => gone(words),
            UnchangedReason::Ambiguous => ambiguous(words),
            UnchangedReason::Scattered => scattered(words),
            UnchangedReason::Astride => astride(words),
            UnchangedReason::TwoNotes => two_notes(words),
            UnchangedReason::Unwritable => unwritable(words),
        }
    }
}

/// Counts a draft anew, whose text is `text`.
pub fn renumber(text: &str, draft: &Draft, wanted: RenumberScope) -> Renumbered {
    let mut carrier = ReferenceCarrier::new(text, draft);
    if wanted.operative || wanted.subparagraphs {
        let resolver = ReferenceResolver::of(draft);
        let mut labels = counting::NewLabels::unchanged(draft);
        if wanted.operative {
            labels.count_operative(text, draft, wanted.insertions);
        }
        if wanted.subparagraphs {
            labels.count_lists(draft, resolver.lists(), wanted.insertions);
        }
        carrier.labels(&labels);
        carrier.references(&resolver, &labels);
        carrier.sides(&resolver, &labels);
    }
    let mut done = carrier.done();
    if wanted.notes {
        notes::renumber(text, draft, &mut done, |marker| marker.range.start);
    }
    done
}

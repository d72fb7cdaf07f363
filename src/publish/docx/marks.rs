//! Which notes a word processor counts by itself, and which marks are typed.
//!
//! Notes are counted where the text calls them. One whose number would be another one then, or whose mark is a star, has its
//! mark typed. Source: ECMA-376-1, 17.11.

use super::super::manuscript::{Manuscript, ManuscriptRun};

/// How a note is marked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PlannedMark {
    /// By the number that the word processor counts.
    Counted(u32),
    /// By this mark, which is typed.
    Custom(String),
    /// Nothing calls it: it stands at the end of the text, its number typed.
    Uncalled,
}

/// The marks of a manuscript's notes, in the order of the notes.
pub fn planned(manuscript: &Manuscript<'_>) -> Vec<PlannedMark> {
    let mut marks = vec![PlannedMark::Uncalled; manuscript.notes.len()];
    let mut next = 1_u32;
    for run in manuscript.blocks.iter().flat_map(|block| &block.runs) {
        let ManuscriptRun::Mark { label, note: Some(note), .. } = run else { continue };
        let Some(mark @ PlannedMark::Uncalled) = marks.get_mut(*note) else { continue };
        // Names, which Markdown allows, are shown as numbers there.
        let is_name = label.contains(char::is_alphabetic);
        *mark = match is_name || *label == next.to_string() {
            true => PlannedMark::Counted(next),
            false => PlannedMark::Custom(label.clone()),
        };
        next += u32::from(matches!(mark, PlannedMark::Counted(_)));
    }
    marks
}

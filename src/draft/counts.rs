//! How much was read of a draft.

use serde::{Deserialize, Serialize};

use super::{Draft, ParagraphKind};

/// How much was read of a draft, or of several: what tells at a glance whether it was understood.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftCounts {
    /// Preambular paragraphs.
    pub preambular: usize,
    /// Operative paragraphs, without their subparagraphs.
    pub operative: usize,
    /// Footnotes.
    pub notes: usize,
    /// Instruments and documents that are cited.
    pub citations: usize,
}

impl Draft {
    /// How much was read of it.
    pub fn counts(&self) -> DraftCounts {
        let count = |kind| self.paragraphs.iter().filter(|paragraph| paragraph.kind == kind).count();
        DraftCounts {
            preambular: count(ParagraphKind::Preambular),
            operative: count(ParagraphKind::Operative),
            notes: self.notes.len(),
            citations: self.cited().count(),
        }
    }
}

impl std::ops::AddAssign for DraftCounts {
    fn add_assign(&mut self, more: DraftCounts) {
        self.preambular += more.preambular;
        self.operative += more.operative;
        self.notes += more.notes;
        self.citations += more.citations;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_notes_and_citations_are_counted() {
        let draft = Draft::read(
            "The General Assembly,\n\nRecalling its resolution 62/175,¹\n\n1. Decides:\n\n(a) To look;\n\n\
             (b) To see;\n\n2. Decides to meet.\n\n¹ See A/63/1.\n",
        );
        let mut all = draft.counts();
        assert_eq!(all, DraftCounts { preambular: 1, operative: 2, notes: 1, citations: 2 });
        all += all;
        assert_eq!(all, DraftCounts { preambular: 2, operative: 4, notes: 2, citations: 4 });
    }
}

//! What can be folded away: preamble, operative part, sections, annexes, lists, notes.

use std::ops::Range;

use super::outline::{OutlineItem, OutlineKind, outline};
use crate::workspace::ParsedText;

/// Something that can be folded away, from its first line, which stays, to its last one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fold {
    /// What is folded, in bytes of the draft.
    pub range: Range<usize>,
    /// Whether it is notes, which an editor may fold away all at once.
    pub notes: bool,
}

/// All that can be folded in a draft, the outer before the inner. Some of it may stand in one line.
pub fn folds(reading: &ParsedText) -> Vec<Fold> {
    let mut folds = Vec::new();
    among(&outline(reading, reading.draft.language), &mut folds);
    folds.sort_by_key(|fold| (fold.range.start, std::cmp::Reverse(fold.range.end)));
    folds
}

fn among(items: &[OutlineItem], folds: &mut Vec<Fold>) {
    // Neighbouring operative paragraphs are the operative part.
    for run in items.chunk_by(|a, b| [a, b].iter().all(|item| item.kind == OutlineKind::OperativeParagraph)) {
        if let [first, .., last] = run {
            folds.push(Fold { range: first.range.start..last.range.end, notes: false });
        }
    }
    for item in items {
        folds.push(Fold { range: item.range.clone(), notes: item.kind == OutlineKind::Notes });
        among(&item.children, folds);
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixture::Fixture;
    use super::*;

    /// The lines that each fold of more than one line takes, from 1.
    fn lines(text: &str) -> Vec<(usize, usize)> {
        let fixture = Fixture::new(text);
        let line = |at: usize| fixture.reading.text[..at].matches('\n').count() + 1;
        let lines = folds(&fixture.reading).into_iter().map(|fold| (line(fold.range.start), line(fold.range.end)));
        lines.filter(|(first, last)| first < last).collect()
    }

    #[test]
    fn parts_and_lists_fold() {
        let found = lines(
            "The General Assembly,

Recalling its resolution 92/14,¹

Convinced of it,²

1. Decides:

(a) To go;

(b) To stay;

2. Requests a report.

_______________
¹ A/92/1.
² A/92/2.
",
        );
        assert_eq!(found, [(1, 5), (7, 13), (7, 11), (15, 17)]);
    }
}

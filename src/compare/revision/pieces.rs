//! The words of a row, with what was taken out and what was put in.

use std::ops::Range;

use super::words::{ComparedWord, changed};
use super::{RevisionRow, TextRevision};
use crate::draft::Draft;

/// Whether words were there before, are there now, or both.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PieceChange {
    /// They are as they were.
    Kept,
    /// They were taken out.
    Out,
    /// They were put in.
    In,
}

/// Words of a paragraph that were all kept, taken out or put in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RevisionPiece {
    /// Which of it.
    pub change: PieceChange,
    /// The words, with the spaces between them, as one reads them aloud.
    pub text: String,
}

/// The words of some items, one after the other, with a line for each.
#[derive(Default)]
struct JoinedItems {
    text: String,
    words: Vec<(ComparedWord, Range<usize>)>,
}

impl JoinedItems {
    fn of(items: &[super::RevisionItem], which: &[usize], text: &str, draft: &Draft) -> JoinedItems {
        let mut joined = JoinedItems::default();
        for item in which.iter().filter_map(|at| items.get(*at)) {
            if !joined.text.is_empty() {
                joined.text.push('\n');
            }
            let base = joined.text.len();
            joined.text += &super::flow(text, draft, &item.outline).text;
            let place = |word: &ComparedWord| {
                let exact = item.exact(word);
                (ComparedWord { exact, ..word.clone() }, base + word.place.start..base + word.place.end)
            };
            joined.words.extend(item.read.words.iter().map(place));
        }
        joined
    }

    fn compared(&self) -> Vec<&ComparedWord> {
        self.words.iter().map(|(word, _)| word).collect()
    }

    /// Where some words begin, and where they end; of none, behind the word before.
    fn bytes(&self, range: &Range<usize>) -> Range<usize> {
        let behind = range.start.checked_sub(1).and_then(|at| self.words.get(at)).map_or(0, |(_, place)| place.end);
        match (self.words.get(range.start), range.end.checked_sub(1).and_then(|at| self.words.get(at))) {
            (Some((_, first)), Some((_, last))) if !range.is_empty() => first.start..last.end,
            _ => behind..behind,
        }
    }

    fn text(&self, range: Range<usize>) -> &str {
        self.text.get(range).unwrap_or_default()
    }
}

impl TextRevision {
    /// The words of a row, in the order of the later text. `old` and `new` are the texts and drafts that were compared.
    pub fn pieces(&self, row: &RevisionRow, old: (&str, &Draft), new: (&str, &Draft)) -> Vec<RevisionPiece> {
        let before = JoinedItems::of(&self.old, &row.old, old.0, old.1);
        let after = JoinedItems::of(&self.new, &row.new, new.0, new.1);
        let mut pieces: Vec<RevisionPiece> = Vec::new();
        let mut push = |change, text: &str| {
            if !text.is_empty() {
                pieces.push(RevisionPiece { change, text: text.to_owned() });
            }
        };
        if row.new.is_empty() {
            push(PieceChange::Out, &before.text);
            return pieces;
        }
        if row.old.is_empty() {
            push(PieceChange::In, &after.text);
            return pieces;
        }
        let mut from = 0;
        for (out, put_in) in changed(&before.compared(), &after.compared()) {
            let (was, mut is) = (before.bytes(&out), after.bytes(&put_in));
            // With what is taken out goes the space before it, or at the beginning the space behind.
            let was = match (put_in.is_empty(), out.start) {
                (true, 0) => {
                    let next = before.words.get(out.end).map_or(was.end, |(_, next)| next.start);
                    is = 0..0;
                    was.start..next
                }
                (true, _) => before.bytes(&(out.start..out.start)).start..was.end,
                _ => was,
            };
            push(PieceChange::Kept, after.text(from..is.start));
            push(PieceChange::Out, before.text(was));
            push(PieceChange::In, after.text(is.clone()));
            from = is.end;
        }
        push(PieceChange::Kept, after.text(from..after.text.len()));
        pieces
    }
}

//! A change of a draft, as data: what mends, renumbering and formatting give.

use std::ops::Range;

use crate::source::SourceMap;

/// A replacement of bytes of the draft. Several that are meant together are each of the draft as it was, stand in its
/// order, and don't overlap.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// What is replaced, in bytes of the text.
    pub range: Range<usize>,
    /// What takes its place.
    pub text: String,
}

/// The text with edits made. One that isn't of this text is left out.
pub fn apply(edits: &[Edit], text: &str) -> String {
    let mut edited = String::with_capacity(text.len());
    let mut done = 0;
    for edit in edits {
        let (Some(kept), Some(_)) = (text.get(done..edit.range.start), text.get(edit.range.clone())) else { continue };
        edited.push_str(kept);
        edited.push_str(&edit.text);
        done = edit.range.end;
    }
    edited.push_str(text.get(done..).unwrap_or_default());
    edited
}

/// Edits of a text as edits of the file that it was made of, in the file's order. `None` where one of them can't be made there.
pub fn in_file(edits: &[Edit], map: &SourceMap) -> Option<Vec<Edit>> {
    let of_file = |edit: &Edit| map.in_file(&edit.range, &edit.text).map(|(range, text)| Edit { range, text });
    let mut all = edits.iter().map(of_file).collect::<Option<Vec<Edit>>>()?;
    // Notes stand elsewhere in the text than in the file.
    all.sort_by_key(|edit| (edit.range.start, edit.range.end));
    let apart = all.windows(2).all(|two| matches!(two, [one, next] if one.range.end <= next.range.start));
    apart.then_some(all)
}

/// Edits of a text of `length` bytes that do at once what `first` does and, on what that leaves, `second`.
pub fn then(length: usize, first: &[Edit], second: &[Edit]) -> Vec<Edit> {
    let mut pieces = Vec::new();
    let mut done = 0;
    for edit in first {
        pieces.push(EditedPiece::Kept(done..edit.range.start));
        pieces.push(EditedPiece::New(&edit.text));
        done = edit.range.end;
    }
    pieces.push(EditedPiece::Kept(done..length));
    let mut cut = Vec::new();
    let mut rest = pieces.into_iter();
    let (mut piece, mut at) = (rest.next(), 0);
    // Takes pieces up to a byte of what the first edits leave.
    let mut take = |to: usize| {
        let mut taken = Vec::new();
        while let Some(here) = piece.take() {
            let (head, tail) = here.split(to.saturating_sub(at));
            at += head.len();
            taken.push(head);
            if tail.len() > 0 {
                piece = Some(tail);
                break;
            }
            piece = rest.next();
        }
        taken
    };
    for edit in second {
        cut.extend(take(edit.range.start));
        take(edit.range.end);
        cut.push(EditedPiece::New(&edit.text));
    }
    cut.extend(take(usize::MAX));
    edits_of(cut, length)
}

/// Where places of a text are after edits.
#[derive(Debug)]
pub struct MovedPlaces<'a> {
    edits: &'a [Edit],
    /// By how many bytes the text before the end of each edit has grown.
    grown: Vec<isize>,
}

impl<'a> MovedPlaces<'a> {
    /// Of edits that are meant together.
    pub fn of(edits: &'a [Edit]) -> MovedPlaces<'a> {
        let mut sum = 0_isize;
        let grown = edits.iter().map(|edit| {
            sum = sum.saturating_add_unsigned(edit.text.len()).saturating_sub_unsigned(edit.range.len());
            sum
        });
        MovedPlaces { edits, grown: grown.collect() }
    }

    /// Where a byte of the text is afterwards. What is put in at it stands behind it, and of what is replaced the beginning stays.
    pub fn after(&self, at: usize) -> usize {
        let before = self.edits.partition_point(|edit| edit.range.end <= at && edit.range.start < at);
        let grown = before.checked_sub(1).and_then(|last| self.grown.get(last));
        at.saturating_add_signed(grown.copied().unwrap_or(0))
    }

    /// Whether an edit is of a range of bytes, or of the place right before or behind it.
    pub fn touch(&self, range: &Range<usize>) -> bool {
        let next = self.edits.partition_point(|edit| edit.range.end < range.start);
        self.edits.get(next).is_some_and(|edit| edit.range.start <= range.end)
    }

    /// As [`MovedPlaces::touch`], of a range of the text with the edits made.
    pub fn have_touched(&self, range: &Range<usize>) -> bool {
        let written = |at: usize| {
            let edit = self.edits.get(at)?;
            let before = at.checked_sub(1).and_then(|before| self.grown.get(before)).copied().unwrap_or(0);
            let start = edit.range.start.saturating_add_signed(before);
            Some(start..start + edit.text.len())
        };
        let (mut low, mut high) = (0, self.edits.len());
        while low < high {
            let middle = low.midpoint(high);
            match written(middle).is_some_and(|written| written.end < range.start) {
                true => low = middle + 1,
                false => high = middle,
            }
        }
        written(low).is_some_and(|written| written.start <= range.end)
    }
}

/// A piece of an edited text.
enum EditedPiece<'a> {
    /// Bytes of the text as it was.
    Kept(Range<usize>),
    New(&'a str),
}

impl<'a> EditedPiece<'a> {
    fn len(&self) -> usize {
        match self {
            EditedPiece::Kept(range) => range.len(),
            EditedPiece::New(text) => text.len(),
        }
    }

    /// The piece up to a byte of its own, and from there on.
    fn split(self, at: usize) -> (EditedPiece<'a>, EditedPiece<'a>) {
        let at = at.min(self.len());
        match self {
            EditedPiece::Kept(range) => {
                (EditedPiece::Kept(range.start..range.start + at), EditedPiece::Kept(range.start + at..range.end))
            }
            EditedPiece::New(text) => {
                let (head, tail) = text.split_at_checked(at).unwrap_or((text, ""));
                (EditedPiece::New(head), EditedPiece::New(tail))
            }
        }
    }
}

fn edits_of(pieces: Vec<EditedPiece<'_>>, length: usize) -> Vec<Edit> {
    let (mut edits, mut done, mut text) = (Vec::new(), 0, String::new());
    for piece in pieces.into_iter().chain([EditedPiece::Kept(length..length)]) {
        match piece {
            EditedPiece::New(new) => text.push_str(new),
            // A place between two pieces, which keeps nothing; but the text's end is reached in any case.
            EditedPiece::Kept(range) if range.is_empty() && range.start < length => {}
            EditedPiece::Kept(range) => {
                if done < range.start || !text.is_empty() {
                    edits.push(Edit { range: done..range.start, text: std::mem::take(&mut text) });
                }
                done = range.end;
            }
        }
    }
    edits
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Edits of a text of this length, in order and apart.
    fn edits(length: usize, seeds: &[(usize, usize, String)]) -> Vec<Edit> {
        let mut places: Vec<usize> = seeds.iter().flat_map(|(a, b, _)| [a % (length + 1), b % (length + 1)]).collect();
        places.sort_unstable();
        places.dedup();
        let ranges = places.chunks_exact(2).map(|pair| pair[0]..pair[1]);
        ranges.zip(seeds).map(|(range, (_, _, text))| Edit { range, text: text.clone() }).collect()
    }

    proptest! {
        #[test]
        fn two_steps_are_one(
            text in "[a-e]{0,20}",
            first in prop::collection::vec((0..99_usize, 0..99_usize, "[v-z]{0,4}"), 0..5),
            second in prop::collection::vec((0..99_usize, 0..99_usize, "[0-9]{0,4}"), 0..5),
        ) {
            let first = edits(text.len(), &first);
            let between = apply(&first, &text);
            let second = edits(between.len(), &second);
            let at_once = then(text.len(), &first, &second);
            prop_assert_eq!(apply(&at_once, &text), apply(&second, &between));
        }
    }
}

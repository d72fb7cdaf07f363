//! Words, by which what a paragraph said and what it is to say are compared.

use similar::{Algorithm, DiffOp, capture_diff_slices};
use unicode_segmentation::UnicodeSegmentation;

/// A word, a mark of punctuation or the call of a note, with the white space before it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SpacedWord {
    /// The white space before it.
    pub space: String,
    /// What it is.
    pub word: WordOrCall,
}

/// What stands between a word and the one before it. How much of it there is tells nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WordSpacing {
    /// Nothing.
    Joined,
    /// White space at which a line may end.
    Breaking,
    /// White space that keeps words in one line.
    NoBreak,
}

impl SpacedWord {
    /// What stands before it.
    pub fn spacing(&self) -> WordSpacing {
        match self.space.chars().all(|c| matches!(c, '\u{a0}' | '\u{2007}' | '\u{202f}')) {
            _ if self.space.is_empty() => WordSpacing::Joined,
            true => WordSpacing::NoBreak,
            false => WordSpacing::Breaking,
        }
    }
}

/// What two paragraphs are compared by.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum WordOrCall {
    /// A word, or a mark of punctuation.
    Word(String),
    /// A call of a note, by its name in the file; that of a new note has none yet.
    Call(NoteIdentity),
}

/// Which note is called.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum NoteIdentity {
    /// One that is there, by its name in the file.
    Known(String),
    /// A new one, by its place among the draft's notes.
    New(usize),
}

/// The words of a text. White space at its end stands before nothing.
pub fn words(text: &str) -> (Vec<SpacedWord>, String) {
    let mut words = Vec::new();
    let mut space = String::new();
    for piece in text.split_word_bounds() {
        // What is bound together may begin with white space only where it is nothing else.
        if piece.chars().all(char::is_whitespace) {
            space.push_str(piece);
        } else {
            words.push(SpacedWord { space: std::mem::take(&mut space), word: WordOrCall::Word(piece.to_owned()) });
        }
    }
    (words, space)
}

/// How the new words come of the old ones: stretches that stay, and those that are replaced.
pub fn compared(old: &[SpacedWord], new: &[SpacedWord]) -> Vec<DiffOp> {
    let bare = |words: &[SpacedWord]| words.iter().map(|one| one.word.clone()).collect::<Vec<_>>();
    capture_diff_slices(Algorithm::Myers, &bare(old), &bare(new))
}

/// How alike two texts are by their words, from 0 to 100, whatever their order.
pub fn likeness(one: &[WordOrCall], other: &[WordOrCall]) -> usize {
    let (mut one, mut other) = (one.iter().collect::<Vec<_>>(), other.iter().collect::<Vec<_>>());
    one.sort();
    other.sort();
    let (mut left, mut right, mut common) = (0, 0, 0);
    while let (Some(a), Some(b)) = (one.get(left), other.get(right)) {
        match a.cmp(b) {
            std::cmp::Ordering::Less => left += 1,
            std::cmp::Ordering::Greater => right += 1,
            std::cmp::Ordering::Equal => {
                (left, right, common) = (left + 1, right + 1, common + 1);
            }
        }
    }
    match one.len() + other.len() {
        0 => 100,
        both => common * 200 / both,
    }
}

/// Which of the old texts is which of the new ones, both in order: those that are the same, and between them those that are alike
/// enough.
pub fn paired(
    old: &[Vec<WordOrCall>],
    new: &[Vec<WordOrCall>],
    may: impl Fn(usize, usize) -> bool,
) -> Vec<(usize, usize)> {
    /// Less alike texts are not versions of each other.
    const LEAST: usize = 35;
    /// More pairs of texts between two that are the same are not all compared.
    const MOST: usize = 40_000;
    let mut pairs = Vec::new();
    let mut reached = (0, 0);
    for op in capture_diff_slices(Algorithm::Patience, old, new) {
        // What an operation says of its place in the other text may be off; their lengths are right, and they come in order.
        let (_, before, after) = op.as_tag_tuple();
        let (before, after) = (reached.0..reached.0 + before.len(), reached.1..reached.1 + after.len());
        reached = (before.end, after.end);
        if matches!(op, DiffOp::Equal { .. }) {
            pairs.extend(before.zip(after).filter(|(one, other)| may(*one, *other)));
            continue;
        }
        if before.len().saturating_mul(after.len()) > MOST {
            continue;
        }
        let like = |one: usize, other: usize| {
            let (Some(a), Some(b)) = (old.get(before.start + one), new.get(after.start + other)) else { return 0 };
            let like = likeness(a, b);
            if like >= LEAST && may(before.start + one, after.start + other) { like } else { 0 }
        };
        // The most likeness that can be had of the first so many of both, by dynamic programming.
        let columns = after.len() + 1;
        let alike: Vec<Vec<usize>> =
            (0..before.len()).map(|one| (0..after.len()).map(|other| like(one, other)).collect()).collect();
        let of = |one: usize, other: usize| alike.get(one).and_then(|row| row.get(other)).copied().unwrap_or(0);
        let mut best = vec![vec![0_usize; columns]; before.len() + 1];
        let at = |best: &[Vec<usize>], one: usize, other: usize| {
            best.get(one).and_then(|row| row.get(other)).copied().unwrap_or(0)
        };
        for one in 1..=before.len() {
            for other in 1..columns {
                let here = of(one - 1, other - 1);
                let both = if here > 0 { at(&best, one - 1, other - 1) + here } else { 0 };
                let value = both.max(at(&best, one - 1, other)).max(at(&best, one, other - 1));
                if let Some(place) = best.get_mut(one).and_then(|row| row.get_mut(other)) {
                    *place = value;
                }
            }
        }
        let (mut one, mut other) = (before.len(), after.len());
        let mut found = Vec::new();
        while one > 0 && other > 0 {
            let here = of(one - 1, other - 1);
            if here > 0 && at(&best, one, other) == at(&best, one - 1, other - 1) + here {
                found.push((before.start + one - 1, after.start + other - 1));
                (one, other) = (one - 1, other - 1);
            } else if at(&best, one, other) == at(&best, one - 1, other) {
                one -= 1;
            } else {
                other -= 1;
            }
        }
        pairs.extend(found.into_iter().rev());
    }
    pairs
}

//! The words of a paragraph as they are compared with those of an earlier one.
//!
//! A word is what stands between spaces and marks; a Chinese character stands for itself, as each mark does. A number with
//! its strokes and points (`A/RES/92/14`, `1.5`) and a word with its hyphens is one word.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use crate::draft::NormalizedText;
use crate::script::punctuation::is_dash;
use crate::script::{is_arabic_vowel_sign, is_han};

/// What keeps the letters of an Arabic word apart and says nothing.
const TATWEEL: char = '\u{640}';

/// A word, a mark, or a reference to a paragraph of the same text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ComparedWord {
    /// What it is told apart by, as it stands.
    pub exact: u64,
    /// The same without capitals and vowel signs.
    pub loose: u64,
    /// Its bytes in the running text.
    pub place: Range<usize>,
    /// The reference that it is, by its index among those of the draft.
    pub reference: Option<usize>,
    /// It is a Chinese character, of which several make a word.
    pub is_character: bool,
}

/// The words of a running text. `references` are those in it to paragraphs of the same text, in order, each with its index
/// and its bytes in the draft.
pub(super) fn words(flow: &NormalizedText, references: &[(usize, Range<usize>)]) -> Vec<ComparedWord> {
    let text = flow.text.as_str();
    let mut references = references.iter().map(|(index, range)| (*index, flow.place(range))).peekable();
    let mut words = Vec::with_capacity(text.len() / 6 + 4);
    let mut from = 0;
    while let Some(first) = text.get(from..).and_then(|rest| rest.chars().next()) {
        while references.next_if(|(_, place)| place.end <= from).is_some() {}
        if let Some((index, place)) = references.next_if(|(_, place)| place.contains(&from)) {
            words.push(ComparedWord {
                exact: 0,
                loose: 0,
                place: place.clone(),
                reference: Some(index),
                is_character: false,
            });
            from = place.end.max(from + first.len_utf8());
            continue;
        }
        if first.is_whitespace() {
            from += first.len_utf8();
            continue;
        }
        let limit =
            references.peek().map_or(text.len(), |(_, place)| place.start.clamp(from + first.len_utf8(), text.len()));
        let end = from + word_length(text.get(from..limit).unwrap_or_default());
        let written = text.get(from..end).unwrap_or_default();
        let (exact, loose) = hashes(written);
        let is_character = is_han(first);
        words.push(ComparedWord { exact, loose, place: from..end, reference: None, is_character });
        from = end.max(from + first.len_utf8());
    }
    words
}

/// How many bytes the first word of a text has.
fn word_length(text: &str) -> usize {
    let mut chars = text.char_indices().peekable();
    let Some((_, first)) = chars.next() else { return 0 };
    if !is_letter(first) {
        return first.len_utf8();
    }
    let mut end = first.len_utf8();
    while let Some((at, c)) = chars.next() {
        let goes_on = match c {
            c if is_letter(c) => true,
            '/' | '.' | '\'' | '’' | ',' => {
                chars.peek().is_some_and(|(_, next)| is_letter(*next)) && joins(c, text, at)
            }
            c if is_dash(c) => chars.peek().is_some_and(|(_, next)| is_letter(*next)),
            _ => false,
        };
        if !goes_on {
            break;
        }
        end = at + c.len_utf8();
    }
    end
}

/// Whether a mark between two letters or digits is in a word: a comma or a point between digits alone.
fn joins(mark: char, text: &str, at: usize) -> bool {
    let before = text.get(..at).and_then(|before| before.chars().next_back());
    let behind = text.get(at + mark.len_utf8()..).and_then(|behind| behind.chars().next());
    let both_digits = [before, behind].iter().all(|c| c.is_some_and(|c| c.is_ascii_digit()));
    match mark {
        ',' => both_digits,
        _ => true,
    }
}

/// Whether a character makes words with those beside it.
fn is_letter(c: char) -> bool {
    (c.is_alphanumeric() && !is_han(c)) || is_arabic_vowel_sign(c) || c == TATWEEL
}

fn hashes(word: &str) -> (u64, u64) {
    let mut exact = DefaultHasher::new();
    let mut loose = DefaultHasher::new();
    for c in word.chars() {
        let evened = if is_dash(c) { '-' } else { c };
        evened.hash(&mut exact);
        if is_arabic_vowel_sign(c) || c == TATWEEL {
            continue;
        }
        if evened.is_uppercase() {
            evened.to_lowercase().for_each(|c| c.hash(&mut loose));
        } else {
            evened.hash(&mut loose);
        }
    }
    (exact.finish(), loose.finish())
}

/// Which words stand in the place of which others, by their places in both lists: as few as can be. A Chinese character alone
/// between what was taken out and what was put in is a part of the word that changed: 加剧 became 增加.
pub(super) fn changed(before: &[&ComparedWord], after: &[&ComparedWord]) -> Vec<(Range<usize>, Range<usize>)> {
    let exact = |words: &[&ComparedWord]| words.iter().map(|word| word.exact).collect::<Vec<u64>>();
    let mut changes: Vec<(Range<usize>, Range<usize>)> = Vec::new();
    for operation in capture_diff_slices(Algorithm::Myers, &exact(before), &exact(after)) {
        if let DiffOp::Equal { .. } = operation {
            continue;
        }
        let (from, to) = (operation.old_range(), operation.new_range());
        let is_one = |(last, other): &(Range<usize>, Range<usize>)| {
            let touches = last.end == from.start && other.end == to.start;
            let is_character = last.end + 1 == from.start && before.get(last.end).is_some_and(|word| word.is_character);
            let is_exchanged = last.len() + from.len() > 0 && other.len() + to.len() > 0;
            touches || is_character && is_exchanged
        };
        match changes.last_mut().filter(|last| is_one(last)) {
            Some((last, other)) => (last.end, other.end) = (from.end, to.end),
            None => changes.push((from, to)),
        }
    }
    changes
}

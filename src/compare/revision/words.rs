//! The words of a paragraph as they are compared with those of an earlier one.
//!
//! A word is what stands between spaces and marks; a Chinese character stands for itself, as each mark does. A number with
//! its strokes and points (`A/RES/92/14`, `1.5`) and a word with its hyphens is one word.

use std::ops::Range;
use std::sync::LazyLock;

use rapidhash::v3::rapidhash_v3;
use similar::{Algorithm, DiffOp, capture_diff_slices};

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
    /// The reference that it is, by its place among those of the text that it is a word of. Nothing tells such a word apart before
    /// it is known which paragraphs are one.
    pub reference: Option<usize>,
    /// It is a Chinese character, of which several make a word.
    pub is_character: bool,
}

/// The words of a running text. `references` are the places in it of those to paragraphs of the same text, in order.
pub(super) fn words(text: &str, references: &[Range<usize>]) -> Vec<ComparedWord> {
    let mut references = references.iter().enumerate().peekable();
    let mut evened = String::new();
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
        let (exact, loose) = hashes(written, &mut evened);
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
    !is_han(c) && FREQUENT.alphanumeric.get(c).unwrap_or_else(|| c.is_alphanumeric()) || is_unsaid(c)
}

/// What the standard library says of the characters of Latin, Cyrillic and Arabic writing, which it looks up for longer than all
/// else takes that is done with a word.
static FREQUENT: LazyLock<FrequentCharacters> = LazyLock::new(|| FrequentCharacters {
    alphanumeric: CharacterSet::of(char::is_alphanumeric),
    uppercase: CharacterSet::of(char::is_uppercase),
});

struct FrequentCharacters {
    alphanumeric: CharacterSet,
    uppercase: CharacterSet,
}

/// Those of the characters before U+0800 of which something is true, a bit each.
struct CharacterSet([u64; 32]);

impl CharacterSet {
    fn of(holds: impl Fn(char) -> bool) -> CharacterSet {
        let mut set = [0; 32];
        for (word, bits) in (0..).zip(&mut set) {
            let characters = (0..64).filter(|bit| char::from_u32(word * 64 + bit).is_some_and(&holds));
            *bits = characters.fold(0, |bits, bit| bits | 1 << bit);
        }
        CharacterSet(set)
    }

    /// Whether it is true of a character; `None` of one behind them.
    fn get(&self, c: char) -> Option<bool> {
        let code = u32::from(c);
        self.0.get(code as usize / 64).map(|bits| bits >> (code % 64) & 1 == 1)
    }
}

/// What a word is told apart by as it stands, and without capitals and vowel signs. `evened` is room for its letters.
fn hashes(word: &str, evened: &mut String) -> (u64, u64) {
    let mut is_loose = true;
    if word.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        is_loose = !word.bytes().any(|byte| byte.is_ascii_uppercase());
        evened.clear();
        evened.push_str(word);
    } else {
        evened.clear();
        for c in word.chars() {
            evened.push(if is_dash(c) { '-' } else { c });
            let is_uppercase = FREQUENT.uppercase.get(c).unwrap_or_else(|| c.is_uppercase());
            is_loose &= !(is_uppercase || is_unsaid(c));
        }
    }
    let exact = rapidhash_v3(evened.as_bytes());
    if is_loose {
        return (exact, exact);
    }
    let loose: String = evened.chars().filter(|c| !is_unsaid(*c)).flat_map(char::to_lowercase).collect();
    (exact, rapidhash_v3(loose.as_bytes()))
}

/// Whether a character is no letter of its own.
fn is_unsaid(c: char) -> bool {
    is_arabic_vowel_sign(c) || c == TATWEEL
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn frequent_characters_are_what_the_standard_library_says() {
        for c in (0..0x800).filter_map(char::from_u32) {
            assert_eq!(FREQUENT.alphanumeric.get(c), Some(c.is_alphanumeric()), "{c:?}");
            assert_eq!(FREQUENT.uppercase.get(c), Some(c.is_uppercase()), "{c:?}");
        }
        assert_eq!(FREQUENT.alphanumeric.get('\u{800}'), None);
    }

    #[test]
    fn a_word_is_loosely_the_same_in_capitals_and_without_vowel_signs() {
        let hashes = |word: &str| hashes(word, &mut String::new());
        for (one, other) in [("Lamps", "lamps"), ("ÉTAT", "état"), ("Огни", "огни"), ("سلامٌ", "سلام"), ("Co‑op", "co-op")]
        {
            assert_eq!(hashes(one).1, hashes(other).1);
            assert_ne!(hashes(one).0, hashes(other).0);
        }
        assert_eq!(hashes("Secretary‑General"), hashes("Secretary-General"));
        assert_eq!(hashes("灯").0, hashes("灯").1);
    }
}

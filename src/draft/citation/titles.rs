//! Quoted titles.

use std::ops::Range;

/// Opening and closing marks. Arabic text has the English ones the other way round.
const QUOTES: [(char, char); 7] =
    [('“', '”'), ('”', '“'), ('«', '»'), ('„', '“'), ('"', '"'), ('‘', '’'), ('《', '》')];

/// What stands between the quotation mark at `at` and its fellow, and where the fellow ends. Quotations
/// inside with the same marks are taken along.
pub(super) fn quoted(text: &str, at: usize) -> Option<(Range<usize>, usize)> {
    let open = text.get(at..)?.chars().next()?;
    let close = QUOTES.iter().find(|(first, _)| *first == open)?.1;
    let start = at + open.len_utf8();
    let mut depth = 1usize;
    for (i, c) in text.get(start..)?.char_indices() {
        if c == close {
            depth -= 1;
            if depth == 0 {
                return Some((start..start + i, start + i + c.len_utf8()));
            }
        } else if c == open {
            depth += 1;
        }
    }
    None
}

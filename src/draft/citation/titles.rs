//! Quoted titles.

use std::ops::Range;

use crate::script::punctuation::QUOTATIONS;

/// The longest title that is believed, in bytes. A mark without its fellow must not be sought to the end of
/// a large text.
const LONGEST: usize = 2000;

/// Whether a text may have a quotation: a byte that one of the marks begins with.
pub(super) fn may_quote(text: &str) -> bool {
    let begins = |b: u8| matches!(b, b'"' | 0xc2 | 0xe2 | 0xe3);
    text.as_bytes().chunks(64).any(|chunk| chunk.iter().fold(false, |found, b| found | begins(*b)))
}

/// What stands between the quotation mark at `at` and its fellow, and where the fellow ends. Quotations
/// inside with the same marks are taken along.
pub(super) fn quoted(text: &str, at: usize) -> Option<(Range<usize>, usize)> {
    let open = text.get(at..)?.chars().next()?;
    let close = QUOTATIONS.iter().find(|(first, _)| *first == open)?.1;
    let start = at + open.len_utf8();
    let mut depth = 1usize;
    for (i, c) in text.get(start..)?.char_indices().take_while(|(i, _)| *i <= LONGEST) {
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

#[cfg(test)]
mod tests {
    use super::*;

    fn title(text: &str) -> Option<&str> {
        quoted(text, 0).map(|(range, _)| &text[range])
    }

    #[test]
    fn quotations_may_hold_quotations() {
        assert_eq!(title("“Tides and “tidal flats””, of 2030"), Some("Tides and “tidal flats”"));
        assert_eq!(title("« Marées » et"), Some(" Marées "));
        assert_eq!(title("”المد والجزر“"), Some("المد والجزر"));
        assert_eq!(title("“left open"), None);
        assert_eq!(title("no mark"), None);
        assert!(QUOTATIONS.iter().all(|(open, _)| may_quote(&open.to_string())) && !may_quote("no mark"));
    }
}

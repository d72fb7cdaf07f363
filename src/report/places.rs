//! Where bytes of a text stand, as people and other programs count: in lines and characters.

use std::ops::Range;

use serde::Serialize;

use crate::text::Lines;

/// Where a byte stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TextPlace {
    /// Characters (Unicode scalar values) before it in the text, a leading byte-order mark included.
    pub character: usize,
    /// Its line, from 1. Lines end at LF, CRLF and CR.
    pub line: usize,
    /// Its column, from 1, in characters. A leading byte-order mark has none, as no editor shows it.
    pub column: usize,
}

/// A place as JSON has it. Lines and columns count from 1, `start` and `end` from 0; columns and offsets in characters.
#[derive(Debug, Serialize)]
pub struct PlaceJson {
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    start: usize,
    end: usize,
}

/// The places of some bytes of a text, all found in one pass over it.
#[derive(Debug)]
pub struct TextPlaces {
    known: Vec<(usize, TextPlace)>,
}

impl TextPlaces {
    /// Finds the places of these byte offsets. One past the end stands at the end, one inside a character
    /// at its beginning.
    pub fn of(text: &str, offsets: impl IntoIterator<Item = usize>) -> TextPlaces {
        let lines = Lines::new(text);
        let mark = usize::from(text.starts_with('\u{feff}'));
        let mut offsets: Vec<usize> = offsets.into_iter().collect();
        offsets.sort_unstable();
        offsets.dedup();
        let mut counted = CharacterCounter { text, byte: 0, character: 0 };
        let (mut line, mut line_start) = (0, mark);
        let known = offsets
            .into_iter()
            .map(|offset| {
                let byte = character_start(text, offset);
                let (number, start) = lines.line_at(byte);
                if number > line {
                    (line, line_start) = (number, counted.characters_before(start));
                }
                let character = counted.characters_before(byte);
                let column = character.saturating_sub(line_start) + 1;
                (offset, TextPlace { character, line: line + 1, column })
            })
            .collect();
        TextPlaces { known }
    }

    /// The place of a range between two of the offsets that were asked for.
    pub fn json(&self, range: &Range<usize>) -> PlaceJson {
        let (start, end) = (self.get(range.start), self.get(range.end));
        PlaceJson {
            line: start.line,
            column: start.column,
            end_line: end.line,
            end_column: end.column,
            start: start.character,
            end: end.character,
        }
    }

    /// The place of one of the offsets that were asked for.
    pub fn get(&self, offset: usize) -> TextPlace {
        let before = self.known.partition_point(|(known, _)| *known <= offset);
        match before.checked_sub(1).and_then(|i| self.known.get(i)) {
            Some((_, place)) => *place,
            None => TextPlace { character: 0, line: 1, column: 1 },
        }
    }
}

/// The offset, moved back to the beginning of the character that it is in, and into the text.
pub fn character_start(text: &str, offset: usize) -> usize {
    (0..=offset.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or_default()
}

/// Characters counted so far, from the beginning of the text to a byte.
struct CharacterCounter<'a> {
    text: &'a str,
    byte: usize,
    character: usize,
}

impl CharacterCounter<'_> {
    /// How many characters begin before this byte, which lies no earlier than the one asked for last.
    fn characters_before(&mut self, byte: usize) -> usize {
        let between = self.text.as_bytes().get(self.byte..byte).unwrap_or_default();
        self.character += between.iter().filter(|byte| **byte & 0xc0 != 0x80).count();
        self.byte = self.byte.max(byte);
        self.character
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Line, column and character of the byte at which `needle` begins.
    fn place(text: &str, needle: &str) -> (usize, usize, usize) {
        let offset = text.find(needle).unwrap();
        let place = TextPlaces::of(text, [offset]).get(offset);
        (place.line, place.column, place.character)
    }

    #[test]
    fn lines_end_at_lf_crlf_and_cr_only() {
        assert_eq!(place("one\ntwo", "two"), (2, 1, 4));
        assert_eq!(place("one\r\ntwo", "two"), (2, 1, 5));
        assert_eq!(place("one\rtwo", "wo"), (2, 2, 5));
        assert_eq!(place("one\r\n\r\r\ntwo", "two"), (4, 1, 8));
        assert_eq!(place("one\u{2028}\u{c}\u{85}two", "two"), (1, 7, 6));
    }

    #[test]
    fn characters_count_one_whatever_their_bytes() {
        assert_eq!(place("大会，\n决定😀x", "x"), (2, 4, 7));
    }

    #[test]
    fn a_byte_order_mark_is_a_character_without_a_column() {
        assert_eq!(place("\u{feff}one\ntwo", "one"), (1, 1, 1));
        assert_eq!(place("\u{feff}one\ntwo", "two"), (2, 1, 5));
    }

    #[test]
    fn many_places_in_one_pass_are_those_found_one_by_one() {
        let text = "a\r\n大会\r\r\n决😀\n\nz";
        let offsets: Vec<usize> = (0..text.len() + 3).rev().collect();
        let places = TextPlaces::of(text, offsets.iter().copied());
        for offset in offsets {
            assert_eq!(places.get(offset), TextPlaces::of(text, [offset]).get(offset), "{offset}");
        }
    }
}

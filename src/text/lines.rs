//! The lines of a text that stays as it is.

use std::sync::OnceLock;

use super::{Position, PositionEncoding};

/// How many bytes are counted for one look-up. In longer lines it is known beforehand what stands before some places.
const STRIDE: usize = 512;

/// Where the lines of a text begin. Made once in one pass; a look-up costs the same however long its line is.
#[derive(Debug, Clone)]
pub struct Lines<'a> {
    text: &'a str,
    /// The byte at which each line begins; the first is 0.
    starts: Vec<usize>,
    /// What stands before the first character at or behind every [`STRIDE`]th byte. Counted where there are long lines.
    counts: OnceLock<Vec<UnitCounts>>,
}

/// How much of a text stands before one of its bytes.
#[derive(Debug, Clone, Copy, Default)]
struct UnitCounts {
    bytes: usize,
    utf16: usize,
    chars: usize,
}

impl UnitCounts {
    /// With the words that come next.
    fn and(self, words: &str) -> UnitCounts {
        let chars = words.chars().count();
        // A character of four bytes takes two units.
        let wide = words.bytes().filter(|byte| *byte >= 0xf0).count();
        UnitCounts { bytes: self.bytes + words.len(), utf16: self.utf16 + chars + wide, chars: self.chars + chars }
    }

    fn units(self, encoding: PositionEncoding) -> usize {
        match encoding {
            PositionEncoding::Utf8 => self.bytes,
            PositionEncoding::Utf16 => self.utf16,
            PositionEncoding::Utf32 => self.chars,
        }
    }
}

impl<'a> Lines<'a> {
    /// Finds the lines of `text`.
    pub fn new(text: &'a str) -> Lines<'a> {
        let bytes = text.as_bytes();
        let mut starts = vec![0];
        for at in memchr::memchr2_iter(b'\n', b'\r', bytes) {
            // The CR of a CR LF ends no line of its own.
            if bytes.get(at) == Some(&b'\r') && bytes.get(at + 1) == Some(&b'\n') {
                continue;
            }
            starts.push(at + 1);
        }
        Lines { text, starts, counts: OnceLock::new() }
    }

    /// How many lines there are; an empty text has one.
    pub fn count(&self) -> usize {
        self.starts.len()
    }

    /// The zero-based line and column of a byte, the column in characters (Unicode scalar values).
    ///
    /// A byte inside a character stands for the character's beginning, one inside a line's end for the
    /// line's last place, one past the text for the text's end.
    pub fn line_column(&self, byte: usize) -> (usize, usize) {
        let position = self.position(byte, PositionEncoding::Utf32);
        (position.line, position.column)
    }

    /// The place of a byte, as [`Lines::line_column`] gives it, counted in `encoding`.
    pub fn position(&self, byte: usize, encoding: PositionEncoding) -> Position {
        let (line, start) = self.line_at(byte);
        let content = self.content(line);
        let mut before = (byte - start.min(byte)).min(content.len());
        while !content.is_char_boundary(before) {
            before -= 1;
        }
        let column = if before <= STRIDE {
            UnitCounts::default().and(content.get(..before).unwrap_or_default()).units(encoding)
        } else {
            self.before(start + before).units(encoding) - self.before(start).units(encoding)
        };
        Position { line, column }
    }

    /// The byte at a place: past a line's end the line's last place, past the last line the text's end,
    /// inside a character that character's beginning.
    pub fn byte(&self, position: Position, encoding: PositionEncoding) -> usize {
        if position.line >= self.starts.len() {
            return self.text.len();
        }
        let (start, content) = (self.start(position.line), self.content(position.line));
        // A character has no more units than bytes.
        let (mut from, mut column) = (0, 0);
        if position.column > STRIDE {
            let counts = self.counts();
            let own = self.before(start).units(encoding);
            let known = counts.partition_point(|count| count.units(encoding) <= own + position.column).checked_sub(1);
            if let Some(count) = known.and_then(|known| counts.get(known)).filter(|count| count.bytes >= start) {
                (from, column) = ((count.bytes - start).min(content.len()), count.units(encoding) - own);
            }
        }
        for (at, c) in content.get(from..).unwrap_or_default().char_indices() {
            column += encoding.units(c);
            if column > position.column {
                return start + from + at;
            }
        }
        start + content.len()
    }

    /// What stands before a byte at which a character begins.
    fn before(&self, byte: usize) -> UnitCounts {
        let counts = self.counts();
        let known = counts.partition_point(|count| count.bytes <= byte).saturating_sub(1);
        let known = counts.get(known).copied().unwrap_or_default();
        known.and(self.text.get(known.bytes..byte).unwrap_or_default())
    }

    fn counts(&self) -> &[UnitCounts] {
        self.counts.get_or_init(|| {
            let mut all = vec![UnitCounts::default()];
            let mut last = UnitCounts::default();
            for least in (STRIDE..=self.text.len()).step_by(STRIDE) {
                let mut end = least;
                while !self.text.is_char_boundary(end) {
                    end += 1;
                }
                last = last.and(self.text.get(last.bytes..end).unwrap_or_default());
                all.push(last);
            }
            all
        })
    }

    /// The zero-based line that a byte is in, and the byte at which it begins.
    pub fn line_at(&self, byte: usize) -> (usize, usize) {
        let line = self.starts.partition_point(|start| *start <= byte).saturating_sub(1);
        (line, self.start(line))
    }

    fn start(&self, line: usize) -> usize {
        self.starts.get(line).copied().unwrap_or(self.text.len())
    }

    /// A line without its end.
    fn content(&self, line: usize) -> &'a str {
        let whole = self.text.get(self.start(line)..self.start(line + 1)).unwrap_or_default();
        let whole = whole.strip_suffix('\n').unwrap_or(whole);
        whole.strip_suffix('\r').unwrap_or(whole)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_three_marks_end_a_line() {
        assert_eq!(Lines::new("").count(), 1);
        assert_eq!(Lines::new("one\ntwo\r\nthree\rfour").count(), 4);
        assert_eq!(Lines::new("one\u{c}two\u{b}three\u{85}four\u{2028}five\u{2029}six").count(), 1);
        assert_eq!(Lines::new("\r\r\n\n").count(), 4);
    }

    #[test]
    fn columns_count_characters() {
        let text = "Rappelant\r\n其第62/175号决议，\n𝄞 end";
        let lines = Lines::new(text);
        let at = |needle: &str| lines.line_column(text.find(needle).unwrap());
        assert_eq!(at("Rap"), (0, 0));
        assert_eq!(at("\r"), (0, 9));
        assert_eq!(at("\n其"), (0, 9), "inside CR LF the line's last place is meant");
        assert_eq!(at("62/175"), (1, 2));
        assert_eq!(at("end"), (2, 2));
        assert_eq!(lines.line_column(text.len()), (2, 5));
        assert_eq!(lines.line_column(text.len() + 9), (2, 5));
    }

    #[test]
    fn long_lines_are_counted_as_short_ones_are() {
        let text = "short\n".to_owned() + &"lamps 第62/175号 𝄞 ".repeat(300) + "\nshort 𝄞\n";
        let lines = Lines::new(&text);
        for encoding in [PositionEncoding::Utf8, PositionEncoding::Utf16, PositionEncoding::Utf32] {
            let mut column = 0;
            for (at, c) in text.char_indices().skip(6).take_while(|(_, c)| *c != '\n') {
                let position = Position { line: 1, column };
                assert_eq!(lines.position(at, encoding), position);
                assert_eq!(lines.byte(position, encoding), at);
                column += encoding.units(c);
            }
            let end = 6 + text[6..].find('\n').unwrap();
            assert_eq!(lines.byte(Position { line: 1, column: column + 9 }, encoding), end);
        }
        // In the middle of a character its beginning is meant.
        let wide = text.rfind('𝄞').unwrap();
        assert_eq!(lines.position(wide + 2, PositionEncoding::Utf16), Position { line: 2, column: 6 });
        assert_eq!(lines.byte(Position { line: 2, column: 7 }, PositionEncoding::Utf16), wide);
    }
}

//! The lines of a text that stays as it is.

use super::{Position, PositionEncoding};

/// Where the lines of a text begin. Made once in one pass; every look-up costs no more than its own line.
#[derive(Debug, Clone)]
pub struct Lines<'a> {
    text: &'a str,
    /// The byte at which each line begins; the first is 0.
    starts: Vec<usize>,
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
        Lines { text, starts }
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
        let before = byte - start.min(byte);
        let column = content
            .char_indices()
            .take_while(|(at, c)| at + c.len_utf8() <= before)
            .map(|(_, c)| encoding.units(c))
            .sum();
        Position { line, column }
    }

    /// The byte at a place: past a line's end the line's last place, past the last line the text's end,
    /// inside a character that character's beginning.
    pub fn byte(&self, position: Position, encoding: PositionEncoding) -> usize {
        if position.line >= self.starts.len() {
            return self.text.len();
        }
        let content = self.content(position.line);
        let mut column = 0;
        for (at, c) in content.char_indices() {
            column += encoding.units(c);
            if column > position.column {
                return self.start(position.line) + at;
            }
        }
        self.start(position.line) + content.len()
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
}

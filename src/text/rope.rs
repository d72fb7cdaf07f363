//! A draft that is being edited.

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;

use ropey::{Rope, RopeSlice};

use super::{Position, PositionEncoding};

/// A draft's text in one of its versions. A clone costs next to nothing and stays as it is while the
/// original is edited on.
#[derive(Debug, Clone)]
pub struct Text {
    rope: Rope,
    version: i32,
}

/// A change as an editor sends it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextChange {
    /// What is replaced; `None` is the whole text.
    pub range: Option<Range<Position>>,
    /// What stands there afterwards.
    pub text: String,
}

impl Text {
    /// The text of a draft that was opened.
    pub fn new(text: &str, version: i32) -> Text {
        Text { rope: Rope::from_str(text), version }
    }

    /// The version, as the editor counts.
    pub fn version(&self) -> i32 {
        self.version
    }

    /// The length in bytes.
    pub fn len(&self) -> usize {
        self.rope.len_bytes()
    }

    /// Whether there is no character at all.
    pub fn is_empty(&self) -> bool {
        self.rope.len_bytes() == 0
    }

    /// Applies the changes of one notification, each to the text that the one before it left, and takes
    /// `version` as the new version. Gives for each the bytes that it replaced, and how many stand there now.
    pub fn apply(
        &mut self,
        changes: impl IntoIterator<Item = TextChange>,
        encoding: PositionEncoding,
        version: i32,
    ) -> Vec<(Range<usize>, usize)> {
        let mut replaced = Vec::new();
        for change in changes {
            let Some(range) = change.range else {
                replaced.push((0..self.len(), change.text.len()));
                self.rope = Rope::from_str(&change.text);
                continue;
            };
            let (a, b) = (self.char(range.start, encoding), self.char(range.end, encoding));
            // A range is given in order. One that is not is read the other way round, so that the text
            // stays as near to the editor's as it can.
            let (start, end) = (a.min(b), a.max(b));
            replaced.push((self.rope.char_to_byte(start)..self.rope.char_to_byte(end), change.text.len()));
            self.rope.remove(start..end);
            self.rope.insert(start, &change.text);
        }
        self.version = version;
        replaced
    }

    /// All of it in one piece, which takes no more space than it needs.
    pub fn whole(&self) -> String {
        String::from(&self.rope)
    }

    /// The words at a range of bytes. An end past the text stands for the text's end, one inside a character for the
    /// character's beginning.
    pub fn words(&self, range: Range<usize>) -> Cow<'_, str> {
        let char = |byte: usize| self.rope.byte_to_char(byte.min(self.rope.len_bytes()));
        let (start, end) = (char(range.start), char(range.end));
        self.rope.slice(start..end.max(start)).into()
    }

    /// The line that a byte is in, its end left out, in bytes. A byte past the text is in the last one.
    pub fn line(&self, byte: usize) -> Range<usize> {
        let line = self.rope.byte_to_line(byte.min(self.rope.len_bytes()));
        let start = self.rope.line_to_byte(line);
        start..start + content(self.rope.line(line)).len_bytes()
    }

    /// The lines around a byte up to the next blank ones on both sides, in bytes.
    pub fn lines_around(&self, byte: usize) -> Range<usize> {
        let is_blank = |line: &Range<usize>| self.words(line.clone()).trim().is_empty();
        let mut around = self.line(byte);
        if is_blank(&around) {
            return around;
        }
        while let Some(before) = around.start.checked_sub(1).map(|end| self.line(end)).filter(|line| !is_blank(line)) {
            around.start = before.start;
        }
        loop {
            let rest = self.rope.byte_to_line(around.end) + 1;
            if rest >= self.rope.len_lines() {
                return around;
            }
            let next = self.line(self.rope.line_to_byte(rest));
            if is_blank(&next) {
                return around;
            }
            around.end = next.end;
        }
    }

    /// The byte at a place: past a line's end the line's last place, past the last line the text's end,
    /// inside a character that character's beginning (LSP 3.17, "Position").
    pub fn byte(&self, position: Position, encoding: PositionEncoding) -> usize {
        self.rope.char_to_byte(self.char(position, encoding))
    }

    /// The place of a byte. A byte inside a character stands for the character's beginning, one inside a
    /// line's end for the line's last place, one past the text for the text's end.
    pub fn position(&self, byte: usize, encoding: PositionEncoding) -> Position {
        let at = self.rope.byte_to_char(byte.min(self.rope.len_bytes()));
        let line = self.rope.char_to_line(at);
        let start = self.rope.line_to_char(line);
        let content = content(self.rope.line(line));
        let column = (at - start).min(content.len_chars());
        let column = match encoding {
            PositionEncoding::Utf8 => content.char_to_byte(column),
            PositionEncoding::Utf16 => content.char_to_utf16_cu(column),
            PositionEncoding::Utf32 => column,
        };
        Position { line, column }
    }

    /// The place, in characters from the beginning of the text.
    fn char(&self, position: Position, encoding: PositionEncoding) -> usize {
        if position.line >= self.rope.len_lines() {
            return self.rope.len_chars();
        }
        let content = content(self.rope.line(position.line));
        let column = match encoding {
            PositionEncoding::Utf8 => content.byte_to_char(position.column.min(content.len_bytes())),
            PositionEncoding::Utf16 => content.utf16_cu_to_char(position.column.min(content.len_utf16_cu())),
            PositionEncoding::Utf32 => position.column.min(content.len_chars()),
        };
        self.rope.line_to_char(position.line) + column
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.rope.chunks().try_for_each(|chunk| f.write_str(chunk))
    }
}

/// A line without its end.
fn content(line: RopeSlice<'_>) -> RopeSlice<'_> {
    let mut end = line.len_chars();
    if end > 0 && line.char(end - 1) == '\n' {
        end -= 1;
    }
    if end > 0 && line.char(end - 1) == '\r' {
        end -= 1;
    }
    line.slice(..end)
}

#[cfg(test)]
mod tests;

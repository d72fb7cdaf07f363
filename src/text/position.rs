//! Places as an editor counts them.

/// What an editor counts in when it names a place in a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum PositionEncoding {
    /// Bytes of UTF-8.
    Utf8,
    /// UTF-16 units. Every client knows it; the protocol's default.
    #[default]
    Utf16,
    /// Unicode scalar values.
    Utf32,
}

/// A place as an editor names it. Places are ordered as they stand in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Position {
    /// The line, from 0.
    pub line: usize,
    /// How many units of the [`PositionEncoding`] stand before it in its line.
    pub column: usize,
}

impl Position {
    /// The place after `column` units of the zero-based `line`.
    pub fn new(line: usize, column: usize) -> Position {
        Position { line, column }
    }
}

impl PositionEncoding {
    /// How many units a character takes.
    pub fn units(self, c: char) -> usize {
        match self {
            PositionEncoding::Utf8 => c.len_utf8(),
            PositionEncoding::Utf16 => c.len_utf16(),
            PositionEncoding::Utf32 => 1,
        }
    }
}

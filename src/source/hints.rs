//! What a format knows for certain of the text that was made of it.

use std::ops::Range;

/// What a format knows for certain of its text. All ranges are bytes of the text. Plain text knows nothing.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Hints {
    /// The one language that the text is in, as the file writes it: a code of ISO 639 (`en`, `eng`).
    pub language: Option<String>,
    /// Each paragraph is a line: none is broken at a page's width, and no page's furniture stands in between.
    pub paragraph_a_line: bool,
    /// The labels of paragraphs, with their punctuation (`12.`), in order.
    pub labels: Vec<Range<usize>>,
    /// The headings of sections and parts, in order.
    pub headings: Vec<Range<usize>>,
    /// The notes, each with its number, in order; `None` where the format doesn't know its notes.
    pub notes: Option<Vec<Range<usize>>>,
    /// The marks in the text that call a note, in order; `None` where the format doesn't know its notes.
    pub markers: Option<Vec<Range<usize>>>,
}

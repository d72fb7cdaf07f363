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
    /// What stands in the file and could not be made text, in order.
    pub unread: Vec<UnreadPlace>,
}

/// Something in a file that could not be made text, and where it would stand in the text: at the sign that stands for
/// it, or at the words around.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnreadPlace {
    /// Bytes of the text.
    pub range: Range<usize>,
    /// What it is.
    pub content: UnreadContent,
}

/// What can't be made text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum UnreadContent {
    /// A formula with fractions, powers or the like.
    Equation,
    /// A picture that is large enough to hold text.
    Picture,
    /// A chart.
    Chart,
    /// A diagram, or a drawing with text that is no text box's.
    Diagram,
    /// A document of another program.
    EmbeddedObject,
    /// A part of the text that stands in another document.
    OtherDocument,
    /// A field that shows something which the file doesn't hold, by its name.
    Field(String),
    /// A sign of a font that has signs in the place of letters, by the font's name.
    Sign(String),
    /// A note whose text isn't there.
    Note,
    /// Words that are hidden, and no part of what is shown.
    Hidden(String),
    /// A link to a file on a computer or in a network of its own, by its address. Its words were read.
    LinkToFile(String),
    /// A number that is counted in a way which isn't known, by its name. It was written in digits.
    NumberFormat(String),
    /// Numbers of notes that begin anew on each page. They were counted on.
    NotesByPage,
    /// An element that isn't known and has words in it, by its name.
    Unknown(String),
}

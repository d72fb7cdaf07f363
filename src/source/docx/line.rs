//! A paragraph of the document on its way to being a line of the text.

use std::ops::Range;

use super::numbering::ShownLabel;
use crate::script::{OBJECT_REPLACEMENT, superscript};
use crate::source::hints::UnreadContent;

/// Where the words of a line stand in the document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct LineOrigin {
    /// The paragraph of the document, from 1; `None` in a header.
    pub paragraph: Option<usize>,
    /// The note, by its place among all of them.
    pub note: Option<usize>,
}

/// The words of a paragraph, or of several that a tracked change has made one.
#[derive(Debug, Clone, Default)]
pub struct Line {
    /// A page or column that ends is a form feed in it.
    pub text: String,
    /// Where each piece of it begins that stands in a paragraph of its own.
    pub origins: Vec<(usize, LineOrigin)>,
    /// What calls a note.
    pub markers: Vec<Range<usize>>,
    /// What stands in it and is no text, or no text that is shown.
    pub unread: Vec<(Range<usize>, UnreadContent)>,
}

impl Line {
    /// Goes on with what stands in another paragraph.
    pub fn begin(&mut self, origin: LineOrigin) {
        self.origins.push((self.text.len(), origin));
    }

    /// Adds words as they stand in an element: ends of lines are spaces there.
    pub fn push_words(&mut self, words: &str) {
        match words.contains(['\n', '\r', '\t']) {
            true => self.text.extend(words.chars().map(|c| if matches!(c, '\n' | '\r' | '\t') { ' ' } else { c })),
            false => self.text.push_str(words),
        }
    }

    /// Adds words that stand above the line: figures become raised figures, which call notes.
    pub fn push_raised(&mut self, words: &str) {
        // Several marks may be raised together: `1, 2`.
        let is_mark = |c: char| c.is_ascii_digit() || matches!(c, ',' | ' ' | '\u{a0}');
        if !words.contains(|c: char| c.is_ascii_digit()) || !words.chars().all(is_mark) {
            return self.push_words(words);
        }
        for c in words.chars() {
            let start = self.text.len();
            let Some(raised) = superscript(c) else {
                self.text.push(c);
                continue;
            };
            self.text.push(raised);
            match self.markers.last_mut().filter(|marker| marker.end == start) {
                Some(marker) => marker.end = self.text.len(),
                None => self.markers.push(start..self.text.len()),
            }
        }
    }

    /// Adds the mark of a note.
    pub fn push_marker(&mut self, marker: &str) {
        let start = self.text.len();
        self.text.push_str(marker);
        self.markers.push(start..self.text.len());
    }

    /// Adds a sign for something that is no text.
    pub fn push_unread(&mut self, content: UnreadContent) {
        let start = self.text.len();
        self.text.push(OBJECT_REPLACEMENT);
        self.unread.push((start..self.text.len(), content));
    }

    /// Tells of something at this place that leaves no sign in the text.
    pub fn note_unread(&mut self, content: UnreadContent) {
        let at = self.text.len();
        // What goes on is told once.
        if let Some((place, UnreadContent::Hidden(before))) = self.unread.last_mut()
            && let UnreadContent::Hidden(more) = &content
            && place.end == at
        {
            before.push_str(more);
            return;
        }
        self.unread.push((at..at, content));
    }

    /// Whether it has no words.
    pub fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }
}

/// A paragraph as it stands in the text.
#[derive(Debug, Clone, Default)]
pub struct ParagraphLine {
    pub label: Option<ShownLabel>,
    pub line: Line,
    pub is_heading: bool,
}

/// A piece of the document, from top to bottom.
#[derive(Debug, Clone)]
pub enum DocumentBlock {
    Paragraph(ParagraphLine),
    /// A row of a table, each of whose cells has one paragraph at most.
    Row {
        /// The table, by its place among all of them.
        table: usize,
        cells: Vec<ParagraphLine>,
    },
    /// A section ends, by its place among all of them.
    SectionEnd(usize),
}

impl DocumentBlock {
    /// The paragraphs in it.
    pub fn paragraphs(&self) -> &[ParagraphLine] {
        match self {
            DocumentBlock::Paragraph(paragraph) => std::slice::from_ref(paragraph),
            DocumentBlock::Row { cells, .. } => cells,
            DocumentBlock::SectionEnd(_) => &[],
        }
    }
}

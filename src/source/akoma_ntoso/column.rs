//! Text that grows line by line, with the places that its pieces come from.

use std::ops::Range;

use crate::source::map::MappedPiece;

/// What parts a word from what stands before it, from the least to the most.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Gap {
    /// Nothing.
    #[default]
    None,
    /// A space, as between a number and its paragraph.
    Space,
    /// A line end, as between the lines of a masthead or the rows of a table.
    Line,
    /// A blank line.
    Paragraph,
}

/// Text with the places that its pieces come from.
#[derive(Debug, Default)]
pub struct Column {
    text: String,
    pieces: Vec<MappedPiece>,
    /// What parts the next word from the text.
    gap: Gap,
    /// How many cells of a row end before the next word.
    cells: usize,
    /// The text ends with a space in whose place the file has a line end.
    broken: bool,
}

impl Column {
    /// Adds a character that was made of these bytes of the file. Spaces in a row are one, and none begins or ends a line.
    pub fn push(&mut self, c: char, file: Range<usize>) {
        self.broken = is_plain_space(c) && (self.broken || c == '\n');
        if is_plain_space(c) {
            let follows_a_word = self.gap == Gap::None && self.cells == 0 && !self.text.is_empty();
            if !follows_a_word || self.text.ends_with(' ') {
                return;
            }
        } else {
            self.settle();
        }
        let c = if is_plain_space(c) { ' ' } else { c };
        let text = self.text.len()..self.text.len() + c.len_utf8();
        if !self.pieces.last_mut().is_some_and(|piece| piece.extend(&text, &file)) {
            self.pieces.push(MappedPiece { text, file });
        }
        self.text.push(c);
    }

    /// Adds characters that were made of the file's bytes as a whole, as a note's marker is.
    pub fn push_all(&mut self, text: &str, file: &Range<usize>) {
        text.chars().for_each(|c| self.push(c, file.clone()));
    }

    /// Takes away a space at the end of the text that is only a line end in the file, made by who indents elements.
    pub fn join_broken(&mut self) {
        if self.broken {
            self.shorten(self.text.trim_end_matches(' ').len());
        }
    }

    /// The next word is parted from what is there by no less than this.
    pub fn part(&mut self, gap: Gap) {
        self.gap = self.gap.max(gap);
        if gap >= Gap::Line {
            self.cells = 0;
        }
    }

    /// The next word stands in the next cell of the row.
    pub fn end_cell(&mut self) {
        self.cells += 1;
    }

    /// Writes what parts the next word from what is there.
    fn settle(&mut self) {
        let gap = std::mem::take(&mut self.gap);
        let cells = std::mem::take(&mut self.cells);
        if gap > Gap::None || cells > 0 {
            self.shorten(self.text.trim_end_matches(' ').len());
        }
        if !self.text.is_empty() {
            self.text.push_str(match gap {
                Gap::None => "",
                Gap::Space if cells > 0 => "",
                Gap::Space => " ",
                Gap::Line => "\n",
                Gap::Paragraph => "\n\n",
            });
        }
        self.text.extend(std::iter::repeat_n('\t', cells));
    }

    fn shorten(&mut self, length: usize) {
        self.text.truncate(length);
        while self.pieces.last().is_some_and(|piece| piece.text.start >= length) {
            self.pieces.pop();
        }
        if let Some(piece) = self.pieces.last_mut()
            && piece.text.end > length
        {
            piece.file.end -= piece.text.end - length;
            piece.text.end = length;
        }
    }

    /// How long the text is, in bytes. What is written next may stand behind a gap.
    pub fn len(&self) -> usize {
        self.text.len()
    }

    /// What was written since the text had this length, without spaces around it. Nothing where it is empty.
    pub fn since(&self, start: usize) -> Option<Range<usize>> {
        let added = self.text.get(start..)?;
        let start = start + added.len() - added.trim_start().len();
        let end = start + added.trim().len();
        (start < end).then_some(start..end)
    }

    /// The text so far.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Takes away the first bytes, and spaces behind them.
    pub fn drop_front(&mut self, length: usize) {
        let rest = self.text.get(length..).unwrap_or_default().trim_start();
        let first = self.text.len() - rest.len();
        self.text = rest.to_owned();
        self.pieces.retain_mut(|MappedPiece { text, file }| {
            // Where a piece begins before and ends behind, it is byte by byte the same, since no character is cut.
            file.start += first.saturating_sub(text.start).min(file.len());
            *text = text.start.saturating_sub(first)..text.end.saturating_sub(first);
            text.start < text.end
        });
    }

    /// Adds another text behind this one, parted from it by a gap. Says where it begins.
    pub fn append(&mut self, other: Column, gap: Gap) -> usize {
        let Column { text, pieces, .. } = other;
        self.part(gap);
        if text.is_empty() {
            return self.text.len();
        }
        self.settle();
        let before = self.text.len();
        self.text.push_str(&text);
        self.pieces.extend(pieces.into_iter().map(|piece| MappedPiece { text: moved(&piece.text, before), ..piece }));
        before
    }

    /// Adds a line that was made of nothing in the file.
    pub fn push_line(&mut self, line: &str, gap: Gap) {
        self.part(gap);
        self.settle();
        self.text.push_str(line);
        self.part(Gap::Line);
    }

    /// The text, ended as a file is, and its pieces in order. Empty where there are no words.
    pub fn into_parts(mut self) -> (String, Vec<MappedPiece>) {
        self.shorten(self.text.trim_end().len());
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        (self.text, self.pieces)
    }
}

/// Whether a character is white space as XML counts it, which says no more than that a word ends. Others, such as spaces
/// that keep a line from being broken, are characters of the text.
fn is_plain_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\r' | '\n')
}

pub fn moved(range: &Range<usize>, by: usize) -> Range<usize> {
    range.start + by..range.end + by
}

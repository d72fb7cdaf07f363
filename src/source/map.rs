//! Where a text stands in the file that it was made of.

use std::ops::Range;

use super::Markup;
use crate::script::is_han;

/// Where a text stands in the file that it was made of.
///
/// The file is given as text, too: decoded, with a byte-order mark of UTF-8 as its first character. Plain text is its
/// own file, and every place in it stands for itself. So does every place in Markdown, whose markup is veiled.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SourceMap {
    origin: TextOrigin,
}

#[derive(Debug, Clone, PartialEq, Eq, Default)]
enum TextOrigin {
    /// The text is the file.
    #[default]
    File,
    /// The text is the file but for its markup.
    Veiled(Box<VeiledFile>),
    /// The text was made of pieces of the file.
    Made(Box<MadeOf>),
    /// The text was made of a document that is no text itself. Its places are told by paragraphs.
    Document(Box<[PlacedPiece]>),
}

/// A piece of the text that stands in one paragraph of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct PlacedPiece {
    /// Bytes of the text.
    pub text: Range<usize>,
    pub part: DocumentPart,
    /// The paragraph, from 1; of a note, the one that calls it.
    pub paragraph: Option<usize>,
    /// How many words of the paragraph stand before the piece; `None` where it is no words of the paragraph, but its
    /// number.
    pub words_before: Option<usize>,
}

/// The parts of a document that have paragraphs of their own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DocumentPart {
    /// The running text.
    Body,
    /// A note, by its number if it has one.
    Note(Option<String>),
    /// The header of a page.
    Header,
}

/// Where a text stands in the document that it was made of, whatever the pages are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentPlace {
    /// The part of the document.
    pub part: DocumentPart,
    /// The paragraph, from 1, as the document counts them; of a note, the one that calls it.
    pub paragraph: Option<usize>,
    /// The word in the paragraph, from 1; `None` where it is the paragraph's number.
    pub word: Option<usize>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct VeiledFile {
    file: String,
    markup: Markup,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct MadeOf {
    file: String,
    /// In the order of the text.
    pieces: Vec<MappedPiece>,
}

/// A piece of the text, and what of the file it was made of, in bytes. Where both are as long they are the same byte by
/// byte; else the one as a whole was made of the other as a whole, as `&` is of `&amp;`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct MappedPiece {
    pub text: Range<usize>,
    pub file: Range<usize>,
}

impl MappedPiece {
    fn is_verbatim(&self) -> bool {
        self.text.len() == self.file.len()
    }

    /// Takes in what follows in both, if it does, and is the same.
    pub fn extend(&mut self, text: &Range<usize>, file: &Range<usize>) -> bool {
        let follows = self.text.end == text.start && self.file.end == file.start;
        let same = follows && self.is_verbatim() && text.len() == file.len();
        if same {
            self.text.end = text.end;
            self.file.end = file.end;
        }
        same
    }
}

impl SourceMap {
    /// The map of a text that was made of pieces of a file.
    pub(super) fn new(file: String, pieces: Vec<MappedPiece>) -> SourceMap {
        SourceMap { origin: TextOrigin::Made(Box::new(MadeOf { file, pieces })) }
    }

    /// The map of a text that was made of a document, with its pieces in order.
    pub(super) fn of_document(pieces: Vec<PlacedPiece>) -> SourceMap {
        SourceMap { origin: TextOrigin::Document(pieces.into_boxed_slice()) }
    }

    /// The map of a text that is its file but for the markup, which is veiled.
    pub fn veiled(file: String, markup: Markup) -> SourceMap {
        SourceMap { origin: TextOrigin::Veiled(Box::new(VeiledFile { file, markup })) }
    }

    /// Whether the text is its file.
    pub fn is_identity(&self) -> bool {
        self.origin == TextOrigin::File
    }

    /// Whether an edit of a range of the text can be made in the file, where it then stands for itself: of plain text
    /// always, of Markdown where it changes no markup, and never of a text that was made of its file.
    pub fn is_editable(&self, range: &Range<usize>) -> bool {
        match &self.origin {
            TextOrigin::File => true,
            TextOrigin::Veiled(veiled) => !veiled.markup.touches(range),
            TextOrigin::Made(_) | TextOrigin::Document(_) => false,
        }
    }

    /// Whether the text was made of a document that is no text itself, and which no editor can show as one.
    pub fn is_of_document(&self) -> bool {
        matches!(self.origin, TextOrigin::Document(_))
    }

    /// Where a byte of a text stands in the document that it was made of; `None` of texts that were made of none.
    pub fn document_place(&self, text: &str, byte: usize) -> Option<DocumentPlace> {
        let TextOrigin::Document(pieces) = &self.origin else { return None };
        let next = pieces.partition_point(|piece| piece.text.start <= byte);
        // A line end belongs to what stands before it.
        let piece = next.checked_sub(1).and_then(|piece| pieces.get(piece)).or(pieces.first())?;
        let before = text.get(piece.text.start..byte.min(piece.text.end)).unwrap_or_default();
        let word = piece.words_before.map(|words| words + word_of(before, text.get(byte..).unwrap_or_default()));
        Some(DocumentPlace { part: piece.part.clone(), paragraph: piece.paragraph, word })
    }

    /// The file as text, given the text. A document that is no text is told of by the text that was made of it.
    pub fn file<'a>(&'a self, text: &'a str) -> &'a str {
        match &self.origin {
            TextOrigin::File | TextOrigin::Document(_) => text,
            TextOrigin::Veiled(veiled) => &veiled.file,
            TextOrigin::Made(made_of) => &made_of.file,
        }
    }

    /// The text as it is written in the file where every place in it stands for itself, and else the text.
    pub fn written<'a>(&'a self, text: &'a str) -> &'a str {
        match &self.origin {
            TextOrigin::Veiled(veiled) => &veiled.file,
            TextOrigin::File | TextOrigin::Made(_) | TextOrigin::Document(_) => text,
        }
    }

    /// The bytes of the file that a range of the text was made of.
    pub fn file_range(&self, range: &Range<usize>) -> Range<usize> {
        let TextOrigin::Made(made_of) = &self.origin else { return range.clone() };
        let start = made_of.file_byte(range.start, false);
        if range.is_empty() {
            return start..start;
        }
        // The end belongs to what stands before it.
        start..made_of.file_byte(range.end.saturating_sub(1), true).max(start)
    }

    /// The byte of the text that was made of a byte of the file; of what made no text, where the text goes on.
    pub fn text_byte(&self, file_byte: usize) -> usize {
        let TextOrigin::Made(made_of) = &self.origin else { return file_byte };
        // Notes stand elsewhere in the text than in the file, so the nearest piece is sought among all.
        let before = made_of.pieces.iter().filter(|piece| piece.file.start <= file_byte);
        let Some(piece) = before.max_by_key(|piece| (piece.file.start, std::cmp::Reverse(piece.text.start))) else {
            return made_of.pieces.iter().min_by_key(|piece| piece.file.start).map_or(0, |piece| piece.text.start);
        };
        let into = file_byte - piece.file.start;
        match piece.is_verbatim() {
            true => (piece.text.start + into).min(piece.text.end),
            false if file_byte < piece.file.end => piece.text.start,
            false => piece.text.end,
        }
    }
}

/// Which word of a paragraph it is that follows what stands before it in the paragraph, from 1. Chinese characters, which
/// no spaces part, are words each.
fn word_of(before: &str, rest: &str) -> usize {
    let mut words = 0;
    let mut in_word = false;
    for c in before.chars() {
        let alone = is_han(c);
        words += usize::from(alone || (!in_word && !c.is_whitespace()));
        in_word = !alone && !c.is_whitespace();
    }
    // Inside a word it is that word, and so it is at the end of a line.
    let goes_on = in_word && rest.chars().next().is_none_or(|c| !is_han(c));
    if goes_on { words.max(1) } else { words + 1 }
}

impl MadeOf {
    /// The byte of the file for the byte of the text at `at`: that where it begins, or that where it `ends`.
    fn file_byte(&self, at: usize, ends: bool) -> usize {
        let next = self.pieces.partition_point(|piece| piece.text.start <= at);
        let Some(piece) = next.checked_sub(1).and_then(|piece| self.pieces.get(piece)) else {
            return self.pieces.first().map_or(0, |piece| piece.file.start);
        };
        match piece.is_verbatim() {
            true => (piece.file.start + (at - piece.text.start) + usize::from(ends)).min(piece.file.end),
            false if ends || at >= piece.text.end => piece.file.end,
            false => piece.file.start,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `Night & day` of `<p>Night</p> &amp; day`, with a line end that no byte of the file stands for.
    fn map() -> SourceMap {
        let pieces = vec![
            MappedPiece { text: 0..5, file: 3..8 },
            MappedPiece { text: 5..6, file: 12..13 },
            MappedPiece { text: 6..7, file: 13..18 },
            MappedPiece { text: 7..11, file: 18..22 },
        ];
        SourceMap::new("<p>Night</p> &amp; day".to_owned(), pieces)
    }

    #[test]
    fn places_go_there_and_back() {
        let map = map();
        let there = |range: Range<usize>| &map.file("")[map.file_range(&range)];
        assert_eq!(there(0..5), "Night");
        assert_eq!(there(6..7), "&amp;");
        assert_eq!(there(5..11), " &amp; day");
        assert_eq!(there(0..11), "Night</p> &amp; day");
        assert_eq!(map.file_range(&(11..13)), 22..22, "a line end was made of nothing");
        assert_eq!((map.text_byte(0), map.text_byte(4), map.text_byte(15), map.text_byte(20)), (0, 1, 6, 9));
        assert_eq!((map.text_byte(9), map.text_byte(99)), (5, 11));
    }

    #[test]
    fn plain_text_is_its_own_file() {
        let map = SourceMap::default();
        assert!(map.is_identity() && map.is_editable(&(1..3)));
        assert_eq!((map.file("Night"), map.file_range(&(1..3)), map.text_byte(4)), ("Night", 1..3, 4));
    }

    #[test]
    fn places_of_markdown_are_those_of_its_file_and_its_markup_is_not_edited() {
        let file = "The <b>lamps</b> burn".to_owned();
        let map = SourceMap::veiled(file.clone(), Markup::of(&file));
        assert_eq!((map.written("The lamps burn"), map.file_range(&(7..12)), map.text_byte(7)), (&*file, 7..12, 7));
        assert!(map.is_editable(&(7..12)) && !map.is_editable(&(6..12)) && !map.is_editable(&(0..21)));
    }
}

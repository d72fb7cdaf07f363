//! Where a text stands in the file that it was made of.

use std::ops::Range;

use super::Markup;
use crate::script::is_han;

/// How the element of a link ends.
const LINK_END: &str = "</a>";

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

    /// Whether a range of the text can be replaced in the file: where it stands for itself, and in a text that was made of
    /// its elements where it stands in one stretch of the text of one element.
    pub fn is_mendable(&self, range: &Range<usize>) -> bool {
        match &self.origin {
            TextOrigin::Made(made_of) => made_of.stretch(range).is_some(),
            TextOrigin::File | TextOrigin::Veiled(_) | TextOrigin::Document(_) => self.is_editable(range),
        }
    }

    /// Whether the text was made of pieces of its file.
    pub fn is_of_pieces(&self) -> bool {
        matches!(self.origin, TextOrigin::Made(_))
    }

    /// The bytes of the file that are replaced when a range of the text is, and what then stands there for these words.
    /// `None` where nothing of the file stands for the range as a whole, and where the words would be read otherwise.
    pub fn in_file(&self, range: &Range<usize>, words: &str) -> Option<(Range<usize>, String)> {
        match &self.origin {
            TextOrigin::Made(made_of) => {
                // A line end would be read as a space.
                let stretch = made_of.stretch(range).filter(|_| !words.contains(['\n', '\r', '\t']))?;
                Some((stretch, escaped(words)))
            }
            TextOrigin::File | TextOrigin::Veiled(_) => Some((range.clone(), words.to_owned())),
            TextOrigin::Document(_) => None,
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

/// Words as XML has them between two tags.
fn escaped(words: &str) -> String {
    words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

impl MadeOf {
    /// The bytes of the file that a range of the text was made of, where these are text of one element: no tag is among them,
    /// and all of the range was made of them. What is put in between two pieces belongs to the one before it.
    fn stretch(&self, range: &Range<usize>) -> Option<Range<usize>> {
        if range.is_empty() {
            return self.gap(range.start);
        }
        let first = self.pieces.partition_point(|piece| piece.text.end <= range.start);
        let mut stretch: Option<Range<usize>> = None;
        let mut at = range.start;
        for piece in self.pieces.get(first..)? {
            let end = piece.text.end.min(range.end);
            let cut = piece.text.start < at || end < piece.text.end;
            if piece.text.start > at || (cut && !piece.is_verbatim()) {
                return None;
            }
            let file = match piece.is_verbatim() {
                true => piece.file.start + (at - piece.text.start)..piece.file.start + (end - piece.text.start),
                false => piece.file.clone(),
            };
            let start = stretch.map_or(file.start, |before| before.start);
            stretch = Some(start..file.end);
            at = end;
            if at == range.end {
                break;
            }
        }
        stretch.filter(|stretch| at == range.end && self.is_text(stretch))
    }

    /// The place in the file that stands for a place between two characters of the text.
    fn gap(&self, at: usize) -> Option<Range<usize>> {
        let next = self.pieces.partition_point(|piece| piece.text.end < at);
        let mut beside = self.pieces.get(next..)?.iter().take_while(|piece| piece.text.start <= at);
        let place = |byte: usize| byte..byte;
        let before = beside.clone().find(|piece| piece.text.start < at && self.is_text(&piece.file));
        if let Some(piece) = before {
            if piece.text.end > at {
                return piece.is_verbatim().then(|| place(piece.file.start + (at - piece.text.start)));
            }
            // What follows a link is no part of it.
            let rest = self.file.get(piece.file.end..)?;
            return Some(place(piece.file.end + if rest.starts_with(LINK_END) { LINK_END.len() } else { 0 }));
        }
        // Behind a note's mark; a paragraph's beginning is no place, since a label would stand in an element of its own.
        let marked = self.pieces.iter().any(|piece| piece.text.end == at);
        beside
            .find(|piece| marked && piece.text.start == at && self.is_text(&piece.file))
            .map(|piece| place(piece.file.start))
    }

    /// Whether bytes of the file are text of one element.
    fn is_text(&self, file: &Range<usize>) -> bool {
        self.file.get(file.clone()).is_some_and(|bytes| !bytes.contains('<'))
    }

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
    fn what_is_replaced_is_text_of_one_element() {
        let map = map();
        assert_eq!(map.in_file(&(1..4), "oo"), Some((4..7, "oo".to_owned())));
        assert_eq!(map.in_file(&(5..8), "<&>"), Some((12..19, "&lt;&amp;&gt;".to_owned())));
        assert!(map.is_mendable(&(7..11)) && !map.is_editable(&(7..11)), "it doesn't stand for itself");
        assert_eq!(map.in_file(&(3..7), "or"), None, "a tag stands between");
        assert_eq!(map.in_file(&(7..12), "."), None, "nothing stands for the line end");
        assert_eq!(map.in_file(&(7..11), "a\nb"), None, "a line end would be a space");
        assert_eq!(map.in_file(&(5..5), ","), Some((8..8, ",".to_owned())), "it belongs to what stands before");
        assert_eq!((map.is_mendable(&(0..0)), map.is_mendable(&(2..2))), (false, true));
    }

    #[test]
    fn what_follows_a_link_is_no_part_of_it() {
        let pieces = vec![MappedPiece { text: 0..4, file: 6..10 }];
        let map = SourceMap::new("<p><a>1/18</a></p>".to_owned(), pieces);
        assert_eq!(map.in_file(&(4..4), ";"), Some((14..14, ";".to_owned())));
        assert_eq!(map.in_file(&(2..2), "0"), Some((8..8, "0".to_owned())));
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

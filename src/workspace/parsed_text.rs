//! A text together with its structure.

use std::ops::Range;
use std::panic::catch_unwind;
use std::path::Path;
use std::sync::Arc;

use super::citation_graph::Span;
use crate::draft::{Draft, Edit, NormalizedText, ReadAs};
use crate::source::{self, Hints, ReadPurpose, SourceMap, SourceText};
use crate::text::{Lines, PositionEncoding};

/// A text together with the structure that was read of it.
#[derive(Debug)]
pub struct ParsedText {
    /// The text, in UTF-8.
    pub text: String,
    /// What was read of it.
    pub draft: Draft,
    /// Where the text stands in its file.
    map: SourceMap,
}

/// A text that is open in the editor.
pub trait OpenText: std::fmt::Debug + Send + Sync {
    /// The text with its structure, as it stands now; `None` if the reader panicked.
    fn reading(&self) -> Option<Arc<ParsedText>>;
}

impl OpenText for Arc<ParsedText> {
    fn reading(&self) -> Option<Arc<ParsedText>> {
        Some(self.clone())
    }
}

impl ParsedText {
    /// Reads a text. Reading never fails; should the reader panic all the same, it costs this text alone,
    /// and the panic's own line in the log says so.
    pub fn of(text: String) -> Option<Arc<ParsedText>> {
        ParsedText::read_as(text, ReadAs::default())
    }

    /// As [`ParsedText::of`], of a text of which something is known beside it.
    pub fn read_as(text: String, read_as: ReadAs) -> Option<Arc<ParsedText>> {
        ParsedText::made_of(text, read_as, &Hints::default(), SourceMap::default())
    }

    /// As [`ParsedText::of`], of a file's text.
    pub fn of_source(source: SourceText, read_as: ReadAs) -> Option<Arc<ParsedText>> {
        let SourceText { text, map, hints, .. } = source;
        ParsedText::made_of(text, read_as, &hints, map)
    }

    fn made_of(text: String, read_as: ReadAs, hints: &Hints, map: SourceMap) -> Option<Arc<ParsedText>> {
        let draft = catch_unwind(|| Draft::read_with(&text, read_as, hints)).ok()?;
        Some(Arc::new(ParsedText { text, draft, map }))
    }

    /// A text whose draft is known, and where it stands in its file.
    pub fn with(text: String, draft: Draft, map: SourceMap) -> Arc<ParsedText> {
        Arc::new(ParsedText { text, draft, map })
    }

    /// The text as it is written, markup and all, where an edit of it is one of its file.
    pub fn written(&self) -> &str {
        self.map.written(&self.text)
    }

    /// Those of some edits of the text that can be made in its file.
    pub fn editable(&self, mut edits: Vec<Edit>) -> Vec<Edit> {
        edits.retain(|edit| self.map.is_editable(&edit.range));
        edits
    }

    /// Reads a file of the workspace; `None` if it is no text.
    pub(super) fn load(path: &Path, read_as: ReadAs) -> Option<Arc<ParsedText>> {
        ParsedText::of_source(source::read(path, ReadPurpose::Indexed).ok()?, read_as)
    }

    /// Where the text stands in its file.
    pub fn map(&self) -> &SourceMap {
        &self.map
    }

    /// Says where ranges of bytes stand in the file, columns counted in `encoding`.
    pub fn spans(&self, encoding: PositionEncoding) -> impl Fn(&Range<usize>) -> Span {
        let lines = Lines::new(self.map.file(&self.text));
        move |range| {
            let range = self.map.file_range(range);
            let place = |byte| lines.position(byte, encoding);
            Span { start: place(range.start), end: place(range.end) }
        }
    }

    /// The words at a range of bytes, in one line. Nothing where the range is none of this text.
    pub fn words(&self, range: Range<usize>) -> String {
        NormalizedText::of(self.text.get(range).unwrap_or_default(), 0).text
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::symbol::Symbol;

    #[test]
    fn an_akoma_ntoso_document_is_read_as_the_draft_that_it_holds() {
        let file = "<akomaNtoso>\n <coverPage><p><docTitle>Resolution adopted by the General Assembly on 3 December \
            2037</docTitle></p></coverPage>\n <preface><p><docNumber>92/14.</docNumber> <docTitle>Quiet &amp; dark \
            skies</docTitle></p></preface>\n<p>The General Assembly,</p>\n<p>Recalling the lamps,<authorialNote \
            marker='1'><p>See A/92/406.</p></authorialNote></p><paragraph><num>1.</num><p>Decides to rest.</p></paragraph>\
            </akomaNtoso>";
        let source = source::of_bytes(file.as_bytes().to_vec(), Some("a.xml".as_ref())).unwrap();
        let reading = ParsedText::of_source(source, ReadAs::default()).unwrap();
        let Draft { symbol, title, adopted, markers, notes, .. } = &reading.draft;
        assert_eq!(*symbol, Symbol::parse("A/RES/92/14").ok());
        assert_eq!(title.as_ref().unwrap().text, "Quiet & dark skies");
        assert!(adopted.is_some());
        assert_eq!((markers.len(), notes.len()), (1, 1));
        // The places are those of the file.
        let number = title.as_ref().unwrap().number.clone().unwrap();
        let Span { start, end } = reading.spans(PositionEncoding::Utf16)(&number);
        let line = file.lines().nth(start.line).unwrap();
        assert_eq!((start.line, &line[start.column..end.column]), (2, "92/14."));
    }
}

//! A document as an editor has it open.

use std::ops::Range;

use serde_json::{Value, json};

use super::Editor;

/// What an editor counts in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    Utf8,
    Utf16,
    Utf32,
}

/// A document as an editor has it open: its text is kept in step with what the server is told.
#[derive(Debug, Clone)]
pub struct Document {
    pub uri: String,
    pub text: String,
    pub version: i64,
    pub encoding: Encoding,
}

impl Document {
    /// Opens a document.
    pub fn open(editor: &mut Editor, uri: &str, text: &str) -> Document {
        let document = Document { uri: uri.to_owned(), text: text.to_owned(), version: 1, encoding: Encoding::Utf16 };
        let item = json!({ "uri": uri, "languageId": "resolution", "version": 1, "text": text });
        editor.tell("textDocument/didOpen", json!({ "textDocument": item }));
        document
    }

    /// Closes it.
    pub fn close(self, editor: &mut Editor) {
        editor.tell("textDocument/didClose", json!({ "textDocument": { "uri": self.uri } }));
    }

    /// Replaces a range of bytes, in a notification of its own.
    pub fn edit(&mut self, editor: &mut Editor, range: Range<usize>, new: &str) {
        let change = json!({ "range": self.range(range.clone()), "text": new });
        self.text.replace_range(range, new);
        self.version += 1;
        let document = json!({ "uri": self.uri, "version": self.version });
        let params = json!({ "textDocument": document, "contentChanges": [change] });
        editor.tell("textDocument/didChange", params);
    }

    /// Deletes what stands at a range of bytes and types something else there, a key at a time.
    pub fn retype(&mut self, editor: &mut Editor, range: Range<usize>, new: &str) {
        let keys = self.text[range.clone()].chars().count();
        let mut at = range.start;
        for _ in 0..keys {
            let next = self.text[at..].chars().next().unwrap();
            self.edit(editor, at..at + next.len_utf8(), "");
        }
        for key in new.chars() {
            self.edit(editor, at..at, key.encode_utf8(&mut [0; 4]));
            at += key.len_utf8();
        }
    }

    /// The bytes of the `nth` place (from 0) where `words` stand.
    pub fn nth(&self, words: &str, nth: usize) -> Range<usize> {
        let start = self.text.match_indices(words).nth(nth).unwrap_or_else(|| panic!("no {words:?} number {nth}")).0;
        start..start + words.len()
    }

    /// The bytes of the first place where `words` stand.
    pub fn first(&self, words: &str) -> Range<usize> {
        self.nth(words, 0)
    }

    /// A byte as a position in the protocol.
    pub fn position(&self, byte: usize) -> Value {
        let before = &self.text[..byte];
        // The tests' texts end their lines with LF.
        let line = before.matches('\n').count();
        let column = before.rsplit('\n').next().unwrap_or_default();
        let column = match self.encoding {
            Encoding::Utf8 => column.len(),
            Encoding::Utf16 => column.encode_utf16().count(),
            Encoding::Utf32 => column.chars().count(),
        };
        json!({ "line": line, "character": column })
    }

    /// Bytes as a range in the protocol.
    pub fn range(&self, range: Range<usize>) -> Value {
        json!({ "start": self.position(range.start), "end": self.position(range.end) })
    }

    /// Where the document is and a place in it, as most requests want it.
    pub fn at(&self, byte: usize) -> Value {
        json!({ "textDocument": { "uri": self.uri }, "position": self.position(byte) })
    }

    /// The same for a place in the protocol's terms.
    pub fn at_position(&self, position: &Value) -> Value {
        json!({ "textDocument": { "uri": self.uri }, "position": position })
    }

    /// The document, as the other requests want it.
    pub fn itself(&self) -> Value {
        json!({ "textDocument": { "uri": self.uri } })
    }

    /// The text at a range of the protocol. The tests' documents are opened in UTF-16 where this is used.
    pub fn text_at(&self, range: &Value) -> &str {
        let byte = |place: &Value| {
            let line = place["line"].as_u64().unwrap() as usize;
            let start: usize = self.text.split_inclusive('\n').take(line).map(str::len).sum();
            let mut column = place["character"].as_u64().unwrap() as usize;
            let mut at = start;
            for c in self.text[start..].chars() {
                if column == 0 {
                    break;
                }
                column -= match self.encoding {
                    Encoding::Utf8 => c.len_utf8(),
                    Encoding::Utf16 => c.len_utf16(),
                    Encoding::Utf32 => 1,
                };
                at += c.len_utf8();
            }
            at
        };
        &self.text[byte(&range["start"])..byte(&range["end"])]
    }
}

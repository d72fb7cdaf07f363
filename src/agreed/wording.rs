//! What is taken of a text: the wordings of its paragraphs, and where they stand.

use std::path::Path;

use crate::compare::{ComparedItem, outline};
use crate::draft::Draft;
use crate::library::stable_hash;
use crate::library::words::indexed_words;
use crate::text::PositionEncoding;
use crate::workspace::{FileStamp, ParsedText};

/// A wording shorter than this says nothing by which it could be known, in characters: “Agrees that:”.
const SHORTEST: usize = 16;

/// A text, ready to be kept.
#[derive(Debug)]
pub(super) struct KeptText {
    /// Its file.
    pub path: String,
    /// The file's stamp before it was read.
    pub stamp: FileStamp,
    /// Its symbol; without one it is no instrument, and nothing else of it is kept.
    pub symbol: Option<String>,
    /// Its language's code.
    pub language: &'static str,
    /// The day of its adoption, `2037-12-03`.
    pub adopted: Option<String>,
    /// Its paragraphs.
    pub paragraphs: Vec<KeptParagraph>,
}

/// A paragraph of it.
#[derive(Debug)]
pub(super) struct KeptParagraph {
    /// What kind of paragraph it is: the code of the item.
    pub kind: &'static str,
    /// The labels that lead to it.
    pub path: String,
    /// Its line in the file, from 0.
    pub line: u32,
    /// What it says, without its label.
    pub said: String,
    /// Its words as they are looked for.
    pub words: String,
    /// By which the same words are known.
    pub hash: i64,
}

impl KeptText {
    /// What is kept of a text; `None` where its path is none that can be written down.
    pub(super) fn of(path: &Path, stamp: FileStamp, reading: &ParsedText) -> Option<KeptText> {
        let draft = &reading.draft;
        let mut kept = KeptText {
            path: path.to_str()?.to_owned(),
            stamp,
            symbol: draft.symbol.as_ref().map(ToString::to_string),
            language: draft.language.code,
            adopted: draft.adopted.map(|date| date.iso()),
            paragraphs: Vec::new(),
        };
        if kept.symbol.is_some() {
            let spans = reading.spans(PositionEncoding::Utf8);
            kept.paragraphs = outline_of(&reading.text, draft)
                .into_iter()
                .filter_map(|item| {
                    let said = draft.running(&reading.text, item.index?).text;
                    if said.chars().take(SHORTEST).count() < SHORTEST {
                        return None;
                    }
                    let words = indexed_words(&said);
                    let hash = stable_hash(words.as_bytes()).cast_signed();
                    let line = u32::try_from(spans(&item.range).start.line).unwrap_or(u32::MAX);
                    Some(KeptParagraph { kind: item.kind.code(), path: item.path, line, said, words, hash })
                })
                .collect();
        }
        Some(kept)
    }
}

/// The paragraphs of a draft with all its parts.
fn outline_of(text: &str, draft: &Draft) -> Vec<ComparedItem> {
    let whole = 0..text.len();
    match draft.parts.as_slice() {
        [] | [_] => outline(text, draft, &whole),
        parts => parts.iter().flat_map(|part| outline(text, draft, &part.range)).collect(),
    }
}

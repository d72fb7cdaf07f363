//! A whole text laid out evenly, or unwrapped, where its format allows it.

use std::path::Path;

use super::format::{self, FormatOptions};
use super::unwrap::{self, UnwrapOutcome};
use crate::draft::edit::apply;
use crate::draft::{Draft, ReadAs};
use crate::messages::Message;
use crate::source::SourceText;

/// A text that was laid out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LaidOutText {
    /// The text of its file as it is then.
    pub after: String,
    /// What the writer should know: that it could not be unwrapped, or not all of it.
    pub remark: Option<Message>,
}

/// Lays out a text of a format in which every byte is the text's own ([`WriteBack::Text`](crate::source::WriteBack)), of the file
/// at a path if it is of any. One that is text out of a PDF is made a clean draft where that is asked for by `unwrapping`.
pub fn lay_out(source: &SourceText, path: Option<&Path>, read_as: ReadAs, unwrapping: bool) -> LaidOutText {
    let manner = FormatOptions::of(source.file(), path);
    let draft = Draft::read_as(&source.text, read_as);
    let mut edits = match unwrapping.then(|| unwrap::unwrap(&source.text, &draft, manner)) {
        Some(UnwrapOutcome::LeftAlone) => {
            return LaidOutText { after: source.file().to_owned(), remark: Some(unwrap::left_alone()) };
        }
        Some(UnwrapOutcome::Edits(edits)) if !edits.is_empty() => edits,
        _ => format::document(&source.text, &draft, manner),
    };
    let wanted = edits.len();
    edits.retain(|edit| source.map.is_editable(&edit.range));
    let remark = (unwrapping && edits.len() < wanted).then(unwrap::markup_in_the_way);
    LaidOutText { after: apply(&edits, source.file()), remark }
}

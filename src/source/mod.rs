//! The one way in: a file's bytes made text.
//!
//! [`read`] reads a file, [`of_bytes`] what came another way, [`of_open_text`] what an editor has open. Each gives a
//! [`SourceText`]: the text that drafts are read of, a [`SourceMap`] by which places in it are found again in the file,
//! and [`Hints`] with what the format knows for certain. Everything above works on the text and on byte offsets in it;
//! places are mapped back where they are shown.
//!
//! [`FORMATS`] is the one table of what a draft file is: its endings, how it is recognised, how large it may be, how it
//! is read and whether edits can be written back. No other room opens a draft's file or knows an ending.

mod akoma_ntoso;
mod docx;
mod encoding;
pub mod files;
mod formats;
mod hints;
mod map;
mod markup;
mod note_mark;
mod replacement;
mod rewrite;
mod text;

use crate::messages::Template;

pub use docx::{PartOfPackage, TrackedChanges, WordPackage, WordProblem};
pub use encoding::Undecodable;
pub use formats::{
    DRAFT_NAMES, DRAFT_NAMES_NOTE, FORMATS, FileFormat, FolderEntry, WriteBack, is_named_as_draft, unread_names,
    wanted_endings, watch_pattern,
};
pub use hints::{Hints, UnreadContent, UnreadPlace};
pub use map::{DocumentPart, DocumentPlace, SourceMap};
pub use markup::Markup;
pub use replacement::{left_behind, remove_unfinished};
pub use rewrite::{NotRewritable, RewritableFile};
pub use text::{
    ReadPurpose, SourceText, Unreadable, beside_drafts, head, is_extracted, is_markdown, may_have_markup, of_bytes,
    of_given_bytes, of_open_markdown, of_open_text, of_text, of_written_text, read, read_changes, read_package,
    read_standard_input,
};

/// All that is told of files that can't be read or written.
pub fn messages() -> impl Iterator<Item = &'static Template> {
    [docx::MESSAGES, encoding::MESSAGES, formats::MESSAGES, rewrite::MESSAGES, text::MESSAGES]
        .into_iter()
        .flatten()
        .copied()
}

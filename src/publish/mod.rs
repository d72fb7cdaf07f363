//! A draft as a file of another format.
//!
//! [`write`] is the one way out. What is written of a draft is taken from its text and from what was read of it, and for
//! formats that know paragraphs, labels and notes from its [`Manuscript`], in which all of that stands by itself.

mod akoma_ntoso;
mod manuscript;
mod markdown;

pub use manuscript::{
    Manuscript, ManuscriptBlock, ManuscriptFace, ManuscriptKind, ManuscriptLabel, ManuscriptNote, ManuscriptRun,
};

use crate::draft::Draft;
use crate::source::Hints;

/// What a draft can be made into.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PublishFormat {
    /// Plain text.
    Text,
    /// Markdown, with its notes in Markdown's own way.
    Markdown,
    /// XML in the form in which the United Nations publishes its resolutions.
    AkomaNtoso,
}

/// Makes a file of a draft. `draft` is what was read of `text`, and `hints` what its file's format knows of it.
pub fn write(format: PublishFormat, text: &str, draft: &Draft, hints: &Hints) -> Vec<u8> {
    match format {
        PublishFormat::Text => text.as_bytes().to_vec(),
        PublishFormat::Markdown => markdown::of(text, draft, hints).into_bytes(),
        PublishFormat::AkomaNtoso => akoma_ntoso::of(&Manuscript::of(text, draft, hints)).into_bytes(),
    }
}

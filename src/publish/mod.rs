//! A draft as a file of another format.
//!
//! [`write()`] is the one way out. What is written of a draft is taken from its text and from what was read of it, and for
//! formats that know paragraphs, labels and notes from its [`Manuscript`], in which all of that stands by itself.

mod akoma_ntoso;
mod docx;
mod manuscript;
mod markdown;

pub use docx::{InsertedDraft, NotInsertable, TrackingAuthor, into as write_into};
pub use manuscript::{
    Manuscript, ManuscriptBlock, ManuscriptFace, ManuscriptKind, ManuscriptLabel, ManuscriptNote, ManuscriptRun,
};

use std::path::Path;

use crate::draft::Draft;
use crate::messages::Template;
use crate::source::{FORMATS, FileFormat, Hints};

/// All that is told of what can't be written.
pub fn messages() -> impl Iterator<Item = &'static Template> {
    docx::MESSAGES.iter().copied()
}

/// What a draft can be made into.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PublishFormat {
    /// Plain text.
    Text,
    /// Markdown, with its notes in Markdown's own way.
    Markdown,
    /// XML in the form in which the United Nations publishes its resolutions.
    AkomaNtoso,
    /// A Word file (.docx).
    Docx,
}

impl PublishFormat {
    /// All of them.
    pub const ALL: [PublishFormat; 4] =
        [PublishFormat::Text, PublishFormat::Markdown, PublishFormat::AkomaNtoso, PublishFormat::Docx];

    /// The format of files that this writes.
    pub fn file_format(self) -> &'static FileFormat {
        let name = match self {
            PublishFormat::Text => "plain text",
            PublishFormat::Markdown => "Markdown",
            PublishFormat::AkomaNtoso => "Akoma Ntoso",
            PublishFormat::Docx => "Word",
        };
        let found = FORMATS.iter().find(|format| format.name == name);
        found.unwrap_or(&FORMATS[FORMATS.len() - 1])
    }

    /// What a file is to be by its ending, if that tells.
    pub fn of_name(path: &Path) -> Option<PublishFormat> {
        let format = FileFormat::of_name(path)?;
        PublishFormat::ALL.into_iter().find(|one| one.file_format().name == format.name)
    }

    /// Whether what is written is no text, so that nobody can read it on a terminal.
    pub fn is_package(self) -> bool {
        self == PublishFormat::Docx
    }
}

/// Makes a file of a draft. `draft` is what was read of `text`, and `hints` what its file's format knows of it.
pub fn write(format: PublishFormat, text: &str, draft: &Draft, hints: &Hints) -> Vec<u8> {
    match format {
        PublishFormat::Text => text.as_bytes().to_vec(),
        PublishFormat::Docx => docx::of(&Manuscript::of(text, draft, hints)),
        PublishFormat::Markdown => markdown::of(text, draft, hints).into_bytes(),
        PublishFormat::AkomaNtoso => akoma_ntoso::of(&Manuscript::of(text, draft, hints)).into_bytes(),
    }
}

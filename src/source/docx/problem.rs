//! Why a Word file can't be read.

use super::package::BOUNDS;
use crate::messages::Message;

/// Why a Word file can't be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WordProblem {
    /// It is a zipped file of another kind.
    OtherZip,
    /// It ends too early, or its parts are not what they should be.
    Damaged,
    /// It is protected by a password.
    Protected,
    /// It was compressed in a way that word processors don't use.
    Compression,
    /// It has more parts than a document.
    TooManyParts,
    /// A part of it is longer than that of any draft, or all are together.
    TooLong,
    /// A part is so much smaller in the file than it is, as no text is.
    Ratio,
    /// Its elements are nested too deep.
    TooDeep,
    /// It brings entities of its own, as no word processor writes.
    Entities,
    /// There is no text in it.
    Empty,
}

crate::messages! {
    "source.docx":
    other_zip() =
        "This is a zipped file, but no Word document. Save its text as a Word document (.docx) or as plain text in UTF-8, and \
         name that.";
    damaged() =
        "This Word document is damaged. Open it in a word processor, which may repair it, and save it again.";
    protected() =
        "This Word document is protected by a password. Save it without one, and name that.";
    compression() =
        "This Word document is compressed in a way that word processors don't use. Open it in a word processor and save it \
         again.";
    too_many_parts(most: number) =
        "This Word document has more than {most} parts, which no draft has. It was not read. Copy its text into a new \
         document, and name that.";
    too_long(megabytes: number) =
        "This Word document unpacks to more than {megabytes} MB of text and settings, which no draft does. It was not read. \
         Copy its text into a new document, and name that.";
    ratio(most: number) =
        "This Word document unpacks to more than {most} times its size, which no draft does. It was not read. Copy its text \
         into a new document, and name that.";
    too_deep() =
        "In this Word document tables or text boxes are nested deeper than word processors do. It was not read. Copy its text \
         into a new document, and name that.";
    entities() =
        "This Word document holds definitions (a document type, entities) that word processors never write. It was not read. \
         Copy its text into a new document, and name that.";
    empty() = "This Word document holds no text.";
}

impl WordProblem {
    /// What is wrong with the file, and what to do.
    pub fn message(self) -> Message {
        match self {
            WordProblem::OtherZip => other_zip(),
            WordProblem::Damaged => damaged(),
            WordProblem::Protected => protected(),
            WordProblem::Compression => compression(),
            WordProblem::TooManyParts => too_many_parts(BOUNDS.parts),
            WordProblem::TooLong => too_long(BOUNDS.part >> 20),
            WordProblem::Ratio => ratio(BOUNDS.ratio),
            WordProblem::TooDeep => too_deep(),
            WordProblem::Entities => entities(),
            WordProblem::Empty => empty(),
        }
    }
}

//! A text that goes back into its file: in the file's own encoding, in one step, and only if nobody else changed it.

use std::path::Path;
use std::{fmt, io};

use super::encoding::FileEncoding;
use super::formats::FormatReading;
use super::text::{self, ReadPurpose};
use super::{FileFormat, SourceText, Unreadable, WriteBack, replacement};
use crate::messages::{ArgumentText, Locale, Message, system};

/// A text that can go back into its file.
#[derive(Debug)]
pub struct RewritableFile {
    bytes: Vec<u8>,
    encoding: FileEncoding,
    /// What is read of it. Edits of its text that are [editable](super::SourceMap::is_editable) are edits of the file.
    pub source: SourceText,
}

/// Why a text can't go back into its file. Printed as plain sentences.
#[derive(Debug)]
pub enum NotRewritable {
    /// It can't be read at all.
    Unreadable(Unreadable),
    /// The text was made of a file of this format, which stays as it is.
    ReadOnly(&'static FileFormat),
    /// No encoding gives the very bytes that the text was read of.
    Encoding,
    /// Somebody else changed the file meanwhile. It is left as it is.
    Changed,
    /// It may only be read.
    Protected,
    /// It has so many other names, under which the old text would stay.
    HardLinked(u64),
    /// It is somebody else's, or others may use it by name, and a new file would not be theirs.
    Owner,
    /// The system doesn't let it be written.
    Closed(io::Error),
}

crate::messages! {
    "source.rewrite":
    read_only(format: name) =
        "This is an {format} document, whose lines are left as they are. `rapporteur check --fix` mends it; `rapporteur \
         convert` makes a plain draft of it, which can be formatted.";
    read_only_word() =
        "This is a Word document, which is read but not changed. Make a clean draft of it with `rapporteur convert`, and mend \
         that, or mend the document in the word processor.";
    encoding_lossy() =
        "This text could not be written back in its own encoding without a loss. Save it as UTF-8.";
    changed() = "This file was changed meanwhile, and is left as it is.";
    protected() = "This file may only be read, and is left as it is. Allow it to be written first.";
    hard_linked(others: number) =
        "{others, plural, one {This file has another name (a hard link), under which its old text would stay.} other {This \
         file has {others} other names (hard links), under which its old text would stay.}} It is left as it is. Make a \
         copy of it, and name that.";
    owner() =
        "This file is somebody else's, and would become yours. It is left as it is. Make a copy of it, and name that.";
    closed(fault: message) = "This file could not be written: {fault}.";
}

impl NotRewritable {
    /// Why the file is left as it is, and what to do.
    pub fn message(&self) -> Message {
        match self {
            NotRewritable::Unreadable(why) => why.message(),
            NotRewritable::ReadOnly(FileFormat { reading: FormatReading::Word, .. }) => read_only_word(),
            NotRewritable::ReadOnly(format) => read_only(ArgumentText::fixed(format.name)),
            NotRewritable::Encoding => encoding_lossy(),
            NotRewritable::Changed => changed(),
            NotRewritable::Protected => protected(),
            NotRewritable::HardLinked(others) => hard_linked(*others),
            NotRewritable::Owner => owner(),
            NotRewritable::Closed(error) => closed(system::fault(error)),
        }
    }
}

/// In English, as errors are.
impl fmt::Display for NotRewritable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message().text(&Locale::ENGLISH))
    }
}

impl std::error::Error for NotRewritable {}

impl RewritableFile {
    /// Reads a file, or standard input where there is no path.
    ///
    /// # Errors
    ///
    /// When it can't be read, or couldn't be written as it is.
    pub fn read(path: Option<&Path>) -> Result<RewritableFile, NotRewritable> {
        let bytes = match path {
            Some(path) => text::bytes(path, ReadPurpose::Asked),
            None => text::standard_input(),
        };
        let bytes = bytes.map_err(NotRewritable::Unreadable)?;
        let source = text::of_bytes(bytes.clone(), path).map_err(NotRewritable::Unreadable)?;
        if source.write_back() == WriteBack::ReadOnly {
            return Err(NotRewritable::ReadOnly(source.format));
        }
        let encoding = FileEncoding::of(&bytes, source.file()).ok_or(NotRewritable::Encoding)?;
        Ok(RewritableFile { bytes, encoding, source })
    }

    /// Whether the file is in UTF-8, as its text is here.
    pub fn is_utf8(&self) -> bool {
        self.encoding == FileEncoding::Utf8
    }

    /// The bytes of another text in the encoding of this one.
    pub fn encoded(&self, text: &str) -> Vec<u8> {
        self.encoding.encode(text)
    }

    /// Puts a text into the file at a path in one step: whoever reads it sees the whole text before or the whole text
    /// after.
    ///
    /// # Errors
    ///
    /// When it was changed meanwhile or can't be written. It is then as it was.
    pub fn replace(&self, path: &Path, after: &str) -> Result<(), NotRewritable> {
        replacement::replace(path, &self.bytes, &self.encoded(after))
    }
}

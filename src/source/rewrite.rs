//! A text that goes back into its file: in the file's own encoding, in one step, and only if nobody else changed it.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::{fmt, fs};

use super::encoding::FileEncoding;
use super::text::{self, ReadPurpose};
use super::{Unreadable, WriteBack};
use crate::messages::{ArgumentText, Locale, Message};

/// A text that can go back into its file.
#[derive(Debug)]
pub struct RewritableFile {
    bytes: Vec<u8>,
    encoding: FileEncoding,
    pub text: String,
}

/// Why a text can't go back into its file. Printed as plain sentences.
#[derive(Debug)]
pub enum NotRewritable {
    /// It can't be read at all.
    Unreadable(Unreadable),
    /// The text was made of a file of this format, which stays as it is.
    ReadOnly(&'static str),
    /// No encoding gives the very bytes that the text was read of.
    Encoding,
    /// Somebody else changed the file meanwhile. It is left as it is.
    Changed,
    /// The system doesn't let it be written.
    Closed(io::Error),
}

crate::messages! {
    "source.rewrite":
    read_only(format: name) =
        "This is an {format} document, which is read but never changed. Mend it in the program that made it, or save its \
         text as plain text in UTF-8 and give me that.";
    encoding_lossy() =
        "This text could not be written back in its own encoding without a loss. Save it as UTF-8.";
    changed() = "This file was changed meanwhile, and is left as it is.";
    closed(fault: quote) = "This file could not be written: {fault}.";
}

impl NotRewritable {
    /// Why the file is left as it is, and what to do.
    pub fn message(&self) -> Message {
        match self {
            NotRewritable::Unreadable(why) => why.message(),
            NotRewritable::ReadOnly(format) => read_only(ArgumentText::fixed(format)),
            NotRewritable::Encoding => encoding_lossy(),
            NotRewritable::Changed => changed(),
            NotRewritable::Closed(error) => closed(error.to_string()),
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
            return Err(NotRewritable::ReadOnly(source.format.name));
        }
        let encoding = FileEncoding::of(&bytes, &source.text).ok_or(NotRewritable::Encoding)?;
        Ok(RewritableFile { bytes, encoding, text: source.text })
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
        let in_place = || -> io::Result<bool> {
            // A link stays one.
            let path = fs::canonicalize(path)?;
            let new = beside(&path);
            let replaced = write_new(&new, &path, &self.encoded(after)).and_then(|()| {
                let same = fs::read(&path)? == self.bytes;
                if same { fs::rename(&new, &path).map(|()| true) } else { Ok(false) }
            });
            if !matches!(replaced, Ok(true)) {
                let _ = fs::remove_file(&new);
            }
            replaced
        };
        match in_place() {
            Ok(true) => Ok(()),
            Ok(false) => Err(NotRewritable::Changed),
            Err(error) => Err(NotRewritable::Closed(error)),
        }
    }
}

/// The name of a new file beside another one.
fn beside(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!(".{name}.{}", std::process::id()))
}

fn write_new(new: &Path, like: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = fs::File::create_new(new)?;
    file.write_all(bytes)?;
    file.set_permissions(fs::metadata(like)?.permissions())?;
    file.sync_all()
}

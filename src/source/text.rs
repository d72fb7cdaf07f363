//! A file read.

use std::borrow::Cow;
use std::fmt;
use std::io::{self, Read};
use std::path::Path;

use super::docx::{self, TrackedChanges, WordPackage, WordProblem};
use super::encoding::{self, Undecodable};
use super::formats::{FileFormat, FormatReading, ROOT_WITHIN, WriteBack, begins_with_element, declares_xml};
use super::{Hints, Markup, SourceMap, akoma_ntoso, files, markup};
use crate::messages::{Locale, Message, system};

/// The text that a draft is read of, and how it hangs together with its file.
#[derive(Debug, Clone)]
pub struct SourceText {
    /// The text, in UTF-8.
    pub text: String,
    /// The file's format.
    pub format: &'static FileFormat,
    /// Where the text stands in the file.
    pub map: SourceMap,
    /// What the format knows for certain.
    pub hints: Hints,
}

impl SourceText {
    /// The file as text: the text itself, but of formats that hold more than their text.
    pub fn file(&self) -> &str {
        self.map.file(&self.text)
    }

    /// Whether edits of the text can be written back into the file.
    pub fn write_back(&self) -> WriteBack {
        self.format.write_back
    }
}

/// What a file is read for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReadPurpose {
    /// The user named it, or a folder around it.
    Asked,
    /// It belongs to a workspace, whose texts are known before anybody asks. Links are not followed: they may lead out of it.
    Indexed,
}

/// Why a file is no text that can be read. Printed as plain sentences: what was seen, and what to do.
#[derive(Debug)]
pub enum Unreadable {
    /// The system doesn't let it be read.
    Closed(io::Error),
    /// It is no file, or one that is not read for this [`ReadPurpose`].
    NotWanted,
    /// It is larger than its format's limit, in bytes.
    TooLarge {
        /// The limit, in bytes.
        limit: u64,
    },
    /// It is a writer's document in a format that isn't read; a sentence says which, and what to do.
    OtherFormat(fn() -> Message),
    /// Its bytes are no text.
    Undecodable(Undecodable),
    /// It is XML, but no Akoma Ntoso document.
    OtherXml,
    /// It is an Akoma Ntoso document without a text.
    Empty,
    /// It is a Word file that can't be read, or another zipped one.
    Word(WordProblem),
}

impl Unreadable {
    /// Whether it is a whole file in a format that isn't read, and not a damaged one.
    pub fn is_other_format(&self) -> bool {
        matches!(
            self,
            Unreadable::OtherFormat(_)
                | Unreadable::OtherXml
                | Unreadable::Empty
                | Unreadable::NotWanted
                | Unreadable::Word(WordProblem::OtherZip | WordProblem::Empty)
        )
    }
}

crate::messages! {
    "source":
    closed(fault: message) = "This file could not be read: {fault}.";
    not_wanted() = "This is no file that is read here.";
    too_large(megabytes: number) = "This is larger than {megabytes} MB, which no draft is. It was not read.";
    other_xml() =
        "This is XML, but no resolution in Akoma Ntoso. Save its text as plain text in UTF-8 and name that.";
    without_text() = "This Akoma Ntoso document holds no text.";
}

impl Unreadable {
    /// What is wrong with the file, and what to do.
    pub fn message(&self) -> Message {
        match self {
            Unreadable::Closed(error) => closed(system::fault(error)),
            Unreadable::NotWanted => not_wanted(),
            Unreadable::TooLarge { limit } => too_large(limit >> 20),
            Unreadable::OtherFormat(why) => why(),
            Unreadable::Undecodable(why) => why.message(),
            Unreadable::OtherXml => other_xml(),
            Unreadable::Empty => without_text(),
            Unreadable::Word(problem) => problem.message(),
        }
    }
}

/// In English, as errors are.
impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message().text(&Locale::ENGLISH))
    }
}

impl std::error::Error for Unreadable {}

/// Reads a file.
///
/// # Errors
///
/// When it can't be read, is too large, or is no text.
pub fn read(path: &Path, purpose: ReadPurpose) -> Result<SourceText, Unreadable> {
    read_changes(path, purpose, TrackedChanges::default())
}

/// As [`read`], in one state of the changes that the file tracks, if it does.
///
/// # Errors
///
/// As [`read`].
pub fn read_changes(path: &Path, purpose: ReadPurpose, changes: TrackedChanges) -> Result<SourceText, Unreadable> {
    of_bytes_in(bytes(path, purpose)?, Some(path), changes)
}

/// Reads a Word document's package, into which a text is to be written.
///
/// # Errors
///
/// As [`read`], and when it is no Word document.
pub fn read_package(path: &Path) -> Result<WordPackage, Unreadable> {
    WordPackage::open(bytes(path, ReadPurpose::Asked)?).map_err(Unreadable::Word)
}

/// Reads all that standard input has.
///
/// # Errors
///
/// As [`read`].
pub fn read_standard_input(changes: TrackedChanges) -> Result<SourceText, Unreadable> {
    of_bytes_in(standard_input()?, None, changes)
}

/// The bytes of standard input.
pub(super) fn standard_input() -> Result<Vec<u8>, Unreadable> {
    limited(io::stdin().lock(), 0, FileFormat::plain_text().limit)
}

/// Makes text of a file's bytes: by what they are where they tell, else by the file's name.
///
/// # Errors
///
/// When they are no text.
pub fn of_bytes(bytes: Vec<u8>, path: Option<&Path>) -> Result<SourceText, Unreadable> {
    of_bytes_in(bytes, path, TrackedChanges::default())
}

/// As [`of_bytes`], of bytes that somebody hands over in the place of a file, and that are no more than it may have.
///
/// # Errors
///
/// As [`read`].
pub fn of_given_bytes(bytes: Vec<u8>, path: Option<&Path>) -> Result<SourceText, Unreadable> {
    let limit = path.and_then(FileFormat::of_name).unwrap_or(FileFormat::plain_text()).limit;
    if bytes.len() as u64 > limit { Err(Unreadable::TooLarge { limit }) } else { of_bytes(bytes, path) }
}

/// As [`of_bytes`], in one state of the changes that the file tracks, if it does.
fn of_bytes_in(bytes: Vec<u8>, path: Option<&Path>, changes: TrackedChanges) -> Result<SourceText, Unreadable> {
    // A PDF's head is text, and must not be decoded as such.
    match FileFormat::of_bytes(&bytes) {
        Some(FileFormat { reading: FormatReading::Refused(why), .. }) => return Err(Unreadable::OtherFormat(*why)),
        Some(format @ FileFormat { reading: FormatReading::Word, .. }) => {
            let (text, map, hints) = docx::read(bytes, changes).map_err(Unreadable::Word)?;
            return Ok(SourceText { text, format, map, hints });
        }
        _ => {}
    }
    of_text(encoding::decode(bytes).map_err(Unreadable::Undecodable)?, path)
}

/// Whether the words of a draft must be taken out of an open text, of which `opening` gives so many bytes from its
/// beginning, or a few less. Nearly every text says by its first characters that they needn't.
pub fn is_extracted<'a>(opening: impl Fn(usize) -> Cow<'a, str>) -> bool {
    /// Enough for a byte-order mark, some blank lines and the first character.
    const FIRST: usize = 16;
    begins_with_element(&opening(FIRST)) && FileFormat::is_extracted(&opening(ROOT_WITHIN))
}

/// As [`of_bytes`], of a text that an editor has open; `None` of one that is the words of a draft as it stands.
pub fn of_open_text(text: &str) -> Option<SourceText> {
    FileFormat::is_extracted(text).then(|| of_text(text.to_owned(), None).ok())?
}

/// Whether a text, of which these are the pieces in order, has what markup that is veiled begins with.
pub fn may_have_markup<'a>(mut pieces: impl Iterator<Item = &'a str>) -> bool {
    let mut before = None;
    pieces.any(|piece| {
        let may = markup::may_begin_in(piece, before);
        before = piece.bytes().next_back().or(before);
        may
    })
}

/// A text that an editor has open, of the file at a path if it is of any, with its markup veiled; `None` where it has
/// none that is.
pub fn of_open_markdown(text: String, path: Option<&Path>) -> Option<SourceText> {
    let source = is_markdown(&text, path).then(|| plain(text, FileFormat::plain_text(), true))?;
    (!source.map.is_identity()).then_some(source)
}

/// A text that is a draft as it stands, of the file at a path if it is of any: plain text, or Markdown with its markup veiled.
pub fn of_written_text(text: String, path: Option<&Path>) -> SourceText {
    let is_markdown = is_markdown(&text, path);
    plain(text, FileFormat::plain_text(), is_markdown)
}

/// Whether a text is read as Markdown: by its file's name, or since it is written as only Markdown is.
pub fn is_markdown(text: &str, path: Option<&Path>) -> bool {
    let named = path.and_then(FileFormat::of_name);
    named.is_some_and(|format| matches!(format.reading, FormatReading::Markdown)) || markup::is_markdown(text)
}

/// A text that stands for itself, but for its markup where it `is_markdown`.
fn plain(text: String, format: &'static FileFormat, is_markdown: bool) -> SourceText {
    let markup = if is_markdown { Markup::of(&text) } else { Markup::default() };
    let hints = Hints::default();
    match markup.is_empty() {
        true => SourceText { text, format, map: SourceMap::default(), hints },
        false => SourceText { text: markup.veiled(&text), format, map: SourceMap::veiled(text, markup), hints },
    }
}

/// Makes a text that is read of a file's text.
///
/// # Errors
///
/// When it is no draft's.
pub fn of_text(text: String, path: Option<&Path>) -> Result<SourceText, Unreadable> {
    let format = FileFormat::of_text(&text, path);
    match &format.reading {
        FormatReading::Plain | FormatReading::Markdown if declares_xml(&text) => Err(Unreadable::OtherXml),
        // Whether it is Markdown matters only where it may have markup.
        FormatReading::Plain => {
            let is_markdown = may_have_markup(std::iter::once(text.as_str())) && markup::is_markdown(&text);
            Ok(plain(text, format, is_markdown))
        }
        FormatReading::Markdown => Ok(plain(text, format, true)),
        FormatReading::AkomaNtoso if format.recognises(&text) => {
            let (text, map, hints) = akoma_ntoso::read(text).ok_or(Unreadable::Empty)?;
            Ok(SourceText { text, format, map, hints })
        }
        // By its bytes it is text.
        FormatReading::Word => Ok(plain(text, format, false)),
        FormatReading::AkomaNtoso => Err(Unreadable::OtherXml),
        FormatReading::Refused(why) => Err(Unreadable::OtherFormat(*why)),
    }
}

/// What stands in a file that lies beside drafts and says something of them, `most` bytes of it at most. `None` of a link, which may
/// lead elsewhere, of what is no file and may never end, and of what can't be read.
pub fn beside_drafts(path: &Path, most: u64) -> Option<String> {
    files::attributes(path).ok().filter(|about| about.is_file)?;
    let mut bytes = Vec::new();
    files::open(path).ok()?.0.take(most).read_to_end(&mut bytes).ok()?;
    Some(String::from_utf8_lossy(&bytes).into_owned())
}

/// The beginning of the text of a file that belongs to a workspace, `most` bytes of the file at most; `None` if it can't
/// be read or is no text. Of a format whose text doesn't begin with the file, the whole text.
pub fn head(path: &Path, most: usize) -> Option<String> {
    let (file, length, _) = open(path, ReadPurpose::Indexed).ok()?;
    let room = usize::try_from(length).unwrap_or(most).min(most);
    let mut bytes = Vec::with_capacity(room);
    file.take(most as u64).read_to_end(&mut bytes).ok()?;
    match FileFormat::of_bytes(&bytes) {
        Some(FileFormat { reading: FormatReading::Word, .. }) => {
            return read(path, ReadPurpose::Indexed).ok().map(|source| source.text);
        }
        Some(_) => return None,
        None => {}
    }
    let whole = bytes.len() < most;
    let text = if whole { encoding::decode(bytes).ok()? } else { encoding::decode_head(&bytes).ok()? };
    let format = FileFormat::of_text(&text, Some(path));
    match format.reading {
        FormatReading::Plain | FormatReading::Markdown if !declares_xml(&text) => Some(text),
        FormatReading::AkomaNtoso if format.recognises(&text) => {
            // Much is said about a document before its text begins.
            if whole { of_text(text, Some(path)).ok() } else { read(path, ReadPurpose::Indexed).ok() }
                .map(|source| source.text)
        }
        _ => None,
    }
}

/// A file's bytes.
pub(super) fn bytes(path: &Path, purpose: ReadPurpose) -> Result<Vec<u8>, Unreadable> {
    let (file, length, limit) = open(path, purpose)?;
    limited(file, length, limit)
}

/// Opens a file. Says how long it says that it is, and how long it may be.
fn open(path: &Path, purpose: ReadPurpose) -> Result<(impl Read, u64, u64), Unreadable> {
    let limit = match purpose {
        ReadPurpose::Asked => FileFormat::of_name(path).unwrap_or(FileFormat::plain_text()).limit,
        ReadPurpose::Indexed => {
            let limit = FileFormat::indexed(path).and_then(|format| format.indexed_limit);
            let is_file = files::attributes(path).map_err(Unreadable::Closed)?.is_file;
            limit.filter(|_| is_file).ok_or(Unreadable::NotWanted)?
        }
    };
    let (file, length) = files::open(path).map_err(Unreadable::Closed)?;
    if length > limit { Err(Unreadable::TooLarge { limit }) } else { Ok((file, length, limit)) }
}

/// How much room is made for a file by what it says of its length, in bytes.
const ROOM: usize = 1 << 20;

/// All bytes, if they are no more than `limit`.
fn limited(file: impl Read, length: u64, limit: u64) -> Result<Vec<u8>, Unreadable> {
    // No more room is asked for that a file only says it fills.
    let mut bytes = Vec::with_capacity(usize::try_from(length).map_or(0, |length| (length + 1).min(ROOM)));
    let read = file.take(limit + 1).read_to_end(&mut bytes).map_err(Unreadable::Closed)?;
    if read as u64 > limit { Err(Unreadable::TooLarge { limit }) } else { Ok(bytes) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_read_says_what_it_is_and_whether_it_can_be_written_back() {
        let of = |bytes: &[u8], path: &str| of_bytes(bytes.to_vec(), Some(path.as_ref()));
        let plain = of(b"The General Assembly,", "a.txt").unwrap();
        assert_eq!(
            (plain.format.name, plain.write_back(), plain.file()),
            ("plain text", WriteBack::Text, &*plain.text)
        );
        let xml = of(b"<akomaNtoso><p>The General Assembly,</p></akomaNtoso>", "a.xml").unwrap();
        assert_eq!((xml.text.as_str(), xml.write_back()), ("The General Assembly,\n", WriteBack::Pieces));
        assert_eq!(&xml.file()[xml.map.file_range(&(4..11))], "General");
        assert!(matches!(of(b"<html><p>Lamps</p></html>", "a.xml"), Err(Unreadable::OtherXml)));
        assert!(matches!(of(b"<?xml version='1.0'?><html/>", "a.txt"), Err(Unreadable::OtherXml)));
        assert!(matches!(of(b"<akomaNtoso/>", "a.xml"), Err(Unreadable::Empty)));
        assert!(of(b"<b>Draft</b> resolution", "a.md").is_ok(), "Markdown may begin with an element");
        for document in [&b"%PDF-1.7\n%\xe2\xe3"[..], b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"{\\rtf1\\ansi"] {
            assert!(matches!(of(document, "a.txt"), Err(Unreadable::OtherFormat(_))));
        }
        assert!(matches!(of(b"PK\x03\x04\x14\0", "a.docx"), Err(Unreadable::Word(WordProblem::Damaged))));
    }
}

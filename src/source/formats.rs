//! The table of the files that drafts come in.

use std::path::{Path, PathBuf};

use crate::messages::Message;

/// The largest draft that is read when the user names its file or a folder around it, in bytes: a session's volume has a
/// few megabytes.
const LARGEST: u64 = 64 << 20;

/// The largest file that is read for a workspace's index, in bytes. The longest resolutions, with their annexes, stay
/// under 2 MB; what is beyond is data that would only cost time, and nobody asked for it by name.
const LARGEST_INDEXED: u64 = 4 << 20;

/// As [`LARGEST_INDEXED`], of a package with pictures in it.
const LARGEST_INDEXED_PACKAGE: u64 = 16 << 20;

/// How near to the beginning of an Akoma Ntoso file its root element stands, in bytes.
pub(super) const ROOT_WITHIN: usize = 2 << 10;

/// Whether edits of a text can be written back into the file that it came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WriteBack {
    /// The text is the file: an edit of one is an edit of the other.
    Text,
    /// The text was made of pieces of the file: what stands in one of them can be replaced there, and all else stays as it is.
    Pieces,
    /// The text was made of the file, which stays as it is.
    ReadOnly,
}

/// How a format is recognised by what is in the file.
#[derive(Debug, Clone, Copy)]
pub(super) enum Signature {
    /// By its first bytes.
    Bytes(fn(&[u8]) -> bool),
    /// By the beginning of its text, once that is decoded.
    Text(fn(&str) -> bool),
    /// By its ending alone: what nothing else is recognised in.
    None,
}

/// What is made of a file's bytes.
#[derive(Debug, Clone)]
pub(super) enum FormatReading {
    /// The text as it stands, or, where it is written as Markdown is, without the markup.
    Plain,
    /// The text without the markup of Markdown.
    Markdown,
    /// The text of the elements.
    AkomaNtoso,
    /// The text of a Word document's paragraphs.
    Word,
    /// Nothing yet; what is told says what it is and what to do.
    Refused(fn() -> Message),
}

/// A format of files.
#[derive(Debug)]
pub struct FileFormat {
    /// What people call such a file: `Markdown`.
    pub name: &'static str,
    /// The endings, without the dot and in small letters, by which files are taken when a folder is read.
    pub endings: &'static [&'static str],
    /// Further endings by which a file is known that was named.
    pub other_endings: &'static [&'static str],
    /// The largest file that is read, in bytes.
    pub limit: u64,
    /// The largest file that is read unasked, for a workspace's index, in bytes. `None` where it takes no such file.
    pub indexed_limit: Option<u64>,
    /// Whether edits of the text can be written back.
    pub write_back: WriteBack,
    pub(super) signature: Signature,
    pub(super) reading: FormatReading,
}

crate::messages! {
    "source.format":
    pdf() = "This is a PDF. Give me its text, saved as a plain text file in UTF-8.";
    open_document() =
        "This is an OpenDocument file. Save it as a Word document (.docx) or as plain text in UTF-8, and name that.";
    old_word() =
        "This is an old Word file, or one that is protected by a password. Save it as a Word document (.docx) without one, \
         and name that.";
    rich_text() = "This is a rich text file (RTF). Save it as plain text in UTF-8 and name that.";
}

/// All formats. What is recognised by its bytes comes before what is recognised by its text, and that before what is
/// known by its ending alone; plain text, which everything else is taken for, is the last.
pub static FORMATS: [FileFormat; 9] = [
    refused("PDF", &["pdf"], pdf, |head| head.starts_with(b"%PDF-")),
    refused("OpenDocument", &["odt", "fodt"], open_document, |head| {
        is_zip(head) && head.get(30..).is_some_and(|rest| rest.starts_with(b"mimetypeapplication/vnd.oasis"))
    }),
    FileFormat {
        name: "Word",
        endings: &["docx", "docm"],
        other_endings: &["dotx", "dotm"],
        limit: LARGEST,
        // Most of it is pictures and fonts, which aren't read.
        indexed_limit: Some(LARGEST_INDEXED_PACKAGE),
        write_back: WriteBack::ReadOnly,
        signature: Signature::Bytes(is_zip),
        reading: FormatReading::Word,
    },
    refused("Word (.doc)", &["doc", "dot"], old_word, |head| head.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")),
    refused("RTF", &["rtf"], rich_text, |head| head.starts_with(b"{\\rtf")),
    FileFormat {
        name: "Akoma Ntoso",
        endings: &["xml"],
        other_endings: &[],
        limit: LARGEST,
        indexed_limit: Some(LARGEST_INDEXED),
        // Half of what stands in the file is no text; nothing is written but into the text of its elements.
        write_back: WriteBack::Pieces,
        signature: Signature::Text(is_akoma_ntoso),
        reading: FormatReading::AkomaNtoso,
    },
    plain("draft resolution", &["resolution"], &[]),
    FileFormat { reading: FormatReading::Markdown, ..plain("Markdown", &["md"], &["markdown"]) },
    // `.resolution.txt` is among them.
    plain("plain text", &["txt"], &[]),
];

const fn plain(name: &'static str, endings: &'static [&'static str], other: &'static [&'static str]) -> FileFormat {
    FileFormat {
        name,
        endings,
        other_endings: other,
        limit: LARGEST,
        indexed_limit: Some(LARGEST_INDEXED),
        write_back: WriteBack::Text,
        signature: Signature::None,
        reading: FormatReading::Plain,
    }
}

const fn refused(
    name: &'static str,
    endings: &'static [&'static str],
    why: fn() -> Message,
    sniff: fn(&[u8]) -> bool,
) -> FileFormat {
    FileFormat {
        name,
        endings,
        other_endings: &[],
        limit: LARGEST,
        indexed_limit: None,
        write_back: WriteBack::ReadOnly,
        signature: Signature::Bytes(sniff),
        reading: FormatReading::Refused(why),
    }
}

/// The endings of files that are drafts by their names, whatever is in them.
pub const DRAFT_NAMES: [&str; 2] = [".resolution", ".resolution.txt"];

/// [`DRAFT_NAMES`] in a sentence for the user.
pub const DRAFT_NAMES_NOTE: &str = "Files named `*.resolution` and `*.resolution.txt` are always read.";

/// Whether a file is a draft by its name.
pub fn is_named_as_draft(path: &Path) -> bool {
    path.file_name().is_some_and(|name| {
        let name = name.to_string_lossy();
        DRAFT_NAMES.iter().any(|ending| name.ends_with(ending))
    })
}

/// What a file in a folder is to those who read the folder, by its ending.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FolderEntry {
    /// It may hold a draft.
    Text,
    /// It may hold a draft, but in a format that is not read.
    Unread,
    /// Anything else.
    Other,
}

impl FolderEntry {
    /// What the file at a path is.
    pub fn of(path: &Path) -> FolderEntry {
        // Word puts such a file beside each that it has open.
        if path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("~$")) {
            return FolderEntry::Other;
        }
        match FileFormat::of_name(path).filter(|format| format.has_ending(path, format.endings)) {
            Some(FileFormat { reading: FormatReading::Refused(_), .. }) => FolderEntry::Unread,
            Some(_) => FolderEntry::Text,
            None => FolderEntry::Other,
        }
    }
}

impl FileFormat {
    /// The format that a file's ending says it has.
    pub fn of_name(path: &Path) -> Option<&'static FileFormat> {
        FORMATS
            .iter()
            .find(|format| format.has_ending(path, format.endings) || format.has_ending(path, format.other_endings))
    }

    /// The format by which a workspace's index takes a file, by its ending.
    pub fn indexed(path: &Path) -> Option<&'static FileFormat> {
        FileFormat::of_name(path)
            .filter(|_| FolderEntry::of(path) != FolderEntry::Other)
            .filter(|format| format.indexed_limit.is_some() && format.has_ending(path, format.endings))
    }

    /// The format that these first bytes are of, where bytes tell.
    pub(super) fn of_bytes(head: &[u8]) -> Option<&'static FileFormat> {
        FORMATS.iter().find(|format| matches!(format.signature, Signature::Bytes(is_one) if is_one(head)))
    }

    /// The format of a file whose text begins so: by the text where that tells, else by its name.
    pub(super) fn of_text(text: &str, path: Option<&Path>) -> &'static FileFormat {
        let by_text =
            || FORMATS.iter().find(|format| matches!(format.signature, Signature::Text(is_one) if is_one(text)));
        // A name says less than the bytes, which are text.
        let by_name = || {
            let format = path.and_then(FileFormat::of_name);
            format.filter(|format| !matches!(format.reading, FormatReading::Refused(_) | FormatReading::Word))
        };
        by_text().or_else(by_name).unwrap_or(FileFormat::plain_text())
    }

    /// The format of a text of which nothing else is known.
    pub(super) fn plain_text() -> &'static FileFormat {
        &FORMATS[FORMATS.len() - 1]
    }

    /// The format of Word documents.
    pub(super) fn word() -> &'static FileFormat {
        let found = FORMATS.iter().find(|format| matches!(format.reading, FormatReading::Word));
        found.unwrap_or(FileFormat::plain_text())
    }

    /// Whether the words of a draft must be taken out of a text that begins so.
    pub(super) fn is_extracted(text: &str) -> bool {
        let format = FileFormat::of_text(text, None);
        matches!(format.reading, FormatReading::AkomaNtoso)
    }

    /// Whether a path is that of a file of Markdown, by its name.
    pub fn is_markdown(path: &Path) -> bool {
        FileFormat::of_name(path).is_some_and(|format| matches!(format.reading, FormatReading::Markdown))
    }

    /// Whether a file of this name is a document that no editor of text can show: its text is made of it.
    pub fn is_document(path: &Path) -> bool {
        FileFormat::of_name(path).is_some_and(|format| matches!(format.reading, FormatReading::Word))
    }

    /// A path with an ending of this format in the place of its own: `draft.docx` for `draft.resolution.txt`.
    pub fn beside(&self, path: &Path) -> PathBuf {
        let whole = path.file_name().unwrap_or_default().to_string_lossy();
        let is_draft = DRAFT_NAMES.iter().find_map(|ending| whole.strip_suffix(ending)).filter(|name| !name.is_empty());
        let bare = is_draft.map_or_else(|| path.with_extension(""), |name| path.with_file_name(name));
        let mut name = bare.into_os_string();
        name.push(".");
        name.push(self.endings.first().copied().unwrap_or_default());
        PathBuf::from(name)
    }

    /// Whether a text begins as one of this format does.
    pub(super) fn recognises(&self, text: &str) -> bool {
        matches!(self.signature, Signature::Text(is_one) if is_one(text))
    }

    fn has_ending(&self, path: &Path, endings: &[&str]) -> bool {
        path.extension().is_some_and(|ending| endings.iter().any(|known| ending.eq_ignore_ascii_case(known)))
    }
}

/// The endings of the files in folders that are read: `.txt`, `.md`.
pub fn wanted_endings() -> impl Iterator<Item = String> {
    read_endings().map(|ending| format!(".{ending}"))
}

/// The names of the formats that are not read.
pub fn unread_names() -> Vec<&'static str> {
    let refused = FORMATS.iter().filter(|format| matches!(format.reading, FormatReading::Refused(_)));
    refused.map(|format| format.name).collect()
}

/// The glob pattern of the files that a workspace's index takes.
pub fn watch_pattern() -> String {
    format!("**/*.{{{}}}", read_endings().collect::<Vec<_>>().join(","))
}

/// The endings of the files in folders that are read: plain ones first.
fn read_endings() -> impl Iterator<Item = &'static str> {
    let read = FORMATS.iter().rev().filter(|format| format.indexed_limit.is_some());
    read.flat_map(|format| format.endings).copied()
}

fn is_zip(head: &[u8]) -> bool {
    head.starts_with(b"PK\x03\x04")
}

/// Whether the beginning of a text is that of an Akoma Ntoso document.
fn is_akoma_ntoso(text: &str) -> bool {
    let end = (0..=ROOT_WITHIN.min(text.len())).rev().find(|end| text.is_char_boundary(*end)).unwrap_or_default();
    let head = text.get(..end).unwrap_or_default();
    begins_with_element(head) && (head.contains("<akomaNtoso") || head.contains(":akomaNtoso"))
}

/// Whether a text says by its first characters that it is XML.
pub(super) fn declares_xml(text: &str) -> bool {
    without_mark(text).starts_with("<?xml")
}

/// Whether a text begins with an element or a declaration of XML.
pub(super) fn begins_with_element(text: &str) -> bool {
    without_mark(text).starts_with('<')
}

fn without_mark(text: &str) -> &str {
    text.trim_start_matches('\u{feff}').trim_start()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(path: &str) -> Option<&'static str> {
        FileFormat::of_name(path.as_ref()).map(|format| format.name)
    }

    #[test]
    fn an_ending_is_in_one_row_of_the_table() {
        let all: Vec<&str> = FORMATS.iter().flat_map(|f| f.endings.iter().chain(f.other_endings)).copied().collect();
        for ending in &all {
            assert_eq!(all.iter().filter(|other| *other == ending).count(), 1, "{ending}");
        }
        assert_eq!(named("a.TXT"), Some("plain text"));
        assert_eq!(named("a.fr.resolution.txt"), Some("plain text"));
        assert_eq!(named("a.markdown"), Some("Markdown"));
        assert_eq!(named("a.akn.xml"), Some("Akoma Ntoso"));
        assert_eq!(named("a.Docx"), Some("Word"));
        assert_eq!((named("a.png"), named("txt")), (None, None));
    }

    #[test]
    fn folders_give_what_is_read_and_tell_of_what_is_not() {
        let of = |path: &str| FolderEntry::of(path.as_ref());
        assert_eq!(
            (of("a.md"), of("a.xml"), of("a.resolution")),
            (FolderEntry::Text, FolderEntry::Text, FolderEntry::Text)
        );
        assert_eq!(
            (of("a.pdf"), of("a.odt"), of("a.DOC")),
            (FolderEntry::Unread, FolderEntry::Unread, FolderEntry::Unread)
        );
        assert_eq!(
            (of("a.png"), of("a.markdown"), of("a")),
            (FolderEntry::Other, FolderEntry::Other, FolderEntry::Other)
        );
        assert_eq!((of("a.docx"), of("~$a.docx")), (FolderEntry::Text, FolderEntry::Other));
        assert!(FileFormat::indexed("a.pdf".as_ref()).is_none() && FileFormat::indexed("a.xml".as_ref()).is_some());
    }

    #[test]
    fn sentences_and_patterns_are_made_of_the_table() {
        assert_eq!(wanted_endings().collect::<Vec<_>>(), [".txt", ".md", ".resolution", ".xml", ".docx", ".docm"]);
        assert_eq!(unread_names(), ["PDF", "OpenDocument", "Word (.doc)", "RTF"]);
        assert_eq!(watch_pattern(), "**/*.{txt,md,resolution,xml,docx,docm}");
        for name in DRAFT_NAMES {
            assert!(DRAFT_NAMES_NOTE.contains(&format!("`*{name}`")), "{name}");
            assert!(is_named_as_draft(format!("drafts/a{name}").as_ref()));
        }
    }

    #[test]
    fn the_content_says_more_than_the_name() {
        let of_text = |text: &str, path: &str| FileFormat::of_text(text, Some(path.as_ref())).name;
        assert_eq!(of_text("<?xml version='1.0'?>\n<akomaNtoso>", "a.txt"), "Akoma Ntoso");
        assert_eq!(of_text("The <akomaNtoso> element", "a.txt"), "plain text");
        assert_eq!(of_text("The Assembly,", "a.docx"), "plain text");
        assert_eq!(of_text("The Assembly,", "a.md"), "Markdown");
        let of_bytes = |bytes: &[u8]| FileFormat::of_bytes(bytes).map(|format| format.name);
        assert_eq!(of_bytes(b"PK\x03\x04\x14\0\x06\0\x08\0\0\0!\0"), Some("Word"));
        let odt = [&b"PK\x03\x04"[..], &[0; 26], b"mimetypeapplication/vnd.oasis.opendocument.text"].concat();
        assert_eq!(of_bytes(&odt), Some("OpenDocument"));
        assert_eq!((of_bytes(b"%PDF-1.7"), of_bytes(b"The")), (Some("PDF"), None));
    }
}

//! The package that a Word file is: a zip archive of parts, and which part belongs to which.
//!
//! What an archive says of itself is not believed: no more is taken out of it than a document holds.

use std::collections::HashMap;
use std::io::{Cursor, Read};

use zip::result::ZipError;
use zip::{CompressionMethod, ZipArchive};

use super::problem::WordProblem;
use super::tree::{self, BrokenPart, XmlElement};
use crate::source::encoding;

/// How much may be taken out of a package.
#[derive(Debug, Clone, Copy)]
pub struct PackageBounds {
    /// So many parts it may have.
    pub parts: usize,
    /// So long a part may be that is read, in bytes.
    pub part: u64,
    /// So long all parts that are read may be together, in bytes.
    pub together: u64,
    /// So many times as long as in the archive a part may be, once it is longer than `always`.
    pub ratio: u64,
    /// A part that is no longer than this is read however much it was compressed, in bytes.
    pub always: u64,
}

/// What no draft goes beyond. A book with a picture on each page has some thousands of parts; the longest documents of the
/// United Nations have a few megabytes of text, and Word's own XML is thirty or forty times as long as its compressed form.
pub const BOUNDS: PackageBounds =
    PackageBounds { parts: 10_000, part: 64 << 20, together: 128 << 20, ratio: 300, always: 1 << 20 };

/// A package, of which parts are read by their names.
pub struct Package {
    archive: ZipArchive<Cursor<Vec<u8>>>,
    bounds: PackageBounds,
    taken: u64,
}

/// A part that another one names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Relationship {
    /// The last word of the address that says what it is: `footnotes`.
    pub kind: String,
    /// The name of the part; empty for what is outside of the package.
    pub part: String,
    /// The address of what is outside of the package.
    pub address: Option<String>,
}

/// The parts that another one names, by the names by which it calls them.
pub type Relationships = HashMap<String, Relationship>;

impl Package {
    /// Opens a package.
    ///
    /// # Errors
    ///
    /// When it is no archive, or one with more parts than a document has.
    pub fn open(bytes: Vec<u8>, bounds: PackageBounds) -> Result<Package, WordProblem> {
        if said_parts(&bytes).is_some_and(|parts| parts > bounds.parts) {
            return Err(WordProblem::TooManyParts);
        }
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| WordProblem::Damaged)?;
        match archive.len() > bounds.parts {
            true => Err(WordProblem::TooManyParts),
            false => Ok(Package { archive, bounds, taken: 0 }),
        }
    }

    /// The text of a part; `None` where there is none of that name.
    ///
    /// # Errors
    ///
    /// When there is one that can't be taken out.
    pub fn part(&mut self, name: &str) -> Result<Option<String>, WordProblem> {
        let Some(index) = self.index(name) else { return Ok(None) };
        let part = match self.archive.by_index(index) {
            Ok(part) => part,
            Err(ZipError::CompressionMethodNotSupported(_)) => return Err(WordProblem::Compression),
            Err(_) => return Err(WordProblem::Damaged),
        };
        if part.encrypted() {
            return Err(WordProblem::Protected);
        }
        if !matches!(part.compression(), CompressionMethod::Stored | CompressionMethod::Deflated) {
            return Err(WordProblem::Compression);
        }
        let compressed = part.compressed_size();
        let ratio = compressed.saturating_mul(self.bounds.ratio).max(self.bounds.always);
        let most = ratio.min(self.bounds.part).min(self.bounds.together.saturating_sub(self.taken));
        let mut bytes = Vec::new();
        let read = part.take(most + 1).read_to_end(&mut bytes);
        let length = bytes.len() as u64;
        if length > most {
            return Err(if most == ratio { WordProblem::Ratio } else { WordProblem::TooLong });
        }
        read.map_err(|_| WordProblem::Damaged)?;
        self.taken += length;
        encoding::decode(bytes).map(Some).map_err(|_| WordProblem::Damaged)
    }

    /// Where a part stands in the archive. Names differ in case between programs.
    fn index(&self, name: &str) -> Option<usize> {
        self.archive.index_for_name(name).or_else(|| {
            let mut names = self.archive.file_names().flatten();
            let other = names.find(|other| other.replace('\\', "/").eq_ignore_ascii_case(name))?.into_owned();
            self.archive.index_for_name(&other)
        })
    }

    /// The parts that a part names.
    ///
    /// # Errors
    ///
    /// When the list of them can't be read.
    pub fn relationships(&mut self, part: &str) -> Result<Relationships, WordProblem> {
        let folder = part.rsplit_once('/').map_or(String::new(), |(folder, _)| format!("{folder}/"));
        let Some(source) = self.part(&relationships_of(part))? else { return Ok(Relationships::new()) };
        let root = parsed(&source)?;
        let of = |element: &XmlElement<'_>| {
            let inside = element.attribute("TargetMode").is_none_or(|mode| mode != "External");
            let kind = element.attribute("Type")?.rsplit('/').next()?.to_owned();
            let target = element.attribute("Target")?;
            let part = if inside { resolved(&folder, &target) } else { String::new() };
            let address = (!inside).then(|| target.into_owned());
            Some((element.attribute("Id")?.into_owned(), Relationship { kind, part, address }))
        };
        Ok(root.elements().filter_map(of).collect())
    }
}

/// Reads a part's XML.
///
/// # Errors
///
/// When it is not as a word processor writes it.
pub fn parsed(source: &str) -> Result<XmlElement<'_>, WordProblem> {
    tree::read(source.trim_start_matches('\u{feff}')).map_err(|broken| match broken {
        BrokenPart::Damaged => WordProblem::Damaged,
        BrokenPart::TooDeep => WordProblem::TooDeep,
        BrokenPart::TooMany => WordProblem::TooLong,
        BrokenPart::Entities => WordProblem::Entities,
    })
}

/// The name of the part that says which parts belong to a part.
pub fn relationships_of(part: &str) -> String {
    let (folder, name) = part.rsplit_once('/').unwrap_or(("", part));
    let folder = if folder.is_empty() { String::new() } else { format!("{folder}/") };
    format!("{folder}_rels/{name}.rels")
}

/// The name of the part that a target names, seen from a folder.
fn resolved(folder: &str, target: &str) -> String {
    let whole = if target.starts_with('/') { target.to_owned() } else { format!("{folder}{target}") };
    let mut names: Vec<&str> = Vec::new();
    for name in whole.split('/') {
        match name {
            "" | "." => {}
            ".." => {
                names.pop();
            }
            name => names.push(name),
        }
    }
    names.join("/")
}

/// How many parts an archive says at its end that it has.
fn said_parts(bytes: &[u8]) -> Option<usize> {
    // The end is followed by a comment of at most 64 KB.
    const END: &[u8] = b"PK\x05\x06";
    let tail = bytes.get(bytes.len().saturating_sub(22 + (64 << 10))..)?;
    let at = memchr::memmem::rfind(tail, END)?;
    let count = tail.get(at + 10..at + 12)?;
    Some(usize::from(u16::from_le_bytes([*count.first()?, *count.last()?])))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_are_found_from_their_folder() {
        assert_eq!(resolved("word/", "footnotes.xml"), "word/footnotes.xml");
        assert_eq!(resolved("word/", "/word/a.xml"), "word/a.xml");
        assert_eq!(resolved("word/", "../custom/a.xml"), "custom/a.xml");
        assert_eq!(resolved("", "../../word/./document.xml"), "word/document.xml");
    }
}

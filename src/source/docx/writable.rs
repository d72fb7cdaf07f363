//! A package into which a text is written: its document and notes as they stand, and a new package in which some parts are
//! others and all else is as it was.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use super::package::{BOUNDS, Package, Relationships, relationships_of};
use super::problem::WordProblem;
use super::{TrackedChanges, main_part, read};
use crate::source::{FileFormat, SourceText};

/// The part that says what each part is.
const TYPES: &str = "[Content_Types].xml";

/// What the types of a document's parts begin with.
const MAIN: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/// A part of a package, as it stands in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartOfPackage {
    /// Its name in the package.
    pub name: String,
    /// Its XML.
    pub xml: String,
}

/// A Word document's package.
#[derive(Debug, Clone)]
pub struct WordPackage {
    bytes: Vec<u8>,
    /// The document's own text.
    pub document: PartOfPackage,
    /// The footnotes, if there are any.
    pub footnotes: Option<PartOfPackage>,
    /// The headers of its pages.
    pub headers: Vec<PartOfPackage>,
    /// Which part belongs to the document as what, as the package says it; `None` where it doesn't.
    relationships: Option<PartOfPackage>,
    /// What each part is, as the package says it.
    types: Option<PartOfPackage>,
}

impl WordPackage {
    /// Opens a package.
    ///
    /// # Errors
    ///
    /// When it is none, is damaged, or goes beyond what any draft holds.
    pub fn open(bytes: Vec<u8>) -> Result<WordPackage, WordProblem> {
        let mut package = Package::open(bytes.clone(), BOUNDS)?;
        let main = main_part(&mut package)?;
        let document = package.part(&main)?.ok_or(WordProblem::Damaged)?;
        let parts: Relationships = package.relationships(&main)?;
        let mut of_kind = |kind: &str| -> Result<Vec<PartOfPackage>, WordProblem> {
            let mut names: Vec<&str> =
                parts.values().filter(|part| part.kind == kind).map(|part| part.part.as_str()).collect();
            names.sort_unstable();
            names.dedup();
            let mut found = Vec::new();
            for name in names {
                let xml = package.part(name)?;
                found.extend(xml.map(|xml| PartOfPackage { name: name.to_owned(), xml }));
            }
            Ok(found)
        };
        let footnotes = of_kind("footnotes")?.into_iter().next();
        let headers = of_kind("header")?;
        let mut of_name = |name: String| -> Result<Option<PartOfPackage>, WordProblem> {
            Ok(package.part(&name)?.map(|xml| PartOfPackage { name, xml }))
        };
        let relationships = of_name(relationships_of(&main))?;
        let types = of_name(TYPES.to_owned())?;
        let document = PartOfPackage { name: main, xml: document };
        Ok(WordPackage { bytes, document, footnotes, headers, relationships, types })
    }

    /// The text that is made of it, in one state of its tracked changes.
    ///
    /// # Errors
    ///
    /// As for [`WordPackage::open`].
    pub fn text(&self, changes: TrackedChanges) -> Result<SourceText, WordProblem> {
        let (text, map, hints) = read(self.bytes.clone(), changes)?;
        let format = FileFormat::word();
        Ok(SourceText { text, format, map, hints })
    }

    /// The package's bytes.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The package with a part more, which belongs to the document as what `kind` says, such as `footnotes`. Its root is named as
    /// its kind, and holds `content`. `None` where the package's lists of parts are not as word processors write them.
    ///
    /// # Errors
    ///
    /// When the archive can't be read.
    pub fn with_new_part(&self, kind: &str, content: &str) -> Result<Option<WordPackage>, WordProblem> {
        let made = || {
            let relationships = self.relationships.as_ref()?;
            let types = self.types.as_ref()?;
            let folder = self.document.name.rsplit_once('/').map_or("", |(folder, _)| folder);
            // The root's prefixes are the document's: what is copied out of it may use any of them.
            let start = self.document.xml.find("<w:document")?;
            let root = self.document.xml.get(start + "<w:document".len()..)?;
            let attributes = root.get(..root.find('>')?)?;
            // The strict form of the format has other addresses.
            let strict = "http://purl.oclc.org/ooxml/officeDocument/relationships";
            let usual = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
            let address = if relationships.xml.contains(strict) { strict } else { usual };
            let free = |stem: &str, end: &str, taken: &str| {
                (0..)
                    .map(|count| format!("{stem}{}{end}", if count == 0 { String::new() } else { format!("{count}") }))
                    .find(|name| !taken.contains(&format!("{name}\"")) && !taken.contains(&format!("{name}'")))
            };
            let name = free(kind, ".xml", &types.xml)?;
            let id = free(&format!("rId{kind}"), "", &relationships.xml)?;
            let relationship = format!("<Relationship Id=\"{id}\" Type=\"{address}/{kind}\" Target=\"{name}\"/>");
            let part = if folder.is_empty() { name } else { format!("{folder}/{name}") };
            let type_of_part = format!("<Override PartName=\"/{part}\" ContentType=\"{MAIN}.{kind}+xml\"/>");
            let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
            let xml = format!("{declaration}<w:{kind}{attributes}>{content}</w:{kind}>");
            Some([
                PartOfPackage { name: relationships.name.clone(), xml: before_end(&relationships.xml, &relationship)? },
                PartOfPackage { name: types.name.clone(), xml: before_end(&types.xml, &type_of_part)? },
                PartOfPackage { name: part, xml },
            ])
        };
        made().map(|parts| self.with(&parts)).transpose()
    }

    /// The package with these parts in the place of those of their names, or behind all where there is none of that name. All
    /// others are taken over as they are, compressed as they are.
    ///
    /// # Errors
    ///
    /// When the archive can't be read.
    pub fn with(&self, parts: &[PartOfPackage]) -> Result<WordPackage, WordProblem> {
        let damaged = |_| WordProblem::Damaged;
        let mut archive = ZipArchive::new(Cursor::new(self.bytes.as_slice())).map_err(damaged)?;
        let mut written = ZipWriter::new(Cursor::new(Vec::with_capacity(self.bytes.len() + (self.bytes.len() >> 3))));
        let mut new: Vec<&PartOfPackage> = parts.iter().collect();
        for at in 0..archive.len() {
            let entry = archive.by_index_raw(at).map_err(damaged)?;
            let name = entry.name().map_err(damaged)?.to_string();
            match parts.iter().find(|part| name.replace('\\', "/").eq_ignore_ascii_case(&part.name)) {
                Some(part) => {
                    drop(entry);
                    new.retain(|other| other.name != part.name);
                    written.start_file(name.as_str(), SimpleFileOptions::default()).map_err(damaged)?;
                    written.write_all(part.xml.as_bytes()).map_err(|_| WordProblem::Damaged)?;
                }
                None => written.raw_copy_file(entry).map_err(damaged)?,
            }
        }
        for part in new {
            written.start_file(part.name.as_str(), SimpleFileOptions::default()).map_err(damaged)?;
            written.write_all(part.xml.as_bytes()).map_err(|_| WordProblem::Damaged)?;
        }
        let bytes = written.finish().map_err(damaged)?.into_inner();
        WordPackage::open(bytes)
    }
}

/// XML with something more at the end of its root; `None` where the root is one tag.
fn before_end(xml: &str, more: &str) -> Option<String> {
    let end = xml.rfind("</")?;
    let (before, behind) = xml.split_at(end);
    Some(format!("{before}{more}{behind}"))
}

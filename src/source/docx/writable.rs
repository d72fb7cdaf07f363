//! A package into which a text is written: its document and notes as they stand, and a new package in which some parts are
//! others and all else is as it was.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use super::package::{BOUNDS, Package, Relationships};
use super::problem::WordProblem;
use super::{TrackedChanges, main_part, read};
use crate::source::{FileFormat, SourceText};

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
        let footnotes = match parts.into_values().find(|part| part.kind == "footnotes") {
            Some(part) => package.part(&part.part)?.map(|xml| PartOfPackage { name: part.part, xml }),
            None => None,
        };
        Ok(WordPackage { bytes, document: PartOfPackage { name: main, xml: document }, footnotes })
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

    /// The package with these parts in the place of those of their names. All others are taken over as they are, compressed as
    /// they are.
    ///
    /// # Errors
    ///
    /// When the archive can't be read.
    pub fn with(&self, parts: &[PartOfPackage]) -> Result<WordPackage, WordProblem> {
        let damaged = |_| WordProblem::Damaged;
        let mut archive = ZipArchive::new(Cursor::new(self.bytes.as_slice())).map_err(damaged)?;
        let mut written = ZipWriter::new(Cursor::new(Vec::with_capacity(self.bytes.len() + (self.bytes.len() >> 3))));
        for at in 0..archive.len() {
            let entry = archive.by_index_raw(at).map_err(damaged)?;
            let name = entry.name().map_err(damaged)?.to_string();
            match parts.iter().find(|part| name.replace('\\', "/").eq_ignore_ascii_case(&part.name)) {
                Some(part) => {
                    drop(entry);
                    written.start_file(name.as_str(), SimpleFileOptions::default()).map_err(damaged)?;
                    written.write_all(part.xml.as_bytes()).map_err(|_| WordProblem::Damaged)?;
                }
                None => written.raw_copy_file(entry).map_err(damaged)?,
            }
        }
        let bytes = written.finish().map_err(damaged)?.into_inner();
        WordPackage::open(bytes)
    }
}

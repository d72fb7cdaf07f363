//! A draft as a Word file (.docx), as the United Nations lays out a resolution.
//!
//! What Word counts is left to Word, as far as it counts so: the numbers of paragraphs (`lists.rs`) and of notes
//! (`marks.rs`). All else is in `body.rs`; what is the same in all documents, in `parts.rs`.
//!
//! Source: ECMA-376, Office Open XML File Formats, in its transitional form.

mod body;
mod into;
mod lists;
mod marks;
mod parts;
#[cfg(test)]
mod tests;
mod xml;

use std::io::{Cursor, Write};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

pub use into::{InsertedDraft, NotInsertable, TrackingAuthor, into};

pub(super) use into::MESSAGES;

use self::body::BodyWriter;
use self::lists::ListPlan;
use self::parts::Parts;
use super::manuscript::Manuscript;

/// A draft as the bytes of a Word file.
pub fn of(manuscript: &Manuscript<'_>) -> Vec<u8> {
    let lists = ListPlan::of(&manuscript.blocks);
    let marks = marks::planned(manuscript);
    let mut writer = BodyWriter::new(manuscript, &lists, &marks);
    let body = writer.body();
    let footnotes = writer.footnotes();
    let parts = Parts::of(manuscript);
    packed(&parts.all(&body, &footnotes, &lists))
}

/// An archive of parts, by their names. Word wants the first of them first.
fn packed(parts: &[(&str, String)]) -> Vec<u8> {
    // Into memory, where nothing fails to be written.
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        if archive.start_file(*name, SimpleFileOptions::default()).is_ok() {
            let _ = archive.write_all(content.as_bytes());
        }
    }
    archive.finish().map(Cursor::into_inner).unwrap_or_default()
}

//! The United Nations' own resolutions in XML (Akoma Ntoso for the United Nations), as plain text.
//!
//! A paragraph is a line, with its number before it; a note's marker is a superscript number, and the notes stand at
//! the end, below a rule. What is said about the document (`meta`) is left out: the text says it, too. Where each piece
//! of the text stands in the file is kept, so that an editor can be sent there and a mend goes back.
//!
//! Nothing is asked of a file but that it is XML as far as it is read: what the schema forbids, as headings in a
//! paragraph's `p`, is read as it is meant. Source: Akoma Ntoso Version 1.0 (OASIS), and files of the namespace
//! `http://un.org/akn4un`.

mod column;
mod extraction;
#[cfg(test)]
mod tests;

use self::extraction::Extraction;
use super::{Hints, SourceMap};

/// Makes text of a document. `None` if it holds none. Of a damaged one, what stands before the damage.
pub(super) fn read(file: String) -> Option<(String, SourceMap, Hints)> {
    let mut extraction = Extraction::default();
    extraction.read(&file);
    let (column, hints) = extraction.finish();
    let (text, pieces) = column.into_parts();
    (!text.is_empty()).then(|| (text, SourceMap::new(file, pieces), hints))
}

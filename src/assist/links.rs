//! The official documents that a draft cites.

use std::ops::Range;

use crate::draft::{Citation, Draft};
use crate::language::Language;

/// A link to an official document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// Bytes of the draft.
    pub range: Range<usize>,
    /// The document's address, in the draft's language.
    pub address: String,
    /// What the document is, in words.
    pub tooltip: String,
}

/// The link of a symbol or citation of a draft. Nothing is fetched: the editor opens an address when the user asks for
/// it.
pub fn link(draft: &Draft, citation: &Citation, interface: &Language) -> Link {
    Link {
        range: citation.range.clone(),
        address: citation.symbol.official_address(draft.language_at(citation.range.start).code),
        tooltip: format!(
            "{}{}{}",
            citation.symbol,
            interface.telling.colon,
            interface.telling.symbol(&citation.symbol)
        ),
    }
}

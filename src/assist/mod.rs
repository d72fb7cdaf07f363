//! What the program tells about a draft when it is asked: hover, definition, references, outline, links, and what
//! helps to read it.
//!
//! Every feature takes its parameters in a struct and gives plain structs: byte offsets, Markdown.

#[cfg(feature = "store")]
mod agreed_page;
mod aligned_pages;
mod changes_page;
mod cited_as;
mod definition;
mod divisions;
mod folding;
mod highlights;
mod hints;
mod hover;
mod instrument_at;
mod instrument_page;
mod links;
mod named_instrument;
mod outline;
mod references;
mod search;
mod selection;
mod target;
mod tokens;
mod uncut_runs;
mod words;

#[cfg(test)]
mod fixture;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod tests_of_divisions;
#[cfg(test)]
mod tests_of_names;

#[cfg(feature = "store")]
pub use agreed_page::agreed_page;
pub use aligned_pages::aligned_pages;
pub use changes_page::changes_page;
pub use definition::{Definition, Definitions, definition, definitions, has_text};
pub use folding::{Fold, folds};
pub use highlights::{Highlights, highlights};
pub use hints::{Hint, hints};
pub use hover::{Hover, hover};
pub use instrument_at::{InstrumentAt, subject};
pub use instrument_page::{InstrumentPage, ToldIn};
pub use links::{Link, link};
pub use outline::{OutlineItem, OutlineKind, outline};
pub use references::{References, citations_of, references};
pub use search::search;
pub use selection::selections;
pub use target::Target;
pub use tokens::{Token, TokenKind, tokens};
pub use uncut_runs::UncutRuns;
pub use words::{markdown, shorten, without_label};

use std::fmt::Debug;

use crate::language::Language;
use crate::library::AuthorityCache;
use crate::messages::Template;
use crate::symbol::Symbol;
use crate::workspace::{ParsedText, WorkspaceIndex};

/// All messages about what is told of a draft.
pub fn messages() -> impl Iterator<Item = &'static Template> {
    [
        #[cfg(feature = "store")]
        agreed_page::MESSAGES,
        changes_page::MESSAGES,
        instrument_page::MESSAGES,
    ]
    .into_iter()
    .flatten()
    .copied()
}

/// A place in a draft that is asked about, and what is known around it.
#[derive(Debug, Clone, Copy)]
pub struct AssistContext<'a> {
    /// The draft, and its text.
    pub reading: &'a ParsedText,
    /// Bytes from the beginning of the draft.
    pub offset: usize,
    /// The texts of the workspace.
    pub library: &'a WorkspaceIndex,
    /// What is known of instruments, beside their texts.
    pub authority: &'a AuthorityCache,
    /// The other texts that may cite the same.
    pub others: &'a dyn OtherTexts,
    /// The language that the user is spoken to in. `None`: the draft's own.
    pub interface: Option<&'static Language>,
}

impl AssistContext<'_> {
    /// The languages of what is said about a byte of the draft.
    fn told_in(&self, offset: usize) -> ToldIn {
        let quoted = self.reading.draft.language_at(offset);
        ToldIn { explained: self.interface.unwrap_or(quoted), quoted }
    }
}

/// The other texts of the workspace.
pub trait OtherTexts: Debug {
    /// How many of them cite an instrument.
    fn citing(&self, symbol: &Symbol) -> usize;
}

/// There are no others.
impl OtherTexts for () {
    fn citing(&self, _: &Symbol) -> usize {
        0
    }
}

//! What the program tells about a draft when it is asked: hover, definition, references, outline, links.
//!
//! Every feature takes its parameters in a struct and gives plain structs: byte offsets, Markdown.

mod definition;
mod hover;
mod links;
mod outline;
mod paragraph;
mod references;
mod search;
mod subject;
mod thing;
mod words;

#[cfg(test)]
mod fixture;
#[cfg(test)]
mod tests;

pub use definition::{Definition, definition};
pub use hover::{Hover, hover};
pub use links::{Link, links};
pub use outline::{Item, ItemKind, outline};
pub use references::{References, citations_of, references};
pub use search::search;
pub use subject::{Subject, subject};
pub use thing::Thing;
pub use words::without_label;

use crate::library::{Library, Reading};

/// A place in a draft that is asked about, and what is known around it.
#[derive(Debug, Clone, Copy)]
pub struct Params<'a> {
    pub reading: &'a Reading,
    /// Bytes from the beginning of the draft.
    pub offset: usize,
    pub library: &'a Library,
}

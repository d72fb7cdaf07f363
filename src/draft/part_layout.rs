//! A draft as its lines make it: what each line is, and which lines make which block and note. The
//! [structure](super::Draft) says what a draft means; this says how it is laid out, for those who lay it out anew.

use super::reader::compose;
use super::{Layout, Marker, lines};
use crate::language::Language;

pub use super::blocks::Block;
pub use super::line_kind::LineKind;
pub use super::lines::{DraftLine, lines};
pub use super::notes::{NoteForm, RawNote};
pub use super::page::{PageLineKind, PageLines};

/// How one part of a draft is laid out. Places are bytes of the part.
#[derive(Debug)]
pub struct PartLayout {
    /// The byte of the draft at which the part begins.
    pub at: usize,
    pub language: &'static Language,
    pub layout: Layout,
    /// Columns of a full line.
    pub width: usize,
    /// Its lines, and what each one is.
    pub page: PageLines,
    /// What the lines of text make, in order.
    pub blocks: Vec<Block>,
    /// Footnotes, in order.
    pub notes: Vec<RawNote>,
    /// Footnote markers in the text, in order.
    pub markers: Vec<Marker>,
}

impl super::Draft {
    /// How each part of the draft is laid out, in order. `text` is what the draft was read from; of another text, what
    /// the draft's parts are not in is left out.
    pub fn composed(&self, text: &str) -> Vec<PartLayout> {
        let parts = self.parts.iter().filter_map(|part| Some((part, text.get(part.range.clone())?)));
        parts
            .map(|(part, text)| PartLayout {
                at: part.range.start,
                ..compose(text, lines::lines(text), part.language, self.read_as.layout)
            })
            .collect()
    }
}

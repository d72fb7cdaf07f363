//! Where a clean text can be parted so that what follows can be read by itself: behind a finished paragraph with a
//! blank line after it.

use super::{Block, Builder, Stage, Starter};
use crate::draft::layout::Shape;
use crate::draft::lines::Ending;
use crate::draft::marks::Marks;
use crate::draft::page::{Kind, Page};
use crate::language::Language;

/// What the reading of a clean text must know where it begins behind a seam. At the beginning of a draft it is the
/// default.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Entry {
    pub(super) before: Option<Ending>,
    pub(super) stage: Stage,
    pub(super) number: u32,
    pub(super) number_indent: usize,
    pub(super) nested: Vec<usize>,
    pub(super) dotted: bool,
    pub(super) bulleted: bool,
    pub(super) style: Option<char>,
}

/// A place where a clean text can be parted.
#[derive(Debug)]
pub struct Seam {
    /// The byte at which a blank line begins.
    pub at: usize,
    /// How many lines stand before it.
    pub lines: usize,
    /// What is known there.
    pub entry: Entry,
}

/// Puts the lines of a stretch of a clean text together, which begins behind a seam or at the draft's beginning, and
/// finds seams in it: none before byte `from`, and each at least `size` bytes after the one before. What is known
/// behind the stretch comes too, if it can end here.
pub fn stretch(
    text: &str,
    page: &Page,
    shape: &Shape,
    language: &Language,
    entry: &Entry,
    (from, size): (usize, usize),
    marks: &mut Marks,
) -> (Vec<Block>, Vec<Seam>, Option<Entry>) {
    let mut builder = Builder::new(text, page, shape, language, entry);
    let mut seams: Vec<Seam> = Vec::new();
    for (i, line) in page.lines.iter().enumerate() {
        let at = line.whole.start;
        match page.kinds[i] {
            Kind::Blank if at >= from && at >= seams.last().map_or(0, |seam| seam.at) + size => {
                if let Some(entry) = builder.exit(i) {
                    seams.push(Seam { at, lines: i, entry });
                }
            }
            Kind::Text => builder.add(i, 0, marks),
            _ => {}
        }
    }
    let exit = builder.exit(page.lines.len());
    (builder.blocks, seams, exit)
}

impl Builder<'_> {
    /// What is known before line `i`, if the text can be parted there: the line before is the last of a paragraph, so
    /// that no line above it depends on what is below, nor the other way round but for this.
    fn exit(&self, i: usize) -> Option<Entry> {
        let last = self.last.filter(|last| last + 1 == i)?;
        let block = self.blocks.last()?;
        let paragraph = matches!(block.starter, Starter::Text | Starter::Label(_));
        let parts = paragraph && self.stage != Stage::Head && self.page.kinds.get(last) == Some(&Kind::Text);
        parts.then(|| Entry {
            before: Some(block.ending),
            stage: self.stage,
            number: self.number,
            number_indent: self.number_indent,
            nested: self.nested.clone(),
            dotted: self.dotted,
            bulleted: self.bulleted,
            style: self.style,
        })
    }
}

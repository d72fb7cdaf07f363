//! Where a clean text can be parted so that what follows can be read by itself: behind a finished paragraph with a
//! blank line after it.

use super::{Block, BlockBuilder, BlockStage, LineKind};
use crate::draft::layout::TextShape;
use crate::draft::lines::TextEnding;
use crate::draft::marker_finder::MarkerFinder;
use crate::draft::page::{PageLineKind, PageLines};
use crate::language::Language;

/// What the reading of a clean text must know where it begins behind a seam. At the beginning of a draft it is the
/// default.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct EntryState {
    pub(super) before: Option<TextEnding>,
    pub(super) stage: BlockStage,
    pub(super) number: u32,
    pub(super) number_indent: usize,
    pub(super) nested: Vec<usize>,
    pub(super) dotted: bool,
    pub(super) bulleted: bool,
    pub(super) style: Option<char>,
}

/// A place where a clean text can be parted.
#[derive(Debug)]
pub struct SplitPoint {
    /// The byte at which a blank line begins.
    pub at: usize,
    /// How many lines stand before it.
    pub lines: usize,
    /// What is known there.
    pub entry: EntryState,
}

/// Puts the lines of a stretch of a clean text together, which begins behind a seam or at the draft's beginning, and
/// finds seams in it: none before byte `from`, and each at least `size` bytes after the one before. What is known
/// behind the stretch comes too, if it can end here.
pub fn stretch(
    text: &str,
    page: &PageLines,
    shape: &TextShape,
    language: &Language,
    entry: &EntryState,
    (from, size): (usize, usize),
    marks: &mut MarkerFinder,
) -> (Vec<Block>, Vec<SplitPoint>, Option<EntryState>) {
    let mut builder = BlockBuilder::new(text, page, shape, language, entry);
    let mut seams: Vec<SplitPoint> = Vec::new();
    for (i, line) in page.lines.iter().enumerate() {
        let at = line.whole.start;
        match page.kinds[i] {
            PageLineKind::Blank if at >= from && at >= seams.last().map_or(0, |seam| seam.at) + size => {
                if let Some(entry) = builder.exit(i) {
                    seams.push(SplitPoint { at, lines: i, entry });
                }
            }
            PageLineKind::Text => builder.add(i, 0, marks),
            _ => {}
        }
    }
    let exit = builder.exit(page.lines.len());
    (builder.blocks, seams, exit)
}

impl BlockBuilder<'_> {
    /// What is known before line `i`, if the text can be parted there: the line before is the last of a paragraph, so
    /// that no line above it depends on what is below, nor the other way round but for this.
    fn exit(&self, i: usize) -> Option<EntryState> {
        let last = self.last.filter(|last| last + 1 == i)?;
        let block = self.blocks.last()?;
        let paragraph = matches!(block.starter, LineKind::Text | LineKind::Label(_));
        let parts =
            paragraph && self.stage != BlockStage::Head && self.page.kinds.get(last) == Some(&PageLineKind::Text);
        parts.then(|| EntryState {
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

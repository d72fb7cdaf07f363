//! Which block each line of text goes to, and the lines of a block put together.

use std::ops::Range;

use super::is_furniture;
use super::joining::{ParagraphJoiner, WordInventory};
use crate::draft::part_layout::{PageLineKind, PartLayout};

/// Whom a line of text belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineOwner {
    /// The block with this index.
    Block(usize),
    /// Nobody: a number alone that is no marker and no page's.
    Nobody,
}

/// The lines of text, each with its owner.
pub struct LineOwners {
    of: Vec<Option<LineOwner>>,
}

impl LineOwners {
    /// Finds the owner of each line of text. A line of markers belongs to the block before it.
    pub fn of(text: &str, part: &PartLayout) -> LineOwners {
        let lines = &part.page.lines;
        let mut of: Vec<Option<LineOwner>> = vec![None; lines.len()];
        let at = |offset: usize| lines.partition_point(|line| line.whole.end <= offset);
        for (i, block) in part.blocks.iter().enumerate() {
            for place in block.pieces.iter().chain(&block.label).chain([&block.range]) {
                if let Some(owner) = of.get_mut(at(place.start)) {
                    owner.get_or_insert(LineOwner::Block(i));
                }
            }
        }
        let mut last = None;
        for line in 0..lines.len() {
            if part.page.kinds.get(line) != Some(&PageLineKind::Text) {
                continue;
            }
            match of.get(line).copied().flatten() {
                Some(owner) => last = Some(owner),
                None if has_marker(part, line) => set(&mut of, line, last.unwrap_or(LineOwner::Nobody)),
                None if is_page_number(text, part, line) => {}
                None => set(&mut of, line, LineOwner::Nobody),
            }
        }
        LineOwners { of }
    }

    /// The owners in the order of their first lines, each with its lines.
    ///
    /// `goes_on` says whether the last line of one owner goes on with the first of the next, so that they are one.
    pub fn in_order(
        &self,
        part: &PartLayout,
        goes_on: impl Fn(LineOwner, LineOwner, usize, usize) -> bool,
    ) -> Vec<(LineOwner, Vec<usize>)> {
        let mut order: Vec<(LineOwner, Vec<usize>)> = Vec::new();
        for (line, owner) in self.of.iter().enumerate() {
            let Some(owner) = owner.filter(|_| part.page.kinds.get(line) == Some(&PageLineKind::Text)) else {
                continue;
            };
            match order.last_mut() {
                Some((last, lines)) if *last == owner && owner != LineOwner::Nobody => lines.push(line),
                Some((last, lines)) if goes_on(*last, owner, lines.last().copied().unwrap_or(line), line) => {
                    lines.push(line);
                }
                _ => order.push((owner, vec![line])),
            }
        }
        order
    }
}

fn set(of: &mut [Option<LineOwner>], line: usize, owner: LineOwner) {
    if let Some(place) = of.get_mut(line) {
        *place = Some(owner);
    }
}

fn has_marker(part: &PartLayout, line: usize) -> bool {
    let Some(line) = part.page.lines.get(line) else { return false };
    let next = part.markers.partition_point(|marker| marker.range.start < line.text.start);
    part.markers.get(next).is_some_and(|marker| marker.range.start < line.text.end)
}

/// Whether a number alone, which is no marker, stands where a page ends or begins.
fn is_page_number(text: &str, part: &PartLayout, line: usize) -> bool {
    let lines = &part.page.lines;
    let number = lines.get(line).and_then(|line| text.get(line.text.clone())).unwrap_or_default();
    if !number.bytes().all(|b| b.is_ascii_digit()) {
        return false;
    }
    let edge =
        |at: usize| is_furniture(part, at) || matches!(part.page.kinds.get(at), Some(PageLineKind::Note(_)) | None);
    let next = (line + 1..lines.len()).find(|&at| part.page.kinds.get(at) != Some(&PageLineKind::Blank));
    let before = (0..line).rev().find(|&at| part.page.kinds.get(at) != Some(&PageLineKind::Blank));
    let begins = |at: usize| (line + 1..=at).any(|at| lines.get(at).is_some_and(|line| line.new_page));
    next.is_none_or(|at| edge(at) || begins(at))
        || before.is_none_or(edge)
        || lines.get(line).is_some_and(|l| l.new_page)
}

/// A line of a table: as it stands, without the white space at its ends.
pub fn as_it_stands(text: &str, part: &PartLayout, line: usize) -> String {
    let line = part.page.lines.get(line).and_then(|line| text.get(line.whole.clone())).unwrap_or_default();
    line.trim().to_owned()
}

/// The lines of a block in one, a label that a page has put behind its paragraph's first line before it.
pub fn joined(
    text: &str,
    part: &PartLayout,
    owner: &LineOwner,
    lines: &[usize],
    words: &WordInventory,
    new: fn(&PartLayout) -> ParagraphJoiner,
) -> String {
    let block = match owner {
        LineOwner::Block(index) => part.blocks.get(*index),
        LineOwner::Nobody => None,
    };
    let mut joining = new(part);
    let is_label = |line: &usize| {
        let Some(line) = part.page.lines.get(*line) else { return false };
        block.and_then(|block| block.label.as_ref()).is_some_and(|label| *label == line.text)
    };
    let label = lines.iter().filter(|line| is_label(line));
    for line in label.chain(lines.iter().filter(|line| !is_label(line))) {
        let Some(line) = part.page.lines.get(*line) else { continue };
        joining.break_line();
        let range = trimmed(text, &line.whole);
        let mut at = range.start;
        for mark in marks(text, part, &range) {
            joining.words(text.get(at..mark.start).unwrap_or_default(), words);
            joining.mark(text.get(mark.clone()).unwrap_or_default());
            at = mark.end;
        }
        joining.words(text.get(at..range.end).unwrap_or_default(), words);
    }
    joining.done()
}

/// A range without the white space at its ends; characters that print nothing stay.
pub fn trimmed(text: &str, range: &Range<usize>) -> Range<usize> {
    let inner = text.get(range.clone()).unwrap_or_default();
    let start = range.start + (inner.len() - inner.trim_start().len());
    start..start.max(range.start + inner.trim_end().len())
}

/// The markers in a stretch of text, with the brackets that are theirs. Those that are parted by commas alone are one.
fn marks(text: &str, part: &PartLayout, range: &Range<usize>) -> Vec<Range<usize>> {
    let first = part.markers.partition_point(|marker| marker.range.start < range.start);
    let found = part.markers.iter().skip(first).take_while(|marker| marker.range.end <= range.end);
    let mut marks: Vec<Range<usize>> = Vec::new();
    for marker in found {
        let mut mark = marker.range.clone();
        let before = text.get(range.start..mark.start).unwrap_or_default();
        let after = text.get(mark.end..range.end).unwrap_or_default();
        if before.ends_with(['(', '⁽']) && after.starts_with([')', '⁾']) {
            mark.start -= before.chars().next_back().map_or(0, char::len_utf8);
            mark.end += after.chars().next().map_or(0, char::len_utf8);
        }
        match marks.last_mut() {
            Some(last) if text.get(last.end..mark.start).is_some_and(|between| between.trim() == ",") => {
                last.end = mark.end;
            }
            _ => marks.push(mark),
        }
    }
    marks
}

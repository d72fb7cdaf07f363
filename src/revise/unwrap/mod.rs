//! Page text made a clean draft: what drafters do by hand for an hour after they paste a resolution out of a PDF.
//!
//! A paragraph's lines are joined, running heads and page numbers go, markers are glued to what they mark, and notes
//! stand together at the end. Which line is what, the reader of drafts has found out ([`PartLayout`]); nothing is
//! read here a second time.

mod joining;
mod lines;
mod notes;

use std::collections::BTreeMap;
use std::ops::Range;

use crate::draft::edit::apply;
use crate::draft::part_layout::{DraftLine, LineKind, PageLineKind, PartLayout};
use crate::draft::{Draft, Edit, ElementKind, LabelValue, Layout, ParagraphKind, ReadAs};
use crate::revise::format;
use crate::script::is_wide;

use joining::{ParagraphJoiner, WordInventory};
use lines::{LineOwner, LineOwners};

crate::messages! {
    "unwrap":
    /// Of a Markdown text that stays as it is.
    pub markup_in_the_way() =
        "Comments, code, tags or links stand among the lines of this text, which are left as they are. Take them out \
         first.";
    /// Of page text that stays as it is.
    pub left_alone() =
        "The pages stay as they are: unwrapped, other paragraphs, footnotes or markers would be read in this text than \
         now. Mend what is found in it first, and unwrap it then.";
}

/// What becomes of a text that is to be unwrapped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum UnwrapOutcome {
    /// One edit for each part that is in page layout, none where there is none.
    Edits(Vec<Edit>),
    /// The pages stay as they are, because something else would be read of them afterwards.
    LeftAlone,
}

impl UnwrapOutcome {
    /// What changes.
    pub fn edits(self) -> Vec<Edit> {
        match self {
            UnwrapOutcome::Edits(edits) => edits,
            UnwrapOutcome::LeftAlone => Vec::new(),
        }
    }
}

/// Changes page text into the clean layout. `draft` is what was read of `text`.
///
/// But for spaces, line ends, running heads and page numbers, every character that prints something stays; a bare number that is a footnote's
/// mark becomes a superscript one, and of the rules above notes one is left.
pub fn unwrap(text: &str, draft: &Draft, manner: format::FormatOptions) -> UnwrapOutcome {
    let edits = unwrapped(text, draft, manner);
    if edits.is_empty() || reads_the_same(draft, &Draft::read_as(&apply(&edits, text), clean(draft.read_as))) {
        return UnwrapOutcome::Edits(edits);
    }
    match draft.layout {
        Layout::Page => UnwrapOutcome::LeftAlone,
        Layout::Clean => UnwrapOutcome::Edits(Vec::new()),
    }
}

/// What is said of a text beside its words, but for a layout that it has no longer.
fn clean(read_as: ReadAs) -> ReadAs {
    ReadAs { layout: None, ..read_as }
}

/// One marker in so many that are read on pages may be lost when they are unwrapped: a number that stood alone at a line's
/// end or beginning is none any more.
const LOST_MARKER_IN: usize = 40;

/// Whether a text is read as before once it is unwrapped: the same labelled paragraphs in the same order, no note lost, and
/// no marker where none was. Where a paragraph without a label begins, the clean text may show better than the pages did.
fn reads_the_same(before: &Draft, after: &Draft) -> bool {
    type Place = (ParagraphKind, LabelValue);
    let paragraphs = |draft: &Draft| -> Vec<Place> {
        draft.paragraphs.iter().filter_map(|p| Some((p.kind, p.label.as_ref()?.value))).collect()
    };
    let markers = |draft: &Draft| counted(draft.markers.iter().map(|marker| marker.label.clone()));
    let notes = |draft: &Draft| counted(draft.notes.iter().map(|note| note.label.clone()));
    let within = |few: &BTreeMap<String, usize>, many: &BTreeMap<String, usize>| {
        few.iter().all(|(label, count)| many.get(label).is_some_and(|all| count <= all))
    };
    let (called, still) = (markers(before), markers(after));
    let lost = before.markers.len().saturating_sub(after.markers.len());
    paragraphs(before) == paragraphs(after)
        && within(&notes(before), &notes(after))
        && within(&still, &called)
        && lost * LOST_MARKER_IN <= before.markers.len()
}

fn counted(labels: impl Iterator<Item = String>) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    labels.for_each(|label| *counts.entry(label).or_default() += 1);
    counts
}

/// The edits of [`unwrap`], whatever is read afterwards.
fn unwrapped(text: &str, draft: &Draft, manner: format::FormatOptions) -> Vec<Edit> {
    let end_of_line = format::end_of_line(text);
    let pages = draft.composed(text).into_iter().filter(|part| part.layout == Layout::Page);
    let edits = pages.filter_map(|part| {
        let range = part.at..draft.parts.iter().find(|p| p.range.start == part.at)?.range.end;
        let before = text.get(range.clone())?;
        let mut clean = part_unwrapped(before, draft, &part);
        if !text.get(range.end..).unwrap_or_default().is_empty() {
            clean.push('\n');
        }
        // What is joined now is laid out as any clean draft is.
        let clean = format::formatted(&clean, manner);
        let clean = if end_of_line == "\n" { clean } else { clean.replace('\n', end_of_line) };
        (clean != before).then_some(Edit { range, text: clean })
    });
    edits.collect()
}

/// The change that makes clean what was pasted into a clean draft: the lines that a byte range touches, if they are page
/// text when they are read by themselves. Notes come to stand below them.
pub fn pasted(text: &str, draft: &Draft, range: Range<usize>, manner: format::FormatOptions) -> Option<Edit> {
    let lines = format::whole_lines(text, range);
    if draft.layout == Layout::Page || draft.parts.len() > 1 || lines == (0..text.len()) {
        return None;
    }
    let pasted = text.get(lines.clone())?;
    let reading = Draft::read(pasted);
    let same = reading.parts.len() == 1 && reading.language == draft.language;
    let edit = unwrapped(pasted, &reading, manner).into_iter().next().filter(|_| same)?;
    // Lines that stand for themselves, such as a masthead's, are no page text: on a page most lines are parts of one.
    let filled = |text: &str| text.lines().filter(|line| !line.trim().is_empty()).count();
    (filled(&edit.text) * 3 <= filled(pasted) * 2).then_some(Edit { range: lines, text: edit.text })
}

/// The text of a part, unwrapped. Lines end with a line feed.
fn part_unwrapped(text: &str, draft: &Draft, part: &PartLayout) -> String {
    let words = WordInventory::of(text);
    let owners = LineOwners::of(text, part);
    let mut clean = String::with_capacity(text.len());
    if text.starts_with('\u{feff}') {
        clean.push('\u{feff}');
    }
    let mut before: Option<BlockClass> = None;
    let one_head = |last: LineOwner, owner: LineOwner, before: usize, line: usize| {
        [last, owner].iter().all(|owner| owner.element(draft, part) == Some(ElementKind::Masthead))
            && head_goes_on(text, part, before, line)
    };
    for (owner, lines) in owners.in_order(part, one_head) {
        let class = owner.class(draft, part);
        let joined = |new| lines::joined(text, part, &owner, &lines, &words, new);
        let blocks: Vec<String> = match class {
            // Columns of a table stay; those of a masthead stand one under the other in a clean draft.
            BlockClass::Row => lines.iter().map(|line| lines::as_it_stands(text, part, *line)).collect(),
            BlockClass::Head => joined(ParagraphJoiner::columns).split(joining::COLUMN).map(str::to_owned).collect(),
            BlockClass::Closing | BlockClass::Other => vec![joined(ParagraphJoiner::new)],
        };
        for block in blocks.iter().map(|block| block.trim()).filter(|block| !block.is_empty()) {
            match before {
                None => {}
                Some(last) if last == class && class != BlockClass::Other => clean.push('\n'),
                Some(_) => clean.push_str("\n\n"),
            }
            clean.push_str(block);
            before = Some(class);
        }
    }
    notes::gathered(text, part, &words, &mut clean);
    clean.push('\n');
    clean
}

/// What a block is to the layout: blocks of one class but [`BlockClass::Other`] have no blank line between them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum BlockClass {
    /// Masthead, adoption, origin.
    Head,
    Closing,
    /// A row of a table.
    Row,
    Other,
}

impl LineOwner {
    /// What the block is, if it is no paragraph.
    fn element(&self, draft: &Draft, part: &PartLayout) -> Option<ElementKind> {
        let LineOwner::Block(index) = self else { return None };
        let start = part.at + part.blocks.get(*index)?.range.start;
        let element = draft.elements.binary_search_by_key(&start, |element| element.range.start).ok()?;
        draft.elements.get(element).map(|element| element.kind)
    }

    fn class(&self, draft: &Draft, part: &PartLayout) -> BlockClass {
        let LineOwner::Block(index) = self else { return BlockClass::Other };
        let Some(block) = part.blocks.get(*index) else { return BlockClass::Other };
        if block.starter == LineKind::Row {
            return BlockClass::Row;
        }
        match self.element(draft, part) {
            Some(ElementKind::Masthead | ElementKind::Adoption | ElementKind::Origin) => BlockClass::Head,
            Some(ElementKind::Closing) => BlockClass::Closing,
            _ => BlockClass::Other,
        }
    }
}

/// Whether a line of the masthead goes on with the one right above it: in the middle of a sentence, or because its first
/// word did not fit there any more.
fn head_goes_on(text: &str, part: &PartLayout, before: usize, line: usize) -> bool {
    let (Some(above), Some(line)) = (part.page.lines.get(before), part.page.lines.get(line)) else { return false };
    let of = |line: &DraftLine| text.get(line.text.clone()).unwrap_or_default();
    if above.whole.end != line.whole.start || [above, line].iter().any(|line| of(line).contains("   ")) {
        return false;
    }
    let word = of(line).split(|c: char| c.is_whitespace() || is_wide(c)).next().unwrap_or_default();
    let full = above.width * 10 >= part.width * 8 && above.width + 1 + word.chars().count() > part.width;
    full || word.starts_with(char::is_lowercase)
}

/// Whether a line is one of those that a page is furnished with.
fn is_furniture(part: &PartLayout, line: usize) -> bool {
    part.page.kinds.get(line) == Some(&PageLineKind::Furniture)
}

#[cfg(test)]
mod tests;

//! A paragraph moves up or down past its neighbour.
//!
//! The two exchange their places and their labels, with all that stands under them and with the notes that are listed right
//! after them, and what refers to them follows. The marks that they end with stay where they are. Notes that were counted as they are called are so afterwards too.

use std::ops::Range;

use super::carry_references::ReferenceCarrier;
use super::counting::NewLabels;
use super::{LeftUnchanged, Renumbered, UnchangedReason, closings, notes};
use crate::draft::edit::apply;
use crate::draft::{Draft, Edit, Layout, Marker, Paragraph, ParagraphKind, ReferenceResolver};
use crate::messages::Message;

/// Where a paragraph moves to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MoveDirection {
    Up,
    Down,
}

/// Why a paragraph stays where it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MoveRefusal {
    /// There is no paragraph at the place.
    NoParagraph,
    /// It is the first or the last of its section or list.
    AtTheEnd(MoveDirection),
    /// Something stands between the lines of the two that isn't theirs, as the foot of a page does.
    Interrupted,
}

crate::messages! {
    "move":
    no_paragraph() = "There is no paragraph here to move.";
    nothing_before() = "Nothing stands before this paragraph that it could move past.";
    nothing_after() = "Nothing stands after this paragraph that it could move past.";
    page_foot_between() =
        "The foot of a page stands in the way, and the paragraph cannot be told from it well enough to be moved.";
}

impl MoveRefusal {
    /// What is said of it to the user.
    pub fn message(self) -> Message {
        match self {
            MoveRefusal::NoParagraph => no_paragraph(),
            MoveRefusal::AtTheEnd(MoveDirection::Up) => nothing_before(),
            MoveRefusal::AtTheEnd(MoveDirection::Down) => nothing_after(),
            MoveRefusal::Interrupted => page_foot_between(),
        }
    }
}

/// Moves the paragraph at a byte of the draft, whose text is `text`, past the one before or after it. Says too what
/// references stay as they are.
pub fn move_paragraph(
    text: &str,
    draft: &Draft,
    at: usize,
    direction: MoveDirection,
) -> Result<Renumbered, MoveRefusal> {
    let here = paragraph_at(text, draft, at).ok_or(MoveRefusal::NoParagraph)?;
    let other = match direction {
        MoveDirection::Up => (0..here).rev().find_map(|other| beside(draft, here, other)),
        MoveDirection::Down => (here + 1..draft.paragraphs.len()).find_map(|other| beside(draft, here, other)),
    };
    let other = other.flatten().ok_or(MoveRefusal::AtTheEnd(direction))?;
    let (first, second) = (here.min(other), here.max(other));
    let (before, after) = (block(text, draft, first), block(text, draft, second));
    if before.end > after.start
        || draft.elements.iter().any(|e| before.start < e.range.end && e.range.start < after.end)
    {
        return Err(MoveRefusal::AtTheEnd(direction));
    }
    let foot = |range: &Range<usize>| before.start < range.end && range.start < after.end;
    if draft.layout == Layout::Page && draft.notes.iter().any(|note| foot(&note.range)) {
        return Err(MoveRefusal::Interrupted);
    }
    Ok(exchange(text, draft, (first, before), (second, after)))
}

/// Exchanges two blocks of text, with the labels of the paragraphs that they are of.
fn exchange(
    text: &str,
    draft: &Draft,
    (first, before): (usize, Range<usize>),
    (second, after): (usize, Range<usize>),
) -> Renumbered {
    let mut labels = NewLabels::unchanged(draft);
    if let (Some(one), Some(other)) = (labels.of(first), labels.of(second)) {
        labels.set(first, other.value);
        labels.set(second, one.value);
    }
    let mut carrier = ReferenceCarrier::new(text, draft);
    carrier.labels(&labels);
    let resolver = ReferenceResolver::of(draft);
    carrier.references(&resolver, &labels);
    carrier.sides(&resolver, &labels);
    let mut done = carrier.done();
    done.edits.extend(closings::exchanged(
        text,
        draft,
        before.start..words_end(draft, first),
        after.start..words_end(draft, second),
    ));
    done.edits.sort_by_key(|edit| edit.range.start);
    // References that were lost before have nothing to do with this.
    let ours = |left: &LeftUnchanged| left.why == UnchangedReason::Astride || concerns(draft, left, [first, second]);
    done.left.retain(ours);
    let mut sound = Renumbered::default();
    notes::renumber(text, draft, &mut sound, |marker| marker.range.start);
    if sound == Renumbered::default() {
        let place = |marker: &Marker| {
            let at = marker.range.start;
            if before.contains(&at) {
                // Behind the other one and what stands between them.
                at + (after.end - before.end)
            } else if after.contains(&at) {
                before.start + (at - after.start)
            } else if (before.end..after.start).contains(&at) {
                before.start + after.len() + (at - before.end)
            } else {
                at
            }
        };
        notes::renumber(text, draft, &mut done, place);
    }
    done.edits = swapped(text, done.edits, &before, &after);
    done
}

/// Edits of a text as one that also exchanges two ranges of it.
fn swapped(text: &str, edits: Vec<Edit>, before: &Range<usize>, after: &Range<usize>) -> Vec<Edit> {
    let whole = before.start..after.end;
    let (inside, mut outside): (Vec<Edit>, Vec<Edit>) =
        edits.into_iter().partition(|edit| whole.start <= edit.range.start && edit.range.end <= whole.end);
    let edited = |range: Range<usize>| {
        let own = inside.iter().filter(|edit| range.start <= edit.range.start && edit.range.end <= range.end);
        let own: Vec<Edit> = own
            .map(|edit| Edit {
                range: edit.range.start - range.start..edit.range.end - range.start,
                text: edit.text.clone(),
            })
            .collect();
        apply(&own, text.get(range).unwrap_or_default())
    };
    let new = [edited(after.clone()), edited(before.end..after.start), edited(before.clone())].concat();
    outside.push(Edit { range: whole, text: new });
    outside.sort_by_key(|edit| edit.range.start);
    outside
}

/// Whether a reference that stays as it is may be to one of two paragraphs.
fn concerns(draft: &Draft, left: &LeftUnchanged, paragraphs: [usize; 2]) -> bool {
    let reference = draft.references.iter().find(|reference| reference.range.start == left.range.start);
    let value = |index: usize| draft.paragraphs.get(index)?.label.as_ref().map(|label| label.value);
    let numbered = |index: usize| match value(index) {
        Some(crate::draft::LabelValue::Number { number, .. }) => Some(number),
        _ => None,
    };
    reference.is_some_and(|reference| {
        reference.paragraph.is_some_and(|number| paragraphs.iter().any(|index| numbered(*index) == Some(number)))
    })
}

/// The paragraph whose line a byte is in, or that it is in.
fn paragraph_at(text: &str, draft: &Draft, at: usize) -> Option<usize> {
    let line_end = text.get(at..).and_then(|rest| rest.find(['\n', '\r'])).map_or(text.len(), |end| at + end);
    let index = draft.paragraphs.partition_point(|paragraph| paragraph.range.start <= line_end).checked_sub(1)?;
    let range = block(text, draft, index);
    (range.start <= at && at <= range.end).then_some(index)
}

/// Whether `other` is what `here` can move past: `Some(Some(_))` if so, `Some(None)` if nothing further can be.
fn beside(draft: &Draft, here: usize, other: usize) -> Option<Option<usize>> {
    let (mine, its) = (draft.paragraphs.get(here)?, draft.paragraphs.get(other)?);
    let rank = |paragraph: &Paragraph| if paragraph.kind == ParagraphKind::Sub { paragraph.level } else { 0 };
    if rank(its) > rank(mine) {
        return None;
    }
    let like = its.kind == mine.kind && its.run == mine.run && rank(its) == rank(mine);
    let part = draft.part_at(mine.range.start) == draft.part_at(its.range.start);
    let labels = mine.label.is_some() == its.label.is_some();
    Some((like && part && labels).then_some(other))
}

/// Where the words of a paragraph end with all that stands under it.
fn words_end(draft: &Draft, index: usize) -> usize {
    let Some(paragraph) = draft.paragraphs.get(index) else { return 0 };
    let rank = |paragraph: &Paragraph| if paragraph.kind == ParagraphKind::Sub { paragraph.level } else { 0 };
    let below = draft.paragraphs.iter().skip(index + 1).take_while(|other| rank(other) > rank(paragraph));
    below.map(|other| other.range.end).fold(paragraph.range.end, usize::max)
}

/// The lines of a paragraph with all that stands under it, and the notes that follow at once and that it calls.
fn block(text: &str, draft: &Draft, index: usize) -> Range<usize> {
    let Some(paragraph) = draft.paragraphs.get(index) else { return 0..0 };
    let mut end = words_end(draft, index);
    let line_end =
        |at: usize| text.get(at..).and_then(|rest| rest.find(['\n', '\r'])).map_or(text.len(), |end| at + end);
    let before = text.get(..paragraph.range.start).unwrap_or_default();
    let start = before.rfind(['\n', '\r']).map_or(0, |newline| newline + 1);
    end = line_end(end);
    let called = |label: &str, end: usize| {
        draft.markers.iter().any(|marker| marker.label == label && (start..end).contains(&marker.range.start))
    };
    let from = draft.notes.partition_point(|note| note.range.start < end);
    let close = |end: usize, at: usize| {
        text.get(end..at).is_some_and(|gap| gap.chars().all(|c| c.is_whitespace() || "[^(".contains(c)))
    };
    let body = end;
    // Notes at the end of the draft are everybody's.
    let rest = draft.notes.get(from..).unwrap_or_default();
    let more = draft.paragraphs.iter().any(|other| rest.first().is_some_and(|note| note.range.end < other.range.start));
    for note in rest.iter().take_while(|_| more) {
        if !close(end, note.range.start) || !called(&note.label, body) {
            break;
        }
        end = line_end(note.range.end);
    }
    start..end
}

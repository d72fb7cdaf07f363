//! A draft at a glance: title, preamble, operative paragraphs, annexes, notes.

use std::ops::Range;

use super::words::{labelled, shorten, without_label};
use crate::draft::{Draft, ElementKind, Note, ParagraphKind};
use crate::language::{Language, UiStrings};
use crate::workspace::ParsedText;

/// How many characters of a paragraph name it.
const NAME: usize = 60;

/// An entry of the outline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutlineItem {
    /// What it is.
    pub kind: OutlineKind,
    /// Its label and first words, in one line. Never empty.
    pub name: String,
    /// All of it, its children included.
    pub range: Range<usize>,
    /// What to show when it is chosen; inside of `range`.
    pub selection: Range<usize>,
    /// What stands inside it, in the order of the draft.
    pub children: Vec<OutlineItem>,
}

/// What an entry of the outline is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OutlineKind {
    /// The title of the resolution.
    Title,
    /// The preamble as a whole.
    Preamble,
    /// A paragraph of the preamble.
    PreambularParagraph,
    /// An operative paragraph.
    OperativeParagraph,
    /// A subparagraph, of either part.
    Subparagraph,
    /// A section with a heading.
    Section,
    /// A part of a resolution that has several (`A`, `B`).
    Part,
    /// An annex.
    Annex,
    /// The footnotes as a whole.
    Notes,
    /// A footnote.
    Note,
}

/// The outline of a draft. What has no words of its own there is named in the language of the interface.
pub fn outline(reading: &ParsedText, interface: &'static Language) -> Vec<OutlineItem> {
    let telling = interface.telling;
    let mut entries = headings(reading, telling);
    entries.extend(paragraphs(reading, telling));
    entries.sort_by_key(|item| item.range.start);
    let mut items = nest(entries, reading, telling);
    let notes = notes(reading, telling);
    if let (Some(first), Some(last)) = (notes.first(), notes.last()) {
        let head = line_above(&reading.text, first.range.start);
        let head = head.filter(|line| reading.text.get(line.clone()).is_some_and(is_rule));
        let selection = head.unwrap_or_else(|| first.range.clone());
        let name = telling.notes.to_owned();
        let range = selection.start..last.range.end;
        items.push(OutlineItem { kind: OutlineKind::Notes, name, selection, range, children: notes });
    }
    items
}

/// Title, sections, parts and annexes.
fn headings(reading: &ParsedText, telling: &UiStrings) -> Vec<OutlineItem> {
    let draft = &reading.draft;
    let mut items = Vec::new();
    if let Some(title) = &draft.title {
        let start = title.number.as_ref().map_or(title.range.start, |number| number.start).min(title.range.start);
        let number = title.number.as_ref().map_or_else(String::new, |number| reading.words(number.clone()));
        let name = labelled(&number, &title.text);
        items.push(leaf(telling, OutlineKind::Title, &name, start..title.range.end, title.range.clone()));
    }
    for element in &draft.elements {
        let kind = match element.kind {
            ElementKind::Section => OutlineKind::Section,
            ElementKind::Part => OutlineKind::Part,
            ElementKind::Annex => OutlineKind::Annex,
            _ => continue,
        };
        let name = reading.words(element.range.clone());
        items.push(leaf(telling, kind, &name, element.range.clone(), element.range.clone()));
    }
    items
}

/// Preambular and operative paragraphs, with their subparagraphs under them.
fn paragraphs(reading: &ParsedText, telling: &UiStrings) -> Vec<OutlineItem> {
    let draft = &reading.draft;
    let mut below: Vec<Vec<OutlineItem>> = draft.paragraphs.iter().map(|_| Vec::new()).collect();
    let mut top = Vec::new();
    // From the last to the first, so that a paragraph's children are complete when it is met.
    for (index, paragraph) in draft.paragraphs.iter().enumerate().rev() {
        let kind = match paragraph.kind {
            ParagraphKind::Preambular => OutlineKind::PreambularParagraph,
            ParagraphKind::Operative => OutlineKind::OperativeParagraph,
            ParagraphKind::Sub => OutlineKind::Subparagraph,
        };
        let selection = paragraph.label.as_ref().map_or(&paragraph.range, |label| &label.range);
        let label = paragraph.label.as_ref().map_or("", |label| &label.text);
        let name = labelled(label, &without_label(&reading.text, paragraph));
        let mut item = leaf(telling, kind, &name, paragraph.range.clone(), selection.clone());
        item.children = below.get_mut(index).map(std::mem::take).unwrap_or_default();
        item.children.reverse();
        cover_children(&mut item);
        match paragraph.parent.filter(|parent| *parent < index).and_then(|parent| below.get_mut(parent)) {
            Some(siblings) => siblings.push(item),
            None => top.push(item),
        }
    }
    top.reverse();
    top
}

fn notes(reading: &ParsedText, telling: &UiStrings) -> Vec<OutlineItem> {
    let note = |note: &Note| {
        let name = labelled(&reading.words(note.label_range.clone()), &note.text);
        leaf(telling, OutlineKind::Note, &name, note.range.clone(), note.label_range.clone())
    };
    reading.draft.notes.iter().map(note).collect()
}

/// The last line above a byte's that isn't blank.
fn line_above(text: &str, at: usize) -> Option<Range<usize>> {
    let before = text.get(..at)?;
    let end = before.get(..before.rfind(['\n', '\r'])?)?.trim_end().len();
    let start = before.get(..end)?.rfind(['\n', '\r']).map_or(0, |newline| newline + 1);
    Some(start..end)
}

/// Whether a line is drawn of strokes.
fn is_rule(line: &str) -> bool {
    let line = line.trim();
    !line.is_empty() && line.chars().all(|c| matches!(c, '_' | '-' | '─' | '—' | '*'))
}

/// Puts paragraphs under their headings, and neighbouring preambular paragraphs under a preamble, which begins with the
/// organ line before them: an editor may keep an entry's first line in sight while what is in it goes by.
fn nest(entries: Vec<OutlineItem>, reading: &ParsedText, telling: &UiStrings) -> Vec<OutlineItem> {
    let Draft { elements, .. } = &reading.draft;
    let mut organs = elements.iter().filter(|element| element.kind == ElementKind::OrganLine).peekable();
    let mut above = 0;
    let mut items: Vec<OutlineItem> = Vec::new();
    let mut open: Vec<OutlineItem> = Vec::new();
    for entry in entries {
        let mut organ = None;
        while let Some(line) = organs.next_if(|line| line.range.start < entry.range.start) {
            organ = Some(line.range.clone()).filter(|line| above <= line.start && line.end <= entry.range.start);
        }
        above = entry.range.end;
        if let Some(rank) = rank(entry.kind) {
            while let Some(inner) = open.pop_if(|inner| self::rank(inner.kind) >= Some(rank)) {
                place(&mut items, &mut open, inner);
            }
            open.push(entry);
            continue;
        }
        let siblings = open.last_mut().map_or(&mut items, |inner| &mut inner.children);
        match siblings.last_mut() {
            Some(last) if entry.kind == OutlineKind::PreambularParagraph && last.kind == OutlineKind::Preamble => {
                last.range.end = last.range.end.max(entry.range.end);
                last.children.push(entry);
            }
            _ if entry.kind == OutlineKind::PreambularParagraph => {
                let selection = organ.unwrap_or_else(|| entry.selection.clone());
                siblings.push(OutlineItem {
                    kind: OutlineKind::Preamble,
                    name: telling.preamble.to_owned(),
                    range: selection.start..entry.range.end,
                    selection,
                    children: vec![entry],
                });
            }
            _ => siblings.push(entry),
        }
    }
    while let Some(inner) = open.pop() {
        place(&mut items, &mut open, inner);
    }
    items
}

/// Closes a heading: it now covers what is under it.
fn place(items: &mut Vec<OutlineItem>, open: &mut [OutlineItem], mut inner: OutlineItem) {
    cover_children(&mut inner);
    open.last_mut().map_or(items, |outer| &mut outer.children).push(inner);
}

/// Which headings stand under which: sections are inside parts and annexes.
fn rank(kind: OutlineKind) -> Option<u8> {
    match kind {
        OutlineKind::Part | OutlineKind::Annex => Some(1),
        OutlineKind::Section => Some(2),
        _ => None,
    }
}

fn cover_children(item: &mut OutlineItem) {
    if let Some(end) = item.children.iter().map(|child| child.range.end).max() {
        item.range.end = item.range.end.max(end);
    }
}

fn leaf(
    telling: &UiStrings,
    kind: OutlineKind,
    name: &str,
    range: Range<usize>,
    selection: Range<usize>,
) -> OutlineItem {
    let name = match name {
        "" => telling.empty.to_owned(),
        name => shorten(name, NAME),
    };
    OutlineItem { kind, name, range, selection, children: Vec::new() }
}

//! The title, headings, paragraphs and notes of a text, in order: what is put side by side with those of another.

use std::collections::HashSet;
use std::ops::Range;

use super::version::ItemKind;
use crate::draft::label::counting_part;
use crate::draft::{Draft, ElementKind, Paragraph, ParagraphKind};

/// How many bytes of a paragraph without a label show where it is.
const FIRST_WORDS: usize = 48;

/// A title, heading, paragraph or note.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ComparedItem {
    /// What it is.
    pub kind: ItemKind,
    /// 0 for headings, notes, preambular and operative paragraphs, 1 for `(a)`, 2 for `(i)` and so on.
    pub level: u8,
    /// Its bytes in the draft.
    pub range: Range<usize>,
    /// What stands for it where it is pointed at: its label, else its first words.
    pub place: Range<usize>,
    /// The labels that lead to it, its own included, without their marks: `3 (a)`. Of a preambular paragraph its place in
    /// the preamble, of a note its number.
    pub path: String,
    /// Its index in [`Draft::paragraphs`], or in [`Draft::notes`]; `None` of a heading.
    pub index: Option<usize>,
}

/// The title, headings and paragraphs of a part of a draft, in the order in which they stand.
pub fn outline(text: &str, draft: &Draft, part: &Range<usize>) -> Vec<ComparedItem> {
    let mut items = Vec::with_capacity(draft.paragraphs.len() + 8);
    let mut elements = draft.elements.iter().filter(|element| within(&element.range, part)).peekable();
    let mut preambular = 0;
    let mut paths: Vec<String> = Vec::with_capacity(draft.paragraphs.len());
    for (index, paragraph) in draft.paragraphs.iter().enumerate() {
        if !within(&paragraph.range, part) {
            paths.push(String::new());
            continue;
        }
        while let Some(element) = elements.next_if(|element| element.range.start <= paragraph.range.start) {
            // The letter of the first of several resolutions may stand in the line of its title.
            let is_first_letter = element.kind == ElementKind::Part && paths.is_empty();
            if let Some(kind) = heading(element.kind).filter(|_| !is_first_letter) {
                preambular = 0;
                push_heading(text, kind, &element.range, &mut items);
            }
        }
        preambular += usize::from(paragraph.kind == ParagraphKind::Preambular);
        let path = path(paragraph, preambular, &paths);
        items.push(ComparedItem {
            kind: match paragraph.kind {
                ParagraphKind::Preambular => ItemKind::Preambular,
                ParagraphKind::Operative => ItemKind::Operative,
                ParagraphKind::Sub => ItemKind::Sub,
            },
            level: paragraph.level,
            range: paragraph.range.clone(),
            place: match paragraph.label.as_ref().filter(|label| !label.range.is_empty()) {
                Some(label) => label.range.clone(),
                None => first_words(text, &paragraph.range),
            },
            path: path.clone(),
            index: Some(index),
        });
        paths.push(path);
    }
    for element in elements {
        if let Some(kind) = heading(element.kind) {
            push_heading(text, kind, &element.range, &mut items);
        }
    }
    items
}

/// The notes of a part of a draft, in the order of their numbers.
pub fn notes(draft: &Draft, part: &Range<usize>) -> Vec<ComparedItem> {
    let notes = draft.notes.iter().enumerate().filter(|(_, note)| within(&note.label_range, part));
    let item = notes.map(|(index, note)| ComparedItem {
        kind: ItemKind::Note,
        level: 0,
        range: note.range.clone(),
        place: note.label_range.clone(),
        path: note.label.clone(),
        index: Some(index),
    });
    let mut notes: Vec<ComparedItem> = item.collect();
    // At the foot of a page, and where a converter takes columns apart, they may come in another order.
    let number = |note: &ComparedItem| note.path.parse::<u32>().ok();
    let numbers: HashSet<u32> = notes.iter().filter_map(number).collect();
    if numbers.len() == notes.len() {
        notes.sort_by_key(number);
    }
    notes
}

/// Adds a heading. What stands over one another without a paragraph between is one: a numeral and its title may stand in
/// one line or in two.
fn push_heading(text: &str, kind: ItemKind, range: &Range<usize>, items: &mut Vec<ComparedItem>) {
    let item = |kind, range: Range<usize>, place| ComparedItem {
        kind,
        level: 0,
        range,
        place,
        path: String::new(),
        index: None,
    };
    let above = items.last_mut().filter(|above| above.kind.is_heading() && above.kind != ItemKind::Title);
    let Some(above) = above.filter(|_| kind != ItemKind::Title) else {
        items.push(item(kind, range.clone(), first_words(text, range)));
        return;
    };
    let rank = [ItemKind::Annex, ItemKind::Part, ItemKind::Section];
    let whole = rank.into_iter().find(|rank| [kind, above.kind].contains(rank)).unwrap_or(kind);
    *above = item(whole, above.range.start..range.end, above.place.clone());
}

/// The labels that lead to a paragraph.
fn path(paragraph: &Paragraph, preambular: usize, paths: &[String]) -> String {
    let above = paragraph.parent.and_then(|parent| paths.get(parent)).cloned().unwrap_or_default();
    let own = match (&paragraph.label, paragraph.kind) {
        (Some(label), ParagraphKind::Sub) => format!("({})", without_marks(&label.text)),
        (Some(label), _) => without_marks(&label.text).to_owned(),
        (None, ParagraphKind::Preambular) => preambular.to_string(),
        (None, _) => String::new(),
    };
    match (above.is_empty(), own.is_empty()) {
        (true, _) => own,
        (_, true) => above,
        _ => format!("{above} {own}"),
    }
}

/// The first word of a range, or as many characters as one may have.
fn first_words(text: &str, range: &Range<usize>) -> Range<usize> {
    let words = text.get(range.clone()).unwrap_or_default();
    let start = range.start + words.len() - words.trim_start().len();
    let words = words.trim_start();
    let ends = |(at, c): (usize, char)| (at > 0 && c.is_whitespace() || at >= FIRST_WORDS).then_some(at);
    let length = words.char_indices().find_map(ends).unwrap_or(words.trim_end().len());
    start..start + length
}

/// What kind of item a heading is.
fn heading(kind: ElementKind) -> Option<ItemKind> {
    match kind {
        ElementKind::Title => Some(ItemKind::Title),
        ElementKind::Section => Some(ItemKind::Section),
        ElementKind::Part => Some(ItemKind::Part),
        ElementKind::Annex => Some(ItemKind::Annex),
        _ => None,
    }
}

/// A label's number, letter or numeral, without its marks.
pub(super) fn without_marks(label: &str) -> &str {
    without_stop(counting_part(label).unwrap_or(label))
}

/// A number without the full stop or the dash behind it.
pub(super) fn without_stop(number: &str) -> &str {
    number.trim_end_matches(|c: char| !c.is_alphanumeric())
}

pub(super) fn within(range: &Range<usize>, part: &Range<usize>) -> bool {
    part.start <= range.start && range.end <= part.end
}

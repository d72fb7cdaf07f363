//! The lines of a draft, each with what formatting must know of it.

use std::ops::Range;

use super::{FormatOptions, is_space, markdown};
use crate::draft::part_layout::{LineKind, PageLineKind, PartLayout};
use crate::draft::{Draft, ElementKind, Layout, ParagraphKind};
use crate::language::Language;

/// A draft's lines. Offsets are bytes of the draft.
pub struct WrittenLines<'a> {
    pub text: &'a str,
    pub markdown: bool,
    pub lines: Vec<WrittenLine>,
}

/// A line.
#[derive(Debug, Clone)]
pub struct WrittenLine {
    /// With its terminator.
    pub whole: Range<usize>,
    /// Without the white space at its ends; empty if there is nothing else in it.
    pub content: Range<usize>,
    pub language: &'static Language,
    pub role: LineRole,
    /// What begins on it.
    pub begins: Option<LineOpening>,
    /// The label that it begins with, be it a paragraph's or a note's.
    pub label: Option<Range<usize>>,
}

/// What may be changed in a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineRole {
    Blank,
    /// Nothing: code, a table, text as out of a PDF.
    Untouched,
    /// The space at its end: a masthead, columns.
    Placed,
    /// All space.
    Prose,
}

/// What begins on a line, as far as blank lines and indents depend on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LineOpening {
    Paragraph(ParagraphKind, u8),
    /// The organ line, a heading.
    Heading,
}

impl WrittenLine {
    pub fn is_blank(&self) -> bool {
        self.role == LineRole::Blank
    }
}

impl<'a> WrittenLines<'a> {
    pub fn of(text: &'a str, draft: &Draft, manner: FormatOptions) -> WrittenLines<'a> {
        let mut all = Vec::new();
        for part in draft.composed(text) {
            add(text, draft, &part, &mut all);
        }
        if manner.markdown {
            markdown::leave_alone(text, &mut all);
        }
        WrittenLines { text, markdown: manner.markdown, lines: all }
    }
}

fn add(text: &str, draft: &Draft, part: &PartLayout, all: &mut Vec<WrittenLine>) {
    let first = all.len();
    for (line, kind) in part.page.lines.iter().zip(&part.page.kinds) {
        let whole = line.whole.start + part.at..line.whole.end + part.at;
        let inner = text.get(whole.clone()).unwrap_or_default();
        let ended = inner.trim_end_matches(['\r', '\n']);
        let trimmed = ended.trim_end_matches(is_space);
        let bare = trimmed.trim_start_matches(is_space);
        let start = whole.start + (trimmed.len() - bare.len());
        let role = match kind {
            _ if part.layout == Layout::Page => LineRole::Untouched,
            _ if bare.is_empty() => LineRole::Blank,
            PageLineKind::Note(_) => LineRole::Prose,
            _ => LineRole::Placed,
        };
        let content = start..start + bare.len();
        all.push(WrittenLine { whole, content, language: part.language, role, begins: None, label: None });
    }
    if part.layout == Layout::Page {
        return;
    }
    let Some(lines) = all.get_mut(first..) else { return };
    let at = |offset: usize| part.page.lines.partition_point(|line| line.whole.end <= offset);
    for note in &part.notes {
        if let Some(line) = lines.get_mut(at(note.label_range.start)) {
            line.label = Some(part.at + note.label_range.start..part.at + note.label_range.end);
        }
    }
    let mut paragraphs = draft.paragraphs.iter().peekable();
    let mut inside = None;
    for block in &part.blocks {
        let start = part.at + block.range.start;
        while let Some(paragraph) = paragraphs.next_if(|paragraph| paragraph.range.start <= start) {
            inside = Some(paragraph);
        }
        let inside = inside.filter(|paragraph| start < paragraph.range.end);
        let element = draft.elements.binary_search_by_key(&start, |element| element.range.start).ok();
        let element = element.and_then(|i| draft.elements.get(i)).map(|element| element.kind);
        // What stands before the organ line may be a line of the masthead, with columns.
        let placed = match element {
            Some(ElementKind::Masthead) => true,
            Some(ElementKind::Title) => !matches!(block.starter, LineKind::NumberAndTitle(_)),
            Some(_) => false,
            None => inside.is_none(),
        };
        let prose = block.starter != LineKind::Row && !placed;
        // A block that is a marker alone has no piece of words.
        let starts = block.pieces.iter().map(|piece| piece.start).chain([block.range.start]);
        for start in starts.filter(|_| prose) {
            if let Some(line) = lines.get_mut(at(start)).filter(|line| line.role == LineRole::Placed) {
                line.role = LineRole::Prose;
            }
        }
        let Some(line) = lines.get_mut(at(block.range.start)) else { continue };
        line.label = block.label.as_ref().map(|label| part.at + label.start..part.at + label.end);
        line.begins = match element {
            Some(ElementKind::OrganLine | ElementKind::Section | ElementKind::Part | ElementKind::Annex) => {
                Some(LineOpening::Heading)
            }
            Some(_) => None,
            None => inside
                .filter(|paragraph| paragraph.range.start == start)
                .map(|paragraph| LineOpening::Paragraph(paragraph.kind, paragraph.level)),
        };
    }
}

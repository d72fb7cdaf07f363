//! The text that is made of a document's lines, as a clean draft is written: a paragraph a line, blank lines between,
//! the notes at the end.

use std::collections::BTreeMap;
use std::ops::Range;

use super::line::{DocumentBlock, Line, LineOrigin, ParagraphLine};
use super::numbering::LabelSuffix;
use super::story::CalledNote;
use crate::script::is_superscript;
use crate::source::hints::{UnreadContent, UnreadPlace};
use crate::source::map::PlacedPiece;
use crate::source::note_mark::note_mark;
use crate::source::{DocumentPart, Hints};

/// The line above the notes.
const RULE: &str = "__________________";

/// A label that was typed has no more characters than this.
const LONGEST_LABEL: usize = 8;

/// A document's text, and what is known of it.
#[derive(Debug, Default)]
pub struct WrittenText {
    pub text: String,
    pub pieces: Vec<PlacedPiece>,
    pub hints: Hints,
}

/// A note with its lines.
#[derive(Debug)]
pub struct ReadNote {
    pub called: CalledNote,
    pub lines: Vec<DocumentBlock>,
}

/// What of a paragraph is written how.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum LineForm {
    /// A paragraph of its own.
    Paragraph,
    /// A cell in a row, whose tabs stay, since they part cells.
    Cell,
    /// In a note, which is one line.
    Note,
}

impl WrittenText {
    /// The text of a document's blocks and notes. Each section's notes stand behind it if their numbers begin anew there.
    pub fn of(blocks: &[DocumentBlock], notes: &[ReadNote], by_section: bool) -> WrittenText {
        let mut written = WrittenText {
            hints: Hints { paragraph_a_line: !has_broken_lines(blocks), ..Hints::default() },
            ..WrittenText::default()
        };
        let mut rest = notes;
        for block in blocks {
            match block {
                DocumentBlock::Paragraph(paragraph) => {
                    written.separate();
                    written.paragraph(paragraph, notes, LineForm::Paragraph);
                }
                DocumentBlock::Row { cells, .. } => {
                    written.separate();
                    for (at, cell) in cells.iter().enumerate() {
                        if at > 0 {
                            written.text.push('\t');
                        }
                        written.paragraph(cell, notes, LineForm::Cell);
                    }
                }
                DocumentBlock::SectionEnd(section) if by_section => {
                    let count = rest.iter().take_while(|note| note.called.section <= *section).count();
                    let (here, later) = rest.split_at_checked(count).unwrap_or((rest, &[]));
                    written.notes(here, notes);
                    rest = later;
                }
                DocumentBlock::SectionEnd(_) => {}
            }
        }
        written.notes(rest, notes);
        if !written.text.is_empty() {
            written.text.push('\n');
        }
        written.settle_notes(notes);
        written
    }

    /// Puts a blank line behind what stands there.
    fn separate(&mut self) {
        self.text.truncate(self.text.trim_end().len());
        if !self.text.is_empty() {
            self.text.push_str("\n\n");
        }
    }

    fn paragraph(&mut self, paragraph: &ParagraphLine, notes: &[ReadNote], form: LineForm) {
        let start = self.text.len();
        if let Some(label) = &paragraph.label {
            self.text.push_str(&label.text);
            if let Some((_, origin)) = paragraph.line.origins.last() {
                self.piece(start..self.text.len(), *origin, None, notes);
            }
            self.hints.labels.push(start..self.text.len());
            if label.suffix == LabelSuffix::Space && !paragraph.line.is_blank() {
                self.text.push(' ');
            }
        }
        self.line(&paragraph.line, notes, form);
        if paragraph.is_heading && self.text.len() > start {
            self.hints.headings.push(start..self.text.len());
        }
    }

    fn piece(&mut self, text: Range<usize>, origin: LineOrigin, words_before: Option<usize>, notes: &[ReadNote]) {
        let part = match (origin.note.and_then(|note| notes.get(note)), origin.paragraph) {
            (Some(note), _) => DocumentPart::Note(note.called.label.clone()),
            (None, Some(_)) => DocumentPart::Body,
            (None, None) => DocumentPart::Header,
        };
        self.pieces.push(PlacedPiece { text, part, paragraph: origin.paragraph, words_before });
    }

    /// Writes the words of a line.
    fn line(&mut self, line: &Line, notes: &[ReadNote], form: LineForm) {
        let written_from = self.text.len();
        let text = line.text.trim_end();
        let first = text.len() - text.trim_start().len();
        let tab = if form == LineForm::Paragraph { tab_behind_label(text, first) } else { None };
        // Where each byte that something is known of has come to.
        let mut places: BTreeMap<usize, usize> = BTreeMap::new();
        let ranges = line.markers.iter().chain(line.unread.iter().map(|(range, _)| range));
        places.extend(ranges.flat_map(|range| [(range.start, 0), (range.end, 0)]));
        places.extend(line.origins.iter().map(|(at, _)| (*at, 0)));
        let mut wanted = places.iter_mut().peekable();
        for (at, c) in text.char_indices() {
            while let Some((_, place)) = wanted.next_if(|(wanted, _)| **wanted <= at) {
                *place = self.text.len();
            }
            if at < first {
                continue;
            }
            match c {
                _ if tab.as_ref().is_some_and(|tab| tab.contains(&at)) => {
                    if tab.as_ref().is_some_and(|tab| tab.start == at) {
                        self.text.push(' ');
                    }
                }
                '\n' | '\u{c}' if form != LineForm::Paragraph => self.space(written_from),
                '\n' => self.end_line(written_from, "\n"),
                '\u{c}' => self.end_line(written_from, "\n\n"),
                '\t' if form == LineForm::Note => self.space(written_from),
                ' ' | '\t' if self.text.ends_with('\n') => {}
                c => self.text.push(c),
            }
        }
        for (_, place) in wanted {
            *place = self.text.len();
        }
        let place = |at: usize| places.get(&at).copied().unwrap_or(written_from);
        self.hints
            .markers
            .get_or_insert_default()
            .extend(line.markers.iter().map(|range| place(range.start)..place(range.end)));
        for (at, (begins, origin)) in line.origins.iter().enumerate() {
            let end = line.origins.get(at + 1).map_or(self.text.len(), |(next, _)| place(*next));
            self.piece(place(*begins)..end, *origin, Some(0), notes);
        }
        for (range, content) in &line.unread {
            let range = place(range.start)..place(range.end);
            self.hints.unread.push(UnreadPlace { range, content: content.clone() });
        }
    }

    /// A space, where there is none yet.
    fn space(&mut self, from: usize) {
        if self.text.len() > from && !self.text.ends_with(' ') {
            self.text.push(' ');
        }
    }

    fn end_line(&mut self, from: usize, end: &str) {
        let bare = self.text.trim_end_matches([' ', '\t']).len().max(from);
        self.text.truncate(bare);
        match self.text.ends_with('\n') {
            true if end.len() == 1 => {}
            true => self.text.push('\n'),
            false => self.text.push_str(end),
        }
    }

    /// Writes some of the notes.
    fn notes(&mut self, some: &[ReadNote], notes: &[ReadNote]) {
        if some.is_empty() {
            return;
        }
        self.separate();
        self.text.push_str(RULE);
        self.text.push_str("\n\n");
        for (at, note) in some.iter().enumerate() {
            if at > 0 {
                self.text.push('\n');
            }
            let start = self.text.len();
            if let Some(label) = &note.called.label {
                let mark = note_mark(label);
                self.text.push_str(&mark);
                self.pieces.push(PlacedPiece {
                    text: start..self.text.len(),
                    part: DocumentPart::Note(Some(label.clone())),
                    paragraph: note.called.paragraph,
                    words_before: None,
                });
                self.text.push_str(if mark.starts_with('[') { ": " } else { " " });
            }
            for paragraph in note.lines.iter().flat_map(DocumentBlock::paragraphs) {
                self.space(start);
                self.paragraph(paragraph, notes, LineForm::Note);
            }
            self.text.truncate(self.text.trim_end().len());
            self.hints.notes.get_or_insert_default().push(start..self.text.len());
        }
    }

    /// Says what is known of the notes: nothing for certain where some were typed, with their marks.
    fn settle_notes(&mut self, notes: &[ReadNote]) {
        let typed = self.text.split('\n').any(|line| line.starts_with(is_superscript));
        let counted = notes.iter().filter(|note| note.called.label.is_some()).count();
        let lines =
            self.text.split('\n').filter(|line| line.starts_with(is_superscript) || line.starts_with("[^")).count();
        if notes.is_empty() || (typed && lines > counted) {
            self.hints.notes = None;
            self.hints.markers = None;
        }
        let markers = self.hints.markers.iter_mut().flatten();
        let end = self.text.len();
        for marker in markers {
            marker.end = marker.end.min(end);
        }
        self.hints.unread.sort_by_key(|unread| unread.range.start);
        for unread in &mut self.hints.unread {
            unread.range = unread.range.start.min(end)..unread.range.end.min(end);
            // What leaves no sign is told of at the words before it, or behind.
            if unread.range.is_empty() && !matches!(unread.content, UnreadContent::NotesByPage) {
                let at = unread.range.start;
                // A link's own words are behind.
                let is_link = matches!(unread.content, UnreadContent::LinkToFile(_));
                let own = first_word(&self.text, at);
                unread.range = if is_link && !own.is_empty() { own } else { word_at(&self.text, at) };
            }
        }
        self.pieces.sort_by_key(|piece| piece.text.start);
    }
}

/// Whether paragraphs are broken into lines that are paragraphs each, as in a document that was made of a PDF: then they are
/// no paragraphs, and where they begin is for the reader of drafts to find.
fn has_broken_lines(blocks: &[DocumentBlock]) -> bool {
    /// So many are no chance, if they are one in [`ONE_IN`].
    const LEAST: usize = 6;
    const ONE_IN: usize = 4;
    /// Where no capital tells where a sentence begins, lines are so long at least, in characters.
    const LONG: usize = 25;
    let goes_on = |pair: &[DocumentBlock]| {
        let [DocumentBlock::Paragraph(one), DocumentBlock::Paragraph(next)] = pair else { return None };
        let (words, behind) = (one.line.text.trim(), next.line.text.trim());
        let first = behind.chars().next().filter(|_| next.label.is_none())?;
        let breaks_off = words.ends_with(|c: char| c.is_alphanumeric() || c == '-');
        let has_case = first.is_lowercase() || first.is_uppercase();
        let long = words.chars().count() >= LONG;
        Some(breaks_off && long && if has_case { first.is_lowercase() } else { first.is_alphanumeric() })
    };
    let pairs: Vec<bool> = blocks.windows(2).filter_map(goes_on).collect();
    let broken = pairs.iter().filter(|goes_on| **goes_on).count();
    broken >= LEAST && broken * ONE_IN >= pairs.len()
}

/// The word that a place stands in or behind, else the next one.
fn word_at(text: &str, at: usize) -> Range<usize> {
    let before = text.get(..at).unwrap_or_default();
    let line = before.rfind('\n').map_or(0, |end| end + 1);
    let word_end = before.trim_end_matches([' ', '\t']).len();
    if word_end > line {
        let start = before.get(..word_end).and_then(|words| words.rfind(char::is_whitespace)).map_or(0, |at| at + 1);
        let start = (start..=word_end).find(|at| text.is_char_boundary(*at)).unwrap_or(word_end);
        return start..word_end;
    }
    first_word(text, at)
}

/// The first word behind a place.
fn first_word(text: &str, at: usize) -> Range<usize> {
    let rest = text.get(at..).unwrap_or_default();
    let start = at + (rest.len() - rest.trim_start().len());
    let length = text.get(start..).map_or(0, |rest| rest.find(char::is_whitespace).unwrap_or(rest.len()));
    start..start + length
}

/// Where the tabs stand that follow a label which was typed at the beginning of a line, if one was. Numbers of the United
/// Nations' own documents stand between tabs.
fn tab_behind_label(text: &str, first: usize) -> Option<Range<usize>> {
    let rest = text.get(first..)?;
    let tab = rest.find('\t')?;
    let label = rest.get(..tab)?.trim_end();
    let is_short = !label.is_empty() && label.chars().count() <= LONGEST_LABEL;
    let marked = label.ends_with(|c: char| !c.is_alphanumeric());
    let bare = label.chars().count() <= 4 && label.chars().all(char::is_alphanumeric);
    let spaced = label.split_whitespace().count() > 2;
    if !is_short || spaced || !(marked || bare) {
        return None;
    }
    let behind = rest.get(tab..)?;
    let length = behind.len() - behind.trim_start_matches(['\t', ' ']).len();
    Some(first + tab..first + tab + length)
}

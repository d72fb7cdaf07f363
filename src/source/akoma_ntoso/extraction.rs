//! The walk over a document's elements, and what is made of each.

use std::collections::HashSet;
use std::ops::Range;

use quick_xml::Reader;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesStart, Event};

use super::column::{Column, Gap, moved};
use crate::script::plain_superscript;
use crate::source::Hints;
use crate::source::note_mark::note_mark;

/// What is left in a note where its number stood in brackets.
const EMPTY_BRACKETS: &str = "()";

/// The line above the notes.
const RULE: &str = "_______________";

/// A note: its mark, and its words.
#[derive(Debug)]
struct ExtractedNote {
    label: String,
    mark: String,
    /// The tag that has the mark.
    tag: Range<usize>,
    words: Column,
    /// How many bytes of the words, from the first, are raised.
    raised: usize,
    only_raised: bool,
}

/// The text of one resolution among those of a document, with its notes.
#[derive(Debug, Default)]
struct Part {
    body: Column,
    /// Places in the body.
    labels: Vec<Range<usize>>,
    headings: Vec<Range<usize>>,
    markers: Vec<Range<usize>>,
    notes: Vec<ExtractedNote>,
}

/// What has been made of a document so far.
#[derive(Debug, Default)]
pub struct Extraction {
    done: Vec<Part>,
    part: Part,
    language: Option<String>,
    /// The elements that are open: of each, whether its number stands in a line above its heading.
    open: Vec<bool>,
    /// How many are open that are written line by line: a masthead, a closing.
    line_by_line: usize,
    /// How many are open that hold words.
    holding: usize,
    /// How many are open whose text is left out.
    hidden: usize,
    /// How many are open that raise what is in them.
    raised: usize,
    /// How many cells of tables are open.
    in_cell: usize,
    /// The notes whose elements are open.
    notes: Vec<ExtractedNote>,
    /// How many of them nothing calls.
    uncalled: usize,
    uncalled_notes: Vec<ExtractedNote>,
    /// Where the label or the heading begins whose element is open.
    begun: Option<usize>,
    /// A number was read whose paragraph has no words yet.
    numbered: Option<NumberedElement>,
    /// Words were read that stand in no element for words.
    loose: bool,
}

/// The element around a number.
#[derive(Debug, Clone, Copy)]
struct NumberedElement {
    /// How many elements are open while it is.
    depth: usize,
    /// Its number stands in a line above its heading.
    number_above: bool,
}

impl Extraction {
    /// Reads a document up to its end or to what is no XML.
    pub fn read(&mut self, source: &str) {
        // The parser doesn't count a byte-order mark.
        let first = source.len() - source.trim_start_matches('\u{feff}').len();
        let mut reader = Reader::from_str(source.get(first..).unwrap_or_default());
        // What isn't closed as it should be still has a text.
        reader.config_mut().check_end_names = false;
        loop {
            let at = place_of(&reader, first);
            let Ok(event) = reader.read_event() else { return };
            let end = place_of(&reader, first);
            match event {
                Event::Start(tag) => self.open(&tag, at..end),
                Event::Empty(tag) => {
                    self.open(&tag, at..end);
                    self.close(tag.local_name().as_ref());
                }
                Event::End(tag) => self.close(tag.local_name().as_ref()),
                Event::Text(_) => {
                    let words = source.get(at..end).unwrap_or_default();
                    let place = |offset: usize, c: char| at + offset..at + offset + c.len_utf8();
                    words.char_indices().for_each(|(offset, c)| self.write(c, place(offset, c)));
                }
                // Its characters are not written as others are, so it is one place.
                Event::CData(words) => words.chars().for_each(|c| self.write(c, at..end)),
                Event::GeneralRef(reference) => {
                    let known = match reference.resolve_char_ref() {
                        Ok(Some(c)) => Some(c),
                        _ => resolve_predefined_entity(&reference).and_then(|text| text.chars().next()),
                    };
                    known.into_iter().for_each(|c| self.write(c, at..end));
                }
                Event::Eof => return,
                _ => {}
            }
        }
    }

    fn open(&mut self, tag: &BytesStart<'_>, place: Range<usize>) {
        let name = tag.local_name();
        match name.as_ref() {
            "meta" => self.hidden += 1,
            "FRBRlanguage" if self.hidden > 0 && self.language.is_none() => {
                self.language = attribute(tag, "language");
            }
            "coverPage" | "conclusions" => {
                self.end_line();
                self.line_by_line += 1;
            }
            "p" | "crossHeading" | "listIntroduction" | "listWrapUp" => {
                self.begin_line();
                self.holding += 1;
            }
            "heading" | "subheading" | "num" => {
                if self.numbered.take_if(|numbered| numbered.number_above).is_some() {
                    self.end_line();
                }
                self.begin_line();
                self.holding += 1;
                if self.notes.is_empty() {
                    self.begun = Some(self.part.body.len());
                }
            }
            "authorialNote" => {
                let label = attribute(tag, "marker").unwrap_or_default();
                let mark = note_mark(&label);
                self.mark(&mark, &place);
                let words = Column::default();
                self.notes.push(ExtractedNote { label, mark, tag: place, words, raised: 0, only_raised: true });
            }
            // A note that nothing calls is said of the document.
            "note" if self.hidden > 0 => {
                let label = attribute(tag, "marker").unwrap_or_default();
                let mark = note_mark(&label);
                let words = Column::default();
                self.uncalled += 1;
                self.notes.push(ExtractedNote { label, mark, tag: place, words, raised: 0, only_raised: true });
            }
            "noteRef" => self.mark(&note_mark(&attribute(tag, "marker").unwrap_or_default()), &place),
            "sup" => self.raised += 1,
            "td" | "th" => self.in_cell += 1,
            "table" => self.end_line(),
            "tr" => self.end_row(),
            name if self.loose && !is_inline(name) => self.end_line(),
            _ => {}
        }
        self.open.push(name.as_ref() == "section");
    }

    fn close(&mut self, name: &str) {
        self.open.pop();
        match name {
            "meta" => self.hidden = self.hidden.saturating_sub(1),
            "coverPage" | "conclusions" => {
                self.line_by_line = self.line_by_line.saturating_sub(1);
                self.end_line();
            }
            "authorialNote" => {
                if let Some(mut note) = self.notes.pop() {
                    note.forget_mark();
                    self.part.notes.push(note);
                }
            }
            "note" if self.uncalled > 0 => {
                self.uncalled -= 1;
                if let Some(mut note) = self.notes.pop() {
                    note.forget_mark();
                    self.uncalled_notes.push(note);
                }
            }
            // A number stands in the line of its paragraph.
            "num" => {
                self.holding = self.holding.saturating_sub(1);
                if let Some(label) = self.ended() {
                    self.part.labels.push(label);
                    let number_above = self.open.last().copied().unwrap_or_default();
                    self.numbered = Some(NumberedElement { depth: self.open.len(), number_above });
                }
                self.column().part(Gap::Space);
            }
            // Some preambular paragraphs are cross-headings.
            "p" | "crossHeading" | "listIntroduction" | "listWrapUp" => {
                self.holding = self.holding.saturating_sub(1);
                self.end_line();
            }
            "heading" | "subheading" => {
                self.holding = self.holding.saturating_sub(1);
                let heading = self.ended();
                self.part.headings.extend(heading);
                self.end_line();
            }
            // In a note, which is one line, it is a space.
            "eol" if self.notes.is_empty() && self.in_cell == 0 => self.part.body.part(Gap::Line),
            "eol" => self.column().part(Gap::Space),
            "sup" => self.raised = self.raised.saturating_sub(1),
            "td" | "th" => {
                self.in_cell = self.in_cell.saturating_sub(1);
                match self.notes.is_empty() {
                    true => self.part.body.end_cell(),
                    false => self.column().part(Gap::Space),
                }
            }
            "tr" => self.end_row(),
            "table" => self.end_line(),
            "statement" => self.done.push(std::mem::take(&mut self.part)),
            name if self.loose && !is_inline(name) => self.end_line(),
            _ => {}
        }
        // A paragraph that is only a number is a line.
        if self.numbered.take_if(|numbered| self.open.len() < numbered.depth).is_some() {
            self.end_line();
        }
    }

    /// The label or the heading whose element ends.
    fn ended(&mut self) -> Option<Range<usize>> {
        let begun = if self.notes.is_empty() { self.begun.take() } else { None };
        begun.and_then(|begun| self.part.body.since(begun))
    }

    /// Begins a line with what comes next, or goes on behind its number.
    fn begin_line(&mut self) {
        if self.numbered.take().is_none() {
            self.end_line();
        }
    }

    /// What comes next begins a line; in a note and in a cell, which are one line each, it is another word.
    fn end_line(&mut self) {
        self.loose = false;
        let gap = match () {
            () if !self.notes.is_empty() || self.in_cell > 0 => Gap::Space,
            () if self.line_by_line > 0 => Gap::Line,
            () => Gap::Paragraph,
        };
        self.column().part(gap);
    }

    /// What comes next stands in another row of a table.
    fn end_row(&mut self) {
        let gap = if self.notes.is_empty() { Gap::Line } else { Gap::Space };
        self.column().part(gap);
    }

    /// Writes the mark that calls a note.
    fn mark(&mut self, mark: &str, tag: &Range<usize>) {
        if self.hidden > 0 {
            return;
        }
        self.column().join_broken();
        let before = self.column().len();
        self.column().push_all(mark, tag);
        if self.notes.is_empty() {
            self.part.markers.extend(self.part.body.since(before));
        }
    }

    fn write(&mut self, c: char, place: Range<usize>) {
        if self.hidden > 0 && self.uncalled == 0 {
            return;
        }
        if self.holding == 0 && !c.is_whitespace() {
            self.loose = true;
            self.numbered = None;
        }
        let is_raised = self.raised > 0 || plain_superscript(c).is_some();
        self.column().push(c, place);
        if let Some(note) = self.notes.last_mut().filter(|_| !c.is_whitespace()) {
            note.only_raised &= is_raised;
            if note.only_raised {
                note.raised = note.words.len();
            }
        }
    }

    fn column(&mut self) -> &mut Column {
        self.notes.last_mut().map_or(&mut self.part.body, |note| &mut note.words)
    }

    /// The text of all that was read, and what is known of it.
    pub fn finish(self) -> (Column, Hints) {
        let Extraction { mut done, mut part, notes, uncalled_notes, language, .. } = self;
        // Of a damaged file.
        part.notes.extend(notes);
        done.push(part);
        let mut hints = Hints { language, paragraph_a_line: true, ..Hints::default() };
        let mut seen = HashSet::new();
        let begin_anew = done.iter().any(|part| {
            let labels: Vec<&str> = part.notes.iter().map(|note| note.label.as_str()).collect();
            let again = labels.iter().any(|label| seen.contains(label));
            seen.extend(labels);
            again
        });
        let mut column = Column::default();
        let mut notes = Vec::new();
        for part in done {
            let before = column.append(part.body, Gap::Paragraph);
            let places = |ranges: Vec<Range<usize>>| ranges.into_iter().map(move |range| moved(&range, before));
            hints.labels.extend(places(part.labels));
            hints.headings.extend(places(part.headings));
            hints.markers.get_or_insert_default().extend(places(part.markers));
            notes.extend(part.notes);
            if begin_anew {
                write_notes(&mut column, std::mem::take(&mut notes), &mut hints);
            }
        }
        for note in uncalled_notes {
            // Before the first of the others with a higher number.
            let number = |note: &ExtractedNote| note.label.parse::<u32>().ok();
            let place = notes.iter().position(|other| number(other) > number(&note) && number(&note).is_some());
            notes.insert(place.unwrap_or(notes.len()), note);
        }
        write_notes(&mut column, notes, &mut hints);
        hints.markers = hints.markers.filter(|_| hints.notes.is_some());
        (column, hints)
    }
}

impl ExtractedNote {
    /// Leaves out the note's own mark where its words begin with it, raised, or with the brackets that were around it.
    fn forget_mark(&mut self) {
        let words = self.words.text().get(..self.raised).unwrap_or_default();
        let plain = words.chars().map(|c| plain_superscript(c).unwrap_or(c));
        if !words.is_empty() && plain.eq(self.label.chars()) {
            self.words.drop_front(self.raised);
        }
        // In Arabic the brackets around it stay, empty.
        if self.words.text().starts_with(EMPTY_BRACKETS) {
            self.words.drop_front(EMPTY_BRACKETS.len());
        }
    }
}

/// Writes notes below a rule, a line each.
fn write_notes(column: &mut Column, notes: Vec<ExtractedNote>, hints: &mut Hints) {
    if notes.is_empty() {
        return;
    }
    column.push_line(RULE, Gap::Paragraph);
    for note in notes {
        column.part(Gap::Line);
        let before = column.len();
        column.push_all(&note.mark, &note.tag);
        column.append(note.words, Gap::Space);
        hints.notes.get_or_insert_default().extend(column.since(before));
    }
    column.part(Gap::Paragraph);
}

/// Whether an element stands in a line of words, wherever that is.
fn is_inline(name: &str) -> bool {
    matches!(
        name,
        "a" | "ref" | "rref" | "mref" | "span" | "inline" | "b" | "i" | "u" | "sup" | "sub" | "ins" | "del" | "img"
    )
}

/// The byte of a file that is read next, of which so many bytes stand before what the parser has.
fn place_of(reader: &Reader<&[u8]>, before: usize) -> usize {
    usize::try_from(reader.buffer_position()).map_or(usize::MAX, |at| at.saturating_add(before))
}

/// The value of an element's attribute.
fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let attribute = tag.try_get_attribute(name).ok().flatten()?;
    Some(attribute.value.into_owned())
}

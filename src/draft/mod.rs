//! Text made structure.
//!
//! [`Draft::read`] takes a draft's text, whatever its layout and language, and gives its parts with their
//! places. Reading never fails. All places are byte ranges of the text that was read, on character
//! boundaries.

mod bare;
mod blocks;
pub mod citation;
pub mod flow;
mod identity;
mod instruments;
mod label;
mod layout;
mod lines;
mod marks;
mod memory;
mod moving;
mod notes;
mod page;
mod parts;
mod starter;
mod structure;

pub use flow::Flow;
pub use memory::Memory;
pub use parts::Part;

use std::ops::Range;

use crate::language::{self, Language};
use crate::symbol::{Malformed, Organ, Symbol};

/// What was read of one draft.
#[derive(Debug)]
pub struct Draft {
    /// The language of the first part.
    pub language: &'static Language,
    /// The parts in several languages that the file holds, one after the other; most hold one.
    pub parts: Vec<Part>,
    /// How the text is laid out.
    pub layout: Layout,
    /// The organ whose resolution it is, by its organ line, else by its own symbol.
    pub organ: Option<Organ>,
    /// The draft's own symbol, from the masthead or from its number and title.
    pub symbol: Option<Symbol>,
    /// The title, without its number.
    pub title: Option<Title>,
    /// When it was adopted, from the adoption line or the closing.
    pub adopted: Option<Date>,
    /// Everything that is neither paragraph nor note, in order.
    pub elements: Vec<Element>,
    /// Preambular and operative paragraphs and subparagraphs, in order.
    pub paragraphs: Vec<Paragraph>,
    /// Footnote markers in the text, in order.
    pub markers: Vec<Marker>,
    /// Footnotes, in order.
    pub notes: Vec<Note>,
    /// Cited instruments and document symbols, in order, those in notes included, and those that were meant where a
    /// symbol is misspelt.
    pub citations: Vec<Citation>,
    /// References to paragraphs, of this draft or of a cited instrument, in order.
    pub references: Vec<Reference>,
    /// What was meant as a document symbol and isn't one, in order.
    pub malformed: Vec<MalformedSymbol>,
}

/// How a text is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layout {
    /// A paragraph a line or a block.
    Clean,
    /// Text out of a PDF: lines broken at the page's width, notes at the foot of each page.
    Page,
}

/// A calendar date. It may be impossible (31 November), because drafts say such things.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    pub year: u16,
    /// 1 to 12.
    pub month: u8,
    pub day: u8,
}

/// The title of the resolution.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Title {
    /// The title in the draft, without its number.
    pub range: Range<usize>,
    /// The title in one line.
    pub text: String,
    /// The number before it (`63/195.`), where there is one.
    pub number: Option<Range<usize>>,
}

/// A part of the draft that is no paragraph and no note.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Element {
    pub kind: ElementKind,
    pub range: Range<usize>,
}

/// What an [`Element`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ElementKind {
    /// A line of the masthead: organization, symbol, session, agenda item and so on.
    Masthead,
    /// `Resolution adopted by the General Assembly on …`.
    Adoption,
    /// The bracketed line after it: `[on the report of the Third Committee (A/63/431)]`.
    Origin,
    /// The number and title, whole.
    Title,
    /// `The General Assembly,`.
    OrganLine,
    /// A section's heading, numbered with Roman numerals or without a number.
    Section,
    /// A part's letter in a composite resolution (`A`, `B`).
    Part,
    /// `Annex`, `Annex I`.
    Annex,
    /// The meeting and the date at the end.
    Closing,
}

/// What a paragraph is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ParagraphKind {
    Preambular,
    Operative,
    Sub,
}

/// A paragraph of the draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paragraph {
    pub kind: ParagraphKind,
    /// From its label, or its first word, to the end of its text; its subparagraphs are paragraphs of
    /// their own.
    pub range: Range<usize>,
    pub label: Option<Label>,
    /// 0 for preambular and operative paragraphs, 1 for `(a)`, 2 for `(i)` and so on.
    pub level: u8,
    /// Which run of numbering it belongs to, counted from 0. A new run begins where numbers rightly start
    /// again: after a section's or a part's heading, an annex, an embedded instrument.
    pub run: u32,
    /// For a subparagraph, the index of the paragraph that it is under.
    pub parent: Option<usize>,
}

/// A paragraph's label.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// The label with its punctuation (`12.`, `(a)`).
    pub range: Range<usize>,
    /// The label as written, evened out.
    pub text: String,
    pub value: LabelValue,
    /// It takes no place in the count: an alternative to the paragraph of its number (`5 alt`, the second of
    /// `[5. …] [5. …]`), or a letter's insertion (`(a) bis`).
    pub uncounted: bool,
    /// It is not written as labels are, and its place alone tells what it is: `4,`, `4)`, `ll.`.
    pub irregular: bool,
}

/// What a label counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LabelValue {
    /// `12`, and `12 bis` with `insertion` 2, `ter` 3 and so on (0: none).
    Number { number: u32, insertion: u8 },
    /// The place of a letter in its alphabet, from 1; `(aa)` follows the last letter.
    Letter(u32),
    /// A Roman numeral, or a second-level number in another system (`㈠`, `’1‘`), from 1.
    Roman(u32),
}

/// A footnote marker in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Marker {
    /// The number, in ASCII digits.
    pub label: String,
    /// The mark, without brackets of its own.
    pub range: Range<usize>,
}

/// A footnote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// The number, in ASCII digits.
    pub label: String,
    /// The number before the text.
    pub label_range: Range<usize>,
    /// Number and text.
    pub range: Range<usize>,
    /// The text, in one line.
    pub text: String,
}

/// A cited instrument, or a document symbol.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Citation {
    pub symbol: Symbol,
    /// The number as it stands (`62/175`, `1325 (2000)`, `A/63/431`).
    pub range: Range<usize>,
    pub kind: CitationKind,
    /// The date that the draft gives it, and where.
    pub date: Option<(Date, Range<usize>)>,
    /// The title that the draft quotes for it (`entitled “…”`), and where.
    pub title: Option<(String, Range<usize>)>,
    /// Whether it stands in a note.
    pub in_note: bool,
    /// Whether it stands before the resolution itself, where a document tells its own symbol and those of the
    /// draft and the report that it comes from.
    pub in_masthead: bool,
}

/// How an instrument is cited.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CitationKind {
    /// `resolution 62/175`.
    Resolution,
    /// `decision 60/551 B`.
    Decision,
    /// A document symbol as such, `A/63/431`.
    Document,
}

/// A reference to a paragraph: `paragraph 12 above`, `第62/175号决议第3段`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// The number as it stands, with subparagraph labels (`12`, `6 (c)`).
    pub range: Range<usize>,
    /// The operative paragraph's number.
    pub paragraph: u32,
    /// Subparagraph labels after it, without brackets (`c`).
    pub subparagraphs: Vec<String>,
    /// Whose paragraph it is.
    pub of: ReferenceTarget,
}

/// Whose paragraph is meant by a [`Reference`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReferenceTarget {
    /// This draft's: `above`, `below`, `of the present resolution`.
    ThisDraft,
    /// That of the citation with this index in [`Draft::citations`].
    Citation(usize),
    /// Somebody else's, which cannot be followed.
    Elsewhere,
}

/// What was meant as a document symbol and isn't one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MalformedSymbol {
    pub range: Range<usize>,
    pub malformed: Malformed,
}

impl Draft {
    /// Reads a draft. Never fails: whatever the text, there is a structure, and its places are valid.
    pub fn read(text: &str) -> Draft {
        Draft::read_parts(text, None)
    }

    /// Reads a draft that was read before, perhaps in another version: what the memory holds of that reading is not
    /// worked out again. The draft is the one that [`Draft::read`] gives.
    pub fn read_again(text: &str, memory: &mut Memory) -> Draft {
        memory.begin();
        let draft = Draft::read_parts(text, Some(memory));
        memory.end();
        draft
    }

    fn read_parts(text: &str, mut memory: Option<&mut Memory>) -> Draft {
        let most = language::detect(text);
        let lines = lines::lines(text);
        let first = parts::first_language(text, &lines, most);
        let further = parts::further_parts(text, &lines, first);
        let Some(&(end, _)) = further.first() else {
            return Draft::read_part(text, lines, first, memory);
        };
        let head = &text[..end];
        let mut draft = Draft::read_part(head, lines::lines(head), first, memory.as_deref_mut());
        let mut runs = draft.runs();
        for (i, &(start, language)) in further.iter().enumerate() {
            let end = further.get(i + 1).map_or(text.len(), |(next, _)| *next);
            let part = &text[start..end];
            let part = Draft::read_part(part, lines::lines(part), language, memory.as_deref_mut());
            let more = part.runs();
            draft.append(part, start, runs);
            runs += more;
        }
        draft
    }

    /// The language of the text at a byte offset.
    pub fn language_at(&self, offset: usize) -> &'static Language {
        self.parts.get(self.part_at(offset)).map_or(self.language, |part| part.language)
    }

    /// The index of the part that a byte offset is in.
    pub fn part_at(&self, offset: usize) -> usize {
        self.parts.partition_point(|part| part.range.start <= offset).saturating_sub(1)
    }

    /// The note that a marker calls, in the marker's own part.
    pub fn note_of(&self, marker: &Marker) -> Option<&Note> {
        let part = self.part_at(marker.range.start);
        self.notes.iter().find(|note| note.label == marker.label && self.part_at(note.label_range.start) == part)
    }

    fn read_part(
        text: &str,
        lines: Vec<lines::Line>,
        language: &'static Language,
        memory: Option<&mut Memory>,
    ) -> Draft {
        let shape = layout::shape(text, &lines, language);
        let page = page::sort(text, &shape, language, lines);
        let raw_notes = notes::notes(text, &page, language);
        let plain = !shape.double_spaced && raw_notes.iter().any(|note| note.form == notes::NoteForm::Plain);
        let bare = plain.then(|| bare::bare_markers(text, &page, &raw_notes, language));
        let mut marks = marks::Marks::new(&raw_notes, bare);
        let blocks = blocks::blocks(text, &page, &shape, language, &mut marks);
        let structure = structure::structure(text, &blocks, language);
        let own = identity::identity(text, &page, &blocks, &structure, language);
        let organ = structure.organ.or_else(|| own.symbol.as_ref().and_then(Symbol::organ));
        let masthead_end = masthead_end(&structure);
        let found = instruments::instruments(text, &blocks, &raw_notes, language, organ, masthead_end, memory);
        Draft {
            language,
            parts: vec![Part { range: 0..text.len(), language }],
            layout: if shape.wrapped { Layout::Page } else { Layout::Clean },
            organ,
            symbol: own.symbol,
            title: structure.title,
            adopted: own.adopted,
            elements: structure.elements,
            paragraphs: structure.paragraphs,
            markers: marks.markers,
            notes: raw_notes.iter().map(|raw| note(text, raw)).collect(),
            citations: found.citations,
            references: found.references,
            malformed: found.malformed,
        }
    }
}

/// Where the masthead, the adoption line and the line of origin end.
fn masthead_end(structure: &structure::Structure) -> usize {
    let head = |kind| matches!(kind, ElementKind::Masthead | ElementKind::Adoption | ElementKind::Origin);
    structure.elements.iter().take_while(|e| head(e.kind)).map(|e| e.range.end).last().unwrap_or(0)
}

fn note(text: &str, raw: &notes::RawNote) -> Note {
    let mut flow = Flow::default();
    raw.flow_into(text, &mut flow);
    let end = raw.pieces.iter().map(|p| p.end).filter(|end| *end > raw.label_range.end).max();
    Note {
        label: raw.label.clone(),
        label_range: raw.label_range.clone(),
        range: raw.label_range.start..end.unwrap_or(raw.label_range.end),
        text: flow.text.trim().to_owned(),
    }
}

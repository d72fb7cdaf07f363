//! Text made structure.
//!
//! [`Draft::read`] takes a draft's text, whatever its layout and language, and gives its parts with their
//! places. Reading never fails. All places are byte ranges of the text that was read, on character
//! boundaries.

mod anchors;
pub(crate) mod bare_markers;
mod blocks;
pub mod citation;
mod citation_cache;
mod counts;
pub mod edit;
pub mod figures;
mod format_hints;
mod identity;
pub mod incremental;
mod instruments;
mod kept_structure;
pub mod label;
mod layout;
mod line_facts;
pub(crate) mod line_kind;
mod lines;
mod listed_notes;
mod margin_numbers;
mod marker_finder;
pub mod normalized_text;
mod note_insertion;
mod notes;
mod openings;
mod page;
pub mod part_layout;
mod parts;
mod passage;
mod read_as;
mod reader;
mod rebase;
pub mod reference;
mod structure;

pub use crate::source::{UnreadContent, UnreadPlace};
pub use anchors::is_arrow;
pub use citation_cache::CitationCache;
pub use counts::DraftCounts;
pub use edit::Edit;
pub use incremental::IncrementalDraft;
pub use lines::{TextEnding, closing};
pub use normalized_text::NormalizedText;
pub use note_insertion::{MarkNotation, NoteInsertion, UNWRITTEN};
pub use openings::opening_words;
pub use part_layout::PartLayout;
pub use parts::LanguagePart;
pub use passage::{Passage, PassageOf};
pub use read_as::ReadAs;
pub use reference::ReferenceResolver;

use std::ops::Range;

use crate::language::Language;
use crate::messages::CalendarDay;
use crate::symbol::{Malformed, Organ, Symbol};

/// What was read of one draft.
#[derive(Debug, Clone)]
pub struct Draft {
    /// The language of the first part.
    pub language: &'static Language,
    /// The parts in several languages that the file holds, one after the other; most hold one.
    pub parts: Vec<LanguagePart>,
    /// How the text is laid out.
    pub layout: Layout,
    /// What was said of it beside its text.
    pub read_as: ReadAs,
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
    /// The running text of paragraphs and elements, block by block, in order.
    pub passages: Vec<Passage>,
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
    /// What its file holds and could not be made text, in order, as the format of the file tells.
    pub unread: Vec<UnreadPlace>,
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
    /// The year of the Common Era.
    pub year: u16,
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31.
    pub day: u8,
}

impl Date {
    /// As ISO 8601 writes it: `2037-12-03`. An impossible one is written as it stands.
    pub fn iso(self) -> String {
        format!("{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }

    /// A date that ISO 8601 writes so.
    pub fn from_iso(text: &str) -> Option<Date> {
        let mut numbers = text.splitn(3, '-');
        let year = numbers.next().filter(|year| year.len() == 4)?.parse().ok()?;
        let month = numbers.next()?.parse().ok()?;
        let day = numbers.next()?.parse().ok()?;
        Some(Date { year, month, day })
    }
}

impl From<Date> for CalendarDay {
    fn from(Date { year, month, day }: Date) -> CalendarDay {
        CalendarDay { year, month, day }
    }
}

impl Date {
    /// Whether the calendar has it.
    pub fn is_possible(self) -> bool {
        (1..=self.days_of_month()).contains(&self.day)
    }

    /// How many days its month has; none if there is no such month.
    pub fn days_of_month(self) -> u8 {
        let leap = self.year.is_multiple_of(4) && (!self.year.is_multiple_of(100) || self.year.is_multiple_of(400));
        match self.month {
            4 | 6 | 9 | 11 => 30,
            2 => 28 + u8::from(leap),
            1..=12 => 31,
            _ => 0,
        }
    }
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
    /// What it is.
    pub kind: ElementKind,
    /// Its bytes in the draft.
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
    /// A paragraph of the preamble.
    Preambular,
    /// An operative paragraph.
    Operative,
    /// A subparagraph, of either part.
    Sub,
}

/// A paragraph of the draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paragraph {
    /// What kind of paragraph it is.
    pub kind: ParagraphKind,
    /// From its label, or its first word, to the end of its text; its subparagraphs are paragraphs of
    /// their own.
    pub range: Range<usize>,
    /// Its label, where it has one.
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
    /// The label with its punctuation (`12.`, `(a)`). Empty, at the paragraph's beginning, where the label stands
    /// somewhere else, as a converter writes it that reads labels as a column.
    pub range: Range<usize>,
    /// The label as written, evened out.
    pub text: String,
    /// Which number, letter or numeral it is.
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
    Number {
        /// The number itself.
        number: u32,
        /// Which paragraph put in behind that number: 2 for `bis`, 3 for `ter`, 0 for none.
        insertion: u8,
    },
    /// The place of a letter in its alphabet, from 1; `(aa)` follows the last letter.
    Letter(u32),
    /// A Roman numeral, or a second-level number in another system (`㈠`, `’1‘`), from 1.
    Roman(u32),
}

/// A footnote marker in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Marker {
    /// The number, in ASCII digits, or the name that Markdown allows.
    pub label: String,
    /// The mark, without brackets of its own.
    pub range: Range<usize>,
}

/// A footnote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// The number, in ASCII digits, or the name that Markdown allows.
    pub label: String,
    /// The number before the text.
    pub label_range: Range<usize>,
    /// Number and text.
    pub range: Range<usize>,
    /// The text, in one line.
    pub text: String,
    /// Its running text: pieces of the draft, without furniture.
    pub pieces: Vec<Range<usize>>,
    /// Where its text ends is certain. On a page the next note or the end of the page shows it; another note may go on
    /// elsewhere, or hold what is not its own.
    pub is_closed: bool,
}

/// A cited instrument, or a document symbol.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Citation {
    /// What is cited.
    pub symbol: Symbol,
    /// The number as it stands (`62/175`, `1325 (2000)`, `A/63/431`).
    pub range: Range<usize>,
    /// How it is cited.
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
    /// The operative paragraph's number. `None` where labels stand alone (`subparagraph (b) above`): then a subparagraph
    /// of a list is meant that the reference stands in or under.
    pub paragraph: Option<u32>,
    /// Which insertion after that number is meant: `4 bis` 2, `4 ter` 3 and so on (0: none).
    pub insertion: u8,
    /// The number alone, with its insertion. `None` where it does not stand here: `(b)` in `6 (a) and (b)`.
    pub number: Option<Range<usize>>,
    /// Subparagraph labels after it, outermost first.
    pub subparagraphs: Vec<SubLabel>,
    /// It is the last of a range that the reference before it begins: the 7 of `3 to 7`.
    pub ends_range: bool,
    /// Whose paragraph it is.
    pub of: ReferenceTarget,
}

impl Reference {
    /// The same with other places, such as those of the draft for those of a flow.
    pub(crate) fn mapped(self, place: impl Fn(Range<usize>) -> Range<usize>) -> Reference {
        let label = |label: SubLabel| SubLabel { range: place(label.range), ..label };
        Reference {
            range: place(self.range),
            number: self.number.map(&place),
            subparagraphs: self.subparagraphs.into_iter().map(label).collect(),
            ..self
        }
    }
}

/// A subparagraph's label in a [`Reference`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SubLabel {
    /// Without brackets (`c`).
    pub text: String,
    /// Where it stands, without brackets.
    pub range: Range<usize>,
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
    /// Its bytes in the draft.
    pub range: Range<usize>,
    /// What is wrong with it.
    pub malformed: Malformed,
}

impl Draft {
    /// A draft of `length` bytes in which nothing was read.
    pub(crate) fn empty(language: &'static Language, length: usize) -> Draft {
        Draft {
            language,
            parts: vec![LanguagePart { range: 0..length, language }],
            layout: Layout::Clean,
            read_as: ReadAs::default(),
            organ: None,
            symbol: None,
            title: None,
            adopted: None,
            elements: Vec::new(),
            paragraphs: Vec::new(),
            passages: Vec::new(),
            markers: Vec::new(),
            notes: Vec::new(),
            citations: Vec::new(),
            references: Vec::new(),
            malformed: Vec::new(),
            unread: Vec::new(),
        }
    }

    /// Whether anything in its text says that it is a resolution: an organ line, a symbol or a resolution's number of its
    /// own, a label, or words that paragraphs open with.
    pub fn has_sign_of_a_resolution(&self, text: &str) -> bool {
        let sign = |element: &Element| matches!(element.kind, ElementKind::OrganLine | ElementKind::Adoption);
        let opens = |paragraph: &Paragraph| {
            let words = text.get(paragraph.range.clone()).unwrap_or_default();
            line_kind::opens_as_known(words, self.language_at(paragraph.range.start))
        };
        self.symbol.is_some()
            || self.elements.iter().any(sign)
            || self.title.as_ref().is_some_and(|title| title.number.is_some())
            || self.paragraphs.iter().any(|paragraph| paragraph.label.is_some() || opens(paragraph))
    }

    /// The language of the text at a byte offset.
    pub fn language_at(&self, offset: usize) -> &'static Language {
        self.parts.get(self.part_at(offset)).map_or(self.language, |part| part.language)
    }

    /// The elements that begin in a range of bytes.
    pub fn elements_in(&self, range: &Range<usize>) -> &[Element] {
        let place = |byte: usize| self.elements.partition_point(|element| element.range.start < byte);
        self.elements.get(place(range.start)..place(range.end)).unwrap_or_default()
    }

    /// The citations that begin in a range of bytes, its masthead's included.
    pub fn citations_in(&self, range: &Range<usize>) -> &[Citation] {
        let place = |byte: usize| self.citations.partition_point(|citation| citation.range.start < byte);
        self.citations.get(place(range.start)..place(range.end)).unwrap_or_default()
    }

    /// The index of the part that a byte offset is in.
    pub fn part_at(&self, offset: usize) -> usize {
        self.parts.partition_point(|part| part.range.start <= offset).saturating_sub(1)
    }

    /// What it cites, in order: all citations but its own symbol in its masthead.
    pub fn cited(&self) -> impl Iterator<Item = &Citation> {
        self.citations.iter().filter(|cited| !(cited.in_masthead && self.symbol.as_ref() == Some(&cited.symbol)))
    }

    /// The note that a marker calls, in the marker's own part.
    pub fn note_of(&self, marker: &Marker) -> Option<&Note> {
        let part = self.part_at(marker.range.start);
        self.notes.iter().find(|note| note.label == marker.label && self.part_at(note.label_range.start) == part)
    }
}

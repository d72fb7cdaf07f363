//! The passes over a text that make it a draft, in their order.

use std::collections::HashSet;
use std::ops::Range;

use super::blocks::Block;
use super::instruments::CitedInstruments;
use super::layout::OrganLines;
use super::lines::DraftLine;
use super::marker_finder::MarkerFinder;
use super::notes::{NoteForm, RawNote};
use super::page::StarCalls;
use super::part_layout::PartLayout;
use super::structure::Structure;
use super::{CitationCache, Draft, ElementKind, LanguagePart, Layout, Marker, NormalizedText, Note, ReadAs};
use super::{
    bare_markers, blocks, identity, instruments, layout, listed_notes, margin_numbers, notes, page, parts, structure,
};
use crate::language::{self, Language};
use crate::symbol::{Organ, Symbol};

impl Draft {
    /// Reads a draft. Never fails: whatever the text, there is a structure, and its places are valid.
    pub fn read(text: &str) -> Draft {
        Draft::read_as(text, ReadAs::default())
    }

    /// Reads a draft of which something is known beside its text.
    pub fn read_as(text: &str, read_as: ReadAs) -> Draft {
        let most = read_as.language.unwrap_or_else(|| language::detect(text));
        Draft::read_parts(text, (margin_numbers::without(text), most), read_as, None).0
    }

    /// Reads a draft that was read before, perhaps in another version: of its lines, and of what the memory holds of that
    /// reading, what is known is not worked out again. `most` is the language that most of it is in. The draft is the one
    /// that [`Draft::read_as`] gives; its lines are given back.
    pub(super) fn read_again(
        text: &str,
        lines: (Vec<DraftLine>, &'static Language),
        read_as: ReadAs,
        memory: &mut CitationCache,
    ) -> (Draft, Vec<DraftLine>) {
        memory.begin();
        let read = Draft::read_parts(text, lines, read_as, Some(memory));
        memory.end();
        read
    }

    /// Reads what a text is, of its first part, from the beginning of it: symbol, title, organ, date and language. What
    /// it cites, which takes most of the time, is not looked for.
    pub fn read_head(text: &str) -> Draft {
        let lines = margin_numbers::without(text);
        let first = parts::first_language(text, &lines, language::detect(text));
        let end = parts::further_parts(text, &lines, first).first().map_or(text.len(), |(start, _)| *start);
        let head = &text[..end];
        let lines = if end == text.len() { lines } else { margin_numbers::without(head) };
        Draft::read_lines(head, lines, (first, None), |_| CitedInstruments::default()).0
    }

    fn read_parts(
        text: &str,
        (lines, most): (Vec<DraftLine>, &'static Language),
        read_as: ReadAs,
        mut memory: Option<&mut CitationCache>,
    ) -> (Draft, Vec<DraftLine>) {
        let layout = read_as.layout;
        let (first, further) = match read_as.language {
            Some(language) => (language, Vec::new()),
            None => {
                let first = parts::first_language(text, &lines, most);
                (first, parts::further_parts(text, &lines, first))
            }
        };
        let Some(&(end, _)) = further.first() else {
            let (draft, lines) = Draft::read_part(text, lines, (first, layout), memory);
            return (Draft { read_as, ..draft }, lines);
        };
        let mut read = |text: &str, language: &'static Language| {
            Draft::read_part(text, margin_numbers::without(text), (language, layout), memory.as_deref_mut()).0
        };
        let mut draft = Draft { read_as, ..read(&text[..end], first) };
        let mut runs = draft.runs();
        for (i, &(start, language)) in further.iter().enumerate() {
            let end = further.get(i + 1).map_or(text.len(), |(next, _)| *next);
            let part = read(&text[start..end], language);
            let more = part.runs();
            draft.append(part, start, runs);
            runs += more;
        }
        (draft, lines)
    }

    fn read_part(
        text: &str,
        lines: Vec<DraftLine>,
        spoken: PartLanguage,
        memory: Option<&mut CitationCache>,
    ) -> (Draft, Vec<DraftLine>) {
        Draft::read_lines(text, lines, spoken, |lexed: CitationScope<'_>| {
            instruments::instruments(text, lexed.blocks, lexed.notes, spoken.0, lexed.organ, memory)
        })
    }

    /// Makes a draft of lines, with what `cited` finds in its blocks and notes.
    fn read_lines(
        text: &str,
        lines: Vec<DraftLine>,
        (language, layout): PartLanguage,
        cited: impl FnOnce(CitationScope<'_>) -> CitedInstruments,
    ) -> (Draft, Vec<DraftLine>) {
        let PartLayout { layout, page, blocks, notes, markers, .. } = compose(text, lines, language, layout);
        let (blocks, notes) = (&blocks, &notes);
        let parts = LexedText { text, language, layout, symbol: page.symbol, blocks, notes, markers };
        let draft = parts.assemble(|organ| cited(CitationScope { blocks, notes, organ }));
        (draft, page.lines)
    }
}

/// The language of a part, and its layout where it is known beforehand.
type PartLanguage = (&'static Language, Option<Layout>);

/// Puts the lines of a text in one language together. Its layout is judged unless it is known beforehand.
pub fn compose(text: &str, lines: Vec<DraftLine>, language: &'static Language, layout: Option<Layout>) -> PartLayout {
    let organ_lines = OrganLines::of(text, &lines, language);
    let shape = layout::shape(text, &lines, organ_lines.first, layout);
    let mut page = page::sort(text, &shape, language, lines, (Some(organ_lines), StarCalls::of(text)));
    let listed = if shape.wrapped { None } else { listed_notes::mark(text, &mut page, language) };
    let mut notes = notes::notes(text, &page, language, shape.width);
    if let Some(form) = listed {
        notes.iter_mut().for_each(|note| note.form = form);
    }
    // On a page whose notes are gone, what called them may still stand there.
    let plain = notes.iter().any(|note| note.form == NoteForm::Plain) || (shape.wrapped && notes.is_empty());
    let bare = plain.then(|| bare_markers::bare_markers(text, &page, &notes, language, shape.width));
    let bare = bare.filter(|bare| !shape.double_spaced || calls_most(text, bare.values(), &notes));
    let numbers = numbers(&notes);
    let mut marks = MarkerFinder::new(&numbers, brackets(&notes), bare);
    marks.never_bare = !notes.is_empty() && notes.iter().all(|note| note.form != NoteForm::Plain);
    let blocks = blocks::blocks(text, &page, &shape, language, &mut marks);
    let markers = marks.markers;
    let layout = if shape.wrapped { Layout::Page } else { Layout::Clean };
    PartLayout { at: 0, language, layout, width: shape.width, page, blocks, notes, markers }
}

/// Whether most notes are called by numbers inside of lines. In double-spaced text a bare marker mostly has a line of its own.
fn calls_most<'a>(text: &str, bare: impl Iterator<Item = &'a Range<usize>>, notes: &[RawNote]) -> bool {
    let inside = |range: &&Range<usize>| {
        let line = text.get(..range.start).and_then(|before| before.rsplit(['\n', '\r']).next());
        line.is_some_and(|before| !before.trim().is_empty())
    };
    let called: HashSet<&str> = bare.filter(inside).filter_map(|range| text.get(range.clone())).collect();
    let of = notes.iter().filter(|note| called.contains(note.label.as_str())).count();
    of > 0 && of * 3 >= notes.len() * 2
}

/// Where citations are looked for.
struct CitationScope<'a> {
    blocks: &'a [Block],
    notes: &'a [RawNote],
    /// Whose draft it is.
    organ: Option<Organ>,
}

/// What the lines of a text have been made into, before its structure is known.
pub struct LexedText<'a> {
    pub text: &'a str,
    pub language: &'static Language,
    pub layout: Layout,
    /// The place of the draft's own symbol in the masthead.
    pub symbol: Option<Range<usize>>,
    pub blocks: &'a [Block],
    pub notes: &'a [RawNote],
    pub markers: Vec<Marker>,
}

impl LexedText<'_> {
    /// Makes a draft of it. `cited` tells what it cites, once it is known whose draft it is.
    pub fn assemble(self, cited: impl FnOnce(Option<Organ>) -> CitedInstruments) -> Draft {
        let LexedText { text, language, layout, symbol, blocks, notes, markers } = self;
        let structure = structure::structure(text, blocks, language);
        let own = identity::identity(text, symbol, blocks, &structure, language);
        let organ = structure.organ.or_else(|| own.symbol.as_ref().and_then(Symbol::organ));
        let masthead_end = masthead_end(&structure);
        let mut found = cited(organ);
        for citation in &mut found.citations {
            citation.in_masthead = citation.range.end <= masthead_end;
        }
        Draft {
            language,
            parts: vec![LanguagePart { range: 0..text.len(), language }],
            layout,
            read_as: ReadAs::default(),
            organ,
            symbol: own.symbol,
            title: structure.title,
            adopted: own.adopted,
            elements: structure.elements,
            paragraphs: structure.paragraphs,
            passages: blocks.iter().zip(structure.of).map(|(block, of)| block.passage(of)).collect(),
            markers,
            notes: notes.iter().map(|raw| note(text, raw, layout)).collect(),
            citations: found.citations,
            references: found.references,
            malformed: found.malformed,
            unread: Vec::new(),
        }
    }
}

/// The numbers that have notes.
pub fn numbers<'a>(notes: impl IntoIterator<Item = &'a RawNote>) -> HashSet<u32> {
    notes.into_iter().filter_map(|note| note.label.parse().ok()).collect()
}

/// Whether some notes are numbered in square brackets, so that `[1]` is a marker.
pub fn brackets<'a>(notes: impl IntoIterator<Item = &'a RawNote>) -> bool {
    notes.into_iter().any(|note| note.form == NoteForm::Bracket)
}

/// Where the masthead, the adoption line and the line of origin end.
fn masthead_end(structure: &Structure) -> usize {
    let head = |kind| matches!(kind, ElementKind::Masthead | ElementKind::Adoption | ElementKind::Origin);
    structure.elements.iter().take_while(|e| head(e.kind)).map(|e| e.range.end).last().unwrap_or(0)
}

/// A note as it is read in a layout.
pub fn note(text: &str, raw: &RawNote, layout: Layout) -> Note {
    let mut flow = NormalizedText::default();
    raw.flow_into(text, &mut flow);
    let here = if raw.is_apart { 0 } else { raw.pieces.len().saturating_sub(raw.continued) };
    let end = raw.pieces.iter().take(here).map(|p| p.end).filter(|end| *end > raw.label_range.end).max();
    Note {
        label: raw.label.clone(),
        label_range: raw.label_range.clone(),
        range: raw.label_range.start..end.unwrap_or(raw.label_range.end),
        text: flow.text.trim().to_owned(),
        pieces: raw.pieces.clone(),
        is_closed: layout == Layout::Clean || raw.is_closed,
    }
}

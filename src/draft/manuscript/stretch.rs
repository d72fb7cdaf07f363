//! A stretch of a clean text: its blocks and notes, with places counted from its first byte.

use std::collections::HashSet;
use std::ops::Range;
use std::sync::Arc;

use super::citing::Cited;
use super::placed::Placed;
use super::tally::{Signs, Tally};
use crate::draft::Marker;
use crate::draft::blocks::{Block, Entry, stretch};
use crate::draft::citation::Named;
use crate::draft::layout::{Shape, organ_line};
use crate::draft::lines::{Ending, Line};
use crate::draft::marks::Marks;
use crate::draft::notes::{self, NoteForm, RawNote};
use crate::draft::page;
use crate::draft::starter::{Starter, may_be_item, opens_operative, opens_preambular};
use crate::language::Language;

/// How long a stretch is at least, in bytes, where the text can be parted: short, because what is around an edit is
/// read again, and long enough that a volume has no more stretches than can be gone through at each key.
const SIZE: usize = 1024;

/// Lines from whose first two dozen the draft's own symbol is told.
const HEAD: usize = 24;

/// A stretch of the text.
#[derive(Debug)]
pub struct Stretch {
    /// Bytes.
    pub length: usize,
    /// What must be known to read it.
    pub entry: Entry,
    pub blocks: Vec<Block>,
    pub notes: Vec<RawNote>,
    pub markers: Vec<Marker>,
    pub signs: Signs,
    pub tally: Tally,
    /// The outline of each block.
    pub outline: Vec<Outline>,
    /// What each block cites, and each note.
    pub cited: Vec<Cited>,
    pub cited_in_notes: Vec<Cited>,
    /// Who was named before its first block, and before its first note.
    pub named: Arc<Named>,
    pub named_in_notes: Arc<Named>,
    /// Whether in a block the draft speaks of itself: in its title, its adoption, its closing.
    pub speaks_of_itself: Vec<bool>,
    /// What each block is in the whole draft.
    pub placed: Vec<Placed>,
}

/// What the structure of a draft depends on in one block, and the rules that look at the structure. Its words may
/// change without it.
#[derive(Debug, PartialEq)]
pub struct Outline {
    starter: Starter,
    ending: Ending,
    /// Whether it is narrow enough for a heading: in the preamble, in the operative part.
    narrow: (bool, bool),
    indent: usize,
    opens_preambular: bool,
    opens_operative: bool,
    may_be_item: bool,
    /// It has nothing but marks of emphasis.
    empty: bool,
}

impl Outline {
    fn of(block: &Block, text: &str, language: &Language) -> Outline {
        let content = &text[block.range.clone()];
        let labelled = matches!(block.starter, Starter::Label(_));
        Outline {
            starter: block.starter.clone(),
            ending: block.ending,
            narrow: (block.width < 60, block.width < 160),
            indent: block.indent,
            opens_preambular: !labelled && opens_preambular(content, language),
            opens_operative: !labelled && opens_operative(content, language),
            may_be_item: !labelled && may_be_item(content, language),
            empty: content.len() < 64 && content.chars().all(|c| matches!(c, '*' | '_' | '#') || c.is_whitespace()),
        }
    }
}

/// What is the same for all stretches of a draft.
#[derive(Debug)]
pub struct Given {
    pub language: &'static Language,
    /// The numbers that have notes.
    pub numbers: HashSet<u32>,
    /// Some notes are numbered in square brackets.
    pub brackets: bool,
}

/// Lines and notes of some text, before markers can be told.
pub struct Sorted<'a> {
    text: &'a str,
    page: page::Page,
    pub notes: Vec<RawNote>,
    head: bool,
}

/// The shape of every text that is read in stretches.
const CLEAN: Shape = Shape { wrapped: false, double_spaced: false, width: 0 };

impl<'a> Sorted<'a> {
    /// Sorts the lines of a text that begins behind a seam, or of a draft's `head`. `None` if notes have plain numbers:
    /// then their markers are found by the whole draft only.
    pub fn of(text: &'a str, lines: Vec<Line>, language: &Language, head: bool) -> Option<Sorted<'a>> {
        let page = page::sort(text, &CLEAN, language, lines, head);
        let notes = notes::notes(text, &page, language);
        let told = notes.iter().all(|note| note.form != NoteForm::Plain);
        told.then_some(Sorted { text, page, notes, head })
    }

    /// The place of the draft's own symbol in the masthead.
    pub fn symbol(&self) -> Option<Range<usize>> {
        self.page.symbol.clone()
    }

    /// Parts the text into stretches. What is known behind the last comes too, if the text can end there.
    pub fn stretches(self, entry: &Entry, given: &Given) -> (Vec<Stretch>, Option<Entry>) {
        let Sorted { text, page, notes, head } = self;
        let mut marks = Marks::new(&given.numbers, given.brackets, None);
        let from = if head { head_end(text, &page.lines, given.language) } else { 0 };
        let (blocks, seams, exit) = stretch(text, &page, &CLEAN, given.language, entry, (from, SIZE), &mut marks);
        let (mut blocks, mut notes) = (blocks.into_iter().peekable(), notes.into_iter().peekable());
        let mut markers = marks.markers.into_iter().peekable();
        let mut stretches = Vec::with_capacity(seams.len() + 1);
        let mut entry = entry.clone();
        let (mut start, mut first) = (0usize, 0);
        let ends = seams.into_iter().map(Some).chain([None]);
        for seam in ends {
            let (end, last) = seam.as_ref().map_or((text.len(), page.lines.len()), |seam| (seam.at, seam.lines));
            let lines = page.lines.get(first..last).unwrap_or_default();
            let back = start.wrapping_neg();
            let mut here = Vec::new();
            let mut outline = Vec::new();
            while let Some(block) = blocks.next_if(|block| block.range.start < end) {
                outline.push(Outline::of(&block, text, given.language));
                here.push(block.moved(back));
            }
            let mut notes_here = Vec::new();
            while let Some(note) = notes.next_if(|note| note.label_range.start < end) {
                notes_here.push(note.moved(back));
            }
            let mut markers_here = Vec::new();
            while let Some(marker) = markers.next_if(|marker| marker.range.start < end) {
                markers_here.push(marker.moved(back));
            }
            let head = head && start == 0;
            stretches.push(Stretch {
                length: end - start,
                entry: std::mem::take(&mut entry),
                blocks: here,
                notes: notes_here,
                markers: markers_here,
                signs: Signs::of(text, lines, given.language),
                tally: Tally::of(text, lines, given.language, head),
                outline,
                cited: Vec::new(),
                cited_in_notes: Vec::new(),
                named: Arc::default(),
                named_in_notes: Arc::default(),
                speaks_of_itself: Vec::new(),
                placed: Vec::new(),
            });
            (start, first) = (end, last);
            if let Some(seam) = seam {
                entry = seam.entry;
            }
        }
        (stretches, exit)
    }
}

/// The byte before which a draft is not parted: behind its organ line and the lines where its symbol can be.
fn head_end(text: &str, lines: &[Line], language: &Language) -> usize {
    let organ_line = organ_line(text, lines, language).and_then(|i| lines.get(i));
    let head = lines.iter().filter(|line| !line.is_blank()).nth(HEAD);
    let end = |line: Option<&Line>| line.map_or(0, |line| line.whole.end);
    if head.is_none() { text.len() } else { end(organ_line).max(end(head)) }
}

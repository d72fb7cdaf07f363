//! A stretch of a clean text: its blocks and notes, with places counted from its first byte.

use std::collections::HashSet;
use std::ops::Range;
use std::sync::Arc;

use super::citations::BlockCitationKey;
use super::kept_block::KeptBlock;
use super::line_counts::{LineCounts, OrganLineSigns};
use super::placement::BlockPlacement;
use crate::draft::Marker;
use crate::draft::blocks::{EntryState, stretch};
use crate::draft::citation::CarriedNames;
use crate::draft::layout::{OrganLines, TextShape};
use crate::draft::lines::DraftLine;
use crate::draft::marker_finder::MarkerFinder;
use crate::draft::notes::{self, NoteForm, RawNote};
use crate::draft::page::{self, StarCalls};
use crate::language::Language;

/// How long a stretch is at least, in bytes, where the text can be parted: short, because what is around an edit is
/// read again, and long enough that a volume has no more stretches than can be gone through at each key.
const SIZE: usize = 1024;

/// Lines from whose first two dozen the draft's own symbol is told.
const HEAD: usize = 24;

/// A stretch of the text.
#[derive(Debug)]
pub struct Chunk {
    /// Bytes.
    pub length: usize,
    /// What must be known to read it.
    pub entry: EntryState,
    pub blocks: Vec<KeptBlock>,
    pub notes: Vec<RawNote>,
    pub markers: Vec<Marker>,
    pub signs: OrganLineSigns,
    pub tally: LineCounts,
    /// The asterisks in it that call notes.
    pub starred: StarCalls,
    /// What each block cites, and each note.
    pub cited: Vec<BlockCitationKey>,
    pub cited_in_notes: Vec<BlockCitationKey>,
    /// Who was named before its first block, and before its first note.
    pub named: Arc<CarriedNames>,
    pub named_in_notes: Arc<CarriedNames>,
    /// Whether in a block the draft speaks of itself: in its title, its adoption, its closing.
    pub speaks_of_itself: Vec<bool>,
    /// What each block is in the whole draft.
    pub placed: Vec<BlockPlacement>,
}

/// What is the same for all stretches of a draft.
#[derive(Debug)]
pub struct ChunkContext {
    pub language: &'static Language,
    /// The numbers that have notes.
    pub numbers: HashSet<u32>,
    /// Some notes are numbered in square brackets.
    pub brackets: bool,
    /// The asterisks that call notes.
    pub starred: StarCalls,
}

/// Lines and notes of some text, before markers can be told.
pub struct SortedLines<'a> {
    text: &'a str,
    page: page::PageLines,
    pub notes: Vec<RawNote>,
    head: bool,
}

/// The shape of every text that is read in stretches.
const CLEAN: TextShape = TextShape { wrapped: false, double_spaced: false, unparted: false, parted: false, width: 0 };

impl<'a> SortedLines<'a> {
    /// Sorts the lines of a text that begins behind a seam, or of a draft's `head`. Gives them back if notes have plain numbers:
    /// then their markers are found by the whole draft only.
    /// `starred` are the asterisks that call notes in the whole draft.
    pub fn of(
        text: &'a str,
        lines: Vec<DraftLine>,
        language: &Language,
        head: bool,
        starred: StarCalls,
    ) -> Result<SortedLines<'a>, Vec<DraftLine>> {
        let organ_lines = head.then(|| OrganLines::of(text, &lines, language));
        let page = page::sort(text, &CLEAN, language, lines, (organ_lines, starred));
        let notes = notes::notes(text, &page, language, CLEAN.width);
        let told = notes.iter().all(|note| note.form != NoteForm::Plain);
        if told { Ok(SortedLines { text, page, notes, head }) } else { Err(page.lines) }
    }

    /// The place of the draft's own symbol in the masthead.
    pub fn symbol(&self) -> Option<Range<usize>> {
        self.page.symbol.clone()
    }

    /// Parts the text into stretches. What is known behind the last comes too, if the text can end there.
    pub fn stretches(self, entry: &EntryState, given: &ChunkContext) -> (Vec<Chunk>, Option<EntryState>) {
        let SortedLines { text, page, notes, head } = self;
        let mut marks = MarkerFinder::new(&given.numbers, given.brackets, None);
        let from = if head { head_end(text, &page) } else { 0 };
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
            while let Some(block) = blocks.next_if(|block| block.range.start < end) {
                here.push(KeptBlock::of(block, text, start, given.language));
            }
            let mut notes_here = Vec::new();
            while let Some(note) = notes.next_if(|note| note.label_range.start < end) {
                notes_here.push(note.moved(back));
            }
            let mut markers_here = Vec::new();
            while let Some(marker) = markers.next_if(|marker| marker.range.start < end) {
                markers_here.push(marker.moved(back));
            }
            // They are kept as long as the draft is open.
            here.shrink_to_fit();
            let head = head && start == 0;
            stretches.push(Chunk {
                length: end - start,
                entry: std::mem::take(&mut entry),
                blocks: here,
                notes: notes_here,
                markers: markers_here,
                signs: OrganLineSigns::of(text, lines, given.language, head),
                tally: LineCounts::of(text, lines, given.language, head),
                starred: text.get(start..end).map(StarCalls::of).unwrap_or_default(),
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
fn head_end(text: &str, page: &page::PageLines) -> usize {
    let organ_line = page.organ_line.and_then(|i| page.lines.get(i));
    let head = page.lines.iter().filter(|line| !line.is_blank()).nth(HEAD);
    let end = |line: Option<&DraftLine>| line.map_or(0, |line| line.whole.end);
    if head.is_none() { text.len() } else { end(organ_line).max(end(head)) }
}

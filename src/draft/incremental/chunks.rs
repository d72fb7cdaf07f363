//! All stretches of a clean text, and how an edit is read: the stretches around it again, the rest as it was.

use std::collections::HashMap;
use std::collections::hash_map::RandomState;
use std::ops::Range;
use std::sync::Arc;

use super::chunk::{Chunk, ChunkContext, SortedLines};
use super::citations::CitationFinder;
use super::kept_block::{KeptBlock, is_countable};
use super::line_counts::{LineTotals, OrganLineSigns};
use super::placement::BlockPlacement;
use super::{Reparse, Replacement, TextOnlyChange, TextSource, only_language};
use crate::draft::blocks::{Block, EntryState};
use crate::draft::citation::{CarriedNames, CitationContext};
use crate::draft::citation_cache::CachedCitations;
use crate::draft::instruments::CitedInstruments;
use crate::draft::lines::{DraftLine, lines};
use crate::draft::notes::{NoteForm, RawNote};
use crate::draft::page::StarCalls;
use crate::draft::reader::{LexedText, brackets, note, numbers};
use crate::draft::{Draft, ElementKind, Layout, ReadAs, layout, listed_notes, margin_numbers};
use crate::language::{self, Language};
use crate::symbol::Organ;

/// A clean text in stretches.
#[derive(Debug)]
pub struct Chunks {
    all: Vec<Chunk>,
    given: ChunkContext,
    /// What is known beside the text.
    read_as: ReadAs,
    /// The language that most of the text seems to be in.
    most: &'static Language,
    organ: Option<Organ>,
    /// The place of the draft's own symbol in the masthead.
    symbol: Option<Range<usize>>,
    tallies: LineTotals,
    /// How many notes have a number.
    numbered: HashMap<u32, usize>,
    bracketed: usize,
    hasher: RandomState,
    /// What most blocks cite.
    nothing: Arc<CachedCitations>,
}

/// Stretches that edits have touched.
struct TouchedChunks {
    stretches: Range<usize>,
    /// Where they begin, in bytes.
    at: usize,
    /// How long they were, and are.
    before: usize,
    length: usize,
    /// How many bytes at their beginning and at their end the edits have left as they were.
    head: usize,
    tail: usize,
}

impl Chunks {
    /// Reads a text, most of which is in a language, if it can be read in stretches. Otherwise its lines are given back.
    pub fn read(
        text: &str,
        lines: Vec<DraftLine>,
        most: &'static Language,
        read_as: ReadAs,
    ) -> Result<(Chunks, Draft), Vec<DraftLine>> {
        let Some(language) = read_as.language.or_else(|| only_language(text, &lines, most)) else { return Err(lines) };
        let organ_line = layout::organ_line(text, &lines, language);
        if !is_countable(text.len())
            || layout::shape(text, &lines, organ_line, read_as.layout).wrapped
            || may_end_with_notes(text, language)
            || margin_numbers::are_there(text)
        {
            return Err(lines);
        }
        let starred = StarCalls::of(text);
        let sorted = SortedLines::of(text, lines, language, true, starred)?;
        let (numbers, brackets) = (numbers(&sorted.notes), brackets(&sorted.notes));
        let given = ChunkContext { language, numbers, brackets, starred };
        let symbol = sorted.symbol();
        let (all, _) = sorted.stretches(&EntryState::default(), &given);
        let mut stretches = Chunks {
            all,
            given,
            read_as,
            most,
            organ: None,
            symbol,
            tallies: LineTotals::default(),
            numbered: HashMap::new(),
            bracketed: 0,
            hasher: RandomState::new(),
            nothing: Arc::default(),
        };
        for stretch in &stretches.all {
            stretches.tallies.add(&stretch.tally);
            count(&mut stretches.numbered, &mut stretches.bracketed, stretch, true);
        }
        let (blocks, notes) = stretches.flat();
        let draft = stretches.lexed(text, &blocks, &notes).assemble(|organ| {
            stretches.organ = organ;
            let mut citer = stretches.citer();
            stretches.cite(&mut citer, 0..stretches.all.len(), text);
            stretches.cited()
        });
        stretches.mark(&draft);
        Ok((stretches, draft))
    }

    pub fn language(&self) -> &'static Language {
        self.given.language
    }

    /// Where the last paragraph begins, in bytes.
    pub fn last_paragraph(&self) -> Option<usize> {
        let mut end = self.lengths(0..self.all.len());
        for stretch in self.all.iter().rev() {
            let start = end - stretch.length;
            let mut blocks = stretch.blocks.iter().zip(&stretch.placed).rev();
            if let Some((last, _)) = blocks.find(|(_, placed)| matches!(placed, BlockPlacement::Paragraph { .. })) {
                return Some(start + last.range().start);
            }
            end = start;
        }
        None
    }

    /// The whole draft, and whose it is by itself.
    pub fn draft(&self, text: &str) -> (Draft, Option<Organ>) {
        let (blocks, notes) = self.flat();
        let mut whose = None;
        let draft = self.lexed(text, &blocks, &notes).assemble(|organ| {
            whose = organ;
            self.cited()
        });
        (draft, whose)
    }

    /// Follows edits to the text as it is in `source`. `None` if the text must be read as a whole, after which these
    /// stretches are of no use any more.
    pub fn edit(&mut self, edits: &[Replacement], source: &(impl TextSource + ?Sized)) -> Option<Reparse> {
        let touched = self.touched(edits)?;
        let total = self.all.iter().map(|stretch| stretch.length).sum::<usize>();
        if total - touched.before + touched.length != source.length() || !is_countable(source.length()) {
            return None;
        }
        if self.read_as.language.is_none()
            && touched.at < language::SAMPLE
            && language::detect(&source.words(0..language::SAMPLE.min(source.length()))) != self.most
        {
            return None;
        }
        if may_end_with_notes(source, self.given.language)
            || (touched.at < margin_numbers::HEAD
                && margin_numbers::are_there(&source.words(0..margin_numbers::HEAD.min(source.length()))))
        {
            return None;
        }
        // What is around an edit is read again, because a line may depend on some that follow.
        let start = touched.stretches.start.saturating_sub(1);
        let at = touched.at - self.lengths(start..touched.stretches.start);
        let mut end = (touched.stretches.end + 1).min(self.all.len());
        loop {
            let length = touched.at - at + touched.length + self.lengths(touched.stretches.end..end);
            let text = source.words(at..at + length);
            if !text.is_char_boundary(text.len()) || text.len() != length {
                return None;
            }
            let before = &self.all[start..end];
            let sorted =
                SortedLines::of(&text, lines(&text), self.given.language, start == 0, self.given.starred).ok()?;
            if !self.same_numbers(before, &sorted) || !self.same_stars(start..end, StarCalls::of(&text)) {
                return None;
            }
            let symbol = sorted.symbol();
            let (fresh, exit) = sorted.stretches(&before[0].entry, &self.given);
            if self.all.get(end).is_some_and(|next| exit.as_ref() != Some(&next.entry)) {
                end = (end + (end - start)).min(self.all.len());
                continue;
            }
            if signs(before) != signs(&fresh) {
                return None;
            }
            if start == 0 {
                self.symbol = symbol;
            }
            return self.replace(start..end, fresh, at, &text, &touched, source);
        }
    }

    /// Puts fresh stretches in the place of others.
    fn replace(
        &mut self,
        range: Range<usize>,
        fresh: Vec<Chunk>,
        at: usize,
        text: &str,
        touched: &TouchedChunks,
        source: &(impl TextSource + ?Sized),
    ) -> Option<Reparse> {
        let own = touched.stretches.start == 0 || self.speaks_of_itself(touched);
        let before = at..at + self.lengths(range.clone());
        let count_of = fresh.len();
        let new = range.start..range.start + count_of;
        let (named, named_in_notes) =
            self.all.get(range.start).map(|first| (first.named.clone(), first.named_in_notes.clone()))?;
        let old: Vec<Chunk> = self.all.splice(range.clone(), fresh).collect();
        for stretch in &old {
            self.tallies.remove(&stretch.tally);
            count(&mut self.numbered, &mut self.bracketed, stretch, false);
        }
        for stretch in &self.all[new.clone()] {
            self.tallies.add(&stretch.tally);
            count(&mut self.numbered, &mut self.bracketed, stretch, true);
        }
        if self.read_as.layout.is_none()
            && self.tallies.are_wrapped(self.all.iter().rev().map(|stretch| &stretch.tally))
        {
            return None;
        }
        let mut citer = self.citer();
        old.iter().for_each(|stretch| citer.recall(stretch));
        let same_names = self.cite_words(&mut citer, new.clone(), text, (named, named_in_notes));
        let same = same_names && !own && same_outline(&old, &self.all[new.clone()]);
        if same {
            let mut speaks = old.iter().flat_map(|stretch| stretch.speaks_of_itself.iter().copied());
            let mut placed = old.iter().flat_map(|stretch| stretch.placed.iter().copied());
            for stretch in &mut self.all[new.clone()] {
                stretch.speaks_of_itself = speaks.by_ref().take(stretch.blocks.len()).collect();
                stretch.placed = placed.by_ref().take(stretch.blocks.len()).collect();
            }
            return Some(Reparse::Words(Box::new(self.reworded(new, before, touched, source))));
        }
        let whole = source.words(0..source.length()).into_owned();
        if !same_names {
            self.cite(&mut citer, 0..self.all.len(), &whole);
        }
        let (draft, whose) = self.draft(&whole);
        if whose != self.organ {
            return None;
        }
        self.mark(&draft);
        Some(Reparse::Whole(whole, Box::new(draft)))
    }

    /// The words of some stretches that stood at `before`, and of the paragraphs that they share with others.
    fn reworded(
        &self,
        new: Range<usize>,
        before: Range<usize>,
        touched: &TouchedChunks,
        source: &(impl TextSource + ?Sized),
    ) -> TextOnlyChange {
        let goes_on = |i: usize| {
            self.all.get(i).is_some_and(|stretch| matches!(stretch.placed.first(), Some(BlockPlacement::More)))
        };
        let (mut start, mut end) = (new.start, new.end);
        while start > 0 && goes_on(start) {
            start -= 1;
        }
        while goes_on(end) {
            end += 1;
        }
        let (ahead, behind) = (self.lengths(start..new.start), self.lengths(new.end..end));
        let before = before.start - ahead..before.end + behind;
        let length = self.lengths(start..end);
        let after = before.start..before.start + length;
        let replaced = touched.at + touched.head..(touched.at + touched.before).saturating_sub(touched.tail);
        let text = source.words(after.clone()).into_owned();
        let draft = self.words(start..end, &text);
        TextOnlyChange { before, after, replaced, text, draft }
    }

    /// The stretches that edits touch: where an edit is at a seam, those on both sides.
    fn touched(&self, edits: &[Replacement]) -> Option<TouchedChunks> {
        let mut touched: Option<TouchedChunks> = None;
        for Replacement { range, length } in edits {
            let mut here = match touched.take() {
                Some(touched) => touched,
                None => {
                    let mut at = 0;
                    let first = self.all.iter().position(|stretch| {
                        let found = range.start <= at + stretch.length;
                        at += if found { 0 } else { stretch.length };
                        found
                    })?;
                    let (head, tail) = (range.start - at, 0);
                    TouchedChunks { stretches: first..first, at, before: 0, length: 0, head, tail }
                }
            };
            while here.stretches.start > 0 && range.start <= here.at {
                here.stretches.start -= 1;
                let length = self.all.get(here.stretches.start)?.length;
                here.at -= length;
                here.before += length;
                here.length += length;
                here.head += length;
            }
            while range.end >= here.at + here.length
                && let Some(next) = self.all.get(here.stretches.end)
            {
                here.stretches.end += 1;
                here.before += next.length;
                here.length += next.length;
                here.tail += next.length;
            }
            if range.start < here.at || range.end > here.at + here.length || range.start > range.end {
                return None;
            }
            here.head = here.head.min(range.start - here.at);
            here.tail = here.tail.min(here.at + here.length - range.end);
            here.length = here.length - range.len() + length;
            touched = Some(here);
        }
        touched.filter(|touched| !touched.stretches.is_empty())
    }

    /// Whether edits touch a block in which the draft speaks of itself, or stand right beside one.
    fn speaks_of_itself(&self, touched: &TouchedChunks) -> bool {
        let mut at = 0;
        self.all.get(touched.stretches.clone()).unwrap_or_default().iter().any(|stretch| {
            let start = at;
            at += stretch.length;
            let left = |block: &KeptBlock| {
                let range = block.range();
                start + range.end < touched.head || start + range.start + touched.tail > touched.before
            };
            stretch.blocks.iter().zip(&stretch.speaks_of_itself).any(|(block, speaks)| *speaks && !left(block))
        })
    }

    fn lengths(&self, range: Range<usize>) -> usize {
        self.all.get(range).unwrap_or_default().iter().map(|stretch| stretch.length).sum()
    }

    /// Whether the same numbers have notes as before, when the notes of some stretches are others.
    fn same_numbers(&self, before: &[Chunk], sorted: &SortedLines) -> bool {
        let old = before.iter().flat_map(|stretch| &stretch.notes);
        let form = |note: &RawNote| (note.label.clone(), note.form == NoteForm::Bracket);
        if old.clone().map(form).eq(sorted.notes.iter().map(form)) {
            return true;
        }
        let (mut numbered, mut bracketed) = (self.numbered.clone(), self.bracketed);
        before.iter().for_each(|stretch| count(&mut numbered, &mut bracketed, stretch, false));
        let fresh = numbers(&sorted.notes);
        let left = numbered.into_iter().filter(|(_, count)| *count > 0).map(|(number, _)| number);
        let now: std::collections::HashSet<u32> = left.chain(fresh).collect();
        now == self.given.numbers && (bracketed > 0 || brackets(&sorted.notes)) == self.given.brackets
    }

    /// Whether the same asterisks call notes as before, when some stretches have these in the place of theirs.
    fn same_stars(&self, range: Range<usize>, fresh: StarCalls) -> bool {
        let of =
            |stretches: &[Chunk]| stretches.iter().fold(StarCalls::default(), |all, stretch| all.with(stretch.starred));
        let (head, tail) = (self.all.get(..range.start), self.all.get(range.end..));
        let before = self.all.get(range).map(of).unwrap_or_default();
        before == fresh
            || fresh.with(head.map(of).unwrap_or_default()).with(tail.map(of).unwrap_or_default()) == self.given.starred
    }

    fn citer(&self) -> CitationFinder {
        CitationFinder {
            language: self.given.language,
            organ: self.organ,
            hasher: self.hasher.clone(),
            nothing: self.nothing.clone(),
            known: HashMap::new(),
            flow: Default::default(),
        }
    }

    /// Finds what all stretches cite, whose whole text is `text`.
    fn cite(&mut self, citer: &mut CitationFinder, range: Range<usize>, text: &str) {
        let mut named = Arc::default();
        let mut at = 0;
        for stretch in &mut self.all[range.clone()] {
            let end = at + stretch.length;
            citer.recall(stretch);
            named = citer.blocks(stretch, text.get(at..end).unwrap_or_default(), named);
            at = end;
        }
        at = 0;
        for stretch in &mut self.all[range] {
            let end = at + stretch.length;
            named = citer.notes(stretch, text.get(at..end).unwrap_or_default(), named);
            at = end;
        }
    }

    /// Finds what some stretches cite, whose text is `text`, and before which `named` were named. Says whether the
    /// stretches behind them have the same before them as they had.
    fn cite_words(
        &mut self,
        citer: &mut CitationFinder,
        range: Range<usize>,
        text: &str,
        (mut named, mut named_in_notes): (Arc<CarriedNames>, Arc<CarriedNames>),
    ) -> bool {
        let mut at = 0;
        for stretch in &mut self.all[range.clone()] {
            let end = at + stretch.length;
            let words = text.get(at..end).unwrap_or_default();
            named = citer.blocks(stretch, words, named);
            named_in_notes = citer.notes(stretch, words, named_in_notes);
            at = end;
        }
        // Behind the last block come the notes, from the first on.
        let (blocks, notes) = match self.all.get(range.end) {
            Some(next) => (&next.named, Some(&next.named_in_notes)),
            None => match self.all.first() {
                Some(first) => (&first.named_in_notes, None),
                None => return true,
            },
        };
        named == *blocks && notes.is_none_or(|notes| named_in_notes == *notes)
    }

    /// All blocks and notes with their places in the draft.
    fn flat(&self) -> (Vec<Block>, Vec<RawNote>) {
        let mut blocks = Vec::with_capacity(self.all.iter().map(|stretch| stretch.blocks.len()).sum());
        let mut notes = Vec::with_capacity(self.all.iter().map(|stretch| stretch.notes.len()).sum());
        let mut at = 0;
        for stretch in &self.all {
            blocks.extend(stretch.blocks.iter().map(|block| block.block(at)));
            notes.extend(stretch.notes.iter().map(|note| note.moved(at)));
            at += stretch.length;
        }
        (blocks, notes)
    }

    fn lexed<'a>(&self, text: &'a str, blocks: &'a [Block], notes: &'a [RawNote]) -> LexedText<'a> {
        let mut markers = Vec::new();
        let mut at = 0;
        for stretch in &self.all {
            markers.extend(stretch.markers.iter().map(|marker| marker.moved(at)));
            at += stretch.length;
        }
        LexedText {
            text,
            language: self.given.language,
            layout: Layout::Clean,
            symbol: self.symbol.clone(),
            blocks,
            notes,
            markers,
        }
    }

    /// All that is cited.
    fn cited(&self) -> CitedInstruments {
        self.cited_in(0..self.all.len())
    }

    fn cited_in(&self, range: Range<usize>) -> CitedInstruments {
        let mut found = CitedInstruments::default();
        let mut context = CitationContext::default();
        let mut at = 0;
        for stretch in self.all.get(range).unwrap_or_default() {
            let blocks = stretch.blocks.iter().map(KeptBlock::first_piece).zip(&stretch.cited);
            let first = |note: &RawNote| note.pieces.first().map(|piece| piece.start);
            let notes = stretch.notes.iter().map(first).zip(&stretch.cited_in_notes);
            let in_text = blocks.map(|cited| (false, cited));
            for (in_note, (first, cited)) in in_text.chain(notes.map(|cited| (true, cited))) {
                if let (Some(first), Some((_, known))) = (first, cited) {
                    context.in_note = in_note;
                    found.append(known, at + first, &mut context);
                }
            }
            at += stretch.length;
        }
        found.in_order();
        found
    }

    /// What was read of some stretches, whose text is `text`.
    fn words(&self, range: Range<usize>, text: &str) -> Draft {
        let found = self.cited_in(range.clone());
        let mut draft = Draft::empty(self.given.language, text.len());
        let mut at = 0;
        for stretch in self.all.get(range).unwrap_or_default() {
            for (block, placed) in stretch.blocks.iter().zip(&stretch.placed) {
                placed.add(block.block(at), &mut draft);
            }
            draft.markers.extend(stretch.markers.iter().map(|marker| marker.moved(at)));
            draft.notes.extend(stretch.notes.iter().map(|raw| note(text, &raw.moved(at), Layout::Clean)));
            at += stretch.length;
        }
        draft.organ = self.organ;
        draft.citations = found.citations;
        draft.references = found.references;
        draft.malformed = found.malformed;
        draft
    }

    /// Marks what each block is, and where the draft speaks of itself.
    fn mark(&mut self, draft: &Draft) {
        let mut places = draft
            .elements
            .iter()
            .filter(|e| matches!(e.kind, ElementKind::Adoption | ElementKind::Closing | ElementKind::Title))
            .map(|element| element.range.start)
            .peekable();
        let mut placed = BlockPlacement::all(draft);
        let mut at = 0;
        for stretch in &mut self.all {
            stretch.placed = placed.by_ref().take(stretch.blocks.len()).collect();
            let here = |block: &KeptBlock| places.next_if(|place| *place <= at + block.range().start).is_some();
            stretch.speaks_of_itself = stretch.blocks.iter().map(here).collect();
            at += stretch.length;
        }
    }
}

/// Counts the notes of a stretch in, or out.
fn count(numbered: &mut HashMap<u32, usize>, bracketed: &mut usize, stretch: &Chunk, add: bool) {
    let by = |n: usize| if add { n + 1 } else { n.saturating_sub(1) };
    for note in &stretch.notes {
        if let Ok(number) = note.label.parse() {
            let count = numbered.entry(number).or_default();
            *count = by(*count);
        }
        if note.form == NoteForm::Bracket {
            *bracketed = by(*bracketed);
        }
    }
}

/// Whether a text may end with a list of notes that only the whole text tells.
fn may_end_with_notes(source: &(impl TextSource + ?Sized), language: &Language) -> bool {
    let length = source.length();
    let start = length.saturating_sub(listed_notes::TAIL);
    listed_notes::may_stand(&source.words(start..length), start == 0, language)
}

fn signs(stretches: &[Chunk]) -> OrganLineSigns {
    let mut signs = OrganLineSigns::default();
    stretches.iter().for_each(|stretch| signs.extend(&stretch.signs));
    signs
}

/// Whether stretches have the same blocks, markers and notes, but for their words.
fn same_outline(before: &[Chunk], after: &[Chunk]) -> bool {
    let blocks = |stretches| Iterator::flat_map(<[Chunk]>::iter(stretches), |stretch| &stretch.blocks);
    let same_blocks = || {
        let (mut before, mut after) = (blocks(before), blocks(after));
        loop {
            match (before.next(), after.next()) {
                (Some(before), Some(after)) if before.has_outline_of(after) => {}
                (before, after) => break before.is_none() && after.is_none(),
            }
        }
    };
    let markers = |stretches| {
        let markers = Iterator::flat_map(<[Chunk]>::iter(stretches), |stretch| &stretch.markers);
        markers.map(|marker| marker.label.as_str())
    };
    let notes = |stretches| {
        let notes = Iterator::flat_map(<[Chunk]>::iter(stretches), |stretch| &stretch.notes);
        notes.map(|note| note.label.as_str())
    };
    same_blocks() && markers(before).eq(markers(after)) && notes(before).eq(notes(after))
}

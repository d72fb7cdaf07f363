//! A draft under the pen.
//!
//! What was read of it is kept in stretches of about a kilobyte, each with places of its own. After an edit only the
//! stretches around it are read again, and the others keep what they know. A draft whose lines depend on each other
//! over pages (text out of a PDF, several languages in one file, notes with plain numbers, a list at the end that may be
//! notes, numbers of lines in the margin) is read as a whole, but for what its blocks cite. Whatever the way, the draft is the one that [`Draft::read_as`] gives.

mod chunk;
mod chunks;
mod citations;
mod kept_block;
mod line_counts;
mod placement;
mod whole;

use std::borrow::Cow;
use std::ops::Range;

use super::lines::DraftLine;
use super::{CitationCache, Draft, Layout, ReadAs, margin_numbers, parts};
use crate::language::{self, Language};
use chunks::Chunks;
use whole::{WholeReading, words_changed};

/// A text of which parts can be had.
pub trait TextSource {
    /// The length in bytes.
    fn length(&self) -> usize;

    /// The words at a range of bytes inside the text. An end inside a character stands before it.
    fn words(&self, range: Range<usize>) -> Cow<'_, str>;
}

impl TextSource for str {
    fn length(&self) -> usize {
        self.len()
    }

    fn words(&self, range: Range<usize>) -> Cow<'_, str> {
        let boundary = |at: usize| (0..=at.min(self.len())).rev().find(|at| self.is_char_boundary(*at)).unwrap_or(0);
        self.get(boundary(range.start)..boundary(range.end)).unwrap_or_default().into()
    }
}

/// A change of a text: a range of bytes of the text before, and the length in bytes of what stands there after it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Replacement {
    /// What was replaced, in bytes of the text before the edit.
    pub range: Range<usize>,
    /// How many bytes took its place.
    pub length: usize,
}

impl Replacement {
    /// The smallest change that makes one text of another; `None` if they are the same.
    pub fn between(before: &str, after: &str) -> Option<Replacement> {
        if before == after {
            return None;
        }
        let same = |pair: &(u8, u8)| pair.0 == pair.1;
        let head = before.bytes().zip(after.bytes()).take_while(same).count();
        let start = (0..=head).rev().find(|at| before.is_char_boundary(*at)).unwrap_or_default();
        let most = before.len().min(after.len()) - start;
        let tail = before.bytes().rev().zip(after.bytes().rev()).take(most).take_while(same).count();
        let ends =
            |tail: &usize| before.is_char_boundary(before.len() - tail) && after.is_char_boundary(after.len() - tail);
        let tail = (0..=tail).rev().find(ends).unwrap_or_default();
        Some(Replacement { range: start..before.len() - tail, length: after.len() - tail - start })
    }

    /// Whether the change makes one text of another.
    fn leads(&self, old: &str, new: &str) -> bool {
        let Replacement { range, length } = self;
        let kept = |old: Option<&str>, new: Option<&str>| old.is_some() && old == new;
        kept(old.get(..range.start), new.get(..range.start))
            && kept(old.get(range.end..), new.get(range.start + length..))
    }

    /// One change that does what several do, each of the text that the one before left. `None` if there are none.
    fn of_all(edits: &[Replacement]) -> Option<Replacement> {
        let (first, others) = edits.split_first()?;
        let mut all = first.clone();
        for Replacement { range, length } in others {
            let end = all.range.start + all.length;
            // What stands behind the changes so far is as far from the end of the text as before them.
            let more = range.end.saturating_sub(end);
            let start = all.range.start.min(range.start);
            let written = all.range.start + all.length + more - start;
            all.range = start..all.range.end + more;
            all.length = (written + length).saturating_sub(range.len());
        }
        Some(all)
    }
}

/// A draft that is being edited.
#[derive(Debug)]
pub struct IncrementalDraft {
    read_as: ReadAs,
    kept: ParsedState,
}

#[derive(Debug)]
enum ParsedState {
    Whole(Box<WholeReading>),
    Stretches(Box<Chunks>),
}

/// What an edit has changed.
#[derive(Debug)]
pub enum Reparse {
    /// Anything may have changed: the whole text, and the draft that was read of it.
    Whole(String, Box<Draft>),
    /// Words have changed and what they cite, nothing else: paragraphs, labels, markers and notes are the same as
    /// before, and have moved along.
    Words(Box<TextOnlyChange>),
}

/// Words that were read again.
#[derive(Debug)]
pub struct TextOnlyChange {
    /// Where they stood before the edit, in bytes: whole paragraphs.
    pub before: Range<usize>,
    /// Where they stand after it.
    pub after: Range<usize>,
    /// The bytes among them that were replaced, before the edit.
    pub replaced: Range<usize>,
    /// The text of these paragraphs after the edit.
    pub text: String,
    /// What was read of them, in bytes of `text`: a draft without title, symbol and day of adoption, whose paragraphs
    /// have the parents that stand in it.
    pub draft: Draft,
}

impl IncrementalDraft {
    /// Reads a draft that has been opened.
    pub fn new(source: &(impl TextSource + ?Sized)) -> (IncrementalDraft, Reparse) {
        IncrementalDraft::new_as(source, ReadAs::default())
    }

    /// Reads a draft that has been opened, of which something is known beside its text.
    pub fn new_as(source: &(impl TextSource + ?Sized), read_as: ReadAs) -> (IncrementalDraft, Reparse) {
        let text = source.words(0..source.length()).into_owned();
        let (lines, most) = lines_anew(&text, read_as);
        match Chunks::read(&text, lines, most, read_as) {
            Ok(read) => IncrementalDraft::in_stretches(text, read_as, read),
            Err(lines) => {
                let whole = WholeReading::of(text, (lines, most), read_as, CitationCache::default());
                let reread = whole.reparse();
                (IncrementalDraft { read_as, kept: ParsedState::Whole(Box::new(whole)) }, reread)
            }
        }
    }

    /// What is known of it beside its text.
    pub fn read_as(&self) -> ReadAs {
        self.read_as
    }

    fn in_stretches(text: String, read_as: ReadAs, (stretches, draft): (Chunks, Draft)) -> (IncrementalDraft, Reparse) {
        let kept = ParsedState::Stretches(Box::new(stretches));
        let draft = Draft { read_as, ..draft };
        (IncrementalDraft { read_as, kept }, Reparse::Whole(text, Box::new(draft)))
    }

    /// Follows edits, each of the text that the one before left, to the text as it is in `source`.
    pub fn edit(&mut self, edits: &[Replacement], source: &(impl TextSource + ?Sized)) -> Reparse {
        if let ParsedState::Stretches(stretches) = &mut self.kept {
            match stretches.edit(edits, source) {
                Some(Reparse::Whole(text, mut draft)) => {
                    draft.read_as = self.read_as;
                    return Reparse::Whole(text, draft);
                }
                Some(words) => return words,
                None => {}
            }
        }
        let text = source.words(0..source.length()).into_owned();
        let edit = Replacement::of_all(edits);
        let kept = match (&mut self.kept, &edit) {
            (ParsedState::Whole(before), Some(edit)) => before.lines_after(edit, &text, self.read_as),
            _ => None,
        };
        let (lines, most) = kept.unwrap_or_else(|| lines_anew(&text, self.read_as));
        let lines = match Chunks::read(&text, lines, most, self.read_as) {
            Ok(read) => {
                let (anew, reread) = IncrementalDraft::in_stretches(text, self.read_as, read);
                *self = anew;
                return reread;
            }
            Err(lines) => lines,
        };
        let memory = match &mut self.kept {
            ParsedState::Whole(before) => std::mem::take(&mut before.memory),
            ParsedState::Stretches(_) => CitationCache::default(),
        };
        let whole = WholeReading::of(text, (lines, most), self.read_as, memory);
        let words = match (&self.kept, edit) {
            (ParsedState::Whole(before), Some(edit)) => words_changed(before, &whole, &edit),
            _ => None,
        };
        let reread = words.map_or_else(|| whole.reparse(), |words| Reparse::Words(Box::new(words)));
        self.kept = ParsedState::Whole(Box::new(whole));
        reread
    }

    /// The draft, whose text is `text`.
    pub fn draft(&self, text: &str) -> Draft {
        match &self.kept {
            ParsedState::Whole(whole) => whole.draft.clone(),
            ParsedState::Stretches(stretches) => Draft { read_as: self.read_as, ..stretches.draft(text).0 },
        }
    }

    /// Where its last paragraph begins, in bytes.
    pub fn last_paragraph(&self) -> Option<usize> {
        match &self.kept {
            ParsedState::Whole(whole) => whole.draft.paragraphs.last().map(|paragraph| paragraph.range.start),
            ParsedState::Stretches(stretches) => stretches.last_paragraph(),
        }
    }

    /// The languages of its parts, in order.
    pub fn languages(&self) -> Vec<&'static Language> {
        match &self.kept {
            ParsedState::Whole(whole) => whole.draft.parts.iter().map(|part| part.language).collect(),
            ParsedState::Stretches(stretches) => vec![stretches.language()],
        }
    }

    /// How it is laid out.
    pub fn layout(&self) -> Layout {
        match &self.kept {
            ParsedState::Whole(whole) => whole.draft.layout,
            ParsedState::Stretches(_) => Layout::Clean,
        }
    }
}

/// The lines of a text, and the language that most of it is in.
fn lines_anew(text: &str, read_as: ReadAs) -> (Vec<DraftLine>, &'static Language) {
    (margin_numbers::without(text), read_as.language.unwrap_or_else(|| language::detect(text)))
}

/// The language of a text that has but one, where most of it is in `most`.
fn only_language(text: &str, lines: &[DraftLine], most: &'static Language) -> Option<&'static Language> {
    let first = parts::first_language(text, lines, most);
    parts::further_parts(text, lines, first).is_empty().then_some(first)
}

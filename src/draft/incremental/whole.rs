//! A text that is read as a whole after each edit, and how it is told that an edit has changed nothing but words.

use std::ops::Range;

use super::{Reparse, Replacement, TextOnlyChange};
use crate::draft::line_kind::{
    begins_with_bullet, may_be_item, may_open_preambular, opens_as_known, opens_operative, opens_preambular,
    opens_rather_operative,
};
use crate::draft::lines::{DraftLine, lines_after};
use crate::draft::{
    Citation, CitationCache, Draft, Label, LanguagePart, MalformedSymbol, Note, Paragraph, Passage, PassageOf, ReadAs,
    Reference, ReferenceTarget, margin_numbers,
};
use crate::language::{self, Language};
use crate::script::punctuation::is_question_mark;

/// A text that is read as a whole, and what was read of it.
#[derive(Debug)]
pub struct WholeReading {
    pub text: String,
    pub draft: Draft,
    /// Its lines, with what is known of their words.
    lines: Vec<DraftLine>,
    /// The language that most of it is in.
    most: &'static Language,
    pub memory: CitationCache,
}

impl WholeReading {
    /// Reads a text as a whole, but for what its blocks are known to cite.
    pub fn of(
        text: String,
        (lines, most): (Vec<DraftLine>, &'static Language),
        read_as: ReadAs,
        mut memory: CitationCache,
    ) -> WholeReading {
        let (draft, lines) = Draft::read_again(&text, (lines, most), read_as, &mut memory);
        WholeReading { text, draft, lines, most, memory }
    }

    /// The lines of the text after an edit that has made it `text`, with what is known of those that it left as they were,
    /// and the language that most of it is in. They are taken out of this reading. `None` if they must be read anew.
    pub fn lines_after(
        &mut self,
        edit: &Replacement,
        text: &str,
        read_as: ReadAs,
    ) -> Option<(Vec<DraftLine>, &'static Language)> {
        if !edit.leads(&self.text, text) || margin_numbers::are_there(&self.text) || margin_numbers::are_there(text) {
            return None;
        }
        let beyond = edit.range.start.min(self.text.len()).min(text.len()) >= language::SAMPLE;
        let most = read_as.language.unwrap_or_else(|| if beyond { self.most } else { language::detect(text) });
        Some((lines_after(std::mem::take(&mut self.lines), edit, text), most))
    }

    /// All of it, for whoever asks what has changed.
    pub fn reparse(&self) -> Reparse {
        Reparse::Whole(self.text.clone(), Box::new(self.draft.clone()))
    }
}

/// The edit that leads from one reading to the next.
struct ReadingPair<'a> {
    old: &'a WholeReading,
    new: &'a WholeReading,
    edit: PlaceShift,
}

/// The words that an edit has changed in a text that was read as a whole: `None` if anything else is another than before.
pub fn words_changed(old: &WholeReading, new: &WholeReading, edit: &Replacement) -> Option<TextOnlyChange> {
    let edit = PlaceShift::of(&old.text, &new.text, edit)?;
    ReadingPair { old, new, edit }.words()
}

/// How far from an edit its words say what a number counts, in bytes.
const NEAR: usize = 200;

impl ReadingPair<'_> {
    fn words(&self) -> Option<TextOnlyChange> {
        let (old, new) = (&self.old.draft, &self.new.draft);
        let edit = &self.edit;
        let paragraphs = self.changed_paragraphs()?;
        let (before, after) = (reach(old, &paragraphs)?, reach(new, &paragraphs)?);
        // The edit stands inside of the paragraphs, and they are the only ones there.
        let inside = before.start == after.start
            && before.start <= edit.start
            && edit.end <= before.end
            && after.end == before.end.wrapping_add(edit.by);
        let apart = |range: &Range<usize>| range.end <= after.start || after.end <= range.start;
        let same = inside
            && self.same_draft()
            && self.same_paragraphs(&paragraphs)
            && all_moved(&old.elements, &new.elements, |old, new| {
                old.kind == new.kind && edit.moves(&old.range, &new.range)
            })
            && all_moved(&old.markers, &new.markers, |old, new| {
                old.label == new.label && edit.moves(&old.range, &new.range)
            })
            && all_moved(&old.notes, &new.notes, |old, new| self.same_note(old, new))
            && new.elements.iter().all(|element| apart(&element.range))
            && !self.may_call_a_note();
        let (cited_before, cited_after) = (self.cited_elsewhere(old, &before), self.cited_elsewhere(new, &after));
        if !same || !self.same_citations(&cited_before, &cited_after) {
            return None;
        }
        let text = self.new.text.get(after.clone())?.to_owned();
        let draft = words_of(new, &paragraphs, &after, &cited_after.citations)?;
        Some(TextOnlyChange { before, after, replaced: edit.start..edit.end, text, draft })
    }

    /// The paragraphs with words that are others than before, if nothing else is.
    fn changed_paragraphs(&self) -> Option<Range<usize>> {
        let (old, new) = (&self.old.draft.passages, &self.new.draft.passages);
        let edit = &self.edit;
        if old.len() != new.len() || self.old.draft.paragraphs.len() != self.new.draft.paragraphs.len() {
            return None;
        }
        let pairs = || old.iter().zip(new);
        let ahead = pairs().take_while(|(old, new)| old.range.end < edit.start && old == new).count();
        let moved = |(old, new): &(&Passage, &Passage)| old.range.start > edit.end && self.same_passage(old, new);
        let behind = pairs().rev().take(old.len() - ahead).take_while(moved).count();
        let mut changed = pairs().skip(ahead).take(old.len() - ahead - behind).peekable();
        let paragraph = |passage: &Passage| match passage.of {
            PassageOf::Paragraph(i) => Some(i),
            _ => None,
        };
        let first = changed.peek().and_then(|(_, new)| paragraph(new))?;
        let mut last = first;
        for (old, new) in changed {
            last = paragraph(new).filter(|i| *i >= last)?;
            let same = self.same_passage(old, new) || (old.of == new.of && self.same_outline(old, new));
            if !same {
                return None;
            }
        }
        Some(first..last + 1)
    }

    fn same_passage(&self, old: &Passage, new: &Passage) -> bool {
        let Passage { of, range, pieces, ending, width } = old;
        (*of, *ending, *width) == (new.of, new.ending, new.width)
            && self.edit.moves(range, &new.range)
            && all_moved(pieces, &new.pieces, |old, new| self.edit.moves(old, new))
    }

    /// Whether rules that look at the outline of a draft see the same in two passages.
    fn same_outline(&self, old: &Passage, new: &Passage) -> bool {
        let narrow = |passage: &Passage| (passage.width < 60, passage.width < 160);
        let labelled = match new.of {
            PassageOf::Paragraph(i) => self
                .new
                .draft
                .paragraphs
                .get(i)
                .is_some_and(|paragraph| paragraph.label.is_some() && paragraph.range.start == new.range.start),
            _ => false,
        };
        let outline = |reading: &WholeReading, passage: &Passage| {
            let words = reading.text.get(passage.range.clone())?;
            Some(outline(words, labelled, self.new.draft.language))
        };
        old.ending == new.ending && narrow(old) == narrow(new) && outline(self.old, old) == outline(self.new, new)
    }

    /// Whether what is said of the draft as a whole is the same.
    fn same_draft(&self) -> bool {
        let (old, new) = (&self.old.draft, &self.new.draft);
        let title = |draft: &Draft| draft.title.as_ref().map(|title| title.text.clone());
        let language = |part: &LanguagePart| part.language.code;
        let ([old_part], [new_part]) = (old.parts.as_slice(), new.parts.as_slice()) else { return false };
        language(old_part) == language(new_part)
            && old.layout == new.layout
            && old.organ == new.organ
            && old.symbol == new.symbol
            && old.adopted == new.adopted
            && title(old) == title(new)
    }

    /// Whether all paragraphs are the same, but for the words of those that were `changed`.
    fn same_paragraphs(&self, changed: &Range<usize>) -> bool {
        let edit = &self.edit;
        let same_label = |old: &Label, new: &Label| {
            let Label { range, text, value, uncounted, irregular } = old;
            *text == new.text
                && (*value, *uncounted, *irregular) == (new.value, new.uncounted, new.irregular)
                && edit.moves(range, &new.range)
        };
        let same = |(i, (old, new)): (usize, (&Paragraph, &Paragraph))| {
            let label = match (&old.label, &new.label) {
                (Some(old), Some(new)) => same_label(old, new),
                (None, None) => true,
                _ => false,
            };
            label
                && (old.kind, old.level, old.run, old.parent) == (new.kind, new.level, new.run, new.parent)
                && (changed.contains(&i) || edit.moves(&old.range, &new.range))
        };
        self.old.draft.paragraphs.iter().zip(&self.new.draft.paragraphs).enumerate().all(same)
    }

    fn same_note(&self, old: &Note, new: &Note) -> bool {
        let Note { label, label_range, range, text, pieces, is_closed } = old;
        let edit = &self.edit;
        *label == new.label
            && *text == new.text
            && *is_closed == new.is_closed
            && edit.moves(label_range, &new.label_range)
            && edit.moves(range, &new.range)
            && all_moved(pieces, &new.pieces, |old, new| edit.moves(old, new))
    }

    /// Whether words were changed that may tell whether a number calls a note. They are looked at where a note is called
    /// nowhere.
    fn may_call_a_note(&self) -> bool {
        let draft = &self.new.draft;
        let called = |note: &Note| draft.markers.iter().any(|marker| marker.label == note.label);
        let digit_near = |text: &str, end: usize| {
            let around = self.edit.start.saturating_sub(NEAR)..text.len().min(end + NEAR);
            text.as_bytes().get(around).is_none_or(|bytes| bytes.iter().any(u8::is_ascii_digit))
        };
        let near = || {
            digit_near(&self.old.text, self.edit.end)
                || digit_near(&self.new.text, self.edit.end.wrapping_add(self.edit.by))
        };
        !draft.notes.iter().all(called) && near()
    }

    /// What a draft cites before and behind some of its paragraphs.
    fn cited_elsewhere(&self, draft: &Draft, window: &Range<usize>) -> CitedRanges {
        CitedRanges {
            citations: within(&draft.citations, window, |citation| &citation.range),
            references: within(&draft.references, window, |reference| &reference.range),
            malformed: within(&draft.malformed, window, |malformed| &malformed.range),
        }
    }

    /// Whether all that is cited outside of the paragraphs is the same.
    fn same_citations(&self, old_cited: &CitedRanges, new_cited: &CitedRanges) -> bool {
        let (before, after) = (&self.old.draft, &self.new.draft);
        let edit = &self.edit;
        let place = |old: &Range<usize>, new: &Range<usize>| edit.moves(old, new);
        let citation = |old: &Citation, new: &Citation| {
            old.symbol == new.symbol
                && (old.kind, old.in_note, old.in_masthead) == (new.kind, new.in_note, new.in_masthead)
                && edit.moves_placed(&old.date, &new.date)
                && edit.moves_placed(&old.title, &new.title)
                && place(&old.range, &new.range)
        };
        let cites = |target: ReferenceTarget, own: &Range<usize>| match target {
            ReferenceTarget::Citation(i) if i >= own.end => Some((true, i - own.end)),
            ReferenceTarget::Citation(i) if i < own.start => Some((false, i)),
            ReferenceTarget::Citation(_) => None,
            _ => Some((false, usize::MAX)),
        };
        let reference = |old: &Reference, new: &Reference| {
            let moved = |range: Range<usize>| edit.range(&range).unwrap_or(0..0);
            let (of, now) = (cites(old.of, &old_cited.citations), cites(new.of, &new_cited.citations));
            let touched = edit.range(&old.range).is_none();
            !touched && of.is_some() && of == now && Reference { of: new.of, ..old.clone().mapped(moved) } == *new
        };
        let malformed = |old: &MalformedSymbol, new: &MalformedSymbol| {
            old.malformed == new.malformed && place(&old.range, &new.range)
        };
        outside((&before.citations, &old_cited.citations), (&after.citations, &new_cited.citations), citation)
            && outside(
                (&before.references, &old_cited.references),
                (&after.references, &new_cited.references),
                reference,
            )
            && outside((&before.malformed, &old_cited.malformed), (&after.malformed, &new_cited.malformed), malformed)
    }
}

/// Which of a draft's citations, references and malformed symbols stand in some of its paragraphs.
struct CitedRanges {
    citations: Range<usize>,
    references: Range<usize>,
    malformed: Range<usize>,
}

/// Which of these, in order, stand in a window.
fn within<T>(all: &[T], window: &Range<usize>, place: impl Fn(&T) -> &Range<usize>) -> Range<usize> {
    let first = all.partition_point(|one| place(one).start < window.start);
    first..all.partition_point(|one| place(one).start < window.end).max(first)
}

/// Whether all but some of these are the `same` as all but some of those.
fn outside<T>(
    (old, old_own): (&[T], &Range<usize>),
    (new, new_own): (&[T], &Range<usize>),
    same: impl Fn(&T, &T) -> bool,
) -> bool {
    let ahead = |all: &'_ [T], own: &Range<usize>| all.get(..own.start).map(<[T]>::len);
    let heads = ahead(old, old_own) == ahead(new, new_own)
        && old.iter().zip(new).take(old_own.start).all(|(old, new)| same(old, new));
    let (old, new) = (old.get(old_own.end..).unwrap_or_default(), new.get(new_own.end..).unwrap_or_default());
    heads && all_moved(old, new, same)
}

fn all_moved<T>(old: &[T], new: &[T], same: impl Fn(&T, &T) -> bool) -> bool {
    old.len() == new.len() && old.iter().zip(new).all(|(old, new)| same(old, new))
}

/// From the first to the last byte of some paragraphs and of the lines that they end with.
fn reach(draft: &Draft, paragraphs: &Range<usize>) -> Option<Range<usize>> {
    let all = draft.paragraphs.get(paragraphs.clone())?.iter().map(|paragraph| &paragraph.range);
    let passages = paragraphs.clone().flat_map(|i| draft.passages_of(i));
    let pieces = passages.flat_map(|passage| &passage.pieces);
    let reach = |reach: Range<usize>, range: &Range<usize>| reach.start.min(range.start)..reach.end.max(range.end);
    all.chain(pieces).cloned().reduce(|whole, range| reach(whole, &range))
}

/// What rules that look at the outline of a draft see of words.
fn outline(words: &str, labelled: bool, language: &Language) -> [bool; 9] {
    [
        !labelled && opens_preambular(words, language),
        !labelled && opens_operative(words, language),
        !labelled && may_open_preambular(words, language),
        !labelled && opens_rather_operative(words, language),
        !labelled && opens_as_known(words, language),
        !labelled && may_be_item(words, language),
        words.ends_with(is_question_mark),
        words.contains(char::is_alphanumeric),
        words.starts_with('#') || begins_with_bullet(words),
    ]
}

/// What was read of some paragraphs that stand in a window of the text, whose citations are those with these indices.
/// `None` if something stands only partly in the window.
fn words_of(draft: &Draft, paragraphs: &Range<usize>, window: &Range<usize>, cited: &Range<usize>) -> Option<Draft> {
    let back = window.start.wrapping_neg();
    let moved = |range: &Range<usize>| range.start.wrapping_add(back)..range.end.wrapping_add(back);
    let inside = |range: &Range<usize>| window.start <= range.start && range.end <= window.end;
    let meets = |range: &Range<usize>| range.start < window.end && window.start < range.end;
    let mut words = Draft::empty(draft.language, window.len());
    (words.layout, words.read_as, words.organ) = (draft.layout, draft.read_as, draft.organ);
    for (i, paragraph) in draft.paragraphs.iter().enumerate() {
        if !paragraphs.contains(&i) {
            if meets(&paragraph.range) {
                return None;
            }
            continue;
        }
        let label = paragraph.label.as_ref().map(|label| Label { range: moved(&label.range), ..label.clone() });
        let parent = paragraph.parent.and_then(|parent| parent.checked_sub(paragraphs.start));
        words.paragraphs.push(Paragraph { range: moved(&paragraph.range), label, parent, ..paragraph.clone() });
    }
    for passage in &draft.passages {
        let of = match passage.of {
            PassageOf::Paragraph(i) if paragraphs.contains(&i) => PassageOf::Paragraph(i - paragraphs.start),
            _ if meets(&passage.range) => return None,
            _ => continue,
        };
        let pieces = passage.pieces.iter().map(moved).collect();
        words.passages.push(Passage { of, range: moved(&passage.range), pieces, ..*passage });
    }
    let markers = draft.markers.iter().filter(|marker| inside(&marker.range));
    words.markers = markers.map(|marker| marker.moved(back)).collect();
    for note in &draft.notes {
        let whole = note.pieces.iter().chain([&note.range, &note.label_range]);
        if whole.clone().any(meets) && !whole.clone().all(inside) {
            return None;
        }
        if inside(&note.range) {
            let pieces = note.pieces.iter().map(moved).collect();
            let (label_range, range) = (moved(&note.label_range), moved(&note.range));
            words.notes.push(Note { label_range, range, pieces, ..note.clone() });
        }
    }
    words.citations = draft.citations.get(cited.clone())?.iter().map(|citation| citation.moved(back)).collect();
    let references = draft.references.iter().filter(|reference| meets(&reference.range));
    words.references = references
        .map(|reference| {
            let of = match reference.of {
                ReferenceTarget::Citation(i) if cited.contains(&i) => ReferenceTarget::Citation(i - cited.start),
                ReferenceTarget::Citation(_) => ReferenceTarget::Elsewhere,
                of => of,
            };
            Reference { of, ..reference.moved(back) }
        })
        .collect();
    let malformed = draft.malformed.iter().filter(|malformed| inside(&malformed.range));
    words.malformed = malformed.map(|malformed| malformed.moved(back)).collect();
    Some(words)
}

/// What an edit does to places: those before it stay, those behind it move.
struct PlaceShift {
    /// What was replaced, in bytes of the text before.
    start: usize,
    end: usize,
    /// How far what stands behind it moves; this wraps.
    by: usize,
}

impl PlaceShift {
    /// What an edit does that makes one text of another and breaks or joins no lines.
    fn of(old: &str, new: &str, edit: &Replacement) -> Option<PlaceShift> {
        let Replacement { range, length } = edit;
        let written = range.start..range.start + length;
        let breaks = |words: &str| words.contains(['\n', '\r', '\u{c}']);
        let within_a_line = !breaks(old.get(range.clone())?) && !breaks(new.get(written)?);
        let shift = PlaceShift { start: range.start, end: range.end, by: length.wrapping_sub(range.len()) };
        (within_a_line && edit.leads(old, new)).then_some(shift)
    }

    /// Where a place is after the edit; `None` if the edit is inside of it.
    fn range(&self, range: &Range<usize>) -> Option<Range<usize>> {
        if range.end <= self.start {
            return Some(range.clone());
        }
        (range.start >= self.end).then(|| range.start.wrapping_add(self.by)..range.end.wrapping_add(self.by))
    }

    fn moves(&self, old: &Range<usize>, new: &Range<usize>) -> bool {
        self.range(old).as_ref() == Some(new)
    }

    /// The same of something that has a place, if it is there at all.
    fn moves_placed<T: PartialEq>(&self, old: &Option<(T, Range<usize>)>, new: &Option<(T, Range<usize>)>) -> bool {
        match (old, new) {
            (Some((old, at)), Some((new, now))) => old == new && self.moves(at, now),
            (None, None) => true,
            _ => false,
        }
    }
}

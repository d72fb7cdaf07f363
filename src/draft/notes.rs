//! Footnotes: their numbers and texts, wherever the layout keeps them.

use std::ops::Range;

use super::anchors;
use super::lines::{TextEnding, ending};
use super::normalized_text::NormalizedText;
use super::page::{PageLineKind, PageLines, STARRED, glued_rule, is_digits, without_emphasis};
use crate::language::Language;
use crate::script::punctuation::ends_sentence;
use crate::script::{is_superscript, plain_superscript};

/// A note as it stands: its number and the lines of its text.
#[derive(Debug, Clone)]
pub struct RawNote {
    /// The label, as it is compared with markers.
    pub label: String,
    /// The label's bytes in the draft.
    pub label_range: Range<usize>,
    /// Its text, a piece a line, in order.
    pub pieces: Vec<Range<usize>>,
    /// The region of notes it stands in.
    pub region: u32,
    /// How the note is written.
    pub form: NoteForm,
    /// The next note, or the end of the page, shows where its text ends.
    pub is_closed: bool,
    /// Its text does not stand right behind its number.
    pub is_apart: bool,
    /// How many of its last pieces stand on the next page.
    pub continued: usize,
}

impl RawNote {
    /// Reads the note's running text, evened out, into `flow`.
    pub fn flow_into(&self, text: &str, flow: &mut NormalizedText) {
        flow.clear();
        for piece in &self.pieces {
            flow.push(&text[piece.clone()], piece.start);
            // Each piece is the text of a line: its end breaks the line.
            flow.push("\n", piece.end);
        }
    }
}

/// How a note's number is written, which tells how its marker is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoteForm {
    /// `¹`
    Superscript,
    /// `[^1]:`, `<sup>1</sup>`, and whatever else markup tells to be a note.
    Caret,
    /// `[1]`
    Bracket,
    /// `1`, in whatever punctuation.
    Plain,
}

/// Reads the notes of a draft, whose full lines have `width` columns.
pub fn notes(text: &str, page: &PageLines, language: &Language, width: usize) -> Vec<RawNote> {
    let mut notes: Vec<RawNote> = Vec::new();
    let mut region_start = 0;
    let mut region = u32::MAX;
    // The region's numbers have lines of their own: one at the beginning of a line is part of the text.
    let mut alone = false;
    // Text before the first number of its region.
    let mut orphans: Vec<Range<usize>> = Vec::new();
    // The line before, blank ones aside, is of the last note.
    let mut in_note = false;
    for (line, kind) in page.lines.iter().zip(&page.kinds) {
        let here = match *kind {
            PageLineKind::Blank => continue,
            PageLineKind::Note(here) => here,
            PageLineKind::Text | PageLineKind::Furniture => {
                if std::mem::take(&mut in_note) {
                    let ends = line.new_page || *kind == PageLineKind::Furniture;
                    let ends = ends && notes.last().is_some_and(|last| says_a_whole(text, last));
                    close(&mut notes, region_start, ends);
                }
                continue;
            }
        };
        // A note to asterisks is not numbered.
        if here == STARRED {
            continue;
        }
        if here != region {
            settle(text, &mut notes, region_start, &mut orphans, width);
            region_start = notes.len();
            region = here;
            alone = false;
        }
        in_note = true;
        let range = line.text.start + glued_rule(&text[line.text.clone()])..line.text.end;
        let content = &text[range.clone()];
        if is_digits(content) {
            alone = true;
            notes.push(note(content, range, NoteForm::Plain, here));
        } else if let Some((label, skip)) = anchors::head(content) {
            let words = anchors::back_link(content).unwrap_or(content.len());
            let words = skip + content.get(skip..words).map_or(0, |words| words.trim_end().len());
            let at = range.start;
            let number = content.get(label.clone()).unwrap_or_default();
            // Where no more is left of the link than its arrow, the mark may be `[1]`.
            let form = if content.ends_with(anchors::is_arrow) { NoteForm::Bracket } else { NoteForm::Caret };
            let mut found = note(number, at + label.start..at + label.end, form, here);
            if skip < words {
                found.pieces.push(at + skip..at + words);
            }
            notes.push(found);
        } else if let Some((label, label_len, skip, form)) =
            emphasized(content).or_else(|| numbered(content)).filter(|(label, _, skip, form)| {
                let text = content.get(*skip..).unwrap_or("");
                *form != NoteForm::Plain || (!alone && follows(&notes, region_start, label) && !counts(text, language))
            })
        {
            let at = range.start;
            let offset = content[..label_len].find(|c: char| c.is_ascii_digit() || is_superscript(c)).unwrap_or(0);
            let len = content[offset..]
                .find(|c: char| !c.is_ascii_digit() && !is_superscript(c))
                .unwrap_or(content.len() - offset);
            let mut found = note(&label, at + offset..at + offset + len, form, here);
            if skip < content.len() {
                found.pieces.push(at + skip..range.end);
            }
            notes.push(found);
            // In some PDFs' text one note runs on behind the other.
            while let Some((number, skip)) =
                notes.last().filter(|_| form == NoteForm::Plain).and_then(|last| runs_on(text, last))
            {
                if let Some(piece) = notes.last_mut().and_then(|last| last.pieces.last_mut()) {
                    piece.end = number.start;
                }
                let mut next = note(&text[number.clone()], number, NoteForm::Plain, here);
                next.pieces.push(skip..range.end);
                notes.push(next);
            }
        } else if content.starts_with('*') {
            // Notes to asterisks are not numbered; nor is their text anybody else's.
            orphans.clear();
        } else if notes.len() > region_start {
            if let Some(last) = notes.last_mut() {
                last.pieces.push(range);
            }
        } else {
            orphans.push(range);
        }
    }
    if in_note {
        close(&mut notes, region_start, true);
    }
    settle(text, &mut notes, region_start, &mut orphans, width);
    notes
}

/// Whether the text of the last note on a page may be whole: it does not end with a small word, behind which it would go on
/// on the next page.
fn says_a_whole(text: &str, note: &RawNote) -> bool {
    let Some(last) = note.pieces.last().and_then(|piece| text.get(piece.clone())) else { return false };
    let word = last.rsplit(char::is_whitespace).next().unwrap_or_default();
    !(word.chars().all(char::is_lowercase) && word.chars().count() < 4)
}

/// The number of the next note that stands inside a note's line, glued to its full stop (`annex.2 United Nations`), and where
/// its text begins.
fn runs_on(text: &str, note: &RawNote) -> Option<(Range<usize>, usize)> {
    let piece = note.pieces.last()?.clone();
    let words = text.get(piece.clone())?;
    let next = note.label.parse::<u32>().ok()?.checked_add(1)?.to_string();
    words.match_indices(&next).find_map(|(at, _)| {
        let (before, after) = (words.get(..at)?, words.get(at + next.len()..)?);
        let said = after.trim_start();
        let parted = said.len() < after.len() && said.starts_with(|c: char| c.is_alphanumeric() || c == '“');
        (before.ends_with(ends_sentence) && parted)
            .then(|| (piece.start + at..piece.start + at + next.len(), piece.end - said.len()))
    })
}

/// Says of the notes of one region where their texts end: each before the note with the next number, and the last one,
/// where the page `ends` behind it.
fn close(notes: &mut [RawNote], from: usize, ends: bool) {
    let Some(region) = notes.get_mut(from..) else { return };
    let next: Vec<Option<u32>> = region.iter().skip(1).map(|note| note.label.parse().ok()).collect();
    for (i, note) in region.iter_mut().enumerate() {
        let due = note.label.parse::<u32>().ok().and_then(|number| number.checked_add(1));
        note.is_closed = match next.get(i) {
            Some(next) => next.is_some() && *next == due,
            None => ends,
        };
    }
}

/// Whether a bare number at the beginning of a line can be the next note of its region, and no part of a date
/// or a sum that begins a line of the note before.
fn follows(notes: &[RawNote], region_start: usize, label: &str) -> bool {
    let number = |note: &RawNote| note.label.parse::<u32>().ok();
    match notes.get(region_start..).and_then(<[RawNote]>::last) {
        None => true,
        Some(last) => number(last).and_then(|n| n.checked_add(1)).is_some_and(|next| label.parse() == Ok(next)),
    }
}

/// Whether a text begins with a word that makes the number before it a date or a quantity.
fn counts(text: &str, language: &Language) -> bool {
    let len = text.find(|c: char| !c.is_alphabetic()).unwrap_or(text.len());
    let (word, rest) = text.split_at(len);
    // The organ that a symbol begins with is no word: `A/93/85`.
    if rest.starts_with('/') {
        return false;
    }
    let word = word.to_lowercase();
    language.reading.counting_words.contains(&word.as_str())
}

fn note(label: &str, label_range: Range<usize>, form: NoteForm, region: u32) -> RawNote {
    RawNote {
        label: label.to_owned(),
        label_range,
        pieces: Vec::new(),
        region,
        form,
        is_closed: false,
        is_apart: false,
        continued: 0,
    }
}

/// In some PDFs a number stands apart from its text: gives the numbers of one region that have no text the
/// sentences that have no number, both in their order.
fn settle(text: &str, notes: &mut [RawNote], from: usize, orphans: &mut Vec<Range<usize>>, width: usize) {
    let mut sentences = sentences(text, std::mem::take(orphans));
    let (before, region) = notes.split_at_mut(from.min(notes.len()));
    let mut empty: Vec<usize> = (0..region.len()).filter(|&i| region[i].pieces.is_empty()).collect();
    // What stands before the first number goes on with the last note of the page before, if that was broken off.
    if let Some(before) = before.last_mut().filter(|_| !sentences.is_empty() && empty.is_empty()) {
        let last = before.pieces.last().and_then(|piece| text.get(piece.clone())).unwrap_or_default();
        before.is_closed = false;
        if matches!(ending(last), TextEnding::Open | TextEnding::Comma | TextEnding::Semicolon) {
            let more = sentences.remove(0);
            before.is_closed = true;
            before.continued = more.len();
            before.pieces.extend(more);
        }
    }
    empty.sort_by_key(|&i| region[i].label.parse::<u32>().unwrap_or(u32::MAX));
    // There are as many sentences as numbers: each has its own.
    if !empty.is_empty() && sentences.is_empty() {
        let pieces = region.iter().flat_map(|note| note.pieces.iter().cloned()).collect();
        let mut own = self::sentences(text, pieces);
        // With one sentence less, a note has lost its full stop where a line ends that had room for more.
        let unmarked = if own.len() + 1 == region.len() { part_at_room(text, &mut own, width) } else { None };
        let broken_off = own.last().is_some_and(|last| !had_room(text, last, width));
        let mut numbered: Vec<usize> = (0..region.len()).collect();
        numbered.sort_by_key(|&i| region[i].label.parse::<u32>().unwrap_or(u32::MAX));
        let labels: Vec<usize> = region.iter().map(|note| note.label_range.start).collect();
        if own.len() == region.len() {
            let last = own.len().wrapping_sub(1);
            for (place, (i, sentence)) in numbered.into_iter().zip(own).enumerate() {
                let label = region[i].label_range.end;
                // Another number may stand between this one and its text.
                let apart = sentence
                    .first()
                    .is_some_and(|first| labels.iter().any(|other| (label..first.start).contains(other)));
                region[i].is_apart = apart || sentence.first().is_none_or(|first| first.start < label);
                region[i].pieces = sentence;
                region[i].is_closed = unmarked == Some(place) || (place == last && !broken_off);
            }
            return;
        }
    }
    for i in empty {
        // Which text is whose is no longer certain.
        region[i].is_closed = false;
        if sentences.is_empty() {
            let before = region[i].label.parse::<u32>().ok().and_then(|n| n.checked_sub(1)).map(|n| n.to_string());
            let Some(donor) = region.iter().position(|note| Some(&note.label) == before.as_ref()) else { continue };
            region[donor].is_closed = false;
            let mut parts = self::sentences(text, region[donor].pieces.clone());
            if parts.len() < 2 {
                continue;
            }
            region[donor].pieces = parts.remove(0);
            region[i].pieces = parts.into_iter().flatten().collect();
        } else {
            region[i].pieces = sentences.remove(0);
        }
    }
}

/// Parts the sentence in two that has a line inside with room for the first word of the next one, if there is but one such
/// line: its number.
fn part_at_room(text: &str, sentences: &mut Vec<Vec<Range<usize>>>, width: usize) -> Option<usize> {
    let columns = |line: &Range<usize>| text.get(line.clone()).map_or(0, |line| line.chars().count());
    let word = |line: &Range<usize>| text.get(line.clone()).and_then(|line| line.split_whitespace().next());
    let room = |pair: &[Range<usize>]| {
        let [line, next] = pair else { return false };
        columns(line) + 1 + word(next).map_or(0, |word| word.chars().count()) + width / 8 <= width
    };
    let mut places = sentences.iter().enumerate().flat_map(|(i, lines)| {
        lines.windows(2).enumerate().filter(|(_, pair)| room(pair)).map(move |(line, _)| (i, line + 1))
    });
    let (sentence, line) = places.next().filter(|_| places.next().is_none())?;
    let rest = sentences.get_mut(sentence)?.split_off(line);
    sentences.insert(sentence + 1, rest);
    Some(sentence)
}

/// Whether the last line of a sentence had room for more, so that nothing of it stands on the next page.
fn had_room(text: &str, sentence: &[Range<usize>], width: usize) -> bool {
    let line = sentence.last().and_then(|line| text.get(line.clone())).unwrap_or_default();
    line.chars().count() * 4 < width * 3
}

/// Groups lines into sentences: one ends with a line that ends with a full stop.
fn sentences(text: &str, lines: Vec<Range<usize>>) -> Vec<Vec<Range<usize>>> {
    let mut sentences: Vec<Vec<Range<usize>>> = Vec::new();
    let mut open = false;
    for line in lines {
        let ends = ending(&text[line.clone()]) == TextEnding::Stop;
        match sentences.last_mut() {
            Some(last) if open => last.push(line),
            _ => sentences.push(vec![line]),
        }
        open = !ends;
    }
    sentences
}

/// The number at the beginning of a note's line: the number, the bytes it takes with its brackets, where the
/// text begins, and how it is written.
fn numbered(line: &str) -> Option<(String, usize, usize, NoteForm)> {
    let inner = line.strip_prefix('⁽').unwrap_or(line);
    let after = inner.trim_start_matches(is_superscript);
    if after.len() < inner.len() {
        let len = line.len() - after.strip_prefix('⁾').unwrap_or(after).len();
        return Some((ascii(&line[..len]), len, text_from(line, len), NoteForm::Superscript));
    }
    let open = if line.starts_with("\\[") { 2 } else { usize::from(line.starts_with(['[', '('])) };
    let digits = line[open..].bytes().take_while(u8::is_ascii_digit).count();
    if !(1..=3).contains(&digits) {
        return None;
    }
    let label = line[open..open + digits].to_owned();
    let rest = &line[open + digits..];
    let mark = rest.len() - rest.trim_start_matches(['\\', ']', ')', '.', '/', ':']).len();
    if open > 0 && mark == 0 {
        return None;
    }
    let len = open + digits + mark;
    if !line[len..].starts_with([' ', '\u{a0}', '\t', '\u{3000}']) {
        return None;
    }
    let form = if line.starts_with(['[', '\\']) { NoteForm::Bracket } else { NoteForm::Plain };
    Some((label, len, text_from(line, len), form))
}

/// As [`numbered`], where the number stands in square brackets that are emphasized: `**[1]** See A/90/388`.
fn emphasized(line: &str) -> Option<(String, usize, usize, NoteForm)> {
    let (bare, emphasis) = without_emphasis(line);
    if emphasis.is_empty() || !bare.starts_with(['[', '\\']) {
        return None;
    }
    let close = bare.find(']')? + 1;
    let text = bare.get(close..)?.strip_prefix(emphasis)?;
    let head = bare.get(..close)?;
    let (label, _, _, form) = numbered(&format!("{head} "))?;
    let text = text_from(line, line.len() - text.len());
    Some((label, emphasis.len() + head.len(), text, form))
}

/// Where a note's text begins after its number: past spaces and the empty brackets of an Arabic note.
fn text_from(line: &str, at: usize) -> usize {
    let rest = &line[at..];
    let text = rest.trim_start();
    let text = text.strip_prefix("()").map_or(text, str::trim_start);
    line.len() - text.len()
}

/// A superscript number in ASCII digits.
pub fn ascii(superscript: &str) -> String {
    superscript.chars().filter_map(plain_superscript).collect()
}

//! Footnotes: their numbers and texts, wherever the layout keeps them.

use std::ops::Range;

use super::anchors;
use super::lines::{TextEnding, ending};
use super::normalized_text::NormalizedText;
use super::page::{PageLineKind, PageLines, STARRED, is_digits, without_emphasis};
use crate::language::Language;
use crate::script::{is_superscript, plain_superscript};

/// A note as it stands: its number and the lines of its text.
#[derive(Debug, Clone)]
pub struct RawNote {
    pub label: String,
    pub label_range: Range<usize>,
    /// Its text, a piece a line, in order.
    pub pieces: Vec<Range<usize>>,
    /// The region of notes it stands in.
    pub region: u32,
    pub form: NoteForm,
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

/// Reads the notes of a draft.
pub fn notes(text: &str, page: &PageLines, language: &Language) -> Vec<RawNote> {
    let mut notes: Vec<RawNote> = Vec::new();
    let mut region_start = 0;
    let mut region = u32::MAX;
    // The region's numbers have lines of their own: one at the beginning of a line is part of the text.
    let mut alone = false;
    // Text before the first number of its region.
    let mut orphans: Vec<Range<usize>> = Vec::new();
    for (line, kind) in page.lines.iter().zip(&page.kinds) {
        // A note to asterisks is not numbered.
        let PageLineKind::Note(here) = *kind else { continue };
        if here == STARRED {
            continue;
        }
        if here != region {
            settle(text, &mut notes, region_start, &mut orphans);
            region_start = notes.len();
            region = here;
            alone = false;
        }
        let range = line.text.clone();
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
    settle(text, &mut notes, region_start, &mut orphans);
    notes
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
    RawNote { label: label.to_owned(), label_range, pieces: Vec::new(), region, form }
}

/// In some PDFs a number stands apart from its text: gives the numbers of one region that have no text the
/// sentences that have no number, both in their order.
fn settle(text: &str, notes: &mut [RawNote], from: usize, orphans: &mut Vec<Range<usize>>) {
    let mut sentences = sentences(text, std::mem::take(orphans));
    let Some(region) = notes.get_mut(from..) else { return };
    let mut empty: Vec<usize> = (0..region.len()).filter(|&i| region[i].pieces.is_empty()).collect();
    empty.sort_by_key(|&i| region[i].label.parse::<u32>().unwrap_or(u32::MAX));
    for i in empty {
        if sentences.is_empty() {
            let before = region[i].label.parse::<u32>().ok().and_then(|n| n.checked_sub(1)).map(|n| n.to_string());
            let Some(donor) = region.iter().position(|note| Some(&note.label) == before.as_ref()) else { continue };
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

//! Where a footnote goes that isn't there yet, and how a draft writes marks and the beginnings of notes.

use std::ops::Range;

use super::{Draft, Edit, LanguagePart, Marker, Note};
use crate::script::{DigitScript, number_in, superscript};

/// What stands in the place of a note's text that is still to be written.
pub const UNWRITTEN: &str = "…";

/// Where a missing note of a part of a draft goes.
#[derive(Debug)]
pub struct NoteInsertion<'a> {
    /// The part's notes by their numbers.
    notes: Vec<(u32, &'a Note)>,
    line_end: &'static str,
    /// A blank line stands between notes.
    blank: bool,
    /// Byte behind the part's last word.
    end: usize,
}

impl<'a> NoteInsertion<'a> {
    /// Those of all parts of a draft, in order.
    pub fn of_all(text: &str, draft: &'a Draft) -> Vec<NoteInsertion<'a>> {
        let line_end = if text.contains("\r\n") { "\r\n" } else { "\n" };
        let place = |part: &LanguagePart| {
            let end = part.range.start + text.get(part.range.clone()).map_or(0, |words| words.trim_end().len());
            NoteInsertion { notes: Vec::new(), line_end, blank: false, end }
        };
        let mut places: Vec<NoteInsertion<'_>> = draft.parts.iter().map(place).collect();
        for note in &draft.notes {
            let place = places.get_mut(draft.part_at(note.label_range.start));
            if let (Some(place), Ok(number)) = (place, note.label.parse()) {
                place.notes.push((number, note));
            }
        }
        for place in &mut places {
            let gap = place.notes.windows(2).find_map(|pair| match pair {
                [(_, one), (_, next)] => text.get(one.range.end..next.range.start),
                _ => None,
            });
            place.blank = gap.is_some_and(|gap| gap.matches('\n').count() == 2 && gap.trim().is_empty());
            place.notes.sort_by_key(|(number, _)| *number);
        }
        places
    }

    /// The beginning of the note that a mark with this label calls, in its place among the others and written as they are, for
    /// the writer to go on from. `mark` is the mark as it stands in the text. `None` where nothing tells how notes are
    /// written here.
    pub fn stub(&self, text: &str, label: &str, mark: &str) -> Option<Edit> {
        let line_end = self.line_end;
        let number: u32 = label.parse().ok()?;
        let lower = self.notes.partition_point(|(other, _)| *other < number);
        let before = lower.checked_sub(1).and_then(|at| self.notes.get(at));
        let after = self.notes.get(lower).filter(|(other, _)| *other > number);
        let (at, new) = match (before, after) {
            (None, None) => {
                let rule = if mark.starts_with('[') { String::new() } else { format!("_______________{line_end}") };
                let label = match mark {
                    mark if mark.starts_with("[^") => format!("{mark}:"),
                    mark if mark.bytes().all(|b| b.is_ascii_digit()) => return None,
                    mark => mark.to_owned(),
                };
                (self.end, format!("{line_end}{line_end}{rule}{label} {UNWRITTEN}"))
            }
            (before, after) => {
                let (_, neighbour) = before.or(after)?;
                let stub = like(text, neighbour, label)?;
                let gap = line_end.repeat(if self.blank { 2 } else { 1 });
                match before {
                    Some((_, note)) => (note.range.end, format!("{gap}{stub}")),
                    None => (line_start(text, neighbour.label_range.start), format!("{stub}{gap}")),
                }
            }
        };
        Some(Edit { range: at..at, text: new })
    }
}

/// The beginning of a note with another number, written as a note that is there.
fn like(text: &str, note: &Note, number: &str) -> Option<String> {
    let before = text.get(line_start(text, note.label_range.start)..note.label_range.start)?;
    let label = text.get(note.label_range.clone())?;
    let after = text.get(note.label_range.end..)?;
    let gap = after.find(|c: char| !matches!(c, ']' | ')' | '.' | ':' | '⁾' | ' ' | '\u{a0}' | '\t' | '\u{3000}'));
    let gap = after.get(..gap.unwrap_or(after.len()))?;
    let raised = label.chars().all(|c| !c.is_ascii());
    let number = if raised { number.chars().filter_map(superscript).collect() } else { number.to_owned() };
    Some(format!("{before}{number}{gap}{UNWRITTEN}"))
}

fn line_start(text: &str, at: usize) -> usize {
    text.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |end| end + 1)
}

/// How a draft writes the marks of its notes: `¹`, `[^1]`, `[1]`, `(1)`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MarkNotation {
    before: String,
    script: DigitScript,
    behind: String,
}

impl MarkNotation {
    /// A raised number, as it is printed.
    pub const RAISED: MarkNotation =
        MarkNotation { before: String::new(), script: DigitScript::Superscript, behind: String::new() };

    /// As Markdown has it.
    pub fn of_markdown() -> MarkNotation {
        MarkNotation { before: "[^".to_owned(), script: DigitScript::Ascii, behind: "]".to_owned() }
    }

    /// That of the mark next to a place, the nearest above, else the nearest below. `None` where there is no mark, or only bare
    /// numbers that nothing but their note tells from others.
    pub fn at(text: &str, draft: &Draft, at: usize) -> Option<MarkNotation> {
        MarkNotation::among(text, draft, at, |_| true)
    }

    /// As [`MarkNotation::at`], of those marks that are wanted.
    pub fn among(text: &str, draft: &Draft, at: usize, is_wanted: impl Fn(&Marker) -> bool) -> Option<MarkNotation> {
        let part = draft.part_at(at);
        let of_part = |marker: &&Marker| draft.part_at(marker.range.start) == part;
        let here = draft.markers.iter().filter(of_part).filter(|marker| is_wanted(marker));
        let nearest = here.min_by_key(|marker| (marker.range.start >= at, marker.range.start.abs_diff(at)))?;
        MarkNotation::of(text, &nearest.range)
    }

    /// That of a mark at a range of bytes, its brackets inside the range or around it.
    fn of(text: &str, mark: &Range<usize>) -> Option<MarkNotation> {
        let inside = text.get(mark.clone())?;
        let (number, script) = number_in(inside)?;
        let mut before = inside.get(..number.start)?.to_owned();
        let mut behind = inside.get(number.end..)?.to_owned();
        let around = [("[^", "]"), ("[", "]"), ("(", ")"), ("⁽", "⁾")].into_iter().find(|(open, close)| {
            let opens = text.get(..mark.start).is_some_and(|before| before.ends_with(open));
            opens && text.get(mark.end..).is_some_and(|behind| behind.starts_with(close))
        });
        if let Some((open, close)) = around.filter(|_| before.is_empty()) {
            before = open.to_owned();
            behind = close.to_owned();
        }
        let is_told = !before.is_empty() || script == DigitScript::Superscript;
        is_told.then_some(MarkNotation { before, script, behind })
    }

    /// The mark of a note.
    pub fn write(&self, number: u32) -> String {
        format!("{}{}{}", self.before, self.script.write(number), self.behind)
    }
}

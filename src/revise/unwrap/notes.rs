//! Notes from the foot of each page, gathered at the end.

use std::ops::Range;

use super::is_furniture;
use super::joining::{ParagraphJoiner, WordInventory, superscript};
use super::lines::trimmed;
use crate::draft::part_layout::{NoteForm, PageLineKind, PartLayout, RawNote};

/// Adds a part's notes to its text, under the first of the rules that it has, each in a line.
pub fn gathered(text: &str, part: &PartLayout, words: &WordInventory, clean: &mut String) {
    let noted: Vec<usize> = (0..part.page.lines.len())
        .filter(|at| matches!(part.page.kinds.get(*at), Some(PageLineKind::Note(_))))
        .collect();
    if noted.is_empty() {
        return;
    }
    let mut unclaimed = unclaimed(text, part, &noted).into_iter().peekable();
    let mut gathered: Vec<(u32, String)> = Vec::new();
    for note in &part.notes {
        // What stands before the note and is no note's: the end of one from the page before, or a note to an asterisk.
        while let Some(line) = unclaimed.next_if(|line| line.start < note.label_range.start) {
            add(text, part, &line, words, &mut gathered);
        }
        gathered.push((note.label.parse().unwrap_or(u32::MAX), one_line(text, part, note, words)));
    }
    for line in unclaimed {
        add(text, part, &line, words, &mut gathered);
    }
    // In some PDFs' text the notes of a page stand in no order. Where a number is that of two notes, a count begins anew.
    let mut numbers: Vec<&str> = part.notes.iter().map(|note| note.label.as_str()).collect();
    numbers.sort_unstable();
    if numbers.windows(2).all(|pair| pair.first() != pair.last()) {
        gathered.sort_by_key(|(number, _)| *number);
    }
    clean.push('\n');
    if let Some(rule) = rule(text, part) {
        clean.push('\n');
        clean.push_str(rule);
    }
    for (_, note) in gathered {
        clean.push('\n');
        clean.push_str(&note);
    }
}

/// The lines of notes that no note has.
fn unclaimed(text: &str, part: &PartLayout, noted: &[usize]) -> Vec<Range<usize>> {
    let lines = &part.page.lines;
    let at = |offset: usize| lines.partition_point(|line| line.whole.end <= offset);
    let mut claimed: Vec<usize> = part
        .notes
        .iter()
        .flat_map(|note| note.pieces.iter().chain([&note.label_range]))
        .map(|range| at(range.start))
        .collect();
    claimed.sort_unstable();
    let free = noted.iter().filter(|line| claimed.binary_search(line).is_err());
    free.filter_map(|line| lines.get(*line)).map(|line| trimmed(text, &line.whole)).collect()
}

/// Adds a line that no note has: to the note before, whose page has ended, unless it begins a note to an asterisk.
fn add(text: &str, part: &PartLayout, line: &Range<usize>, words: &WordInventory, gathered: &mut Vec<(u32, String)>) {
    let content = text.get(line.clone()).unwrap_or_default();
    match gathered.last_mut().filter(|_| !content.starts_with('*')) {
        Some((_, last)) => {
            let mut joining = ParagraphJoiner::new(part);
            joining.words(last, words);
            joining.break_line();
            joining.words(content, words);
            *last = joining.done();
        }
        // A note to an asterisk stays where it is: before the notes that come after it.
        None => {
            let number = gathered.last().map_or(0, |(number, _)| *number);
            gathered.push((number, content.to_owned()));
        }
    }
}

/// A note in one line.
fn one_line(text: &str, part: &PartLayout, note: &RawNote, words: &WordInventory) -> String {
    let lines = &part.page.lines;
    let line = lines.get(lines.partition_point(|line| line.whole.end <= note.label_range.start));
    let start = line.map_or(note.label_range.start, |line| line.text.start).min(note.label_range.start);
    let same_line = |piece: &&Range<usize>| line.is_some_and(|line| line.whole.contains(&piece.start));
    let first = note.pieces.first().filter(same_line);
    let label = text.get(note.label_range.clone()).unwrap_or_default();
    // In some PDFs' text a rule, or the note before, stands in the same line.
    let before = text.get(start..note.label_range.start).unwrap_or_default().trim();
    let before = if before.chars().any(|c| c.is_alphanumeric() || c == '_') { "" } else { before };
    let after = first.and_then(|piece| text.get(note.label_range.end..piece.start)).unwrap_or_default().trim();
    let label = match (note.form, before, after) {
        (NoteForm::Plain, "(", ")") => format!("⁽{}⁾", superscript(label)),
        (NoteForm::Plain, "", "") => superscript(label),
        (_, before, after) => format!("{before}{label}{after}"),
    };
    let mut joining = ParagraphJoiner::new(part);
    for piece in &note.pieces {
        joining.break_line();
        // The reader leaves out what prints nothing at a line's end; here it stays.
        let line = lines.get(lines.partition_point(|line| line.whole.end <= piece.start));
        let end = line.filter(|line| line.text.end == piece.end).map_or(piece.end, |line| line.whole.end);
        joining.words(text.get(piece.start..end).unwrap_or_default().trim(), words);
    }
    format!("{label} {}", joining.done())
}

/// The first rule that is drawn above notes.
fn rule<'a>(text: &'a str, part: &PartLayout) -> Option<&'a str> {
    let drawn = part.page.lines.iter().enumerate().filter(|(at, _)| is_furniture(part, *at));
    let mut drawn = drawn.filter_map(|(_, line)| text.get(line.text.clone()));
    drawn.find(|line| line.len() >= 5 && line.bytes().all(|b| b == b'_'))
}

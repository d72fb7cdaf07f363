//! Blank lines: one between paragraphs where the draft parts them so, never two.

use std::collections::{HashMap, HashSet};

use super::end_of_line;
use super::written_lines::{LineOpening, LineRole, WrittenLine, WrittenLines};
use crate::draft::{Edit, ParagraphKind};

/// How many things of one kind have a blank line before them, and how many none.
#[derive(Debug, Default, Clone, Copy)]
struct BlankLineCount {
    apart: usize,
    close: usize,
}

/// The changes that make blank lines even.
pub fn edits(written: &WrittenLines) -> Vec<Edit> {
    let lines = &written.lines;
    let filled: Vec<usize> = (0..lines.len()).filter(|i| lines.get(*i).is_some_and(|line| !line.is_blank())).collect();
    let (Some(&first), Some(&last)) = (filled.first(), filled.last()) else { return Vec::new() };
    let mut edits: Vec<Edit> = Vec::new();
    edits.extend(removed(written, 0..first));
    let missing = missing(written, &filled);
    for pair in filled.windows(2) {
        let [before, after] = *pair else { continue };
        if after > before + 2 {
            edits.extend(removed(written, before + 2..after));
        } else if missing.contains(&after)
            && let (Some(above), Some(line)) = (lines.get(before), lines.get(after))
        {
            let ending = written.text.get(above.whole.clone()).map_or("\n", ending);
            edits.push(Edit { range: line.whole.start..line.whole.start, text: ending.to_owned() });
        }
    }
    edits.extend(removed(written, last + 1..lines.len()));
    if let Some(line) = lines.get(last).filter(|line| line.role != LineRole::Untouched)
        && !written.text.get(line.whole.clone()).is_some_and(|line| line.ends_with(['\n', '\r']))
    {
        let ending = end_of_line(written.text).to_owned();
        edits.push(Edit { range: line.whole.end..line.whole.end, text: ending });
    }
    edits
}

/// The lines before which a blank line is missing. Each that is put in says something of how the draft parts its
/// paragraphs, so that they are looked for until there are no more.
fn missing(written: &WrittenLines, filled: &[usize]) -> HashSet<usize> {
    let lines = &written.lines;
    let mut missing = HashSet::new();
    loop {
        let habit = BlankLineHabit::of(lines, filled, &missing);
        let found = missing.len();
        for pair in filled.windows(2) {
            let [before, after] = *pair else { continue };
            if after == before + 1
                && let (Some(above), Some(line)) = (lines.get(before), lines.get(after))
                && habit.wants_blank(above, line)
                && !breaks_by_spaces(written, above)
            {
                missing.insert(after);
            }
        }
        if missing.len() == found {
            return missing;
        }
    }
}

/// How a line ends. A line feed behind a carriage return would be no line's end of its own.
fn ending(line: &str) -> &'static str {
    match line.ends_with('\r') {
        true => "\r",
        false => end_of_line(line),
    }
}

/// Whether a line of Markdown ends with the two spaces that break it: what follows is to stand right below.
fn breaks_by_spaces(written: &WrittenLines, line: &WrittenLine) -> bool {
    let whole = written.text.get(line.whole.clone()).unwrap_or_default();
    written.markdown && whole.trim_end_matches(['\r', '\n']).ends_with("  ")
}

/// Takes lines away, if all of them are blank and may be changed.
fn removed(written: &WrittenLines, lines: std::ops::Range<usize>) -> Option<Edit> {
    let lines = written.lines.get(lines)?;
    let range = lines.first()?.whole.start..lines.last()?.whole.end;
    // A form feed is a new page, and no blank.
    let plain = written.text.get(range.clone())?.chars().all(|c| super::is_space(c) || matches!(c, '\n' | '\r'));
    (plain && lines.iter().all(WrittenLine::is_blank)).then_some(Edit { range, text: String::new() })
}

/// How the draft parts its paragraphs.
struct BlankLineHabit {
    by_kind: HashMap<LineOpening, BlankLineCount>,
    paragraphs: BlankLineCount,
}

impl BlankLineHabit {
    /// `put_in` are the lines before which a blank line is taken to stand.
    fn of(lines: &[WrittenLine], filled: &[usize], put_in: &HashSet<usize>) -> BlankLineHabit {
        let mut habit = BlankLineHabit { by_kind: HashMap::new(), paragraphs: BlankLineCount::default() };
        for pair in filled.windows(2) {
            let [before, after] = *pair else { continue };
            let Some(begins) = lines.get(after).and_then(|line| line.begins) else { continue };
            let count = |count: &mut BlankLineCount| {
                if after > before + 1 || put_in.contains(&after) { count.apart += 1 } else { count.close += 1 }
            };
            count(habit.by_kind.entry(begins).or_default());
            if !matches!(begins, LineOpening::Heading | LineOpening::Paragraph(ParagraphKind::Sub, _)) {
                count(&mut habit.paragraphs);
            }
        }
        habit
    }

    /// Whether a blank line is missing between a line and the one right above it. A list stays as close as it is mostly
    /// written, and so do paragraphs of a kind of which several stand close.
    fn wants_blank(&self, above: &WrittenLine, line: &WrittenLine) -> bool {
        let Some(begins) = line.begins else { return false };
        let untouched = above.role == LineRole::Untouched || line.role == LineRole::Untouched;
        let BlankLineCount { apart, close } = self.by_kind.get(&begins).copied().unwrap_or_default();
        let apart = match begins {
            LineOpening::Paragraph(ParagraphKind::Sub, _) => apart > close,
            _ if close > 1 => apart > close,
            _ => self.paragraphs.apart > self.paragraphs.close,
        };
        apart && !untouched
    }
}

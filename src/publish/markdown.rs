//! A clean draft in Markdown: headings, notes and marks in Markdown's own way, and all else as it is.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::draft::Draft;
use crate::script::is_superscript;
use crate::source::Hints;

/// The text of a draft in Markdown.
pub fn of(text: &str, draft: &Draft, hints: &Hints) -> String {
    // What becomes of pieces of the text, by where they begin.
    let mut changes: BTreeMap<usize, (usize, String)> = BTreeMap::new();
    let mut change = |range: Range<usize>, written: String| {
        changes.insert(range.start, (range.end, written));
    };
    let is_raised = |range: &Range<usize>| text.get(range.clone()).is_some_and(|mark| mark.starts_with(is_superscript));
    for marker in draft.markers.iter().filter(|marker| is_raised(&marker.range)) {
        change(marker.range.clone(), format!("[^{}]", marker.label));
    }
    let mut first_note = None;
    for note in draft.notes.iter().filter(|note| is_raised(&note.label_range)) {
        let line_start =
            text.get(..note.label_range.start).and_then(|before| before.rfind('\n')).map_or(0, |end| end + 1);
        first_note.get_or_insert(line_start);
        let rest = text.get(note.label_range.end..).unwrap_or_default();
        let behind = rest.len() - rest.trim_start_matches([']', ':', ')', ' ', '\t']).len();
        // Notes that stand line by line are paragraphs of their own.
        let blank = if text.get(..line_start).is_some_and(|before| !before.is_empty() && !before.ends_with("\n\n")) {
            "\n"
        } else {
            ""
        };
        change(line_start..note.label_range.end + behind, format!("{blank}[^{}]: ", note.label));
    }
    let title = draft.title.as_ref().map(|title| title.range.clone());
    let is_paragraph = |at: usize| draft.paragraphs.iter().any(|paragraph| paragraph.range.contains(&at));
    let headings = hints.headings.iter().filter(|heading| !is_paragraph(heading.start));
    for (at, marks) in
        title.iter().map(|title| (title.start, "# ")).chain(headings.map(|heading| (heading.start, "## ")))
    {
        changes.entry(at).or_insert((at, marks.to_owned()));
    }
    let mut written = String::with_capacity(text.len() + text.len() / 8);
    let mut done = 0;
    for (start, line) in lines(text) {
        // The rule above the notes is for the eye.
        let is_rule = line.len() >= 5 && line.bytes().all(|b| b == b'_');
        if is_rule && first_note.is_some_and(|note| start < note) {
            written.truncate(written.trim_end_matches('\n').len());
            written.push('\n');
            done = start + line.len();
            continue;
        }
        for (at, c) in line.char_indices().map(|(at, c)| (start + at, c)) {
            if at < done {
                continue;
            }
            if let Some((end, put)) = changes.get(&at) {
                written.push_str(put);
                done = (*end).max(done);
                if at < done {
                    continue;
                }
            }
            // These would be emphasis, code, tags or escapes.
            if matches!(c, '*' | '`' | '<' | '\\') {
                written.push('\\');
            }
            written.push(c);
        }
        written.push('\n');
    }
    written.truncate(written.trim_end().len());
    written.push('\n');
    written
}

/// The lines of a text without their ends, and where they begin.
fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut start = 0;
    text.split('\n').map(move |line| {
        let at = start;
        start += line.len() + 1;
        (at, line)
    })
}

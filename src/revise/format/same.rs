//! Whether a draft is read as before: the same paragraphs, marks, notes and citations, in the same order.

use std::fmt::Write;

use crate::draft::edit::apply;
use crate::draft::{Draft, Edit, ReadAs};

/// How often a draft is read again to find the changes after which it would be read otherwise. A draft that has more of
/// them than can be found so is left as it is.
const READINGS: usize = 64;

/// The changes after which the draft is still read as it was, all of them if possible.
pub fn kept(text: &str, draft: &Draft, edits: Vec<Edit>) -> Vec<Edit> {
    if edits.is_empty() {
        return edits;
    }
    let mut trial = StructureCheck { text, read_as: draft.read_as, was: skeleton(text, draft), readings: 0 };
    let mut kept = Vec::new();
    let done = trial.keep(&edits, &mut kept);
    if done { kept } else { Vec::new() }
}

struct StructureCheck<'a> {
    text: &'a str,
    read_as: ReadAs,
    was: String,
    readings: usize,
}

impl StructureCheck<'_> {
    /// Adds to `kept` what of these changes can be made with it. Gives up, and says so, after too many readings.
    fn keep(&mut self, edits: &[Edit], kept: &mut Vec<Edit>) -> bool {
        if self.readings >= READINGS {
            return false;
        }
        self.readings += 1;
        let before = kept.len();
        kept.extend_from_slice(edits);
        let after = apply(kept, self.text);
        if skeleton(&after, &Draft::read_as(&after, self.read_as)) == self.was {
            return true;
        }
        kept.truncate(before);
        match edits {
            [] | [_] => true,
            _ => {
                let (first, second) = edits.split_at(edits.len() / 2);
                self.keep(first, kept) && self.keep(second, kept)
            }
        }
    }
}

/// Everything that was read of a draft, without its white space.
pub fn skeleton(text: &str, draft: &Draft) -> String {
    let mut all = String::with_capacity(text.len() * 2);
    let bare = |range: &std::ops::Range<usize>| -> String {
        let words = text.get(range.clone()).unwrap_or_default().split_whitespace();
        words.collect()
    };
    let codes: Vec<_> = draft.parts.iter().map(|part| part.language.code).collect();
    let title = draft.title.as_ref().map(|title| bare(&title.range));
    let own = (codes, draft.layout, draft.organ, &draft.symbol, title, draft.adopted);
    // Writing into a string cannot fail.
    let _ = writeln!(all, "{own:?}");
    for element in &draft.elements {
        let _ = writeln!(all, "{:?} {}", element.kind, bare(&element.range));
    }
    for paragraph in &draft.paragraphs {
        let label = paragraph.label.as_ref().map(|label| (bare(&label.range), label.value, label.uncounted));
        let place = (paragraph.kind, paragraph.level, paragraph.run, paragraph.parent, label);
        let _ = writeln!(all, "{place:?} {}", bare(&paragraph.range));
    }
    for marker in &draft.markers {
        let _ = writeln!(all, "{}", marker.label);
    }
    for note in &draft.notes {
        let words: String = note.text.split_whitespace().collect();
        let _ = writeln!(all, "{} {} {words}", note.label, bare(&note.range));
    }
    for cited in &draft.citations {
        let title = cited.title.as_ref().map(|(_, range)| bare(range));
        let facts = (&cited.symbol, cited.kind, cited.date.as_ref().map(|(date, _)| date), title);
        let _ = writeln!(all, "{facts:?} {} {} {}", cited.in_note, cited.in_masthead, bare(&cited.range));
    }
    for reference in &draft.references {
        let _ =
            writeln!(all, "{} {:?} {}", reference.paragraph.unwrap_or_default(), reference.of, bare(&reference.range));
    }
    for malformed in &draft.malformed {
        let _ = writeln!(all, "{}", bare(&malformed.range));
    }
    all
}

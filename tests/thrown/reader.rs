//! Whatever the text, reading it gives a structure whose places are valid, and mends that can be made.

use std::ops::Range;

use rapporteur::draft::{Draft, Edit, ReferenceTarget};
use rapporteur::revise::renumber::{Insertions, MoveDirection, RenumberScope, move_paragraph, rename, renumber};
use rapporteur::rules::{self, Finding};

use super::words;

/// Reads and checks the text that the bytes make.
pub fn check(bytes: &[u8]) {
    let text = words::text(bytes);
    assert_eq!(faults(&text), None, "{text:?}");
}

/// Whether a range is one of whole characters of the text.
fn is_valid(text: &str, range: &Range<usize>) -> bool {
    text.get(range.clone()).is_some()
}

/// All places of a draft, with what they are places of.
fn places(draft: &Draft) -> Vec<(&'static str, &Range<usize>)> {
    let mut all = Vec::new();
    all.extend(draft.title.iter().flat_map(|t| [&t.range].into_iter().chain(&t.number)).map(|r| ("title", r)));
    all.extend(draft.elements.iter().map(|e| ("element", &e.range)));
    all.extend(draft.paragraphs.iter().map(|p| ("paragraph", &p.range)));
    all.extend(draft.paragraphs.iter().filter_map(|p| Some(("label", &p.label.as_ref()?.range))));
    all.extend(draft.markers.iter().map(|m| ("marker", &m.range)));
    all.extend(draft.notes.iter().flat_map(|n| [("note", &n.range), ("note's label", &n.label_range)]));
    all.extend(draft.citations.iter().map(|c| ("citation", &c.range)));
    all.extend(draft.citations.iter().filter_map(|c| Some(("date", &c.date.as_ref()?.1))));
    all.extend(draft.citations.iter().filter_map(|c| Some(("cited title", &c.title.as_ref()?.1))));
    all.extend(draft.references.iter().map(|r| ("reference", &r.range)));
    all.extend(draft.references.iter().filter_map(|r| Some(("reference's number", r.number.as_ref()?))));
    all.extend(draft.references.iter().flat_map(|r| &r.subparagraphs).map(|label| ("referred label", &label.range)));
    all.extend(draft.malformed.iter().map(|m| ("malformed symbol", &m.range)));
    all
}

/// Whether a mend's replacements are ascending, apart and of whole characters.
fn can_be_made<'a>(text: &str, edits: impl IntoIterator<Item = &'a Edit>) -> bool {
    let mut end = 0;
    edits.into_iter().map(|edit| &edit.range).all(|range| {
        let apart = range.start >= end;
        end = range.end;
        apart && is_valid(text, range)
    })
}

/// What is wrong with how a draft is renumbered, or how a paragraph of it moves or is renamed.
fn renumbering_fault(text: &str, draft: &Draft) -> Option<String> {
    let done = renumber(text, draft, RenumberScope { insertions: Insertions::Resolved, ..RenumberScope::ALL });
    let middle = draft.paragraphs.get(draft.paragraphs.len() / 2).map_or(0, |paragraph| paragraph.range.start);
    let moved = move_paragraph(text, draft, middle, MoveDirection::Up).map(|moved| moved.edits).unwrap_or_default();
    let renamed = rename(text, draft, middle, "77").unwrap_or_default();
    let left = done.left.iter().find(|left| !is_valid(text, &left.range)).map(|left| format!("{left:?}"));
    let edits = [&done.edits, &moved, &renamed].into_iter().find(|edits| !can_be_made(text, edits.iter()));
    left.or_else(|| edits.map(|edits| format!("{edits:?}")))
}

/// Reads and checks a text; what is wrong with the answer.
pub fn faults(text: &str) -> Option<String> {
    let draft = Draft::read(text);
    let place = places(&draft).into_iter().find(|(_, range)| !is_valid(text, range));
    if let Some((what, range)) = place {
        return Some(format!("the {what} {range:?} is no place of the text"));
    }
    let stray = |of| matches!(of, ReferenceTarget::Citation(i) if i >= draft.citations.len());
    if draft.references.iter().any(|reference| stray(reference.of)) {
        return Some("a reference leads to no citation".to_owned());
    }
    if draft.paragraphs.iter().enumerate().any(|(i, paragraph)| paragraph.parent.is_some_and(|parent| parent >= i)) {
        return Some("a paragraph is under a later one".to_owned());
    }
    let findings = rules::check(text, &draft, &|_| true);
    let valid = |finding: &&Finding| {
        is_valid(text, &finding.range)
            && finding.related.iter().all(|related| is_valid(text, &related.range))
            && can_be_made(text, finding.fix.iter().flat_map(|fix| &fix.edits))
    };
    let wrong = findings.iter().find(|finding| !valid(finding)).map(|finding| format!("{finding:?}"));
    wrong.or_else(|| renumbering_fault(text, &draft))
}

//! # footnote-unused
//!
//! ## What it says
//!
//! Every footnote is called by a marker in the text.
//!
//! ## Why
//!
//! A note that nothing calls is left over from an earlier text, or its marker was lost.
//!
//! ## Example
//!
//! ```text
//! Recalling the Charter of the Lamps,¹
//!
//! ¹ Resolution 92/14.
//! ² Resolution 92/15.
//! ```
//!
//! Nothing calls note 2.
//!
//! ## Exceptions
//!
//! Notes to asterisks, and notes that go on from another page. In the text of a PDF, where a marker is a bare number, a
//! note whose number stands between the markers before and after it.
//!
//! ## Source
//!
//! United Nations Editorial Manual, Footnotes, chapters V and IX.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::{DeferUntil, DependsOn, Finding, Related, Rule, RuleContext, RuleGroup, Severity};
use crate::draft::bare_markers::comes_behind_a_name;
use crate::draft::{Draft, ElementKind, Layout, Note, PassageOf};

pub static RULE: Rule = Rule {
    code: "footnote-unused",
    severity: Severity::Error,
    group: RuleGroup::Standard,
    lower_when_adopted: true,
    source: page_of!("footnote_unused.rs"),
    depends_on: DependsOn::Structure,
    check,
    messages: MESSAGES,
    traits: &[],
};

crate::messages! {
    "footnote-unused":
    not_called(note: label) =
        "Nothing in the text calls footnote {note}. Put marker {note} where it belongs, or remove the note.";
    none_called(count: number) =
        "Nothing in the text calls any of the {count} footnotes. Put their markers where they belong, or remove the notes.";
    not_called_either() = "This note is not called either.";
}

/// So many notes, where no marker is left, lost their markers together.
const LEAST_LOST: usize = 3;

fn check(context: &RuleContext<'_>, findings: &mut Vec<Finding>) {
    let draft = context.draft;
    let called: HashSet<(usize, &str)> =
        draft.markers.iter().map(|marker| (draft.part_at(marker.range.start), marker.label.as_str())).collect();
    // Looked for when the first note is not called.
    let mut page: Option<PageMarkers> = None;
    let mut of_parts: Vec<Vec<Finding>> = draft.parts.iter().map(|_| Vec::new()).collect();
    for note in &draft.notes {
        let part = draft.part_at(note.label_range.start);
        if called.contains(&(part, note.label.as_str())) {
            continue;
        }
        let may_be_called =
            draft.layout == Layout::Page && page.get_or_insert_with(|| PageMarkers::of(context)).may_call(note, part);
        if !may_be_called {
            let finding = context.finding(&RULE, note.label_range.clone(), not_called(&note.label));
            let finding = Finding { defer_until: Some(DeferUntil::Paragraph), ..finding };
            if let Some(part) = of_parts.get_mut(part) {
                part.push(finding);
            }
        }
    }
    for (part, found) in of_parts.into_iter().enumerate() {
        let marked = called.iter().any(|(of, _)| *of == part);
        if found.len() >= LEAST_LOST && !marked {
            findings.extend(none_left(found));
        } else {
            findings.extend(found);
        }
    }
}

/// What is found of a part whose markers are all missing, as one finding.
fn none_left(found: Vec<Finding>) -> Option<Finding> {
    let message = none_called(found.len());
    let mut found = found.into_iter();
    let first = found.next()?;
    let related = found.map(|other| Related { range: other.range, message: not_called_either() }).collect();
    Some(Finding { message, related, ..first })
}

/// What tells in the text of a page whether a number that stands bare in it may be a marker.
#[derive(Debug)]
struct PageMarkers<'a> {
    /// Of each part, the markers' numbers in their order, each as the highest so far, with their places.
    markers: Vec<Vec<(u32, Range<usize>)>>,
    /// Where numbers stand bare, outside of notes.
    bare: HashMap<&'a str, Vec<usize>>,
    end: usize,
}

impl<'a> PageMarkers<'a> {
    fn of(context: &RuleContext<'a>) -> PageMarkers<'a> {
        let (draft, text) = (context.draft, context.text);
        let mut markers: Vec<Vec<(u32, Range<usize>)>> = vec![Vec::new(); draft.parts.len()];
        for marker in &draft.markers {
            let part = markers.get_mut(draft.part_at(marker.range.start));
            if let (Some(part), Ok(number)) = (part, marker.label.parse::<u32>()) {
                let highest = part.last().map_or(number, |(highest, _)| number.max(*highest));
                part.push((highest, marker.range.clone()));
            }
        }
        let mut bare: HashMap<&str, Vec<usize>> = HashMap::new();
        for (at, number) in numbers(text) {
            let in_note = draft.notes.partition_point(|note| note.range.start <= at).checked_sub(1);
            let in_note = in_note.and_then(|i| draft.notes.get(i)).is_some_and(|note| note.range.contains(&at));
            if !in_note && !glued(text, at, number) && !counts(context, at, number) && in_text(draft, at) {
                bare.entry(number).or_default().push(at);
            }
        }
        PageMarkers { markers, bare, end: text.len() }
    }

    /// Whether a note's number stands bare where its marker should: between those of the notes before and after it.
    fn may_call(&self, note: &Note, part: usize) -> bool {
        let Ok(number) = note.label.parse::<u32>() else { return false };
        let markers = self.markers.get(part).map_or(&[][..], Vec::as_slice);
        let after = markers.partition_point(|(highest, _)| *highest <= number);
        let end = markers.get(after).map_or(self.end, |(_, place)| place.start);
        let start = after.checked_sub(1).and_then(|before| markers.get(before)).map_or(0, |(_, place)| place.end);
        // A note at the foot of a page is called above it.
        let end = if start < note.label_range.start { end.min(note.label_range.start) } else { end };
        let places = self.bare.get(note.label.as_str());
        places.is_some_and(|places| places.iter().any(|at| (start..end).contains(at)))
    }
}

/// Whether a number is a part of another, or of a symbol.
fn glued(text: &str, at: usize, number: &str) -> bool {
    let behind = text.get(at + number.len()..).unwrap_or_default();
    let before = text.get(..at).unwrap_or_default();
    behind.starts_with(['/', '%', '-', '–'])
        || before.ends_with(['/', '-', '–'])
        || (behind.starts_with([',', '.']) && behind.chars().nth(1).is_some_and(|c| c.is_ascii_digit()))
}

/// Whether the words around a number make it a date, a quantity, or the number of a thing.
fn counts(context: &RuleContext<'_>, at: usize, number: &str) -> bool {
    let reading = context.draft.language_at(at).reading;
    let (before, behind) = (context.text.get(..at).unwrap_or_default(), context.text.get(at + number.len()..));
    let word = |words: Option<&str>| {
        let word = words.unwrap_or_default().trim_matches(|c: char| !c.is_alphanumeric());
        word.to_lowercase()
    };
    let near = before.len().saturating_sub(80);
    let near = (near..before.len()).find(|at| before.is_char_boundary(*at)).unwrap_or(before.len());
    let said = before.get(near..).unwrap_or_default();
    // What a mark parts from the number before it does not count.
    let parted = said.trim_end().ends_with(|c: char| c.is_ascii_punctuation() && c != '(');
    let before = said.split_whitespace().next_back().unwrap_or_default();
    let thing = word(Some(before));
    let mut behind = behind.unwrap_or_default().split_whitespace();
    let counted = word(behind.next());
    let joins = reading.counted_things.contains(&counted.as_str());
    let goes_on = behind.next().is_some_and(|next| next.starts_with(|c: char| c.is_ascii_digit()));
    // No day comes right behind a year.
    let year = !parted && thing.len() == 4 && thing.bytes().all(|b| b.is_ascii_digit());
    (!parted && reading.counted_things.contains(&thing.as_str()))
        || (!year
            && reading.counting_words.contains(&counted.as_str())
            && (!joins || (goes_on && !comes_behind_a_name(before, &thing, context.draft.language_at(at)))))
}

/// Whether running text stands at a byte: no masthead, no label, nothing that a page has beside its text.
fn in_text(draft: &Draft, at: usize) -> bool {
    let passage = draft.passages.partition_point(|passage| passage.range.start <= at).checked_sub(1);
    let Some(passage) = passage.and_then(|i| draft.passages.get(i)) else { return false };
    let head = match passage.of {
        PassageOf::Element(i) => draft.elements.get(i).is_some_and(|element| element.kind == ElementKind::Masthead),
        PassageOf::Paragraph(i) => draft
            .paragraphs
            .get(i)
            .and_then(|paragraph| paragraph.label.as_ref())
            .is_some_and(|label| label.range.contains(&at)),
        PassageOf::Aside => false,
    };
    !head && passage.pieces.iter().any(|piece| piece.contains(&at))
}

/// The numbers of a text, with the bytes at which they begin, but for those that a line begins with: they are a
/// paragraph's or a page's.
fn numbers(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let bytes = text.as_bytes();
    let (mut at, mut blank) = (0, true);
    std::iter::from_fn(move || {
        while let Some(byte) = bytes.get(at) {
            if byte.is_ascii_digit() {
                let digits = bytes.iter().skip(at).take_while(|byte| byte.is_ascii_digit()).count();
                let number = (at, text.get(at..at + digits)?);
                at += digits;
                if !std::mem::replace(&mut blank, false) {
                    return Some(number);
                }
                continue;
            }
            blank = matches!(byte, b'\n' | b'\r') || (blank && byte.is_ascii_whitespace());
            at += 1;
        }
        None
    })
}

#[cfg(test)]
mod tests {
    use super::super::testing::expect;

    #[test]
    fn a_note_left_over() {
        expect(
            "footnote-unused",
            "
The General Assembly,

Recalling the Charter of the Lamps,¹

1. Decides to light the lamps.

_______________
¹ Resolution 92/14.
² Resolution 92/15.
^ Nothing in the text calls footnote 2. Put marker 2 where it belongs, or remove the note.
",
        );
    }

    #[test]
    fn plain_numbers() {
        expect(
            "footnote-unused",
            "
The General Assembly,

Recalling the Charter of the Lamps,1 and the Protocol thereto,2

1. Decides to light the lamps.

_______________
1. Resolution 92/14.
2. Resolution 92/15.
",
        );
    }

    #[test]
    fn called_where_a_number_counts_as_well() {
        expect(
            "footnote-unused",
            "
          The General Assembly,

          Recalling that of the keepers of the northern harbours 180 were hurt
    and, in the dark, 9 were lost, as the reports of the year have told 8, and
    that of the keepers of the southern ones 87 were hurt in the year 2021 9,
    __________________
       8
           See A/77/362, annexes I and III.
       9
           Ibid., annex V.

          1. Requests the keepers to light the lamps of all harbours before the
    dusk of each day of the year, and to trim them until the dawn comes.
",
        );
    }

    #[test]
    fn markers_that_are_all_lost_are_one_finding() {
        expect(
            "footnote-unused",
            "
The General Assembly,

Recalling the lamps, the fires and the boats,

1. Decides to wait.

_______________
¹ A/93/1.
^ Nothing in the text calls any of the 3 footnotes. Put their markers where they belong, or remove the notes.
² A/93/2.
³ A/93/3.
",
        );
    }
}

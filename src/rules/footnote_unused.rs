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

use std::collections::HashSet;

use super::{Awaits, Context, Finding, Group, Rule, Scope, Severity};
use crate::draft::{Layout, Marker, Note};

pub static RULE: Rule = Rule {
    code: "footnote-unused",
    severity: Severity::Error,
    group: Group::Standard,
    lower_when_adopted: true,
    source: include_str!("footnote_unused.rs"),
    scope: Scope::Outline,
    check,
};

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let draft = context.draft;
    let called: HashSet<(usize, &str)> =
        draft.markers.iter().map(|marker| (draft.part_at(marker.range.start), marker.label.as_str())).collect();
    for note in &draft.notes {
        let part = draft.part_at(note.label_range.start);
        if !called.contains(&(part, note.label.as_str())) && !may_be_called(context, note, part) {
            let message = format!(
                "Nothing in the text calls footnote {0}. Put marker {0} where it belongs, or remove the note.",
                note.label
            );
            let finding = context.finding(&RULE, note.label_range.clone(), message);
            findings.push(Finding { awaits: Some(Awaits::Paragraph), ..finding });
        }
    }
}

/// Whether the note's number stands bare in the text of a page where its marker should: between those of the notes
/// before and after it.
fn may_be_called(context: &Context<'_>, note: &Note, part: usize) -> bool {
    let draft = context.draft;
    let Some(number) = number(&note.label).filter(|_| draft.layout == Layout::Page) else { return false };
    let of_part = || draft.markers.iter().filter(|marker| draft.part_at(marker.range.start) == part);
    let after = of_part().find(|marker| number_of(marker).is_some_and(|other| other > number));
    let end = after.map_or(context.text.len(), |marker| marker.range.start);
    let before = of_part().take_while(|marker| marker.range.start < end);
    let before = before.filter(|marker| number_of(marker).is_some_and(|other| other < number)).last();
    let start = before.map_or(0, |marker| marker.range.end);
    let is_digit = |c: char| c.is_ascii_digit();
    let between = context.text.get(start..end).unwrap_or_default();
    between.match_indices(note.label.as_str()).any(|(at, label)| {
        let is_own = note.label_range.contains(&(start + at));
        let before = between.get(..at).unwrap_or_default();
        let after = between.get(at + label.len()..).unwrap_or_default();
        // At a line's beginning it is a paragraph's number or a page's.
        let begins = before.rsplit(['\n', '\r']).next().is_some_and(|line| line.trim().is_empty()) && at > 0;
        let bare = !before.ends_with(is_digit) && !after.starts_with(is_digit) && !after.starts_with('/') && !begins;
        bare && !is_own && draft.notes.iter().all(|note| !note.range.contains(&(start + at)))
    })
}

fn number(label: &str) -> Option<u32> {
    label.parse().ok()
}

fn number_of(marker: &Marker) -> Option<u32> {
    number(&marker.label)
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
}

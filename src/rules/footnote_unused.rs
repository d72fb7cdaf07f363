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
//! Notes to asterisks, and notes that go on from another page.
//!
//! ## Source
//!
//! United Nations Editorial Manual, Footnotes, chapters V and IX.

use std::collections::HashSet;

use super::{Awaits, Context, Finding, Group, Rule, Scope, Severity};

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
        if !called.contains(&(draft.part_at(note.label_range.start), note.label.as_str())) {
            let message = format!(
                "Nothing in the text calls footnote {0}. Put marker {0} where it belongs, or remove the note.",
                note.label
            );
            let finding = context.finding(&RULE, note.label_range.clone(), message);
            findings.push(Finding { awaits: Some(Awaits::Paragraph), ..finding });
        }
    }
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
}

//! # footnote-unfinished
//!
//! ## What it says
//!
//! Every footnote has a text.
//!
//! ## Why
//!
//! A note is begun with `…` when its mark is put into the text. What has stayed so would be printed.
//!
//! ## Example
//!
//! ```text
//! The General Assembly,
//!
//! Recalling the Charter of the Lamps,¹
//!
//! 1. Decides to light the lamps.
//!
//! _______________
//! ¹ …
//! ```
//!
//! The text of note 1 is still to be written.
//!
//! ## Exceptions
//!
//! None.
//!
//! ## Source
//!
//! United Nations Editorial Manual, Footnotes, chapter III.

use super::{DeferUntil, DependsOn, Finding, Rule, RuleContext, RuleGroup, RuleTrait, Severity};
use crate::draft::UNWRITTEN;

pub static RULE: Rule = Rule {
    code: "footnote-unfinished",
    severity: Severity::Warning,
    group: RuleGroup::Standard,
    lower_when_adopted: true,
    source: include_str!("footnote_unfinished.rs"),
    depends_on: DependsOn::Paragraph,
    check,
    messages: MESSAGES,
    traits: &[RuleTrait::TellsWhatMendsLeave],
};

crate::messages! {
    "footnote-unfinished":
    unwritten(note: label) = "The text of footnote {note} is still to be written. Write it, or remove the note and its mark.";
}

fn check(context: &RuleContext<'_>, findings: &mut Vec<Finding>) {
    for note in context.draft.notes.iter().filter(|note| note.text.trim() == UNWRITTEN) {
        let range = note.pieces.first().filter(|piece| !piece.is_empty()).unwrap_or(&note.label_range);
        let mut finding = context.finding(&RULE, range.clone(), unwritten(&note.label));
        finding.defer_until = Some(DeferUntil::Paragraph);
        findings.push(finding);
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::expect;

    #[test]
    fn a_note_that_was_begun() {
        expect(
            "footnote-unfinished",
            "
The General Assembly,

Recalling the Charter of the Lamps,¹ and the Protocol thereto,²

1. Decides to light the lamps.

_______________
¹ …
  ^ The text of footnote 1 is still to be written. Write it, or remove the note and its mark.
² Resolution 92/14, and so on ….
",
        );
        expect(
            "footnote-unfinished",
            "
大会，

回顾《灯塔宪章》，[^1]

1. 决定点灯。

[^1]: …
      ^ The text of footnote 1 is still to be written. Write it, or remove the note and its mark.
",
        );
    }
}

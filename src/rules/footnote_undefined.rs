//! # footnote-undefined
//!
//! ## What it says
//!
//! Every footnote marker in the text has a footnote.
//!
//! ## Why
//!
//! A marker without its note leaves a statement without its source, and shifts every number after it.
//!
//! ## Example
//!
//! ```text
//! Recalling the Charter of the Lamps,² which all keepers have signed,
//!
//! ¹ Resolution 92/14.
//! ```
//!
//! Note 2 is missing.
//!
//! ## Exceptions
//!
//! A number may be used again for the same note. Asterisks and the letters of tables are not counted.
//!
//! ## Source
//!
//! United Nations Editorial Manual, Footnotes, chapters V and IX.

use std::collections::HashSet;

use super::{Context, Finding, Rule, Scope, Severity};

pub static RULE: Rule = Rule {
    code: "footnote-undefined",
    severity: Severity::Error,
    lower_when_adopted: true,
    source: include_str!("footnote_undefined.rs"),
    scope: Scope::Outline,
    check,
};

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let draft = context.draft;
    let defined: HashSet<(usize, &str)> =
        draft.notes.iter().map(|note| (draft.part_at(note.label_range.start), note.label.as_str())).collect();
    for marker in &draft.markers {
        if !defined.contains(&(draft.part_at(marker.range.start), marker.label.as_str())) {
            let message = format!("Footnote {0} has no text. Add note {0}, or remove its marker here.", marker.label);
            findings.push(context.finding(&RULE, marker.range.clone(), message));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::expect;

    #[test]
    fn clean_text() {
        expect(
            "footnote-undefined",
            "
The General Assembly,

Recalling the Charter of the Lamps,¹ and the Protocol thereto,²
                                                              ^ Footnote 2 has no text. Add note 2, or remove its marker here.

1. Decides to light the lamps.¹

_______________
¹ Resolution 92/14.
",
        );
    }

    #[test]
    fn markdown() {
        expect(
            "footnote-undefined",
            "
The General Assembly,

Recalling the Charter of the Lamps,[^1] and the Protocol thereto,[^2]
                                                                 ^^^^ Footnote 2 has no text. Add note 2, or remove its marker here.

1. Decides to light the lamps.

[^1]: Resolution 92/14.
",
        );
    }
}

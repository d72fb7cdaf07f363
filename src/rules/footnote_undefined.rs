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

use std::collections::{BTreeSet, HashSet};

use super::support::one_cause::join_same;
use super::{DeferUntil, DependsOn, Finding, Fix, Related, Rule, RuleContext, RuleGroup, Severity};
use crate::draft::{Marker, NoteInsertion};

pub static RULE: Rule = Rule {
    code: "footnote-undefined",
    severity: Severity::Error,
    group: RuleGroup::Standard,
    lower_when_adopted: true,
    source: page_of!("footnote_undefined.rs"),
    depends_on: DependsOn::Structure,
    check,
    messages: MESSAGES,
    traits: &[],
};

crate::messages! {
    "footnote-undefined":
    no_text(note: label) = "Footnote {note} has no text. Add note {note}, or remove its marker here.";
    add_note(note: label) = "Add note {note}";
    no_texts(count: number) = "None of the {count} footnotes that are called has a text. Add the notes, or remove the markers.";
    called_here(note: label) = "Footnote {note} is called here.";
}

fn check(context: &RuleContext<'_>, findings: &mut Vec<Finding>) {
    let draft = context.draft;
    let defined: HashSet<(usize, &str)> =
        draft.notes.iter().map(|note| (draft.part_at(note.label_range.start), note.label.as_str())).collect();
    // Made for the first marker whose note is missing.
    let mut places: Option<Vec<NoteInsertion<'_>>> = None;
    let mut of_parts: Vec<Vec<(&str, Finding)>> = draft.parts.iter().map(|_| Vec::new()).collect();
    for marker in &draft.markers {
        if !defined.contains(&(draft.part_at(marker.range.start), marker.label.as_str())) {
            let mut finding = context.finding(&RULE, marker.range.clone(), no_text(&marker.label));
            finding.defer_until = Some(DeferUntil::Document);
            let places = places.get_or_insert_with(|| NoteInsertion::of_all(context.text, draft));
            let place = places.get(draft.part_at(marker.range.start));
            finding.fix = place.and_then(|place| stub(context, place, marker));
            if let Some(part) = of_parts.get_mut(draft.part_at(marker.range.start)) {
                part.push((&marker.label, finding));
            }
        }
    }
    for (part, found) in of_parts.into_iter().enumerate() {
        let labels: BTreeSet<&str> = found.iter().map(|(label, _)| *label).collect();
        let has_notes = defined.iter().any(|(of, _)| *of == part);
        if labels.len() >= LEAST_LOST && !has_notes {
            findings.extend(all_lost(labels.len(), found));
        } else {
            // A note is missing once, however often it is called.
            findings.extend(join_same(found.into_iter().map(|(_, finding)| finding).collect()));
        }
    }
}

/// So many notes, where there are no others, were lost together.
const LEAST_LOST: usize = 3;

/// What is found of a part whose notes are all missing, as one finding.
fn all_lost(count: usize, found: Vec<(&str, Finding)>) -> Option<Finding> {
    let mut found = found.into_iter();
    let (_, first) = found.next()?;
    let related = found.map(|(label, other)| Related { range: other.range, message: called_here(label) });
    Some(Finding { message: no_texts(count), related: related.collect(), fix: None, ..first })
}

/// The mend that begins the note that a marker calls.
fn stub(context: &RuleContext<'_>, place: &NoteInsertion<'_>, marker: &Marker) -> Option<Fix> {
    let edit = place.stub(context.text, &marker.label, context.text.get(marker.range.clone())?)?;
    Some(Fix { title: add_note(&marker.label), certain: false, edits: vec![edit] })
}

#[cfg(test)]
mod tests {
    use super::super::testing::{expect, fixed};

    const RULE: &str = "footnote-undefined";

    #[test]
    fn the_stub_stands_among_the_notes_and_is_written_like_them() {
        let draft = "The General Assembly,\n\nRecalling the Charter,¹ the Protocol² and the Annex,³\n\n1. Decides.\n\n";
        assert_eq!(
            fixed(RULE, &format!("{draft}_______________\n¹ One.\n³ Three.\n")),
            format!("{draft}_______________\n¹ One.\n² …\n³ Three.\n")
        );
        assert_eq!(fixed(RULE, &format!("{draft}² Two.\n\n³ Three.\n")), format!("{draft}¹ …\n\n² Two.\n\n³ Three.\n"));
        let caret = "The General Assembly,\n\nRecalling the Charter,[^1]\n\n1. Decides.\n";
        assert_eq!(fixed(RULE, caret), format!("{}\n\n[^1]: …\n", caret.trim_end()));
        let none = "The General Assembly,\n\nRecalling the Charter,¹\n\n1. Decides.\n";
        assert_eq!(fixed(RULE, none), format!("{}\n\n_______________\n¹ …\n", none.trim_end()));
    }

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

    #[test]
    fn a_note_that_is_missing_is_said_once() {
        expect(
            "footnote-undefined",
            "
The General Assembly,

Recalling the Charter of the Lamps,¹ and the Protocol thereto,²
                                                              ^ Footnote 2 has no text. Add note 2, or remove its marker here.

1. Decides to light the lamps² and the fires.²

_______________
¹ Resolution 92/14.
",
        );
    }

    #[test]
    fn notes_that_are_all_lost_are_one_finding() {
        expect(
            "footnote-undefined",
            "
La Asamblea General,

Recordando las lámparas¹, los fuegos² y los buques³,
                       ^ None of the 3 footnotes that are called has a text. Add the notes, or remove the markers.

1. Decide esperar.
",
        );
    }
}

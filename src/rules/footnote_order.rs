//! # footnote-order
//!
//! ## What it says
//!
//! Footnote numbers appear for the first time in the order 1, 2, 3, through the whole document with its
//! annexes.
//!
//! ## Why
//!
//! Notes stand at the foot of the page in the order of their numbers. A marker out of its order sends the
//! reader back and forth, and shows that a passage was moved without its notes.
//!
//! ## Example
//!
//! ```text
//! Recalling the Charter of the Lamps² and the Protocol thereto,¹
//! ```
//!
//! The first marker is 1, the second 2.
//!
//! ## Exceptions
//!
//! A number that was used before may come again anywhere. A part of a resolution that is issued alone may
//! begin with a higher number.
//!
//! ## Source
//!
//! United Nations Editorial Manual, Footnotes, chapter IX.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::{DeferUntil, DependsOn, Finding, Related, Rule, RuleContext, RuleGroup, RuleTrait, Severity};
use crate::draft::Marker;

pub static RULE: Rule = Rule {
    code: "footnote-order",
    severity: Severity::Error,
    group: RuleGroup::Standard,
    lower_when_adopted: true,
    source: page_of!("footnote_order.rs"),
    depends_on: DependsOn::Structure,
    check,
    messages: MESSAGES,
    traits: &[RuleTrait::FixedByNumberingNotes],
};

crate::messages! {
    "footnote-order":
    called_before(number: number, expected: number) =
        "Footnote {number} is called before footnote {expected}. Number the notes in the order in which they are called.";
    called_before_too(number: number, expected: number) = "Footnote {number} is called before footnote {expected}, too.";
    called_here(number: number) = "Footnote {number} is called for the first time here.";
    numbers_jump(before: number, number: number, expected: number) =
        "The footnotes jump from {before} to {number}. Number this one {expected}.";
}

fn check(context: &RuleContext<'_>, findings: &mut Vec<Finding>) {
    for part in 0..context.draft.parts.len() {
        check_part(context, part, findings);
    }
}

/// The notes of one part: each language version has its own count.
fn check_part(context: &RuleContext<'_>, part: usize, findings: &mut Vec<Finding>) {
    let draft = context.draft;
    let mut seen = HashSet::new();
    let firsts: Vec<(u32, &Marker)> = draft
        .markers
        .iter()
        .filter(|marker| draft.part_at(marker.range.start) == part)
        .filter_map(|marker| Some((marker.label.parse().ok().filter(|number| *number < u32::MAX)?, marker)))
        .filter(|(number, _)| seen.insert(*number))
        .collect();
    let here = draft.notes.iter().filter(|note| draft.part_at(note.label_range.start) == part);
    let notes: BTreeSet<u32> = here.filter_map(|note| note.label.parse().ok()).collect();
    // A mark that calls no note is out of its order because it is a stray one, which is said already.
    let called: Vec<u32> = firsts.iter().map(|(number, _)| *number).collect();
    let firsts: Vec<(u32, &Marker)> =
        firsts.into_iter().filter(|(number, _)| notes.is_empty() || notes.contains(number)).collect();
    let place: HashMap<u32, usize> = firsts.iter().enumerate().map(|(i, (number, _))| (*number, i)).collect();
    let known: BTreeSet<u32> = notes.iter().chain(&called).copied().collect();
    let Some(mut expected) = firsts.iter().map(|(number, _)| *number).min() else { return };
    let smallest = expected;
    // The note that others are called before, and the finding that says so.
    let mut open: Option<(u32, usize)> = None;
    for (i, (number, marker)) in firsts.iter().enumerate() {
        // Numbers that were reported as late are done with.
        while place.get(&expected).is_some_and(|&at| at < i) {
            expected += 1;
        }
        if *number > expected {
            if let Some(&late) = place.get(&expected) {
                let late = firsts.get(late).map(|(_, late)| *late);
                // Several may be called before one that is late.
                match open.as_ref().filter(|(of, _)| *of == expected) {
                    Some((_, at)) => {
                        let message = called_before_too(*number, expected);
                        if let Some(first) = findings.get_mut(*at) {
                            first.related.push(Related { range: marker.range.clone(), message });
                        }
                    }
                    None => {
                        findings.extend(late.map(|late| too_early(context, *number, marker, expected, late)));
                        open = Some((expected, findings.len().saturating_sub(1)));
                    }
                }
            } else {
                if expected > smallest && known.range(expected..*number).next().is_none() {
                    findings.push(skipped(context, *number, marker, expected));
                }
                expected = *number + 1;
            }
        } else if *number == expected {
            expected += 1;
        }
    }
}

fn too_early(context: &RuleContext<'_>, number: u32, marker: &Marker, expected: u32, late: &Marker) -> Finding {
    let mut finding = context.finding(&RULE, marker.range.clone(), called_before(number, expected));
    finding.defer_until = Some(DeferUntil::Paragraph);
    finding.related = vec![Related { range: late.range.clone(), message: called_here(expected) }];
    finding
}

fn skipped(context: &RuleContext<'_>, number: u32, marker: &Marker, expected: u32) -> Finding {
    let message = numbers_jump(expected - 1, number, expected);
    let finding = context.finding(&RULE, marker.range.clone(), message);
    Finding { defer_until: Some(DeferUntil::Paragraph), ..finding }
}

#[cfg(test)]
mod tests {
    use super::super::testing::expect;

    #[test]
    fn exchanged() {
        expect(
            "footnote-order",
            "
The General Assembly,

Recalling the Charter of the Lamps,² and the Protocol thereto,¹
                                   ^ Footnote 2 is called before footnote 1. Number the notes in the order in which they are called.

1. Decides to light the lamps.²

_______________
¹ Resolution 92/14.
² Resolution 92/15.
",
        );
    }

    #[test]
    fn used_again() {
        expect(
            "footnote-order",
            "
The General Assembly,

Recalling the Charter of the Lamps,¹ and the Protocol thereto,²

1. Decides to light the lamps¹ and the fires.³

_______________
¹ Resolution 92/14.
² Resolution 92/15.
³ Resolution 92/16.
",
        );
    }

    #[test]
    fn a_notes_title_may_begin_as_an_adoption() {
        expect(
            "footnote-order",
            "
          La Asamblea General,

          Recordando las largas noches de los puertos del norte y las lámparas
    que encendieron los fareros 1, así como la Carta de las Lámparas 2 y los
    demás instrumentos que tratan de las lámparas y de sus fareros 3,
    __________________
       1
           Informe de la Conferencia sobre las Lámparas, Puerto Farol, vol. I,
    Resoluciones aprobadas por la Conferencia (núm. de venta S.93.I.8 y
    corrección), resolución 1, anexo I.
       2
           Resolución 92/14.
       3
           Resolución 92/15.

          1. Solicita a los fareros que enciendan las lámparas en todos los
    puertos antes de que caiga la noche, y que las cuiden hasta el alba.
",
        );
    }

    #[test]
    fn a_late_note_is_one_finding_however_many_are_called_before_it() {
        expect(
            "footnote-order",
            "
The General Assembly,

Recalling the Charter of the Lamps,² and the Protocol thereto,³
                                   ^ Footnote 2 is called before footnote 1. Number the notes in the order in which they are called.

1. Decides to light the lamps⁴ and the fires;¹

2. Decides to wait.

_______________
¹ Resolution 92/14.
² Resolution 92/15.
³ Resolution 92/16.
⁴ Resolution 92/17.
",
        );
    }

    #[test]
    fn a_stray_mark_is_no_matter_of_order() {
        for draft in [
            "The General Assembly,\n\nRecalling the lamps,¹ the fires,⁷ and the boats,²\n\n1. Decides to wait.\n\n_______________\n¹ A/93/1.\n² A/93/2.\n",
            "大会，\n\n回顾灯塔，¹ 灯火，⁷ 和船只，²\n\n1. 决定等待。\n\n_______________\n¹ A/93/1。\n² A/93/2。\n",
            "L’Assemblée générale,\n\nRappelant les lampes¹, les feux⁷ et les navires²,\n\n1. Décide d’attendre.\n\n_______________\n¹ A/93/1.\n² A/93/2.\n",
        ] {
            expect("footnote-order", draft);
        }
    }
}

//! # working-label-order
//!
//! ## What it says
//!
//! The working labels of preambular paragraphs in a negotiated text, PP1, PP2, PP3, stand in order and without a gap.
//!
//! ## Why
//!
//! Delegations speak of "PP7" for months. A label that is missing or stands twice makes them speak of two paragraphs.
//!
//! ## Example
//!
//! ```text
//! PP1 Recalling the long nights,
//!
//! PP3 Mindful of the storms,
//! ```
//!
//! The second paragraph is PP2.
//!
//! ## Exceptions
//!
//! Insertions (PP2 bis) and alternatives (PP2 alt). The order of OP1, OP2 is that of operative paragraphs, for which
//! there is the rule operative-numbering.
//!
//! ## Source
//!
//! The usage of delegates in negotiations; no official text prescribes it.

use super::support::fix;
use super::support::section_context::section_contexts;
use super::{DependsOn, Edit, Finding, Fix, Related, Rule, RuleContext, RuleGroup, Severity};
use crate::draft::label::number_edit;
use crate::draft::{Label, LabelValue, ParagraphKind};

pub static RULE: Rule = Rule {
    code: "working-label-order",
    severity: Severity::Information,
    group: RuleGroup::Negotiation,
    lower_when_adopted: true,
    source: page_of!("working_label_order.rs"),
    depends_on: DependsOn::Structure,
    check,
    messages: MESSAGES,
    traits: &[],
};

crate::messages! {
    "working-label-order":
    follows(label: label, before: label, right: number) = "{label} follows {before}. Number it {right}.";
    preamble_begins(label: label, right: number) = "The preamble begins with {label}. Number it {right}.";
    is_here(label: label) = "{label} is here.";
    number_from_here(number: number) = "Number the paragraphs from here on, beginning with {number}";
}

fn check(context: &RuleContext<'_>, findings: &mut Vec<Finding>) {
    let draft = context.draft;
    let preambular =
        draft.paragraphs.iter().zip(section_contexts(context.text, draft)).filter_map(|(paragraph, standing)| {
            let label = paragraph.label.as_ref().filter(|label| !label.uncounted)?;
            match label.value {
                LabelValue::Number { number, insertion: 0 } if paragraph.kind == ParagraphKind::Preambular => {
                    Some((standing.resolution, label, number))
                }
                _ => None,
            }
        });
    let preambular: Vec<_> = preambular.collect();
    for labels in preambular.chunk_by(|(a, ..), (b, ..)| a == b) {
        let mut expected = 1;
        for (i, (_, label, number)) in labels.iter().enumerate() {
            if *number == expected {
                expected += 1;
                continue;
            }
            let before = i.checked_sub(1).and_then(|before| labels.get(before)).map(|(_, label, _)| *label);
            let next = labels.get(i + 1).map(|(.., number)| *number);
            let message = match before {
                Some(before) => follows(&label.text, &before.text, expected),
                None => preamble_begins(&label.text, expected),
            };
            let mut finding = context.finding_of_label(&RULE, label.range.clone(), message);
            finding.related = before
                .map(|before| Related { range: before.range.clone(), message: is_here(&before.text) })
                .into_iter()
                .collect();
            // Where the next is right, or goes by itself, only this one is wrong; else all from here on are.
            let alone = next.is_none_or(|next| next == expected + 1);
            let rest = labels.get(i..).unwrap_or_default();
            let in_order = rest.windows(2).all(|pair| pair[1].2 == pair[0].2 + 1);
            let mended = if alone { rest.get(..1) } else { Some(rest).filter(|_| in_order) };
            let edits =
                mended.unwrap_or_default().iter().zip(expected..).map(|((_, label, _), n)| renumber(context, label, n));
            if let Some(edits) = edits.collect::<Option<Vec<_>>>().filter(|edits| !edits.is_empty()) {
                let title = match edits.len() {
                    1 => fix::number_it(expected.to_string()),
                    _ => number_from_here(expected),
                };
                finding.fix = Some(Fix { title, certain: alone, edits });
            }
            findings.push(finding);
            expected = if alone { expected + 1 } else { number + 1 };
        }
    }
}

/// Gives a label another number.
fn renumber(context: &RuleContext<'_>, label: &Label, number: u32) -> Option<Edit> {
    number_edit(context.text.get(label.range.clone())?, label.range.start, number)
}

#[cfg(test)]
mod tests {
    use super::super::testing::{expect, fixed};

    const RULE: &str = "working-label-order";

    #[test]
    fn gaps_and_repetitions() {
        expect(
            RULE,
            "
The General Assembly,

PP1 Recalling the long nights,

PP3 Mindful of the storms,
^^^ PP3 follows PP1. Number it 2.

PP3 Aware of the sea,

PP3 bis Noting the fog,

PP3 alt Noting the mist,

PP3 Guided by the stars,
^^^ PP3 follows PP3. Number it 4.

OP1 Decides to light the lamps;

OP2 Decides to wait.
",
        );
        let draft = |a: u32, b: u32| {
            format!(
                "The General Assembly,\n\nPP1 Recalling the night,\n\nPP{a} Noting the sea,\n\nPP{b} Aware,\n\nOP1 Decides.\n"
            )
        };
        assert_eq!(fixed(RULE, &draft(3, 4)), draft(2, 3));
    }

    #[test]
    fn in_order() {
        expect(
            RULE,
            "\nThe General Assembly,\n\nPP1 Recalling the night,\n\nPP2 Noting the sea,\n\nOP1 Decides;\n\nOP3 Rests.\n",
        );
        expect(RULE, "\n大会，\n\nPP1 回顾黑夜，\n\nPP2 注意到大海，\n\nOP1 决定守夜。\n");
    }
}

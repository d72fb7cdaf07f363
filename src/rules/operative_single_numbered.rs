//! # operative-single-numbered
//!
//! ## What it says
//!
//! A resolution that has one operative paragraph only does not number it.
//!
//! ## Why
//!
//! A number tells paragraphs apart. "Paragraph 1" of a resolution lets the reader look for a second.
//!
//! ## Example
//!
//! ```text
//! The General Assembly,
//!
//! Recalling the long nights,
//!
//! 1. Decides to keep the lamps of the harbour alight.
//! ```
//!
//! Alone, the paragraph is `Decides to keep …`.
//!
//! ## Exceptions
//!
//! Annexes, embedded texts and working labels of negotiated texts.
//!
//! ## Source
//!
//! Akoma Ntoso for the United Nations, Modelling of General Assembly resolutions; of 190 adopted texts with one operative
//! paragraph, 188 don't number it.

use std::collections::BTreeMap;

use super::support::section_context::section_contexts;
use super::{DeferUntil, DependsOn, Edit, Finding, Fix, Rule, RuleContext, RuleGroup, Severity};
use crate::draft::{LabelValue, ParagraphKind, TextEnding};

pub static RULE: Rule = Rule {
    code: "operative-single-numbered",
    severity: Severity::Warning,
    group: RuleGroup::Standard,
    lower_when_adopted: true,
    source: page_of!("operative_single_numbered.rs"),
    depends_on: DependsOn::Document,
    check,
    messages: MESSAGES,
    traits: &[],
};

crate::messages! {
    "operative-single-numbered":
    only_one_numbered() = "The only operative paragraph is numbered. Take its number away.";
    take_number_away() = "Take the number away";
}

fn check(context: &RuleContext<'_>, findings: &mut Vec<Finding>) {
    let draft = context.draft;
    let mut operative: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (i, (paragraph, standing)) in draft.paragraphs.iter().zip(section_contexts(context.text, draft)).enumerate() {
        if paragraph.kind == ParagraphKind::Operative && standing.led && !standing.annexed {
            operative.entry(standing.resolution).or_default().push(i);
        }
    }
    for only in operative.values() {
        let [only] = only.as_slice() else { continue };
        let Some(paragraph) = draft.paragraphs.get(*only) else { continue };
        let Some(label) = paragraph.label.as_ref().filter(|label| !label.uncounted) else { continue };
        let numbered = label.value == LabelValue::Number { number: 1, insertion: 0 };
        if !numbered || !label.text.starts_with(|c: char| c.is_numeric()) || paragraph.range.start != label.range.start
        {
            continue;
        }
        // Until its full stop, another may follow.
        let under = draft.paragraphs.iter().skip(only + 1).take_while(|paragraph| paragraph.kind == ParagraphKind::Sub);
        let ends = |i: usize| draft.passages_of(i).last().is_some_and(|passage| passage.ending == TextEnding::Stop);
        if !ends(only + under.count()) {
            continue;
        }
        let mut finding = context.finding(&RULE, label.range.clone(), only_one_numbered());
        finding.defer_until = Some(DeferUntil::Document);
        // Without its number, a paragraph is told from the preamble by its full stop.
        let words = context.text.get(label.range.end..).unwrap_or_default();
        let end = label.range.end + (words.len() - words.trim_start_matches([' ', '\u{a0}', '\t', '\u{3000}']).len());
        if ends(*only) {
            let edits = vec![Edit { range: label.range.start..end, text: String::new() }];
            finding.fix = Some(Fix { title: take_number_away(), certain: true, edits });
        }
        findings.push(finding);
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{expect, fixed};

    const RULE: &str = "operative-single-numbered";

    #[test]
    fn one_with_a_number() {
        expect(
            RULE,
            "
The General Assembly,

Recalling the long nights,

1. Decides to light the lamps.
^^ The only operative paragraph is numbered. Take its number away.

Annex

1. A lamp is lit at dusk.

2. A lamp is put out at dawn.
",
        );
        for (draft, label) in [
            ("L’Assemblée générale,\n\nRappelant la nuit,\n\n#Décide de veiller.\n", "1. "),
            ("La Asamblea General,\n\nRecordando la noche,\n\n#Decide velar.\n", "1. "),
            ("Генеральная Ассамблея,\n\nссылаясь на ночь,\n\n#постановляет не спать.\n", "1. "),
            ("إن الجمعية العامة،\n\nإذ تشير إلى الليل،\n\n#تقرر السهر.\n", "1 - "),
            ("大会，\n\n回顾黑夜，\n\n#决定守夜。\n", "1. "),
        ] {
            assert_eq!(fixed(RULE, &draft.replace('#', label)), draft.replace('#', ""));
        }
    }

    #[test]
    fn none_two_or_an_embedded_text() {
        expect(RULE, "\nThe General Assembly,\n\nRecalling the night,\n\nDecides to light the lamps.\n");
        expect(RULE, "\nThe General Assembly,\n\nRecalling the night,\n\n1. Decides;\n\n2. Requests.\n");
        expect(RULE, "\nThe General Assembly,\n\nPP1 Recalling the night,\n\nOP1 Decides.\n");
        expect(
            RULE,
            "
The General Assembly,

Recalling the long nights,

1. Adopts the following rules:

1. A lamp is lit at dusk.

2. A lamp is put out at dawn.
",
        );
    }
}

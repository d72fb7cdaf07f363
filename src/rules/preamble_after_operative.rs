//! # preamble-after-operative
//!
//! ## What it says
//!
//! No preambular paragraph stands behind an operative one.
//!
//! ## Why
//!
//! The preamble says why, the operative part what. Behind an operative paragraph a reason is read as a part of it, or
//! overlooked.
//!
//! ## Example
//!
//! ```text
//! The General Assembly,
//!
//! 1. Decides to keep the lamps of the harbour alight;
//!
//! Recalling the long nights,
//!
//! 2. Requests the keepers to report on their work.
//! ```
//!
//! The second paragraph belongs before the first.
//!
//! ## Exceptions
//!
//! A new section, a part with its own organ line, an annex and an embedded text may have a preamble of their own.
//!
//! ## Source
//!
//! United Nations Editorial Manual, Resolutions and other formal decisions of United Nations organs, drafting and
//! editing; no true breach in 2,245 resolutions of the General Assembly's sessions 74 to 80.

use std::ops::Range;

use super::support::section_context::section_contexts;
use super::{DeferUntil, DependsOn, Finding, Rule, RuleContext, RuleGroup, Severity};
use crate::draft::line_kind::opens_preambular;
use crate::draft::{ParagraphKind, TextEnding};

pub static RULE: Rule = Rule {
    code: "preamble-after-operative",
    severity: Severity::Error,
    group: RuleGroup::Standard,
    lower_when_adopted: true,
    source: page_of!("preamble_after_operative.rs"),
    depends_on: DependsOn::Document,
    check,
    messages: MESSAGES,
    traits: &[],
};

crate::messages! {
    "preamble-after-operative":
    behind_operative() = "A preambular paragraph stands behind an operative one. Put it into the preamble.";
}

fn check(context: &RuleContext<'_>, findings: &mut Vec<Finding>) {
    let draft = context.draft;
    // The zone of the last numbered paragraph.
    let mut numbered = None;
    for (i, (paragraph, standing)) in draft.paragraphs.iter().zip(section_contexts(context.text, draft)).enumerate() {
        if !standing.led || standing.annexed {
            continue;
        }
        match paragraph.kind {
            ParagraphKind::Preambular if numbered == Some(standing.zone) => {
                found(context, &paragraph.range, findings);
            }
            ParagraphKind::Operative if paragraph.label.is_some() => numbered = Some(standing.zone),
            _ => {}
        }
        // Without a label, it is read as a part of the paragraph before.
        if numbered != Some(standing.zone) {
            continue;
        }
        let passages = draft.passages_of(i);
        if passages.iter().any(|passage| passage.ending == TextEnding::Colon) {
            continue;
        }
        for pair in passages.windows(2) {
            let [before, passage] = pair else { continue };
            let language = draft.language_at(passage.range.start);
            if matches!(before.ending, TextEnding::Semicolon | TextEnding::Stop)
                && passage.ending == TextEnding::Comma
                && context.text.get(passage.range.clone()).is_some_and(|words| opens_preambular(words, language))
            {
                found(context, &passage.range, findings);
                break;
            }
        }
    }
}

fn found(context: &RuleContext<'_>, range: &Range<usize>, findings: &mut Vec<Finding>) {
    let words = context.text.get(range.clone()).unwrap_or_default();
    let end = words.char_indices().take(40).take_while(|(_, c)| *c != '\n').last();
    let end = range.start + end.map_or(0, |(at, c)| at + c.len_utf8());
    let mut finding = context.finding(&RULE, range.start..end, behind_operative());
    finding.defer_until = Some(DeferUntil::Paragraph);
    findings.push(finding);
}

#[cfg(test)]
mod tests {
    use super::super::testing::expect;

    const RULE: &str = "preamble-after-operative";

    #[test]
    fn between_numbers() {
        expect(
            RULE,
            "
The General Assembly,

Recalling the long nights,

1. Decides to light the lamps;

Mindful of the storms,
^^^^^^^^^^^^^^^^^^^^^^ A preambular paragraph stands behind an operative one. Put it into the preamble.

2. Requests the keepers to report.
",
        );
        for draft in [
            "L’Assemblée générale,\n\nNotant la nuit,\n\n1. Décide de veiller ;\n\nRappelant,\n^^^^^^^^^^ #\n\n2. Note.\n",
            "La Asamblea General,\n\nObservando la noche,\n\n1. Decide velar;\n\nRecordando,\n^^^^^^^^^^^ #\n\n2. Invita.\n",
            "Генеральная Ассамблея,\n\nотмечая ночь,\n\n1. просит ждать;\n\nссылаясь на туман,\n^^^^^^^^^^^^^^^^^^ #\n\n2. призывает.\n",
            "إن الجمعية العامة،\n\nإذ تشير إلى الليل،\n\n1 - تقرر السهر؛\n\nوإذ تلاحظ البحر،\n^^^^^^^^^^^^^^^^ #\n\n2 - تدعو.\n",
            "大会，\n\n回顾黑夜，\n\n1. 决定守夜；\n\n注意到大雾，\n^^^^^^ #\n\n2. 鼓励。\n",
        ] {
            let says = "A preambular paragraph stands behind an operative one. Put it into the preamble.";
            expect(RULE, &draft.replace('#', says));
        }
    }

    #[test]
    fn working_labels() {
        expect(
            RULE,
            "
The General Assembly,

PP1 Recalling the long nights,

OP1 Decides to light the lamps;

PP2 Mindful of the storms,
^^^^^^^^^^^^^^^^^^^^^^^^^^ A preambular paragraph stands behind an operative one. Put it into the preamble.

OP2 Requests the keepers to report.
",
        );
    }

    #[test]
    fn preambles_of_their_own() {
        expect(
            RULE,
            "
The General Assembly,

Recalling the long nights,

I

1. Decides to light the lamps;

II

Mindful of the storms,

2. Adopts the following text:

Recalling the sea,

The Keepers,

Recalling the wind,

3. Decides to wait.

Annex

1. A lamp is lit at dusk.

Recalling the oil,

2. A lamp is put out at dawn.
",
        );
    }
}

//! # preambular-punctuation
//!
//! ## What it says
//!
//! A preambular paragraph ends with a comma, the last one too.
//!
//! ## Why
//!
//! The preamble is the beginning of the sentence that the operative paragraphs go on with. A full stop or a semicolon
//! ends or parts it where it goes on.
//!
//! ## Example
//!
//! ```text
//! The General Assembly,
//!
//! Recalling the long nights;
//!
//! 1. Decides to keep the lamps of the harbour alight.
//! ```
//!
//! The first paragraph ends with a comma.
//!
//! ## Exceptions
//!
//! A paragraph that introduces a list or a quotation ends with a colon. A question that is quoted may have its own mark.
//! Footnote markers stand before or behind the comma. Where most paragraphs of a preamble end with another mark, the text
//! follows another manual; where they end with a semicolon, what ends otherwise among them is told.
//!
//! ## Source
//!
//! United Nations Editorial Manual, Resolutions and other formal decisions of United Nations organs, drafting and
//! editing; Akoma Ntoso for the United Nations, Modelling of General Assembly resolutions; counted in the resolutions
//! of the General Assembly's sessions 74 to 80.

use std::collections::HashMap;

use super::support::closing_marks::{ClosingFault, ClosingMark, finding, introduces_nothing};
use super::support::section_context::{SectionContext, section_contexts};
use super::{DependsOn, Finding, Rule, RuleContext, RuleGroup, Severity};
use crate::draft::line_kind::{may_open_preambular, opens_operative, opens_preambular};
use crate::draft::{ElementKind, Paragraph, ParagraphKind, Passage, PassageOf, TextEnding};

pub static RULE: Rule = Rule {
    code: "preambular-punctuation",
    severity: Severity::Error,
    group: RuleGroup::Standard,
    lower_when_adopted: true,
    source: page_of!("preambular_punctuation.rs"),
    depends_on: DependsOn::Document,
    check,
    messages: MESSAGES,
    traits: &[],
};

/// The fewest other paragraphs whose mark makes a text's own style.
const STYLE: usize = 3;

crate::messages! {
    "preambular-punctuation":
    ends_with_comma() = "A preambular paragraph ends with a comma.";
    ends_with_semicolon() = "The other preambular paragraphs of this text end with a semicolon.";
}

fn check(context: &RuleContext<'_>, findings: &mut Vec<Finding>) {
    let draft = context.draft;
    let section_contexts = section_contexts(context.text, draft);
    let paragraphs = || draft.paragraphs.iter().zip(&section_contexts).enumerate();
    // How many preambular paragraphs of each zone end with a comma, and how many there are.
    let mut commas: HashMap<usize, (usize, usize)> = HashMap::new();
    // How many that open as such paragraphs do end with no mark at all.
    let mut bare: HashMap<usize, usize> = HashMap::new();
    // How many with a semicolon.
    let mut semicolons: HashMap<usize, usize> = HashMap::new();
    for (i, (_, standing)) in paragraphs().filter(|(_, (paragraph, _))| paragraph.kind == ParagraphKind::Preambular) {
        if let Some(passage) = draft.passages_of(i).last() {
            let (commas, all) = commas.entry(standing.zone).or_default();
            *commas += usize::from(passage.ending == TextEnding::Comma);
            *semicolons.entry(standing.zone).or_default() += usize::from(passage.ending == TextEnding::Semicolon);
            *bare.entry(standing.zone).or_default() += usize::from(is_bare(context, passage));
            *all += 1;
        }
    }
    for (i, (paragraph, standing)) in paragraphs().filter(|(_, (_, standing))| !standing.annexed) {
        let [passage] = draft.passages_of(i) else { continue };
        let next = draft.paragraphs.get(i + 1);
        // A text that ends its paragraphs otherwise throughout has a style of its own; the last one leads on.
        let (_, all) = commas.get(&standing.zone).copied().unwrap_or_default();
        let own = semicolons.get(&standing.zone).copied().unwrap_or_default();
        let inner = next.is_some_and(|next| next.kind != ParagraphKind::Sub && next.label.is_none());
        if own >= STYLE && 4 * own >= 3 * all.saturating_sub(2) {
            let breaks = paragraph.kind == ParagraphKind::Preambular && matches!(passage.ending, TextEnding::Comma)
                || paragraph.label.is_none() && passage.ending == TextEnding::Stop;
            if breaks && inner {
                let says = ends_with_semicolon;
                let wrong = ClosingFault { passage, mark: ClosingMark::Semicolon, says, may_go_on: false };
                findings.extend(finding(context, &RULE, &wrong));
            }
            continue;
        }
        if !standing.led
            || matches!(passage.ending, TextEnding::Comma)
            || next.is_some_and(|next| next.kind == ParagraphKind::Sub)
        {
            continue;
        }
        let of_preamble = match paragraph.kind {
            ParagraphKind::Preambular => match passage.ending {
                TextEnding::Open => !may_be_heading(context, passage),
                TextEnding::Colon => introduces_nothing(context, i, opens_preambular),
                _ => true,
            },
            ParagraphKind::Operative => is_ended_preambular(context, paragraph, passage, i, &section_contexts),
            ParagraphKind::Sub => false,
        };
        let (commas, all) = commas.get(&standing.zone).copied().unwrap_or_default();
        // Whoever has put no mark anywhere follows no other manual.
        let none_has_a_mark = all > 0 && bare.get(&standing.zone) == Some(&all);
        let all = all - usize::from(paragraph.kind == ParagraphKind::Preambular).min(all);
        if of_preamble && (2 * commas >= all || none_has_a_mark) {
            let wrong = ClosingFault { passage, mark: ClosingMark::Comma, says: ends_with_comma, may_go_on: false };
            findings.extend(finding(context, &RULE, &wrong));
        }
    }
}

/// Whether a passage opens as a preambular paragraph does, and has no mark at its end.
fn is_bare(context: &RuleContext<'_>, passage: &Passage) -> bool {
    let language = context.draft.language_at(passage.range.start);
    let words = context.text.get(passage.range.clone()).unwrap_or_default();
    passage.ending == TextEnding::Open && opens_preambular(words, language)
}

/// Whether a paragraph without a number that ends with a full stop is one of the preamble: it opens as those do, and
/// another such or a numbered paragraph follows it.
fn is_ended_preambular(
    context: &RuleContext<'_>,
    paragraph: &Paragraph,
    passage: &Passage,
    at: usize,
    section_contexts: &[SectionContext],
) -> bool {
    let next = context.draft.paragraphs.get(at + 1);
    let same = section_contexts
        .get(at + 1)
        .is_some_and(|next| section_contexts.get(at).is_some_and(|here| here.zone == next.zone));
    let language = context.draft.language_at(passage.range.start);
    let words = context.text.get(passage.range.clone()).unwrap_or_default();
    paragraph.label.is_none()
        && passage.ending == TextEnding::Stop
        && same
        && next.is_some_and(|next| next.kind == ParagraphKind::Preambular || next.label.is_some())
        && opens_preambular(words, language)
        && (next.is_some_and(|next| next.kind == ParagraphKind::Preambular) || !opens_operative(words, language))
}

/// Whether a passage without a mark may be a heading: it opens otherwise than a preambular paragraph, or stands right
/// under another heading.
fn may_be_heading(context: &RuleContext<'_>, passage: &Passage) -> bool {
    let draft = context.draft;
    let language = draft.language_at(passage.range.start);
    let before = draft.passages.partition_point(|other| other.range.start < passage.range.start).checked_sub(1);
    let before = before.and_then(|before| draft.passages.get(before));
    let under = before.is_some_and(|before| match before.of {
        PassageOf::Element(at) => draft.elements.get(at).is_some_and(|at| at.kind != ElementKind::OrganLine),
        _ => false,
    });
    under || !context.text.get(passage.range.clone()).is_some_and(|words| may_open_preambular(words, language))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{expect, fixed};

    const RULE: &str = "preambular-punctuation";

    #[test]
    fn other_marks_and_none() {
        expect(
            RULE,
            "
The General Assembly,

Recalling the long nights;
                         ^ A preambular paragraph ends with a comma. Put “,” in place of “;”.

Mindful of the storms,¹

Noting the report of the keepers²
                         ^^^^^^^ A preambular paragraph ends with a comma. Put “,” at its end.

Alarmed by the fog.
                  ^ A preambular paragraph ends with a comma. Put “,” in place of “.”.

Convinced of the need for light:
                               ^ A preambular paragraph ends with a comma. Put “,” in place of “:”.

Aware of the sea,

Guided by the stars,

Conscious of the wind,

1. Decides to light the lamps;

2. Requests a report.

¹ A/92/1.
² A/92/2.
",
        );
    }

    #[test]
    fn a_preamble_without_any_mark() {
        expect(
            RULE,
            "
The General Assembly,

Recalling the long nights
                   ^^^^^^ A preambular paragraph ends with a comma. Put “,” at its end.

Noting the report of the keepers
                         ^^^^^^^ A preambular paragraph ends with a comma. Put “,” at its end.

Convinced of the need for light
                          ^^^^^ A preambular paragraph ends with a comma. Put “,” at its end.

1. Decides to light the lamps;

2. Requests a report.
",
        );
        expect(
            RULE,
            "
大会，

回顾漫长的黑夜
^^^^^^^ A preambular paragraph ends with a comma. Put “，” at its end.

注意到看守人的报告
^^^^^^^^^ A preambular paragraph ends with a comma. Put “，” at its end.

1. 决定点亮灯塔；

2. 请秘书长提出报告。
",
        );
    }

    #[test]
    fn a_style_of_its_own() {
        expect(
            RULE,
            "
The Lamp Assembly,

Recalling the long nights;

Mindful of the storms;

Noting the report of the keepers,
                                ^ The other preambular paragraphs of this text end with a semicolon. Put “;” in place of “,”.

Alarmed by the fog;

Aware of the sea.
                ^ The other preambular paragraphs of this text end with a semicolon. Put “;” in place of “.”.

Convinced of the need for light,

1. DECIDES to light the lamps;

2. REQUESTS a report.
",
        );
    }

    #[test]
    fn in_five_other_languages() {
        expect(
            RULE,
            "
L’Assemblée générale,

Rappelant les longues nuits\u{a0};
                            ^ A preambular paragraph ends with a comma. Put “,” in place of “;”.

Consciente des tempêtes,

1. Décide d’allumer les lampes\u{a0};

2. Prie les gardiens de veiller.
",
        );
        expect(
            RULE,
            "
La Asamblea General,

Recordando las largas noches;
                            ^ A preambular paragraph ends with a comma. Put “,” in place of “;”.

Consciente de las tormentas,

1. Decide encender las lámparas;

2. Solicita un informe.
",
        );
        expect(
            RULE,
            "
Генеральная Ассамблея,

ссылаясь на долгие ночи;
                       ^ A preambular paragraph ends with a comma. Put “,” in place of “;”.

отмечая туман,

1. постановляет зажечь лампы;

2. просит представить доклад.
",
        );
        expect(
            RULE,
            "
إن الجمعية العامة،

إذ تشير إلى الليالي الطويلة؛
                           ^ A preambular paragraph ends with a comma. Put “،” in place of “؛”.

وإذ تلاحظ الضباب،

1 - تقرر إضاءة المصابيح؛

2 - تطلب تقديم تقرير.
",
        );
        expect(
            RULE,
            "
大会，

回顾漫长的黑夜；
       ^ A preambular paragraph ends with a comma. Put “，” in place of “；”.

注意到大雾，

1. 决定点亮灯塔；

2. 请秘书长提出报告。
",
        );
    }

    #[test]
    fn page_text() {
        expect(
            RULE,
            "
The General Assembly,

Recalling the long nights on the coast and the keepers of the harbours,
who watched over the ships in the fog and in the storm and who lit the
lamps whenever they were asked to do so;
                                       ^ A preambular paragraph ends with a comma. Put “,” in place of “;”.

Mindful of the storms that come with the winter and of the ships that
are at sea in them, far away from every harbour, and of the crews who
wait for the light,

1. Decides to light the lamps of the harbours at dusk and to keep them
alight until dawn;

2. Requests the keepers to report on their work at the next session.
",
        );
    }

    #[test]
    fn lists_questions_headings_and_quotations() {
        expect(
            RULE,
            "
The General Assembly,

Recalling the question “Who keeps the lamps?”

Affirming the following aims:

(a) Light;

(b) Warmth,

Mindful of the words of the first keeper:

“A lamp is lit at dusk.”

Noting the report,\u{200f}

I

Keeping the lamps alight

1. Decides to light the lamps;

2. Requests a report.

Annex

Recalling the lamps.

Noting the oil.
",
        );
    }

    #[test]
    fn a_mend_takes_markers_and_spaces_into_account() {
        let draft = |first: &str| {
            format!("L’Assemblée générale,\n\nRappelant la nuit{first}\n\nNotant la mer,\n\n1. Décide.\n\n¹ A/92/1.\n")
        };
        assert_eq!(fixed(RULE, &draft("\u{a0};")), draft(","));
        assert_eq!(fixed(RULE, &draft("¹")), draft("¹,"));
        let draft = |first: &str| {
            format!(
                "The General Assembly,\n\nRecalling the night{first}\n\nNoting the sea,\n\n1. Decides.\n\n¹ A/92/1.\n"
            )
        };
        assert_eq!(fixed(RULE, &draft("¹")), draft(",¹"));
        assert_eq!(fixed(RULE, &draft("”")), draft("”,"));
        assert_eq!(fixed(RULE, &draft(";.")), draft(","));
        let draft = |first: &str| {
            format!("إن الجمعية العامة،\n\nإذ تشير إلى الليل{first}\n\nوإذ تلاحظ البحر،\n\n1 - تقرر.\n\n(¹) A/92/1.\n")
        };
        assert_eq!(fixed(RULE, &draft("(¹)")), draft("(¹)،"));
    }

    #[test]
    fn lines_that_a_clean_text_breaks() {
        expect(
            RULE,
            "
The Security Council,

Having examined the application that was made by the Republic of
Lanternia, 16

Recalling the long nights and the resolutions of 6 June and
234 (1967) of 7 June 1967,

Recommends to the General Assembly that the lamps of the Republic be lit.

Adopted unanimously at the
850th meeting.
",
        );
        expect(
            RULE,
            "
The Security Council,

Recalling the long nights of the northern harbours and their lamps
                                                             ^^^^^ A preambular paragraph ends with a comma. Put “,” at its end.
Noting the lamps,

1. Decides to light the lamps.
",
        );
    }
}

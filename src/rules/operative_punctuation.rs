//! # operative-punctuation
//!
//! ## What it says
//!
//! An operative paragraph ends with a semicolon, the last one with a full stop.
//!
//! ## Why
//!
//! The whole resolution is one sentence, whose subject is the organ. A paragraph that ends with a comma or with nothing
//! looks unfinished, and one that ends with a full stop ends the resolution.
//!
//! ## Example
//!
//! ```text
//! The General Assembly,
//!
//! Recalling the long nights,
//!
//! 1. Decides to keep the lamps of the harbour alight,
//!
//! 2. Requests the keepers to report on their work;
//!
//! 3. Urges the ships to wait;
//!
//! 4. Decides to remain awake;
//! ```
//!
//! The first paragraph ends with a semicolon, the last one with a full stop.
//!
//! ## Exceptions
//!
//! A paragraph that introduces a list or a text ends with a colon. The last paragraph before a heading may end either
//! way. Where most paragraphs end with full stops, the text is a declaration or an instrument, and this is not asked of
//! it, nor of annexes. A question or a quotation may have its own mark. Footnote markers stand before or behind the
//! mark.
//!
//! ## Source
//!
//! United Nations Editorial Manual, Resolutions and other formal decisions of United Nations organs, drafting and
//! editing; Akoma Ntoso for the United Nations, Modelling of General Assembly resolutions; counted in the resolutions
//! of the General Assembly's sessions 74 to 80.

use super::support::closing_marks::{
    ClosingFault, ClosingMark, DueEnding, OperativeEndings, finding, introduces_nothing,
};
use super::{DependsOn, Finding, Rule, RuleContext, RuleGroup, Severity};
use crate::draft::line_kind::opens_operative;
use crate::draft::{ParagraphKind, TextEnding};
use crate::messages::Message;

pub static RULE: Rule = Rule {
    code: "operative-punctuation",
    severity: Severity::Error,
    group: RuleGroup::Standard,
    lower_when_adopted: true,
    source: page_of!("operative_punctuation.rs"),
    depends_on: DependsOn::Document,
    check,
    messages: MESSAGES,
    traits: &[],
};

crate::messages! {
    "operative-punctuation":
    inner_paragraph() = "An operative paragraph that others follow ends with a semicolon.";
    before_heading() = "The last operative paragraph of a section ends with a semicolon or a full stop.";
    last_paragraph() = "The last operative paragraph ends with a full stop.";
}

fn check(context: &RuleContext<'_>, findings: &mut Vec<Finding>) {
    let draft = context.draft;
    let endings = OperativeEndings::of(context);
    for (i, paragraph) in draft.paragraphs.iter().enumerate() {
        let Some(due) = endings.due(i) else { continue };
        // A paragraph with a list ends with the list's last item; one with more text may quote another.
        let [passage] = draft.passages_of(i) else { continue };
        if draft.paragraphs.get(i + 1).is_some_and(|next| next.kind == ParagraphKind::Sub) {
            continue;
        }
        let (mark, says): (ClosingMark, fn() -> Message) = match (due, passage.ending) {
            (DueEnding::Semicolon, TextEnding::Comma | TextEnding::Open) => (ClosingMark::Semicolon, inner_paragraph),
            (DueEnding::Semicolon, TextEnding::Stop) if paragraph.label.is_some() => {
                (ClosingMark::Semicolon, inner_paragraph)
            }
            // Where no paragraph has a number, the items of a list are not told from other paragraphs.
            (DueEnding::Semicolon, TextEnding::Colon)
                if paragraph.label.is_some() && introduces_nothing(context, i, opens_operative) =>
            {
                (ClosingMark::Semicolon, inner_paragraph)
            }
            (DueEnding::SemicolonOrStop, TextEnding::Comma) => (ClosingMark::Semicolon, before_heading),
            (DueEnding::FullStop, TextEnding::Comma | TextEnding::Semicolon | TextEnding::Open) => {
                (ClosingMark::FullStop, last_paragraph)
            }
            _ => continue,
        };
        let others = endings.others(context, i, passage.ending);
        // Where no other paragraph tells how they end, a whole sentence with semicolons of its own, or one that says what
        // it says without an operative verb, may end as such.
        let words = context.text.get(passage.range.clone()).unwrap_or_default();
        let said = paragraph.label.as_ref().map_or(0, |label| label.range.end.saturating_sub(passage.range.start));
        let said = words.get(said..).unwrap_or_default().trim_start();
        // A number without words has only its own full stop.
        if !said.contains(char::is_alphanumeric) {
            continue;
        }
        let language = context.draft.language_at(passage.range.start);
        let whole = passage.ending == TextEnding::Stop
            && (said.contains(crate::script::punctuation::is_semicolon) || !opens_operative(said, language));
        if due == DueEnding::Semicolon && others.is_empty() && whole {
            continue;
        }
        // Whoever has put no mark anywhere follows no other manual.
        let none_has_a_mark =
            passage.ending == TextEnding::Open && others.have_no_marks() && opens_operative(said, language);
        if others.asks_for_semicolons() || none_has_a_mark {
            findings.extend(finding(
                context,
                &RULE,
                &ClosingFault { passage, mark, says, may_go_on: due == DueEnding::FullStop },
            ));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{expect, fixed};

    const RULE: &str = "operative-punctuation";

    #[test]
    fn between_paragraphs_and_at_the_end() {
        expect(
            RULE,
            "
The General Assembly,

Recalling the long nights,

1. Decides to light the lamps,
                             ^ An operative paragraph that others follow ends with a semicolon. Put “;” in place of “,”.

2. Requests the keepers to watch;

3. Urges the ships to wait
                      ^^^^ An operative paragraph that others follow ends with a semicolon. Put “;” at its end.

4. Calls upon the pilots to listen;

5. Invites the towns to help.
                            ^ An operative paragraph that others follow ends with a semicolon. Put “;” in place of “.”.

6. Commends the crews;

7. Thanks the towns;

8. Encourages the fishers to sing:
                                 ^ An operative paragraph that others follow ends with a semicolon. Put “;” in place of “:”.

9. Takes note of the report;

10. Decides to remain awake;
                           ^ The last operative paragraph ends with a full stop. Put “.” in place of “;”.
",
        );
    }

    #[test]
    fn paragraphs_without_any_mark() {
        expect(
            RULE,
            "
The General Assembly,

Recalling the long nights,

1. Decides to light the lamps
                        ^^^^^ An operative paragraph that others follow ends with a semicolon. Put “;” at its end.

2. Requests the keepers to watch
                           ^^^^^ An operative paragraph that others follow ends with a semicolon. Put “;” at its end.

3. Urges the ships to wait
                      ^^^^ The last operative paragraph ends with a full stop. Put “.” at its end.
",
        );
        expect(
            RULE,
            "
The General Assembly,

Recalling the long nights,

1. Decides to light the lamps;

2. Requests the keepers to watch
                           ^^^^^ The last operative paragraph ends with a full stop. Put “.” at its end.
",
        );
    }

    #[test]
    fn in_five_other_languages() {
        expect(
            RULE,
            "
L’Assemblée générale,

Rappelant les longues nuits,

1. Décide d’allumer les lampes,
                              ^ An operative paragraph that others follow ends with a semicolon. Put “;” in place of “,”.

2. Prie les gardiens de veiller\u{a0};

3. Décide de rester éveillée\u{a0};
                             ^ The last operative paragraph ends with a full stop. Put “.” in place of “;”.
",
        );
        expect(
            RULE,
            "
La Asamblea General,

Recordando las largas noches,

1. Decide encender las lámparas,
                               ^ An operative paragraph that others follow ends with a semicolon. Put “;” in place of “,”.

2. Solicita un informe;

3. Decide permanecer despierta.
",
        );
        expect(
            RULE,
            "
Генеральная Ассамблея,

ссылаясь на долгие ночи,

1. постановляет зажечь лампы,
                            ^ An operative paragraph that others follow ends with a semicolon. Put “;” in place of “,”.

2. просит представить доклад;

3. постановляет не спать.
",
        );
        expect(
            RULE,
            "
إن الجمعية العامة،

إذ تشير إلى الليالي الطويلة،

1 - تقرر إضاءة المصابيح،
                       ^ An operative paragraph that others follow ends with a semicolon. Put “؛” in place of “،”.

2 - تطلب تقديم تقرير؛

3 - تقرر أن تبقى مستيقظة.
",
        );
        expect(
            RULE,
            "
大会，

回顾漫长的黑夜，

1. 决定点亮灯塔，
         ^ An operative paragraph that others follow ends with a semicolon. Put “；” in place of “，”.

2. 请秘书长提出报告；

3. 决定继续处理此案；
           ^ The last operative paragraph ends with a full stop. Put “。” in place of “；”.
",
        );
    }

    #[test]
    fn page_text_is_held_to_its_marks() {
        expect(
            RULE,
            "
                    The General Assembly,

                    Recalling the long nights on the coast and the keepers of the harbours,
             who watched over the ships in the fog and in the storm,

                    1.    Decides to light the lamps of the harbours at dusk and to keep them
             alight until dawn,
                              ^ An operative paragraph that others follow ends with a semicolon. Put “;” in place of “,”.

                    2.    Requests the keepers to report on their work at the next session and
             at every session that follows it, together with the pilots
                                                                 ^^^^^^ An operative paragraph that others follow ends with a semicolon. Put “;” at its end.

                    3.    Urges the ships to wait in the harbours until the fog has gone and
             the lamps can be seen from afar;

                    4.    Decides to remain awake until all of the ships have come home to the
             harbours from which they sailed.
",
        );
    }

    #[test]
    fn rightful_endings() {
        expect(
            RULE,
            "
The General Assembly,

Recalling the long nights,

I

1. Decides to light the lamps;

2. Adopts the following rules:

Rule 1. A lamp is lit at dusk.

3. Requests the keepers:

(a) To watch;

(b) To listen;

4. Asks: “Who keeps the lamps?”

5. Notes the report;\u{200e}

6. Decides to wait.

II

7. Requests the towns to help;

8. Decides to take up the question “Lamps”.

Annex

1. A lamp is lit at dusk,

2. A lamp is put out at dawn,
",
        );
    }

    #[test]
    fn a_single_paragraph_and_a_declaration() {
        expect(RULE, "\nThe General Assembly,\n\nRecalling the night,\n\nDecides to light the lamps.\n");
        expect(
            RULE,
            "
The General Assembly,

Recalling the long nights,

1. We reaffirm the light.

2. We decide to keep it. It is ours.

3. We shall not sleep,

4. We shall wait.
",
        );
        expect(RULE, "\n1. Lamps\n\n2. Oil,\n\n3. Wicks\n");
    }

    #[test]
    fn a_mend_is_written_as_the_language_has_it() {
        let draft = |end: &str| {
            format!(
                "L’Assemblée générale,\n\nNotant la mer,\n\n1. Décide{end}\n\n2. Prie\u{a0};\n\n3. Note.\n\n¹ A/92/1.\n"
            )
        };
        assert_eq!(fixed(RULE, &draft(",")), draft("\u{a0};"));
        assert_eq!(fixed(RULE, &draft("¹")), draft("¹\u{a0};"));
        assert_eq!(fixed(RULE, &draft(".;,")), draft("\u{a0};"));
    }
}

//! # organ-line-comma
//!
//! ## What it says
//!
//! Where a preamble follows, a comma stands after the name of the organ.
//!
//! ## Why
//!
//! The organ is the subject of the sentence, and what the preamble says stands between it and its verbs.
//!
//! ## Example
//!
//! ```text
//! The General Assembly
//!
//! Recalling the long nights,
//! ```
//!
//! The organ line is `The General Assembly,`.
//!
//! ## Exceptions
//!
//! Without a preamble the line has no comma, and one that it has anyway is let be.
//!
//! ## Source
//!
//! United Nations Editorial Manual, Resolutions and other formal decisions of United Nations organs, drafting and
//! editing; counted in the resolutions of the General Assembly's sessions 74 to 80.

use super::{DeferUntil, DependsOn, Edit, Finding, Fix, Rule, RuleContext, RuleGroup, Severity};
use crate::draft::{ElementKind, Paragraph, ParagraphKind, TextEnding, closing};
use crate::messages::ArgumentText;
use crate::script::is_invisible;
use crate::script::punctuation::is_comma;

pub static RULE: Rule = Rule {
    code: "organ-line-comma",
    severity: Severity::Warning,
    group: RuleGroup::Standard,
    lower_when_adopted: true,
    source: page_of!("organ_line_comma.rs"),
    depends_on: DependsOn::Document,
    check,
    messages: MESSAGES,
    traits: &[],
};

crate::messages! {
    "organ-line-comma":
    comma_missing(comma: quote) = "A preamble follows the name of the organ. Put “{comma}” after it.";
    put_comma(comma: quote) = "Put “{comma}” after it";
}

fn check(context: &RuleContext<'_>, findings: &mut Vec<Finding>) {
    let draft = context.draft;
    for (i, element) in draft.elements.iter().enumerate() {
        let Some(line) = context.text.get(element.range.clone()).filter(|_| element.kind == ElementKind::OrganLine)
        else {
            continue;
        };
        let end = draft.elements.get(i + 1).map_or(usize::MAX, |next| next.range.start);
        let at = draft.paragraphs.partition_point(|paragraph| paragraph.range.start < element.range.end);
        let next = draft.paragraphs.get(at).filter(|next| next.range.start < end);
        let is_preamble = |next: &Paragraph| next.kind == ParagraphKind::Preambular && next.label.is_none();
        // With another mark, or none, it may introduce a text.
        let ends = draft.passages_of(at).first().is_some_and(|passage| passage.ending == TextEnding::Comma);
        let preamble = ends && next.is_some_and(is_preamble);
        let bare = line.trim_end_matches(|c: char| c.is_whitespace() || is_invisible(c) || matches!(c, '*' | '_'));
        // A page may break a sentence before the organ's name.
        let has_comma = closing(line).0 == TextEnding::Comma || bare.ends_with(is_comma);
        if !preamble || line.starts_with(char::is_lowercase) || has_comma {
            continue;
        }
        let comma = draft.language_at(element.range.start).marks.comma;
        let mut finding = context.finding(&RULE, element.range.clone(), comma_missing(ArgumentText::fixed(comma)));
        finding.defer_until = Some(DeferUntil::Paragraph);
        // Behind the marks of emphasis.
        let at = element.range.start + line.trim_end_matches(|c: char| c.is_whitespace() || is_invisible(c)).len();
        let edits = vec![Edit { range: at..at, text: comma.to_owned() }];
        finding.fix = Some(Fix { title: put_comma(ArgumentText::fixed(comma)), certain: true, edits });
        findings.push(finding);
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{expect, fixed};

    const RULE: &str = "organ-line-comma";

    #[test]
    fn a_preamble_follows() {
        expect(
            RULE,
            "
The General Assembly
^^^^^^^^^^^^^^^^^^^^ A preamble follows the name of the organ. Put “,” after it.

Recalling the long nights,

1. Decides to light the lamps;

2. Decides to wait.
",
        );
        expect(
            RULE,
            "
大会
^^ A preamble follows the name of the organ. Put “，” after it.

回顾漫长的黑夜，

1. 决定点亮灯塔；

2. 请秘书长提出报告。
",
        );
        expect(
            RULE,
            "
إن الجمعية العامة
^^^^^^^^^^^^^^^^^ A preamble follows the name of the organ. Put “،” after it.

إذ تشير إلى الليالي الطويلة،

1 - تقرر إضاءة المصابيح؛

2 - تطلب تقديم تقرير.
",
        );
        for (organ, preambular) in [
            ("L’Assemblée générale", "Rappelant la nuit,\n\n1. Décide d’allumer les lampes."),
            ("La Asamblea General", "Recordando la noche,\n\n1. Decide encender las lámparas."),
            ("Генеральная Ассамблея", "ссылаясь на ночь,\n\n1. постановляет зажечь лампы."),
            ("*The General Assembly*", "*Recalling* the night,\n\n1. *Decides* to wait."),
        ] {
            let fixed = fixed(RULE, &format!("{organ}\n\n{preambular}\n"));
            assert_eq!(fixed, format!("{organ},\n\n{preambular}\n"));
        }
    }

    #[test]
    fn no_preamble_and_commas_of_all_kinds() {
        expect(RULE, "\nThe General Assembly\n\nDecides to light the lamps.\n");
        expect(RULE, "\nThe General Assembly,\n\nDecides to light the lamps.\n");
        expect(RULE, "\nإن الجمعية العامة ،\n\nإذ تشير إلى الليل،\n\n1 - تقرر إضاءة المصابيح.\n");
        expect(RULE, "\n大会，\u{200e}\n\n回顾黑夜，\n\n1. 决定点亮灯塔。\n");
    }
}

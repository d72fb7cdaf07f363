//! # organ-line-missing
//!
//! ## What it says
//!
//! Between the number and title of a resolution and its preamble stands the name of the organ.
//!
//! ## Why
//!
//! The organ is the subject of the sentence that the resolution is. Without it nobody recalls, and nobody decides.
//!
//! ## Example
//!
//! ```text
//! 92/14. Lights of the harbour
//!
//! Recalling the long nights,
//!
//! Noting the lamps of the keepers,
//!
//! 1. Decides to light the lamps;
//!
//! 2. Decides to remain awake.
//! ```
//!
//! Under the title stands `The General Assembly,`.
//!
//! ## Exceptions
//!
//! A draft that has no number yet may still be waiting for it. A text in an annex has none.
//!
//! ## Source
//!
//! United Nations Editorial Manual, Resolutions and other formal decisions of United Nations organs, drafting and
//! editing.

use super::{DeferUntil, DependsOn, Finding, Rule, RuleContext, RuleGroup, Severity};
use crate::draft::{ElementKind, Paragraph, ParagraphKind};

pub static RULE: Rule = Rule {
    code: "organ-line-missing",
    severity: Severity::Warning,
    group: RuleGroup::Standard,
    lower_when_adopted: true,
    source: page_of!("organ_line_missing.rs"),
    depends_on: DependsOn::Document,
    check,
    messages: MESSAGES,
    traits: &[],
};

crate::messages! {
    "organ-line-missing":
    is_missing() =
        "The name of the organ is missing between the title and the preamble. Put it there, with a comma.";
}

fn check(context: &RuleContext<'_>, findings: &mut Vec<Finding>) {
    let draft = context.draft;
    let Some(number) = draft.title.as_ref().and_then(|title| title.number.clone()) else { return };
    let Some(title) = draft.elements.iter().position(|element| element.range.start == number.start) else { return };
    let end = |at: usize| draft.elements.get(at).map_or(0, |element| element.range.end);
    let behind = draft.elements.get(title + 1..).unwrap_or_default();
    let next = behind.iter().find(|element| {
        matches!(element.kind, ElementKind::OrganLine | ElementKind::Title | ElementKind::Annex | ElementKind::Part)
    });
    let until = next.map_or(usize::MAX, |next| next.range.start);
    let is_preamble = |paragraph: &&Paragraph| {
        paragraph.kind == ParagraphKind::Preambular
            && paragraph.label.is_none()
            && (end(title)..until).contains(&paragraph.range.start)
    };
    // One paragraph alone may be a line of the head.
    if draft.paragraphs.iter().filter(is_preamble).count() < 2 {
        return;
    }
    let mut finding = context.finding(&RULE, number, is_missing());
    finding.defer_until = Some(DeferUntil::Document);
    findings.push(finding);
}

#[cfg(test)]
mod tests {
    use crate::rules::support::testing::expect;

    const RULE: &str = "organ-line-missing";

    #[test]
    fn a_preamble_right_under_the_title() {
        expect(
            RULE,
            "
92/14. Lights of the harbour
^^^^^^ The name of the organ is missing between the title and the preamble. Put it there, with a comma.

Recalling the long nights,

Noting the report of the keepers,

1. Decides to light the lamps.
",
        );
        expect(
            RULE,
            "
Résolution adoptée par l’Assemblée générale le 3 décembre 2037

92/14. Les feux du port
^^^^^^ The name of the organ is missing between the title and the preamble. Put it there, with a comma.

Rappelant les longues nuits,

Consciente des tempêtes,

1. Décide d’allumer les lampes.
",
        );
    }

    #[test]
    fn the_organ_is_named() {
        expect(
            RULE,
            "
92/14. Lights of the harbour

The General Assembly,

Recalling the long nights,

Noting the report of the keepers,

1. Decides to light the lamps.
",
        );
        expect(
            RULE,
            "
92/14. Lights of the harbour

The Board of the Lamp Society,

Recalling the long nights,

Noting the report of the keepers,

1. Decides to light the lamps.
",
        );
    }
}

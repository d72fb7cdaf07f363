//! # opening-conjunction
//!
//! ## What it says
//!
//! In an Arabic preamble the first paragraph opens with إذ, every later one with وإذ.
//!
//! ## Why
//!
//! The "and" joins a paragraph to the one before it. The first has none before it.
//!
//! ## Example
//!
//! ```text
//! إن الجمعية العامة،
//!
//! وإذ تشير إلى قرارها 92/14،
//! ```
//!
//! `إذ تشير إلى قرارها 92/14،`
//!
//! ## Exceptions
//!
//! Paragraphs that open otherwise (`وقد نظرت`), and other languages.
//!
//! ## Source
//!
//! The adopted resolutions of the General Assembly in Arabic, nearly all of which are written so.

use super::support::fix;
use super::{DependsOn, Edit, Finding, Fix, Rule, RuleContext, RuleGroup, Severity};
use crate::draft::ParagraphKind;
use crate::messages::ArgumentText;

pub static RULE: Rule = Rule {
    code: "opening-conjunction",
    severity: Severity::Hint,
    group: RuleGroup::Pedantic,
    lower_when_adopted: true,
    source: page_of!("opening_conjunction.rs"),
    depends_on: DependsOn::Document,
    check,
    messages: MESSAGES,
    traits: &[],
};

crate::messages! {
    "opening-conjunction":
    first_opens_with(first: quote, right: quote) =
        "The first paragraph of a preamble opens with “{first}”. Write “{right}” here.";
    only_first_opens_with(first: quote, right: quote) =
        "Only the first paragraph of a preamble opens with “{first}”. Write “{right}” here.";
}

fn check(context: &RuleContext<'_>, findings: &mut Vec<Finding>) {
    if context.draft.parts.iter().all(|part| part.language.writing.at_first.is_none()) {
        return;
    }
    for opened in context.opened().iter().filter(|opened| opened.paragraph.kind == ParagraphKind::Preambular) {
        let Some((usual, first)) = opened.language.writing.at_first else { continue };
        let (wrong, right) = if opened.is_first { (usual, first) } else { (first, usual) };
        if !opened.text().starts_with(wrong) {
            continue;
        }
        let (wrong, right) = (wrong.trim_end(), right.trim_end());
        let range = opened.source(0..wrong.len());
        let words = (ArgumentText::fixed(first.trim_end()), ArgumentText::fixed(right));
        let message = match opened.is_first {
            true => first_opens_with(words.0, words.1),
            false => only_first_opens_with(words.0, words.1),
        };
        let mut finding = context.finding(&RULE, range.clone(), message);
        let edits = vec![Edit { range, text: right.to_owned() }];
        finding.fix = Some(Fix { title: fix::write(ArgumentText::fixed(right)), certain: true, edits });
        findings.push(finding);
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::expect;

    #[test]
    fn the_first_and_the_others() {
        expect(
            "opening-conjunction",
            "
إن الجمعية العامة،

وإذ تشير إلى قرارها 92/14،
^^^ The first paragraph of a preamble opens with “إذ”. Write “إذ” here.

وقد نظرت في التقرير،

إذ ترحب بعمل الحراس،
^^ Only the first paragraph of a preamble opens with “إذ”. Write “وإذ” here.

وإذ تؤكد أهمية المصابيح،

1 - تقرر إضاءة المصابيح؛

2 - تقرر الانتظار.
",
        );
    }

    #[test]
    fn other_languages_have_none() {
        expect(
            "opening-conjunction",
            "
The General Assembly,

Recalling the lamps,

1. Decides to light them.
",
        );
    }
}

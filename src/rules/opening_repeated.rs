//! # opening-repeated
//!
//! ## What it says
//!
//! When paragraphs of the preamble that follow each other open with the same verb, the second takes "also", the third
//! "further", and the fourth is bare again.
//!
//! ## Why
//!
//! The words tell the reader that a list of the same kind goes on, and that none of its paragraphs is a copy.
//!
//! ## Example
//!
//! ```text
//! Recalling its resolution 92/14,
//!
//! Recalling its resolution 92/15,
//! ```
//!
//! The second is `Recalling also its resolution 92/15,`.
//!
//! ## Exceptions
//!
//! Operative paragraphs, the Security Council, and French, which often leaves the words out.
//!
//! ## Source
//!
//! United Nations Editorial Manual, Resolutions and other formal decisions of United Nations organs, part II; the adopted
//! resolutions of the General Assembly.

use super::support::fix;
use super::support::openings::{OpenedParagraph, begins_with, both};
use super::{DeferUntil, DependsOn, Edit, Finding, Fix, Related, Rule, RuleContext, RuleGroup, Severity};
use crate::draft::ParagraphKind;
use crate::language::{Language, PerLanguage};
use crate::symbol::Organ;

pub static RULE: Rule = Rule {
    code: "opening-repeated",
    severity: Severity::Hint,
    group: RuleGroup::Pedantic,
    lower_when_adopted: true,
    source: page_of!("opening_repeated.rs"),
    depends_on: DependsOn::Document,
    check,
    messages: MESSAGES,
    traits: &[],
};

crate::messages! {
    "opening-repeated":
    follows(written: quote, before: quote, right: quote) = "“{written}” follows “{before}”. Write “{right}”.";
    before_opens_so() = "The paragraph before opens so.";
}

/// A preambular opening in one of its three forms.
#[derive(Debug)]
struct PreambularOpening {
    words: String,
    template: &'static str,
    form: usize,
}

/// The openings of a language's preamble, the longest first.
static OPENINGS: PerLanguage<Vec<PreambularOpening>> = PerLanguage::new(|language| {
    let mut openings = Vec::new();
    for template in language.writing.preambular.iter().copied().filter(|template| template.contains('+')) {
        for form in 0..3 {
            for organ in [Organ::GeneralAssembly, Organ::SecurityCouncil] {
                openings.extend(language.writing.opening(template, form, Some(organ)).map(|words| PreambularOpening {
                    words,
                    template,
                    form,
                }));
            }
        }
    }
    let firsts: Vec<PreambularOpening> = openings
        .iter()
        .filter_map(|opening: &PreambularOpening| {
            let (usual, first) = language.writing.at_first?;
            let words = format!("{first}{}", opening.words.strip_prefix(usual)?);
            Some(PreambularOpening { words, template: opening.template, form: opening.form })
        })
        .collect();
    openings.extend(firsts);
    openings.sort_by_key(|opening| std::cmp::Reverse(opening.words.len()));
    openings
});

fn check(context: &RuleContext<'_>, findings: &mut Vec<Finding>) {
    if context.draft.organ == Some(Organ::SecurityCouncil) {
        return;
    }
    let opened = context.opened();
    let mut last: Option<(&OpenedParagraph<'_>, &PreambularOpening)> = None;
    for opened in opened.iter().filter(|opened| opened.paragraph.kind == ParagraphKind::Preambular) {
        let opening = opening(opened).filter(|_| opened.language.terms.verbs.again);
        if let (Some(opening), Some((before, other))) = (opening, last)
            && before.preamble == opened.preamble
            && other.template == opening.template
            && opening.form != (other.form + 1) % 3
        {
            findings.extend(repeated(context, opened, opening, before, other));
        }
        last = opening.map(|opening| (opened, opening));
    }
}

/// The opening of a paragraph. `None` where it is none that takes "also".
fn opening(opened: &OpenedParagraph<'_>) -> Option<&'static PreambularOpening> {
    let text = opened.text();
    let found = OPENINGS.of(opened.language)?.iter().find(|opening| begins_with(text, &opening.words).is_some())?;
    let rest = text.get(begins_with(text, &found.words)?..)?.trim_start();
    let tailed = opened.language.terms.verbs.tails.iter().any(|tail| begins_with(rest, tail).is_some());
    (!tailed && !is_listed_otherwise(rest, opened.language)).then_some(found)
}

/// Whether "also" or "further" stands somewhere else at the beginning of the paragraph.
fn is_listed_otherwise(rest: &str, language: &Language) -> bool {
    let near: String = rest.chars().take(40).collect();
    language.writing.again.iter().any(|word| near.contains(word.trim()))
}

fn repeated(
    context: &RuleContext<'_>,
    opened: &OpenedParagraph<'_>,
    opening: &PreambularOpening,
    before: &OpenedParagraph<'_>,
    other: &PreambularOpening,
) -> Option<Finding> {
    let form = (other.form + 1) % 3;
    let right = opened.language.writing.opening(opening.template, form, context.draft.organ)?;
    let right = both(&right).next()?;
    let len = begins_with(opened.text(), &opening.words)?;
    let written = opened.text().get(..len)?;
    let message = follows(written, &other.words, &right);
    let range = opened.source(0..len);
    let mut finding = context.finding(&RULE, range.clone(), message);
    // “Also” may still come.
    finding.defer_until = Some(DeferUntil::Paragraph);
    let place = before.source(0..begins_with(before.text(), &other.words)?);
    finding.related = vec![Related { range: place, message: before_opens_so() }];
    finding.fix = Some(Fix { title: fix::write(&right), certain: false, edits: vec![Edit { range, text: right }] });
    Some(finding)
}

#[cfg(test)]
mod tests {
    use super::super::testing::expect;

    const RULE: &str = "opening-repeated";

    #[test]
    fn bare_also_further_bare() {
        expect(
            RULE,
            "
The General Assembly,

Recalling its resolution 92/14,

Recalling also its resolution 92/15,

Recalling further its resolution 92/16,

Recalling its resolution 92/17,

Noting the lamps,

Noting the wicks,
^^^^^^ “Noting” follows “Noting”. Write “Noting also”.

Noting with concern the storms,

Noting with concern the fogs,
^^^^^^^^^^^^^^^^^^^ “Noting with concern” follows “Noting with concern”. Write “Noting also with concern”.

1. Requests the keepers to light the lamps;

2. Requests the keepers to report.
",
        );
    }

    #[test]
    fn in_other_languages() {
        expect(
            RULE,
            "
La Asamblea General,

Recordando su resolución 92/14,

Recordando su resolución 92/15,
^^^^^^^^^^ “Recordando” follows “Recordando”. Write “Recordando también”.

1. Decide esperar.
",
        );
        expect(
            RULE,
            "
L’Assemblée générale,

Rappelant sa résolution 92/14,

Rappelant sa résolution 92/15,

1. Décide d’attendre.
",
        );
        expect(
            RULE,
            "
大会，

回顾其第92/14号决议，

回顾其第92/15号决议，
^^ “回顾” follows “回顾”. Write “又回顾”.

1. 决定等待。
",
        );
    }
}

//! # term-house-style
//!
//! ## What it says
//!
//! Words are spelt as the United Nations spells them: in English `programme`, `per cent`, `Secretary-General`,
//! `organization`, `analyse`, `labour`, `Member States`; in French `États`; and a resolution calls itself "the present
//! resolution".
//!
//! ## Why
//!
//! Many hands write one text. One spelling makes it look, and be found, as one.
//!
//! ## Example
//!
//! ```text
//! 3. Requests the Secretary General to report on this program, as set out in this resolution;
//! ```
//!
//! `3. Requests the Secretary-General to report on this programme, as set out in the present resolution;`
//!
//! ## Exceptions
//!
//! Quotations, proper names, computer programs, the Secretary General of another organization, tables; "this resolution"
//! in the Security Council, in remarks in square brackets, and where another resolution was just cited.
//!
//! ## Source
//!
//! United Nations Editorial Manual, Spelling; United Nations Spelling List.

use super::support::fix;
use super::support::running_text::{
    BracketTracker, QuotationTracker, VariantPatterns, WordingFault, edit, without_overlap,
};
use super::{DependsOn, Finding, Fix, Rule, RuleContext, RuleGroup, RuleTrait, Severity};
use crate::draft::CitationKind;
use crate::language::PerLanguage;
use crate::symbol::Organ;

pub static RULE: Rule = Rule {
    code: "term-house-style",
    severity: Severity::Information,
    group: RuleGroup::Style,
    lower_when_adopted: true,
    source: page_of!("term_house_style.rs"),
    depends_on: DependsOn::Document,
    check,
    messages: MESSAGES,
    traits: &[RuleTrait::AboutWords],
};

crate::messages! {
    "term-house-style":
    house_style(right: quote, words: quote) = "The house style is “{right}”, not “{words}”.";
}

static HOUSE: PerLanguage<VariantPatterns> = PerLanguage::new(|language| VariantPatterns::of(language.terms.house));
static ITSELF: PerLanguage<VariantPatterns> = PerLanguage::new(|language| VariantPatterns::of(language.terms.itself));

fn check(context: &RuleContext<'_>, findings: &mut Vec<Finding>) {
    for said in context.passage_texts() {
        if !said.is_text(context.draft) {
            continue;
        }
        let (text, language) = (said.text(), said.language);
        let mut found = HOUSE.of(language).map_or_else(Vec::new, |variants| variants.find(text, language));
        if context.draft.organ != Some(Organ::SecurityCouncil) {
            let itself = ITSELF.of(language).map_or_else(Vec::new, |variants| variants.find(text, language));
            let cited = context.draft.citations_in(&said.source(0..text.len()));
            let first = cited.iter().find(|cited| cited.kind != CitationKind::Document).map(|cited| cited.range.start);
            let mut brackets = BracketTracker::of(text);
            // What was cited before it in the passage is the other resolution that it may be of, and in brackets it is a
            // remark.
            found.extend(itself.into_iter().filter(|wrong| {
                let is_first = first.is_none_or(|first| first >= said.source(wrong.range.clone()).end);
                said.is_paragraph() && is_first && !brackets.hold(wrong.range.start)
            }));
        }
        let mut quotations = QuotationTracker::of(text);
        for wrong in without_overlap(found) {
            let words = text.get(wrong.range.clone()).unwrap_or_default();
            if quotations.hold(wrong.range.start) || is_of_a_name(text, &wrong) || is_an_address(text, &wrong) {
                continue;
            }
            let message = house_style(&wrong.right, words);
            let mut finding = context.finding(&RULE, said.source(wrong.range.clone()), message);
            let edits = vec![edit(said, &wrong.range, &wrong.right)];
            finding.fix = Some(Fix { title: fix::write(&wrong.right), certain: true, edits });
            findings.push(finding);
        }
    }
}

/// Whether a word with a small letter stands between the capitals of a name: `Centre for program Research`.
fn is_of_a_name(text: &str, wrong: &WordingFault) -> bool {
    let small = wrong.right.chars().next().is_some_and(char::is_lowercase);
    let capital = |word: Option<&str>| word.is_some_and(|word| word.starts_with(char::is_uppercase));
    let before = text.get(..wrong.range.start).unwrap_or_default();
    let behind = text.get(wrong.range.end..).unwrap_or_default();
    small
        && capital(before.strip_suffix(' ').and_then(|before| before.rsplit(' ').next()))
        && capital(behind.strip_prefix(' '))
}

/// Whether it is part of an address on the Internet.
fn is_an_address(text: &str, wrong: &WordingFault) -> bool {
    let before = text.get(..wrong.range.start).unwrap_or_default().rsplit(' ').next().unwrap_or_default();
    before.contains("://") || before.contains("www.") || before.ends_with(['/', '@', '#', '_'])
}

#[cfg(test)]
mod tests {
    use super::super::testing::expect;

    const RULE: &str = "term-house-style";

    #[test]
    fn in_english() {
        expect(
            RULE,
            "
The General Assembly,

Recalling the program of work, and that 12 % of the keepers recognise it,
              ^^^^^^^ The house style is “programme”, not “program”.
                                        ^^^^ The house style is “12 per cent”, not “12 %”.
                                                            ^^^^^^^^^ The house style is “recognize”, not “recognise”.

Recalling the words “this program” of the Harbour Development Program and the Secretary General of the Organization of Keepers,

Recalling resolution 92/14 and the aims of this resolution,

1. Requests the Secretary General to report on the implementation of this resolution;
            ^^^^^^^^^^^^^^^^^^^^^ The house style is “the Secretary-General”, not “the Secretary General”.
                                                                  ^^^^^^^^^^^^^^^^^^ The house style is “of the present resolution”, not “of this resolution”.

2. Emphasises that computer programs and neighboring harbors are in the center.
   ^^^^^^^^^^ The house style is “Emphasizes”, not “Emphasises”.
                                         ^^^^^^^^^^^ The house style is “neighbouring”, not “neighboring”.
                                                     ^^^^^^^ The house style is “harbours”, not “harbors”.
                                                                        ^^^^^^ The house style is “centre”, not “center”.
",
        );
    }

    #[test]
    fn in_other_languages() {
        expect(
            RULE,
            "
L’Assemblée générale,

Rappelant que les Etats Membres tiennent 12 % des feux,
                  ^^^^^^^^^^^^^ The house style is “États Membres”, not “Etats Membres”.
                                         ^^^^ The house style is “12 pour cent”, not “12 %”.

1. Décide d’attendre.
",
        );
        expect(
            RULE,
            "
大会，

回顾灯塔占百分之12，
     ^^^^^ The house style is “12%”, not “百分之12”.

1. 决定等待。
",
        );
        expect(
            RULE,
            "
إن الجمعية العامة،

إذ تشير إلى أن 12% من المصابيح،
               ^^^ The house style is “12 في المائة”, not “12%”.

1 - تقرر الانتظار.
",
        );
    }

    #[test]
    fn the_security_council_says_this_resolution() {
        expect(
            RULE,
            "
The Security Council,

Recalling the lamps,

1. Requests a report on the implementation of this resolution.
",
        );
    }
}

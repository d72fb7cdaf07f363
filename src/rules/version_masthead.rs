//! # version-masthead
//!
//! ## What it says
//!
//! All language versions of a text have the same symbol, the same number before the title and the same date of adoption.
//!
//! ## Why
//!
//! They are one instrument.
//!
//! ## Example
//!
//! ```text
//! Resolution adopted by the General Assembly on 3 December 2037
//!
//! The General Assembly,
//!
//! Recalling the long nights of the harbours,
//!
//! 1. Decides to light the lamps;
//!
//! 2. Decides to rest until the autumn.
//!
//! Résolution adoptée par l’Assemblée générale le 3 décembre 2036
//!
//! L’Assemblée générale,
//!
//! Rappelant les longues nuits des ports,
//!
//! 1. Décide d’allumer les lampes ;
//!
//! 2. Décide de se reposer jusqu’à l’automne.
//! ```
//!
//! The year of adoption differs.
//!
//! ## Exceptions
//!
//! What a version does not say of itself.
//!
//! ## Source
//!
//! United Nations Editorial Manual, concordance of the language versions; measured on the resolutions of the
//! seventy-seventh session in six languages.

use super::support::date_fix::rewrite_date;
use super::support::versions;
use super::{DependsOn, Edit, Finding, Fix, Rule, RuleContext, RuleGroup, Severity};
use crate::compare::DivergenceKind;

pub static RULE: Rule = Rule {
    code: "version-masthead",
    severity: Severity::Warning,
    group: RuleGroup::Versions,
    lower_when_adopted: true,
    source: page_of!("version_masthead.rs"),
    depends_on: DependsOn::Document,
    check,
    messages: MESSAGES,
    traits: &[],
};

crate::messages! {
    "version-masthead":
    symbol(there: symbol, versions: number, languages: list) =
        "{versions, plural, one {The other version ({languages}) has} other {The other versions ({languages}) \
         have}} the symbol {there}. Check which is right.";
    number(there: symbol, versions: number, languages: list) =
        "The number before the title is {there} in {versions, plural, one {the other version} other {the other \
         versions}} ({languages}). Check which is right.";
    date(here: date, there: date, versions: number, languages: list) =
        "The text was adopted on {here} as it says here, and on {there} in {versions, plural, one {the other \
         version} other {the other versions}} ({languages}). Check which is right.";
    write_as_there(there: quote) =
        "Write “{there}”, as in the other versions";
}

fn check(context: &RuleContext<'_>, findings: &mut Vec<Finding>) {
    for difference in context.differences() {
        let languages = difference.languages();
        let (message, text) = match &difference.kind {
            DivergenceKind::OwnSymbol { there } => {
                (symbol(there, languages.len(), languages), Some(there.as_str().to_owned()))
            }
            DivergenceKind::OwnNumber { there } => (number(there, languages.len(), languages), None),
            DivergenceKind::OwnDate { here, there } => {
                let written = context.text.get(difference.range.clone()).unwrap_or_default();
                let language = context.draft.language_at(difference.range.start);
                (date(*here, *there, languages.len(), languages), rewrite_date(written, *here, *there, language))
            }
            _ => continue,
        };
        let mut finding = versions::finding(context, &RULE, difference, message);
        finding.fix = text.map(|text| Fix {
            title: write_as_there(text.as_str()),
            certain: false,
            edits: vec![Edit { range: difference.range.clone(), text }],
        });
        findings.push(finding);
    }
}

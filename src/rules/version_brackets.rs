//! # version-brackets
//!
//! ## What it says
//!
//! In a text under negotiation a paragraph has as many square brackets, nested as deep, in all language versions.
//!
//! ## Why
//!
//! What stands in brackets is not agreed. A bracket that one version lacks makes it look agreed there.
//!
//! ## Example
//!
//! ```text
//! The General Assembly,
//!
//! Recalling the long nights of the harbours,
//!
//! 1. Decides to light the lamps [of the eastern pier] [until the spring];
//!
//! 2. Decides to rest until the autumn.
//!
//! L’Assemblée générale,
//!
//! Rappelant les longues nuits des ports,
//!
//! 1. Décide d’allumer les lampes [de la jetée est] jusqu’au printemps ;
//!
//! 2. Décide de se reposer jusqu’à l’automne.
//! ```
//!
//! The second pair of brackets is lacking in French.
//!
//! ## Exceptions
//!
//! Texts that were adopted.
//!
//! ## Source
//!
//! United Nations Editorial Manual, concordance of the language versions; measured on the resolutions of the
//! seventy-seventh session in six languages.

use super::support::versions;
use super::{DependsOn, Finding, Rule, RuleContext, RuleGroup, Severity};
use crate::compare::DivergenceKind;

pub static RULE: Rule = Rule {
    code: "version-brackets",
    severity: Severity::Error,
    group: RuleGroup::Versions,
    lower_when_adopted: true,
    source: page_of!("version_brackets.rs"),
    depends_on: DependsOn::Document,
    check,
    messages: MESSAGES,
    traits: &[],
};

crate::messages! {
    "version-brackets":
    count(here: number, there: number, versions: number, languages: list) =
        "This paragraph opens {here, plural, one {{here} square bracket} other {{here} square brackets}}, and \
         {there} in {versions, plural, one {the other version} other {the other versions}} ({languages}). Put in \
         what is lacking, or take out what is too much.";
    nested(here: number, there: number, versions: number, languages: list) =
        "The square brackets of this paragraph are nested {here} deep, and {there} deep in {versions, plural, one \
         {the other version} other {the other versions}} ({languages}). Check where they close.";
}

fn check(context: &RuleContext<'_>, findings: &mut Vec<Finding>) {
    for difference in context.differences() {
        let DivergenceKind::Brackets { here, there } = &difference.kind else { continue };
        let languages = difference.languages();
        let message = match here.0 == there.0 {
            true => nested(here.1, there.1, languages.len(), languages),
            false => count(here.0, there.0, languages.len(), languages),
        };
        findings.push(versions::finding(context, &RULE, difference, message));
    }
}

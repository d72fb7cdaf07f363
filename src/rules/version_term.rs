//! # version-term
//!
//! ## What it says
//!
//! All language versions of a text name the same organs and organizations, by their official names.
//!
//! ## Why
//!
//! A report that one version asks of another body is asked of nobody.
//!
//! ## Example
//!
//! ```text
//! The General Assembly,
//!
//! Recalling that lamps burn in all the harbours,
//!
//! Invites the World Health Organization to count the lamps of the harbours.
//!
//! L’Assemblée générale,
//!
//! Rappelant que des lampes brûlent dans tous les ports,
//!
//! Invite l’Organisation mondiale du commerce à compter les lampes des ports.
//! ```
//!
//! The others mean the World Health Organization.
//!
//! ## Exceptions
//!
//! A body that one version names where another says “the Council”, “it” or nothing. Names in notes. Bodies whose official names in
//! the six languages are not known to the program.
//!
//! ## Source
//!
//! The names of organs and organizations in the resolutions of the General Assembly in its six official languages.

use super::support::versions;
use super::{DependsOn, Finding, Rule, RuleContext, RuleGroup, Severity};
use crate::compare::DivergenceKind;
use crate::draft::NormalizedText;

pub static RULE: Rule = Rule {
    code: "version-term",
    severity: Severity::Warning,
    group: RuleGroup::Versions,
    lower_when_adopted: true,
    source: page_of!("version_term.rs"),
    depends_on: DependsOn::Document,
    check,
    messages: MESSAGES,
    traits: &[],
};

crate::messages! {
    "version-term":
    other(here: quote, there: quote, versions: number, languages: list) =
        "“{here}” is named here, and “{there}” in {versions, plural, one {the other version} other {the other \
         versions}} ({languages}). Check which is right.";
}

fn check(context: &RuleContext<'_>, findings: &mut Vec<Finding>) {
    for difference in context.differences() {
        let (DivergenceKind::Body, Some(there)) = (&difference.kind, difference.counterparts.first()) else { continue };
        let here = NormalizedText::of(context.text.get(difference.range.clone()).unwrap_or_default(), 0).text;
        let message = other(here, there.exact.as_str(), difference.counterparts.len(), difference.languages());
        findings.push(versions::finding(context, &RULE, difference, message));
    }
}

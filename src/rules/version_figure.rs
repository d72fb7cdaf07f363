//! # version-figure
//!
//! ## What it says
//!
//! Numbers, shares, sums, years and times are the same in all language versions of a text.
//!
//! ## Why
//!
//! A sum with a nought too few was adopted in one language alone.
//!
//! ## Example
//!
//! ```text
//! The General Assembly,
//!
//! Recalling that 1.3 billion candles burn in the harbours,
//!
//! 1. Decides to light 12,500 lamps;
//!
//! 2. Decides to rest until the autumn.
//!
//! L’Assemblée générale,
//!
//! Rappelant que 1,3 milliard de bougies brûlent dans les ports,
//!
//! 1. Décide d’allumer 12 050 lampes ;
//!
//! 2. Décide de se reposer jusqu’à l’automne.
//! ```
//!
//! There are to be 12,500 lamps.
//!
//! ## Exceptions
//!
//! Figures are compared by their value: thousands and decimals are parted in each language's own way, and a billion may be a
//! thousand millions. What one version says in words (a decade, the Group of Twenty, noon) is taken for the same as a figure of
//! that value. A figure for which another version has nothing. In notes, figures that two versions have alike against the others,
//! such as pages of an edition. The cells of tables.
//!
//! ## Source
//!
//! United Nations Editorial Manual, numbers and concordance of the language versions; measured on the resolutions of the
//! seventy-seventh session in six languages.

use super::support::versions;
use super::{DependsOn, Finding, Rule, RuleContext, RuleGroup, Severity};
use crate::compare::DivergenceKind;
use crate::draft::NormalizedText;

pub static RULE: Rule = Rule {
    code: "version-figure",
    severity: Severity::Warning,
    group: RuleGroup::Versions,
    lower_when_adopted: true,
    source: page_of!("version_figure.rs"),
    depends_on: DependsOn::Document,
    check,
    messages: MESSAGES,
    traits: &[],
};

crate::messages! {
    "version-figure":
    other(here: quote, there: quote, versions: number, languages: list) =
        "“{here}” stands here, and “{there}” in {versions, plural, one {the other version} other {the other \
         versions}} ({languages}). Check which is right.";
}

fn check(context: &RuleContext<'_>, findings: &mut Vec<Finding>) {
    for difference in context.differences() {
        let (DivergenceKind::Figure { .. }, Some(there)) = (&difference.kind, difference.counterparts.first()) else {
            continue;
        };
        let here = NormalizedText::of(context.text.get(difference.range.clone()).unwrap_or_default(), 0).text;
        let message = other(here, there.exact.as_str(), difference.counterparts.len(), difference.languages());
        findings.push(versions::finding(context, &RULE, difference, message));
    }
}

//! # version-marker
//!
//! ## What it says
//!
//! A footnote is called in the same paragraph in all language versions.
//!
//! ## Why
//!
//! A marker in another paragraph gives that one a source that it doesn't have.
//!
//! ## Example
//!
//! ```text
//! The General Assembly,
//!
//! Recalling the charter of the lamps,¹
//!
//! Mindful of the long nights of the harbours,
//!
//! 1. Decides to light the lamps;
//!
//! 2. Decides to rest until the autumn.
//!
//! ¹ Resolution 92/14.
//!
//! L’Assemblée générale,
//!
//! Rappelant la charte des lampes,
//!
//! Consciente des longues nuits des ports¹,
//!
//! 1. Décide d’allumer les lampes ;
//!
//! 2. Décide de se reposer jusqu’à l’automne.
//!
//! ¹ Résolution 92/14.
//! ```
//!
//! Note 1 belongs to the first paragraph of the preamble.
//!
//! ## Exceptions
//!
//! Where a marker stands in its paragraph, which follows the order of the words.
//!
//! ## Source
//!
//! United Nations Editorial Manual, concordance of the language versions; measured on the resolutions of the
//! seventy-seventh session in six languages.

use super::support::versions::{self, key};
use super::{DependsOn, Finding, Rule, RuleContext, RuleGroup, Severity};
use crate::compare::DivergenceKind;

pub static RULE: Rule = Rule {
    code: "version-marker",
    severity: Severity::Error,
    group: RuleGroup::Versions,
    lower_when_adopted: true,
    source: page_of!("version_marker.rs"),
    depends_on: DependsOn::Document,
    check,
    messages: MESSAGES,
    traits: &[],
};

crate::messages! {
    "version-marker":
    elsewhere(note: label, kind: choice, path: label, versions: number, languages: list) =
        "Note {note} is called here, and in {versions, plural, one {the other version} other {the other versions}} \
         ({languages}) in {kind, select, preambular {preambular paragraph {path}} sub {subparagraph {path}} \
         section {a heading} part {a part’s heading} annex {an annex’s heading} unnumbered {a paragraph without a number} other {paragraph {path}}}. Put the \
         marker where it belongs.";
}

fn check(context: &RuleContext<'_>, findings: &mut Vec<Finding>) {
    for difference in context.differences() {
        if let DivergenceKind::Marker { number, path, kind } = &difference.kind {
            let message =
                elsewhere(number, key(*kind, path), path, difference.counterparts.len(), difference.languages());
            findings.push(versions::finding(context, &RULE, difference, message));
        }
    }
}

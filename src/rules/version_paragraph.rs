//! # version-paragraph
//!
//! ## What it says
//!
//! All language versions of a text have the same paragraphs, subparagraphs, parts and annexes in the same places.
//!
//! ## Why
//!
//! A paragraph that one version lacks was adopted in the others alone.
//!
//! ## Example
//!
//! ```text
//! The General Assembly,
//!
//! Recalling the long nights of the harbours,
//!
//! 1. Decides to light the 40 lamps of the eastern pier;
//!
//! 2. Takes note of the report of the Secretary-General on the keepers (A/92/85);
//!
//! 3. Also decides to celebrate the lamps of the harbours on 3 December 2039.
//!
//! L’Assemblée générale,
//!
//! Rappelant les longues nuits des ports,
//!
//! 1. Décide d’allumer les 40 lampes de la jetée est ;
//!
//! 2. Décide également de fêter les lampes des ports le 3 décembre 2039.
//! ```
//!
//! The French version lacks paragraph 2.
//!
//! ## Exceptions
//!
//! What a version lacks at its end, or all over, while it is being translated: how much there is still to come is said instead.
//! Headings, where one language has in one line what another has in two. Where so much differs that it is another text, that is
//! said once.
//!
//! ## Source
//!
//! United Nations Editorial Manual, concordance of the language versions; measured on the resolutions of the
//! seventy-seventh session in six languages.

use super::support::versions::{self, key};
use super::{DependsOn, Finding, Rule, RuleContext, RuleGroup, Severity};
use crate::compare::DivergenceKind;

pub static RULE: Rule = Rule {
    code: "version-paragraph",
    severity: Severity::Error,
    group: RuleGroup::Versions,
    lower_when_adopted: true,
    source: page_of!("version_paragraph.rs"),
    depends_on: DependsOn::Document,
    check,
    messages: MESSAGES,
    traits: &[],
};

crate::messages! {
    "version-paragraph":
    lacking(kind: choice, path: label, versions: number, languages: list) =
        "Behind this, {kind, select, preambular {preambular paragraph {path}} sub {subparagraph {path}} section {a \
         heading} part {a part} annex {an annex} unnumbered {a paragraph} other {paragraph {path}}} of {versions, plural, one {the other \
         version} other {the other versions}} ({languages}) is lacking. Add it, or remove it there.";
    surplus(kind: choice, versions: number, languages: list) =
        "{versions, plural, one {The other version ({languages}) does} other {The other versions ({languages}) \
         do}} not have this {kind, select, preambular {preambular paragraph} sub {subparagraph} section {heading} \
         part {part} annex {annex} other {paragraph}}. Add it there, or remove it.";
    merged(path: label, versions: number, languages: list) =
        "This holds paragraph {path} of {versions, plural, one {the other version} other {the other versions}} \
         ({languages}), too. Give that a paragraph of its own, or join the two there.";
    split(versions: number, languages: list) =
        "This is a part of the paragraph before it in {versions, plural, one {the other version} other {the other \
         versions}} ({languages}). Join the two, or part them there.";
    moved(path: label, versions: number, languages: list) =
        "This is paragraph {path} in {versions, plural, one {the other version} other {the other versions}} \
         ({languages}). Put it where it stands there, or the other way round.";
    other_text(count: number, versions: number, languages: list) =
        "{count} paragraphs are not where {versions, plural, one {the other version ({languages}) has} other {the \
         other versions ({languages}) have}} them: this is another text, or another stage of this one. Nothing \
         else is compared.";
}

fn check(context: &RuleContext<'_>, findings: &mut Vec<Finding>) {
    for difference in context.differences() {
        let languages = difference.languages();
        let message = match &difference.kind {
            DivergenceKind::Lacking { kind, path } => lacking(key(*kind, path), path, languages.len(), languages),
            DivergenceKind::Surplus { kind } => surplus(key(*kind, "-"), languages.len(), languages),
            DivergenceKind::Merged { path } => merged(path, languages.len(), languages),
            DivergenceKind::Split => split(languages.len(), languages),
            DivergenceKind::Moved { path } => moved(path, languages.len(), languages),
            DivergenceKind::OtherText { differing } => other_text(*differing, languages.len(), languages),
            _ => continue,
        };
        findings.push(versions::finding(context, &RULE, difference, message));
    }
}

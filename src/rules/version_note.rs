//! # version-note
//!
//! ## What it says
//!
//! All language versions of a text have the same footnotes.
//!
//! ## Why
//!
//! A note that one version lacks leaves its readers without the source, and gives all notes after it other numbers.
//!
//! ## Example
//!
//! ```text
//! The General Assembly,
//!
//! Recalling the charter of the lamps¹ and the register of the keepers,²
//!
//! 1. Decides to light the lamps;
//!
//! 2. Decides to rest until the autumn.
//!
//! ¹ Resolution 92/14.
//! ² A/92/85.
//!
//! L’Assemblée générale,
//!
//! Rappelant la charte des lampes¹ et le registre des gardiens,
//!
//! 1. Décide d’allumer les lampes ;
//!
//! 2. Décide de se reposer jusqu’à l’automne.
//!
//! ¹ Résolution 92/14.
//! ```
//!
//! The French version lacks note 2.
//!
//! ## Exceptions
//!
//! The order of notes within a paragraph, which follows that of the words. Notes of paragraphs that are not translated yet.
//!
//! ## Source
//!
//! United Nations Editorial Manual, concordance of the language versions; measured on the resolutions of the
//! seventy-seventh session in six languages.

use super::support::versions;
use super::{DependsOn, Finding, Rule, RuleContext, RuleGroup, Severity};
use crate::compare::DivergenceKind;

pub static RULE: Rule = Rule {
    code: "version-note",
    severity: Severity::Error,
    group: RuleGroup::Versions,
    lower_when_adopted: true,
    source: page_of!("version_note.rs"),
    depends_on: DependsOn::Document,
    check,
    messages: MESSAGES,
    traits: &[],
};

crate::messages! {
    "version-note":
    lacking(note: label, versions: number, languages: list) =
        "Note {note} of {versions, plural, one {the other version} other {the other versions}} ({languages}) is \
         lacking here. Add it, or remove it there.";
    surplus(note: label) =
        "The other versions do not have note {note}. Add it there, or remove it.";
}

fn check(context: &RuleContext<'_>, findings: &mut Vec<Finding>) {
    for difference in context.differences() {
        let languages = difference.languages();
        let message = match &difference.kind {
            DivergenceKind::LackingNote { number } => lacking(number, languages.len(), languages),
            DivergenceKind::SurplusNote { number } => surplus(number),
            _ => continue,
        };
        findings.push(versions::finding(context, &RULE, difference, message));
    }
}

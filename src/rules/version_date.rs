//! # version-date
//!
//! ## What it says
//!
//! A resolution or an event has the same date in all language versions.
//!
//! ## Why
//!
//! Dates tell which instrument and which meeting is meant. One that differs in one language is wrong in it, or right in it alone.
//!
//! ## Example
//!
//! ```text
//! The General Assembly,
//!
//! Recalling its resolution 92/14 of 3 December 2037,
//!
//! 1. Decides to light the lamps;
//!
//! 2. Decides to rest until the autumn.
//!
//! L’Assemblée générale,
//!
//! Rappelant sa résolution 92/14 du 13 décembre 2037,
//!
//! 1. Décide d’allumer les lampes ;
//!
//! 2. Décide de se reposer jusqu’à l’automne.
//! ```
//!
//! The resolution is of 3 December.
//!
//! ## Exceptions
//!
//! A date that one version leaves out. Days of one month in a row, of which one language writes the month once and another each
//! time. Chinese, where the date stands before several numbers.
//!
//! ## Source
//!
//! United Nations Editorial Manual, concordance of the language versions; measured on the resolutions of the
//! seventy-seventh session in six languages.

use std::ops::Range;

use super::support::date_fix::rewrite_date;
use super::support::versions;
use super::{DependsOn, Edit, Finding, Fix, Rule, RuleContext, RuleGroup, Severity};
use crate::compare::DivergenceKind;
use crate::draft::Date;

pub static RULE: Rule = Rule {
    code: "version-date",
    severity: Severity::Warning,
    group: RuleGroup::Versions,
    lower_when_adopted: true,
    source: page_of!("version_date.rs"),
    depends_on: DependsOn::Document,
    check,
    messages: MESSAGES,
    traits: &[],
};

crate::messages! {
    "version-date":
    of_instrument(symbol: symbol, here: date, there: date, versions: number, languages: list) =
        "{symbol} is of {here} here, and of {there} in {versions, plural, one {the other version} other {the other \
         versions}} ({languages}). Check which is right.";
    other(here: date, there: date, versions: number, languages: list) =
        "{here} stands here, and {there} in {versions, plural, one {the other version} other {the other versions}} \
         ({languages}). Check which is right.";
    write_as_there(there: quote) =
        "Write “{there}”, as in the other versions";
}

fn check(context: &RuleContext<'_>, findings: &mut Vec<Finding>) {
    for difference in context.differences() {
        let DivergenceKind::Date { here, there, of } = &difference.kind else { continue };
        let languages = difference.languages();
        let message = match of {
            Some(symbol) => of_instrument(symbol, *here, *there, languages.len(), languages),
            None => other(*here, *there, languages.len(), languages),
        };
        let mut finding = versions::finding(context, &RULE, difference, message);
        finding.fix = mend(context, &difference.range, *here, *there);
        findings.push(finding);
    }
}

/// The date of the others in the form that this version has for dates.
fn mend(context: &RuleContext<'_>, range: &Range<usize>, here: Date, there: Date) -> Option<Fix> {
    let written = context.text.get(range.clone())?;
    let text = rewrite_date(written, here, there, context.draft.language_at(range.start))?;
    let title = write_as_there(text.as_str());
    Some(Fix { title, certain: false, edits: vec![Edit { range: range.clone(), text }] })
}

//! # version-label
//!
//! ## What it says
//!
//! A paragraph has the same number or letter in all language versions.
//!
//! ## Why
//!
//! Paragraphs are cited by their numbers, and a number that leads elsewhere in one language is cited wrongly in it.
//!
//! ## Example
//!
//! ```text
//! The General Assembly,
//!
//! Recalling the long nights of the harbours,
//!
//! 1. Decides to light the lamps of the eastern pier;
//!
//! 2. Decides to rest until the autumn.
//!
//! L’Assemblée générale,
//!
//! Rappelant les longues nuits des ports,
//!
//! 1. Décide d’allumer les lampes de la jetée est ;
//!
//! 3. Décide de se reposer jusqu’à l’automne.
//! ```
//!
//! Paragraph 3 of the French version is paragraph 2.
//!
//! ## Exceptions
//!
//! Numbers after a paragraph that is lacking or that the others don't have: they differ for that reason. Letters of different
//! alphabets and different numerals are compared by what they count.
//!
//! ## Source
//!
//! United Nations Editorial Manual, concordance of the language versions; measured on the resolutions of the
//! seventy-seventh session in six languages.

use std::ops::Range;

use super::support::versions;
use super::{DependsOn, Finding, Fix, Rule, RuleContext, RuleGroup, RuleTrait, Severity};
use crate::compare::DivergenceKind;
use crate::draft::LabelValue;
use crate::draft::label::LabelWriter;

pub static RULE: Rule = Rule {
    code: "version-label",
    severity: Severity::Error,
    group: RuleGroup::Versions,
    lower_when_adopted: true,
    source: page_of!("version_label.rs"),
    depends_on: DependsOn::Document,
    check,
    messages: MESSAGES,
    traits: &[RuleTrait::YieldsInItsPlace],
};

crate::messages! {
    "version-label":
    other(here: label, there: label, versions: number, languages: list) =
        "This is {here}, and {there} in {versions, plural, one {the other version} other {the other versions}} \
         ({languages}). Check which is right.";
    others(here: label, there: label, more: number, versions: number, languages: list) =
        "This is {here}, and {there} in {versions, plural, one {the other version} other {the other versions}} \
         ({languages}); {more, plural, one {the label after it differs, too} other {the {more} labels after it \
         differ, too}}. Check the numbering from here on.";
    write_as_there(there: label) =
        "Write {there}, as in the other versions";
}

fn check(context: &RuleContext<'_>, findings: &mut Vec<Finding>) {
    let mut writer: Option<LabelWriter> = None;
    for difference in context.differences() {
        let DivergenceKind::Label { here, there, written, more } = &difference.kind else { continue };
        let languages = difference.languages();
        let message = match more {
            0 => other(here, written, languages.len(), languages),
            more => others(here, written, *more, languages.len(), languages),
        };
        let mut finding = versions::finding(context, &RULE, difference, message);
        if *more == 0 {
            let writer = writer.get_or_insert_with(|| LabelWriter::of(context.text, context.draft));
            finding.fix = mend(context, writer, &difference.range, *there);
        }
        findings.push(finding);
    }
}

/// The label with what those of the other versions count.
fn mend(context: &RuleContext<'_>, writer: &LabelWriter, range: &Range<usize>, there: (u32, u8)) -> Option<Fix> {
    let paragraphs = &context.draft.paragraphs;
    let labels = paragraphs.iter().filter_map(|paragraph| paragraph.label.as_ref());
    let label = labels.into_iter().find(|label| label.range == *range)?;
    let value = match label.value {
        LabelValue::Number { insertion: 0, .. } if there.1 == 0 => LabelValue::Number { number: there.0, insertion: 0 },
        LabelValue::Letter(_) if there.1 == 0 => LabelValue::Letter(there.0),
        LabelValue::Roman(_) if there.1 == 0 => LabelValue::Roman(there.0),
        _ => return None,
    };
    let language = context.draft.language_at(range.start);
    let edit = writer.edit(context.text.get(range.clone())?, range.start, value, language)?;
    let title = write_as_there(edit.text.as_str());
    Some(Fix { title, certain: false, edits: vec![edit] })
}

//! # version-citation
//!
//! ## What it says
//!
//! A paragraph or note cites the same instruments, documents and paragraphs in all language versions.
//!
//! ## Why
//!
//! A digit that was mistyped in one language sends its readers to another document, and no look at that version alone shows it.
//!
//! ## Example
//!
//! ```text
//! The General Assembly,
//!
//! Recalling its resolution 92/14 on the lamps of the harbours,
//!
//! 1. Decides to light the lamps;
//!
//! 2. Decides to rest until the autumn.
//!
//! L’Assemblée générale,
//!
//! Rappelant sa résolution 92/41 sur les lampes des ports,
//!
//! 1. Décide d’allumer les lampes ;
//!
//! 2. Décide de se reposer jusqu’à l’automne.
//! ```
//!
//! Two digits have changed places.
//!
//! ## Exceptions
//!
//! Corrigenda, which are issued in each language by itself. An organ that one language names and another leaves to the noun. A
//! joint symbol that one version has as two. Letters of a resolution's parts that are words in another language. An instrument that
//! one version cites and another one only means.
//!
//! ## Source
//!
//! United Nations Editorial Manual, concordance of the language versions; measured on the resolutions of the
//! seventy-seventh session in six languages.

use std::ops::Range;

use super::support::versions;
use super::{DependsOn, Edit, Finding, Fix, Rule, RuleContext, RuleGroup, Severity};
use crate::compare::{DivergenceKind, SlipKind};
use crate::symbol::Symbol;

pub static RULE: Rule = Rule {
    code: "version-citation",
    severity: Severity::Warning,
    group: RuleGroup::Versions,
    lower_when_adopted: true,
    source: page_of!("version_citation.rs"),
    depends_on: DependsOn::Document,
    check,
    messages: MESSAGES,
    traits: &[],
};

crate::messages! {
    "version-citation":
    one_digit(here: symbol, there: symbol, versions: number, languages: list) =
        "{here} differs in one digit from {there} in {versions, plural, one {the other version} other {the other \
         versions}} ({languages}). Check which is right.";
    exchanged(here: symbol, there: symbol, versions: number, languages: list) =
        "{here} has two characters of {there} exchanged, which {versions, plural, one {the other version \
         ({languages}) cites} other {the other versions ({languages}) cite}}. Check which is right.";
    other(here: symbol, there: symbol, versions: number, languages: list) =
        "{here} stands here, and {there} in {versions, plural, one {the other version} other {the other versions}} \
         ({languages}). Check which is right.";
    paragraph(here: label, there: label, versions: number, languages: list) =
        "Paragraph {here} is meant here, and paragraph {there} in {versions, plural, one {the other version} other \
         {the other versions}} ({languages}). Check which is right.";
    write_as_there(there: symbol) =
        "Write {there}, as in the other versions";
}

fn check(context: &RuleContext<'_>, findings: &mut Vec<Finding>) {
    for difference in context.differences() {
        let languages = difference.languages();
        let mut mended = None;
        let message = match &difference.kind {
            DivergenceKind::Citation { here: Some(here), there: Some(there), slip } => {
                mended = mend(context, &difference.range, here, there);
                let (here, there) = (told(here, there), told(there, here));
                match slip {
                    SlipKind::OneDigit => one_digit(here, there, languages.len(), languages),
                    SlipKind::Exchanged => exchanged(here, there, languages.len(), languages),
                    SlipKind::Other => other(here, there, languages.len(), languages),
                }
            }
            DivergenceKind::Citation { here: None, there: Some(there), slip } => {
                let here = context.text.get(difference.range.clone()).unwrap_or_default();
                let there = if here.starts_with(char::is_alphabetic) { there.as_str().into() } else { there.short() };
                match slip {
                    SlipKind::Exchanged => exchanged(here, there, languages.len(), languages),
                    _ => one_digit(here, there, languages.len(), languages),
                }
            }
            DivergenceKind::Reference { here, there } => paragraph(path(here), path(there), languages.len(), languages),
            _ => continue,
        };
        let mut finding = versions::finding(context, &RULE, difference, message);
        finding.fix = mended;
        findings.push(finding);
    }
}

/// A symbol as it is told beside another: its number alone, unless both have the same.
fn told(symbol: &Symbol, beside: &Symbol) -> String {
    match symbol.short() == beside.short() {
        true => symbol.as_str().to_owned(),
        false => symbol.short().into_owned(),
    }
}

/// A path of labels, the letters by their places in the alphabet.
fn path(path: &[u32]) -> String {
    path.iter().map(u32::to_string).collect::<Vec<_>>().join(".")
}

/// The number that the others have, written where this version has its own, if that is written as they are.
fn mend(context: &RuleContext<'_>, range: &Range<usize>, here: &Symbol, there: &Symbol) -> Option<Fix> {
    let written = context.text.get(range.clone())?;
    let text = if written == here.short() {
        there.short().into_owned()
    } else if written == here.as_str() {
        there.as_str().to_owned()
    } else {
        return None;
    };
    let title = write_as_there(text.as_str());
    Some(Fix { title, certain: false, edits: vec![Edit { range: range.clone(), text }] })
}

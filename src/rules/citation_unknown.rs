//! # citation-unknown
//!
//! ## What it says
//!
//! A cited resolution exists.
//!
//! ## Why
//!
//! The General Assembly numbers the resolutions of a session without a gap, and the Security Council all of its own. A
//! number beyond the last one, or one that belongs to another session or year, leads nowhere.
//!
//! ## Example
//!
//! ```text
//! Recalling its resolution 77/915 of 15 December 2022,
//! ```
//!
//! Session 77 ended with resolution 77/335: 77/195 may be meant.
//!
//! ## Exceptions
//!
//! Without a library nothing is found. With one, only numbers are found that it is complete enough to deny: those of
//! sessions of which a table has every number from the first to the session's end, and those of series that are
//! numbered through. Decisions, documents and the draft's own masthead are let be.
//!
//! ## Source
//!
//! The tables in your library (`rapporteur library import`).

use std::ops::Range;

use super::support::fix;
use super::{DependsOn, Edit, Finding, Fix, Rule, RuleContext, RuleGroup, Severity};
use crate::draft::{Citation, CitationKind};
use crate::library::Denial;
use crate::symbol::Symbol;

pub static RULE: Rule = Rule {
    code: "citation-unknown",
    severity: Severity::Warning,
    group: RuleGroup::Standard,
    lower_when_adopted: true,
    source: page_of!("citation_unknown.rs"),
    depends_on: DependsOn::Paragraph,
    check,
    messages: MESSAGES,
    traits: &[],
};

crate::messages! {
    "citation-unknown":
    beyond_the_last(symbol: symbol, session: session, last: symbol) =
        "There is no resolution {symbol}, as far as your library knows: the last one of session {session} is \
         {last}. Check the number.";
    number_of_another(symbol: symbol, other: symbol) =
        "There is no resolution {symbol}, as far as your library knows: that number belongs to {other}. Check the number.";
}

fn check(context: &RuleContext<'_>, findings: &mut Vec<Finding>) {
    for citation in &context.draft.citations {
        if citation.kind != CitationKind::Resolution || citation.in_masthead {
            continue;
        }
        let facts = context.knowledge.facts(&citation.symbol);
        let Some(denial) = &facts.denial else { continue };
        let number = citation.symbol.short();
        let message = match denial {
            Denial::Beyond { session, last } => beyond_the_last(number, *session, format!("{session}/{last}")),
            Denial::Elsewhere(other) => number_of_another(number, other.short()),
        };
        let mut finding = context.finding(&RULE, citation.range.clone(), message);
        if let Denial::Elsewhere(other) = denial {
            finding.fix = fix(context, citation, other);
        }
        findings.push(finding);
    }
}

/// The year in brackets, where it alone is another one.
fn fix(context: &RuleContext<'_>, citation: &Citation, other: &Symbol) -> Option<Fix> {
    let (wrong, right) = (citation.symbol.year()?.to_string(), other.year()?.to_string());
    let written = context.text.get(citation.range.clone())?;
    let at = citation.range.start + written.rfind(&wrong)?;
    let place: Range<usize> = at..at + wrong.len();
    // The date beside the number says whether the number or the year is the slip.
    let adopted = context.knowledge.facts(other).adopted.clone();
    let certain = citation.date.as_ref().is_some_and(|(date, _)| adopted.contains(date));
    Some(Fix { title: fix::write_symbol(other.short()), certain, edits: vec![Edit { range: place, text: right }] })
}

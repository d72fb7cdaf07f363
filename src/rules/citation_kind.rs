//! # citation-kind
//!
//! ## What it says
//!
//! A resolution of the General Assembly is called a resolution, and a decision a decision.
//!
//! ## Why
//!
//! Their numbers run beside each other: a session's resolutions from 1, its decisions from 401 (until the fifty-fourth
//! session, from 301). `60/551` is a decision, and no resolution with that number can be found.
//!
//! ## Example
//!
//! ```text
//! Recalling its resolution 60/551 of 8 May 2006,
//! ```
//!
//! It is decision 60/551.
//!
//! ## Exceptions
//!
//! Other bodies' numbers, and those that may be another body's by their date. Special and emergency special sessions, the
//! first thirty sessions. Decisions without a date, since other bodies' decisions have low numbers.
//!
//! ## Source
//!
//! The introductory notes of the General Assembly's collected resolutions and decisions.

use std::ops::Range;

use super::{DependsOn, Edit, Finding, Fix, Rule, RuleContext, RuleGroup, Severity};
use crate::draft::citation::sitting;
use crate::draft::{Citation, CitationKind, NormalizedText};
use crate::symbol::{Organ, Session, SymbolPart};

pub static RULE: Rule = Rule {
    code: "citation-kind",
    severity: Severity::Warning,
    group: RuleGroup::Standard,
    lower_when_adopted: true,
    source: page_of!("citation_kind.rs"),
    depends_on: DependsOn::Paragraph,
    check,
    messages: MESSAGES,
    traits: &[],
};

crate::messages! {
    "citation-kind":
    called_decision(symbol: symbol) =
        "“{symbol}” is called a decision, and has a resolution’s number: a session’s decisions begin at 301 or 401. Check \
         the word and the number.";
    called_resolution(symbol: symbol) =
        "“{symbol}” is called a resolution, and has a decision’s number: the numbers from 401 on are those of decisions. \
         Check the word and the number.";
    call_resolution() = "Call it a resolution";
    call_decision() = "Call it a decision";
}

/// Numbers of decisions which no session's resolutions have reached.
const OF_DECISIONS: std::ops::RangeInclusive<u32> = 401..=699;

/// Numbers of resolutions that decisions have never had, nor had any other number below.
const FIRST_DECISION: u32 = 301;

fn check(context: &RuleContext<'_>, findings: &mut Vec<Finding>) {
    for citation in &context.draft.citations {
        if !is_doubtful(context, citation) {
            continue;
        }
        let number = citation.symbol.short();
        let message = match citation.kind {
            CitationKind::Decision => called_decision(number),
            _ => called_resolution(number),
        };
        let mut finding = context.finding(&RULE, citation.range.clone(), message);
        finding.fix = fix(context, citation);
        findings.push(finding);
    }
}

/// Whether a number of the General Assembly is called one thing and is another's.
pub(super) fn is_doubtful(context: &RuleContext<'_>, citation: &Citation) -> bool {
    let symbol = &citation.symbol;
    let kind = citation.kind;
    if kind == CitationKind::Document || symbol.organ() != Some(Organ::GeneralAssembly) {
        return false;
    }
    if !matches!(symbol.session(), Some(Session::Regular(31..))) {
        return false;
    }
    let number = symbol.parts().into_iter().find_map(|part| match part {
        SymbolPart::Number(number) => Some(number),
        _ => None,
    });
    let Some(number) = number else { return false };
    let dated = citation.date.as_ref().map(|(date, _)| *date);
    let fits = |date| sitting(symbol).is_some_and(|days| days.contains(&date));
    match kind {
        CitationKind::Resolution => OF_DECISIONS.contains(&number) && dated.is_none_or(fits),
        _ => number < FIRST_DECISION && dated.is_some_and(fits) && context.draft.organ == Some(Organ::GeneralAssembly),
    }
}

/// The other word in its place, where it stands straight beside the number and is of this number alone.
fn fix(context: &RuleContext<'_>, citation: &Citation) -> Option<Fix> {
    const NEAR: usize = 48;
    let language = context.draft.language_at(citation.range.start);
    let text = context.text;
    let pairs = language.proofing.kinds.iter().map(|(resolution, decision)| match citation.kind {
        CitationKind::Decision => (*decision, *resolution),
        _ => (*resolution, *decision),
    });
    let boundary = |at: usize| (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at));
    let alone = |range: &Range<usize>| {
        // Citations don't lie over each other, so they end in the order in which they begin.
        let before = context.draft.citations_in(&(0..range.end + NEAR)).iter().rev();
        let mut near = before.take_while(|other| other.range.end + NEAR > range.start);
        near.all(|other| other.range == citation.range || other.kind == CitationKind::Document)
    };
    let start = boundary(citation.range.start.saturating_sub(NEAR))?;
    let before = NormalizedText::of(text.get(start..citation.range.start)?, start);
    let after =
        NormalizedText::of(text.get(citation.range.end..boundary(citation.range.end + NEAR)?)?, citation.range.end);
    for (word, other) in pairs {
        let said = before.text.trim_end();
        let front = said.strip_suffix(word).map(|rest| before.source(rest.len()..said.len()));
        let sign = language.citing.after_number;
        let behind =
            after.text.strip_prefix(sign).filter(|_| !sign.is_empty()).and_then(|rest| rest.strip_prefix(word));
        let behind = behind.map(|_| after.source(sign.len()..sign.len() + word.len()));
        if let Some(range) = front.or(behind) {
            let edits = vec![Edit { range: range.clone(), text: other.to_owned() }];
            let title = match citation.kind {
                CitationKind::Decision => call_resolution(),
                _ => call_decision(),
            };
            return alone(&citation.range).then_some(Fix { title, certain: false, edits });
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::super::testing::{expect, fixed};

    #[test]
    fn one_for_the_other() {
        expect(
            "citation-kind",
            "
The General Assembly,

Recalling its resolution 60/551 of 8 May 2006, its decision 63/195 of 18 December 2008 and its decision 60/551,
                         ^^^^^^ “60/551” is called a resolution, and has a decision’s number: the numbers from 401 on are those of decisions. Check the word and the number.
                                                            ^^^^^^ “63/195” is called a decision, and has a resolution’s number: a session’s decisions begin at 301 or 401. Check the word and the number.

Recalling also its decision 31/308, Human Rights Council decision 17/119, and decision 14/34 of 29 November 2018,

1. Decides to light the lamps.
",
        );
    }

    #[test]
    fn in_six_languages() {
        for (draft, mended) in [
            ("The General Assembly,\n\nRecalling its resolution 60/551 of 8 May 2006,\n", "its decision 60/551"),
            ("L’Assemblée générale,\n\nRappelant sa résolution 60/551 du 8 mai 2006,\n", "sa décision 60/551"),
            ("La Asamblea General,\n\nRecordando su resolución 60/551, de 8 de mayo de 2006,\n", "su decisión 60/551"),
            ("إن الجمعية العامة،\n\nإذ تشير إلى قرارها 60/551 المؤرخ 8 أيار/مايو 2006،\n", "مقررها 60/551"),
            ("大会，\n\n回顾其2006年5月8日第60/551号决议，\n", "第60/551号决定"),
        ] {
            assert!(fixed("citation-kind", draft).contains(mended), "{draft}");
        }
        expect(
            "citation-kind",
            "
Генеральная Ассамблея,

ссылаясь на свою резолюцию 60/551 от 8 мая 2006 года,
                           ^^^^^^ “60/551” is called a resolution, and has a decision’s number: the numbers from 401 on are those of decisions. Check the word and the number.
",
        );
    }
}

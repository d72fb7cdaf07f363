//! # report-past
//!
//! ## What it says
//!
//! A draft takes note of this session's reports.
//!
//! ## Why
//!
//! A report that last year's text took note of is still there when the draft was made of it, and this year's lies on the table.
//!
//! ## Example
//!
//! ```text
//! A/C.4/92/L.7
//!
//! The lamps of the harbours
//!
//! The General Assembly,
//!
//! 1. Takes note of the report of the Secretary-General (A/91/406);
//!
//! 2. Requests the Secretary-General to report to it at its ninety-second session.
//! ```
//!
//! The request shows that last year's words are still there; the report is last year's, too.
//!
//! ## Exceptions
//!
//! Drafts in which nothing else shows that last year's words are still there: no request at a session that is over (`session-past`),
//! and no missing resolution (`predecessor-missing`). Reports of this session, and what isn't taken note of.
//!
//! ## Source
//!
//! The General Assembly's guidelines for the submission of proposals, by which a draft starts from the last adopted text.

use super::support::last_year::{is_reporting, own_session};
use super::{DependsOn, Finding, Rule, RuleContext, RuleGroup, Severity};
use crate::draft::{Citation, CitationKind};
use crate::symbol::{Organ, Session};

pub static RULE: Rule = Rule {
    code: "report-past",
    severity: Severity::Information,
    group: RuleGroup::Update,
    lower_when_adopted: true,
    source: page_of!("report_past.rs"),
    depends_on: DependsOn::Document,
    check,
    messages: MESSAGES,
    traits: &[],
};

crate::messages! {
    "report-past":
    of_session(document: symbol, session: session, own: session) =
        "{document} is of session {session}, and the draft is one of session {own}. Check whether there is a later report.";
}

fn check(context: &RuleContext<'_>, findings: &mut Vec<Finding>) {
    let Some(own) = own_session(context) else { return };
    let session = |citation: &Citation| match (citation.symbol.organ(), citation.symbol.session()) {
        (Some(Organ::GeneralAssembly), Some(Session::Regular(session))) => Some(session),
        _ => None,
    };
    let is_past = |citation: &&Citation| {
        citation.kind == CitationKind::Document
            && !citation.in_masthead
            && session(citation).is_some_and(|of| of + 1 == own)
    };
    let mut past = context.draft.citations.iter().filter(is_past).peekable();
    if past.peek().is_none() || !context.is_last_years() {
        return;
    }
    for citation in past.filter(|citation| is_reporting(context, citation.range.start)) {
        let Some(of) = session(citation) else { continue };
        let message = of_session(&citation.symbol, of, own);
        findings.push(context.finding(&RULE, citation.range.clone(), message));
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::expect;

    #[test]
    fn last_sessions_report_is_told_of_where_other_words_are_last_years_too() {
        let draft = |session: &str| {
            format!(
                "A/C.4/92/L.7\n\nThe lamps of the harbours\n\nThe General Assembly,\n\n1. Takes note of the report of the Secretary-General;¹\n\n\
                 2. Requests a report at its {session} session.\n\n¹ A/91/406.\n"
            )
        };
        let mark = "  ^^^^^^^^ A/91/406 is of session 91, and the draft is one of session 92. Check whether there is a later report.\n";
        expect("report-past", &(draft("ninety-second") + mark));
        expect("report-past", &draft("ninety-third"));
        expect("report-past", &draft("ninety-second").replace("A/91/406", "A/92/406"));
    }
}

//! # session-past
//!
//! ## What it says
//!
//! What is asked for is asked for at a session that is still to come.
//!
//! ## Why
//!
//! Most drafts begin as last year's text. What that text asked of the next session, it asks of a session that is over, or of the
//! one that is just going on; who overlooks it asks for a report that nobody can give any more.
//!
//! ## Example
//!
//! ```text
//! A/C.4/92/L.7
//!
//! Ninety-second session
//!
//! The lamps of the harbours
//!
//! The General Assembly,
//!
//! 1. Requests the Secretary-General to report to the General Assembly at its ninety-second session on the lamps;
//!
//! 2. Decides to include the item in the provisional agenda of its ninety-third session.
//! ```
//!
//! The draft is one of the ninety-second session: the ninety-third is meant. The mend writes it.
//!
//! ## Exceptions
//!
//! What recalls a session: what was adopted, held or said at it, and reports that were given to it. Notes, and the preamble. Of the
//! draft's own session what is said of its resumed or main part, or of its end. Sessions that are longer ago than four years, and
//! those that are written in digits, as those of other bodies often are. Drafts that tell neither by their symbol nor by their
//! masthead of which session of the General Assembly they are.
//!
//! ## Source
//!
//! The General Assembly's guidelines for the submission of proposals, by which a draft starts from the last adopted text; rule 1 of
//! its rules of procedure (sessions of the Assembly).

use super::support::fix;
use super::support::last_year::{own_session, past_sessions};
use super::{DependsOn, Edit, Finding, Fix, Rule, RuleContext, RuleGroup, Severity};

pub static RULE: Rule = Rule {
    code: "session-past",
    severity: Severity::Warning,
    group: RuleGroup::Standard,
    lower_when_adopted: true,
    source: page_of!("session_past.rs"),
    depends_on: DependsOn::Document,
    check,
    messages: MESSAGES,
    traits: &[],
};

crate::messages! {
    "session-past":
    over(session: session, own: session) =
        "This looks ahead to session {session}, which is over: the draft is one of session {own}. Check which session is meant.";
    draft_s_own(session: session) =
        "This looks ahead to session {session}, which is the draft’s own. Check whether the next one is meant.";
}

fn check(context: &RuleContext<'_>, findings: &mut Vec<Finding>) {
    let Some(own) = own_session(context) else { return };
    for past in past_sessions(context) {
        let message = if past.session == own { draft_s_own(own) } else { over(past.session, own) };
        let mut finding = context.finding(&RULE, past.range.clone(), message);
        finding.fix = past.next.map(|next| Fix {
            title: fix::write(&next),
            certain: false,
            edits: vec![Edit { range: past.range, text: next }],
        });
        findings.push(finding);
    }
}

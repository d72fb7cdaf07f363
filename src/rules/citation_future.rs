//! # citation-future
//!
//! ## What it says
//!
//! A draft cites nothing that was adopted after it.
//!
//! ## Why
//!
//! A text can only build on what exists. A number or date that lies in the future is a slip, or was taken from another
//! version of the text.
//!
//! ## Example
//!
//! ```text
//! Resolution adopted by the General Assembly on 18 December 2007
//!
//! Recalling its resolution 72/175 of 18 December 2006,
//! ```
//!
//! Resolution 62/175 is meant: session 72 began in 2017.
//!
//! ## Exceptions
//!
//! Drafts that tell neither when they were adopted nor, by their symbol, of which session they are. What stands before
//! the resolution itself, and notes, which editors add when a text is printed. Numbers that may be another body's, by
//! their date. Whatever was adopted on the same day.
//!
//! ## Source
//!
//! General Assembly resolution 57/301 and rule 1 of its rules of procedure (sessions of the Assembly); the records in
//! your library.

use super::support::citation_dates::first_day_after;
use super::{DependsOn, Finding, Rule, RuleContext, RuleGroup, Severity};

pub static RULE: Rule = Rule {
    code: "citation-future",
    severity: Severity::Warning,
    group: RuleGroup::Standard,
    lower_when_adopted: true,
    source: include_str!("citation_future.rs"),
    depends_on: DependsOn::Paragraph,
    check,
    messages: MESSAGES,
    traits: &[],
};

crate::messages! {
    "citation-future":
    later(symbol: symbol, earliest: date, latest: date) =
        "“{symbol}” is later than this draft: it can’t be before {earliest}, and the draft is not after {latest}. Check \
         the number.";
}

fn check(context: &RuleContext<'_>, findings: &mut Vec<Finding>) {
    let Some(latest) = context.latest() else { return };
    for citation in &context.draft.citations {
        let Some(earliest) = first_day_after(context, citation) else { continue };
        let message = later(citation.symbol.short(), earliest, latest);
        findings.push(context.finding(&RULE, citation.range.clone(), message));
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::expect;

    #[test]
    fn of_a_later_session() {
        expect(
            "citation-future",
            "
Resolution adopted by the General Assembly on 18 December 2007

62/299. Lamps

The General Assembly,

Recalling its resolutions 61/175 of 19 December 2006 and 72/175 of 19 December 2006,
                                                         ^^^^^^ “72/175” is later than this draft: it can’t be before 1 September 2017, and the draft is not after 18 December 2007. Check the number.

1. Decides to light the lamps.¹

_______________
¹ See also resolution 70/1.
",
        );
    }

    #[test]
    fn a_draft_has_the_days_of_its_session() {
        expect(
            "citation-future",
            "
A/C.3/62/L.14

The General Assembly,

Recalling its resolution 62/175, Security Council resolution 1888 (2009) and the 2030 Agenda, in its resolution 70/1,
                                                             ^^^^^^^^^^^ “1888 (2009)” is later than this draft: it can’t be before 30 September 2009, and the draft is not after 30 September 2008. Check the number.
                                                                                                                ^^^^ “70/1” is later than this draft: it can’t be before 25 September 2015, and the draft is not after 30 September 2008. Check the number.

1. Decides to light the lamps.
",
        );
    }

    #[test]
    fn a_draft_that_does_not_tell_its_time() {
        expect(
            "citation-future",
            "
The General Assembly,

Recalling its resolution 92/175,

1. Decides to light the lamps.
",
        );
    }
}

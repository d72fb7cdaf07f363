//! # event-past
//!
//! ## What it says
//!
//! What a draft speaks of as still to come has not taken place yet.
//!
//! ## Why
//!
//! A conference that was ahead when last year's text was adopted may be over when this year's is.
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
//! Looking forward to the Second Congress on Harbour Lamps, to be held in 2036,
//! ```
//!
//! The ninety-second session opens in September 2037.
//!
//! ## Exceptions
//!
//! Years that are no farther back than the one in which the session opens, unless other words are last year's, and sentences that say what was decided before. Drafts
//! that tell neither by their symbol nor by their masthead of which session they are. Notes, and what is quoted.
//!
//! ## Source
//!
//! Rule 1 of the rules of procedure of the General Assembly (sessions open in September).

use super::support::last_year::{own_session, plain, years_ahead};
use super::{DependsOn, Finding, Rule, RuleContext, RuleGroup, Severity};
use crate::script::{chinese_digit, digit_value};

pub static RULE: Rule = Rule {
    code: "event-past",
    severity: Severity::Information,
    group: RuleGroup::Update,
    lower_when_adopted: true,
    source: page_of!("event_past.rs"),
    depends_on: DependsOn::Document,
    check,
    messages: MESSAGES,
    traits: &[],
};

crate::messages! {
    "event-past":
    is_over(year: number, own: session) =
        "This speaks of {year} as still to come, and session {own} opened later. Check whether it has taken place.";
    may_be_over(year: number) =
        "This speaks of {year} as still to come, and other words in this draft are last year’s. Check whether it has taken place.";
}

fn check(context: &RuleContext<'_>, findings: &mut Vec<Finding>) {
    let Some(own) = own_session(context) else { return };
    let opened = own + FIRST_YEAR;
    for said in context.passage_texts().iter().filter(|said| said.is_paragraph()) {
        let text = said.text();
        // Most paragraphs name no year of the time that counts.
        if !may_name_year(text, opened - LATELY..=opened) {
            continue;
        }
        let words = plain(text);
        if !said.language.updates.ahead.iter().any(|word| words.contains(word)) {
            continue;
        }
        for (place, year) in years_ahead(text, said.language) {
            // The session opens in September: what was to be in that year may be over, where the draft is last year's.
            let has_passed = year < opened || year == opened && context.is_last_years();
            if has_passed && year + LATELY >= opened {
                let message =
                    if year < opened { is_over(usize::from(year), own) } else { may_be_over(usize::from(year)) };
                findings.push(context.finding(&RULE, said.source(place), message));
            }
        }
    }
}

/// Whether a text may name one of these years: by four digits, in whatever script, or in Chinese characters.
fn may_name_year(text: &str, years: std::ops::RangeInclusive<u16>) -> bool {
    let (mut year, mut digits) = (0_u32, 0_u8);
    for c in text.chars().chain([' ']) {
        if let Some(digit) = digit_value(c) {
            year = year.saturating_mul(10).saturating_add(digit);
            digits = digits.saturating_add(1);
            continue;
        }
        let is_one = digits == 4 && u16::try_from(year).is_ok_and(|year| years.contains(&year));
        if is_one || !c.is_ascii() && chinese_digit(c).is_some() {
            return true;
        }
        (year, digits) = (0, 0);
    }
    false
}

/// The year before that in which the first session counts as opened: the ninety-second opens in 2037.
const FIRST_YEAR: u16 = 1945;

/// What was to come before is history, and not forgotten.
const LATELY: u16 = 6;

#[cfg(test)]
mod tests {
    use super::super::testing::expect;

    #[test]
    fn an_event_of_a_year_that_is_over() {
        expect(
            "event-past",
            "
A/C.4/92/L.7

The lamps of the harbours

The General Assembly,

Looking forward to the Second Congress on Harbour Lamps, to be held in Port Anne in 2036,
                                                                                    ^^^^ This speaks of 2036 as still to come, and session 92 opened later. Check whether it has taken place.

Recalling the First Congress on Harbour Lamps, held in 2035, and the post-2036 framework to be adopted,

Noting the Third Congress, to be held in 2038,

1. Decides to rest.
",
        );
    }
}

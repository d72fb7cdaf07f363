//! # time-words
//!
//! ## What it says
//!
//! Words such as “the present session”, “this year” and “the tenth anniversary” mean what they say in the year of the draft.
//!
//! ## Why
//!
//! They need no number to be wrong: a year later they mean another session and another year.
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
//! Noting the tenth anniversary of the first lamp,
//!
//! Requests the Secretary-General to report to it at its ninety-second session.
//! ```
//!
//! The request shows that last year's words are still there, so the anniversary may be last year's.
//!
//! ## Exceptions
//!
//! Drafts in which nothing else shows that last year's words are still there: no request at a session that is over (`session-past`),
//! and no missing resolution (`predecessor-missing`). Notes.
//!
//! ## Source
//!
//! The General Assembly's guidelines for the submission of proposals, by which a draft starts from the last adopted text.

use super::support::last_year::{begins_word, plain_with_places};
use super::{DependsOn, Finding, Rule, RuleContext, RuleGroup, Severity};
use crate::script::is_han;

pub static RULE: Rule = Rule {
    code: "time-words",
    severity: Severity::Hint,
    group: RuleGroup::Update,
    lower_when_adopted: true,
    source: page_of!("time_words.rs"),
    depends_on: DependsOn::Document,
    check,
    messages: MESSAGES,
    traits: &[],
};

crate::messages! {
    "time-words":
    another_time(words: quote) =
        "“{words}” may be last year’s: other words in this draft are. Check whether it is still so.";
}

/// How many bytes of a word are left at a byte of a text. Chinese words are whole as they are found.
fn rest_of_word(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    let is_inside =
        text.get(..at).and_then(|before| before.chars().next_back()).is_some_and(|c| c.is_alphabetic() && !is_han(c));
    if is_inside { rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len()) } else { 0 }
}

fn check(context: &RuleContext<'_>, findings: &mut Vec<Finding>) {
    if !context.is_last_years() {
        return;
    }
    for said in context.passage_texts().iter().filter(|said| said.is_paragraph()) {
        let words = said.language.updates;
        let mut places: Vec<std::ops::Range<usize>> = Vec::new();
        let (text, place) = plain_with_places(said.text());
        for word in words.present.iter().chain(words.anniversary) {
            let found = text.match_indices(word).filter(|(at, _)| begins_word(&text, *at));
            places.extend(
                found.map(|(at, word)| place(at)..place(at + word.len() + rest_of_word(&text, at + word.len()))),
            );
        }
        places.sort_by_key(|place| (place.start, place.end));
        let mut last = 0;
        for place in places {
            if place.start < last {
                continue;
            }
            last = place.end;
            let written = said.text().get(place.clone()).unwrap_or_default();
            let message = another_time(written);
            findings.push(context.finding(&RULE, said.source(place), message));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::expect;

    #[test]
    fn words_are_told_of_where_others_are_last_years() {
        let draft = |session: &str| {
            format!(
                "A/C.4/92/L.7\n\nThe lamps of the harbours\n\nThe General Assembly,\n\nNoting the tenth anniversary of the first lamp,\n\n\
                 1. Requests a report at its {session} session.\n"
            )
        };
        let mark = " ".repeat(17)
            + "^^^^^^^^^^^ “anniversary” may be last year’s: other words in this draft are. Check whether it is still so.";
        let marked = draft("ninety-second").replace("of the first lamp,\n", &format!("of the first lamp,\n{mark}\n"));
        expect("time-words", &marked);
        expect("time-words", &draft("ninety-third"));
    }
}

//! # footnote-conflict
//!
//! ## What it says
//!
//! A footnote's number has one text.
//!
//! ## Why
//!
//! Where two notes have one number, the reader cannot tell which of them a marker calls.
//!
//! ## Example
//!
//! ```text
//! ¹ Resolution 92/14.
//! ¹ A/92/85.
//! ```
//!
//! The second note is note 2.
//!
//! ## Exceptions
//!
//! A note that is printed again, with the same text, on the page where it is called again. Versions in several languages
//! in one file have notes of their own.
//!
//! ## Source
//!
//! United Nations Editorial Manual, Footnotes, chapters V and IX.

use std::collections::HashMap;

use super::{DependsOn, Finding, Related, Rule, RuleContext, RuleGroup, Severity};
use crate::draft::Note;

pub static RULE: Rule = Rule {
    code: "footnote-conflict",
    severity: Severity::Error,
    group: RuleGroup::Standard,
    lower_when_adopted: true,
    source: page_of!("footnote_conflict.rs"),
    depends_on: DependsOn::Document,
    check,
    messages: MESSAGES,
    traits: &[],
};

crate::messages! {
    "footnote-conflict":
    two_texts(note: label) =
        "There are two footnotes {note} with different texts. Give this one the number of its own marker, or make the \
         two the same.";
    first_here(note: label) = "This is the first footnote {note}.";
}

fn check(context: &RuleContext<'_>, findings: &mut Vec<Finding>) {
    let mut firsts: HashMap<(usize, &str), &Note> = HashMap::new();
    for note in &context.draft.notes {
        // A number that nobody has written a text for says nothing else than another one.
        if plain(&note.text).next().is_none() {
            continue;
        }
        let part = context.draft.part_at(note.label_range.start);
        let first = *firsts.entry((part, &note.label)).or_insert(note);
        if first.label_range == note.label_range || same(&first.text, &note.text) {
            continue;
        }
        let mut finding = context.finding(&RULE, note.label_range.clone(), two_texts(&note.label));
        finding.related = vec![Related { range: first.label_range.clone(), message: first_here(&note.label) }];
        findings.push(finding);
    }
}

/// Whether two notes say the same, but for marks and space. A note that is printed again may have lost its end to
/// another page.
fn same(a: &str, b: &str) -> bool {
    let (mut a, mut b) = (plain(a), plain(b));
    loop {
        match (a.next(), b.next()) {
            (Some(a), Some(b)) if a != b => return false,
            (Some(_), Some(_)) => {}
            _ => return true,
        }
    }
}

fn plain(text: &str) -> impl Iterator<Item = char> + '_ {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase)
}

#[cfg(test)]
mod tests {
    use super::super::testing::expect;

    #[test]
    fn two_texts() {
        expect(
            "footnote-conflict",
            "
The General Assembly,

Recalling the Charter of the Lamps,¹ and the Protocol thereto,²

1. Decides to light the lamps.

_______________
¹ Resolution 92/14.
² Resolution 92/15.
² A/92/85.
^ There are two footnotes 2 with different texts. Give this one the number of its own marker, or make the two the same.
",
        );
    }

    #[test]
    fn one_text_twice() {
        expect(
            "footnote-conflict",
            "
Генеральная Ассамблея,

ссылаясь на Устав ламп[^1],

1. постановляет зажечь лампы.

[^1]: Резолюция 92/14.
[^1]: Резолюция  92/14
",
        );
    }
}

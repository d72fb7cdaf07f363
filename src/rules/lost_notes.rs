//! # lost-notes
//!
//! ## What it says
//!
//! Where numbers stand glued to words as footnote markers do, 1, 2, 3 and so on, the footnotes are there too.
//!
//! ## Why
//!
//! Some converters keep the markers of footnotes, as bare numbers, and leave their texts out. What remains looks like
//! slips of the pen, and no source is left.
//!
//! Which converters keep the notes is measured in
//! [From Word, LibreOffice, Google Docs or a PDF](from-word-and-pdf.md).
//!
//! ## Example
//!
//! ```text
//! Recalling the Charter of the Lamps,1
//!
//! Bearing in mind the Protocol2 and the Annex3 thereto,
//! ```
//!
//! The notes 1 to 3 are nowhere.
//!
//! ## Exceptions
//!
//! Fewer than three such numbers, or some that don't count from 1.
//!
//! ## Source
//!
//! Measured on texts out of word processors by many converters.

use std::ops::Range;

use super::{DependsOn, Finding, Rule, RuleContext, RuleGroup, RuleTrait, Severity};
use crate::draft::{Draft, Layout, Note};
use crate::script::is_wide;
use crate::script::punctuation::{closes_round, parts_clauses};

pub static RULE: Rule = Rule {
    code: "lost-notes",
    severity: Severity::Warning,
    group: RuleGroup::Standard,
    lower_when_adopted: true,
    source: page_of!("lost_notes.rs"),
    depends_on: DependsOn::Document,
    check,
    messages: MESSAGES,
    traits: &[RuleTrait::TellsOfLosses],
};

crate::messages! {
    "lost-notes":
    notes_are_missing(last: number) =
        "The numbers 1 to {last} stand where footnotes are called, but the footnotes themselves are missing. A converter \
         may have left them out: convert the document once more with its footnotes, or add them here.";
    numbers_stand_apart() =
        "The numbers of these footnotes stand apart from their texts, so that it is not certain which is whose. A converter \
         may have read them as a column: put each number before its text, or convert the document in another way.";
}

/// So many numbers in order are no chance.
const LEAST: usize = 3;

fn check(context: &RuleContext<'_>, findings: &mut Vec<Finding>) {
    let draft = context.draft;
    if let Some(apart) = apart(context.text, draft) {
        findings.push(context.finding(&RULE, apart.label_range.clone(), numbers_stand_apart()));
        return;
    }
    // A marker or a note that was understood says how this text writes them.
    if !draft.markers.is_empty() || !draft.notes.is_empty() {
        return;
    }
    let mut due = 1;
    let mut first = None;
    for paragraph in &draft.paragraphs {
        let Some(words) = context.text.get(paragraph.range.clone()) else { continue };
        let reading = draft.language_at(paragraph.range.start).reading;
        let counts = |at: &Range<usize>| {
            let (before, after) = (words.get(..at.start).unwrap_or_default(), words.get(at.end..).unwrap_or_default());
            let wide = |word: &&&str| word.chars().all(is_wide);
            reading.counted_things.iter().filter(wide).any(|thing| before.ends_with(thing))
                || reading.counting_words.iter().filter(wide).any(|word| after.starts_with(word))
        };
        for at in glued_numbers(words).filter(|at| !counts(at)) {
            if words.get(at.clone()).is_some_and(|number| number.parse() == Ok(due)) {
                first.get_or_insert(paragraph.range.start + at.start..paragraph.range.start + at.end);
                due += 1;
            }
        }
    }
    let count = due - 1;
    if notes_stand_somewhere(context.text, count) {
        return;
    }
    if let Some(first) = first.filter(|_| count >= LEAST) {
        findings.push(context.finding(&RULE, first, notes_are_missing(count)));
    }
}

/// The first of some notes on pages without rules whose numbers stand apart from their texts. Where a rule is drawn above the notes,
/// their order is that of the page.
fn apart<'a>(text: &str, draft: &'a Draft) -> Option<&'a Note> {
    let drawn = || text.lines().any(|line| line.trim().len() >= 5 && line.trim().bytes().all(|b| b == b'_'));
    if draft.layout != Layout::Page || draft.notes.is_empty() {
        return None;
    }
    let starts = draft.notes.iter().skip(1).map(|next| next.label_range.start).chain([text.len()]);
    let apart = |(note, next): &(&Note, usize)| {
        note.pieces.first().is_some_and(|first| !(note.label_range.start..*next).contains(&first.start))
    };
    let apart: Vec<&Note> = draft.notes.iter().zip(starts).filter(apart).map(|(note, _)| note).collect();
    apart.first().copied().filter(|_| apart.len() > 1 && !drawn())
}

/// Whether lines begin with these numbers as notes do, or are nothing but them: then the notes are there, though not where
/// they can be told for certain.
fn notes_stand_somewhere(text: &str, count: usize) -> bool {
    let begins = |line: &&str| {
        let line = line.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '[' | '('));
        let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
        let number = line.get(..line.len() - rest.len()).and_then(|digits| digits.parse::<usize>().ok());
        let dashed = rest.trim_start().starts_with(['-', '–']);
        let glued = rest.starts_with(|c: char| c.is_uppercase() || is_wide(c));
        let parted = rest.is_empty() || glued || (rest.starts_with([' ', '\t', ']']) && !dashed);
        parted && number.is_some_and(|number| (1..=count).contains(&number))
    };
    text.lines().filter(begins).count() * 2 >= count
}

/// The numbers of one or two digits that are glued to a word or to the mark behind one, and that nothing goes on.
fn glued_numbers(words: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let bytes = words.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        while let Some(start) = bytes.get(at..)?.iter().position(u8::is_ascii_digit).map(|n| at + n) {
            at = start + bytes.get(start..)?.iter().take_while(|b| b.is_ascii_digit()).count();
            let (before, after) = (words.get(..start)?, words.get(at..)?);
            if at - start <= 2 && calls(before) && ends(after) {
                return Some(start..at);
            }
        }
        None
    })
}

/// Whether a marker may stand behind a text: behind a word, or a mark that follows one.
fn calls(before: &str) -> bool {
    let mut before = before.chars().rev();
    let Some(last) = before.next() else { return false };
    let word = |c: char| c.is_alphabetic() && !c.is_uppercase();
    let closes = parts_clauses(last) || closes_round(last) || matches!(last, '”' | '’' | '»' | '》' | '“');
    // Between numbers a comma is part of a number, but for one behind a year.
    let rest: String = before.take_while(|c| !c.is_whitespace()).take(5).collect();
    let digits = rest.chars().take_while(char::is_ascii_digit).count();
    let behind = !rest.is_empty() && (last != ',' || digits == 0 || digits >= 4);
    word(last) || (closes && behind)
}

/// Whether a number ends here, and counts nothing.
fn ends(after: &str) -> bool {
    match after.chars().next() {
        None => true,
        Some(c) => c.is_whitespace() || is_wide(c) || parts_clauses(c) || matches!(c, '.' | ')' | '”'),
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::expect;

    const RULE: &str = "lost-notes";

    #[test]
    fn markers_without_notes() {
        expect(
            RULE,
            "
The General Assembly,

Recalling the Charter of the Lamps,1
                                   ^ The numbers 1 to 3 stand where footnotes are called, but the footnotes themselves are missing. A converter may have left them out: convert the document once more with its footnotes, or add them here.

Bearing in mind the Protocol2 thereto,

1. Decides to light the lamps;3

2. Requests the keepers to report.
",
        );
    }

    #[test]
    fn numbers_that_call_nothing() {
        for draft in [
            "The General Assembly,\n\nRecalling CO2 and H2O, 1, 2 and 3,\n\n1. Decides;\n\n2. Notes 2,500 lamps.\n",
            "The General Assembly,\n\nRecalling the Charter,1\n\n1. Decides;2\n\n2. Notes the lamps.\n",
        ] {
            expect(RULE, draft);
        }
    }
}

//! # lost-numbers
//!
//! ## What it says
//!
//! The numbers of paragraphs are those of the document, and each has its paragraph.
//!
//! ## Why
//!
//! Tracked changes may delete the words of a paragraph and leave its number, and Markdown begins to count again behind a
//! heading. Then every number after it, and every reference to it, is wrong.
//!
//! Which converters keep the numbers is measured in
//! [From Word, LibreOffice, Google Docs or a PDF](from-word-and-pdf.md).
//!
//! ## Example
//!
//! ```text
//! 2. Requests the keepers to report;
//!
//! 3.
//!
//! 4. Decides to remain awake.
//! ```
//!
//! Paragraph 3 was deleted, and 4 is the third.
//!
//! ## Exceptions
//!
//! Sections that are numbered themselves, annexes, and plain text without Markdown, where a count may begin again.
//!
//! ## Source
//!
//! Measured on texts out of word processors by many converters.

use std::ops::Range;

use super::support::section_context::section_contexts;
use super::{DeferUntil, DependsOn, Finding, Rule, RuleContext, RuleGroup, RuleTrait, Severity};
use crate::draft::label::begins_with_digit;
use crate::draft::{Draft, ElementKind, Label, LabelValue, Paragraph, ParagraphKind};
use crate::messages::Message;

pub static RULE: Rule = Rule {
    code: "lost-numbers",
    severity: Severity::Warning,
    group: RuleGroup::Standard,
    lower_when_adopted: true,
    source: page_of!("lost_numbers.rs"),
    depends_on: DependsOn::Document,
    check,
    messages: MESSAGES,
    traits: &[RuleTrait::TellsOfLosses],
};

crate::messages! {
    "lost-numbers":
    struck_out() =
        "This paragraph is struck out and still numbered, as a converter writes down what tracked changes delete. Accept \
         or reject the changes in the word processor, and convert the document once more.";
    without_paragraph() =
        "This number has no paragraph. Tracked changes may have deleted its words and left the number: accept the changes \
         in the word processor, or delete the number here.";
    count_begins_again() =
        "The numbers begin again here, behind a heading that has none. A converter may have lost the count: compare the \
         numbers with those of the document.";
    list_goes_on() =
        "This list goes on with the numbers of the list before it, which belongs to another paragraph. A converter may \
         have lost its labels: compare them with those of the document.";
}

fn check(context: &RuleContext<'_>, findings: &mut Vec<Finding>) {
    let (text, draft) = (context.text, context.draft);
    type Way<'a> = (&'a dyn Fn() -> Option<Range<usize>>, fn() -> Message);
    let ways: [Way<'_>; 4] = [
        (&|| struck(text), struck_out),
        (&|| empty(text, draft), without_paragraph),
        (&|| begun_again(text, draft), count_begins_again),
        (&|| counted_on(draft), list_goes_on),
    ];
    if let Some((range, message)) = ways.iter().find_map(|(find, message)| Some((find()?, message))) {
        let finding = context.finding(&RULE, range, message());
        findings.push(Finding { defer_until: Some(DeferUntil::Document), ..finding });
    }
}

/// A numbered paragraph that is struck out as a whole: `8. ~~Deplores …;~~`.
fn struck(text: &str) -> Option<Range<usize>> {
    const STRUCK: &str = ". ~~";
    memchr::memmem::find_iter(text.as_bytes(), STRUCK).find_map(|at| {
        let line = text.get(..at)?.rfind('\n').map_or(0, |end| end + 1);
        let number = text.get(line..at)?.trim_start();
        let numbered = !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit());
        let words = text.get(at + STRUCK.len()..)?.lines().next()?;
        (numbered && words.trim_end().ends_with("~~")).then(|| at - number.len()..at + 1)
    })
}

/// A number with nothing behind it but perhaps a heading, before another number. On a page, what could not be told may
/// stand between.
fn empty(text: &str, draft: &Draft) -> Option<Range<usize>> {
    let operative = draft.paragraphs.iter().filter(|paragraph| paragraph.kind == ParagraphKind::Operative);
    let labelled: Vec<(&Label, &Paragraph)> = operative.filter_map(|p| Some((p.label.as_ref()?, p))).collect();
    // `1. (a) Decides` is a paragraph whose words are its subparagraphs.
    let has_subparagraph = |paragraph: &Paragraph| {
        let next = draft.paragraphs.partition_point(|other| other.range.start <= paragraph.range.start);
        let sub = draft.paragraphs.get(next).filter(|next| next.kind == ParagraphKind::Sub);
        let between = sub.and_then(|sub| text.get(paragraph.range.start..sub.range.start));
        between.is_some_and(|between| !between.contains(['\n', '\r']))
    };
    labelled.windows(2).find_map(|pair| {
        let [(label, paragraph), (next, _)] = pair else { return None };
        if has_subparagraph(paragraph) {
            return None;
        }
        let words = text.get(label.range.end..paragraph.range.end)?;
        let between = text.get(paragraph.range.end..next.range.start)?.trim();
        (!words.contains(char::is_alphanumeric) && between.len() <= LONGEST_HEADING).then(|| label.range.clone())
    })
}

/// How long a heading may be, in bytes.
const LONGEST_HEADING: usize = 160;

/// The number 1 behind a heading without a number, in Markdown, where the count was further on.
fn begun_again(text: &str, draft: &Draft) -> Option<Range<usize>> {
    let section_contexts = section_contexts(text, draft);
    let operative = draft
        .paragraphs
        .iter()
        .zip(&section_contexts)
        .filter(|(paragraph, here)| paragraph.kind == ParagraphKind::Operative && here.led && !here.annexed);
    let operative: Vec<_> = operative.filter_map(|(paragraph, here)| Some((paragraph.label.as_ref()?, here))).collect();
    operative.windows(2).find_map(|pair| {
        let [(before, there), (label, here)] = pair else { return None };
        let (LabelValue::Number { number: last, .. }, LabelValue::Number { number: 1, .. }) =
            (before.value, label.value)
        else {
            return None;
        };
        let between = draft.elements_in(&(before.range.end..label.range.start)).iter();
        let mut headings = between.filter(|element| element.kind == ElementKind::Section);
        let heading = text.get(headings.next()?.range.clone())?;
        let words = heading.strip_prefix(['*', '_', '#'])?.trim_matches(['*', '_', '#', ' ']);
        let first = words.split(char::is_whitespace).next()?;
        let numbered = first.ends_with('.') || first.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit());
        // As it renders, the text may be numbered 1 throughout.
        let ones = before.text == label.text;
        (last > 1 && there.resolution == here.resolution && headings.next().is_none() && !numbered && !ones)
            .then(|| label.range.clone())
    })
}

/// The first label of a list in plain numbers that goes on from the list of a paragraph before.
fn counted_on(draft: &Draft) -> Option<Range<usize>> {
    let mut last: Option<(Option<usize>, u32)> = None;
    draft.paragraphs.iter().find_map(|paragraph| {
        let label = paragraph.label.as_ref()?;
        let LabelValue::Roman(number) = label.value else { return None };
        if paragraph.kind != ParagraphKind::Sub || paragraph.level != 1 || !begins_with_digit(&label.text) {
            return None;
        }
        let before = last.replace((paragraph.parent, number));
        let goes_on = before.is_some_and(|(parent, last)| parent != paragraph.parent && number == last + 1);
        goes_on.then(|| label.range.clone())
    })
}

#[cfg(test)]
mod tests {
    use super::super::testing::expect;

    const RULE: &str = "lost-numbers";

    #[test]
    fn what_was_deleted() {
        expect(
            RULE,
            "
The General Assembly,

Recalling the night,

1. Decides to light the lamps;

2. ~~Deplores the dark;~~
^^ This paragraph is struck out and still numbered, as a converter writes down what tracked changes delete. Accept or reject the changes in the word processor, and convert the document once more.

3. Requests a report.
",
        );
        expect(
            RULE,
            "
The General Assembly,

Recalling the night,

1. Decides to light the lamps;

2.
^^ This number has no paragraph. Tracked changes may have deleted its words and left the number: accept the changes in the word processor, or delete the number here.

3. Requests a report.
",
        );
    }

    #[test]
    fn what_markdown_counts_anew() {
        expect(
            RULE,
            "
*The General Assembly*,

*Recalling* the night,

1. *Decides* to light the lamps;
2. *Requests* the keepers to report;

**Follow-up**

1. *Decides* to remain awake.
^^ The numbers begin again here, behind a heading that has none. A converter may have lost the count: compare the numbers with those of the document.
",
        );
        expect(
            RULE,
            "
The General Assembly,

Recalling the night,

1. Requests the keepers:
   1. To light the lamps;
   2. To report;
   3. To rest;
2. Invites the ships:
   4. To wait;
   ^^ This list goes on with the numbers of the list before it, which belongs to another paragraph. A converter may have lost its labels: compare them with those of the document.
   5. To watch.
",
        );
    }

    #[test]
    fn numbered_sections_and_annexes() {
        expect(
            RULE,
            "
The General Assembly,

Recalling the night,

**I. Lamps**

1. Decides to light the lamps;

2. Requests the keepers to report;

**II. Oil**

1. Decides to keep the oil.

**Annex**

**Of lamps**

1. Light is for the night.
",
        );
    }

    #[test]
    fn a_subparagraph_behind_the_number_is_the_paragraph() {
        expect(
            "lost-numbers",
            "
The General Assembly,

Recalling the lamps,

1. (a) Requests the keepers to light the lamps;

(b) Also requests them to trim the wicks;

2. Decides to wait.
",
        );
    }
}

//! # brackets-left
//!
//! ## What it says
//!
//! An adopted text has no square brackets and no alternatives.
//!
//! ## Why
//!
//! Square brackets enclose what is not agreed. In a text that says that it was adopted they were forgotten.
//!
//! ## Example
//!
//! ```text
//! Resolution adopted by the General Assembly on 3 December 2037
//! …
//! 1. Decides to keep the lamps of the harbour [and of the river] alight.
//! ```
//!
//! What was agreed stays, without brackets.
//!
//! ## Exceptions
//!
//! The line of origin under the line of adoption. What tells of the vote. What an editor put into a quotation. Square
//! brackets around round ones, as French has them. Footnote markers and links.
//!
//! ## Source
//!
//! United Nations Editorial Manual, Format: paragraphs and subparagraphs, on terms and brackets that go when a text is
//! agreed.

use super::{DeferUntil, DependsOn, Finding, Rule, RuleContext, RuleGroup, Severity};
use crate::script::punctuation::{SQUARE_CLOSING, SQUARE_OPENING};

pub static RULE: Rule = Rule {
    code: "brackets-left",
    severity: Severity::Warning,
    group: RuleGroup::Pedantic,
    // It speaks of adopted texts only.
    lower_when_adopted: false,
    source: page_of!("brackets_left.rs"),
    depends_on: DependsOn::Paragraph,
    check,
    messages: MESSAGES,
    traits: &[],
};

crate::messages! {
    "brackets-left":
    alternative(label: label) = "“{label}” is an alternative, and the text was adopted. Keep one.";
    brackets_left() = "The text was adopted, and square brackets are left in it. Take them away.";
}

fn check(context: &RuleContext<'_>, findings: &mut Vec<Finding>) {
    if !context.adopted() {
        return;
    }
    let draft = context.draft;
    for (i, paragraph) in draft.paragraphs.iter().enumerate() {
        if let Some(label) = paragraph.label.as_ref().filter(|label| label.uncounted && label.text.contains("alt")) {
            findings.push(context.finding(&RULE, label.range.clone(), alternative(&label.text)));
        }
        let bracketed = |words: &str| memchr::memchr(b'[', words.as_bytes()).is_some() || words.contains('［');
        if !context.text.get(paragraph.range.clone()).is_some_and(bracketed) {
            continue;
        }
        let flow = draft.running(context.text, i);
        let mut from = 0;
        while let Some(open) = flow.text.get(from..).and_then(|rest| rest.find(SQUARE_OPENING)).map(|at| from + at) {
            let length = flow.text.get(open..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8);
            let close = closing(&flow.text, open);
            from = close.unwrap_or(open + length);
            let inner = flow.text.get(open + length..from).unwrap_or_default().trim_end_matches(SQUARE_CLOSING);
            let link = flow.text.get(from..).is_some_and(|rest| rest.starts_with('('));
            // Brackets within brackets, where the inner ones are round.
            let outer = inner.contains('(');
            let marker = inner.chars().all(|c| c.is_ascii_digit() || c == '^');
            if link || outer || marker || is_quoted(flow.text.get(..open).unwrap_or_default()) {
                continue;
            }
            let mut finding = context.finding(&RULE, flow.source(open..from), brackets_left());
            finding.defer_until = Some(DeferUntil::Paragraph);
            findings.push(finding);
        }
    }
}

/// The byte behind the bracket that closes the one at byte `open`.
fn closing(text: &str, open: usize) -> Option<usize> {
    let mut depth = 0usize;
    for (at, c) in text.get(open..)?.char_indices() {
        match c {
            c if SQUARE_OPENING.contains(&c) => depth += 1,
            c if SQUARE_CLOSING.contains(&c) => depth = depth.saturating_sub(1),
            _ => continue,
        }
        if depth == 0 {
            return Some(open + at + c.len_utf8());
        }
    }
    None
}

/// Whether a quotation is open at the end of a text.
fn is_quoted(text: &str) -> bool {
    let count = |marks: &[char]| text.chars().filter(|c| marks.contains(c)).count();
    count(&['“', '«', '„', '《']) > count(&['”', '»', '》']) || count(&['"']) % 2 == 1
}

#[cfg(test)]
mod tests {
    use super::super::testing::expect;

    const RULE: &str = "brackets-left";

    #[test]
    fn in_an_adopted_text() {
        expect(
            RULE,
            "
Resolution adopted by the General Assembly on 3 December 2037

[on the report of the Second Committee (A/92/431)]

92/14. Lights of the harbours

The General Assembly,

Recalling that “the [keepers] of the lamps[^1] watched” and the [tables](https://example.org),

1. Decides to light the lamps [of the harbours];
                              ^^^^^^^^^^^^^^^^^ The text was adopted, and square brackets are left in it. Take them away.

1 alt. Decides to light nothing;
^^^^^^ “1 alt.” is an alternative, and the text was adopted. Keep one.

2. [Requests [the keepers] to report;]
   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The text was adopted, and square brackets are left in it. Take them away.

3. Decides to wait.

[^1]: See A/92/85.
",
        );
        expect(
            RULE,
            "
2037年12月3日大会决议

[根据第二委员会的报告(A/92/431)通过]

92/14. 灯塔

大会，

回顾黑夜，

1. 决定［在港口］点亮灯塔；
     ^^^^^ The text was adopted, and square brackets are left in it. Take them away.

2. 决定守夜。
",
        );
    }

    #[test]
    fn in_a_draft() {
        expect(RULE, "\nThe General Assembly,\n\nRecalling [the night],\n\n1. Decides [to wait];\n\n1 alt. Decides.\n");
    }
}

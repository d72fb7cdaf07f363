//! # label-glued
//!
//! ## What it says
//!
//! Between a paragraph's number and its first word stand a full stop and a space.
//!
//! ## Why
//!
//! A number that is glued to a word is read past, and programs that look for paragraphs don't see it.
//!
//! ## Example
//!
//! ```text
//! The General Assembly,
//!
//! 1. Reaffirms the need for oil;
//!
//! 2Also reaffirms the need for light.
//! ```
//!
//! It is `2. Also reaffirms`.
//!
//! ## Exceptions
//!
//! Decimals, symbols and dates are no labels. Chinese has no spaces between words. Text out of a PDF may have lost its
//! spaces.
//!
//! ## Source
//!
//! United Nations Editorial Manual, Format: paragraphs and subparagraphs; slips in published resolutions.

use super::{DependsOn, Edit, Finding, Fix, Rule, RuleContext, RuleGroup, Severity};
use crate::draft::label::numbered as written_with;
use crate::draft::{LabelValue, Layout, Paragraph, ParagraphKind};
use crate::script::is_wide;
use crate::script::punctuation::is_number_stop;

pub static RULE: Rule = Rule {
    code: "label-glued",
    severity: Severity::Warning,
    group: RuleGroup::Standard,
    lower_when_adopted: true,
    source: page_of!("label_glued.rs"),
    depends_on: DependsOn::Document,
    check,
    messages: MESSAGES,
    traits: &[],
};

crate::messages! {
    "label-glued":
    glued(number: label, right: label) = "The number {number} is glued to the word after it. Write “{right}”.";
    write_with_space(right: label) = "Write “{right}”";
}

fn check(context: &RuleContext<'_>, findings: &mut Vec<Finding>) {
    if context.draft.layout == Layout::Page {
        return;
    }
    for paragraph in context.draft.paragraphs.iter().filter(|paragraph| is_glued(context, paragraph)) {
        let Some(label) = &paragraph.label else { continue };
        let bare = label.text.trim_end_matches(|c| c == ' ' || is_number_stop(c));
        // A hyphen or a bracket is another way to write labels.
        if !bare.chars().all(char::is_alphanumeric) {
            continue;
        }
        let right = as_others_are(context, &label.value).unwrap_or_else(|| format!("{bare}. "));
        let mut finding = context.finding(&RULE, label.range.clone(), glued(bare, &right));
        let edits = vec![Edit { range: label.range.clone(), text: right.clone() }];
        finding.fix = Some(Fix { title: write_with_space(right), certain: true, edits });
        findings.push(finding);
    }
}

/// The label as those of the draft's other paragraphs are written, with the space behind it. `None` where there is none to
/// follow.
fn as_others_are(context: &RuleContext<'_>, value: &LabelValue) -> Option<String> {
    let LabelValue::Number { number, insertion: 0 } = *value else { return None };
    let numbered = context.draft.paragraphs.iter().filter(|paragraph| paragraph.kind == ParagraphKind::Operative);
    numbered.filter(|paragraph| !is_glued(context, paragraph)).find_map(|paragraph| {
        let label = paragraph.label.as_ref().filter(|label| matches!(label.value, LabelValue::Number { .. }))?;
        let behind = context.text.get(label.range.end..)?;
        let words = behind.trim_start_matches([' ', '\t', '\u{a0}']);
        let space = behind.get(..behind.len() - words.len()).filter(|space| !space.is_empty())?;
        Some(format!("{}{space}", written_with(&label.text, number)?))
    })
}

/// Whether the first word of a paragraph is glued to its number, in a language that parts words.
pub fn is_glued(context: &RuleContext<'_>, paragraph: &Paragraph) -> bool {
    let Some(label) = &paragraph.label else { return false };
    let words = context.text.get(label.range.end..).unwrap_or_default();
    matches!(label.value, LabelValue::Number { .. })
        && words.starts_with(|c: char| c.is_alphabetic() && !is_wide(c))
        && label.text.starts_with(|c: char| c.is_numeric())
}

#[cfg(test)]
mod tests {
    use super::super::testing::expect;

    const RULE: &str = "label-glued";

    #[test]
    fn without_a_full_stop_or_a_space() {
        expect(
            RULE,
            "
The General Assembly,

Recalling the long nights,

1. Decides to light the lamps;

2Also requests a report;
^ The number 2 is glued to the word after it. Write “2. ”.

3.Urges the ships to wait;
^^ The number 3 is glued to the word after it. Write “3. ”.

4 .Invites the towns to help;
^^^ The number 4 is glued to the word after it. Write “4. ”.

5. Decides to wait.
",
        );
        expect(
            RULE,
            "
الجمعية العامة،

إذ تشير إلى الليالي الطويلة،

1 - تقرر إضاءة المصابيح؛

2تطلب تقديم تقرير؛
^ The number 2 is glued to the word after it. Write “2 - ”.

3 - تقرر أن تنتظر.
",
        );
        expect(
            RULE,
            "
Генеральная Ассамблея,

ссылаясь на долгие ночи,

1. постановляет зажечь лампы;

2просит представить доклад;
^ The number 2 is glued to the word after it. Write “2. ”.

3. постановляет не спать.
",
        );
    }

    #[test]
    fn what_is_no_label_and_no_word() {
        expect(
            RULE,
            "
The General Assembly,

Recalling the long nights,

1. Decides to light the lamps:

2nd lamp first;

1.5 million lamps;

2. Decides to wait.
",
        );
        expect(RULE, "\n大会，\n\n回顾黑夜，\n\n1.决定点亮灯塔；\n\n2.请秘书长提出报告。\n");
    }
}

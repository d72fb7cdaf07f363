//! # subparagraph-numbering
//!
//! ## What it says
//!
//! The subparagraphs of a paragraph are labelled in order and without a gap: (a), (b), (c); below them (i),
//! (ii), (iii); in Arabic in abjad order.
//!
//! ## Why
//!
//! A reference such as "paragraph 6 (c)" must lead to one place and to the right one.
//!
//! ## Example
//!
//! ```text
//! 4. Requests the keepers:
//!
//! (a) To light the lamps at dusk;
//!
//! (c) To put them out at dawn.
//! ```
//!
//! The second subparagraph is (b).
//!
//! ## Exceptions
//!
//! (aa) follows (z). Each paragraph has its own list. Whether (i) is the letter or the numeral is told by its
//! neighbours.
//!
//! ## Source
//!
//! United Nations Editorial Manual, Format: paragraphs and subparagraphs.

use super::{Context, Edit, Finding, Fix, Related, Rule, Severity};
use crate::draft::{LabelValue, Paragraph, ParagraphKind};
use crate::symbol::in_roman;

pub static RULE: Rule = Rule {
    code: "subparagraph-numbering",
    severity: Severity::Warning,
    lower_when_adopted: false,
    source: include_str!("subparagraph_numbering.rs"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let paragraphs = &context.draft.paragraphs;
    // The open list of each level; a paragraph of a lower level, or of none, closes those above it.
    let mut open: Vec<Vec<&Paragraph>> = Vec::new();
    for paragraph in paragraphs {
        let depth = if paragraph.kind == ParagraphKind::Sub { usize::from(paragraph.level) } else { 0 };
        for list in open.drain(depth.min(open.len())..).rev() {
            check_list(context, &list, findings);
        }
        if depth > 0 {
            open.resize_with(depth, Vec::new);
            if let Some(list) = open.last_mut() {
                list.push(paragraph);
            }
        }
    }
    for list in open {
        check_list(context, &list, findings);
    }
}

fn place(paragraph: &Paragraph) -> Option<u32> {
    match paragraph.label.as_ref().filter(|label| !label.uncounted)?.value {
        LabelValue::Letter(n) | LabelValue::Roman(n) => Some(n),
        LabelValue::Number { .. } => None,
    }
}

fn check_list(context: &Context<'_>, list: &[&Paragraph], findings: &mut Vec<Finding>) {
    // Items of an agenda, where a text has no paragraphs, keep the letters that they have elsewhere.
    if list.first().is_none_or(|first| first.parent.is_none()) {
        return;
    }
    let list: Vec<(&Paragraph, u32)> = list.iter().filter_map(|p| Some((*p, place(p)?))).collect();
    if list.len() < 2 {
        return;
    }
    let mut expected = 1;
    let mut i = 0;
    while let Some(&(here, number)) = list.get(i) {
        let next = list.get(i + 1).map(|(_, n)| *n);
        if number == expected {
            expected += 1;
        } else if number == 1 && next == Some(2) && expected > 2 {
            // A second list under the same paragraph.
            expected = 2;
        } else if number == expected + 1 && next == Some(expected) {
            let (after, _) = list[i + 1];
            findings.push(exchanged(context, here, after));
            expected += 2;
            i += 1;
        } else if i == 0 && next == Some(number + 1) {
            // A list that goes on from somewhere else.
            expected = number + 1;
        } else {
            let before = i.checked_sub(1).map(|i| list[i].0);
            let gap = number > expected && next != Some(expected + 1);
            findings.push(out_of_order(context, here, before, number, expected, gap, &list));
            expected = if gap || (number < expected && next == Some(number + 1)) { number + 1 } else { expected + 1 };
        }
        i += 1;
    }
}

fn shown(paragraph: &Paragraph) -> &str {
    paragraph.label.as_ref().map_or("", |label| label.text.as_str())
}

fn range(paragraph: &Paragraph) -> std::ops::Range<usize> {
    paragraph.label.as_ref().map_or(paragraph.range.clone(), |label| label.range.clone())
}

fn out_of_order(
    context: &Context<'_>,
    here: &Paragraph,
    before: Option<&Paragraph>,
    number: u32,
    expected: u32,
    gap: bool,
    list: &[(&Paragraph, u32)],
) -> Finding {
    let right = label_like(context, here, expected);
    let twin = list.iter().find(|(other, n)| *n == number && other.range != here.range).map(|(other, _)| *other);
    let mend = match &right {
        Some((_, label)) => format!(" Label it {label}."),
        None => String::new(),
    };
    let message = match (twin, before) {
        (Some(_), _) => format!("Subparagraph {} stands twice.{mend}", shown(here)),
        (None, Some(before)) if gap => format!(
            "The labels jump from {} to {}. Restore what is missing, or label this one {} and those after it accordingly.",
            shown(before),
            shown(here),
            right.as_ref().map_or("in order", |(_, label)| label.as_str())
        ),
        (None, Some(before)) => format!("Subparagraph {} follows {}.{mend}", shown(here), shown(before)),
        (None, None) => format!("The list begins with {}.{mend}", shown(here)),
    };
    let mut finding = context.finding(&RULE, range(here), message);
    if let Some(other) = twin.or(before) {
        finding
            .related
            .push(Related { range: range(other), message: format!("Subparagraph {} is here.", shown(other)) });
    }
    if !gap && let Some((edit, label)) = right {
        finding.fix = Some(Fix { title: format!("Label the subparagraph {label}"), edits: vec![edit] });
    }
    finding
}

fn exchanged(context: &Context<'_>, here: &Paragraph, after: &Paragraph) -> Finding {
    let message = format!(
        "Subparagraph {} stands before {}. Change their labels, or put them in order.",
        shown(here),
        shown(after)
    );
    let mut finding = context.finding(&RULE, range(here), message);
    finding.related = vec![Related { range: range(after), message: format!("Subparagraph {} is here.", shown(after)) }];
    if let (Some(a), Some(b)) = (context.text.get(range(here)), context.text.get(range(after))) {
        let edits =
            vec![Edit { range: range(here), text: b.to_owned() }, Edit { range: range(after), text: a.to_owned() }];
        finding.fix = Some(Fix { title: "Exchange the labels".to_owned(), edits });
    }
    finding
}

/// The label with another place in its list, written as this one is: what to replace, and the label then.
fn label_like(context: &Context<'_>, paragraph: &Paragraph, place: u32) -> Option<(Edit, String)> {
    let label = paragraph.label.as_ref()?;
    let written = context.text.get(label.range.clone())?;
    let inner = written.trim_matches(|c: char| matches!(c, '(' | ')' | '（' | '）' | ' '));
    let start = written.find(inner)?;
    let new = match label.value {
        LabelValue::Letter(_) => {
            let letters = context.draft.language_at(label.range.start).reading.letters;
            let count = u32::try_from(letters.len()).ok()?;
            let letter = letters.get(((place - 1) % count) as usize)?.chars().next()?;
            letter.to_string().repeat(if place > count { 2 } else { 1 })
        }
        LabelValue::Roman(_) if inner.is_ascii() && inner.bytes().all(|b| b.is_ascii_lowercase()) => {
            in_roman(place)?.to_lowercase()
        }
        LabelValue::Roman(_) if inner.bytes().all(|b| b.is_ascii_digit()) => place.to_string(),
        _ => return None,
    };
    let whole = format!("{}{new}{}", &written[..start], &written[start + inner.len()..]);
    let at = label.range.start + start;
    Some((Edit { range: at..at + inner.len(), text: new }, whole))
}

#[cfg(test)]
mod tests {
    use super::super::testing::expect;

    #[test]
    fn gaps_and_repetitions() {
        expect(
            "subparagraph-numbering",
            "
The General Assembly,

1. Requests the keepers:

(a) To light the lamps;

(c) To trim the wicks;
^^^ Subparagraph (c) stands twice. Label it (b).

(c) To put them out;

2. Urges the ships:

(a) To wait;

(b) To hope;

(d) To sail.
^^^ The labels jump from (b) to (d). Restore what is missing, or label this one (c) and those after it accordingly.
",
        );
    }

    #[test]
    fn letters_and_numerals() {
        expect(
            "subparagraph-numbering",
            "
The General Assembly,

1. Requests the keepers:

(a) To light the lamps:

(i) At dusk;

(ii) In fog;

(b) To trim the wicks;

(c) To fill the oil;

(d) To wind the clocks;

(e) To write the log;

(f) To watch;

(g) To listen;

(h) To signal;

(i) To wait;

(j) To sleep by day.
",
        );
    }

    #[test]
    fn abjad() {
        expect(
            "subparagraph-numbering",
            "
إن الجمعية العامة،

1 - تطلب إلى الحراس:

(أ) إضاءة المصابيح؛

(ج) إطفاءها؛
^^^ Subparagraph (ج) stands before (ب). Change their labels, or put them in order.

(ب) تنظيفها؛

(د) الإبلاغ عنها.
",
        );
    }
}

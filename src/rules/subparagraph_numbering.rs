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

use std::ops::Range;

use super::support::one_cause;
use super::{DependsOn, Edit, Finding, Fix, Related, Rule, RuleContext, RuleGroup, Severity};
use crate::draft::label::LabelWriter;
use crate::draft::{LabelValue, Paragraph, ParagraphKind};
use crate::script::is_han;
use crate::script::punctuation::{is_colon, is_comma, is_number_stop, is_semicolon};

pub static RULE: Rule = Rule {
    code: "subparagraph-numbering",
    severity: Severity::Warning,
    group: RuleGroup::Standard,
    lower_when_adopted: false,
    source: page_of!("subparagraph_numbering.rs"),
    depends_on: DependsOn::Document,
    check,
    messages: MESSAGES,
    traits: &[],
};

crate::messages! {
    "subparagraph-numbering":
    stands_twice(label: label) = "Subparagraph {label} stands twice.";
    stands_twice_label_it(label: label, right: label) = "Subparagraph {label} stands twice. Label it {right}.";
    labels_jump(before: label, label: label) =
        "The labels jump from {before} to {label}. Restore what is missing, or label this one in order and those after it \
         accordingly.";
    labels_jump_label_it(before: label, label: label, right: label) =
        "The labels jump from {before} to {label}. Restore what is missing, or label this one {right} and those after it \
         accordingly.";
    follows(label: label, before: label) = "Subparagraph {label} follows {before}.";
    follows_label_it(label: label, before: label, right: label) =
        "Subparagraph {label} follows {before}. Label it {right}.";
    list_begins(label: label) = "The list begins with {label}.";
    list_begins_label_it(label: label, right: label) = "The list begins with {label}. Label it {right}.";
    stands_before(label: label, after: label) =
        "Subparagraph {label} stands before {after}. Change their labels, or put them in order.";
    is_here(label: label) = "Subparagraph {label} is here.";
    out_of_order_too() = "This is out of order, too.";
    exchange_labels(first: label, second: label) = "Exchange the labels {first} and {second}";
    label_one(label: label) = "Label the subparagraph {label}";
    label_from_here(first: label, last: label) = "Label the subparagraphs from here on {first} to {last}";
}

fn check(context: &RuleContext<'_>, findings: &mut Vec<Finding>) {
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

fn check_list(context: &RuleContext<'_>, list: &[&Paragraph], findings: &mut Vec<Finding>) {
    // Items of an agenda, where a text has no paragraphs, keep the letters that they have elsewhere.
    if list.first().is_none_or(|first| first.parent.is_none()) {
        return;
    }
    let list: Vec<ListedParagraph> = list.iter().filter_map(|p| Some((*p, place(p)?))).collect();
    if list.len() < 2 {
        return;
    }
    let begins = begins_at(context, &list);
    let found = check_items(context, &list, begins);
    let places: Vec<usize> = found.iter().map(|(finding, _)| finding.range.start).collect();
    findings.extend(found.into_iter().map(|(mut finding, mend)| {
        let mend = mend.filter(|mend| places.len() <= MOST && mend.holds(context, &list, begins, &places, &finding));
        finding.fix = mend.and_then(|mend| mend.fix(context, &list));
        finding
    }));
}

/// A subparagraph and the place in its list that its label says.
type ListedParagraph<'a> = (&'a Paragraph, u32);

/// Other labels for subparagraphs, by which a finding may be mended.
struct LabelFix {
    /// Indices in the list, and the places that they are to have.
    places: Vec<(usize, u32)>,
    certain: bool,
    /// Two labels change places, rather than some being set anew.
    exchange: bool,
}

/// A list with more findings than this is past mending one by one.
const MOST: usize = 40;

impl LabelFix {
    /// Gives one subparagraph the label that its neighbours leave for it.
    fn one(at: usize, expected: u32) -> LabelFix {
        LabelFix { places: vec![(at, expected)], certain: true, exchange: false }
    }

    /// Exchanges the labels of a subparagraph and the next. They might as well change places.
    fn exchange(at: usize, expected: u32) -> LabelFix {
        LabelFix { places: vec![(at, expected), (at + 1, expected + 1)], certain: false, exchange: true }
    }

    /// Labels the subparagraphs from one on to the end of the list, where they are in order among themselves.
    /// One might be missing as well, and references to these may have to follow: the writer decides.
    fn from_here_on(list: &[ListedParagraph], at: usize, expected: u32) -> Option<LabelFix> {
        let rest = list.get(at..)?;
        if rest.windows(2).any(|pair| pair[1].1 != pair[0].1 + 1) {
            return None;
        }
        Some(LabelFix { places: (at..list.len()).zip(expected..).collect(), certain: false, exchange: false })
    }

    /// Whether the finding goes by it and none comes. `places` are those of all findings in the list.
    fn holds(
        &self,
        context: &RuleContext<'_>,
        list: &[ListedParagraph],
        begins: u32,
        places: &[usize],
        finding: &Finding,
    ) -> bool {
        let mut mended = list.to_vec();
        for (at, place) in &self.places {
            if let Some(item) = mended.get_mut(*at) {
                item.1 = *place;
            }
        }
        let left = check_items(context, &mended, begins);
        left.iter().all(|(left, _)| left.range.start != finding.range.start && places.contains(&left.range.start))
    }

    fn fix(&self, context: &RuleContext<'_>, list: &[ListedParagraph]) -> Option<Fix> {
        let labels = self.places.iter().map(|(at, place)| label_like(context, list.get(*at)?.0, *place));
        let (edits, labels): (Vec<Edit>, Vec<String>) = labels.collect::<Option<Vec<_>>>()?.into_iter().unzip();
        let title = match labels.as_slice() {
            [first, second] if self.exchange => exchange_labels(second, first),
            [label] => label_one(label),
            [first, .., last] => label_from_here(first, last),
            [] => return None,
        };
        Some(Fix { title, certain: self.certain, edits })
    }
}

/// The place that the first subparagraph of a list is to have: the first one of all, unless those before it stand in the
/// words of the paragraph above.
fn begins_at(context: &RuleContext<'_>, list: &[ListedParagraph]) -> u32 {
    match list.first() {
        Some((first, number)) if *number > 1 && run_in_label(context, first).is_some() => *number,
        _ => 1,
    }
}

fn check_items(context: &RuleContext<'_>, list: &[ListedParagraph], begins: u32) -> Vec<(Finding, Option<LabelFix>)> {
    let found = check_each(context, list, begins);
    if found.len() < 2 {
        return found;
    }
    // Subparagraphs that stand elsewhere than they should are one finding, whatever labels look wrong around them.
    let numbers: Vec<u32> = list.iter().map(|(_, number)| *number).collect();
    let Some(stretches) = one_cause::out_of_order(&numbers) else { return found };
    stretches.into_iter().filter_map(|stretch| out_of_place(context, list, stretch, &found)).collect()
}

/// What is found of subparagraphs that must be put in order.
fn out_of_place(
    context: &RuleContext<'_>,
    list: &[ListedParagraph],
    stretch: Range<usize>,
    found: &[(Finding, Option<LabelFix>)],
) -> Option<(Finding, Option<LabelFix>)> {
    let items = list.get(stretch.clone())?;
    let least = items.iter().map(|(_, number)| *number).min()?;
    let ((first, _), (after, _)) = (items.first()?, items.iter().find(|(_, number)| *number == least)?);
    let mut finding = exchanged(context, first, after);
    if items.len() == 2 {
        return Some((finding, Some(LabelFix::exchange(stretch.start, least))));
    }
    let looks_wrong = |place: &Range<usize>| found.iter().any(|(finding, _)| finding.range == *place);
    let others = items.iter().map(|(one, _)| range(one)).filter(looks_wrong);
    let others = others.filter(|place| *place != range(first) && *place != range(after));
    finding.related.extend(others.map(|range| Related { range, message: out_of_order_too() }));
    Some((finding, Some(LabelFix { places: stretch.zip(least..).collect(), certain: false, exchange: false })))
}

fn check_each(context: &RuleContext<'_>, list: &[ListedParagraph], begins: u32) -> Vec<(Finding, Option<LabelFix>)> {
    let mut findings = Vec::new();
    let mut expected = begins;
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
            findings.push((exchanged(context, here, after), Some(LabelFix::exchange(i, expected))));
            expected += 2;
            i += 1;
        } else if i == 0 && next == Some(number + 1) {
            // A list that goes on from somewhere else.
            expected = number + 1;
        } else {
            let before = i.checked_sub(1).map(|i| list[i].0);
            let gap = number > expected && next != Some(expected + 1);
            let mend = if !gap && next.is_none_or(|next| next == expected + 1) {
                // What stands before the first label may have lost its own.
                Some(LabelFix { certain: i > 0, ..LabelFix::one(i, expected) })
            } else {
                LabelFix::from_here_on(list, i, expected)
            };
            findings.push((out_of_order(context, here, before, number, expected, gap, list), mend));
            expected = if gap || (number < expected && next == Some(number + 1)) { number + 1 } else { expected + 1 };
        }
        i += 1;
    }
    findings
}

fn shown(paragraph: &Paragraph) -> &str {
    paragraph.label.as_ref().map_or("", |label| label.text.as_str())
}

fn range(paragraph: &Paragraph) -> std::ops::Range<usize> {
    paragraph.label.as_ref().map_or(paragraph.range.clone(), |label| label.range.clone())
}

fn out_of_order(
    context: &RuleContext<'_>,
    here: &Paragraph,
    before: Option<&Paragraph>,
    number: u32,
    expected: u32,
    gap: bool,
    list: &[ListedParagraph],
) -> Finding {
    let right = label_like(context, here, expected);
    let twin = list.iter().find(|(other, n)| *n == number && other.range != here.range).map(|(other, _)| *other);
    let label = shown(here);
    let message = match (twin, before, right.map(|(_, right)| right)) {
        (Some(_), _, Some(right)) => stands_twice_label_it(label, right),
        (Some(_), _, None) => stands_twice(label),
        (None, Some(before), Some(right)) if gap => labels_jump_label_it(shown(before), label, right),
        (None, Some(before), None) if gap => labels_jump(shown(before), label),
        (None, Some(before), Some(right)) => follows_label_it(label, shown(before), right),
        (None, Some(before), None) => follows(label, shown(before)),
        (None, None, Some(right)) => list_begins_label_it(label, right),
        (None, None, None) => list_begins(label),
    };
    let mut finding = context.finding_of_label(&RULE, range(here), message);
    if let Some(other) = twin.or(before) {
        finding.related.push(Related { range: range(other), message: is_here(shown(other)) });
    }
    finding
}

fn exchanged(context: &RuleContext<'_>, here: &Paragraph, after: &Paragraph) -> Finding {
    let message = stands_before(shown(here), shown(after));
    let mut finding = context.finding_of_label(&RULE, range(here), message);
    finding.related = vec![Related { range: range(after), message: is_here(shown(after)) }];
    finding
}

/// Of the first subparagraph on a line of its own that is not the first of its list, the label of the one before it, where that
/// stands in the words of the paragraph above: `1. Requests the keepers: (a) To light the lamps;`.
pub(super) fn run_in_label(context: &RuleContext<'_>, first: &Paragraph) -> Option<Range<usize>> {
    let before = place(first)?.checked_sub(1).filter(|before| *before > 0)?;
    let (_, label) = label_like(context, first, before)?;
    let mut above = first.parent;
    while let Some(paragraph) = above.and_then(|above| context.draft.paragraphs.get(above)) {
        if let Some(found) = in_words_of(context, paragraph, &label) {
            return Some(found);
        }
        // What is read as its parent may be one of the list before it.
        above = paragraph.parent;
    }
    None
}

fn in_words_of(context: &RuleContext<'_>, above: &Paragraph, label: &str) -> Option<Range<usize>> {
    let words = context.text.get(above.range.clone())?;
    let is_mark = |c| is_colon(c) || is_semicolon(c) || is_comma(c);
    let is_apart = |c: char| c.is_whitespace() || is_han(c);
    let begins = |at: usize| words.get(..at).is_some_and(|words| words.ends_with(|c: char| is_apart(c) || is_mark(c)));
    let goes_on = |at: usize| words.get(at + label.len()..).is_some_and(|words| words.starts_with(is_apart));
    let (at, _) = words.match_indices(label).filter(|(at, _)| begins(*at) && goes_on(*at)).last()?;
    // A paragraph may refer to a subparagraph by its letter; a label stands behind a mark.
    let mark = words.get(..at)?.trim_end().chars().next_back()?;
    is_mark(mark).then(|| above.range.start + at..above.range.start + at + label.len())
}

/// The label with another place in its list, written as this one is: what to replace, and the label then, as a sentence
/// names it: without the full stop of `3.`.
fn label_like(context: &RuleContext<'_>, paragraph: &Paragraph, place: u32) -> Option<(Edit, String)> {
    let label = paragraph.label.as_ref()?;
    let written = context.text.get(label.range.clone())?;
    let value = match label.value {
        LabelValue::Letter(_) => LabelValue::Letter(place),
        LabelValue::Roman(_) => LabelValue::Roman(place),
        LabelValue::Number { .. } => return None,
    };
    let (writer, language) = (LabelWriter::default(), context.draft.language_at(label.range.start));
    let edit = writer.edit(written, label.range.start, value, language)?;
    let label = writer.label(written, value, language)?;
    Some((edit, label.trim_end_matches(is_number_stop).to_owned()))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{expect, fixed};

    #[test]
    fn numerals_of_any_script_are_mended_in_their_own() {
        for (draft, mended) in [
            ("大会，\n\n1. 请看守人：\n\n㈠ 点灯；\n\n㈡ 守夜；\n\n㈡ 报告。\n", "㈢ 报告"),
            ("大会，\n\n1. 请看守人：\n\n(一) 点灯；\n\n(二) 守夜；\n\n(二) 报告。\n", "(三) 报告"),
        ] {
            assert!(fixed("subparagraph-numbering", draft).contains(mended), "{draft}");
        }
    }

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
    fn a_list_that_begins_in_the_line_of_its_paragraph() {
        expect(
            "subparagraph-numbering",
            "
The General Assembly,

1. Requests the keepers: (a) To light the lamps at dusk;

(b) To put them out at dawn;

(b) To count them each year;
^^^ Subparagraph (b) stands twice. Label it (c).

2. Urges the ships: (a) To wait; (b) To hope;

(c) To sail;

(e) To return.
^^^ The labels jump from (c) to (e). Restore what is missing, or label this one (d) and those after it accordingly.
",
        );
        let draft = "大会，\n\n1. 请看守人：(a) 点灯；\n\n(b) 守夜；\n\n(b) 报告。\n";
        assert!(fixed("subparagraph-numbering", draft).contains("(b) 守夜；\n\n(c) 报告"));
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

    #[test]
    fn items_in_another_place_are_one_finding() {
        expect(
            "subparagraph-numbering",
            "
Генеральная Ассамблея,

1. просит смотрителей:

a) зажигать лампы;

d) чистить их;
^^ Subparagraph d) stands before b). Change their labels, or put them in order.

e) заправлять их;

b) смотреть;

c) слушать;

f) ждать.
",
        );
    }
}

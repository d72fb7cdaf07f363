//! # operative-numbering
//!
//! ## What it says
//!
//! Operative paragraphs are numbered 1, 2, 3 and so on, without a gap and without a number that stands twice. All
//! numbers are written in one way.
//!
//! ## Why
//!
//! Paragraphs are cited by their numbers, in the resolution itself and for decades after. A number that is
//! missing, repeated or out of its order makes every such reference doubtful.
//!
//! ## Example
//!
//! ```text
//! 1. Decides to keep the lamps of the harbour alight;
//!
//! 3. Requests the keepers to report on their work.
//! ```
//!
//! The second paragraph is 2.
//!
//! ## Exceptions
//!
//! The count may start again at 1, or go on, after a section's or a part's heading, in an annex, after another
//! organ line and in an embedded text. A paragraph inserted in negotiation keeps the number before it with
//! bis, ter, quater. Alternatives to a paragraph share its number. A single operative paragraph needs none.
//!
//! ## Source
//!
//! United Nations Editorial Manual, Format: paragraphs and subparagraphs; Akoma Ntoso for the United Nations,
//! Modelling of General Assembly resolutions.

use std::collections::{BTreeMap, HashMap};

use super::support::{fix, one_cause};
use super::{DependsOn, Edit, Finding, Fix, Related, Rule, RuleContext, RuleGroup, Severity, label_glued};
use crate::draft::label::{number_edit, numbered as written_with};
use crate::draft::{LabelValue, Paragraph, ParagraphKind};
use crate::messages::Message;
use crate::script::punctuation::is_number_stop;

pub static RULE: Rule = Rule {
    code: "operative-numbering",
    severity: Severity::Error,
    group: RuleGroup::Standard,
    lower_when_adopted: true,
    source: page_of!("operative_numbering.rs"),
    depends_on: DependsOn::Structure,
    check,
    messages: MESSAGES,
    traits: &[],
};

crate::messages! {
    "operative-numbering":
    stands_twice(number: label) = "The number {number} stands twice. Give this paragraph the next one.";
    also_here() = "It is also here.";
    full_stop_missing(number: label) = "A full stop is missing after the number {number}.";
    written_otherwise(label: label, right: label) =
        "The label “{label}” is not written as the others are. Write “{right}” instead.";
    numbered_twice(number: number, right: number) = "Paragraph {number} is numbered twice. Number this one {right}.";
    follows(number: number, before: number, right: number) =
        "Paragraph {number} follows paragraph {before}. Number it {right}.";
    first_is_numbered(number: number, right: number) =
        "The first operative paragraph is numbered {number}. Number it {right}.";
    paragraph_also_here(number: number) = "Paragraph {number} is also here.";
    paragraph_here(number: number) = "Paragraph {number} is here.";
    numbers_jump(before: number, number: number, gap: choice, expected: number, last: number) =
        "The numbers jump from {before} to {number}: {gap, select, one {paragraph {expected} is missing} \
         two {paragraphs {expected} and {last} are missing} more {paragraphs {expected} to {last} are missing}}. Restore \
         what is missing, or number this paragraph {expected} and those after it accordingly.";
    numbers_begin(number: number, gap: choice, expected: number, last: number) =
        "The numbers begin with {number}: {gap, select, one {paragraph {expected} is missing} \
         two {paragraphs {expected} and {last} are missing} more {paragraphs {expected} to {last} are missing}}. Number \
         the first paragraph {expected}.";
    stands_before(number: number, after: number) =
        "Paragraph {number} stands before paragraph {after}. Change their numbers, or put them in order.";
    out_of_order_too() = "This is out of order, too.";
    number_in_order(first: number, last: number) = "Number these paragraphs {first} to {last} as they stand";
    number_paragraph(number: number) = "Number the paragraph {number}";
    exchange_numbers(first: number, second: number) = "Exchange the numbers {first} and {second}";
    number_from_here(first: number, last: number) = "Number the paragraphs from here on {first} to {last}";
}

/// An operative paragraph with its number.
#[derive(Clone, Copy)]
struct Numbered<'a> {
    paragraph: &'a Paragraph,
    number: u32,
    insertion: u8,
    uncounted: bool,
}

fn check(context: &RuleContext<'_>, findings: &mut Vec<Finding>) {
    let numbered: Vec<Numbered> = context
        .draft
        .paragraphs
        .iter()
        .filter(|paragraph| paragraph.kind == ParagraphKind::Operative)
        .filter_map(|paragraph| {
            let label = paragraph.label.as_ref()?;
            match label.value {
                LabelValue::Number { number, insertion } => {
                    Some(Numbered { paragraph, number, insertion, uncounted: label.uncounted })
                }
                _ => None,
            }
        })
        .collect();
    // A run may be interrupted by an embedded text, which has a run of its own.
    let mut runs: BTreeMap<u32, Vec<Numbered>> = BTreeMap::new();
    for numbered in numbered {
        runs.entry(numbered.paragraph.run).or_default().push(numbered);
    }
    let before = findings.len();
    for run in runs.values() {
        let found = check_run(context, run);
        let places: Vec<usize> = found.iter().map(|(finding, _)| finding.range.start).collect();
        findings.extend(found.into_iter().map(|(mut finding, mend)| {
            let mend = mend.filter(|mend| places.len() <= MOST && mend.holds(context, run, &places, &finding));
            finding.fix = mend.and_then(|mend| mend.fix(context));
            finding
        }));
        check_spelling(context, run, findings);
    }
    // Without an organ that speaks, the text may be another instrument, which counts in its own way.
    if context.draft.organ.is_none() {
        for finding in findings.iter_mut().skip(before) {
            finding.severity = finding.severity.lower();
        }
    }
}

/// Other numbers for paragraphs, by which a finding may be mended.
struct NumberFix<'a> {
    title: Message,
    certain: bool,
    numbers: Vec<(Numbered<'a>, u32)>,
}

/// A run with more findings than this is past mending one by one.
const MOST: usize = 40;

impl NumberFix<'_> {
    /// Whether the finding goes by it and none comes. `places` are those of all findings in the run.
    fn holds(&self, context: &RuleContext<'_>, run: &[Numbered], places: &[usize], finding: &Finding) -> bool {
        let new: HashMap<usize, u32> =
            self.numbers.iter().map(|(old, new)| (old.paragraph.range.start, *new)).collect();
        let mut mended = run.to_vec();
        for numbered in &mut mended {
            numbered.number = new.get(&numbered.paragraph.range.start).copied().unwrap_or(numbered.number);
        }
        let left = check_run(context, &mended);
        left.iter().all(|(left, _)| left.range.start != finding.range.start && places.contains(&left.range.start))
    }

    fn fix(self, context: &RuleContext<'_>) -> Option<Fix> {
        Some(Fix { title: self.title, certain: self.certain, edits: renumber(context, &self.numbers)? })
    }
}

fn check_run<'a>(context: &RuleContext<'_>, run: &[Numbered<'a>]) -> Vec<(Finding, Option<NumberFix<'a>>)> {
    let found = check_each(context, run);
    if found.len() < 2 || run.iter().any(|numbered| numbered.insertion > 0 || numbered.uncounted) {
        return found;
    }
    // Paragraphs that stand elsewhere than they should are one finding, whatever numbers look wrong around them.
    let numbers: Vec<u32> = run.iter().map(|numbered| numbered.number).collect();
    let Some(stretches) = one_cause::out_of_order(&numbers) else { return found };
    let stretches = stretches.into_iter().filter_map(|stretch| run.get(stretch));
    stretches.filter_map(|stretch| out_of_place(context, stretch, &found)).collect()
}

/// What is found of paragraphs that must be put in order.
fn out_of_place<'a>(
    context: &RuleContext<'_>,
    stretch: &[Numbered<'a>],
    found: &[(Finding, Option<NumberFix<'a>>)],
) -> Option<(Finding, Option<NumberFix<'a>>)> {
    let least = stretch.iter().map(|one| one.number).min()?;
    let (first, after) = (*stretch.first()?, *stretch.iter().find(|one| one.number == least)?);
    let mut finding = swapped(context, first, after);
    if let [first, after] = stretch {
        return Some((finding, Some(exchange(*first, *after))));
    }
    let looks_wrong = |one: &&Numbered| found.iter().any(|(finding, _)| finding.range == label(**one));
    let others = stretch.iter().filter(looks_wrong).map(|one| label(*one));
    let others = others.filter(|place| *place != label(first) && *place != label(after));
    finding.related.extend(others.map(|range| Related { range, message: out_of_order_too() }));
    let numbers: Vec<(Numbered, u32)> = stretch.iter().copied().zip(least..).collect();
    let last = numbers.last().map_or(least, |(_, last)| *last);
    Some((finding, Some(NumberFix { title: number_in_order(least, last), certain: false, numbers })))
}

fn check_each<'a>(context: &RuleContext<'_>, run: &[Numbered<'a>]) -> Vec<(Finding, Option<NumberFix<'a>>)> {
    let plain: Vec<Numbered> = run.iter().copied().filter(|n| n.insertion == 0 && !n.uncounted).collect();
    let mut findings: Vec<_> = check_insertions(context, run).into_iter().map(|finding| (finding, None)).collect();
    let Some(first) = plain.first() else { return findings };
    // Where a text begins in the middle, its first number is right.
    let whole = context.draft.organ.is_some() && first.paragraph.run == 0;
    let mut expected = if whole && plain.len() > 1 { 1 } else { first.number };
    if plain.len() > 1 && plain[1].number + 1 == first.number {
        expected = plain[1].number;
    }
    let mut i = 0;
    while let Some(&here) = plain.get(i) {
        // A number may be left to alternatives alone, or to what was inserted after it.
        let aside = |number| run.iter().any(|n| n.number == number && (n.uncounted || n.insertion > 0));
        while here.number > expected && aside(expected) {
            expected += 1;
        }
        let next = plain.get(i + 1).map(|n| n.number);
        let before = i.checked_sub(1).and_then(|i| plain.get(i)).copied();
        // Without an organ that speaks, a second list may begin anywhere.
        let anew = context.draft.organ.is_none() && here.number == 1 && next == Some(2);
        if here.number == expected || anew {
            expected = here.number + 1;
            i += 1;
        } else if here.number == expected + 1 && next == Some(expected) {
            let after = plain[i + 1];
            findings.push((swapped(context, here, after), Some(exchange(here, after))));
            expected += 2;
            i += 2;
        } else if next == Some(expected + 1) {
            findings.push((wrong(context, here, before, expected, &plain), Some(one(here, expected))));
            expected += 1;
            i += 1;
        } else if here.number > expected {
            findings.push((jump(context, here, before, expected), from_here_on(run, &plain[i..], expected)));
            expected = here.number + 1;
            i += 1;
        } else {
            let mend = match next {
                Some(_) => from_here_on(run, &plain[i..], expected),
                None => Some(one(here, expected)),
            };
            findings.push((wrong(context, here, before, expected, &plain), mend));
            // What follows may count on from the repeated number, or from what this one should be.
            expected = if next == Some(here.number + 1) { here.number + 1 } else { expected + 1 };
            i += 1;
        }
    }
    findings
}

/// `4 bis` follows 4, `4 ter` follows `4 bis`.
fn check_insertions(context: &RuleContext<'_>, run: &[Numbered]) -> Vec<Finding> {
    let mut findings = Vec::new();
    let run: Vec<Numbered> = run.iter().copied().filter(|n| !n.uncounted).collect();
    for pair in run.windows(2) {
        let [before, here] = pair else { continue };
        if here.insertion == 0 || (before.number == here.number && before.insertion < here.insertion) {
            continue;
        }
        if before.number == here.number && before.insertion == here.insertion {
            let mut finding = context.finding_of_label(&RULE, label(*here), stands_twice(shown(*here)));
            finding.related = vec![related(*before, also_here())];
            findings.push(finding);
        }
    }
    findings
}

/// `4,` or `ll.` among labels such as `3.` and `5.`. Where most labels have such a form, it is the draft's style.
fn check_spelling(context: &RuleContext<'_>, run: &[Numbered], findings: &mut Vec<Finding>) {
    let irregular = |n: &Numbered| n.paragraph.label.as_ref().is_some_and(|label| label.irregular);
    let odd = run.iter().filter(|n| irregular(n)).count();
    if odd == 0 || odd * 2 >= run.len() {
        return;
    }
    for (i, here) in run.iter().enumerate().filter(|(_, n)| irregular(n)) {
        let before = run.get(..i).and_then(|run| run.iter().rfind(|n| !irregular(n)));
        let Some(like) = before.or_else(|| run.iter().find(|n| !irregular(n))) else { continue };
        let Some(other) = like.paragraph.label.as_ref() else { continue };
        // That a word is glued to it has a rule of its own.
        if label_glued::is_glued(context, here.paragraph) {
            continue;
        }
        let Some(right) = written_with(&other.text, here.number) else { continue };
        let written = here.paragraph.label.as_ref().map_or("", |label| label.text.as_str());
        let message = if right.strip_suffix('.') == Some(written) {
            full_stop_missing(written)
        } else {
            written_otherwise(written, &right)
        };
        let mut finding = context.finding_of_label(&RULE, label(*here), message);
        finding.fix = Some(Fix {
            title: fix::write(&right),
            certain: true,
            edits: vec![Edit { range: label(*here), text: right }],
        });
        findings.push(finding);
    }
}

fn label(numbered: Numbered) -> std::ops::Range<usize> {
    numbered.paragraph.label.as_ref().map_or(numbered.paragraph.range.clone(), |label| label.range.clone())
}

fn shown(numbered: Numbered) -> String {
    numbered.paragraph.label.as_ref().map_or(numbered.number.to_string(), |label| {
        label.text.trim_end_matches(|c| is_number_stop(c) || matches!(c, ' ' | '-' | '–' | ':')).to_owned()
    })
}

fn related(numbered: Numbered, message: Message) -> Related {
    Related { range: label(numbered), message }
}

/// A paragraph whose number is not the one between its neighbours.
fn wrong(
    context: &RuleContext<'_>,
    here: Numbered,
    before: Option<Numbered>,
    expected: u32,
    all: &[Numbered],
) -> Finding {
    let twin = all.iter().find(|other| other.number == here.number && other.paragraph.range != here.paragraph.range);
    let message = match (twin, before) {
        (Some(_), _) => numbered_twice(here.number, expected),
        (None, Some(before)) => follows(here.number, before.number, expected),
        (None, None) => first_is_numbered(here.number, expected),
    };
    let mut finding = context.finding_of_label(&RULE, label(here), message);
    if let Some(twin) = twin {
        finding.related.push(related(*twin, paragraph_also_here(twin.number)));
    } else if let Some(before) = before {
        finding.related.push(related(before, paragraph_here(before.number)));
    }
    finding
}

/// Numbers that are left out.
fn jump(context: &RuleContext<'_>, here: Numbered, before: Option<Numbered>, expected: u32) -> Finding {
    let last = here.number - 1;
    let gap = match last - expected {
        0 => "one",
        1 => "two",
        _ => "more",
    };
    let message = match before {
        Some(before) => numbers_jump(before.number, here.number, gap, expected, last),
        None => numbers_begin(here.number, gap, expected, last),
    };
    let mut finding = context.finding_of_label(&RULE, label(here), message);
    if let Some(before) = before {
        finding.related.push(related(before, paragraph_here(before.number)));
    }
    finding
}

fn swapped(context: &RuleContext<'_>, here: Numbered, after: Numbered) -> Finding {
    let message = stands_before(here.number, after.number);
    let mut finding = context.finding_of_label(&RULE, label(here), message);
    finding.related = vec![related(after, paragraph_here(after.number))];
    finding
}

/// Gives one paragraph the number that its neighbours leave for it.
fn one(here: Numbered<'_>, expected: u32) -> NumberFix<'_> {
    NumberFix { title: number_paragraph(expected), certain: true, numbers: vec![(here, expected)] }
}

/// The paragraphs might as well change places.
fn exchange<'a>(here: Numbered<'a>, after: Numbered<'a>) -> NumberFix<'a> {
    let title = exchange_numbers(here.number, after.number);
    NumberFix { title, certain: false, numbers: vec![(here, after.number), (after, here.number)] }
}

/// Numbers the paragraphs from one on to the end of the run, where they are in order among themselves. A
/// paragraph might be missing as well, and references to these may have to follow: the writer decides.
fn from_here_on<'a>(run: &[Numbered<'a>], rest: &[Numbered<'a>], expected: u32) -> Option<NumberFix<'a>> {
    let (first, last) = (rest.first()?, rest.last()?);
    if rest.windows(2).any(|pair| pair[1].number != pair[0].number + 1) {
        return None;
    }
    // With those that were inserted between them: `4 bis` stays after 4. An alternative to a paragraph before them
    // keeps its number.
    let start = first.paragraph.range.start;
    let after = run.iter().filter(|other| other.paragraph.range.start >= start && other.number >= first.number);
    let shifted = |number: u32| u32::try_from(u64::from(number) + u64::from(expected) - u64::from(first.number)).ok();
    let numbers: Option<Vec<_>> = after.map(|numbered| Some((*numbered, shifted(numbered.number)?))).collect();
    let title = match last.number - first.number {
        0 => number_paragraph(expected),
        more => number_from_here(expected, expected + more),
    };
    Some(NumberFix { title, certain: false, numbers: numbers? })
}

/// Writes other numbers into labels, which keep their digits and punctuation. Nothing where a label has none.
fn renumber(context: &RuleContext<'_>, numbers: &[(Numbered, u32)]) -> Option<Vec<Edit>> {
    let edit = |(numbered, new): &(Numbered, u32)| {
        let range = label(*numbered);
        number_edit(context.text.get(range.clone())?, range.start, *new)
    };
    numbers.iter().map(edit).collect()
}

#[cfg(test)]
mod tests {
    use super::super::testing::{expect, fixed};

    #[test]
    fn a_gap() {
        expect(
            "operative-numbering",
            "
The General Assembly,

Recalling the long nights,

1. Decides to light the lamps;

3. Requests a report;
^^ The numbers jump from 1 to 3: paragraph 2 is missing. Restore what is missing, or number this paragraph 2 and those after it accordingly.

4. Decides to remain awake.
",
        );
    }

    /// What is left where a number stands twice is mended in the digits of its script.
    #[test]
    fn a_number_that_stands_twice_in_any_digits() {
        for (draft, mended) in [
            ("大会，\n\n１．决定点灯；\n\n２．请看守人守夜；\n\n２．决定等待。\n", "３．决定等待"),
            ("大会，\n\n1. 决定点灯；\n\n2. 请看守人守夜；\n\n2. 决定等待。\n", "3. 决定等待"),
            ("إن الجمعية العامة،\n\n١ - تقرر الإضاءة؛\n\n٢ - تطلب التقرير؛\n\n٢ - تقرر الانتظار.\n", "٣ - تقرر الانتظار"),
            ("إن الجمعية العامة،\n\n۱ - تقرر الإضاءة؛\n\n۲ - تطلب التقرير؛\n\n۲ - تقرر الانتظار.\n", "۳ - تقرر الانتظار"),
        ] {
            assert!(fixed("operative-numbering", draft).contains(mended), "{draft}");
        }
    }

    #[test]
    fn a_label_misspelt() {
        expect(
            "operative-numbering",
            "
The General Assembly,

Recalling the long nights,

1. Decides to light the lamps;

2, Requests a report;
^^ The label “2,” is not written as the others are. Write “2.” instead.

3. Decides to remain awake;

4. Decides to sleep by day;

5 Encourages all to do likewise.
^ A full stop is missing after the number 5.
",
        );
        // Where all are so, it is the style.
        expect(
            "operative-numbering",
            "
The General Assembly,

Recalling the long nights,

1) Decides to light the lamps;

2) Requests a report;

4) Decides to remain awake.
^^ The numbers jump from 2 to 4: paragraph 3 is missing. Restore what is missing, or number this paragraph 3 and those after it accordingly.
",
        );
    }

    #[test]
    fn a_second_list_in_a_text_without_an_organ() {
        expect("operative-numbering", "\n1. Lamps\n\n2. Oil\n\n1. Wicks\n\n2. Bread\n");
    }

    #[test]
    fn a_wider_gap() {
        expect(
            "operative-numbering",
            "
The General Assembly,

Recalling the long nights,

1. Decides to light the lamps;

4. Requests a report;
^^ The numbers jump from 1 to 4: paragraphs 2 and 3 are missing. Restore what is missing, or number this paragraph 2 and those after it accordingly.

5. Decides to remain awake.
",
        );
    }

    #[test]
    fn an_alternative_to_a_paragraph_before_the_gap() {
        expect(
            "operative-numbering",
            "
The General Assembly,

Recalling the long nights,

1. Decides to light the lamps;

9. Requests a report;
^^ The numbers jump from 1 to 9: paragraphs 2 to 8 are missing. Restore what is missing, or number this paragraph 2 and those after it accordingly.

1 alt. Decides to light the lanterns;

10. Decides to remain awake.
",
        );
    }

    #[test]
    fn one_wrong_number() {
        expect(
            "operative-numbering",
            "
The General Assembly,

Recalling the long nights,

1. Decides to light the lamps;

1. Requests a report;
^^ Paragraph 1 is numbered twice. Number this one 2.

3. Urges the keepers to stay;

5. Calls upon the ships to wait;
^^ Paragraph 5 is numbered twice. Number this one 4.

5. Decides to remain awake.
",
        );
    }

    #[test]
    fn two_exchanged() {
        expect(
            "operative-numbering",
            "
The General Assembly,

1. Decides to light the lamps;

3. Requests a report;
^^ Paragraph 3 stands before paragraph 2. Change their numbers, or put them in order.

2. Urges the keepers to stay;

4. Decides to remain awake.
",
        );
    }

    #[test]
    fn arabic_numbers() {
        expect(
            "operative-numbering",
            "
إن الجمعية العامة،

إذ تشير إلى المنارات،

1 - تقرر إضاءة المصابيح؛

3 - تطلب تقديم تقرير؛
^^^ The numbers jump from 1 to 3: paragraph 2 is missing. Restore what is missing, or number this paragraph 2 and those after it accordingly.

4 - تقرر أن تبقي المسألة قيد النظر.
",
        );
    }

    #[test]
    fn an_embedded_text() {
        expect(
            "operative-numbering",
            "
The General Assembly,

Recalling the long nights,

1. Adopts the following rules:

1. A lamp is lit at dusk.

2. A lamp is put out at dawn.

2. Requests a report;

3. Decides to remain awake.
",
        );
    }

    #[test]
    fn rightful_restarts_and_insertions() {
        expect(
            "operative-numbering",
            "
The General Assembly,

I

1. Decides to light the lamps;

2. Requests a report;

2 bis. Also requests a map;

2 ter. Further requests a chart;

2 alt. Requests nothing;

II

1. Urges the keepers to stay;

2. Decides to remain awake.

Annex

Rules of the lamps

1. A lamp is lit at dusk.

2. A lamp is put out at dawn.
",
        );
    }

    #[test]
    fn paragraphs_in_another_place_are_one_finding() {
        let draft = |numbers: &[u32]| -> String {
            let paragraphs: String = numbers.iter().map(|n| format!("\n{n}. Decides to light lamp {n};\n")).collect();
            format!("The General Assembly,\n\nRecalling the lamps,\n{}.\n", paragraphs.trim_end().trim_end_matches(';'))
        };
        expect(
            "operative-numbering",
            "
The General Assembly,

Recalling the lamps,

1. Decides to light the lamps;

5. Decides to trim them;
^^ Paragraph 5 stands before paragraph 2. Change their numbers, or put them in order.

6. Decides to fill them;

2. Decides to watch;

3. Decides to listen;

4. Decides to wait;

7. Decides to return.
",
        );
        assert!(fixed("operative-numbering", &draft(&[1, 5, 6, 2, 3, 4, 7])).contains("2. Decides to light lamp 5"));
    }
}

//! Tests of rules read like examples: a draft, a marker under the place, the finding.

use std::ops::Range;

use proptest::prelude::*;

use crate::draft::{Draft, Edit, edit};
use crate::messages::Locale;
use crate::rules::{Finding, MendTrials, MendableText, RereadText, Rule, check};

/// Checks a draft by one rule. A line of `^` under a line marks the characters of a finding, and what follows
/// on it is the finding's message; such lines are not part of the draft. All findings must be marked.
#[track_caller]
pub fn expect(code: &str, marked: &str) {
    let mut draft = String::new();
    let mut expected = Vec::new();
    let mut line_start = 0;
    for line in marked.lines() {
        let carets = line.trim_start();
        if carets.starts_with('^') {
            let column = line.chars().take_while(|c| *c == ' ').count();
            let count = carets.chars().take_while(|c| *c == '^').count();
            let message = carets.trim_start_matches('^').trim();
            let above = &draft[line_start..];
            let at = |n: usize| line_start + above.char_indices().nth(n).map_or(above.len(), |(i, _)| i);
            expected.push((at(column)..at(column + count), message.to_owned()));
        } else {
            line_start = draft.len();
            draft.push_str(line);
            draft.push('\n');
        }
    }
    let read = Draft::read(&draft);
    let found = check(&draft, &read, &|rule: &Rule| rule.code == code);
    let told: Vec<_> = found.iter().map(|f| (f.range.clone(), f.message.text(&Locale::ENGLISH))).collect();
    assert_eq!(told, expected, "in the draft\n{draft}");
    for finding in &found {
        mends(&draft, finding);
    }
}

/// The draft with the first mend made that a rule offers.
#[track_caller]
pub fn fixed(code: &str, draft: &str) -> String {
    let found = check(draft, &Draft::read(draft), &|rule: &Rule| rule.code == code);
    found.iter().find_map(|finding| finding.fix.as_ref()).unwrap_or_else(|| panic!("no mend in {draft}")).apply(draft)
}

/// The codes of all that is found in a draft, in the order of the places.
pub fn codes(draft: &str) -> Vec<&'static str> {
    codes_of(draft, &|_| true)
}

/// The codes of what the rules that are on by default find.
pub fn codes_by_default(draft: &str) -> Vec<&'static str> {
    codes_of(draft, &Rule::is_on_by_default)
}

fn codes_of(draft: &str, wanted: &dyn Fn(&Rule) -> bool) -> Vec<&'static str> {
    check(draft, &Draft::read(draft), wanted).iter().map(|finding| finding.code).collect()
}

/// A draft after edits, with what all rules find.
fn reread(draft: &str, edits: &[Edit]) -> RereadText {
    let text = edit::apply(edits, draft);
    let draft = Draft::read(&text);
    RereadText { findings: check(&text, &draft, &|_| true), text, draft }
}

/// Whether the mend of a finding of a draft keeps the law of mends.
fn holds(draft: &str, finding: &Finding) -> bool {
    let RereadText { draft: read, findings, .. } = reread(draft, &[]);
    let reread = |edits: &[Edit]| reread(draft, edits);
    let (findings, is_editable) = (findings.as_slice(), &|_: &Range<usize>| true);
    let mendable = MendableText { text: draft, draft: &read, findings, reread: &reread, is_editable };
    MendTrials::new(mendable, usize::MAX).holds(finding)
}

/// The law of mends: the finding goes, none comes, and the structure stays.
#[track_caller]
fn mends(draft: &str, finding: &Finding) {
    let Some(fix) = &finding.fix else { return };
    let title = fix.title.text(&Locale::ENGLISH);
    assert!(holds(draft, finding), "“{title}” of {} breaks the law in\n{}", finding.code, fix.apply(draft));
}

/// Drafts whose numbers, letters and symbols are as they come.
fn flawed() -> impl Strategy<Value = String> {
    let numbers = prop::collection::vec((1..7_u32, prop::collection::vec(0..5_usize, 0..4), 0..6_usize), 2..7);
    (numbers, prop::bool::ANY).prop_map(|(paragraphs, arabic)| {
        let mut draft = String::from(if arabic {
            "إن الجمعية العامة،\n\nإذ تشير إلى المنارات،\n"
        } else {
            "The General Assembly,\n\nRecalling the lamps,\n"
        });
        let symbols = ["A/92/85", r"A\92\85", "A/Res/90/211", "A/92//85", "A/92/85/Add1", "A/RES/90/211"];
        for (number, letters, symbol) in paragraphs {
            let symbol = symbols[symbol];
            draft += &if arabic {
                format!("\n{number} - تقرر إضاءة المصابيح ({symbol})؛\n")
            } else {
                format!("\n{number}. Decides to light the lamps ({symbol});\n")
            };
            for letter in letters {
                draft += &if arabic {
                    format!("\n({}) تنظيفها؛\n", ["أ", "ب", "ج", "د", "هـ"][letter])
                } else {
                    format!("\n({}) To trim the wicks;\n", ["a", "b", "c", "d", "e"][letter])
                };
            }
        }
        draft
    })
}

proptest! {
    #[test]
    fn a_mend_takes_its_finding_away_and_adds_none(draft in flawed()) {
        for finding in check(&draft, &Draft::read(&draft), &|_| true) {
            mends(&draft, &finding);
        }
    }
}

#[test]
fn a_mend_that_brings_another_fault_to_light_is_known() {
    // Behind paragraph 2, `2,` would be no label any more, nor as paragraph 3 among these.
    let draft = "The General Assembly,\n\n2. Decides to light the lamps;\n\n1. Decides to light the lamps;\n\n\
        2, Decides to light the lamps;\n\n3. Decides to light the lamps.\n";
    let found = check(draft, &Draft::read(draft), &|_| true);
    let titles: Vec<(String, bool)> = found
        .iter()
        .filter_map(|finding| Some((finding.fix.as_ref()?.title.text(&Locale::ENGLISH), holds(draft, finding))))
        .collect();
    assert_eq!(
        titles,
        [
            ("Exchange the numbers 2 and 1".to_owned(), false),
            ("Number the paragraphs from here on 3 to 4".to_owned(), false),
            ("Write “2.”".to_owned(), true)
        ]
    );
}

#[test]
fn a_mend_says_what_it_writes_and_whether_it_is_the_only_one() {
    let fixes = |draft: &str| -> Vec<(String, bool)> {
        let found = check(draft, &Draft::read(draft), &|_| true).into_iter();
        found.filter_map(|finding| finding.fix).map(|fix| (fix.title.text(&Locale::ENGLISH), fix.certain)).collect()
    };
    let numbered = |numbers: &[&str]| {
        let paragraphs: String = numbers.iter().map(|n| format!("\n{n}. Decides to light the lamps;\n")).collect();
        let paragraphs = paragraphs.trim_end().trim_end_matches(';');
        fixes(&format!("The General Assembly,\n\nRecalling the lamps,\n{paragraphs}.\n"))
    };
    let only = |title: &str, certain| vec![(title.to_owned(), certain)];
    assert_eq!(numbered(&["1", "1", "3"]), only("Number the paragraph 2", true));
    assert_eq!(numbered(&["1", "2", "2"]), only("Number the paragraph 3", true));
    assert_eq!(numbered(&["1", "3"]), only("Number the paragraph 2", false));
    assert_eq!(numbered(&["1", "3", "3 bis", "4"]), only("Number the paragraphs from here on 2 to 3", false));
    assert_eq!(numbered(&["1", "2", "2", "3"]), only("Number the paragraphs from here on 3 to 4", false));
    assert_eq!(numbered(&["1", "3", "2", "4"]), only("Exchange the numbers 3 and 2", false));
    let lettered = |letters: &[&str]| {
        let paragraphs: String = letters.iter().map(|letter| format!("\n({letter}) To light the lamps;\n")).collect();
        fixes(&format!("The General Assembly,\n\n1. Requests the keepers:\n{paragraphs}\n2. Decides to wait.\n"))
    };
    assert_eq!(lettered(&["a", "a", "c"]), only("Label the subparagraph (b)", true));
    assert_eq!(lettered(&["a", "b", "d"]), only("Label the subparagraph (c)", false));
    assert_eq!(lettered(&["a", "c", "d"]), only("Label the subparagraphs from here on (b) to (c)", false));
    assert_eq!(lettered(&["a", "c", "b", "d"]), only("Exchange the labels (c) and (b)", false));
    assert_eq!(
        fixes("The General Assembly,\n\nRecalling the report (A\\92\\85),\n\nDecides to light the lamps.\n"),
        only("Write A/92/85", true)
    );
}

//! # section-numbering
//!
//! ## What it says
//!
//! Sections, parts and annexes are numbered in order and without a gap: I, II, III; A, B, C; Annex I, Annex II. Where
//! there is a first one, there is a second.
//!
//! ## Why
//!
//! A reference such as "section III of the present resolution" must lead to one place.
//!
//! ## Example
//!
//! ```text
//! II
//!
//! Keepers of the lamps
//!
//! IV
//!
//! Oil
//! ```
//!
//! The second section is III.
//!
//! ## Exceptions
//!
//! The count starts again at 1 wherever it likes: sections under a part, parts under a section. Parts A and B may
//! be documents of their own. "Section 8" and "Part XII" are those of a budget, of which a resolution has some.
//!
//! ## Source
//!
//! United Nations Editorial Manual, Format: headings; Akoma Ntoso for the United Nations, Modelling of General Assembly
//! resolutions.

use std::collections::HashMap;
use std::ops::Range;

use super::support::fix;
use super::{DeferUntil, DependsOn, Edit, Finding, Fix, Related, Rule, RuleContext, RuleGroup, Severity};
use crate::draft::line_kind::word_at_start;
use crate::draft::{Element, ElementKind, Layout};
use crate::script::punctuation::{ENUMERATION_COMMA, is_colon};
use crate::script::{chinese_number, in_chinese, in_roman, roman_number};

pub static RULE: Rule = Rule {
    code: "section-numbering",
    severity: Severity::Warning,
    group: RuleGroup::Standard,
    lower_when_adopted: true,
    source: page_of!("section_numbering.rs"),
    depends_on: DependsOn::Document,
    check,
    messages: MESSAGES,
    traits: &[],
};

crate::messages! {
    "section-numbering":
    follows(number: label, before: label, right: label) = "{number} follows {before}. Number it {right}.";
    is_here(number: label) = "{number} is here.";
    stands_alone(number: label) =
        "{number} stands alone: no other follows it. Number a second one, or take the number away.";
}

/// How headings are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Style {
    Roman,
    Chinese,
    Digits,
    Letters,
}

/// A heading with its number.
#[derive(Debug, Clone)]
struct Heading {
    /// `Annex`, in whatever language; none before a numeral alone.
    word: &'static str,
    style: Style,
    number: u32,
    /// The numeral in the draft.
    numeral: Range<usize>,
}

fn check(context: &RuleContext<'_>, findings: &mut Vec<Finding>) {
    let draft = context.draft;
    let mut last: HashMap<(&str, Style), Heading> = HashMap::new();
    let mut lone: Vec<Heading> = Vec::new();
    // The finding whose mend the next heading of the same count must bear out: its place among the findings, and the
    // number that it is to have.
    let mut mended: HashMap<(&str, Style), (usize, u32)> = HashMap::new();
    let mut part = 0;
    for element in &draft.elements {
        let now = draft.part_at(element.range.start);
        let parts = matches!(element.kind, ElementKind::OrganLine | ElementKind::Title | ElementKind::Annex);
        if now != part || parts {
            part = now;
            // Letters and annexes go on over several organ lines.
            let whole = element.kind == ElementKind::Title && heading(context, element).is_none();
            let stays = |style: Style, word: &str| !whole && (style == Style::Letters || !word.is_empty());
            last.retain(|(word, style), _| stays(*style, word));
        }
        let Some(mut heading) = heading(context, element) else { continue };
        // I, V, X and L are letters too.
        let letter = last.get(&("", Style::Letters)).map(|letter| letter.number + 1);
        let lettered = context.text.get(heading.numeral.clone()).and_then(letter_number);
        if heading.style == Style::Roman && letter.is_some() && letter == lettered {
            heading = Heading { style: Style::Letters, number: lettered.unwrap_or(heading.number), ..heading };
        }
        let key = (heading.word, heading.style);
        let before = last.insert(key, heading.clone());
        if let Some((at, number)) = mended.remove(&key)
            && ![1, number + 1].contains(&heading.number)
            && let Some(finding) = findings.get_mut(at)
        {
            finding.fix = None;
        }
        if heading.number == 1 {
            lone.push(heading);
            continue;
        }
        lone.retain(|first| (first.word, first.style) != key);
        let Some(before) = before.filter(|before| before.number + 1 != heading.number) else { continue };
        let due = before.number + 1;
        let shown = |heading: &Heading| context.text.get(heading.numeral.clone()).unwrap_or_default().to_owned();
        let right = written(due, heading.style).unwrap_or_else(|| due.to_string());
        let message = follows(shown(&heading), shown(&before), &right);
        let mut finding = context.finding(&RULE, heading.numeral.clone(), message);
        finding.related = vec![Related { range: before.numeral.clone(), message: is_here(shown(&before)) }];
        let edits = vec![Edit { range: heading.numeral.clone(), text: right.clone() }];
        finding.fix = Some(Fix { title: fix::number_it(right), certain: false, edits });
        mended.insert(key, (findings.len(), due));
        findings.push(finding);
    }
    // Part A may be a document of its own, and out of a page the second heading may not be told.
    let told = draft.layout == Layout::Clean;
    for first in lone.into_iter().filter(|first| told && first.style != Style::Letters && first.style != Style::Digits)
    {
        let shown = context.text.get(first.numeral.clone()).unwrap_or_default();
        let mut finding = context.finding(&RULE, first.numeral, stands_alone(shown));
        finding.severity = Severity::Hint;
        finding.defer_until = Some(DeferUntil::Document);
        findings.push(finding);
    }
}

/// What a heading counts, if it has a numeral and nothing else, or a word and a numeral.
fn heading(context: &RuleContext<'_>, element: &Element) -> Option<Heading> {
    let text = context.text.get(element.range.clone())?;
    // `X________` is a line to sign on.
    if text.len() > 60 || (text.ends_with("___") && !text.starts_with("___")) {
        return None;
    }
    let reading = context.draft.language_at(element.range.start).reading;
    // A word before the number of a section is that of a budget, whose sections are not all spoken of.
    let words = if element.kind == ElementKind::Annex { reading.annex } else { &[] };
    // The line of a signature: `X____`.
    if text.contains("___") {
        return None;
    }
    let lead = text.len() - text.trim_start_matches(['*', '_', '#', ' ']).len();
    let bare = text.get(lead..)?;
    let word = words.iter().find_map(|word| Some((*word, word_at_start(bare, word)?)));
    let (word, skip) = word.unwrap_or(("", 0));
    let rest = bare.get(skip..)?;
    let inner =
        rest.trim_matches(|c| matches!(c, ' ' | '\u{a0}' | '*' | '_' | '#' | '.' | ENUMERATION_COMMA) || is_colon(c));
    let at = element.range.start + lead + skip + rest.find(inner)?;
    let (style, number) = numeral(inner, element.kind)?;
    Some(Heading { word, style, number, numeral: at..at + inner.len() })
}

fn numeral(text: &str, kind: ElementKind) -> Option<(Style, u32)> {
    match kind {
        ElementKind::Section | ElementKind::Annex => {}
        // Before an organ line, a letter is read with what stands above it.
        ElementKind::Part | ElementKind::Title | ElementKind::Masthead => {
            return Some((Style::Letters, letter_number(text)?));
        }
        _ => return None,
    }
    // A hundred is the letter C.
    if let Some(number) = roman_number(text).filter(|number| *number < 100) {
        return Some((Style::Roman, number));
    }
    if let Some(number) = chinese_number(text) {
        return Some((Style::Chinese, number));
    }
    if let Some(number) = letter_number(text) {
        return Some((Style::Letters, number));
    }
    text.parse().ok().filter(|number| (1..100).contains(number)).map(|number| (Style::Digits, number))
}

fn letter_number(text: &str) -> Option<u32> {
    match text.as_bytes() {
        [letter @ b'A'..=b'Z'] => Some(u32::from(letter - b'A') + 1),
        _ => None,
    }
}

fn written(number: u32, style: Style) -> Option<String> {
    match style {
        Style::Roman => in_roman(number),
        Style::Digits => Some(number.to_string()),
        Style::Letters => char::from_u32(u32::from(b'A') + number.checked_sub(1)?).map(String::from),
        Style::Chinese => in_chinese(number),
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::expect;

    const RULE: &str = "section-numbering";

    #[test]
    fn a_line_to_sign_on_is_no_section() {
        expect(
            RULE,
            "\nThe General Assembly,\n\nRecalling it,\n\n1. Decides;\n\n2. Notes.\n\nX_______\n\nOne\n\nX_______\n\nTwo\n",
        );
    }

    #[test]
    fn gaps_and_repetitions() {
        expect(
            RULE,
            "
The General Assembly,

Recalling the night,

I

1. Decides to light the lamps;

III
^^^ III follows I. Number it II.

2. Decides to wait;

IV

3. Decides to rest.

Annex I

1. Lamps.

Annex III
      ^^^ III follows I. Number it II.

1. Oil.
",
        );
        expect(
            RULE,
            "
大会，

回顾黑夜，

一

1. 决定守夜；

一

2. 请看守人点灯；

三
^ 三 follows 一. Number it 二.

3. 鼓励船只等待。
",
        );
    }

    #[test]
    fn one_alone() {
        expect(
            RULE,
            "
92/14. Lights of the harbours

A

The General Assembly,

Recalling the night,

I
^ I stands alone: no other follows it. Number a second one, or take the number away.

1. Decides to light the lamps;

2. Decides to wait.
",
        );
    }

    #[test]
    fn rightful_counts() {
        expect(
            RULE,
            "
92/14. Lights of the harbours

A

The General Assembly,

I

1. Decides to light the lamps;

II

2. Decides to wait.

B

The General Assembly,

I

1. Decides to light the lamps;

II

2. Decides to wait.

Annex

1. Oil.
",
        );
        expect(RULE, "\n92/14. Lights\n\nB\n\nThe General Assembly,\n\nRecalling the night,\n\nDecides to wait.\n");
    }
}

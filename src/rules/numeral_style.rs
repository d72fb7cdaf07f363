//! # numeral-style
//!
//! ## What it says
//!
//! Numbers are written in one way throughout a draft: thousands are parted by one mark, decimals by one mark, and per cent
//! is always a sign or always words.
//!
//! ## Why
//!
//! The comma of one custom is the full stop of another: where both are used, 1,500 and 1.500 may be the same number or
//! not.
//!
//! ## Example
//!
//! ```text
//! 1. Notes that 12 per cent of 1,500 lamps and 8% of 2 500 harbours are dark.
//! ```
//!
//! `12 per cent of 1,500 lamps and 8 per cent of 2,500 harbours`
//!
//! ## Exceptions
//!
//! Tables, notes, quotations; symbols, dates, and the numbers of goals and targets (`target 8.5`).
//!
//! ## Source
//!
//! United Nations Editorial Manual, Numbers.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::support::running_text::{QuotationTracker, edit};
use super::{DependsOn, Edit, Finding, Fix, Related, Rule, RuleContext, RuleGroup, Severity};
use crate::language::Language;

pub static RULE: Rule = Rule {
    code: "numeral-style",
    severity: Severity::Information,
    group: RuleGroup::Pedantic,
    lower_when_adopted: true,
    source: page_of!("numeral_style.rs"),
    depends_on: DependsOn::Document,
    check,
    messages: MESSAGES,
    traits: &[],
};

crate::messages! {
    "numeral-style":
    thousands(here: choice, elsewhere: choice) =
        "Thousands are parted by {here, select, space {a space} comma {a comma} stop {a full stop}} here, and by \
         {elsewhere, select, space {a space} comma {a comma} stop {a full stop}} elsewhere in this draft. Write them in one way.";
    decimals(here: choice, elsewhere: choice) =
        "Decimals are parted by {here, select, space {a space} comma {a comma} stop {a full stop}} here, and by \
         {elsewhere, select, space {a space} comma {a comma} stop {a full stop}} elsewhere in this draft. Write them in one way.";
    per_cent_written(here: quote, elsewhere: quote) =
        "Per cent is written as “{here}” here, and as “{elsewhere}” elsewhere in this draft. Write it in one way.";
    mark_here(mark: choice) = "It is {mark, select, space {a space} comma {a comma} stop {a full stop}} here.";
    words_here(words: quote) = "It is “{words}” here.";
    write_with_mark(mark: choice) = "Write it with {mark, select, space {a space} comma {a comma} stop {a full stop}}";
    write_with_words(words: quote) = "Write it with “{words}”";
}

/// A number with marks in it, and the sign behind it.
static NUMBER: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"[0-9]{1,3}(?:([ .,])[0-9]{3})(?:[ .,][0-9]{3})*|[0-9]+([.,])[0-9]{1,2}|[0-9]+").ok());

/// What is written in more than one way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum NumeralAspect {
    Thousands,
    Decimal,
    PerCent,
}

/// One use of a way of writing.
#[derive(Debug)]
struct NumeralUse {
    part: usize,
    matter: NumeralAspect,
    /// The mark, or the words.
    way: String,
    range: Range<usize>,
    /// What makes it another way.
    edits: Vec<(String, Edit)>,
}

fn check(context: &RuleContext<'_>, findings: &mut Vec<Finding>) {
    let mut uses: Vec<NumeralUse> = Vec::new();
    for said in context.passage_texts() {
        let (text, language) = (said.text(), said.language);
        if !said.is_paragraph() || !has_a_number(text) {
            continue;
        }
        let part = context.draft.part_at(said.source(0..0).start);
        let label = said.label(context.draft);
        let Some(pattern) = NUMBER.as_ref() else { break };
        let mut quotations = QuotationTracker::of(text);
        for groups in pattern.captures_iter(text) {
            let Some(whole) = groups.get(0) else { continue };
            let source = said.source(whole.range());
            let labels = label.is_some_and(|label| source.start < label.range.end && label.range.start < source.end);
            if labels
                || !stands_free(text, &whole.range())
                || quotations.hold(whole.start())
                || is_cited(context, &source)
            {
                continue;
            }
            let mut add = |matter: NumeralAspect, way: &str, range: Range<usize>, others: Vec<(String, String)>| {
                let edits = others.into_iter().map(|(way, right)| (way, edit(said, &range, &right))).collect();
                uses.push(NumeralUse { part, matter, way: way.to_owned(), range: said.source(range), edits });
            };
            let percent = per_cent(text, whole.end(), language);
            if let Some(mark) = groups.get(1) {
                let groups_of_three = whole.as_str().matches([' ', '.', ',']).count();
                let decimal = mark.as_str().starts_with(language.terms.numerals.decimal) && groups_of_three == 1;
                let one_mark = whole.as_str().matches(mark.as_str()).count() == groups_of_three;
                // `9,866` may have decimals, and a year or a quantity may follow a number.
                let other_number = mark.as_str() == " " && !is_sum(text, &whole.range(), language);
                if !decimal && one_mark && !other_number {
                    let others = [" ", ",", "."].into_iter().filter(|other| *other != mark.as_str());
                    let others = others.map(|other| (other.to_owned(), whole.as_str().replace(mark.as_str(), other)));
                    add(NumeralAspect::Thousands, mark.as_str(), whole.range(), others.collect());
                }
            }
            if let Some(mark) = groups.get(2)
                && (percent.is_some() || is_counted(text, whole.end(), language))
            {
                let other = if mark.as_str() == "." { "," } else { "." };
                let right = whole.as_str().replace(mark.as_str(), other);
                add(NumeralAspect::Decimal, mark.as_str(), whole.range(), vec![(other.to_owned(), right)]);
            }
            if let Some((way, end)) = percent {
                let way = if way == "%" || way == "％" { "%" } else { way };
                let words = language.terms.numerals.per_cent.first().copied().unwrap_or_default();
                let rest = whole.as_str();
                let other = match way {
                    // Where the words are declined, or come first, the writer chooses.
                    _ if language.terms.numerals.per_cent.len() > 2 || !language.naming.spaced => None,
                    "%" => Some((words.to_owned(), format!("{rest} {words}"))),
                    _ => Some(("%".to_owned(), format!("{rest}%"))),
                };
                add(
                    NumeralAspect::PerCent,
                    if way == "%" { "%" } else { words },
                    whole.start()..end,
                    other.into_iter().collect(),
                );
            }
        }
    }
    for matter in [NumeralAspect::Thousands, NumeralAspect::Decimal, NumeralAspect::PerCent] {
        for part in 0..context.draft.parts.len() {
            let here: Vec<&NumeralUse> =
                uses.iter().filter(|used| used.matter == matter && used.part == part).collect();
            mixed(context, &here, findings);
        }
    }
}

/// Whether a text may have a number that ends a word, or has a mark in it.
fn has_a_number(text: &str) -> bool {
    let ends = |(a, b): (u8, u8)| a.is_ascii_digit() && !b.is_ascii_digit() && !matches!(b, b'/' | b')' | b'-');
    text.bytes().zip(text.bytes().skip(1)).any(ends)
}

/// Reports the rarer ways.
fn mixed(context: &RuleContext<'_>, uses: &[&NumeralUse], findings: &mut Vec<Finding>) {
    let mut counts: HashMap<&str, usize> = HashMap::new();
    uses.iter().for_each(|used| *counts.entry(&used.way).or_default() += 1);
    let Some(usual) = uses.iter().rev().max_by_key(|used| counts.get(used.way.as_str())) else { return };
    let mark = |used: &NumeralUse| match used.way.as_str() {
        " " => "space",
        "," => "comma",
        _ => "stop",
    };
    for used in uses.iter().filter(|used| used.way != usual.way) {
        let (message, usual_here) = match used.matter {
            NumeralAspect::Thousands => (thousands(mark(used), mark(usual)), mark_here(mark(usual))),
            NumeralAspect::Decimal => (decimals(mark(used), mark(usual)), mark_here(mark(usual))),
            NumeralAspect::PerCent => (per_cent_written(&used.way, &usual.way), words_here(&usual.way)),
        };
        let mut finding = context.finding(&RULE, used.range.clone(), message);
        finding.related = vec![Related { range: usual.range.clone(), message: usual_here }];
        let mend = used.edits.iter().find(|(way, _)| *way == usual.way);
        finding.fix = mend.map(|(_, edit)| Fix {
            title: match used.matter {
                NumeralAspect::PerCent => write_with_words(&usual.way),
                _ => write_with_mark(mark(usual)),
            },
            certain: false,
            edits: vec![edit.clone()],
        });
        findings.push(finding);
    }
}

/// Whether a number is no part of a symbol, a date or a longer number.
fn stands_free(text: &str, range: &Range<usize>) -> bool {
    let before = text.get(..range.start).unwrap_or_default().chars().next_back();
    let mut behind = text.get(range.end..).unwrap_or_default().chars();
    let part = |c: char| (c.is_alphanumeric() && !crate::script::is_wide(c)) || matches!(c, '/' | '-' | '–' | '_');
    let next = behind.next();
    let goes_on = matches!(next, Some('.' | ',')) && behind.next().is_some_and(|c| c.is_ascii_digit());
    !before.is_some_and(|c| part(c) || matches!(c, '.' | ',' | '第')) && !next.is_some_and(part) && !goes_on
}

/// Whether a number with spaces is one sum and not several numbers: a small word stands before it and behind it.
fn is_sum(text: &str, range: &Range<usize>, language: &Language) -> bool {
    let small = |c: Option<char>| c.is_some_and(|c| c.is_alphabetic() && !c.is_uppercase());
    let before = text.get(..range.start).unwrap_or_default();
    let behind = text.get(range.end..).unwrap_or_default();
    let word = before.trim_end().rsplit(' ').next().unwrap_or_default().to_lowercase();
    let counted = language.reading.counted_things.contains(&word.as_str()) && word.chars().count() > 4;
    small(before.trim_end().chars().next_back())
        && behind.strip_prefix(' ').is_some_and(|rest| small(rest.chars().next()))
        && !counted
}

/// Whether a word behind a number makes it a quantity.
fn is_counted(text: &str, end: usize, language: &Language) -> bool {
    let rest = text.get(end..).unwrap_or_default().trim_start();
    let word: String = rest.chars().take_while(|c| c.is_alphabetic()).collect::<String>().to_lowercase();
    word.chars().count() > 2 && language.terms.numerals.magnitudes.iter().any(|begins| word.starts_with(begins))
        || language.terms.numerals.magnitudes.iter().any(|begins| !language.naming.spaced && rest.starts_with(begins))
}

/// The words or the sign for per cent behind a number, and where they end.
fn per_cent<'a>(text: &'a str, end: usize, language: &Language) -> Option<(&'a str, usize)> {
    let rest = text.get(end..)?;
    let words = rest.trim_start_matches(' ');
    let at = end + rest.len() - words.len();
    let signs = ["%", "％"].into_iter();
    let mut known: Vec<&str> = signs.chain(language.terms.numerals.per_cent.iter().copied()).collect();
    known.sort_by_key(|words| std::cmp::Reverse(words.len()));
    let found = known.into_iter().find(|known| words.starts_with(known))?;
    let ends =
        words.get(found.len()..)?.chars().next().is_none_or(|c| !c.is_alphanumeric() || crate::script::is_wide(c));
    ends.then(|| (text.get(at..at + found.len()).unwrap_or_default(), at + found.len()))
}

/// Whether a number is one that the draft cites, or refers to.
fn is_cited(context: &RuleContext<'_>, source: &Range<usize>) -> bool {
    let citations = &context.draft.citations;
    let next = citations.partition_point(|cited| cited.range.end <= source.start);
    citations.get(next).is_some_and(|cited| cited.range.start < source.end)
}

#[cfg(test)]
mod tests {
    use super::super::testing::expect;

    const RULE: &str = "numeral-style";

    #[test]
    fn mixed() {
        expect(
            RULE,
            "
The General Assembly,

Noting that 12.5 per cent of 1,500 lamps and 8% of 2 500 harbours are dark, as target 8,5 says in 3 words,
                                             ^^ Per cent is written as “%” here, and as “per cent” elsewhere in this draft. Write it in one way.
                                                   ^^^^^ Thousands are parted by a space here, and by a comma elsewhere in this draft. Write them in one way.

1. Appropriates the amount of 12,345,678 dollars, 3.5 million of it for the harbours and 2,5 million for oil;
                                                                                         ^^^ Decimals are parted by a comma here, and by a full stop elsewhere in this draft. Write them in one way.

2. Requests that 20 per cent be kept.
",
        );
    }

    #[test]
    fn one_way() {
        expect(
            RULE,
            "
L’Assemblée générale,

Notant que 12,5 pour cent de 1 500 feux sont éteints, soit 9,866 millions,

1. Ouvre un crédit de 12 345 678 dollars.
",
        );
        expect(
            RULE,
            "
大会，

注意到8.5%的灯塔，

1. 决定拨款2.5亿美元，占12%。
",
        );
    }

    #[test]
    fn in_spanish() {
        expect(
            RULE,
            "
La Asamblea General,

Observando que el 12,5 % de las lámparas son 1.500.000 y que el 8 por ciento está a oscuras,
                                                                ^^^^^^^^^^^^ Per cent is written as “por ciento” here, and as “%” elsewhere in this draft. Write it in one way.

1. Decide esperar.
",
        );
    }
}

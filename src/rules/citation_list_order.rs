//! # citation-list-order
//!
//! ## What it says
//!
//! In a list, resolutions stand in ascending order.
//!
//! ## Why
//!
//! In a long list the reader finds a resolution by its number, and sees that one is missing.
//!
//! ## Example
//!
//! ```text
//! Recalling its resolutions 62/175 of 18 December 2007 and 46/152 of 18 December 1991,
//! ```
//!
//! 46/152 comes first.
//!
//! ## Exceptions
//!
//! Lists with resolutions of several organs, or of special sessions; those that are grouped by subject, as far as it shows:
//! where the order breaks more than once. A part (B) that was adopted later than what stands before it. What is put between two of them, a title or a few words, ends the list.
//!
//! ## Source
//!
//! The resolutions of the General Assembly, whose lists ascend but for one in a hundred.

use std::ops::Range;

use regex::Regex;

use super::{DependsOn, Edit, Finding, Fix, Rule, RuleContext, RuleGroup, Severity};
use crate::draft::{Citation, CitationKind, NormalizedText};
use crate::language::{Language, PerLanguage};
use crate::symbol::Session;

pub static RULE: Rule = Rule {
    code: "citation-list-order",
    severity: Severity::Hint,
    group: RuleGroup::Pedantic,
    lower_when_adopted: true,
    source: page_of!("citation_list_order.rs"),
    depends_on: DependsOn::Paragraph,
    check,
    messages: MESSAGES,
    traits: &[],
};

crate::messages! {
    "citation-list-order":
    not_ascending(before: symbol, after: symbol) =
        "“{before}” stands before “{after}”, and lists of resolutions ascend. Put them in order.";
    put_in_order() = "Put the list in ascending order";
}

/// The most bytes between two members of a list.
const JOINT: usize = 40;

fn check(context: &RuleContext<'_>, findings: &mut Vec<Finding>) {
    let cited: Vec<&Citation> =
        context.draft.citations.iter().filter(|citation| citation.kind != CitationKind::Document).collect();
    let mut at = 0;
    while at < cited.len() {
        let rest = cited.get(at..).unwrap_or_default();
        let pairs = rest.windows(2).take_while(|pair| matches!(pair, [one, next] if are_joined(context, one, next)));
        let length = pairs.count() + 1;
        let list = rest.get(..length).unwrap_or_default();
        findings.extend(finding(context, list));
        at += length;
    }
}

fn finding(context: &RuleContext<'_>, list: &[&Citation]) -> Option<Finding> {
    let first = list.first()?;
    let comparable = |citation: &&Citation| {
        citation.symbol.organ() == first.symbol.organ()
            && matches!(citation.symbol.session(), Some(Session::Regular(_)) | None)
    };
    if !list.iter().all(comparable) {
        return None;
    }
    let mut falls = list.windows(2).filter(|pair| matches!(pair, [one, next] if falls(one, next)));
    let fall = falls.next()?;
    let [before, after] = fall else { return None };
    if falls.next().is_some() {
        return None;
    }
    let message = not_ascending(before.symbol.short(), after.symbol.short());
    let mut finding = context.finding(&RULE, after.range.clone(), message);
    finding.fix = fix(context, list);
    Some(finding)
}

/// Whether a citation should stand after the next one. A part that was adopted later may follow what came in between.
fn falls(one: &Citation, next: &Citation) -> bool {
    let date = |citation: &Citation| citation.date.as_ref().map(|(date, _)| *date);
    let is_part = next.symbol.letters().is_some() && date(one) < date(next);
    one.symbol > next.symbol && !is_part
}

/// The list in order. A date goes with its number; one for several stays where it is.
fn fix(context: &RuleContext<'_>, list: &[&Citation]) -> Option<Fix> {
    let spans: Vec<Range<usize>> = list.iter().map(|citation| span(context, citation)).collect();
    let dated = |citation: &Citation, span: &Range<usize>| *span != citation.range;
    let own = list.iter().zip(&spans).filter(|(citation, span)| dated(citation, span)).count();
    let same = own == 0 || own == list.len();
    if !same || !spans.windows(2).all(|pair| matches!(pair, [one, next] if one.end <= next.start)) {
        return None;
    }
    let mut order: Vec<usize> = (0..list.len()).collect();
    order.sort_by(|one, other| match (list.get(*one), list.get(*other)) {
        (Some(one), Some(other)) => one.symbol.cmp(&other.symbol),
        _ => std::cmp::Ordering::Equal,
    });
    let text = |at: usize| Some(context.text.get(spans.get(at)?.clone())?.to_owned());
    let edits = spans.iter().zip(&order).enumerate().filter(|(at, (_, from))| *at != **from);
    let edits: Option<Vec<Edit>> =
        edits.map(|(_, (span, from))| Some(Edit { range: span.clone(), text: text(*from)? })).collect();
    Some(Fix { title: put_in_order(), certain: false, edits: edits? })
}

/// A number with the date that is its alone.
fn span(context: &RuleContext<'_>, citation: &Citation) -> Range<usize> {
    let Some((_, date)) = &citation.date else { return citation.range.clone() };
    let shared = context
        .draft
        .citations
        .iter()
        .any(|other| other.range != citation.range && other.date.as_ref().is_some_and(|(_, other)| other == date));
    if shared {
        return citation.range.clone();
    }
    citation.range.start.min(date.start)..citation.range.end.max(date.end)
}

/// Whether nothing but what separates the members of a list stands between two citations.
fn are_joined(context: &RuleContext<'_>, one: &Citation, next: &Citation) -> bool {
    let end = one.date.as_ref().map_or(0, |(_, date)| date.end).max(one.range.end);
    let end = if end > next.range.start { one.range.end } else { end };
    let own = next.date.as_ref().map(|(_, date)| date.start).filter(|start| *start >= end);
    let start = own.map_or(next.range.start, |date| date.min(next.range.start));
    if one.title.is_some() || one.kind != next.kind || start < end || start - end > JOINT {
        return false;
    }
    let Some(between) = context.text.get(end..start).filter(|between| !between.contains("\n\n")) else { return false };
    let language = context.draft.language_at(end);
    joints(language).is_some_and(|joints| joints.is_match(&NormalizedText::of(between, end).text))
}

/// What may stand between two members of a list.
fn joints(language: &Language) -> Option<&'static Regex> {
    static JOINTS: PerLanguage<Option<Regex>> = PerLanguage::new(|language| {
        let citing = language.citing;
        let (joiner, before, after) = (citing.joiner, citing.before_number, citing.after_number);
        // In Chinese and Arabic the joiner is written in one with what stands beside it.
        Regex::new(&format!("^(?:{after})?(?: ?(?:{joiner}))+ ?(?:{before})?$")).ok()
    });
    JOINTS.of(language)?.as_ref()
}

#[cfg(test)]
mod tests {
    use super::super::testing::{expect, fixed};

    #[test]
    fn lists_ascend() {
        expect(
            "citation-list-order",
            "
The General Assembly,

Recalling its resolutions 62/175 of 18 December 2007, 46/152 of 18 December 1991 and 63/195 of 18 December 2008,
                                                      ^^^^^^ “62/175” stands before “46/152”, and lists of resolutions ascend. Put them in order.

Recalling also its resolutions 217 A (III) of 10 December 1948, 46/152 and 62/175 B,

Recalling its resolutions 75/252 and 75/255 of 31 December 2020 and 75/253 B of 16 April 2021,

Recalling further its resolution 62/175 on lamps and its resolution 46/152 on wicks,

Recalling its resolutions 63/1, 62/1, 64/5, 60/7 and 61/1, and Security Council resolution 1325 (2000),

1. Recalls Human Rights Council resolution 7/1, its resolutions S-20/2 and 46/152.
",
        );
    }

    #[test]
    fn in_six_languages() {
        for (draft, mended) in [
            (
                "The General Assembly,\n\nRecalling its resolutions 62/175 and 46/152 of 18 December 2007,\n",
                "46/152 and 62/175 of 18",
            ),
            (
                "L’Assemblée générale,\n\nRappelant ses résolutions 62/175 du 18 décembre 2007 et 46/152 du 18 décembre 1991,\n",
                "46/152 du 18 décembre 1991 et 62/175 du 18 décembre 2007",
            ),
            (
                "La Asamblea General,\n\nRecordando sus resoluciones 62/175, de 18 de diciembre de 2007, y 46/152, de 18 de diciembre de 1991,\n",
                "46/152, de 18 de diciembre de 1991, y 62/175, de 18 de diciembre de 2007,",
            ),
            (
                "Генеральная Ассамблея,\n\nссылаясь на свои резолюции 62/175 от 18 декабря 2007 года и 46/152 от 18 декабря 1991 года,\n",
                "46/152 от 18 декабря 1991 года и 62/175 от",
            ),
            (
                "إن الجمعية العامة،\n\nإذ تشير إلى قراريها 62/175 المؤرخ 18 كانون الأول/ديسمبر 2007 و 46/152 المؤرخ 18 كانون الأول/ديسمبر 1991،\n",
                "46/152 المؤرخ 18 كانون الأول/ديسمبر 1991 و 62/175",
            ),
            (
                "大会，\n\n回顾其2007年12月18日第62/175号和1991年12月18日第46/152号决议，\n",
                "1991年12月18日第46/152号和2007年12月18日第62/175号决议",
            ),
        ] {
            assert!(
                fixed("citation-list-order", draft).contains(mended),
                "{draft}\n{}",
                fixed("citation-list-order", draft)
            );
        }
    }
}

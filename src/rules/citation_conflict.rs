//! # citation-conflict
//!
//! ## What it says
//!
//! A draft gives a resolution or decision the same date wherever it dates it.
//!
//! ## Why
//!
//! Of two dates, one is wrong, and the reader doesn't know which.
//!
//! ## Example
//!
//! ```text
//! Recalling its resolution 92/14 of 3 December 2037,
//!
//! 1. Reaffirms its resolution 92/14 of 13 December 2037;
//! ```
//!
//! Both times it is 3 December.
//!
//! ## Exceptions
//!
//! The parts of a resolution (A, B, C) are adopted on different days; so may one be that is cited without the letter of its
//! part, where your library knows several dates. A date after a list is not held against a member, nor is one of several
//! dates that stand one after the other. Numbers that may be another body's, by their date. Where one of the dates can't be
//! the resolution's, [citation-date](citation-date) says which.
//!
//! ## Source
//!
//! The editorial practice of the United Nations: an instrument is identified by its number and the date of its adoption.

use std::collections::BTreeMap;

use super::support::citation_dates::{contradicted_year, date_fault, is_one_of_several};
use super::support::date_fix::rewrite_date;
use super::support::fix;
use super::{DependsOn, Edit, Finding, Fix, Related, Rule, RuleContext, RuleGroup, Severity};
use crate::draft::{Citation, CitationKind, Date};
use crate::symbol::Symbol;

pub static RULE: Rule = Rule {
    code: "citation-conflict",
    severity: Severity::Error,
    group: RuleGroup::Standard,
    lower_when_adopted: true,
    source: page_of!("citation_conflict.rs"),
    depends_on: DependsOn::Document,
    check,
    messages: MESSAGES,
    traits: &[],
};

crate::messages! {
    "citation-conflict":
    two_dates(symbol: symbol, here: date, elsewhere: date) =
        "“{symbol}” is dated {here} here and {elsewhere} elsewhere in the draft. Check which date is right.";
    dated_here(symbol: symbol, date: date) = "“{symbol}” is dated {date} here.";
}

/// The citations of one instrument by the date that they give it.
type ByDate<'a> = BTreeMap<Date, Vec<&'a Citation>>;

fn check(context: &RuleContext<'_>, findings: &mut Vec<Finding>) {
    for ((_, symbol), dates) in dated(context) {
        if dates.len() < 2 || context.knowledge.facts(symbol).adopted.len() > 1 {
            continue;
        }
        let held = |date: &Date, cited: &Vec<&Citation>| {
            cited.first().is_some_and(|citation| {
                !context.is_another_bodys(symbol, *date)
                    && date.is_possible()
                    && date_fault(context, citation, *date).is_none()
                    && contradicted_year(citation).is_none()
            })
        };
        let dates: ByDate = dates.into_iter().filter(|(date, cited)| held(date, cited)).collect();
        // What is said most often, and of those what is said first, is held to be right.
        let usual = dates
            .iter()
            .max_by_key(|(_, cited)| (cited.len(), cited.first().map(|first| std::cmp::Reverse(first.range.start))));
        let Some((usual, first)) = usual.and_then(|(date, cited)| Some((*date, *cited.first()?))) else { continue };
        for (date, citation) in dates.iter().flat_map(|(date, cited)| cited.iter().map(move |cited| (*date, *cited))) {
            if date == usual {
                continue;
            }
            findings.extend(finding(context, citation, date, first, usual));
        }
    }
}

fn finding(
    context: &RuleContext<'_>,
    citation: &Citation,
    date: Date,
    first: &Citation,
    usual: Date,
) -> Option<Finding> {
    let (_, place) = citation.date.as_ref()?;
    let (_, other) = first.date.as_ref()?;
    let number = citation.symbol.short();
    let mut finding = context.finding(&RULE, place.clone(), two_dates(&*number, date, usual));
    finding.related = vec![Related { range: other.clone(), message: dated_here(number, usual) }];
    let written = context.text.get(place.clone())?;
    finding.fix = rewrite_date(written, date, usual, context.draft.language_at(place.start)).map(|text| Fix {
        title: fix::write_date(usual),
        certain: false,
        edits: vec![Edit { range: place.clone(), text }],
    });
    Some(finding)
}

/// What the draft cites with dates of their own, by the language of the part in which it does: what another language version
/// says is told of as such.
fn dated<'a>(context: &RuleContext<'a>) -> BTreeMap<(&'static str, &'a Symbol), ByDate<'a>> {
    let citations = &context.draft.citations;
    let mut places: BTreeMap<usize, usize> = BTreeMap::new();
    for (_, place) in citations.iter().filter_map(|citation| citation.date.as_ref()) {
        *places.entry(place.start).or_default() += 1;
    }
    let mut dated: BTreeMap<(&'static str, &Symbol), ByDate> = BTreeMap::new();
    for citation in citations {
        if citation.kind == CitationKind::Document || citation.in_masthead {
            continue;
        }
        if let Some((date, place)) = &citation.date
            && places.get(&place.start) == Some(&1)
        {
            let language = context.draft.language_at(citation.range.start).code;
            dated.entry((language, &citation.symbol)).or_default().entry(*date).or_default().push(citation);
        }
    }
    dated.retain(|_, dates| {
        if dates.len() > 1 {
            for cited in dates.values_mut() {
                cited.retain(|citation| {
                    citation.date.as_ref().is_some_and(|(_, place)| !is_one_of_several(context, place))
                });
            }
            dates.retain(|_, cited| !cited.is_empty());
        }
        dates.len() > 1
    });
    dated
}

#[cfg(test)]
mod tests {
    use super::super::testing::expect;

    #[test]
    fn two_dates_of_one_resolution() {
        expect(
            "citation-conflict",
            "
The General Assembly,

Recalling its resolutions 92/14 of 3 December 2037 and 92/15 A of 3 December 2037,

Recalling also its resolutions 92/14 of 13 December 2037 and 92/15 B of 4 April 2038,
                                        ^^^^^^^^^^^^^^^^ “92/14” is dated 13 December 2037 here and 3 December 2037 elsewhere in the draft. Check which date is right.

1. Reaffirms its resolutions 92/14 of 3 December 2037 and 92/16 of 5 December 2037.
",
        );
    }

    #[test]
    fn dates_that_are_told_otherwise_or_shared() {
        expect(
            "citation-conflict",
            "
The General Assembly,

Recalling its resolution 92/14 of 3 December 2037 and Human Rights Council resolution 54/18 of 12 October 2023,

Recalling also its resolution 92/14 of 3 December 2035 and its resolutions 92/14 and 92/18 of 6 December 2037,

Recalling further its resolution 54/18 of 9 November 1999,

1. Decides to light the lamps.
",
        );
    }

    #[test]
    fn in_six_languages() {
        expect(
            "citation-conflict",
            "
L’Assemblée générale,

Rappelant sa résolution 92/14 du 3 décembre 2037,

1. Réaffirme sa résolution 92/14 du 4 décembre 2037.
                                    ^^^^^^^^^^^^^^^ “92/14” is dated 4 December 2037 here and 3 December 2037 elsewhere in the draft. Check which date is right.
",
        );
        expect(
            "citation-conflict",
            "
La Asamblea General,

Recordando su resolución 92/14, de 3 de diciembre de 2037,

1. Reafirma su resolución 92/14, de 4 de diciembre de 2037.
                                    ^^^^^^^^^^^^^^^^^^^^^^ “92/14” is dated 4 December 2037 here and 3 December 2037 elsewhere in the draft. Check which date is right.
",
        );
        expect(
            "citation-conflict",
            "
Генеральная Ассамблея,

ссылаясь на свою резолюцию 92/14 от 3 декабря 2037 года,

1. подтверждает свою резолюцию 92/14 от 4 декабря 2037 года.
                                        ^^^^^^^^^^^^^^^^^^^ “92/14” is dated 4 December 2037 here and 3 December 2037 elsewhere in the draft. Check which date is right.
",
        );
        expect(
            "citation-conflict",
            "
إن الجمعية العامة،

إذ تشير إلى قرارها 92/14 المؤرخ 3 كانون الأول/ديسمبر 2037،

1 - تؤكد من جديد قرارها 92/14 المؤرخ 4 كانون الأول/ديسمبر 2037.
                                     ^^^^^^^^^^^^^^^^^^^^^^^^^ “92/14” is dated 4 December 2037 here and 3 December 2037 elsewhere in the draft. Check which date is right.
",
        );
        expect(
            "citation-conflict",
            "
大会，

回顾其2037年12月3日第92/14号决议，

1. 重申其2037年12月4日第92/14号决议。
      ^^^^^^^^^^ “92/14” is dated 4 December 2037 here and 3 December 2037 elsewhere in the draft. Check which date is right.
",
        );
    }
}

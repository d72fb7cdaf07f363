//! # citation-date
//!
//! ## What it says
//!
//! The date that the draft gives a cited resolution or decision is the day on which it was adopted.
//!
//! ## Why
//!
//! Number and date must lead to the same text. Where they don't, one of them is wrong, and the reader can't tell which.
//!
//! ## Example
//!
//! ```text
//! Recalling its resolution 63/195 of 18 December 2006,
//! ```
//!
//! Session 63 of the General Assembly began in September 2008: it is resolution 63/195 of 18 December 2008.
//!
//! ## Exceptions
//!
//! Where neither your library nor the built-in register has the resolution, only a date is found that
//! lies outside its session or year altogether. A resolution that is cited without the letter of its part may have the
//! date of any part; a date that belongs to several is right when it is that of one of them. A voting table's date alone,
//! or what one or two texts say, is not held against a date within the session; where sources contradict each other, each date
//! is right. Nothing is said of emergency special sessions, which run on for years, nor where the number may
//! be another body's that met at that date. A year that the number itself contradicts, `1325 (2000) of 31 October 2001`, and
//! a date that no calendar has are told by rules of their own. A date that lies within the session and still isn't the resolution's is a
//! warning only.
//!
//! ## Source
//!
//! General Assembly resolution 57/301 and rule 1 of its rules of procedure (sessions of the Assembly); resolution 68/1
//! (the cycle of the Economic and Social Council); the records in your library and in the built-in
//! register.

use std::ops::Range;

use super::support::citation_dates::{
    DateFault, DateSharers, contradicted_year, date_fault, first_day_after, is_one_of_several,
};
use super::support::date_fix::rewrite_date;
use super::support::fix;
use super::{DependsOn, Edit, Finding, Fix, Rule, RuleContext, RuleGroup, Severity};
use crate::draft::citation::sitting;
use crate::draft::{Citation, CitationKind, Date};
use crate::messages::{Argument, Message};
use crate::symbol::{Session, Symbol};

pub static RULE: Rule = Rule {
    code: "citation-date",
    severity: Severity::Error,
    group: RuleGroup::Standard,
    lower_when_adopted: true,
    source: page_of!("citation_date.rs"),
    depends_on: DependsOn::Paragraph,
    check,
    messages: MESSAGES,
    traits: &[],
};

crate::messages! {
    "citation-date":
    adopted_on(symbol: symbol, adopted: or_list, date: date) =
        "“{symbol}” was adopted on {adopted}, not on {date}. Check the number and the date.";
    session_over_years(symbol: symbol, date: date, session: session, first: number, last: number) =
        "“{symbol}” can’t be of {date}: session {session} was held from {first} to {last}. Check the number and the date.";
    session_in_year(symbol: symbol, date: date, year: number) =
        "“{symbol}” can’t be of {date}: its session was held in {year}. Check the number and the date.";
    of_another_year(symbol: symbol, date: date, year: number) =
        "“{symbol}” can’t be of {date}: {year} is its year. Check the number and the date.";
}

fn check(context: &RuleContext<'_>, findings: &mut Vec<Finding>) {
    let mut sharers = None;
    for citation in &context.draft.citations {
        let Some((date, place)) = &citation.date else { continue };
        // Some slips have rules of their own, which tell better what is wrong.
        let elsewhere = || {
            first_day_after(context, citation).is_some() || contradicted_year(citation).is_some() || !date.is_possible()
        };
        if citation.kind == CitationKind::Document || elsewhere() {
            continue;
        }
        let Some(fault) = date_fault(context, citation, *date) else { continue };
        let sharers = sharers.get_or_insert_with(|| DateSharers::of(&context.draft.citations));
        let is_wrong = |other: &Citation| date_fault(context, other, *date).is_some();
        let Some(shared) = sharers.is_told_with(citation, is_wrong) else { continue };
        if is_one_of_several(context, place) {
            continue;
        }
        let mut finding = context.finding(&RULE, place.clone(), message(&fault, &citation.symbol, *date));
        let outside = sitting(&citation.symbol).is_some_and(|days| !days.contains(date));
        if !outside {
            finding.severity = finding.severity.lower();
        }
        if !shared {
            finding.fix = fix(context, &fault, *date, place.clone());
        }
        findings.push(finding);
    }
}

fn fix(context: &RuleContext<'_>, fault: &DateFault, date: Date, place: Range<usize>) -> Option<Fix> {
    let language = context.draft.language_at(place.start);
    let meant = fault.meant(date)?;
    let written = context.text.get(place.clone())?;
    let text = rewrite_date(written, date, meant, language)?;
    let slips = [date.year != meant.year, date.month != meant.month, date.day != meant.day];
    Some(Fix {
        title: fix::write_date(meant),
        // Otherwise the number may be the slip.
        certain: matches!(fault, DateFault::Adopted(_)) && slips.iter().filter(|slip| **slip).count() == 1,
        edits: vec![Edit { range: place, text }],
    })
}

/// What is told of a date that cannot be that of an instrument.
fn message(fault: &DateFault, symbol: &Symbol, date: Date) -> Message {
    let number = symbol.short();
    match fault {
        DateFault::Adopted(dates) => {
            adopted_on(number, dates.iter().map(|date| Argument::Date((*date).into())).collect(), date)
        }
        DateFault::Sitting(days) => {
            let (first, last) = (days.start(), days.end());
            match symbol.session() {
                Some(Session::Regular(session)) if first.year != last.year => {
                    session_over_years(number, date, session, first.year, last.year)
                }
                Some(_) => session_in_year(number, date, first.year),
                None => of_another_year(number, date, symbol.year().unwrap_or(first.year)),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{expect, fixed};

    #[test]
    fn outside_the_session_or_the_year() {
        expect(
            "citation-date",
            "
The General Assembly,

Recalling its resolution 63/195 of 18 December 2006 and Security Council resolution 1325 (2000) of 30 October 2000,
                                   ^^^^^^^^^^^^^^^^ “63/195” can’t be of 18 December 2006: session 63 was held from 2008 to 2009. Check the number and the date.
                                                                                                   ^^^^^^^^^^^^^^^ “1325 (2000)” was adopted on 31 October 2000, not on 30 October 2000. Check the number and the date.

1. Decides to light the lamps.
",
        );
    }

    #[test]
    fn within_the_session() {
        expect(
            "citation-date",
            "
The General Assembly,

Recalling its resolutions 63/195 of 18 December 2008, 73/347 of 16 September 2019 and 55/2 of 8 September 2000,

Recalling also its resolution ES-10/22 of 12 December 2023, and resolution 54/18 of 12 October 2023,

1. Decides to light the lamps.
",
        );
    }

    #[test]
    fn everybodys_instruments_have_their_day() {
        expect(
            "citation-date",
            "
The General Assembly,

Recalling its resolution 70/1 of 25 October 2015 and its resolution 60/1 of 16 September 2005,
                                 ^^^^^^^^^^^^^^^ “70/1” was adopted on 25 September 2015, not on 25 October 2015. Check the number and the date.

1. Decides to light the lamps.
",
        );
    }

    #[test]
    fn the_mend_is_in_the_drafts_language() {
        for (draft, mended) in [
            (
                "The General Assembly,\n\nRecalling its resolution 70/1 of 25\u{a0}October 2015,\n",
                "25\u{a0}September 2015",
            ),
            (
                "L’Assemblée générale,\n\nRappelant sa résolution 70/1 du 25\u{a0}octobre 2015,\n",
                "25\u{a0}septembre 2015",
            ),
            (
                "La Asamblea General,\n\nRecordando su resolución 70/1, de 25 de octubre de 2015,\n",
                "25 de septiembre de 2015",
            ),
            (
                "Генеральная Ассамблея,\n\nссылаясь на свою резолюцию 70/1 от 25 октября 2015 года,\n",
                "25 сентября 2015 года",
            ),
            (
                "إن الجمعية العامة،\n\nإذ تشير إلى قرارها 70/1 المؤرخ 25 تشرين الأول/أكتوبر 2015،\n",
                "25 أيلول/سبتمبر 2015",
            ),
            ("大会，\n\n回顾其2015年10月25日第70/1号决议，\n", "2015年9月25日"),
        ] {
            assert!(fixed("citation-date", draft).contains(mended), "{draft}");
        }
    }
}

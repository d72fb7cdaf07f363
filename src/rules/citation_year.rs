//! # citation-year
//!
//! ## What it says
//!
//! The year in brackets after the number of a Security Council resolution is the year of the date that the draft gives it.
//!
//! ## Why
//!
//! The year is part of the number. Where the date says another one, the reader doesn't know which resolution is meant.
//!
//! ## Example
//!
//! ```text
//! Recalling Security Council resolution 1325 (2000) of 31 October 2001,
//! ```
//!
//! Resolution 1325 (2000) is of 31 October 2000.
//!
//! ## Exceptions
//!
//! Resolutions that are cited without a date. A date after a list that is right for one of its members, and dates that
//! stand one after the other behind several numbers. Where the year in brackets itself can't be that of the number,
//! [symbol-year](symbol-year) says so.
//!
//! ## Source
//!
//! The Security Council's own resolutions; Dag Hammarskjöld Library, United Nations document symbols.

use super::support::citation_dates::{DateSharers, contradicted_year, is_one_of_several};
use super::support::date_fix::rewrite_date;
use super::support::fix;
use super::{DependsOn, Edit, Finding, Fix, Rule, RuleContext, RuleGroup, Severity, symbol_year};
use crate::draft::{Citation, Date};

pub static RULE: Rule = Rule {
    code: "citation-year",
    severity: Severity::Error,
    group: RuleGroup::Standard,
    lower_when_adopted: true,
    source: page_of!("citation_year.rs"),
    depends_on: DependsOn::Paragraph,
    check,
    messages: MESSAGES,
    traits: &[],
};

crate::messages! {
    "citation-year":
    of_another_year(symbol: symbol, year: number, date: date) =
        "“{symbol}” is of {year}, and the date beside it is {date}. Check the number and the date.";
}

fn check(context: &RuleContext<'_>, findings: &mut Vec<Finding>) {
    let mut sharers = None;
    for citation in &context.draft.citations {
        let Some((date, place)) = &citation.date else { continue };
        let Some(year) = contradicted_year(citation) else { continue };
        if symbol_year::wrong(&citation.symbol).is_some() || is_one_of_several(context, place) {
            continue;
        }
        let sharers = sharers.get_or_insert_with(|| DateSharers::of(&context.draft.citations));
        let Some(shared) = sharers.is_told_with(citation, |other| contradicted_year(other).is_some()) else { continue };
        let number = citation.symbol.short();
        let mut finding = context.finding(&RULE, place.clone(), of_another_year(number, year, *date));
        if !shared {
            finding.fix = fix(context, citation, Date { year, ..*date });
        }
        findings.push(finding);
    }
}

fn fix(context: &RuleContext<'_>, citation: &Citation, same_day: Date) -> Option<Fix> {
    let (date, place) = citation.date.as_ref()?;
    let facts = context.knowledge.facts(&citation.symbol);
    let meant = match facts.adopted.as_slice() {
        [] => same_day,
        [only] => *only,
        _ => return None,
    };
    let written = context.text.get(place.clone())?;
    let text = rewrite_date(written, *date, meant, context.draft.language_at(place.start))?;
    meant.is_possible().then(|| Fix {
        title: fix::write_date(meant),
        // Otherwise the number may be the slip.
        certain: facts.adopted == [same_day],
        edits: vec![Edit { range: place.clone(), text }],
    })
}

#[cfg(test)]
mod tests {
    use super::super::testing::{expect, fixed};

    #[test]
    fn the_date_says_another_year_than_the_number() {
        expect(
            "citation-year",
            "
The General Assembly,

Recalling Security Council resolutions 1325 (2000) of 31 October 2001 and 1820 (2008) of 19 June 2008,
                                                      ^^^^^^^^^^^^^^^ “1325 (2000)” is of 2000, and the date beside it is 31 October 2001. Check the number and the date.

Recalling also Security Council resolutions 237 (1967) and 259 (1968), of 14 June 1967 and 27 September 1968,

Recalling further Security Council resolutions 242 (1967) and 338 (1973) of 22 October 1973, and 1888 (2009),

1. Decides to light the lamps.
",
        );
    }

    #[test]
    fn where_the_year_in_brackets_is_wrong_another_rule_says_so() {
        for code in ["citation-year", "citation-date"] {
            expect(
                code,
                "The General Assembly,\n\nRecalling Security Council resolution 1325 (2001) of 31 October 2000,\n",
            );
        }
        let draft = "The General Assembly,\n\nRecalling Security Council resolution 1325 (2000) of 31 October 2001,\n";
        expect("citation-date", draft);
    }

    #[test]
    fn in_six_languages() {
        for (draft, mended) in [
            (
                "The General Assembly,\n\nRecalling Security Council resolution 1820 (2008) of 19\u{a0}June 2009,\n",
                "19\u{a0}June 2008",
            ),
            (
                "L’Assemblée générale,\n\nRappelant la résolution 1820 (2008) du Conseil de sécurité en date du 19 juin 2009,\n",
                "19 juin 2008",
            ),
            (
                "La Asamblea General,\n\nRecordando la resolución 1820 (2008) del Consejo de Seguridad, de 19 de junio de 2009,\n",
                "19 de junio de 2008",
            ),
            (
                "Генеральная Ассамблея,\n\nссылаясь на резолюцию 1820 (2008) Совета Безопасности от 19 июня 2009 года,\n",
                "19 июня 2008 года",
            ),
            (
                "إن الجمعية العامة،\n\nإذ تشير إلى قرار مجلس الأمن 1820 (2008) المؤرخ 19 حزيران/يونيه 2009،\n",
                "19 حزيران/يونيه 2008",
            ),
            ("大会，\n\n回顾安全理事会2009年6月19日第1820（2008）号决议，\n", "2008年6月19日"),
        ] {
            assert!(fixed("citation-year", draft).contains(mended), "{draft}");
        }
    }
}

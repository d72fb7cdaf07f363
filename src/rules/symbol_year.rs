//! # symbol-year
//!
//! ## What it says
//!
//! The year in brackets is the year in which the Security Council adopted the resolution with that number.
//!
//! ## Why
//!
//! The Council numbers its resolutions through, so that a number belongs to one year. With another year the symbol leads
//! nowhere.
//!
//! ## Example
//!
//! ```text
//! Recalling Security Council resolution 1325 (2001),
//! ```
//!
//! Resolution 1325 is of 2000: `1325 (2000)`.
//!
//! ## Exceptions
//!
//! Years after 2024, unless the number belongs to an earlier one. Where number and year are only one resolution apart,
//! at the turn of a year, it is a hint.
//!
//! ## Source
//!
//! The Security Council's own resolutions, by number and year, as the Dag Hammarskjöld Library lists them.

use std::ops::Range;

use super::{DependsOn, Edit, Finding, Fix, Rule, RuleContext, RuleGroup, RuleTrait, Severity};
use crate::draft::Citation;
use crate::messages::Message;
use crate::symbol::{Organ, Symbol, SymbolPart, council_numbers, council_year};

pub static RULE: Rule = Rule {
    code: "symbol-year",
    severity: Severity::Warning,
    group: RuleGroup::Standard,
    lower_when_adopted: true,
    source: page_of!("symbol_year.rs"),
    depends_on: DependsOn::Paragraph,
    check,
    messages: MESSAGES,
    traits: &[RuleTrait::AboutWords],
};

crate::messages! {
    "symbol-year":
    not_of_year(number: number, year: number) =
        "Security Council resolution {number} is not of {year}. Check the number and the year.";
    not_of_year_of_others(number: number, year: number, first: number, last: number) =
        "Security Council resolution {number} is not of {year}, and those of {year} are {first} to {last}. Check the \
         number and the year.";
    of_its_year(number: number, meant: number, year: number) =
        "Security Council resolution {number} is of {meant}, not of {year}. Check the number and the year.";
    of_its_year_beside_others(number: number, meant: number, year: number, first: number, last: number) =
        "Security Council resolution {number} is of {meant}, not of {year}, and those of {year} are {first} to {last}. \
         Check the number and the year.";
    write_number(number: number, year: number) = "Write {number} ({year})";
}

/// A number of the Security Council in a year that isn't its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct YearMismatch {
    pub number: u32,
    pub year: u16,
    /// The number's own year, if it has one.
    pub meant: Option<u16>,
}

fn check(context: &RuleContext<'_>, findings: &mut Vec<Finding>) {
    for citation in &context.draft.citations {
        let Some(wrong) = wrong(&citation.symbol) else { continue };
        // Of a misspelt symbol, the spelling is told.
        if context.draft.malformed.iter().any(|malformed| malformed.range == citation.range) {
            continue;
        }
        let mut finding = context.finding(&RULE, citation.range.clone(), wrong.message());
        if wrong.is_at_the_turn() {
            finding.severity = Severity::Hint;
        }
        finding.fix = fix(context, citation, wrong);
        findings.push(finding);
    }
}

/// What is wrong with the year of a Security Council resolution, if it isn't that of its number.
pub(super) fn wrong(symbol: &Symbol) -> Option<YearMismatch> {
    if symbol.organ() != Some(Organ::SecurityCouncil) || !symbol.is_resolution() {
        return None;
    }
    let year = symbol.year()?;
    let number = symbol.parts().into_iter().find_map(|part| match part {
        SymbolPart::Number(number) => Some(number),
        _ => None,
    })?;
    let meant = council_year(number);
    let right = match meant {
        Some(meant) => meant == year,
        None => council_numbers(year).is_none(),
    };
    (!right).then_some(YearMismatch { number, year, meant })
}

impl YearMismatch {
    fn message(self) -> Message {
        let YearMismatch { number, year, meant } = self;
        let numbers = council_numbers(year).map(|numbers| (*numbers.start(), *numbers.end()));
        match (meant, numbers) {
            (Some(meant), Some((first, last))) => of_its_year_beside_others(number, meant, year, first, last),
            (Some(meant), None) => of_its_year(number, meant, year),
            (None, Some((first, last))) => not_of_year_of_others(number, year, first, last),
            (None, None) => not_of_year(number, year),
        }
    }

    /// Whether the number beside it is of that year.
    fn is_at_the_turn(self) -> bool {
        [self.number.saturating_sub(1), self.number + 1]
            .into_iter()
            .any(|beside| council_year(beside) == Some(self.year))
    }
}

fn fix(context: &RuleContext<'_>, citation: &Citation, wrong: YearMismatch) -> Option<Fix> {
    let meant = wrong.meant?;
    let dated = citation.date.as_ref().map(|(date, _)| date.year);
    // With a third year beside it, nobody knows.
    if dated.is_some_and(|year| year != meant) {
        return None;
    }
    let range = year_in(context.text, citation.range.clone(), wrong.year)?;
    Some(Fix {
        title: write_number(wrong.number, meant),
        // Otherwise the number may be the slip.
        certain: dated == Some(meant),
        edits: vec![Edit { range, text: meant.to_string() }],
    })
}

/// Where the year stands in a number as it is written.
fn year_in(text: &str, range: Range<usize>, year: u16) -> Option<Range<usize>> {
    let year = year.to_string();
    let at = range.start + text.get(range)?.rfind(&year)?;
    Some(at..at + year.len())
}

#[cfg(test)]
mod tests {
    use super::super::testing::{expect, fixed};

    #[test]
    fn a_number_of_another_year() {
        expect(
            "symbol-year",
            "
The General Assembly,

Recalling Security Council resolutions 1325 (2001) of 31 October 2000 and 1820 (2008) of 19 June 2008,
                                       ^^^^^^^^^^^ Security Council resolution 1325 is of 2000, not of 2001, and those of 2001 are 1335 to 1386. Check the number and the year.

Recalling also S/RES/3325 (2000), S/RES/1325 (2000), 3325 (2035) and S/RES/1334 (2001),
               ^^^^^^^^^^^^^^^^^ Security Council resolution 3325 is not of 2000, and those of 2000 are 1285 to 1334. Check the number and the year.
                                                                     ^^^^^^^^^^^^^^^^^ Security Council resolution 1334 is of 2000, not of 2001, and those of 2001 are 1335 to 1386. Check the number and the year.

1. Decides to light the lamps.
",
        );
    }

    #[test]
    fn in_six_languages() {
        for draft in [
            "The General Assembly,\n\nRecalling Security Council resolution 1820 (2007) of 19 June 2008,\n",
            "L’Assemblée générale,\n\nRappelant la résolution 1820 (2007) du Conseil de sécurité en date du 19 juin 2008,\n",
            "La Asamblea General,\n\nRecordando la resolución 1820 (2007) del Consejo de Seguridad, de 19 de junio de 2008,\n",
            "Генеральная Ассамблея,\n\nссылаясь на резолюцию 1820 (2007) Совета Безопасности от 19 июня 2008 года,\n",
            "إن الجمعية العامة،\n\nإذ تشير إلى قرار مجلس الأمن 1820 (2007) المؤرخ 19 حزيران/يونيه 2008،\n",
            "大会，\n\n回顾安全理事会2008年6月19日第1820（2007）号决议，\n",
        ] {
            assert_eq!(fixed("symbol-year", draft), draft.replace("2007", "2008"));
        }
    }
}

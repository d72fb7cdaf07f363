//! # symbol-implausible
//!
//! ## What it says
//!
//! Session, year and number of a symbol go together as the body has had them.
//!
//! ## Why
//!
//! A symbol that is well written and that no document has had leads nowhere. It is mostly a figure too many, or two that
//! have changed places.
//!
//! ## Example
//!
//! ```text
//! Recalling its resolution A/RES/77/1165,
//! ```
//!
//! No session of the General Assembly has adopted so many resolutions: A/RES/77/165.
//!
//! ## Exceptions
//!
//! Whatever [symbol-malformed](symbol-malformed), [symbol-year](symbol-year) and [citation-kind](citation-kind) say. Numbers
//! that your library denies ([citation-unknown](citation-unknown)). The bounds leave room: 400 resolutions of a session of
//! the General Assembly, where 347 is the most there has been, and so on.
//!
//! ## Source
//!
//! The resolutions of the General Assembly by session, of the Economic and Social Council by year and of the Human Rights
//! Council by session; Dag Hammarskjöld Library, United Nations document symbols.

use super::{DependsOn, Finding, Rule, RuleContext, RuleGroup, RuleTrait, Severity, citation_kind};
use crate::draft::CitationKind;
use crate::messages::Message;
use crate::script::in_roman;
use crate::symbol::{DocumentNature, Organ, Session, Symbol, SymbolPart, session_of};

pub static RULE: Rule = Rule {
    code: "symbol-implausible",
    severity: Severity::Error,
    group: RuleGroup::Standard,
    lower_when_adopted: true,
    source: page_of!("symbol_implausible.rs"),
    depends_on: DependsOn::Paragraph,
    check,
    messages: MESSAGES,
    traits: &[RuleTrait::AboutWords],
};

crate::messages! {
    "symbol-implausible":
    resolutions_of_session(symbol: symbol, most: number) =
        "“{symbol}” can hardly be right: no session has had more resolutions than {most}. Check the number.";
    numbers_of_decisions(symbol: symbol, most: number) =
        "“{symbol}” can hardly be right: decisions have had no numbers beyond {most}. Check the number.";
    first_decisions(symbol: symbol) =
        "“{symbol}” can hardly be right: the numbers of decisions begin at 301 or 401. Check the number.";
    resolutions_of_special_session(symbol: symbol, most: number) =
        "“{symbol}” can hardly be right: no special session has had more resolutions than {most}. Check the number.";
    last_roman_session(symbol: symbol, session: label) =
        "“{symbol}” can hardly be right: the last session with a Roman numeral was {session}. Check the number.";
    last_numbered_through(symbol: symbol, most: number) =
        "“{symbol}” can hardly be right: the last resolution that was numbered through was {most}. Check the number.";
    resolutions_of_year(symbol: symbol, most: number) =
        "“{symbol}” can hardly be right: the numbers of a year’s resolutions don’t go beyond {most}. Check the number.";
    resolutions_of_council_session(symbol: symbol, most: number) =
        "“{symbol}” can hardly be right: the numbers of a session’s resolutions don’t go beyond {most}. Check the number.";
    statements_of_year(symbol: symbol, most: number) =
        "“{symbol}” can hardly be right: the numbers of a year’s statements don’t go beyond {most}. Check the number.";
    meetings_of_session(symbol: symbol, most: number) =
        "“{symbol}” can hardly be right: no session has had more plenary meetings than {most}. Check the number.";
    last_in_brackets(symbol: symbol, last: number) =
        "“{symbol}” can hardly be right: the last resolution with its session in brackets was {last} (XXX). Check the number.";
    of_other_session(symbol: symbol, number: number, session: label) =
        "“{symbol}” can hardly be right: resolution {number} is of session {session}. Check the number.";
}

/// The most resolutions that a session of the General Assembly may have: the most it has had are 347.
const OF_A_SESSION: u32 = 400;
/// Decisions of the General Assembly have the numbers from 301 or 401 on, and not many more than a hundred of either series.
const DECISIONS_OF_A_SESSION: u32 = 699;
/// A special session had a dozen at most, an emergency special session less than thirty until now.
const OF_A_SPECIAL_SESSION: u32 = 99;
/// The last of the General Assembly's resolutions that were numbered through.
const LAST_NUMBERED_THROUGH: u32 = 3541;
/// The last session of the Economic and Social Council with a Roman numeral, and the last resolution and decision in it.
const COUNCIL_NUMBERED_THROUGH: (u16, u32) = (63, 2130);
/// The most resolutions that a year of the Economic and Social Council may have; its decisions begin at 101 or 201.
const OF_A_YEAR: u32 = 150;
/// The most resolutions that a session of the Human Rights Council may have; its decisions begin at 101.
const OF_THE_RIGHTS_COUNCIL: u32 = 100;
/// The most plenary meetings of a session.
const MEETINGS: u32 = 150;
/// The most presidential statements of a year.
const STATEMENTS: u32 = 150;

fn check(context: &RuleContext<'_>, findings: &mut Vec<Finding>) {
    for citation in &context.draft.citations {
        let bare = citation.kind != CitationKind::Document;
        let Some(message) = implausible(&citation.symbol, bare) else { continue };
        if citation_kind::is_doubtful(context, citation) || context.knowledge.facts(&citation.symbol).denial.is_some() {
            continue;
        }
        // Of a misspelt symbol, the spelling is told first.
        if context.draft.malformed.iter().any(|malformed| malformed.range == citation.range) {
            continue;
        }
        findings.push(context.finding(&RULE, citation.range.clone(), message));
    }
}

/// Why there can't be such a document. A bare number (`63/195`) may be a body's that the draft doesn't name, which numbers
/// its resolutions otherwise.
fn implausible(symbol: &Symbol, bare: bool) -> Option<Message> {
    let is_usual = matches!(symbol.assembly_resolution(), Some((31.., ..=OF_A_SESSION)));
    if is_usual || symbol.is_joint() {
        return None;
    }
    let parts = symbol.parts();
    let number = parts.iter().find_map(|part| match part {
        SymbolPart::Number(number) => Some(*number),
        _ => None,
    })?;
    let nature = parts.iter().find_map(|part| match part {
        SymbolPart::Nature(nature) => Some(*nature),
        _ => None,
    })?;
    if parts.iter().any(|part| matches!(part, SymbolPart::Body { .. } | SymbolPart::Modification { .. })) {
        return None;
    }
    let beyond =
        |most: u32, says: fn(String, u32) -> Message| (number > most).then(|| says(symbol.short().into_owned(), most));
    match (symbol.organ()?, nature, symbol.session(), symbol.year()) {
        (Organ::GeneralAssembly, DocumentNature::Resolution, Some(Session::Regular(session)), _) if session > 30 => {
            beyond(OF_A_SESSION, resolutions_of_session)
        }
        (Organ::GeneralAssembly, DocumentNature::Decision, Some(Session::Regular(session)), _) if session > 30 => {
            beyond(DECISIONS_OF_A_SESSION, numbers_of_decisions)
                .or_else(|| (!bare && number < 301).then(|| first_decisions(symbol.short())))
        }
        (
            Organ::GeneralAssembly,
            DocumentNature::Resolution,
            Some(Session::Special(8..) | Session::EmergencySpecial(6..)),
            _,
        ) => beyond(OF_A_SPECIAL_SESSION, resolutions_of_special_session),
        (Organ::GeneralAssembly, DocumentNature::Resolution, Some(Session::Regular(session)), _) if !bare => {
            old(symbol, number, session)
        }
        (Organ::EconomicAndSocialCouncil, DocumentNature::Resolution, Some(Session::Regular(session)), None)
            if !bare =>
        {
            let (last, highest) = COUNCIL_NUMBERED_THROUGH;
            let numeral = in_roman(last.into()).unwrap_or_default();
            (session > last)
                .then(|| last_roman_session(symbol.short(), numeral))
                .or_else(|| beyond(highest, last_numbered_through))
        }
        (Organ::EconomicAndSocialCouncil, DocumentNature::Resolution, None, Some(_)) => {
            beyond(OF_A_YEAR, resolutions_of_year)
        }
        (Organ::HumanRightsCouncil, DocumentNature::Resolution, Some(Session::Regular(_)), _) => {
            beyond(OF_THE_RIGHTS_COUNCIL, resolutions_of_council_session)
        }
        (Organ::SecurityCouncil, DocumentNature::PresidentialStatement, _, Some(_)) => {
            beyond(STATEMENTS, statements_of_year)
        }
        (Organ::GeneralAssembly, DocumentNature::VerbatimRecord, Some(Session::Regular(session)), _)
            if session > 30 =>
        {
            beyond(MEETINGS, meetings_of_session)
        }
        _ => None,
    }
}

/// A resolution of the first thirty sessions, which were numbered through.
fn old(symbol: &Symbol, number: u32, session: u16) -> Option<Message> {
    if number > LAST_NUMBERED_THROUGH {
        return Some(last_in_brackets(symbol.short(), LAST_NUMBERED_THROUGH));
    }
    let of = session_of(number).filter(|of| *of != u32::from(session))?;
    Some(of_other_session(symbol.short(), number, in_roman(of)?))
}

#[cfg(test)]
mod tests {
    use super::super::testing::expect;

    #[test]
    fn numbers_that_no_body_has_had() {
        expect(
            "symbol-implausible",
            "
The General Assembly,

Recalling A/RES/77/1165, A/RES/1514 (XXV), its resolution 77/965 and A/RES/S-20/2,
          ^^^^^^^^^^^^^ “77/1165” can hardly be right: no session has had more resolutions than 400. Check the number.
                         ^^^^^^^^^^^^^^^^ “1514 (XXV)” can hardly be right: resolution 1514 is of session XV. Check the number.
                                                          ^^^^^^ “77/965” can hardly be right: no session has had more resolutions than 400. Check the number.

Recalling also E/RES/2007/1200, Economic and Social Council resolution 2007/253, A/HRC/RES/43/321 and S/PRST/2013/211,
               ^^^^^^^^^^^^^^^ “2007/1200” can hardly be right: the numbers of a year’s resolutions don’t go beyond 150. Check the number.
                                                                       ^^^^^^^^ “2007/253” can hardly be right: the numbers of a year’s resolutions don’t go beyond 150. Check the number.
                                                                                 ^^^^^^^^^^^^^^^^ “43/321” can hardly be right: the numbers of a session’s resolutions don’t go beyond 100. Check the number.
                                                                                                      ^^^^^^^^^^^^^^^ “S/PRST/2013/211” can hardly be right: the numbers of a year’s statements don’t go beyond 150. Check the number.

1. Takes note of A/77/PV.511, A/77/PV.51, A/DEC/77/195 and A/DEC/77/539.
                 ^^^^^^^^^^^ “A/77/PV.511” can hardly be right: no session has had more plenary meetings than 150. Check the number.
                                          ^^^^^^^^^^^^ “77/195” can hardly be right: the numbers of decisions begin at 301 or 401. Check the number.
",
        );
    }

    #[test]
    fn what_may_be() {
        expect(
            "symbol-implausible",
            "
The General Assembly,

Recalling A/RES/73/347, A/RES/217 A (III), A/RES/ES-10/22, E/RES/2007/12, A/HRC/RES/7/1, A/HRC/DEC/51/101, S/PRST/2013/2,

Recalling also its resolutions 1514 (XV) and 574 (XXVII), resolution 36/2205 of the Conference and A/67/828-S/2013/210,

1. Takes note of A/68/PV.70, A/C.3/68/SR.50, S/PV.7813, A/68/970 and A/AC.105/1137.
",
        );
    }
}

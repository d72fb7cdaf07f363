//! # symbol-malformed
//!
//! ## What it says
//!
//! A document symbol is written as its series prescribes: components in their order, parted by slashes,
//! without spaces, in capitals but for words such as Rev., Add. and Corr. The committee, the session and the
//! year in it are some that the organ has had.
//!
//! ## Why
//!
//! A symbol is an address. With a slip in it nobody finds the document, and a search in the official records
//! finds nothing.
//!
//! ## Example
//!
//! ```text
//! Taking note of the report of the Secretary-General (A\92\85/Add1),
//! ```
//!
//! The symbol is A/92/85/Add.1.
//!
//! ## Exceptions
//!
//! Symbols of other organizations, series whose tokens are not known, mixed case where the series has it
//! (Res., Sub., Rev., Vol.), blanks that a draft leaves open, web addresses, and whatever only looks like a
//! symbol: and/or, 24/7, dates, fractions, national laws.
//!
//! ## Source
//!
//! Dag Hammarskjöld Library, United Nations document symbols; UNBIS Reference Manual, document series symbol.

use super::support::fix;
use super::{DependsOn, Edit, Finding, Fix, Rule, RuleContext, RuleGroup, RuleTrait, Severity};
use crate::symbol::Fault;

pub static RULE: Rule = Rule {
    code: "symbol-malformed",
    severity: Severity::Error,
    group: RuleGroup::Standard,
    lower_when_adopted: true,
    source: page_of!("symbol_malformed.rs"),
    depends_on: DependsOn::Paragraph,
    check,
    messages: MESSAGES,
    traits: &[RuleTrait::AboutWords],
};

crate::messages! {
    "symbol-malformed":
    misspelt(written: quote, fault: message, meant: symbol) =
        "“{written}” is not written as a document symbol: {fault}. Write {meant}.";
    misspelt_beyond_guess(written: quote, fault: message) =
        "“{written}” is not written as a document symbol: {fault}. Check it against the document.";
    impossible(written: quote, fault: message, meant: symbol) =
        "“{written}” can’t be a document symbol: {fault}. Write {meant}.";
    impossible_beyond_guess(written: quote, fault: message) =
        "“{written}” can’t be a document symbol: {fault}. Check it against the document.";
}

fn check(context: &RuleContext<'_>, findings: &mut Vec<Finding>) {
    for found in &context.draft.malformed {
        let written = context.text.get(found.range.clone()).unwrap_or("");
        let fault = &found.malformed.fault;
        let written = one_line(written);
        let message = match (fault.is_spelling(), &found.malformed.meant) {
            (true, Some(meant)) => misspelt(written, fault.clause(), meant),
            (true, None) => misspelt_beyond_guess(written, fault.clause()),
            (false, Some(meant)) => impossible(written, fault.clause(), meant),
            (false, None) => impossible_beyond_guess(written, fault.clause()),
        };
        let mut finding = context.finding(&RULE, found.range.clone(), message);
        // A slip of the keyboard, after whose mend the symbol is certain, is a lesser fault.
        if typographic(fault) && finding.severity == Severity::Error {
            finding.severity = Severity::Warning;
        }
        finding.fix = found.malformed.meant.as_ref().map(|meant| Fix {
            title: fix::write_symbol(meant),
            certain: true,
            edits: vec![Edit { range: found.range.clone(), text: meant.to_string() }],
        });
        findings.push(finding);
    }
}

fn one_line(written: &str) -> String {
    written.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Spaces, slashes and look-alikes.
fn typographic(fault: &Fault) -> bool {
    matches!(
        fault,
        Fault::Backslash
            | Fault::MissingSlash
            | Fault::DoubledSlash
            | Fault::FullWidth
            | Fault::LookAlike { .. }
            | Fault::OtherSlash(_)
            | Fault::Dash(_)
            | Fault::MissingHyphen(_)
            | Fault::Space
    )
}

#[cfg(test)]
mod tests {
    use super::super::testing::expect;

    #[test]
    fn every_fault_in_plain_words() {
        expect(
            "symbol-malformed",
            r"
The General Assembly,

Recalling its resolution A/Res/92/14 and the draft of the Committee (A/C3/92/L.5),
                         ^^^^^^^^^^^ “A/Res/92/14” is not written as a document symbol: “Res” should be “RES”. Write A/RES/92/14.
                                                                     ^^^^^^^^^^^ “A/C3/92/L.5” is not written as a document symbol: the full stop after “C” is missing. Write A/C.3/92/L.5.

Recalling also the reports on harbours (A/92/85/Corr,1) and on lighthouses (A/C.9/92/L.5),
                                        ^^^^^^^^^^^^^^ “A/92/85/Corr,1” is not written as a document symbol: “,” stands where the full stop after “Corr” belongs. Write A/92/85/Corr.1.
                                                                            ^^^^^^^^^^^^ “A/C.9/92/L.5” can’t be a document symbol: there is no Main Committee with the number 9, they are C.1 to C.6. Check it against the document.

Recalling further the declaration in A/RES/1514 (XVV) and E/RES/1938/3,
                                     ^^^^^^^^^^^^^^^^ “A/RES/1514 (XVV)” can’t be a document symbol: “XVV” is no Roman numeral. Write A/RES/1514 (XV).
                                                          ^^^^^^^^^^^^ “E/RES/1938/3” can’t be a document symbol: 1938 can’t be the year, such symbols begin in 1978. Check it against the document.

Recalling finally A/RES/163/195, S/RES/1325 and A/92/85/Rev.l,
                  ^^^^^^^^^^^^^ “A/RES/163/195” can’t be a document symbol: there has been no session 163. Check it against the document.
                                 ^^^^^^^^^^ “S/RES/1325” is not written as a document symbol: the year belongs after the number, in round brackets. Write S/RES/1325 (2000).
                                                ^^^^^^^^^^^^^ “A/92/85/Rev.l” is not written as a document symbol: the letter “l” stands where a digit belongs. Write A/92/85/Rev.1.

1. Takes note of A/92/L.___ and of A/92/31/Rev.1.
",
        );
    }

    #[test]
    fn slips() {
        expect(
            "symbol-malformed",
            r"
The General Assembly,

Taking note of the report of the Secretary-General (A\92\85),
                                                    ^^^^^^^ “A\92\85” is not written as a document symbol: a backslash (\) stands where a slash (/) belongs. Write A/92/85.

1. Takes note of the report of the Committee (A/92/31/Rev.1) and of the rate and/or the sum of 24/7.
",
        );
    }
}

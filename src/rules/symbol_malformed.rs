//! # symbol-malformed
//!
//! ## What it says
//!
//! A document symbol is written as its series prescribes: components in their order, parted by slashes,
//! without spaces, in capitals but for words such as Rev., Add. and Corr.
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

use super::{Context, Edit, Finding, Fix, Rule, Severity};
use crate::symbol::Fault;

pub static RULE: Rule = Rule {
    code: "symbol-malformed",
    severity: Severity::Error,
    lower_when_adopted: true,
    source: include_str!("symbol_malformed.rs"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for found in &context.draft.malformed {
        let written = context.text.get(found.range.clone()).unwrap_or("");
        let fault = &found.malformed.fault;
        let mend = match &found.malformed.meant {
            Some(meant) => format!(" Write {meant}."),
            None => String::new(),
        };
        let message = format!("“{}” is not written as a document symbol: {fault}.{mend}", one_line(written));
        let mut finding = context.finding(&RULE, found.range.clone(), message);
        // A slip of the keyboard, after whose mend the symbol is certain, is a lesser fault.
        if typographic(fault) && finding.severity == Severity::Error {
            finding.severity = Severity::Warning;
        }
        finding.fix = found.malformed.meant.as_ref().map(|meant| Fix {
            title: format!("Write {meant}"),
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
            | Fault::LookAlike(_)
            | Fault::Dash(_)
            | Fault::Space
    )
}

#[cfg(test)]
mod tests {
    use super::super::testing::expect;

    #[test]
    fn slips() {
        expect(
            "symbol-malformed",
            r"
The General Assembly,

Taking note of the report of the Secretary-General (A\92\85),
                                                    ^^^^^^^ “A\92\85” is not written as a document symbol: a backslash stands where a slash belongs. Write A/92/85.

1. Takes note of the report of the Committee (A/92/31/Rev.1) and of the rate and/or the sum of 24/7.
",
        );
    }
}

//! # predecessor-missing
//!
//! ## What it says
//!
//! A draft that recalls the resolutions with its own title recalls the latest of them, too, and a report that it takes note of was
//! asked for by that one.
//!
//! ## Why
//!
//! A draft that begins as last year's text has the list that last year's text had: the text itself is missing at its end.
//!
//! ## Example
//!
//! ```text
//! A/C.3/78/L.7
//!
//! Strengthening the United Nations crime prevention and criminal justice programme, in particular its technical cooperation capacity
//!
//! The General Assembly,
//!
//! Reaffirming its resolutions 75/196 of 16 December 2020 and 76/187 of 16 December 2021,
//! ```
//!
//! Resolution 77/237 of 15 December 2022 has the same title, and is later than those.
//!
//! ## Exceptions
//!
//! Resolutions that the built-in register doesn't know, and such as have another title than the draft. Drafts that cite the latest
//! one anywhere else.
//!
//! ## Source
//!
//! The built-in register of resolutions; the General Assembly's guidelines for the submission of proposals, by which a draft starts
//! from the last adopted text.

use super::support::last_year::{is_reporting, report_is_near};
use super::{DependsOn, Finding, Related, Rule, RuleContext, RuleGroup, Severity};
use crate::draft::{Citation, ParagraphKind};
use crate::library::register::InstrumentRegister;

pub static RULE: Rule = Rule {
    code: "predecessor-missing",
    severity: Severity::Warning,
    group: RuleGroup::Standard,
    lower_when_adopted: true,
    source: page_of!("predecessor_missing.rs"),
    depends_on: DependsOn::Document,
    check,
    messages: MESSAGES,
    traits: &[],
};

crate::messages! {
    "predecessor-missing":
    later(latest: symbol, last: symbol) =
        "“{latest}” has the title of this draft, too, and is later than “{last}”. Add it, or say why it is left out.";
    later_of(latest: symbol, last: symbol, adopted: date) =
        "“{latest}” of {adopted} has the title of this draft, too, and is later than “{last}”. Add it, or say why it is left out.";
    asked_before(latest: symbol, cited: symbol) =
        "The report was asked for by “{cited}”, and “{latest}”, which is later, has the title of this draft, too. Check which \
         report is meant.";
    cited_here(symbol: symbol) = "“{symbol}” is cited here.";
}

fn check(context: &RuleContext<'_>, findings: &mut Vec<Finding>) {
    let Some(series) = context.yearly_series() else { return };
    let citations = &context.draft.citations;
    let cited: Vec<&Citation> = series.cited.iter().filter_map(|at| citations.get(*at)).collect();
    let latest = series.latest.short();
    let paragraph = |citation: &Citation| {
        context.draft.paragraphs.iter().position(|paragraph| paragraph.range.contains(&citation.range.start))
    };
    let kind = |citation: &Citation| {
        paragraph(citation).and_then(|at| context.draft.paragraphs.get(at)).map(|paragraph| paragraph.kind)
    };
    // Of a report that was asked for several times the last request counts.
    let of_report = |citation: &&Citation| {
        kind(citation) == Some(ParagraphKind::Operative)
            && is_reporting(context, citation.range.start)
            && report_is_near(context, citation.range.start)
    };
    for citation in cited.iter().copied().filter(of_report) {
        let here = cited.iter().filter(|other| paragraph(other) == paragraph(citation));
        let is_last =
            here.map(|other| other.symbol.assembly_resolution()).max() == Some(citation.symbol.assembly_resolution());
        if is_last && citation.symbol != series.latest {
            let message = asked_before(latest.clone(), citation.symbol.short());
            findings.push(context.finding(&RULE, citation.range.clone(), message));
        }
    }
    if citations.iter().any(|citation| citation.symbol == series.latest && !citation.in_note) {
        return;
    }
    // The latest of the first list.
    let listed = cited.iter().copied().filter(|citation| kind(citation) == Some(ParagraphKind::Preambular));
    let Some(last) = listed.clone().max_by_key(|citation| citation.symbol.assembly_resolution()) else { return };
    let adopted =
        InstrumentRegister::built_in().entry(&series.latest).and_then(|entry| Some(entry.dates().first()?.date));
    let message = match adopted {
        Some(date) => later_of(latest, last.symbol.short(), date),
        None => later(latest, last.symbol.short()),
    };
    let mut finding = context.finding(&RULE, last.range.clone(), message);
    let others = listed.filter(|citation| citation.range != last.range && citation.symbol == last.symbol);
    finding.related =
        others.map(|other| Related { range: other.range.clone(), message: cited_here(other.symbol.short()) }).collect();
    findings.push(finding);
}

#[cfg(test)]
mod tests {
    use super::super::testing::expect;

    const TITLE: &str = "Strengthening the United Nations crime prevention and criminal justice programme, in particular its technical \
                         cooperation capacity";

    fn draft(symbol: &str, paragraphs: &str) -> String {
        format!("{symbol}\n\n{TITLE}\n\nThe General Assembly,\n\n{paragraphs}\n")
    }

    #[test]
    fn the_latest_of_the_series_is_missing() {
        let list = "Reaffirming its resolutions 75/196 of 16 December 2020 and 76/187 of 16 December 2021,";
        let told = format!(
            "{list}\n{}^^^^^^ “77/237” of 15 December 2022 has the title of this draft, too, and is later than “76/187”. Add it, or say why it is left out.",
            " ".repeat(59)
        );
        expect("predecessor-missing", &draft("A/C.3/78/L.7", &told));
        // It is the draft's own time, or the text itself.
        expect("predecessor-missing", &draft("A/C.3/77/L.7", list));
        expect("predecessor-missing", &draft("A/RES/77/237", list));
        expect(
            "predecessor-missing",
            &draft("A/C.3/78/L.7", &format!("{list}\n\nRecalling resolution 77/237 of 15 December 2022,")),
        );
    }

    #[test]
    fn other_titles_and_single_citations_are_let_be() {
        let list = "Reaffirming its resolutions 75/196 of 16 December 2020 and 76/187 of 16 December 2021,";
        expect("predecessor-missing", &draft("A/C.3/78/L.7", list).replace(TITLE, "The lamps of the harbours"));
        expect("predecessor-missing", &draft("A/C.3/78/L.7", "Recalling its resolution 75/196 of 16 December 2020,"));
    }

    #[test]
    fn a_report_was_asked_for_by_an_older_one() {
        let paragraphs = "Reaffirming its resolutions 76/187 of 16 December 2021 and 77/237 of 15 December 2022,\n\n\
            1. Takes note of the report of the Secretary-General prepared pursuant to its resolution 76/187;\n";
        let marks = " ".repeat(89)
            + "^^^^^^ The report was asked for by “76/187”, and “77/237”, which is later, has the title of this draft, too. Check which report is meant.";
        expect("predecessor-missing", &draft("A/C.3/78/L.7", &format!("{paragraphs}{marks}\n\n2. Decides to rest.")));
    }
}

//! # citation-undated
//!
//! ## What it says
//!
//! A resolution of the General Assembly has its date where the text cites it first.
//!
//! ## Why
//!
//! Number and date together identify a resolution, and the date tells the reader where it stands in time.
//!
//! ## Example
//!
//! ```text
//! Recalling its resolution 62/175,
//! ```
//!
//! `62/175 of 18 December 2007`.
//!
//! ## Exceptions
//!
//! Where a section and the date follow. Notes, titles and headings, tables; later citations of the same resolution; resolutions of other organs. Instruments
//! that everybody cites, which texts mostly name by a title. Long lists. Drafts of the Security Council, which cites by years.
//!
//! ## Source
//!
//! United Nations Editorial Manual, resolutions: drafting and editing.

use std::collections::HashSet;

use super::{DeferUntil, DependsOn, Edit, Finding, Fix, Rule, RuleContext, RuleGroup, Severity};
use crate::draft::citation::dates;
use crate::draft::{Citation, CitationKind, Draft, NormalizedText, PassageOf};
use crate::language::KindPosition;
use crate::library::known;
use crate::script::punctuation::{ARABIC_COMMA, ARABIC_SEMICOLON};
use crate::symbol::{Organ, Session, Symbol};

pub static RULE: Rule = Rule {
    code: "citation-undated",
    severity: Severity::Hint,
    group: RuleGroup::Pedantic,
    lower_when_adopted: true,
    source: page_of!("citation_undated.rs"),
    depends_on: DependsOn::Document,
    check,
    messages: MESSAGES,
    traits: &[],
};

crate::messages! {
    "citation-undated":
    undated(symbol: symbol) =
        "“{symbol}” is cited here first, without its date. Add the day on which it was adopted.";
    add_date(date: date) = "Add {date}";
}

/// So many numbers beside each other without a date are a list.
const LIST: usize = 4;

/// The most bytes between two of them.
const JOINT: usize = 16;

fn check(context: &RuleContext<'_>, findings: &mut Vec<Finding>) {
    let draft = context.draft;
    if draft.organ == Some(Organ::SecurityCouncil) {
        return;
    }
    let mut met: HashSet<Symbol> = HashSet::new();
    let cited: Vec<&Citation> =
        draft.citations.iter().filter(|cited| cited.kind != CitationKind::Document && !cited.in_note).collect();
    for (at, citation) in cited.iter().enumerate() {
        let regular = matches!(citation.symbol.session(), Some(Session::Regular(31..)));
        let assembly = citation.symbol.organ() == Some(Organ::GeneralAssembly) && regular;
        if !met.insert(citation.symbol.without_letter()) || !assembly || citation.kind != CitationKind::Resolution {
            continue;
        }
        if citation.date.is_some() || citation.in_masthead || !is_in_paragraph(draft, citation) {
            continue;
        }
        if known::by_symbol(&citation.symbol).is_some()
            || is_listed(&cited, at)
            || is_dated_further_on(context, &cited, at)
        {
            continue;
        }
        let number = citation.symbol.short();
        let mut finding = context.finding(&RULE, citation.range.clone(), undated(number));
        // The date may still come.
        finding.defer_until = Some(DeferUntil::Paragraph);
        finding.fix = fix(context, citation);
        findings.push(finding);
    }
}

fn is_in_paragraph(draft: &Draft, citation: &Citation) -> bool {
    let at = citation.range.start;
    let passage = draft.passages.partition_point(|passage| passage.range.start <= at).checked_sub(1);
    passage.and_then(|i| draft.passages.get(i)).is_some_and(|passage| matches!(passage.of, PassageOf::Paragraph(_)))
}

/// Whether a citation is one of a long list without dates.
fn is_listed(cited: &[&Citation], at: usize) -> bool {
    let beside = |pair: &[&Citation]| {
        let [one, next] = pair else { return false };
        next.date.is_none() && one.date.is_none() && next.range.start.saturating_sub(one.range.end) <= JOINT
    };
    let after = cited.get(at..).unwrap_or_default().windows(2).take(LIST).take_while(|pair| beside(pair)).count();
    let before = cited.get(..=at).unwrap_or_default().windows(2).rev();
    let before = before.take(LIST).take_while(|pair| beside(pair)).count();
    before + after + 1 >= LIST
}

/// Whether a date stands between a citation and the next one, though not straight behind it: `45/248 B, section VI, of 21
/// December 1990`.
fn is_dated_further_on(context: &RuleContext<'_>, cited: &[&Citation], at: usize) -> bool {
    const NEAR: usize = 120;
    let text = context.text;
    let Some(start) = cited.get(at).map(|citation| citation.range.end) else { return false };
    let next = cited.get(at + 1).map_or(text.len(), |next| next.range.start);
    let end = (start + NEAR).min(next).max(start);
    let end = (end..text.len()).find(|end| text.is_char_boundary(*end)).unwrap_or(text.len());
    let behind = text.get(start..end).unwrap_or_default().split("\n\n").next().unwrap_or_default();
    !dates(&NormalizedText::of(behind, start).text, context.draft.language_at(start)).is_empty()
}

/// The date from what is known, where it can simply be put in.
fn fix(context: &RuleContext<'_>, citation: &Citation) -> Option<Fix> {
    let facts = context.knowledge.facts(&citation.symbol);
    let [date] = facts.adopted.as_slice() else { return None };
    let language = context.draft.language_at(citation.range.start);
    let written = language.locale.date((*date).into());
    let text = language.writing.citation.dated.replace("{}", &written);
    let at = match language.citing.order {
        KindPosition::NumberFirst => {
            let before = context.text.get(..citation.range.start)?;
            before.strip_suffix(language.citing.before_number)?.len()
        }
        KindPosition::KindFirst => {
            // Where the sentence goes on, an owner may follow, or a comma be wanted.
            let rest = context.text.get(citation.range.end..)?;
            rest.starts_with([',', ARABIC_COMMA, ';', ARABIC_SEMICOLON, '.', ')']).then_some(citation.range.end)?
        }
    };
    facts.adopted_for_sure.then(|| Fix {
        title: add_date(*date),
        certain: false,
        edits: vec![Edit { range: at..at, text }],
    })
}

#[cfg(test)]
mod tests {
    use super::super::testing::expect;

    #[test]
    fn the_first_citation_has_a_date() {
        expect(
            "citation-undated",
            "
The General Assembly,

Recalling its resolution 62/175, its resolution 70/1 and Economic and Social Council resolution 2007/12,
                         ^^^^^^ “62/175” is cited here first, without its date. Add the day on which it was adopted.

Recalling also its resolutions 92/14 of 3 December 2037 and 62/175, and resolutions 62/1, 62/2, 62/3 and 62/4,

Reaffirming its resolution 45/248 B, section VI, of 21 December 1990,

1. Reaffirms its resolution 92/14.¹

¹ See resolution 61/181.
",
        );
    }

    #[test]
    fn in_six_languages() {
        expect(
            "citation-undated",
            "
L’Assemblée générale,

Rappelant sa résolution 62/175,
                        ^^^^^^ “62/175” is cited here first, without its date. Add the day on which it was adopted.
",
        );
        expect(
            "citation-undated",
            "
La Asamblea General,

Recordando su resolución 62/175,
                         ^^^^^^ “62/175” is cited here first, without its date. Add the day on which it was adopted.
",
        );
        expect(
            "citation-undated",
            "
Генеральная Ассамблея,

ссылаясь на свою резолюцию 62/175,
                           ^^^^^^ “62/175” is cited here first, without its date. Add the day on which it was adopted.
",
        );
        expect(
            "citation-undated",
            "
إن الجمعية العامة،

إذ تشير إلى قرارها 62/175،
                   ^^^^^^ “62/175” is cited here first, without its date. Add the day on which it was adopted.
",
        );
        expect(
            "citation-undated",
            "
大会，

回顾其第62/175号决议，
    ^^^^^^ “62/175” is cited here first, without its date. Add the day on which it was adopted.
",
        );
    }
}

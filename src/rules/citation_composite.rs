//! # citation-composite
//!
//! ## What it says
//!
//! In running text the parts of a resolution are joined by words: `A to E`, `A and B`.
//!
//! ## Why
//!
//! The hyphen belongs to the document symbol. Where a number is cited, the words around it are those of a sentence.
//!
//! ## Example
//!
//! ```text
//! Recalling its resolutions 51/211 A-E of 18 December 1996,
//! ```
//!
//! It is written `51/211 A to E`.
//!
//! ## Exceptions
//!
//! Document symbols (`A/RES/51/211 A-E`), notes, the number before the draft's own title, and languages that join the parts by
//! a dash in running text.
//!
//! ## Source
//!
//! The resolutions of the General Assembly, which cite composite resolutions so.

use super::support::fix;
use super::{DependsOn, Edit, Finding, Fix, Rule, RuleContext, RuleGroup, Severity};
use crate::draft::{CitationKind, NormalizedText};
use crate::language::Language;

pub static RULE: Rule = Rule {
    code: "citation-composite",
    severity: Severity::Information,
    group: RuleGroup::Style,
    lower_when_adopted: true,
    source: page_of!("citation_composite.rs"),
    depends_on: DependsOn::Paragraph,
    check,
    messages: MESSAGES,
    traits: &[],
};

crate::messages! {
    "citation-composite":
    joined_by_words(right: quote) = "In running text the parts of a resolution are joined by words. Write “{right}”.";
}

/// What stands for the words.
const DASHES: [char; 3] = ['-', '–', '—'];

fn check(context: &RuleContext<'_>, findings: &mut Vec<Finding>) {
    for citation in &context.draft.citations {
        let joined = citation.symbol.letters().and_then(|letters| letters.split_once('-'));
        let Some((first, last)) = joined.filter(|_| citation.kind != CitationKind::Document) else { continue };
        if citation.in_note || citation.in_masthead {
            continue;
        }
        let Some(written) = context.text.get(citation.range.clone()) else { continue };
        let flow = NormalizedText::of(written, citation.range.start);
        let Some(at) = flow.text.rfind(DASHES).filter(|at| flow.text.get(..*at).is_some_and(|text| text.contains('/')))
        else {
            continue;
        };
        let language = context.draft.language_at(citation.range.start);
        let Some(joint) = joint(language, first, last) else { continue };
        let (before, after) = flow.text.split_at(at);
        let start = before.trim_end().len();
        let dashed = after.trim_start_matches(DASHES);
        let end = flow.text.len() - dashed.trim_start().len();
        let edit = Edit { range: flow.source(start..end), text: joint.to_owned() };
        let (Some(head), Some(tail)) = (flow.text.get(..start), flow.text.get(end..)) else { continue };
        let mended = format!("{head}{joint}{tail}");
        let mut finding = context.finding(&RULE, citation.range.clone(), joined_by_words(&mended));
        finding.fix = Some(Fix { title: fix::write(mended), certain: true, edits: vec![edit] });
        findings.push(finding);
    }
}

/// What stands between the first and the last part; `None` in a language that has a dash there.
fn joint(language: &Language, first: &str, last: &str) -> Option<&'static str> {
    let through = language.writing.citation.through;
    if through.contains(DASHES) {
        return None;
    }
    let follow = match (first.as_bytes(), last.as_bytes()) {
        ([first], [last]) => first.checked_add(1) == Some(*last),
        _ => false,
    };
    Some(if follow { language.proofing.and } else { through })
}

#[cfg(test)]
mod tests {
    use super::super::testing::{expect, fixed};

    #[test]
    fn words_join_parts() {
        expect(
            "citation-composite",
            "
The General Assembly,

Recalling its resolutions 51/211 A-E of 18 December 1996, 51/212 A – B and 45/250 A to C of 21 December 1990,
                          ^^^^^^^^^^ In running text the parts of a resolution are joined by words. Write “51/211 A to E”.
                                                          ^^^^^^^^^^^^ In running text the parts of a resolution are joined by words. Write “51/212 A and B”.

1. Takes note of A/RES/75/254 A-C and of resolution 36/87 A and B.
",
        );
    }

    #[test]
    fn in_the_languages_that_have_words() {
        for (draft, mended) in [
            ("L’Assemblée générale,\n\nRappelant sa résolution 51/211 A-E du 18 décembre 1996,\n", "51/211 A à E"),
            (
                "La Asamblea General,\n\nRecordando su resolución 51/211 A-E, de 18 de diciembre de 1996,\n",
                "51/211 A a E",
            ),
            (
                "إن الجمعية العامة،\n\nإذ تشير إلى قرارها 51/211 ألف - هاء المؤرخ 18 كانون الأول/ديسمبر 1996،\n",
                "51/211 ألف إلى هاء",
            ),
            ("大会，\n\n回顾其1996年12月18日第51/211 A-E号决议，\n", "51/211 A至E号"),
        ] {
            assert!(fixed("citation-composite", draft).contains(mended), "{draft}");
        }
        expect(
            "citation-composite",
            "Генеральная Ассамблея,\n\nссылаясь на свою резолюцию 51/211 A–E от 18 декабря 1996 года,\n",
        );
    }
}

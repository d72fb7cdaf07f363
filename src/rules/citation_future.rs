//! # citation-future
//!
//! ## What it says
//!
//! A draft cites nothing that was adopted after it.
//!
//! ## Why
//!
//! A text can only build on what exists. A number or date that lies in the future is a slip, or was taken from another
//! version of the text.
//!
//! ## Example
//!
//! ```text
//! Resolution adopted by the General Assembly on 18 December 2007
//!
//! Recalling its resolution 72/175 of 18 December 2006,
//! ```
//!
//! Resolution 62/175 is meant: session 72 began in 2017. Where much of what a draft cites is later, its own date or number is
//! the slip, and the finding stands there.
//!
//! ## Exceptions
//!
//! Drafts that tell neither when they were adopted nor, by their symbol, of which session they are. What stands before
//! the resolution itself, and notes, which editors add when a text is printed. Numbers that may be another body's, by
//! their date. Whatever was adopted on the same day.
//!
//! ## Source
//!
//! General Assembly resolution 57/301 and rule 1 of its rules of procedure (sessions of the Assembly); the records in
//! your library.

use std::collections::BTreeSet;
use std::ops::Range;

use super::support::citation_dates::first_day_after;
use super::support::one_cause::join_same;
use super::{DependsOn, Finding, Related, Rule, RuleContext, RuleGroup, Severity};
use crate::draft::{Citation, CitationKind, Date, ElementKind, NormalizedText, citation};

pub static RULE: Rule = Rule {
    code: "citation-future",
    severity: Severity::Warning,
    group: RuleGroup::Standard,
    lower_when_adopted: true,
    source: page_of!("citation_future.rs"),
    depends_on: DependsOn::Document,
    check,
    messages: MESSAGES,
    traits: &[],
};

crate::messages! {
    "citation-future":
    later_than_draft(symbol: symbol, earliest: date, latest: date) =
        "“{symbol}” is later than this draft: it can’t be before {earliest}, and the draft is not after {latest}. Check \
         the number.";
    draft_is_older(latest: date, count: number) =
        "By this the draft is not after {latest}, and {count} instruments that it cites are later. Check the date or the \
         number here.";
    cited_later(symbol: symbol, earliest: date) = "“{symbol}” can’t be before {earliest}.";
}

/// So many instruments that are later show that the draft's own time is wrong, if they are half of all at least.
const MANY: usize = 3;

fn check(context: &RuleContext<'_>, findings: &mut Vec<Finding>) {
    let Some(latest) = context.latest() else { return };
    let cited = &context.draft.citations;
    let later: Vec<(&Citation, Date)> =
        cited.iter().filter_map(|citation| Some((citation, first_day_after(context, citation)?))).collect();
    let instruments = |citations: &mut dyn Iterator<Item = &Citation>| -> usize {
        citations.map(|citation| citation.symbol.to_string()).collect::<BTreeSet<_>>().len()
    };
    let count = instruments(&mut later.iter().map(|(citation, _)| *citation));
    let is_dated =
        |citation: &&Citation| citation.kind != CitationKind::Document && !citation.in_note && !citation.in_masthead;
    if count >= MANY
        && count * 2 >= instruments(&mut cited.iter().filter(is_dated))
        && let Some(place) = tells_its_time(context, latest)
    {
        let related = later.iter().map(|(citation, earliest)| {
            let message = cited_later(citation.symbol.short(), *earliest);
            Related { range: citation.range.clone(), message }
        });
        let finding = context.finding(&RULE, place, draft_is_older(latest, count));
        findings.push(Finding { related: related.collect(), ..finding });
        return;
    }
    let each = later.iter().map(|(citation, earliest)| {
        let message = later_than_draft(citation.symbol.short(), *earliest, latest);
        context.finding(&RULE, citation.range.clone(), message)
    });
    findings.extend(join_same(each.collect()));
}

/// What tells when the draft can have been adopted at the latest: its date, its symbol, or the number before its title.
fn tells_its_time(context: &RuleContext<'_>, latest: Date) -> Option<Range<usize>> {
    let draft = context.draft;
    let of = |kind: ElementKind| draft.elements.iter().filter(move |element| element.kind == kind);
    let dated = of(ElementKind::Adoption).chain(of(ElementKind::Closing)).find_map(|element| {
        let text = NormalizedText::of(context.text.get(element.range.clone())?, element.range.start);
        let dates = citation::dates(&text.text, draft.language_at(element.range.start));
        dates.into_iter().find(|(date, _)| *date == latest).map(|(_, place)| text.source(place))
    });
    let own = || {
        let is_own = |cited: &&Citation| draft.symbol.as_ref() == Some(&cited.symbol);
        draft.citations.iter().find(is_own).map(|cited| cited.range.clone())
    };
    dated.or_else(own).or_else(|| draft.title.as_ref()?.number.clone())
}

#[cfg(test)]
mod tests {
    use super::super::check;
    use super::super::testing::expect;
    use crate::draft::Draft;
    use crate::messages::Locale;

    #[test]
    fn of_a_later_session() {
        expect(
            "citation-future",
            "
Resolution adopted by the General Assembly on 18 December 2007

62/299. Lamps

The General Assembly,

Recalling its resolutions 61/175 of 19 December 2006 and 72/175 of 19 December 2006,
                                                         ^^^^^^ “72/175” is later than this draft: it can’t be before 19 December 2017, and the draft is not after 18 December 2007. Check the number.

1. Decides to light the lamps.¹

_______________
¹ See also resolution 70/1.
",
        );
    }

    #[test]
    fn a_draft_has_the_days_of_its_session() {
        expect(
            "citation-future",
            "
A/C.3/62/L.14

The General Assembly,

Recalling its resolution 62/175, Security Council resolution 1888 (2009) and the 2030 Agenda, in its resolution 70/1,
                                                             ^^^^^^^^^^^ “1888 (2009)” is later than this draft: it can’t be before 30 September 2009, and the draft is not after 30 September 2008. Check the number.
                                                                                                                ^^^^ “70/1” is later than this draft: it can’t be before 25 September 2015, and the draft is not after 30 September 2008. Check the number.

1. Decides to light the lamps.
",
        );
    }

    #[test]
    fn a_draft_that_does_not_tell_its_time() {
        expect(
            "citation-future",
            "
The General Assembly,

Recalling its resolution 92/175,

1. Decides to light the lamps.
",
        );
    }

    #[test]
    fn a_wrong_date_of_its_own_is_said_once() {
        for (draft, place) in [
            (
                "Resolution adopted by the General Assembly on 18 December 2007\n\nThe General Assembly,\n\nRecalling its resolutions \
                 61/175, 72/175, 73/4 and 74/5, and again 72/175,\n\n1. Decides to wait.\n",
                "18 December 2007",
            ),
            (
                "Résolution adoptée par l’Assemblée générale le 18 décembre 2007\n\nL’Assemblée générale,\n\nRappelant ses résolutions \
                 61/175, 72/175, 73/4 et 74/5,\n\n1. Décide d’attendre.\n",
                "18 décembre 2007",
            ),
            (
                "Resolución aprobada por la Asamblea General el 18 de diciembre de 2007\n\nLa Asamblea General,\n\nRecordando sus \
                 resoluciones 61/175, 72/175, 73/4 y 74/5,\n\n1. Decide esperar.\n",
                "18 de diciembre de 2007",
            ),
            (
                "A/RES/62/9\n\n大会，\n\n回顾其第61/175号、第72/175号、第73/4号和第74/5号决议，\n\n1. 决定等待。\n",
                "A/RES/62/9",
            ),
            (
                "62/9. Маяки\n\nГенеральная Ассамблея,\n\nссылаясь на свои резолюции 61/175, 72/175, 73/4 и 74/5,\n\n1. постановляет ждать.\n",
                "62/9.",
            ),
        ] {
            let found = check(draft, &Draft::read(draft), &|rule| rule.code == "citation-future");
            let [one] = found.as_slice() else { panic!("{found:?} in {draft}") };
            assert!(draft.get(one.range.clone()).is_some_and(|words| place.starts_with(words)), "{one:?} in {draft}");
            let message = one.message.text(&Locale::ENGLISH);
            assert!(message.contains("3 instruments") && one.related.len() >= 3, "{message} {:?}", one.related);
        }
    }

    #[test]
    fn an_instrument_that_is_later_is_said_once() {
        expect(
            "citation-future",
            "
A/C.3/62/L.14

The General Assembly,

Recalling its resolutions 61/175, 61/176, 62/1 and 70/1,
                                                   ^^^^ “70/1” is later than this draft: it can’t be before 25 September 2015, and the draft is not after 30 September 2008. Check the number.

1. Decides to light the lamps as resolution 70/1 says.
",
        );
    }
}

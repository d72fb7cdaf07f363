//! # masthead-agreement
//!
//! ## What it says
//!
//! What a text says of itself agrees: its symbol, its session, the number before its title, the day of its adoption above
//! and below, and the document that it comes from.
//!
//! ## Why
//!
//! A masthead is mostly taken over from another text. What was not changed in it sends the reader to that one.
//!
//! ## Example
//!
//! ```text
//! A/RES/92/14
//! Ninety-first session
//! Resolution adopted by the General Assembly on 3 December 2037
//! [on the report of the Second Committee (A/92/L.6)]
//!
//! 92/15. Lights of the harbours
//!
//! The General Assembly,
//!
//! Recalling the long nights,
//!
//! Decides to light the lamps.
//! ```
//!
//! It is the ninety-second session, the report is A/92/406, and the number is 92/14. Where all else agrees on another session, the
//! symbol is the slip, and that is said once.
//!
//! ## Exceptions
//!
//! Texts in several parts (A, B), which are adopted on several days, and files with several texts. Special sessions in the
//! session's line. Reports that come before the plenary without reference to a Main Committee. The date of issue, which is later than that of the adoption. What a text doesn't say.
//!
//! ## Source
//!
//! United Nations Editorial Manual, resolutions and mastheads; General Assembly resolution 57/301 and rule 1 of its rules
//! of procedure (sessions of the Assembly).

use std::ops::Range;

use super::support::last_year::session_named;
use super::{DeferUntil, DependsOn, Finding, Related, Rule, RuleContext, RuleGroup, Severity};
use crate::draft::citation::{self, sitting};
use crate::draft::{CitationKind, Date, Draft, ElementKind, NormalizedText};
use crate::messages::Message;
use crate::script::punctuation::{SQUARE_OPENING, is_full_stop, is_number_stop};
use crate::symbol::{DocumentNature, Organ, Session, Symbol, SymbolPart};

pub static RULE: Rule = Rule {
    code: "masthead-agreement",
    severity: Severity::Warning,
    group: RuleGroup::Standard,
    lower_when_adopted: true,
    source: page_of!("masthead_agreement.rs"),
    depends_on: DependsOn::Document,
    check,
    messages: MESSAGES,
    traits: &[],
};

crate::messages! {
    "masthead-agreement":
    other_session(said: session, symbol: symbol, session: session) =
        "The masthead says session {said}, and {symbol} is of session {session}. Check which is right.";
    other_number(number: symbol, symbol: symbol) =
        "The number before the title is {number}, and the masthead has {symbol}. Check which is right.";
    document_of_session(document: symbol, of: session, session: session) =
        "{document} is of session {of}, and the resolution is of session {session}. Check the symbol.";
    document_is_draft(document: symbol) =
        "{document} is a draft, and this line names a committee’s report. Check the symbol.";
    symbol_alone(symbol: symbol, session: session) =
        "Only {symbol} is of another session here: all else that this masthead says is of session {session}. Check the symbol.";
    says_session(session: session) = "This is of session {session}.";
    two_days(here: date, above: date) =
        "The text was adopted on {here} as it says here, and on {above} as it says above. Check which is right.";
    day_of_no_session(date: date, symbol: symbol) =
        "The text says that it was adopted on {date}, and {symbol} can’t be of that day. Check the date and the symbol.";
}

/// The most characters of a line with the meeting or the date.
const CLOSING: usize = 120;

fn check(context: &RuleContext<'_>, findings: &mut Vec<Finding>) {
    let draft = context.draft;
    if draft.parts.len() > 1 || count(draft, ElementKind::OrganLine) > 1 {
        return;
    }
    let before = findings.len();
    if let Some(symbol) = &draft.symbol {
        session_line(context, symbol, findings);
        number(context, symbol, findings);
        origin(context, symbol, findings);
    }
    dates(context, findings);
    if findings.len() > before + 1
        && let Some(alone) = symbol_alone_differs(context, findings.get(before..).unwrap_or_default())
    {
        findings.truncate(before);
        findings.push(alone);
    }
}

/// Where the symbol's session is the only one that differs, what was found is one finding, and stands at the symbol.
fn symbol_alone_differs(context: &RuleContext<'_>, found: &[Finding]) -> Option<Finding> {
    let draft = context.draft;
    let symbol = draft.symbol.as_ref()?;
    let place = draft.citations.iter().find(|cited| cited.in_masthead && cited.symbol == *symbol)?.range.clone();
    let said: Vec<(u16, Range<usize>)> =
        said_sessions(context).into_iter().filter(|(_, range)| *range != place).collect();
    let (other, _) = said.first()?;
    let Some(Session::Regular(own)) = symbol.session() else { return None };
    let agree = said.len() > 1 && *other != own && said.iter().all(|(session, _)| session == other);
    // A finding that is about something else stays by itself.
    let days = sitting(&Symbol::parse(&format!("A/RES/{other}/1")).ok()?)?;
    let explained = |finding: &Finding| {
        said.iter().any(|(_, range)| *range == finding.range)
            || dated_elements(context, ElementKind::Adoption)
                .into_iter()
                .chain(dated_elements(context, ElementKind::Closing))
                .any(|(date, range)| range == finding.range && days.contains(&date))
    };
    if !agree || !found.iter().all(explained) {
        return None;
    }
    let related = said.iter().map(|(session, range)| Related { range: range.clone(), message: says_session(*session) });
    let mut finding = context.finding(&RULE, place, symbol_alone(symbol, *other));
    finding.related = related.collect();
    finding.defer_until = Some(DeferUntil::Paragraph);
    Some(finding)
}

/// The sessions of the General Assembly that a masthead says beside its symbol, and where: in words, before the title, in the
/// documents that the text comes from.
fn said_sessions(context: &RuleContext<'_>) -> Vec<(u16, Range<usize>)> {
    let draft = context.draft;
    let mut said = Vec::new();
    let lines = flows(context, ElementKind::Masthead).chain(flows(context, ElementKind::Title));
    said.extend(
        lines
            .into_iter()
            .find_map(|(range, flow)| Some((session_named(draft.language_at(range.start), &flow.text)?, range))),
    );
    if let Some(place) = draft.title.as_ref().and_then(|title| title.number.clone()) {
        let written = context.text.get(place.clone()).map(|written| NormalizedText::of(written, place.start).text);
        let session = written.and_then(|written| {
            let written = written.trim_end_matches(|c| c == ' ' || is_number_stop(c));
            Symbol::parse(&format!("A/RES/{written}")).ok()?.session()
        });
        if let Some(Session::Regular(session)) = session {
            said.push((session, place));
        }
    }
    let origins: Vec<Range<usize>> = flows(context, ElementKind::Origin).map(|(range, _)| range).collect();
    for cited in &draft.citations {
        let named = origins.iter().any(|range| range.start <= cited.range.start && cited.range.end <= range.end);
        if let (true, Some(Organ::GeneralAssembly), Some(Session::Regular(session))) =
            (named, cited.symbol.organ(), cited.symbol.session())
        {
            said.push((session, cited.range.clone()));
        }
    }
    said
}

fn count(draft: &Draft, kind: ElementKind) -> usize {
    draft.elements.iter().filter(|element| element.kind == kind).count()
}

/// The running text of the elements of a kind.
fn flows<'a>(
    context: &'a RuleContext<'_>,
    kind: ElementKind,
) -> impl Iterator<Item = (Range<usize>, NormalizedText)> + 'a {
    let elements = context.draft.elements.iter().filter(move |element| element.kind == kind);
    elements.filter_map(|element| {
        let text = context.text.get(element.range.clone())?;
        Some((element.range.clone(), NormalizedText::of(text, element.range.start)))
    })
}

fn tell(context: &RuleContext<'_>, findings: &mut Vec<Finding>, range: Range<usize>, message: Message) {
    let mut finding = context.finding(&RULE, range, message);
    finding.defer_until = Some(DeferUntil::Paragraph);
    findings.push(finding);
}

/// `Sixty-third session` over `A/RES/62/175`.
fn session_line(context: &RuleContext<'_>, symbol: &Symbol, findings: &mut Vec<Finding>) {
    let Some(Session::Regular(session)) = symbol.session() else { return };
    // Right before the organ line, it may be taken for the title.
    for (range, flow) in flows(context, ElementKind::Masthead).chain(flows(context, ElementKind::Title)) {
        let language = context.draft.language_at(range.start);
        let Some(said) = session_named(language, &flow.text) else { continue };
        // An item's title that goes on in a line of its own may name another body's session: the first one counts.
        if said != session && !flow.text.trim_start().starts_with(char::is_lowercase) {
            tell(context, findings, range, other_session(said, symbol, session));
        }
        return;
    }
}

/// `63/196.` before the title under `A/RES/63/195`.
fn number(context: &RuleContext<'_>, symbol: &Symbol, findings: &mut Vec<Finding>) {
    let draft = context.draft;
    let Some(place) = draft.title.as_ref().and_then(|title| title.number.clone()) else { return };
    let masthead = draft.citations.iter().any(|cited| cited.in_masthead && cited.symbol == *symbol);
    let prefix = symbol.organ().and_then(Organ::prefix).filter(|_| masthead && symbol.is_resolution());
    let (Some(prefix), Some(written)) = (prefix, context.text.get(place.clone())) else { return };
    let written = NormalizedText::of(written, place.start).text;
    let written = written.trim_end_matches(|c| c == ' ' || is_number_stop(c));
    let Ok(numbered) = Symbol::parse(&format!("{prefix}/RES/{written}")) else { return };
    if numbered.is_open() || numbered.without_letter() == symbol.without_letter() {
        return;
    }
    tell(context, findings, place, other_number(written, symbol));
}

/// `[on the report of the Third Committee (A/62/431)]` under `A/RES/63/195`.
fn origin(context: &RuleContext<'_>, symbol: &Symbol, findings: &mut Vec<Finding>) {
    let (Some(Organ::GeneralAssembly), Some(Session::Regular(session))) = (symbol.organ(), symbol.session()) else {
        return;
    };
    if !symbol.is_resolution() {
        return;
    }
    for (range, flow) in flows(context, ElementKind::Origin) {
        let language = context.draft.language_at(range.start);
        let opening = flow.text.trim_start_matches(|c| c == ' ' || SQUARE_OPENING.contains(&c)).to_lowercase();
        let unreferred = language.proofing.unreferred.iter().any(|phrase| opening.starts_with(phrase));
        let named = context.draft.citations_in(&range).iter();
        let named = named.filter(|cited| cited.kind == CitationKind::Document && cited.range.end <= range.end);
        for document in named.filter(|document| document.symbol.organ() == Some(Organ::GeneralAssembly)) {
            let Some(Session::Regular(of)) = document.symbol.session() else { continue };
            let limited = document.symbol.parts().contains(&SymbolPart::Nature(DocumentNature::Limited));
            let message = if of != session {
                document_of_session(&document.symbol, of, session)
            } else if limited && !unreferred {
                document_is_draft(&document.symbol)
            } else {
                continue;
            };
            tell(context, findings, document.range.clone(), message);
        }
    }
}

/// The days that the elements of a kind say, and where.
fn dated_elements(context: &RuleContext<'_>, kind: ElementKind) -> Vec<(Date, Range<usize>)> {
    let dated = |(range, flow): (Range<usize>, NormalizedText)| {
        let dates = citation::dates(&flow.text, context.draft.language_at(range.start));
        let whole = flow.text.trim_end_matches(|c| c == ' ' || is_full_stop(c)).len();
        // A closing ends with its date: what a note below says of another one does not.
        let says = |place: &Range<usize>| kind != ElementKind::Closing || place.end >= whole;
        dates
            .into_iter()
            .filter(|(_, place)| says(place))
            .map(|(date, place)| (date, flow.source(place)))
            .collect::<Vec<_>>()
    };
    // What is longer was taken for a closing, and is none.
    flows(context, kind).filter(|(_, flow)| flow.text.chars().count() <= CLOSING).flat_map(dated).collect()
}

/// The day above the text, the day below, and the session.
fn dates(context: &RuleContext<'_>, findings: &mut Vec<Finding>) {
    let draft = context.draft;
    let (above, below) =
        (dated_elements(context, ElementKind::Adoption), dated_elements(context, ElementKind::Closing));
    let parted =
        draft.symbol.as_ref().is_some_and(|symbol| symbol.letters().is_some()) || count(draft, ElementKind::Part) > 0;
    if let ([(header, _)], [(closing, place)]) = (above.as_slice(), below.as_slice())
        && header != closing
        && !parted
    {
        tell(context, findings, place.clone(), two_days(*closing, *header));
        return;
    }
    let Some(symbol) = draft.symbol.as_ref().filter(|symbol| symbol.is_resolution()) else { return };
    let Some(days) = sitting(symbol) else { return };
    if let Some((date, place)) = above.first().or(below.last()).filter(|(date, _)| !days.contains(date)) {
        tell(context, findings, place.clone(), day_of_no_session(*date, symbol));
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::expect;

    #[test]
    fn what_disagrees() {
        expect(
            "masthead-agreement",
            "
United Nations
A/RES/92/14
Distr.: General
9 December 2037
Ninety-first session
^^^^^^^^^^^^^^^^^^^^ The masthead says session 91, and A/RES/92/14 is of session 92. Check which is right.
Agenda item 24
Resolution adopted by the General Assembly on 3 December 2037
[on the report of the Second Committee (A/91/406 and A/92/L.6)]
                                        ^^^^^^^^ A/91/406 is of session 91, and the resolution is of session 92. Check the symbol.
                                                     ^^^^^^^^ A/92/L.6 is a draft, and this line names a committee’s report. Check the symbol.

92/15. Lights of the harbours
^^^^^^ The number before the title is 92/15, and the masthead has A/RES/92/14. Check which is right.

The General Assembly,

Recalling the lamps,

1. Decides to light the lamps;

2. Decides to wait.

58th plenary meeting
4 December 2037
^^^^^^^^^^^^^^^ The text was adopted on 4 December 2037 as it says here, and on 3 December 2037 as it says above. Check which is right.
",
        );
    }

    #[test]
    fn a_note_under_the_vote_has_another_date() {
        expect(
            "masthead-agreement",
            "
Resolution 271 (1969)
of 15 September 1969

The Security Council,

Grieved by the dark,

Condemns the putting out of the lamps.

Adopted at the 1512th meeting
by 11 votes to none.

13 Conventions of 12 August 1949 (United Nations, Treaty Series, vol. 75).
",
        );
    }

    #[test]
    fn an_items_title_names_other_sessions() {
        for lines in [
            "Quatre-vingt-douzième session\nQuatre-vingt-onzième session",
            "Rapport sur sa\nquatre-vingt-onzième session",
        ] {
            let draft = format!(
                "A/RES/92/14\n{lines}\n\nL’Assemblée générale,\n\nRappelant les lampes,\n\n1. Décide d’attendre.\n"
            );
            expect("masthead-agreement", &draft);
        }
    }

    #[test]
    fn a_day_of_another_session() {
        expect(
            "masthead-agreement",
            "
A/RES/92/14
Ninety-second session
Resolution adopted by the General Assembly on 3 December 2036
                                              ^^^^^^^^^^^^^^^ The text says that it was adopted on 3 December 2036, and A/RES/92/14 can’t be of that day. Check the date and the symbol.
[without reference to a Main Committee (A/92/L.6 and A/92/406)]

92/14. Lights of the harbours

The General Assembly,

Recalling the lamps,

1. Decides to light the lamps.

58th plenary meeting
3 December 2036
",
        );
    }

    #[test]
    fn in_six_languages() {
        expect(
            "masthead-agreement",
            "
A/RES/92/14
Quatre-vingt-onzième session
^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The masthead says session 91, and A/RES/92/14 is of session 92. Check which is right.

L’Assemblée générale,

Rappelant les lampes,

1. Décide d’attendre.
",
        );
        expect("masthead-agreement", "
A/RES/92/14
Nonagésimo primer período de sesiones
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The masthead says session 91, and A/RES/92/14 is of session 92. Check which is right.

La Asamblea General,

Recordando las lámparas,

1. Decide esperar.
");
        expect(
            "masthead-agreement",
            "
A/RES/92/14
Девяносто первая сессия
^^^^^^^^^^^^^^^^^^^^^^^ The masthead says session 91, and A/RES/92/14 is of session 92. Check which is right.

Генеральная Ассамблея,

ссылаясь на лампы,

1. постановляет ждать.
",
        );
        expect(
            "masthead-agreement",
            "
A/RES/92/14
الدورة الحادية والتسعون
^^^^^^^^^^^^^^^^^^^^^^^ The masthead says session 91, and A/RES/92/14 is of session 92. Check which is right.

إن الجمعية العامة،

إذ تشير إلى المصابيح،

1 - تقرر الانتظار.
",
        );
        expect(
            "masthead-agreement",
            "
A/RES/92/14
第九十一届会议
^^^^^^^ The masthead says session 91, and A/RES/92/14 is of session 92. Check which is right.

大会，

回顾灯塔，

1. 决定等待。
",
        );
    }

    #[test]
    fn a_wrong_symbol_is_said_once() {
        expect(
            "masthead-agreement",
            "
A/RES/92/14
^^^^^^^^^^^ Only A/RES/92/14 is of another session here: all else that this masthead says is of session 91. Check the symbol.
Ninety-first session
Resolution adopted by the General Assembly on 3 December 2036
[on the report of the Second Committee (A/91/406)]

91/14. Lights of the harbours

The General Assembly,

Recalling the lamps,

1. Decides to light the lamps.

58th plenary meeting
3 December 2036
",
        );
        expect(
            "masthead-agreement",
            "
A/RES/92/14
^^^^^^^^^^^ Only A/RES/92/14 is of another session here: all else that this masthead says is of session 91. Check the symbol.
Quatre-vingt-onzième session

91/14. Feux des ports

L’Assemblée générale,

Rappelant les lampes,

1. Décide d’attendre.
",
        );
    }
}

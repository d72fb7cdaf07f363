//! What the rules about the dates of citations share: which date an instrument can have, and whose date one is.

use std::collections::HashMap;
use std::ops::{Range, RangeInclusive};

use crate::draft::citation::{self, sitting};
use crate::draft::{Citation, CitationKind, Date, Layout, NormalizedText};
use crate::rules::RuleContext;
use crate::symbol::Organ;

/// Why a date can't be an instrument's.
#[derive(Debug)]
pub enum DateFault {
    /// It was adopted on other days.
    Adopted(Vec<Date>),
    /// It is of a session or year that had other days.
    Sitting(RangeInclusive<Date>),
}

impl DateFault {
    /// The date that was meant, if the number is right.
    pub fn meant(&self, date: Date) -> Option<Date> {
        match self {
            DateFault::Adopted(dates) => match dates.as_slice() {
                [only] => Some(*only),
                _ => None,
            },
            // The same day of the only year that has it in the session.
            DateFault::Sitting(days) => {
                let mut same = (days.start().year..=days.end().year)
                    .map(|year| Date { year, ..date })
                    .filter(|date| days.contains(date));
                same.next().filter(|_| same.next().is_none())
            }
        }
    }
}

/// Why a date can't be a cited instrument's, if it can't.
pub fn date_fault(context: &RuleContext<'_>, citation: &Citation, date: Date) -> Option<DateFault> {
    let symbol = &citation.symbol;
    if context.is_another_bodys(symbol, date) {
        return None;
    }
    let facts = context.knowledge.facts(symbol);
    match facts.adopted.as_slice() {
        [] => sitting(symbol).filter(|days| !days.contains(&date)).map(DateFault::Sitting),
        adopted if adopted.contains(&date) => None,
        _ if !facts.adopted_for_sure && sitting(symbol).is_none_or(|days| days.contains(&date)) => None,
        adopted => Some(DateFault::Adopted(adopted.to_vec())),
    }
}

/// The citations of a draft by the place of their date. A date after a list may be that of any of its members.
#[derive(Debug)]
pub struct DateSharers<'a>(HashMap<&'a Range<usize>, Vec<&'a Citation>>);

impl<'a> DateSharers<'a> {
    /// Goes through the citations of a draft once.
    pub fn of(citations: &'a [Citation]) -> DateSharers<'a> {
        let mut by_place: HashMap<&Range<usize>, Vec<&Citation>> = HashMap::new();
        for citation in citations {
            if let Some((_, place)) = &citation.date {
                by_place.entry(place).or_default().push(citation);
            }
        }
        DateSharers(by_place)
    }

    /// Whether a citation's date is to be told of with it: it is the last of those that share the date, and that is wrong
    /// for the others, too. If so, whether there are others.
    pub fn is_told_with(&self, citation: &Citation, wrong: impl Fn(&Citation) -> bool) -> Option<bool> {
        let (_, place) = citation.date.as_ref()?;
        let sharing = self.0.get(place).map(Vec::as_slice).unwrap_or_default();
        // They are in the order of the text.
        if sharing.last().is_some_and(|last| last.range.end > citation.range.end) {
            return None;
        }
        let mut others = sharing.iter().filter(|other| other.range != citation.range).peekable();
        let shared = others.peek().is_some();
        others.all(|other| wrong(other) && other.range.end <= citation.range.end).then_some(shared)
    }
}

/// Whether dates stand one after the other, as in “resolutions 237 (1967) and 259 (1968), of 14 June 1967 and 27
/// September 1968”: they are those of the numbers before them in turn.
pub fn is_one_of_several(context: &RuleContext<'_>, place: &Range<usize>) -> bool {
    const NEAR: usize = 24;
    let language = context.draft.language_at(place.start);
    let no_number = |between: &str| between.len() <= NEAR && !between.contains(|c: char| c.is_numeric());
    // In a clean text a paragraph is a line.
    let end = if context.draft.layout == Layout::Clean { "\n" } else { "\n\n" };
    let near = |range: Range<usize>| {
        let text = context.text;
        let boundary = |at: usize| (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
        text.get(boundary(range.start)..boundary(range.end)).unwrap_or_default()
    };
    let after = near(place.end..place.end + 3 * NEAR).split(end).next().map(|text| NormalizedText::of(text, 0).text);
    let before = near(place.start.saturating_sub(3 * NEAR)..place.start).rsplit(end).next();
    let before = before.map(|text| NormalizedText::of(text, 0).text).unwrap_or_default();
    let after = after.unwrap_or_default();
    citation::dates(&after, language).first().is_some_and(|(_, next)| after.get(..next.start).is_some_and(no_number))
        || citation::dates(&before, language)
            .last()
            .is_some_and(|(_, last)| before.get(last.end..).is_some_and(no_number))
}

/// The first day on which a cited instrument can have been adopted, if the draft is older.
pub fn first_day_after(context: &RuleContext<'_>, citation: &Citation) -> Option<Date> {
    let latest = context.latest()?;
    if citation.kind == CitationKind::Document || citation.in_note || citation.in_masthead {
        return None;
    }
    let symbol = &citation.symbol;
    let dated = citation.date.as_ref().map(|(date, _)| *date);
    if dated.is_some_and(|date| context.is_another_bodys(symbol, date)) {
        return None;
    }
    let known = context.knowledge.facts(symbol).adopted.iter().min().copied();
    let earliest = known.or_else(|| sitting(symbol).map(|days| *days.start())).or(dated)?;
    (earliest > latest).then_some(earliest)
}

/// The year in the brackets of a Security Council resolution, if the date beside it says another one.
pub fn contradicted_year(citation: &Citation) -> Option<u16> {
    let (date, _) = citation.date.as_ref()?;
    if citation.kind != CitationKind::Resolution || citation.symbol.organ() != Some(Organ::SecurityCouncil) {
        return None;
    }
    citation.symbol.year().filter(|year| *year != date.year)
}

//! Days counted, and the days between which an instrument without a date was adopted.

use super::{InstrumentRegister, RegisterEntry, keys};
use crate::draft::Date;
use crate::draft::citation::sitting;
use crate::messages::Message;
use crate::symbol::{Organ, Session, Symbol};

crate::messages! {
    "library.register-spans":
    on_by_numbers(day: date) = "Adopted on {day}, going by the dates of the numbers before and after it";
    by_numbers(first: date, last: date) =
        "Adopted between {first} and {last}, going by the dates of the numbers before and after it";
    on_by_parts(day: date) = "Adopted on {day}, going by the dates of its other parts";
    by_parts(first: date, last: date) = "Adopted between {first} and {last}, going by the dates of its other parts";
    on_by_session(day: date) = "Adopted on {day}, going by what the same session adopted";
    by_session(first: date, last: date) = "Adopted between {first} and {last}, going by what the same session adopted";
    by_sitting(first: date, last: date) = "Adopted between {first} and {last}, going by its session or year";
}

/// Between which days an instrument must have been adopted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SpanOfDays {
    /// The first day that it can be.
    pub first: Date,
    /// The last day that it can be.
    pub last: Date,
    /// What says so.
    pub basis: SpanBasis,
}

/// What a span of days is known by, the closest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SpanBasis {
    /// The dates of the other parts of a resolution that has many, which are adopted together.
    Parts,
    /// The dates of the numbers before and after it, since numbers rise with dates.
    Numbers,
    /// The dates of others of its session, of a body that adopts all in the last days of a short one.
    Session,
    /// The days on which its session or year was held.
    Sitting,
}

impl SpanOfDays {
    /// How many days there are in it.
    pub fn days(&self) -> u32 {
        number(self.last).saturating_sub(number(self.first)).saturating_add(1)
    }

    /// It in words.
    pub fn message(&self) -> Message {
        let (first, last) = (self.first, self.last);
        let is_one = first == last;
        match self.basis {
            SpanBasis::Parts if is_one => on_by_parts(first),
            SpanBasis::Parts => by_parts(first, last),
            SpanBasis::Numbers if is_one => on_by_numbers(first),
            SpanBasis::Numbers => by_numbers(first, last),
            SpanBasis::Session if is_one => on_by_session(first),
            SpanBasis::Session => by_session(first, last),
            SpanBasis::Sitting => by_sitting(first, last),
        }
    }
}

/// How many parts of a resolution must have a date for the others to have been adopted with them: of two, the second
/// one is often adopted in a resumed session.
const PARTS: usize = 3;

/// How many instruments of a short session must have a date for the others to have been adopted with them.
const OF_A_SESSION: usize = 2;

/// How many numbers are looked at on each side.
const LOOKED_AT: u32 = 60;

/// The days before the one from which the register counts, 1 January 1945, from 1 March of the year 0.
const EPOCH: u32 = 710_337;

/// The day that a number of days after 1 January 1945 is; 0 is none.
pub(super) fn day(days: u16) -> Option<Date> {
    if days == 0 {
        return None;
    }
    // Years begin in March here, so that the leap day is the last of one.
    let days = u32::from(days) + EPOCH;
    let era = days / 146_097;
    let of_era = days % 146_097;
    let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let (month, later) = if month < 10 { (month + 3, 0) } else { (month - 9, 1) };
    Some(Date {
        year: u16::try_from(400 * era + year_of_era + later).ok()?,
        month: u8::try_from(month).ok()?,
        day: u8::try_from(day).ok()?,
    })
}

/// A day as a number of days.
fn number(date: Date) -> u32 {
    let (year, month) = (u32::from(date.year), u32::from(date.month));
    let (year, month) = if month > 2 { (year, month - 3) } else { (year.saturating_sub(1), month + 9) };
    365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + u32::from(date.day)
}

/// Between which days an instrument was adopted.
pub(super) fn span(register: InstrumentRegister<'_>, symbol: &Symbol) -> Option<SpanOfDays> {
    if !symbol.is_resolution() && !symbol.is_decision() {
        return None;
    }
    let of = |days: (Date, Date), basis| Some(SpanOfDays { first: days.0, last: days.1, basis });
    if symbol.letters().is_some() {
        let parts: Vec<Date> = register.family(symbol).iter().filter_map(first_date).collect();
        if let Some(days) = extremes(&parts).filter(|_| parts.len() >= PARTS) {
            return of(days, SpanBasis::Parts);
        }
    }
    if is_of_short_session(symbol) {
        let stem = symbol.as_str().trim_end_matches(|c: char| c.is_ascii_digit());
        let dates: Vec<Date> = keys::beginning(register, stem)
            .filter_map(|(index, key)| first_date(&register.read(index, &key)?))
            .collect();
        if let Some(days) = extremes(&dates).filter(|_| dates.len() >= OF_A_SESSION) {
            return of(days, SpanBasis::Session);
        }
    }
    let sitting = held(symbol);
    let (before, after) = beside(register, symbol);
    let basis = if before.is_some() || after.is_some() { SpanBasis::Numbers } else { SpanBasis::Sitting };
    let first = before.or(sitting.map(|days| days.0))?;
    let last = after.or(sitting.map(|days| days.1))?;
    // Of a session that isn't over nothing is known, nor of one that is still to come.
    if basis == SpanBasis::Sitting && register.made_of().is_none_or(|made| last > made) {
        return None;
    }
    of((first.min(last), first.max(last)), basis)
}

fn first_date(entry: &RegisterEntry<'_>) -> Option<Date> {
    entry.dates().first().map(|said| said.date)
}

fn extremes(dates: &[Date]) -> Option<(Date, Date)> {
    Some((*dates.iter().min()?, *dates.iter().max()?))
}

/// Whether its body meets for some weeks and adopts all in the last days of them.
fn is_of_short_session(symbol: &Symbol) -> bool {
    matches!(
        symbol.organ(),
        Some(
            Organ::HumanRightsCouncil
                | Organ::EnvironmentAssembly
                | Organ::Commission(_)
                | Organ::AsiaPacificCommission
        )
    )
}

/// A special session, its year, and the month and day of its opening and its end.
type SpecialSessionDays = (u16, u16, (u8, u8), (u8, u8));

/// The days of the special sessions of the General Assembly since the sixth, with a last meeting that went on past midnight.
/// Source: the Assembly's list of its special sessions.
const SPECIAL_SESSIONS: [SpecialSessionDays; 26] = [
    (6, 1974, (4, 9), (5, 2)),
    (7, 1975, (9, 1), (9, 16)),
    (8, 1978, (4, 20), (4, 21)),
    (9, 1978, (4, 24), (5, 3)),
    (10, 1978, (5, 23), (7, 1)),
    (11, 1980, (8, 25), (9, 15)),
    (12, 1982, (6, 7), (7, 10)),
    (13, 1986, (5, 27), (6, 1)),
    (14, 1986, (9, 17), (9, 20)),
    (15, 1988, (5, 31), (6, 25)),
    (16, 1989, (12, 12), (12, 14)),
    (17, 1990, (2, 20), (2, 23)),
    (18, 1990, (4, 23), (5, 1)),
    (19, 1997, (6, 23), (6, 28)),
    (20, 1998, (6, 8), (6, 10)),
    (21, 1999, (6, 30), (7, 2)),
    (22, 1999, (9, 27), (9, 28)),
    (23, 2000, (6, 5), (6, 10)),
    (24, 2000, (6, 26), (7, 1)),
    (25, 2001, (6, 6), (6, 9)),
    (26, 2001, (6, 25), (6, 27)),
    (27, 2002, (5, 8), (5, 10)),
    (28, 2005, (1, 24), (1, 24)),
    (30, 2016, (4, 19), (4, 21)),
    (31, 2020, (12, 3), (12, 4)),
    (32, 2021, (6, 2), (6, 4)),
];

/// The days of a session or year: of the later sessions of the General Assembly from the very day of their opening.
fn held(symbol: &Symbol) -> Option<(Date, Date)> {
    if let (Some(Organ::GeneralAssembly), Some(Session::Special(session))) = (symbol.organ(), symbol.session())
        && let Some((_, year, first, last)) = SPECIAL_SESSIONS.iter().find(|(of, ..)| *of == session)
    {
        let on = |(month, day): (u8, u8)| Date { year: *year, month, day };
        return Some((on(*first), on(*last)));
    }
    let days = sitting(symbol)?;
    let opening = match (symbol.organ(), symbol.session()) {
        (Some(Organ::GeneralAssembly), Some(Session::Regular(session @ 58..))) => opening(1945 + session),
        _ => None,
    };
    Some((opening.unwrap_or(*days.start()), *days.end()))
}

/// The day on which the General Assembly opens in a year: the Tuesday of the third week of September, counted from the first
/// one that has a working day (resolution 57/301); since 2023 that of the second week.
fn opening(year: u16) -> Option<Date> {
    let september = number(Date { year, month: 9, day: 1 });
    // Mondays leave 6.
    let weekday = (september + 1) % 7;
    let monday = if weekday < 5 { september - weekday } else { september + 7 - weekday };
    let tuesday = monday + if year < 2023 { 15 } else { 8 };
    let day = u8::try_from(tuesday + 1 - september).ok()?;
    Some(Date { year, month: 9, day })
}

/// The dates of the numbers before and after that of a resolution.
fn beside(register: InstrumentRegister<'_>, symbol: &Symbol) -> (Option<Date>, Option<Date>) {
    // The second part of a resolution may have been adopted any time after the first.
    let is_later_part = symbol.letters().is_some_and(|letters| !letters.starts_with('A'));
    if !symbol.is_resolution() || is_later_part {
        return (None, None);
    }
    let whole = symbol.without_letter();
    let head = whole.as_str().split(" (").next().unwrap_or_default();
    let Some((stem, own)) = head.rsplit_once('/') else { return (None, None) };
    let Ok(own) = own.parse::<u32>() else { return (None, None) };
    // One number out of its turn shall not lead astray where they are often so: the old resolutions, which one session
    // numbered by its committees, and the Council, which adopts in the order of its agenda.
    let old =
        matches!(symbol.session(), Some(Session::Regular(..=30))) && symbol.organ() == Some(Organ::GeneralAssembly);
    let orderly = matches!(symbol.organ(), Some(Organ::GeneralAssembly | Organ::SecurityCouncil)) && !old;
    let wanted = if orderly { 1 } else { 2 };
    let dated = |number: u32| {
        let key = format!("{stem}/{number}");
        let same = keys::beginning(register, &key).take_while(|(_, other)| {
            other.get(key.len()..).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
        });
        // Parts are adopted later than the number was given.
        same.filter_map(|(index, other)| first_date(&register.read(index, &other)?)).min()
    };
    let smaller = (1..=LOOKED_AT).map_while(|step| own.checked_sub(step).filter(|number| *number > 0));
    let before: Vec<Date> = smaller.filter_map(dated).take(wanted).collect();
    let after: Vec<Date> = (1..=LOOKED_AT).filter_map(|step| dated(own.checked_add(step)?)).take(wanted).collect();
    (before.into_iter().min(), after.into_iter().max())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_as_the_calendar_has_them() {
        let on = |year, month, day| Date { year, month, day };
        for (days, date) in [
            (1, on(1945, 1, 2)),
            (1154, on(1948, 2, 29)),
            (1155, on(1948, 3, 1)),
            (20_147, on(2000, 2, 29)),
            (29_488, on(2025, 9, 26)),
        ] {
            assert_eq!(day(days), Some(date), "{days}");
        }
        let all: Vec<Date> = (1..=u16::MAX).filter_map(day).collect();
        assert!(all.windows(2).all(|pair| pair[0] < pair[1] && number(pair[0]) + 1 == number(pair[1])));
        assert_eq!(day(0), None);
    }

    #[test]
    fn the_assembly_opens_on_a_tuesday() {
        for (year, day) in
            [(2003, 16), (2013, 17), (2018, 18), (2019, 17), (2020, 15), (2021, 14), (2023, 5), (2025, 9)]
        {
            assert_eq!(opening(year).unwrap().day, day, "{year}");
        }
    }
}

//! When the sessions of the bodies were held, as far as it tells whose a number is.
//!
//! Numbers clash: `54/18` is the Assembly's of 1999 and the Human Rights Council's of 2023. The date beside
//! the number says which. (Opening dates: General Assembly resolution 57/301 and rule 1 of its rules of
//! procedure; the Council and the commissions meet in years that can be counted off.)

use std::ops::RangeInclusive;

use super::super::Date;
use crate::symbol::{LAST_ROMAN, Organ, Session, Symbol, SymbolPart, council_year, session_of};

/// Whether a body may have adopted something at its session `session` on that date; `None` when nothing is
/// known of its sessions.
pub(super) fn fits(stem: &str, prefix: &str, session: u16, date: Date) -> Option<bool> {
    let year = i32::from(date.year);
    let session = i32::from(session);
    Some(match (stem, prefix) {
        ("A", "") => {
            // Session N opens in September of 1945 + N and ends the day before the next one opens.
            let opened = 1945 + session;
            (year == opened && date.month >= 9) || (year == opened + 1 && date.month <= 9)
        }
        ("A", "S-") => special(session) == Some(year),
        ("A", "ES-") => true,
        ("A/HRC", "S-") => year >= 2006,
        ("A/HRC", "") if session < 10 => (2006..=2008).contains(&year),
        // Three sessions a year: the tenth was the first of 2009.
        ("A/HRC", "") => year == 2009 + (session - 10) / 3,
        ("E/CN.15", "") => year == 1991 + session,
        ("E/CN.6", "") => year == 1956 + session,
        ("E/CN.7", "") => year == 1957 + session,
        ("E/ESCAP", "") => year == 1944 + session,
        _ => return None,
    })
}

/// The days on which an instrument may have been adopted, by its symbol alone: those of the session of the General
/// Assembly, of the year of the Security Council, and so on. The first and last days are those on which it can have been
/// at the very most. `None` when nothing is known of the body's sessions.
pub fn sitting(symbol: &Symbol) -> Option<RangeInclusive<Date>> {
    let years = |first: u16, last: u16| Some(on(first, 1, 1)..=on(last, 12, 31));
    match (symbol.organ()?, symbol.session(), symbol.year()) {
        // Numbers of the old style that are not the session's own are another body's, which numbers likewise.
        (Organ::GeneralAssembly, Some(Session::Regular(session)), _)
            if u32::from(session) <= LAST_ROMAN && number(symbol).and_then(session_of) != Some(session.into()) =>
        {
            None
        }
        // The first session was held in two parts of 1946, both long before and after the others' September.
        (Organ::GeneralAssembly, Some(Session::Regular(1)), _) => Some(on(1946, 1, 1)..=on(1947, 9, 30)),
        (Organ::GeneralAssembly, Some(Session::Regular(session)), _) if session < 200 => {
            Some(on(1945 + session, 9, 1)..=on(1946 + session, 9, 30))
        }
        (Organ::GeneralAssembly, Some(Session::Special(session)), _) => {
            let year = u16::try_from(special(i32::from(session))?).ok()?;
            years(year, year)
        }
        (Organ::HumanRightsCouncil, Some(Session::Regular(session @ 10..200)), _) => {
            let year = 2009 + (session - 10) / 3;
            years(year, year)
        }
        (Organ::SecurityCouncil, _, Some(year)) => years(year, year),
        // Until 2013 a session could be resumed early in the next year; since then the cycle begins in July of the
        // year before (General Assembly resolution 68/1).
        (Organ::EconomicAndSocialCouncil, _, Some(year @ 1978..2014)) => Some(on(year, 1, 1)..=on(year + 1, 4, 30)),
        (Organ::EconomicAndSocialCouncil, _, Some(year @ 2014..)) => Some(on(year - 1, 7, 1)..=on(year, 12, 31)),
        (Organ::Commission(15), Some(Session::Regular(session)), _) if session < 200 => {
            years(1991 + session, 1991 + session)
        }
        _ => None,
    }
}

/// The number of a resolution or decision.
fn number(symbol: &Symbol) -> Option<u32> {
    if let Some((_, number)) = symbol.assembly_resolution() {
        return Some(number);
    }
    symbol.parts().into_iter().find_map(|part| match part {
        SymbolPart::Number(number) => Some(number),
        _ => None,
    })
}

/// Whether an instrument with the number of a General Assembly's must be another body's, by a date, which is that of a
/// session of the body: a text that names the body far away, or not at all, leaves the number and the date to tell.
pub fn may_be_another_bodys(symbol: &Symbol, date: Date) -> bool {
    let (Some(Organ::GeneralAssembly), Some(Session::Regular(session))) = (symbol.organ(), symbol.session()) else {
        return false;
    };
    // None of them adopts more than some dozens of resolutions at a session. The Council's decisions begin with 101.
    let number = number(symbol).unwrap_or(1);
    let decision = (101..=140).contains(&number);
    if number > 60 && !decision {
        return false;
    }
    // The commissions meet in spring, and some of them again in December.
    let in_season = |stem: &str| match stem {
        "A/HRC" => session >= 10,
        _ if decision => false,
        // One session had a second part in August.
        "E/ESCAP" => matches!(date.month, 4 | 5 | 8),
        "E/CN.6" => session >= 38 && matches!(date.month, 2..=4),
        _ => matches!(date.month, 3..=6 | 12),
    };
    let bodies = ["A/HRC", "E/ESCAP", "E/CN.6", "E/CN.7", "E/CN.15"];
    fits("A", "", session, date) != Some(true)
        && bodies.into_iter().any(|stem| in_season(stem) && fits(stem, "", session, date) == Some(true))
}

const fn on(year: u16, month: u8, day: u8) -> Date {
    Date { year, month, day }
}

/// The year of a special session of the General Assembly.
fn special(session: i32) -> Option<i32> {
    Some(match session {
        6 => 1974,
        7 => 1975,
        8..=10 => 1978,
        11 => 1980,
        12 => 1982,
        13 | 14 => 1986,
        15 => 1988,
        16 => 1989,
        17 | 18 => 1990,
        19 => 1997,
        20 => 1998,
        21 | 22 => 1999,
        23 | 24 => 2000,
        25 | 26 => 2001,
        27 => 2002,
        28 => 2005,
        29 => 2014,
        30 => 2016,
        31 => 2020,
        32 => 2021,
        _ => return None,
    })
}

/// The last resolution of the Security Council in 2025, the first year that [`council_year`] does not know.
const LAST_OF_2025: u16 = 2811;

/// Whether the Security Council had about this number in that year. After the last year that is known,
/// every higher number may be right.
pub(super) fn council_had(number: u16, year: u16) -> bool {
    match council_year(u32::from(number)) {
        Some(adopted) => adopted == year,
        None if year == 2025 => number > 0 && number <= LAST_OF_2025,
        None => year > 2025 && number > LAST_OF_2025,
    }
}

/// How many sessions a body may have held by now; what is more is another body's.
pub(super) fn sessions_so_far(stem: &str) -> u16 {
    match stem {
        "E/CN.15" | "UNEP/EA" | "HSP/HA" => 45,
        _ => 90,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sessions_have_their_days() {
        let may_be_of = |symbol: &str, date| sitting(&Symbol::parse(symbol).unwrap()).map(|days| days.contains(&date));
        for (symbol, date, expected) in [
            ("A/RES/63/195", on(2008, 12, 18), Some(true)),
            ("A/RES/63/195", on(2006, 12, 18), Some(false)),
            ("A/RES/217 A (III)", on(1948, 12, 10), Some(true)),
            ("A/RES/574 (XXVII)", on(1998, 5, 16), None),
            ("A/RES/1 (I)", on(1946, 1, 24), Some(true)),
            ("A/RES/73/347", on(2019, 9, 16), Some(true)),
            ("A/RES/ES-10/22", on(2023, 12, 12), None),
            ("A/RES/S-20/2", on(1999, 6, 10), Some(false)),
            ("S/RES/1325 (2000)", on(2000, 10, 31), Some(true)),
            ("E/RES/2022/1", on(2021, 7, 23), Some(true)),
            ("E/RES/2007/12", on(2009, 7, 25), Some(false)),
            ("A/HRC/RES/54/18", on(2023, 10, 12), Some(true)),
            ("UNEP/EA.5/Res.14", on(2022, 3, 2), None),
        ] {
            assert_eq!(may_be_of(symbol, date), expected, "{symbol}");
        }
    }

    #[test]
    fn a_number_may_be_anothers() {
        let may_be = |symbol: &str, date| may_be_another_bodys(&Symbol::parse(symbol).unwrap(), date);
        assert!(may_be("A/RES/54/18", on(2023, 10, 12)) && may_be("A/RES/73/9", on(2017, 5, 19)));
        assert!(!may_be("A/RES/63/5", on(2006, 12, 18)) && !may_be("A/RES/63/5", on(2007, 12, 18)));
        // No commission comes so far in a session.
        assert!(!may_be("A/RES/78/322", on(2022, 8, 13)) && !may_be("A/RES/73/109", on(2017, 5, 19)));
        assert!(may_be("A/RES/54/109", on(2023, 10, 12)));
    }
}

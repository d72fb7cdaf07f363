//! When the sessions of the bodies were held, as far as it tells whose a number is.
//!
//! Numbers clash: `54/18` is the Assembly's of 1999 and the Human Rights Council's of 2023. The date beside
//! the number says which. (Opening dates: General Assembly resolution 57/301 and rule 1 of its rules of
//! procedure; the Council and the commissions meet in years that can be counted off.)

use super::super::Date;
use crate::symbol::council_year;

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

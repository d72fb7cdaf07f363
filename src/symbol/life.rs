//! In which years and sessions the organs have had which symbols.
//!
//! Source: Dag Hammarskjöld Library guide, "UN document symbols"; the introductory notes of the organs' collected
//! resolutions; the numbers and sessions of resolutions as the library's catalogue lists them.

use super::fault::Fault;

/// The last session that any symbol is believed to have: the Assembly and the Human Rights Council will both
/// be a long time before they need three digits.
pub(super) const LAST_SESSION: u32 = 99;

/// The year in which the ninety-ninth session of the Assembly begins.
pub(super) const LAST_YEAR: u32 = 2044;

/// The last session of the Assembly whose resolutions have a Roman numeral in brackets.
pub const LAST_ROMAN: u32 = 30;

/// Whether a number is that of a session of the Assembly whose documents have it before their number.
pub(super) fn has_session(number: u32) -> bool {
    (LAST_ROMAN + 1..=LAST_SESSION).contains(&number)
}

/// Whether a number can be a year of the United Nations, with room for drafts that play in the future.
pub(super) fn is_year(number: u32) -> bool {
    (1946..=2100).contains(&number)
}

/// Whether a number is meant as a year, be it one that no organ has lived in.
pub(super) fn looks_like_year(number: u32) -> bool {
    (1900..=2199).contains(&number)
}

/// A series with the year in it: the components before the year, the first year, and the last of those that ended.
type SeriesLifetime = (&'static str, u32, Option<u32>);

const LIVES: [SeriesLifetime; 11] = [
    ("E", 1978, None),
    ("E/DEC", 1978, None),
    ("E/RES", 1978, None),
    // The Commission on Human Rights gave way to the Council.
    ("E/CN.4", 1946, Some(2006)),
    ("E/CN.15", 1992, None),
    // The Commission on Sustainable Development.
    ("E/CN.17", 1993, Some(2013)),
    ("S", 1994, None),
    ("S/PRST", 1994, None),
    ("ST/AI", 1946, None),
    ("ST/IC", 1946, None),
    ("ST/SGB", 1946, None),
];

/// What is wrong with the year behind `series`, if `year` is meant as one.
pub(super) fn year_fault(series: &str, year: u32) -> Option<Fault> {
    let &(_, first, last) = LIVES.iter().find(|(of, ..)| *of == series)?;
    let lives = (first..=last.unwrap_or(LAST_YEAR)).contains(&year);
    (looks_like_year(year) && !lives).then_some(Fault::YearOutOfLife { year, first, last })
}

/// What is wrong with a year of the Security Council's resolutions.
pub(super) fn council_year_fault(year: u32) -> Option<Fault> {
    (!(1946..=LAST_YEAR).contains(&year)).then_some(Fault::YearOutOfLife { year, first: 1946, last: None })
}

/// The last session of the Economic and Social Council with a Roman numeral in brackets.
pub(super) const LAST_ROMAN_OF_COUNCIL: u32 = 63;

/// The numbers of the Assembly's resolutions that are known to be of the first session, of the second, and so on to
/// the thirtieth: the first and the last. Between two of them lie numbers of either, and of special sessions.
const NUMBERS: [(u16, u16); 30] = [
    (1, 100),
    (109, 181),
    (194, 285),
    (289, 337),
    (377, 500),
    (503, 570),
    (609, 706),
    (719, 804),
    (811, 906),
    (913, 992),
    (1012, 1133),
    (1134, 1236),
    (1239, 1350),
    (1351, 1467),
    (1493, 1620),
    (1627, 1747),
    (1752, 1857),
    (1881, 1992),
    (2006, 2006),
    (2022, 2132),
    (2138, 2241),
    (2262, 2373),
    (2383, 2480),
    (2498, 2617),
    (2621, 2750),
    (2752, 2901),
    (2908, 3049),
    (3055, 3199),
    (3206, 3359),
    (3374, 3541),
];

/// The session in which the Assembly adopted a resolution of the first thirty sessions, where that is certain.
pub fn session_of(number: u32) -> Option<u32> {
    let place = NUMBERS.iter().position(|&(first, last)| (u32::from(first)..=u32::from(last)).contains(&number))?;
    u32::try_from(place + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_the_session_of_a_number() {
        assert!(NUMBERS.is_sorted() && NUMBERS.iter().all(|(first, last)| first <= last));
        for (number, session) in [(1, 1), (181, 2), (217, 3), (377, 5), (1514, 15), (2625, 25), (3379, 30)] {
            assert_eq!(session_of(number), Some(session), "{number}");
        }
        for between in [0, 186, 1000, 2252, 3201, 3542] {
            assert_eq!(session_of(between), None, "{between}");
        }
    }

    #[test]
    fn knows_the_years_of_a_series() {
        assert_eq!(year_fault("E/RES", 2007), None);
        assert!(year_fault("E/RES", 1938).is_some() && year_fault("E/CN.4", 2010).is_some());
        assert_eq!(year_fault("A/AC.109", 1938), None);
        assert!(council_year_fault(1937).is_some() && council_year_fault(2000).is_none());
    }
}

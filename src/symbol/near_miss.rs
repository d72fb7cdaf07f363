//! Symbols that are well spelled and yet none: a year, a session or a committee is not where it belongs.

use super::fault::Fault;
use super::grammar::Reading;
use super::{Malformed, Symbol, council_year, series};

/// What is wrong with a reading, spelling first, and which symbol was meant.
pub(super) fn judge(reading: Reading) -> Result<Symbol, Malformed> {
    let Reading { canonical, halves, faults, .. } = reading;
    let misplaced = match halves.get(1) {
        None => misplaced(&canonical),
        // Of a joint symbol one half may be wrong, and the whole can't be put right by that alone.
        Some(second) => {
            let halves = [canonical.get(..second.saturating_sub(1)), canonical.get(*second..)];
            halves.into_iter().flatten().find_map(|half| misplaced(half).map(|(fault, _)| (fault, None)))
        }
    };
    let not_roman = faults.iter().find(|fault| matches!(fault, Fault::NotRoman(_))).cloned();
    if let Some(fault) = not_roman {
        return Err(Malformed { meant: None, fault });
    }
    let first = faults.into_iter().next();
    match (first, misplaced) {
        (None, None) => Ok(Symbol::canonical(canonical)),
        (None, Some((fault, meant))) => Err(Malformed { meant: meant.map(Symbol::canonical), fault }),
        (Some(fault), None) => Err(Malformed { meant: Some(Symbol::canonical(canonical)), fault }),
        (Some(fault), Some((_, meant))) => Err(Malformed { meant: meant.map(Symbol::canonical), fault }),
    }
}

/// What is misplaced in a symbol in canonical spelling, and the symbol that was meant if it can be known.
pub(super) fn misplaced(canonical: &str) -> Option<(Fault, Option<String>)> {
    let mut parts = canonical.split('/');
    let (head, second) = (parts.next()?, parts.next()?);
    let (third, fourth, fifth) = (parts.next(), parts.next(), parts.next());
    match (head, second, third, fourth) {
        ("A", committee, ..) if committee.starts_with("C.") => {
            let number: u32 = committee.get(2..)?.parse().ok()?;
            (!(1..=6).contains(&number)).then_some((Fault::UnknownCommittee(number), None))
        }
        ("S", "RES", Some(number), None) if is_number(number) => {
            let year = number.parse().ok().and_then(council_year);
            Some((Fault::MissingYear, year.map(|year| format!("S/RES/{number} ({year})"))))
        }
        ("S", "RES", Some(number), Some(year)) if fifth.is_none() && is_number(number) && year_of(year).is_some() => {
            Some((Fault::MissingYear, Some(format!("S/RES/{number} ({year})"))))
        }
        ("E", "RES" | "DEC", Some(third), None) => {
            let (number, year) = third.strip_suffix(')')?.split_once(" (")?;
            (is_number(number) && year_of(year).is_some())
                .then(|| (Fault::SwappedYear, Some(format!("E/{second}/{year}/{number}"))))
        }
        // Numbers beyond 400 are those of the first thirty sessions, whose session stands in brackets and is
        // left out now and then.
        ("A", "RES", Some(number), None) if is_number(number) => Some((Fault::MissingSession, None)),
        ("A", "RES", Some(year), Some(number)) if number.starts_with(|c: char| c.is_ascii_digit()) => {
            year_of(year).map(|year| (Fault::YearForSession(year), None))
        }
        _ => None,
    }
}

/// Whether such a slip is beyond doubt in running text, where a symbol's shape can't vouch for it.
pub(super) fn is_certain(canonical: &str) -> bool {
    let mut parts = canonical.split('/');
    let known = parts.next().is_some_and(series::is_organ);
    known
        && match misplaced(canonical) {
            Some((Fault::UnknownCommittee(_), _)) => super::shape::is_certain(canonical),
            Some((Fault::MissingSession, _)) => {
                canonical.rsplit('/').next().and_then(|n| n.parse::<u32>().ok()).is_some_and(|n| n <= 400)
            }
            other => other.is_some(),
        }
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

fn year_of(text: &str) -> Option<u32> {
    text.parse().ok().filter(|year| (1946..=2100).contains(year))
}

//! Symbols that are well spelled and yet none: a year, a session or a committee is not where it belongs.

use super::fault::Fault;
use super::grammar::ParsedSymbol;
use super::numeral::nearly_roman;
use super::{Malformed, Symbol, council_year, life, series};
use crate::script::{in_roman, roman_number};

/// What is wrong with a reading, spelling first, and which symbol was meant.
pub(super) fn judge(reading: ParsedSymbol) -> Result<Symbol, Malformed> {
    let ParsedSymbol { canonical, halves, faults, .. } = reading;
    let numeral = faults.iter().find(|fault| matches!(fault, Fault::NotRoman(_) | Fault::RomanNeeded(_)));
    if let Some(numeral) = numeral.filter(|_| halves.len() == 1) {
        let (fault, meant) = bracketed(&canonical, numeral.clone());
        return Err(Malformed { meant: meant.map(Symbol::canonical), fault });
    }
    let misplaced = if halves.len() == 1 {
        misplaced(&canonical)
    } else {
        // Of a joint symbol one part may be wrong, and the whole can't be put right by that alone.
        let ends = halves.iter().skip(1).map(|next| next.saturating_sub(1)).chain([canonical.len()]);
        let parts = halves.iter().zip(ends).filter_map(|(start, end)| canonical.get(*start..end));
        parts.into_iter().find_map(|part| misplaced(part).map(|(fault, _)| (fault, None)))
    };
    let first = faults.into_iter().next();
    match (first, misplaced) {
        (None, None) => Ok(Symbol::canonical(canonical)),
        (Some(fault), None) => Err(Malformed { meant: Some(Symbol::canonical(canonical)), fault }),
        (first, Some((fault, meant))) => {
            // What was meant may have a slip of its own: `S/RES/1325/2001` has the wrong year, too.
            let right = |meant: String| match self::misplaced(&meant) {
                None => Some(meant),
                Some((_, better)) => better,
            };
            Err(Malformed { meant: meant.and_then(right).map(Symbol::canonical), fault: first.unwrap_or(fault) })
        }
    }
}

/// What is wrong with a session in brackets that is no Roman numeral, and the symbol that was meant. In the
/// canonical spelling another numeral stands in its place.
fn bracketed(canonical: &str, fault: Fault) -> (Fault, Option<String>) {
    let before = canonical.rsplit_once(" (").map_or(canonical, |(before, _)| before);
    let (body, number) = before.split_once("/RES/").unwrap_or((before, ""));
    let last = if body == "A" { life::LAST_ROMAN } else { life::LAST_ROMAN_OF_COUNCIL };
    let with = |session: u32| in_roman(session).map(|numeral| format!("{before} ({numeral})"));
    let by_number = number.split(' ').next().and_then(|n| n.parse().ok()).and_then(life::session_of);
    match fault {
        Fault::RomanNeeded(session) if session > last => {
            let meant = (body == "A" && is_number(number)).then(|| format!("A/RES/{session}/{number}"));
            (Fault::RomanEnded(session), meant)
        }
        Fault::RomanNeeded(session) => (fault, with(session)),
        Fault::NotRoman(ref text) => {
            let nearly = || nearly_roman(text).filter(|session| *session <= last);
            let session = if body == "A" { by_number.or_else(nearly) } else { nearly() };
            let meant = session.and_then(with);
            (fault, meant)
        }
        _ => (fault, None),
    }
}

/// What is misplaced in a symbol in canonical spelling, and the symbol that was meant if it can be known.
pub(super) fn misplaced(canonical: &str) -> Option<(Fault, Option<String>)> {
    let mut parts = canonical.split('/');
    let (head, second) = (parts.next()?, parts.next()?);
    let (third, fourth, fifth) = (parts.next(), parts.next(), parts.next());
    match (head, second, third, fourth) {
        ("A", "RES" | "DEC", Some(third), None) => assembly_without_slash(second, third),
        ("A", "RES" | "DEC", Some(session), Some(number)) => assembly(second, session, number),
        ("A", "HRC", Some("RES" | "DEC" | "PRST"), Some(session)) if fifth.is_some() => rights_council(session),
        ("A", "HRC", Some(session), Some(_)) => rights_council(session),
        ("A", committee, ..) if committee.starts_with("C.") => {
            let number: u32 = committee.get(2..)?.parse().ok()?;
            if !(1..=6).contains(&number) {
                return Some((Fault::UnknownCommittee(number), None));
            }
            let session = third.filter(|third| is_number(third) && fourth.is_some())?.parse().ok()?;
            (life::LAST_SESSION + 1..=999).contains(&session).then_some((Fault::NoSuchSession(session), None))
        }
        ("A" | "E", commission, ..) if commission.starts_with("CN.") => {
            let number: u32 = commission.get(3..)?.parse().ok()?;
            // The last that were set up are CN.11 of the Assembly and CN.18 of the Council.
            if !(1..=20).contains(&number) {
                return Some((Fault::UnknownCommission(format!("{head}/{commission}")), None));
            }
            of_year(&format!("{head}/{commission}"), third?, fourth)
        }
        ("S", "RES", Some(number), None) => council(number),
        ("S", "RES", Some(number), Some(year)) if fifth.is_none() && is_number(number) => {
            if let Some(year) = year_of(year) {
                return Some((Fault::MissingYear, Some(format!("S/RES/{number} ({year})"))));
            }
            // `S/RES/2000/1325`.
            let year = year_of(number).filter(|_| is_number(year)).map(|of| (of, year))?;
            Some((Fault::SwappedYear, Some(format!("S/RES/{} ({})", year.1, year.0))))
        }
        ("E", "RES" | "DEC", Some(third), None) => {
            let (number, year) = third.strip_suffix(')')?.split_once(" (")?;
            (is_number(number) && year_of(year).is_some())
                .then(|| (Fault::SwappedYear, Some(format!("E/{second}/{year}/{number}"))))
        }
        ("E", "RES" | "DEC", Some(number), Some(year)) if fifth.is_none() && year_of(year).is_some() => {
            let swapped = is_number(number) && year_of(number).is_none();
            swapped.then(|| (Fault::SwappedYear, Some(format!("E/{second}/{year}/{number}"))))
        }
        ("E" | "S" | "ST", "RES" | "DEC" | "PRST" | "AI" | "IC" | "SGB", Some(year), Some(_)) => {
            of_year(&format!("{head}/{second}"), year, fourth)
        }
        // Of the chemical weapons organization, `S/1906/2020`: the number comes first.
        ("S", _, Some(year), None) if year_of(year).is_some_and(|year| year >= 1997) => None,
        ("E" | "S", year, Some(number), _) if number.starts_with(|c: char| c.is_ascii_digit()) => {
            of_year(head, year, third)
        }
        ("UNEP", assembly, Some(_), _) if assembly.starts_with("EA.") => {
            let session: u32 = assembly.get(3..)?.parse().ok()?;
            // It meets every other year, since 2014.
            match year_of(&session.to_string()) {
                Some(year) => Some((Fault::YearForSession(year), None)),
                None => (!(1..=17).contains(&session)).then_some((Fault::NoSuchSession(session), None)),
            }
        }
        _ => None,
    }
}

/// `A/RES/195`, `A/RES/217 A (III)`: a resolution without a slash before its number.
fn assembly_without_slash(nature: &str, third: &str) -> Option<(Fault, Option<String>)> {
    if is_number(third) {
        // `A/RES/63195`: beyond the numbers of the first thirty sessions, there are two of them.
        let (session, number) = third.split_at_checked(2)?;
        let value: u32 = third.parse().ok()?;
        let joined = value > LAST_NUMBER && !number.starts_with('0') && life::has_session(session.parse().ok()?);
        return Some(if joined && number.len() <= 3 {
            (Fault::MissingSlash, Some(format!("A/{nature}/{session}/{number}")))
        } else {
            // Numbers beyond 400 are those of the first thirty sessions, whose session stands in brackets and is
            // left out now and then.
            let session = life::session_of(value).filter(|_| value > 400).and_then(in_roman);
            (Fault::MissingSession, session.map(|session| format!("A/{nature}/{third} ({session})")))
        });
    }
    let (number, bracket) = third.strip_suffix(')')?.split_once(" (")?;
    let by_number = || number.split(' ').next()?.parse().ok().and_then(life::session_of).and_then(in_roman);
    if let Some(year) = year_of(bracket) {
        return Some((
            Fault::YearForSession(year),
            by_number().map(|session| format!("A/{nature}/{number} ({session})")),
        ));
    }
    let session = roman_number(bracket).filter(|session| *session > life::LAST_ROMAN)?;
    let modern = life::has_session(session) && is_number(number) && number.len() <= 3;
    Some((Fault::RomanEnded(session), modern.then(|| format!("A/{nature}/{session}/{number}"))))
}

/// The last of the Assembly's resolutions that were numbered through.
const LAST_NUMBER: u32 = 3541;

/// `A/RES/63/195`: a session where it belongs, and the number.
fn assembly(nature: &str, session: &str, number: &str) -> Option<(Fault, Option<String>)> {
    if !number.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    // The special sessions have Arabic numerals since the eighth, the emergency ones since the sixth.
    for (prefix, sessions) in [("ES-", 6..=30), ("S-", 8..=60)] {
        if let Some(session) = session.strip_prefix(prefix) {
            let value = session.parse().ok()?;
            return (!sessions.contains(&value)).then_some((Fault::NoSuchSession(value), None));
        }
    }
    if let Some(year) = year_of(session) {
        return Some((Fault::YearForSession(year), None));
    }
    let value: u32 = session.parse().ok().filter(|value| !life::has_session(*value))?;
    let first: u32 = number.split(' ').next()?.parse().ok()?;
    if value > life::LAST_SESSION {
        let swapped = value <= 400 && life::has_session(first) && is_number(number);
        let meant = || format!("A/{nature}/{number}/{session}");
        return Some(if swapped {
            (Fault::SwappedSession, Some(meant()))
        } else {
            (Fault::NoSuchSession(value), None)
        });
    }
    // `A/RES/1/20 (Part I)` has no place for another bracket.
    let known = life::session_of(first) == Some(value) && !number.contains('(');
    let meant = in_roman(value).filter(|_| known).map(|numeral| format!("A/{nature}/{number} ({numeral})"));
    Some((Fault::RomanNeeded(value), meant))
}

/// The session of the Human Rights Council, which never had the year there.
fn rights_council(session: &str) -> Option<(Fault, Option<String>)> {
    if let Some(year) = year_of(session) {
        return Some((Fault::YearForSession(year), None));
    }
    let value = session.parse().ok()?;
    (!(1..=life::LAST_SESSION).contains(&value)).then_some((Fault::NoSuchSession(value), None))
}

/// `S/RES/1325 (2000)`, and without its year.
fn council(number: &str) -> Option<(Fault, Option<String>)> {
    let right = |number: &str| {
        let year = number.parse().ok().and_then(council_year)?;
        Some(format!("S/RES/{number} ({year})"))
    };
    if is_number(number) {
        return Some((Fault::MissingYear, right(number)));
    }
    let (number, year) = number.strip_suffix(')')?.split_once(" (")?;
    let fault = life::council_year_fault(year.parse().ok()?)?;
    Some((fault, right(number)))
}

/// A series that has the year before the number.
fn of_year(series: &str, year: &str, number: Option<&str>) -> Option<(Fault, Option<String>)> {
    if !is_number(year) || number.is_none() {
        return None;
    }
    Some((life::year_fault(series, year.parse().ok()?)?, None))
}

/// Whether such a slip is beyond doubt in running text, where a symbol's shape can't vouch for it.
pub(super) fn is_certain(canonical: &str) -> bool {
    let mut parts = canonical.split('/');
    let known = parts.next().is_some_and(|head| series::is_organ(head) || head == "UNEP");
    known
        && match misplaced(canonical) {
            Some((Fault::UnknownCommittee(_) | Fault::UnknownCommission(_) | Fault::NoSuchSession(_), _)) => {
                super::shape::is_certain(canonical)
            }
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
    text.parse().ok().filter(|year| life::is_year(*year))
}

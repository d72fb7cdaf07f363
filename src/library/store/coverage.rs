//! What the library is complete enough to deny.
//!
//! The General Assembly numbers the resolutions of a session from 1 without a gap. A number beyond the last can be
//! denied when a table has all of a session's numbers into the session's last weeks; and to the very last, when the same
//! table has something of a later session. Resolutions of the Security Council, and of the Assembly until 1975, are numbered through: a
//! number that is of another year or session in the library is of no other.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::Connection;

use super::{Store, StoreProblem, family};
use crate::draft::Date;
use crate::library::Denial;
use crate::symbol::{Organ, Session, Symbol, SymbolPart};

/// How many resolutions may follow the last that a table knows, when the table ends in the session's last weeks but
/// has nothing of the next session to show that it is over. In the sessions 74 to 78 the Assembly adopted 4 to 16
/// resolutions from the middle of August on.
const LATE: u32 = 50;

/// From which day a session is in its last weeks, in the year in which it ends.
const LAST_WEEKS: (u8, u8) = (8, 15);

/// A session of the General Assembly of which a table has all resolutions from the first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Coverage {
    /// The session's number.
    pub session: u16,
    /// The number of the last resolution that is known.
    pub last: u32,
    /// How many more there may be.
    pub more: u32,
}

impl Store {
    /// The sessions of the General Assembly of which the library has all resolutions, in order.
    ///
    /// It is found once after each import, which takes up to a fifth of a second with 20,000 instruments and keeps
    /// other questions to this store waiting: who must not wait opens another one for it, and for [`Store::denies`].
    ///
    /// # Errors
    ///
    /// When the file can't be read any more.
    pub fn coverage(&self) -> Result<Vec<Coverage>, StoreProblem> {
        self.read(|connection| {
            // It changes with every import by another process.
            let version: i64 = connection.pragma_query_value(None, "data_version", |row| row.get(0))?;
            let mut kept = self.coverage.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
            match kept.as_ref() {
                Some((of, coverage)) if *of == version => Ok(coverage.clone()),
                _ => {
                    let coverage = covered(connection)?;
                    *kept = Some((version, coverage.clone()));
                    Ok(coverage)
                }
            }
        })
    }

    /// Why there can be no such instrument, as far as the library knows; `None` where it has it, or can't tell.
    ///
    /// # Errors
    ///
    /// When the file can't be read any more.
    pub fn denies(&self, symbol: &Symbol) -> Result<Option<Denial>, StoreProblem> {
        let Some(number) = resolution_number(symbol) else { return Ok(None) };
        if self.read(|connection| Ok(!family(connection, symbol)?.is_empty()))? {
            return Ok(None);
        }
        if numbered_through(symbol) {
            return self.elsewhere(symbol, number);
        }
        let Some(Session::Regular(session)) = symbol.session() else { return Ok(None) };
        let of = self.coverage()?.into_iter().find(|coverage| coverage.session == session);
        Ok(of
            .filter(|coverage| number > coverage.last.saturating_add(coverage.more))
            .map(|coverage| Denial::Beyond { session, last: coverage.last }))
    }

    /// The resolution that has this number in another year or session.
    fn elsewhere(&self, symbol: &Symbol, number: u32) -> Result<Option<Denial>, StoreProblem> {
        let same = self.numbered(&number.to_string(), usize::MAX)?;
        let mut others = same.into_iter().filter(|other| {
            other.organ() == symbol.organ() && numbered_through(other) && resolution_number(other) == Some(number)
        });
        Ok(others.next().map(|other| Denial::Elsewhere(other.without_letter())))
    }
}

/// Whether the resolution is of a series that is numbered through, whatever the session: `S/RES/1325 (2000)`,
/// `A/RES/217 A (III)`. Those of the Assembly's special sessions took their turn.
fn numbered_through(symbol: &Symbol) -> bool {
    let short = symbol.without_letter();
    match symbol.organ() {
        Some(Organ::SecurityCouncil) => symbol.year().is_some(),
        Some(Organ::GeneralAssembly) => short.short().ends_with(')') && symbol.session().is_some(),
        _ => false,
    }
}

/// The number of a resolution of the General Assembly or the Security Council.
fn resolution_number(symbol: &Symbol) -> Option<u32> {
    if !matches!(symbol.organ(), Some(Organ::GeneralAssembly | Organ::SecurityCouncil)) || !symbol.is_resolution() {
        return None;
    }
    symbol.parts().into_iter().find_map(|part| match part {
        SymbolPart::Number(number) => Some(number),
        _ => None,
    })
}

/// What one table has of a session.
#[derive(Debug, Default)]
struct KnownNumbers {
    numbers: BTreeSet<u32>,
    /// The latest adoption.
    latest: Option<Date>,
}

fn covered(connection: &Connection) -> rusqlite::Result<Vec<Coverage>> {
    let mut sql = connection.prepare_cached(
        "SELECT i.symbol, s.source, s.adopted FROM instrument i JOIN statement s ON s.instrument = i.id
         WHERE i.symbol GLOB 'A/RES/[0-9]*'",
    )?;
    let mut rows = sql.query([])?;
    let mut tables: BTreeMap<i64, BTreeMap<u16, KnownNumbers>> = BTreeMap::new();
    while let Some(row) = rows.next()? {
        let Ok(symbol) = Symbol::parse(&row.get::<_, String>(0)?) else { continue };
        let (Some(Session::Regular(session)), Some(number)) = (symbol.session(), resolution_number(&symbol)) else {
            continue;
        };
        if numbered_through(&symbol) {
            continue;
        }
        let known = tables.entry(row.get(1)?).or_default().entry(session).or_default();
        known.numbers.insert(number);
        let adopted = row.get::<_, Option<String>>(2)?.and_then(|text| Date::from_iso(&text));
        known.latest = known.latest.max(adopted);
    }
    let mut best: BTreeMap<u16, Coverage> = BTreeMap::new();
    let mut highest: BTreeMap<u16, u32> = BTreeMap::new();
    for sessions in tables.values() {
        for (&session, known) in sessions {
            let own = highest.entry(session).or_default();
            *own = (*own).max(known.numbers.last().copied().unwrap_or_default());
            let later = sessions.range(session.saturating_add(1)..).next().is_some();
            if let Some(coverage) = coverage(session, known, later) {
                let own = best.entry(session).or_insert(coverage);
                // Two tables may both be complete in their time; the later one knows more.
                if (coverage.last, own.more) > (own.last, coverage.more) {
                    *own = coverage;
                }
            }
        }
    }
    // A table that lacks what another one has beyond its last was not complete after all.
    best.retain(|session, coverage| {
        highest.get(session).is_none_or(|highest| *highest <= coverage.last + coverage.more)
    });
    Ok(best.into_values().collect())
}

/// What a table that knows this of a session can deny; `later` when it knows something of a later session, too.
fn coverage(session: u16, known: &KnownNumbers, later: bool) -> Option<Coverage> {
    let last = *known.numbers.last()?;
    if known.numbers.len() != usize::try_from(last).ok()? {
        return None;
    }
    // The first session began in January 1946; each later one ends in the September of the year after it began.
    let ends = 1946_u16.saturating_add(session);
    let late = known.latest.is_some_and(|date| (date.year, (date.month, date.day)) >= (ends, LAST_WEEKS));
    late.then_some(Coverage { session, last, more: if later { 0 } else { LATE } })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known(numbers: impl IntoIterator<Item = u32>, latest: (u16, u8, u8)) -> KnownNumbers {
        let (year, month, day) = latest;
        KnownNumbers { numbers: numbers.into_iter().collect(), latest: Some(Date { year, month, day }) }
    }

    #[test]
    fn a_session_is_covered_when_it_has_no_gap_and_is_over() {
        let of =
            |known: &KnownNumbers, later| coverage(77, known, later).map(|coverage| (coverage.last, coverage.more));
        let whole = known(1..=340, (2023, 9, 1));
        assert_eq!(of(&whole, true), Some((340, 0)));
        assert_eq!(of(&whole, false), Some((340, LATE)));
        let unfinished = known(1..=200, (2022, 12, 30));
        assert_eq!(of(&unfinished, false), None);
        // A list of what somebody needs has something of a later session, too.
        assert_eq!(of(&known(1..=2, (2022, 10, 7)), true), None);
        let gap = known((1..=340).filter(|number| *number != 12), (2023, 9, 1));
        assert_eq!(of(&gap, true), None);
    }
}

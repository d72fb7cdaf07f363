//! The stored library: what was imported out of tables, one SQLite database on this machine.
//!
//! [`Store`] reads it, [`import`](import::import) writes it; `schema` is the file's layout, `rows` goes between the
//! layout and the structs of [`super::record`], `merge` makes one record of what several sources say, `words` is how
//! titles are searched, [`coverage`] is what the library is complete enough to deny.

pub mod coverage;
pub mod export;
pub mod import;
mod merge;
mod place;
mod problem;
mod rows;
mod schema;
mod search;
mod words;
mod write;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use rusqlite::{Connection, OptionalExtension};

pub use place::{VARIABLE, place};
pub use problem::{StoreProblem, StoreProblemKind};
pub use search::Hit;
pub use words::plain_words;

use super::record::{Ballot, RelationKind, StoredRecord};
use crate::symbol::Symbol;
use coverage::Coverage;

/// How many prepared statements are kept.
const PREPARED: usize = 32;

/// The stored library, to read. It stays readable while something is imported, and has what was imported from the
/// moment when the import is done.
#[derive(Debug)]
pub struct Store {
    path: PathBuf,
    connection: Mutex<Connection>,
    /// What the library is complete in, and the version of the data of which that was found.
    coverage: Mutex<Option<(i64, Vec<Coverage>)>>,
}

impl Store {
    /// Opens a library.
    ///
    /// # Errors
    ///
    /// When there is none, or it is damaged, locked, from a later version of the program or none at all.
    pub fn open(path: &Path) -> Result<Store, StoreProblem> {
        let connection = schema::for_reading(path)?;
        connection.set_prepared_statement_cache_capacity(PREPARED);
        Ok(Store { path: path.to_owned(), connection: Mutex::new(connection), coverage: Mutex::default() })
    }

    /// The file that it is in.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// A number that changes with every import by another process.
    ///
    /// # Errors
    ///
    /// When the file can't be read any more.
    pub fn version(&self) -> Result<i64, StoreProblem> {
        self.read(|connection| {
            let mut sql = connection.prepare_cached("PRAGMA data_version")?;
            sql.query_row([], |row| row.get(0))
        })
    }

    /// What is known of an instrument. Of a part (`74/92 A`) that has no record of its own, that of the whole
    /// (`74/92`) or of the parts together (`74/92 A-B`); of a whole that has none, that of all its parts together.
    ///
    /// # Errors
    ///
    /// When the file can't be read any more.
    pub fn record(&self, symbol: &Symbol) -> Result<Option<StoredRecord>, StoreProblem> {
        self.read(|connection| {
            let Some((id, symbol)) = nearest(connection, symbol)? else { return Ok(None) };
            let said = rows::statements(connection, id, rows::Ballots::Left)?;
            let adopted_as = rows::related_to(connection, &symbol, RelationKind::Draft)?;
            Ok(Some(merge::merge(symbol, said, adopted_as)))
        })
    }

    /// How each State voted on an instrument, by the name that it had then, from the source that says most of it.
    /// Nothing where none does.
    ///
    /// # Errors
    ///
    /// When the file can't be read any more.
    pub fn ballots(&self, symbol: &Symbol) -> Result<BTreeMap<String, Ballot>, StoreProblem> {
        self.read(|connection| {
            let Some((id, _)) = nearest(connection, symbol)? else { return Ok(BTreeMap::new()) };
            let mut said = rows::statements(connection, id, rows::Ballots::Read)?;
            merge::trusted_first(&mut said);
            let ballots = said.into_iter().map(|stored| stored.statement.ballots);
            // Of two the same number, the last one is taken.
            Ok(ballots.rev().max_by_key(BTreeMap::len).unwrap_or_default())
        })
    }

    /// The parts that an instrument has in the library, `66/254 A` and `66/254 B`, in order; the instrument itself
    /// where it has a record of its own.
    ///
    /// # Errors
    ///
    /// When the file can't be read any more.
    pub fn parts(&self, symbol: &Symbol) -> Result<Vec<Symbol>, StoreProblem> {
        self.read(|connection| Ok(family(connection, symbol)?.into_iter().map(|(_, symbol)| symbol).collect()))
    }

    /// The instruments that say that they cite this one, by their record. Tables seldom say it: see
    /// [`Store::cited_in_titles`].
    ///
    /// # Errors
    ///
    /// When the file can't be read any more.
    pub fn citing(&self, symbol: &Symbol) -> Result<Vec<Symbol>, StoreProblem> {
        self.read(|connection| {
            let said = rows::related_to(connection, symbol, RelationKind::Cites)?;
            let mut citing: Vec<Symbol> = said.into_iter().map(|(_, symbol)| symbol).collect();
            citing.sort();
            citing.dedup();
            Ok(citing)
        })
    }

    /// Works with the database, alone.
    fn read<T>(&self, work: impl FnOnce(&Connection) -> rusqlite::Result<T>) -> Result<T, StoreProblem> {
        work(&self.connection()).map_err(|error| StoreProblem::of(&self.path, error))
    }

    fn connection(&self) -> MutexGuard<'_, Connection> {
        self.connection.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The record that tells of this instrument.
fn nearest(connection: &Connection, symbol: &Symbol) -> rusqlite::Result<Option<(i64, Symbol)>> {
    let mut exact = connection.prepare_cached("SELECT id FROM instrument WHERE symbol = ?")?;
    if let Some(id) = exact.query_row([symbol.as_str()], |row| row.get(0)).optional()? {
        return Ok(Some((id, symbol.clone())));
    }
    let family = family(connection, symbol)?;
    let holds = |other: &Symbol| match (symbol.letters(), other.letters()) {
        (_, None) => true,
        (Some(asked), Some(held)) => held.split_once('-').is_some_and(|(first, last)| {
            let single = |letters: &str| letters.len() == 1;
            single(asked) && single(first) && single(last) && first <= asked && asked <= last
        }),
        (None, Some(held)) => held.starts_with("A-"),
    };
    Ok(family.into_iter().find(|(_, other)| holds(other)))
}

/// The instruments that are the same but for the letters of their parts.
fn family(connection: &Connection, symbol: &Symbol) -> rusqlite::Result<Vec<(i64, Symbol)>> {
    let mut sql = connection.prepare_cached("SELECT id, symbol FROM instrument WHERE whole = ?")?;
    let rows = sql.query_map([symbol.without_letter().as_str()], |row| Ok((row.get(0)?, row.get::<_, String>(1)?)))?;
    let mut family = Vec::new();
    for row in rows {
        let (id, text) = row?;
        family.extend(Symbol::parse(&text).ok().map(|symbol| (id, symbol)));
    }
    family.sort_by(|(_, a), (_, b)| a.cmp(b));
    Ok(family)
}

//! Writing into the library.

use std::path::{Path, PathBuf};

use rusqlite::{Connection, OptionalExtension, params};

use super::rows::{self, Ballots};
use super::{StoreProblem, schema};
use crate::library::record::{Statement, TableFormat};
use crate::symbol::Symbol;

/// An import: all of it lands, or none. Dropped without [`StoreWriter::finish`], nothing has happened.
#[derive(Debug)]
pub(super) struct StoreWriter {
    path: PathBuf,
    connection: Connection,
}

/// A table that is being imported.
#[derive(Debug, Clone, Copy)]
pub(super) struct Table {
    source: i64,
    import: i64,
}

impl StoreWriter {
    /// Begins an import. Fails when the library can't be written, or another import goes on.
    pub fn begin(path: &Path) -> Result<StoreWriter, StoreProblem> {
        let connection = schema::for_writing(path)?;
        connection.set_prepared_statement_cache_capacity(super::PREPARED);
        let begin = || {
            connection.execute_batch("BEGIN IMMEDIATE")?;
            schema::lay_out(&connection)
        };
        begin().map_err(|error| StoreProblem::of(path, error))?;
        Ok(StoreWriter { path: path.to_owned(), connection })
    }

    /// Begins a file with tables. What comes of it can still be taken back alone.
    pub fn begin_table(&self) -> Result<(), StoreProblem> {
        self.work(|connection| connection.execute_batch("SAVEPOINT one_table"))
    }

    /// Ends it.
    pub fn end_table(&self) -> Result<(), StoreProblem> {
        self.work(|connection| connection.execute_batch("RELEASE one_table"))
    }

    /// The table of this name, known or new.
    pub fn table(&self, format: TableFormat, name: &str) -> Result<Table, StoreProblem> {
        self.work(|connection| {
            let import: i64 =
                connection.query_row("SELECT coalesce(max(import), 0) + 1 FROM source", [], |row| row.get(0))?;
            let source = connection.query_row(
                "INSERT INTO source (format, name, import) VALUES (?1, ?2, ?3)
                 ON CONFLICT (format, name) DO UPDATE SET import = ?3 RETURNING id",
                params![format.code(), name, import],
                |row| row.get(0),
            )?;
            Ok(Table { source, import })
        })
    }

    /// Puts in what a record of the table says of an instrument; `record` is what the table itself calls the
    /// record, if it does. Returns whether that is news.
    pub fn add(&self, table: Table, symbol: &Symbol, record: &str, statement: Statement) -> Result<bool, StoreProblem> {
        self.work(|connection| {
            let instrument = instrument(connection, symbol)?;
            let news = before(connection, table, instrument, record, statement)?;
            if let Some(statement) = &news {
                rows::insert(connection, instrument, table.source, record, table.import, statement)?;
            }
            Ok(news.is_some())
        })
    }

    /// Tidies a table: of the records that came again, what they said before goes.
    pub fn end(&self, table: Table) -> Result<(), StoreProblem> {
        self.work(|connection| {
            connection.execute(
                "DELETE FROM statement WHERE source = ?1 AND import < ?2 AND EXISTS (
                     SELECT 1 FROM statement AS again WHERE again.instrument = statement.instrument
                     AND again.source = ?1 AND again.import = ?2 AND again.record = statement.record)",
                params![table.source, table.import],
            )?;
            Ok(())
        })
    }

    /// Takes a table back.
    pub fn take_back(&self) -> Result<(), StoreProblem> {
        self.work(|connection| connection.execute_batch("ROLLBACK TO one_table; RELEASE one_table"))
    }

    /// Makes it last.
    pub fn finish(self) -> Result<(), StoreProblem> {
        self.work(|connection| {
            // With it, or not at all: what is not needed may not end an import that is done.
            connection.execute_batch("PRAGMA optimize; COMMIT;")
        })
    }

    fn work<T>(&self, work: impl FnOnce(&Connection) -> rusqlite::Result<T>) -> Result<T, StoreProblem> {
        work(&self.connection).map_err(|error| StoreProblem::of(&self.path, error))
    }
}

fn instrument(connection: &Connection, symbol: &Symbol) -> rusqlite::Result<i64> {
    let mut known = connection.prepare_cached("SELECT id FROM instrument WHERE symbol = ?")?;
    if let Some(id) = known.query_row([symbol.as_str()], |row| row.get(0)).optional()? {
        return Ok(id);
    }
    connection.prepare_cached("INSERT INTO instrument (symbol, whole, short) VALUES (?, ?, ?)")?.execute([
        symbol.as_str(),
        symbol.without_letter().as_str(),
        &symbol.short(),
    ])?;
    Ok(connection.last_insert_rowid())
}

/// What is still to be written of a statement, given what this source said of the instrument before: nothing where
/// it said the same, and both together where this very import said something that goes with it.
fn before(
    connection: &Connection,
    table: Table,
    instrument: i64,
    record: &str,
    mut statement: Statement,
) -> rusqlite::Result<Option<Statement>> {
    let mut said = connection
        .prepare_cached("SELECT 1 FROM statement WHERE instrument = ? AND source = ? AND record = ? LIMIT 1")?;
    if !said.exists(params![instrument, table.source, record])? {
        return Ok(Some(statement));
    }
    for stored in rows::statements(connection, instrument, Ballots::Read)? {
        if stored.source_id != table.source || stored.record != record {
            continue;
        }
        let same = stored.statement == statement;
        if same {
            connection
                .prepare_cached("UPDATE statement SET import = ? WHERE id = ?")?
                .execute([table.import, stored.id])?;
            return Ok(None);
        }
        if stored.import == table.import {
            let mut both = stored.statement.clone();
            match both.absorb(statement) {
                Ok(()) if both == stored.statement => return Ok(None),
                Ok(()) => {
                    connection.prepare_cached("DELETE FROM statement WHERE id = ?")?.execute([stored.id])?;
                    return Ok(Some(both));
                }
                Err(contradicting) => statement = *contradicting,
            }
        }
    }
    Ok(Some(statement))
}

//! The layout of the library's file, and opening it.
//!
//! What a record of a table says of an instrument is a row of `statement`, with its titles and related documents
//! beside it; nothing is merged before it is read. The file is meant to be opened with other tools, too: how a
//! State voted is the letter of `ballots` at the place `state.id`,
//! `substr(ballots, (SELECT id FROM state WHERE name = 'FIJI'), 1)`.

use std::fs;
use std::path::Path;
use std::time::Duration;

use rusqlite::{Connection, OpenFlags};

use super::{StoreProblem, StoreProblemKind};

/// The version of the layout, kept in the file's `user_version`. Raise it with any change of [`LAYOUT`], and say in
/// [`for_writing`] how the one before becomes this one.
pub const VERSION: i64 = 1;

/// Says that a file is a library of ours: `Rapp` as a number.
const APPLICATION: i64 = 0x5261_7070;

/// How long another program's writing is waited for.
const PATIENCE: Duration = Duration::from_millis(1_500);

const LAYOUT: &str = "
CREATE TABLE source (
    id INTEGER PRIMARY KEY,
    format TEXT NOT NULL,
    name TEXT NOT NULL,
    import INTEGER NOT NULL,
    UNIQUE (format, name)
);
CREATE TABLE instrument (
    id INTEGER PRIMARY KEY,
    symbol TEXT NOT NULL UNIQUE,
    -- Without the letter of a part: A/RES/66/254 of A/RES/66/254 A.
    whole TEXT NOT NULL,
    -- As texts cite it: 62/175.
    short TEXT NOT NULL
);
CREATE INDEX instrument_whole ON instrument (whole);
CREATE INDEX instrument_short ON instrument (short);
CREATE TABLE statement (
    id INTEGER PRIMARY KEY,
    instrument INTEGER NOT NULL REFERENCES instrument (id),
    source INTEGER NOT NULL REFERENCES source (id),
    -- What the source calls the record, where it has several of an instrument.
    record TEXT NOT NULL,
    import INTEGER NOT NULL,
    adopted TEXT,
    issued TEXT,
    without_vote INTEGER NOT NULL,
    yes INTEGER,
    no INTEGER,
    abstaining INTEGER,
    not_voting INTEGER,
    ballots TEXT,
    agenda_item TEXT,
    agenda_title TEXT,
    committee TEXT
);
CREATE INDEX statement_instrument ON statement (instrument, source);
CREATE INDEX statement_source ON statement (source, import);
CREATE TABLE title (
    id INTEGER PRIMARY KEY,
    statement INTEGER NOT NULL REFERENCES statement (id) ON DELETE CASCADE,
    language TEXT NOT NULL,
    kind TEXT NOT NULL,
    text TEXT NOT NULL
);
CREATE INDEX title_statement ON title (statement);
CREATE TABLE related (
    statement INTEGER NOT NULL REFERENCES statement (id) ON DELETE CASCADE,
    role TEXT NOT NULL,
    symbol TEXT NOT NULL,
    PRIMARY KEY (statement, role, symbol)
) WITHOUT ROWID;
CREATE INDEX related_symbol ON related (symbol, role);
CREATE TABLE state (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
);
CREATE VIRTUAL TABLE title_words USING fts5 (words, content = '', contentless_delete = 1, tokenize = 'ascii');
CREATE TRIGGER title_gone AFTER DELETE ON title BEGIN
    DELETE FROM title_words WHERE rowid = old.id;
END;
";

/// Opens a library to read it.
///
/// # Errors
///
/// When there is none, or none that can be read.
pub(super) fn for_reading(path: &Path) -> Result<Connection, StoreProblem> {
    present(path)?;
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let problem = |error| StoreProblem::of(path, error);
    let connection = Connection::open_with_flags(path, flags).map_err(problem)?;
    connection.busy_timeout(PATIENCE).map_err(problem)?;
    // A file without a layout is what an interrupted first import leaves.
    match version(&connection, path)? {
        0 => Err(StoreProblem::new(path, StoreProblemKind::Absent)),
        _ => Ok(connection),
    }
}

/// Opens a library to write into it. What it has no layout for yet is made by [`lay_out`].
///
/// While it is written, readers go on with what was there before (write-ahead log).
///
/// # Errors
///
/// When it cannot be made or written.
pub(super) fn for_writing(path: &Path) -> Result<Connection, StoreProblem> {
    match present(path) {
        Err(StoreProblem { kind: StoreProblemKind::Absent, .. }) => {
            if let Some(folder) = path.parent() {
                fs::create_dir_all(folder).map_err(|error| StoreProblem::new(path, StoreProblemKind::Closed(error)))?;
            }
        }
        otherwise => otherwise?,
    }
    let problem = |error| StoreProblem::of(path, error);
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags).map_err(problem)?;
    connection.busy_timeout(PATIENCE).map_err(problem)?;
    version(&connection, path)?;
    connection.pragma_update(None, "journal_mode", "wal").map_err(problem)?;
    connection.pragma_update(None, "foreign_keys", true).map_err(problem)?;
    connection.pragma_update(None, "synchronous", "normal").map_err(problem)?;
    Ok(connection)
}

/// Makes the layout where there is none, inside a transaction.
///
/// # Errors
///
/// When the database doesn't let it.
pub(super) fn lay_out(connection: &Connection) -> rusqlite::Result<()> {
    let version: i64 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    if version == 0 {
        connection.execute_batch(LAYOUT)?;
        connection.pragma_update(None, "application_id", APPLICATION)?;
        connection.pragma_update(None, "user_version", VERSION)?;
    }
    Ok(())
}

/// Whether there is a file at all.
fn present(path: &Path) -> Result<(), StoreProblem> {
    match fs::metadata(path) {
        Ok(about) if about.is_file() => Ok(()),
        Ok(_) => Err(StoreProblem::new(path, StoreProblemKind::NoLibrary)),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            Err(StoreProblem::new(path, StoreProblemKind::Absent))
        }
        Err(error) => Err(StoreProblem::new(path, StoreProblemKind::Closed(error))),
    }
}

/// The version of the layout that a file has; 0 for an empty one.
fn version(connection: &Connection, path: &Path) -> Result<i64, StoreProblem> {
    let number = |pragma: &str| -> Result<i64, StoreProblem> {
        connection.pragma_query_value(None, pragma, |row| row.get(0)).map_err(|error| StoreProblem::of(path, error))
    };
    let (application, version) = (number("application_id")?, number("user_version")?);
    let tables: i64 = connection
        .query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))
        .map_err(|error| StoreProblem::of(path, error))?;
    match (application, version) {
        (0, 0) if tables == 0 => Ok(0),
        (APPLICATION, 1..=VERSION) => Ok(version),
        (APPLICATION, _) => Err(StoreProblem::new(path, StoreProblemKind::Newer { version })),
        _ => Err(StoreProblem::new(path, StoreProblemKind::NoLibrary)),
    }
}

//! The layout of the library's file, and opening it.
//!
//! What a record of a table says of an instrument is a row of `statement`, with its titles and related documents
//! beside it; nothing is merged before it is read. The file is meant to be opened with other tools, too: how a
//! State voted is the letter of `ballots` at the place `state.id`,
//! `substr(ballots, (SELECT id FROM state WHERE name = 'FIJI'), 1)`.
//!
//! A file is opened as a library or not at all. Its first bytes say whose it is before the database looks at it, and then
//! everything that is in it by name has to be what [`LAYOUT`] makes: another table, a view or a trigger under one of our
//! names would have our questions do something else than they say.
//!
//! Nothing of a library is written before its import is done, so that whoever reads goes on with what was there before. When
//! an import is ended while it writes, SQLite's rollback journal stays beside the library; the next who opens it puts back
//! what was there ([`recover`]).

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::limits::Limit;
use rusqlite::{Connection, OpenFlags};

use super::{StoreProblem, StoreProblemKind};
use crate::library::make_private_folder;

/// The version of the layout, kept in the file's `user_version`. Raise it with any change of [`LAYOUT`], and say in
/// [`for_writing`] how the one before becomes this one.
pub const VERSION: i64 = 1;

/// Says that a file is a library of ours: `Rapp` as a number.
const APPLICATION: i64 = 0x5261_7070;

/// How long another program's writing is waited for.
const PATIENCE: Duration = Duration::from_millis(1_500);

/// How much of an import is kept in memory before something has to be written, in KB: much more than any list that there is.
const KEPT_IN_MEMORY: i64 = 256 << 10;

/// The longest text that a library may have, in bytes. No record is longer.
const LONGEST_TEXT: i32 = 16 << 20;

/// The tables in which SQLite's full-text search keeps its index begin like this. What is in them may change with SQLite.
const INDEX_TABLES: &str = "title_words_";

/// The tables in which SQLite keeps how many rows the others have begin like this.
const STATISTICS_TABLES: &str = "sqlite_stat";

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
    if whose(path)? == FirstBytes::Unfinished || is_left_behind(path) {
        recover(path);
    }
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = open(path, flags)?;
    super::bound_in_time(&connection, super::LONGEST_ANSWER).map_err(|error| StoreProblem::of(path, error))?;
    // A file without a layout is what an interrupted first import leaves.
    match version(&connection, path)? {
        0 => Err(StoreProblem::new(path, StoreProblemKind::Absent)),
        _ => Ok(connection),
    }
}

/// Opens a library to write into it. What it has no layout for yet is made by [`lay_out`].
///
/// While it is written, readers go on with what was there before.
///
/// # Errors
///
/// When it cannot be made or written.
pub(super) fn for_writing(path: &Path) -> Result<Connection, StoreProblem> {
    match whose(path) {
        Err(StoreProblem { kind: StoreProblemKind::Absent, .. }) => {
            if let Some(folder) = path.parent() {
                make_private_folder(folder)
                    .map_err(|error| StoreProblem::new(path, StoreProblemKind::Closed(error)))?;
            }
        }
        otherwise => {
            otherwise?;
        }
    }
    let problem = |error| StoreProblem::of(path, error);
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = open(path, flags)?;
    version(&connection, path)?;
    // Libraries of earlier versions may have been left with a write-ahead log, which can't be read without writing.
    connection.pragma_update(None, "journal_mode", "delete").map_err(problem)?;
    connection.pragma_update(None, "cache_size", -KEPT_IN_MEMORY).map_err(problem)?;
    connection.pragma_update(None, "foreign_keys", true).map_err(problem)?;
    connection.pragma_update(None, "synchronous", "full").map_err(problem)?;
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

/// What the first bytes of a file say of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum FirstBytes {
    /// It is a library.
    Library,
    /// Nothing was finished in it yet: it is empty, or what was begun is in a journal beside it.
    Unfinished,
}

/// Whose a file is, by its first bytes alone.
fn whose(path: &Path) -> Result<FirstBytes, StoreProblem> {
    let problem = |kind| StoreProblem::new(path, kind);
    match fs::metadata(path) {
        Ok(about) if about.is_file() => {}
        Ok(_) => return Err(problem(StoreProblemKind::NoLibrary)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Err(problem(StoreProblemKind::Absent)),
        Err(error) => return Err(problem(StoreProblemKind::Closed(error))),
    }
    let mut head = Vec::with_capacity(HEAD);
    let read = File::open(path).and_then(|file| file.take(HEAD as u64).read_to_end(&mut head));
    read.map_err(|error| problem(StoreProblemKind::Closed(error)))?;
    if head.is_empty() || head.iter().all(|byte| *byte == 0) {
        // Its first page may not have been written.
        return Ok(FirstBytes::Unfinished);
    }
    let number =
        |at: usize| head.get(at..at + 4).and_then(|bytes| Some(i64::from(u32::from_be_bytes(bytes.try_into().ok()?))));
    if head.len() < HEAD || !head.starts_with(MAGIC) {
        return Err(problem(StoreProblemKind::NoLibrary));
    }
    match number(APPLICATION_AT) {
        Some(APPLICATION) => Ok(FirstBytes::Library),
        // What an earlier version began is one page and a log beside it.
        Some(0) if number(VERSION_AT) == Some(0) && is_one_page(path, &head) => Ok(FirstBytes::Unfinished),
        _ => Err(problem(StoreProblemKind::NoLibrary)),
    }
}

/// How long the head of a database file is, in bytes, what it begins with, and where three numbers are in it:
/// <https://www.sqlite.org/fileformat.html>, section 1.3.
const HEAD: usize = 100;
const MAGIC: &[u8] = b"SQLite format 3\0";
const PAGE_SIZE_AT: usize = 16;
const VERSION_AT: usize = 60;
const APPLICATION_AT: usize = 68;

/// Whether a file is no longer than a page of the size that its head tells.
fn is_one_page(path: &Path, head: &[u8]) -> bool {
    let size =
        head.get(PAGE_SIZE_AT..PAGE_SIZE_AT + 2).and_then(|bytes| Some(u16::from_be_bytes(bytes.try_into().ok()?)));
    // 65,536 is written as 1.
    let size = size.map_or(0, |size| if size == 1 { 1 << 16 } else { u64::from(size) });
    fs::metadata(path).is_ok_and(|about| about.len() <= size)
}

/// Whether an import that was ended has left something beside a library of ours.
fn is_left_behind(path: &Path) -> bool {
    ["-journal", "-wal"].iter().any(|suffix| {
        let mut beside = path.as_os_str().to_owned();
        beside.push(suffix);
        fs::metadata(beside).is_ok_and(|about| about.len() > 0)
    }) || has_log(path)
}

/// Whether the head of a file says that it is written through a write-ahead log.
fn has_log(path: &Path) -> bool {
    let mut head = [0; 20];
    File::open(path).and_then(|mut file| file.read_exact(&mut head)).is_ok() && head.get(18..) != Some(&[1, 1])
}

/// Puts back what was in a library before an import that was ended while it wrote. An import that still goes on is let be.
/// Where that can't be done, whoever opens the library is told why.
fn recover(path: &Path) {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let Ok(connection) = open(path, flags) else { return };
    // Nothing is done to what turns out to be none of ours.
    let _ = connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true);
    // Reading puts back what a journal holds; another mode empties a log.
    let names = "SELECT count(*) FROM sqlite_schema";
    if connection.query_row(names, [], |_| Ok(())).is_ok() && has_log(path) && version(&connection, path).is_ok() {
        let _ = connection.pragma_update(None, "journal_mode", "delete");
    }
}

/// Opens the database in a file, with nothing allowed that could do more than read and write it.
fn open(path: &Path, flags: OpenFlags) -> Result<Connection, StoreProblem> {
    let opened = || -> rusqlite::Result<Connection> {
        let connection = Connection::open_with_flags(path, flags)?;
        connection.busy_timeout(PATIENCE)?;
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
        connection.set_limit(Limit::SQLITE_LIMIT_LENGTH, LONGEST_TEXT)?;
        connection.set_limit(Limit::SQLITE_LIMIT_ATTACHED, 0)?;
        Ok(connection)
    };
    opened().map_err(|error| StoreProblem::of(path, error))
}

/// The version of the layout that a file has, which has all that this layout has and nothing else; 0 for an empty one.
fn version(connection: &Connection, path: &Path) -> Result<i64, StoreProblem> {
    let number = |pragma: &str| -> Result<i64, StoreProblem> {
        connection.pragma_query_value(None, pragma, |row| row.get(0)).map_err(|error| StoreProblem::of(path, error))
    };
    let (application, version) = (number("application_id")?, number("user_version")?);
    match (application, version) {
        (0, 0) | (APPLICATION, 1..=VERSION) => {}
        (APPLICATION, _) => return Err(StoreProblem::new(path, StoreProblemKind::Newer { version })),
        _ => return Err(StoreProblem::new(path, StoreProblemKind::NoLibrary)),
    }
    let found = contents(connection).map_err(|error| StoreProblem::of(path, error))?;
    let expected = || -> rusqlite::Result<Contents> {
        let connection = Connection::open_in_memory()?;
        connection.execute_batch(LAYOUT)?;
        contents(&connection)
    };
    let is_ours = match version {
        0 => found.is_empty(),
        _ => found == expected().map_err(|error| StoreProblem::of(path, error))?,
    };
    if is_ours { Ok(version) } else { Err(StoreProblem::new(path, StoreProblemKind::NoLibrary)) }
}

/// What is in a database by name: its kind, the table that it is of, and the statement that makes it.
type Contents = BTreeMap<String, (String, String, String)>;

fn contents(connection: &Connection) -> rusqlite::Result<Contents> {
    let mut sql = connection.prepare("SELECT name, type, tbl_name, coalesce(sql, '') FROM sqlite_schema LIMIT 1000")?;
    let mut rows = sql.query([])?;
    let mut contents = Contents::new();
    while let Some(row) = rows.next()? {
        let (name, kind, table): (String, String, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
        let statement = plain(&row.get::<_, String>(3)?);
        let is_plain_table = kind == "table" && statement.starts_with("create table ");
        if is_plain_table && name.starts_with(STATISTICS_TABLES) {
            continue;
        }
        // SQLite's own words there may be others in another version of it.
        let statement = if is_plain_table && name.starts_with(INDEX_TABLES) { String::new() } else { statement };
        contents.insert(name, (kind, table, statement));
    }
    Ok(contents)
}

/// A statement without its comments, in small letters and with one space between its words.
fn plain(statement: &str) -> String {
    let lines = statement.lines().map(|line| line.split_once("--").map_or(line, |(before, _)| before));
    lines.flat_map(str::split_whitespace).collect::<Vec<_>>().join(" ").to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_statement_is_compared_by_its_words() {
        let [first, second] =
            ["CREATE TABLE a (\n  -- What it is.\n  b TEXT\n)", "create table a (\n b  text -- it\n)"].map(plain);
        assert_eq!((first.as_str(), second), ("create table a ( b text )", first.clone()));
    }
}

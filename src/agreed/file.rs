//! The layout of the index, and its file.
//!
//! Nothing in it is worth more than the time that making it took: a file that is damaged, or of another version, is removed and
//! made anew. One that another program made is never touched.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::{Connection, ErrorCode, OpenFlags};

use super::AgreedIndexProblem;
use crate::library::{cache_folder, make_private_folder};

/// Raise it with any change of [`LAYOUT`], and of what is taken of a text.
const VERSION: i64 = 1;

/// Says that a file is such an index: `RapA` as a number.
const APPLICATION: i64 = 0x5261_7041;

/// How long another program's writing is waited for.
const PATIENCE: Duration = Duration::from_secs(5);

/// How much of the index is kept in memory while it is written, in KB.
const KEPT_WRITING: i64 = 24 << 10;

/// How much of it is kept in memory for questions, in KB.
const KEPT_READING: i64 = 8 << 10;

const LAYOUT: &str = "
CREATE TABLE text (
    id INTEGER PRIMARY KEY,
    path TEXT NOT NULL UNIQUE,
    size INTEGER NOT NULL,
    changed INTEGER NOT NULL,
    -- Without a symbol it is no instrument, and has no places.
    symbol TEXT,
    language TEXT,
    adopted TEXT
);
-- Each wording once, however many texts have it.
CREATE TABLE wording (
    id INTEGER PRIMARY KEY,
    hash INTEGER NOT NULL UNIQUE,
    said TEXT NOT NULL
);
CREATE TABLE place (
    text INTEGER NOT NULL,
    paragraph INTEGER NOT NULL,
    wording INTEGER NOT NULL,
    kind TEXT NOT NULL,
    path TEXT NOT NULL,
    line INTEGER NOT NULL,
    PRIMARY KEY (text, paragraph)
) WITHOUT ROWID;
CREATE INDEX place_wording ON place (wording);
-- In how many of a sample of all wordings a word is.
CREATE TABLE sampled (
    word TEXT PRIMARY KEY,
    wordings INTEGER NOT NULL
) WITHOUT ROWID;
CREATE VIRTUAL TABLE wording_words USING fts5 (words, content = '', columnsize = 0, detail = none, tokenize = 'ascii');
";

/// Where the index is, unless another place is named.
pub(super) fn usual() -> Option<PathBuf> {
    Some(cache_folder()?.join("agreed.sqlite"))
}

/// Opens the index for questions; `None` where there is none yet.
pub(super) fn for_questions(path: &Path) -> Result<Option<Connection>, AgreedIndexProblem> {
    if !path.exists() {
        return Ok(None);
    }
    let problem = |error| AgreedIndexProblem::database(path, error);
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags).map_err(problem)?;
    match whose(&connection) {
        Ok(Whose::Ours) => {}
        Ok(Whose::Empty | Whose::OfAnotherVersion) => return Ok(None),
        Ok(Whose::Foreign) => return Err(AgreedIndexProblem::foreign(path)),
        Err(error) => return Err(problem(error)),
    }
    connection.busy_timeout(PATIENCE).map_err(problem)?;
    connection.pragma_update(None, "trusted_schema", false).map_err(problem)?;
    connection.pragma_update(None, "cache_size", -KEPT_READING).map_err(problem)?;
    Ok(Some(connection))
}

/// Opens the index to write into it, and makes it where there is none, or one that can't be used.
pub(super) fn for_writing(path: &Path) -> Result<Connection, AgreedIndexProblem> {
    if let Some(folder) = path.parent() {
        make_private_folder(folder).map_err(|error| AgreedIndexProblem::closed(path, error))?;
    }
    match opened(path) {
        Ok(Some(connection)) => return Ok(connection),
        Ok(None) => {}
        Err(error) if matches!(error.sqlite_error_code(), Some(ErrorCode::DatabaseCorrupt)) => {}
        Err(error) if matches!(error.sqlite_error_code(), Some(ErrorCode::NotADatabase)) => {
            return Err(AgreedIndexProblem::foreign(path));
        }
        Err(error) => return Err(AgreedIndexProblem::database(path, error)),
    }
    remove(path)?;
    let made = opened(path).map_err(|error| AgreedIndexProblem::database(path, error))?;
    made.ok_or_else(|| AgreedIndexProblem::foreign(path))
}

/// The index as it is, laid out where nothing is in the file; `None` where it is of another version.
fn opened(path: &Path) -> rusqlite::Result<Option<Connection>> {
    let connection = Connection::open(path)?;
    connection.busy_timeout(PATIENCE)?;
    match whose(&connection)? {
        Whose::Ours => {}
        Whose::Empty => lay_out(&connection)?,
        Whose::OfAnotherVersion => return Ok(None),
        Whose::Foreign => {
            let foreign = rusqlite::ffi::Error::new(rusqlite::ffi::SQLITE_NOTADB);
            return Err(rusqlite::Error::SqliteFailure(foreign, None));
        }
    }
    connection.pragma_update(None, "trusted_schema", false)?;
    connection.pragma_update(None, "secure_delete", true)?;
    connection.pragma_update(None, "synchronous", "NORMAL")?;
    connection.pragma_update(None, "cache_size", -KEPT_WRITING)?;
    connection.pragma_update(None, "temp_store", "MEMORY")?;
    Ok(Some(connection))
}

fn lay_out(connection: &Connection) -> rusqlite::Result<()> {
    // Two windows may come here at once; the second one waits, and finds the layout.
    connection.pragma_update(None, "page_size", 8192)?;
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.execute_batch("BEGIN IMMEDIATE")?;
    if let Whose::Empty = whose(connection)? {
        connection.execute_batch(LAYOUT)?;
        connection.pragma_update(None, "application_id", APPLICATION)?;
        connection.pragma_update(None, "user_version", VERSION)?;
    }
    connection.execute_batch("COMMIT")
}

/// Whose a database is.
enum Whose {
    Ours,
    /// Nothing is in it.
    Empty,
    /// It is ours, of an earlier or later program.
    OfAnotherVersion,
    Foreign,
}

fn whose(connection: &Connection) -> rusqlite::Result<Whose> {
    let number = |name: &str| connection.pragma_query_value(None, name, |row| row.get::<_, i64>(0));
    let (application, version) = (number("application_id")?, number("user_version")?);
    let tables: i64 = connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    Ok(match (application, version, tables) {
        (APPLICATION, VERSION, _) => Whose::Ours,
        (APPLICATION, ..) => Whose::OfAnotherVersion,
        (_, _, 0) => Whose::Empty,
        _ => Whose::Foreign,
    })
}

/// Removes the index with what SQLite keeps beside it, and says whether there was one.
pub(super) fn remove(path: &Path) -> Result<bool, AgreedIndexProblem> {
    if !path.exists() {
        return Ok(false);
    }
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let owner = Connection::open_with_flags(path, flags).and_then(|connection| whose(&connection));
    match owner {
        Ok(Whose::Foreign) => return Err(AgreedIndexProblem::foreign(path)),
        Err(error) if matches!(error.sqlite_error_code(), Some(ErrorCode::NotADatabase)) => {
            return Err(AgreedIndexProblem::foreign(path));
        }
        _ => {}
    }
    for ending in ["-wal", "-shm", ""] {
        let mut name = path.as_os_str().to_owned();
        name.push(ending);
        match fs::remove_file(Path::new(&name)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                return Err(AgreedIndexProblem::closed(path, error));
            }
            _ => {}
        }
    }
    Ok(true)
}

//! The stored library: what was imported out of tables, one SQLite database on this machine.
//!
//! [`Store`] reads it, [`import`](import::import) writes it; `schema` is the file's layout, `rows` goes between the
//! layout and the structs of [`super::record`], `merge` makes one record of what several sources say, [`coverage`] is
//! what the library is complete enough to deny. How titles are searched is in [`super::words`].

pub mod coverage;
pub mod export;
pub mod import;
mod merge;
mod place;
mod problem;
mod rows;
mod schema;
mod search;
mod write;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use rusqlite::{Connection, OptionalExtension};

pub use place::{VARIABLE, place};
pub use problem::{StoreProblem, StoreProblemKind};
pub use search::Hit;

use super::record::{Ballot, RelationKind, StoredRecord};
use crate::messages::Template;
use crate::symbol::Symbol;
use coverage::Coverage;

/// All messages about the stored library.
pub fn messages() -> impl Iterator<Item = &'static Template> {
    [problem::MESSAGES, import::faults::MESSAGES, import::syntax::MESSAGES].into_iter().flatten().copied()
}

/// How many prepared statements are kept.
const PREPARED: usize = 32;

/// How long a question may take. The slowest of a library with all resolutions takes a tenth of a second.
const LONGEST_ANSWER: Duration = Duration::from_secs(5);

/// After how many of its steps the database looks whether that is over.
const STEPS: i32 = 10_000;

/// The stored library, to read. It stays readable while something is imported, and has what was imported from the
/// moment when the import is done.
#[derive(Debug)]
pub struct Store {
    path: PathBuf,
    opened: Mutex<OpenedLibrary>,
    /// What the library is complete in, and the version of the data of which that was found.
    coverage: Mutex<Option<(i64, Vec<Coverage>)>>,
}

/// A library's file as it was opened.
#[derive(Debug)]
struct OpenedLibrary {
    connection: Connection,
    /// Which file it was.
    file: Option<FileNumber>,
    /// How often another file was put in its place since.
    swaps: i64,
}

/// What tells a file from another one that was put in its place: its device and its number there. Where the system
/// has none, a file that is open can't be replaced.
type FileNumber = (u64, u64);

#[cfg(unix)]
fn file_number(path: &Path) -> Option<FileNumber> {
    use std::os::unix::fs::MetadataExt;
    std::fs::metadata(path).ok().map(|about| (about.dev(), about.ino()))
}

#[cfg(not(unix))]
fn file_number(_path: &Path) -> Option<FileNumber> {
    None
}

impl OpenedLibrary {
    fn open(path: &Path, swaps: i64) -> Result<OpenedLibrary, StoreProblem> {
        let file = file_number(path);
        let connection = schema::for_reading(path)?;
        connection.set_prepared_statement_cache_capacity(PREPARED);
        Ok(OpenedLibrary { connection, file, swaps })
    }
}

impl Store {
    /// Opens a library.
    ///
    /// # Errors
    ///
    /// When there is none, or it is damaged, locked, from a later version of the program or none at all.
    pub fn open(path: &Path) -> Result<Store, StoreProblem> {
        let opened = OpenedLibrary::open(path, 0)?;
        Ok(Store { path: path.to_owned(), opened: Mutex::new(opened), coverage: Mutex::default() })
    }

    /// The file that it is in.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// A number that changes with every import by another process, and when another library is put in the place of this
    /// one, which is then read.
    ///
    /// # Errors
    ///
    /// When the file can't be read any more, or what was put in its place is no library.
    pub fn version(&self) -> Result<i64, StoreProblem> {
        let swaps = {
            let mut opened = self.opened();
            let now = file_number(&self.path);
            if now.is_some() && now != opened.file {
                *opened = OpenedLibrary::open(&self.path, opened.swaps + 1)?;
            }
            opened.swaps
        };
        let imports: i64 = self.read(|connection| {
            let mut sql = connection.prepare_cached("PRAGMA data_version")?;
            sql.query_row([], |row| row.get(0))
        })?;
        Ok((swaps << 32) + imports)
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
        let opened = self.opened();
        let answer = bound_in_time(&opened.connection, LONGEST_ANSWER).and_then(|()| work(&opened.connection));
        answer.map_err(|error| StoreProblem::of(&self.path, error))
    }

    fn opened(&self) -> MutexGuard<'_, OpenedLibrary> {
        self.opened.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Has all that a database is asked from now on answered in that time, or not at all.
fn bound_in_time(connection: &Connection, longest: Duration) -> rusqlite::Result<()> {
    let begun = Instant::now();
    connection.progress_handler(STEPS, Some(move || begun.elapsed() > longest))
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

#[cfg(test)]
mod tests {
    #[cfg(unix)]
    use super::import::{Input, import};
    use super::*;

    #[cfg(unix)]
    fn import_one(file: &Path, symbol: &str) {
        let table = format!("symbol,title,adopted\n{symbol},Protection of the night sky,2036-12-03\n");
        let input = Input { name: "table.csv".to_owned(), bytes: Box::new(std::io::Cursor::new(table)) };
        import(file, [input], |_, _| {}, |_, _| {}).unwrap();
    }

    #[test]
    fn a_question_without_an_end_is_not_waited_for() {
        let connection = Connection::open_in_memory().unwrap();
        bound_in_time(&connection, Duration::ZERO).unwrap();
        let endless =
            "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT sum(i) FROM n WHERE i < 0";
        let error = connection.query_row(endless, [], |_| Ok(())).unwrap_err();
        let problem = StoreProblem::of("l.sqlite".as_ref(), error).to_string();
        assert!(problem.starts_with("l.sqlite: This library took more than 5 seconds to answer"), "{problem}");
    }

    #[test]
    #[cfg(unix)]
    fn a_library_that_is_put_in_the_place_of_another_one_is_read() {
        let folder = std::env::temp_dir().join(format!("rapporteur-swapped-{}", std::process::id()));
        let [file, other] = ["library.sqlite", "other.sqlite"].map(|name| folder.join(name));
        import_one(&file, "A/RES/91/7");
        import_one(&other, "A/RES/92/7");
        let store = Store::open(&file).unwrap();
        let before = store.version().unwrap();
        assert_eq!(store.version().unwrap(), before);
        std::fs::rename(&other, &file).unwrap();
        assert_ne!(store.version().unwrap(), before);
        assert_eq!(store.symbols().unwrap(), [Symbol::parse("A/RES/92/7").unwrap()]);
        std::fs::write(&other, "Notes for lunch").unwrap();
        std::fs::rename(&other, &file).unwrap();
        assert!(matches!(store.version().unwrap_err().kind, StoreProblemKind::NoLibrary));
        std::fs::remove_dir_all(&folder).unwrap();
    }
}

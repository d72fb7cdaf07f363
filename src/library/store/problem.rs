//! Why the stored library cannot be used, said to a person.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use rusqlite::ErrorCode;

use crate::messages::{Locale, Message, system};

/// Why the stored library cannot be used. Printed as plain sentences: the file, what is wrong, the mend.
#[derive(Debug)]
pub struct StoreProblem {
    /// The library's file.
    pub path: PathBuf,
    /// What is wrong.
    pub kind: StoreProblemKind,
}

/// What is wrong with a stored library.
#[derive(Debug)]
pub enum StoreProblemKind {
    /// Nothing was imported yet.
    Absent,
    /// The file is something else.
    NoLibrary,
    /// A later version of the program made it.
    Newer {
        /// The version that the file has.
        version: i64,
    },
    /// Parts of the file are unreadable.
    Damaged,
    /// Another program writes into it now.
    Locked,
    /// It may not be written.
    ReadOnly,
    /// It took too long to answer.
    Slow,
    /// The disk is full.
    Full,
    /// The system doesn't let the file be opened, or its folder made.
    Closed(io::Error),
    /// The system knows no folder for data.
    NoHome,
    /// Anything else, as the database says it.
    Other(rusqlite::Error),
}

impl StoreProblem {
    pub(super) fn new(path: &Path, kind: StoreProblemKind) -> StoreProblem {
        StoreProblem { path: path.to_owned(), kind }
    }

    /// What an error of the database means for the library at this path.
    pub(super) fn of(path: &Path, error: rusqlite::Error) -> StoreProblem {
        let kind = match error.sqlite_error_code() {
            Some(ErrorCode::NotADatabase) => StoreProblemKind::NoLibrary,
            Some(ErrorCode::DatabaseCorrupt) => StoreProblemKind::Damaged,
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => StoreProblemKind::Locked,
            Some(ErrorCode::ReadOnly) => StoreProblemKind::ReadOnly,
            Some(ErrorCode::OperationInterrupted) => StoreProblemKind::Slow,
            Some(ErrorCode::DiskFull) => StoreProblemKind::Full,
            Some(ErrorCode::CannotOpen | ErrorCode::PermissionDenied) => StoreProblemKind::Closed(
                std::fs::File::open(path).err().unwrap_or_else(|| io::ErrorKind::PermissionDenied.into()),
            ),
            _ => StoreProblemKind::Other(error),
        };
        StoreProblem::new(path, kind)
    }
}

crate::messages! {
    "library.problem":
    absent(path: name) =
        "{path}: There is no library yet. `rapporteur library import FILE…` makes one of your tables.";
    no_library(path: name) =
        "{path}: This is no library of Rapporteur. Name another file with `--library` or in RAPPORTEUR_LIBRARY.";
    newer(path: name, version: number, known: number) =
        "{path}: A later version of Rapporteur made this library (layout {version}; this one knows {known}). Update \
         Rapporteur, or name another file with `--library`.";
    damaged(path: name) = "{path}: This library is damaged. Move it away and import your tables again.";
    locked(path: name) =
        "{path}: Another program is writing into this library. Try again when it is done.";
    read_only(path: name) =
        "{path}: This library may only be read. Allow it to be written, or name another file with `--library`.";
    slow(path: name, seconds: number) =
        "{path}: This library took more than {seconds, plural, one {{seconds} second} other {{seconds} seconds}} to \
         answer a question, and was not waited for. Move it away and import your tables again if it stays so.";
    full(path: name) =
        "{path}: The disk is full. Make room and import again; the library is as it was before.";
    closed(path: name, fault: message) =
        "{path}: This library could not be opened: {fault}. Allow it to be read, or name another file with `--library`.";
    no_home() =
        "This system has no folder for a user's data. Say where the library is with `--library` or in \
         RAPPORTEUR_LIBRARY.";
    other(path: name, fault: message) =
        "{path}: The library could not be used: {fault}. Move it away and import your tables again if it stays so.";
    disk_failed() = "its file could not be read or written";
    no_memory() = "there is not enough memory";
    too_big() = "something in it is too large";
    of_sqlite(code: number) = "SQLite gave error {code}";
    other_contents() = "something in it is of another kind than belongs there";
}

impl StoreProblem {
    /// What the user is told: what is wrong, and how to mend it.
    pub fn message(&self) -> Message {
        let path = self.path.display().to_string();
        match &self.kind {
            StoreProblemKind::Absent => absent(path),
            StoreProblemKind::NoLibrary => no_library(path),
            StoreProblemKind::Newer { version } => {
                newer(path, version.unsigned_abs(), super::schema::VERSION.unsigned_abs())
            }
            StoreProblemKind::Damaged => damaged(path),
            StoreProblemKind::Locked => locked(path),
            StoreProblemKind::ReadOnly => read_only(path),
            StoreProblemKind::Slow => slow(path, super::LONGEST_ANSWER.as_secs()),
            StoreProblemKind::Full => full(path),
            StoreProblemKind::Closed(error) => closed(path, system::fault(error)),
            StoreProblemKind::NoHome => no_home(),
            StoreProblemKind::Other(error) => other(path, fault(error)),
        }
    }
}

/// What the database says that no kind of ours is about: a clause.
fn fault(error: &rusqlite::Error) -> Message {
    match error.sqlite_error() {
        Some(error) if error.code == ErrorCode::SystemIoFailure => disk_failed(),
        Some(error) if error.code == ErrorCode::OutOfMemory => no_memory(),
        Some(error) if error.code == ErrorCode::TooBig => too_big(),
        Some(error) => of_sqlite(error.extended_code.unsigned_abs()),
        None => other_contents(),
    }
}

impl fmt::Display for StoreProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message().text(&Locale::ENGLISH))
    }
}

impl std::error::Error for StoreProblem {}

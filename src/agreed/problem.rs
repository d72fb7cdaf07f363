//! Why the index cannot be used, said to a person.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use crate::messages::{Locale, Message, system};

/// Why the index of agreed language cannot be used.
#[derive(Debug)]
pub struct AgreedIndexProblem {
    /// The file of the index.
    pub path: PathBuf,
    kind: ProblemKind,
}

#[derive(Debug)]
enum ProblemKind {
    /// Another program's file is in its place.
    Foreign,
    /// The system doesn't let it be made or removed.
    Closed(io::Error),
    /// As the database says it.
    Database(rusqlite::Error),
}

crate::messages! {
    "agreed.problem":
    foreign(path: name) =
        "{path}: This is no index of Rapporteur’s, and was left. Move it away, and the index is made in its place.";
    closed(path: name, fault: message) =
        "{path}: The index of agreed language cannot be used: {fault}.";
    busy(path: name) =
        "{path}: Another window is working on the index of agreed language. Try again in a moment.";
    database(path: name, code: number) =
        "{path}: The index of agreed language cannot be used: SQLite gave error {code}. `rapporteur cache clear` removes it, and \
         it is made anew.";
}

impl AgreedIndexProblem {
    pub(super) fn foreign(path: &Path) -> AgreedIndexProblem {
        AgreedIndexProblem { path: path.to_owned(), kind: ProblemKind::Foreign }
    }

    pub(super) fn closed(path: &Path, error: io::Error) -> AgreedIndexProblem {
        AgreedIndexProblem { path: path.to_owned(), kind: ProblemKind::Closed(error) }
    }

    pub(super) fn database(path: &Path, error: rusqlite::Error) -> AgreedIndexProblem {
        AgreedIndexProblem { path: path.to_owned(), kind: ProblemKind::Database(error) }
    }

    /// What the user is told.
    pub fn message(&self) -> Message {
        let path = self.path.display().to_string();
        match &self.kind {
            ProblemKind::Foreign => foreign(path),
            ProblemKind::Closed(error) => closed(path, system::fault(error)),
            ProblemKind::Database(error) => match error.sqlite_error_code() {
                Some(rusqlite::ErrorCode::DatabaseBusy | rusqlite::ErrorCode::DatabaseLocked) => busy(path),
                _ => {
                    let code = error.sqlite_error().map_or(0, |error| error.extended_code.unsigned_abs());
                    database(path, code)
                }
            },
        }
    }
}

impl fmt::Display for AgreedIndexProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message().text(&Locale::ENGLISH))
    }
}

impl std::error::Error for AgreedIndexProblem {}

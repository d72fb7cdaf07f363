//! Agreed language: where words have stood before, in all texts at hand.
//!
//! [`AgreedIndex`] is one SQLite database in the user's folder for caches. It has each wording of a paragraph once, the places
//! where it stands, and an index of its words, by which wordings are found that are like what is asked for. What is in it is
//! made of files that the program may read, and can be made again at any time: [`AgreedIndex::keep_up`] takes in what is new or
//! has changed, and forgets what is gone. `file` is the layout, `wording` what is taken of a text, `keeping` writes, `question`
//! answers.

mod file;
mod keeping;
mod problem;
mod question;
mod sentences;
#[cfg(test)]
mod tests;
mod wording;

use std::path::{Path, PathBuf};
use std::sync::Mutex;

use rusqlite::Connection;

pub use keeping::IndexKeeper;
pub use problem::AgreedIndexProblem;
pub use question::{AgreedPlace, AgreedWording, Question};
pub use sentences::nowhere;

use crate::messages::Template;

/// All messages about the index.
pub fn messages() -> impl Iterator<Item = &'static Template> {
    [problem::MESSAGES, sentences::MESSAGES].into_iter().flatten().copied()
}

/// The index of agreed language in a file. It is made when something is kept in it.
#[derive(Debug)]
pub struct AgreedIndex {
    path: PathBuf,
    /// Open for questions.
    reading: Mutex<Option<Connection>>,
}

impl AgreedIndex {
    /// The index in the user's folder for caches; `None` where the system has none.
    pub fn usual() -> Option<AgreedIndex> {
        Some(AgreedIndex::at(&file::usual()?))
    }

    /// The index in this file.
    pub fn at(path: &Path) -> AgreedIndex {
        AgreedIndex { path: path.to_owned(), reading: Mutex::default() }
    }

    /// The file that it is in.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Removes the index, and says whether there was one. A file that is none of ours is left.
    ///
    /// # Errors
    ///
    /// When it can't be removed, or another program's file is in its place.
    pub fn clear(&self) -> Result<bool, AgreedIndexProblem> {
        *self.reading.lock().unwrap_or_else(std::sync::PoisonError::into_inner) = None;
        file::remove(&self.path)
    }
}

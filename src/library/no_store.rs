//! The stored library of a crate that is built without SQLite: nobody can have one.

use std::convert::Infallible;
use std::path::Path;

use super::Denial;
use super::record::StoredRecord;
use crate::messages::Template;
use crate::symbol::Symbol;

/// A stored library, which there can't be.
#[derive(Debug)]
pub struct Store(Infallible);

/// Why it can't be read: it isn't there.
#[derive(Debug)]
pub struct StoreProblem;

/// No messages.
pub fn messages() -> impl Iterator<Item = &'static Template> {
    std::iter::empty()
}

impl Store {
    /// Opens a library.
    ///
    /// # Errors
    ///
    /// Always.
    pub fn open(_: &Path) -> Result<Store, StoreProblem> {
        Err(StoreProblem)
    }

    /// The file that it is in.
    pub fn path(&self) -> &Path {
        match self.0 {}
    }

    /// As with SQLite.
    ///
    /// # Errors
    ///
    /// None.
    pub fn version(&self) -> Result<i64, StoreProblem> {
        match self.0 {}
    }

    /// As with SQLite.
    ///
    /// # Errors
    ///
    /// None.
    pub fn record(&self, _: &Symbol) -> Result<Option<StoredRecord>, StoreProblem> {
        match self.0 {}
    }

    /// As with SQLite.
    ///
    /// # Errors
    ///
    /// None.
    pub fn parts(&self, _: &Symbol) -> Result<Vec<Symbol>, StoreProblem> {
        match self.0 {}
    }

    /// As with SQLite.
    ///
    /// # Errors
    ///
    /// None.
    pub fn begun(&self, _: &str, _: usize) -> Result<Vec<Symbol>, StoreProblem> {
        match self.0 {}
    }

    /// As with SQLite.
    ///
    /// # Errors
    ///
    /// None.
    pub fn titled(&self, _: &str, _: usize) -> Result<Vec<Symbol>, StoreProblem> {
        match self.0 {}
    }

    /// As with SQLite.
    ///
    /// # Errors
    ///
    /// None.
    pub fn denies(&self, _: &Symbol) -> Result<Option<Denial>, StoreProblem> {
        match self.0 {}
    }
}

//! The stored library, where the crate is built without one.

use std::path::PathBuf;
use std::sync::Arc;

use super::outbox::Outbox;
use crate::library::AuthorityCache;
use crate::messages::Locale;

crate::messages! {
    "server.library":
}

/// No library.
#[derive(Debug)]
pub struct StoredLibrary;

impl StoredLibrary {
    /// None, whatever file would be usual.
    pub fn new(_: Option<PathBuf>, _: Arc<AuthorityCache>) -> StoredLibrary {
        StoredLibrary
    }

    /// No file, whatever the settings name.
    pub fn file(&self, _: Option<&PathBuf>) -> Option<PathBuf> {
        None
    }

    /// Does nothing.
    pub fn open(self: &Arc<StoredLibrary>, _: Option<PathBuf>, _: Arc<Outbox>, _: &'static Locale) {}

    /// Tells nothing.
    pub fn report(&self, _: &Outbox, _: &Locale) {}
}

//! How far the reading of folders has come, and whether it is still wanted. Shared between threads.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering::Relaxed};

/// How far the reading of folders has come.
#[derive(Debug, Default)]
pub struct IndexProgress {
    files: AtomicUsize,
    looked_at: AtomicUsize,
    instruments: AtomicUsize,
    to_read: AtomicUsize,
    read: AtomicUsize,
    stopped: AtomicBool,
}

/// What was found in a workspace.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct IndexSummary {
    /// Files that may be resolutions.
    pub files: usize,
    /// Those that were looked at: all, unless it was stopped.
    pub looked_at: usize,
    /// Those that are instruments.
    pub instruments: usize,
    /// Those whose citations are sought.
    pub to_read: usize,
    /// Those whose citations are known.
    pub read: usize,
}

impl IndexProgress {
    /// How far it has come.
    pub fn summary(&self) -> IndexSummary {
        IndexSummary {
            files: self.files.load(Relaxed),
            looked_at: self.looked_at.load(Relaxed),
            instruments: self.instruments.load(Relaxed),
            to_read: self.to_read.load(Relaxed),
            read: self.read.load(Relaxed),
        }
    }

    /// Says that it is not wanted any more. What is known already stays.
    pub fn stop(&self) {
        self.stopped.store(true, Relaxed);
    }

    /// Whether it is not wanted any more.
    pub fn is_stopped(&self) -> bool {
        self.stopped.load(Relaxed)
    }

    pub(super) fn found(&self, files: usize) {
        self.files.store(files, Relaxed);
    }

    pub(super) fn looked(&self, instrument: bool) {
        self.looked_at.fetch_add(1, Relaxed);
        self.instruments.fetch_add(instrument.into(), Relaxed);
    }

    pub(super) fn begin_reading(&self, texts: usize) {
        self.to_read.store(texts, Relaxed);
    }

    pub(super) fn has_read(&self) {
        self.read.fetch_add(1, Relaxed);
    }
}

//! A folder for one test.

use std::ops::Deref;
use std::path::{Path, PathBuf};

/// An empty folder for a test's workspace, removed after it. Its name is this process's own, so that two runs
/// at once don't meet.
pub struct Workspace(PathBuf);

impl Workspace {
    /// Makes the folder.
    pub fn new(name: &str) -> Workspace {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}-{}", std::process::id()));
        // A program that was built on another system has that one's path: on Windows it gets its drive here.
        let folder = std::path::absolute(folder).unwrap();
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir_all(&folder).unwrap();
        Workspace(folder)
    }
}

impl Deref for Workspace {
    type Target = Path;

    fn deref(&self) -> &Path {
        &self.0
    }
}

impl Drop for Workspace {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

//! The corpus of real texts that the measures run on where it is there.

use std::path::{Path, PathBuf};

/// The folder of the corpus; where there is none, says that the test was skipped.
pub fn corpus() -> Option<PathBuf> {
    let folder = std::env::var_os("RAPPORTEUR_CORPUS")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus"), PathBuf::from);
    if folder.is_dir() {
        return Some(folder);
    }
    println!("skipped: there is no corpus in {}", folder.display());
    None
}

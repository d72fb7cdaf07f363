//! Folders of the program's own, into which nobody but the user may look.

use std::path::PathBuf;

#[cfg(not(target_family = "wasm"))]
mod system {
    use std::fs;
    use std::io;
    use std::path::{Path, PathBuf};

    use etcetera::BaseStrategy;

    /// The environment variable that names the folder for what can be made again, instead of the system's.
    const CACHE_VARIABLE: &str = "RAPPORTEUR_CACHE";

    pub fn cache_folder() -> Option<PathBuf> {
        let set = std::env::var_os(CACHE_VARIABLE).filter(|path| !path.is_empty()).map(PathBuf::from);
        let own = || Some(etcetera::base_strategy::choose_native_strategy().ok()?.cache_dir().join("rapporteur"));
        set.or_else(own)
    }

    pub fn home_folder() -> Option<PathBuf> {
        etcetera::home_dir().ok()
    }

    /// Makes a folder that nobody else may look into, and those above it, unless they are there.
    ///
    /// # Errors
    ///
    /// When it can't be made there.
    pub fn make_private_folder(folder: &Path) -> io::Result<()> {
        let mut builder = fs::DirBuilder::new();
        builder.recursive(true);
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(folder)
    }
}

/// In a browser there are none. What is made for the user to read is kept with the files that were handed over.
#[cfg(target_family = "wasm")]
mod system {
    use std::path::PathBuf;

    pub fn cache_folder() -> Option<PathBuf> {
        Some(PathBuf::from("/.rapporteur"))
    }

    pub fn home_folder() -> Option<PathBuf> {
        None
    }
}

#[cfg(not(target_family = "wasm"))]
pub use system::make_private_folder;

/// The folder for what can be made again: the one that `RAPPORTEUR_CACHE` names, else `rapporteur` in the one that the system has
/// for a user's cache. `None` where there is none.
pub fn cache_folder() -> Option<PathBuf> {
    system::cache_folder()
}

/// The user's own folder; `None` where there is none.
pub fn home_folder() -> Option<PathBuf> {
    system::home_folder()
}

//! Where the library is.

use std::path::PathBuf;

use etcetera::BaseStrategy;

use super::{StoreProblem, StoreProblemKind};

/// The environment variable that names the library's file.
pub const VARIABLE: &str = "RAPPORTEUR_LIBRARY";

/// The library's file: the one named here, else the one in [`VARIABLE`], else `rapporteur/library.sqlite` in the
/// folder that the system has for a user's data (on Linux `XDG_DATA_HOME` or `~/.local/share`, on macOS
/// `~/Library/Application Support`, on Windows `%APPDATA%`).
///
/// # Errors
///
/// When there is no such folder.
pub fn place(named: Option<PathBuf>) -> Result<PathBuf, StoreProblem> {
    let set = || std::env::var_os(VARIABLE).filter(|path| !path.is_empty()).map(PathBuf::from);
    if let Some(path) = named.or_else(set) {
        return Ok(path);
    }
    let folder = etcetera::base_strategy::choose_native_strategy()
        .map_err(|_| StoreProblem::new(&PathBuf::new(), StoreProblemKind::NoHome))?
        .data_dir();
    Ok(folder.join("rapporteur").join("library.sqlite"))
}

//! Files that a run which was killed has left beside texts. They are named and let be: whoever made them is gone.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use rapporteur::source;

use super::complain;
use super::interface::about;

rapporteur::messages! {
    "cli.leftovers":
    left_behind() =
        "A run that was killed has left this here. It is a text that was not put in its place; remove it.";
}

/// Names what lies beside a text that was just written, once for each folder.
pub fn tell(path: &Path) {
    static TOLD: Mutex<Option<HashSet<PathBuf>>> = Mutex::new(None);
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut told = TOLD.lock().unwrap_or_else(PoisonError::into_inner);
    if told.get_or_insert_default().insert(folder.to_owned()) {
        for left in source::left_behind(folder) {
            complain(&about(&left.display().to_string(), &left_behind()));
        }
    }
}

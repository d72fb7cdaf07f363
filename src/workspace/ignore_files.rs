//! What the `.gitignore` and `.ignore` files in a folder leave out.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError, RwLock};

use ignore::Match;
use ignore::gitignore::{Gitignore, GitignoreBuilder};

use crate::source;

/// The files' names, the one that weighs more first.
const NAMES: [&str; 2] = [".ignore", ".gitignore"];

/// More of a file is not read, in bytes.
const LARGEST: u64 = 1 << 20;

/// What is left out of a walk by the files in its folders, each read once.
#[derive(Debug, Default)]
pub struct IgnoreFiles {
    folders: RwLock<HashMap<PathBuf, Arc<[Gitignore]>>>,
}

impl IgnoreFiles {
    /// Whether a file or a folder is left out that lies so many folders deep in the one where the walk began.
    pub fn leave_out(&self, path: &Path, depth: usize, is_folder: bool) -> bool {
        // Folders above were not left out, or the walk had not come here.
        for folder in path.ancestors().skip(1).take(depth) {
            for file in self.of(folder).iter() {
                match file.matched(path, is_folder) {
                    Match::Ignore(_) => return true,
                    Match::Whitelist(_) => return false,
                    Match::None => {}
                }
            }
        }
        false
    }

    fn of(&self, folder: &Path) -> Arc<[Gitignore]> {
        if let Some(known) = self.folders.read().unwrap_or_else(PoisonError::into_inner).get(folder) {
            return known.clone();
        }
        let read: Arc<[Gitignore]> = NAMES.iter().filter_map(|name| read(folder, name)).collect();
        self.folders.write().unwrap_or_else(PoisonError::into_inner).insert(folder.to_owned(), read.clone());
        read
    }
}

/// A file that leaves something out. A link may lead out of the folder, and what is neither file nor link may never end: they
/// leave out nothing, nor does what can't be read.
pub fn read(folder: &Path, name: &str) -> Option<Gitignore> {
    let text = source::beside_drafts(&folder.join(name), LARGEST)?;
    let mut builder = GitignoreBuilder::new(folder);
    for line in text.trim_start_matches('\u{feff}').lines() {
        // A pattern that is none is left out, as git does.
        let _ = builder.add_line(None, line);
    }
    builder.build().ok()
}

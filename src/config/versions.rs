//! Which texts settings name as language versions of one another.

use std::path::{Component, Path, PathBuf};

/// How many versions a set may have: one in each official language.
pub(super) const SET_SIZES: std::ops::RangeInclusive<usize> = 2..=6;

/// What is settled of language versions.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct VersionSettings {
    /// No versions are looked for.
    pub off: bool,
    /// Sets of files that are versions of one another, each by its path from the folder of `rapporteur.toml`, with slashes.
    /// No file is in two of them.
    pub sets: Vec<Vec<String>>,
}

impl VersionSettings {
    /// The sets, with the paths of files in the folder of `rapporteur.toml`.
    pub fn sets_in(&self, folder: &Path) -> Vec<Vec<PathBuf>> {
        self.sets.iter().map(|set| set.iter().map(|file| folder.join(file)).collect()).collect()
    }
}

/// The path of a file below a folder as it is kept: without what says nothing. `None` of one that leads out of the folder.
pub(super) fn below(written: &str) -> Option<String> {
    let mut parts = Vec::new();
    for part in Path::new(written.trim()).components() {
        match part {
            Component::CurDir => {}
            Component::Normal(name) => parts.push(name.to_str()?),
            Component::ParentDir | Component::RootDir | Component::Prefix(_) => return None,
        }
    }
    Some(parts.join("/")).filter(|path| !path.is_empty())
}

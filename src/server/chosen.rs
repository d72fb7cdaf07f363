//! Which settings apply to a document: the user's own, and where those say nothing, the workspace's.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::folders;
use super::settings::Settings;
use crate::config::Config;

/// The user's settings, and what is settled in the workspace's folders.
#[derive(Debug, Default)]
pub struct Chosen {
    own: Arc<Settings>,
    folders: HashMap<PathBuf, Folder>,
}

#[derive(Debug)]
struct Folder {
    config: Config,
    /// With what the user chose.
    merged: Arc<Settings>,
}

impl Chosen {
    /// What the user set.
    pub fn own(&self) -> &Settings {
        &self.own
    }

    /// What applies to the document at a path: where there are several, by the innermost folder. A document without a
    /// path goes by the workspace's only folder with something settled.
    pub fn of(&self, path: Option<&Path>) -> Arc<Settings> {
        let folder = match path {
            Some(path) => {
                let around = self.folders.iter().filter(|(folder, _)| path.starts_with(folder));
                around.max_by_key(|(folder, _)| folder.components().count()).map(|(_, folder)| folder)
            }
            None => self.folders.values().next().filter(|_| self.folders.len() == 1),
        };
        folder.map_or(&self.own, |folder| &folder.merged).clone()
    }

    /// The folders that are named for the library: by the user, else in the workspace's folders. A path of the user's
    /// that isn't absolute begins in `root`.
    pub fn library_folders(&self, root: Option<&Path>) -> Vec<PathBuf> {
        let own = &self.own.library_paths;
        if !own.is_empty() {
            return own.iter().filter_map(|path| folders::named(path, root)).collect();
        }
        let settled = self.folders.iter().flat_map(|(folder, settled)| {
            settled.config.library_paths.iter().filter_map(|path| folders::named(path, Some(folder)))
        });
        settled.collect()
    }

    /// Takes what the user set. Says whether anything is checked otherwise by that.
    pub fn set(&mut self, own: Settings) -> bool {
        let same = self.own.check_as(&own);
        self.own = Arc::new(own);
        for folder in self.folders.values_mut() {
            folder.merged = Arc::new(self.own.over(&folder.config));
        }
        !same
    }

    /// Takes what is settled in a folder. Says whether that is new.
    pub fn settle(&mut self, folder: &Path, config: Config) -> bool {
        let before = self.folders.get(folder).map(|folder| &folder.config);
        if before.unwrap_or(&Config::default()) == &config {
            return false;
        }
        if config == Config::default() {
            self.folders.remove(folder);
        } else {
            let merged = Arc::new(self.own.over(&config));
            self.folders.insert(folder.to_owned(), Folder { config, merged });
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ignoring(rule: &'static str) -> Config {
        Config { ignore: vec![rule], ..Config::default() }
    }

    #[test]
    fn the_innermost_folder_applies_and_the_user_wins_key_by_key() {
        let mut chosen = Chosen::default();
        assert!(chosen.settle("/a".as_ref(), ignoring("footnote-order")));
        assert!(!chosen.settle("/a".as_ref(), ignoring("footnote-order")));
        assert!(chosen.settle("/a/b".as_ref(), ignoring("footnote-unused")));
        let ignored = |chosen: &Chosen, path: &str| chosen.of(Some(path.as_ref())).ignore.clone();
        assert_eq!(ignored(&chosen, "/a/x.txt"), ["footnote-order"]);
        assert_eq!(ignored(&chosen, "/a/b/x.txt"), ["footnote-unused"]);
        assert_eq!(ignored(&chosen, "/ab/x.txt"), [""; 0]);
        assert_eq!(chosen.of(None).ignore, [""; 0]);

        let select = Some(vec!["footnote-order".to_owned()]);
        assert!(chosen.set(Settings { select: select.clone(), ..Settings::default() }));
        assert_eq!(ignored(&chosen, "/a/x.txt"), ["footnote-order"], "the user says nothing of it");
        assert_eq!(chosen.of(Some("/a/x.txt".as_ref())).select, select);
        assert!(chosen.set(Settings { ignore: vec!["symbol-malformed".to_owned()], ..Settings::default() }));
        assert_eq!(ignored(&chosen, "/a/x.txt"), ["symbol-malformed"]);
        assert!(chosen.settle("/a/b".as_ref(), Config::default()));
        assert_eq!(ignored(&chosen, "/a/b/x.txt"), ["symbol-malformed"]);
    }
}

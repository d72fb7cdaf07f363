//! Which settings apply to a document: the user's own, and where those say nothing, the workspace's.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::folders;
use super::settings::Settings;
use crate::config::{Applied, Config, Stratum, find};

/// The user's settings, and what is settled in the workspace's folders.
#[derive(Debug, Default)]
pub struct Chosen {
    own: Arc<Settings>,
    folders: HashMap<PathBuf, Config>,
    /// The workspace's folders.
    roots: Vec<PathBuf>,
    /// What applies to the documents that were asked about.
    known: HashMap<Option<PathBuf>, Arc<Settings>>,
}

impl Chosen {
    /// What the user set.
    pub fn own(&self) -> &Settings {
        &self.own
    }

    /// Takes the workspace's folders, in which the paths of the user's settings begin.
    pub fn begin_in(&mut self, roots: &[PathBuf]) {
        self.roots = roots.to_vec();
        self.known.clear();
    }

    /// What applies to the document at a path: where there are several, by the innermost folder. A document without a
    /// path goes by the workspace's only folder with something settled.
    pub fn of(&mut self, path: Option<&Path>) -> Arc<Settings> {
        let path = path.map(Path::to_owned);
        if let Some(known) = self.known.get(&path) {
            return known.clone();
        }
        let folder = match &path {
            Some(path) => innermost(self.folders.keys(), path),
            None => self.folders.keys().next().filter(|_| self.folders.len() == 1),
        };
        let settled = folder.and_then(|folder| Some((folder, self.folders.get(folder)?)));
        let named = |folder: &Path| find::below(folder, path.as_deref()?);
        let here = settled.and_then(|(folder, _)| named(folder));
        let own_here = path.as_deref().and_then(|path| innermost(self.roots.iter(), path)).and_then(|root| named(root));
        let own = Stratum { config: &self.own.config, file: own_here.as_deref() };
        let strata: Vec<Stratum> =
            settled.map(|(_, config)| Stratum { config, file: here.as_deref() }).into_iter().chain([own]).collect();
        let settings = Arc::new(self.own.with(Applied::of(&strata)));
        self.known.insert(path, settings.clone());
        settings
    }

    /// The folder whose `rapporteur.toml` speaks of a document: the innermost that has one, else that of the workspace.
    pub fn folder_of(&self, path: &Path) -> Option<&Path> {
        let settled = innermost(self.folders.keys(), path);
        settled.or_else(|| innermost(self.roots.iter(), path)).map(PathBuf::as_path)
    }

    /// The folders that are named for the library: by the user, else in the workspace's folders. A path of the user's
    /// that isn't absolute begins in `root`.
    pub fn library_folders(&self, root: Option<&Path>) -> Vec<PathBuf> {
        let own = &self.own.config.library_paths;
        if !own.is_empty() {
            return own.iter().filter_map(|path| folders::named(path, root)).collect();
        }
        let settled = self.folders.iter().flat_map(|(folder, settled)| {
            settled.library_paths.iter().filter_map(|path| folders::named(path, Some(folder)))
        });
        settled.collect()
    }

    /// Takes what the user set. Says whether anything is checked otherwise by that.
    pub fn set(&mut self, own: Settings) -> bool {
        let same = self.own.config == own.config;
        self.own = Arc::new(own);
        self.known.clear();
        !same
    }

    /// Takes what is settled in a folder. Says whether that is new.
    pub fn settle(&mut self, folder: &Path, config: Config) -> bool {
        let before = self.folders.get(folder);
        if before.unwrap_or(&Config::default()) == &config {
            return false;
        }
        if config == Config::default() {
            self.folders.remove(folder);
        } else {
            self.folders.insert(folder.to_owned(), config);
        }
        self.known.clear();
        true
    }
}

/// The innermost folder that a path lies in.
fn innermost<'a>(folders: impl Iterator<Item = &'a PathBuf>, path: &Path) -> Option<&'a PathBuf> {
    folders.filter(|folder| path.starts_with(folder)).max_by_key(|folder| folder.components().count())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::config::read;
    use crate::rules::Rule;

    /// Those of three rules that are off in a document.
    fn off(chosen: &mut Chosen, path: &str) -> Vec<&'static str> {
        let settings = chosen.of((!path.is_empty()).then(|| path.as_ref()));
        let rules = ["footnote-order", "footnote-unused", "symbol-malformed"];
        rules.into_iter().filter(|rule| !settings.wants(Rule::named(rule).unwrap())).collect()
    }

    #[test]
    fn the_innermost_folder_applies_and_the_user_wins_key_by_key() {
        let mut chosen = Chosen::default();
        let ignoring = |rule: &str| read(&format!("ignore = ['{rule}']")).unwrap();
        assert!(chosen.settle("/a".as_ref(), ignoring("footnote-order")));
        assert!(!chosen.settle("/a".as_ref(), ignoring("footnote-order")));
        assert!(chosen.settle("/a/b".as_ref(), ignoring("footnote-unused")));
        assert_eq!(off(&mut chosen, "/a/x.txt"), ["footnote-order"]);
        assert_eq!(off(&mut chosen, "/a/b/x.txt"), ["footnote-unused"]);
        assert_eq!(off(&mut chosen, "/ab/x.txt"), [""; 0]);
        assert_eq!(off(&mut chosen, ""), [""; 0]);

        assert!(chosen.set(Settings::read(&json!({ "rules": { "symbol-malformed": "off" } }))));
        assert_eq!(off(&mut chosen, "/a/x.txt"), ["footnote-order", "symbol-malformed"], "the user says nothing of it");
        assert!(chosen.set(Settings::read(&json!({ "ignore": ["symbol-malformed"] }))));
        assert_eq!(off(&mut chosen, "/a/x.txt"), ["symbol-malformed"]);
        assert!(chosen.settle("/a/b".as_ref(), Config::default()));
        assert_eq!(off(&mut chosen, "/a/b/x.txt"), ["symbol-malformed"]);
    }

    #[test]
    #[cfg(unix)]
    fn sections_begin_where_they_are_settled() {
        let mut chosen = Chosen::default();
        let section = "[[files]]\npaths = ['x.txt']\nignore = ['footnote-order']\n";
        chosen.begin_in(&["/a".into()]);
        assert!(chosen.settle("/a/b".as_ref(), read(section).unwrap()));
        assert_eq!(off(&mut chosen, "/a/b/x.txt"), ["footnote-order"]);
        assert_eq!(off(&mut chosen, "/a/b/y.txt"), [""; 0]);
        let own =
            json!({ "files": [{ "paths": ["b/y.txt"], "rules": { "footnote-unused": "off" }, "adopted": true }] });
        assert!(chosen.set(Settings::read(&own)));
        assert_eq!(off(&mut chosen, "/a/b/y.txt"), ["footnote-unused"]);
        assert!(chosen.of(Some("/a/b/y.txt".as_ref())).applied.read_as().adopted);
        assert_eq!(chosen.folder_of("/a/b/y.txt".as_ref()), Some("/a/b".as_ref()));
        assert_eq!(chosen.folder_of("/a/y.txt".as_ref()), Some("/a".as_ref()));
        assert_eq!(chosen.folder_of("/c/y.txt".as_ref()), None);
    }
}

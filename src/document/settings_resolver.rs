//! Which settings apply to a document: the editor's, and where those say nothing, the `rapporteur.toml` that lies nearest.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::settings::{DocumentSettings, EditorSettings};
use crate::config::{Config, ConfigSource, EffectiveConfig, discovery};

/// The editor's settings, and what is settled in the folders that lie in the open ones. It opens no file: whoever has
/// files tells it what is in them.
#[derive(Debug, Default)]
pub struct SettingsResolver {
    editor: Arc<EditorSettings>,
    /// What the `rapporteur.toml` of a folder says; `None` where there is none. Of a folder that isn't here nothing is
    /// known yet.
    folders: HashMap<PathBuf, Option<Config>>,
    /// The folders that are open in the editor.
    roots: Vec<PathBuf>,
    /// What applies to the documents that were asked about.
    resolved: HashMap<Option<PathBuf>, Arc<DocumentSettings>>,
}

impl SettingsResolver {
    /// What the user set in the editor.
    pub fn editor(&self) -> &EditorSettings {
        &self.editor
    }

    /// Takes the folders that are open in the editor, in which the paths of the editor's settings begin, and where the
    /// search for a document's `rapporteur.toml` ends. Gives the folders that lie in none of them any more and are
    /// forgotten.
    pub fn set_roots(&mut self, roots: &[PathBuf]) -> Vec<PathBuf> {
        self.roots = roots.to_vec();
        self.resolved.clear();
        let is_outside = |folder: &Path| !roots.iter().any(|root| folder.starts_with(root));
        self.folders.extract_if(|folder, _| is_outside(folder)).map(|(folder, _)| folder).collect()
    }

    /// The folders whose `rapporteur.toml` might apply to the document at a path and of which nothing is known yet. They
    /// are told to [`SettingsResolver::set_folder`] before [`SettingsResolver::settings_for`] is asked.
    pub fn unknown_folders(&self, path: &Path) -> Vec<PathBuf> {
        let searched = self.search(path).into_iter().flat_map(|(folder, end)| discovery::searched(folder, end));
        searched.filter(|folder| !self.is_known(folder)).map(Path::to_owned).collect()
    }

    /// What applies to the document at a path. A document without a path goes by the only open folder with something
    /// settled.
    pub fn settings_for(&mut self, path: Option<&Path>) -> Arc<DocumentSettings> {
        let path = path.map(Path::to_owned);
        if let Some(known) = self.resolved.get(&path) {
            return known.clone();
        }
        let folder = match &path {
            Some(path) => self.nearest(path),
            None => self.only_folder(),
        };
        let settled = folder.and_then(|folder| Some((folder, self.config_in(folder)?)));
        let named = |folder: &Path| discovery::below(folder, path.as_deref()?);
        let here = settled.and_then(|(folder, _)| named(folder));
        let here_in_editor = path.as_deref().and_then(|path| self.innermost_root(path)).and_then(named);
        let of_editor = ConfigSource { config: &self.editor.config, file: here_in_editor.as_deref() };
        let of_folder = settled.map(|(_, config)| ConfigSource { config, file: here.as_deref() });
        let sources: Vec<ConfigSource> = of_folder.into_iter().chain([of_editor]).collect();
        let config = Arc::new(EffectiveConfig::of(&sources));
        let settings = Arc::new(DocumentSettings { editor: self.editor.clone(), config });
        self.resolved.insert(path, settings.clone());
        settings
    }

    /// The folder whose `rapporteur.toml` applies to the document at a path, or would if it were made: the nearest that
    /// has one, else the open folder.
    pub fn config_folder(&self, path: &Path) -> Option<&Path> {
        let settled = self.nearest(path).and_then(|folder| Some(self.folders.get_key_value(folder)?.0.as_path()));
        settled.or_else(|| self.innermost_root(path))
    }

    /// The folders that are open in the editor.
    pub fn roots(&self) -> &[PathBuf] {
        &self.roots
    }

    /// What the files of the open folders themselves settle, with those folders.
    pub fn root_configs(&self) -> impl Iterator<Item = (&Path, &Config)> {
        self.roots.iter().filter_map(|root| Some((root.as_path(), self.config_in(root)?)))
    }

    /// The sets of texts that are settled to be language versions of one another, in all folders of which that is known.
    pub fn named_versions(&self) -> Vec<Vec<PathBuf>> {
        let settled = self.folders.iter().filter_map(|(folder, config)| Some((folder, config.as_ref()?)));
        settled.flat_map(|(folder, config)| config.versions.sets_in(folder)).collect()
    }

    /// Takes what the user set. Says whether anything is checked otherwise by that.
    pub fn set_editor(&mut self, editor: EditorSettings) -> bool {
        let same = self.editor.config == editor.config;
        self.editor = Arc::new(editor);
        self.resolved.clear();
        !same
    }

    /// Takes what the `rapporteur.toml` of a folder says, `None` where there is none. Says whether that is new.
    pub fn set_folder(&mut self, folder: &Path, config: Option<Config>) -> bool {
        let is_new = self.config_in(folder) != config.as_ref();
        self.folders.insert(folder.to_owned(), config);
        if is_new {
            self.resolved.clear();
        }
        is_new
    }

    /// Takes note that the `rapporteur.toml` of a folder can't be understood: the last one that could stays in force.
    pub fn keep_folder(&mut self, folder: &Path) {
        self.folders.entry(folder.to_owned()).or_default();
    }

    /// Whether it is known what the `rapporteur.toml` of a folder says, or that there is none.
    pub fn is_known(&self, folder: &Path) -> bool {
        self.folders.contains_key(folder)
    }

    /// The open folder that a folder is or lies in, the outermost if there are several.
    pub fn root_of(&self, folder: &Path) -> Option<&Path> {
        self.roots_around(folder).min_by_key(|root| root.components().count())
    }

    fn config_in(&self, folder: &Path) -> Option<&Config> {
        self.folders.get(folder)?.as_ref()
    }

    /// Where the search for the settings of a document begins and ends.
    fn search<'a>(&'a self, path: &'a Path) -> Option<(&'a Path, &'a Path)> {
        Some((path.parent()?, self.root_of(path)?))
    }

    fn nearest<'a>(&'a self, path: &'a Path) -> Option<&'a Path> {
        let (folder, end) = self.search(path)?;
        discovery::nearest(folder, end, |folder| self.config_in(folder).is_some())
    }

    fn only_folder(&self) -> Option<&Path> {
        let is_settled = |root: &&PathBuf| self.config_in(root).is_some_and(|config| *config != Config::default());
        let mut settled = self.roots.iter().filter(is_settled);
        settled.next().filter(|_| settled.next().is_none()).map(PathBuf::as_path)
    }

    fn innermost_root(&self, path: &Path) -> Option<&Path> {
        self.roots_around(path).max_by_key(|root| root.components().count())
    }

    fn roots_around(&self, path: &Path) -> impl Iterator<Item = &Path> {
        self.roots.iter().map(PathBuf::as_path).filter(|root| path.starts_with(root))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::config::read;
    use crate::rules::Rule;

    /// Those of three rules that are off in a document.
    fn off(resolver: &mut SettingsResolver, path: &str) -> Vec<&'static str> {
        let settings = resolver.settings_for((!path.is_empty()).then(|| path.as_ref()));
        let rules = ["footnote-order", "footnote-unused", "symbol-malformed"];
        rules.into_iter().filter(|rule| !settings.wants(Rule::named(rule).unwrap())).collect()
    }

    #[test]
    fn the_innermost_folder_applies_and_the_user_wins_key_by_key() {
        let mut resolver = SettingsResolver::default();
        let ignoring = |rule: &str| read(&format!("ignore = ['{rule}']")).unwrap();
        resolver.set_roots(&["/a".into()]);
        assert!(resolver.set_folder("/a".as_ref(), Some(ignoring("footnote-order"))));
        assert!(!resolver.set_folder("/a".as_ref(), Some(ignoring("footnote-order"))));
        assert!(resolver.set_folder("/a/b".as_ref(), Some(ignoring("footnote-unused"))));
        assert_eq!(off(&mut resolver, "/a/x.txt"), ["footnote-order"]);
        assert_eq!(off(&mut resolver, "/a/b/x.txt"), ["footnote-unused"]);
        assert_eq!(off(&mut resolver, "/ab/x.txt"), [""; 0]);
        assert_eq!(off(&mut resolver, ""), ["footnote-order"], "a text without a file goes by the only open folder");

        assert!(resolver.set_editor(EditorSettings::read(&json!({ "rules": { "symbol-malformed": "off" } }))));
        assert_eq!(
            off(&mut resolver, "/a/x.txt"),
            ["footnote-order", "symbol-malformed"],
            "the user says nothing of it"
        );
        assert!(resolver.set_editor(EditorSettings::read(&json!({ "ignore": ["symbol-malformed"] }))));
        assert_eq!(off(&mut resolver, "/a/x.txt"), ["symbol-malformed"]);
        assert!(resolver.set_folder("/a/b".as_ref(), None));
        assert_eq!(off(&mut resolver, "/a/b/x.txt"), ["symbol-malformed"]);
    }

    #[test]
    #[cfg(unix)]
    fn sections_begin_where_they_are_settled() {
        let mut resolver = SettingsResolver::default();
        let section = "[[files]]\npaths = ['x.txt']\nignore = ['footnote-order']\n";
        resolver.set_roots(&["/a".into()]);
        assert!(resolver.set_folder("/a/b".as_ref(), Some(read(section).unwrap())));
        assert_eq!(off(&mut resolver, "/a/b/x.txt"), ["footnote-order"]);
        assert_eq!(off(&mut resolver, "/a/b/y.txt"), [""; 0]);
        let own =
            json!({ "files": [{ "paths": ["b/y.txt"], "rules": { "footnote-unused": "off" }, "adopted": true }] });
        assert!(resolver.set_editor(EditorSettings::read(&own)));
        assert_eq!(off(&mut resolver, "/a/b/y.txt"), ["footnote-unused"]);
        assert!(resolver.settings_for(Some("/a/b/y.txt".as_ref())).config.read_as().adopted);
        assert_eq!(resolver.config_folder("/a/b/y.txt".as_ref()), Some("/a/b".as_ref()));
        assert_eq!(resolver.config_folder("/a/y.txt".as_ref()), Some("/a".as_ref()));
        assert_eq!(resolver.config_folder("/c/y.txt".as_ref()), None);
    }

    #[test]
    #[cfg(unix)]
    fn a_folders_own_file_counts_even_when_it_is_empty_and_none_outside_of_the_open_folders() {
        let mut resolver = SettingsResolver::default();
        resolver.set_roots(&["/a".into(), "/a/b".into()]);
        assert_eq!(resolver.unknown_folders("/a/b/c/x.txt".as_ref()), ["/a/b/c", "/a/b", "/a"].map(PathBuf::from));
        assert!(resolver.unknown_folders("/x.txt".as_ref()).is_empty());
        let ignoring = read("ignore = ['footnote-order']").unwrap();
        assert!(resolver.set_folder("/a".as_ref(), Some(ignoring.clone())));
        assert!(!resolver.set_folder("/a/b/c".as_ref(), None));
        assert_eq!(resolver.unknown_folders("/a/b/c/x.txt".as_ref()), ["/a/b"].map(PathBuf::from));
        assert_eq!(off(&mut resolver, "/a/b/c/x.txt"), ["footnote-order"]);
        assert!(resolver.set_folder("/a/b".as_ref(), Some(Config::default())));
        assert_eq!(off(&mut resolver, "/a/b/c/x.txt"), [""; 0]);
        assert_eq!(off(&mut resolver, "/a/x.txt"), ["footnote-order"]);
        resolver.keep_folder("/a/b".as_ref());
        assert_eq!(off(&mut resolver, "/a/b/c/x.txt"), [""; 0], "the last one that was right");

        assert!(resolver.set_folder("/a".as_ref(), None) && resolver.set_folder("/a".as_ref(), Some(ignoring)));
        let forgotten = resolver.set_roots(&["/a/b".into()]);
        assert_eq!(forgotten, ["/a"].map(PathBuf::from));
        assert_eq!(off(&mut resolver, "/a/x.txt"), [""; 0]);
    }
}

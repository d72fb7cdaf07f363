//! Which settings apply to a text: its `rapporteur.toml`, and what the command line says.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use rapporteur::config::{self, Config, ConfigSource, EffectiveConfig, discovery};
use rapporteur::report::settings_problems;
use rapporteur::workspace::{VersionCandidate, version_sets};

use super::interface::{about, locale};
use super::texts::InputText;

rapporteur::messages! {
    "cli.configs":
    pub no_such_file() = "There is no such file.";
}

/// What is settled in a folder.
#[derive(Debug, Default)]
pub struct LoadedConfig {
    pub config: Config,
    /// Where it is settled, if it is: the folder, what the user calls the file, and its text.
    pub file: Option<ConfigFile>,
}

/// A `rapporteur.toml`.
#[derive(Debug, Clone)]
pub struct ConfigFile {
    /// The folder that it lies in, absolute.
    pub folder: PathBuf,
    /// What it is called from where the user stands.
    pub name: String,
    pub text: String,
}

/// What a file holds, or sentences about what is wrong with it, each with its place.
pub type LoadResult = Result<LoadedConfig, String>;

/// The files that apply to texts, each read once.
#[derive(Debug)]
pub struct Configs {
    /// What the command line says.
    said: Config,
    /// The one that the user named, for all texts.
    named: Option<Arc<LoadResult>>,
    /// What applies in a folder.
    folders: Mutex<HashMap<PathBuf, Arc<LoadResult>>>,
    /// What is in a file.
    files: Mutex<HashMap<PathBuf, Arc<LoadResult>>>,
    /// Where the search for files ends, for each of the paths that the user named.
    search_ends: Vec<PathBuf>,
}

impl Configs {
    /// The settings for the texts at some paths, over which goes what is `said` on the command line. `named` is the file
    /// that the user named instead of those that lie with the texts.
    ///
    /// # Errors
    ///
    /// Sentences about what is wrong with the file that the user named.
    pub fn new(named: Option<&Path>, said: Config, paths: &[PathBuf]) -> Result<Configs, String> {
        let named = named.map(|file| load(file, true)).transpose()?;
        Ok(Configs { said, named: named.map(|settled| Arc::new(Ok(settled))), ..Configs::of_paths(paths) })
    }

    /// The settings that lie with the texts at some paths.
    pub fn of_paths(paths: &[PathBuf]) -> Configs {
        let mut search_ends: Vec<PathBuf> =
            paths.iter().filter_map(|path| discovery::search_end(folder_of(path))).collect();
        // Of several that hold a text the outermost counts, since all of it was named.
        search_ends.sort_by_key(|folder| folder.components().count());
        search_ends.dedup();
        let (said, named, folders, files) = Default::default();
        Configs { said, named, folders, files, search_ends }
    }

    /// What is settled for the texts in a folder.
    pub fn of(&self, folder: &Path) -> Arc<LoadResult> {
        if let Some(named) = &self.named {
            return named.clone();
        }
        let mut folders = self.folders.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = folders.get(folder) {
            return known.clone();
        }
        let found = match self.file_for(folder) {
            Some(file) => {
                let mut files = self.files.lock().unwrap_or_else(PoisonError::into_inner);
                files.entry(file).or_insert_with_key(|file| Arc::new(load(file, false))).clone()
            }
            None => Arc::new(Ok(LoadedConfig::default())),
        };
        folders.insert(folder.to_owned(), found.clone());
        found
    }

    /// The file that applies to the texts in a folder.
    fn file_for(&self, folder: &Path) -> Option<PathBuf> {
        let folder = discovery::plain(folder)?;
        let end = self.search_ends.iter().find(|end| folder.starts_with(end))?;
        Some(discovery::nearest(&folder, end, discovery::is_in)?.join(discovery::NAME))
    }

    /// All that were read, by the names of their files.
    pub fn all(&self) -> Vec<Arc<LoadResult>> {
        let files = self.files.lock().unwrap_or_else(PoisonError::into_inner);
        let mut all: Vec<_> = files.values().chain(&self.named).cloned().collect();
        all.sort_by_key(|loaded| {
            loaded.as_ref().as_ref().ok().and_then(|settled| Some(settled.file.as_ref()?.name.clone()))
        });
        all
    }

    /// Whether the command line names rules.
    pub fn names_rules(&self) -> bool {
        self.said != Config::default()
    }

    /// What applies to a text for which this is settled.
    pub fn applied(&self, settled: &LoadedConfig, text: &InputText) -> EffectiveConfig {
        self.applied_to(settled, text.path.as_deref())
    }

    /// The sets of language versions among some texts, as they are settled and found. Those for which it is settled that none
    /// are looked for are in none.
    pub fn version_sets(&self, candidates: &[VersionCandidate]) -> Vec<Vec<usize>> {
        let (mut sought, mut places) = (Vec::with_capacity(candidates.len()), Vec::with_capacity(candidates.len()));
        for (at, candidate) in candidates.iter().enumerate() {
            let settled = self.of(folder_of(&candidate.path));
            if !settled.as_ref().as_ref().is_ok_and(|settled| settled.config.versions.off) {
                let path = discovery::plain(&candidate.path).unwrap_or_else(|| candidate.path.clone());
                sought.push(VersionCandidate { path, ..candidate.clone() });
                places.push(at);
            }
        }
        let settled = self.all();
        let settled = settled.iter().filter_map(|loaded| loaded.as_ref().as_ref().ok());
        let named: Vec<Vec<PathBuf>> = settled
            .filter_map(|settled| Some(settled.config.versions.sets_in(&settled.file.as_ref()?.folder)))
            .flatten()
            .collect();
        let sets = version_sets(&sought, &named).into_iter();
        sets.map(|set| set.into_iter().filter_map(|at| places.get(at).copied()).collect()).collect()
    }

    /// What applies to the file at a path.
    pub fn applied_to(&self, settled: &LoadedConfig, path: Option<&Path>) -> EffectiveConfig {
        let file = settled.file.as_ref().and_then(|file| discovery::below(&file.folder, &discovery::plain(path?)?));
        EffectiveConfig::of(&[
            ConfigSource { config: &settled.config, file: file.as_deref() },
            ConfigSource { config: &self.said, file: None },
        ])
    }
}

/// The folder that a path on the command line leads to: the one that it names, or that of the file. Standard input is
/// where the user is.
pub fn folder_of(path: &Path) -> &Path {
    let folder = if path.is_dir() { Some(path) } else { path.parent() };
    folder.filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

fn load(file: &Path, named: bool) -> LoadResult {
    // As the user sees it from where they stand.
    let here = std::env::current_dir().unwrap_or_default();
    let name = file.strip_prefix(here).unwrap_or(file).display().to_string();
    let text = match discovery::load(file, named) {
        Ok(Some(text)) => text,
        Ok(None) if named => return Err(about(&name, &no_such_file())),
        Ok(None) => return Ok(LoadedConfig::default()),
        Err(message) => return Err(about(&name, &message)),
    };
    let mut config = config::read(&text).map_err(|problems| settings_problems(&name, &text, &problems, locale()))?;
    let folder = discovery::plain(file).and_then(|file| file.parent().map(Path::to_owned)).unwrap_or_default();
    config.follow_moved_files(&folder);
    Ok(LoadedConfig { config, file: Some(ConfigFile { folder, name, text }) })
}

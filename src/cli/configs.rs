//! Which settings apply to a text: its `rapporteur.toml`, and what the command line says.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use rapporteur::config::{self, Applied, Config, Stratum, find};

use super::places::TextPlaces;
use super::texts::InputText;

/// What is settled in a folder.
#[derive(Debug, Default)]
pub struct Settled {
    pub config: Config,
    /// Where it is settled, if it is: the folder, what the user calls the file, and its text.
    pub file: Option<SettledIn>,
}

/// A `rapporteur.toml`.
#[derive(Debug, Clone)]
pub struct SettledIn {
    /// The folder that it lies in, absolute.
    pub folder: PathBuf,
    /// What it is called from where the user stands.
    pub name: String,
    pub text: String,
}

/// What a file holds, or sentences about what is wrong with it, each with its place.
type Loaded = Result<Settled, String>;

/// The files that apply to texts, each read once.
#[derive(Debug, Default)]
pub struct Configs {
    /// What the command line says.
    said: Config,
    /// The one that the user named, for all texts.
    named: Option<Arc<Loaded>>,
    /// What applies in a folder.
    folders: Mutex<HashMap<PathBuf, Arc<Loaded>>>,
    /// What is in a file.
    files: Mutex<HashMap<PathBuf, Arc<Loaded>>>,
}

impl Configs {
    /// The settings for texts, over which goes what is `said` on the command line.
    ///
    /// # Errors
    ///
    /// Sentences about what is wrong with the file that the user named.
    pub fn new(named: Option<&Path>, said: Config) -> Result<Configs, String> {
        let named = named.map(|file| load(file, true)).transpose()?;
        Ok(Configs { said, named: named.map(|settled| Arc::new(Ok(settled))), ..Configs::default() })
    }

    /// What is settled for the texts in a folder.
    pub fn of(&self, folder: &Path) -> Arc<Loaded> {
        if let Some(named) = &self.named {
            return named.clone();
        }
        let mut folders = self.folders.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = folders.get(folder) {
            return known.clone();
        }
        let found = match find::above(folder) {
            Some(file) => {
                let mut files = self.files.lock().unwrap_or_else(PoisonError::into_inner);
                files.entry(file).or_insert_with_key(|file| Arc::new(load(file, false))).clone()
            }
            None => Arc::new(Ok(Settled::default())),
        };
        folders.insert(folder.to_owned(), found.clone());
        found
    }

    /// All that were read, by the names of their files.
    pub fn all(&self) -> Vec<Arc<Loaded>> {
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
    pub fn applied(&self, settled: &Settled, text: &InputText) -> Applied {
        self.applied_to(settled, text.path.as_deref())
    }

    /// What applies to the file at a path.
    pub fn applied_to(&self, settled: &Settled, path: Option<&Path>) -> Applied {
        let file = settled.file.as_ref().and_then(|file| find::below(&file.folder, &find::plain(path?)?));
        Applied::of(&[
            Stratum { config: &settled.config, file: file.as_deref() },
            Stratum { config: &self.said, file: None },
        ])
    }
}

fn load(file: &Path, named: bool) -> Loaded {
    // As the user sees it from where they stand.
    let here = std::env::current_dir().unwrap_or_default();
    let name = file.strip_prefix(here).unwrap_or(file).display().to_string();
    let text = match find::load(file, named) {
        Ok(Some(text)) => text,
        Ok(None) if named => return Err(format!("{name}: There is no such file.")),
        Ok(None) => return Ok(Settled::default()),
        Err(sentence) => return Err(format!("{name}: {sentence}")),
    };
    let config = config::read(&text).map_err(|problems| {
        let places = TextPlaces::of(&text, problems.iter().map(|problem| problem.range.start));
        let told = problems.iter().map(|problem| {
            let place = places.get(problem.range.start);
            format!("{name}:{}:{}: {}", place.line, place.column, problem.message)
        });
        told.collect::<Vec<_>>().join("\n")
    })?;
    let folder = find::plain(file).and_then(|file| file.parent().map(Path::to_owned)).unwrap_or_default();
    Ok(Settled { config, file: Some(SettledIn { folder, name, text }) })
}

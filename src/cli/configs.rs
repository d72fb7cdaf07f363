//! Which `rapporteur.toml` applies to a text.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use rapporteur::config::{self, Config, find};

use super::places::Places;

/// What a file holds, or sentences about what is wrong with it, each with its place.
type Loaded = Result<Config, String>;

/// The files that apply to texts, each read once.
#[derive(Debug, Default)]
pub struct Configs {
    /// The one that the user named, for all texts.
    named: Option<Arc<Loaded>>,
    /// What applies in a folder.
    folders: Mutex<HashMap<PathBuf, Arc<Loaded>>>,
    /// What is in a file.
    files: Mutex<HashMap<PathBuf, Arc<Loaded>>>,
}

impl Configs {
    /// # Errors
    ///
    /// Sentences about what is wrong with the file that the user named.
    pub fn new(named: Option<&Path>) -> Result<Configs, String> {
        let named = named.map(|file| load(file, true)).transpose()?;
        Ok(Configs { named: named.map(|config| Arc::new(Ok(config))), ..Configs::default() })
    }

    /// What applies to the texts in a folder.
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
            None => Arc::new(Ok(Config::default())),
        };
        folders.insert(folder.to_owned(), found.clone());
        found
    }
}

fn load(file: &Path, named: bool) -> Loaded {
    // As the user sees it from where they stand.
    let here = std::env::current_dir().unwrap_or_default();
    let name = file.strip_prefix(here).unwrap_or(file).display();
    let text = match find::load(file, named) {
        Ok(Some(text)) => text,
        Ok(None) if named => return Err(format!("{name}: There is no such file.")),
        Ok(None) => return Ok(Config::default()),
        Err(sentence) => return Err(format!("{name}: {sentence}")),
    };
    config::read(&text).map_err(|problems| {
        let places = Places::of(&text, problems.iter().map(|problem| problem.range.start));
        let told = problems.iter().map(|problem| {
            let place = places.get(problem.range.start);
            format!("{name}:{}:{}: {}", place.line, place.column, problem.message)
        });
        told.collect::<Vec<_>>().join("\n")
    })
}

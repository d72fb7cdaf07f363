//! The instruments that are known, and where their texts are.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::SystemTime;

use super::reading::{self, Reading};
use crate::draft::{Date, Draft};
use crate::language::{ENGLISH, Language};
use crate::symbol::Symbol;

/// How many texts that were read from disk are kept for the next question about them.
const KEPT: usize = 16;

/// A text that is an instrument: a resolution, a decision, a draft with a symbol of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Instrument {
    pub path: PathBuf,
    pub symbol: Symbol,
    pub language: &'static Language,
    /// The title in one line, without its number.
    pub title: Option<String>,
    /// When it was adopted, where the head of the text says so.
    pub adopted: Option<Date>,
}

impl Instrument {
    /// What a text says of itself; `None` where it has no symbol.
    pub fn of(path: &Path, draft: &Draft) -> Option<Instrument> {
        Some(Instrument {
            path: path.to_owned(),
            symbol: draft.symbol.clone()?,
            language: draft.language,
            title: draft.title.as_ref().map(|title| title.text.clone()),
            adopted: draft.adopted,
        })
    }
}

/// The instruments that are known. One place for all threads; what is put in last is what holds.
#[derive(Debug, Default)]
pub struct Library {
    shelves: Mutex<Shelves>,
    tickets: AtomicU64,
}

/// The turn in which a file is looked at. Of two looks at one file the later one holds, whichever arrives
/// first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Ticket(u64);

#[derive(Debug, Default)]
struct Shelves {
    files: HashMap<PathBuf, (Ticket, Option<Arc<Instrument>>)>,
    /// Texts that are open in the editor.
    open: HashMap<PathBuf, (Arc<Reading>, Option<Arc<Instrument>>)>,
    /// The paths of each instrument's texts, in files or open.
    by_symbol: BTreeMap<Symbol, HashSet<PathBuf>>,
    /// Texts that were read from disk lately, the latest last.
    kept: Vec<(PathBuf, SystemTime, Arc<Reading>)>,
}

impl Library {
    /// A library without instruments.
    pub fn new() -> Library {
        Library::default()
    }

    /// Takes a turn. Take it before the file is read.
    pub fn ticket(&self) -> Ticket {
        Ticket(self.tickets.fetch_add(1, Ordering::Relaxed))
    }

    /// Says what a file is: an instrument, or none (any more).
    pub fn put(&self, ticket: Ticket, path: &Path, instrument: Option<Instrument>) {
        let mut shelves = self.shelves();
        if shelves.files.get(path).is_some_and(|(last, _)| *last > ticket) {
            return;
        }
        let instrument = instrument.map(Arc::new);
        let old = shelves.files.insert(path.to_owned(), (ticket, instrument.clone()));
        shelves.move_path(path, old.and_then(|(_, old)| old), instrument);
    }

    /// Says that a file or a whole folder is gone.
    pub fn remove(&self, ticket: Ticket, path: &Path) {
        let inside: Vec<PathBuf> = self.shelves().files.keys().filter(|file| file.starts_with(path)).cloned().collect();
        for file in inside {
            self.put(ticket, &file, None);
        }
    }

    /// Says that a text is open in the editor, and what it says now. It stands in for its file.
    pub fn open(&self, path: &Path, reading: Arc<Reading>) {
        let instrument = Instrument::of(path, &reading.draft).map(Arc::new);
        let mut shelves = self.shelves();
        let old = shelves.open.insert(path.to_owned(), (reading, instrument.clone()));
        shelves.move_path(path, old.and_then(|(_, old)| old), instrument);
    }

    /// Says that a text is open no more.
    pub fn close(&self, path: &Path) {
        let mut shelves = self.shelves();
        let old = shelves.open.remove(path);
        shelves.move_path(path, old.and_then(|(_, old)| old), None);
    }

    /// The text in the workspace that is the instrument `symbol`; of several language versions the one in
    /// `language`, else the English one, else the first by its path.
    pub fn find(&self, symbol: &Symbol, language: &Language) -> Option<Arc<Instrument>> {
        let shelves = self.shelves();
        let texts = shelves.by_symbol.get(symbol)?.iter().filter_map(|path| shelves.at(path));
        let texts = texts.filter(|instrument| instrument.symbol == *symbol);
        texts
            .min_by(|a, b| {
                let rank = |i: &Instrument| match i.language {
                    own if own == language => 0,
                    own if own == ENGLISH => 1,
                    _ => 2,
                };
                (rank(a), &a.path).cmp(&(rank(b), &b.path))
            })
            .cloned()
    }

    /// The text of an instrument, as it stands in the editor or on disk now.
    pub fn read(&self, instrument: &Instrument) -> Option<Arc<Reading>> {
        let path = &instrument.path;
        if let Some((reading, _)) = self.shelves().open.get(path) {
            return Some(reading.clone());
        }
        let changed = std::fs::symlink_metadata(path).ok()?.modified().ok()?;
        let kept = |shelves: &Shelves| {
            shelves.kept.iter().find(|(file, at, _)| file == path && *at == changed).map(|kept| kept.2.clone())
        };
        if let Some(reading) = kept(&self.shelves()) {
            return Some(reading);
        }
        let reading = Reading::of(reading::file(path)?)?;
        let mut shelves = self.shelves();
        shelves.kept.retain(|(file, ..)| file != path);
        if shelves.kept.len() >= KEPT {
            shelves.kept.remove(0);
        }
        shelves.kept.push((path.clone(), changed, reading.clone()));
        Some(reading)
    }

    /// All instruments, in the order of their symbols and paths.
    pub fn instruments(&self) -> Vec<Arc<Instrument>> {
        let shelves = self.shelves();
        let mut all = Vec::new();
        for paths in shelves.by_symbol.values() {
            let start = all.len();
            all.extend(paths.iter().filter_map(|path| shelves.at(path).cloned()));
            if let Some(these) = all.get_mut(start..) {
                these.sort_by(|a: &Arc<Instrument>, b| a.path.cmp(&b.path));
            }
        }
        all
    }

    fn shelves(&self) -> MutexGuard<'_, Shelves> {
        self.shelves.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Shelves {
    /// What the text at a path is now.
    fn at(&self, path: &Path) -> Option<&Arc<Instrument>> {
        match self.open.get(path) {
            Some((_, instrument)) => instrument.as_ref(),
            None => self.files.get(path)?.1.as_ref(),
        }
    }

    /// Brings `by_symbol` up to date after the text at a path has become another instrument.
    fn move_path(&mut self, path: &Path, old: Option<Arc<Instrument>>, new: Option<Arc<Instrument>>) {
        let now = self.at(path).map(|instrument| instrument.symbol.clone());
        for symbol in [old, new].into_iter().flatten().map(|instrument| instrument.symbol.clone()).chain(now.clone()) {
            if now.as_ref() == Some(&symbol) {
                self.by_symbol.entry(symbol).or_default().insert(path.to_owned());
            } else if let Some(paths) = self.by_symbol.get_mut(&symbol) {
                paths.remove(path);
                if paths.is_empty() {
                    self.by_symbol.remove(&symbol);
                }
            }
        }
    }
}

//! The instruments that are known, and where their texts are.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};
use std::time::SystemTime;

use super::citation_graph::CitationGraph;
use super::parsed_text::{OpenText, ParsedText};
use super::versions::family;
use crate::draft::{Date, Draft, ReadAs};
use crate::language::{ENGLISH, Language};
use crate::source::files;
use crate::symbol::Symbol;
use crate::text::PositionEncoding;

/// How many texts that were read from disk are kept for the next question about them.
const KEPT: usize = 16;

/// A text that is an instrument: a resolution, a decision, a draft with a symbol of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Instrument {
    /// The file of its text.
    pub path: PathBuf,
    /// Its symbol.
    pub symbol: Symbol,
    /// The language of this text.
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
pub struct WorkspaceIndex {
    shelves: Mutex<IndexState>,
    tickets: AtomicU64,
    /// Who cites whom; see `citations`. Never taken while the shelves are held.
    pub(super) graph: Mutex<CitationGraph>,
    /// What columns are counted in.
    pub(super) encoding: OnceLock<PositionEncoding>,
}

/// The turn in which a file is looked at. Of two looks at one file the later one holds, whichever arrives
/// first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Generation(u64);

#[derive(Debug, Default)]
pub(super) struct IndexState {
    pub(super) files: HashMap<PathBuf, IndexedFile>,
    /// Texts that are open in the editor.
    pub(super) open: HashMap<PathBuf, OpenedText>,
    /// Folders that are no part of the workspace any more, and since when: who still reads in them has come too late.
    forgotten: Vec<(Generation, PathBuf)>,
    /// The paths of each instrument's texts, in files or open.
    pub(super) by_symbol: BTreeMap<Symbol, BTreeSet<PathBuf>>,
    /// The paths that differ in the name of a language alone, of files and open texts that are or were drafts.
    pub(super) by_family: HashMap<PathBuf, BTreeSet<PathBuf>>,
    /// Texts that were read from disk lately, the latest last.
    kept: Vec<(PathBuf, SystemTime, Arc<ParsedText>)>,
}

/// What was seen of a file.
#[derive(Debug)]
pub(super) struct IndexedFile {
    /// When it was looked at.
    seen: Generation,
    /// Which instrument it is, if it is one.
    pub instrument: Option<Arc<Instrument>>,
    /// The language of a draft or an instrument that is in one only.
    pub language: Option<&'static Language>,
}

/// A text that is open in the editor, and which instrument it is.
pub(super) type OpenedText = (Arc<dyn OpenText>, Option<Arc<Instrument>>);

impl WorkspaceIndex {
    /// A library without instruments.
    pub fn new() -> WorkspaceIndex {
        WorkspaceIndex::default()
    }

    /// Takes a turn. Take it before the file is read.
    pub fn ticket(&self) -> Generation {
        Generation(self.tickets.fetch_add(1, Ordering::Relaxed))
    }

    /// Says what a file is: an instrument, or none (any more).
    pub fn put(&self, ticket: Generation, path: &Path, instrument: Option<Instrument>) {
        let language = instrument.as_ref().map(|instrument| instrument.language);
        self.put_text(ticket, path, instrument, language);
    }

    /// As [`WorkspaceIndex::put`], of a draft or an instrument that is in this language, or in several.
    pub(super) fn put_text(
        &self,
        ticket: Generation,
        path: &Path,
        instrument: Option<Instrument>,
        language: Option<&'static Language>,
    ) {
        let mut shelves = self.shelves();
        if shelves.files.get(path).is_some_and(|last| last.seen > ticket) || shelves.is_forgotten(ticket, path) {
            return;
        }
        shelves.change(path, |shelves| {
            let file = IndexedFile { seen: ticket, instrument: instrument.map(Arc::new), language };
            shelves.files.insert(path.to_owned(), file);
        });
    }

    /// Says that files or whole folders are gone.
    pub fn remove(&self, ticket: Generation, paths: &HashSet<PathBuf>) {
        let is_gone = |file: &&PathBuf| file.ancestors().any(|around| paths.contains(around));
        let gone: Vec<PathBuf> = self.shelves().files.keys().filter(is_gone).cloned().collect();
        for file in gone {
            self.put(ticket, &file, None);
            self.graph().put(ticket, &file, &[]);
        }
    }

    /// Says that a folder is no part of the workspace any more. Who began to read in it before brings nothing.
    pub fn forget(&self, folder: &Path) {
        let ticket = self.ticket();
        self.shelves().forgotten.push((ticket, folder.to_owned()));
        self.remove(ticket, &HashSet::from([folder.to_owned()]));
    }

    pub(super) fn is_forgotten(&self, ticket: Generation, path: &Path) -> bool {
        self.shelves().is_forgotten(ticket, path)
    }

    /// Says that a text is open in the editor, and which instrument it is now. It stands in for its file.
    pub fn open(&self, path: &Path, text: Arc<dyn OpenText>, instrument: Option<Arc<Instrument>>) {
        self.shelves().change(path, |shelves| {
            shelves.open.insert(path.to_owned(), (text, instrument));
        });
    }

    /// As [`WorkspaceIndex::open`], for a text that was read.
    pub fn open_reading(&self, path: &Path, reading: Arc<ParsedText>) {
        let instrument = Instrument::of(path, &reading.draft).map(Arc::new);
        self.open(path, Arc::new(reading), instrument);
    }

    /// Says that a text is open no more.
    pub fn close(&self, path: &Path) {
        self.shelves().change(path, |shelves| {
            shelves.open.remove(path);
        });
    }

    /// The text in the workspace that is the instrument `symbol`; of several language versions the one in
    /// `language`, else the English one, else the first by its path. Of a resolution's part (`66/254 A`) that
    /// has no text of its own, the whole.
    pub fn find(&self, symbol: &Symbol, language: &Language) -> Option<Arc<Instrument>> {
        let shelves = self.shelves();
        shelves.find(symbol, language).or_else(|| shelves.find(&symbol.without_letter(), language))
    }

    /// The files that read as drafts or instruments, in order.
    pub fn drafts(&self) -> Vec<PathBuf> {
        let shelves = self.shelves();
        let reads = |file: &IndexedFile| file.instrument.is_some() || file.language.is_some();
        let mut drafts: Vec<PathBuf> =
            shelves.files.iter().filter(|(_, file)| reads(file)).map(|(path, _)| path.clone()).collect();
        drafts.sort_unstable();
        drafts
    }

    /// The text of an instrument, as it stands in the editor or on disk now.
    pub fn read(&self, instrument: &Instrument) -> Option<Arc<ParsedText>> {
        self.read_at(&instrument.path, ReadAs::default())
    }

    /// The text at a path, as it stands in the editor or on disk now. A file is read as the user says, if they say anything.
    pub fn read_at(&self, path: &Path, read_as: ReadAs) -> Option<Arc<ParsedText>> {
        // The text may have to be read first, for which nobody else shall wait.
        if let Some(open) = self.open_text(path) {
            return open.reading();
        }
        let changed = files::attributes(path).ok()?.changed?;
        let kept = |shelves: &IndexState| {
            let found = shelves
                .kept
                .iter()
                .find(|(file, at, reading)| file == path && *at == changed && reading.draft.read_as == read_as);
            found.map(|kept| kept.2.clone())
        };
        if let Some(reading) = kept(&self.shelves()) {
            return Some(reading);
        }
        let reading = ParsedText::load(path, read_as)?;
        let mut shelves = self.shelves();
        shelves.kept.retain(|(file, ..)| file != path);
        if shelves.kept.len() >= KEPT {
            shelves.kept.remove(0);
        }
        shelves.kept.push((path.to_owned(), changed, reading.clone()));
        Some(reading)
    }

    /// All instruments, in the order of their symbols and paths.
    pub fn instruments(&self) -> Vec<Arc<Instrument>> {
        let shelves = self.shelves();
        let paths = shelves.by_symbol.values().flatten();
        paths.filter_map(|path| shelves.at(path).cloned()).collect()
    }

    /// The symbols of texts whose number begins so, the latest first; at most `limit`.
    pub fn numbered(&self, number: &str, limit: usize) -> Vec<Symbol> {
        let shelves = self.shelves();
        // To find digits in a symbol takes less time than to tell its number.
        let digits = number.split(|c: char| !c.is_ascii_digit()).find(|digits| !digits.is_empty()).unwrap_or_default();
        let symbols = shelves.by_symbol.keys().rev().filter(|symbol| symbol.as_str().contains(digits));
        symbols.filter(|symbol| symbol.short().starts_with(number)).take(limit).cloned().collect()
    }

    /// The symbols of texts that begin with `stem`, a beginning with its slash, the latest first; at most `limit`.
    pub fn beginning(&self, stem: &str, limit: usize) -> Vec<Symbol> {
        let shelves = self.shelves();
        let begins =
            |symbol: &&Symbol| symbol.as_str().get(..stem.len()).is_some_and(|head| head.eq_ignore_ascii_case(stem));
        shelves.by_symbol.keys().rev().filter(begins).take(limit).cloned().collect()
    }

    /// The symbols of texts whose title has all of these words, or words that begin so, the latest first; at most
    /// `limit`. Case doesn't count. Of more than a few thousand texts the latest are looked at.
    pub fn titled(&self, words: &str, limit: usize) -> Vec<Symbol> {
        const LOOKED_AT: usize = 4000;
        let words: Vec<String> = words.split_whitespace().map(str::to_lowercase).collect();
        let shelves = self.shelves();
        let has_words = |path: &PathBuf| {
            let title = shelves.at(path).and_then(|instrument| instrument.title.as_ref());
            title.is_some_and(|title| {
                let title = title.to_lowercase();
                words.iter().all(|word| title.contains(word.as_str()))
            })
        };
        let symbols = shelves.by_symbol.iter().rev().take(LOOKED_AT);
        symbols.filter(|(_, paths)| paths.iter().any(has_words)).map(|(symbol, _)| symbol.clone()).take(limit).collect()
    }

    /// What the text at a path is, if it is an instrument.
    pub fn instrument_at(&self, path: &Path) -> Option<Arc<Instrument>> {
        self.shelves().at(path).cloned()
    }

    /// The text at a path as it is open in the editor, if it is.
    pub(super) fn open_text(&self, path: &Path) -> Option<Arc<dyn OpenText>> {
        self.shelves().open.get(path).map(|(text, _)| text.clone())
    }

    pub(super) fn shelves(&self) -> MutexGuard<'_, IndexState> {
        self.shelves.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl IndexState {
    fn find(&self, symbol: &Symbol, language: &Language) -> Option<Arc<Instrument>> {
        let rank = |instrument: &Instrument| match instrument.language {
            own if own == language => 0,
            own if own == ENGLISH => 1,
            _ => 2,
        };
        let texts = self.by_symbol.get(symbol)?.iter().filter_map(|path| self.at(path));
        texts.min_by(|a, b| (rank(a), &a.path).cmp(&(rank(b), &b.path))).cloned()
    }

    fn is_forgotten(&self, ticket: Generation, path: &Path) -> bool {
        self.forgotten.iter().any(|(since, folder)| ticket < *since && path.starts_with(folder))
    }

    /// What the text at a path is now.
    pub(super) fn at(&self, path: &Path) -> Option<&Arc<Instrument>> {
        match self.open.get(path) {
            Some((_, instrument)) => instrument.as_ref(),
            None => self.files.get(path)?.instrument.as_ref(),
        }
    }

    /// Whether the text at a path is open, or a draft.
    fn has_draft(&self, path: &Path) -> bool {
        self.open.contains_key(path) || self.files.get(path).is_some_and(|file| file.language.is_some())
    }

    /// Changes what the text at a path is, and keeps `by_symbol` and `by_family` in step.
    fn change(&mut self, path: &Path, change: impl FnOnce(&mut IndexState)) {
        let symbol = |shelves: &IndexState| shelves.at(path).map(|instrument| instrument.symbol.clone());
        let before = symbol(self);
        let was_draft = self.has_draft(path);
        change(self);
        if !was_draft && self.has_draft(path) {
            self.by_family.entry(family(path)).or_default().insert(path.to_owned());
        }
        let after = symbol(self);
        if before == after {
            return;
        }
        if let Some(before) = before
            && let Some(paths) = self.by_symbol.get_mut(&before)
        {
            paths.remove(path);
            if paths.is_empty() {
                self.by_symbol.remove(&before);
            }
        }
        if let Some(after) = after {
            self.by_symbol.entry(after).or_default().insert(path.to_owned());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::{CHINESE, FRENCH};

    fn instrument(path: &str, symbol: &str, language: &'static Language) -> Instrument {
        let symbol = Symbol::parse(symbol).unwrap();
        Instrument { path: path.into(), symbol, language, title: None, adopted: None }
    }

    fn found(library: &WorkspaceIndex, symbol: &str, language: &Language) -> Option<PathBuf> {
        library.find(&Symbol::parse(symbol).unwrap(), language).map(|instrument| instrument.path.clone())
    }

    fn put(library: &WorkspaceIndex, instrument: Instrument) {
        library.put(library.ticket(), &instrument.path.clone(), Some(instrument));
    }

    #[test]
    fn the_drafts_language_comes_first_then_english() {
        let library = WorkspaceIndex::new();
        put(&library, instrument("b.zh", "A/RES/92/14", CHINESE));
        assert_eq!(found(&library, "A/RES/92/14", FRENCH), Some("b.zh".into()));
        put(&library, instrument("c.en", "A/RES/92/14", ENGLISH));
        assert_eq!(found(&library, "A/RES/92/14", FRENCH), Some("c.en".into()));
        assert_eq!(found(&library, "A/RES/92/14", CHINESE), Some("b.zh".into()));
        assert_eq!(library.instruments().len(), 2);
    }

    #[test]
    fn a_part_is_found_in_the_whole() {
        let library = WorkspaceIndex::new();
        put(&library, instrument("whole", "A/RES/92/14", ENGLISH));
        assert_eq!(found(&library, "A/RES/92/14 A", ENGLISH), Some("whole".into()));
        put(&library, instrument("part", "A/RES/92/14 A", ENGLISH));
        assert_eq!(found(&library, "A/RES/92/14 A", ENGLISH), Some("part".into()));
    }

    #[test]
    fn the_later_look_at_a_file_holds() {
        let library = WorkspaceIndex::new();
        let (earlier, later) = (library.ticket(), library.ticket());
        library.put(later, "a".as_ref(), Some(instrument("a", "A/RES/92/15", ENGLISH)));
        library.put(earlier, "a".as_ref(), Some(instrument("a", "A/RES/92/14", ENGLISH)));
        let paths = |path: &str| HashSet::from([PathBuf::from(path)]);
        library.remove(earlier, &paths("a"));
        assert_eq!(found(&library, "A/RES/92/14", ENGLISH), None);
        assert_eq!(found(&library, "A/RES/92/15", ENGLISH), Some("a".into()));
        library.remove(library.ticket(), &paths(""));
        assert_eq!(found(&library, "A/RES/92/15", ENGLISH), None);
        assert!(library.instruments().is_empty());
    }

    #[test]
    fn an_open_text_stands_in_for_its_file() {
        let library = WorkspaceIndex::new();
        put(&library, instrument("/a", "A/RES/92/14", ENGLISH));
        let open = |text: &str| library.open_reading("/a".as_ref(), ParsedText::of(text.to_owned()).unwrap());
        open("92/15. Night\n\nThe General Assembly,\n\nDecides to rest.\n");
        assert_eq!(found(&library, "A/RES/92/14", ENGLISH), None);
        assert_eq!(found(&library, "A/RES/92/15", ENGLISH), Some("/a".into()));
        let text = library.read(&instrument("/a", "A/RES/92/15", ENGLISH)).unwrap();
        assert!(text.text.starts_with("92/15."));
        open("Notes for lunch");
        assert_eq!(found(&library, "A/RES/92/15", ENGLISH), None);
        library.close("/a".as_ref());
        assert_eq!(found(&library, "A/RES/92/14", ENGLISH), Some("/a".into()));
    }

    #[test]
    fn texts_are_found_by_the_beginning_of_a_number_and_by_words() {
        let library = WorkspaceIndex::new();
        for (path, symbol, title) in [
            ("a", "A/RES/92/14", "Dark and quiet skies"),
            ("b", "A/RES/91/140", "Quiet harbours"),
            ("c", "A/C.4/92/L.7", "Quiet lamps"),
        ] {
            put(&library, Instrument { title: Some(title.to_owned()), ..instrument(path, symbol, ENGLISH) });
        }
        let names = |symbols: Vec<Symbol>| symbols.iter().map(Symbol::to_string).collect::<Vec<_>>();
        assert_eq!(names(library.numbered("9", 9)), ["A/RES/92/14", "A/RES/91/140"]);
        assert_eq!(names(library.numbered("91/1", 9)), ["A/RES/91/140"]);
        assert_eq!(names(library.numbered("9", 1)), ["A/RES/92/14"]);
        assert_eq!(names(library.beginning("a/c.4/", 9)), ["A/C.4/92/L.7"]);
        assert_eq!(names(library.titled("QUIET harb", 9)), ["A/RES/91/140"]);
        assert_eq!(names(library.titled("loud", 9)), [""; 0]);
    }
}

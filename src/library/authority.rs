//! What is known of instruments beside their texts, asked of one place: those that everybody cites, those in the
//! built-in register, and those in the stored library, which is opened once. What was imported goes before what is
//! built in, since it may be newer.
//!
//! Two ask. Rules want a few facts of everything that a draft cites, again and again, and the server's rules may not wait:
//! [`AuthorityCache::facts`] answers from memory, and what isn't there is noted and looked up later. Who asks of one
//! instrument wants all that is recorded of it and waits for the file: [`AuthorityCache::record`].

use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, LazyLock, Mutex, MutexGuard, PoisonError, RwLock};

use super::known;
use super::record::{StoredRecord, TableFormat, TitleKind};
use super::register::{InstrumentRegister, RegisterSource};
use super::store::{Store, StoreProblem};
use crate::draft::Date;
use crate::language::Language;
use crate::symbol::Symbol;

/// Of how many instruments the facts are kept. No workspace cites more; what comes after begins anew.
const FACTS_KEPT: usize = 1 << 16;

/// Of how many instruments it is kept what is built in: more than a draft cites that somebody writes.
const BUILT_IN_KEPT: usize = 1 << 13;

/// How many letters must be typed before all titles of the register are looked through.
const FEWEST_LETTERS: usize = 2;

/// How many whole records are kept, which are larger and seldom asked for again.
const RECORDS_KEPT: usize = 4096;

/// What rules ask of one instrument.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct InstrumentFacts {
    /// The days on which it was adopted: several where sources contradict each other, or where it was adopted in
    /// parts. The most trusted first.
    pub adopted: Vec<Date>,
    /// Whether somebody says so whose dates are right. Voting tables have the day of a vote, and wrong ones among them.
    pub adopted_for_sure: bool,
    /// Its full titles in the stored library, by the code of their language, the most trusted first. Who asks for a title
    /// asks [`AuthorityCache::titles`].
    titles: BTreeMap<&'static str, Vec<String>>,
    /// Why there is none such.
    pub denial: Option<Denial>,
}

/// Why an instrument doesn't exist.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Denial {
    /// Its number is beyond the last of its session.
    Beyond {
        /// The session's number.
        session: u16,
        /// The number of its last resolution.
        last: u32,
    },
    /// Its number is that of a resolution of another year or session.
    Elsewhere(Symbol),
}

/// What is known of instruments beside their texts: the well-known ones, and those in the stored library. One place for
/// all threads.
#[derive(Debug, Default)]
pub struct AuthorityCache {
    stored: Option<OpenStore>,
}

/// Facts that were looked up, by their instruments.
type KeptFacts = RwLock<HashMap<Symbol, Arc<InstrumentFacts>>>;

/// The stored library, and what it said.
#[derive(Debug)]
struct OpenStore {
    connection: Mutex<StoreConnection>,
    /// Held while the library is opened, so that it is opened once.
    opening: Mutex<()>,
    is_open: AtomicBool,
    facts: KeptFacts,
    records: Mutex<KeptRecords>,
    /// What facts were asked of and not looked up yet; `None` where who asks waits for the answer.
    open_questions: Option<Mutex<HashSet<Symbol>>>,
    edition: AtomicU64,
}

/// Where the stored library is. Held for moments only, never while the file is read.
#[derive(Debug, Default)]
struct StoreConnection {
    /// `None` where there is none.
    path: Option<PathBuf>,
    store: Option<Arc<Store>>,
    /// The version of the library that the facts are from.
    facts_version: Option<i64>,
    /// Why the library went that was open, until somebody is told.
    problem: Option<StoreProblem>,
}

#[derive(Debug, Default)]
struct KeptRecords {
    /// The version of the library that they are from.
    version: Option<i64>,
    by_symbol: HashMap<Symbol, Option<Arc<StoredRecord>>>,
}

impl AuthorityCache {
    /// The instruments that everybody cites, without a stored library.
    pub fn built_in() -> &'static AuthorityCache {
        static BUILT_IN: AuthorityCache = AuthorityCache { stored: None };
        &BUILT_IN
    }

    /// With a stored library. Who asks for facts waits until they were looked up.
    pub fn of(store: Store) -> AuthorityCache {
        let path = Some(store.path().to_owned());
        AuthorityCache::new(StoreConnection { path, store: Some(Arc::new(store)), ..StoreConnection::default() }, false)
    }

    /// With the stored library in a file, if there is one, for who must not wait: facts are looked up by
    /// [`AuthorityCache::look_up`] alone, and what was not looked up yet is as if it weren't known.
    pub fn in_time(path: Option<PathBuf>) -> AuthorityCache {
        AuthorityCache::new(StoreConnection { path, ..StoreConnection::default() }, true)
    }

    fn new(connection: StoreConnection, later: bool) -> AuthorityCache {
        let is_open = AtomicBool::new(connection.store.is_some());
        let open_questions = later.then(Mutex::default);
        let (opening, facts, records, edition) = Default::default();
        let connection = Mutex::new(connection);
        AuthorityCache {
            stored: Some(OpenStore { connection, opening, is_open, facts, records, open_questions, edition }),
        }
    }

    /// Goes over to the stored library in another file, and forgets what the last one said. Says whether somebody has
    /// asked that for facts, who should ask again. Takes no time: the file is opened by [`AuthorityCache::open`], or
    /// when it is first asked.
    pub fn turn_to(&self, path: PathBuf) -> bool {
        let Some(stored) = &self.stored else { return false };
        {
            let mut connection = stored.connection();
            if connection.path.as_ref() == Some(&path) {
                return false;
            }
            *connection = StoreConnection { path: Some(path), ..StoreConnection::default() };
            stored.is_open.store(false, Ordering::Release);
        }
        stored.forget_records();
        let mut facts = stored.facts.write().unwrap_or_else(PoisonError::into_inner);
        let asked = !facts.is_empty() || self.has_open_questions();
        facts.clear();
        stored.edition.fetch_add(1, Ordering::AcqRel);
        asked
    }

    /// Opens the stored library, if there is one to open and it isn't open.
    ///
    /// # Errors
    ///
    /// When it can't be opened. The rest is known all the same.
    pub fn open(&self) -> Result<(), StoreProblem> {
        self.stored.as_ref().map_or(Ok(()), |stored| stored.opened().map(drop))
    }

    /// Whether the stored library is open.
    pub fn is_open(&self) -> bool {
        self.stored.as_ref().is_some_and(|stored| stored.is_open.load(Ordering::Acquire))
    }

    /// Why the stored library could not be read any more, the first time after it happened.
    pub fn take_problem(&self) -> Option<StoreProblem> {
        self.stored.as_ref()?.connection().problem.take()
    }

    /// What rules ask of an instrument.
    pub fn facts(&self, symbol: &Symbol) -> Arc<InstrumentFacts> {
        let Some(stored) = &self.stored else { return built_in(symbol) };
        if let Some(facts) = stored.facts.read().unwrap_or_else(PoisonError::into_inner).get(symbol) {
            return facts.clone();
        }
        match &stored.open_questions {
            None => stored.learn(symbol),
            Some(open) => {
                open.lock().unwrap_or_else(PoisonError::into_inner).insert(symbol.clone());
                built_in(symbol)
            }
        }
    }

    /// The full titles of an instrument in a language, the most trusted first: those that its own text bears, as far as is
    /// known, and not what a catalogue made of them.
    pub fn titles(&self, symbol: &Symbol, language: &Language) -> Vec<String> {
        if let Some(titles) = self.facts(symbol).titles.get(language.code) {
            return titles.clone();
        }
        let said = InstrumentRegister::built_in().entry(symbol).and_then(|entry| entry.title(language));
        let own = said.filter(|said| {
            let is_own = said.sources.has(RegisterSource::OwnText) || said.sources.has(RegisterSource::Metadata);
            said.title.kind == TitleKind::Full && !said.is_contradicted && is_own
        });
        own.into_iter().map(|said| said.title.text).collect()
    }

    /// Whether facts were asked for that [`AuthorityCache::look_up`] has not looked up yet.
    pub fn has_open_questions(&self) -> bool {
        self.open_questions().is_some_and(|open| !open.lock().unwrap_or_else(PoisonError::into_inner).is_empty())
    }

    /// Looks up what was asked since the last time, in a library that may have grown. Says whether something is known
    /// now that wasn't, so that who asked should ask again.
    pub fn look_up(&self) -> bool {
        let (Some(stored), Some(open)) = (&self.stored, self.open_questions()) else { return false };
        let mut news = stored.forget_old_facts();
        let asked = std::mem::take(&mut *open.lock().unwrap_or_else(PoisonError::into_inner));
        for symbol in asked {
            news |= *stored.learn(&symbol) != *built_in(&symbol);
        }
        if news {
            stored.edition.fetch_add(1, Ordering::AcqRel);
        }
        news
    }

    /// A number that is another one when facts are known that weren't.
    pub fn edition(&self) -> u64 {
        self.stored.as_ref().map_or(0, |stored| stored.edition.load(Ordering::Acquire))
    }

    /// What the stored library has of an instrument; nothing while it isn't open.
    pub fn record(&self, symbol: &Symbol) -> Option<Arc<StoredRecord>> {
        let stored = self.stored.as_ref()?;
        let store = stored.connection().store.clone()?;
        let version = stored.answer(&store, store.version())?;
        {
            let mut records = stored.records();
            if records.version != Some(version) {
                *records = KeptRecords { version: Some(version), by_symbol: HashMap::new() };
            }
            if let Some(answer) = records.by_symbol.get(symbol) {
                return answer.clone();
            }
        }
        let record = stored.answer(&store, store.record(symbol))?.map(Arc::new);
        let mut records = stored.records();
        if records.version == Some(version) {
            if records.by_symbol.len() >= RECORDS_KEPT {
                records.by_symbol.clear();
            }
            records.by_symbol.insert(symbol.clone(), record.clone());
        }
        record
    }

    /// The instruments of the stored library whose number begins so, the latest first; at most `limit`.
    pub fn numbered(&self, number: &str, limit: usize) -> Vec<Symbol> {
        self.symbols(|store| store.begun(number, limit))
    }

    /// Those of the register whose number begins so, the latest first; at most `limit`.
    pub fn registered(&self, number: &str, limit: usize) -> Vec<Symbol> {
        InstrumentRegister::built_in().numbered(number, limit)
    }

    /// The instruments of the stored library that have all of these words in a title, in any language, the latest first;
    /// at most `limit`.
    pub fn titled(&self, words: &str, limit: usize) -> Vec<Symbol> {
        self.symbols(|store| store.titled(words, limit))
    }

    /// Those of the register that have all of these words in a title, in any language, the latest first; at most `limit`. Of a
    /// letter or two nothing is said: all titles are looked through.
    pub fn registered_titles(&self, words: &str, limit: usize) -> Vec<Symbol> {
        let enough = words.chars().filter(|c| c.is_alphanumeric()).count() >= FEWEST_LETTERS;
        if enough { InstrumentRegister::built_in().titled(words, limit) } else { Vec::new() }
    }

    /// What the stored library says; nothing while it isn't open.
    fn symbols(&self, question: impl FnOnce(&Store) -> Result<Vec<Symbol>, StoreProblem>) -> Vec<Symbol> {
        let answer = self.stored.as_ref().and_then(|stored| {
            let store = stored.connection().store.clone()?;
            stored.answer(&store, question(&store))
        });
        answer.unwrap_or_default()
    }

    fn open_questions(&self) -> Option<&Mutex<HashSet<Symbol>>> {
        self.stored.as_ref()?.open_questions.as_ref()
    }
}

impl OpenStore {
    fn connection(&self) -> MutexGuard<'_, StoreConnection> {
        self.connection.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn records(&self) -> MutexGuard<'_, KeptRecords> {
        self.records.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn forget_records(&self) {
        *self.records() = KeptRecords::default();
    }

    /// The library, opened if it isn't; `None` where there is none to open.
    fn opened(&self) -> Result<Option<Arc<Store>>, StoreProblem> {
        let _opening = self.opening.lock().unwrap_or_else(PoisonError::into_inner);
        let path = {
            let connection = self.connection();
            if connection.store.is_some() {
                return Ok(connection.store.clone());
            }
            connection.path.clone()
        };
        let Some(path) = path else { return Ok(None) };
        let store = Arc::new(Store::open(&path)?);
        let mut connection = self.connection();
        // Another file may be wanted meanwhile.
        if connection.path.as_ref() == Some(&path) {
            connection.store = Some(store);
            self.is_open.store(true, Ordering::Release);
        }
        Ok(connection.store.clone())
    }

    /// What the library answered. One that can't be read any more is let go of, and somebody is told why.
    fn answer<T>(&self, store: &Arc<Store>, answer: Result<T, StoreProblem>) -> Option<T> {
        match answer {
            Ok(answer) => Some(answer),
            Err(problem) => {
                let mut connection = self.connection();
                if connection.store.as_ref().is_some_and(|open| Arc::ptr_eq(open, store)) {
                    connection.store = None;
                    connection.problem = Some(problem);
                    self.is_open.store(false, Ordering::Release);
                    drop(connection);
                    self.forget_records();
                }
                None
            }
        }
    }

    /// Looks an instrument's facts up and keeps them.
    fn learn(&self, symbol: &Symbol) -> Arc<InstrumentFacts> {
        let mut facts = (*built_in(symbol)).clone();
        // A library that can't be opened, or be read any more, knows nothing.
        if let Ok(Some(store)) = self.opened()
            && let Ok(stored) = ask(&store, symbol)
        {
            facts = stored.over(facts);
        }
        let facts = Arc::new(facts);
        let mut kept = self.facts.write().unwrap_or_else(PoisonError::into_inner);
        if kept.len() >= FACTS_KEPT {
            kept.clear();
        }
        kept.insert(symbol.clone(), facts.clone());
        facts
    }

    /// Forgets all facts when something was imported since, and says whether that was so.
    fn forget_old_facts(&self) -> bool {
        let Ok(Some(store)) = self.opened() else { return false };
        let Ok(now) = store.version() else { return false };
        if self.connection().facts_version.replace(now) == Some(now) {
            return false;
        }
        let mut facts = self.facts.write().unwrap_or_else(PoisonError::into_inner);
        let knew = !facts.is_empty();
        facts.clear();
        knew
    }
}

impl InstrumentFacts {
    /// These facts, and where they say nothing, others. The sure dates of what was imported are not contradicted by older ones.
    fn over(mut self, others: InstrumentFacts) -> InstrumentFacts {
        if self.adopted_for_sure && !self.adopted.is_empty() {
            return self;
        }
        self.adopted_for_sure |= others.adopted_for_sure;
        self.adopted
            .extend(others.adopted.iter().copied().filter(|date| !self.adopted.contains(date)).collect::<Vec<_>>());
        self
    }
}

/// What was looked up of what is built in: rules ask of everything that a draft cites, again and again.
static BUILT_IN_FACTS: LazyLock<KeptFacts> = LazyLock::new(RwLock::default);

/// What is known of an instrument without a library.
fn built_in(symbol: &Symbol) -> Arc<InstrumentFacts> {
    if let Some(facts) = BUILT_IN_FACTS.read().unwrap_or_else(PoisonError::into_inner).get(symbol) {
        return facts.clone();
    }
    let facts = Arc::new(look_up_built_in(symbol));
    let mut kept = BUILT_IN_FACTS.write().unwrap_or_else(PoisonError::into_inner);
    if kept.len() >= BUILT_IN_KEPT {
        kept.clear();
    }
    kept.insert(symbol.clone(), facts.clone());
    facts
}

fn look_up_built_in(symbol: &Symbol) -> InstrumentFacts {
    let mut facts = InstrumentFacts::default();
    for known in known::all_by_symbol(symbol) {
        facts.adopted_for_sure = true;
        if !facts.adopted.contains(&known.symbol_date()) {
            facts.adopted.push(known.symbol_date());
        }
    }
    let register = InstrumentRegister::built_in();
    // Who cites an instrument without the letter of a part may mean any of them.
    let entries = match symbol.letters() {
        None => register.family(symbol),
        Some(_) => register.nearest(symbol).into_iter().collect(),
    };
    for said in entries.iter().flat_map(|entry| entry.dates()) {
        facts.adopted_for_sure |= said.sources.are_sure();
        if !facts.adopted.contains(&said.date) {
            facts.adopted.push(said.date);
        }
    }
    // Of all that sources say, two dates are kept: another one may be right.
    if entries.iter().any(|entry| entry.has_more_dates()) {
        facts.adopted_for_sure = false;
    }
    facts
}

/// What the stored library says of an instrument.
fn ask(store: &Store, symbol: &Symbol) -> Result<InstrumentFacts, StoreProblem> {
    let mut facts = InstrumentFacts::default();
    let record = store.record(symbol)?.filter(|record| record.symbol == *symbol);
    let sources = record.iter().flat_map(|record| &record.adopted).flat_map(|said| &said.sources);
    facts.adopted_for_sure = sources.into_iter().any(|source| source.format != TableFormat::Voting);
    // Who cites an instrument without the letter of a part may mean any of them.
    let mut dates: Vec<Date> = record.iter().flat_map(|record| &record.adopted).map(|said| said.value).collect();
    if !dates.is_empty() && symbol.letters().is_none() {
        for part in store.parts(symbol)?.into_iter().filter(|part| part != symbol) {
            let part = store.record(&part)?;
            dates.extend(part.iter().flat_map(|record| &record.adopted).map(|said| said.value));
        }
    }
    for date in dates {
        if !facts.adopted.contains(&date) {
            facts.adopted.push(date);
        }
    }
    for (code, titles) in record.iter().flat_map(|record| &record.titles) {
        let full = titles.iter().filter(|said| said.value.kind == TitleKind::Full);
        let full: Vec<String> = full.map(|said| said.value.text.clone()).collect();
        if !full.is_empty() {
            facts.titles.insert(code, full);
        }
    }
    facts.denial = store.denies(symbol)?;
    Ok(facts)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library::store::import::{Input, import};

    #[test]
    fn without_a_stored_library_the_well_known_instruments_are_known() {
        let cache = AuthorityCache::built_in();
        let symbol = Symbol::parse("A/RES/70/1").unwrap();
        assert_eq!(cache.facts(&symbol).adopted, [Date { year: 2015, month: 9, day: 25 }]);
        assert!(cache.record(&symbol).is_none() && !cache.is_open() && cache.open().is_ok());
    }

    #[test]
    fn a_library_that_is_not_there_is_told_of_and_asked_again_when_it_has_come() {
        let folder = std::env::temp_dir().join(format!("rapporteur-authority-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let file = folder.join("library.sqlite");
        let cache = AuthorityCache::in_time(None);
        assert!(!cache.turn_to(file.clone()), "nobody has asked yet");
        assert!(cache.open().is_err() && !cache.is_open());

        let symbol = Symbol::parse("A/RES/91/7").unwrap();
        assert!(cache.facts(&symbol).adopted.is_empty() && cache.has_open_questions());
        assert!(!cache.look_up(), "there is no library to know more");

        let table = "symbol,title,adopted\nA/RES/91/7,Protection of the night sky,2036-12-03\n";
        let input = Input { name: "table.csv".to_owned(), bytes: Box::new(table.as_bytes()) };
        import(&file, [input], |_, _| {}, |_, _| {}).unwrap();
        assert!(cache.look_up(), "what was remembered is older than the library");
        assert!(cache.is_open() && cache.open().is_ok());
        cache.facts(&symbol);
        cache.look_up();
        assert_eq!(cache.facts(&symbol).adopted, [Date { year: 2036, month: 12, day: 3 }]);
        assert_eq!(cache.record(&symbol).unwrap().adopted[0].value, Date { year: 2036, month: 12, day: 3 });
        assert!(cache.turn_to(folder.join("other.sqlite")) && !cache.is_open());
        assert!(cache.record(&symbol).is_none());
        std::fs::remove_dir_all(&folder).unwrap();
    }
}

//! What the library says of instruments, for who asks of many of them again and again: each is looked up once.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock};

use super::known::{self, fold::Folded};
use super::record::{Format, TitleKind};
use super::store::coverage::Denial;
use super::store::{Problem, Store};
use crate::draft::Date;
use crate::symbol::Symbol;

/// How many instruments are remembered. No workspace cites more; what comes after begins anew.
const REMEMBERED: usize = 1 << 16;

/// What is known of one instrument.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Facts {
    /// The days on which it was adopted: several where sources contradict each other, or where it was adopted in
    /// parts. The most trusted first.
    pub adopted: Vec<Date>,
    /// Whether somebody says so whose dates are right. Voting tables have the day of a vote, and wrong ones among them.
    pub adopted_for_sure: bool,
    /// Its full titles, by the code of their language, the most trusted first.
    pub titles: BTreeMap<&'static str, Vec<String>>,
    /// Why there is none such.
    pub denial: Option<Denial>,
}

/// What is known of instruments: those that everybody cites, and those in the stored library.
#[derive(Debug, Default)]
pub struct Knowledge {
    stored: Option<Stored>,
}

#[derive(Debug)]
struct Stored {
    place: Mutex<Place>,
    remembered: RwLock<HashMap<Symbol, Arc<Facts>>>,
    /// What was asked and not looked up yet; `None` where who asks waits for the answer.
    open_questions: Option<Mutex<HashSet<Symbol>>>,
    edition: AtomicU64,
}

/// Where the stored library is.
#[derive(Debug, Default)]
struct Place {
    /// `None` where there is none.
    path: Option<PathBuf>,
    /// Opened when it is first asked. A library that can't be opened knows nothing.
    store: Option<Arc<Store>>,
    /// The version of the library that is remembered.
    version: Option<i64>,
}

impl Knowledge {
    /// The instruments that everybody cites, without a stored library.
    pub fn built_in() -> &'static Knowledge {
        static BUILT_IN: Knowledge = Knowledge { stored: None };
        &BUILT_IN
    }

    /// With a stored library. Who asks waits until it was looked up.
    pub fn of(store: Store) -> Knowledge {
        let path = Some(store.path().to_owned());
        Knowledge::new(Place { path, store: Some(Arc::new(store)), version: None }, false)
    }

    /// With the stored library in a file, if there is one, for who must not wait: it is opened and asked by
    /// [`Knowledge::look_up`] alone, and what was not looked up yet is as if it weren't known.
    pub fn in_time(path: Option<PathBuf>) -> Knowledge {
        Knowledge::new(Place { path, ..Place::default() }, true)
    }

    fn new(place: Place, later: bool) -> Knowledge {
        let open_questions = later.then(Mutex::default);
        let (place, remembered, edition) = (Mutex::new(place), RwLock::default(), AtomicU64::new(0));
        Knowledge { stored: Some(Stored { place, remembered, open_questions, edition }) }
    }

    /// Goes over to the stored library in another file, and forgets what the last one said. Says whether somebody has
    /// asked that, who should ask again.
    pub fn turn_to(&self, path: PathBuf) -> bool {
        let Some(stored) = &self.stored else { return false };
        let mut place = stored.place();
        if place.path.as_ref() == Some(&path) {
            return false;
        }
        *place = Place { path: Some(path), ..Place::default() };
        drop(place);
        let mut remembered = stored.remembered.write().unwrap_or_else(PoisonError::into_inner);
        let asked = !remembered.is_empty() || self.has_open_questions();
        remembered.clear();
        stored.edition.fetch_add(1, Ordering::AcqRel);
        asked
    }

    /// What is known of an instrument.
    pub fn facts(&self, symbol: &Symbol) -> Arc<Facts> {
        let Some(stored) = &self.stored else { return Arc::new(built_in(symbol)) };
        if let Some(facts) = stored.remembered.read().unwrap_or_else(PoisonError::into_inner).get(symbol) {
            return facts.clone();
        }
        match &stored.open_questions {
            None => stored.learn(symbol),
            Some(open) => {
                open.lock().unwrap_or_else(PoisonError::into_inner).insert(symbol.clone());
                Arc::new(built_in(symbol))
            }
        }
    }

    /// Whether something was asked that [`Knowledge::look_up`] has not looked up yet.
    pub fn has_open_questions(&self) -> bool {
        self.open_questions().is_some_and(|open| !open.lock().unwrap_or_else(PoisonError::into_inner).is_empty())
    }

    /// Looks up what was asked since the last time, in a library that may have grown. Says whether something is known
    /// now that wasn't, so that who asked should ask again.
    pub fn look_up(&self) -> bool {
        let (Some(stored), Some(open)) = (&self.stored, self.open_questions()) else { return false };
        let mut news = stored.forget_what_is_old();
        let asked = std::mem::take(&mut *open.lock().unwrap_or_else(PoisonError::into_inner));
        for symbol in asked {
            news |= *stored.learn(&symbol) != built_in(&symbol);
        }
        if news {
            stored.edition.fetch_add(1, Ordering::AcqRel);
        }
        news
    }

    /// A number that is another one when something is known that wasn't.
    pub fn edition(&self) -> u64 {
        self.stored.as_ref().map_or(0, |stored| stored.edition.load(Ordering::Acquire))
    }

    fn open_questions(&self) -> Option<&Mutex<HashSet<Symbol>>> {
        self.stored.as_ref()?.open_questions.as_ref()
    }
}

impl Stored {
    fn place(&self) -> MutexGuard<'_, Place> {
        self.place.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn store(&self) -> Option<Arc<Store>> {
        let mut place = self.place();
        if place.store.is_none() {
            place.store = Store::open(place.path.as_ref()?).ok().map(Arc::new);
        }
        place.store.clone()
    }

    /// Looks an instrument up and remembers it.
    fn learn(&self, symbol: &Symbol) -> Arc<Facts> {
        let mut facts = built_in(symbol);
        // A library that can't be read any more knows nothing.
        if let Some(Ok(stored)) = self.store().map(|store| ask(&store, symbol)) {
            facts = stored.over(facts);
        }
        let facts = Arc::new(facts);
        let mut remembered = self.remembered.write().unwrap_or_else(PoisonError::into_inner);
        if remembered.len() >= REMEMBERED {
            remembered.clear();
        }
        remembered.insert(symbol.clone(), facts.clone());
        facts
    }

    /// Forgets everything when something was imported since, and says whether that was so.
    fn forget_what_is_old(&self) -> bool {
        let Some(now) = self.store().and_then(|store| store.version().ok()) else { return false };
        if self.place().version.replace(now) == Some(now) {
            return false;
        }
        let mut remembered = self.remembered.write().unwrap_or_else(PoisonError::into_inner);
        let knew = !remembered.is_empty();
        remembered.clear();
        knew
    }
}

impl Facts {
    /// These facts, and where they say nothing, others.
    fn over(mut self, others: Facts) -> Facts {
        self.adopted_for_sure |= others.adopted_for_sure;
        self.adopted
            .extend(others.adopted.iter().copied().filter(|date| !self.adopted.contains(date)).collect::<Vec<_>>());
        for (code, titles) in others.titles {
            self.titles.entry(code).or_insert(titles);
        }
        self
    }
}

/// What is known of an instrument without a library.
fn built_in(symbol: &Symbol) -> Facts {
    let mut facts = Facts::default();
    for known in known::all_by_symbol(symbol) {
        facts.adopted_for_sure = true;
        if !facts.adopted.contains(&known.symbol_date()) {
            facts.adopted.push(known.symbol_date());
        }
    }
    facts
}

/// What the stored library says of an instrument.
fn ask(store: &Store, symbol: &Symbol) -> Result<Facts, Problem> {
    let mut facts = Facts::default();
    let record = store.record(symbol)?.filter(|record| record.symbol == *symbol);
    let sources = record.iter().flat_map(|record| &record.adopted).flat_map(|said| &said.sources);
    facts.adopted_for_sure = sources.into_iter().any(|source| source.format != Format::Voting);
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

/// A title evened out for comparison: capitals, quotation marks, hyphens, apostrophes, digits, vowel marks and
/// spaces have one form, or none.
pub fn folded(title: &str) -> String {
    Folded::of(title).text
}

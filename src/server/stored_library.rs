//! The stored library: opened beside everything else, and done without where it can't be.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

use tower_lsp::ls_types::MessageType;

use super::log::log_sentence;
use super::outbox::Outbox;
use super::tasks;
use crate::library::AuthorityCache;
use crate::library::store::{self, StoreProblem, StoreProblemKind};
use crate::messages::Locale;

crate::messages! {
    "server.library":
    goes_on_without() = "Rapporteur goes on without it.";
}

/// Which file the stored library is in, and what was said about its absence.
#[derive(Debug)]
pub struct StoredLibrary {
    authority: Arc<AuthorityCache>,
    /// The stored library's file where the settings name none.
    usual: Option<PathBuf>,
    /// The file that was named in the settings when the library was opened last, and what the user was told of it.
    last: Mutex<LastOpening>,
}

#[derive(Debug, Default)]
struct LastOpening {
    named: Option<PathBuf>,
    tried: bool,
    told: Option<String>,
}

impl StoredLibrary {
    /// Nothing yet. The stored library is in this file unless the settings name another one.
    pub fn new(usual: Option<PathBuf>, authority: Arc<AuthorityCache>) -> StoredLibrary {
        StoredLibrary { authority, usual, last: Mutex::default() }
    }

    /// The file of the stored library, where the settings name this one or none.
    pub fn file(&self, named: Option<&PathBuf>) -> Option<PathBuf> {
        named.cloned().or_else(|| self.usual.clone())
    }

    /// Has the library that was turned to opened on a thread beside, if it isn't, or if it is another one that the
    /// settings name now.
    pub fn open(self: &Arc<StoredLibrary>, named: Option<PathBuf>, outbox: Arc<Outbox>, locale: &'static Locale) {
        let library = self.clone();
        tasks::begin(move || {
            {
                let mut last = library.last();
                if last.tried && last.named == named && library.authority.is_open() {
                    return;
                }
                (last.tried, last.named) = (true, named.clone());
            }
            let expected = named.is_some() || std::env::var_os(store::VARIABLE).is_some();
            if let Err(problem) = library.authority.open() {
                library.tell(&outbox, locale, &problem, expected);
            }
        });
    }

    /// Tells the user, once, when the library could not be read any more.
    pub fn report(&self, outbox: &Outbox, locale: &Locale) {
        if let Some(problem) = self.authority.take_problem() {
            self.tell(outbox, locale, &problem, true);
        }
    }

    /// Tells why there is no stored library. That nothing was imported yet is no news to who never named a library.
    fn tell(&self, outbox: &Outbox, locale: &Locale, problem: &StoreProblem, expected: bool) {
        let sentence = locale.sentences([problem.message(), goes_on_without()]);
        let news = expected || !matches!(problem.kind, StoreProblemKind::Absent | StoreProblemKind::NoHome);
        if self.last().told.replace(sentence.clone()).as_ref() == Some(&sentence) {
            return;
        }
        log_sentence(&sentence);
        if news {
            outbox.show(MessageType::WARNING, sentence);
        }
    }

    fn last(&self) -> std::sync::MutexGuard<'_, LastOpening> {
        self.last.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

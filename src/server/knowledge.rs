//! The stored library, as the server has it: opened beside everything else, and done without where it can't be.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

use tower_lsp::ls_types::MessageType;

use super::desk::Desk;
use super::log;
use crate::library::store::{self, StoreProblem, StoreProblemKind};

/// Which file the stored library is in, and what was said about its absence.
#[derive(Debug, Default)]
pub struct LibraryOpener {
    /// The file where the settings name none.
    usual: Option<PathBuf>,
    last: Mutex<LastOpening>,
}

/// The file that was named in the settings when the library was opened last, and what the user was told of it.
#[derive(Debug, Default)]
struct LastOpening {
    named: Option<PathBuf>,
    tried: bool,
    told: Option<String>,
}

/// Has the stored library opened on a thread beside, if it isn't, or if it is another one that the settings name now.
pub fn open(desk: &Arc<Desk>) {
    let named = desk.state().settings.own().library.clone();
    let Some(path) = named.clone().or_else(|| desk.opener.usual.clone()) else { return };
    if desk.authority.turn_to(path) {
        desk.check_all(&mut desk.state());
    }
    let desk = desk.clone();
    tokio::task::spawn_blocking(move || {
        {
            let mut last = desk.opener.last();
            if last.tried && last.named == named && desk.authority.is_open() {
                return;
            }
            (last.tried, last.named) = (true, named.clone());
        }
        let expected = named.is_some() || std::env::var_os(store::VARIABLE).is_some();
        if let Err(problem) = desk.authority.open() {
            tell(&desk, &problem, expected);
        }
    });
}

/// Tells the user, once, when the stored library could not be read any more.
pub fn look(desk: &Arc<Desk>) {
    if let Some(problem) = desk.authority.take_problem() {
        tell(desk, &problem, true);
    }
}

/// Tells why there is no stored library. That nothing was imported yet is no news to who never named a library.
fn tell(desk: &Arc<Desk>, problem: &StoreProblem, expected: bool) {
    let sentence = format!("{problem} Rapporteur goes on without it.");
    let news = expected || !matches!(problem.kind, StoreProblemKind::Absent | StoreProblemKind::NoHome);
    if desk.opener.last().told.replace(sentence.clone()).as_ref() == Some(&sentence) {
        return;
    }
    log(&sentence);
    if news {
        desk.outbox.show(MessageType::WARNING, sentence);
    }
}

impl LibraryOpener {
    /// Nothing yet. The stored library is in this file unless the settings name another one.
    pub fn new(usual: Option<PathBuf>) -> LibraryOpener {
        LibraryOpener { usual, ..LibraryOpener::default() }
    }

    fn last(&self) -> std::sync::MutexGuard<'_, LastOpening> {
        self.last.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

//! The stored library, as the server has it: opened beside everything else, and done without where it can't be.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

use tower_lsp::ls_types::MessageType;

use super::desk::Desk;
use super::log;
use crate::library::catalogue::Catalogue;
use crate::library::store::{self, Problem, ProblemKind};

/// What is known of instruments beside their texts, and what was said about its absence.
#[derive(Debug, Default)]
pub struct Knowledge {
    pub catalogue: Catalogue,
    /// The stored library's file where the settings name none.
    usual: Option<PathBuf>,
    /// The file that was named in the settings when the library was opened last, and what the user was told of it.
    last: Mutex<Last>,
}

#[derive(Debug, Default)]
struct Last {
    named: Option<PathBuf>,
    tried: bool,
    told: Option<String>,
}

/// Has the stored library opened on a thread beside, if it isn't, or if it is another one that the settings name now.
pub fn open(desk: &Arc<Desk>) {
    let named = desk.state().settings.own().library.clone();
    let Some(path) = named.clone().or_else(|| desk.knowledge.usual.clone()) else { return };
    if desk.facts.turn_to(path.clone()) {
        desk.check_all(&mut desk.state());
    }
    let desk = desk.clone();
    tokio::task::spawn_blocking(move || {
        let knowledge = &desk.knowledge;
        {
            let mut last = knowledge.last();
            if last.tried && last.named == named && knowledge.catalogue.is_open() {
                return;
            }
            (last.tried, last.named) = (true, named.clone());
        }
        let expected = named.is_some() || std::env::var_os(store::VARIABLE).is_some();
        if let Err(problem) = knowledge.catalogue.open(&path) {
            tell(&desk, &problem, expected);
        }
    });
}

/// Tells the user, once, when the stored library could not be read any more.
pub fn look(desk: &Arc<Desk>) {
    if let Some(problem) = desk.knowledge.catalogue.take_problem() {
        tell(desk, &problem, true);
    }
}

/// Tells why there is no stored library. That nothing was imported yet is no news to who never named a library.
fn tell(desk: &Arc<Desk>, problem: &Problem, expected: bool) {
    let sentence = format!("{problem} Rapporteur goes on without it.");
    let news = expected || !matches!(problem.kind, ProblemKind::Absent | ProblemKind::NoHome);
    if desk.knowledge.last().told.replace(sentence.clone()).as_ref() == Some(&sentence) {
        return;
    }
    log(&sentence);
    if news {
        desk.outbox.show(MessageType::WARNING, sentence);
    }
}

impl Knowledge {
    /// Nothing yet. The stored library is in this file unless the settings name another one.
    pub fn new(usual: Option<PathBuf>) -> Knowledge {
        Knowledge { usual, ..Knowledge::default() }
    }

    fn last(&self) -> std::sync::MutexGuard<'_, Last> {
        self.last.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

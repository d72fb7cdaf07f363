//! The program's own log.

// Of what is told there, some can happen to streams alone.
#![cfg_attr(target_family = "wasm", allow(dead_code))]

use std::fmt::Display;
use std::io::{self, Write};
use std::sync::{PoisonError, RwLock};

use crate::messages::{Locale, Message};

crate::messages! {
    "server.log":
    pub editor_is_gone() = "the editor is gone";
    pub settings_untold(fault: quote) = "the client doesn't tell its settings: {fault}";
    pub no_progress(fault: quote) = "the client shows no progress: {fault}";
    pub change_not_made(fault: quote) = "the editor could not make a change: {fault}";
    pub version_behind(uri: name, before: label, version: label) = "{uri} goes from version {before} to {version}";
    pub changed_unopened(uri: name) = "{uri} was changed but is not open";
    pub closed_unopened(uri: name) = "{uri} was closed but is not open";
    pub opened_twice(uri: name) = "{uri} was open already";
    pub page_unwritten(page: name, fault: message) = "the page {page} cannot be written: {fault}";
    pub rule_pages_unwritten(fault: message) = "the rules' pages cannot be written: {fault}";
    pub files_unwatched(fault: quote) = "the client doesn't watch files: {fault}";
    pub library_unwatched(fault: quote) = "the client doesn't watch the library's folders: {fault}";
    pub unindexed(fault: message) = "the workspace cannot be indexed: {fault}";
    pub unsaid(sentence: quote) = "the client doesn't read; not said: “{sentence}”";
    pub unanswered(fault: quote) = "a request could not be answered: {fault}";
    pub not_started(fault: message) = "the server cannot start: {fault}";
    pub no_uri(method: name, uri: quote) = "{method} names “{uri}”, which is no URI: it cannot be followed";
    pub no_uri_in_answer(uri: quote) = "an answer names “{uri}”, which is no URI: it cannot be followed";
    pub unchecked(uri: name, fault: quote) = "{uri} could not be checked: {fault}";
    pub client_reads_no_more(fault: message) = "the client reads no more: {fault}";
    pub message_passed_over() = "a message that cannot be read was passed over";
    pub handler_failed() = "a handler panicked; its message is passed over";
    pub input_unreadable(fault: message) = "the input cannot be read: {fault}";
}

/// The language of the log. There is one log of the program, whoever writes into it.
static LANGUAGE: RwLock<&'static Locale> = RwLock::new(&Locale::ENGLISH);

/// Has what is logged from now on said in a language.
pub fn speak(locale: &'static Locale) {
    *LANGUAGE.write().unwrap_or_else(PoisonError::into_inner) = locale;
}

/// Writes a line to the log, which editors keep from standard error. Where nobody keeps it, it is lost.
pub fn log(message: &Message) {
    let locale = *LANGUAGE.read().unwrap_or_else(PoisonError::into_inner);
    log_sentence(message.text(locale));
}

/// As [`log`], what was made a sentence already.
pub fn log_sentence(sentence: impl Display) {
    let _ = writeln!(io::stderr(), "rapporteur: {sentence}");
}

//! The language server: the only room that knows the protocol.
//!
//! Messages come in order through `transport`, or in a browser through `message_loop`; the handlers in `backend` change the
//! state on the `session` before their first await; what takes time runs on threads beside (`tasks`).

#[cfg(feature = "store")]
mod agreed;
#[cfg(not(feature = "store"))]
#[path = "no_agreed.rs"]
mod agreed;
mod answering;
mod backend;
#[cfg(not(target_family = "wasm"))]
mod backpressure;
mod capabilities;
mod changes;
mod citing_texts;
mod client_features;
mod client_process;
mod commands;
mod config_document;
mod config_edits;
mod config_loader;
mod configuration_requests;
mod conversation_end;
mod diagnostics;
mod editor_settings;
#[cfg(not(target_family = "wasm"))]
mod frame;
mod from_proto;
mod handlers;
#[cfg(not(target_family = "wasm"))]
mod hang_up;
mod incoming;
mod knowledge;
mod library_folders;
mod log;
mod memory;
#[cfg(any(target_family = "wasm", test))]
pub mod message_loop;
mod outbox;
#[cfg(not(target_family = "wasm"))]
mod page_files;
#[cfg(target_family = "wasm")]
#[path = "given_pages.rs"]
mod page_files;
pub mod pages;
mod progress;
mod queries;
mod shown_page;
mod state;
mod status;
#[cfg(feature = "store")]
mod stored_library;
#[cfg(not(feature = "store"))]
#[path = "no_stored_library.rs"]
mod stored_library;
#[cfg(not(target_family = "wasm"))]
mod streams;
#[cfg(not(target_family = "wasm"))]
mod tasks;
#[cfg(target_family = "wasm")]
#[path = "tasks_of_a_page.rs"]
mod tasks;
mod text_address;
mod to_proto;
#[cfg(not(target_family = "wasm"))]
mod transport;
mod uri;
mod uri_spelling;
mod versions;
mod virtual_pages;
mod watched_files;
mod windows_paths;
mod worker;
mod workspace;

use crate::messages::Template;

#[cfg(not(target_family = "wasm"))]
pub use streams::{converse, serve};

/// All messages of the server.
pub fn messages() -> impl Iterator<Item = &'static Template> {
    [
        agreed::MESSAGES,
        changes::MESSAGES,
        shown_page::MESSAGES,
        commands::MESSAGES,
        diagnostics::MESSAGES,
        log::MESSAGES,
        progress::MESSAGES,
        state::MESSAGES,
        stored_library::MESSAGES,
        workspace::MESSAGES,
    ]
    .into_iter()
    .flatten()
    .copied()
    .chain(handlers::messages())
}

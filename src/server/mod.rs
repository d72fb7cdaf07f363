//! The language server: the only room that knows the protocol.
//!
//! Messages come in order through `transport`; the handlers in `backend` change the state on the
//! `session` before their first await; what takes time runs on threads beside.

mod agreed;
mod backend;
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
mod diagnostics;
mod editor_settings;
mod frame;
mod from_proto;
mod handlers;
mod hang_up;
mod knowledge;
mod library_folders;
mod log;
mod memory;
mod outbox;
pub mod pages;
mod progress;
mod queries;
mod shown_page;
mod state;
mod status;
mod stored_library;
mod text_address;
mod to_proto;
mod transport;
mod uri;
mod uri_spelling;
mod versions;
mod watched_files;
mod windows_paths;
mod worker;
mod workspace;

use std::io::{self, Read, Write};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::{Arc, OnceLock};

use tokio::sync::{Notify, mpsc};
use tower_lsp::LspService;

use backend::Backend;
use log::log;
use state::EditorSession;
use transport::{ConversationEnd, MessageWriter};
use uri_spelling::UriSpellings;

use crate::library::store;
use crate::messages::{Template, system};
use crate::rules;

/// How many threads may work beside the one that takes the messages in.
const WORKERS: usize = 8;

/// Serves one editor over standard input and output, until it says goodbye or is gone.
///
/// Gives success if the client asked for the shutdown before it left, as the protocol wants it.
pub fn serve() -> ExitCode {
    memory::part_large_pieces();
    rules::tell_failures(log);
    match converse_with(store::place(None).ok(), io::stdin(), io::stdout(), hang_up::watch) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            log(&log::not_started(system::fault(&error)));
            ExitCode::FAILURE
        }
    }
}

/// Serves one editor over any input and output, without a stored library, until it says goodbye, or its input ends, or
/// it is gone. Says whether it asked for the shutdown before.
///
/// Both are used from threads of their own. Fails when a thread or the runtime cannot be started.
pub fn converse(input: impl Read + Send + 'static, output: impl Write + Send + 'static) -> io::Result<bool> {
    converse_with(None, input, output, |_, _| {})
}

/// As [`converse`], with the stored library in a file. `watch` tells when the ends of input and output are closed, as far as
/// it can.
fn converse_with(
    stored: Option<PathBuf>,
    input: impl Read + Send + 'static,
    output: impl Write + Send + 'static,
    watch: impl FnOnce(Arc<Notify>, mpsc::Sender<ConversationEnd>),
) -> io::Result<bool> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_time()
        .max_blocking_threads(WORKERS)
        .thread_name("worker")
        .build()?;
    let (stop, stopped) = mpsc::channel(1);
    let spellings = Arc::new(UriSpellings::default());
    let writer = MessageWriter::start(output, spellings.clone(), stop.clone())?;
    let input_closed = Arc::new(Notify::new());
    watch(input_closed.clone(), stop.clone());
    let session: Arc<OnceLock<Arc<EditorSession>>> = Arc::default();
    let end = runtime.block_on(async {
        let service = LspService::build(|client| {
            let backend = Backend::new(EditorSession::new(client, stored), stop);
            let _ = session.set(backend.session());
            backend
        });
        let service = service.custom_method("window/workDoneProgress/cancel", Backend::cancel_progress);
        let service = service.custom_method("$/setTrace", Backend::set_trace);
        let service = service.custom_method("textDocument/rangesFormatting", Backend::ranges_formatting);
        let service = service.custom_method("rapporteur/didMoveCursor", Backend::did_move_cursor);
        let service = service.custom_method("rapporteur/counterpart", Backend::counterpart);
        let (service, socket) = service.finish();
        transport::run(service, socket, (input, input_closed), &writer, spellings, stopped).await
    })?;
    // The threads beside may still be at work on something that nobody wants any more.
    runtime.shutdown_background();
    writer.finish(end);
    let asked = session.get().is_some_and(|session| session.state().shut_down);
    Ok(asked && end != ConversationEnd::ClientGone)
}

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

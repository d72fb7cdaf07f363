//! The language server: the only room that knows the protocol.
//!
//! Messages come in order through `transport`; the handlers in `backend` change the state on the
//! `desk` before their first await; what takes time runs on threads beside.

mod actions;
mod aids;
mod answer;
mod asking;
mod backend;
mod capabilities;
mod cards;
mod chosen;
mod client;
mod commands;
mod completion;
mod configuration;
mod convert;
mod desk;
mod documents;
mod edits;
mod folders;
mod formatting;
mod frame;
mod hierarchy;
mod knowledge;
mod leaving;
mod lens;
mod load;
mod mentions;
mod outbox;
mod parent;
mod paths;
mod pen;
mod progress;
mod quiet;
mod renumbering;
mod settings;
mod status;
mod transport;
mod typing;
mod workspace;

use std::fmt::Display;
use std::io::{self, Read, Write};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::{Arc, OnceLock};

use tokio::sync::mpsc;
use tower_lsp::LspService;

use backend::Backend;
use desk::Desk;
use transport::{End, Writer};

use crate::library::store;
use crate::messages::Template;

/// All that the server tells by itself.
pub fn messages() -> impl Iterator<Item = &'static Template> {
    settings::MESSAGES.iter().copied()
}

/// How many threads may work beside the one that takes the messages in.
const WORKERS: usize = 8;

/// Serves one editor over standard input and output, until it says goodbye or is gone.
///
/// Gives success if the client asked for the shutdown before it left, as the protocol wants it.
pub fn serve() -> ExitCode {
    match converse_with(store::place(None).ok(), io::stdin(), io::stdout()) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            log(format_args!("the server cannot start: {error}"));
            ExitCode::FAILURE
        }
    }
}

/// Serves one editor over any input and output, without a stored library, until it says goodbye, or its input ends, or
/// it is gone. Says whether it asked for the shutdown before.
///
/// Both are used from threads of their own. Fails when a thread or the runtime cannot be started.
pub fn converse(input: impl Read + Send + 'static, output: impl Write + Send + 'static) -> io::Result<bool> {
    converse_with(None, input, output)
}

/// As [`converse`], with the stored library in a file.
fn converse_with(
    stored: Option<PathBuf>,
    input: impl Read + Send + 'static,
    output: impl Write + Send + 'static,
) -> io::Result<bool> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_time()
        .max_blocking_threads(WORKERS)
        .thread_name("worker")
        .build()?;
    let (stop, stopped) = mpsc::channel(1);
    let writer = Writer::start(output, stop.clone())?;
    let desk: Arc<OnceLock<Arc<Desk>>> = Arc::default();
    let end = runtime.block_on(async {
        let service = LspService::build(|client| {
            let backend = Backend::new(Desk::new(client, stored), stop);
            let _ = desk.set(backend.desk());
            backend
        });
        let service = service.custom_method("window/workDoneProgress/cancel", Backend::cancel_progress);
        let service = service.custom_method("rapporteur/didMoveCursor", Backend::did_move_cursor);
        let (service, socket) = service.finish();
        transport::run(service, socket, input, &writer, stopped).await
    })?;
    // The threads beside may still be at work on something that nobody wants any more.
    runtime.shutdown_background();
    writer.finish();
    let asked = desk.get().is_some_and(|desk| desk.state().shut_down);
    Ok(asked && end != End::ClientGone)
}

/// Writes a line to the log, which editors keep from standard error. Where nobody keeps it, it is lost.
fn log(message: impl Display) {
    let _ = writeln!(io::stderr(), "rapporteur: {message}");
}

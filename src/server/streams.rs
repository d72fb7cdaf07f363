//! A conversation over an input and an output, as editors have it with a program that they start.

use std::io::{self, Read, Write};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use tokio::sync::{Notify, mpsc};

use super::conversation_end::ConversationEnd;
use super::log::{self, log};
use super::transport::{self, MessageWriter};
use super::uri_spelling::UriSpellings;
use super::{backend, hang_up, memory};
#[cfg(feature = "store")]
use crate::library::store;
use crate::messages::system;
use crate::rules;

/// How many threads may work beside the one that takes the messages in.
const WORKERS: usize = 8;

/// Serves one editor over standard input and output, until it says goodbye or is gone.
///
/// Gives success if the client asked for the shutdown before it left, as the protocol wants it.
pub fn serve() -> ExitCode {
    memory::part_large_pieces();
    rules::tell_failures(log);
    match converse_with(usual_library(), io::stdin(), io::stdout(), hang_up::watch) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            log(&log::not_started(system::fault(&error)));
            ExitCode::FAILURE
        }
    }
}

/// Where the stored library is, unless the settings name another file.
#[cfg(feature = "store")]
fn usual_library() -> Option<PathBuf> {
    store::place(None).ok()
}

#[cfg(not(feature = "store"))]
fn usual_library() -> Option<PathBuf> {
    None
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
    let (end, session) = runtime.block_on(async {
        let (service, socket) = backend::service(stored, stop);
        let session = service.inner().session();
        let end = transport::run(service, socket, (input, input_closed), &writer, spellings, stopped).await;
        end.map(|end| (end, session))
    })?;
    // The threads beside may still be at work on something that nobody wants any more.
    runtime.shutdown_background();
    writer.finish(end);
    Ok(session.state().shut_down && end != ConversationEnd::ClientGone)
}

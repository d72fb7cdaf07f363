//! Carries messages between an editor's input and output and the framework's service.
//!
//! One thread reads, one writes, and the messages meet in one loop, which keeps the promises of order:
//!
//! - a message is given to the service in the order in which it was read, and the handler runs up to its
//!   first await before the next message is looked at. What a handler does before that point (apply an edit,
//!   take the text that a request is about) is therefore done in the client's order;
//! - the loop never waits for a handler, for the client's answer to a request of ours, or for a client that
//!   does not read: answers queue up, and messages of our own are only taken when there is room. Only where very
//!   much is owed to the client ([`super::backpressure`]) nothing more is taken in until it reads.
//!
//! The framework's own loop polls its handlers in whatever order they wake up, and stops at the first frame
//! that it cannot decode; that is why it is not used.

use std::io::{self, BufReader, BufWriter, Read, Write};
use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::RecvTimeoutError;
use std::thread;
use std::time::{Duration, Instant};

use futures_util::{SinkExt, StreamExt};
use serde::Serialize;
use tokio::sync::{Notify, OwnedSemaphorePermit, Semaphore, mpsc};
use tokio::task::JoinSet;
use tower_lsp::jsonrpc::{Request, Response};
use tower_lsp::{ClientSocket, LanguageServer, Loopback, LspService};

use super::answering::{self, BegunAnswer};
use super::backpressure::{Outstanding, OutstandingShare};
use super::conversation_end::ConversationEnd;
use super::frame;
use super::incoming::{self, Incoming};
use super::log::{self, log};
use super::uri_spelling::UriSpellings;
use crate::messages::system;

/// How many messages may wait to be handled before the reader pauses.
const WAITING: usize = 1024;

/// How many messages of our own may wait to be written before no more are made.
const UNWRITTEN: usize = 8;

/// How long answers that are under way are waited for when the input ends.
const LAST_ANSWERS: Duration = Duration::from_millis(900);

/// How long a client may take to read what it is owed once it has said goodbye.
const LAST_WORDS: Duration = Duration::from_millis(900);

/// How long a client that has closed its end may read nothing of what waits for it before it is taken to be gone.
const STALLED: Duration = Duration::from_millis(400);

/// A message on its way out. Until it is written, one of our own holds its place in the queue, and an answer its share
/// of the load.
struct Outgoing {
    message: ServerMessage,
    _place: Option<OwnedSemaphorePermit>,
    _share: Option<OutstandingShare>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum ServerMessage {
    Response(Response),
    Request(Request),
}

/// What waits to be written, and how much was written so far.
#[derive(Debug, Default)]
struct WritingProgress {
    /// Messages that are not written yet.
    waiting: AtomicUsize,
    /// Bytes that the client, or the pipe to it, has taken. Counts on from zero beyond the largest number.
    taken: AtomicUsize,
}

/// The messages that wait to be written.
#[derive(Debug, Clone)]
struct MessageQueue {
    sender: mpsc::UnboundedSender<Outgoing>,
    progress: Arc<WritingProgress>,
}

impl MessageQueue {
    /// Puts a message at the end. When nobody reads any more it is lost, and the conversation ends.
    fn send(&self, outgoing: Outgoing) {
        self.progress.waiting.fetch_add(1, Ordering::Relaxed);
        let _ = self.sender.send(outgoing);
    }
}

/// An output that counts what is taken of it.
struct CountedOutput<W> {
    output: W,
    progress: Arc<WritingProgress>,
}

impl<W: Write> Write for CountedOutput<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let taken = self.output.write(bytes)?;
        self.progress.taken.fetch_add(taken, Ordering::Relaxed);
        Ok(taken)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.output.flush()
    }
}

/// The way out. Dropping it lets the writer finish.
#[derive(Debug)]
pub struct MessageWriter {
    queue: MessageQueue,
    done: std::sync::mpsc::Receiver<()>,
}

impl MessageWriter {
    /// Starts the thread that writes to `output`. `gone` is told when nobody reads there.
    pub fn start(
        output: impl Write + Send + 'static,
        spellings: Arc<UriSpellings>,
        gone: mpsc::Sender<ConversationEnd>,
    ) -> io::Result<MessageWriter> {
        let (sender, queue) = mpsc::unbounded_channel();
        let (finished, done) = std::sync::mpsc::channel();
        let progress = Arc::new(WritingProgress::default());
        let output = CountedOutput { output, progress: progress.clone() };
        thread::Builder::new().name("writer".to_owned()).spawn(move || {
            if let Err(error) = write_all(output, queue, &spellings) {
                log(&log::client_reads_no_more(system::fault(&error)));
                let _ = gone.try_send(ConversationEnd::ClientGone);
            }
            let _ = finished.send(());
        })?;
        Ok(MessageWriter { queue: MessageQueue { sender, progress }, done })
    }

    /// Puts an answer in the queue. When nobody reads any more it is lost, and the conversation ends.
    fn answer(&self, response: Response, share: OutstandingShare) {
        answer(&self.queue, response, share);
    }

    /// Waits until everything is written, a second at most: a client that has said goodbye may have
    /// stopped reading. One that is gone, or has closed its end and takes nothing, is not waited for.
    pub fn finish(self, end: ConversationEnd) {
        let MessageWriter { queue: MessageQueue { sender, progress }, done } = self;
        drop(sender);
        match end {
            ConversationEnd::ClientGone => {}
            ConversationEnd::Exit => drop(done.recv_timeout(LAST_WORDS)),
            ConversationEnd::InputEnded => {
                let begun = Instant::now();
                let mut before = progress.taken.load(Ordering::Relaxed);
                while begun.elapsed() < LAST_WORDS && done.recv_timeout(STALLED) == Err(RecvTimeoutError::Timeout) {
                    let now = progress.taken.load(Ordering::Relaxed);
                    if std::mem::replace(&mut before, now) == now {
                        break;
                    }
                }
            }
        }
    }

    /// Comes back when something waits to be written of which nothing was taken for a while.
    async fn stalled(&self) {
        let progress = &self.queue.progress;
        loop {
            let before = progress.taken.load(Ordering::Relaxed);
            tokio::time::sleep(STALLED).await;
            if progress.waiting.load(Ordering::Relaxed) > 0 && progress.taken.load(Ordering::Relaxed) == before {
                return;
            }
        }
    }
}

fn answer(queue: &MessageQueue, response: Response, mut share: OutstandingShare) {
    share.answered(&response);
    queue.send(Outgoing { message: ServerMessage::Response(response), _place: None, _share: Some(share) });
}

fn write_all<W: Write>(
    output: CountedOutput<W>,
    mut queue: mpsc::UnboundedReceiver<Outgoing>,
    spellings: &UriSpellings,
) -> io::Result<()> {
    let progress = output.progress.clone();
    let mut output = BufWriter::new(output);
    while let Some(outgoing) = queue.blocking_recv() {
        frame::write(&mut output, &outgoing.message, spellings)?;
        drop(outgoing);
        let mut written = 1;
        while let Ok(outgoing) = queue.try_recv() {
            frame::write(&mut output, &outgoing.message, spellings)?;
            written += 1;
        }
        output.flush()?;
        progress.waiting.fetch_sub(written, Ordering::Relaxed);
    }
    Ok(())
}

/// Starts the thread that reads `input`, and tells when that has ended.
fn start_reader(
    input: impl Read + Send + 'static,
    input_closed: Arc<Notify>,
    spellings: Arc<UriSpellings>,
) -> io::Result<mpsc::Receiver<Incoming>> {
    let (messages, queue) = mpsc::channel(WAITING);
    thread::Builder::new().name("reader".to_owned()).spawn(move || {
        let mut input = BufReader::with_capacity(1 << 16, input);
        loop {
            match frame::read(&mut input) {
                Ok(Some(body)) => {
                    if messages.blocking_send(incoming::parse(&body, &spellings)).is_err() {
                        return;
                    }
                }
                Ok(None) => break,
                Err(error) => {
                    log(&log::input_unreadable(system::fault(&error)));
                    break;
                }
            }
        }
        input_closed.notify_one();
    })?;
    Ok(queue)
}

/// Carries messages until the conversation ends. `stop` ends it from outside. What comes with the input is told when
/// nobody writes to it any more: a client that doesn't read either is then gone, whatever it is still owed.
///
/// Fails when no thread can be started.
pub async fn run<S: LanguageServer>(
    mut service: LspService<S>,
    socket: ClientSocket,
    (input, input_closed): (impl Read + Send + 'static, Arc<Notify>),
    writer: &MessageWriter,
    spellings: Arc<UriSpellings>,
    mut stop: mpsc::Receiver<ConversationEnd>,
) -> io::Result<ConversationEnd> {
    let mut incoming = start_reader(input, input_closed.clone(), spellings)?;
    let (mut requests, mut responses) = socket.split();
    let room = Arc::new(Semaphore::new(UNWRITTEN));
    let load = Arc::new(Outstanding::default());
    let mut answers = JoinSet::new();
    let mut unheard = pin!(async {
        input_closed.notified().await;
        writer.stalled().await;
    });
    let end = loop {
        let full = load.is_full();
        tokio::select! {
            biased;
            Some(end) = stop.recv() => break end,
            () = &mut unheard => break ConversationEnd::ClientGone,
            message = incoming.recv(), if !full => match message {
                Some(Incoming::Request(request)) => {
                    let exit = request.method() == "exit";
                    let share = load.share();
                    match answering::begin(&mut service, request) {
                        BegunAnswer::Given(response) => {
                            if let Some(response) = response {
                                writer.answer(response, share);
                            }
                        }
                        BegunAnswer::Pending(pending) => {
                            let queue = writer.queue.clone();
                            answers.spawn(async move {
                                if let Some(response) = pending.finish().await {
                                    answer(&queue, response, share);
                                }
                            });
                        }
                    }
                    if exit {
                        break ConversationEnd::Exit;
                    }
                }
                Some(Incoming::Response(response)) => {
                    let _ = responses.send(response).await;
                }
                Some(Incoming::Broken(answer)) => {
                    log(&log::message_passed_over());
                    writer.answer(answer, load.share());
                }
                None => break ConversationEnd::InputEnded,
            },
            Some((request, permit)) = next_request(&mut requests, &room) => {
                let message = ServerMessage::Request(request);
                writer.queue.send(Outgoing { message, _place: Some(permit), _share: None });
            }
            () = load.lighter(), if full => {}
            Some(_) = answers.join_next() => {}
        }
    };
    if end == ConversationEnd::InputEnded {
        let finish = async { while answers.join_next().await.is_some() {} };
        tokio::select! {
            _ = tokio::time::timeout(LAST_ANSWERS, finish) => {}
            () = &mut unheard => return Ok(ConversationEnd::ClientGone),
        }
    }
    Ok(end)
}

/// The next message of our own, as soon as there is room for it.
async fn next_request(
    requests: &mut <ClientSocket as Loopback>::RequestStream,
    room: &Arc<Semaphore>,
) -> Option<(Request, OwnedSemaphorePermit)> {
    let permit = room.clone().acquire_owned().await.ok()?;
    Some((requests.next().await?, permit))
}

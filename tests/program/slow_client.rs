//! A client that asks and does not read: nothing is lost, nothing hangs, and what is owed to it stays bounded.

use std::io::{self, Read, Write};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use crate::harness::example;
use rapporteur::server;
use serde_json::{Value, json};

/// How many requests the client sends.
const REQUESTS: usize = 30_000;

/// More requests than this are never under way or unread at once: the answers that the server keeps, the requests that
/// it works at, and what its reader holds ready beside.
const BOUND: usize = 16_384 + 256 + 1024 + 64;

/// After this long without another message the server is taken to have paused. That is only when the client begins to
/// read; what is asserted holds whenever it does.
const PAUSED: Duration = Duration::from_millis(500);

#[derive(Default)]
struct Wire {
    asked: usize,
    answered: usize,
    most_owed: usize,
    reading: bool,
    output: Vec<u8>,
}

type Shared = Arc<(Mutex<Wire>, Condvar)>;

fn lock(shared: &Shared) -> MutexGuard<'_, Wire> {
    shared.0.lock().unwrap_or_else(PoisonError::into_inner)
}

fn frame(message: &Value) -> Vec<u8> {
    let body = message.to_string();
    format!("Content-Length: {}\r\n\r\n{body}", body.len()).into_bytes()
}

/// What the client sends: its greeting, a draft, and question after question.
struct Input {
    shared: Shared,
    ready: io::Cursor<Vec<u8>>,
}

impl Read for Input {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        loop {
            let read = self.ready.read(buffer)?;
            if read > 0 {
                return Ok(read);
            }
            let mut wire = lock(&self.shared);
            if wire.asked < REQUESTS {
                wire.asked += 1;
                wire.most_owed = wire.most_owed.max(wire.asked - wire.answered);
                let at = json!({ "textDocument": { "uri": "file:///lamps.txt" } });
                let ask =
                    json!({ "jsonrpc": "2.0", "id": wire.asked, "method": "textDocument/documentLink", "params": at });
                self.ready = io::Cursor::new(frame(&ask));
                self.shared.1.notify_all();
            } else {
                // The end, when all is answered.
                let owed = |wire: &mut Wire| wire.answered < REQUESTS;
                drop(self.shared.1.wait_while(wire, owed).unwrap_or_else(PoisonError::into_inner));
                return Ok(0);
            }
        }
    }
}

/// The client's reading, which begins when the server takes nothing more.
struct Output(Shared);

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let mut wire = lock(&self.0);
        while !wire.reading {
            let before = wire.asked;
            let (next, wait) = self.0.1.wait_timeout(wire, PAUSED).unwrap_or_else(PoisonError::into_inner);
            wire = next;
            wire.reading = wait.timed_out() && wire.asked == before;
        }
        wire.output.extend_from_slice(bytes);
        // Each answer has one of these, and nothing else of the server's has.
        let whole = wire.output.windows(10).filter(|window| window == b"\"result\":[").count();
        wire.answered += whole;
        let rest = wire.output.len().saturating_sub(9);
        wire.output.drain(..rest);
        self.0.1.notify_all();
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn a_client_that_does_not_read_is_not_served_without_end() {
    let initialize = json!({ "processId": null, "rootUri": null, "capabilities": {} });
    let text = example("night-sky.en.resolution.txt");
    let draft = json!({ "uri": "file:///lamps.txt", "languageId": "resolution", "version": 1, "text": text });
    let greeting = [
        json!({ "jsonrpc": "2.0", "id": "hello", "method": "initialize", "params": initialize }),
        json!({ "jsonrpc": "2.0", "method": "initialized", "params": {} }),
        json!({ "jsonrpc": "2.0", "method": "textDocument/didOpen", "params": { "textDocument": draft } }),
    ];
    let shared = Shared::default();
    let input = Input { shared: shared.clone(), ready: io::Cursor::new(greeting.iter().flat_map(frame).collect()) };
    let output = Output(shared.clone());
    let served = thread::spawn(move || server::converse(input, output));
    assert!(served.join().unwrap().is_ok());
    let wire = lock(&shared);
    assert_eq!((wire.asked, wire.answered), (REQUESTS, REQUESTS));
    assert!(wire.most_owed <= BOUND, "{} requests were owed an answer at once", wire.most_owed);
}

//! Whatever a client sends, nothing panics, every request that is one gets one answer, and the server ends when its
//! input ends.
//!
//! The server runs in this process, with its real reader, writer and loop. The input ends when all that was asked is
//! answered, so that nothing depends on who is faster.

use std::collections::BTreeMap;
use std::io::{self, Read, Write};
use std::sync::mpsc::channel;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use arbitrary::Unstructured;
use rapporteur::server;
use serde_json::{Value, json};

use super::words;

/// How long the server may take for anything before the check has failed.
const PATIENCE: Duration = Duration::from_secs(20);

/// Stands in a text for half of a surrogate pair, which a string cannot hold and JSON can.
const HALF: char = '\u{e000}';

const URIS: [&str; 5] = ["file:///lamps.txt", "file:///night-sky.en.txt", "untitled:1", "x", "%%"];

/// Sends the bytes: as they are, or, after a one, once a draft is open, or, after a zero, messages made of them.
pub fn check(bytes: &[u8]) {
    match bytes {
        [0, rest @ ..] => {
            let mut client = Client::default();
            let _ = client.talk(&mut Unstructured::new(rest));
            client.send();
        }
        // A folder would be indexed, whatever is in it.
        _ if ["rootUri", "Folders", "\\u"].iter().any(|word| contains(bytes, word)) => {}
        [1, rest @ ..] => {
            let mut client = Client::default();
            client.introduce(&json!({}));
            client.open(
                URIS[0],
                1,
                "The General Assembly,\n\nRecalling its resolution 92/14,¹\n\n1. Decides.\n\n¹ A/92/1.\n",
            );
            client.wire.extend_from_slice(rest);
            client.expected.clear();
            client.send();
        }
        _ => Client { wire: bytes.to_owned(), ..Client::default() }.send(),
    }
}

fn contains(bytes: &[u8], word: &str) -> bool {
    bytes.windows(word.len()).any(|window| window == word.as_bytes())
}

/// What a client sends, and what it is owed.
#[derive(Default)]
struct Client {
    wire: Vec<u8>,
    /// How many answers each request is owed, by its id as it stands in JSON.
    expected: BTreeMap<String, usize>,
    ids: i64,
    /// The next message is lost, because the one before claims its first bytes.
    swallowed: bool,
}

impl Client {
    /// Says whatever the bytes say.
    fn talk(&mut self, bytes: &mut Unstructured) -> arbitrary::Result<()> {
        if !bytes.ratio(1, 4)? {
            let client = json!({
                "general": { "positionEncodings": [*bytes.choose(&["utf-8", "utf-16", "utf-32", "utf-7"])?] },
                "workspace": { "configuration": bytes.arbitrary::<bool>()?,
                    "didChangeWatchedFiles": { "dynamicRegistration": bytes.arbitrary::<bool>()?, "relativePatternSupport": true } },
                "textDocument": { "publishDiagnostics": { "relatedInformation": bytes.arbitrary::<bool>()? } }
            });
            self.introduce(&client);
            self.open(URIS[0], 1, &text(bytes, 96)?);
        }
        for _ in 0..64 {
            if bytes.is_empty() {
                break;
            }
            if self.say(bytes)? {
                break;
            }
        }
        Ok(())
    }

    /// Says one thing. Says whether it was the last.
    fn say(&mut self, bytes: &mut Unstructured) -> arbitrary::Result<bool> {
        match bytes.int_in_range(0..=24)? {
            0 => self.ask("initialize", json!({ "processId": null, "rootUri": null, "capabilities": {} })),
            1 => self.tell("initialized", json!({})),
            2 | 3 => {
                let (uri, version) = (uri(bytes)?, version(bytes)?);
                let text = text(bytes, 255)?;
                self.open(uri, version, &text);
            }
            4..=8 => {
                let document = json!({ "uri": uri(bytes)?, "version": version(bytes)? });
                let mut changes = Vec::new();
                for _ in 0..bytes.int_in_range(0..=3)? {
                    let whole = bytes.ratio(1, 8)?;
                    let range = (!whole).then(|| range(bytes)).transpose()?;
                    let text = text(bytes, 32)?;
                    changes.push(match range {
                        Some(range) => json!({ "range": range, "text": text }),
                        None => json!({ "text": text }),
                    });
                }
                self.tell("textDocument/didChange", json!({ "textDocument": document, "contentChanges": changes }));
            }
            9 => self.tell("textDocument/didClose", json!({ "textDocument": { "uri": uri(bytes)? } })),
            10..=13 => {
                let methods =
                    ["hover", "definition", "references", "documentSymbol", "documentLink", "completion", "rename"];
                let method = format!("textDocument/{}", bytes.choose(&methods)?);
                let (document, position) = (json!({ "uri": uri(bytes)? }), position(bytes)?);
                let context = json!({ "includeDeclaration": bytes.arbitrary::<bool>()? });
                self.ask(&method, json!({ "textDocument": document, "position": position, "context": context }));
            }
            14 => self.ask("workspace/symbol", json!({ "query": text(bytes, 16)? })),
            15 => {
                let settings = json!({ "rapporteur": value(bytes, 3)? });
                self.tell("workspace/didChangeConfiguration", json!({ "settings": settings }));
            }
            16 => self.tell("$/cancelRequest", json!({ "id": self.ids - bytes.int_in_range(0..=3)? })),
            17 => {
                // Any parameters at all, of requests and of notifications.
                let methods = ["textDocument/hover", "workspace/symbol", "shutdown", "resolution/adopt", "$/adopt", ""];
                let method = *bytes.choose(&methods)?;
                let params = value(bytes, 3)?;
                self.ask(method, params);
            }
            18 => {
                let methods =
                    ["textDocument/didOpen", "textDocument/didChange", "textDocument/didSave", "$/setTrace", "a/b"];
                let method = *bytes.choose(&methods)?;
                let params = value(bytes, 3)?;
                self.tell(method, params);
            }
            19 => {
                // An answer to a request that the server made, or not.
                let id = bytes.int_in_range(-1..=3)?;
                let result = value(bytes, 2)?;
                self.frame(&json!({ "jsonrpc": "2.0", "id": id, "result": result }).to_string());
            }
            20 => {
                let garbage = piece(bytes, 64)?;
                // It is no message, nor is it the beginning of one.
                self.frame(&format!("{{{garbage}"));
            }
            21 if !self.swallowed => {
                let junk = piece(bytes, 48)?.to_ascii_lowercase().replace("content-length", "");
                self.wire.extend_from_slice(junk.as_bytes());
                self.wire.extend_from_slice(b"\r\n");
            }
            22 if !self.swallowed => {
                // The length ends too early: what is left stands before the next header.
                let body = json!({ "jsonrpc": "2.0", "method": "$/short", "params": piece(bytes, 16)? }).to_string();
                let short = (0..body.len()).rev().nth(bytes.int_in_range(0..=9)?).unwrap_or(0);
                self.wire.extend_from_slice(format!("Content-Length: {short}\r\n\r\n{body}").as_bytes());
            }
            23 if !self.swallowed => {
                let body = json!({ "jsonrpc": "2.0", "method": "$/long", "params": null }).to_string();
                let long = body.len() + bytes.int_in_range(1..=15)?;
                self.wire.extend_from_slice(format!("Content-Length: {long}\r\n\r\n{body}").as_bytes());
                self.swallowed = true;
            }
            24 if !self.swallowed => {
                if bytes.arbitrary()? {
                    self.ask("shutdown", Value::Null);
                } else {
                    self.tell("exit", Value::Null);
                    // Who leaves waits for no answer.
                    self.expected.clear();
                    return Ok(true);
                }
            }
            _ => self.ask("textDocument/hover", json!({})),
        }
        Ok(false)
    }

    fn introduce(&mut self, capabilities: &Value) {
        self.ask("initialize", json!({ "processId": null, "rootUri": null, "capabilities": capabilities }));
        self.tell("initialized", json!({}));
    }

    fn open(&mut self, uri: &str, version: i64, text: &str) {
        let document = json!({ "uri": uri, "languageId": "resolution", "version": version, "text": text });
        self.tell("textDocument/didOpen", json!({ "textDocument": document }));
    }

    fn ask(&mut self, method: &str, params: Value) {
        self.ids += 1;
        let id = if self.ids % 5 == 0 { json!(self.ids.to_string()) } else { json!(self.ids) };
        if !self.swallowed {
            *self.expected.entry(id.to_string()).or_default() += 1;
        }
        self.message(json!({ "jsonrpc": "2.0", "id": id, "method": method }), params);
    }

    fn tell(&mut self, method: &str, params: Value) {
        self.message(json!({ "jsonrpc": "2.0", "method": method }), params);
    }

    /// Parameters are an object or a list, or there are none.
    fn message(&mut self, mut message: Value, params: Value) {
        if params.is_object() || params.is_array() {
            message["params"] = params;
        }
        self.frame(&message.to_string());
    }

    fn frame(&mut self, body: &str) {
        let body = body.replace(HALF, "\\ud83d");
        self.wire.extend_from_slice(format!("Content-Length: {}\r\n\r\n{body}", body.len()).as_bytes());
        self.swallowed = false;
    }

    /// Sends it all, and looks at what comes back.
    fn send(self) {
        let desk = Desk::default();
        let input = Input { wire: io::Cursor::new(self.wire), expected: self.expected, desk: desk.clone() };
        let output = Output { desk: desk.clone(), unread: Vec::new() };
        let (end, ended) = channel();
        thread::spawn(move || end.send(server::converse(input, output)));
        match ended.recv_timeout(2 * PATIENCE) {
            Ok(end) => assert!(end.is_ok(), "{end:?}"),
            Err(error) => panic!("the server does not end: {error}"),
        }
        assert_eq!(desk.state().faults, [""; 0]);
    }
}

/// What the two ends of the wire share.
#[derive(Clone, Default)]
struct Desk(Arc<(Mutex<State>, Condvar)>);

#[derive(Default)]
struct State {
    /// How many answers came, by the id as it stands in JSON.
    answers: BTreeMap<String, usize>,
    /// What did not hold.
    faults: Vec<String>,
    /// The server has closed its output.
    closed: bool,
}

impl Desk {
    fn state(&self) -> MutexGuard<'_, State> {
        self.0.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The bytes, and then, once every request has its answer, the end.
struct Input {
    wire: io::Cursor<Vec<u8>>,
    expected: BTreeMap<String, usize>,
    desk: Desk,
}

impl Read for Input {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.wire.read(buffer)?;
        if read > 0 || buffer.is_empty() {
            return Ok(read);
        }
        let owed = |state: &mut State| {
            !state.closed && self.expected.iter().any(|(id, owed)| state.answers.get(id).is_none_or(|n| n < owed))
        };
        let waited = self.desk.0.1.wait_timeout_while(self.desk.state(), PATIENCE, owed);
        let (mut state, _) = waited.unwrap_or_else(PoisonError::into_inner);
        let wrong = self.expected.iter().find(|(id, owed)| state.answers.get(*id) != Some(*owed));
        if let Some((id, owed)) = wrong {
            let got = state.answers.get(id).copied().unwrap_or_default();
            state.faults.push(format!("request {id} got {got} answers for {owed}"));
        }
        Ok(0)
    }
}

/// Reads what the server says as it says it.
struct Output {
    desk: Desk,
    unread: Vec<u8>,
}

impl Output {
    /// The next message, if it is there whole.
    fn next(&mut self) -> Option<Value> {
        let header = self.unread.windows(4).position(|window| window == b"\r\n\r\n")?;
        let length = std::str::from_utf8(&self.unread[..header]).ok()?.strip_prefix("Content-Length: ")?;
        let end = header + 4 + length.parse::<usize>().ok()?;
        let message = serde_json::from_slice(self.unread.get(header + 4..end)?).unwrap_or_default();
        self.unread.drain(..end);
        Some(message)
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.unread.extend_from_slice(bytes);
        while let Some(message) = self.next() {
            let mut state = self.desk.state();
            if message["jsonrpc"] != "2.0" {
                state.faults.push(format!("the server says {message}"));
            }
            if message.get("method").is_none() {
                *state.answers.entry(message["id"].to_string()).or_default() += 1;
            }
            self.desk.0.1.notify_all();
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Drop for Output {
    fn drop(&mut self) {
        let mut state = self.desk.state();
        state.closed = true;
        if !self.unread.is_empty() {
            let rest = String::from_utf8_lossy(&self.unread).into_owned();
            state.faults.push(format!("the server ends in the middle of {rest:?}"));
        }
        self.desk.0.1.notify_all();
    }
}

fn uri(bytes: &mut Unstructured) -> arbitrary::Result<&'static str> {
    // The first, which is open, most of the time.
    Ok(URIS.get(bytes.int_in_range(0..=11)?).copied().unwrap_or(URIS[0]))
}

fn version(bytes: &mut Unstructured) -> arbitrary::Result<i64> {
    Ok(match bytes.arbitrary::<u8>()? {
        255 => i64::from(i32::MAX),
        254 => i64::from(i32::MIN),
        253 => i64::MAX,
        version => i64::from(version) - 20,
    })
}

fn piece(bytes: &mut Unstructured, most: usize) -> arbitrary::Result<String> {
    let length = usize::from(bytes.arbitrary::<u8>()?).min(most).min(bytes.len());
    Ok(words::text(bytes.bytes(length)?))
}

/// A text, sometimes with half of a surrogate pair in it.
fn text(bytes: &mut Unstructured, most: usize) -> arbitrary::Result<String> {
    let mut text = piece(bytes, most)?;
    if bytes.ratio(1, 16)? {
        text.push(HALF);
    }
    Ok(text)
}

/// Near the beginning most of the time, and now and then where nothing can be.
fn number(bytes: &mut Unstructured) -> arbitrary::Result<Value> {
    Ok(match bytes.arbitrary::<u8>()? {
        255 => json!(-1),
        254 => json!(u32::MAX),
        253 => json!(i32::MAX),
        252 => json!(u64::MAX),
        251 => json!(1e300),
        250 => json!("0"),
        249 => json!(0.5),
        number => json!(number / 4),
    })
}

fn position(bytes: &mut Unstructured) -> arbitrary::Result<Value> {
    Ok(json!({ "line": number(bytes)?, "character": number(bytes)? }))
}

fn range(bytes: &mut Unstructured) -> arbitrary::Result<Value> {
    Ok(json!({ "start": position(bytes)?, "end": position(bytes)? }))
}

/// Any JSON, with the protocol's own keys.
fn value(bytes: &mut Unstructured, depth: u8) -> arbitrary::Result<Value> {
    Ok(match bytes.int_in_range(0..=9)? {
        0 => Value::Null,
        1 => json!(bytes.arbitrary::<bool>()?),
        2 => number(bytes)?,
        3 => json!(text(bytes, 16)?),
        4 => json!(uri(bytes)?),
        5 => position(bytes)?,
        6 if depth > 0 => (0..bytes.int_in_range(0..=3)?).map(|_| value(bytes, depth - 1)).collect::<Result<_, _>>()?,
        7..=9 if depth > 0 => {
            const KEYS: [&str; 10] = [
                "textDocument",
                "uri",
                "version",
                "text",
                "position",
                "contentChanges",
                "select",
                "ignore",
                "range",
                "query",
            ];
            let mut object = serde_json::Map::new();
            for _ in 0..bytes.int_in_range(0..=3)? {
                object.insert((*bytes.choose(&KEYS)?).to_owned(), value(bytes, depth - 1)?);
            }
            Value::Object(object)
        }
        _ => json!([]),
    })
}

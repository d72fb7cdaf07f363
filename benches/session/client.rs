//! An editor with a stopwatch: speaks the protocol with any server over its standard input and output.
//!
//! A thread reads what the server says, and notes when a message was there in full before it is looked into. What the
//! server asks is answered whenever the other side waits for something.

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::servers::Server;

/// What went wrong, in a sentence for the person who measures.
pub type Failure = String;

/// How long a server may take to answer what should be quick.
const PATIENCE: Duration = Duration::from_secs(60);

/// A message of the server's, and when it was there.
#[derive(Debug)]
pub struct Event {
    pub at: Instant,
    pub message: Value,
}

impl Event {
    /// The parameters, if the message is this notification.
    pub fn notification(&self, method: &str) -> Option<&Value> {
        (self.message["method"] == method && self.message.get("id").is_none()).then(|| &self.message["params"])
    }
}

/// One side of a conversation, the editor's.
pub struct Client {
    name: &'static str,
    child: Child,
    input: ChildStdin,
    events: Receiver<Event>,
    settings: Value,
    last_id: i64,
}

impl Client {
    /// Starts a server. Whatever it keeps for its user, it keeps in `folder`.
    pub fn start(server: &Server, folder: &Path) -> Result<Client, Failure> {
        let mut command = Command::new(&server.program);
        command.args(&server.arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        command.env("HOME", folder).env_remove("XDG_CONFIG_HOME").env_remove("XDG_DATA_HOME").env_remove("RUST_LOG");
        let failed = |error| format!("{} cannot be started from {}: {error}", server.name, server.program.display());
        let mut child = command.spawn().map_err(failed)?;
        let (Some(input), Some(output)) = (child.stdin.take(), child.stdout.take()) else {
            return Err(format!("{} has no input or output", server.name));
        };
        let (send, events) = channel();
        std::thread::spawn(move || {
            let mut output = BufReader::with_capacity(1 << 16, output);
            while let Some(body) = frame(&mut output) {
                let at = Instant::now();
                let Ok(message) = serde_json::from_slice(&body) else { return };
                if send.send(Event { at, message }).is_err() {
                    return;
                }
            }
        });
        Ok(Client { name: server.name, child, input, events, settings: server.settings.clone(), last_id: 0 })
    }

    /// Introduces itself, as VS Code does where it matters, and gives what the server says of itself.
    pub fn initialize(&mut self, folder: &Path) -> Result<Value, Failure> {
        let root = uri(folder);
        let params = json!({
            "processId": std::process::id(),
            "rootUri": root,
            "workspaceFolders": [{ "uri": root, "name": "drafts" }],
            "capabilities": {
                "general": { "positionEncodings": ["utf-16"] },
                "window": { "workDoneProgress": true },
                "workspace": {
                    "configuration": true,
                    "workspaceFolders": true,
                    "didChangeConfiguration": { "dynamicRegistration": true },
                    "didChangeWatchedFiles": { "dynamicRegistration": true },
                },
                "textDocument": {
                    "synchronization": { "didSave": true, "dynamicRegistration": true },
                    "publishDiagnostics": { "versionSupport": true, "relatedInformation": true },
                    "hover": { "contentFormat": ["markdown", "plaintext"] },
                },
            },
        });
        self.ask("initialize", &params, PATIENCE)?.1.ok_or_else(|| format!("{} does not answer initialize", self.name))
    }

    /// Says that the conversation has begun, and what the settings are. Gives when.
    pub fn initialized(&mut self) -> Result<Instant, Failure> {
        let at = self.tell("initialized", &json!({}))?;
        if self.settings.as_object().is_some_and(|settings| !settings.is_empty()) {
            self.tell("workspace/didChangeConfiguration", &json!({ "settings": self.settings }))?;
        }
        Ok(at)
    }

    /// Sends a notification, and gives when that began.
    pub fn tell(&mut self, method: &str, params: &Value) -> Result<Instant, Failure> {
        self.send(&json!({ "jsonrpc": "2.0", "method": method, "params": params }))
    }

    /// Sends a request, and gives how long its answer took and what it is; nothing where none came in time.
    pub fn ask(&mut self, method: &str, params: &Value, limit: Duration) -> Result<(Duration, Option<Value>), Failure> {
        self.last_id += 1;
        let id = self.last_id;
        let sent = self.send(&json!({ "jsonrpc": "2.0", "id": id, "method": method, "params": params }))?;
        let answer = |event: &Event| event.message.get("method").is_none() && event.message["id"] == id;
        let Some(mut event) = self.wait(sent + limit, answer)? else { return Ok((limit, None)) };
        match event.message.get("error") {
            Some(error) => Err(format!("{} refuses {method}: {error}", self.name)),
            None => Ok((event.at - sent, Some(event.message["result"].take()))),
        }
    }

    /// Waits for a message, until a point in time. What else comes before it is passed over.
    pub fn wait(&mut self, until: Instant, mut wanted: impl FnMut(&Event) -> bool) -> Result<Option<Event>, Failure> {
        while let Some(event) = self.next(until)? {
            if wanted(&event) {
                return Ok(Some(event));
            }
        }
        Ok(None)
    }

    /// Waits until the server has been silent for some time, but no longer than some seconds.
    pub fn settle(&mut self, silence: Duration) -> Result<(), Failure> {
        let limit = Instant::now() + 20 * silence + Duration::from_secs(1);
        while self.next(limit.min(Instant::now() + silence))?.is_some() {}
        Ok(())
    }

    /// The next message that is none of the server's own requests; those are answered.
    pub fn next(&mut self, until: Instant) -> Result<Option<Event>, Failure> {
        loop {
            let event = match self.events.recv_timeout(until.saturating_duration_since(Instant::now())) {
                Ok(event) => event,
                Err(RecvTimeoutError::Timeout) => return Ok(None),
                Err(RecvTimeoutError::Disconnected) => return Err(format!("{} left", self.name)),
            };
            let (Some(method), Some(id)) = (event.message["method"].as_str(), event.message.get("id")) else {
                return Ok(Some(event));
            };
            let result = self.answer(method, &event.message["params"]);
            self.send(&json!({ "jsonrpc": "2.0", "id": id, "result": result }))?;
        }
    }

    /// What the server gets when it asks for something.
    fn answer(&self, method: &str, params: &Value) -> Value {
        if method != "workspace/configuration" {
            return Value::Null;
        }
        let items = params["items"].as_array().map(Vec::as_slice).unwrap_or_default();
        let setting = |item: &Value| match item["section"].as_str() {
            None | Some("") => self.settings.clone(),
            Some(section) => self.settings[section].clone(),
        };
        items.iter().map(setting).collect()
    }

    /// Sends a message whole, and gives when that began.
    fn send(&mut self, message: &Value) -> Result<Instant, Failure> {
        let body = message.to_string();
        let frame = format!("Content-Length: {}\r\n\r\n{body}", body.len());
        let at = Instant::now();
        let sent = self.input.write_all(frame.as_bytes()).and_then(|()| self.input.flush());
        sent.map_err(|error| format!("{} takes no more messages: {error}", self.name))?;
        Ok(at)
    }

    /// The most memory that the server has had so far, in MB of 10⁶ bytes, where the system tells.
    pub fn peak_memory(&self) -> Option<f64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id())).ok()?;
        let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
        let kib: f64 = peak.trim().strip_suffix("kB")?.trim().parse().ok()?;
        Some(kib * 1024.0 / 1e6)
    }
}

impl Drop for Client {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The URI of a path without characters that need escaping.
pub fn uri(path: &Path) -> String {
    let path = path.display().to_string();
    // Of Windows: `C:\drafts`.
    if cfg!(windows) { format!("file:///{}", path.replace('\\', "/")) } else { format!("file://{path}") }
}

/// The body of the next message; nothing at the end, or where what comes is none.
fn frame(output: &mut impl BufRead) -> Option<Vec<u8>> {
    let mut length = None;
    let mut line = String::new();
    loop {
        line.clear();
        if output.read_line(&mut line).ok()? == 0 {
            return None;
        }
        match line.trim_end().split_once(':') {
            Some((name, value)) if name.eq_ignore_ascii_case("content-length") => length = value.trim().parse().ok(),
            Some(_) => {}
            None => break,
        }
    }
    let mut body = vec![0; length?];
    output.read_exact(&mut body).ok()?;
    Some(body)
}

//! An editor for tests: speaks the protocol with the real program over its standard input and output.
//!
//! Waiting is bounded, and the bound is a failure; nothing here sleeps. A test ends with
//! [`Editor::goodbye`], which fails when the server said something that the test did not look at.

#![allow(dead_code)]

mod document;

use std::collections::VecDeque;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

use serde_json::{Value, json};

#[allow(unused_imports)]
pub use crate::workspace::Workspace;
#[allow(unused_imports, reason = "not all tests ask in what positions are counted")]
pub use document::{Document, Encoding};

/// How long the server may take for anything before the test has failed.
const PATIENCE: Duration = Duration::from_secs(20);

/// The text of a draft in `examples/`.
pub fn example(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples").join(name);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The URI of a path without characters that need escaping.
pub fn uri(path: &Path) -> String {
    let path = path.display().to_string();
    // Of Windows: `C:\drafts`.
    if cfg!(windows) { format!("file:///{}", path.replace('\\', "/")) } else { format!("file://{path}") }
}

/// The path of a URI without characters that are escaped.
pub fn path_of(uri: &str) -> PathBuf {
    uri.strip_prefix(if cfg!(windows) { "file:///" } else { "file://" }).unwrap().into()
}

/// The home of nobody, with nothing in it.
fn nobody() -> PathBuf {
    std::path::absolute(Path::new(env!("CARGO_TARGET_TMPDIR")).join("nobody")).unwrap()
}

/// Where the server of a test keeps what can be made again.
pub fn cache() -> PathBuf {
    std::path::absolute(Path::new(env!("CARGO_TARGET_TMPDIR")).join("cache")).unwrap()
}

/// What an editor says of itself in these tests.
pub fn capabilities() -> Value {
    json!({
        "general": { "positionEncodings": ["utf-16"] },
        "textDocument": {
            "hover": { "contentFormat": ["markdown", "plaintext"] },
            "documentSymbol": { "hierarchicalDocumentSymbolSupport": true },
            "documentLink": { "tooltipSupport": true },
            "publishDiagnostics": { "relatedInformation": true, "versionSupport": true }
        }
    })
}

/// A list of findings that the server published.
#[derive(Debug, Clone, PartialEq)]
pub struct Findings {
    pub uri: String,
    pub version: Option<i64>,
    pub list: Vec<Value>,
}

impl Findings {
    fn of(params: &mut Value) -> Findings {
        let Value::Array(list) = params["diagnostics"].take() else { panic!("no list") };
        Findings { uri: params["uri"].as_str().unwrap().to_owned(), version: params["version"].as_i64(), list }
    }

    /// The rules' names, in the order of the list.
    pub fn codes(&self) -> Vec<&str> {
        self.list.iter().map(|finding| finding["code"].as_str().unwrap()).collect()
    }
}

/// The server's process, and the editor's side of the conversation.
pub struct Editor {
    child: Child,
    input: Option<ChildStdin>,
    output: Receiver<Value>,
    /// What the server said and the test has not looked at yet.
    unread: VecDeque<Value>,
    last_id: i64,
    said_goodbye: bool,
}

impl Editor {
    /// Starts the server and says nothing yet.
    pub fn silent() -> Editor {
        Editor::started(|_| {})
    }

    /// Starts the server with the stored library in this file, and says nothing yet.
    pub fn silent_with_library(library: &Path) -> Editor {
        Editor::started(|command| {
            command.env("RAPPORTEUR_LIBRARY", library);
        })
    }

    fn started(with: impl FnOnce(&mut Command)) -> Editor {
        let mut command = Command::new(env!("CARGO_BIN_EXE_rapporteur"));
        command
            .arg("serve")
            // Neither the library of whoever runs the tests nor their folders.
            .env_remove("RAPPORTEUR_LIBRARY")
            .env("LC_ALL", "C")
            .env("HOME", nobody())
            .env("XDG_DATA_HOME", nobody().join("data"))
            .env("RAPPORTEUR_CACHE", cache());
        with(&mut command);
        Editor::of(command)
    }

    /// Starts a server by this command, and says nothing yet.
    pub fn of(mut command: Command) -> Editor {
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = command.spawn().unwrap();
        let mut stdout = BufReader::new(child.stdout.take().unwrap());
        let (send, output) = channel();
        std::thread::spawn(move || while read_frame(&mut stdout).is_some_and(|message| send.send(message).is_ok()) {});
        let input = child.stdin.take();
        Editor { child, input, output, unread: VecDeque::new(), last_id: 0, said_goodbye: false }
    }

    /// Starts the server with these `initialize` parameters, in an English editor unless they say otherwise. Gives its
    /// answer too.
    pub fn with(mut params: Value) -> (Editor, Value) {
        let mut editor = Editor::silent();
        if params.get("locale").is_none() {
            params["locale"] = json!("en");
        }
        let answer = editor.ask("initialize", params);
        editor.tell("initialized", json!({}));
        (editor, answer)
    }

    /// Starts the server without a workspace.
    pub fn start() -> Editor {
        Editor::with(json!({ "processId": null, "rootUri": null, "capabilities": capabilities() })).0
    }

    /// Starts the server in a workspace, and waits until it has read it.
    pub fn start_in(folder: &Path) -> Editor {
        Editor::start_in_language(folder, "en")
    }

    /// The same in an editor whose interface is in this language.
    pub fn start_in_language(folder: &Path, locale: &str) -> Editor {
        let folders = json!([{ "uri": uri(folder), "name": "drafts" }]);
        let params = json!({
            "processId": null, "rootUri": null, "workspaceFolders": folders, "capabilities": capabilities(),
            "locale": locale
        });
        let mut editor = Editor::with(params).0;
        editor.hear("window/logMessage");
        editor
    }

    /// Sends a notification.
    pub fn tell(&mut self, method: &str, params: Value) {
        self.send(&json!({ "jsonrpc": "2.0", "method": method, "params": params }));
    }

    /// Sends a request and waits for its result.
    pub fn ask(&mut self, method: &str, params: Value) -> Value {
        let mut answer = self.ask_anyway(method, params);
        assert!(answer.get("error").is_none(), "{method}: {answer}");
        answer["result"].take()
    }

    /// Sends a request and waits for its answer, result or error.
    pub fn ask_anyway(&mut self, method: &str, params: Value) -> Value {
        let id = self.send_request(method, params);
        self.answer_to(id)
    }

    /// Sends a request without waiting. Gives its id.
    pub fn send_request(&mut self, method: &str, params: Value) -> i64 {
        self.last_id += 1;
        self.send(&json!({ "jsonrpc": "2.0", "id": self.last_id, "method": method, "params": params }));
        self.last_id
    }

    /// Waits for the answer to a request.
    pub fn answer_to(&mut self, id: i64) -> Value {
        self.wait_for(&format!("the answer to request {id}"), |message| {
            message.get("method").is_none() && message["id"] == id
        })
    }

    /// Waits for a notification and gives its parameters.
    pub fn hear(&mut self, method: &str) -> Value {
        self.wait_for(method, |message| message["method"] == method && message.get("id").is_none())["params"].take()
    }

    /// Waits for a request of the server's, and answers it with `result`. Gives its parameters.
    pub fn grant(&mut self, method: &str, result: Value) -> Value {
        let mut request = self.hear_request(method);
        self.answer(&request, result);
        request["params"].take()
    }

    /// Waits for a request of the server's, and leaves it unanswered.
    pub fn hear_request(&mut self, method: &str) -> Value {
        self.wait_for(method, |message| message["method"] == method && message.get("id").is_some())
    }

    /// Answers a request of the server's.
    pub fn answer(&mut self, request: &Value, result: Value) {
        self.send(&json!({ "jsonrpc": "2.0", "id": request["id"], "result": result }));
    }

    /// Waits for the next message that answers no request of ours: one that the server could not read.
    pub fn hear_complaint(&mut self) -> Value {
        self.wait_for("an error about no request", |message| message.get("error").is_some() && message["id"].is_null())
    }

    /// Waits for the next list of findings for a document.
    pub fn findings(&mut self, document: &Document) -> Findings {
        self.findings_at(&document.uri)
    }

    /// Waits for the next list of findings for a URI.
    pub fn findings_at(&mut self, uri: &str) -> Findings {
        let mut message = self.wait_for(&format!("findings for {uri}"), |message| {
            message["method"] == "textDocument/publishDiagnostics" && message["params"]["uri"] == uri
        });
        Findings::of(&mut message["params"])
    }

    /// The lists of findings for a URI that came already, without waiting.
    pub fn heard_findings(&mut self, uri: &str) -> Vec<Findings> {
        let wanted =
            |message: &Value| message["method"] == "textDocument/publishDiagnostics" && message["params"]["uri"] == uri;
        let (heard, unread) = self.unread.drain(..).partition::<Vec<_>, _>(wanted);
        self.unread = unread.into();
        heard.into_iter().map(|mut message| Findings::of(&mut message["params"])).collect()
    }

    /// Waits for the list of findings for the document's newest version. Lists for older ones may come
    /// before it, never after a newer one.
    pub fn newest_findings(&mut self, document: &Document) -> Findings {
        let mut last = i64::MIN;
        loop {
            let findings = self.findings(document);
            let version = findings.version.expect("a list bears its version");
            assert!(last < version && version <= document.version, "{version} after {last} of {}", document.version);
            if version == document.version {
                return findings;
            }
            last = version;
        }
    }

    /// Sends bytes as they are.
    pub fn send_bytes(&mut self, bytes: &[u8]) {
        let input = self.input.as_mut().expect("the input is open");
        input.write_all(bytes).and_then(|()| input.flush()).unwrap();
    }

    fn send(&mut self, message: &Value) {
        let body = message.to_string();
        self.send_bytes(format!("Content-Length: {}\r\n\r\n{body}", body.len()).as_bytes());
    }

    fn wait_for(&mut self, what: &str, wanted: impl Fn(&Value) -> bool) -> Value {
        if let Some(found) = self.unread.iter().position(&wanted) {
            return self.unread.remove(found).unwrap();
        }
        loop {
            let message = match self.output.recv_timeout(PATIENCE) {
                Ok(message) => message,
                Err(RecvTimeoutError::Timeout) => panic!("no {what} came; unread: {:?}", self.unread),
                Err(RecvTimeoutError::Disconnected) => panic!("the server left before {what}"),
            };
            if wanted(&message) {
                return message;
            }
            self.unread.push_back(message);
        }
    }

    /// Ends the conversation as the protocol wants it, with the input still open, and checks that nothing
    /// was left unread.
    pub fn goodbye(self) {
        let unread = self.goodbye_with_unread();
        assert!(unread.is_empty(), "left unread: {unread:#?}");
    }

    /// Ends the conversation as the protocol wants it, and gives what was left unread.
    pub fn goodbye_with_unread(mut self) -> Vec<Value> {
        assert_eq!(self.ask("shutdown", Value::Null), Value::Null);
        self.tell("exit", Value::Null);
        let (status, unread) = self.left();
        assert_eq!(status.code(), Some(0), "after shutdown and exit");
        unread
    }

    /// Closes the server's input.
    pub fn hang_up(&mut self) {
        self.input = None;
    }

    /// Waits for the server's end, by whatever was done to bring it about. Gives how it ended and what was
    /// left unread.
    pub fn left(&mut self) -> (ExitStatus, Vec<Value>) {
        self.said_goodbye = true;
        loop {
            match self.output.recv_timeout(PATIENCE) {
                Ok(message) => self.unread.push_back(message),
                Err(RecvTimeoutError::Disconnected) => break,
                Err(RecvTimeoutError::Timeout) => panic!("the server does not end"),
            }
        }
        // Its output is closed, so its end is a matter of course.
        (self.child.wait().unwrap(), self.unread.drain(..).collect())
    }
}

impl Drop for Editor {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
        if !self.said_goodbye && !std::thread::panicking() {
            panic!("a test ends with goodbye");
        }
    }
}

/// The next message of the server, `None` at the end of its output.
fn read_frame(output: &mut impl BufRead) -> Option<Value> {
    let mut length = 0;
    loop {
        let mut line = String::new();
        if output.read_line(&mut line).ok()? == 0 {
            return None;
        }
        match line.trim_end().split_once(": ") {
            Some(("Content-Length", value)) => length = value.parse().unwrap(),
            Some(other) => panic!("unexpected header {other:?}"),
            None => break,
        }
    }
    let mut body = vec![0; length];
    output.read_exact(&mut body).ok()?;
    Some(serde_json::from_slice(&body).expect("the server speaks JSON"))
}

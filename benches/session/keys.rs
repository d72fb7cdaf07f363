//! The round trip of a key: from the change of one character to the list of findings for it.

use std::path::Path;
use std::time::{Duration, Instant};

use serde::Serialize;
use serde_json::{Value, json};

use super::client::{Client, Event, Failure, uri};
use super::numbers::Spread;
use super::places::{self, Place};
use super::servers::Server;

/// What is typed, over and over.
const WORDS: &str = "and of the lamps that burn at night ";

/// At how many places of a text it is typed.
const PLACES: usize = 5;

/// How long the server has to be silent after a text was opened before the first key.
const AFTER_OPENING: Duration = Duration::from_millis(300);

/// How the keys are typed.
#[derive(Debug, Clone, Copy)]
pub struct Typing {
    pub keys: usize,
    /// How long the server has to be silent before the next key.
    pub gap: Duration,
    /// How long the keys of one text may take in all, and how long one of them or the opening may.
    pub limit: Duration,
}

/// What became of the keys of one text.
#[derive(Debug, Serialize)]
pub struct Typed {
    /// Nothing where no key was answered.
    pub keys: Option<Spread>,
    /// From the opening to its list, in milliseconds.
    pub opened: Option<f64>,
    /// MB of 10⁶ bytes.
    pub peak_memory: Option<f64>,
    /// Why there are fewer keys than were wanted, or none.
    pub gave_up: Option<String>,
}

/// Types into a text in a server of its own.
pub fn typed(server: &Server, folder: &Path, text: &str, typing: Typing) -> Typed {
    let mut times = Vec::new();
    let mut out = Typed { keys: None, opened: None, peak_memory: None, gave_up: None };
    let outcome = (|| -> Result<(), Failure> {
        let mut client = Client::start(server, folder)?;
        let about = client.initialize(folder)?;
        client.initialized()?;
        let (mut document, opening) = Document::open(&mut client, server, folder, text, &about)?;
        let opened = document.findings(&mut client, opening, typing.limit)?.ok_or_else(|| none(typing.limit))?;
        out.opened = Some(opened.as_secs_f64() * 1e3);
        client.settle(AFTER_OPENING)?;
        let typed = document.type_words(&mut client, typing, &mut times);
        out.peak_memory = client.peak_memory();
        typed
    })();
    out.gave_up = outcome.err();
    out.keys = Spread::of(&times);
    out
}

fn none(limit: Duration) -> Failure {
    format!("none in {} s", limit.as_secs())
}

/// A text that is open in a server.
pub struct Document {
    uri: String,
    text: String,
    version: i64,
    /// The server takes changes, not only whole texts.
    incremental: bool,
}

impl Document {
    /// Writes a text into a folder and opens it. Gives when that began.
    pub fn open(
        client: &mut Client,
        server: &Server,
        folder: &Path,
        text: &str,
        about: &Value,
    ) -> Result<(Document, Instant), Failure> {
        let path = folder.join(server.file);
        std::fs::write(&path, text).map_err(|error| format!("{} cannot be written: {error}", path.display()))?;
        let uri = uri(&path);
        let item = json!({ "uri": uri, "languageId": server.language, "version": 1, "text": text });
        let at = client.tell("textDocument/didOpen", &json!({ "textDocument": item }))?;
        let sync = &about["capabilities"]["textDocumentSync"];
        let incremental = *sync == 2 || sync["change"] == 2;
        Ok((Document { uri, text: text.to_owned(), version: 1, incremental }, at))
    }

    /// Where the document is and a place in it, as requests want it.
    pub fn at(&self, place: &Place) -> Value {
        json!({ "textDocument": { "uri": self.uri }, "position": place.position() })
    }

    /// Whether a message is the list for the document's newest version, or for one that it doesn't tell.
    fn lists(&self, event: &Event) -> bool {
        event.notification("textDocument/publishDiagnostics").is_some_and(|params| {
            params["uri"] == self.uri && params["version"].as_i64().is_none_or(|version| version >= self.version)
        })
    }

    /// How long the list for the newest version took from `since`; nothing where none came in time.
    pub fn findings(&self, client: &mut Client, since: Instant, limit: Duration) -> Result<Option<Duration>, Failure> {
        Ok(client.wait(since + limit, |event| self.lists(event))?.map(|event| event.at - since))
    }

    /// Types a character at a place, and gives when that began.
    pub fn key(&mut self, client: &mut Client, place: &Place, key: &str) -> Result<Instant, Failure> {
        self.text.insert_str(place.byte, key);
        self.version += 1;
        let change = match self.incremental {
            true => json!({ "range": { "start": place.position(), "end": place.position() }, "text": key }),
            false => json!({ "text": self.text }),
        };
        let document = json!({ "uri": self.uri, "version": self.version });
        client.tell("textDocument/didChange", &json!({ "textDocument": document, "contentChanges": [change] }))
    }

    /// Types words at several places. What was measured is in `times` even where it ends early, and why.
    fn type_words(&mut self, client: &mut Client, typing: Typing, times: &mut Vec<Duration>) -> Result<(), Failure> {
        let end = Instant::now() + typing.limit;
        let mut places = places::in_paragraphs(&self.text, PLACES);
        if places.is_empty() {
            return Err("no paragraph to type into".to_owned());
        }
        let each = typing.keys.div_ceil(places.len());
        // From the end, so that the places before stay where they are.
        places.reverse();
        for (i, key) in places.iter().flat_map(|place| typed_at(*place).take(each)).enumerate() {
            if Instant::now() > end {
                return Err(format!("{i} keys in {} s", typing.limit.as_secs()));
            }
            client.settle(typing.gap)?;
            let sent = self.key(client, &key.0, key.1)?;
            match self.findings(client, sent, typing.limit)? {
                Some(time) => times.push(time),
                None => return Err(none(typing.limit)),
            }
        }
        Ok(())
    }

    /// Types words at one place, a pause after each key, until a message comes that ends it; gives that.
    pub fn type_until(
        &mut self,
        client: &mut Client,
        typing: Typing,
        times: &mut Vec<Duration>,
        mut over: impl FnMut(&Event) -> bool,
    ) -> Result<Option<Event>, Failure> {
        let end = Instant::now() + typing.limit;
        let place = places::in_paragraphs(&self.text, 1).pop().ok_or("no paragraph to type into")?;
        for (place, key) in typed_at(place) {
            let sent = self.key(client, &place, key)?;
            let mut last = None;
            let list = client.wait(end, |event| {
                if over(event) {
                    last = Some(Event { at: event.at, message: event.message.clone() });
                }
                self.lists(event)
            })?;
            times.extend(list.map(|event| event.at - sent));
            if last.is_none() {
                last = client.wait(Instant::now() + typing.gap, &mut over)?;
            }
            if last.is_some() || Instant::now() > end {
                return Ok(last);
            }
        }
        Ok(None)
    }
}

/// The keys of the words, each at its place, without end.
fn typed_at(start: Place) -> impl Iterator<Item = (Place, &'static str)> {
    let keys = WORDS.split("").filter(|key| !key.is_empty()).cycle();
    keys.enumerate()
        .map(move |(i, key)| (Place { byte: start.byte + i, character: start.character + i, line: start.line }, key))
}

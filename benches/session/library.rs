//! A workspace of many texts: how long it takes to index, what a key takes meanwhile, and what hovers and jumps take
//! when all of it is known.

use std::path::Path;
use std::time::{Duration, Instant};

use rapporteur::draft::Draft;
use rapporteur::language::{ENGLISH, Language};
use serde::Serialize;
use serde_json::{Value, json};

use super::client::{Client, Event, Failure};
use super::drafts::{self, Chance, Name};
use super::keys::{Document, Typing};
use super::numbers::Spread;
use super::places;
use super::servers::Server;

/// The smallest text of the workspace, in bytes, and the largest.
const SMALLEST: usize = 3_000;
const LARGEST: usize = 21_000;

/// How long an index may take.
const PATIENCE: Duration = Duration::from_secs(120);

/// A pause after each key that is typed while the workspace is indexed.
const MEANWHILE: Duration = Duration::from_millis(5);

/// How often the workspace is indexed, with keys and without.
const ROUNDS: usize = 3;

/// How many hovers and jumps are asked for.
const QUESTIONS: usize = 200;

/// Writes `count` resolutions into a folder, a folder a session. Gives how many bytes they have.
pub fn write(folder: &Path, count: usize) -> Result<u64, Failure> {
    let names =
        drafts::CITED.rev().flat_map(|session| (1..=drafts::A_SESSION).map(move |number| Name { session, number }));
    let mut chance = Chance(1);
    let mut bytes = 0;
    for name in names.take(count) {
        let folder = folder.join(name.session.to_string());
        let path = folder.join(format!("{}-{}.en.txt", name.session, name.number));
        let text = drafts::draft(ENGLISH, name, SMALLEST + chance.below(LARGEST - SMALLEST));
        let written = std::fs::create_dir_all(&folder).and_then(|()| std::fs::write(&path, &text));
        written.map_err(|error| format!("{} cannot be written: {error}", path.display()))?;
        bytes += text.len() as u64;
    }
    Ok(bytes)
}

/// What was measured of a workspace.
#[derive(Debug, Serialize)]
pub struct Indexed {
    pub texts: usize,
    /// From `initialized` to the word that all is read, the median, in seconds.
    pub seconds: f64,
    /// The round trip of keys typed into a draft of 60 KB meanwhile.
    pub keys_meanwhile: Option<Spread>,
    /// MB of 10⁶ bytes, with nothing open.
    pub peak_memory: Option<f64>,
}

/// Indexes a workspace of `texts` texts.
pub fn indexed(server: &Server, folder: &Path, texts: usize, draft: &str) -> Result<Indexed, Failure> {
    let mut seconds = Vec::new();
    let mut peak_memory = None;
    for _ in 0..ROUNDS {
        let mut client = Client::start(server, folder)?;
        client.initialize(folder)?;
        seconds.push(index(&mut client)?.as_secs_f64());
        peak_memory = client.peak_memory();
    }
    seconds.sort_by(f64::total_cmp);
    let mut times = Vec::new();
    for _ in 0..ROUNDS {
        let mut client = Client::start(server, folder)?;
        let about = client.initialize(folder)?;
        client.initialized()?;
        let (mut document, opened) = Document::open(&mut client, server, folder, draft, &about)?;
        document.findings(&mut client, opened, PATIENCE)?;
        let typing = Typing { keys: usize::MAX, gap: MEANWHILE, limit: PATIENCE };
        document.type_until(&mut client, typing, &mut times, is_indexed)?;
    }
    Ok(Indexed { texts, seconds: seconds[ROUNDS / 2], keys_meanwhile: Spread::of(&times), peak_memory })
}

/// Begins the conversation and waits until the workspace is indexed. Gives how long that took.
pub fn index(client: &mut Client) -> Result<Duration, Failure> {
    let began = client.initialized()?;
    let done = client.wait(began + PATIENCE, is_indexed)?.ok_or("the workspace was not indexed in time")?;
    // Whether it is true, and all can be found.
    let name = format!("{}/{}", drafts::CITED.end - 1, 1);
    let (_, found) = client.ask("workspace/symbol", &json!({ "query": name }), PATIENCE)?;
    match found {
        Some(Value::Array(found)) if !found.is_empty() => Ok(done.at - began),
        _ => Err(format!("the workspace is indexed, but {name} is not found")),
    }
}

/// Whether a message says that the workspace is indexed: the line for the log, or the end of the progress.
fn is_indexed(event: &Event) -> bool {
    let says = |method, key: &str, words: &str| {
        event.notification(method).is_some_and(|params| {
            params.pointer(key).and_then(Value::as_str).is_some_and(|said| said.starts_with(words))
        })
    };
    says("window/logMessage", "/message", "Workspace read") || says("$/progress", "/value/kind", "end")
}

/// What hovers and jumps took in one text.
#[derive(Debug, Serialize)]
pub struct Asked {
    pub size: usize,
    pub hover: Option<Spread>,
    pub definition: Option<Spread>,
    /// How many of each there were something for.
    pub hovers_answered: usize,
    pub definitions_answered: usize,
}

/// Asks about citations all over a text, with the whole workspace indexed.
pub fn asked(server: &Server, folder: &Path, text: &str) -> Result<Asked, Failure> {
    let mut client = Client::start(server, folder)?;
    let about = client.initialize(folder)?;
    index(&mut client)?;
    let (document, opened) = Document::open(&mut client, server, folder, text, &about)?;
    document.findings(&mut client, opened, PATIENCE)?;
    client.settle(Duration::from_millis(300))?;
    let cited: Vec<usize> = Draft::read(text).citations.iter().map(|citation| citation.range.start).collect();
    let places = places::of(text, &spread(&cited, QUESTIONS));
    let mut ask = |method: &str| -> Result<(Option<Spread>, usize), Failure> {
        let (mut times, mut answered) = (Vec::new(), 0);
        for place in &places {
            let (time, answer) = client.ask(method, &document.at(place), PATIENCE)?;
            let answer = answer.ok_or_else(|| format!("{method} was not answered in time"))?;
            times.push(time);
            answered += usize::from(!answer.is_null());
            client.settle(MEANWHILE)?;
        }
        Ok((Spread::of(&times), answered))
    };
    let (hover, hovers_answered) = ask("textDocument/hover")?;
    let (definition, definitions_answered) = ask("textDocument/definition")?;
    Ok(Asked { size: text.len(), hover, definition, hovers_answered, definitions_answered })
}

/// Some of all, from the first to the last.
fn spread(all: &[usize], count: usize) -> Vec<usize> {
    let count = count.min(all.len());
    (0..count).filter_map(|i| all.get(i * all.len() / count).copied()).collect()
}

/// How long it takes from the start of a server to its answer to `initialize`, some times over.
pub fn started(server: &Server, folder: &Path, rounds: usize) -> Result<Option<Spread>, Failure> {
    let mut times = Vec::new();
    for _ in 0..rounds {
        let began = Instant::now();
        Client::start(server, folder)?.initialize(folder)?;
        times.push(began.elapsed());
    }
    Ok(Spread::of(&times))
}

/// A draft in the language that is measured.
pub fn harbours(language: &'static Language, size: usize) -> String {
    drafts::draft(language, drafts::HARBOURS, size)
}

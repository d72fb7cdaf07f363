//! A session at the keyboard, timed: over standard input and output, as an editor has it.
//!
//! `benches/run` builds and runs it; `benches/run --help` tells what can be chosen. Its tests are `tests/program/benches.rs`.

#[path = "../drafts/mod.rs"]
mod drafts;
#[path = "../../tests/support/samples.rs"]
#[allow(dead_code)]
mod samples;
#[path = "mod.rs"]
mod session;
#[allow(clippy::unwrap_used, reason = "it is a folder of the tests")]
#[path = "../../tests/support/workspace.rs"]
mod workspace;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Duration;

use clap::Parser;
use rapporteur::language::{ALL, ENGLISH};

use session::client::Failure;
use session::keys::{Typing, typed};
use session::report::{Keys, Report, Started};
use session::servers::Server;
use session::{check, empty, library, servers};
use workspace::Workspace;

/// Measures Rapporteur as an editor has it, and prints tables in Markdown.
#[derive(Debug, Parser)]
#[command(name = "benches/run")]
struct Arguments {
    /// Also measure the servers that a writer would otherwise have, as far as they are here (see benches/peers.sh)
    #[arg(long)]
    peers: bool,
    /// Check the texts in this folder instead of made-up ones
    #[arg(long, value_name = "FOLDER")]
    corpus: Option<PathBuf>,
    /// Type into this text instead of made-up ones
    #[arg(long, value_name = "FILE")]
    text: Option<PathBuf>,
    /// Make the drafts in this language: ar, en, es, fr, ru or zh
    #[arg(long, value_name = "LANGUAGE", default_value = "en")]
    language: String,
    /// How large the drafts are, in bytes
    #[arg(long, value_name = "BYTES", value_delimiter = ',', default_value = "6000,60000,1000000,10000000")]
    sizes: Vec<usize>,
    /// How many keys are typed into each
    #[arg(long, value_name = "COUNT", default_value = "200")]
    keys: usize,
    /// How long a server must have been silent before the next key
    #[arg(long, value_name = "MILLISECONDS", default_value = "30")]
    gap: u64,
    /// How long the keys of a draft may take in all, and any one of them
    #[arg(long, value_name = "SECONDS", default_value = "30")]
    limit: u64,
    /// How many texts the workspace has; 0 leaves out what is measured with it
    #[arg(long, value_name = "COUNT", default_value = "20000")]
    texts: usize,
    /// Measure this build of Rapporteur
    #[arg(long, value_name = "PROGRAM", default_value = env!("CARGO_BIN_EXE_rapporteur"))]
    program: PathBuf,
    /// Also measure this other build of Rapporteur, in turns with the first
    #[arg(long, value_name = "PROGRAM")]
    against: Option<PathBuf>,
    /// Also write all that was measured to this file
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,
    /// Cargo's own word
    #[arg(long, hide = true)]
    bench: bool,
}

fn main() -> ExitCode {
    if std::env::args().nth(1).is_some_and(|argument| argument == servers::EMPTY) {
        return if empty::serve().is_ok() { ExitCode::SUCCESS } else { ExitCode::FAILURE };
    }
    match measure(&Arguments::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            say(&failure);
            ExitCode::FAILURE
        }
    }
}

/// Tells the person who waits how things go.
fn say(words: &str) {
    eprintln!("bench: {words}");
}

fn measure(arguments: &Arguments) -> Result<(), Failure> {
    let language = *ALL.iter().find(|language| language.code == arguments.language).ok_or_else(|| {
        let codes: Vec<&str> = ALL.iter().map(|language| language.code).collect();
        format!("there is no language {}; there are {}", arguments.language, codes.join(", "))
    })?;
    let texts = match &arguments.text {
        Some(path) => {
            vec![std::fs::read_to_string(path).map_err(|error| format!("{} cannot be read: {error}", path.display()))?]
        }
        None => arguments.sizes.iter().map(|size| library::harbours(language, *size)).collect(),
    };
    let ours = Server::rapporteur(&arguments.program);
    let mut others = vec![Server::empty()?];
    others.extend(arguments.against.as_deref().map(Server::other_build));
    if arguments.peers {
        let (peers, missing) = Server::peers();
        others.extend(peers);
        missing
            .iter()
            .for_each(|name| say(&format!("SKIPPED {name}, which is not here; benches/peers.sh installs it")));
    }
    let mut report = Report { cores: std::thread::available_parallelism().map_or(0, usize::from), ..Report::default() };
    report.load[0] = load();
    let typing = Typing {
        keys: arguments.keys,
        gap: Duration::from_millis(arguments.gap),
        limit: Duration::from_secs(arguments.limit),
    };
    report.keys = keys(&ours, &others, &texts, arguments, typing);
    let folder = Workspace::new("bench-start");
    for server in std::iter::once(&ours).chain(&others) {
        report.starts.push(Started { server: server.name, times: library::started(server, &folder, 10)? });
    }
    workspace(&mut report, &ours, arguments)?;
    report.load[1] = load();
    if let Some(path) = &arguments.json {
        let json = serde_json::to_string_pretty(&report).map_err(|error| format!("no JSON: {error}"))?;
        std::fs::write(path, json + "\n").map_err(|error| format!("{} cannot be written: {error}", path.display()))?;
    }
    print!("{}", report.markdown());
    Ok(())
}

/// The keys in each text in each server. Ours is measured first, and again after each of the others.
fn keys(ours: &Server, others: &[Server], texts: &[String], arguments: &Arguments, typing: Typing) -> Vec<Keys> {
    let measured = |server: &Server, text: &str| {
        let folder = Workspace::new("bench-keys");
        let typed = typed(server, &folder, text, typing);
        let times = typed.keys.as_ref().map(|keys| format!("p50 {:.2} ms, p99 {:.2} ms", keys.p50, keys.p99));
        let words: Vec<String> = times.into_iter().chain(typed.gave_up.clone()).collect();
        say(&format!("{} bytes in {}: {}", text.len(), server.name, words.join(", ")));
        typed
    };
    let mut all: Vec<Keys> = Vec::new();
    for (i, text) in texts.iter().enumerate() {
        let size = if arguments.text.is_some() { text.len() } else { arguments.sizes[i] };
        all.push(Keys { size, server: ours.name, typed: measured(ours, text), ours: None });
        for server in others {
            // What had no answer in a smaller text has none in a larger one.
            if all.iter().any(|keys| keys.server == server.name && keys.size < size && keys.typed.keys.is_none()) {
                continue;
            }
            let typed = measured(server, text);
            let ours = typed.keys.is_some().then(|| measured(ours, text));
            all.push(Keys { size, server: server.name, typed, ours });
        }
    }
    all
}

/// What is measured with a folder full of texts.
fn workspace(report: &mut Report, ours: &Server, arguments: &Arguments) -> Result<(), Failure> {
    let folder = Workspace::new("bench-workspace");
    if arguments.texts > 0 {
        let bytes = library::write(&folder, arguments.texts)?;
        say(&format!("{} texts written, {bytes} bytes", arguments.texts));
        let draft = library::harbours(ENGLISH, 60_000);
        report.indexed = Some(library::indexed(ours, &folder, arguments.texts, &draft)?);
        for size in [60_000, 1_000_000] {
            report.asked.push(library::asked(ours, &folder, &library::harbours(ENGLISH, size))?);
        }
        let _ = std::fs::remove_file(folder.join(ours.file));
    }
    let corpus: Option<&Path> = arguments.corpus.as_deref().or((arguments.texts > 0).then_some(&*folder));
    if let Some(corpus) = corpus {
        report.checked = Some(check::checked(ours, arguments.against.as_deref(), corpus)?);
    }
    Ok(())
}

/// How many programs wanted a core in the last minute, where the system tells.
fn load() -> Option<f64> {
    std::fs::read_to_string("/proc/loadavg").ok()?.split(' ').next()?.parse().ok()
}

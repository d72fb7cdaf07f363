//! What was measured, as JSON and as the tables of the README.

use std::fmt::Write;

use serde::Serialize;

use super::check::Checked;
use super::keys::Typed;
use super::library::{Asked, Indexed};
use super::numbers::{Spread, short, thousands};

/// All that was measured in one run.
#[derive(Debug, Default, Serialize)]
pub struct Report {
    pub cores: usize,
    /// How many programs wanted a core at the start and at the end of the run, over a minute (Linux's `loadavg`).
    pub load: [Option<f64>; 2],
    pub keys: Vec<Keys>,
    pub starts: Vec<Started>,
    pub asked: Vec<Asked>,
    pub indexed: Option<Indexed>,
    pub checked: Option<Checked>,
}

/// Keys in a text of one size in one server, and in ours right after it.
#[derive(Debug, Serialize)]
pub struct Keys {
    pub size: usize,
    pub server: &'static str,
    pub typed: Typed,
    pub ours: Option<Typed>,
}

/// From a server's start to its answer to `initialize`.
#[derive(Debug, Serialize)]
pub struct Started {
    pub server: &'static str,
    pub times: Option<Spread>,
}

impl Report {
    /// The tables in Markdown.
    pub fn markdown(&self) -> String {
        let mut out = String::new();
        let mut sizes: Vec<usize> = self.keys.iter().map(|keys| keys.size).collect();
        sizes.dedup();
        if !sizes.is_empty() {
            self.sizes(&mut out, &sizes);
            out.push('\n');
        }
        self.rest(&mut out);
        out
    }

    /// What depends on the draft's size.
    fn sizes(&self, out: &mut String, sizes: &[usize]) {
        let mut row = |name: &str, cell: &dyn Fn(usize) -> String| {
            let cells: Vec<String> = sizes.iter().map(|size| cell(*size)).collect();
            let _ = writeln!(out, "| {name} | {} |", cells.join(" | "));
        };
        row("milliseconds from a key to its findings, p50 / p99", &|size| bytes(size as u64));
        row("---", &|_| "---".to_owned());
        let mut servers: Vec<&str> = Vec::new();
        for keys in &self.keys {
            if !servers.contains(&keys.server) {
                servers.push(keys.server);
            }
        }
        for server in servers {
            row(server, &|size| self.at(server, size).map_or("–".to_owned(), Keys::cell));
        }
        let memory = |size| self.at("rapporteur", size).and_then(|keys| keys.typed.peak_memory);
        row("rapporteur’s memory at its peak, MB", &|size| memory(size).map_or("–".to_owned(), short));
    }

    fn at(&self, server: &str, size: usize) -> Option<&Keys> {
        self.keys.iter().find(|keys| keys.server == server && keys.size == size)
    }

    /// What doesn't.
    fn rest(&self, out: &mut String) {
        let mut rows: Vec<(String, String)> = Vec::new();
        for Started { server, times } in &self.starts {
            let time = times.as_ref().map_or("–".to_owned(), |times| format!("{} ms", short(times.p50)));
            rows.push((format!("from the start of {server} to its answer to `initialize`"), time));
        }
        for asked in &self.asked {
            let size = bytes(asked.size as u64);
            for (what, times) in [("a hover", &asked.hover), ("a jump to a definition", &asked.definition)] {
                let times = times.as_ref().map_or("–".to_owned(), |times| format!("{} ms", pair(times)));
                rows.push((format!("{what} in {size}, p50 / p99"), times));
            }
        }
        if let Some(Indexed { texts, seconds, keys_meanwhile, peak_memory }) = &self.indexed {
            rows.push((
                format!("a workspace of {} texts indexed in", thousands(*texts as u64)),
                format!("{} s", short(*seconds)),
            ));
            let keys = keys_meanwhile.as_ref().map_or("–".to_owned(), |keys| format!("{} ms", pair(keys)));
            rows.push(("a key in a draft of 60 KB meanwhile, p50 / p99".to_owned(), keys));
            let memory = peak_memory.map_or("–".to_owned(), |memory| format!("{} MB", short(memory)));
            rows.push(("memory at its peak with that workspace".to_owned(), memory));
        }
        if let Some(Checked { texts, bytes: size, seconds, ripgrep, other_build }) = &self.checked {
            let speed = format!("{} MB/s", short(*size as f64 / 1e6 / seconds));
            let ratio = ripgrep.map_or(String::new(), |rg| format!(", {} of what `rg -c` does", short(rg / seconds)));
            let texts = thousands(*texts as u64);
            let against = other_build.map(|other| format!(", {} of the other build’s time", short(seconds / other)));
            let against = against.unwrap_or_default();
            rows.push((format!("`rapporteur check` over {texts} texts, {}", bytes(*size)), speed + &ratio + &against));
        }
        if !rows.is_empty() {
            let _ = writeln!(out, "| what | |\n| --- | --- |");
        }
        for (what, value) in rows {
            let _ = writeln!(out, "| {what} | {value} |");
        }
    }
}

impl Keys {
    /// The times, and how they stand to ours.
    fn cell(&self) -> String {
        let Some(times) = &self.typed.keys else {
            return self.typed.gave_up.clone().unwrap_or_else(|| "–".to_owned());
        };
        let ours = self.ours.as_ref().and_then(|ours| ours.keys.as_ref());
        match ours {
            Some(ours) => format!("{} (× {})", pair(times), short(times.p50 / ours.p50)),
            None => pair(times),
        }
    }
}

fn pair(times: &Spread) -> String {
    format!("{} / {}", short(times.p50), short(times.p99))
}

/// A size, in units of 10³.
fn bytes(size: u64) -> String {
    match size {
        1_000_000.. => format!("{} MB", thousands((size as f64 / 1e6).round() as u64)),
        _ => format!("{} KB", (size as f64 / 1e3).round()),
    }
}

//! `rapporteur library import`.

use std::collections::HashMap;
use std::fs::File;
use std::io::{self, IsTerminal, Read};
use std::path::{Path, PathBuf};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};
use rapporteur::library::store::StoreProblem;
use rapporteur::library::store::import::{self, ImportOutcome, ImportTally, Input, Trouble};

use super::super::{ExitOutcome, complain};

/// How many records of one table are named that could not be understood. More of them say the same.
const NAMED: usize = 50;

/// Imports tables.
pub fn run(library: &Path, files: &[PathBuf]) -> Result<ExitOutcome, StoreProblem> {
    let bar = progress(files);
    let say = |sentence: String| bar.suspend(|| complain(&sentence));
    let mut ending = ExitOutcome::Clean;
    let mut worse = |than: ExitOutcome| ending = if than as u8 > ending as u8 { than } else { ending };
    let mut inputs = Vec::new();
    for file in files {
        match open(file, &bar) {
            Ok(input) => inputs.push(input),
            Err(sentence) => {
                say(sentence);
                worse(ExitOutcome::Failed);
            }
        }
    }
    if inputs.is_empty() {
        return Ok(ending);
    }
    let mut named: HashMap<String, usize> = HashMap::new();
    let trouble = |name: &str, trouble: &Trouble| {
        let count = named.entry(name.to_owned()).or_default();
        *count += 1;
        match *count {
            ..=NAMED => say(format!("{name}: {trouble}")),
            count if count == NAMED + 1 => say(format!("{name}: More records like these aren't named.")),
            _ => {}
        }
    };
    let mut outcomes = Vec::new();
    let done = |name: &str, outcome: &ImportOutcome| match outcome {
        Ok(tally) => {
            worse(if tally.skipped + tally.left_out > 0 { ExitOutcome::Found } else { ExitOutcome::Clean });
            outcomes.push(format!("{name}: {}\n", told(tally)));
        }
        Err(refused) => {
            worse(ExitOutcome::Failed);
            say(format!("{name}: {refused}"));
        }
    };
    let imported = import::import(library, inputs, trouble, done);
    bar.finish_and_clear();
    imported?;
    Ok(super::print(&outcomes.concat(), ending))
}

/// What came of a table, a sentence.
fn told(tally: &ImportTally) -> String {
    let ImportTally { format, new, unchanged, skipped, left_out } = tally;
    let of = format.map(|format| format!(" ({format})")).unwrap_or_default();
    let mut sentence = match (new, unchanged) {
        (new, 0) => format!("{} imported{of}", records(*new)),
        (0, unchanged) => format!("{} as before{of}", records(*unchanged)),
        (new, unchanged) => format!("{} imported, {unchanged} as before{of}", records(*new)),
    };
    if *skipped > 0 {
        sentence.push_str(&format!("; {} skipped", records(*skipped)));
    }
    if *left_out > 0 {
        sentence.push_str(&format!("; {left_out} {} left out", if *left_out == 1 { "fact" } else { "facts" }));
    }
    sentence + "."
}

fn records(count: usize) -> String {
    format!("{count} {}", if count == 1 { "record" } else { "records" })
}

fn open(file: &Path, bar: &ProgressBar) -> Result<Input, String> {
    if file.as_os_str() == "-" {
        return Ok(Input { name: "-".to_owned(), bytes: Box::new(io::stdin().lock()) });
    }
    let about = match std::fs::metadata(file) {
        Ok(about) if about.is_dir() => Err("This is a folder. Name the tables in it.".to_owned()),
        Ok(_) => File::open(file).map_err(|error| format!("This file could not be read: {error}.")),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Err("There is no such file.".to_owned()),
        Err(error) => Err(format!("This file could not be read: {error}.")),
    };
    let opened = about.map_err(|why| format!("{}: {why}", file.display()))?;
    let name = file.file_name().unwrap_or(file.as_os_str()).to_string_lossy().into_owned();
    let bytes: Box<dyn Read> = Box::new(bar.wrap_read(opened));
    Ok(Input { name, bytes })
}

/// A bar that shows how much of the files was read, on a terminal.
fn progress(files: &[PathBuf]) -> ProgressBar {
    if !io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let length: u64 = files.iter().filter_map(|file| Some(std::fs::metadata(file).ok()?.len())).sum();
    let bar = ProgressBar::new(length);
    if let Ok(style) = ProgressStyle::with_template("{bar:40} {bytes} of {total_bytes}, {elapsed}") {
        bar.set_style(style);
    }
    bar.enable_steady_tick(Duration::from_millis(100));
    bar
}

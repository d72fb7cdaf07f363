//! `rapporteur library import`.

use std::collections::HashMap;
use std::fs::File;
use std::io::{self, IsTerminal, Read};
use std::path::{Path, PathBuf};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};
use rapporteur::library::record::TableFormat;
use rapporteur::library::store::StoreProblem;
use rapporteur::library::store::import::{self, ImportOutcome, ImportTally, Input, Trouble};
use rapporteur::messages::system;

use super::super::interface::{about, locale};
use super::super::{ExitOutcome, complain, configs, output};

rapporteur::messages! {
    "cli.library-import":
    more_like_these() = "More records like these aren't named.";
    imported(new: count, format: message) =
        "{new, plural, one {{new} record} other {{new} records}} imported ({format}).";
    as_before(unchanged: count, format: message) =
        "{unchanged, plural, one {{unchanged} record} other {{unchanged} records}} as before ({format}).";
    imported_and_as_before(new: count, unchanged: count, format: message) =
        "{new, plural, one {{new} record} other {{new} records}} imported, {unchanged} as before ({format}).";
    of_no_format() = "nothing in it";
    skipped(count: count) = "{count, plural, one {{count} record was skipped.} other {{count} records were skipped.}}";
    left_out(count: count) = "{count, plural, one {{count} fact was left out.} other {{count} facts were left out.}}";
    is_a_folder() = "This is a folder. Name the tables in it.";
    unreadable(fault: message) = "This file could not be read: {fault}.";
    bytes_read(done: name, all: name, elapsed: name) = "{done} of {all}, {elapsed}";
}

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
            ..=NAMED => say(about(name, &trouble.message())),
            count if count == NAMED + 1 => say(about(name, &more_like_these())),
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
            say(about(name, &refused.message()));
        }
    };
    let imported = import::import(library, inputs, trouble, done);
    bar.finish_and_clear();
    imported?;
    Ok(output::print(&outcomes.concat(), ending))
}

/// What came of a table, in sentences.
fn told(tally: &ImportTally) -> String {
    let ImportTally { format, new, unchanged, skipped: passed_over, left_out: facts } = *tally;
    let format = format.map_or_else(of_no_format, TableFormat::message);
    let landed = match (new, unchanged) {
        (new, 0) => imported(new, format),
        (0, unchanged) => as_before(unchanged, format),
        (new, unchanged) => imported_and_as_before(new, unchanged, format),
    };
    let passed_over = (passed_over > 0).then(|| skipped(passed_over));
    let facts = (facts > 0).then(|| left_out(facts));
    locale().sentences(std::iter::once(landed).chain(passed_over).chain(facts))
}

fn open(file: &Path, bar: &ProgressBar) -> Result<Input, String> {
    if file.as_os_str() == "-" {
        return Ok(Input { name: "-".to_owned(), bytes: Box::new(io::stdin().lock()) });
    }
    let found = match std::fs::metadata(file) {
        Ok(metadata) if metadata.is_dir() => Err(is_a_folder()),
        Ok(_) => File::open(file).map_err(|error| unreadable(system::fault(&error))),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Err(configs::no_such_file()),
        Err(error) => Err(unreadable(system::fault(&error))),
    };
    let opened = found.map_err(|why| about(&file.display().to_string(), &why))?;
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
    if let Ok(style) = ProgressStyle::with_template(&format!(
        "{{bar:40}} {}",
        bytes_read("{bytes}", "{total_bytes}", "{elapsed}").text(locale())
    )) {
        bar.set_style(style);
    }
    bar.enable_steady_tick(Duration::from_millis(100));
    bar
}

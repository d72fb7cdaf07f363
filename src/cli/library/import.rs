//! `rapporteur library import`: tables, and the texts of instruments.

use std::collections::{HashMap, HashSet};
use std::fs::File;
use std::io::{self, IsTerminal, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};
use rapporteur::draft::ReadAs;
use rapporteur::library::record::TableFormat;
use rapporteur::library::store::StoreProblem;
use rapporteur::library::store::import::{self, ImportOutcome, ImportTally, Input, Trouble};
use rapporteur::messages::system;
use rapporteur::source::{self, FileFormat, ReadPurpose};
use rapporteur::workspace::{ParsedText, folder_walk};

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
    nothing_in_folder() = "There is no table and no resolution in this folder.";
    unreadable(fault: message) = "This file could not be read: {fault}.";
    bytes_read(done: name, all: name, elapsed: name) = "{done} of {all}, {elapsed}";
}

/// How many records of one table are named that could not be understood. More of them say the same.
const NAMED: usize = 50;

/// A file to import.
struct NamedFile {
    path: PathBuf,
    /// What it is called: below the folder that was given, if it was found in one.
    name: String,
    /// The folder that was given, if it was found in one.
    folder: Option<PathBuf>,
}

/// Imports tables and texts.
pub fn run(library: &Path, paths: &[PathBuf]) -> Result<ExitOutcome, StoreProblem> {
    let files: Vec<NamedFile> = paths.iter().flat_map(|path| named_files(path)).collect();
    let bar = progress(&files);
    let say = |sentence: String| bar.suspend(|| complain(&sentence));
    let mut ending = ExitOutcome::Clean;
    let mut worse = |than: ExitOutcome| ending = if than as u8 > ending as u8 { than } else { ending };
    let mut inputs = Vec::new();
    let (texts, tables): (Vec<NamedFile>, Vec<NamedFile>) = files.into_iter().partition(is_text);
    for file in &tables {
        match open(file, &bar) {
            Ok(input) => inputs.push(input),
            Err(sentence) => {
                say(sentence);
                worse(ExitOutcome::Failed);
            }
        }
    }
    if inputs.is_empty() && texts.is_empty() {
        for folder in paths.iter().filter(|path| path.is_dir()) {
            say(about(&folder.display().to_string(), &nothing_in_folder()));
            worse(ExitOutcome::Failed);
        }
        return Ok(ending);
    }
    // What stands in a folder beside tables and texts is no fault of who named the folder.
    let found: HashSet<&str> =
        tables.iter().filter(|file| file.folder.is_some()).map(|file| file.name.as_str()).collect();
    let alone: HashSet<&str> =
        texts.iter().filter(|file| file.folder.is_none()).map(|file| file.name.as_str()).collect();
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
    let mut of_texts = ImportTally::default();
    let texts_of_folders = texts.iter().find_map(|file| file.folder.clone());
    let is_named_text = |name: &str| texts.iter().any(|file| file.name == name);
    let readings = texts.iter().filter_map(|file| {
        bar.inc(std::fs::metadata(&file.path).map_or(0, |about| about.len()));
        Some((file.name.clone(), reading(file)?))
    });
    let done = |name: &str, outcome: &ImportOutcome| match outcome {
        Ok(tally) if tally.format == Some(TableFormat::Text) && !alone.contains(name) => {
            of_texts.new += tally.new;
            of_texts.unchanged += tally.unchanged;
            of_texts.format = tally.format;
        }
        Ok(tally) if tally.format.is_none() && is_named_text(name) && !alone.contains(name) => {}
        Ok(tally) => {
            worse(if tally.skipped + tally.left_out > 0 { ExitOutcome::Found } else { ExitOutcome::Clean });
            outcomes.push(format!("{name}: {}\n", told(tally)));
        }
        Err(refused) => {
            worse(if found.contains(name) { ExitOutcome::Found } else { ExitOutcome::Failed });
            say(about(name, &refused.message()));
        }
    };
    let imported = import::import_all(library, inputs, readings, trouble, done);
    bar.finish_and_clear();
    imported?;
    if let Some(folder) = texts_of_folders
        && of_texts.format.is_some()
    {
        outcomes.push(format!("{}: {}\n", folder.display(), told(&of_texts)));
    }
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

/// The files that a path leads to: itself, or the tables and texts in the folder that it is, in the order of their names.
fn named_files(path: &Path) -> Vec<NamedFile> {
    if path.as_os_str() == "-" || !path.is_dir() {
        let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
        return vec![NamedFile { path: path.to_owned(), name, folder: None }];
    }
    let entries = folder_walk(path, |_| true).build().flatten();
    let files = entries.filter(|entry| entry.file_type().is_some_and(|kind| kind.is_file()));
    let files = files.map(ignore::DirEntry::into_path);
    let mut found: Vec<NamedFile> = files
        .filter(|file| begins_as_table(file) || FileFormat::indexed(file).is_some())
        .map(|file| NamedFile {
            name: file.strip_prefix(path).unwrap_or(&file).to_string_lossy().replace('\\', "/"),
            path: file,
            folder: Some(path.to_owned()),
        })
        .collect();
    found.sort_by(|a, b| a.name.cmp(&b.name));
    found
}

/// Whether a file begins as a table does.
fn begins_as_table(path: &Path) -> bool {
    let mut head = Vec::new();
    let read = File::open(path).and_then(|file| file.take(import::HEAD as u64).read_to_end(&mut head));
    read.is_ok() && import::is_table(&head)
}

/// Whether a file is to be read as an instrument's text: one of a folder that is no table, and one that was named if there is
/// an instrument in it.
fn is_text(file: &NamedFile) -> bool {
    if FileFormat::indexed(&file.path).is_none() || begins_as_table(&file.path) {
        return false;
    }
    file.folder.is_some() || reading(file).is_some_and(|reading| reading.draft.symbol.is_some())
}

fn reading(file: &NamedFile) -> Option<Arc<ParsedText>> {
    ParsedText::of_source(source::read(&file.path, ReadPurpose::Asked).ok()?, ReadAs::default())
}

fn open(file: &NamedFile, bar: &ProgressBar) -> Result<Input, String> {
    if file.path.as_os_str() == "-" {
        return Ok(Input { name: "-".to_owned(), bytes: Box::new(io::stdin().lock()) });
    }
    let opened = File::open(&file.path).map_err(|error| {
        let why = match error.kind() {
            io::ErrorKind::NotFound => configs::no_such_file(),
            _ => unreadable(system::fault(&error)),
        };
        about(&file.path.display().to_string(), &why)
    })?;
    let bytes: Box<dyn Read> = Box::new(bar.wrap_read(opened));
    Ok(Input { name: file.name.clone(), bytes })
}

/// A bar that shows how much of the files was read, on a terminal.
fn progress(files: &[NamedFile]) -> ProgressBar {
    if !io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let length: u64 = files.iter().filter_map(|file| Some(std::fs::metadata(&file.path).ok()?.len())).sum();
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

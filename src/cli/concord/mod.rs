//! `rapporteur concord`: language versions of texts side by side, and what differs in them.

mod text;
mod texts;

use std::collections::HashSet;
use std::fs::OpenOptions;
use std::io::{self, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use rapporteur::config::Config;
use rapporteur::report::{ConcordReport, ConcordTally, HtmlPage, JsonLines, PrintedSet, SetView, TextSet, sets_of};
use rapporteur::workspace::family;
use rayon::prelude::*;

use self::texts::ReadTexts;
use super::configs::Configs;
use super::interface::{about, interface, locale};
use super::output::{self, Output};
use super::{ExitOutcome, complain, format, stop};

rapporteur::messages! {
    "cli.concord":
    stopping() = "Stopping. Not all versions were compared; what was found so far is printed.";
    not_compared() = "The texts to which this file applies were not compared.";
    alone(count: number) =
        "{count, plural, one {{count} text has no other version here.} other {{count} texts have no other version here.}}";
    not_understood() = "Nothing of a resolution was read in this file, and it is not compared with its other language versions.";
    there_already() = "There is such a file already, and it is left as it is. Name another one.";
    not_written(error: quote) = "This file could not be written: {error}.";
}

/// How many sets each core gets before what was found in them is written.
const AT_ONCE: usize = 64;

#[derive(Debug, Args)]
pub struct ConcordArguments {
    /// How the versions are printed.
    #[arg(long, value_enum, default_value_t = ConcordFormat::Text)]
    format: ConcordFormat,
    /// Print all paragraphs, and not only those in which something differs.
    #[arg(long)]
    all: bool,
    /// Write to this file instead of standard output. There must be no such file yet.
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
    /// The settings to go by, instead of the `rapporteur.toml` in a text's folder or the nearest above it.
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
    /// Files, and folders to look through for .txt, .md, .resolution and .xml files. `-` is standard input.
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
}

/// A way to print versions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum ConcordFormat {
    /// For people: the paragraphs in which something differs, a version below the other.
    Text,
    /// For programs: one JSON object a line and set of versions.
    Json,
    /// For people: one page with all paragraphs side by side, which any browser opens.
    Html,
}

/// Compares what was asked and prints it.
pub fn run(asked: &ConcordArguments) -> ExitOutcome {
    let configs = match Configs::new(asked.config.as_deref(), Config::default(), &asked.paths) {
        Ok(configs) => configs,
        Err(sentences) => {
            complain(&sentences);
            return ExitOutcome::Failed;
        }
    };
    if let Some(path) = asked.output.as_deref().filter(|path| path.symlink_metadata().is_ok()) {
        complain(&about(&path.display().to_string(), &there_already()));
        return ExitOutcome::Failed;
    }
    stop::listen(stopping().text(locale()));
    let texts = ReadTexts::of(&asked.paths, &configs);
    let (sets, apart) = sets_of(&texts.texts, |candidates| configs.version_sets(candidates));
    let mut tally = ConcordTally { failed: texts.failed, sets: sets.len(), ..ConcordTally::default() };
    let written = match &asked.output {
        None => print(asked, &sets, &mut tally, &mut Output::new()),
        Some(path) => {
            let mut page = Vec::new();
            let made = print(asked, &sets, &mut tally, &mut page);
            made.map(|()| tally.failed += usize::from(!write(path, &page)))
        }
    };
    if !stop::asked() {
        let families: HashSet<PathBuf> =
            sets.iter().flat_map(|set| &set.texts).map(|text| family(&text.path)).collect();
        let named = texts.texts.iter().filter(|text| text.versions.is_empty()).map(|text| (&text.name, &text.path));
        let unread = texts.not_understood.iter().map(|(name, path)| (name, path)).chain(named);
        let meant = unread.filter(|(_, path)| families.contains(&family(path)));
        meant.for_each(|(name, _)| complain(&about(name, &not_understood())));
    }
    if !apart.is_empty() && !stop::asked() {
        complain(&alone(apart.len()).text(locale()));
    }
    let ending = match tally {
        _ if stop::asked() => ExitOutcome::Stopped,
        ConcordTally { failed: 1.., .. } => ExitOutcome::Failed,
        ConcordTally { differences: 1.., .. } => ExitOutcome::Found,
        _ => ExitOutcome::Clean,
    };
    output::ending(written, ending)
}

/// Where a report goes.
trait ReportSink {
    fn put(&mut self, text: &str) -> io::Result<()>;
    fn let_out(&mut self) -> io::Result<()>;
}

impl ReportSink for Output {
    fn put(&mut self, text: &str) -> io::Result<()> {
        self.write(text)
    }

    fn let_out(&mut self) -> io::Result<()> {
        self.flush()
    }
}

impl ReportSink for Vec<u8> {
    fn put(&mut self, text: &str) -> io::Result<()> {
        self.write_all(text.as_bytes())
    }

    fn let_out(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Compares the texts of each set on all cores, and prints what comes of it in the order of the sets.
fn print(
    asked: &ConcordArguments,
    sets: &[TextSet<'_>],
    tally: &mut ConcordTally,
    sink: &mut dyn ReportSink,
) -> io::Result<()> {
    let to_terminal = asked.output.is_none();
    let report: Box<dyn ConcordReport> = match asked.format {
        ConcordFormat::Text => Box::new(text::TextTable::new(asked.all, to_terminal)),
        ConcordFormat::Json => Box::new(JsonLines { locale: locale() }),
        ConcordFormat::Html => Box::new(HtmlPage::new(interface())),
    };
    let mut kept = Vec::new();
    for (at, some) in sets.chunks(AT_ONCE * rayon::current_num_threads()).enumerate() {
        let first = at * AT_ONCE * rayon::current_num_threads();
        let one = |(at, set): (usize, &TextSet<'_>)| {
            if stop::asked() {
                return None;
            }
            // A mistake in the program costs the set that brought it out, not the run.
            let printed = catch_unwind(AssertUnwindSafe(|| report.set(&SetView::of(set), first + at)));
            Some(printed.map_err(|_| about(&set.name(), &format::failed())))
        };
        let printed: Vec<_> = some.par_iter().enumerate().map(one).collect();
        let _whole = stop::writing();
        for printed in printed.into_iter().flatten() {
            match printed {
                Ok(printed) => {
                    tally.differences += printed.differences;
                    tally.differing += usize::from(printed.differences > 0);
                    if report.is_whole() {
                        kept.push(printed);
                    } else {
                        sink.put(&printed.text)?;
                    }
                }
                Err(sentence) => {
                    tally.failed += 1;
                    sink.let_out()?;
                    complain(&sentence);
                }
            }
        }
        sink.let_out()?;
    }
    sink.put(&report.head(&kept))?;
    kept.iter().try_for_each(|PrintedSet { text, .. }| sink.put(text))?;
    sink.put(&report.tail(tally))?;
    sink.let_out()
}

/// Makes a file that isn't there yet; says why not, where it can't.
fn write(path: &Path, page: &[u8]) -> bool {
    let made = OpenOptions::new().write(true).create_new(true).open(path).and_then(|mut file| file.write_all(page));
    let Err(error) = made else { return true };
    let told = match error.kind() {
        io::ErrorKind::AlreadyExists => there_already(),
        _ => not_written(error.to_string()),
    };
    complain(&about(&path.display().to_string(), &told));
    false
}

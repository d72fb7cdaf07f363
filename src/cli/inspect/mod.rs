//! `rapporteur inspect`: the structure that was read of a text.

pub mod outline;

use std::io;

use clap::ValueEnum;
use rapporteur::draft::Draft;
use rapporteur::report::structure_json;

use super::configs::Configs;
use super::output::{self, Output};
use super::texts::{Answer, InputText, RunTally, TextFailure, answer_all};
use super::{ExitOutcome, InspectArguments};

/// A way to print a structure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum InspectFormat {
    /// For people: an outline.
    Text,
    /// For programs: one JSON object a line and file.
    Json,
}

/// Reads what was asked and prints its structure.
pub fn run(asked: &InspectArguments) -> ExitOutcome {
    let mut tally = RunTally::default();
    let written = print(asked, &mut tally);
    output::ending(written, if tally.failed > 0 { ExitOutcome::Failed } else { ExitOutcome::Clean })
}

fn print(asked: &InspectArguments, tally: &mut RunTally) -> io::Result<()> {
    let mut output = Output::new();
    let configs = Configs::of_paths(&asked.paths);
    let (separator, print): (_, fn(&InputText, &Draft) -> String) = match asked.format {
        InspectFormat::Text => ("\n", outline::print),
        InspectFormat::Json => ("", |text, draft| structure_json(&text.name, &text.source, draft)),
    };
    answer_all(&asked.paths, asked.changes.state(), separator, &mut output, tally, |text| {
        let settled = configs.of(&text.folder);
        let settled =
            settled.as_ref().as_ref().map_err(|sentences| TextFailure { sentence: sentences.clone(), once: true })?;
        let read_as = configs.applied(settled, text).read_as();
        let printed = print(text, &Draft::read_with(&text.source.text, read_as, &text.source.hints));
        Ok(Answer { printed, ..Answer::default() })
    })
}

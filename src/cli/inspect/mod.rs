//! `rapporteur inspect`: the structure that was read of a text.

mod json;
mod outline;

use std::io;

use clap::ValueEnum;
use rapporteur::draft::Draft;

use super::configs::Configs;
use super::output::{self, Output};
use super::texts::{Answer, Failure, InputText, Tally, answer_all};
use super::{Ending, Inspect};

/// A way to print a structure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people: an outline.
    Text,
    /// For programs: one JSON object a line and file.
    Json,
}

/// Reads what was asked and prints its structure.
pub fn run(asked: &Inspect) -> Ending {
    let mut tally = Tally::default();
    let written = print(asked, &mut tally);
    output::ending(written, if tally.failed > 0 { Ending::Failed } else { Ending::Clean })
}

fn print(asked: &Inspect, tally: &mut Tally) -> io::Result<()> {
    let mut output = Output::new();
    let configs = Configs::of_paths(&asked.paths);
    let (separator, print): (_, fn(&InputText, &Draft) -> String) = match asked.format {
        Format::Text => ("\n", outline::print),
        Format::Json => ("", json::print),
    };
    answer_all(&asked.paths, separator, &mut output, tally, |text| {
        let settled = configs.of(&text.folder);
        let settled =
            settled.as_ref().as_ref().map_err(|sentences| Failure { sentence: sentences.clone(), once: true })?;
        let read_as = configs.applied(settled, text).read_as();
        let printed = print(text, &Draft::read_with(&text.source.text, read_as, &text.source.hints));
        Ok(Answer { printed, ..Answer::default() })
    })
}

//! `rapporteur schema`: the form of what commands print as JSON, for programs that read it.

use clap::{Args, ValueEnum};

use super::{ExitOutcome, output};

#[derive(Debug, Args)]
pub struct SchemaArguments {
    /// The command whose output is meant.
    #[arg(value_enum, value_name = "COMMAND")]
    command: DescribedCommand,
}

/// A command whose JSON is described.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum DescribedCommand {
    /// Of `rapporteur check --format json`: a line for each finding.
    Check,
    /// Of `rapporteur inspect --format json`: a line for each text.
    Inspect,
}

/// Prints the schema of one line.
pub fn run(asked: &SchemaArguments) -> ExitOutcome {
    let schema = match asked.command {
        DescribedCommand::Check => include_str!("../../docs/schemas/check.schema.json"),
        DescribedCommand::Inspect => include_str!("../../docs/schemas/inspect.schema.json"),
    };
    output::print(schema, ExitOutcome::Clean)
}

//! `rapporteur library export`.

use std::io::{BufWriter, Write, stdout};

use rapporteur::library::store::export::{self, ExportFailure};
use rapporteur::library::store::{Store, StoreProblem};

use super::super::ExitOutcome;
use super::ExportFormat;
use super::list::ended;

/// Writes the library to standard output.
pub fn run(store: &Store, format: ExportFormat) -> Result<ExitOutcome, StoreProblem> {
    let mut out = BufWriter::new(stdout().lock());
    let written = match format {
        ExportFormat::Json => export::json_lines(store, &mut out),
        ExportFormat::Csv => export::table(store, &mut out),
    };
    ended(written.and_then(|()| out.flush().map_err(ExportFailure::from)), || ExitOutcome::Clean)
}

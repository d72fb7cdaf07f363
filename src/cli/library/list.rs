//! `rapporteur library list`.

use rapporteur::library::record::StoredRecord;
use rapporteur::library::store::export::ExportFailure;
use rapporteur::library::store::{Store, StoreProblem};

use super::super::interface::{interface, locale};
use super::super::output::{self, Output};
use super::super::{ExitOutcome, complain};
use super::{LibraryFormat, show};

rapporteur::messages! {
    "cli.library-list":
    instruments(count: count, tables: count) =
        "{count, plural, one {{count} instrument} other {{count} instruments}} out of {tables, plural, one {{tables} \
         table} other {{tables} tables}}.";
}

/// Lists all instruments.
pub fn run(store: &Store, format: LibraryFormat) -> Result<ExitOutcome, StoreProblem> {
    let mut output = Output::new();
    let mut count = 0_usize;
    let listed = store.each(|record| {
        count += 1;
        Ok::<_, ExportFailure>(output.write(&match format {
            LibraryFormat::Text => line(&record),
            LibraryFormat::Json => show::json(&record),
        })?)
    });
    let tables = store.tables()?;
    ended(listed.and_then(|()| Ok(output.flush()?)), || {
        if format == LibraryFormat::Text {
            complain(&instruments(count, tables).text(locale()));
        }
        ExitOutcome::Clean
    })
}

/// How a long output ended.
pub fn ended(
    written: Result<(), ExportFailure>,
    otherwise: impl FnOnce() -> ExitOutcome,
) -> Result<ExitOutcome, StoreProblem> {
    match written {
        Ok(()) => Ok(otherwise()),
        Err(ExportFailure::Problem(problem)) => Err(problem),
        Err(ExportFailure::Output(error)) => Ok(output::ending(Err(error), ExitOutcome::Clean)),
    }
}

/// An instrument in a line: symbol, date, title.
pub fn line(record: &StoredRecord) -> String {
    let date = record.adoption_date().map_or_else(|| " ".repeat(10), show::date);
    let title = record.title(interface()).map(|(_, said)| said.value.to_string()).unwrap_or_default();
    format!("{:20}  {date}  {title}", record.symbol).trim_end().to_owned() + "\n"
}

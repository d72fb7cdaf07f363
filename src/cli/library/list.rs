//! `rapporteur library list`.

use rapporteur::language::ENGLISH;
use rapporteur::library::record::Record;
use rapporteur::library::store::export::Failure;
use rapporteur::library::store::{Problem, Store};

use super::super::output::{self, Output};
use super::super::{Ending, complain};
use super::{Format, show};

/// Lists all instruments.
pub fn run(store: &Store, format: Format) -> Result<Ending, Problem> {
    let mut output = Output::new();
    let mut count = 0;
    let listed = store.each(|record| {
        count += 1;
        Ok::<_, Failure>(output.write(&match format {
            Format::Text => line(&record),
            Format::Json => show::json(&record),
        })?)
    });
    let tables = store.tables()?;
    ended(listed.and_then(|()| Ok(output.flush()?)), || {
        if format == Format::Text {
            let instruments = if count == 1 { "instrument" } else { "instruments" };
            let tables = if tables == 1 { "1 table".to_owned() } else { format!("{tables} tables") };
            complain(&format!("{count} {instruments} out of {tables}."));
        }
        Ending::Clean
    })
}

/// How a long output ended.
pub fn ended(written: Result<(), Failure>, otherwise: impl FnOnce() -> Ending) -> Result<Ending, Problem> {
    match written {
        Ok(()) => Ok(otherwise()),
        Err(Failure::Problem(problem)) => Err(problem),
        Err(Failure::Output(error)) => Ok(output::ending(Err(error), Ending::Clean)),
    }
}

/// An instrument in a line: symbol, date, title.
pub fn line(record: &Record) -> String {
    let date = record.adoption_date().map_or_else(|| " ".repeat(10), show::date);
    let title = record.title(ENGLISH).map(|(_, said)| said.value.to_string()).unwrap_or_default();
    format!("{:20}  {date}  {title}", record.symbol).trim_end().to_owned() + "\n"
}

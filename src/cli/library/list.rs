//! `rapporteur library list`.

use rapporteur::draft::Date;
use rapporteur::library::record::{RecordedTitle, StoredRecord};
use rapporteur::library::register::InstrumentRegister;
use rapporteur::library::store::StoreProblem;
use rapporteur::library::store::export::ExportFailure;
use rapporteur::symbol::Symbol;

use super::super::interface::{interface, locale};
use super::super::output::{self, Output};
use super::super::{ExitOutcome, complain};
use super::show::{self, ShownInstrument};
use super::{LibraryFormat, OpenLibrary};

rapporteur::messages! {
    "cli.library-list":
    instruments(count: count, tables: count) =
        "{count, plural, one {{count} instrument} other {{count} instruments}} out of {tables, plural, one {{tables} \
         table} other {{tables} tables}}.";
    built_in(count: count) =
        "{count, plural, one {{count} instrument is} other {{count} instruments are}} built in.";
}

/// Lists the instruments of the library; those that are built in where there is no library, or where `all` are asked for.
pub fn run(library: &OpenLibrary, all: bool, format: LibraryFormat) -> Result<ExitOutcome, StoreProblem> {
    let mut output = Output::new();
    let mut count = 0_usize;
    let mut imported: Vec<Symbol> = Vec::new();
    let mut listed = Ok(());
    if let Some(store) = &library.store {
        store
            .each(|record| {
                count += 1;
                imported.push(record.symbol);
                Ok::<_, ExportFailure>(())
            })
            .or_else(|failure| match failure {
                ExportFailure::Problem(problem) => Err(problem),
                ExportFailure::Output(_) => Ok(()),
            })?;
    }
    let mut print = |symbol: &Symbol| -> Result<(), ExportFailure> {
        let shown = ShownInstrument::of(library, symbol).map_err(ExportFailure::Problem)?;
        let text = match format {
            LibraryFormat::Text => shown_line(&shown),
            LibraryFormat::Json => show::json(&shown),
        };
        Ok(output.write(&text)?)
    };
    for symbol in &imported {
        listed = listed.and_then(|()| print(symbol));
    }
    imported.sort();
    let mut built_in_count = 0_usize;
    if all || library.store.is_none() {
        let symbols = InstrumentRegister::built_in().entries().map(|entry| entry.symbol().clone());
        for symbol in symbols.filter(|symbol| imported.binary_search(symbol).is_err()) {
            built_in_count += 1;
            listed = listed.and_then(|()| print(&symbol));
        }
    }
    let tables = library.store.as_ref().map(|store| store.tables()).transpose()?;
    ended(listed.and_then(|()| Ok(output.flush()?)), || {
        if format == LibraryFormat::Text {
            let imported = tables.map(|tables| instruments(count, tables));
            let built_in = (built_in_count > 0).then(|| built_in(built_in_count));
            complain(&locale().sentences(imported.into_iter().chain(built_in)));
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

/// As [`line`], of what is imported or built in.
fn shown_line(shown: &ShownInstrument) -> String {
    let (title, date) = shown.title_and_date();
    in_line(shown.symbol(), date, title)
}

/// An instrument in a line: symbol, date, title.
pub fn line(record: &StoredRecord) -> String {
    in_line(&record.symbol, record.adoption_date(), record.title(interface()).map(|(_, said)| &said.value))
}

fn in_line(symbol: &Symbol, date: Option<Date>, title: Option<&RecordedTitle>) -> String {
    let date = date.map_or_else(|| " ".repeat(10), Date::iso);
    let title = title.map(ToString::to_string).unwrap_or_default();
    format!("{symbol:20}  {date}  {title}").trim_end().to_owned() + "\n"
}

//! `rapporteur library cites`.

use rapporteur::library::store::{Store, StoreProblem};
use rapporteur::messages::Argument;
use rapporteur::symbol::Symbol;
use serde_json::json;

use super::super::interface::locale;
use super::super::{ExitOutcome, complain, output};
use super::{LibraryFormat, list, meant};

rapporteur::messages! {
    "cli.library-cites":
    none(named: list) = "The library doesn't tell of any instrument that cites {named}.";
    these(count: count) =
        "{count, plural, one {This is the one that the tables tell of.} other {These are the ones that the tables tell \
         of.}}";
    there_may_be_more() =
        "Tables hold titles, not texts, so there may be more: open the folder with the texts in your editor to see what \
         they cite.";
}

/// Says which instruments cite an instrument, as far as tables tell.
pub fn run(store: &Store, format: LibraryFormat, text: &str) -> Result<ExitOutcome, StoreProblem> {
    let Some(symbols) = meant(store, text)? else { return Ok(ExitOutcome::Failed) };
    let (mut printed, mut found) = (String::new(), 0);
    for symbol in &symbols {
        let said = store.citing(symbol)?;
        let mut titled = store.cited_in_titles(symbol)?;
        titled.retain(|other| other != symbol && !said.contains(other));
        found += said.len() + titled.len();
        printed.push_str(&list_of(store, format, symbol, &said, "say")?);
        printed.push_str(&list_of(store, format, symbol, &titled, "title")?);
    }
    if format == LibraryFormat::Text {
        let named = symbols.iter().map(|symbol| Argument::Symbol(symbol.to_string().into())).collect();
        let what = if found == 0 { none(named) } else { these(found) };
        complain(&locale().sentences([what, there_may_be_more()]));
    }
    Ok(output::print(&printed, if found > 0 { ExitOutcome::Clean } else { ExitOutcome::Found }))
}

/// The instruments that cite `symbol`; `by` says how that is known: a table says so, or their title does.
fn list_of(
    store: &Store,
    format: LibraryFormat,
    symbol: &Symbol,
    citing: &[Symbol],
    by: &str,
) -> Result<String, StoreProblem> {
    let mut printed = String::new();
    for other in citing {
        match format {
            LibraryFormat::Text => printed.extend(store.record(other)?.map(|record| list::line(&record))),
            LibraryFormat::Json => {
                let object = json!({ "symbol": other.to_string(), "cites": symbol.to_string(), "by": by });
                printed.push_str(&format!("{object}\n"));
            }
        }
    }
    Ok(printed)
}

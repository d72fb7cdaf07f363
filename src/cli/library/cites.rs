//! `rapporteur library cites`.

use rapporteur::library::store::{Problem, Store};
use rapporteur::symbol::Symbol;
use serde_json::json;

use super::super::{Ending, complain};
use super::{Format, list, meant, print};

/// Says which instruments cite an instrument, as far as tables tell.
pub fn run(store: &Store, format: Format, text: &str) -> Result<Ending, Problem> {
    let Some(symbols) = meant(store, text)? else { return Ok(Ending::Failed) };
    let (mut printed, mut found) = (String::new(), 0);
    for symbol in &symbols {
        let said = store.citing(symbol)?;
        let mut titled = store.cited_in_titles(symbol)?;
        titled.retain(|other| other != symbol && !said.contains(other));
        found += said.len() + titled.len();
        printed.push_str(&list_of(store, format, symbol, &said, "say")?);
        printed.push_str(&list_of(store, format, symbol, &titled, "title")?);
    }
    if format == Format::Text {
        let named = symbols.iter().map(Symbol::to_string).collect::<Vec<_>>().join(", ");
        let what = match found {
            0 => format!("The library doesn't tell of any instrument that cites {named}."),
            1 => "This is the one that the tables tell of.".to_owned(),
            _ => "These are the ones that the tables tell of.".to_owned(),
        };
        complain(&format!(
            "{what} Tables hold titles, not texts, so there may be more: open the folder with the texts in your editor \
             to see what they cite."
        ));
    }
    Ok(print(&printed, if found > 0 { Ending::Clean } else { Ending::Found }))
}

/// The instruments that cite `symbol`; `by` says how that is known: a table says so, or their title does.
fn list_of(store: &Store, format: Format, symbol: &Symbol, citing: &[Symbol], by: &str) -> Result<String, Problem> {
    let mut printed = String::new();
    for other in citing {
        match format {
            Format::Text => printed.extend(store.record(other)?.map(|record| list::line(&record))),
            Format::Json => {
                let object = json!({ "symbol": other.to_string(), "cites": symbol.to_string(), "by": by });
                printed.push_str(&format!("{object}\n"));
            }
        }
    }
    Ok(printed)
}

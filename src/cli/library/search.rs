//! `rapporteur library search`.

use rapporteur::language;
use rapporteur::library::store::{Hit, Store, StoreProblem};
use serde_json::json;

use super::super::{ExitOutcome, complain};
use super::{LibraryFormat, print};

/// Finds instruments by words of their titles.
pub fn run(
    store: &Store,
    format: LibraryFormat,
    code: &str,
    limit: usize,
    words: &str,
) -> Result<ExitOutcome, StoreProblem> {
    let Some(language) = language::ALL.into_iter().find(|language| language.code == code) else {
        let codes: Vec<&str> = language::ALL.iter().map(|language| language.code).collect();
        complain(&format!("“{code}” is none of the six languages: {}.", codes.join(", ")));
        return Ok(ExitOutcome::Failed);
    };
    let hits = store.search(words, language, limit)?;
    if hits.is_empty() {
        complain(&format!("No instrument in the library has “{words}” in its title, or as its number."));
        return Ok(ExitOutcome::Found);
    }
    let printed = hits.iter().map(|hit| match format {
        LibraryFormat::Text => line(hit),
        LibraryFormat::Json => {
            let title = hit.title.as_ref();
            let (text, kind) = (title.map(|title| &title.text), title.map(|title| title.kind.code()));
            let object =
                json!({ "symbol": hit.symbol.to_string(), "language": hit.language, "title": text, "kind": kind });
            format!("{object}\n")
        }
    });
    Ok(print(&printed.collect::<String>(), ExitOutcome::Clean))
}

/// An instrument in a line: symbol and title.
fn line(hit: &Hit) -> String {
    let title = hit.title.as_ref().map(ToString::to_string).unwrap_or_default();
    format!("{:20}  {title}", hit.symbol).trim_end().to_owned() + "\n"
}

//! `rapporteur library search`.

use rapporteur::library::known;
use rapporteur::library::record::{RecordedTitle, TitleKind};
use rapporteur::library::register::InstrumentRegister;
use rapporteur::library::store::{Hit, StoreProblem};
use serde_json::json;

use super::super::interface::locale;
use super::super::named_language::named_language;
use super::super::{ExitOutcome, complain, output};
use super::{LibraryFormat, OpenLibrary};

rapporteur::messages! {
    "cli.library-search":
    nothing_found(words: quote) = "No instrument that is known has “{words}” in its title, or as its number.";
}

/// Finds instruments by words of their titles.
pub fn run(
    library: &OpenLibrary,
    format: LibraryFormat,
    code: &str,
    limit: usize,
    words: &str,
) -> Result<ExitOutcome, StoreProblem> {
    let language = match named_language(code) {
        Ok(language) => language,
        Err(sentence) => {
            complain(&sentence);
            return Ok(ExitOutcome::Failed);
        }
    };
    let mut hits = match &library.store {
        Some(store) => store.search(words, language, limit)?,
        None => Vec::new(),
    };
    let register = InstrumentRegister::built_in();
    let known = known::search(words).into_iter().filter_map(known::WellKnownInstrument::symbol);
    for symbol in register.numbered(words, limit).into_iter().chain(known).chain(register.titled(words, limit)) {
        if hits.len() < limit && !hits.iter().any(|hit| hit.symbol == symbol) {
            let about = library.about(&symbol);
            let (of, title) = about.title(language).map(|(of, fact)| (of.code, fact.value.clone())).unzip();
            // What is annexed has a name where the document has none.
            let held = || {
                Some(RecordedTitle { text: about.holds.first()?.title(language)?.to_owned(), kind: TitleKind::Full })
            };
            hits.push(Hit { symbol, title: title.or_else(held), language: of });
        }
    }
    if hits.is_empty() {
        complain(&nothing_found(words).text(locale()));
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
    Ok(output::print(&printed.collect::<String>(), ExitOutcome::Clean))
}

/// An instrument in a line: symbol and title.
fn line(hit: &Hit) -> String {
    let title = hit.title.as_ref().map(ToString::to_string).unwrap_or_default();
    format!("{:20}  {title}", hit.symbol).trim_end().to_owned() + "\n"
}

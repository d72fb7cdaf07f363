//! A line over a draft's title: how many texts here cite it.

use serde_json::json;
use tower_lsp::ls_types::{CodeLens, Command};

use super::convert;
use super::desk::View;

/// What a client runs that shows references when one clicks: it is given the document and the place.
const SHOW: &str = "rapporteur.showReferences";

/// The line over the title; none where nothing cites it.
pub fn lenses(view: &View) -> Option<Vec<CodeLens>> {
    let reading = view.document.reading()?;
    let draft = &reading.draft;
    let (Some(symbol), Some(title)) = (&draft.symbol, &draft.title) else { return Some(Vec::new()) };
    let count = view.desk.library.citing_count(symbol, view.document.path().as_deref());
    if count == 0 {
        return Some(Vec::new());
    }
    // Where the draft says its own number, references are asked for.
    let masthead = || draft.citations.iter().find(|cited| cited.symbol == *symbol).map(|cited| cited.range.start);
    let number = title.number.as_ref().map(|number| number.start);
    let number =
        convert::range(&view.document, &(number.or_else(masthead).unwrap_or(title.range.start)..title.range.end));
    let range = convert::range(&view.document, &title.range);
    let command = if view.features.showing_references {
        Command {
            title: (draft.language.telling.cited_here)(count),
            command: SHOW.to_owned(),
            arguments: Some(vec![json!(view.document.uri), json!(number.start)]),
        }
    } else {
        Command { title: (draft.language.telling.cited_here)(count), command: String::new(), arguments: None }
    };
    Some(vec![CodeLens { range, command: Some(command), data: None }])
}

//! `textDocument/codeLens`: lines over a draft's title that say how many texts here cite it, and what changed since the text
//! that it was made of.

use std::sync::Arc;

use serde_json::json;
use tower_lsp::jsonrpc::Result;
use tower_lsp::ls_types::{CodeLens, CodeLensParams, Command};

use crate::server::commands::SHOW_CHANGES;
use crate::server::state::{EditorSession, RequestContext};
use crate::server::{changes, citing_texts, to_proto, worker};

/// Answers the request.
pub async fn handle(session: &Arc<EditorSession>, params: CodeLensParams) -> Result<Option<Vec<CodeLens>>> {
    let request = session.request(&params.text_document.uri)?;
    worker::run(move || lenses(&request)).await
}

crate::messages! {
    "server.code-lens":
    cited_in_places(texts: count, places: count) =
        "Cited by {texts, plural, one {one text} other {{texts} texts}} here, in {places, plural, one {one place} other \
         {{places} places}}";
}

/// What a client runs that shows references when one clicks: it is given the document and the place.
const SHOW: &str = "rapporteur.showReferences";

/// The lines over the title.
fn lenses(request: &RequestContext) -> Option<Vec<CodeLens>> {
    Some(changed(request).into_iter().chain(cited(request)).collect())
}

/// What changed; `None` where there is no earlier text.
fn changed(request: &RequestContext) -> Option<CodeLens> {
    let reading = request.document.reading()?;
    let title = reading.draft.title.as_ref()?;
    let changes = changes::of(request)?;
    let command = Command {
        title: changes.revision.since(&changes.name).text(request.locale()),
        command: SHOW_CHANGES.to_owned(),
        arguments: Some(vec![json!(request.document.key())]),
    };
    Some(CodeLens { range: to_proto::range(&request.document, &title.range), command: Some(command), data: None })
}

/// How many texts cite the draft; `None` where none does.
fn cited(request: &RequestContext) -> Option<CodeLens> {
    let reading = request.document.reading()?;
    let draft = &reading.draft;
    let (Some(symbol), Some(titled)) = (&draft.symbol, &draft.title) else { return None };
    let all = citing_texts::of(&request.session.library, &request.open, symbol);
    let others = || all.iter().filter(|text| text.uri != *request.document.key());
    let (texts, places) = (others().count(), others().map(|text| text.places.len()).sum::<usize>());
    if texts == 0 {
        return None;
    }
    // What one sees when one clicks are the places.
    let title = match texts == places {
        true => (request.interface().telling.cited_here)(texts),
        false => cited_in_places(texts, places).text(request.locale()),
    };
    // Where the draft says its own number, references are asked for.
    let masthead = || draft.citations.iter().find(|cited| cited.symbol == *symbol).map(|cited| cited.range.start);
    let number = titled.number.as_ref().map(|number| number.start);
    let number =
        to_proto::range(&request.document, &(number.or_else(masthead).unwrap_or(titled.range.start)..titled.range.end));
    let range = to_proto::range(&request.document, &titled.range);
    let command = if request.features.showing_references {
        Command {
            title,
            command: SHOW.to_owned(),
            arguments: Some(vec![json!(request.document.key()), json!(number.start)]),
        }
    } else {
        Command { title, command: String::new(), arguments: None }
    };
    Some(CodeLens { range, command: Some(command), data: None })
}

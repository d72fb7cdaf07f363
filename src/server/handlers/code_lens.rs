//! `textDocument/codeLens`: lines over a draft's title that say how many texts here cite it, and what changed since the text
//! that it was made of.

use std::sync::Arc;

use serde_json::json;
use tower_lsp::jsonrpc::Result;
use tower_lsp::ls_types::{CodeLens, CodeLensParams, Command};

use crate::server::commands::SHOW_CHANGES;
use crate::server::state::{EditorSession, RequestContext};
use crate::server::{changes, to_proto, worker};

/// Answers the request.
pub async fn handle(session: &Arc<EditorSession>, params: CodeLensParams) -> Result<Option<Vec<CodeLens>>> {
    let request = session.request(&params.text_document.uri)?;
    worker::run(move || lenses(&request)).await
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
    let (Some(symbol), Some(title)) = (&draft.symbol, &draft.title) else { return None };
    let count = request.session.library.citing_count(symbol, request.document.path());
    if count == 0 {
        return None;
    }
    // Where the draft says its own number, references are asked for.
    let masthead = || draft.citations.iter().find(|cited| cited.symbol == *symbol).map(|cited| cited.range.start);
    let number = title.number.as_ref().map(|number| number.start);
    let number =
        to_proto::range(&request.document, &(number.or_else(masthead).unwrap_or(title.range.start)..title.range.end));
    let range = to_proto::range(&request.document, &title.range);
    let command = if request.features.showing_references {
        Command {
            title: (request.interface().telling.cited_here)(count),
            command: SHOW.to_owned(),
            arguments: Some(vec![json!(request.document.key()), json!(number.start)]),
        }
    } else {
        Command { title: (request.interface().telling.cited_here)(count), command: String::new(), arguments: None }
    };
    Some(CodeLens { range, command: Some(command), data: None })
}

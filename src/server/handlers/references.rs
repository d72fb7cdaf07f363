//! `textDocument/references`: where the thing at a place is mentioned.

use std::sync::Arc;

use tower_lsp::jsonrpc::Result;
use tower_lsp::ls_types::{Location, Position, ReferenceParams, TextDocumentPositionParams};

use crate::assist;
use crate::server::state::{EditorSession, RequestContext};
use crate::server::{citing_texts, queries, text_address, to_proto, worker};
use crate::source::FileFormat;

/// Answers the request.
pub async fn handle(session: &Arc<EditorSession>, params: ReferenceParams) -> Result<Option<Vec<Location>>> {
    let TextDocumentPositionParams { text_document, position } = params.text_document_position;
    let request = session.request(&text_document.uri)?;
    let with_declaration = params.context.include_declaration;
    worker::run(move || references(&request, position, with_declaration)).await
}

/// Where the thing at a place is mentioned: in this draft, and in all texts of the workspace if it is an instrument.
fn references(request: &RequestContext, place: Position, declaration: bool) -> Option<Vec<Location>> {
    let found = queries::ask(request, place, |params| assist::references(params, declaration))?;
    let mut locations: Vec<_> = found.here.iter().map(|range| to_proto::location(&request.document, range)).collect();
    if let Some(symbol) = found.symbol {
        let citing = citing_texts::of(&request.session.library, &request.open, &symbol).into_iter();
        for text in citing.filter(|text| text.uri != *request.document.key()) {
            // Of a document that is no text, its page.
            let document = text.path.as_deref().filter(|path| FileFormat::is_document(path));
            let page = document.and_then(|path| text_address::of(request, path, None));
            let uri = page.unwrap_or(text.uri);
            locations.extend(text.places.into_iter().map(|place| Location::new(uri.clone(), place)));
        }
    }
    Some(locations)
}

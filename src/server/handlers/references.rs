//! `textDocument/references`: where the thing at a place is mentioned.

use std::sync::Arc;

use tower_lsp::jsonrpc::Result;
use tower_lsp::ls_types::{Location, Position, ReferenceParams, TextDocumentPositionParams};

use crate::assist;
use crate::server::state::{EditorSession, RequestContext};
use crate::server::{citing_texts, queries, to_proto, worker};

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
            locations.extend(text.places.into_iter().map(|place| Location::new(text.uri.clone(), place)));
        }
    }
    Some(locations)
}

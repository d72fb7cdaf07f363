//! `textDocument/implementation`: the same paragraph in all other language versions.

use std::sync::Arc;

use tower_lsp::jsonrpc::Result;
use tower_lsp::ls_types::request::{GotoImplementationParams, GotoImplementationResponse};
use tower_lsp::ls_types::{Position, TextDocumentPositionParams};

use crate::server::state::{EditorSession, RequestContext};
use crate::server::versions::{self, AskedAt};
use crate::server::{from_proto, worker};

/// Answers the request.
pub async fn handle(
    session: &Arc<EditorSession>,
    params: GotoImplementationParams,
) -> Result<Option<GotoImplementationResponse>> {
    let TextDocumentPositionParams { text_document, position } = params.text_document_position_params;
    let request = session.request(&text_document.uri)?;
    worker::run(move || implementation(&request, position)).await
}

fn implementation(request: &RequestContext, place: Position) -> Option<GotoImplementationResponse> {
    let byte = from_proto::byte(&request.document, place);
    let counterparts = versions::counterparts(request, byte, AskedAt::Anywhere)?;
    versions::answer(request, &counterparts.subject, &counterparts.places, request.features.implementation_links)
}

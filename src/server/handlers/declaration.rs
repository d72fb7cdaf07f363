//! `textDocument/declaration`: the same paragraph in the next language version.

use std::sync::Arc;

use tower_lsp::jsonrpc::Result;
use tower_lsp::ls_types::request::{GotoDeclarationParams, GotoDeclarationResponse};
use tower_lsp::ls_types::{Position, TextDocumentPositionParams};

use crate::server::state::{EditorSession, RequestContext};
use crate::server::versions::{self, AskedAt};
use crate::server::{from_proto, worker};

/// Answers the request.
pub async fn handle(
    session: &Arc<EditorSession>,
    params: GotoDeclarationParams,
) -> Result<Option<GotoDeclarationResponse>> {
    let TextDocumentPositionParams { text_document, position } = params.text_document_position_params;
    let request = session.request(&text_document.uri)?;
    worker::run(move || declaration(&request, position)).await
}

fn declaration(request: &RequestContext, place: Position) -> Option<GotoDeclarationResponse> {
    let byte = from_proto::byte(&request.document, place);
    let counterparts = versions::counterparts(request, byte, AskedAt::Anywhere)?;
    let next = counterparts.places.first()?;
    versions::answer(request, &counterparts.subject, std::slice::from_ref(next), request.features.declaration_links)
}

//! `textDocument/documentHighlight`: what belongs to the thing at a place, in its document.

use std::ops::Range;
use std::sync::Arc;

use tower_lsp::jsonrpc::Result;
use tower_lsp::ls_types::{
    DocumentHighlight, DocumentHighlightKind, DocumentHighlightParams, Position, TextDocumentPositionParams,
};

use crate::assist;
use crate::server::state::{EditorSession, RequestContext};
use crate::server::{from_proto, queries, to_proto, worker};

/// Answers the request.
pub async fn handle(
    session: &Arc<EditorSession>,
    params: DocumentHighlightParams,
) -> Result<Option<Vec<DocumentHighlight>>> {
    let TextDocumentPositionParams { text_document, position } = params.text_document_position_params;
    let request = session.request(&text_document.uri)?;
    session.move_cursor(&text_document.uri, from_proto::position(position));
    worker::run(move || highlights(&request, position)).await
}

/// What belongs to the thing at a place, in its document.
fn highlights(request: &RequestContext, place: Position) -> Option<Vec<DocumentHighlight>> {
    let found = queries::ask(request, place, assist::highlights)?;
    let shown = |range: &Range<usize>, kind| DocumentHighlight {
        range: to_proto::range(&request.document, range),
        kind: Some(kind),
    };
    let itself = found.itself.iter().map(|range| shown(range, DocumentHighlightKind::WRITE));
    let mentions = found.mentions.iter().map(|range| shown(range, DocumentHighlightKind::READ));
    let mut all: Vec<DocumentHighlight> = itself.chain(mentions).collect();
    all.sort_by_key(|highlight| highlight.range.start);
    Some(all)
}

//! `rapporteur/counterpart`: where a place stands in all other language versions. The request is none of the protocol's.

use std::sync::Arc;

use tower_lsp::jsonrpc::Result;
use tower_lsp::ls_types::{Position, TextDocumentPositionParams};

use crate::server::state::{EditorSession, RequestContext};
use crate::server::versions::{self, AskedAt, CounterpartAnswer};
use crate::server::{from_proto, worker};

/// Answers the request. Nothing where there are no other versions.
pub async fn handle(
    session: &Arc<EditorSession>,
    params: TextDocumentPositionParams,
) -> Result<Vec<CounterpartAnswer>> {
    let TextDocumentPositionParams { text_document, position } = params;
    let request = session.request(&text_document.uri)?;
    worker::run(move || counterparts(&request, position).unwrap_or_default()).await
}

fn counterparts(request: &RequestContext, place: Position) -> Option<Vec<CounterpartAnswer>> {
    let byte = from_proto::byte(&request.document, place);
    let counterparts = versions::counterparts(request, byte, AskedAt::Anywhere)?;
    Some(counterparts.places.into_iter().map(CounterpartAnswer::from).collect())
}

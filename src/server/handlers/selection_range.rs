//! `textDocument/selectionRange`: what a selection grows to, step by step.

use std::sync::Arc;

use tower_lsp::jsonrpc::Result;
use tower_lsp::ls_types::{Position, Range, SelectionRange, SelectionRangeParams};

use crate::assist;
use crate::server::state::{EditorSession, RequestContext};
use crate::server::{from_proto, to_proto, worker};

/// Answers the request.
pub async fn handle(session: &Arc<EditorSession>, params: SelectionRangeParams) -> Result<Option<Vec<SelectionRange>>> {
    let request = session.request(&params.text_document.uri)?;
    worker::run(move || selections(&request, &params.positions)).await
}

/// What selections at some places grow to.
fn selections(request: &RequestContext, places: &[Position]) -> Option<Vec<SelectionRange>> {
    let reading = request.document.reading()?;
    let grown = places.iter().map(|place| {
        let offset = from_proto::byte(&request.document, *place);
        let ranges = assist::selections(&reading, offset);
        let outer = ranges.iter().rev().fold(None, |parent, range| {
            Some(SelectionRange { range: to_proto::range(&request.document, range), parent: parent.map(Box::new) })
        });
        outer.unwrap_or_else(|| SelectionRange { range: Range::new(*place, *place), parent: None })
    });
    Some(grown.collect())
}

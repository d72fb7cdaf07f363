//! `textDocument/definition`: where the thing at a place is said in full.

use std::sync::Arc;

use tower_lsp::jsonrpc::Result;
use tower_lsp::ls_types::{
    self as lsp, GotoDefinitionParams, GotoDefinitionResponse, Location, LocationLink, Position,
    TextDocumentPositionParams,
};

use crate::assist::{self, Definition};
use crate::server::state::{EditorSession, RequestContext};
use crate::server::{pages, queries, text_address, to_proto, worker};

/// Answers the request.
pub async fn handle(
    session: &Arc<EditorSession>,
    params: GotoDefinitionParams,
) -> Result<Option<GotoDefinitionResponse>> {
    let TextDocumentPositionParams { text_document, position } = params.text_document_position_params;
    let request = session.request(&text_document.uri)?;
    worker::run(move || definition(&request, position)).await
}

/// Where the thing at a place is said in full: one place, or all there are to choose from.
fn definition(request: &RequestContext, place: Position) -> Option<GotoDefinitionResponse> {
    let assist::Definitions { origin, places } = queries::ask(request, place, assist::definitions)?;
    let mut places: Vec<Location> = places.into_iter().filter_map(|place| located(request, place)).collect();
    if request.features.definition_links {
        let origin = to_proto::range(&request.document, &origin);
        let link = |Location { uri, range }| LocationLink {
            origin_selection_range: Some(origin),
            target_uri: uri,
            target_range: range,
            target_selection_range: range,
        };
        return Some(GotoDefinitionResponse::Link(places.into_iter().map(link).collect()));
    }
    match places.len() {
        0 => None,
        1 => places.pop().map(GotoDefinitionResponse::Scalar),
        _ => Some(GotoDefinitionResponse::Array(places)),
    }
}

fn located(request: &RequestContext, place: Definition) -> Option<Location> {
    match place {
        Definition::Here(range) => Some(to_proto::location(&request.document, &range)),
        Definition::There { path, reading, range } => {
            let uri = text_address::of(request, &path, Some(&reading.text))?;
            Some(Location::new(uri, to_proto::span(&reading.spans(request.document.encoding)(&range))))
        }
        Definition::Card(_) if !request.keeps_pages() => None,
        Definition::Card(card) => {
            Some(Location::new(pages::address_of(&request.session, &card)?, lsp::Range::default()))
        }
    }
}

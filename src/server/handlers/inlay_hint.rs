//! `textDocument/inlayHint`: titles behind the bare numbers of what is cited.

use std::sync::Arc;

use tower_lsp::jsonrpc::Result;
use tower_lsp::ls_types::{InlayHint, InlayHintLabel, InlayHintParams, InlayHintTooltip, Range};

use crate::assist;
use crate::server::state::{EditorSession, RequestContext};
use crate::server::{from_proto, to_proto, worker};

/// Answers the request.
pub async fn handle(session: &Arc<EditorSession>, params: InlayHintParams) -> Result<Option<Vec<InlayHint>>> {
    let request = session.request(&params.text_document.uri)?;
    worker::run(move || hints(&request, params.range)).await
}

/// The titles of what is cited by its number alone between two places, where the user wants to see them.
fn hints(request: &RequestContext, within: Range) -> Option<Vec<InlayHint>> {
    if !request.settings.editor.hints {
        return None;
    }
    let reading = request.document.reading()?;
    let within = from_proto::bytes(&request.document, within);
    let EditorSession { library, authority, .. } = &*request.session;
    let hints = assist::hints(&reading, library, authority, &within);
    let hints = hints.into_iter().map(|hint| InlayHint {
        position: to_proto::range(&request.document, &(hint.at..hint.at)).start,
        label: InlayHintLabel::String(hint.title),
        kind: None,
        text_edits: None,
        tooltip: Some(InlayHintTooltip::String(hint.whole)),
        padding_left: Some(true),
        // Before a space or a mark there is room enough.
        padding_right: Some(hint.glued),
        data: None,
    });
    Some(hints.collect())
}

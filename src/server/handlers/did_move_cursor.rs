//! `rapporteur/didMoveCursor`: the cursor goes elsewhere. The notification is none of the protocol's.

use std::sync::Arc;

use tower_lsp::ls_types::TextDocumentPositionParams;

use crate::server::from_proto;
use crate::server::state::EditorSession;

/// Takes in where the cursor went.
pub fn handle(session: &Arc<EditorSession>, params: &TextDocumentPositionParams) {
    session.move_cursor(&params.text_document.uri, from_proto::position(params.position));
}

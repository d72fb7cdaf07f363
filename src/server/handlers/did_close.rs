//! `textDocument/didClose`: a document is closed.

use std::sync::Arc;

use tower_lsp::ls_types::DidCloseTextDocumentParams;

use crate::server::config_loader;
use crate::server::log::{self, log};
use crate::server::state::EditorSession;

/// Lets the document go.
pub fn handle(session: &Arc<EditorSession>, params: DidCloseTextDocumentParams) {
    let uri = params.text_document.uri;
    let mut state = session.state();
    if state.documents.close(&uri) {
        session.clear(state, uri.clone());
        config_loader::refresh_uri(session, &uri);
        // Its file speaks again.
        session.compare_all_later();
    } else {
        log(&log::closed_unopened(uri.as_str()));
    }
}

//! `textDocument/didSave`: a document is saved.

use std::sync::Arc;

use tower_lsp::ls_types::DidSaveTextDocumentParams;

use crate::server::state::EditorSession;
use crate::server::{config_loader, uri, workspace};

/// Takes note that the writer is done for now, and that the file is another one.
pub fn handle(session: &Arc<EditorSession>, params: DidSaveTextDocumentParams) {
    let uri = params.text_document.uri;
    let left = session.state().documents.get(&uri).is_some_and(|saved| saved.leave());
    if left {
        session.paused(&uri);
    }
    config_loader::refresh_uri(session, &uri);
    workspace::update(session, uri::to_path(&uri).into_iter().collect());
}

//! `textDocument/didChange`: a document is edited.

use std::sync::Arc;

use tower_lsp::ls_types::{DidChangeTextDocumentParams, VersionedTextDocumentIdentifier};

use crate::server::log::{self, log};
use crate::server::state::EditorSession;
use crate::server::{config_loader, from_proto};

/// Applies the edits.
pub fn handle(session: &Arc<EditorSession>, params: DidChangeTextDocumentParams) {
    let VersionedTextDocumentIdentifier { uri, version } = params.text_document;
    let changes = params.content_changes.into_iter().map(from_proto::change);
    let mut state = session.state();
    let before = state.documents.get(&uri).map(|snapshot| snapshot.text.version());
    if let Some(before) = before.filter(|before| version <= *before) {
        // The edit is an edit all the same: to leave it out would put the text out of step for good.
        log(&log::version_behind(uri.as_str(), before.to_string(), version.to_string()));
    }
    match state.documents.change(&uri, version, changes) {
        Some(id) => session.check(&mut state, &uri, id),
        None => log(&log::changed_unopened(uri.as_str())),
    }
    drop(state);
    config_loader::refresh_uri(session, &uri);
}

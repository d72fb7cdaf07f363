//! `workspace/didChangeWatchedFiles`: files are made, changed or removed.

use std::sync::Arc;

use tower_lsp::ls_types::DidChangeWatchedFilesParams;

use crate::server::state::EditorSession;
use crate::server::{config_loader, uri, workspace};

/// Has the files looked at again.
pub fn handle(session: &Arc<EditorSession>, params: DidChangeWatchedFilesParams) {
    let paths: Vec<_> = params.changes.iter().filter_map(|change| uri::to_path(&change.uri)).collect();
    paths.iter().for_each(|path| config_loader::refresh(session, path));
    workspace::update(session, paths);
}

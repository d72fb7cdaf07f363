//! `workspace/didChangeWorkspaceFolders`: other folders are open.

use std::sync::Arc;

use tower_lsp::ls_types::DidChangeWorkspaceFoldersParams;

use crate::server::state::EditorSession;
use crate::server::{config_loader, workspace};

/// Takes the folders in.
pub fn handle(session: &Arc<EditorSession>, params: DidChangeWorkspaceFoldersParams) {
    let removed: Vec<_> = params.event.removed.iter().filter_map(workspace::folder).collect();
    let added: Vec<_> = params.event.added.iter().filter_map(workspace::folder).collect();
    let folders = {
        let mut state = session.state();
        state.folders.retain(|folder| !removed.contains(folder));
        state.folders.extend(added.iter().cloned());
        state.folders.clone()
    };
    config_loader::set_roots(session, &folders);
    // Which folders a file may name depends on all that are open.
    config_loader::load(session, &folders);
    workspace::settle(session);
}

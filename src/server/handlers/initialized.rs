//! `initialized`: the client is ready, and the reading of its folders begins.

use std::sync::Arc;

use crate::server::log::{self, log};
use crate::server::state::EditorSession;
use crate::server::{config_loader, editor_settings, knowledge, pages, tasks, watched_files, workspace};

/// Begins to read what is settled and what lies in the open folders.
pub fn handle(session: &Arc<EditorSession>) {
    let (features, folders, settings) = {
        let state = session.state();
        (state.features, state.folders.clone(), state.settings.editor().clone())
    };
    if features.code_descriptions && settings.cache && !features.page_contents {
        pages::make_rule_pages(features.interface_language());
    }
    editor_settings::complain(session, &settings);
    config_loader::load(session, &folders);
    session.state().indexed_folders = Some(Vec::new());
    workspace::settle(session);
    knowledge::open(session);
    if features.watching
        && let Some(registration) = watched_files::watched_files()
    {
        let client = session.client.clone();
        tasks::spawn(async move {
            if let Err(error) = client.register_capability(vec![registration]).await {
                log(&log::files_unwatched(error.to_string()));
            }
        });
    }
}

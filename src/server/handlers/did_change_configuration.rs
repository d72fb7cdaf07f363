//! `workspace/didChangeConfiguration`: the editor's settings change.

use std::sync::Arc;

use serde_json::Value;
use tower_lsp::ls_types::DidChangeConfigurationParams;

use crate::config::keys::SECTION;
use crate::document::EditorSettings;
use crate::server::configuration_requests::ConfigurationRequests;
use crate::server::state::EditorSession;
use crate::server::{editor_settings, tasks};

/// Takes the settings in, or asks for them.
pub fn handle(
    session: &Arc<EditorSession>,
    requests: &Arc<ConfigurationRequests>,
    params: DidChangeConfigurationParams,
) {
    if params.settings.get(SECTION).is_some_and(Value::is_object) {
        editor_settings::change(session, EditorSettings::read(&params.settings));
    } else if session.state().features.configuration {
        // The client only says that something changed, and wants to be asked.
        if let Some(request) = requests.begin() {
            tasks::spawn(editor_settings::ask(session.clone(), requests.clone(), request));
        }
    }
}

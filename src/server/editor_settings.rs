//! The editor's settings: taken in, asked for, and told of where something is wrong with them.

use std::sync::Arc;

use tower_lsp::ls_types::{ConfigurationItem, MessageType};

use super::configuration_requests::{ConfigurationRequest, ConfigurationRequests};
use super::log::{self, log};
use super::state::{EditorSession, SessionState};
use super::{config_loader, knowledge, workspace};
use crate::config::keys::SECTION;
use crate::document::EditorSettings;

/// Takes settings while the conversation is on, and tells the user what is wrong with them.
pub fn change(session: &Arc<EditorSession>, settings: EditorSettings) {
    speak(&mut session.state(), &settings);
    complain(session, &settings);
    let (elsewhere, other_hints, other_folders, roots) = {
        let state = session.state();
        let editor = state.settings.editor();
        let other_folders = editor.config.library_paths != settings.config.library_paths;
        (editor.library != settings.library, editor.hints != settings.hints, other_folders, state.folders.clone())
    };
    set(session, settings);
    if other_folders {
        // What files may not name depends on what the user names.
        config_loader::load(session, &roots);
    }
    if elsewhere {
        knowledge::open(session);
    }
    if other_hints {
        session.refresh_hints();
    }
}

/// Speaks the language that settings name, in the log, too.
fn speak(state: &mut SessionState, settings: &EditorSettings) {
    state.features.interface = settings.config.interface;
    log::speak(state.features.interface_language().locale);
}

/// Tells the user which names in the settings are none.
pub fn complain(session: &Arc<EditorSession>, settings: &EditorSettings) {
    let locale = session.locale();
    let mut complaints: Vec<String> = settings.complaints().iter().map(|complaint| complaint.text(locale)).collect();
    complaints.sort();
    for complaint in complaints {
        log::log_sentence(&complaint);
        session.outbox.show(MessageType::WARNING, complaint);
    }
}

/// Takes settings, and checks all documents by them.
pub fn set(session: &Arc<EditorSession>, settings: EditorSettings) {
    let mut state = session.state();
    speak(&mut state, &settings);
    // There is nothing that links to pages could lead to.
    state.features.code_descriptions &= settings.cache;
    if state.settings.set_editor(settings) {
        session.check_all(&mut state);
    }
    drop(state);
    workspace::settle(session);
}

/// Asks the client for its settings, again where it said meanwhile that they changed.
pub async fn ask(session: Arc<EditorSession>, requests: Arc<ConfigurationRequests>, request: ConfigurationRequest) {
    let mut next = Some(request);
    while let Some(request) = next {
        let item = ConfigurationItem { scope_uri: None, section: Some(SECTION.to_owned()) };
        let answer = session.client.configuration(vec![item]).await;
        let newest = requests.is_newest(request);
        next = requests.end();
        match answer {
            Ok(answers) if newest => change(&session, answers.first().map(EditorSettings::read).unwrap_or_default()),
            Ok(_) => {}
            Err(error) => log(&log::settings_untold(error.to_string())),
        }
    }
}

//! `initialize`: what the client can do, and which folders are open.

use std::sync::Arc;

use tokio::sync::mpsc;
use tower_lsp::ls_types::{InitializeParams, InitializeResult};

use crate::document::EditorSettings;
use crate::language;
use crate::server::capabilities::{self, HandlerRegistrations};
use crate::server::client_features::{self, ClientFeatures};
use crate::server::conversation_end::ConversationEnd;
use crate::server::log::{self, log};
use crate::server::state::EditorSession;
use crate::server::{client_process, editor_settings, tasks, workspace};

/// Answers the request. `stop` ends the conversation when the client's process is gone.
pub fn handle(
    session: &Arc<EditorSession>,
    stop: &mpsc::Sender<ConversationEnd>,
    params: &InitializeParams,
    handlers: impl FnOnce(ClientFeatures) -> HandlerRegistrations,
) -> InitializeResult {
    let encoding = client_features::encoding(&params.capabilities);
    let mut state = session.state();
    state.encoding = encoding;
    let locale = params.locale.as_deref().and_then(language::of_locale);
    let features = ClientFeatures { locale, ..ClientFeatures::of(&params.capabilities) };
    state.features = features;
    log::speak(features.interface_language().locale);
    state.trace = params.trace.unwrap_or_default();
    session.outbox.is_pulled(features.pulling, features.diagnostic_refresh);
    state.folders = workspace::folders(params);
    let folders = state.folders.clone();
    state.settings.set_roots(&folders);
    session.library.count_in(encoding);
    drop(state);
    if let Some(options) = &params.initialization_options {
        editor_settings::set(session, EditorSettings::read(options));
    }
    if let Some(id) = params.process_id {
        let stop = stop.clone();
        tasks::spawn(async move {
            client_process::gone(id).await;
            log(&log::editor_is_gone());
            let _ = stop.send(ConversationEnd::ClientGone).await;
        });
    }
    capabilities::initialize(encoding, features, handlers(features))
}

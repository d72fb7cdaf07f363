//! A page that the user asked for: written, and opened where the client can, else told of.

use std::sync::Arc;

use tower_lsp::jsonrpc::Result;
use tower_lsp::ls_types::request::ShowDocument;
use tower_lsp::ls_types::{MessageType, ShowDocumentParams};

use super::log::{self, log};
use super::state::EditorSession;
use super::to_proto::request_failed;
use super::{pages, tasks, uri};
use crate::assist::InstrumentPage;
use crate::messages::{Locale, system};

crate::messages! {
    "server.page":
    page_at(path: name) = "What you asked for is in {path}.";
}

/// Shows a page.
///
/// # Errors
///
/// When it can't be written. The user is told why.
pub fn show(session: &Arc<EditorSession>, page: &InstrumentPage, locale: &Locale) -> Result<()> {
    let path = pages::write(page).map_err(|error| {
        let why = log::page_unwritten(page.name.as_str(), system::fault(&error));
        log(&why);
        request_failed(why.text(locale))
    })?;
    let shows = session.state().features.showing_documents;
    match uri::from_path(&path).filter(|_| shows) {
        Some(uri) => {
            let session = session.clone();
            tasks::spawn(async move {
                let params = ShowDocumentParams { uri, external: None, take_focus: Some(true), selection: None };
                let _ = session.client.send_request::<ShowDocument>(params).await;
            });
        }
        None => session.outbox.show(MessageType::INFO, page_at(path.to_string_lossy().into_owned()).text(locale)),
    }
    Ok(())
}

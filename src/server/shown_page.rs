//! A page that the user asked for: written, and opened where the client can, else told of.

use std::sync::Arc;

use tower_lsp::jsonrpc::Result;
use tower_lsp::ls_types::request::ShowDocument;
use tower_lsp::ls_types::{MessageType, ShowDocumentParams};

use super::log::{self, log};
use super::state::EditorSession;
use super::to_proto::request_failed;
use super::virtual_pages::PageSubject;
use super::{pages, tasks, uri};
use crate::assist::InstrumentPage;
use crate::messages::{Locale, system};

crate::messages! {
    "server.page":
    page_at(path: name) = "What you asked for is in {path}.";
}

/// Shows a page. One that tells of a draft is made anew as that changes, where the client asks for pages.
///
/// # Errors
///
/// When it can't be written. The user is told why.
pub fn show(
    session: &Arc<EditorSession>,
    page: &InstrumentPage,
    subject: Option<PageSubject>,
    locale: &Locale,
) -> Result<()> {
    let features = session.state().features;
    let shown = match features.showing_documents && features.page_contents {
        true => session.virtual_pages.keep(page, subject),
        false => {
            let path = pages::write(page).map_err(|error| {
                let why = log::page_unwritten(page.name.as_str(), system::fault(&error));
                log(&why);
                request_failed(why.text(locale))
            })?;
            let uri = uri::from_path(&path).filter(|_| features.showing_documents);
            if uri.is_none() {
                let told = page_at(path.to_string_lossy().into_owned());
                session.outbox.show(MessageType::INFO, told.text(locale));
            }
            uri
        }
    };
    if let Some(uri) = shown {
        let session = session.clone();
        tasks::spawn(async move {
            let params = ShowDocumentParams { uri, external: None, take_focus: Some(true), selection: None };
            let _ = session.client.send_request::<ShowDocument>(params).await;
        });
    }
    Ok(())
}

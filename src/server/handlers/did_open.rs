//! `textDocument/didOpen`: a document is opened.

use std::sync::Arc;

use tower_lsp::ls_types::{DidOpenTextDocumentParams, TextDocumentItem};

use crate::document::{DocumentIdentity, DocumentKind};
use crate::server::log::{self, log};
use crate::server::state::EditorSession;
use crate::server::{config_document, config_loader, knowledge, pages, virtual_pages};
use crate::source::is_named_as_draft;
use crate::text::Text;

/// What editors call texts and Markdown.
const TEXTS: [&str; 3] = ["plaintext", "text", "markdown"];

/// Takes the document in.
pub fn handle(session: &Arc<EditorSession>, params: DidOpenTextDocumentParams) {
    let TextDocumentItem { uri, version, text, language_id } = params.text_document;
    let path = session.path_of(&uri);
    if let Some(path) = &path {
        config_loader::load_for(session, path);
    }
    let mut state = session.state();
    if state.documents.get(&uri).is_some() {
        log(&log::opened_twice(uri.as_str()));
    }
    let encoding = state.encoding;
    let kind = match &path {
        _ if config_document::is_one(&uri) => DocumentKind::Config,
        Some(path) if pages::is_page(path) => DocumentKind::Page,
        None if virtual_pages::is_one(&uri) => DocumentKind::Page,
        // Neither its name nor the editor says that it is a draft.
        _ if TEXTS.contains(&language_id.as_str()) && !path.as_deref().is_some_and(is_named_as_draft) => {
            DocumentKind::Text
        }
        _ => DocumentKind::Draft,
    };
    let read_as = state.settings.settings_for(path.as_deref()).config.read_as();
    let identity = DocumentIdentity { key: uri.clone(), path, kind };
    let id = state.documents.open(identity, Text::new(&text, version), encoding, read_as);
    session.check(&mut state, &uri, id);
    drop(state);
    config_loader::refresh_uri(session, &uri);
    // Something may have been imported meanwhile.
    if !session.authority.is_open() {
        knowledge::open(session);
    }
}

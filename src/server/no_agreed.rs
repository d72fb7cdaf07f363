//! Agreed language, where the crate is built without an index of it.

use std::path::PathBuf;
use std::sync::Arc;

use tower_lsp::jsonrpc::Result;
use tower_lsp::ls_types::{Range, Uri};

use super::commands::no_agreed_index;
use super::state::EditorSession;
use super::to_proto::request_failed;

crate::messages! {
    "server.agreed":
}

/// Nobody takes the texts of folders in.
pub fn keeper(_: &EditorSession, _: Option<&[PathBuf]>) -> Option<()> {
    None
}

/// Nothing was taken in.
pub fn end(_: &EditorSession, _: Option<()>, _: Option<&[PathBuf]>) {}

/// Refuses to show where words of a document have stood before.
///
/// # Errors
///
/// Always.
pub async fn show(session: &Arc<EditorSession>, _: &Uri, _: Option<Range>) -> Result<()> {
    Err(request_failed(no_agreed_index().text(session.locale())))
}

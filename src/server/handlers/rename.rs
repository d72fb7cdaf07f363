//! `textDocument/prepareRename` and `textDocument/rename`: another label for a paragraph or a note.

use std::sync::Arc;

use tower_lsp::jsonrpc::Result;
use tower_lsp::ls_types::{Position, PrepareRenameResponse, RenameParams, TextDocumentPositionParams, WorkspaceEdit};

use crate::revise::renumber::{RenameRefusal, name_at, rename};
use crate::server::state::{EditorSession, RequestContext};
use crate::server::to_proto::{self, request_failed};
use crate::server::{commands, from_proto, worker};

/// Answers `textDocument/prepareRename`.
pub async fn handle_prepare(
    session: &Arc<EditorSession>,
    params: TextDocumentPositionParams,
) -> Result<Option<PrepareRenameResponse>> {
    let request = session.request(&params.text_document.uri)?;
    worker::run(move || prepare_rename(&request, params.position)).await?
}

/// Answers `textDocument/rename`.
pub async fn handle(session: &Arc<EditorSession>, params: RenameParams) -> Result<Option<WorkspaceEdit>> {
    let TextDocumentPositionParams { text_document, position } = params.text_document_position;
    let request = session.request(&text_document.uri)?;
    worker::run(move || renamed(&request, position, &params.new_name)).await?
}

/// The label at a place that can be renamed.
fn prepare_rename(request: &RequestContext, place: Position) -> Result<Option<PrepareRenameResponse>> {
    request.ensure_editable().map_err(request_failed)?;
    let reading =
        request.document.reading().ok_or_else(|| request_failed(commands::unread().text(request.locale())))?;
    let at = from_proto::byte(&request.document, place);
    let named = name_at(&reading.text, &reading.draft, at)
        .ok_or_else(|| request_failed(RenameRefusal::NoLabel.message().text(request.locale())))?;
    Ok(Some(PrepareRenameResponse::RangeWithPlaceholder {
        range: to_proto::range(&request.document, &named.range),
        placeholder: reading.words(named.range),
    }))
}

/// Renames the label at a place.
fn renamed(request: &RequestContext, place: Position, new: &str) -> Result<Option<WorkspaceEdit>> {
    request.ensure_editable().map_err(request_failed)?;
    let reading =
        request.document.reading().ok_or_else(|| request_failed(commands::unread().text(request.locale())))?;
    let at = from_proto::byte(&request.document, place);
    let edits = rename(&reading.text, &reading.draft, at, new)
        .map_err(|why| request_failed(why.message().text(request.locale())))?;
    Ok(Some(to_proto::workspace_edit(&request.document, &edits, request.features)))
}

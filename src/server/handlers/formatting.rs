//! `textDocument/formatting` and `textDocument/rangeFormatting`: a draft laid out evenly.

use std::sync::Arc;

use tower_lsp::jsonrpc::Result;
use tower_lsp::ls_types::{DocumentFormattingParams, DocumentRangeFormattingParams, Range, TextEdit};

use crate::revise::{format, unwrap};
use crate::server::state::{EditorSession, RequestContext};
use crate::server::{from_proto, to_proto, worker};

/// Answers `textDocument/formatting`.
pub async fn handle(session: &Arc<EditorSession>, params: DocumentFormattingParams) -> Result<Option<Vec<TextEdit>>> {
    let request = session.request(&params.text_document.uri)?;
    worker::run(move || document(&request)).await
}

/// Answers `textDocument/rangeFormatting`.
pub async fn handle_range(
    session: &Arc<EditorSession>,
    params: DocumentRangeFormattingParams,
) -> Result<Option<Vec<TextEdit>>> {
    let request = session.request(&params.text_document.uri)?;
    worker::run(move || range(&request, params.range)).await
}

/// The changes that lay a document out evenly; none for text in page layout.
fn document(request: &RequestContext) -> Option<Vec<TextEdit>> {
    let reading = request.editable_reading()?;
    let edits = format::document(&reading.text, &reading.draft, request.format_manner(&reading.text));
    Some(to_proto::text_edits(&request.document, &edits))
}

/// The changes of the lines that a range touches. Page text that was pasted there is made a clean one.
fn range(request: &RequestContext, range: Range) -> Option<Vec<TextEdit>> {
    let reading = request.editable_reading()?;
    let range = from_proto::bytes(&request.document, range);
    let manner = request.format_manner(&reading.text);
    let pasted = unwrap::pasted(&reading.text, &reading.draft, range.clone(), manner);
    let edits = match pasted {
        Some(edit) => vec![edit],
        None => format::range(&reading.text, &reading.draft, range, manner),
    };
    Some(to_proto::text_edits(&request.document, &edits))
}

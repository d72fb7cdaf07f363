//! `textDocument/formatting`, `textDocument/rangeFormatting` and `textDocument/rangesFormatting`: a draft laid out evenly.

use std::sync::Arc;

use serde::Deserialize;
use tower_lsp::jsonrpc::Result;
use tower_lsp::ls_types::{
    DocumentFormattingParams, DocumentRangeFormattingParams, Range, TextDocumentIdentifier, TextEdit,
};

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

/// What `textDocument/rangesFormatting` is asked with.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RangesFormattingParams {
    pub text_document: TextDocumentIdentifier,
    pub ranges: Vec<Range>,
}

/// Answers `textDocument/rangesFormatting`.
pub async fn handle_ranges(
    session: &Arc<EditorSession>,
    params: RangesFormattingParams,
) -> Result<Option<Vec<TextEdit>>> {
    let request = session.request(&params.text_document.uri)?;
    worker::run(move || ranges(&request, &params.ranges)).await
}

/// The changes of the lines that any of some ranges touches, each once. `None` where two ranges want to change the same words in
/// two ways: then nobody can know which is meant.
fn ranges(request: &RequestContext, wanted: &[Range]) -> Option<Vec<TextEdit>> {
    let mut edits: Vec<TextEdit> = Vec::new();
    for one in wanted {
        edits.extend(range(request, *one)?);
    }
    edits.sort_by_key(|edit| (edit.range.start, edit.range.end));
    edits.dedup();
    let apart = edits.windows(2).all(|two| matches!(two, [one, next] if one.range.end <= next.range.start));
    apart.then_some(edits)
}

/// The changes that lay a document out evenly; none for text in page layout.
fn document(request: &RequestContext) -> Option<Vec<TextEdit>> {
    let reading = request.editable_reading()?;
    let edits = format::document(&reading.text, &reading.draft, request.format_manner(reading.written()));
    Some(to_proto::text_edits(&request.document, &reading.editable(edits)))
}

/// The changes of the lines that a range touches. Page text that was pasted there is made a clean one.
fn range(request: &RequestContext, range: Range) -> Option<Vec<TextEdit>> {
    let reading = request.editable_reading()?;
    let range = from_proto::bytes(&request.document, range);
    let manner = request.format_manner(reading.written());
    let pasted = unwrap::pasted(&reading.text, &reading.draft, range.clone(), manner);
    let edits = match pasted {
        Some(edit) => vec![edit],
        None => format::range(&reading.text, &reading.draft, range, manner),
    };
    Some(to_proto::text_edits(&request.document, &reading.editable(edits)))
}

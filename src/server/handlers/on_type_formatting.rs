//! `textDocument/onTypeFormatting`: what the draft answers to Enter.

use std::sync::Arc;

use tower_lsp::jsonrpc::Result;
use tower_lsp::ls_types::{DocumentOnTypeFormattingParams, Position, TextDocumentPositionParams, TextEdit};

use crate::revise::typing::{self, TypingContext};
use crate::server::state::{EditorSession, RequestContext};
use crate::server::{from_proto, to_proto, worker};

/// What is asked about: the end of a line.
pub const ENTER: &str = "\n";

/// Answers the request.
pub async fn handle(
    session: &Arc<EditorSession>,
    params: DocumentOnTypeFormattingParams,
) -> Result<Option<Vec<TextEdit>>> {
    let TextDocumentPositionParams { text_document, position } = params.text_document_position;
    let request = session.request(&text_document.uri)?;
    worker::run(move || typed(&request, position, &params.ch)).await
}

/// What is written in the place where the line was ended, and the numbers that change with it where the user wants that.
fn typed(request: &RequestContext, place: Position, character: &str) -> Option<Vec<TextEdit>> {
    let editor = &request.settings.editor;
    if character != ENTER || !editor.labels {
        return None;
    }
    let reading = request.editable_reading()?;
    let offset = from_proto::byte(&request.document, place);
    let params = TypingContext { text: &reading.text, draft: &reading.draft, offset };
    let edits = if editor.renumber { typing::enter_renumbering(params)? } else { vec![typing::enter(params)?] };
    Some(to_proto::text_edits(&request.document, &edits))
}

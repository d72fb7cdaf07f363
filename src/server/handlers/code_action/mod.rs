//! `textDocument/codeAction`: mends of findings, and what can be done to the draft.

mod ignore;
mod kind;
mod quick_fix;
mod rewrite;

use std::ops::Range;
use std::sync::Arc;

use tower_lsp::jsonrpc::Result;
use tower_lsp::ls_types::{
    CodeActionContext, CodeActionKind, CodeActionOrCommand, CodeActionParams, CodeActionResponse, WorkspaceEdit,
};

use crate::messages::Template;
use crate::server::client_features::ClientFeatures;
use crate::server::state::{EditorSession, RequestContext};
use crate::server::{from_proto, worker};

/// The kinds of code actions that there are for a client.
pub fn kinds(features: ClientFeatures) -> Vec<CodeActionKind> {
    let rewriting = features.rewriting.then_some(CodeActionKind::REFACTOR_REWRITE);
    [CodeActionKind::QUICKFIX, quick_fix::FIX_ALL].into_iter().chain(rewriting).collect()
}

/// Answers the request.
pub async fn handle(session: &Arc<EditorSession>, params: CodeActionParams) -> Result<Option<CodeActionResponse>> {
    let request = session.request(&params.text_document.uri)?;
    session.move_cursor(&params.text_document.uri, from_proto::position(params.range.end));
    worker::run(move || offered(&request, from_proto::bytes(&request.document, params.range), &params.context)).await
}

/// Everything that is offered at a range: mends of findings there, and what can be done to the draft.
fn offered(request: &RequestContext, range: Range<usize>, context: &CodeActionContext) -> Option<CodeActionResponse> {
    let mut actions = quick_fix::mends(request, range.clone(), context).unwrap_or_default();
    // What mends a finding is offered as that, and not by another name too.
    let mut more = rewrite::renumbering(request, &range, context);
    more.retain(|more| actions.iter().all(|action| edit_of(action) != edit_of(more)));
    actions.extend(more);
    actions.extend(rewrite::unwrapping(request, context));
    (!actions.is_empty()).then_some(actions)
}

fn edit_of(action: &CodeActionOrCommand) -> Option<&WorkspaceEdit> {
    match action {
        CodeActionOrCommand::CodeAction(action) => action.edit.as_ref(),
        CodeActionOrCommand::Command(_) => None,
    }
}

/// All messages of code actions.
pub fn messages() -> impl Iterator<Item = &'static Template> {
    [ignore::MESSAGES, quick_fix::MESSAGES, rewrite::MESSAGES].into_iter().flatten().copied()
}

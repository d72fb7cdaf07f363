//! Code actions that rewrite a draft where nothing is wrong: renumbering, moving, making page text a clean draft.

use std::ops::Range;

use tower_lsp::ls_types::{
    CodeAction, CodeActionContext, CodeActionKind, CodeActionOrCommand, CodeActionTriggerKind, Command,
};

use super::kind::is_a;
use crate::draft::Layout;
use crate::revise::renumber::{MoveDirection, RenumberScope, Renumbered, move_paragraph, renumber};
use crate::server::commands::{UNWRAP, UNWRAP_TITLE};
use crate::server::state::RequestContext;
use crate::server::to_proto;

/// The kinds of the code actions.
const RENUMBER: &str = "refactor.rewrite.renumber";
const MOVE: &str = "refactor.rewrite.move";

/// What can be renumbered or moved, as code actions: those that change something, for a client that shows such. An editor
/// that asks by itself, to show that there is something, is not told of them, for nothing is wrong.
pub fn renumbering(
    request: &RequestContext,
    range: &Range<usize>,
    context: &CodeActionContext,
) -> Vec<CodeActionOrCommand> {
    let by_itself = context.trigger_kind == Some(CodeActionTriggerKind::AUTOMATIC);
    let wanted = |kind: &'static str| match &context.only {
        Some(only) => only.iter().any(|only| is_a(&kind.into(), only)),
        None => !by_itself,
    };
    if !request.features.rewriting || !(wanted(RENUMBER) || wanted(MOVE)) {
        return Vec::new();
    }
    let Some(reading) = request.editable_reading() else { return Vec::new() };
    let (text, draft) = (&reading.text, &reading.draft);
    let mut offered = Vec::new();
    if wanted(RENUMBER) {
        let each = [
            (RenumberScope::OPERATIVE, "Renumber the operative paragraphs, and what refers to them"),
            (RenumberScope::SUBPARAGRAPHS, "Renumber the subparagraphs, and what refers to them"),
            (RenumberScope::NOTES, "Renumber the footnotes in the order in which they are called"),
        ];
        let found = each.map(|(wanted, title)| (renumber(text, draft, wanted), title));
        let several = found.iter().filter(|(done, _)| !done.edits.is_empty()).count() > 1;
        offered.extend(found.into_iter().map(|(done, title)| (RENUMBER, done, title)));
        if several {
            offered.push((RENUMBER, renumber(text, draft, RenumberScope::ALL), "Renumber paragraphs and footnotes"));
        }
    }
    if wanted(MOVE) {
        for (direction, title) in
            [(MoveDirection::Up, "Move the paragraph up"), (MoveDirection::Down, "Move the paragraph down")]
        {
            offered.extend(move_paragraph(text, draft, range.start, direction).ok().map(|done| (MOVE, done, title)));
        }
    }
    offered.retain(|(_, done, _)| !done.edits.is_empty());
    offered.into_iter().map(|(kind, done, title)| action(request, kind, &done, title)).collect()
}

fn action(request: &RequestContext, kind: &'static str, done: &Renumbered, title: &str) -> CodeActionOrCommand {
    let title = match done.left.len() {
        0 => title.to_owned(),
        1 => format!("{title} (one reference stays as it is)"),
        more => format!("{title} ({more} references stay as they are)"),
    };
    CodeActionOrCommand::CodeAction(CodeAction {
        title,
        kind: Some(CodeActionKind::from(kind)),
        edit: Some(to_proto::workspace_edit(&request.document, &done.edits, request.features)),
        ..CodeAction::default()
    })
}

/// The action that makes a clean draft of a document, where it is in page layout and the client can be asked to change
/// it.
pub fn unwrapping(request: &RequestContext, context: &CodeActionContext) -> Vec<CodeActionOrCommand> {
    let kind = CodeActionKind::REFACTOR_REWRITE;
    let wanted = context.only.as_ref().is_none_or(|only| only.iter().any(|only| is_a(&kind, only)));
    let page = || request.editable_reading().is_some_and(|reading| reading.draft.layout == Layout::Page);
    if !wanted || !request.features.applying || !page() {
        return Vec::new();
    }
    let uri = request.document.key().as_str();
    let command = Command::new(UNWRAP_TITLE.to_owned(), UNWRAP.to_owned(), Some(vec![uri.into()]));
    let action = CodeAction {
        title: UNWRAP_TITLE.to_owned(),
        kind: Some(kind),
        command: Some(command),
        ..CodeAction::default()
    };
    vec![CodeActionOrCommand::CodeAction(action)]
}

//! Code actions that rewrite a draft where nothing is wrong: renumbering, moving, making page text a clean draft.

use std::ops::Range;

use tower_lsp::ls_types::{
    CodeAction, CodeActionContext, CodeActionKind, CodeActionOrCommand, CodeActionTriggerKind, Command,
};

use super::kind::is_a;
use crate::draft::Layout;
use crate::messages::Message;
use crate::revise::renumber::{MoveDirection, RenumberScope, Renumbered, move_paragraph, renumber};
use crate::server::commands::{self, UNWRAP};
use crate::server::state::RequestContext;
use crate::server::to_proto;

crate::messages! {
    "server.rewrite":
    operative() = "Renumber the operative paragraphs, and what refers to them";
    subparagraphs() = "Renumber the subparagraphs, and what refers to them";
    notes() = "Renumber the footnotes in the order in which they are called";
    with_left(title: message, count: count) =
        "{title} ({count, plural, one {one reference stays as it is} other {{count} references stay as they are}})";
}

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
            (RenumberScope::OPERATIVE, operative()),
            (RenumberScope::SUBPARAGRAPHS, subparagraphs()),
            (RenumberScope::NOTES, notes()),
        ];
        let found = each.map(|(wanted, title)| (renumber(text, draft, wanted), title));
        let several = found.iter().filter(|(done, _)| !done.edits.is_empty()).count() > 1;
        offered.extend(found.into_iter().map(|(done, title)| (RENUMBER, done, title)));
        if several {
            offered.push((RENUMBER, renumber(text, draft, RenumberScope::ALL), commands::renumber_all()));
        }
    }
    if wanted(MOVE) {
        for (direction, title) in
            [(MoveDirection::Up, commands::move_up()), (MoveDirection::Down, commands::move_down())]
        {
            offered.extend(
                move_paragraph(text, reading.written(), draft, range.start, direction)
                    .ok()
                    .map(|done| (MOVE, done, title)),
            );
        }
    }
    offered.retain(|(_, done, _)| !done.edits.is_empty());
    offered.into_iter().map(|(kind, done, title)| action(request, kind, &done, title)).collect()
}

fn action(request: &RequestContext, kind: &'static str, done: &Renumbered, title: Message) -> CodeActionOrCommand {
    let title = match done.left.len() {
        0 => title,
        left => with_left(title, left),
    };
    CodeActionOrCommand::CodeAction(CodeAction {
        title: title.text(request.locale()),
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
    let title = commands::unwrap_title().text(request.locale());
    let command = Command::new(title.clone(), UNWRAP.to_owned(), Some(vec![uri.into()]));
    let action = CodeAction { title, kind: Some(kind), command: Some(command), ..CodeAction::default() };
    vec![CodeActionOrCommand::CodeAction(action)]
}

//! Renumbering, moving and renaming, in the protocol's types.

use std::ops::Range;

use serde_json::Value;
use tower_lsp::jsonrpc::Result as Answer;
use tower_lsp::ls_types::{
    CodeAction, CodeActionContext, CodeActionKind, CodeActionOrCommand, CodeActionTriggerKind, Position,
    PrepareRenameResponse, WorkspaceEdit,
};

use super::commands::{Done, failed};
use super::desk::View;
use super::{actions, commands, convert, edits};
use crate::revise::renumber::{
    Direction, Insertions, Left, Refusal, Renumbered, Wanted, move_paragraph, name_at, rename, renumber,
};
use crate::workspace::ParsedText;

/// The kinds of the code actions.
const RENUMBER: &str = "refactor.rewrite.renumber";
const MOVE: &str = "refactor.rewrite.move";

/// How many things that stay as they are the user is told of one by one.
const TOLD: usize = 3;

/// What a text whose reading panicked is answered with.
const UNREAD: &str = "This text could not be read.";

pub fn operative(view: &View, rest: &[Value]) -> Result<Done, String> {
    run(view, Wanted { insertions: insertions(rest)?, ..Wanted::OPERATIVE }, "Renumber the operative paragraphs")
}

pub fn subparagraphs(view: &View, rest: &[Value]) -> Result<Done, String> {
    run(view, Wanted { insertions: insertions(rest)?, ..Wanted::SUBPARAGRAPHS }, "Renumber the subparagraphs")
}

pub fn notes(view: &View, _: &[Value]) -> Result<Done, String> {
    run(view, Wanted::NOTES, "Renumber the footnotes")
}

pub fn all(view: &View, rest: &[Value]) -> Result<Done, String> {
    run(view, Wanted { insertions: insertions(rest)?, ..Wanted::ALL }, "Renumber paragraphs and footnotes")
}

pub fn move_up(view: &View, rest: &[Value]) -> Result<Done, String> {
    moved(view, rest, Direction::Up, "Move the paragraph up")
}

pub fn move_down(view: &View, rest: &[Value]) -> Result<Done, String> {
    moved(view, rest, Direction::Down, "Move the paragraph down")
}

/// What is to become of `bis`, by the options: `{ "bis": "resolve" }`; without them it is kept.
fn insertions(rest: &[Value]) -> Result<Insertions, String> {
    match rest.first().and_then(|options| options.get("bis")).map(Value::as_str) {
        None | Some(Some("keep")) => Ok(Insertions::Kept),
        Some(Some("resolve")) => Ok(Insertions::Resolved),
        Some(_) => Err("The option “bis” is “keep” or “resolve”.".to_owned()),
    }
}

fn run(view: &View, wanted: Wanted, name: &str) -> Result<Done, String> {
    let reading = view.document.reading().ok_or(UNREAD)?;
    let done = renumber(&reading.text, &reading.draft, wanted);
    let mut said = told(view, &reading, &done.left);
    if done.edits.is_empty() && said.is_none() {
        said = Some("Everything is numbered as it should be.".to_owned());
    }
    Ok(Done { edits: done.edits, name: name.to_owned(), said })
}

fn moved(view: &View, rest: &[Value], direction: Direction, name: &str) -> Result<Done, String> {
    let position = rest.first().and_then(|position| serde_json::from_value::<Position>(position.clone()).ok());
    let position = position.ok_or("Moving a paragraph wants the cursor's position after the URI.")?;
    let reading = view.document.reading().ok_or(UNREAD)?;
    let at = view.document.text.byte(convert::position(position), view.document.encoding);
    let done = move_paragraph(&reading.text, &reading.draft, at, direction).map_err(|why| why.sentence())?;
    let said = told(view, &reading, &done.left);
    Ok(Done { edits: done.edits, name: name.to_owned(), said })
}

/// What is said of things that stay as they are.
fn told(view: &View, reading: &ParsedText, left: &[Left]) -> Option<String> {
    let sentence = |left: &Left| {
        let line = convert::range(&view.document, &left.range).start.line + 1;
        format!("Line {line}: {}", left.why.sentence(reading.words(left.range.clone()).trim()))
    };
    let mut sentences: Vec<String> = left.iter().take(TOLD).map(sentence).collect();
    match left.len().checked_sub(TOLD) {
        Some(1) => sentences.push("One more is like this.".to_owned()),
        Some(more) if more > 1 => sentences.push(format!("{more} more are like this.")),
        _ => {}
    }
    match left.len() {
        0 => None,
        1 => Some(format!("This stays as it is. {}", sentences.join(" "))),
        _ => Some(format!("These stay as they are. {}", sentences.join(" "))),
    }
}

/// What can be renumbered or moved, as code actions: those that change something, for a client that shows such. An editor
/// that asks by itself, to show that there is something, is not told of them, for nothing is wrong.
pub fn code_actions(view: &View, range: &Range<usize>, context: &CodeActionContext) -> Vec<CodeActionOrCommand> {
    let by_itself = context.trigger_kind == Some(CodeActionTriggerKind::AUTOMATIC);
    let wanted = |kind: &'static str| match &context.only {
        Some(only) => only.iter().any(|only| actions::is_a(&kind.into(), only)),
        None => !by_itself,
    };
    if !view.document.is_editable() || !view.features.rewriting || !(wanted(RENUMBER) || wanted(MOVE)) {
        return Vec::new();
    }
    let Some(reading) = view.document.reading() else { return Vec::new() };
    let (text, draft) = (&reading.text, &reading.draft);
    let mut offered = Vec::new();
    if wanted(RENUMBER) {
        let each = [
            (Wanted::OPERATIVE, "Renumber the operative paragraphs, and what refers to them"),
            (Wanted::SUBPARAGRAPHS, "Renumber the subparagraphs, and what refers to them"),
            (Wanted::NOTES, "Renumber the footnotes in the order in which they are called"),
        ];
        let found = each.map(|(wanted, title)| (renumber(text, draft, wanted), title));
        let several = found.iter().filter(|(done, _)| !done.edits.is_empty()).count() > 1;
        offered.extend(found.into_iter().map(|(done, title)| (RENUMBER, done, title)));
        if several {
            offered.push((RENUMBER, renumber(text, draft, Wanted::ALL), "Renumber paragraphs and footnotes"));
        }
    }
    if wanted(MOVE) {
        for (direction, title) in
            [(Direction::Up, "Move the paragraph up"), (Direction::Down, "Move the paragraph down")]
        {
            offered.extend(move_paragraph(text, draft, range.start, direction).ok().map(|done| (MOVE, done, title)));
        }
    }
    offered.retain(|(_, done, _)| !done.edits.is_empty());
    offered.into_iter().map(|(kind, done, title)| action(view, kind, &done, title)).collect()
}

fn action(view: &View, kind: &'static str, done: &Renumbered, title: &str) -> CodeActionOrCommand {
    let title = match done.left.len() {
        0 => title.to_owned(),
        1 => format!("{title} (one reference stays as it is)"),
        more => format!("{title} ({more} references stay as they are)"),
    };
    CodeActionOrCommand::CodeAction(CodeAction {
        title,
        kind: Some(CodeActionKind::from(kind)),
        edit: Some(edits::of(view, &done.edits)),
        ..CodeAction::default()
    })
}

/// The label at a place that can be renamed.
pub fn prepare_rename(view: &View, at: usize) -> Answer<Option<PrepareRenameResponse>> {
    commands::refuse_read_only(view).map_err(failed)?;
    let reading = view.document.reading().ok_or_else(|| failed(UNREAD))?;
    let named = name_at(&reading.text, &reading.draft, at).ok_or_else(|| failed(Refusal::NoLabel.sentence()))?;
    Ok(Some(PrepareRenameResponse::RangeWithPlaceholder {
        range: convert::range(&view.document, &named.range),
        placeholder: reading.words(named.range),
    }))
}

/// Renames the label at a place.
pub fn renamed(view: &View, at: usize, new: &str) -> Answer<Option<WorkspaceEdit>> {
    commands::refuse_read_only(view).map_err(failed)?;
    let reading = view.document.reading().ok_or_else(|| failed(UNREAD))?;
    let edits = rename(&reading.text, &reading.draft, at, new).map_err(|why| failed(why.sentence()))?;
    Ok(Some(edits::of(view, &edits)))
}

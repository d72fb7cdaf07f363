//! Commands: what the user asks for by name, answered by a change that the editor is asked to make.
//!
//! A command's first argument is the document's URI. It is worked out on a thread beside; then the change is sent as
//! `workspace/applyEdit`, which nobody waits for, one change for one step of undoing.

use std::sync::Arc;

use serde_json::Value;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tower_lsp::jsonrpc::{Error, ErrorCode, Result};
use tower_lsp::ls_types::request::ApplyWorkspaceEdit;
use tower_lsp::ls_types::{ApplyWorkspaceEditParams, ExecuteCommandParams, MessageType, Uri, WorkspaceEdit};

use super::desk::{Desk, View};
use super::{edits, formatting, log, renumbering};
use crate::draft::Edit;

/// What a command comes to.
#[derive(Debug, Default)]
pub struct Done {
    /// The change, in the order of the text; none where nothing is to be changed.
    pub edits: Vec<Edit>,
    /// What the step is called where the editor lists what can be undone.
    pub name: String,
    /// What is said to the user.
    pub said: Option<String>,
}

/// Works a command out of its arguments after the URI. Fails with a sentence for the user.
pub type Handler = fn(&View, &[Value]) -> std::result::Result<Done, String>;

/// The commands.
const COMMANDS: [(&str, Handler); 7] = [
    ("rapporteur.renumberOperative", renumbering::operative),
    ("rapporteur.renumberSubparagraphs", renumbering::subparagraphs),
    ("rapporteur.renumberNotes", renumbering::notes),
    ("rapporteur.renumberAll", renumbering::all),
    ("rapporteur.moveParagraphUp", renumbering::move_up),
    ("rapporteur.moveParagraphDown", renumbering::move_down),
    (formatting::UNWRAP, formatting::unwrap),
];

/// The names of the commands.
pub fn names() -> Vec<String> {
    COMMANDS.iter().map(|(name, _)| (*name).to_owned()).collect()
}

/// How many changes an editor may leave unanswered.
const UNANSWERED: usize = 4;

/// The changes that the editor was asked to make and has not answered.
#[derive(Debug)]
pub struct Changes(Arc<Semaphore>);

impl Default for Changes {
    fn default() -> Changes {
        Changes(Arc::new(Semaphore::new(UNANSWERED)))
    }
}

/// A command that can be run.
#[derive(Debug)]
pub struct Command {
    handler: Handler,
    view: View,
    rest: Vec<Value>,
    answer: OwnedSemaphorePermit,
}

impl Command {
    /// The command that is asked for. Called before the handler's first await.
    pub fn of(desk: &Arc<Desk>, changes: &Changes, params: ExecuteCommandParams) -> Result<Command> {
        let name = params.command;
        let known = COMMANDS.iter().find(|(known, _)| *known == name);
        let (_, handler) = known.ok_or_else(|| Error::invalid_params(format!("There is no command {name} here.")))?;
        let mut arguments = params.arguments.into_iter();
        let uri = arguments.next().and_then(|uri| uri.as_str()?.parse::<Uri>().ok());
        let uri = uri.ok_or_else(|| Error::invalid_params(format!("{name} wants the document's URI first.")))?;
        let view =
            desk.view(&uri).ok_or_else(|| Error::invalid_params(format!("{} is not open here", uri.as_str())))?;
        if !view.features.applying {
            return Err(failed("This editor doesn't let a server change a text. Use the code action instead."));
        }
        let answer = changes.0.clone().try_acquire_owned();
        let answer = answer.map_err(|_| failed("The editor has not answered the changes before this one."))?;
        Ok(Command { handler: *handler, view, rest: arguments.collect(), answer })
    }

    /// Works it out.
    pub fn run(self) -> Result<Change> {
        refuse_read_only(&self.view).map_err(failed)?;
        let Done { edits, name, said } = (self.handler)(&self.view, &self.rest).map_err(failed)?;
        let edit = (!edits.is_empty()).then(|| edits::of(&self.view, &edits));
        Ok(Change { desk: self.view.desk, name, edit, said, answer: self.answer })
    }
}

/// What a command came to, on its way to the editor.
#[derive(Debug)]
pub struct Change {
    desk: Arc<Desk>,
    name: String,
    edit: Option<WorkspaceEdit>,
    said: Option<String>,
    answer: OwnedSemaphorePermit,
}

impl Change {
    /// Asks the editor to make the change, and tells the user what is to be told.
    pub fn send(self) {
        let Change { desk, name, edit, said, answer } = self;
        if let Some(said) = said {
            desk.outbox.show(MessageType::INFO, said);
        }
        let Some(edit) = edit else { return };
        tokio::spawn(async move {
            let params = ApplyWorkspaceEditParams { label: Some(name.clone()), edit };
            match desk.client.send_request::<ApplyWorkspaceEdit>(params).await {
                Ok(response) if response.applied => {}
                Ok(response) => {
                    let why = response.failure_reason.map(|why| format!(" It says: {why}")).unwrap_or_default();
                    let sentence = format!("{name}: the editor did not make the change.{why}");
                    desk.outbox.show(MessageType::WARNING, sentence);
                }
                Err(error) => log(format_args!("the editor could not make a change: {error}")),
            }
            drop(answer);
        });
    }
}

/// A sentence about a document whose draft can't be edited, if it is one.
pub fn refuse_read_only(view: &View) -> std::result::Result<(), String> {
    match view.document.is_editable() {
        true => Ok(()),
        false => Err("This document's words are taken out of its markup, which Rapporteur doesn't change.".to_owned()),
    }
}

/// What cannot be done, with the reason for the user.
pub fn failed(why: impl Into<String>) -> Error {
    // LSP 3.17: RequestFailed.
    Error { code: ErrorCode::ServerError(-32803), message: why.into().into(), data: None }
}

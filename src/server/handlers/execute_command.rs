//! `workspace/executeCommand`: what the user asks for by name, answered by a change that the editor is asked to make.
//!
//! A command's first argument is the document's URI. It is worked out on a thread beside; then the change is sent as
//! `workspace/applyEdit`, which nobody waits for, one change for one step of undoing.

use std::sync::Arc;

use serde_json::Value;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tower_lsp::jsonrpc::{Error, Result};
use tower_lsp::ls_types::request::ApplyWorkspaceEdit;
use tower_lsp::ls_types::{ApplyWorkspaceEditParams, ExecuteCommandParams, MessageType, Position, Uri, WorkspaceEdit};

use crate::draft::Edit;
use crate::revise::renumber::{Insertions, LeftUnchanged, MoveDirection, RenumberScope, move_paragraph, renumber};
use crate::revise::unwrap::{self, UnwrapOutcome};
use crate::server::commands::{UNWRAP, UNWRAP_TITLE};
use crate::server::log::log;
use crate::server::state::{EditorSession, RequestContext};
use crate::server::to_proto::{self, request_failed};
use crate::server::{from_proto, worker};
use crate::workspace::ParsedText;

/// Answers the request. The change is sent to the editor, and its answer is waited for by nobody.
pub async fn handle(
    session: &Arc<EditorSession>,
    pending: &PendingEdits,
    params: ExecuteCommandParams,
) -> Result<Option<Value>> {
    let command = RunnableCommand::of(session, pending, params)?;
    worker::run(move || command.run()).await??.send();
    Ok(None)
}

/// What a command comes to.
#[derive(Debug, Default)]
struct CommandEdit {
    /// The change, in the order of the text; none where nothing is to be changed.
    edits: Vec<Edit>,
    /// What the step is called where the editor lists what can be undone.
    name: String,
    /// What is said to the user.
    said: Option<String>,
}

/// Works a command out of its arguments after the URI. Fails with a sentence for the user.
type CommandHandler = fn(&RequestContext, &[Value]) -> std::result::Result<CommandEdit, String>;

/// The commands.
const COMMANDS: [(&str, CommandHandler); 7] = [
    ("rapporteur.renumberOperative", operative),
    ("rapporteur.renumberSubparagraphs", subparagraphs),
    ("rapporteur.renumberNotes", notes),
    ("rapporteur.renumberAll", all),
    ("rapporteur.moveParagraphUp", move_up),
    ("rapporteur.moveParagraphDown", move_down),
    (UNWRAP, unwrap_page_text),
];

/// The names of the commands.
pub fn names() -> Vec<String> {
    COMMANDS.iter().map(|(name, _)| (*name).to_owned()).collect()
}

/// How many changes an editor may leave unanswered.
const UNANSWERED: usize = 4;

/// The changes that the editor was asked to make and has not answered.
#[derive(Debug)]
pub struct PendingEdits(Arc<Semaphore>);

impl Default for PendingEdits {
    fn default() -> PendingEdits {
        PendingEdits(Arc::new(Semaphore::new(UNANSWERED)))
    }
}

/// A command that can be run.
#[derive(Debug)]
struct RunnableCommand {
    handler: CommandHandler,
    request: RequestContext,
    rest: Vec<Value>,
    answer: OwnedSemaphorePermit,
}

impl RunnableCommand {
    /// The command that is asked for. Called before the handler's first await.
    fn of(
        session: &Arc<EditorSession>,
        changes: &PendingEdits,
        params: ExecuteCommandParams,
    ) -> Result<RunnableCommand> {
        let name = params.command;
        let known = COMMANDS.iter().find(|(known, _)| *known == name);
        let (_, handler) = known.ok_or_else(|| Error::invalid_params(format!("There is no command {name} here.")))?;
        let mut arguments = params.arguments.into_iter();
        let uri = arguments.next().and_then(|uri| uri.as_str()?.parse::<Uri>().ok());
        let uri = uri.ok_or_else(|| Error::invalid_params(format!("{name} wants the document's URI first.")))?;
        let request = session.request(&uri)?;
        if !request.features.applying {
            return Err(request_failed("This editor doesn't let a server change a text. Use the code action instead."));
        }
        let answer = changes.0.clone().try_acquire_owned();
        let answer = answer.map_err(|_| request_failed("The editor has not answered the changes before this one."))?;
        Ok(RunnableCommand { handler: *handler, request, rest: arguments.collect(), answer })
    }

    /// Works it out.
    fn run(self) -> Result<RequestedEdit> {
        self.request.ensure_editable().map_err(request_failed)?;
        let CommandEdit { edits, name, said } = (self.handler)(&self.request, &self.rest).map_err(request_failed)?;
        let edit = (!edits.is_empty())
            .then(|| to_proto::workspace_edit(&self.request.document, &edits, self.request.features));
        Ok(RequestedEdit { session: self.request.session, name, edit, said, answer: self.answer })
    }
}

/// What a command came to, on its way to the editor.
#[derive(Debug)]
struct RequestedEdit {
    session: Arc<EditorSession>,
    name: String,
    edit: Option<WorkspaceEdit>,
    said: Option<String>,
    answer: OwnedSemaphorePermit,
}

impl RequestedEdit {
    /// Asks the editor to make the change, and tells the user what is to be told.
    fn send(self) {
        let RequestedEdit { session, name, edit, said, answer } = self;
        if let Some(said) = said {
            session.outbox.show(MessageType::INFO, said);
        }
        let Some(edit) = edit else { return };
        tokio::spawn(async move {
            let params = ApplyWorkspaceEditParams { label: Some(name.clone()), edit };
            match session.client.send_request::<ApplyWorkspaceEdit>(params).await {
                Ok(response) if response.applied => {}
                Ok(response) => {
                    let why = response.failure_reason.map(|why| format!(" It says: {why}")).unwrap_or_default();
                    let sentence = format!("{name}: the editor did not make the change.{why}");
                    session.outbox.show(MessageType::WARNING, sentence);
                }
                Err(error) => log(format_args!("the editor could not make a change: {error}")),
            }
            drop(answer);
        });
    }
}

/// How many things that stay as they are the user is told of one by one.
const TOLD: usize = 3;

/// What a text whose reading panicked is answered with.
const UNREAD: &str = "This text could not be read.";

fn operative(request: &RequestContext, rest: &[Value]) -> std::result::Result<CommandEdit, String> {
    run(
        request,
        RenumberScope { insertions: insertions(rest)?, ..RenumberScope::OPERATIVE },
        "Renumber the operative paragraphs",
    )
}

fn subparagraphs(request: &RequestContext, rest: &[Value]) -> std::result::Result<CommandEdit, String> {
    run(
        request,
        RenumberScope { insertions: insertions(rest)?, ..RenumberScope::SUBPARAGRAPHS },
        "Renumber the subparagraphs",
    )
}

fn notes(request: &RequestContext, _: &[Value]) -> std::result::Result<CommandEdit, String> {
    run(request, RenumberScope::NOTES, "Renumber the footnotes")
}

fn all(request: &RequestContext, rest: &[Value]) -> std::result::Result<CommandEdit, String> {
    run(
        request,
        RenumberScope { insertions: insertions(rest)?, ..RenumberScope::ALL },
        "Renumber paragraphs and footnotes",
    )
}

fn move_up(request: &RequestContext, rest: &[Value]) -> std::result::Result<CommandEdit, String> {
    moved(request, rest, MoveDirection::Up, "Move the paragraph up")
}

fn move_down(request: &RequestContext, rest: &[Value]) -> std::result::Result<CommandEdit, String> {
    moved(request, rest, MoveDirection::Down, "Move the paragraph down")
}

/// What is to become of `bis`, by the options: `{ "bis": "resolve" }`; without them it is kept.
fn insertions(rest: &[Value]) -> std::result::Result<Insertions, String> {
    match rest.first().and_then(|options| options.get("bis")).map(Value::as_str) {
        None | Some(Some("keep")) => Ok(Insertions::Kept),
        Some(Some("resolve")) => Ok(Insertions::Resolved),
        Some(_) => Err("The option “bis” is “keep” or “resolve”.".to_owned()),
    }
}

fn run(request: &RequestContext, wanted: RenumberScope, name: &str) -> std::result::Result<CommandEdit, String> {
    let reading = request.document.reading().ok_or(UNREAD)?;
    let done = renumber(&reading.text, &reading.draft, wanted);
    let mut said = told(request, &reading, &done.left);
    if done.edits.is_empty() && said.is_none() {
        said = Some("Everything is numbered as it should be.".to_owned());
    }
    Ok(CommandEdit { edits: done.edits, name: name.to_owned(), said })
}

fn moved(
    request: &RequestContext,
    rest: &[Value],
    direction: MoveDirection,
    name: &str,
) -> std::result::Result<CommandEdit, String> {
    let position = rest.first().and_then(|position| serde_json::from_value::<Position>(position.clone()).ok());
    let position = position.ok_or("Moving a paragraph wants the cursor's position after the URI.")?;
    let reading = request.document.reading().ok_or(UNREAD)?;
    let at = from_proto::byte(&request.document, position);
    let done = move_paragraph(&reading.text, reading.written(), &reading.draft, at, direction)
        .map_err(|why| to_proto::text(&why.message()))?;
    let said = told(request, &reading, &done.left);
    Ok(CommandEdit { edits: done.edits, name: name.to_owned(), said })
}

/// What is said of things that stay as they are.
fn told(request: &RequestContext, reading: &ParsedText, left: &[LeftUnchanged]) -> Option<String> {
    let sentence = |left: &LeftUnchanged| {
        let line = to_proto::range(&request.document, &left.range).start.line + 1;
        format!("Line {line}: {}", to_proto::text(&left.why.message(reading.words(left.range.clone()).trim())))
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

/// Makes a clean draft of a document.
fn unwrap_page_text(request: &RequestContext, _: &[Value]) -> std::result::Result<CommandEdit, String> {
    let reading = request.document.reading().ok_or(UNREAD)?;
    let manner = request.format_manner(reading.written());
    let outcome = unwrap::unwrap(&reading.text, &reading.draft, manner);
    let left_alone = outcome == UnwrapOutcome::LeftAlone;
    let edits = outcome.edits();
    let in_the_way = !edits.is_empty();
    let edits = reading.editable(edits);
    let said = edits.is_empty().then(|| match in_the_way {
        true => unwrap::MARKUP_IN_THE_WAY.to_owned(),
        false if left_alone => unwrap::LEFT_ALONE.to_owned(),
        false => {
            "This draft is not in page layout: there are no lines to join and no running heads to take out.".to_owned()
        }
    });
    Ok(CommandEdit { edits, name: UNWRAP_TITLE.to_owned(), said })
}

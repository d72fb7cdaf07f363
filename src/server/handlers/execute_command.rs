//! `workspace/executeCommand`: what the user asks for by name, answered by a change that the editor is asked to make.
//!
//! A command's first argument is the document's URI. It is worked out on a thread beside; then the change is sent as
//! `workspace/applyEdit`, which nobody waits for, one change for one step of undoing.

use std::path::PathBuf;
use std::sync::Arc;

use serde_json::Value;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tower_lsp::jsonrpc::{Error, Result};
use tower_lsp::ls_types::request::{ApplyWorkspaceEdit, ShowDocument};
use tower_lsp::ls_types::{
    ApplyWorkspaceEditParams, ExecuteCommandParams, MessageType, Position, Range, ShowDocumentParams, Uri,
    WorkspaceEdit,
};

use crate::draft::{Edit, edit};
use crate::messages::{Locale, Message};
use crate::revise::footnote;
use crate::revise::renumber::{Insertions, LeftUnchanged, MoveDirection, RenumberScope, move_paragraph, renumber};
use crate::revise::unwrap::{self, UnwrapOutcome};
use crate::server::commands::{self, ALIGN, SHOW_AGREED, SHOW_CHANGES, UNWRAP};
use crate::server::log::{self, log};
use crate::server::state::{EditorSession, RequestContext};
use crate::server::to_proto::{self, request_failed};
use crate::server::{agreed, changes, from_proto, tasks, worker};
use crate::source::FileFormat;
use crate::workspace::ParsedText;

crate::messages! {
    "server.command":
    unknown(command: name) = "There is no command {command} here.";
    wants_uri(command: name) = "{command} wants the document's URI first.";
    wants_position() = "This command wants the cursor's position after the document's URI.";
    wants_insertions(keep: name, resolve: name) = "The option “bis” is “{keep}” or “{resolve}”.";
    cannot_apply() = "This editor doesn't let a server change a text. Use the code action instead.";
    unanswered() = "The editor has not answered the changes before this one.";
    not_made(command: message) = "{command}: the editor did not make the change.";
    not_made_because(command: message, why: quote) = "{command}: the editor did not make the change. It says: {why}";
    in_order() = "Everything is numbered as it should be.";
    in_line(line: number, why: message) = "Line {line}: {why}";
    more_like_this(count: count) =
        "{count, plural, one {One more is like this.} other {{count} more are like this.}}";
    stays(count: count) = "{count, plural, one {This stays as it is.} other {These stay as they are.}}";
    no_page_text() =
        "This draft is not in page layout: there are no lines to join and no running heads to take out.";
}

/// Answers the request. The change is sent to the editor, and its answer is waited for by nobody.
pub async fn handle(
    session: &Arc<EditorSession>,
    pending: &PendingEdits,
    params: ExecuteCommandParams,
) -> Result<Option<Value>> {
    if params.command == SHOW_CHANGES {
        let uri = document(session, &params)?;
        changes::show(session, &uri, other_text(session, &params)).await?;
        return Ok(None);
    }
    if params.command == ALIGN {
        let uri = document(session, &params)?;
        return changes::align(session, &uri, other_text(session, &params)).await.map(Some);
    }
    if params.command == SHOW_AGREED {
        let uri = document(session, &params)?;
        let range = params.arguments.get(1).and_then(|range| serde_json::from_value(range.clone()).ok());
        agreed::show(session, &uri, range).await?;
        return Ok(None);
    }
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
    name: Option<Message>,
    /// What is said to the user.
    said: Option<String>,
    /// Where the writer goes on when the change is made.
    go_on: Option<Range>,
}

/// Works a command out of its arguments after the URI. Fails with what the user is told.
type CommandHandler = fn(&RequestContext, &[Value]) -> std::result::Result<CommandEdit, Message>;

/// The commands.
const COMMANDS: [(&str, CommandHandler); 8] = [
    ("rapporteur.renumberOperative", operative),
    ("rapporteur.renumberSubparagraphs", subparagraphs),
    ("rapporteur.renumberNotes", notes),
    ("rapporteur.renumberAll", all),
    ("rapporteur.moveParagraphUp", move_up),
    ("rapporteur.moveParagraphDown", move_down),
    ("rapporteur.insertFootnote", insert_footnote),
    (UNWRAP, unwrap_page_text),
];

/// The names of the commands.
pub fn names() -> Vec<String> {
    COMMANDS.iter().map(|(name, _)| *name).chain([SHOW_CHANGES, ALIGN, SHOW_AGREED]).map(str::to_owned).collect()
}

/// The document that a command is about: its first argument.
fn document(session: &EditorSession, params: &ExecuteCommandParams) -> Result<Uri> {
    let uri = params.arguments.first().and_then(|uri| uri.as_str()?.parse::<Uri>().ok());
    uri.ok_or_else(|| Error::invalid_params(wants_uri(&params.command).text(session.locale())))
}

/// The file of the text that a command names beside its document.
fn other_text(session: &EditorSession, params: &ExecuteCommandParams) -> Option<PathBuf> {
    let uri = params.arguments.get(1)?.as_str()?.parse::<Uri>().ok()?;
    session.path_of(&uri)
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
        let name = params.command.clone();
        let locale = session.locale();
        let known = COMMANDS.iter().find(|(known, _)| *known == name);
        let (_, handler) = known.ok_or_else(|| Error::invalid_params(unknown(&name).text(locale)))?;
        let uri = document(session, &params)?;
        let arguments = params.arguments.into_iter().skip(1);
        let request = session.request(&uri)?;
        if !request.features.applying {
            return Err(request_failed(cannot_apply().text(locale)));
        }
        let answer = changes.0.clone().try_acquire_owned();
        let answer = answer.map_err(|_| request_failed(unanswered().text(locale)))?;
        Ok(RunnableCommand { handler: *handler, request, rest: arguments.collect(), answer })
    }

    /// Works it out.
    fn run(self) -> Result<RequestedEdit> {
        self.request.ensure_editable().map_err(request_failed)?;
        let locale = self.request.locale();
        let done = (self.handler)(&self.request, &self.rest);
        let CommandEdit { edits, name, said, go_on } = done.map_err(|why| request_failed(why.text(locale)))?;
        let edit = (!edits.is_empty())
            .then(|| to_proto::workspace_edit(&self.request.document, &edits, self.request.features));
        let go_on = go_on.filter(|_| self.request.features.showing_documents);
        let go_on = go_on.map(|place| (self.request.document.key().clone(), place));
        Ok(RequestedEdit { session: self.request.session, locale, name, edit, said, go_on, answer: self.answer })
    }
}

/// What a command came to, on its way to the editor.
#[derive(Debug)]
struct RequestedEdit {
    session: Arc<EditorSession>,
    locale: &'static Locale,
    name: Option<Message>,
    edit: Option<WorkspaceEdit>,
    said: Option<String>,
    /// Where the writer goes on when it is made.
    go_on: Option<(Uri, Range)>,
    answer: OwnedSemaphorePermit,
}

impl RequestedEdit {
    /// Asks the editor to make the change, and tells the user what is to be told.
    fn send(self) {
        let RequestedEdit { session, locale, name, edit, said, go_on, answer } = self;
        if let Some(said) = said {
            session.outbox.show(MessageType::INFO, said);
        }
        let Some(edit) = edit else { return };
        tasks::spawn(async move {
            let params = ApplyWorkspaceEditParams { label: name.as_ref().map(|name| name.text(locale)), edit };
            match session.client.send_request::<ApplyWorkspaceEdit>(params).await {
                Ok(response) if response.applied => {
                    if let Some((uri, selection)) = go_on {
                        let params = ShowDocumentParams {
                            uri,
                            external: None,
                            take_focus: Some(true),
                            selection: Some(selection),
                        };
                        let _ = session.client.send_request::<ShowDocument>(params).await;
                    }
                }
                Ok(response) => {
                    let Some(name) = name else { return };
                    let sentence = match response.failure_reason {
                        Some(why) => not_made_because(name, why),
                        None => not_made(name),
                    };
                    session.outbox.show(MessageType::WARNING, sentence.text(locale));
                }
                Err(error) => log(&log::change_not_made(error.to_string())),
            }
            drop(answer);
        });
    }
}

/// How many things that stay as they are the user is told of one by one.
const TOLD: usize = 3;

fn operative(request: &RequestContext, rest: &[Value]) -> std::result::Result<CommandEdit, Message> {
    run(
        request,
        RenumberScope { insertions: insertions(rest)?, ..RenumberScope::OPERATIVE },
        commands::renumber_operative(),
    )
}

fn subparagraphs(request: &RequestContext, rest: &[Value]) -> std::result::Result<CommandEdit, Message> {
    run(
        request,
        RenumberScope { insertions: insertions(rest)?, ..RenumberScope::SUBPARAGRAPHS },
        commands::renumber_subparagraphs(),
    )
}

fn notes(request: &RequestContext, _: &[Value]) -> std::result::Result<CommandEdit, Message> {
    run(request, RenumberScope::NOTES, commands::renumber_notes())
}

fn all(request: &RequestContext, rest: &[Value]) -> std::result::Result<CommandEdit, Message> {
    run(request, RenumberScope { insertions: insertions(rest)?, ..RenumberScope::ALL }, commands::renumber_all())
}

fn move_up(request: &RequestContext, rest: &[Value]) -> std::result::Result<CommandEdit, Message> {
    moved(request, rest, MoveDirection::Up, commands::move_up())
}

fn move_down(request: &RequestContext, rest: &[Value]) -> std::result::Result<CommandEdit, Message> {
    moved(request, rest, MoveDirection::Down, commands::move_down())
}

/// What is to become of `bis`, by the options: `{ "bis": "resolve" }`; without them it is kept.
fn insertions(rest: &[Value]) -> std::result::Result<Insertions, Message> {
    match rest.first().and_then(|options| options.get("bis")).map(Value::as_str) {
        None | Some(Some("keep")) => Ok(Insertions::Kept),
        Some(Some("resolve")) => Ok(Insertions::Resolved),
        Some(_) => Err(wants_insertions("keep", "resolve")),
    }
}

fn run(request: &RequestContext, wanted: RenumberScope, name: Message) -> std::result::Result<CommandEdit, Message> {
    let reading = request.document.reading().ok_or_else(commands::unread)?;
    let done = renumber(&reading.text, &reading.draft, wanted);
    let mut said = told(request, &reading, &done.left);
    if done.edits.is_empty() && said.is_none() {
        said = Some(in_order().text(request.locale()));
    }
    Ok(CommandEdit { edits: done.edits, name: Some(name), said, go_on: None })
}

fn moved(
    request: &RequestContext,
    rest: &[Value],
    direction: MoveDirection,
    name: Message,
) -> std::result::Result<CommandEdit, Message> {
    let reading = request.document.reading().ok_or_else(commands::unread)?;
    let at = cursor(request, rest)?;
    let done =
        move_paragraph(&reading.text, reading.written(), &reading.draft, at, direction).map_err(|why| why.message())?;
    let said = told(request, &reading, &done.left);
    Ok(CommandEdit { edits: done.edits, name: Some(name), said, go_on: None })
}

/// The byte of the cursor's position, which a command is given.
fn cursor(request: &RequestContext, rest: &[Value]) -> std::result::Result<usize, Message> {
    let position = rest.first().and_then(|position| serde_json::from_value::<Position>(position.clone()).ok());
    Ok(from_proto::byte(&request.document, position.ok_or_else(wants_position)?))
}

/// Begins a footnote at the cursor, and has the writer go on in it.
fn insert_footnote(request: &RequestContext, rest: &[Value]) -> std::result::Result<CommandEdit, Message> {
    let reading = request.document.reading().ok_or_else(commands::unread)?;
    let at = cursor(request, rest)?;
    let markdown = request.document.path().is_some_and(FileFormat::is_markdown);
    let begun = footnote::insert(&reading.text, &reading.draft, at, markdown)?;
    let can_be_made = begun.edits.iter().all(|edit| reading.map().is_editable(&edit.range));
    if !can_be_made {
        return Err(footnote::not_here());
    }
    let after = edit::apply(&begun.edits, reading.written());
    let go_on = to_proto::range_of_text(&after, &begun.unwritten, request.document.encoding);
    Ok(CommandEdit { edits: begun.edits, name: Some(commands::insert_footnote()), said: None, go_on: Some(go_on) })
}

/// What is said of things that stay as they are.
fn told(request: &RequestContext, reading: &ParsedText, left: &[LeftUnchanged]) -> Option<String> {
    let locale = request.locale();
    let sentence = |left: &LeftUnchanged| {
        let line = to_proto::range(&request.document, &left.range).start.line + 1;
        in_line(line, left.why.message(reading.words(left.range.clone()).trim()))
    };
    let more = left.len().saturating_sub(TOLD);
    let sentences = std::iter::once(stays(left.len()))
        .chain(left.iter().take(TOLD).map(sentence))
        .chain((more > 0).then(|| more_like_this(more)));
    (!left.is_empty()).then(|| locale.sentences(sentences))
}

/// Makes a clean draft of a document.
fn unwrap_page_text(request: &RequestContext, _: &[Value]) -> std::result::Result<CommandEdit, Message> {
    let reading = request.document.reading().ok_or_else(commands::unread)?;
    let manner = request.format_manner(reading.written());
    let outcome = unwrap::unwrap(&reading.text, &reading.draft, manner);
    let left_alone = outcome == UnwrapOutcome::LeftAlone;
    let edits = outcome.edits();
    let in_the_way = !edits.is_empty();
    let edits = reading.editable(edits);
    let said = edits.is_empty().then(|| match in_the_way {
        true => unwrap::markup_in_the_way(),
        false if left_alone => unwrap::left_alone(),
        false => no_page_text(),
    });
    let said = said.map(|said| said.text(request.locale()));
    Ok(CommandEdit { edits, name: Some(commands::unwrap_title()), said, go_on: None })
}

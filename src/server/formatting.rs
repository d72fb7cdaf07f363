//! Formatting, and page text made a clean draft, in the protocol's types.

use serde_json::Value;
use tower_lsp::ls_types::{CodeAction, CodeActionContext, CodeActionKind, CodeActionOrCommand, Command, TextEdit};

use super::commands::Done;
use super::desk::View;
use super::edits;
use crate::draft::Layout;
use crate::revise::format::{self, Manner};
use crate::revise::unwrap;
use crate::source;
use crate::text::Position;

/// The command that makes a clean draft of a document in page layout. Its argument is the document's URI.
pub const UNWRAP: &str = "rapporteur.unwrap";

/// What the command is called where it is offered.
const TITLE: &str = "Make a clean draft of this page text";

/// The changes that lay a document out evenly; none for text in page layout.
pub fn document(view: &View) -> Option<Vec<TextEdit>> {
    let reading = view.document.reading().filter(|_| view.document.is_editable())?;
    let edits = format::document(&reading.text, &reading.draft, manner(view, &reading.text));
    Some(edits::of_text(&view.document, &edits))
}

/// The changes of the lines that a range touches. Page text that was pasted there is made a clean one.
pub fn range(view: &View, start: Position, end: Position) -> Option<Vec<TextEdit>> {
    let reading = view.document.reading().filter(|_| view.document.is_editable())?;
    let byte = |place| view.document.text.byte(place, view.document.encoding);
    let range = byte(start)..byte(end);
    let manner = manner(view, &reading.text);
    let pasted = unwrap::pasted(&reading.text, &reading.draft, range.clone(), manner);
    let edits = match pasted {
        Some(edit) => vec![edit],
        None => format::range(&reading.text, &reading.draft, range, manner),
    };
    Some(edits::of_text(&view.document, &edits))
}

fn manner(view: &View, text: &str) -> Manner {
    Manner::of(text, view.document.path().is_some_and(|path| source::is_markdown(&path)))
}

/// The action that makes a clean draft of a document, where it is in page layout and the client can be asked to change
/// it.
pub fn actions(view: &View, context: &CodeActionContext) -> Vec<CodeActionOrCommand> {
    let kind = CodeActionKind::REFACTOR_REWRITE;
    let wanted = context.only.as_ref().is_none_or(|only| only.iter().any(|only| super::actions::is_a(&kind, only)));
    let page = || view.document.reading().is_some_and(|reading| reading.draft.layout == Layout::Page);
    if !wanted || !view.features.applying || !page() {
        return Vec::new();
    }
    let uri = view.document.uri.as_str();
    let command = Command::new(TITLE.to_owned(), UNWRAP.to_owned(), Some(vec![uri.into()]));
    let action =
        CodeAction { title: TITLE.to_owned(), kind: Some(kind), command: Some(command), ..CodeAction::default() };
    vec![CodeActionOrCommand::CodeAction(action)]
}

/// Makes a clean draft of a document.
pub fn unwrap(view: &View, _: &[Value]) -> Result<Done, String> {
    let reading = view.document.reading().ok_or("This text could not be read.")?;
    let edits = unwrap::unwrap(&reading.text, &reading.draft, manner(view, &reading.text));
    let said = edits.is_empty().then(|| {
        "This draft is not in page layout: there are no lines to join and no running heads to take out.".to_owned()
    });
    Ok(Done { edits, name: TITLE.to_owned(), said })
}

//! Agreed language: the index of the texts at hand kept in step with the folders, and the page that answers from it.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use tower_lsp::jsonrpc::Result;
use tower_lsp::ls_types::{Range, Uri};

use super::commands::no_agreed_index;
use super::log::{log, log_sentence};
use super::state::{EditorSession, RequestContext};
use super::to_proto::request_failed;
use super::{from_proto, pages, shown_page, worker};
use crate::agreed::{AgreedPlace, IndexKeeper, Question};
use crate::assist;
use crate::compare::outline;
use crate::messages::Message;

crate::messages! {
    "server.agreed":
    /// Of a cursor in none.
    no_paragraph() = "Put the cursor into a paragraph, or select the words that you are looking for.";
}

/// How many wordings a page shows.
const WORDINGS: usize = 20;

/// Begins to take the texts of folders into the index, or those at some paths alone, where they are named; `None` where there is no
/// index, which is told in the log where it is a fault.
pub fn keeper(session: &EditorSession, paths: Option<&[PathBuf]>) -> Option<IndexKeeper> {
    let index = session.agreed.as_ref().filter(|_| session.state().settings.editor().cache)?;
    match paths.map_or_else(|| index.keep_up(), |paths| index.keep_up_with(paths)) {
        Ok(keeper) => Some(keeper),
        Err(problem) => {
            log_sentence(problem.message().text(session.locale()));
            None
        }
    }
}

/// Ends the taking in of texts, and has those forgotten that are gone, wherever they lay; of some paths alone, where they are named.
pub fn end(session: &EditorSession, keeper: Option<IndexKeeper>, paths: Option<&[PathBuf]>) {
    let looked_at = |path: &Path| paths.is_none_or(|paths| paths.iter().any(|around| path.starts_with(around)));
    if let Some(Err(problem)) = keeper.map(|keeper| keeper.end(looked_at)) {
        log_sentence(problem.message().text(session.locale()));
    }
}

/// Shows where words of a document have stood before: the selected ones, else those of the paragraph where the cursor is.
///
/// # Errors
///
/// When nothing is selected and the cursor is in no paragraph, there is no index, or the page can't be written.
pub async fn show(session: &Arc<EditorSession>, document: &Uri, range: Option<Range>) -> Result<()> {
    let request = session.request(document)?;
    let locale = request.locale();
    if request.session.agreed.is_none() || !session.state().settings.editor().cache {
        return Err(request_failed(no_agreed_index().text(locale)));
    }
    let folders = session.state().indexed_folders.clone().unwrap_or_default();
    let made = worker::run(move || page(&request, range, &folders)).await?;
    let page = made.map_err(|why| request_failed(why.text(locale)))?;
    shown_page::show(session, &page, None, locale)
}

fn page(
    request: &RequestContext,
    range: Option<Range>,
    folders: &[PathBuf],
) -> std::result::Result<assist::InstrumentPage, Message> {
    let words = words(request, range).ok_or_else(no_paragraph)?;
    let path = request.document.path();
    let question = Question { words: &words, folders, except: path, limit: WORDINGS };
    let index = request.session.agreed.as_ref().ok_or_else(no_agreed_index)?;
    let wordings = index.ask(&question).map_err(|problem| {
        let why = problem.message();
        log(&why);
        why
    })?;
    let name = pages::name_of("agreed", path.unwrap_or(Path::new("draft")));
    let known = (&*request.session.authority, &request.session.library);
    let address = |place: &AgreedPlace| {
        Some(format!("{}#L{}", pages::link_to(&place.file, request.features.page_contents)?, place.line + 1))
    };
    Ok(assist::agreed_page(name, &words, &wordings, known, address, request.locale()))
}

/// The words that are asked for.
fn words(request: &RequestContext, range: Option<Range>) -> Option<String> {
    let reading = request.document.reading()?;
    let range = range?;
    let bytes = from_proto::byte(&request.document, range.start)..from_proto::byte(&request.document, range.end);
    if !bytes.is_empty() {
        return Some(reading.words(bytes)).filter(|words| !words.trim().is_empty());
    }
    let items = outline(&reading.text, &reading.draft, &(0..reading.text.len()));
    let mut here = items.iter().filter(|item| item.index.is_some());
    let here = here.rfind(|item| item.range.start <= bytes.start && bytes.start <= item.range.end)?;
    Some(reading.draft.running(&reading.text, here.index?).text)
}

//! What changed in a draft since the text that it was made of: where it is asked for, and the page that shows it.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde_json::{Value, json};
use tower_lsp::jsonrpc::Result;
use tower_lsp::ls_types::Uri;

use super::state::{EditorSession, RequestContext};
use super::to_proto::request_failed;
use super::{commands, log, pages, shown_page, uri, worker};
use crate::assist;
use crate::document::DraftChanges;
use crate::draft::ReadAs;
use crate::messages::{Message, system};

crate::messages! {
    "server.changes":
    no_predecessor() =
        "Among the texts at hand is none that this draft goes back to: no earlier one with its title, and none of nearly the same \
         title that it recalls. Put last year's text into the folder, or compare two files with `rapporteur compare`.";
    not_understood(path: name) = "Nothing of a resolution was understood in {path}, and it can’t be compared.";
}

/// A draft beside the text that it was made of, as far as that is at hand.
pub fn of(request: &RequestContext) -> Option<Arc<DraftChanges>> {
    let later = request.document.reading()?;
    let predecessor = request.session.library.predecessor(request.document.path(), &later.draft)?;
    let earlier = request.session.library.read(&predecessor)?;
    Some(request.session.changes.between(&later, &predecessor.path, earlier))
}

/// A draft beside the text that somebody names, or else the one that it was made of.
///
/// # Errors
///
/// Why there is none, for the user.
fn beside(request: &RequestContext, named: Option<&Path>) -> std::result::Result<Arc<DraftChanges>, Message> {
    let Some(path) = named else { return of(request).ok_or_else(no_predecessor) };
    let later = request.document.reading().ok_or_else(commands::unread)?;
    let earlier = request.session.library.read_at(path, ReadAs::default());
    let earlier = earlier.filter(|earlier| !earlier.draft.paragraphs.is_empty());
    let earlier = earlier.ok_or_else(|| not_understood(path.display().to_string()))?;
    Ok(request.session.changes.between(&later, path, earlier))
}

/// The name of a page about a draft.
fn page_name(request: &RequestContext, kind: &str) -> String {
    pages::name_of(kind, request.document.path().unwrap_or(Path::new("draft")))
}

/// Shows the page of what changed in a document since the text that is named, or else the one that it was made of.
///
/// # Errors
///
/// When there is nothing that it goes back to, or the page can't be written. The user is told why.
pub async fn show(session: &Arc<EditorSession>, document: &Uri, named: Option<PathBuf>) -> Result<()> {
    let request = session.request(document)?;
    let locale = request.locale();
    let made = worker::run(move || {
        let changes = beside(&request, named.as_deref())?;
        Ok(assist::changes_page(
            page_name(&request, "changes"),
            &changes.name,
            &changes.revision,
            (&changes.earlier.text, &changes.earlier.draft),
            (&changes.later.text, &changes.later.draft),
            locale,
        ))
    });
    let page = made.await?.map_err(|why: Message| request_failed(why.text(locale)))?;
    shown_page::show(session, &page, locale)
}

/// Writes a document and the text that is named, or else the one that it was made of, as two pages whose paragraphs stand beside
/// each other, for the editor to show them so: `{ old, new, title }`.
///
/// # Errors
///
/// As [`show`].
pub async fn align(session: &Arc<EditorSession>, document: &Uri, named: Option<PathBuf>) -> Result<Value> {
    let request = session.request(document)?;
    let locale = request.locale();
    let made = worker::run(move || {
        let changes = beside(&request, named.as_deref())?;
        let pages = assist::aligned_pages(
            [page_name(&request, "before"), page_name(&request, "now")],
            &changes.revision,
            (&changes.earlier.text, &changes.earlier.draft),
            (&changes.later.text, &changes.later.draft),
            locale,
        );
        let title = changes.revision.since(&changes.name).text(locale);
        let [old, new] = pages.map(|page| Ok(uri::from_path(&pages::write(&page)?)));
        let failed = |error: std::io::Error| log::page_unwritten("now", system::fault(&error));
        let (old, new) = (old.map_err(failed)?, new.map_err(failed)?);
        Ok(json!({ "old": old, "new": new, "title": title }))
    });
    made.await?.map_err(|why: Message| request_failed(why.text(locale)))
}

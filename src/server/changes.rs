//! What changed in a draft since the text that it was made of: where it is asked for, and the page that shows it.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde_json::{Value, json};
use tower_lsp::jsonrpc::Result;
use tower_lsp::ls_types::Uri;

use super::state::{EditorSession, RequestContext};
use super::to_proto::request_failed;
use super::virtual_pages::{
    FollowedPage, PageSubject, TextDocumentContentParams, TextDocumentContentRefresh, VirtualPage,
};
use super::{commands, log, pages, shown_page, tasks, uri, worker};
use crate::assist::{self, InstrumentPage};
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

/// The page of what changed in a document since the text that is named, or else the one that it was made of.
fn told(request: &RequestContext, named: Option<&Path>) -> std::result::Result<InstrumentPage, Message> {
    let changes = beside(request, named)?;
    Ok(assist::changes_page(
        page_name(request, "changes"),
        &changes.name,
        &changes.revision,
        (&changes.earlier.text, &changes.earlier.draft),
        (&changes.later.text, &changes.later.draft),
        request.locale(),
    ))
}

/// The two pages on which the paragraphs of a document and of the text that is named, or else the one that it was made of, stand beside
/// each other, and what they are called together.
fn aligned(
    request: &RequestContext,
    named: Option<&Path>,
) -> std::result::Result<([InstrumentPage; 2], String), Message> {
    let changes = beside(request, named)?;
    let pages = assist::aligned_pages(
        [page_name(request, "before"), page_name(request, "now")],
        &changes.revision,
        (&changes.earlier.text, &changes.earlier.draft),
        (&changes.later.text, &changes.later.draft),
        request.locale(),
    );
    Ok((pages, changes.revision.since(&changes.name).text(request.locale())))
}

/// A page about a draft as it stands now; `None` where there is nothing any more that it goes back to.
pub fn page(request: &RequestContext, subject: &PageSubject) -> Option<InstrumentPage> {
    let named = subject.beside.as_deref();
    match subject.kind {
        FollowedPage::Told => told(request, named).ok(),
        FollowedPage::Before => aligned(request, named).ok().map(|([before, _], _)| before),
        FollowedPage::Now => aligned(request, named).ok().map(|([_, now], _)| now),
    }
}

/// Shows the page of what changed in a document since the text that is named, or else the one that it was made of.
///
/// # Errors
///
/// When there is nothing that it goes back to, or the page can't be written. The user is told why.
pub async fn show(session: &Arc<EditorSession>, document: &Uri, named: Option<PathBuf>) -> Result<()> {
    let request = session.request(document)?;
    let locale = request.locale();
    let subject = PageSubject { document: document.clone(), beside: named, kind: FollowedPage::Told };
    let beside = subject.beside.clone();
    let made = worker::run(move || told(&request, beside.as_deref()));
    let page = made.await?.map_err(|why| request_failed(why.text(locale)))?;
    shown_page::show(session, &page, Some(subject), locale)
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
    let subject = |kind| PageSubject { document: document.clone(), beside: named.clone(), kind };
    let subjects = [subject(FollowedPage::Before), subject(FollowedPage::Now)];
    let made = worker::run(move || {
        let ([before, now], title) = aligned(&request, named.as_deref())?;
        let [of_before, of_now] = subjects;
        let keep = |page: &InstrumentPage, subject| match request.features.page_contents {
            true => Ok(request.session.virtual_pages.keep(page, Some(subject))),
            false => pages::write(page)
                .map(|path| uri::from_path(&path))
                .map_err(|error| log::page_unwritten(page.name.as_str(), system::fault(&error))),
        };
        Ok(json!({ "old": keep(&before, of_before)?, "new": keep(&now, of_now)?, "title": title }))
    });
    made.await?.map_err(|why: Message| request_failed(why.text(locale)))
}

/// Makes the pages about a draft anew that the client asks for, and asks it to ask again for those that say something else now.
pub fn refresh(session: &Arc<EditorSession>, document: &Uri) {
    let about = session.virtual_pages.about(document);
    if about.is_empty() {
        return;
    }
    let Ok(request) = session.request(document) else { return };
    let session = session.clone();
    tasks::spawn(async move {
        let make = move || {
            let anew = |kept: VirtualPage| {
                let subject = kept.subject?;
                let page = page(&request, &subject).filter(|page| page.markdown != kept.page.markdown)?;
                request.session.virtual_pages.keep(&page, Some(subject))
            };
            about.into_iter().filter_map(anew).collect::<Vec<Uri>>()
        };
        let Ok(changed) = worker::run(make).await else { return };
        for uri in changed {
            let params = TextDocumentContentParams { uri };
            let _ = session.client.send_request::<TextDocumentContentRefresh>(params).await;
        }
    });
}

//! What changed in a draft since the text that it was made of: where it is asked for, and the page that shows it.

use std::path::Path;
use std::sync::Arc;

use tower_lsp::jsonrpc::Result;
use tower_lsp::ls_types::Uri;

use super::state::{EditorSession, RequestContext};
use super::to_proto::request_failed;
use super::{pages, shown_page, worker};
use crate::assist;
use crate::document::DraftChanges;

crate::messages! {
    "server.changes":
    no_predecessor() =
        "Among the texts at hand is none that this draft goes back to: no earlier one with its title, and none of nearly the same \
         title that it recalls. Put last year's text into the folder, or compare two files with `rapporteur compare`.";
}

/// A draft beside the text that it was made of, as far as that is at hand.
pub fn of(request: &RequestContext) -> Option<Arc<DraftChanges>> {
    let later = request.document.reading()?;
    let predecessor = request.session.library.predecessor(request.document.path(), &later.draft)?;
    let earlier = request.session.library.read(&predecessor)?;
    Some(request.session.changes.between(&later, predecessor, earlier))
}

/// Shows the page of what changed in a document.
///
/// # Errors
///
/// When there is nothing that it goes back to, or the page can't be written. The user is told why.
pub async fn show(session: &Arc<EditorSession>, document: &Uri) -> Result<()> {
    let request = session.request(document)?;
    let locale = request.locale();
    let made = worker::run(move || {
        let changes = of(&request)?;
        let name = pages::name_of("changes", request.document.path().unwrap_or(Path::new("draft")));
        Some(assist::changes_page(
            name,
            changes.predecessor.symbol.as_str(),
            &changes.revision,
            (&changes.earlier.text, &changes.earlier.draft),
            (&changes.later.text, &changes.later.draft),
            locale,
        ))
    });
    let Some(page) = made.await? else { return Err(request_failed(no_predecessor().text(locale))) };
    shown_page::show(session, &page, locale)
}

//! `textDocument/documentLink`: links to the official documents of what a draft cites.

use std::sync::Arc;

use tower_lsp::jsonrpc::Result;
use tower_lsp::ls_types::{DocumentLink, DocumentLinkParams};

use crate::assist::{self, UncutRuns};
use crate::draft::Citation;
use crate::server::state::{EditorSession, RequestContext};
use crate::server::{queries, to_proto, worker};

/// Answers the request.
pub async fn handle(session: &Arc<EditorSession>, params: DocumentLinkParams) -> Result<Option<Vec<DocumentLink>>> {
    let request = session.request(&params.text_document.uri)?;
    worker::run(move || links(&request)).await
}

/// Links to the official documents of everything that is cited and has no text in the workspace. What has one
/// is gone to by its definition: an editor in which one click follows both would open the text and a browser.
fn links(request: &RequestContext) -> Option<Vec<DocumentLink>> {
    let reading = request.document.reading()?;
    let here = |citation: &Citation| {
        assist::has_text(queries::params(request, &reading, citation.range.start), &citation.symbol)
    };
    let interface = request.interface();
    let mut runs = request.features.whole_runs.then(|| UncutRuns::of(&reading));
    let citations = reading.draft.citations.iter().filter(|citation| !here(citation));
    let links = citations.map(|citation| assist::link(&reading.draft, citation, interface));
    // The hover has the link, too.
    let links = links.filter(|link| runs.as_mut().is_none_or(|runs| runs.can_set_apart(&link.range)));
    let links = links.map(|link| DocumentLink {
        range: to_proto::range(&request.document, &link.range),
        target: link.address.parse().ok(),
        tooltip: request.features.tooltips.then_some(link.tooltip),
        data: None,
    });
    Some(links.collect())
}

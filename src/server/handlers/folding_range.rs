//! `textDocument/foldingRange`: what can be folded away.

use std::sync::Arc;

use tower_lsp::jsonrpc::Result;
use tower_lsp::ls_types::{FoldingRange, FoldingRangeKind, FoldingRangeParams};

use crate::assist::{self, Fold};
use crate::server::state::{EditorSession, RequestContext};
use crate::server::{to_proto, worker};

/// Answers the request.
pub async fn handle(session: &Arc<EditorSession>, params: FoldingRangeParams) -> Result<Option<Vec<FoldingRange>>> {
    let request = session.request(&params.text_document.uri)?;
    worker::run(move || folds(&request)).await
}

/// What can be folded away, in whole lines.
fn folds(request: &RequestContext) -> Option<Vec<FoldingRange>> {
    let reading = request.document.reading()?;
    let fold = |Fold { range, notes }: Fold| {
        let lines = to_proto::range(&request.document, &range);
        (lines.start.line < lines.end.line).then(|| FoldingRange {
            start_line: lines.start.line,
            end_line: lines.end.line,
            kind: notes.then_some(FoldingRangeKind::Comment),
            ..FoldingRange::default()
        })
    };
    Some(assist::folds(&reading).into_iter().filter_map(fold).collect())
}

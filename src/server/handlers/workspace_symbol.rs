//! `workspace/symbol`: the instruments of the workspace that answer a search.

use std::sync::Arc;

use tower_lsp::jsonrpc::Result;
use tower_lsp::ls_types::{
    self as lsp, Location, OneOf, SymbolKind, WorkspaceSymbol, WorkspaceSymbolParams, WorkspaceSymbolResponse,
};

use crate::assist;
use crate::server::state::EditorSession;
use crate::server::{uri, worker};
use crate::workspace::WorkspaceIndex;

/// Answers the request.
pub async fn handle(
    session: &Arc<EditorSession>,
    params: WorkspaceSymbolParams,
) -> Result<Option<WorkspaceSymbolResponse>> {
    let session = session.clone();
    worker::run(move || Some(WorkspaceSymbolResponse::Nested(workspace_symbols(&session.library, &params.query)))).await
}

/// How many of the workspace's instruments are told at once.
const MOST: usize = 500;

/// The workspace's instruments that answer a search, the likeliest first.
fn workspace_symbols(library: &WorkspaceIndex, query: &str) -> Vec<WorkspaceSymbol> {
    let symbols = assist::search(library, query).into_iter().filter_map(|instrument| {
        let title = instrument.title.as_deref().unwrap_or_default();
        Some(WorkspaceSymbol {
            name: format!("{} {title}", instrument.symbol).trim_end().to_owned(),
            kind: SymbolKind::FILE,
            tags: None,
            container_name: Some(instrument.language.name.to_owned()),
            location: OneOf::Left(Location::new(uri::from_path(&instrument.path)?, lsp::Range::default())),
            data: None,
        })
    });
    symbols.take(MOST).collect()
}

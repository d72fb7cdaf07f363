//! `textDocument/documentSymbol`: the outline of a draft.

use std::sync::Arc;

use tower_lsp::jsonrpc::Result;
use tower_lsp::ls_types::{
    DocumentSymbol, DocumentSymbolParams, DocumentSymbolResponse, SymbolInformation, SymbolKind,
};

use crate::assist::{self, OutlineItem, OutlineKind};
use crate::server::state::{EditorSession, RequestContext};
use crate::server::{to_proto, worker};

/// Answers the request.
pub async fn handle(
    session: &Arc<EditorSession>,
    params: DocumentSymbolParams,
) -> Result<Option<DocumentSymbolResponse>> {
    let request = session.request(&params.text_document.uri)?;
    worker::run(move || outline(&request)).await
}

/// The outline of a document, with its levels where the client shows them.
fn outline(request: &RequestContext) -> Option<DocumentSymbolResponse> {
    let reading = request.document.reading()?;
    let items = assist::outline(&reading, request.interface());
    Some(if request.features.outline {
        DocumentSymbolResponse::Nested(items.into_iter().map(|item| nested(request, item)).collect())
    } else {
        let mut symbols = Vec::new();
        items.into_iter().for_each(|item| flat(request, item, None, &mut symbols));
        DocumentSymbolResponse::Flat(symbols)
    })
}

#[allow(deprecated)]
fn nested(request: &RequestContext, item: OutlineItem) -> DocumentSymbol {
    let children: Vec<_> = item.children.into_iter().map(|child| nested(request, child)).collect();
    DocumentSymbol {
        name: item.name,
        detail: None,
        kind: kind(item.kind),
        tags: None,
        deprecated: None,
        range: to_proto::range(&request.document, &item.range),
        selection_range: to_proto::range(&request.document, &item.selection),
        children: (!children.is_empty()).then_some(children),
    }
}

#[allow(deprecated)]
fn flat(request: &RequestContext, item: OutlineItem, container: Option<&str>, symbols: &mut Vec<SymbolInformation>) {
    symbols.push(SymbolInformation {
        name: item.name.clone(),
        kind: kind(item.kind),
        tags: None,
        deprecated: None,
        location: to_proto::location(&request.document, &item.range),
        container_name: container.map(str::to_owned),
    });
    item.children.into_iter().for_each(|child| flat(request, child, Some(&item.name), symbols));
}

/// The protocol knows no paragraphs; these are the kinds whose icons say the least wrong.
fn kind(kind: OutlineKind) -> SymbolKind {
    match kind {
        OutlineKind::Title => SymbolKind::FILE,
        OutlineKind::Preamble | OutlineKind::Section | OutlineKind::Part | OutlineKind::Annex | OutlineKind::Notes => {
            SymbolKind::NAMESPACE
        }
        OutlineKind::PreambularParagraph | OutlineKind::OperativeParagraph | OutlineKind::Subparagraph => {
            SymbolKind::STRING
        }
        OutlineKind::Note => SymbolKind::KEY,
    }
}

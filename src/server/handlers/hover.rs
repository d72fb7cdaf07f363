//! `textDocument/hover`: what is known of the thing at a place, and of the findings there.

use std::sync::Arc;

use tower_lsp::jsonrpc::Result;
use tower_lsp::ls_types::{Hover, HoverParams, Position, TextDocumentPositionParams};

use crate::assist;
use crate::document::DocumentKind;
use crate::rules::Rule;
use crate::server::state::{EditorSession, RequestContext};
use crate::server::{config_document, from_proto, pages, queries, to_proto, worker};

/// Answers the request.
pub async fn handle(session: &Arc<EditorSession>, params: HoverParams) -> Result<Option<Hover>> {
    let TextDocumentPositionParams { text_document, position } = params.text_document_position_params;
    let request = session.request(&text_document.uri)?;
    worker::run(move || hover(&request, position)).await
}

/// What is said about the thing at a place.
fn hover(request: &RequestContext, place: Position) -> Option<Hover> {
    if request.document.kind() == DocumentKind::Config {
        let offset = from_proto::byte(&request.document, place);
        let (range, about) =
            config_document::explanation(&request.document, offset, request.features.interface_language())?;
        return Some(to_proto::hover(&request.document, &range, about, request.features));
    }
    let card = queries::ask(request, place, assist::hover);
    let rules = of_rules(request, place);
    let range = card.as_ref().map(|card| card.range.clone()).or_else(|| Some(rules.first()?.range.clone()))?;
    let pages = card.map(|card| card.markdown).into_iter().chain(rules.into_iter().map(|rule| rule.markdown));
    let markdown = pages.collect::<Vec<_>>().join("\n\n---\n\n");
    Some(to_proto::hover(&request.document, &range, markdown, request.features))
}

/// What the rules ask for whose findings are at a place, each once.
fn of_rules(request: &RequestContext, place: Position) -> Vec<assist::Hover> {
    // What is held back while somebody writes is not spoken of here either.
    let Some(now) = request.document.published(&request.settings, false) else { return Vec::new() };
    let offset = from_proto::byte(&request.document, place);
    let interface = request.interface();
    let mut told = Vec::new();
    let mut codes = Vec::new();
    for finding in now.findings.iter().filter(|f| f.range.start <= offset && offset <= f.range.end) {
        let Some(rule) = Rule::named(finding.code).filter(|rule| !codes.contains(&rule.code)) else { continue };
        codes.push(rule.code);
        let page = pages::rule_page(rule.code, interface).filter(|_| request.features.code_descriptions);
        let name = match page {
            Some(page) => format!("[{}]({})", rule.code, page.as_str()),
            None => format!("*{}*", rule.code),
        };
        told.push(assist::Hover {
            range: finding.range.clone(),
            markdown: format!("{name}: {}", rule.says(interface)),
        });
    }
    told
}

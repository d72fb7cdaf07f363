//! `textDocument/hover`: what is known of the thing at a place, and of the findings there.

use std::sync::Arc;

use tower_lsp::jsonrpc::Result;
use tower_lsp::ls_types::{Hover, HoverParams, Position, TextDocumentPositionParams};

use crate::assist;
use crate::document::DocumentKind;
use crate::rules::Rule;
use crate::server::state::{EditorSession, RequestContext};
use crate::server::versions::{self, AskedAt, Counterparts};
use crate::server::{config_document, from_proto, pages, queries, to_proto, worker};

/// How much of a paragraph is shown of each other version, in characters.
const SHOWN: usize = 400;

/// What has words of another direction stand by themselves, and ends them (Unicode's LRI, RLI and PDI).
const FROM_LEFT: char = '\u{2066}';
const FROM_RIGHT: char = '\u{2067}';
const END: char = '\u{2069}';

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
    let versions = of_versions(request, place);
    let rules = of_rules(request, place);
    let told = || card.iter().chain(&versions).chain(&rules);
    let range = told().next()?.range.clone();
    let pages = told().map(|told| told.markdown.as_str());
    let markdown = pages.collect::<Vec<_>>().join("\n\n---\n\n");
    Some(to_proto::hover(&request.document, &range, markdown, request.features))
}

/// What stands in the other language versions for the paragraph or the note whose label is at a place.
fn of_versions(request: &RequestContext, place: Position) -> Option<assist::Hover> {
    let offset = from_proto::byte(&request.document, place);
    let Counterparts { subject, places } = versions::counterparts(request, offset, AskedAt::Label)?;
    let from_right = request.interface().marks.right_to_left;
    let told = places.iter().map(|place| {
        let words = assist::shorten(&place.words, SHOWN);
        let (name, words) = (place.language.name, assist::markdown(&words));
        let label = place.labelled.as_deref().map(|label| format!(" {}", assist::markdown(label))).unwrap_or_default();
        let link = format!("[{name}]({}#L{})", place.uri.as_str(), place.label.start.line + 1);
        let words = match place.language.marks.right_to_left {
            right if right == from_right => words,
            true => format!("{FROM_RIGHT}{words}{END}"),
            false => format!("{FROM_LEFT}{words}{END}"),
        };
        format!("{link}{label}\n\n> {words}")
    });
    let markdown = told.collect::<Vec<_>>().join("\n\n");
    (!markdown.is_empty()).then_some(assist::Hover { range: subject?, markdown })
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
        let page = pages::rule_page(rule.code, interface, request.features.page_contents)
            .filter(|_| request.features.code_descriptions);
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

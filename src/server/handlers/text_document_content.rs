//! `workspace/textDocumentContent` (LSP 3.18): what a page says that the client shows and that lies in no file.

use std::sync::Arc;

use tower_lsp::jsonrpc::{Error, Result};

use crate::language;
use crate::rules::Rule;
use crate::server::state::EditorSession;
use crate::server::to_proto::request_failed;
use crate::server::virtual_pages::{self, TextDocumentContentParams, TextDocumentContentResult};
use crate::server::{changes, pages, worker};

crate::messages! {
    "server.content":
    no_page(uri: name) = "{uri} is the address of no page of Rapporteur’s.";
    forgotten() = "This page is not kept any more. Ask for it again where you opened it.";
}

/// Answers the request. What tells of an open draft is made anew.
pub async fn handle(
    session: &Arc<EditorSession>,
    params: TextDocumentContentParams,
) -> Result<TextDocumentContentResult> {
    let locale = session.locale();
    let name = virtual_pages::name_of(&params.uri);
    let name = name.ok_or_else(|| Error::invalid_params(no_page(params.uri.as_str()).text(locale)))?;
    if let Some((rule, language)) = rule_and_language(&name) {
        return Ok(TextDocumentContentResult { text: rule.page(language) });
    }
    let kept = session.virtual_pages.named(&name);
    let kept = kept.ok_or_else(|| request_failed(forgotten().text(locale)))?;
    let anew =
        kept.subject.as_ref().and_then(|subject| Some((session.request(&subject.document).ok()?, subject.clone())));
    let Some((request, subject)) = anew else { return Ok(TextDocumentContentResult { text: kept.page.markdown }) };
    let page = worker::run(move || changes::page(&request, &subject)).await?.unwrap_or(kept.page);
    session.virtual_pages.keep(&page, kept.subject);
    Ok(TextDocumentContentResult { text: page.markdown })
}

/// The rule that a page is about, and the language that it is written in.
fn rule_and_language(name: &str) -> Option<(&'static Rule, &'static language::Language)> {
    let (code, language) = pages::rule_named(name)?;
    Some((Rule::named(code)?, language::of_code(language)?))
}

//! `textDocument/completion` and `completionItem/resolve`: what may be written at a place.

use std::sync::Arc;

use serde_json::{Value, json};
use tower_lsp::jsonrpc::Result;
use tower_lsp::ls_types::{
    CompletionItem, CompletionItemKind, CompletionList, CompletionParams, CompletionResponse, CompletionTextEdit,
    Documentation, InsertTextFormat, Position, TextDocumentPositionParams, TextEdit,
};

use crate::complete::{self, CompletionContext, Suggestion, SuggestionDetail, SuggestionKind};
use crate::document::DocumentKind;
use crate::language::{self, Language};
use crate::server::state::{EditorSession, RequestContext};
use crate::server::{config_document, from_proto, to_proto, worker};
use crate::symbol::Symbol;
use crate::text;

/// Answers `textDocument/completion`.
pub async fn handle(session: &Arc<EditorSession>, params: CompletionParams) -> Result<Option<CompletionResponse>> {
    let TextDocumentPositionParams { text_document, position } = params.text_document_position;
    let request = session.request(&text_document.uri)?;
    worker::run(move || completions(&request, position)).await
}

/// Answers `completionItem/resolve`.
pub async fn handle_resolve(session: &Arc<EditorSession>, item: CompletionItem) -> Result<CompletionItem> {
    let session = session.clone();
    worker::run(move || resolved(&session, item)).await
}

/// What may be written at a place. Most keys are answered by the line alone.
fn completions(request: &RequestContext, place: Position) -> Option<CompletionResponse> {
    let document = &request.document;
    let offset = from_proto::byte(document, place);
    if document.kind() == DocumentKind::Config {
        return config_document::completions(document, offset, request.features.interface_language());
    }
    if !document.is_editable() {
        return None;
    }
    if let Some(language) = document.only_language() {
        let line = from_proto::position(place).line;
        let end = |column| document.text.byte(text::Position::new(line, column), document.encoding);
        let (head, tail) = (document.text.words(end(0)..offset), document.text.words(offset..end(usize::MAX)));
        if complete::places(&head, &tail, language).is_empty() {
            return None;
        }
    }
    let reading = document.reading()?;
    // In a comment or in code nothing of a draft is written.
    if !reading.map().is_editable(&(offset..offset)) {
        return None;
    }
    let interface = request.features.named_language();
    let EditorSession { library, authority, stored_library, outbox, .. } = &*request.session;
    let found = complete::complete(CompletionContext { reading: &reading, offset, library, authority, interface });
    stored_library.report(outbox, request.features.interface_language().locale);
    let language = reading.draft.language_at(offset);
    let items =
        found.items.into_iter().enumerate().map(|(rank, item)| offered(request, item, rank, language)).collect();
    Some(CompletionResponse::List(CompletionList { is_incomplete: found.partial, items }))
}

fn offered(request: &RequestContext, item: Suggestion, rank: usize, language: &Language) -> CompletionItem {
    let (documentation, data) = match item.about {
        SuggestionDetail::Nothing => (None, None),
        SuggestionDetail::Words(words) => (Some(Documentation::String(words)), None),
        SuggestionDetail::Instrument(symbol) => {
            (None, Some(json!({ "symbol": symbol.as_str(), "language": language.code })))
        }
    };
    CompletionItem {
        label: item.label,
        kind: Some(kind(item.kind)),
        detail: item.detail,
        documentation,
        sort_text: Some(format!("{rank:03}")),
        filter_text: Some(item.filter),
        insert_text_format: Some(InsertTextFormat::PLAIN_TEXT),
        text_edit: Some(CompletionTextEdit::Edit(TextEdit::new(
            to_proto::range(&request.document, &item.edit.range),
            item.edit.text,
        ))),
        data,
        ..CompletionItem::default()
    }
}

/// The protocol knows no words of resolutions; these are the kinds whose icons say the least wrong.
fn kind(kind: SuggestionKind) -> CompletionItemKind {
    match kind {
        SuggestionKind::OrganLine | SuggestionKind::Opening => CompletionItemKind::KEYWORD,
        SuggestionKind::Instrument | SuggestionKind::Paragraph | SuggestionKind::Note => CompletionItemKind::REFERENCE,
        SuggestionKind::SymbolPart => CompletionItemKind::VALUE,
        SuggestionKind::Name => CompletionItemKind::TEXT,
    }
}

/// An item with what there is to say of its instrument; as it came where it has none.
fn resolved(session: &EditorSession, item: CompletionItem) -> CompletionItem {
    let documentation = item.data.as_ref().and_then(|data| told(session, data));
    CompletionItem { documentation: documentation.map(Documentation::String).or(item.documentation), ..item }
}

fn told(session: &EditorSession, data: &Value) -> Option<String> {
    let symbol = Symbol::parse(data.get("symbol")?.as_str()?).ok()?;
    let code = data.get("language")?.as_str()?;
    let language = language::of_code(code)?;
    let interface = session.state().features.language_about(|| Some(language));
    Some(complete::documentation(&session.library, &session.authority, &symbol, language, interface))
}

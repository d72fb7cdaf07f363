//! Completion: what `complete` offers, in the protocol's types.

use serde_json::{Value, json};
use tower_lsp::ls_types::{
    CompletionItem, CompletionItemKind, CompletionList, CompletionResponse, CompletionTextEdit, Documentation,
    InsertTextFormat, TextEdit,
};

use super::desk::{Desk, View};
use super::{configuration, convert, knowledge};
use crate::complete::{self, About, Item, ItemKind, Params};
use crate::language::{self, Language};
use crate::symbol::Symbol;
use crate::text::Position;

/// Characters after which an editor asks by itself: behind "resolution", inside a symbol, before a Chinese number, at a
/// note's marker.
pub const TRIGGERS: [&str; 4] = [" ", "/", "第", "^"];

/// What may be written at a place. Most keys are answered by the line alone.
pub fn completions(view: &View, place: Position) -> Option<CompletionResponse> {
    let document = &view.document;
    let offset = document.text.byte(place, document.encoding);
    if configuration::is_one(&document.uri) {
        return configuration::completions(document, offset);
    }
    if !document.is_editable() {
        return None;
    }
    if let Some(language) = document.only_language() {
        let end = |column| document.text.byte(Position::new(place.line, column), document.encoding);
        let (head, tail) = (document.text.words(end(0)..offset), document.text.words(offset..end(usize::MAX)));
        if complete::places(&head, &tail, language).is_empty() {
            return None;
        }
    }
    let reading = document.reading()?;
    let Desk { library, authority, .. } = &*view.desk;
    let found = complete::complete(Params { reading: &reading, offset, library, authority });
    knowledge::look(&view.desk);
    let language = reading.draft.language_at(offset);
    let items = found.items.into_iter().enumerate().map(|(rank, item)| offered(view, item, rank, language)).collect();
    Some(CompletionResponse::List(CompletionList { is_incomplete: found.partial, items }))
}

fn offered(view: &View, item: Item, rank: usize, language: &Language) -> CompletionItem {
    let (documentation, data) = match item.about {
        About::Nothing => (None, None),
        About::Words(words) => (Some(Documentation::String(words)), None),
        About::Instrument(symbol) => (None, Some(json!({ "symbol": symbol.as_str(), "language": language.code }))),
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
            convert::range(&view.document, &item.edit.range),
            item.edit.text,
        ))),
        data,
        ..CompletionItem::default()
    }
}

/// The protocol knows no words of resolutions; these are the kinds whose icons say the least wrong.
fn kind(kind: ItemKind) -> CompletionItemKind {
    match kind {
        ItemKind::Opening => CompletionItemKind::KEYWORD,
        ItemKind::Instrument | ItemKind::Paragraph | ItemKind::Note => CompletionItemKind::REFERENCE,
        ItemKind::SymbolPart => CompletionItemKind::VALUE,
        ItemKind::Name => CompletionItemKind::TEXT,
    }
}

/// An item with what there is to say of its instrument; as it came where it has none.
pub fn resolved(desk: &Desk, item: CompletionItem) -> CompletionItem {
    let documentation = item.data.as_ref().and_then(|data| told(desk, data));
    CompletionItem { documentation: documentation.map(Documentation::String).or(item.documentation), ..item }
}

fn told(desk: &Desk, data: &Value) -> Option<String> {
    let symbol = Symbol::parse(data.get("symbol")?.as_str()?).ok()?;
    let code = data.get("language")?.as_str()?;
    let language = language::ALL.into_iter().find(|language| language.code == code)?;
    Some(complete::documentation(&desk.library, &desk.authority, &symbol, language))
}

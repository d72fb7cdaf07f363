//! `callHierarchy`: who cites whom, as the hierarchy of calls that editors show: what cites an instrument calls it.

use std::path::Path;
use std::sync::Arc;

use serde_json::{Value, json};
use tower_lsp::jsonrpc::Result;
use tower_lsp::ls_types::{
    CallHierarchyIncomingCall, CallHierarchyIncomingCallsParams, CallHierarchyItem, CallHierarchyOutgoingCall,
    CallHierarchyOutgoingCallsParams, CallHierarchyPrepareParams, Position, Range, SymbolKind,
    TextDocumentPositionParams, Uri,
};

use crate::assist::{self, InstrumentAt};
use crate::document::DocumentSnapshot;
use crate::language::{ENGLISH, Language};
use crate::server::state::{EditorSession, RequestContext};
use crate::server::{citing_texts, queries, to_proto, uri, worker};
use crate::symbol::Symbol;
use crate::workspace::Instrument;

/// Answers `textDocument/prepareCallHierarchy`.
pub async fn handle_prepare(
    session: &Arc<EditorSession>,
    params: CallHierarchyPrepareParams,
) -> Result<Option<Vec<CallHierarchyItem>>> {
    let TextDocumentPositionParams { text_document, position } = params.text_document_position_params;
    let request = session.request(&text_document.uri)?;
    worker::run(move || prepare(&request, position)).await
}

/// Answers `callHierarchy/incomingCalls`.
pub async fn handle_incoming(
    session: &Arc<EditorSession>,
    params: CallHierarchyIncomingCallsParams,
) -> Result<Option<Vec<CallHierarchyIncomingCall>>> {
    let (session, open) = (session.clone(), session.state().documents.all());
    worker::run(move || Some(incoming(&session, &open, &params.item))).await
}

/// Answers `callHierarchy/outgoingCalls`.
pub async fn handle_outgoing(
    session: &Arc<EditorSession>,
    params: CallHierarchyOutgoingCallsParams,
) -> Result<Option<Vec<CallHierarchyOutgoingCall>>> {
    let (session, open) = (session.clone(), session.state().documents.all());
    worker::run(move || Some(outgoing(&session, &open, &params.item))).await
}

/// What an item stands for, which the client keeps for us.
struct HierarchyItemData {
    symbol: Option<Symbol>,
    /// Whether the item's address is that of its text. Else it is a place that cites it.
    has_text: bool,
}

impl HierarchyItemData {
    fn data(&self) -> Value {
        json!({ "symbol": self.symbol.as_ref().map(Symbol::as_str), "hasText": self.has_text })
    }

    /// What a client gives back; an item that is none of ours stands for nothing.
    fn of(item: &CallHierarchyItem) -> HierarchyItemData {
        let field = |name| item.data.as_ref().and_then(|data: &Value| data.get(name));
        HierarchyItemData {
            symbol: field("symbol").and_then(Value::as_str).and_then(|symbol| Symbol::parse(symbol).ok()),
            has_text: field("hasText").and_then(Value::as_bool).unwrap_or(false),
        }
    }
}

/// The instrument that is cited at a place, else the draft itself.
fn prepare(request: &RequestContext, place: Position) -> Option<Vec<CallHierarchyItem>> {
    let reading = request.document.reading()?;
    let item = match queries::ask(request, place, |params| Some(assist::subject(params)))? {
        InstrumentAt::Cited(symbol, range) => {
            let language = reading.draft.language_at(range.start);
            cited(
                &request.session,
                &request.open,
                symbol,
                language,
                request.document.key(),
                to_proto::range(&request.document, &range),
            )
        }
        InstrumentAt::ThisDraft => {
            let title = reading.draft.title.as_ref();
            let range =
                title.map(|title| title.number.as_ref().map_or(title.range.start, |n| n.start)..title.range.end);
            let title = title.map(|title| title.text.as_str());
            let mut item =
                text(request.document.key().clone(), reading.draft.symbol.clone(), title, reading.draft.language);
            item.range = range.map_or_else(Range::default, |range| to_proto::range(&request.document, &range));
            item.selection_range = item.range;
            item
        }
    };
    Some(vec![item])
}

/// The texts that cite what an item stands for.
fn incoming(
    session: &EditorSession,
    open: &[Arc<DocumentSnapshot<Uri>>],
    item: &CallHierarchyItem,
) -> Vec<CallHierarchyIncomingCall> {
    let Some(symbol) = HierarchyItemData::of(item).symbol else { return Vec::new() };
    let citing = citing_texts::of(&session.library, open, &symbol).into_iter();
    citing
        .map(|citing_text| {
            let instrument = citing_text.path.as_deref().and_then(|path| session.library.instrument_at(path));
            let from = match instrument {
                Some(known) => of_instrument(citing_text.uri, &known),
                None => text(citing_text.uri, None, None, ENGLISH),
            };
            CallHierarchyIncomingCall { from, from_ranges: citing_text.places }
        })
        .collect()
}

/// What the text of an item cites, in the order in which it first does.
fn outgoing(
    session: &EditorSession,
    open: &[Arc<DocumentSnapshot<Uri>>],
    item: &CallHierarchyItem,
) -> Vec<CallHierarchyOutgoingCall> {
    let kept = HierarchyItemData::of(item);
    if !kept.has_text {
        return Vec::new();
    }
    let path = uri::to_path(&item.uri);
    let known = path.as_deref().and_then(|path| session.library.instrument_at(path));
    let language = known.map_or(ENGLISH, |known| known.language);
    let citations = match open.iter().find(|document| *document.key() == item.uri) {
        Some(document) => citing_texts::cited(document),
        None => {
            let cited = path.map(|path| session.library.cited_in(&path)).unwrap_or_default();
            cited.into_iter().map(|(symbol, span)| (symbol, to_proto::span(&span))).collect()
        }
    };
    let mut each: Vec<(Symbol, Vec<Range>)> = Vec::new();
    for (symbol, place) in citations {
        match each.iter_mut().find(|(other, _)| *other == symbol) {
            Some((_, places)) => places.push(place),
            None => each.push((symbol, vec![place])),
        }
    }
    let calls = each.into_iter().map(|(symbol, places)| {
        let first = places.first().copied().unwrap_or_default();
        let to = cited(session, open, symbol, language, &item.uri, first);
        CallHierarchyOutgoingCall { to, from_ranges: places }
    });
    calls.collect()
}

/// An instrument that is cited at a place: its text, in this language if there are several, else that place.
fn cited(
    session: &EditorSession,
    open: &[Arc<DocumentSnapshot<Uri>>],
    symbol: Symbol,
    language: &Language,
    citing: &Uri,
    place: Range,
) -> CallHierarchyItem {
    let known = session.library.find(&symbol, language);
    let found = known.and_then(|known| Some((address(open, &known.path)?, known)));
    match found {
        Some((uri, known)) => {
            let mut item = of_instrument(uri, &known);
            // Of a part without a text of its own the whole was found; who cites it is asked of the part.
            item.data = Some(HierarchyItemData { symbol: Some(symbol), has_text: true }.data());
            item
        }
        None => CallHierarchyItem {
            name: symbol.to_string(),
            kind: SymbolKind::FILE,
            tags: None,
            detail: None,
            uri: citing.clone(),
            range: place,
            selection_range: place,
            data: Some(HierarchyItemData { symbol: Some(symbol), has_text: false }.data()),
        },
    }
}

fn of_instrument(uri: Uri, known: &Instrument) -> CallHierarchyItem {
    text(uri, Some(known.symbol.clone()), known.title.as_deref(), known.language)
}

/// A text of the workspace. One without a symbol is called as its file is.
fn text(uri: Uri, symbol: Option<Symbol>, title: Option<&str>, language: &Language) -> CallHierarchyItem {
    let title = title.unwrap_or_default();
    let name = match &symbol {
        Some(symbol) => format!("{symbol} {title}").trim_end().to_owned(),
        None if !title.is_empty() => title.to_owned(),
        None => file_name(&uri),
    };
    CallHierarchyItem {
        name,
        kind: SymbolKind::FILE,
        tags: None,
        detail: Some(language.name.to_owned()),
        uri,
        range: Range::default(),
        selection_range: Range::default(),
        data: Some(HierarchyItemData { symbol, has_text: true }.data()),
    }
}

fn file_name(uri: &Uri) -> String {
    let path = uri::to_path(uri);
    let name = path.as_deref().and_then(Path::file_name).map(|name| name.to_string_lossy().into_owned());
    name.unwrap_or_else(|| uri.as_str().to_owned())
}

/// The client's own name for a text that is open in it, else that of the file.
fn address(open: &[Arc<DocumentSnapshot<Uri>>], path: &Path) -> Option<Uri> {
    let open = open.iter().find(|open| open.path() == Some(path));
    open.map(|open| open.key().clone()).or_else(|| uri::from_path(path))
}

//! Who cites whom, as the call hierarchy that editors show: what cites an instrument calls it.

use std::path::Path;
use std::sync::Arc;

use serde_json::{Value, json};
use tower_lsp::ls_types::{
    CallHierarchyIncomingCall, CallHierarchyItem, CallHierarchyOutgoingCall, Range, SymbolKind, Uri,
};

use super::desk::{Desk, View};
use super::documents::Snapshot;
use super::{answer, convert, mentions, paths};
use crate::assist::{self, Subject};
use crate::language::{ENGLISH, Language};
use crate::symbol::Symbol;
use crate::text::Position;
use crate::workspace::Instrument;

/// What an item stands for, which the client keeps for us.
struct Kept {
    symbol: Option<Symbol>,
    /// Whether the item's address is that of its text. Else it is a place that cites it.
    has_text: bool,
}

impl Kept {
    fn data(&self) -> Value {
        json!({ "symbol": self.symbol.as_ref().map(Symbol::as_str), "hasText": self.has_text })
    }

    /// What a client gives back; an item that is none of ours stands for nothing.
    fn of(item: &CallHierarchyItem) -> Kept {
        let field = |name| item.data.as_ref().and_then(|data: &Value| data.get(name));
        Kept {
            symbol: field("symbol").and_then(Value::as_str).and_then(|symbol| Symbol::parse(symbol).ok()),
            has_text: field("hasText").and_then(Value::as_bool).unwrap_or(false),
        }
    }
}

/// The instrument that is cited at a place, else the draft itself.
pub fn prepare(view: &View, place: Position) -> Option<Vec<CallHierarchyItem>> {
    let reading = view.document.reading()?;
    let item = match answer::ask(view, place, |params| Some(assist::subject(params)))? {
        Subject::Cited(symbol, range) => {
            let language = reading.draft.language_at(range.start);
            cited(&view.desk, &view.open, symbol, language, &view.document.uri, convert::range(&view.document, &range))
        }
        Subject::ThisDraft => {
            let title = reading.draft.title.as_ref();
            let range =
                title.map(|title| title.number.as_ref().map_or(title.range.start, |n| n.start)..title.range.end);
            let title = title.map(|title| title.text.as_str());
            let mut item = text(view.document.uri.clone(), reading.draft.symbol.clone(), title, reading.draft.language);
            item.range = range.map_or_else(Range::default, |range| convert::range(&view.document, &range));
            item.selection_range = item.range;
            item
        }
    };
    Some(vec![item])
}

/// The texts that cite what an item stands for.
pub fn incoming(desk: &Desk, open: &[Arc<Snapshot>], item: &CallHierarchyItem) -> Vec<CallHierarchyIncomingCall> {
    let Some(symbol) = Kept::of(item).symbol else { return Vec::new() };
    let mentions = mentions::of(&desk.library, open, &symbol).into_iter();
    mentions
        .map(|mention| {
            let instrument = mention.path.as_deref().and_then(|path| desk.library.instrument_at(path));
            let from = match instrument {
                Some(known) => of_instrument(mention.uri, &known),
                None => text(mention.uri, None, None, ENGLISH),
            };
            CallHierarchyIncomingCall { from, from_ranges: mention.places }
        })
        .collect()
}

/// What the text of an item cites, in the order in which it first does.
pub fn outgoing(desk: &Desk, open: &[Arc<Snapshot>], item: &CallHierarchyItem) -> Vec<CallHierarchyOutgoingCall> {
    let kept = Kept::of(item);
    if !kept.has_text {
        return Vec::new();
    }
    let path = paths::path(&item.uri);
    let known = path.as_deref().and_then(|path| desk.library.instrument_at(path));
    let language = known.map_or(ENGLISH, |known| known.language);
    let citations = match open.iter().find(|document| document.uri == item.uri) {
        Some(document) => mentions::cited(document),
        None => {
            let cited = path.map(|path| desk.library.cited_in(&path)).unwrap_or_default();
            cited.into_iter().map(|(symbol, span)| (symbol, mentions::range(&span))).collect()
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
        let to = cited(desk, open, symbol, language, &item.uri, first);
        CallHierarchyOutgoingCall { to, from_ranges: places }
    });
    calls.collect()
}

/// An instrument that is cited at a place: its text, in this language if there are several, else that place.
fn cited(
    desk: &Desk,
    open: &[Arc<Snapshot>],
    symbol: Symbol,
    language: &Language,
    citing: &Uri,
    place: Range,
) -> CallHierarchyItem {
    let known = desk.library.find(&symbol, language);
    let found = known.and_then(|known| Some((address(open, &known.path)?, known)));
    match found {
        Some((uri, known)) => {
            let mut item = of_instrument(uri, &known);
            // Of a part without a text of its own the whole was found; who cites it is asked of the part.
            item.data = Some(Kept { symbol: Some(symbol), has_text: true }.data());
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
            data: Some(Kept { symbol: Some(symbol), has_text: false }.data()),
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
        data: Some(Kept { symbol, has_text: true }.data()),
    }
}

fn file_name(uri: &Uri) -> String {
    let path = paths::path(uri);
    let name = path.as_deref().and_then(Path::file_name).map(|name| name.to_string_lossy().into_owned());
    name.unwrap_or_else(|| uri.as_str().to_owned())
}

/// The client's own name for a text that is open in it, else that of the file.
fn address(open: &[Arc<Snapshot>], path: &Path) -> Option<Uri> {
    let open = open.iter().find(|open| open.path().is_some_and(|open| open == path));
    open.map(|open| open.uri.clone()).or_else(|| paths::uri(path))
}

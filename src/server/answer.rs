//! Answers to requests: what `assist` says, in the protocol's types.

use std::sync::Arc;

use tower_lsp::ls_types::{
    self as lsp, DocumentLink, DocumentSymbol, DocumentSymbolResponse, Hover, HoverContents, Location, MarkupContent,
    MarkupKind, OneOf, SymbolInformation, SymbolKind, WorkspaceSymbol,
};

use super::convert;
use super::desk::View;
use super::documents::Snapshot;
use super::{mentions, paths};
use crate::assist::{self, Definition, Item, ItemKind, Params};
use crate::library::{Library, Reading};
use crate::text::Position;

/// How many of the workspace's instruments are told at once.
const MOST: usize = 500;

/// Asks `assist` about a place. Nothing is known of a text whose reading panicked.
pub fn ask<T>(view: &View, place: Position, question: impl FnOnce(Params<'_>) -> Option<T>) -> Option<T> {
    let reading = view.document.reading()?;
    let offset = view.document.text.byte(place, view.document.encoding);
    question(Params { reading: &reading, offset, library: &view.desk.library })
}

/// What is said about the thing at a place.
pub fn hover(view: &View, place: Position) -> Option<Hover> {
    let assist::Hover { range, markdown } = ask(view, place, assist::hover)?;
    let content = if view.features.markdown {
        MarkupContent { kind: MarkupKind::Markdown, value: markdown }
    } else {
        MarkupContent { kind: MarkupKind::PlainText, value: plain(&markdown) }
    };
    Some(Hover { contents: HoverContents::Markup(content), range: Some(convert::range(&view.document, &range)) })
}

/// Our Markdown without its marks: emphasis and escapes go, a link becomes its name and address.
fn plain(markdown: &str) -> String {
    let mut text = String::with_capacity(markdown.len());
    let mut chars = markdown.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\\' => text.extend(chars.next()),
            '*' | '[' => {}
            ']' if chars.next_if_eq(&'(').is_some() => {
                text.push_str(": ");
                // An address may hold brackets of its own: `S/RES/1325(2000)`.
                let mut open = 1;
                text.extend(chars.by_ref().take_while(|c| {
                    open += i32::from(*c == '(') - i32::from(*c == ')');
                    open > 0
                }));
            }
            _ => text.push(c),
        }
    }
    text
}

/// Where the thing at a place is said in full.
pub fn definition(view: &View, place: Position) -> Option<Location> {
    match ask(view, place, assist::definition)? {
        Definition::Here(range) => Some(location(&view.document, &range)),
        Definition::There { path, reading, range } => {
            // The client's own name for a text that is open in it.
            let open = view.open.iter().find(|open| open.path().is_some_and(|open| open == path));
            let uri = open.map(|open| open.uri.clone()).or_else(|| paths::uri(&path))?;
            Some(Location::new(uri, mentions::range(&reading.spans(view.document.encoding)(&range))))
        }
    }
}

/// Where the thing at a place is mentioned: in this draft, and in all texts of the workspace if it is an instrument.
pub fn references(view: &View, place: Position, declaration: bool) -> Option<Vec<Location>> {
    let found = ask(view, place, |params| assist::references(params, declaration))?;
    let mut locations: Vec<_> = found.here.iter().map(|range| location(&view.document, range)).collect();
    if let Some(symbol) = found.symbol {
        let mentions = mentions::of(&view.desk.library, &view.open, &symbol).into_iter();
        for mention in mentions.filter(|mention| mention.uri != view.document.uri) {
            locations.extend(mention.places.into_iter().map(|place| Location::new(mention.uri.clone(), place)));
        }
    }
    Some(locations)
}

fn location(snapshot: &Arc<Snapshot>, range: &std::ops::Range<usize>) -> Location {
    Location::new(snapshot.uri.clone(), convert::range(snapshot, range))
}

/// The outline of a document, with its levels where the client shows them.
pub fn outline(view: &View) -> Option<DocumentSymbolResponse> {
    let reading: Arc<Reading> = view.document.reading()?;
    let items = assist::outline(&reading);
    Some(if view.features.outline {
        DocumentSymbolResponse::Nested(items.into_iter().map(|item| nested(view, item)).collect())
    } else {
        let mut symbols = Vec::new();
        items.into_iter().for_each(|item| flat(view, item, None, &mut symbols));
        DocumentSymbolResponse::Flat(symbols)
    })
}

#[allow(deprecated)]
fn nested(view: &View, item: Item) -> DocumentSymbol {
    let children: Vec<_> = item.children.into_iter().map(|child| nested(view, child)).collect();
    DocumentSymbol {
        name: item.name,
        detail: None,
        kind: kind(item.kind),
        tags: None,
        deprecated: None,
        range: convert::range(&view.document, &item.range),
        selection_range: convert::range(&view.document, &item.selection),
        children: (!children.is_empty()).then_some(children),
    }
}

#[allow(deprecated)]
fn flat(view: &View, item: Item, container: Option<&str>, symbols: &mut Vec<SymbolInformation>) {
    symbols.push(SymbolInformation {
        name: item.name.clone(),
        kind: kind(item.kind),
        tags: None,
        deprecated: None,
        location: location(&view.document, &item.range),
        container_name: container.map(str::to_owned),
    });
    item.children.into_iter().for_each(|child| flat(view, child, Some(&item.name), symbols));
}

/// The protocol knows no paragraphs; these are the kinds whose icons say the least wrong.
fn kind(kind: ItemKind) -> SymbolKind {
    match kind {
        ItemKind::Title => SymbolKind::FILE,
        ItemKind::Preamble | ItemKind::Section | ItemKind::Part | ItemKind::Annex | ItemKind::Notes => {
            SymbolKind::NAMESPACE
        }
        ItemKind::PreambularParagraph | ItemKind::OperativeParagraph | ItemKind::Subparagraph => SymbolKind::STRING,
        ItemKind::Note => SymbolKind::KEY,
    }
}

/// Links to the official documents of everything that is cited and has no text in the workspace. What has one
/// is gone to by its definition: an editor in which one click follows both would open the text and a browser.
pub fn links(view: &View) -> Option<Vec<DocumentLink>> {
    let reading = view.document.reading()?;
    let here = |offset| {
        let params = Params { reading: &reading, offset, library: &view.desk.library };
        assist::definition(params).is_some()
    };
    let links = assist::links(&reading.draft).into_iter().filter(|link| !here(link.range.start));
    let links = links.map(|link| DocumentLink {
        range: convert::range(&view.document, &link.range),
        target: link.address.parse().ok(),
        tooltip: view.features.tooltips.then_some(link.tooltip),
        data: None,
    });
    Some(links.collect())
}

/// The workspace's instruments that answer a search, the likeliest first.
pub fn workspace_symbols(library: &Library, query: &str) -> Vec<WorkspaceSymbol> {
    let symbols = assist::search(library, query).into_iter().filter_map(|instrument| {
        let title = instrument.title.as_deref().unwrap_or_default();
        Some(WorkspaceSymbol {
            name: format!("{} {title}", instrument.symbol).trim_end().to_owned(),
            kind: SymbolKind::FILE,
            tags: None,
            container_name: Some(instrument.language.name.to_owned()),
            location: OneOf::Left(Location::new(paths::uri(&instrument.path)?, lsp::Range::default())),
            data: None,
        })
    });
    symbols.take(MOST).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markdown_can_be_plain() {
        assert_eq!(
            plain(
                "**A/RES/92/14**\n\n*On \\[dark\\] skies*\n\n[Official document](https://docs.un.org/en/A/RES/92/14)"
            ),
            "A/RES/92/14\n\nOn [dark] skies\n\nOfficial document: https://docs.un.org/en/A/RES/92/14"
        );
        assert_eq!(
            plain("[Official document](https://undocs.org/en/S/RES/1325(2000)) (1)"),
            "Official document: https://undocs.org/en/S/RES/1325(2000) (1)"
        );
    }
}

//! Answers to requests: what `assist` says, in the protocol's types.

use std::sync::Arc;

use tower_lsp::ls_types::{
    self as lsp, DocumentHighlight, DocumentHighlightKind, DocumentLink, DocumentSymbol, DocumentSymbolResponse,
    GotoDefinitionResponse, Hover, HoverContents, Location, LocationLink, MarkupContent, MarkupKind, OneOf,
    SymbolInformation, SymbolKind, WorkspaceSymbol,
};

use super::desk::{Desk, View};
use super::documents::Snapshot;
use super::{cards, configuration, convert, knowledge, log, mentions, paths};
use crate::assist::{self, Definition, Item, ItemKind, Others, Params};
use crate::draft::Citation;
use crate::rules::Rule;
use crate::symbol::Symbol;
use crate::text::Position;
use crate::workspace::{ParsedText, WorkspaceIndex};

/// How many of the workspace's instruments are told at once.
const MOST: usize = 500;

/// Asks `assist` about a place. Nothing is known of a text whose reading panicked.
pub fn ask<T>(view: &View, place: Position, question: impl FnOnce(Params<'_>) -> Option<T>) -> Option<T> {
    let reading = view.document.reading()?;
    let offset = view.document.byte(place);
    let answer = question(params(view, &reading, offset));
    knowledge::look(&view.desk);
    answer
}

/// A place in a document, and what is known around it.
fn params<'a>(view: &'a View, reading: &'a ParsedText, offset: usize) -> Params<'a> {
    let Desk { library, authority, .. } = &*view.desk;
    Params { reading, offset, library, authority, others: view }
}

/// The other texts that cite an instrument: those of the workspace, and those that are open and in no file.
impl Others for View {
    fn citing(&self, symbol: &Symbol) -> usize {
        let own = self.document.path();
        let others = self.open.iter().filter(|other| other.uri != self.document.uri && other.is_draft());
        let elsewhere = others.filter(|other| other.path().is_none()).filter_map(|other| other.reading());
        let cites =
            |reading: &Arc<ParsedText>| reading.draft.citations.iter().any(|citation| citation.symbol == *symbol);
        self.desk.library.citing_count(symbol, own.as_deref()) + elsewhere.filter(cites).count()
    }
}

/// What is said about the thing at a place.
pub fn hover(view: &View, place: Position) -> Option<Hover> {
    if configuration::is_one(&view.document.uri) {
        return configuration::hover(view, place);
    }
    let card = ask(view, place, assist::hover);
    let rules = of_rules(view, place);
    let range = card.as_ref().map(|card| card.range.clone()).or_else(|| Some(rules.first()?.range.clone()))?;
    let pages = card.map(|card| card.markdown).into_iter().chain(rules.into_iter().map(|rule| rule.markdown));
    let markdown = pages.collect::<Vec<_>>().join("\n\n---\n\n");
    Some(shown(view, &range, markdown))
}

/// What is shown of a range, in Markdown where the client shows it.
pub fn shown(view: &View, range: &std::ops::Range<usize>, markdown: String) -> Hover {
    let content = if view.features.markdown {
        MarkupContent { kind: MarkupKind::Markdown, value: markdown }
    } else {
        MarkupContent { kind: MarkupKind::PlainText, value: plain(&markdown) }
    };
    Hover { contents: HoverContents::Markup(content), range: Some(convert::range(&view.document, range)) }
}

/// What the rules ask for whose findings are at a place, each once.
fn of_rules(view: &View, place: Position) -> Vec<assist::Hover> {
    // What is held back while somebody writes is not spoken of here either.
    let Some(now) = view.document.told(&view.settings, false) else { return Vec::new() };
    let offset = view.document.byte(place);
    let mut told = Vec::new();
    let mut codes = Vec::new();
    for finding in now.findings.iter().filter(|f| f.range.start <= offset && offset <= f.range.end) {
        let Some(rule) = Rule::named(finding.code).filter(|rule| !codes.contains(&rule.code)) else { continue };
        codes.push(rule.code);
        let page = cards::of_rule(rule.code).filter(|_| view.features.code_descriptions);
        let name = match page {
            Some(page) => format!("[{}]({})", rule.code, page.as_str()),
            None => format!("*{}*", rule.code),
        };
        told.push(assist::Hover { range: finding.range.clone(), markdown: format!("{name}: {}", rule.says()) });
    }
    told
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

/// Where the thing at a place is said in full: one place, or all there are to choose from.
pub fn definition(view: &View, place: Position) -> Option<GotoDefinitionResponse> {
    let assist::Definitions { origin, places } = ask(view, place, assist::definitions)?;
    let mut places: Vec<Location> = places.into_iter().filter_map(|place| located(view, place)).collect();
    if view.features.definition_links {
        let origin = convert::range(&view.document, &origin);
        let link = |Location { uri, range }| LocationLink {
            origin_selection_range: Some(origin),
            target_uri: uri,
            target_range: range,
            target_selection_range: range,
        };
        return Some(GotoDefinitionResponse::Link(places.into_iter().map(link).collect()));
    }
    match places.len() {
        0 => None,
        1 => places.pop().map(GotoDefinitionResponse::Scalar),
        _ => Some(GotoDefinitionResponse::Array(places)),
    }
}

fn located(view: &View, place: Definition) -> Option<Location> {
    match place {
        Definition::Here(range) => Some(location(&view.document, &range)),
        Definition::There { path, reading, range } => {
            // The client's own name for a text that is open in it.
            let open = view.open.iter().find(|open| open.path().is_some_and(|open| open == path));
            let uri = open.map(|open| open.uri.clone()).or_else(|| paths::uri(&path))?;
            Some(Location::new(uri, mentions::range(&reading.spans(view.document.encoding)(&range))))
        }
        Definition::Card(card) => match cards::put(&card) {
            Ok(path) => Some(Location::new(paths::uri(&path)?, lsp::Range::default())),
            Err(error) => {
                log(format_args!("the card {} cannot be written: {error}", card.name));
                None
            }
        },
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

/// What belongs to the thing at a place, in its document.
pub fn highlights(view: &View, place: Position) -> Option<Vec<DocumentHighlight>> {
    let found = ask(view, place, assist::highlights)?;
    let shown = |range: &std::ops::Range<usize>, kind| DocumentHighlight {
        range: convert::range(&view.document, range),
        kind: Some(kind),
    };
    let itself = found.itself.iter().map(|range| shown(range, DocumentHighlightKind::WRITE));
    let mentions = found.mentions.iter().map(|range| shown(range, DocumentHighlightKind::READ));
    let mut all: Vec<DocumentHighlight> = itself.chain(mentions).collect();
    all.sort_by_key(|highlight| highlight.range.start);
    Some(all)
}

/// A place in a document, in bytes.
pub fn byte(view: &View, place: lsp::Position) -> usize {
    view.document.byte(convert::position(place))
}

fn location(snapshot: &Arc<Snapshot>, range: &std::ops::Range<usize>) -> Location {
    Location::new(snapshot.uri.clone(), convert::range(snapshot, range))
}

/// The outline of a document, with its levels where the client shows them.
pub fn outline(view: &View) -> Option<DocumentSymbolResponse> {
    let reading: Arc<ParsedText> = view.document.reading()?;
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
    let here = |citation: &Citation| assist::has_text(params(view, &reading, citation.range.start), &citation.symbol);
    let citations = reading.draft.citations.iter().filter(|citation| !here(citation));
    let links = citations.map(|citation| assist::link(&reading.draft, citation));
    let links = links.map(|link| DocumentLink {
        range: convert::range(&view.document, &link.range),
        target: link.address.parse().ok(),
        tooltip: view.features.tooltips.then_some(link.tooltip),
        data: None,
    });
    Some(links.collect())
}

/// The workspace's instruments that answer a search, the likeliest first.
pub fn workspace_symbols(library: &WorkspaceIndex, query: &str) -> Vec<WorkspaceSymbol> {
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

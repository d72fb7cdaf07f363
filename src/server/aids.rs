//! What helps to read a draft, in the protocol's types: folds, growing selections, colours, titles behind numbers.

use tower_lsp::ls_types::{
    self as lsp, FoldingRange, FoldingRangeKind, InlayHint, InlayHintLabel, InlayHintTooltip, SelectionRange,
    SemanticToken, SemanticTokenModifier, SemanticTokenType, SemanticTokens, SemanticTokensLegend,
};

use super::convert;
use super::desk::View;
use crate::assist::{self, Fold, TokenKind};
use crate::text::{Lines, Position};

/// The legend's types, in the order of their numbers: the protocol's own, which every theme colours.
const TYPES: [(TokenKind, SemanticTokenType); 7] = [
    (TokenKind::Opening, SemanticTokenType::KEYWORD),
    (TokenKind::Label, SemanticTokenType::NUMBER),
    (TokenKind::Citation, SemanticTokenType::FUNCTION),
    (TokenKind::Symbol, SemanticTokenType::CLASS),
    (TokenKind::Date, SemanticTokenType::PROPERTY),
    (TokenKind::Title, SemanticTokenType::STRING),
    (TokenKind::Marker, SemanticTokenType::DECORATOR),
];

/// What the numbers of types and modifiers mean. The only modifier is said of the draft's own title.
pub fn legend() -> SemanticTokensLegend {
    SemanticTokensLegend {
        token_types: TYPES.map(|(_, name)| name).to_vec(),
        token_modifiers: vec![SemanticTokenModifier::DECLARATION],
    }
}

/// What can be folded away, in whole lines.
pub fn folds(view: &View) -> Option<Vec<FoldingRange>> {
    let reading = view.document.reading()?;
    let fold = |Fold { range, notes }: Fold| {
        let lines = convert::range(&view.document, &range);
        (lines.start.line < lines.end.line).then(|| FoldingRange {
            start_line: lines.start.line,
            end_line: lines.end.line,
            kind: notes.then_some(FoldingRangeKind::Comment),
            ..FoldingRange::default()
        })
    };
    Some(assist::folds(&reading).into_iter().filter_map(fold).collect())
}

/// What selections at some places grow to.
pub fn selections(view: &View, places: &[Position]) -> Option<Vec<SelectionRange>> {
    let reading = view.document.reading()?;
    let grown = places.iter().map(|place| {
        let offset = view.document.byte(*place);
        let ranges = assist::selections(&reading, offset);
        let outer = ranges.iter().rev().fold(None, |parent, range| {
            Some(SelectionRange { range: convert::range(&view.document, range), parent: parent.map(Box::new) })
        });
        outer.unwrap_or_else(|| {
            let here = convert::lsp_position(*place);
            SelectionRange { range: lsp::Range::new(here, here), parent: None }
        })
    });
    Some(grown.collect())
}

/// What the words are, between two places or in all of the draft. A token ends with its line. Markup has colours of its own.
pub fn tokens(view: &View, within: Option<lsp::Range>) -> Option<SemanticTokens> {
    let reading = view.document.reading().filter(|_| view.document.is_editable())?;
    let (text, encoding) = (&view.document.text, view.document.encoding);
    let byte = |place| text.byte(convert::position(place), encoding);
    let within = within.map_or(0..text.len(), |range| byte(range.start)..byte(range.end));
    let own = reading.draft.title.as_ref().map(|title| title.range.clone());
    let lines = Lines::new(&reading.text);
    let (mut data, mut last) = (Vec::new(), Position::new(0, 0));
    for token in assist::tokens(&reading, within) {
        let Some(kind) = TYPES.iter().position(|(kind, _)| *kind == token.kind) else { continue };
        let mut from = token.range.start;
        for line in reading.text.get(token.range.clone()).unwrap_or_default().split_inclusive('\n') {
            let words = line.trim();
            let start = from + (line.len() - line.trim_start().len());
            from += line.len();
            if words.is_empty() {
                continue;
            }
            let (start, end) = (lines.position(start, encoding), lines.position(start + words.len(), encoding));
            let delta_line = start.line - last.line;
            let delta_start = if delta_line == 0 { start.column - last.column } else { start.column };
            let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
            data.push(SemanticToken {
                delta_line: number(delta_line),
                delta_start: number(delta_start),
                length: number(end.column - start.column),
                token_type: number(kind),
                token_modifiers_bitset: u32::from(own.as_ref() == Some(&token.range)),
            });
            last = start;
        }
    }
    Some(SemanticTokens { result_id: None, data })
}

/// The titles of what is cited by its number alone between two places, where the user wants to see them.
pub fn hints(view: &View, within: lsp::Range) -> Option<Vec<InlayHint>> {
    if !view.settings.hints {
        return None;
    }
    let reading = view.document.reading()?;
    let byte = |place| view.document.byte(convert::position(place));
    let within = byte(within.start)..byte(within.end);
    let desk = &view.desk;
    let hints = assist::hints(&reading, &desk.library, &desk.authority, &within);
    let hints = hints.into_iter().map(|hint| InlayHint {
        position: convert::range(&view.document, &(hint.at..hint.at)).start,
        label: InlayHintLabel::String(hint.title),
        kind: None,
        text_edits: None,
        tooltip: Some(InlayHintTooltip::String(hint.whole)),
        padding_left: Some(true),
        padding_right: Some(true),
        data: None,
    });
    Some(hints.collect())
}

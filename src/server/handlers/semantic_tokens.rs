//! `textDocument/semanticTokens`: what the words of a draft are.

use std::sync::Arc;

use tower_lsp::jsonrpc::Result;
use tower_lsp::ls_types::{
    Range, SemanticToken, SemanticTokenModifier, SemanticTokenType, SemanticTokens, SemanticTokensLegend,
    SemanticTokensParams, SemanticTokensRangeParams, SemanticTokensRangeResult, SemanticTokensResult,
};

use crate::assist::{self, TokenKind, UncutRuns};
use crate::server::state::{EditorSession, RequestContext};
use crate::server::{from_proto, worker};
use crate::text::{Lines, Position};

/// Answers `textDocument/semanticTokens/full`.
pub async fn handle_full(
    session: &Arc<EditorSession>,
    params: SemanticTokensParams,
) -> Result<Option<SemanticTokensResult>> {
    let request = session.request(&params.text_document.uri)?;
    worker::run(move || tokens(&request, None).map(SemanticTokensResult::Tokens)).await
}

/// Answers `textDocument/semanticTokens/range`.
pub async fn handle_range(
    session: &Arc<EditorSession>,
    params: SemanticTokensRangeParams,
) -> Result<Option<SemanticTokensRangeResult>> {
    let request = session.request(&params.text_document.uri)?;
    worker::run(move || tokens(&request, Some(params.range)).map(SemanticTokensRangeResult::Tokens)).await
}

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

/// What the words are, between two places or in all of the draft. A token ends with its line.
fn tokens(request: &RequestContext, within: Option<Range>) -> Option<SemanticTokens> {
    let reading = request.editable_reading()?;
    let (text, encoding) = (&request.document.text, request.document.encoding);
    let within = within.map_or(0..text.len(), |range| from_proto::bytes(&request.document, range));
    let own = reading.draft.title.as_ref().map(|title| title.range.clone());
    let lines = Lines::new(reading.written());
    let mut runs = request.features.whole_runs.then(|| UncutRuns::of(&reading));
    let (mut data, mut last) = (Vec::new(), Position::new(0, 0));
    for token in assist::tokens(&reading, within) {
        if runs.as_mut().is_some_and(|runs| !runs.can_set_apart(&token.range)) {
            continue;
        }
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

//! Questions to `assist` about a place in an open document.

use std::sync::Arc;

use tower_lsp::ls_types as lsp;

use super::from_proto;
use super::state::{EditorSession, RequestContext};
use crate::assist::{AssistContext, OtherTexts};
use crate::symbol::Symbol;
use crate::workspace::ParsedText;

/// Asks `assist` about a place. Nothing is known of a text whose reading panicked.
pub fn ask<T>(
    request: &RequestContext,
    place: lsp::Position,
    question: impl FnOnce(AssistContext<'_>) -> Option<T>,
) -> Option<T> {
    let reading = request.document.reading()?;
    let offset = from_proto::byte(&request.document, place);
    let answer = question(params(request, &reading, offset));
    let locale = request.features.interface_language().locale;
    request.session.stored_library.report(&request.session.outbox, locale);
    answer
}

/// A place in a document, and what is known around it.
pub fn params<'a>(request: &'a RequestContext, reading: &'a ParsedText, offset: usize) -> AssistContext<'a> {
    let EditorSession { library, authority, .. } = &*request.session;
    AssistContext { reading, offset, library, authority, others: request, interface: request.features.named_language() }
}

/// The other texts that cite an instrument: those of the workspace, and those that are open and in no file.
impl OtherTexts for RequestContext {
    fn citing(&self, symbol: &Symbol) -> usize {
        let own = self.document.path();
        let others = self.open.iter().filter(|other| other.key() != self.document.key() && other.is_draft());
        let elsewhere = others.filter(|other| other.path().is_none()).filter_map(|other| other.reading());
        let cites =
            |reading: &Arc<ParsedText>| reading.draft.citations.iter().any(|citation| citation.symbol == *symbol);
        self.session.library.citing_count(symbol, own) + elsewhere.filter(cites).count()
    }
}

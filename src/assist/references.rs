//! Where the thing under the cursor is mentioned.

use std::ops::Range;

use super::highlights::{Highlights, alike, labelled, note, paragraph};
use super::{AssistContext, Target};
use crate::draft::{Draft, ReferenceResolver};
use crate::symbol::Symbol;

/// Where a thing is mentioned.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct References {
    /// In this draft, in order.
    pub here: Vec<Range<usize>>,
    /// The instrument that it is; other drafts may cite it too ([`citations_of`]).
    pub symbol: Option<Symbol>,
}

/// Where the thing at a place is mentioned: a note's markers, an instrument's citations, a paragraph's
/// references. With `declaration`, the note, the paragraph's label, or the draft's own title, is among
/// them.
pub fn references(params: AssistContext<'_>, declaration: bool) -> Option<References> {
    let draft = &params.reading.draft;
    let mut found = References::default();
    let with_declaration = |Highlights { itself, mut mentions }: Highlights| {
        mentions.extend(itself.filter(|_| declaration));
        mentions
    };
    match Target::at(draft, params.offset).map(|(thing, _)| thing) {
        Some(
            Target::Marker(crate::draft::Marker { label, range })
            | Target::NoteLabel(crate::draft::Note { label, label_range: range, .. }),
        ) => {
            found.here = with_declaration(note(draft, label, range));
        }
        Some(Target::Citation(_, crate::draft::Citation { symbol, .. }) | Target::OwnNumber(symbol)) => {
            found.here = citations_of(draft, symbol);
            let own = draft.title.as_ref().filter(|_| declaration && draft.symbol.as_ref() == Some(symbol));
            found.here.extend(own.map(|title| title.range.clone()));
            found.symbol = Some(symbol.clone());
        }
        Some(Target::Reference(reference)) => {
            let resolver = ReferenceResolver::of(draft);
            match resolver.resolve(reference).and_then(|resolved| resolved.innermost()) {
                Some(index) => found.here = with_declaration(paragraph(draft, &resolver, index)),
                None => found.here = alike(draft, reference),
            }
        }
        None => {
            found.here =
                with_declaration(paragraph(draft, &ReferenceResolver::of(draft), labelled(draft, params.offset)?))
        }
    }
    found.here.sort_by_key(|range| (range.start, range.end));
    found.here.dedup();
    Some(found)
}

/// Where a draft cites an instrument, in order.
pub fn citations_of(draft: &Draft, symbol: &Symbol) -> Vec<Range<usize>> {
    draft.citations.iter().filter(|citation| citation.symbol == *symbol).map(|c| c.range.clone()).collect()
}

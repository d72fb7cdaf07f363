//! Cited instruments and document symbols, collected over all blocks and notes of a draft.

use super::blocks::Block;
use super::citation::{self, Context};
use super::notes::RawNote;
use super::{Citation, CitationKind, Flow, MalformedSymbol, Reference, ReferenceTarget};
use crate::language::Language;
use crate::symbol::{self, Organ};

/// What was found.
#[derive(Debug, Default)]
pub struct Instruments {
    pub citations: Vec<Citation>,
    pub references: Vec<Reference>,
    pub malformed: Vec<MalformedSymbol>,
}

/// Collects what the blocks and notes of a draft cite, in the order of the text. Before byte `masthead_end` the
/// document speaks of itself.
pub fn instruments(
    text: &str,
    blocks: &[Block],
    notes: &[RawNote],
    language: &Language,
    own_organ: Option<Organ>,
    masthead_end: usize,
) -> Instruments {
    let mut found = Instruments::default();
    let mut context = Context { own_organ, ..Context::default() };
    let mut flow = Flow::default();
    for block in blocks {
        block.flow_into(text, &mut flow);
        found.block(&flow, language, &mut context);
    }
    context.in_note = true;
    for note in notes {
        note.flow_into(text, &mut flow);
        found.block(&flow, language, &mut context);
    }
    found.in_order();
    for citation in &mut found.citations {
        citation.in_masthead = citation.range.end <= masthead_end;
    }
    found
}

impl Instruments {
    fn block(&mut self, flow: &Flow, language: &Language, context: &mut Context) {
        if !flow.text.bytes().any(|b| b.is_ascii_digit()) {
            return;
        }
        let cited = citation::citations(&flow.text, language, context);
        context.named = cited.named;
        let symbols = symbol::scan(&flow.text);
        let mut place = vec![usize::MAX; cited.citations.len()];
        for (i, citation) in cited.citations.into_iter().enumerate() {
            // A number inside a document symbol is that symbol's.
            let next = symbols.partition_point(|symbol| symbol.range.end <= citation.range.start);
            if symbols.get(next).is_some_and(|symbol| symbol.range.start < citation.range.end) {
                continue;
            }
            place[i] = self.citations.len();
            self.citations.push(Citation {
                symbol: citation.symbol,
                range: flow.source(citation.range),
                kind: citation.kind,
                date: citation.date.map(|(date, range)| (date, flow.source(range))),
                title: citation.title.map(|(title, range)| (title, flow.source(range))),
                in_note: context.in_note,
                in_masthead: false,
            });
        }
        for reference in cited.references {
            let of = match reference.of {
                ReferenceTarget::Citation(i) => match place.get(i) {
                    Some(&at) if at != usize::MAX => ReferenceTarget::Citation(at),
                    _ => ReferenceTarget::Elsewhere,
                },
                other => other,
            };
            self.references.push(Reference {
                range: flow.source(reference.range),
                paragraph: reference.paragraph,
                subparagraphs: reference.subparagraphs,
                of,
            });
        }
        for found in symbols {
            let range = flow.source(found.range);
            let cited = match found.symbol {
                Ok(symbol) => Some(symbol),
                Err(malformed) => {
                    // Of a slip of spelling it is plain what is cited.
                    let meant = malformed.meant.clone().filter(|_| malformed.fault.is_spelling());
                    self.malformed.push(MalformedSymbol { range: range.clone(), malformed });
                    meant
                }
            };
            self.citations.extend(cited.map(|symbol| Citation {
                symbol,
                range,
                kind: CitationKind::Document,
                date: None,
                title: None,
                in_note: context.in_note,
                in_masthead: false,
            }));
        }
    }

    /// Puts everything in the order of the text, references keeping hold of their citations.
    fn in_order(&mut self) {
        let mut order: Vec<usize> = (0..self.citations.len()).collect();
        order.sort_by_key(|&i| (self.citations[i].range.start, self.citations[i].range.end));
        let mut place = vec![0; order.len()];
        for (new, &old) in order.iter().enumerate() {
            place[old] = new;
        }
        for reference in &mut self.references {
            if let ReferenceTarget::Citation(i) = &mut reference.of {
                *i = place.get(*i).copied().unwrap_or(0);
            }
        }
        self.citations.sort_by_key(|citation| (citation.range.start, citation.range.end));
        self.references.sort_by_key(|reference| reference.range.start);
        self.malformed.sort_by_key(|malformed| malformed.range.start);
    }
}

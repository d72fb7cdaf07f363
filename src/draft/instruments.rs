//! Cited instruments and document symbols, collected over all blocks and notes of a draft.

use std::hash::{BuildHasher, Hash, Hasher, RandomState};
use std::ops::Range;

use super::blocks::Block;
use super::citation::{self, CitationContext};
use super::citation_cache::{CachedCitations, CitationCache};
use super::notes::RawNote;
use super::{Citation, CitationKind, MalformedSymbol, NormalizedText, Reference, ReferenceTarget};
use crate::language::Language;
use crate::symbol::{self, Organ, Symbol};

/// What was found.
#[derive(Debug, Default)]
pub struct CitedInstruments {
    pub citations: Vec<Citation>,
    pub references: Vec<Reference>,
    pub malformed: Vec<MalformedSymbol>,
}

/// Collects what the blocks and notes of a draft cite, in the order of the text. What `memory` knows of a block is not
/// looked for again.
pub fn instruments(
    text: &str,
    blocks: &[Block],
    notes: &[RawNote],
    language: &Language,
    own_organ: Option<Organ>,
    memory: Option<&mut CitationCache>,
) -> CitedInstruments {
    let mut collector = InstrumentCollector {
        text,
        language,
        context: CitationContext { own_organ, ..CitationContext::default() },
        flow: NormalizedText::default(),
        memory,
        found: CitedInstruments::default(),
    };
    for block in blocks {
        collector.collect(&block.pieces, &|flow| block.flow_into(text, flow));
    }
    collector.context.in_note = true;
    for note in notes {
        collector.collect(&note.pieces, &|flow| note.flow_into(text, flow));
    }
    let mut found = collector.found;
    found.in_order();
    found
}

struct InstrumentCollector<'a> {
    text: &'a str,
    language: &'a Language,
    context: CitationContext,
    flow: NormalizedText,
    memory: Option<&'a mut CitationCache>,
    found: CitedInstruments,
}

impl InstrumentCollector<'_> {
    /// Collects what one block cites, whose pieces `flow` puts together.
    fn collect(&mut self, pieces: &[Range<usize>], flow: &dyn Fn(&mut NormalizedText)) {
        let Some(at) = pieces.first().map(|piece| piece.start) else { return };
        if !may_cite(self.text, pieces) {
            return;
        }
        let key = |memory: &&mut CitationCache| key(&memory.hasher, self.text, pieces, self.language, &self.context);
        let Some(key) = self.memory.as_ref().map(key) else {
            flow(&mut self.flow);
            let slips = self.found.malformed.len();
            self.found.block(&self.flow, self.language, &mut self.context);
            self.found.cite_slips(slips, self.context.in_note);
            return;
        };
        if let Some(known) = self.memory.as_mut().and_then(|memory| memory.recall(key)) {
            self.found.append(known, at, &mut self.context);
            return;
        }
        flow(&mut self.flow);
        let known = known(&self.flow, at, self.language, &mut self.context);
        self.found.append(&known, at, &mut self.context);
        if let Some(memory) = self.memory.as_mut() {
            memory.keep(key, known);
        }
    }
}

/// What a block cites that stands at byte `at`, whose running text is `flow`.
pub fn known(flow: &NormalizedText, at: usize, language: &Language, context: &mut CitationContext) -> CachedCitations {
    let mut fresh = CitedInstruments::default();
    let named = context.named.clone();
    fresh.block(flow, language, context);
    let named = (context.named != named).then(|| context.named.clone());
    CachedCitations::new(fresh, at, named)
}

/// Whether a block may cite anything: without digits, and without a bracket after a label (`subparagraph (b) above`), it
/// does not.
pub fn may_cite(text: &str, pieces: &[Range<usize>]) -> bool {
    pieces.iter().any(|piece| may_count(&text.as_bytes()[piece.clone()]))
}

/// A block's key: all that its citations depend on, but for where it stands.
pub fn key(
    hasher: &RandomState,
    text: &str,
    pieces: &[Range<usize>],
    language: &Language,
    context: &CitationContext,
) -> u64 {
    let at = pieces.first().map_or(0, |piece| piece.start);
    let mut hasher = hasher.build_hasher();
    for piece in pieces {
        // A piece that was moved by itself is another one.
        hasher.write_usize(piece.start.wrapping_sub(at));
        hasher.write_usize(piece.len());
        hasher.write(&text.as_bytes()[piece.clone()]);
    }
    language.code.hash(&mut hasher);
    context.hash(&mut hasher);
    hasher.finish()
}

/// Whether a text may have digits of some script, or closing brackets. Arabic letters share their first bytes with theirs.
fn may_count(text: &[u8]) -> bool {
    any(text, |b| b.is_ascii_digit() | matches!(b, b')' | 0xd9 | 0xdb | 0xef))
}

/// Whether there is such a byte, asked of many bytes at a time.
fn any(text: &[u8], is_such: impl Fn(u8) -> bool) -> bool {
    text.chunks(64).any(|chunk| chunk.iter().fold(false, |found, b| found | is_such(*b)))
}

/// A document that is cited by its symbol.
fn document(symbol: Symbol, range: Range<usize>, in_note: bool) -> Citation {
    let (kind, date, title, in_masthead) = (CitationKind::Document, None, None, false);
    Citation { symbol, range, kind, date, title, in_note, in_masthead }
}

impl CitedInstruments {
    /// Adds what the running text of a block cites, but for its slips of spelling.
    fn block(&mut self, flow: &NormalizedText, language: &Language, context: &mut CitationContext) {
        if !any(flow.text.as_bytes(), |b| b.is_ascii_digit() | (b == b')')) {
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
            self.references.push(Reference { of, ..reference.mapped(|range| flow.source(range)) });
        }
        for found in symbols {
            let range = flow.source(found.range);
            match found.symbol {
                Ok(symbol) => self.citations.push(document(symbol, range, context.in_note)),
                Err(malformed) => self.malformed.push(MalformedSymbol { range, malformed }),
            }
        }
    }

    /// Adds what is cited by the malformed symbols from the one with this index on: of a slip of spelling it is plain. It is not
    /// kept beside them.
    fn cite_slips(&mut self, from: usize, in_note: bool) {
        let slips = self.malformed.get(from..).unwrap_or_default();
        self.citations.extend(slips.iter().filter_map(|MalformedSymbol { range, malformed }| {
            let meant = malformed.meant.clone().filter(|_| malformed.fault.is_spelling())?;
            Some(document(meant, range.clone(), in_note))
        }));
    }

    /// Adds what is known of a block that stands at byte `at`.
    pub fn append(&mut self, known: &CachedCitations, at: usize, context: &mut CitationContext) {
        let (before, slips) = (self.citations.len(), self.malformed.len());
        self.citations.extend(known.citations.iter().map(|citation| citation.moved(at)));
        self.references.extend(known.references.iter().map(|reference| {
            let of = match reference.of {
                ReferenceTarget::Citation(i) => ReferenceTarget::Citation(i + before),
                of => of,
            };
            Reference { of, ..reference.moved(at) }
        }));
        self.malformed.extend(known.malformed.iter().map(|malformed| malformed.moved(at)));
        self.cite_slips(slips, context.in_note);
        if let Some(named) = &known.named {
            context.named.clone_from(named);
        }
    }

    /// Puts everything in the order of the text, references keeping hold of their citations.
    pub fn in_order(&mut self) {
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

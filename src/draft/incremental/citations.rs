//! What the blocks and notes of stretches cite, one after the other: what a block says of the bodies that it names
//! holds for the next ones.

use std::collections::HashMap;
use std::collections::hash_map::RandomState;
use std::sync::Arc;

use super::chunk::Chunk;
use crate::draft::NormalizedText;
use crate::draft::citation::{CarriedNames, CitationContext};
use crate::draft::citation_cache::CachedCitations;
use crate::draft::instruments::{key, known, may_cite};
use crate::language::Language;
use crate::symbol::Organ;

/// What a block cites, and the key under which it is found again: `None` where it has no number at all.
pub type BlockCitationKey = Option<(u64, Arc<CachedCitations>)>;

/// Finds what blocks and notes cite.
#[derive(Debug)]
pub struct CitationFinder {
    pub language: &'static Language,
    pub organ: Option<Organ>,
    pub hasher: RandomState,
    /// What most blocks cite that have a number.
    pub nothing: Arc<CachedCitations>,
    /// What is known already, by key.
    pub known: HashMap<u64, Arc<CachedCitations>>,
    pub flow: NormalizedText,
}

impl CitationFinder {
    /// Keeps what a stretch cites, for those that are read in its place.
    pub fn recall(&mut self, stretch: &Chunk) {
        let cited = stretch.cited.iter().chain(&stretch.cited_in_notes).flatten();
        self.known.extend(cited.map(|(key, known)| (*key, known.clone())));
    }

    /// Finds what the blocks of a stretch cite, whose text is `text`. Gives who is named after them.
    pub fn blocks(&mut self, stretch: &mut Chunk, text: &str, named: Arc<CarriedNames>) -> Arc<CarriedNames> {
        stretch.named = named.clone();
        let mut context = self.context(named, false);
        let mut cited = Vec::with_capacity(stretch.blocks.len());
        for block in &stretch.blocks {
            let block = block.block(0);
            cited.push(self.cite(text, &block.pieces, &mut context, |flow| block.flow_into(text, flow)));
        }
        stretch.cited = cited;
        kept(&stretch.named, context.named)
    }

    /// As [`Citer::blocks`], for its notes.
    pub fn notes(&mut self, stretch: &mut Chunk, text: &str, named: Arc<CarriedNames>) -> Arc<CarriedNames> {
        stretch.named_in_notes = named.clone();
        if stretch.notes.is_empty() {
            return named;
        }
        let mut context = self.context(named, true);
        let mut cited = Vec::with_capacity(stretch.notes.len());
        for note in &stretch.notes {
            cited.push(self.cite(text, &note.pieces, &mut context, |flow| note.flow_into(text, flow)));
        }
        stretch.cited_in_notes = cited;
        kept(&stretch.named_in_notes, context.named)
    }

    fn context(&self, named: Arc<CarriedNames>, in_note: bool) -> CitationContext {
        CitationContext { own_organ: self.organ, in_note, named: Arc::unwrap_or_clone(named) }
    }

    fn cite(
        &mut self,
        text: &str,
        pieces: &[std::ops::Range<usize>],
        context: &mut CitationContext,
        flow: impl Fn(&mut NormalizedText),
    ) -> BlockCitationKey {
        let at = pieces.first()?.start;
        if !may_cite(text, pieces) {
            return None;
        }
        let key = key(&self.hasher, text, pieces, self.language, context);
        let cited = match self.known.get(&key) {
            Some(known) => known.clone(),
            None => {
                flow(&mut self.flow);
                let known = known(&self.flow, at, self.language, &mut context.clone());
                if known.is_nothing() { self.nothing.clone() } else { Arc::new(known) }
            }
        };
        if let Some(named) = &cited.named {
            context.named.clone_from(named);
        }
        Some((key, cited))
    }
}

/// Who is named, in the memory of before where it is the same.
fn kept(before: &Arc<CarriedNames>, after: CarriedNames) -> Arc<CarriedNames> {
    if **before == after { before.clone() } else { Arc::new(after) }
}

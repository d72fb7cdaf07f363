//! What is kept of one reading for the next, so that a key costs the block that it touched and not the draft.

use std::collections::HashMap;
use std::collections::hash_map::RandomState;

use super::citation::CarriedNames;
use super::instruments::CitedInstruments;
use super::{Citation, MalformedSymbol, Reference};

/// What is kept of one reading of a draft for the next. A reading with a memory gives what one without gives.
///
/// It holds what each block cites, by the block's text and all else that this depends on. What a reading has not
/// met is forgotten after it, so the memory is no larger than what two readings found.
#[derive(Debug, Default)]
pub struct CitationCache {
    /// By a hash of 64 bits with a key of this memory's own: two different blocks of a draft are taken for each
    /// other once in some hundred million volumes.
    known: HashMap<u64, (CachedCitations, u32)>,
    pub(super) hasher: RandomState,
    reading: u32,
}

/// What one block cites. Places are bytes from the block's first.
#[derive(Debug, Default)]
pub(super) struct CachedCitations {
    pub citations: Box<[Citation]>,
    /// [`super::ReferenceTarget::Citation`] counts in `citations`.
    pub references: Box<[Reference]>,
    pub malformed: Box<[MalformedSymbol]>,
    /// What the block leaves to the next ones, where it changes that.
    pub named: Option<Box<CarriedNames>>,
}

impl CachedCitations {
    /// What was found in a block that stands at byte `at`.
    pub fn new(found: CitedInstruments, at: usize, named: Option<CarriedNames>) -> CachedCitations {
        let back = at.wrapping_neg();
        CachedCitations {
            citations: found.citations.iter().map(|citation| citation.moved(back)).collect(),
            references: found.references.iter().map(|reference| reference.moved(back)).collect(),
            malformed: found.malformed.iter().map(|malformed| malformed.moved(back)).collect(),
            named: named.map(Box::new),
        }
    }

    /// Whether the block cites nothing and leaves nothing to the next ones.
    pub fn is_nothing(&self) -> bool {
        let CachedCitations { citations, references, malformed, named } = self;
        citations.is_empty() && references.is_empty() && malformed.is_empty() && named.is_none()
    }
}

impl CitationCache {
    pub(super) fn begin(&mut self) {
        self.reading = self.reading.wrapping_add(1);
    }

    pub(super) fn recall(&mut self, key: u64) -> Option<&CachedCitations> {
        let (known, last) = self.known.get_mut(&key)?;
        *last = self.reading;
        Some(known)
    }

    pub(super) fn keep(&mut self, key: u64, known: CachedCitations) {
        self.known.insert(key, (known, self.reading));
    }

    /// Forgets what this reading has not met.
    pub(super) fn end(&mut self) {
        let reading = self.reading;
        self.known.retain(|_, (_, last)| *last == reading);
    }
}

//! What changed in an open draft since the text that it was made of.

use std::sync::{Arc, Mutex, PoisonError};

use crate::compare::TextRevision;
use crate::workspace::{Instrument, ParsedText};

/// How many drafts are kept beside their earlier texts.
const KEPT: usize = 4;

/// A draft beside the text that it was made of.
#[derive(Debug)]
pub struct DraftChanges {
    /// What it was made of.
    pub predecessor: Arc<Instrument>,
    /// Its text.
    pub earlier: Arc<ParsedText>,
    /// The draft as it stands.
    pub later: Arc<ParsedText>,
    /// What was done.
    pub revision: TextRevision,
}

/// Drafts beside what they were made of, as they were compared last.
#[derive(Debug, Default)]
pub struct ChangesCache(Mutex<Vec<Arc<DraftChanges>>>);

impl ChangesCache {
    /// A draft beside an earlier text; compared anew where either is another than it was.
    pub fn between(
        &self,
        later: &Arc<ParsedText>,
        predecessor: Arc<Instrument>,
        earlier: Arc<ParsedText>,
    ) -> Arc<DraftChanges> {
        let is_of = |kept: &&Arc<DraftChanges>| Arc::ptr_eq(&kept.later, later) && Arc::ptr_eq(&kept.earlier, &earlier);
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner).iter().find(is_of).cloned();
        if let Some(kept) = kept {
            return kept;
        }
        let revision = TextRevision::between((&earlier.text, &earlier.draft), (&later.text, &later.draft));
        let made = Arc::new(DraftChanges { predecessor, earlier, later: later.clone(), revision });
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        all.retain(|kept| kept.predecessor.path != made.predecessor.path);
        if all.len() >= KEPT {
            all.remove(0);
        }
        all.push(made.clone());
        made
    }
}

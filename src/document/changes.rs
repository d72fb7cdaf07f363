//! What changed in an open draft since the text that it was made of.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use crate::compare::TextRevision;
use crate::workspace::ParsedText;

/// How many drafts are kept beside their earlier texts.
const KEPT: usize = 4;

/// A draft beside the text that it was made of.
#[derive(Debug)]
pub struct DraftChanges {
    /// The file of what it was made of.
    pub path: PathBuf,
    /// What that is called: its symbol, or the name of its file.
    pub name: String,
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
    pub fn between(&self, later: &Arc<ParsedText>, path: &Path, earlier: Arc<ParsedText>) -> Arc<DraftChanges> {
        let is_of = |kept: &&Arc<DraftChanges>| Arc::ptr_eq(&kept.later, later) && Arc::ptr_eq(&kept.earlier, &earlier);
        let (kept, before) = {
            let all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            let beside_it = all.iter().rfind(|kept| Arc::ptr_eq(&kept.earlier, &earlier));
            (all.iter().find(is_of).cloned(), beside_it.cloned())
        };
        if let Some(kept) = kept {
            return kept;
        }
        let texts = ((earlier.text.as_str(), &earlier.draft), (later.text.as_str(), &later.draft));
        let revision = match before {
            Some(before) => before.revision.again(texts.0, texts.1),
            None => TextRevision::between(texts.0, texts.1),
        };
        let file_name = || path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
        let name = earlier.draft.symbol.as_ref().map_or_else(file_name, ToString::to_string);
        let made = Arc::new(DraftChanges { path: path.to_owned(), name, earlier, later: later.clone(), revision });
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        all.retain(|kept| kept.path != made.path);
        if all.len() >= KEPT {
            all.remove(0);
        }
        all.push(made.clone());
        made
    }
}

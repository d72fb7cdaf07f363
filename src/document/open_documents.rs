//! The open documents: the one place that owns their state.

use std::collections::HashMap;
use std::hash::Hash;
use std::path::Path;
use std::sync::Arc;

use super::analysis::DocumentAnalysis;
use super::snapshot::{DocumentIdentity, DocumentSnapshot};
use super::typing_guard::writer_after;
use crate::draft::ReadAs;
use crate::library::AuthorityCache;
use crate::text::{PositionEncoding, Text, TextChange};

/// Which opening of a document is meant. A document that is closed and opened again is another one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DocumentId(u64);

/// The open documents.
#[derive(Debug)]
pub struct OpenDocuments<K> {
    open: HashMap<K, OpenDocument<K>>,
    last_id: u64,
    /// What is known of what they cite.
    knowledge: Arc<AuthorityCache>,
}

#[derive(Debug)]
struct OpenDocument<K> {
    id: DocumentId,
    now: Arc<DocumentSnapshot<K>>,
    /// Something has changed since the last check began.
    stale: bool,
    /// A check is under way; when it is done it will look whether there is more to do.
    checking: bool,
    /// What was told is to be looked at again, though the text is the same: the writer has paused or gone elsewhere.
    paused: bool,
    /// Somebody waits for the writer to pause.
    awaited: bool,
}

/// Why a document is checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CheckReason {
    /// Its text or what is known has changed.
    Changed,
    /// The writer has paused, or gone elsewhere.
    Paused,
}

impl<K: Clone + Eq + Hash + Ord> OpenDocuments<K> {
    /// No document yet, and what will be known of what they cite.
    pub fn new(knowledge: Arc<AuthorityCache>) -> OpenDocuments<K> {
        OpenDocuments { open: HashMap::new(), last_id: 0, knowledge }
    }

    /// Opens a document, of which the user may say something beside its text. One that is open already is taken to be
    /// opened afresh.
    pub fn open(
        &mut self,
        identity: DocumentIdentity<K>,
        text: Text,
        encoding: PositionEncoding,
        read_as: ReadAs,
    ) -> DocumentId {
        self.last_id += 1;
        let id = DocumentId(self.last_id);
        let key = identity.key.clone();
        let knowledge = self.knowledge.clone();
        let analysis = DocumentAnalysis::new(identity.path.clone(), knowledge.clone(), read_as);
        let now = DocumentSnapshot::new(Arc::new(identity), text, encoding, 0, analysis, knowledge, None);
        let document = OpenDocument { id, now, stale: true, checking: false, paused: false, awaited: false };
        self.open.insert(key, document);
        id
    }

    /// Applies the changes of one notification. Says which document it was, if it is open.
    pub fn change(
        &mut self,
        key: &K,
        version: i32,
        changes: impl IntoIterator<Item = TextChange>,
    ) -> Option<DocumentId> {
        let document = self.open.get_mut(key)?;
        let mut text = document.now.text.clone();
        let replaced = text.apply(changes, document.now.encoding, version);
        let writer = writer_after(&replaced, &text);
        let DocumentSnapshot { identity, analysis, encoding, .. } = &*document.now;
        let (identity, analysis, encoding) = (identity.clone(), analysis.clone(), *encoding);
        let revision = document.now.revision + 1;
        analysis.edited(revision, replaced);
        let knowledge = self.knowledge.clone();
        let now = DocumentSnapshot::new(identity, text, encoding, revision, analysis, knowledge, writer);
        std::mem::replace(&mut document.now, now).let_go();
        document.stale = true;
        Some(document.id)
    }

    /// Has documents read anew of which the user says something else now.
    pub fn read_as(&mut self, mut said: impl FnMut(Option<&Path>) -> ReadAs) {
        for document in self.open.values_mut() {
            let DocumentSnapshot { identity, text, encoding, analysis, .. } = &*document.now;
            let read_as = said(document.now.path());
            if analysis.read_as() != read_as {
                let knowledge = self.knowledge.clone();
                let analysis = DocumentAnalysis::new(identity.path.clone(), knowledge.clone(), read_as);
                let (identity, text) = (identity.clone(), text.clone());
                document.now = DocumentSnapshot::new(identity, text, *encoding, 0, analysis, knowledge, None);
            }
        }
    }

    /// Closes a document. Says whether it was open.
    pub fn close(&mut self, key: &K) -> bool {
        self.open.remove(key).is_some()
    }

    /// A document as it stands now.
    pub fn get(&self, key: &K) -> Option<&Arc<DocumentSnapshot<K>>> {
        self.open.get(key).map(|document| &document.now)
    }

    /// All open documents as they stand now, in the order of their keys.
    pub fn all(&self) -> Vec<Arc<DocumentSnapshot<K>>> {
        let mut all: Vec<_> = self.open.values().map(|document| document.now.clone()).collect();
        all.sort_by(|a, b| a.key().cmp(b.key()));
        all
    }

    /// The open drafts, and which opening of each is the one that is open now.
    pub fn drafts(&self) -> Vec<(Arc<DocumentSnapshot<K>>, DocumentId)> {
        let drafts = self.open.values().filter(|document| document.now.is_draft());
        drafts.map(|document| (document.now.clone(), document.id)).collect()
    }

    /// Has documents checked anew of which that is wanted. Gives them.
    pub fn expire(&mut self, mut wanted: impl FnMut(&DocumentSnapshot<K>) -> bool) -> Vec<(K, DocumentId)> {
        let mut expired = Vec::new();
        for (key, document) in self.open.iter_mut().filter(|(_, document)| wanted(&document.now)) {
            document.stale = true;
            expired.push((key.clone(), document.id));
        }
        expired
    }

    /// Whether this opening of a document is the one that is open now.
    pub fn is_open(&self, key: &K, id: DocumentId) -> bool {
        self.open.get(key).is_some_and(|document| document.id == id)
    }

    /// Asks to be the one that checks a document: yes if nobody else does. Who gets it goes on until
    /// [`OpenDocuments::next_check`] gives nothing more.
    pub fn begin_checking(&mut self, key: &K, id: DocumentId) -> bool {
        match self.open.get_mut(key) {
            Some(document) if document.id == id => !std::mem::replace(&mut document.checking, true),
            _ => false,
        }
    }

    /// The newest text, if it wants checking, and why. Otherwise the checking of this opening is over.
    pub fn next_check(&mut self, key: &K, id: DocumentId) -> Option<(Arc<DocumentSnapshot<K>>, CheckReason)> {
        let document = self.open.get_mut(key).filter(|document| document.id == id)?;
        let reason = if document.stale { CheckReason::Changed } else { CheckReason::Paused };
        let wanted = match reason {
            CheckReason::Changed => &mut document.stale,
            CheckReason::Paused => &mut document.paused,
        };
        document.checking = std::mem::take(wanted);
        document.checking.then(|| (document.now.clone(), reason))
    }

    /// Says that the writer of a document has paused or gone elsewhere. Gives its id, if it is open.
    pub fn pause(&mut self, key: &K) -> Option<DocumentId> {
        let document = self.open.get_mut(key)?;
        document.paused = true;
        Some(document.id)
    }

    /// Asks to be the one that waits for the writer to pause: yes if nobody else does. Who gets it asks
    /// [`OpenDocuments::next_revision`] until there is none.
    pub fn begin_awaiting(&mut self, key: &K, id: DocumentId) -> bool {
        match self.open.get_mut(key) {
            Some(document) if document.id == id => !std::mem::replace(&mut document.awaited, true),
            _ => false,
        }
    }

    /// The number of the newest change, if it isn't `revision`; otherwise the writer has paused, and the waiting is over.
    /// `None` also if this opening is over.
    pub fn next_revision(&mut self, key: &K, id: DocumentId, revision: Option<u64>) -> Option<u64> {
        let document = self.open.get_mut(key).filter(|document| document.id == id)?;
        let now = document.now.revision;
        document.awaited = revision != Some(now);
        document.awaited.then_some(now)
    }
}

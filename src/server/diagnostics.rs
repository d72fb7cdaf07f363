//! Checking documents and sending out what is found: one check of a document at a time, each of its newest text.

use std::collections::HashMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::atomic::Ordering;
use std::sync::{Arc, MutexGuard};
use std::time::Duration;

use tokio::sync::oneshot;
use tower_lsp::ls_types::{Diagnostic, NumberOrString, PublishDiagnosticsParams, TraceValue, Uri};

use super::client_features::ClientFeatures;
use super::library_folders::ReadableFolders;
use super::log::{self, log};
use super::outbox::DiagnosticList;
use super::state::{EditorSession, SessionState};
use super::status::DraftStatus;
use super::tasks::{self, Instant};
use super::{changes, config_document, memory, to_proto};
use crate::config::Config;
use crate::document::{
    CheckReason, DocumentId, DocumentKind, DocumentSettings, DocumentSnapshot, PublishedFindings, SettingsResolver,
    bound,
};
use crate::text::Position;
use crate::workspace::Instrument;

crate::messages! {
    "server.diagnostics":
    /// What a client is told that follows what the server does.
    checked(document: name, findings: count, milliseconds: count) =
        "Checked {document}: {findings, plural, one {{findings} finding} other {{findings} findings}}, in {milliseconds, plural, \
         one {{milliseconds} millisecond} other {{milliseconds} milliseconds}}.";
}

/// How long nothing may be written for the writer to have paused.
const PAUSE: Duration = Duration::from_millis(200);

/// How long a check may take that is done on the thread that takes the messages in: to hand it to another one takes about
/// as long.
const QUICK: Duration = Duration::from_micros(500);

impl EditorSession {
    /// Has a document checked, unless that is under way: then whoever is at it will see the newer text
    /// next. So a burst of edits costs one check after it, not one each.
    pub fn check(self: &Arc<EditorSession>, state: &mut SessionState, uri: &Uri, id: DocumentId) {
        if state.documents.begin_checking(uri, id) {
            tasks::spawn(self.clone().check_while_stale(uri.clone(), id));
        }
    }

    /// Has all documents checked anew, by other settings or since more is known.
    pub fn check_all(self: &Arc<EditorSession>, state: &mut SessionState) {
        self.check_where(state, |_, _| true);
    }

    /// Takes what is settled in a folder. When that changes all documents are checked anew; when it is found out because a
    /// document was opened, those to which it makes a difference. Says whether it is new.
    pub fn set_folder(self: &Arc<EditorSession>, folder: &Path, config: Option<Config>) -> bool {
        let mut state = self.state();
        let SessionState { documents, settings, .. } = &mut *state;
        if settings.is_known(folder) {
            let is_new = settings.set_folder(folder, config);
            if is_new {
                self.check_all(&mut state);
                self.compare_all_later();
            }
            return is_new;
        }
        let before: HashMap<Uri, Arc<DocumentSettings>> = documents
            .all()
            .iter()
            .map(|document| (document.key().clone(), settings.settings_for(document.path())))
            .collect();
        let is_new = settings.set_folder(folder, config);
        if is_new {
            self.check_where(&mut state, |document, settings| {
                let now = settings.settings_for(document.path());
                before.get(document.key()).is_none_or(|before| !before.check_as(&now))
            });
            self.compare_all_later();
        }
        is_new
    }

    /// Has documents checked anew of which that is wanted.
    fn check_where(
        self: &Arc<EditorSession>,
        state: &mut SessionState,
        wanted: impl Fn(&DocumentSnapshot<Uri>, &mut SettingsResolver) -> bool,
    ) {
        let SessionState { documents, settings, .. } = state;
        documents.read_as(|path| settings.settings_for(path).config.read_as());
        for (uri, id) in documents.expire(|document| wanted(document, settings)) {
            self.check(state, &uri, id);
        }
    }

    /// Looks up what drafts cite, beside everything else, and has the documents checked anew when that brings news.
    fn look_up(self: &Arc<EditorSession>) {
        if self.looking_up.swap(true, Ordering::AcqRel) {
            return;
        }
        let session = self.clone();
        tasks::spawn(async move {
            loop {
                let authority = session.authority.clone();
                let news = tasks::beside(move || authority.look_up()).await;
                if news.unwrap_or(false) {
                    session.check_all(&mut session.state());
                    if session.state().settings.editor().hints {
                        session.refresh_hints();
                    }
                }
                session.looking_up.store(false, Ordering::Release);
                // What was asked meanwhile has nobody else to look it up.
                if !session.authority.has_open_questions() || session.looking_up.swap(true, Ordering::AcqRel) {
                    return;
                }
            }
        });
    }

    async fn check_while_stale(self: Arc<EditorSession>, uri: Uri, id: DocumentId) {
        loop {
            let ((snapshot, reason), settings, readable, features) = {
                let mut state = self.state();
                let Some((snapshot, reason)) = state.documents.next_check(&uri, id) else { return };
                let settings = state.settings.settings_for(snapshot.path());
                // Only settings name folders.
                let is_config = snapshot.kind() == DocumentKind::Config;
                let readable =
                    if is_config { ReadableFolders::of(&state.settings) } else { ReadableFolders::default() };
                ((snapshot, reason), settings, readable, state.features)
            };
            let session = self.clone();
            let fresh = snapshot.is_fresh();
            let large = snapshot.text.len() > memory::LARGE;
            let quick = reason == CheckReason::Changed && snapshot.is_quick();
            let begun = Instant::now();
            let work = move || {
                let affected = match reason {
                    CheckReason::Paused if snapshot.is_draft() => session.compare_versions(&snapshot, &settings),
                    _ => Vec::new(),
                };
                if !affected.is_empty() {
                    session.compare_later(|document| {
                        document.path().is_some_and(|path| affected.iter().any(|file| **file == *path))
                    });
                }
                let CheckedDocument { list, status, instrument, complete } =
                    check(&snapshot, &settings, &readable, features, reason)?;
                if let Some(path) = snapshot.path().filter(|_| reason == CheckReason::Changed).map(Path::to_owned) {
                    session.library.open(&path, snapshot, instrument);
                }
                Some((list, status, complete))
            };
            let found = if quick {
                catch_unwind(AssertUnwindSafe(work)).map_err(|_| "the check panicked".to_owned())
            } else {
                tasks::beside(work).await
            };
            let (list, status, complete) = match found {
                Ok(Some(list)) => list,
                // The panic has its own line in the log. The list that the client has stays.
                Ok(None) => continue,
                Err(error) => {
                    log(&log::unchecked(uri.as_str(), error));
                    continue;
                }
            };
            self.trace(&uri, &list.diagnostics, begun.elapsed());
            if fresh || self.authority.has_open_questions() {
                self.look_up();
            }
            if !complete {
                self.complete_later(&uri, id);
            }
            // Whether the document is still open is asked, and the list put in the queue, in one moment:
            // the list that clears a closed document comes after all others.
            let sent = {
                let state = self.state();
                if !state.documents.is_open(&uri, id) {
                    drop(state);
                    self.forget(&uri);
                    return;
                }
                let (sent, when_sent) = oneshot::channel();
                let again = reason == CheckReason::Paused;
                self.outbox.publish(DiagnosticList { params: list, status, again, sent: Some(sent) });
                when_sent
            };
            // The next check waits until the client has taken this list: a slow client gets fewer of them.
            let _ = sent.await;
            if complete {
                changes::refresh(&self, &uri);
            }
            if large && complete {
                tasks::begin(memory::give_back);
            }
        }
    }

    /// Tells the client of a check, where it wants to follow what the server does.
    fn trace(&self, uri: &Uri, found: &[Diagnostic], took: Duration) {
        let trace = self.state().trace;
        if trace == TraceValue::Off {
            return;
        }
        let milliseconds = usize::try_from(took.as_millis()).unwrap_or(usize::MAX);
        let sentence = checked(uri.as_str(), found.len(), milliseconds).text(self.locale());
        let codes = found.iter().filter_map(|found| match &found.code {
            Some(NumberOrString::String(code)) => Some(code.as_str()),
            _ => None,
        });
        let more = (trace == TraceValue::Verbose).then(|| codes.collect::<Vec<_>>().join(", "));
        self.outbox.trace(sentence, more);
    }

    /// Has a document's rules asked that look at the whole draft, when the writer pauses.
    fn complete_later(self: &Arc<EditorSession>, uri: &Uri, id: DocumentId) {
        if !self.state().documents.begin_awaiting(uri, id) {
            return;
        }
        let (session, uri) = (self.clone(), uri.clone());
        tasks::spawn(async move {
            let mut revision = None;
            loop {
                let next = session.state().documents.next_revision(&uri, id, revision);
                if next.is_none() {
                    break;
                }
                revision = next;
                tasks::sleep(PAUSE).await;
            }
            session.paused(&uri);
        });
    }

    /// Has drafts compared with their other language versions when their writers pause, of which that is wanted.
    pub fn compare_later(self: &Arc<EditorSession>, wanted: impl Fn(&DocumentSnapshot<Uri>) -> bool) {
        let drafts = self.state().documents.drafts();
        for (document, id) in drafts.into_iter().filter(|(document, _)| wanted(document)) {
            self.complete_later(document.key(), id);
        }
    }

    /// Has drafts that are, or were, among versions compared with them again, since other texts are there now.
    pub fn compare_all_later(self: &Arc<EditorSession>) {
        let session = self.clone();
        // The texts may have to be read first.
        tasks::begin(move || session.compare_later(|document| session.is_among_versions(document)));
    }

    /// Has a document looked at again, whose writer has paused or gone elsewhere.
    pub fn paused(self: &Arc<EditorSession>, uri: &Uri) {
        let mut state = self.state();
        if let Some(id) = state.documents.pause(uri) {
            self.check(&mut state, uri, id);
        }
    }

    /// Says where the cursor is in a document: whoever has left a paragraph hears what is wrong in it.
    pub fn move_cursor(self: &Arc<EditorSession>, uri: &Uri, place: Position) {
        let Some(document) = self.state().documents.get(uri).cloned() else { return };
        if document.move_cursor(document.text.byte(place, document.encoding)) {
            self.paused(uri);
        }
    }

    /// Clears what the client shows for a document that was closed, and lets its file speak again.
    pub fn clear(&self, state: MutexGuard<'_, SessionState>, uri: Uri) {
        self.outbox.clear(uri.clone());
        drop(state);
        self.forget(&uri);
    }

    /// Takes a text out of the library's open ones, unless it is open (again).
    fn forget(&self, uri: &Uri) {
        let Some(path) = self.path_of(uri) else { return };
        if self.state().documents.get(uri).is_none() {
            self.library.close(&path);
        }
    }
}

/// What is found in a document by all rules, for a client that asks for it.
pub fn of_document(
    session: &EditorSession,
    document: &DocumentSnapshot<Uri>,
    settings: &Arc<DocumentSettings>,
) -> Vec<Diagnostic> {
    let (features, readable) = {
        let state = session.state();
        let is_config = document.kind() == DocumentKind::Config;
        let readable = if is_config { ReadableFolders::of(&state.settings) } else { ReadableFolders::default() };
        (state.features, readable)
    };
    let checked = check(document, settings, &readable, features, CheckReason::Paused);
    checked.map(|checked| checked.list.diagnostics).unwrap_or_default()
}

/// What is found in one version of a document.
struct CheckedDocument {
    list: PublishDiagnosticsParams,
    /// How it was read, if the client wants to know.
    status: Option<DraftStatus>,
    /// Which instrument it is.
    instrument: Option<Arc<Instrument>>,
    /// All rules have been asked, and the draft was compared with its other language versions.
    complete: bool,
}

/// What is found in one version of a document. `None` if the reader panicked.
fn check(
    snapshot: &DocumentSnapshot<Uri>,
    settings: &Arc<DocumentSettings>,
    readable: &ReadableFolders,
    features: ClientFeatures,
    reason: CheckReason,
) -> Option<CheckedDocument> {
    let list = |list| PublishDiagnosticsParams::new(snapshot.key().clone(), list, Some(snapshot.text.version()));
    let alone = |list| Some(CheckedDocument { list, status: None, instrument: None, complete: true });
    match snapshot.kind() {
        DocumentKind::Draft | DocumentKind::Text => {}
        DocumentKind::Config => {
            let locale = features.interface_language().locale;
            let (text, folder) = (snapshot.text.whole(), snapshot.path().and_then(Path::parent));
            return alone(list(config_document::diagnostics(&text, folder, readable, snapshot.encoding, locale)));
        }
        DocumentKind::Page => return alone(list(Vec::new())),
    }
    let whole = reason == CheckReason::Paused;
    let begun = Instant::now();
    let published = snapshot.published(settings, whole);
    if !whole && published.as_ref().is_none_or(|published| published.are_new) {
        snapshot.set_quick(published.is_some() && begun.elapsed() < QUICK);
    }
    let PublishedFindings { findings, all, read, complete, awaits_versions, .. } = published?;
    // A text that nobody calls a draft is passed over where it doesn't read as one, as it is in a folder that is checked.
    let is_other = snapshot.kind() == DocumentKind::Text
        && !findings.is_empty()
        && snapshot.reading().is_some_and(|reading| !reading.draft.has_sign_of_a_resolution(&reading.text));
    let (findings, all) = if is_other { (Vec::new(), 0) } else { (findings, all) };
    let interface = features.language_about(|| read.languages.first().copied());
    let remark = bound::remark(findings.len(), all).map(|remark| to_proto::remark(&remark, interface.locale));
    let diagnostics = findings.iter().map(|finding| to_proto::diagnostic(snapshot, finding, features, interface));
    let diagnostics = remark.into_iter().chain(diagnostics).collect();
    let versions = snapshot.version_summary().filter(|_| settings.wants_versions());
    let status = features.status.then(|| DraftStatus::of(snapshot, &read, all, versions));
    Some(CheckedDocument {
        list: list(diagnostics),
        status,
        instrument: read.instrument,
        complete: complete && !awaits_versions,
    })
}

//! What the handlers share: the open documents, the settings, the library, and the way by which lists of
//! findings go out.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::oneshot;
use tower_lsp::Client;
use tower_lsp::ls_types::{PublishDiagnosticsParams, Uri};

use super::chosen::Chosen;
use super::client::ClientFeatures;
use super::documents::{Documents, Occasion, Opening, Snapshot, Told};
use super::knowledge::LibraryOpener;
use super::log;
use super::outbox::{List, Outbox};
use super::progress::Works;
use super::settings::Settings;
use super::status::Status;
use super::{configuration, convert};
use crate::library::AuthorityCache;
use crate::text::{Position, PositionEncoding};
use crate::workspace::{Instrument, WorkspaceIndex};

/// How long nothing may be written for the writer to have paused.
const PAUSE: Duration = Duration::from_millis(200);

/// What the handlers share. The mutex is held for moments only: to apply an edit, to take a text.
#[derive(Debug)]
pub struct Desk {
    pub client: Client,
    pub library: WorkspaceIndex,
    /// Which file the stored library is in.
    pub opener: LibraryOpener,
    /// What is known of instruments beside their texts. No handler waits for what rules ask of it.
    pub authority: Arc<AuthorityCache>,
    looking_up: AtomicBool,
    pub outbox: Arc<Outbox>,
    /// The reading of folders that is under way.
    pub works: Works,
    state: Mutex<State>,
}

/// The state of the conversation.
#[derive(Debug, Default)]
pub struct State {
    pub documents: Documents,
    pub settings: Chosen,
    pub encoding: PositionEncoding,
    pub features: ClientFeatures,
    /// The workspace's folders.
    pub folders: Vec<PathBuf>,
    /// The folders whose texts are read: the workspace's and those that the user named. `None` before the client is
    /// ready.
    pub read: Option<Vec<PathBuf>>,
    pub shut_down: bool,
}

/// What a request is about: a document and what stands around it, at the moment the request arrived.
#[derive(Debug)]
pub struct View {
    pub desk: Arc<Desk>,
    pub document: Arc<Snapshot>,
    pub open: Vec<Arc<Snapshot>>,
    pub features: ClientFeatures,
    pub settings: Arc<Settings>,
}

impl Desk {
    /// Sets up the desk, with the stored library in a file unless the settings name another one, and the task that sends lists out, one after the other.
    pub fn new(client: Client, stored: Option<PathBuf>) -> Arc<Desk> {
        let outbox = Outbox::start(client.clone());
        let authority = Arc::new(AuthorityCache::in_time(stored.clone()));
        let state = State { documents: Documents::new(authority.clone()), ..State::default() };
        Arc::new(Desk {
            client,
            library: WorkspaceIndex::new(),
            opener: LibraryOpener::new(stored),
            authority,
            looking_up: AtomicBool::new(false),
            outbox,
            works: Works::default(),
            state: Mutex::new(state),
        })
    }

    /// The state. Never held across an await.
    pub fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What a request about a document sees; `None` if the document is not open.
    pub fn view(self: &Arc<Desk>, uri: &Uri) -> Option<View> {
        let mut state = self.state();
        let document = state.documents.get(uri)?.clone();
        let settings = state.settings.of(document.path().as_deref());
        Some(View { desk: self.clone(), document, open: state.documents.all(), features: state.features, settings })
    }

    /// Has a document checked, unless that is under way: then whoever is at it will see the newer text
    /// next. So a burst of edits costs one check after it, not one each.
    pub fn check(self: &Arc<Desk>, state: &mut State, uri: &Uri, opening: Opening) {
        if state.documents.begin_checking(uri, opening) {
            tokio::spawn(self.clone().check_while_stale(uri.clone(), opening));
        }
    }

    /// Has all documents checked anew, by other settings.
    pub fn check_all(self: &Arc<Desk>, state: &mut State) {
        let State { documents, settings, .. } = state;
        documents.read_as(|path| settings.of(path).applied.read_as());
        for (uri, opening) in state.documents.expire() {
            self.check(state, &uri, opening);
        }
    }

    /// Has the client ask again for what is shown behind numbers, since more is known, or another thing wanted.
    pub fn refresh_hints(&self) {
        if self.state().features.hint_refresh {
            let client = self.client.clone();
            tokio::spawn(async move {
                let _ = client.inlay_hint_refresh().await;
            });
        }
    }

    /// Looks up what drafts cite, beside everything else, and has the documents checked anew when that brings news.
    fn look_up(self: &Arc<Desk>) {
        if self.looking_up.swap(true, Ordering::AcqRel) {
            return;
        }
        let desk = self.clone();
        tokio::spawn(async move {
            loop {
                let authority = desk.authority.clone();
                let news = tokio::task::spawn_blocking(move || authority.look_up()).await;
                if news.unwrap_or(false) {
                    desk.check_all(&mut desk.state());
                    if desk.state().settings.own().hints {
                        desk.refresh_hints();
                    }
                }
                desk.looking_up.store(false, Ordering::Release);
                // What was asked meanwhile has nobody else to look it up.
                if !desk.authority.has_open_questions() || desk.looking_up.swap(true, Ordering::AcqRel) {
                    return;
                }
            }
        });
    }

    async fn check_while_stale(self: Arc<Desk>, uri: Uri, opening: Opening) {
        loop {
            let ((snapshot, occasion), settings, features) = {
                let mut state = self.state();
                let Some((snapshot, occasion)) = state.documents.next_check(&uri, opening) else { return };
                let settings = state.settings.of(snapshot.path().as_deref());
                ((snapshot, occasion), settings, state.features)
            };
            let desk = self.clone();
            let fresh = snapshot.is_fresh();
            let quick = occasion == Occasion::News && snapshot.is_quick();
            let work = move || {
                let Found { list, status, instrument, settled } = findings(&snapshot, &settings, features, occasion)?;
                if let Some(path) = snapshot.path().filter(|_| occasion == Occasion::News) {
                    desk.library.open(&path, snapshot, instrument);
                }
                Some((list, status, settled))
            };
            let found = if quick {
                catch_unwind(AssertUnwindSafe(work)).map_err(|_| "the check panicked".to_owned())
            } else {
                tokio::task::spawn_blocking(work).await.map_err(|error| error.to_string())
            };
            let (list, status, settled) = match found {
                Ok(Some(list)) => list,
                // The panic has its own line in the log. The list that the client has stays.
                Ok(None) => continue,
                Err(error) => {
                    log(format_args!("{} could not be checked: {error}", uri.as_str()));
                    continue;
                }
            };
            if fresh || self.authority.has_open_questions() {
                self.look_up();
            }
            if !settled {
                self.settle_later(&uri, opening);
            }
            // Whether the document is still open is asked, and the list put in the queue, in one moment:
            // the list that clears a closed document comes after all others.
            let sent = {
                let state = self.state();
                if !state.documents.is_open(&uri, opening) {
                    drop(state);
                    self.forget(&uri);
                    return;
                }
                let (sent, when_sent) = oneshot::channel();
                let again = occasion == Occasion::Pause;
                self.outbox.publish(List { params: list, status, again, sent: Some(sent) });
                when_sent
            };
            // The next check waits until the client has taken this list: a slow client gets fewer of them.
            let _ = sent.await;
        }
    }

    /// Has a document's rules asked that look at the whole draft, when the writer pauses.
    fn settle_later(self: &Arc<Desk>, uri: &Uri, opening: Opening) {
        if !self.state().documents.begin_awaiting(uri, opening) {
            return;
        }
        let (desk, uri) = (self.clone(), uri.clone());
        tokio::spawn(async move {
            let mut turn = None;
            loop {
                let next = desk.state().documents.next_turn(&uri, opening, turn);
                if next.is_none() {
                    break;
                }
                turn = next;
                tokio::time::sleep(PAUSE).await;
            }
            desk.paused(&uri);
        });
    }

    /// Has a document looked at again, whose writer has paused or gone elsewhere.
    pub fn paused(self: &Arc<Desk>, uri: &Uri) {
        let mut state = self.state();
        if let Some(opening) = state.documents.pause(uri) {
            self.check(&mut state, uri, opening);
        }
    }

    /// Says where the cursor is in a document: whoever has left a paragraph hears what is wrong in it.
    pub fn cursor(self: &Arc<Desk>, uri: &Uri, place: Position) {
        let Some(document) = self.state().documents.get(uri).cloned() else { return };
        if document.cursor(document.text.byte(place, document.encoding)) {
            self.paused(uri);
        }
    }

    /// Clears what the client shows for a document that was closed, and lets its file speak again.
    pub fn clear(&self, state: MutexGuard<'_, State>, uri: Uri) {
        self.outbox.clear(uri.clone());
        drop(state);
        self.forget(&uri);
    }

    /// Takes a text out of the library's open ones, unless it is open (again).
    fn forget(&self, uri: &Uri) {
        let Some(path) = super::paths::path(uri) else { return };
        if self.state().documents.get(uri).is_none() {
            self.library.close(&path);
        }
    }
}

/// What is found in one version of a document.
struct Found {
    list: PublishDiagnosticsParams,
    /// How it was read, if the client wants to know.
    status: Option<Status>,
    /// Which instrument it is.
    instrument: Option<Arc<Instrument>>,
    /// All rules have been asked.
    settled: bool,
}

/// What is found in one version of a document. `None` if the reader panicked.
fn findings(
    snapshot: &Snapshot,
    settings: &Arc<Settings>,
    features: ClientFeatures,
    occasion: Occasion,
) -> Option<Found> {
    let list = |list| PublishDiagnosticsParams::new(snapshot.uri.clone(), list, Some(snapshot.text.version()));
    let alone = |list| Some(Found { list, status: None, instrument: None, settled: true });
    if configuration::is_one(&snapshot.uri) {
        return alone(list(configuration::diagnostics(&snapshot.text.whole(), snapshot.encoding)));
    }
    if !snapshot.is_draft() {
        return alone(list(Vec::new()));
    }
    let Told { findings, read, settled } = snapshot.told(settings, occasion == Occasion::Pause)?;
    let diagnostics = findings.iter().map(|finding| convert::diagnostic(snapshot, finding, features)).collect();
    let status = features.status.then(|| Status::of(snapshot, &read, findings.len()));
    Some(Found { list: list(diagnostics), status, instrument: read.instrument, settled })
}

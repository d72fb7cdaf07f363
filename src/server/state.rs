//! What the handlers share: the open documents, the settings, the library, and the way out to the client.

use std::path::PathBuf;
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tower_lsp::Client;
use tower_lsp::jsonrpc::{Error, Result};
use tower_lsp::ls_types::{TraceValue, Uri};

use super::client_features::ClientFeatures;
use super::outbox::Outbox;
use super::progress::BackgroundTasks;
use super::stored_library::StoredLibrary;
use super::virtual_pages::VirtualPages;
use super::{tasks, uri};
#[cfg(feature = "store")]
use crate::agreed::AgreedIndex;
use crate::document::{
    ChangesCache, DocumentSettings, DocumentSnapshot, OpenDocuments, SettingsResolver, VersionCache,
};
use crate::language::Language;
use crate::library::AuthorityCache;
use crate::messages::Locale;
use crate::revise::format::FormatOptions;
use crate::text::PositionEncoding;
use crate::workspace::{ParsedText, WorkspaceIndex};

crate::messages! {
    "server.documents":
    taken_out_of_markup() = "This document's words are taken out of its markup, which Rapporteur doesn't change.";
    not_open(uri: name) = "{uri} is not open here.";
}

/// The conversation with one client. The mutex is held for moments only: to apply an edit, to take a text.
#[derive(Debug)]
pub struct EditorSession {
    pub client: Client,
    pub library: WorkspaceIndex,
    /// What is known of instruments beside their texts. No handler waits for what rules ask of it.
    pub authority: Arc<AuthorityCache>,
    /// Which file that is stored in.
    pub stored_library: Arc<StoredLibrary>,
    /// Somebody looks up what drafts cite.
    pub looking_up: AtomicBool,
    pub outbox: Arc<Outbox>,
    /// The reading of folders that is under way.
    pub tasks: BackgroundTasks,
    /// The language versions of the open documents, as they were compared last.
    pub versions: VersionCache,
    /// The open drafts beside the texts that they were made of, as they were compared last.
    pub changes: ChangesCache,
    /// The pages that the client may ask for.
    pub virtual_pages: VirtualPages,
    /// The index of agreed language; `None` where the system has no folder for a user's cache.
    #[cfg(feature = "store")]
    pub agreed: Option<AgreedIndex>,
    state: Mutex<SessionState>,
}

/// The state of the conversation.
#[derive(Debug)]
pub struct SessionState {
    pub documents: OpenDocuments<Uri>,
    pub settings: SettingsResolver,
    pub encoding: PositionEncoding,
    pub features: ClientFeatures,
    /// The workspace's folders.
    pub folders: Vec<PathBuf>,
    /// The folders whose texts are read: the workspace's and those that the user named. `None` before the client is
    /// ready.
    pub indexed_folders: Option<Vec<PathBuf>>,
    pub shut_down: bool,
    /// How much the client wants to follow of what the server does.
    pub trace: TraceValue,
}

/// What a request is about: a document and what stands around it, at the moment the request arrived.
#[derive(Debug)]
pub struct RequestContext {
    pub session: Arc<EditorSession>,
    pub document: Arc<DocumentSnapshot<Uri>>,
    /// All open documents.
    pub open: Vec<Arc<DocumentSnapshot<Uri>>>,
    pub features: ClientFeatures,
    pub settings: Arc<DocumentSettings>,
}

impl EditorSession {
    /// Begins a conversation, with the stored library in a file unless the settings name another one, and the task that
    /// sends lists out, one after the other.
    pub fn new(client: Client, stored: Option<PathBuf>) -> Arc<EditorSession> {
        let outbox = Outbox::start(client.clone());
        let authority = Arc::new(AuthorityCache::in_time(stored.clone()));
        let state = SessionState {
            documents: OpenDocuments::new(authority.clone()),
            settings: SettingsResolver::default(),
            encoding: PositionEncoding::default(),
            features: ClientFeatures::default(),
            folders: Vec::new(),
            indexed_folders: None,
            shut_down: false,
            trace: TraceValue::Off,
        };
        Arc::new(EditorSession {
            client,
            library: WorkspaceIndex::new(),
            stored_library: Arc::new(StoredLibrary::new(stored, authority.clone())),
            authority,
            looking_up: AtomicBool::new(false),
            outbox,
            tasks: BackgroundTasks::default(),
            versions: VersionCache::default(),
            changes: ChangesCache::default(),
            virtual_pages: VirtualPages::default(),
            #[cfg(feature = "store")]
            agreed: AgreedIndex::usual(),
            state: Mutex::new(state),
        })
    }

    /// The state. Never held across an await.
    pub fn state(&self) -> MutexGuard<'_, SessionState> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What a request about a document sees. Called before the handler's first await.
    ///
    /// # Errors
    ///
    /// Invalid parameters, if the document is not open.
    pub fn request(self: &Arc<EditorSession>, uri: &Uri) -> Result<RequestContext> {
        let mut state = self.state();
        let document = state.documents.get(uri).cloned();
        let document = document.ok_or_else(|| {
            Error::invalid_params(not_open(uri.as_str()).text(state.features.interface_language().locale))
        })?;
        let settings = state.settings.settings_for(document.path());
        let (open, features) = (state.documents.all(), state.features);
        Ok(RequestContext { session: self.clone(), document, open, features, settings })
    }

    /// The path of a `file:` URI, as it is in one of the open folders if the file lies in one.
    pub fn path_of(&self, uri: &Uri) -> Option<PathBuf> {
        let path = uri::to_path(uri)?;
        let folders = self.state().folders.clone();
        Some(uri::in_open_folder(path, &folders))
    }

    /// How messages are told that are about no draft.
    pub fn locale(&self) -> &'static Locale {
        self.state().features.interface_language().locale
    }

    /// Has the client ask again for what is shown behind numbers, since more is known, or another thing wanted.
    pub fn refresh_hints(&self) {
        if self.state().features.hint_refresh {
            let client = self.client.clone();
            tasks::spawn(async move {
                let _ = client.inlay_hint_refresh().await;
            });
        }
    }
}

impl RequestContext {
    /// The language that the user is spoken to in about this draft.
    pub fn interface(&self) -> &'static Language {
        self.features.language_about(|| self.document.language())
    }

    /// How messages about this draft are told.
    pub fn locale(&self) -> &'static Locale {
        self.interface().locale
    }

    /// Whether pages may be made: for a client that asks for them, in memory; else in files, where the user lets files be kept.
    pub fn keeps_pages(&self) -> bool {
        self.features.page_contents || self.settings.editor.cache
    }

    /// The structure of a draft whose edits are edits of its text. `None` of one whose words are taken out of markup, and
    /// where the reader panicked.
    pub fn editable_reading(&self) -> Option<Arc<ParsedText>> {
        self.document.reading().filter(|_| self.document.is_editable())
    }

    /// Whether the draft can be edited.
    ///
    /// # Errors
    ///
    /// A sentence for the user, where the draft's words are taken out of markup.
    pub fn ensure_editable(&self) -> std::result::Result<(), String> {
        match self.document.is_editable() {
            true => Ok(()),
            false => Err(taken_out_of_markup().text(self.locale())),
        }
    }

    /// How the document is laid out when it is formatted.
    pub fn format_manner(&self, text: &str) -> FormatOptions {
        FormatOptions::of(text, self.document.path())
    }
}

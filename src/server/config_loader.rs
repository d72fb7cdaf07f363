//! Which `rapporteur.toml` are known to the settings: those of the open folders, and those in the folders around each
//! open document.
//!
//! While one is open in the editor, its text there counts. One that has something wrong in it is told of in the file,
//! and the last one that was right stays in force.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use tower_lsp::ls_types::{PublishDiagnosticsParams, Uri};

use super::library_folders::ReadableFolders;
use super::outbox::DiagnosticList;
use super::state::EditorSession;
use super::{config_document, uri, workspace};
use crate::config::{self, Config, ConfigProblem, discovery};

/// Takes in what is settled at the roots of open folders now.
pub fn load(session: &Arc<EditorSession>, folders: &[PathBuf]) {
    folders.iter().for_each(|folder| refresh(session, &folder.join(discovery::NAME)));
}

/// Takes in what is settled for the document at a path, as far as it isn't known.
pub fn load_for(session: &Arc<EditorSession>, path: &Path) {
    let unknown = session.state().settings.unknown_folders(path);
    load(session, &unknown);
}

/// Takes in a `rapporteur.toml` that was made, changed or removed, in the editor or on disk. Any other path is let be,
/// and so is a file that lies outside of the open folders.
pub fn refresh(session: &Arc<EditorSession>, file: &Path) {
    let Some(folder) = file.parent().filter(|_| file.file_name() == Some(OsStr::new(discovery::NAME))) else { return };
    let (open, encoding, root, readable) = {
        let state = session.state();
        let Some(root) = state.settings.root_of(folder).map(Path::to_owned) else { return };
        let open = state.documents.all().into_iter().find(|document| document.path() == Some(file));
        (open.map(|document| document.text.whole()), state.encoding, root, ReadableFolders::of(&state.settings))
    };
    let locale = session.locale();
    let is_open = open.is_some();
    let text = match open {
        Some(text) => Ok(Some(text)),
        // Nothing outside of the open folders is read.
        None if discovery::is_behind_link(folder, &root) => Ok(None),
        None => discovery::load(file, false),
    };
    let diagnostics = match &text {
        Ok(text) => {
            let text = text.as_deref().unwrap_or_default();
            config_document::diagnostics(text, Some(folder), &readable, encoding, locale)
        }
        Err(message) => {
            let problem = ConfigProblem { range: 0..0, message: message.clone() };
            config_document::of_problems("", vec![problem], encoding, locale)
        }
    };
    match text {
        Ok(None) => settle(session, folder, None),
        Ok(Some(text)) => match config::read(&text) {
            Ok(mut config) => {
                config.follow_moved_files(folder);
                settle(session, folder, Some(config));
            }
            Err(_) => session.state().settings.keep_folder(folder),
        },
        Err(_) => session.state().settings.keep_folder(folder),
    }
    // What is open is told about with its version, as drafts are.
    if !is_open && let Some(uri) = uri::from_path(file) {
        if diagnostics.is_empty() {
            session.outbox.clear(uri);
        } else {
            let params = PublishDiagnosticsParams::new(uri, diagnostics, None);
            session.outbox.publish(DiagnosticList { params, status: None, again: false, sent: None });
        }
    }
}

/// As [`refresh`], of a document that the client names.
pub fn refresh_uri(session: &Arc<EditorSession>, document: &Uri) {
    if config_document::is_one(document)
        && let Some(path) = session.path_of(document)
    {
        refresh(session, &path);
    }
}

/// Takes note that other folders are open now.
pub fn set_roots(session: &Arc<EditorSession>, folders: &[PathBuf]) {
    let (forgotten, documents) = {
        let mut state = session.state();
        let forgotten = state.settings.set_roots(folders);
        session.check_all(&mut state);
        (forgotten, state.documents.all())
    };
    let is_open = |uri: &Uri| session.state().documents.get(uri).is_some();
    for folder in forgotten {
        if let Some(uri) = uri::from_path(&folder.join(discovery::NAME)).filter(|uri| !is_open(uri)) {
            session.outbox.clear(uri);
        }
    }
    for document in documents {
        if let Some(path) = document.path() {
            load_for(session, path);
        }
    }
}

/// Has a folder's drafts checked by what is settled now.
fn settle(session: &Arc<EditorSession>, folder: &Path, config: Option<Config>) {
    if session.set_folder(folder, config) {
        workspace::settle(session);
    }
}

//! Keeping the library in step with the workspace.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;

use tokio::sync::oneshot;
use tower_lsp::ls_types::{InitializeParams, WorkspaceFolder};

use super::desk::Desk;
use super::log;
use super::paths::path;
use crate::library::{self, Summary};

/// The folders that the client opens with. Clients of before workspace folders name one root.
pub fn folders(params: &InitializeParams) -> Vec<PathBuf> {
    let folders = params.workspace_folders.as_deref().unwrap_or_default();
    let folders: Vec<_> = folders.iter().filter_map(folder).collect();
    if !folders.is_empty() {
        return folders;
    }
    #[allow(deprecated)]
    params.root_uri.as_ref().and_then(path).into_iter().collect()
}

/// The path of a workspace folder.
pub fn folder(folder: &WorkspaceFolder) -> Option<PathBuf> {
    path(&folder.uri)
}

/// Has folders indexed, on a thread of their own, and tells the client's log when that is done.
pub fn index(desk: &Arc<Desk>, mut folders: Vec<PathBuf>) {
    folders.sort_unstable();
    folders.dedup();
    if folders.is_empty() {
        return;
    }
    let (done, summary) = oneshot::channel();
    let worker = desk.clone();
    let started = thread::Builder::new().name("index".to_owned()).spawn(move || {
        let mut sum = Summary::default();
        for folder in folders {
            let Summary { files, instruments } = library::index(&worker.library, &folder);
            sum.files += files;
            sum.instruments += instruments;
        }
        let _ = done.send(sum);
    });
    if let Err(error) = started {
        log(format_args!("the workspace cannot be indexed: {error}"));
        return;
    }
    let desk = desk.clone();
    tokio::spawn(async move {
        if let Ok(Summary { files, instruments }) = summary.await {
            desk.outbox.log(format!("Workspace read: {instruments} instruments in {files} texts."));
        }
    });
}

/// Has paths looked at again that were made, changed or removed.
pub fn update(desk: &Arc<Desk>, paths: Vec<PathBuf>) {
    let folders = desk.state().folders.clone();
    let desk = desk.clone();
    tokio::task::spawn_blocking(move || {
        for path in paths {
            library::update(&desk.library, &folders, &path);
        }
    });
}

/// Forgets what lies in folders that are no part of the workspace any more.
pub fn forget(desk: &Arc<Desk>, removed: &[PathBuf], folders: &[PathBuf]) {
    for folder in removed {
        // A folder around it may hold it, too, or a folder in it be kept: the walks decide.
        let around = folders.iter().any(|kept| inside(folder, kept));
        if around {
            update(desk, vec![folder.clone()]);
        } else {
            desk.library.remove(desk.library.ticket(), folder);
        }
        index(desk, folders.iter().filter(|kept| inside(kept, folder) && *kept != folder).cloned().collect());
    }
}

fn inside(path: &Path, folder: &Path) -> bool {
    path.starts_with(folder)
}

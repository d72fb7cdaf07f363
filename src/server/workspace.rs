//! Keeping the library in step with the workspace.

use std::path::PathBuf;
use std::sync::Arc;

use tokio::sync::oneshot;
use tower_lsp::ls_types::{InitializeParams, MessageType, Unregistration, Uri, WorkspaceFolder};

use super::library_folders::ReadableFolders;
use super::log::{self, log};
use super::state::EditorSession;
use super::uri::{from_path, to_path};
use super::{agreed, progress, tasks, watched_files};
use crate::messages::system;
use crate::source::files;
use crate::workspace::IndexSummary;

crate::messages! {
    "server.workspace":
    folder_unreadable(folder: name, fault: message) =
        "The folder {folder}, which library.paths names, cannot be read: {fault}.";
    stopped(instruments: count, looked_at: count, files: count) =
        "Stopped: {instruments, plural, one {{instruments} instrument} other {{instruments} instruments}} in {looked_at} \
         of {files, plural, one {{files} text} other {{files} texts}}.";
    read(instruments: count, files: count) =
        "Workspace read: {instruments, plural, one {{instruments} instrument} other {{instruments} instruments}} in \
         {files, plural, one {{files} text} other {{files} texts}}.";
}

/// The folders that the client opens with. Clients of before workspace folders name one root.
pub fn folders(params: &InitializeParams) -> Vec<PathBuf> {
    let folders = params.workspace_folders.as_deref().unwrap_or_default();
    let folders: Vec<_> = folders.iter().filter_map(folder).collect();
    if !folders.is_empty() {
        return folders;
    }
    #[allow(deprecated)]
    params.root_uri.as_ref().and_then(to_path).into_iter().collect()
}

/// The path of a workspace folder.
pub fn folder(folder: &WorkspaceFolder) -> Option<PathBuf> {
    to_path(&folder.uri)
}

/// Brings what is read into line with the workspace's folders and those that the user named: new ones are indexed, and
/// what lies in others is forgotten. Before the client is ready nothing is read.
pub fn settle(session: &Arc<EditorSession>) {
    let (added, removed, folders) = {
        let mut state = session.state();
        let Some(before) = state.indexed_folders.clone() else { return };
        let mut folders = state.folders.clone();
        folders.extend(ReadableFolders::of(&state.settings).library(&state.settings));
        folders.sort_unstable();
        folders.dedup();
        let added: Vec<PathBuf> = folders.iter().filter(|folder| !before.contains(folder)).cloned().collect();
        let removed: Vec<PathBuf> = before.into_iter().filter(|folder| !folders.contains(folder)).collect();
        state.indexed_folders = Some(folders.clone());
        (added, removed, folders)
    };
    complain(session, &added);
    watch(session, &added, &removed);
    // What is new is indexed in any case.
    let kept: Vec<PathBuf> = folders.into_iter().filter(|folder| !added.contains(folder)).collect();
    forget(session, &removed, &kept);
    index(session, added);
    session.compare_all_later();
}

/// Tells the user of named folders that are none.
fn complain(session: &Arc<EditorSession>, added: &[PathBuf]) {
    let own = session.state().folders.clone();
    for folder in added.iter().filter(|folder| !own.contains(folder)) {
        let Err(error) = files::find_folder(folder) else { continue };
        let folder = folder.display().to_string();
        let sentence = folder_unreadable(folder, system::fault(&error)).text(session.locale());
        log::log_sentence(&sentence);
        session.outbox.show(MessageType::WARNING, sentence);
    }
}

/// Has the client watch folders outside of the workspace, where it can; its own it watches by itself.
fn watch(session: &Arc<EditorSession>, added: &[PathBuf], removed: &[PathBuf]) {
    let own = {
        let state = session.state();
        if !(state.features.watching && state.features.watching_elsewhere) {
            return;
        }
        state.folders.clone()
    };
    let outside = |folders: &[PathBuf]| -> Vec<Uri> {
        let outside = folders.iter().filter(|folder| !own.iter().any(|own| folder.starts_with(own)));
        outside.filter_map(|folder| from_path(folder)).collect()
    };
    let more: Vec<_> = outside(added).iter().filter_map(watched_files::watched_folder).collect();
    let method = watched_files::METHOD;
    let fewer = outside(removed)
        .into_iter()
        .map(|folder| Unregistration { id: watched_files::watched_folder_id(&folder), method: method.to_owned() });
    let fewer: Vec<_> = fewer.collect();
    let client = session.client.clone();
    tasks::spawn(async move {
        if !fewer.is_empty() {
            let _ = client.unregister_capability(fewer).await;
        }
        if !more.is_empty()
            && let Err(error) = client.register_capability(more).await
        {
            log(&log::library_unwatched(error.to_string()));
        }
    });
}

/// Has folders indexed, on threads in the background, and tells the client's log when it is known what the texts are.
fn index(session: &Arc<EditorSession>, folders: Vec<PathBuf>) {
    if folders.is_empty() {
        return;
    }
    let (token, work) = session.tasks.begin();
    let (identified, summary) = oneshot::channel();
    let (end, ended) = oneshot::channel();
    let (worker, its_work, its_token) = (session.clone(), work.clone(), token.clone());
    let started = tasks::begin_long("index", move |spawner| {
        let keeper = agreed::keeper(&worker, None);
        let identified = |summary| {
            let _ = identified.send((summary, its_work.is_stopped()));
        };
        crate::workspace::index(&worker.library, &folders, &its_work, identified, &keeper);
        agreed::end(&worker, keeper, None);
        worker.tasks.end(&its_token);
        let _ = end.send(());
        if worker.state().features.lens_refresh {
            spawner.spawn(async move {
                let _ = worker.client.code_lens_refresh().await;
            });
        }
    });
    if let Err(error) = started {
        session.tasks.end(&token);
        log(&log::unindexed(system::fault(&error)));
        return;
    }
    if session.state().features.progress {
        tasks::spawn(progress::show(session.client.clone(), token, work, session.locale(), ended));
    }
    let session = session.clone();
    tasks::spawn(async move {
        let Ok((IndexSummary { files, looked_at, instruments, .. }, was_stopped)) = summary.await else { return };
        session.compare_all_later();
        let hints = session.state().settings.editor().hints;
        if hints {
            session.refresh_hints();
        }
        let (kind, sentence) = match was_stopped {
            true => (MessageType::WARNING, stopped(instruments, looked_at, files)),
            false => (MessageType::INFO, read(instruments, files)),
        };
        session.outbox.log(kind, sentence.text(session.locale()));
    });
}

/// Has paths looked at again that were made, changed or removed.
pub fn update(session: &Arc<EditorSession>, paths: Vec<PathBuf>) {
    let folders = session.state().indexed_folders.clone().unwrap_or_default();
    let session = session.clone();
    tasks::begin(move || {
        let paths = crate::workspace::affected(&paths);
        let keeper = agreed::keeper(&session, Some(&paths));
        crate::workspace::update(&session.library, &folders, &paths, &keeper);
        agreed::end(&session, keeper, Some(&paths));
        session.compare_all_later();
    });
}

/// Forgets what lies in folders that are not read any more, while `folders` are.
fn forget(session: &Arc<EditorSession>, removed: &[PathBuf], folders: &[PathBuf]) {
    for folder in removed {
        // A folder around it may hold it, too, or a folder in it be kept: the walks decide.
        if folders.iter().any(|kept| folder.starts_with(kept)) {
            update(session, vec![folder.clone()]);
            continue;
        }
        session.library.forget(folder);
        index(session, folders.iter().filter(|kept| kept.starts_with(folder)).cloned().collect());
    }
}

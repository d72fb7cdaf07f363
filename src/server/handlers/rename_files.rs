//! `workspace/willRenameFiles` and `workspace/didRenameFiles`: what is settled for a file follows it to another name.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::str::FromStr;
use std::sync::Arc;

use tower_lsp::ls_types::{DocumentChanges, RenameFilesParams, Uri, WorkspaceEdit};

use crate::config::amend::Amendment;
use crate::config::discovery;
use crate::server::config_edits::ApplicableConfig;
use crate::server::state::EditorSession;
use crate::server::{config_loader, workspace};

/// Answers `workspace/willRenameFiles`: the changes of each `rapporteur.toml` that speaks of what is renamed.
pub fn handle_will(session: &Arc<EditorSession>, params: &RenameFilesParams) -> Option<WorkspaceEdit> {
    let mut names: BTreeMap<PathBuf, Vec<(String, String)>> = BTreeMap::new();
    for (old, new) in paths(session, params) {
        config_loader::load_for(session, &old);
        let Some(folder) = session.state().settings.config_folder(&old).map(PathBuf::from) else { continue };
        // What leaves the folder is settled elsewhere.
        if let (Some(from), Some(to)) = (discovery::below(&folder, &old), discovery::below(&folder, &new)) {
            names.entry(folder).or_default().push((from, to));
        }
    }
    let features = session.state().features;
    let edits = names.iter().filter_map(|(folder, names)| {
        let amendments: Vec<Amendment<'_>> = names.iter().map(|(from, to)| Amendment::Rename { from, to }).collect();
        ApplicableConfig::in_folder(session, folder)?.edit(features, &amendments)
    });
    edits.reduce(together)
}

/// Takes note that files have other names now.
pub fn handle_did(session: &Arc<EditorSession>, params: &RenameFilesParams) {
    let paths: Vec<PathBuf> = paths(session, params).into_iter().flat_map(|(old, new)| [old, new]).collect();
    let settings =
        |path: &PathBuf| session.state().settings.config_folder(path).map(|folder| folder.join(discovery::NAME));
    let mut files: Vec<PathBuf> = paths.iter().filter_map(settings).chain(paths.iter().cloned()).collect();
    files.sort_unstable();
    files.dedup();
    files.iter().for_each(|file| config_loader::refresh(session, file));
    workspace::update(session, paths);
}

fn paths(session: &EditorSession, params: &RenameFilesParams) -> Vec<(PathBuf, PathBuf)> {
    let path = |uri: &str| session.path_of(&Uri::from_str(uri).ok()?);
    params.files.iter().filter_map(|file| Some((path(&file.old_uri)?, path(&file.new_uri)?))).collect()
}

/// Two changes of different files in one.
fn together(mut first: WorkspaceEdit, second: WorkspaceEdit) -> WorkspaceEdit {
    if let (Some(all), Some(more)) = (&mut first.changes, second.changes) {
        all.extend(more);
    }
    if let (Some(DocumentChanges::Edits(all)), Some(DocumentChanges::Edits(more))) =
        (&mut first.document_changes, second.document_changes)
    {
        all.extend(more);
    }
    first
}

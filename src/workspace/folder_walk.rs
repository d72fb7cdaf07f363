//! Which files in folders are gone through.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::channel;

use ignore::{DirEntry, WalkBuilder, WalkState};

use super::ignore_files::IgnoreFiles;
use super::progress::IndexProgress;
use crate::source::FileFormat;

/// The files in folders that may be resolutions, each once.
pub fn texts(folders: &[PathBuf], work: &IndexProgress) -> Vec<PathBuf> {
    let (send, found) = channel();
    for folder in folders {
        folder_walk(folder, |_| true).build_parallel().run(|| {
            let send = send.clone();
            Box::new(move |entry| {
                if let Ok(entry) = entry
                    && is_text(&entry)
                {
                    let _ = send.send(entry.into_path());
                }
                if work.is_stopped() { WalkState::Quit } else { WalkState::Continue }
            })
        });
    }
    drop(send);
    let mut texts: Vec<PathBuf> = found.into_iter().collect();
    if folders.len() > 1 {
        texts.sort_unstable();
        texts.dedup();
    }
    texts
}

/// The files that may be resolutions at or below some paths, as far as these lie in a folder, and aren't left out there.
pub fn texts_at(folder: &Path, changed: &Arc<HashSet<PathBuf>>) -> Vec<PathBuf> {
    let around: HashSet<PathBuf> = changed
        .iter()
        .filter(|path| path.starts_with(folder))
        .flat_map(|path| path.ancestors().take_while(|around| around.starts_with(folder)))
        .map(Path::to_owned)
        .collect();
    if around.is_empty() {
        return Vec::new();
    }
    // Only the ways down to the paths and what is under them, so that the walk decides here as it does for the whole
    // folder.
    let changed_too = changed.clone();
    let walk = folder_walk(folder, move |entry| around.contains(entry.path()) || is_below(entry.path(), &changed_too));
    let texts = walk.build().flatten().filter(|entry| is_text(entry) && is_below(entry.path(), changed));
    texts.map(DirEntry::into_path).collect()
}

/// Whether a path is one of some paths, or lies in one.
fn is_below(path: &Path, folders: &HashSet<PathBuf>) -> bool {
    path.ancestors().any(|around| folders.contains(around))
}

/// A walk through a folder and those entries in it that are wanted, in no order. Hidden files are passed over, and what a
/// `.gitignore` (or `.ignore`) in it names. Links are not followed: they may lead out of the folder, or round in it. Nothing above
/// the folder is read, and none of git's own settings.
pub fn folder_walk(folder: &Path, wanted: impl Fn(&DirEntry) -> bool + Send + Sync + 'static) -> WalkBuilder {
    let mut walk = WalkBuilder::new(folder);
    // What the crate does by itself looks at all folders above, and follows links to what is ignored.
    walk.standard_filters(false).hidden(true).follow_links(false);
    let files = IgnoreFiles::default();
    walk.filter_entry(move |entry| {
        wanted(entry) && {
            let is_folder = entry.file_type().is_some_and(|kind| kind.is_dir());
            !files.leave_out(entry.path(), entry.depth(), is_folder)
        }
    });
    walk
}

fn is_text(entry: &DirEntry) -> bool {
    entry.file_type().is_some_and(|kind| kind.is_file()) && FileFormat::indexed(entry.path()).is_some()
}

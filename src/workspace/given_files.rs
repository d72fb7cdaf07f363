//! Which files are gone through of those that were handed over in a browser: as they would be in folders.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use super::ignore_files::IgnoreFiles;
use super::progress::IndexProgress;
use crate::source::{FileFormat, files};

/// The files below folders that may be resolutions, each once.
pub fn texts(folders: &[PathBuf], _: &IndexProgress) -> Vec<PathBuf> {
    let mut texts: Vec<PathBuf> = folders.iter().flat_map(|folder| texts_where(folder, |_| true)).collect();
    texts.sort_unstable();
    texts.dedup();
    texts
}

/// The files that may be resolutions at or below some paths, as far as these lie in a folder, and aren't left out there.
pub fn texts_at(folder: &Path, changed: &HashSet<PathBuf>) -> Vec<PathBuf> {
    texts_where(folder, |path| path.ancestors().any(|around| changed.contains(around)))
}

/// The files below a folder that may be resolutions, aren't left out there, and are asked for.
fn texts_where(folder: &Path, is_asked: impl Fn(&Path) -> bool) -> Vec<PathBuf> {
    // What the folders leave out is read once.
    let ignored = IgnoreFiles::default();
    files::below(folder).into_iter().filter(|path| is_asked(path) && is_wanted(path, folder, &ignored)).collect()
}

/// Whether a file below a folder may be a resolution and is neither hidden there nor left out by a `.gitignore`.
fn is_wanted(path: &Path, folder: &Path, ignored: &IgnoreFiles) -> bool {
    let Ok(inside) = path.strip_prefix(folder) else { return false };
    let is_hidden = |name: &std::ffi::OsStr| name.as_encoded_bytes().starts_with(b".");
    if FileFormat::indexed(path).is_none() || inside.iter().any(is_hidden) {
        return false;
    }
    // The folders on the way down come before what is in them.
    let depth = inside.iter().count();
    let on_the_way: Vec<&Path> = path.ancestors().take(depth).collect();
    !on_the_way.iter().rev().zip(1..).any(|(on_the_way, at)| ignored.leave_out(on_the_way, at, at < depth))
}

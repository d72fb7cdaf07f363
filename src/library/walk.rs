//! Going through the workspace.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use ignore::{DirEntry, WalkBuilder, WalkState};

use super::reading;
use super::shelf::{Instrument, Library};
use crate::draft::Draft;

/// How much of a file is read to know what it is, in bytes: the masthead, the number and title and some of
/// the preamble by which its language is known.
const HEAD: usize = 16 << 10;

/// The endings of files that may be resolutions (`.resolution.txt` is among them).
const ENDINGS: [&str; 3] = ["txt", "md", "resolution"];

/// What was found in a workspace.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Summary {
    /// Files that may be resolutions.
    pub files: usize,
    /// Those that are instruments.
    pub instruments: usize,
}

/// Goes through a folder and puts what it finds into the library. Hidden and ignored files (`.gitignore`)
/// are passed over, links are not followed. Takes as long as it takes; not for the editor's thread.
pub fn index(library: &Library, folder: &Path) -> Summary {
    let (files, instruments) = (AtomicUsize::new(0), AtomicUsize::new(0));
    walk(folder).build_parallel().run(|| {
        Box::new(|entry| {
            if let Ok(entry) = entry
                && is_text(&entry)
            {
                files.fetch_add(1, Ordering::Relaxed);
                instruments.fetch_add(look(library, entry.path()).into(), Ordering::Relaxed);
            }
            WalkState::Continue
        })
    });
    Summary { files: files.into_inner(), instruments: instruments.into_inner() }
}

/// Brings the library up to date after something at `path`, a file or a folder, was made, changed or
/// removed. What lies outside of all `folders`, or is ignored there, is none of our business.
pub fn update(library: &Library, folders: &[PathBuf], path: &Path) {
    // What a folder ignores decides over all that is in it.
    let path = if path.ends_with(".gitignore") { path.parent().unwrap_or(path) } else { path };
    let before = library.ticket();
    for folder in folders.iter().filter(|folder| path.starts_with(folder)) {
        let target = path.to_owned();
        let mut walk = walk(folder);
        // Only the way down to the path and what is under it, so that the walk decides here as it does for
        // the whole folder.
        walk.filter_entry(move |entry| target.starts_with(entry.path()) || entry.path().starts_with(&target));
        for entry in walk.build().flatten().filter(|entry| is_text(entry) && entry.path().starts_with(path)) {
            look(library, entry.path());
        }
    }
    // What was looked at just now has a later ticket, and stays.
    library.remove(before, path);
}

fn walk(folder: &Path) -> WalkBuilder {
    let mut walk = WalkBuilder::new(folder);
    walk.require_git(false).follow_links(false);
    walk
}

fn is_text(entry: &DirEntry) -> bool {
    let ending = entry.path().extension().and_then(|ending| ending.to_str());
    entry.file_type().is_some_and(|kind| kind.is_file())
        && ending.is_some_and(|ending| ENDINGS.iter().any(|known| ending.eq_ignore_ascii_case(known)))
}

/// Sees what a file is. Says whether it is an instrument.
fn look(library: &Library, path: &Path) -> bool {
    let ticket = library.ticket();
    let instrument = reading::file(path).and_then(|text| {
        let end = (0..=HEAD.min(text.len())).rev().find(|end| text.is_char_boundary(*end));
        let head = text.get(..end.unwrap_or_default())?;
        let draft = std::panic::catch_unwind(|| Draft::read(head)).ok()?;
        Instrument::of(path, &draft)
    });
    let found = instrument.is_some();
    library.put(ticket, path, instrument);
    found
}

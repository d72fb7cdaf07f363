//! Which texts are meant by the paths on the command line.

use std::borrow::Cow;
use std::path::{Path, PathBuf};
use std::{fs, io};

use ignore::gitignore::Gitignore;
use ignore::{DirEntry, WalkBuilder};
use rapporteur::config::discovery;
use rapporteur::messages::{Argument, system};
use rapporteur::source::{self, FolderEntry, ReadPurpose, SourceText, TrackedChanges, Unreadable};
use rapporteur::workspace::{folder_walk, ignore_file};

use super::interface::{about, locale};

rapporteur::messages! {
    "cli.sources":
    nothing_there() = "There is no such file or folder.";
    one_document_only() = "Name one document, not a folder.";
    unreadable(fault: message) = "This could not be read: {fault}.";
    passed_over(count: count, formats: or_list) =
        "{count, plural, one {Passed over {count} {formats} file. Save it as plain text in UTF-8 to have it read.} \
         other {Passed over {count} {formats} files. Save them as plain text in UTF-8 to have them read.}}";
}

/// Where a text comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum InputSource {
    /// Standard input.
    Stdin,
    /// A file, by the path that was given or that leads to it from the folder that was given.
    File {
        path: PathBuf,
        /// It was named itself, and not a folder around it.
        named: bool,
    },
}

/// The only document that a path leads to, in one state of the changes that it tracks.
///
/// # Errors
///
/// A sentence where the path leads to none, to a folder, or to what can't be read.
pub fn one_document(path: &Path, changes: TrackedChanges) -> Result<(InputSource, SourceText), String> {
    match sources(vec![path.to_owned()]).next() {
        Some(PathTarget::Input(source)) if source.is_named() => {
            let read = source.read(changes).map_err(|why| about(&source.name(), &why.message()))?;
            Ok((source, read))
        }
        Some(PathTarget::Failed(sentence)) => Err(sentence),
        _ => Err(about(&path.display().to_string(), &one_document_only())),
    }
}

/// What a path leads to.
#[derive(Debug)]
pub enum PathTarget {
    Input(InputSource),
    /// A document in a folder whose format is not read.
    Unread,
    /// Nothing that can be read; a sentence says why.
    Failed(String),
}

impl InputSource {
    /// What the source is called in the output: the path as given, `-` for standard input.
    pub fn name(&self) -> String {
        match self {
            InputSource::Stdin => "-".to_owned(),
            InputSource::File { path, .. } => path.to_string_lossy().into_owned(),
        }
    }

    /// Where it lies: of standard input, where the user is.
    pub fn folder(&self) -> PathBuf {
        let folder = self.path().and_then(Path::parent);
        folder.filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new(".")).to_owned()
    }

    /// The file that it is, as the user names it.
    pub fn path(&self) -> Option<&Path> {
        match self {
            InputSource::Stdin => None,
            InputSource::File { path, .. } => Some(path),
        }
    }

    /// Whether the user named it, and not a folder around it.
    pub fn is_named(&self) -> bool {
        matches!(self, InputSource::Stdin | InputSource::File { named: true, .. })
    }

    /// The text, in one state of the changes that a document tracks.
    ///
    /// # Errors
    ///
    /// When there is none.
    pub fn read(&self, changes: TrackedChanges) -> Result<SourceText, Unreadable> {
        match self.path() {
            Some(path) => source::read_changes(path, ReadPurpose::Asked, changes),
            None => source::read_standard_input(changes),
        }
    }
}

/// What the paths lead to, in the order of the paths and, inside a folder, of the files' names.
pub fn sources(paths: Vec<PathBuf>) -> impl Iterator<Item = PathTarget> + Send {
    paths.into_iter().flat_map(|path| -> Box<dyn Iterator<Item = PathTarget> + Send> {
        let one = |found| Box::new(std::iter::once(found));
        if path.as_os_str() == "-" {
            return one(PathTarget::Input(InputSource::Stdin));
        }
        match fs::metadata(&path) {
            Ok(about) if about.is_dir() => Box::new(folder(&path)),
            Ok(_) => one(PathTarget::Input(InputSource::File { path, named: true })),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                one(PathTarget::Failed(about(&path.display().to_string(), &nothing_there())))
            }
            Err(error) => {
                one(PathTarget::Failed(about(&path.display().to_string(), &unreadable(system::fault(&error)))))
            }
        }
    })
}

/// How many sources the paths lead to. In no order, so that nothing of a large folder is kept.
pub fn count(paths: &[PathBuf]) -> usize {
    let of = |path: &PathBuf| if path.is_dir() { walk(path).build().flatten().filter(is_text).count() } else { 1 };
    paths.iter().map(of).sum()
}

/// A walk through a folder, without what is ignored in it or in the folders above in which settings are searched.
fn walk(path: &Path) -> WalkBuilder {
    let above = ignored_above(path);
    folder_walk(path, move |entry| {
        let is_folder = entry.file_type().is_some_and(|kind| kind.is_dir());
        let Some(path) = (entry.depth() > 0 && !above.is_empty()).then(|| discovery::plain(entry.path())).flatten()
        else {
            return true;
        };
        let said = above.iter().map(|above| above.matched(&path, is_folder)).find(|said| !said.is_none());
        !said.is_some_and(|said| said.is_ignore())
    })
}

/// What the `.gitignore` files above a folder say, the nearest first, as far up as settings are searched.
fn ignored_above(path: &Path) -> Vec<Gitignore> {
    let (Some(folder), Some(end)) = (discovery::plain(path), discovery::search_end(path)) else { return Vec::new() };
    let above = discovery::searched(&folder, &end).skip(1);
    above.filter_map(|folder| ignore_file(folder, ".gitignore")).collect()
}

fn is_text(entry: &DirEntry) -> bool {
    kind(entry) == FolderEntry::Text
}

fn kind(entry: &DirEntry) -> FolderEntry {
    match entry.file_type() {
        Some(kind) if kind.is_file() => FolderEntry::of(entry.path()),
        _ => FolderEntry::Other,
    }
}

/// The texts in a folder, and the documents that are not read.
fn folder(path: &Path) -> impl Iterator<Item = PathTarget> + Send + use<> {
    let walk = walk(path).sort_by_file_name(|a, b| a.cmp(b)).build();
    let folder = path.to_owned();
    walk.filter_map(move |entry| match entry {
        Ok(entry) => match kind(&entry) {
            FolderEntry::Text => Some(PathTarget::Input(InputSource::File { path: entry.into_path(), named: false })),
            FolderEntry::Unread => Some(PathTarget::Unread),
            FolderEntry::Other => None,
        },
        Err(error) => Some(PathTarget::Failed(walk_failed(&folder, &error))),
    })
}

/// What is told of a place below a folder that the walk could not look at.
fn walk_failed(folder: &Path, error: &ignore::Error) -> String {
    let fault = error.io_error().map_or_else(|| system::fault(&io::Error::other(error.to_string())), system::fault);
    about(&place_of(error).unwrap_or(folder).display().to_string(), &unreadable(fault))
}

/// Where a walk failed, if it is known.
fn place_of(error: &ignore::Error) -> Option<&Path> {
    match error {
        ignore::Error::WithPath { path, .. } => Some(path),
        ignore::Error::WithDepth { err, .. } | ignore::Error::WithLineNumber { err, .. } => place_of(err),
        _ => None,
    }
}

/// A sentence about documents in folders that were passed over; `None` where there were none.
pub fn told_of_unread(count: usize) -> Option<String> {
    (count > 0)
        .then(|| passed_over(count, source::unread_names().into_iter().map(Argument::name).collect()).text(locale()))
}

/// A path as other programs read it, on Windows with slashes, too.
pub fn with_slashes(path: &str) -> Cow<'_, str> {
    if cfg!(windows) { path.replace('\\', "/").into() } else { path.into() }
}

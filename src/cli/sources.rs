//! Which texts are meant by the paths on the command line.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use ignore::{DirEntry, WalkBuilder};
use rapporteur::text::decode;

/// The endings of the files that are read when a folder is given. `.resolution.txt` is among them.
const ENDINGS: [&str; 3] = ["txt", "md", "resolution"];

/// A text larger than this, in bytes, is no draft: a session's volume has a few megabytes.
const LARGEST: u64 = 64 << 20;

/// Where a text comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// Standard input.
    Stdin,
    /// A file, by the path that was given or that leads to it from the folder that was given.
    File(PathBuf),
}

impl Source {
    /// What the source is called in the output: the path as given, `-` for standard input.
    pub fn name(&self) -> String {
        match self {
            Source::Stdin => "-".to_owned(),
            Source::File(path) => path.to_string_lossy().into_owned(),
        }
    }

    /// Where it lies: of standard input, where the user is.
    pub fn folder(&self) -> PathBuf {
        let folder = match self {
            Source::Stdin => None,
            Source::File(path) => path.parent(),
        };
        folder.filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new(".")).to_owned()
    }

    /// The file that it is, as the user names it.
    pub fn path(&self) -> Option<PathBuf> {
        match self {
            Source::Stdin => None,
            Source::File(path) => Some(path.clone()),
        }
    }

    /// The text, or a sentence that says why there is none.
    pub fn read(&self) -> Result<String, String> {
        decode(self.bytes()?).map_err(|error| format!("{}: {error}", self.name()))
    }

    /// The text's bytes, or a sentence that says why there are none.
    pub fn bytes(&self) -> Result<Vec<u8>, String> {
        let mut bytes = Vec::new();
        let read = match self {
            Source::Stdin => io::stdin().lock().take(LARGEST + 1).read_to_end(&mut bytes),
            Source::File(path) => File::open(path).and_then(|file| {
                // No memory is asked for that a file only says it fills.
                let length = file.metadata().map_or(0, |about| about.len());
                if length > LARGEST { Ok(usize::MAX) } else { file.take(LARGEST + 1).read_to_end(&mut bytes) }
            }),
        };
        let read = read.map_err(|error| format!("{}: This file could not be read: {error}.", self.name()))?;
        if read as u64 > LARGEST {
            let most = LARGEST >> 20;
            return Err(format!("{}: This is larger than {most} MB, which no draft is. It was not read.", self.name()));
        }
        Ok(bytes)
    }
}

/// The sources that the paths lead to, in the order of the paths and, inside a folder, of the files' names.
/// A path that leads nowhere gives a sentence in its place.
pub fn sources(paths: Vec<PathBuf>) -> impl Iterator<Item = Result<Source, String>> + Send {
    paths.into_iter().flat_map(|path| -> Box<dyn Iterator<Item = Result<Source, String>> + Send> {
        if path.as_os_str() == "-" {
            return Box::new(std::iter::once(Ok(Source::Stdin)));
        }
        match fs::metadata(&path) {
            Ok(about) if about.is_dir() => Box::new(folder(&path)),
            Ok(_) => Box::new(std::iter::once(Ok(Source::File(path)))),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                Box::new(std::iter::once(Err(format!("{}: There is no such file or folder.", path.display()))))
            }
            Err(error) => {
                Box::new(std::iter::once(Err(format!("{}: This could not be read: {error}.", path.display()))))
            }
        }
    })
}

/// How many sources the paths lead to. In no order, so that nothing of a large folder is kept.
pub fn count(paths: &[PathBuf]) -> usize {
    let of = |path: &PathBuf| if path.is_dir() { walk(path).build().flatten().filter(is_text).count() } else { 1 };
    paths.iter().map(of).sum()
}

/// A walk through a folder, hidden files and those named in `.gitignore` left out. Links are not followed: they may lead
/// out of the folder, or round in it.
fn walk(path: &Path) -> WalkBuilder {
    let mut walk = WalkBuilder::new(path);
    // A writer's folder is seldom a git repository, and a `.gitignore` in it is meant all the same.
    walk.require_git(false);
    walk
}

fn is_text(entry: &DirEntry) -> bool {
    entry.file_type().is_some_and(|kind| kind.is_file()) && has_ending(entry.path())
}

/// The texts in a folder.
fn folder(path: &Path) -> impl Iterator<Item = Result<Source, String>> + Send + use<> {
    let walk = walk(path).sort_by_file_name(|a, b| a.cmp(b)).build();
    walk.filter_map(|entry| match entry {
        Ok(entry) => is_text(&entry).then(|| Ok(Source::File(entry.into_path()))),
        Err(error) => Some(Err(format!("A folder could not be read: {error}."))),
    })
}

fn has_ending(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ENDINGS.iter().any(|known| ending.eq_ignore_ascii_case(known)))
}

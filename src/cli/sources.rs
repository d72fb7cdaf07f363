//! Which texts are meant by the paths on the command line.

use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use ignore::WalkBuilder;
use rapporteur::text::decode;

/// The endings of the files that are read when a folder is given. `.resolution.txt` is among them.
const ENDINGS: [&str; 3] = ["txt", "md", "resolution"];

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

    /// The text, or a sentence that says why there is none.
    pub fn read(&self) -> Result<String, String> {
        let bytes = match self {
            Source::Stdin => {
                let mut bytes = Vec::new();
                io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes)
            }
            Source::File(path) => fs::read(path),
        };
        let bytes = bytes.map_err(|error| format!("{}: This file could not be read: {error}.", self.name()))?;
        decode(bytes).map_err(|error| format!("{}: {error}", self.name()))
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

/// The texts in a folder, hidden ones and those named in `.gitignore` left out.
fn folder(path: &Path) -> impl Iterator<Item = Result<Source, String>> + Send + use<> {
    // A writer's folder is seldom a git repository, and a `.gitignore` in it is meant all the same.
    let walk = WalkBuilder::new(path).require_git(false).sort_by_file_name(|a, b| a.cmp(b)).build();
    walk.filter_map(|entry| match entry {
        Ok(entry) => {
            let is_file = entry.file_type().is_some_and(|kind| kind.is_file());
            (is_file && has_ending(entry.path())).then(|| Ok(Source::File(entry.into_path())))
        }
        Err(error) => Some(Err(format!("A folder could not be read: {error}."))),
    })
}

fn has_ending(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ENDINGS.iter().any(|known| ending.eq_ignore_ascii_case(known)))
}

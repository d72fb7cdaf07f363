//! Which `rapporteur.toml` applies to a file, and its text.

use std::io::{ErrorKind, Read};
use std::path::{Component, Path, PathBuf};

use crate::messages::{Message, system};
use crate::source::{self, files};

/// What the file is called.
pub const NAME: &str = "rapporteur.toml";

/// A file larger than this, in bytes, holds something else.
const LARGEST: u64 = 1 << 20;

/// The folders that are searched for the `rapporteur.toml` of what lies in `folder`: that folder first, then those above
/// it up to `end`, which is searched last. Nothing is searched for what lies outside of `end`.
///
/// Both paths are [plain].
pub fn searched<'a>(folder: &'a Path, end: &'a Path) -> impl Iterator<Item = &'a Path> {
    folder.ancestors().take_while(move |folder| folder.starts_with(end))
}

/// The folder whose `rapporteur.toml` applies to what lies in `folder`: the nearest of those that are [searched] that
/// has such a file, whatever is in it. No other file applies.
///
/// This is the one discovery of settings. The command line asks with the files on disk and the [`search_end`] of what
/// was named; a server asks with the files that it knows of, and ends at the folder that is open in the editor.
pub fn nearest<'a>(folder: &'a Path, end: &'a Path, has_file: impl Fn(&Path) -> bool) -> Option<&'a Path> {
    searched(folder, end).find(|folder| has_file(folder))
}

/// Whether there is a `rapporteur.toml` in a folder on disk.
pub fn is_in(folder: &Path) -> bool {
    files::attributes(&folder.join(NAME)).is_ok()
}

/// Whether a folder is reached from another one through a link, which may lead anywhere.
pub fn is_behind_link(folder: &Path, from: &Path) -> bool {
    searched(folder, from).filter(|folder| *folder != from).any(Path::is_symlink)
}

/// Where the search for settings ends on the command line, for what lies in a folder that was named there: at the root of
/// the git repository that holds the folder; without a repository at the folder where the user is, if that holds it, and
/// else at the named folder itself.
pub fn search_end(named: &Path) -> Option<PathBuf> {
    let named = plain(named)?;
    // In a work tree or a submodule `.git` is a file.
    let repository = named.ancestors().find(|folder| files::attributes(&folder.join(".git")).is_ok());
    if let Some(root) = repository {
        return Some(root.to_owned());
    }
    let current = std::env::current_dir().ok().filter(|current| named.starts_with(current));
    Some(current.unwrap_or(named))
}

/// A path that is absolute and has no `.` and `..`, as editors name what is under it; links are not followed.
pub fn plain(path: &Path) -> Option<PathBuf> {
    let mut plain = PathBuf::new();
    for part in files::absolute(path).ok()?.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => {
                plain.pop();
            }
            part => plain.push(part),
        }
    }
    Some(plain)
}

/// How a folder calls a file that lies in it, with slashes; `None` of a file that lies elsewhere.
pub fn below(folder: &Path, file: &Path) -> Option<String> {
    let parts = file.strip_prefix(folder).ok()?.components();
    let names: Option<Vec<&str>> = parts.map(|part| part.as_os_str().to_str()).collect();
    Some(names?.join("/")).filter(|name| !name.is_empty())
}

crate::messages! {
    "config.file":
    unreadable(fault: message) = "This file could not be read: {fault}.";
    is_a_link() = "This is a link, which is not followed. Put the file itself here.";
    is_no_file() = "This is no file. Put a text file here, or nothing.";
    too_large(kilobytes: number) = "This file is larger than {kilobytes} KB, which no settings are.";
}

/// The text of a file, `None` if there is no such file.
///
/// # Errors
///
/// What is to be told, when it can't be read or is no text. A link is followed only where the user named it: elsewhere it could
/// lead out of the workspace.
pub fn load(path: &Path, named: bool) -> Result<Option<String>, Message> {
    let about = if named { files::attributes_behind_links(path) } else { files::attributes(path) };
    let about = match about {
        Ok(about) => about,
        // Below what is a file there is none either.
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => return Ok(None),
        Err(error) => return Err(unreadable(system::fault(&error))),
    };
    if about.is_link {
        return Err(is_a_link());
    }
    if !about.is_file {
        return Err(is_no_file());
    }
    let mut bytes = Vec::new();
    match files::open(path).and_then(|(file, _)| file.take(LARGEST + 1).read_to_end(&mut bytes)) {
        Ok(read) if read as u64 > LARGEST => Err(too_large(LARGEST >> 10)),
        Ok(_) => source::of_bytes(bytes, None).map(|read| Some(read.text)).map_err(|error| error.message()),
        Err(error) => Err(unreadable(system::fault(&error))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_file_applies_up_to_where_the_search_ends() {
        let nearest = |folder, end, having: &[&str]| {
            let has_file = |folder: &Path| having.iter().any(|having| Path::new(having) == folder);
            super::nearest(Path::new(folder), Path::new(end), has_file).map(|found| found.display().to_string())
        };
        let found = |folder: &str| Some(folder.to_owned());
        assert_eq!(nearest("/a/b/c", "/a", &["/", "/a", "/a/b"]), found("/a/b"));
        assert_eq!(nearest("/a/b/c", "/a", &["/", "/a", "/a/d"]), found("/a"));
        assert_eq!(nearest("/a/b/c", "/a", &["/"]), None);
        assert_eq!(nearest("/a", "/a", &["/a"]), found("/a"));
        assert_eq!(nearest("/ab", "/a", &["/", "/a", "/ab"]), None, "it lies elsewhere");
    }
}

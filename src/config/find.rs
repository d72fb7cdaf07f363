//! Where a `rapporteur.toml` lies, and its text.

use std::fs::{self, File};
use std::io::{ErrorKind, Read};
use std::path::{Component, Path, PathBuf};

use crate::source;

/// What the file is called.
pub const NAME: &str = "rapporteur.toml";

/// A file larger than this, in bytes, holds something else.
const LARGEST: u64 = 1 << 20;

/// The file that applies to what lies in a folder: the folder's own, or that of the nearest folder above that has one.
pub fn above(folder: &Path) -> Option<PathBuf> {
    let folder = std::path::absolute(folder).ok()?;
    folder.ancestors().map(|folder| folder.join(NAME)).find(|file| fs::symlink_metadata(file).is_ok())
}

/// A path that is absolute and has no `.` and `..`, as editors name what is under it; links are not followed.
pub fn plain(path: &Path) -> Option<PathBuf> {
    let mut plain = PathBuf::new();
    for part in std::path::absolute(path).ok()?.components() {
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

/// The text of a file, `None` if there is no such file.
///
/// # Errors
///
/// A sentence, when it can't be read or is no text. A link is followed only where the user named it: elsewhere it could
/// lead out of the workspace.
pub fn load(path: &Path, named: bool) -> Result<Option<String>, String> {
    let about = if named { fs::metadata(path) } else { fs::symlink_metadata(path) };
    let about = match about {
        Ok(about) => about,
        // Below what is a file there is none either.
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => return Ok(None),
        Err(error) => return Err(format!("This file could not be read: {error}.")),
    };
    if about.is_symlink() {
        return Err("This is a link, which is not followed. Put the file itself here.".to_owned());
    }
    if !about.is_file() {
        return Err("This is no file. Put a text file here, or nothing.".to_owned());
    }
    let mut bytes = Vec::new();
    match File::open(path).and_then(|file| file.take(LARGEST + 1).read_to_end(&mut bytes)) {
        Ok(read) if read as u64 > LARGEST => {
            Err(format!("This file is larger than {} KB, which no settings are.", LARGEST >> 10))
        }
        Ok(_) => source::of_bytes(bytes, None).map(|read| Some(read.text)).map_err(|error| error.to_string()),
        Err(error) => Err(format!("This file could not be read: {error}.")),
    }
}

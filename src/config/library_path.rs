//! Folders that settings name for the library.

use std::ops::Range;

use crate::messages::Message;

/// A folder that is named for the library.
#[derive(Debug, Clone, Default)]
pub struct LibraryPath {
    /// As it is written.
    pub written: String,
    /// Where it stands, in bytes of the file's text; nowhere in an editor's settings.
    pub range: Range<usize>,
}

/// The same folder is named, wherever that stands.
impl PartialEq for LibraryPath {
    fn eq(&self, other: &LibraryPath) -> bool {
        self.written == other.written
    }
}

impl Eq for LibraryPath {}

crate::messages! {
    "config.library":
    outside(path: name) =
        "“{path}” leads out of the folder that is open, and is not read: a file that comes with a folder can't have \
         others read. To have it read, name it in your own settings, in `rapporteur.library.paths`.";
}

/// Says that a folder is not read, since nobody but a file in the open folder names it and it lies outside.
pub fn leads_out(path: &LibraryPath) -> Message {
    outside(path.written.clone())
}

//! What tells whether a file is as it was.

use std::path::Path;
use std::time::UNIX_EPOCH;

use crate::source::files;

/// A file's size in bytes and the time of its last change, in nanoseconds since 1970. To be taken before the file is read: when it
/// changes meanwhile, it has another one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct FileStamp {
    /// How many bytes it has.
    pub size: u64,
    /// When it was changed last.
    pub changed: i64,
}

impl FileStamp {
    /// The stamp of a file; `None` of what is none, or can't be looked at. Links are not followed.
    pub fn of(path: &Path) -> Option<FileStamp> {
        let about = files::attributes(path).ok().filter(|about| about.is_file)?;
        let since = about.changed?.duration_since(UNIX_EPOCH).unwrap_or_default();
        Some(FileStamp { size: about.size, changed: i64::try_from(since.as_nanos()).unwrap_or(i64::MAX) })
    }
}

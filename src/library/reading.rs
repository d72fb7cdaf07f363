//! A text together with its structure.

use std::fs::File;
use std::io::Read;
use std::panic::catch_unwind;
use std::path::Path;
use std::sync::Arc;

use crate::draft::{Draft, Flow};
use crate::text;

/// A text larger than this, in bytes, is no resolution. The longest of them, with their annexes, stay under
/// 2 MB; what is beyond is data that would only cost time.
const LARGEST: u64 = 4 << 20;

/// A text together with the structure that was read of it.
#[derive(Debug)]
pub struct Reading {
    pub text: String,
    pub draft: Draft,
}

/// A text that is open in the editor.
pub trait OpenText: std::fmt::Debug + Send + Sync {
    /// The text with its structure, as it stands now; `None` if the reader panicked.
    fn reading(&self) -> Option<Arc<Reading>>;
}

impl OpenText for Arc<Reading> {
    fn reading(&self) -> Option<Arc<Reading>> {
        Some(self.clone())
    }
}

impl Reading {
    /// Reads a text. Reading never fails; should the reader panic all the same, it costs this text alone,
    /// and the panic's own line in the log says so.
    pub fn of(text: String) -> Option<Arc<Reading>> {
        let draft = catch_unwind(|| Draft::read(&text)).ok()?;
        Some(Arc::new(Reading { text, draft }))
    }

    /// The words at a range of bytes, in one line. Nothing where the range is none of this text.
    pub fn words(&self, range: std::ops::Range<usize>) -> String {
        Flow::of(self.text.get(range).unwrap_or_default(), 0).text
    }
}

/// Opens a file that may be a text; `None` if it can't be read, is too large or is no file. Says how large it is.
fn open(path: &Path) -> Option<(File, u64)> {
    let about = std::fs::symlink_metadata(path).ok()?;
    (about.is_file() && about.len() <= LARGEST).then(|| File::open(path).ok())?.zip(Some(about.len()))
}

/// The beginning of a file's text, of `most` bytes at most; `None` as of [`file`].
pub(super) fn head(path: &Path, most: usize) -> Option<String> {
    let (file, length) = open(path)?;
    let room = usize::try_from(length).unwrap_or(most).min(most);
    let mut bytes = Vec::with_capacity(room);
    file.take(most as u64).read_to_end(&mut bytes).ok()?;
    if bytes.len() < most { text::decode(bytes).ok() } else { text::decode_head(&bytes).ok() }
}

/// The text of a file, by whatever encoding it is in; `None` if it can't be read, is too large or is no
/// text.
pub(super) fn file(path: &Path) -> Option<String> {
    let (file, length) = open(path)?;
    let mut bytes = Vec::with_capacity(usize::try_from(length).ok()? + 1);
    // What grows while it is read is read another time.
    file.take(LARGEST).read_to_end(&mut bytes).ok()?;
    text::decode(bytes).ok()
}

//! A text together with its structure.

use std::fs::File;
use std::io::Read;
use std::ops::Range;
use std::panic::catch_unwind;
use std::path::Path;
use std::sync::Arc;

use super::akn::{self, Origin, Plain};
use super::graph::Span;
use crate::draft::{Draft, Flow, ReadAs};
use crate::text::{self, Lines, PositionEncoding};

/// A text larger than this, in bytes, is no resolution. The longest of them, with their annexes, stay under
/// 2 MB; what is beyond is data that would only cost time.
const LARGEST: u64 = 4 << 20;

/// A text together with the structure that was read of it.
#[derive(Debug)]
pub struct Reading {
    pub text: String,
    pub draft: Draft,
    /// Where the text stands in its file, if the file is more than the text.
    origin: Option<Origin>,
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
        Reading::read_as(text, ReadAs::default())
    }

    /// As [`Reading::of`], of a text of which something is known beside it.
    pub fn read_as(text: String, read_as: ReadAs) -> Option<Arc<Reading>> {
        Reading::made_of(text, read_as, None)
    }

    fn made_of(text: String, read_as: ReadAs, origin: Option<Origin>) -> Option<Arc<Reading>> {
        let draft = catch_unwind(|| Draft::read_as(&text, read_as)).ok()?;
        Some(Arc::new(Reading { text, draft, origin }))
    }

    /// A text whose draft is known.
    pub fn with(text: String, draft: Draft) -> Arc<Reading> {
        Arc::new(Reading { text, draft, origin: None })
    }

    /// Reads a file; `None` if it is no text.
    pub(super) fn load(path: &Path) -> Option<Arc<Reading>> {
        let text = file(path)?;
        if is_xml(path) {
            let Plain { text, origin } = akn::plain(text)?;
            return Reading::made_of(text, ReadAs::default(), Some(origin));
        }
        Reading::of(text)
    }

    /// Says where ranges of bytes stand in the file, columns counted in `encoding`.
    pub fn spans(&self, encoding: PositionEncoding) -> impl Fn(&Range<usize>) -> Span {
        let lines = Lines::new(self.origin.as_ref().map_or(&self.text, |origin| &origin.source));
        move |range| {
            let range = self.origin.as_ref().map_or_else(|| range.clone(), |origin| origin.range(range));
            let place = |byte| lines.position(byte, encoding);
            Span { start: place(range.start), end: place(range.end) }
        }
    }

    /// The words at a range of bytes, in one line. Nothing where the range is none of this text.
    pub fn words(&self, range: Range<usize>) -> String {
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
    let beginning = beginning(path, most)?;
    if is_xml(path) {
        // Much is said about a document before its text begins.
        return akn::is_one(&beginning).then(|| akn::plain(file(path)?))?.map(|plain| plain.text);
    }
    Some(beginning)
}

fn is_xml(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("xml"))
}

fn beginning(path: &Path, most: usize) -> Option<String> {
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

//! Going through the workspace.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use super::background::{self, Background};
use super::file_stamp::FileStamp;
use super::folder_walk;
use super::index::{Generation, Instrument, WorkspaceIndex};
use super::parsed_text::ParsedText;
use super::progress::{IndexProgress, IndexSummary};
use super::versions::only_language;
use crate::draft::{Draft, ReadAs};
use crate::source;

/// How much of a file is read to know what it is, in bytes: the masthead, the number and title and some of
/// the preamble by which its language is known.
const HEAD: usize = 16 << 10;

/// How much of that is enough where masthead and title are as they should be.
const FIRST: usize = 5 << 10;

/// Who is shown each text of the folders that is an instrument or a draft, whenever its file was read whole.
pub trait TextReader: Sync {
    /// Takes a text, with the stamp that its file had before it was read.
    fn take(&self, path: &Path, stamp: FileStamp, reading: &ParsedText);
}

/// Who wants to see none.
impl TextReader for () {
    fn take(&self, _: &Path, _: FileStamp, _: &ParsedText) {}
}

/// Who wants to see them, if anybody does.
impl<T: TextReader> TextReader for Option<T> {
    fn take(&self, path: &Path, stamp: FileStamp, reading: &ParsedText) {
        if let Some(reader) = self {
            reader.take(path, stamp, reading);
        }
    }
}

/// Goes through folders and puts what it finds into the library: first what each text is, of which `identified` is then
/// told, then what those cite that are instruments or drafts, which `reader` is shown. Hidden and ignored files (`.gitignore`) are
/// passed over, links are not followed. Takes as long as it takes; for a thread of its own, which it makes one in the background.
pub fn index(
    library: &WorkspaceIndex,
    folders: &[PathBuf],
    work: &IndexProgress,
    identified: impl FnOnce(IndexSummary),
    reader: &impl TextReader,
) {
    let background = Background::start();
    // What changes from now on is told by others, in later turns.
    let ticket = library.ticket();
    let texts = folder_walk::texts(folders, work);
    work.found(texts.len());
    let drafts = Mutex::new(Vec::new());
    background.each(&texts, |path| {
        if !work.is_stopped() {
            let found = look(library, ticket, path);
            work.looked(found == Look::Instrument);
            if found != Look::Other {
                drafts.lock().unwrap_or_else(PoisonError::into_inner).push(path);
            }
        }
    });
    let mut drafts = drafts.into_inner().unwrap_or_else(PoisonError::into_inner);
    drafts.sort_unstable();
    work.begin_reading(drafts.len());
    identified(work.summary());
    background.each(&drafts, |path| {
        if !work.is_stopped() {
            read(library, ticket, path, reader);
            work.has_read();
        }
    });
}

/// Shows `reader` those texts in folders whose stamp it `wants`, each read whole. For a thread of its own, which it makes one in
/// the background.
pub fn read_texts(
    folders: &[PathBuf],
    work: &IndexProgress,
    wants: impl Fn(&Path, FileStamp) -> bool + Sync,
    reader: &impl TextReader,
) {
    let background = Background::start();
    let texts = folder_walk::texts(folders, work);
    work.begin_reading(texts.len());
    background.each(&texts, |path| {
        if !work.is_stopped()
            && let Some(stamp) = FileStamp::of(path).filter(|stamp| wants(path, *stamp))
            && let Some(reading) = ParsedText::load(path, ReadAs::default())
        {
            reader.take(path, stamp, &reading);
        }
        work.has_read();
    });
}

/// What has to be looked at again where something changed at these paths: what a folder ignores decides over all that is in it.
pub fn affected(paths: &[PathBuf]) -> Vec<PathBuf> {
    let of = |path: &PathBuf| {
        if path.ends_with(".gitignore") { path.parent().unwrap_or(path).to_owned() } else { path.clone() }
    };
    paths.iter().map(of).collect()
}

/// Brings the library up to date after something at some paths, files or folders, was made, changed or removed. What lies
/// outside of all `folders`, or is ignored there, is none of our business. Each folder on the way is gone through once, and
/// many texts are read by threads in the background.
pub fn update(library: &WorkspaceIndex, folders: &[PathBuf], paths: &[PathBuf], reader: &impl TextReader) {
    let changed: Arc<HashSet<PathBuf>> = Arc::new(affected(paths).into_iter().collect());
    let before = library.ticket();
    let mut found = Vec::new();
    for folder in folders {
        let ticket = library.ticket();
        found.extend(folder_walk::texts_at(folder, &changed).into_iter().map(|path| (ticket, path)));
    }
    let take_in = |(ticket, path): &(Generation, PathBuf)| {
        if look(library, *ticket, path) != Look::Other {
            read(library, *ticket, path, reader);
        }
    };
    if found.len() <= FEW || !background::beside(|background| background.each(&found, take_in)) {
        found.iter().for_each(take_in);
    }
    // What was looked at just now has a later ticket, and stays.
    library.remove(before, &changed);
}

/// How many texts are read at once by the thread that was told of them.
const FEW: usize = 16;

/// What a file is at the first look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Look {
    Instrument,
    /// A draft without a symbol of its own.
    Draft,
    Other,
}

/// What the beginning of a text tells of it. `None` of what is none.
pub(super) fn identified(path: &Path) -> Option<Draft> {
    let head = source::head(path, HEAD)?;
    let first = identify(first_bytes(&head, FIRST)).filter(|draft| draft.symbol.is_some() && draft.organ.is_some());
    // Where the beginning doesn't tell, more of it may.
    first.or_else(|| identify(first_bytes(&head, HEAD)))
}

/// Sees from its head what a file is.
fn look(library: &WorkspaceIndex, ticket: Generation, path: &Path) -> Look {
    let named_draft = source::is_named_as_draft(path);
    let draft = identified(path);
    let instrument = draft.as_ref().and_then(|draft| Instrument::of(path, draft));
    let look = match &draft {
        _ if instrument.is_some() => Look::Instrument,
        Some(draft) if draft.organ.is_some() || named_draft => Look::Draft,
        _ => Look::Other,
    };
    let language = draft.as_ref().filter(|_| look != Look::Other).and_then(only_language);
    library.put_text(ticket, path, instrument, language);
    if look == Look::Other {
        library.put_nothing_cited(ticket, path);
    }
    look
}

/// Reads the whole of a file.
fn read(library: &WorkspaceIndex, ticket: Generation, path: &Path, reader: &impl TextReader) {
    let stamp = FileStamp::of(path);
    if let Some(reading) = ParsedText::load(path, ReadAs::default()) {
        library.put_reading(ticket, path, &reading);
        if let Some(stamp) = stamp {
            reader.take(path, stamp, &reading);
        }
    }
}

fn identify(head: &str) -> Option<Draft> {
    std::panic::catch_unwind(|| Draft::read_head(head)).ok()
}

/// The first bytes of a text, to the end of a line where there is one.
fn first_bytes(text: &str, most: usize) -> &str {
    let end = (0..=most.min(text.len())).rev().find(|end| text.is_char_boundary(*end)).unwrap_or_default();
    let head = text.get(..end).unwrap_or_default();
    if head.len() == text.len() {
        return text;
    }
    head.rfind('\n').and_then(|line| head.get(..=line)).unwrap_or(head)
}

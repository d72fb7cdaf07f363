//! The open documents: the one place that owns their state.

use std::collections::HashMap;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use tower_lsp::ls_types::{TextDocumentItem, Uri};

use super::pen::{self, Found, Pen, Read};
use super::quiet::{self, Hand};
use super::settings::Settings;
use super::{cards, configuration, paths};
use crate::draft::{Layout, ReadAs};
use crate::language::Language;
use crate::library::AuthorityCache;
use crate::rules::Finding;
use crate::text::{Position, PositionEncoding, Text, TextChange};
use crate::workspace::{OpenText, ParsedText};

/// A document in one of its versions. It stays as it is while the document is edited on, so that a request
/// can be answered from the text as it stood when the request arrived.
#[derive(Debug)]
pub struct Snapshot {
    pub uri: Uri,
    pub text: Text,
    /// What the client counts in.
    pub encoding: PositionEncoding,
    /// How many changes made the text.
    turn: u64,
    /// What is kept of one version for the next.
    pen: Arc<Pen>,
    knowledge: Arc<AuthorityCache>,
    reading: OnceLock<Option<Arc<ParsedText>>>,
    checked: Mutex<Option<Checked>>,
    /// The byte at which the writer is at work, if anybody writes.
    writer: Mutex<Option<usize>>,
    /// The draft's words are taken out of the text, as those of Akoma Ntoso are. They can't be edited.
    extracted: bool,
}

/// What was found in a text, by which settings.
#[derive(Debug)]
struct Checked {
    settings: Arc<Settings>,
    /// The edition of what was known.
    edition: u64,
    findings: Arc<[Finding]>,
    read: Read,
    /// Rules that look at the whole draft have been asked, too.
    settled: bool,
}

/// What is told of a text while somebody may be writing.
#[derive(Debug)]
pub struct Told {
    pub findings: Vec<Finding>,
    pub read: Read,
    /// Rules that look at the whole draft have been asked, too.
    pub settled: bool,
}

impl Snapshot {
    fn new(
        uri: Uri,
        text: Text,
        encoding: PositionEncoding,
        turn: u64,
        pen: Arc<Pen>,
        knowledge: Arc<AuthorityCache>,
        writer: Option<usize>,
    ) -> Arc<Snapshot> {
        let (reading, checked) = (OnceLock::new(), Mutex::default());
        let extracted = pen::is_extracted(&text);
        let writer = Mutex::new(writer.filter(|_| !extracted));
        Arc::new(Snapshot { uri, text, encoding, turn, pen, knowledge, reading, checked, writer, extracted })
    }

    /// The structure of the text. The first who asks has it made, the others wait for that; not for the
    /// thread that takes the messages in. `None` if the reader panicked, which the log then says, and of
    /// what is no draft.
    pub fn reading(&self) -> Option<Arc<ParsedText>> {
        let read = || self.is_draft().then(|| self.pen.reading(&self.text, self.turn)).flatten();
        self.reading.get_or_init(read).clone()
    }

    /// The language of the text, if it is known and the only one. Costs less than [`Snapshot::reading`].
    pub fn only_language(&self) -> Option<&'static Language> {
        self.is_draft().then(|| self.pen.only_language(&self.text, self.turn)).flatten()
    }

    /// What there is to find in the text, and how it was read. The first who asks checks it; settings other
    /// than the last want another check. `None` if the reader panicked.
    pub fn findings(&self, settings: &Arc<Settings>) -> Option<(Arc<[Finding]>, Read)> {
        self.check(settings, true).map(|(findings, read, _)| (findings, read))
    }

    /// What of it is told now. `settled` is said of [`Told`].
    pub fn told(&self, settings: &Arc<Settings>, settled: bool) -> Option<Told> {
        let (findings, read, settled) = self.check(settings, settled)?;
        let writer = *self.writer.lock().unwrap_or_else(PoisonError::into_inner);
        let findings = self.pen.shown(&self.text, &findings, read.layout, writer);
        Some(Told { findings, read, settled })
    }

    /// Says that the cursor is at a byte now. Gives whether the writer has left the paragraph that he was at.
    pub fn cursor(&self, at: usize) -> bool {
        let mut writer = self.writer.lock().unwrap_or_else(PoisonError::into_inner);
        let away = writer.is_some_and(|writer| !Hand::new(writer, &self.text, Layout::Page, None).holds(at));
        if away {
            *writer = None;
        }
        away
    }

    /// Says that the writer is done for now. Gives whether anybody had been writing.
    pub fn leave(&self) -> bool {
        self.writer.lock().unwrap_or_else(PoisonError::into_inner).take().is_some()
    }

    fn check(&self, settings: &Arc<Settings>, settled: bool) -> Option<(Arc<[Finding]>, Read, bool)> {
        let mut checked = self.checked.lock().unwrap_or_else(PoisonError::into_inner);
        let edition = self.knowledge.edition();
        let holds =
            |last: &&Checked| last.edition == edition && last.settings.check_as(settings) && (last.settled || !settled);
        if let Some(last) = checked.as_ref().filter(holds) {
            return Some((last.findings.clone(), last.read.clone(), last.settled));
        }
        let Found { findings, read, reading, settled } = self.pen.findings(&self.text, self.turn, settings, settled)?;
        if let Some(reading) = reading {
            let _ = self.reading.set(Some(reading));
        }
        let last =
            Checked { settings: settings.clone(), edition, findings: findings.clone(), read: read.clone(), settled };
        *checked = Some(last);
        Some((findings, read, settled))
    }

    /// Whether [`Snapshot::findings`] will be there in no time.
    pub fn is_quick(&self) -> bool {
        self.pen.is_quick()
    }

    /// Whether it is a draft: a `rapporteur.toml` is none, and a card of ours neither.
    pub fn is_draft(&self) -> bool {
        !configuration::is_one(&self.uri) && !self.path().is_some_and(|path| cards::is_one(&path))
    }

    /// Whether edits of the draft are edits of the text: not where its words are taken out of it.
    pub fn is_editable(&self) -> bool {
        !self.extracted
    }

    /// The bytes of the text that a range of the draft's words stands at.
    pub fn range_in_text(&self, range: &Range<usize>) -> Range<usize> {
        match self.extracted.then(|| self.reading()).flatten() {
            Some(reading) => reading.map().file_range(range),
            None => range.clone(),
        }
    }

    /// The byte of the draft's words that stands at a place of the text.
    pub fn byte(&self, place: Position) -> usize {
        let byte = self.text.byte(place, self.encoding);
        self.extracted.then(|| self.reading()).flatten().map_or(byte, |reading| reading.map().text_byte(byte))
    }

    /// Whether the text is as it was opened.
    pub fn is_fresh(&self) -> bool {
        self.turn == 0
    }

    /// The file that the document is, if it is one.
    pub fn path(&self) -> Option<PathBuf> {
        paths::path(&self.uri)
    }
}

impl OpenText for Snapshot {
    fn reading(&self) -> Option<Arc<ParsedText>> {
        Snapshot::reading(self)
    }
}

/// Which opening of a document is meant. A document that is closed and opened again is another one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Opening(u64);

/// The open documents.
#[derive(Debug, Default)]
pub struct Documents {
    open: HashMap<Uri, Document>,
    openings: u64,
    /// What is known of what they cite.
    knowledge: Arc<AuthorityCache>,
}

#[derive(Debug)]
struct Document {
    opening: Opening,
    now: Arc<Snapshot>,
    /// Something has changed since the last check began.
    stale: bool,
    /// A check is under way; when it is done it will look whether there is more to do.
    checking: bool,
    /// What was told is to be looked at again, though the text is the same: the writer has paused or gone elsewhere.
    paused: bool,
    /// Somebody waits for the writer to pause.
    awaited: bool,
}

/// Why a document is checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Occasion {
    /// Its text or what is known has changed.
    News,
    /// The writer has paused, or gone elsewhere.
    Pause,
}

impl Documents {
    /// No document yet, and what will be known of what they cite.
    pub fn new(knowledge: Arc<AuthorityCache>) -> Documents {
        Documents { knowledge, ..Documents::default() }
    }

    /// Opens a document, of which the user may say something beside its text. One that is open already is taken to be
    /// opened afresh.
    pub fn open(&mut self, item: TextDocumentItem, encoding: PositionEncoding, read_as: ReadAs) -> Opening {
        self.openings += 1;
        let opening = Opening(self.openings);
        let knowledge = self.knowledge.clone();
        let pen = Pen::new(paths::path(&item.uri), knowledge.clone(), read_as);
        let now =
            Snapshot::new(item.uri.clone(), Text::new(&item.text, item.version), encoding, 0, pen, knowledge, None);
        let document = Document { opening, now, stale: true, checking: false, paused: false, awaited: false };
        self.open.insert(item.uri, document);
        opening
    }

    /// Applies the changes of one notification. Says which document it was, if it is open.
    pub fn change(
        &mut self,
        uri: &Uri,
        version: i32,
        changes: impl IntoIterator<Item = TextChange>,
    ) -> Option<Opening> {
        let document = self.open.get_mut(uri)?;
        let mut text = document.now.text.clone();
        let replaced = text.apply(changes, document.now.encoding, version);
        let writer = quiet::hand_after(&replaced, &text);
        let (turn, pen) = (document.now.turn + 1, document.now.pen.clone());
        pen.edited(turn, replaced);
        let knowledge = self.knowledge.clone();
        document.now = Snapshot::new(uri.clone(), text, document.now.encoding, turn, pen, knowledge, writer);
        document.stale = true;
        Some(document.opening)
    }

    /// Has documents read anew of which the user says something else now.
    pub fn read_as(&mut self, mut said: impl FnMut(Option<&Path>) -> ReadAs) {
        for document in self.open.values_mut() {
            let Snapshot { uri, text, encoding, pen, .. } = &*document.now;
            let path = document.now.path();
            let read_as = said(path.as_deref());
            if pen.read_as() != read_as {
                let pen = Pen::new(path, self.knowledge.clone(), read_as);
                document.now =
                    Snapshot::new(uri.clone(), text.clone(), *encoding, 0, pen, self.knowledge.clone(), None);
            }
        }
    }

    /// Closes a document. Says whether it was open.
    pub fn close(&mut self, uri: &Uri) -> bool {
        self.open.remove(uri).is_some()
    }

    /// A document as it stands now.
    pub fn get(&self, uri: &Uri) -> Option<&Arc<Snapshot>> {
        self.open.get(uri).map(|document| &document.now)
    }

    /// All open documents as they stand now, in the order of their URIs.
    pub fn all(&self) -> Vec<Arc<Snapshot>> {
        let mut all: Vec<_> = self.open.values().map(|document| document.now.clone()).collect();
        all.sort_by(|a, b| a.uri.cmp(&b.uri));
        all
    }

    /// Says that all documents want checking anew. Gives those that are open.
    pub fn expire(&mut self) -> Vec<(Uri, Opening)> {
        self.open.values_mut().for_each(|document| document.stale = true);
        self.open.iter().map(|(uri, document)| (uri.clone(), document.opening)).collect()
    }

    /// Whether this opening is the one that is open now.
    pub fn is_open(&self, uri: &Uri, opening: Opening) -> bool {
        self.open.get(uri).is_some_and(|document| document.opening == opening)
    }

    /// Asks to be the one that checks a document: yes if nobody else does. Who gets it goes on until
    /// [`Documents::next_check`] gives nothing more.
    pub fn begin_checking(&mut self, uri: &Uri, opening: Opening) -> bool {
        match self.open.get_mut(uri) {
            Some(document) if document.opening == opening => !std::mem::replace(&mut document.checking, true),
            _ => false,
        }
    }

    /// The newest text, if it wants checking, and why. Otherwise the checking of this opening is over.
    pub fn next_check(&mut self, uri: &Uri, opening: Opening) -> Option<(Arc<Snapshot>, Occasion)> {
        let document = self.open.get_mut(uri).filter(|document| document.opening == opening)?;
        let occasion = if document.stale { Occasion::News } else { Occasion::Pause };
        let wanted = match occasion {
            Occasion::News => &mut document.stale,
            Occasion::Pause => &mut document.paused,
        };
        document.checking = std::mem::take(wanted);
        document.checking.then(|| (document.now.clone(), occasion))
    }

    /// Says that the writer of a document has paused or gone elsewhere. Gives the opening, if it is open.
    pub fn pause(&mut self, uri: &Uri) -> Option<Opening> {
        let document = self.open.get_mut(uri)?;
        document.paused = true;
        Some(document.opening)
    }

    /// Asks to be the one that waits for the writer to pause: yes if nobody else does. Who gets it asks
    /// [`Documents::next_turn`] until there is none.
    pub fn begin_awaiting(&mut self, uri: &Uri, opening: Opening) -> bool {
        match self.open.get_mut(uri) {
            Some(document) if document.opening == opening => !std::mem::replace(&mut document.awaited, true),
            _ => false,
        }
    }

    /// The number of the newest change, if it isn't `turn`; otherwise the writer has paused, and the waiting is over.
    /// `None` also if this opening is over.
    pub fn next_turn(&mut self, uri: &Uri, opening: Opening, turn: Option<u64>) -> Option<u64> {
        let document = self.open.get_mut(uri).filter(|document| document.opening == opening)?;
        let now = document.now.turn;
        document.awaited = turn != Some(now);
        document.awaited.then_some(now)
    }
}

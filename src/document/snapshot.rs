//! A document in one of its versions, with what was read of it and found in it.

use std::borrow::Cow;
use std::fmt::Debug;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use super::analysis::{self, AnalysisFindings, DocumentAnalysis, ReadingSummary};
use super::kept_reading::KeptReading;
use super::settings::DocumentSettings;
use super::typing_guard::TypingGuard;
use super::versions::VersionSummary;
use crate::draft::{Edit, Layout, edit};
use crate::language::Language;
use crate::library::AuthorityCache;
use crate::rules::{Finding, VersionDifference};
use crate::text::{Position, PositionEncoding, Text};
use crate::workspace::{OpenText, ParsedText};

/// What stays the same of an open document while it is edited. `K` is what whoever opens documents calls them by, such
/// as a URI.
#[derive(Debug)]
pub struct DocumentIdentity<K> {
    /// What it is called by, such as a URI.
    pub key: K,
    /// The file that the document is, if it is one.
    pub path: Option<PathBuf>,
    /// What it is.
    pub kind: DocumentKind,
}

/// What a document is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DocumentKind {
    /// A draft, which is checked.
    Draft,
    /// A text that is read as a draft, which neither its name nor the editor calls one.
    Text,
    /// A `rapporteur.toml`.
    Config,
    /// A page that the program wrote for the user to read.
    Page,
}

/// A document in one of its versions. It stays as it is while the document is edited on, so that a request
/// can be answered from the text as it stood when the request arrived.
#[derive(Debug)]
pub struct DocumentSnapshot<K> {
    pub(super) identity: Arc<DocumentIdentity<K>>,
    /// The text of this version.
    pub text: Text,
    /// What the client counts in.
    pub encoding: PositionEncoding,
    /// How many changes made the text.
    pub(super) revision: u64,
    /// What is kept of one version for the next one.
    pub(super) analysis: Arc<DocumentAnalysis>,
    knowledge: Arc<AuthorityCache>,
    /// What was read of it, once somebody asked; nothing where the reader panicked.
    reading: Mutex<Option<Option<KeptReading>>>,
    checked: Mutex<Option<CheckedVersion>>,
    /// The byte at which the writer is at work, if anybody writes.
    writer: Mutex<Option<usize>>,
    /// The draft's words are taken out of the text, as those of Akoma Ntoso are. They can be mended, but not written on.
    extracted: bool,
}

/// What was found in a text, by which settings.
#[derive(Debug)]
struct CheckedVersion {
    settings: Arc<DocumentSettings>,
    /// The edition of what was known.
    edition: u64,
    findings: Arc<Vec<Finding>>,
    read: ReadingSummary,
    /// Rules that look at the whole draft have been asked, too.
    complete: bool,
    /// What differed from other language versions, if that was known.
    differences: Option<Arc<Vec<VersionDifference>>>,
}

/// What is told of a text while somebody may be writing.
#[derive(Debug)]
pub struct PublishedFindings {
    /// The findings that are told.
    pub findings: Vec<Finding>,
    /// How many there are, where not all of them are told.
    pub all: usize,
    /// How the text was read when they were found.
    pub read: ReadingSummary,
    /// Rules that look at the whole draft have been asked, too.
    pub complete: bool,
    /// It was not compared with its other language versions since the last change.
    pub awaits_versions: bool,
    /// They were found now. Otherwise somebody asked before.
    pub are_new: bool,
}

/// What a check came to.
struct CheckOutcome {
    findings: Arc<Vec<Finding>>,
    read: ReadingSummary,
    complete: bool,
    are_new: bool,
}

impl<K> DocumentSnapshot<K> {
    pub(super) fn new(
        identity: Arc<DocumentIdentity<K>>,
        text: Text,
        encoding: PositionEncoding,
        revision: u64,
        analysis: Arc<DocumentAnalysis>,
        knowledge: Arc<AuthorityCache>,
        writer: Option<usize>,
    ) -> Arc<DocumentSnapshot<K>> {
        let (reading, checked) = (Mutex::default(), Mutex::default());
        let extracted = analysis::is_extracted(&text);
        let writer = Mutex::new(writer.filter(|_| !extracted));
        Arc::new(DocumentSnapshot {
            identity,
            text,
            encoding,
            revision,
            analysis,
            knowledge,
            reading,
            checked,
            writer,
            extracted,
        })
    }

    /// The structure of the text. The first who asks has it made, the others wait for that; not for the
    /// thread that takes the messages in. `None` if the reader panicked, which the log then says, and of
    /// what is no draft.
    pub fn reading(&self) -> Option<Arc<ParsedText>> {
        let mut kept = self.reading.lock().unwrap_or_else(PoisonError::into_inner);
        match kept.as_ref().map(|kept| kept.as_ref().map(KeptReading::get)) {
            Some(None) => return None,
            Some(Some(Some(reading))) => return Some(reading),
            // Nobody asked yet, or nobody has it any more.
            Some(Some(None)) | None => {}
        }
        let reading = self.is_draft().then(|| self.analysis.reading(&self.text, self.revision)).flatten();
        *kept = Some(reading.as_ref().map(|reading| self.keep(reading)));
        reading
    }

    /// Keeps a reading, of a text from which words are taken out even if it is large: each place is moved by it.
    fn keep(&self, reading: &Arc<ParsedText>) -> KeptReading {
        if self.extracted { KeptReading::needed(reading.clone()) } else { KeptReading::of(reading) }
    }

    /// The language of the text, or of its first part. `None` of what is no draft, and where the reader panicked.
    pub fn language(&self) -> Option<&'static Language> {
        self.only_language().or_else(|| self.reading().map(|reading| reading.draft.language))
    }

    /// The language of the text, if it is known and the only one. Costs less than [`DocumentSnapshot::reading`].
    pub fn only_language(&self) -> Option<&'static Language> {
        self.is_draft().then(|| self.analysis.only_language(&self.text, self.revision)).flatten()
    }

    /// What there is to find in the text, and how it was read. The first who asks checks it; settings other
    /// than the last want another check. `None` if the reader panicked.
    pub fn findings(&self, settings: &Arc<DocumentSettings>) -> Option<(Arc<Vec<Finding>>, ReadingSummary)> {
        self.check(settings, true).map(|outcome| (outcome.findings, outcome.read))
    }

    /// What of it is told now, while somebody may be writing; if it is to be `complete`, by all rules. `None` if the reader
    /// panicked.
    pub fn published(&self, settings: &Arc<DocumentSettings>, complete: bool) -> Option<PublishedFindings> {
        let CheckOutcome { findings, read, complete, are_new } = self.check(settings, complete)?;
        let writer = *self.writer.lock().unwrap_or_else(PoisonError::into_inner);
        let (findings, all) = self.analysis.shown(&self.text, &findings, read.layout, writer);
        let awaits_versions =
            self.path().is_some() && settings.wants_versions() && self.analysis.differences(self.revision).is_none();
        Some(PublishedFindings { findings, all, read, complete, awaits_versions, are_new })
    }

    /// Takes in what differs in this text from its other language versions, and how many there are.
    pub fn set_differences(&self, differences: Vec<VersionDifference>, summary: Option<VersionSummary>) {
        self.analysis.set_differences(self.revision, differences, summary);
    }

    /// Lets go of what is known of the document's other language versions, which nobody wants to hear of.
    pub fn forget_differences(&self) {
        self.analysis.forget_differences();
    }

    /// What was said last of the document's other language versions.
    pub fn version_summary(&self) -> Option<VersionSummary> {
        self.analysis.version_summary()
    }

    /// Takes note that the cursor is at a byte now. Says whether the writer has left the paragraph that they were at.
    pub fn move_cursor(&self, at: usize) -> bool {
        let mut writer = self.writer.lock().unwrap_or_else(PoisonError::into_inner);
        let away = writer.is_some_and(|writer| !TypingGuard::new(writer, &self.text, Layout::Page, None).holds(at));
        if away {
            *writer = None;
        }
        away
    }

    /// Takes note that the writer is done for now. Says whether anybody had been writing.
    pub fn leave(&self) -> bool {
        self.writer.lock().unwrap_or_else(PoisonError::into_inner).take().is_some()
    }

    fn check(&self, settings: &Arc<DocumentSettings>, complete: bool) -> Option<CheckOutcome> {
        let mut checked = self.checked.lock().unwrap_or_else(PoisonError::into_inner);
        let edition = self.knowledge.edition();
        let differences = self.analysis.differences(self.revision);
        let holds = |last: &&CheckedVersion| {
            last.edition == edition
                && last.settings.check_as(settings)
                && (last.complete || !complete)
                && match (&last.differences, &differences) {
                    (Some(last), Some(now)) => Arc::ptr_eq(last, now),
                    (last, now) => last.is_none() && now.is_none(),
                }
        };
        if let Some(last) = checked.as_ref().filter(holds) {
            let (findings, read) = (last.findings.clone(), last.read.clone());
            return Some(CheckOutcome { findings, read, complete: last.complete, are_new: false });
        }
        // There is one copy of the findings, which the analysis goes on with.
        *checked = None;
        let AnalysisFindings { findings, read, reading, complete } =
            self.analysis.findings(&self.text, self.revision, settings, complete)?;
        if let Some(reading) = reading {
            *self.reading.lock().unwrap_or_else(PoisonError::into_inner) = Some(Some(self.keep(&reading)));
        }
        let last = CheckedVersion {
            settings: settings.clone(),
            edition,
            findings: findings.clone(),
            read: read.clone(),
            complete,
            differences,
        };
        *checked = Some(last);
        Some(CheckOutcome { findings, read, complete, are_new: true })
    }

    /// Lets go of what was found, since there is a newer version, which goes on with it. Who asks for it again has it found
    /// anew. Not while it is being found.
    pub(super) fn let_go(&self) {
        if let Ok(mut checked) = self.checked.try_lock() {
            *checked = None;
        }
    }

    /// Whether the next check will take no time, going by the last one and by what was written since.
    pub fn is_quick(&self) -> bool {
        self.analysis.is_quick()
    }

    /// Notes whether the last check took no time.
    pub fn set_quick(&self, quick: bool) {
        self.analysis.set_quick(quick);
    }

    /// What the document is called by whoever opened it.
    pub fn key(&self) -> &K {
        &self.identity.key
    }

    /// What the document is.
    pub fn kind(&self) -> DocumentKind {
        self.identity.kind
    }

    /// Whether it is a draft.
    pub fn is_draft(&self) -> bool {
        matches!(self.kind(), DocumentKind::Draft | DocumentKind::Text)
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

    /// Edits of the draft's words as edits of the text. Empty where they can't be made there.
    pub fn edits_in_text<'a>(&self, edits: &'a [Edit]) -> Cow<'a, [Edit]> {
        match self.extracted.then(|| self.reading()).flatten() {
            Some(reading) => Cow::Owned(edit::in_file(edits, reading.map()).unwrap_or_default()),
            None => Cow::Borrowed(edits),
        }
    }

    /// The byte of the draft's words that stands at a place of the text.
    pub fn byte(&self, place: Position) -> usize {
        let byte = self.text.byte(place, self.encoding);
        self.extracted.then(|| self.reading()).flatten().map_or(byte, |reading| reading.map().text_byte(byte))
    }

    /// Whether the text is as it was opened.
    pub fn is_fresh(&self) -> bool {
        self.revision == 0
    }

    /// The file that the document is, if it is one.
    pub fn path(&self) -> Option<&Path> {
        self.identity.path.as_deref()
    }
}

impl<K: Debug + Send + Sync> OpenText for DocumentSnapshot<K> {
    fn reading(&self) -> Option<Arc<ParsedText>> {
        DocumentSnapshot::reading(self)
    }
}

//! An open draft that is analysed anew after each edit: what is kept of one version for the next, so that a key costs what
//! it touched.

use std::borrow::Cow;
use std::collections::HashSet;
use std::ops::Range;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::bound::{MOST_SHOWN, gravest};
use super::kept_reading::KeptReading;
use super::settings::DocumentSettings;
use super::typing_guard::{ShownFinding, TypingGuard, might_have_waited, visible};
use super::versions::VersionSummary;
use crate::draft::incremental::{Reparse, Replacement, TextSource};
use crate::draft::reference::ReferenceTracker;
use crate::draft::{Draft, DraftCounts, IncrementalDraft, Layout, ReadAs};
use crate::language::Language;
use crate::library::AuthorityCache;
use crate::rules::{self, Finding, Review, RuleTrait, VersionDifference};
use crate::source::{self, SourceMap, SourceText};
use crate::text::Text;
use crate::workspace::{Instrument, ParsedText};

/// How many bytes may have come in, and in how many edits, for the next check to be about as quick as the last.
const FEW_BYTES: usize = 4096;
const FEW_EDITS: usize = 16;

/// How many bytes beside an edit may make a sign of markup of what it writes: `:` and `//`.
const BESIDE: usize = 2;

/// What is kept of a document from one version to the next.
#[derive(Debug)]
pub struct DocumentAnalysis {
    /// The file that the document is, if it is one.
    path: Option<PathBuf>,
    /// What is known of what it cites.
    knowledge: Arc<AuthorityCache>,
    /// What the user says of it beside its text.
    read_as: ReadAs,
    /// Edits that the draft has not followed yet, each with the number of the change that it is part of. They are noted
    /// by the thread that takes the messages in, which waits for nobody for long.
    edits: Mutex<Vec<(u64, Replacement)>>,
    /// The last check took no time.
    quick: AtomicBool,
    kept: Mutex<Option<AnalyzedVersion>>,
    /// What the client shows, as far as it might have waited.
    published: Mutex<HashSet<ShownFinding>>,
    /// What is known of its other language versions.
    compared: Mutex<Compared>,
}

/// What was found when a document was compared with its other language versions.
#[derive(Debug, Default)]
struct Compared {
    /// The number of the change after which that was, if it was.
    revision: Option<u64>,
    /// What differs in it.
    differences: Arc<Vec<VersionDifference>>,
    /// How many there are, and so on.
    summary: Option<VersionSummary>,
}

/// How a text was read, in short.
#[derive(Debug, Clone)]
pub struct ReadingSummary {
    /// The languages of its parts, in order.
    pub languages: Vec<&'static Language>,
    /// Its layout.
    pub layout: Layout,
    /// How much was read of it. What it cites is counted anew when its writer pauses.
    pub counts: DraftCounts,
    /// Which instrument it is.
    pub instrument: Option<Arc<Instrument>>,
}

/// What is found in a text.
#[derive(Debug)]
pub struct AnalysisFindings {
    /// The findings, in the order of their places.
    pub findings: Arc<Vec<Finding>>,
    /// How the text was read when they were found.
    pub read: ReadingSummary,
    /// The draft, where it is at hand.
    pub reading: Option<Arc<ParsedText>>,
    /// Rules that look at the whole draft have been asked, too.
    pub complete: bool,
}

/// A draft and its findings after some change.
#[derive(Debug)]
struct AnalyzedVersion {
    revision: u64,
    manuscript: IncrementalDraft,
    /// What is read of the text, where that has markup which is veiled.
    veiled: Option<SourceText>,
    /// There may be such markup in it. A text that has none gets some only by what is written.
    may_have_markup: bool,
    counts: DraftCounts,
    review: Option<SettingsReview>,
    meanings: ReferenceTracker,
    instrument: Option<Arc<Instrument>>,
    /// The draft as it is after this change, where it is at hand.
    reading: KeptReading,
    /// What was found of versions in other files, where the other findings are found anew.
    told: Option<Vec<Finding>>,
}

/// The findings, and by what they were found.
#[derive(Debug)]
struct SettingsReview {
    settings: Arc<DocumentSettings>,
    /// The edition of what is known.
    edition: u64,
    review: Review,
}

impl TextSource for Text {
    fn length(&self) -> usize {
        self.len()
    }

    fn words(&self, range: Range<usize>) -> Cow<'_, str> {
        Text::words(self, range)
    }
}

impl DocumentAnalysis {
    /// What is kept of a document that was opened.
    pub fn new(path: Option<PathBuf>, knowledge: Arc<AuthorityCache>, read_as: ReadAs) -> Arc<DocumentAnalysis> {
        let (edits, quick, kept, published, compared) = Default::default();
        Arc::new(DocumentAnalysis { path, knowledge, read_as, edits, quick, kept, published, compared })
    }

    /// Takes in what differs after a change from the document's other language versions, and how many there are.
    pub fn set_differences(&self, revision: u64, differences: Vec<VersionDifference>, summary: Option<VersionSummary>) {
        let mut compared = self.compared();
        // What was found by the same is kept.
        if compared.revision != Some(revision) || *compared.differences != differences {
            compared.differences = Arc::new(differences);
        }
        (compared.revision, compared.summary) = (Some(revision), summary);
    }

    /// Lets go of what is known of the document's other language versions, which nobody wants to hear of.
    pub fn forget_differences(&self) {
        *self.compared() = Compared::default();
    }

    /// What differs after a change from the document's other language versions, if they were compared since.
    pub fn differences(&self, revision: u64) -> Option<Arc<Vec<VersionDifference>>> {
        let compared = self.compared();
        (compared.revision == Some(revision)).then(|| compared.differences.clone())
    }

    /// What was said last of the document's other language versions.
    pub fn version_summary(&self) -> Option<VersionSummary> {
        self.compared().summary
    }

    fn compared(&self) -> MutexGuard<'_, Compared> {
        self.compared.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What the user says of the document beside its text.
    pub fn read_as(&self) -> ReadAs {
        self.read_as
    }

    /// Notes the edits of a change.
    pub fn edited(&self, revision: u64, replaced: Vec<(Range<usize>, usize)>) {
        let edits = replaced.into_iter().map(|(range, length)| (revision, Replacement { range, length }));
        self.edits.lock().unwrap_or_else(PoisonError::into_inner).extend(edits);
    }

    /// Whether the edits that wait will be followed in no time, going by their size and by the last one. Not while
    /// somebody else is at it.
    pub fn is_quick(&self) -> bool {
        if self.kept.try_lock().is_err() {
            return false;
        }
        let edits = self.edits.lock().unwrap_or_else(PoisonError::into_inner);
        let bytes: usize = edits.iter().map(|(_, edit)| edit.length).sum();
        self.quick.load(Ordering::Relaxed) && edits.len() <= FEW_EDITS && bytes <= FEW_BYTES
    }

    /// The draft after a change, which has made it `text`. `None` if the reader panicked.
    pub fn reading(&self, text: &Text, revision: u64) -> Option<Arc<ParsedText>> {
        if let Some(source) = extracted(text) {
            return ParsedText::of_source(source, self.read_as);
        }
        let mut kept = self.follow(text, revision)?;
        let Some(kept) = kept.as_mut().filter(|kept| kept.revision == revision) else {
            drop(kept);
            return self.read_anew(text);
        };
        if let Some(reading) = kept.reading.get() {
            return Some(reading);
        }
        let reading = {
            let (text, map) = match &kept.veiled {
                Some(veiled) => (veiled.text.clone(), veiled.map.clone()),
                None => (text.whole(), SourceMap::default()),
            };
            let draft = catch_unwind(AssertUnwindSafe(|| kept.manuscript.draft(&text))).ok()?;
            ParsedText::with(text, draft, map)
        };
        kept.reading = KeptReading::of(&reading);
        Some(reading)
    }

    /// What is read of a text of which nothing is kept. `None` if the reader panicked.
    fn read_anew(&self, text: &Text) -> Option<Arc<ParsedText>> {
        match self.veiled(text) {
            Some(source) => ParsedText::of_source(source, self.read_as),
            None => ParsedText::read_as(text.whole(), self.read_as),
        }
    }

    /// The text with its markup veiled, where it is Markdown and has some.
    fn veiled(&self, text: &Text) -> Option<SourceText> {
        source::of_open_markdown(text.whole(), self.path.as_deref())
    }

    /// The language of the text after a change, if it is known and the only one. Costs less than the draft.
    pub fn only_language(&self, text: &Text, revision: u64) -> Option<&'static Language> {
        if is_extracted(text) {
            return None;
        }
        let kept = self.follow(text, revision)?;
        let kept = kept.as_ref().filter(|kept| kept.revision == revision)?;
        match kept.manuscript.languages().as_slice() {
            [language] => Some(language),
            _ => None,
        }
    }

    /// Notes whether the last check took no time.
    pub fn set_quick(&self, quick: bool) {
        self.quick.store(quick, Ordering::Relaxed);
    }

    /// The findings that are shown of those that there are, while the writer is at a byte of the text; and how many
    /// there are to be shown.
    pub fn shown(
        &self,
        text: &Text,
        found: &[Finding],
        layout: Layout,
        writer: Option<usize>,
    ) -> (Vec<Finding>, usize) {
        let last = || {
            let kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
            kept.as_ref().and_then(|kept| kept.manuscript.last_paragraph())
        };
        let waiting = found.iter().any(|finding| finding.defer_until.is_some());
        let guard = writer.filter(|_| waiting).map(|at| TypingGuard::new(at, text, layout, last()));
        let mut published = self.published.lock().unwrap_or_else(PoisonError::into_inner);
        let visible = visible(found, guard.as_ref(), &published);
        let all = visible.len();
        let shown = gravest(visible, MOST_SHOWN);
        *published = might_have_waited(&shown);
        (shown.into_iter().cloned().collect(), all)
    }

    /// What is found after a change; where it need not be `complete`, rules that look at the whole draft may not have
    /// been asked since it. `None` if the reader panicked.
    pub fn findings(
        &self,
        text: &Text,
        revision: u64,
        settings: &Arc<DocumentSettings>,
        complete: bool,
    ) -> Option<AnalysisFindings> {
        if let Some(source) = extracted(text) {
            self.edits.lock().unwrap_or_else(PoisonError::into_inner).retain(|(of, _)| *of > revision);
            return self.find_anew(ParsedText::of_source(source, self.read_as)?, revision, settings);
        }
        let differences = self.differences(revision).filter(|_| settings.wants_versions());
        let current = {
            let mut kept = self.follow(text, revision)?;
            kept.as_mut().filter(|kept| kept.revision == revision).map(|kept| {
                let holds =
                    |by: &SettingsReview| by.edition == self.knowledge.edition() && by.settings.check_as(settings);
                let mut told = kept.told.take();
                let known = kept.review.take().filter(|by| {
                    let holds = holds(by);
                    if !holds && by.settings.check_as(settings) {
                        told = by.review.told_of_others(&[]);
                    }
                    holds
                });
                (known, kept.summary(), kept.reading.get(), told)
            })
        };
        let Some((known, mut read, reading, told)) = current else {
            // The document is further on already.
            return self.find_anew(self.read_anew(text)?, revision, settings);
        };
        let wanted = |rule: &rules::Rule| settings.wants(rule);
        let is_news = |review: &Review| differences.as_ref().is_some_and(|differences| !review.is_by(differences));
        let (mut reviewed, reading) = match known {
            Some(mut reviewed) if complete && reviewed.review.is_unsettled() => {
                let reading = reading.or_else(|| self.reading(text, revision))?;
                reviewed.review.settle(&self.knowledge, &reading.text, &reading.draft, &wanted);
                (reviewed, Some(reading))
            }
            Some(reviewed) if is_news(&reviewed.review) => {
                let reading = reading.or_else(|| self.reading(text, revision))?;
                (reviewed, Some(reading))
            }
            Some(reviewed) => (reviewed, reading),
            None => {
                let reading = reading.or_else(|| self.reading(text, revision))?;
                // What becomes known meanwhile makes another edition.
                let edition = self.knowledge.edition();
                let mut review = Review::knowing(&self.knowledge, &reading.text, &reading.draft, &wanted);
                if let Some(told) = told {
                    review.keep_telling(told);
                }
                (SettingsReview { settings: settings.clone(), edition, review }, Some(reading))
            }
        };
        if let (Some(differences), Some(reading)) = (&differences, &reading)
            && is_news(&reviewed.review)
        {
            let ParsedText { text, draft, .. } = &**reading;
            reviewed.review.compare(&self.knowledge, differences, text, draft, &wanted);
        }
        let complete = !reviewed.review.is_unsettled();
        if let Some(reading) = reading.as_deref().filter(|_| complete) {
            read.counts = reading.draft.counts();
        }
        let astray = {
            let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
            let kept = kept
                .as_mut()
                .filter(|kept| kept.revision == revision && settings.wants_any(RuleTrait::TellsStaleReferences));
            kept.map(|kept| kept.astray(text, reading.as_deref().filter(|_| complete))).unwrap_or_default()
        };
        let mut findings = match astray.is_empty() && settings.config.shows_all_as_found() {
            true => reviewed.review.shared_findings(),
            false => {
                let all = with_astray(reviewed.review.findings(), astray);
                Arc::new(settings.config.filter_findings(&all, text))
            }
        };
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(kept) = kept.as_mut().filter(|kept| kept.revision == revision) {
            if let Some(veiled) = &kept.veiled {
                let is_editable = |range: &Range<usize>| veiled.map.is_editable(range);
                if findings.iter().any(|finding| !finding.is_mend_editable(is_editable)) {
                    let findings = Arc::make_mut(&mut findings);
                    findings.iter_mut().for_each(|finding| finding.keep_editable(is_editable));
                }
            }
            kept.counts = read.counts;
            kept.review = Some(reviewed);
            kept.reading.let_go_of_large();
        }
        Some(AnalysisFindings { findings, read, reading, complete })
    }

    /// What is found in a draft of which nothing is kept.
    fn find_anew(
        &self,
        reading: Arc<ParsedText>,
        revision: u64,
        settings: &Arc<DocumentSettings>,
    ) -> Option<AnalysisFindings> {
        let differences = self.differences(revision).filter(|_| settings.wants_versions()).unwrap_or_default();
        let ParsedText { text, draft, .. } = &*reading;
        let found = rules::check_among(&self.knowledge, &differences, text, draft, &|rule| settings.wants(rule));
        let mut findings = settings.config.filter_findings(&found, text.as_str());
        findings.iter_mut().for_each(|finding| finding.keep_editable(|range| reading.map().is_mendable(range)));
        let read = self.summary(&reading);
        Some(AnalysisFindings { findings: Arc::new(findings), read, reading: Some(reading), complete: true })
    }

    /// Has the draft follow the edits up to a change, unless it is further on. `None` if the reader panicked.
    fn follow(&self, text: &Text, revision: u64) -> Option<MutexGuard<'_, Option<AnalyzedVersion>>> {
        let mut guard = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if guard.as_ref().is_some_and(|kept| kept.revision >= revision) {
            return Some(guard);
        }
        let edits = {
            let mut edits = self.edits.lock().unwrap_or_else(PoisonError::into_inner);
            let later = edits.partition_point(|(of, _)| *of <= revision);
            edits.drain(..later).map(|(_, edit)| edit).collect::<Vec<_>>()
        };
        let before = guard.take();
        *guard = Some(catch_unwind(AssertUnwindSafe(|| self.next(before, text, revision, &edits))).ok()?);
        Some(guard)
    }

    fn next(
        &self,
        before: Option<AnalyzedVersion>,
        text: &Text,
        revision: u64,
        edits: &[Replacement],
    ) -> AnalyzedVersion {
        let may_have_markup = match (&before, edits) {
            (Some(AnalyzedVersion { may_have_markup: false, .. }), [edit]) => {
                let around = edit.range.start.saturating_sub(BESIDE)..edit.range.start + edit.length + BESIDE;
                source::may_have_markup(std::iter::once(&*text.words(around)))
            }
            _ => source::may_have_markup(text.pieces()),
        };
        let veiled = may_have_markup.then(|| self.veiled(text)).flatten();
        let read_whole = || match &veiled {
            Some(veiled) => IncrementalDraft::new_as(veiled.text.as_str(), self.read_as),
            None => IncrementalDraft::new_as(text, self.read_as),
        };
        let (manuscript, reread, counts, mut review, mut meanings, instrument, mut told) = match before {
            Some(AnalyzedVersion {
                mut manuscript,
                veiled: before,
                counts,
                review,
                meanings,
                instrument,
                told,
                ..
            }) => {
                let (manuscript, reread) = match (before, &veiled) {
                    (None, None) => {
                        let reread = manuscript.edit(edits, text);
                        (manuscript, reread)
                    }
                    // A key may veil and unveil more than it touches.
                    (Some(before), Some(after)) => {
                        let edit = Replacement::between(&before.text, &after.text);
                        let reread = manuscript.edit(edit.as_slice(), after.text.as_str());
                        (manuscript, reread)
                    }
                    _ => read_whole(),
                };
                (manuscript, reread, counts, review, meanings, instrument, told)
            }
            None => {
                let (manuscript, reread) = read_whole();
                (manuscript, reread, DraftCounts::default(), None, ReferenceTracker::default(), None, None)
            }
        };
        meanings.follow(edits);
        told = told.map(|told| rules::moved_along(told, edits));
        review = review.and_then(|mut by: SettingsReview| {
            let SettingsReview { settings, review, .. } = &mut by;
            let follows = review.follow_knowing(&self.knowledge, &reread, edits, &|rule| settings.wants(rule));
            told = if follows { None } else { review.told_of_others(edits) };
            follows.then_some(by)
        });
        let (counts, instrument, reading) = match reread {
            Reparse::Words(_) => (counts, instrument, KeptReading::default()),
            Reparse::Whole(text, draft) => {
                let (counts, instrument) = (draft.counts(), self.instrument(&draft));
                let map = veiled.as_ref().map(|veiled| veiled.map.clone()).unwrap_or_default();
                (counts, instrument, KeptReading::needed(ParsedText::with(text, *draft, map)))
            }
        };
        AnalyzedVersion {
            revision,
            manuscript,
            veiled,
            may_have_markup,
            counts,
            review,
            meanings,
            instrument,
            reading,
            told,
        }
    }

    fn summary(&self, reading: &ParsedText) -> ReadingSummary {
        ReadingSummary {
            languages: reading.draft.parts.iter().map(|part| part.language).collect(),
            layout: reading.draft.layout,
            counts: reading.draft.counts(),
            instrument: self.instrument(&reading.draft),
        }
    }

    fn instrument(&self, draft: &Draft) -> Option<Arc<Instrument>> {
        Instrument::of(self.path.as_ref()?, draft).map(Arc::new)
    }
}

/// Whether the draft's words are taken out of a text.
pub fn is_extracted(text: &Text) -> bool {
    source::is_extracted(|most| text.words(0..most))
}

/// The draft's words, where they are taken out of a text.
fn extracted(text: &Text) -> Option<SourceText> {
    is_extracted(text).then(|| source::of_open_text(&text.whole()))?
}

/// Findings with those of references that lead elsewhere. What a reference has become says more than that there is no such
/// paragraph.
fn with_astray(findings: &[Finding], mut astray: Vec<Finding>) -> Cow<'_, [Finding]> {
    if astray.is_empty() {
        return Cow::Borrowed(findings);
    }
    let is_told =
        |finding: &Finding| astray.iter().any(|told| told.code == finding.code && told.range == finding.range);
    let others: Vec<Finding> = findings.iter().filter(|finding| !is_told(finding)).cloned().collect();
    astray.extend(others);
    astray.sort_by_key(|finding| (finding.range.start, finding.range.end));
    Cow::Owned(astray)
}

impl AnalyzedVersion {
    /// What is to be told of references that lead elsewhere since they were written. `reading` is the draft as it is now,
    /// where its writer has paused.
    fn astray(&mut self, text: &Text, reading: Option<&ParsedText>) -> Vec<Finding> {
        if let Some(ParsedText { text, draft, .. }) = reading {
            self.meanings.compare(text, draft);
        }
        self.meanings.stale().iter().map(|astray| rules::stale_reference(text, astray)).collect()
    }

    fn summary(&self) -> ReadingSummary {
        ReadingSummary {
            languages: self.manuscript.languages(),
            layout: self.manuscript.layout(),
            counts: self.counts,
            instrument: self.instrument.clone(),
        }
    }
}

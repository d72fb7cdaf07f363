//! What is kept of a document from one version to the next, so that a key costs what it touched.

use std::borrow::Cow;
use std::ops::Range;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use super::quiet::{self, Hand, Told};
use super::settings::Settings;
use crate::draft::manuscript::{Replaced, Reread, Source};
use crate::draft::referred::Meanings;
use crate::draft::{Draft, Layout, Manuscript, ReadAs};
use crate::language::Language;
use crate::library::AuthorityCache;
use crate::rules::{self, Finding, Review};
use crate::source::{self, SourceText};
use crate::text::Text;
use crate::workspace::{Instrument, ParsedText};

/// What may be done on the thread that takes the messages in: to hand it to another one takes about as long.
const QUICK: Duration = Duration::from_micros(500);

/// How many bytes may have come in for that, and in how many edits.
const FEW_BYTES: usize = 4096;
const FEW_EDITS: usize = 16;

/// What is kept of a document from one version to the next.
#[derive(Debug)]
pub struct Pen {
    /// The file that the document is, if it is one.
    path: Option<PathBuf>,
    /// What is known of what it cites.
    knowledge: Arc<AuthorityCache>,
    /// What the user says of it beside its text.
    read_as: ReadAs,
    /// Edits that the draft has not followed yet, each with the number of the change that it is part of. They are noted
    /// by the thread that takes the messages in, which waits for nobody for long.
    edits: Mutex<Vec<(u64, Replaced)>>,
    /// The last change was followed in no time.
    quick: AtomicBool,
    kept: Mutex<Option<Kept>>,
    /// What the client shows, as far as it might have waited.
    told: Mutex<Vec<Told>>,
}

/// How a text was read.
#[derive(Debug, Clone)]
pub struct Read {
    /// The languages of its parts, in order.
    pub languages: Vec<&'static Language>,
    pub layout: Layout,
    /// Which instrument it is.
    pub instrument: Option<Arc<Instrument>>,
}

/// What is found in a text.
#[derive(Debug)]
pub struct Found {
    pub findings: Arc<[Finding]>,
    pub read: Read,
    /// The draft, where it is at hand.
    pub reading: Option<Arc<ParsedText>>,
    /// Rules that look at the whole draft have been asked, too.
    pub settled: bool,
}

/// A draft and its findings after some change.
#[derive(Debug)]
struct Kept {
    turn: u64,
    manuscript: Manuscript,
    review: Option<Reviewed>,
    meanings: Meanings,
    instrument: Option<Arc<Instrument>>,
    /// The draft as it is after this change, where it is at hand.
    reading: Option<Arc<ParsedText>>,
}

/// The findings, and by what they were found.
#[derive(Debug)]
struct Reviewed {
    settings: Arc<Settings>,
    /// The edition of what is known.
    edition: u64,
    review: Review,
}

impl Source for Text {
    fn length(&self) -> usize {
        self.len()
    }

    fn words(&self, range: Range<usize>) -> Cow<'_, str> {
        Text::words(self, range)
    }
}

impl Pen {
    /// What is kept of a document that was opened.
    pub fn new(path: Option<PathBuf>, knowledge: Arc<AuthorityCache>, read_as: ReadAs) -> Arc<Pen> {
        let (edits, quick, kept, told) = Default::default();
        Arc::new(Pen { path, knowledge, read_as, edits, quick, kept, told })
    }

    /// What the user says of the document beside its text.
    pub fn read_as(&self) -> ReadAs {
        self.read_as
    }

    /// Notes the edits of a change.
    pub fn edited(&self, turn: u64, replaced: Vec<(Range<usize>, usize)>) {
        let edits = replaced.into_iter().map(|(range, length)| (turn, Replaced { range, length }));
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
    pub fn reading(&self, text: &Text, turn: u64) -> Option<Arc<ParsedText>> {
        if let Some(source) = extracted(text) {
            return ParsedText::of_source(source, self.read_as);
        }
        let mut kept = self.follow(text, turn)?;
        let Some(kept) = kept.as_mut().filter(|kept| kept.turn == turn) else {
            drop(kept);
            return ParsedText::read_as(text.whole(), self.read_as);
        };
        if kept.reading.is_none() {
            let text = text.whole();
            let draft = catch_unwind(AssertUnwindSafe(|| kept.manuscript.draft(&text))).ok()?;
            kept.reading = Some(ParsedText::with(text, draft));
        }
        kept.reading.clone()
    }

    /// The language of the text after a change, if it is known and the only one. Costs less than the draft.
    pub fn only_language(&self, text: &Text, turn: u64) -> Option<&'static Language> {
        if is_extracted(text) {
            return None;
        }
        let kept = self.follow(text, turn)?;
        let kept = kept.as_ref().filter(|kept| kept.turn == turn)?;
        match kept.manuscript.languages().as_slice() {
            [language] => Some(language),
            _ => None,
        }
    }

    /// What is found after a change; where it need not be `settled`, rules that look at the whole draft may not have
    /// been asked since it. `None` if the reader panicked.
    pub fn findings(&self, text: &Text, turn: u64, settings: &Arc<Settings>, settled: bool) -> Option<Found> {
        let begun = Instant::now();
        let found = self.find(text, turn, settings, settled);
        if !settled {
            self.quick.store(found.is_some() && begun.elapsed() < QUICK, Ordering::Relaxed);
        }
        found
    }

    /// The findings that are shown of those that there are, while the writer is at a byte of the text.
    pub fn shown(&self, text: &Text, found: &[Finding], layout: Layout, writer: Option<usize>) -> Vec<Finding> {
        let last = || {
            let kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
            kept.as_ref().and_then(|kept| kept.manuscript.last_paragraph())
        };
        let waiting = found.iter().any(|finding| finding.awaits.is_some());
        let hand = writer.filter(|_| waiting).map(|at| Hand::new(at, text, layout, last()));
        let mut told = self.told.lock().unwrap_or_else(PoisonError::into_inner);
        let (shown, might_wait) = quiet::shown(found, hand.as_ref(), &told);
        *told = might_wait;
        shown.into_iter().cloned().collect()
    }

    fn find(&self, text: &Text, turn: u64, settings: &Arc<Settings>, settled: bool) -> Option<Found> {
        if let Some(source) = extracted(text) {
            self.edits.lock().unwrap_or_else(PoisonError::into_inner).retain(|(of, _)| *of > turn);
            return self.find_anew(ParsedText::of_source(source, self.read_as)?, settings);
        }
        let current = {
            let mut kept = self.follow(text, turn)?;
            kept.as_mut().filter(|kept| kept.turn == turn).map(|kept| {
                let holds = |by: &Reviewed| by.edition == self.knowledge.edition() && by.settings.check_as(settings);
                let known = kept.review.take().filter(holds);
                (known, kept.read(), kept.reading.clone())
            })
        };
        let Some((known, read, reading)) = current else {
            // The document is further on already.
            return self.find_anew(ParsedText::read_as(text.whole(), self.read_as)?, settings);
        };
        let (reviewed, reading) = match known {
            Some(mut reviewed) if settled && reviewed.review.is_unsettled() => {
                let reading = reading.or_else(|| self.reading(text, turn))?;
                let wanted = |rule: &rules::Rule| settings.wants(rule);
                reviewed.review.settle(&self.knowledge, &reading.text, &reading.draft, &wanted);
                (reviewed, Some(reading))
            }
            Some(reviewed) => (reviewed, reading),
            None => {
                let reading = reading.or_else(|| self.reading(text, turn))?;
                // What becomes known meanwhile makes another edition.
                let edition = self.knowledge.edition();
                let wanted = |rule: &rules::Rule| settings.wants(rule);
                let review = Review::knowing(&self.knowledge, &reading.text, &reading.draft, &wanted);
                (Reviewed { settings: settings.clone(), edition, review }, Some(reading))
            }
        };
        let settled = !reviewed.review.is_unsettled();
        let astray = {
            let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
            let kept = kept.as_mut().filter(|kept| kept.turn == turn && settings.wants(&rules::PARAGRAPH_REFERENCE));
            kept.map(|kept| kept.astray(text, reading.as_deref().filter(|_| settled))).unwrap_or_default()
        };
        let findings = settings.applied.heed(&with_astray(reviewed.review.findings(), astray), text).into();
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(kept) = kept.as_mut().filter(|kept| kept.turn == turn) {
            kept.review = Some(reviewed);
        }
        Some(Found { findings, read, reading, settled })
    }

    /// What is found in a draft of which nothing is kept.
    fn find_anew(&self, reading: Arc<ParsedText>, settings: &Arc<Settings>) -> Option<Found> {
        let mut findings = settings.applied.check(&self.knowledge, &reading.text, &reading.draft);
        if !reading.map().is_identity() {
            findings.iter_mut().for_each(|finding| finding.fix = None);
        }
        let read = self.read(&reading);
        Some(Found { findings: findings.into(), read, reading: Some(reading), settled: true })
    }

    /// Has the draft follow the edits up to a change, unless it is further on. `None` if the reader panicked.
    fn follow(&self, text: &Text, turn: u64) -> Option<MutexGuard<'_, Option<Kept>>> {
        let mut guard = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if guard.as_ref().is_some_and(|kept| kept.turn >= turn) {
            return Some(guard);
        }
        let edits = {
            let mut edits = self.edits.lock().unwrap_or_else(PoisonError::into_inner);
            let later = edits.partition_point(|(of, _)| *of <= turn);
            edits.drain(..later).map(|(_, edit)| edit).collect::<Vec<_>>()
        };
        let before = guard.take();
        *guard = Some(catch_unwind(AssertUnwindSafe(|| self.next(before, text, turn, &edits))).ok()?);
        Some(guard)
    }

    fn next(&self, before: Option<Kept>, text: &Text, turn: u64, edits: &[Replaced]) -> Kept {
        let (manuscript, reread, mut review, mut meanings, instrument) = match before {
            Some(Kept { mut manuscript, review, meanings, instrument, .. }) => {
                let reread = manuscript.edit(edits, text);
                (manuscript, reread, review, meanings, instrument)
            }
            None => {
                let (manuscript, reread) = Manuscript::new_as(text, self.read_as);
                (manuscript, reread, None, Meanings::default(), None)
            }
        };
        meanings.follow(edits);
        review = review.and_then(|mut by: Reviewed| {
            let Reviewed { settings, review, .. } = &mut by;
            review.follow_knowing(&self.knowledge, &reread, &|rule| settings.wants(rule)).then_some(by)
        });
        match reread {
            Reread::Words(_) => Kept { turn, manuscript, review, meanings, instrument, reading: None },
            Reread::Whole(text, draft) => {
                let instrument = self.instrument(&draft);
                let reading = Some(ParsedText::with(text, *draft));
                Kept { turn, manuscript, review, meanings, instrument, reading }
            }
        }
    }

    fn read(&self, reading: &ParsedText) -> Read {
        Read {
            languages: reading.draft.parts.iter().map(|part| part.language).collect(),
            layout: reading.draft.layout,
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

impl Kept {
    /// What is to be told of references that lead elsewhere since they were written. `reading` is the draft as it is now,
    /// where its writer has paused.
    fn astray(&mut self, text: &Text, reading: Option<&ParsedText>) -> Vec<Finding> {
        if let Some(ParsedText { text, draft, .. }) = reading {
            self.meanings.compare(text, draft);
        }
        self.meanings.astray().iter().map(|astray| rules::lost_its_meaning(text, astray)).collect()
    }

    fn read(&self) -> Read {
        let languages = self.manuscript.languages();
        Read { languages, layout: self.manuscript.layout(), instrument: self.instrument.clone() }
    }
}

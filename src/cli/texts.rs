//! Many texts worked on at once, and answered for in order.

use std::collections::HashSet;
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use rapporteur::draft::{Draft, DraftCounts};
use rapporteur::messages::Argument;
use rapporteur::source::{self, SourceText, TrackedChanges, Unreadable};
use rayon::prelude::*;

use super::interface::{about, locale};
use super::output::Output;
use super::progress::Progress;
use super::sources::{InputSource, PathTarget, sources, told_of_unread};
use super::{complain, format, stop};

rapporteur::messages! {
    "cli.texts":
    none_found(endings: and_list) = "No texts were found there: folders are looked through for {endings} files.";
}

/// How many texts each core gets before the answers to them are written.
const AT_ONCE: usize = 256;

/// A text and what it is called.
pub struct InputText {
    pub name: String,
    pub source: SourceText,
    /// Where it lies: of standard input, where the user is.
    pub folder: PathBuf,
    /// The file that it is, as the user names it, if it is one.
    pub path: Option<PathBuf>,
    /// It was named itself, and not a folder around it.
    pub named: bool,
}

/// Why there is no answer about a text.
#[derive(Debug)]
pub struct TextFailure {
    pub sentence: String,
    /// The same holds for other texts, and is said only once.
    pub once: bool,
}

impl From<String> for TextFailure {
    fn from(sentence: String) -> TextFailure {
        TextFailure { sentence, once: false }
    }
}

/// What was read of texts.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct ReadCounts {
    /// Texts of a folder that have no sign of a resolution.
    pub passed_over: usize,
    pub drafts: DraftCounts,
}

impl ReadCounts {
    /// What was read of one text.
    pub fn of(draft: &Draft) -> ReadCounts {
        ReadCounts { passed_over: 0, drafts: draft.counts() }
    }

    fn add(&mut self, more: &ReadCounts) {
        self.passed_over += more.passed_over;
        self.drafts += more.drafts;
    }
}

/// What came of all texts.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct RunTally {
    /// Texts that were read.
    pub texts: usize,
    /// Texts in which something was found.
    pub with_findings: usize,
    /// Findings in all.
    pub findings: usize,
    /// Sources that could not be read.
    pub failed: usize,
    /// Findings by their severity, the gravest first.
    pub severities: [usize; 4],
    /// Entries under `[[ignored]]` that are of no use any more.
    pub unused: usize,
    /// Documents in folders whose format is not read.
    pub passed_over: usize,
    /// What was read.
    pub read: ReadCounts,
}

/// What is said about one text.
#[derive(Debug, Default)]
pub struct Answer {
    /// What to print.
    pub printed: String,
    /// A sentence about the text for standard error.
    pub remark: Option<String>,
    /// How many findings are in it.
    pub findings: usize,
    /// How many of each severity, the gravest first.
    pub severities: [usize; 4],
    /// What was read of it.
    pub read: ReadCounts,
}

/// Reads all texts that the paths lead to, documents with tracked changes in one state of these, works on them on all
/// cores, and writes the answers in the order of the texts, `separator` between them. No more than some hundred answers for each core are kept at a
/// time.
///
/// A source that cannot be read is named on standard error and counted, and the others go on. When the user wants an
/// end, what was found so far is written.
///
/// # Errors
///
/// When the output cannot be written; `tally` then holds what was counted so far.
pub fn answer_all(
    paths: &[PathBuf],
    changes: TrackedChanges,
    separator: &str,
    output: &mut Output,
    tally: &mut RunTally,
    work: impl Fn(&InputText) -> Result<Answer, TextFailure> + Sync,
) -> io::Result<()> {
    let mut sources = sources(paths.to_vec());
    let progress = Progress::of(paths);
    let mut first = true;
    let mut said = HashSet::new();
    let at_once = AT_ONCE * rayon::current_num_threads();
    let mut some: Vec<_> = sources.by_ref().take(at_once / 4).collect();
    while !some.is_empty() {
        let one = |found: &PathTarget| {
            if stop::asked() {
                return None;
            }
            let outcome = match found {
                PathTarget::Input(source) => answer_one(source, changes, &work),
                PathTarget::Unread => return Some(TextOutcome::Unread),
                PathTarget::Failed(sentence) => TextOutcome::Failed(sentence.clone().into()),
            };
            progress.one_more();
            Some(outcome)
        };
        // The folders are walked on while the texts found so far are worked on.
        let (answers, more) = rayon::join(
            || some.par_iter().map(one).collect::<Vec<_>>(),
            || sources.by_ref().take_while(|_| !stop::asked()).take(at_once).collect::<Vec<_>>(),
        );
        some = more;
        progress.aside(|| {
            let _whole = stop::writing();
            for outcome in answers.into_iter().flatten() {
                match outcome {
                    TextOutcome::Answered(answer) => {
                        tally.count(&answer);
                        if !answer.printed.is_empty() {
                            output.write(if first { "" } else { separator })?;
                            output.write(&answer.printed)?;
                            first = false;
                        }
                        if let Some(remark) = &answer.remark {
                            output.flush()?;
                            complain(remark);
                        }
                    }
                    TextOutcome::Unread => tally.passed_over += 1,
                    TextOutcome::NoDraft => {}
                    TextOutcome::Failed(TextFailure { sentence, once }) => {
                        tally.failed += 1;
                        if !once || said.insert(sentence.clone()) {
                            output.flush()?;
                            complain(&sentence);
                        }
                    }
                }
            }
            output.flush()
        })?;
    }
    if stop::asked() {
        // What is still to be said is said to its end.
        std::mem::forget(stop::writing());
        return Ok(());
    }
    if tally.texts == 0 && tally.failed == 0 {
        complain(&told_of_none());
    }
    if let Some(sentence) = told_of_unread(tally.passed_over) {
        complain(&sentence);
    }
    Ok(())
}

/// A sentence that says that the paths lead to no text.
pub fn told_of_none() -> String {
    none_found(source::wanted_endings().map(Argument::name).collect()).text(locale())
}

/// What came of a path.
pub enum TextOutcome {
    Answered(Box<Answer>),
    /// A document in a folder whose format is not read.
    Unread,
    /// A file in a folder that has nothing to do with drafts.
    NoDraft,
    Failed(TextFailure),
}

/// Reads the text that a source holds.
///
/// # Errors
///
/// What came of it, where there is none.
pub fn read_input(source: &InputSource, changes: TrackedChanges) -> Result<InputText, TextOutcome> {
    let name = source.name();
    let read = match source.read(changes) {
        Ok(read) => read,
        // Who names a folder means the drafts in it.
        Err(Unreadable::OtherFormat(_)) if !source.is_named() => return Err(TextOutcome::Unread),
        Err(why) if why.is_other_format() && !source.is_named() => return Err(TextOutcome::NoDraft),
        Err(why) => return Err(TextOutcome::Failed(about(&name, &why.message()).into())),
    };
    let (folder, path) = (source.folder(), source.path().map(Path::to_owned));
    Ok(InputText { name, source: read, folder, path, named: source.is_named() })
}

fn answer_one(
    source: &InputSource,
    changes: TrackedChanges,
    work: &(impl Fn(&InputText) -> Result<Answer, TextFailure> + Sync),
) -> TextOutcome {
    let text = match read_input(source, changes) {
        Ok(text) => text,
        Err(outcome) => return outcome,
    };
    // A mistake in the program costs the text that brought it out, not the run.
    let answer = catch_unwind(AssertUnwindSafe(|| work(&text)))
        .unwrap_or_else(|_| Err(about(&text.name, &format::failed()).into()));
    answer.map_or_else(TextOutcome::Failed, |answer| TextOutcome::Answered(Box::new(answer)))
}

impl RunTally {
    fn count(&mut self, answer: &Answer) {
        self.texts += 1;
        self.findings += answer.findings;
        self.read.add(&answer.read);
        self.with_findings += usize::from(answer.findings > 0);
        for (all, more) in self.severities.iter_mut().zip(answer.severities) {
            *all += more;
        }
    }
}

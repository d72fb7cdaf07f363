//! Many texts worked on at once, and answered for in order.

use std::collections::HashSet;
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;

use rapporteur::draft::{Draft, ParagraphKind};
use rayon::prelude::*;

use super::output::Output;
use super::progress::Progress;
use super::sources::{Source, sources};
use super::{complain, stop};

/// How many texts each core gets before the answers to them are written.
const AT_ONCE: usize = 256;

/// A text and what it is called.
pub struct Text {
    pub name: String,
    pub text: String,
    /// Where it lies: of standard input, where the user is.
    pub folder: PathBuf,
    /// The file that it is, as the user names it, if it is one.
    pub path: Option<PathBuf>,
}

/// Why there is no answer about a text.
#[derive(Debug)]
pub struct Failure {
    pub sentence: String,
    /// The same holds for other texts, and is said only once.
    pub once: bool,
}

impl From<String> for Failure {
    fn from(sentence: String) -> Failure {
        Failure { sentence, once: false }
    }
}

/// What was read of texts.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct ReadCounts {
    /// Texts of a folder that have no sign of a resolution.
    pub passed_over: usize,
    pub preambular: usize,
    /// Operative paragraphs, without their subparagraphs.
    pub operative: usize,
    pub notes: usize,
    pub citations: usize,
}

impl ReadCounts {
    /// What was read of one text.
    pub fn of(draft: &Draft) -> ReadCounts {
        let count = |kind| draft.paragraphs.iter().filter(|paragraph| paragraph.kind == kind).count();
        ReadCounts {
            passed_over: 0,
            preambular: count(ParagraphKind::Preambular),
            operative: count(ParagraphKind::Operative),
            notes: draft.notes.len(),
            citations: draft.cited().count(),
        }
    }

    fn add(&mut self, more: &ReadCounts) {
        self.passed_over += more.passed_over;
        self.preambular += more.preambular;
        self.operative += more.operative;
        self.notes += more.notes;
        self.citations += more.citations;
    }
}

/// What came of all texts.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Tally {
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
    /// What was read.
    pub read: ReadCounts,
}

/// What is said about one text.
#[derive(Debug, Default)]
pub struct Answer {
    /// What to print.
    pub printed: String,
    /// How many findings are in it.
    pub findings: usize,
    /// How many of each severity, the gravest first.
    pub severities: [usize; 4],
    /// What was read of it.
    pub read: ReadCounts,
}

/// Reads all texts that the paths lead to, works on them on all cores, and writes the answers in the order
/// of the texts, `separator` between them. No more than some hundred answers for each core are kept at a
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
    separator: &str,
    output: &mut Output,
    tally: &mut Tally,
    work: impl Fn(&Text) -> Result<Answer, Failure> + Sync,
) -> io::Result<()> {
    let mut sources = sources(paths.to_vec());
    let progress = Progress::of(paths);
    let mut first = true;
    let mut said = HashSet::new();
    let at_once = AT_ONCE * rayon::current_num_threads();
    let mut some: Vec<_> = sources.by_ref().take(at_once / 4).collect();
    while !some.is_empty() {
        let one = |source: &Result<Source, String>| {
            if stop::asked() {
                return None;
            }
            let answer = match source {
                Ok(source) => answer_one(source, &work),
                Err(sentence) => Err(sentence.clone().into()),
            };
            progress.one_more();
            Some(answer)
        };
        // The folders are walked on while the texts found so far are worked on.
        let (answers, more) = rayon::join(
            || some.par_iter().map(one).collect::<Vec<_>>(),
            || sources.by_ref().take_while(|_| !stop::asked()).take(at_once).collect::<Vec<_>>(),
        );
        some = more;
        progress.aside(|| {
            let _whole = stop::writing();
            for answer in answers.into_iter().flatten() {
                match answer {
                    Ok(answer) => {
                        tally.texts += 1;
                        tally.findings += answer.findings;
                        tally.read.add(&answer.read);
                        tally.with_findings += usize::from(answer.findings > 0);
                        for (all, more) in tally.severities.iter_mut().zip(answer.severities) {
                            *all += more;
                        }
                        if !answer.printed.is_empty() {
                            output.write(if first { "" } else { separator })?;
                            output.write(&answer.printed)?;
                            first = false;
                        }
                    }
                    Err(Failure { sentence, once }) => {
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
    } else if tally.texts == 0 && tally.failed == 0 {
        complain("No texts were found there: folders are looked through for .txt, .md and .resolution files.");
    }
    Ok(())
}

fn answer_one(source: &Source, work: &(impl Fn(&Text) -> Result<Answer, Failure> + Sync)) -> Result<Answer, Failure> {
    let text = Text { name: source.name(), text: source.read()?, folder: source.folder(), path: source.path() };
    // A mistake in the program costs the text that brought it out, not the run.
    catch_unwind(AssertUnwindSafe(|| work(&text))).unwrap_or_else(|_| {
        Err(format!("{}: Rapporteur failed on this text, which is a mistake in Rapporteur.", text.name).into())
    })
}

//! Many texts worked on at once, and answered for in order.

use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;

use rayon::prelude::*;

use super::complain;
use super::output::Output;
use super::progress::Progress;
use super::sources::{Source, sources};

/// How many texts each core gets before the answers to them are written.
const AT_ONCE: usize = 64;

/// A text and what it is called.
pub struct Text {
    pub name: String,
    pub text: String,
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
}

/// What is said about one text.
#[derive(Debug, Default)]
pub struct Answer {
    /// What to print.
    pub printed: String,
    /// How many findings are in it.
    pub findings: usize,
}

/// Reads all texts that the paths lead to, works on them on all cores, and writes the answers in the order
/// of the texts, `separator` between them. No more than a few hundred answers are kept at a time.
///
/// A source that cannot be read is named on standard error and counted, and the others go on.
///
/// # Errors
///
/// When the output cannot be written; `tally` then holds what was counted so far.
pub fn answer_all(
    paths: &[PathBuf],
    separator: &str,
    output: &mut Output,
    tally: &mut Tally,
    work: impl Fn(&Text) -> Answer + Sync,
) -> io::Result<()> {
    let mut sources = sources(paths.to_vec());
    let progress = Progress::of(paths);
    let mut first = true;
    let at_once = AT_ONCE * rayon::current_num_threads();
    let mut some: Vec<_> = sources.by_ref().take(at_once / 4).collect();
    while !some.is_empty() {
        let one = |source: &Result<Source, String>| {
            let answer = source.as_ref().map_err(String::clone).and_then(|source| answer_one(source, &work));
            progress.one_more();
            answer
        };
        // The folders are walked on while the texts found so far are worked on.
        let (answers, more) = rayon::join(
            || some.par_iter().map(one).collect::<Vec<_>>(),
            || sources.by_ref().take(at_once).collect::<Vec<_>>(),
        );
        some = more;
        progress.aside(|| {
            for answer in answers {
                match answer {
                    Ok(answer) => {
                        tally.texts += 1;
                        tally.findings += answer.findings;
                        tally.with_findings += usize::from(answer.findings > 0);
                        if !answer.printed.is_empty() {
                            output.write(if first { "" } else { separator })?;
                            output.write(&answer.printed)?;
                            first = false;
                        }
                    }
                    Err(sentence) => {
                        tally.failed += 1;
                        output.flush()?;
                        complain(&sentence);
                    }
                }
            }
            output.flush()
        })?;
    }
    if tally.texts == 0 && tally.failed == 0 {
        complain("No texts were found there: folders are looked through for .txt, .md and .resolution files.");
    }
    Ok(())
}

fn answer_one(source: &Source, work: &(impl Fn(&Text) -> Answer + Sync)) -> Result<Answer, String> {
    let text = Text { name: source.name(), text: source.read()? };
    // A mistake in the program costs the text that brought it out, not the run.
    catch_unwind(AssertUnwindSafe(|| work(&text)))
        .map_err(|_| format!("{}: Rapporteur failed on this text, which is a mistake in Rapporteur.", text.name))
}

//! The texts that may be versions of one another, each read once.

use std::collections::HashSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use rapporteur::config::discovery;
use rapporteur::report::VersionText;
use rapporteur::source::TrackedChanges;
use rayon::prelude::*;

use super::super::configs::Configs;
use super::super::interface::{about, locale};
use super::super::progress::Progress;
use super::super::sources::{InputSource, PathTarget, sources, told_of_unread};
use super::super::texts::{InputText, TextFailure, TextOutcome, read_input, told_of_none};
use super::super::{complain, format, stop};
use super::not_compared;

/// All texts that the paths lead to.
pub struct ReadTexts {
    pub texts: Vec<VersionText>,
    /// Files of which nothing was read as a resolution: what the user calls them, and their paths.
    pub not_understood: Vec<(String, PathBuf)>,
    /// How many could not be read.
    pub failed: usize,
}

/// What came of a path.
enum Outcome {
    Text(Box<VersionText>),
    Unread,
    NoDraft(String, Option<PathBuf>),
    Failed(TextFailure),
}

impl ReadTexts {
    /// Reads them on all cores. What can't be read is named on standard error.
    pub fn of(paths: &[PathBuf], configs: &Configs) -> ReadTexts {
        let progress = Progress::of(paths);
        let found: Vec<PathTarget> = sources(paths.to_vec()).take_while(|_| !stop::asked()).collect();
        let one = |found: PathTarget| {
            if stop::asked() {
                return None;
            }
            let outcome = match found {
                PathTarget::Input(source) => read(&source, configs),
                PathTarget::Unread => return Some(Outcome::Unread),
                PathTarget::Failed(sentence) => Outcome::Failed(sentence.into()),
            };
            progress.one_more();
            Some(outcome)
        };
        let outcomes: Vec<Option<Outcome>> = found.into_par_iter().map(one).collect();
        progress.aside(|| ReadTexts::collected(outcomes.into_iter().flatten()))
    }

    fn collected(outcomes: impl Iterator<Item = Outcome>) -> ReadTexts {
        let (mut texts, mut not_understood, mut failed, mut unread) = (Vec::new(), Vec::new(), 0, 0);
        let (mut known, mut said) = (HashSet::new(), HashSet::new());
        for outcome in outcomes {
            match outcome {
                // A file that is named, and lies in a folder that is named, too, is one text.
                Outcome::Text(text) if known.insert(text.path.clone()) => texts.push(*text),
                Outcome::Text(_) => {}
                Outcome::NoDraft(name, path) => not_understood.extend(path.map(|path| (name, plain(&path)))),
                Outcome::Unread => unread += 1,
                Outcome::Failed(TextFailure { sentence, once }) => {
                    failed += 1;
                    if !once || said.insert(sentence.clone()) {
                        complain(&sentence);
                    }
                }
            }
        }
        if !stop::asked() {
            if texts.is_empty() && failed == 0 {
                complain(&told_of_none());
            }
            if let Some(sentence) = told_of_unread(unread) {
                complain(&sentence);
            }
        }
        ReadTexts { texts, not_understood, failed }
    }
}

fn read(source: &InputSource, configs: &Configs) -> Outcome {
    let text = match read_input(source, TrackedChanges::default()) {
        Ok(text) => text,
        Err(TextOutcome::Unread) => return Outcome::Unread,
        Err(TextOutcome::Failed(failure)) => return Outcome::Failed(failure),
        Err(_) => return Outcome::NoDraft(source.name(), source.path().map(Path::to_owned)),
    };
    let (name, path) = (text.name.clone(), text.path.clone());
    // A mistake in the program costs the text that brought it out, not the run.
    let read = catch_unwind(AssertUnwindSafe(|| versions_of(text, configs)));
    match read {
        Ok(Ok(Some(text))) => Outcome::Text(Box::new(text)),
        Ok(Ok(None)) => Outcome::NoDraft(name, path),
        Ok(Err(failure)) => Outcome::Failed(failure),
        Err(_) => Outcome::Failed(about(&name, &format::failed()).into()),
    }
}

/// The versions that a text holds; `None` of a text in a folder that has nothing of a resolution.
fn versions_of(text: InputText, configs: &Configs) -> Result<Option<VersionText>, TextFailure> {
    let settled = configs.of(&text.folder);
    let settled = settled.as_ref().as_ref().map_err(|sentences| TextFailure {
        sentence: format!("{sentences}\n{}", not_compared().text(locale())),
        once: true,
    })?;
    let applied = configs.applied(settled, &text);
    let path = plain(text.path.as_deref().unwrap_or(Path::new("-")));
    Ok(VersionText::read(text.name, path, text.source, applied, text.named))
}

/// A path that is the same however the file was named.
fn plain(path: &Path) -> PathBuf {
    discovery::plain(path).unwrap_or_else(|| path.to_owned())
}

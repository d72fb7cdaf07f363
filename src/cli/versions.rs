//! The language versions among the texts of one run, and what differs in each.

use std::collections::HashMap;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use rapporteur::compare::{Concordance, LanguageVersion};
use rapporteur::draft::Draft;
use rapporteur::rules::{self, FilePlace, VersionDifference, VersionSource};
use rapporteur::source::SourceText;
use rapporteur::text::{Lines, PositionEncoding};
use rapporteur::workspace::VersionCandidate;
use rayon::prelude::*;

use super::configs::Configs;
use super::sources::{InputSource, PathTarget, sources};
use super::stop;
use super::texts::{Answer, TextFailure};

/// The sets of language versions among some texts. All texts of a set are read and answered for when the first of them is
/// asked for, so that none is read twice; the answers wait for their turn.
#[derive(Default)]
pub struct VersionSets {
    /// The set of each file, and which of its members it is.
    places: HashMap<PathBuf, (usize, usize)>,
    sets: Vec<VersionSet>,
}

/// Texts that are versions of one another.
struct VersionSet {
    members: Vec<InputSource>,
    answers: OnceLock<Vec<WaitingAnswer>>,
}

/// What is to be said about a text, until it is said. `None` where it is said of it alone.
pub type WaitingAnswer = Mutex<Option<Result<Answer, TextFailure>>>;

impl VersionSets {
    /// Finds the sets among the texts that the paths lead to.
    pub fn among(paths: &[PathBuf], configs: &Configs) -> VersionSets {
        let files: Vec<InputSource> = sources(paths.to_vec())
            .filter_map(|target| match target {
                PathTarget::Input(source @ InputSource::File { .. }) => Some(source),
                _ => None,
            })
            .collect();
        if files.len() < 2 {
            return VersionSets::default();
        }
        let identify = |source: &InputSource| {
            let candidate = if stop::asked() { None } else { VersionCandidate::of_file(source.path()?) };
            Some((source.clone(), candidate?))
        };
        let (inputs, candidates): (Vec<InputSource>, Vec<VersionCandidate>) =
            files.par_iter().filter_map(identify).unzip();
        let mut found = VersionSets::default();
        for members in configs.version_sets(&candidates) {
            let members: Vec<InputSource> = members.into_iter().filter_map(|at| inputs.get(at)).cloned().collect();
            for (member, file) in members.iter().enumerate() {
                if let Some(path) = file.path() {
                    found.places.insert(path.to_owned(), (found.sets.len(), member));
                }
            }
            found.sets.push(VersionSet { members, answers: OnceLock::new() });
        }
        found
    }

    /// What is said about a text among its versions; `None` where it has none. `work` answers for all texts of a set, in
    /// their order.
    pub fn answer(
        &self,
        path: Option<&Path>,
        work: impl FnOnce(&[InputSource]) -> Vec<WaitingAnswer>,
    ) -> Option<Result<Answer, TextFailure>> {
        let (set, member) = self.places.get(path?)?;
        let set = self.sets.get(*set)?;
        let answers = set.answers.get_or_init(|| work(&set.members));
        answers.get(*member)?.lock().unwrap_or_else(PoisonError::into_inner).take()
    }
}

/// A text of a set, and what was read of it.
pub struct ReadVersion<'a> {
    pub file: &'a Path,
    pub source: &'a SourceText,
    pub draft: &'a Draft,
}

/// What differs in each of some texts that are versions of one another.
pub fn differences(texts: &[ReadVersion<'_>]) -> Vec<Vec<VersionDifference>> {
    let read = |one: &ReadVersion<'_>| LanguageVersion::first_of(&one.source.text, one.draft).map(Arc::new);
    let versions: Vec<Arc<LanguageVersion>> = texts.iter().filter_map(read).collect();
    let none = || texts.iter().map(|_| Vec::new()).collect();
    if versions.len() < texts.len() {
        return none();
    }
    let concordance = Concordance::of(versions);
    // Most texts that are compared don't differ, and what was lost of them makes them differ no more.
    if concordance.divergences(0).is_empty() {
        return none();
    }
    let has_losses = |at: usize| texts.get(at).is_some_and(|one| rules::has_losses(&one.source.text, one.draft));
    let concordance = concordance.with_losses(has_losses);
    let lines: Vec<Lines<'_>> = texts.iter().map(|one| Lines::new(one.source.file())).collect();
    let place = |at: usize, range: &Range<usize>| -> FilePlace {
        let (Some(one), Some(lines)) = (texts.get(at), lines.get(at)) else { return Default::default() };
        let range = one.source.map.file_range(range);
        let place = |byte| {
            let position = lines.position(byte, PositionEncoding::Utf32);
            (u32::try_from(position.line).unwrap_or(u32::MAX), u32::try_from(position.column).unwrap_or(u32::MAX))
        };
        (place(range.start), place(range.end))
    };
    let place = &place;
    let places: Vec<_> = (0..texts.len()).map(|at| move |range: &Range<usize>| place(at, range)).collect();
    let sources: Vec<VersionSource<'_>> = texts
        .iter()
        .zip(&places)
        .map(|(one, place)| VersionSource { file: Some(Arc::from(one.file)), text: &one.source.text, place })
        .collect();
    // The first is the English one, where there is one.
    VersionDifference::of_each(&concordance, 0, &sources)
}

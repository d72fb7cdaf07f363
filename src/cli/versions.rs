//! The language versions among the texts of one run, and what differs in each.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use rapporteur::compare::{Concordance, LanguageVersion};
use rapporteur::draft::{Draft, ReadAs};
use rapporteur::rules::{VersionDifference, VersionSource};
use rapporteur::source::{self, ReadPurpose};
use rapporteur::text::{Lines, PositionEncoding};
use rapporteur::workspace::VersionCandidate;
use rayon::prelude::*;

use super::configs::Configs;
use super::sources::{InputSource, PathTarget, sources};
use super::stop;

/// The sets of language versions among some texts. A set is compared when the first of its texts is asked for.
#[derive(Debug, Default)]
pub struct VersionSets {
    /// The set of each file, and which of its members it is.
    places: HashMap<PathBuf, (usize, usize)>,
    sets: Vec<VersionSet>,
}

/// Texts that are versions of one another.
#[derive(Debug)]
struct VersionSet {
    files: Vec<PathBuf>,
    /// What differs in each of them.
    differences: OnceLock<Vec<Vec<VersionDifference>>>,
}

impl VersionSets {
    /// Finds the sets among the texts that the paths lead to.
    pub fn among(paths: &[PathBuf], configs: &Configs) -> VersionSets {
        let files: Vec<PathBuf> = sources(paths.to_vec())
            .filter_map(|target| match target {
                PathTarget::Input(InputSource::File { path, .. }) => Some(path),
                _ => None,
            })
            .collect();
        if files.len() < 2 {
            return VersionSets::default();
        }
        let identify = |file: &PathBuf| if stop::asked() { None } else { VersionCandidate::of_file(file) };
        let candidates: Vec<VersionCandidate> = files.par_iter().filter_map(identify).collect();
        let mut found = VersionSets::default();
        for members in configs.version_sets(&candidates) {
            let files: Vec<PathBuf> =
                members.into_iter().filter_map(|at| candidates.get(at)).map(|one| one.path.clone()).collect();
            for (member, file) in files.iter().enumerate() {
                found.places.insert(file.clone(), (found.sets.len(), member));
            }
            found.sets.push(VersionSet { files, differences: OnceLock::new() });
        }
        found
    }

    /// What differs in a text from its other versions; nothing where there are none. `read_as` tells how a text is to be
    /// read.
    pub fn differences(&self, path: Option<&Path>, read_as: impl Fn(&Path) -> ReadAs + Sync) -> &[VersionDifference] {
        let Some((set, member)) = path.and_then(|path| self.places.get(path)) else { return &[] };
        let Some(set) = self.sets.get(*set) else { return &[] };
        let all = set.differences.get_or_init(|| set.compare(read_as));
        all.get(*member).map_or(&[], Vec::as_slice)
    }
}

/// A text of a set.
struct ReadVersion {
    file: Arc<Path>,
    source: source::SourceText,
    version: Arc<LanguageVersion>,
}

impl VersionSet {
    /// What differs in each of its texts. One that can't be read any more is told of where it is checked itself.
    fn compare(&self, read_as: impl Fn(&Path) -> ReadAs) -> Vec<Vec<VersionDifference>> {
        let read = |file: &PathBuf| -> Option<ReadVersion> {
            let source = source::read(file, ReadPurpose::Asked).ok()?;
            let draft = Draft::read_with(&source.text, read_as(file), &source.hints);
            let version = LanguageVersion::all_of(&source.text, &draft).into_iter().next()?;
            Some(ReadVersion { file: Arc::from(file.as_path()), source, version: Arc::new(version) })
        };
        let read: Vec<Option<ReadVersion>> = self.files.iter().map(read).collect();
        let there: Vec<&ReadVersion> = read.iter().flatten().collect();
        let concordance = Concordance::of(there.iter().map(|one| one.version.clone()).collect());
        let lines: Vec<Lines<'_>> = there.iter().map(|one| Lines::new(one.source.file())).collect();
        let place = |at: usize, range: &std::ops::Range<usize>| {
            let (Some(one), Some(lines)) = (there.get(at), lines.get(at)) else { return Default::default() };
            let range = one.source.map.file_range(range);
            let place = |byte| {
                let position = lines.position(byte, PositionEncoding::Utf32);
                (u32::try_from(position.line).unwrap_or(u32::MAX), u32::try_from(position.column).unwrap_or(u32::MAX))
            };
            (place(range.start), place(range.end))
        };
        let places: Vec<_> =
            (0..there.len()).map(|at| move |range: &std::ops::Range<usize>| place(at, range)).collect();
        let sources: Vec<VersionSource<'_>> = there
            .iter()
            .zip(&places)
            .map(|(one, place)| VersionSource { file: one.file.clone(), text: &one.source.text, place })
            .collect();
        let mut told = (0..there.len()).map(|at| VersionDifference::all_of(&concordance, at, 0, &sources));
        read.iter().map(|one| one.as_ref().and_then(|_| told.next()).unwrap_or_default()).collect()
    }
}

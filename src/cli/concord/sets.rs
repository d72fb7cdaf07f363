//! Which of the texts are put side by side.

use rapporteur::compare::MOST_VERSIONS;
use rapporteur::workspace::VersionCandidate;

use super::super::configs::Configs;
use super::texts::VersionText;

/// Texts that are versions of one another, or one text that holds several.
pub struct TextSet<'a> {
    pub texts: Vec<&'a VersionText>,
}

impl TextSet<'_> {
    /// What it is called where it is spoken of: the name of its first text.
    pub fn name(&self) -> String {
        self.texts.first().map(|text| text.name.clone()).unwrap_or_default()
    }
}

/// The sets in the order of their first texts, and how many texts are in none.
pub fn sets_of<'a>(texts: &'a [VersionText], configs: &Configs) -> (Vec<TextSet<'a>>, usize) {
    let there: Vec<usize> = (0..texts.len()).filter(|at| !texts[*at].versions.is_empty()).collect();
    let candidates: Vec<VersionCandidate> = there
        .iter()
        .map(|at| VersionCandidate {
            path: texts[*at].path.clone(),
            symbol: texts[*at].draft.symbol.clone(),
            language: texts[*at].language(),
        })
        .collect();
    let found = configs.version_sets(&candidates);
    let mut sets: Vec<Vec<usize>> =
        found.into_iter().map(|set| set.into_iter().map(|at| there[at]).collect()).collect();
    let mut is_in_set = vec![false; texts.len()];
    sets.iter().flatten().for_each(|at| is_in_set[*at] = true);
    if let Some(set) = named_together(texts, &is_in_set) {
        set.iter().for_each(|at| is_in_set[*at] = true);
        sets.push(set);
    }
    sets.sort_by_key(|set| set.iter().min().copied());
    let is_sought = |at: usize| texts[at].named || texts[at].applied.wants_versions();
    let alone = (0..texts.len()).filter(|at| !is_in_set[*at] && is_sought(*at)).count();
    let of = |set: Vec<usize>| TextSet { texts: set.into_iter().map(|at| &texts[at]).collect() };
    (sets.into_iter().map(of).collect(), alone)
}

/// Files that the user named side by side are versions of one another, if they are in languages of their own.
fn named_together(texts: &[VersionText], is_in_set: &[bool]) -> Option<Vec<usize>> {
    let free = |at: &usize| texts[*at].named && !is_in_set[*at] && texts[*at].language().is_some();
    let mut set: Vec<usize> = (0..texts.len()).filter(free).collect();
    let code = |at: &usize| texts[*at].language().map(|language| language.code);
    let mut codes: Vec<_> = set.iter().map(code).collect();
    codes.sort_unstable();
    codes.dedup();
    if !(2..=MOST_VERSIONS).contains(&set.len()) || codes.len() < set.len() {
        return None;
    }
    set.sort_by_key(|at| (code(at) != Some("en"), code(at)));
    Some(set)
}

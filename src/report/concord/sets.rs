//! Which of the texts are put side by side.

use super::texts::VersionText;
use crate::compare::MOST_VERSIONS;
use crate::workspace::VersionCandidate;

/// Texts that are versions of one another, or one text that holds several.
pub struct TextSet<'a> {
    /// Its texts, in the order of their languages.
    pub texts: Vec<&'a VersionText>,
}

impl TextSet<'_> {
    /// What it is called where it is spoken of: the name of its first text.
    pub fn name(&self) -> String {
        self.texts.first().map(|text| text.name.clone()).unwrap_or_default()
    }
}

/// The sets in the order of their first texts, and the texts that are in none, by their places. `found` gives those that are
/// known by their names and symbols and as it is settled, by the places of what it is given.
pub fn sets_of(
    texts: &[VersionText],
    found: impl FnOnce(&[VersionCandidate]) -> Vec<Vec<usize>>,
) -> (Vec<TextSet<'_>>, Vec<usize>) {
    let there: Vec<usize> = (0..texts.len()).filter(|at| !texts[*at].versions.is_empty()).collect();
    let candidates: Vec<VersionCandidate> = there
        .iter()
        .map(|at| VersionCandidate {
            path: texts[*at].path.clone(),
            symbol: texts[*at].draft.symbol.clone(),
            language: texts[*at].language(),
        })
        .collect();
    let mut sets: Vec<Vec<usize>> =
        found(&candidates).into_iter().map(|set| set.into_iter().map(|at| there[at]).collect()).collect();
    let mut is_in_set = vec![false; texts.len()];
    sets.iter().flatten().for_each(|at| is_in_set[*at] = true);
    if let Some(set) = named_together(texts, &is_in_set) {
        set.iter().for_each(|at| is_in_set[*at] = true);
        sets.push(set);
    }
    sets.sort_by_key(|set| set.iter().min().copied());
    let is_sought = |at: usize| texts[at].named || texts[at].applied.wants_versions();
    let alone = (0..texts.len()).filter(|at| !is_in_set[*at] && is_sought(*at)).collect();
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

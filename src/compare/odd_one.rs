//! Who stands alone among several.

/// What one version says of something, among others.
#[derive(Debug, Clone)]
pub(super) struct Said<K> {
    /// What it says.
    pub told: Vec<K>,
    /// What it may say, too, as another way to read it: another version that says so does not differ.
    pub also: Vec<K>,
}

impl<K> Default for Said<K> {
    fn default() -> Said<K> {
        Said { told: Vec::new(), also: Vec::new() }
    }
}

/// A version that differs from the others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct OddOne<K> {
    /// Which version.
    pub version: usize,
    /// What most others say, and it doesn't.
    pub lacks: Vec<K>,
    /// What it says alone, or with a few.
    pub alone: Vec<K>,
}

impl<K> Said<K> {
    /// One thing.
    pub fn of(what: K) -> Said<K> {
        Said { told: vec![what], also: Vec::new() }
    }
}

impl<K> Said<K> {
    fn has(&self, what: &K, same: impl Fn(&K, &K) -> bool) -> bool {
        self.told.iter().chain(&self.also).any(|said| same(said, what))
    }
}

/// Whether so many `with` something, of `all`, are in the right. Where they are just half, whoever is trusted decides.
pub(super) fn prevail(with: usize, all: usize, trusted_has: bool) -> bool {
    if with * 2 == all { trusted_has } else { with * 2 > all }
}

/// The versions that differ from most. `said` has `None` for those that have nothing there to compare. Of two versions the
/// one that isn't `trusted` differs; where as many say one thing as another, those differ among which the trusted one isn't.
pub(super) fn odd_ones<K: PartialEq + Clone>(said: &[Option<Said<K>>], trusted: usize) -> Vec<OddOne<K>> {
    odd_ones_by(said, trusted, K::eq)
}

/// As [`odd_ones`], where two that say the same need not be equal. `same` need not lead on from one to the next: a month
/// agrees with each of its days.
pub(super) fn odd_ones_by<K: PartialEq + Clone>(
    said: &[Option<Said<K>>],
    trusted: usize,
    same: impl Fn(&K, &K) -> bool + Copy,
) -> Vec<OddOne<K>> {
    let present: Vec<(usize, &Said<K>)> =
        said.iter().enumerate().filter_map(|(version, said)| Some((version, said.as_ref()?))).collect();
    let first = present.first();
    // Most rows are the same in all versions.
    if first.is_none_or(|(_, first)| present.iter().all(|(_, other)| other.told == first.told)) {
        return Vec::new();
    }
    let mut all: Vec<&K> = Vec::new();
    for what in present.iter().flat_map(|(_, said)| &said.told) {
        if !all.contains(&what) {
            all.push(what);
        }
    }
    // Whether a version is among those that are in the right, if that can be told.
    let most = |what: &K| -> Option<bool> {
        let with = present.iter().filter(|(_, said)| said.has(what, same)).count() * 2;
        if with != present.len() {
            return Some(with > present.len());
        }
        let by = said.get(trusted).and_then(Option::as_ref)?;
        Some(by.has(what, same))
    };
    let verdicts: Vec<(&K, bool)> = all.into_iter().filter_map(|what| Some((what, most(what)?))).collect();
    let odd = present.iter().map(|(version, said)| OddOne {
        version: *version,
        lacks: verdicts
            .iter()
            .filter(|(what, right)| *right && !said.has(what, same))
            .map(|(what, _)| (*what).clone())
            .collect(),
        alone: verdicts
            .iter()
            .filter(|(what, right)| !*right && said.told.contains(what))
            .map(|(what, _)| (*what).clone())
            .collect(),
    });
    odd.filter(|odd| !odd.lacks.is_empty() || !odd.alone.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(words: &[&'static str]) -> Vec<Option<Said<&'static str>>> {
        let one = |words: &&'static str| match *words {
            "-" => None,
            words => Some(Said { told: words.split_whitespace().collect(), also: Vec::new() }),
        };
        words.iter().map(one).collect()
    }

    #[test]
    fn the_one_that_differs_from_most_is_odd() {
        let odd = odd_ones(&said(&["a b", "a b", "a c"]), 0);
        assert_eq!(odd, [OddOne { version: 2, lacks: vec!["b"], alone: vec!["c"] }]);
        assert_eq!(odd_ones(&said(&["a", "a", "a"]), 0), []);
    }

    #[test]
    fn of_two_the_other_than_the_trusted_one_is_odd() {
        let odd = odd_ones(&said(&["a", "b"]), 0);
        assert_eq!(odd, [OddOne { version: 1, lacks: vec!["a"], alone: vec!["b"] }]);
        let odd = odd_ones(&said(&["a", "-", "b"]), 2);
        assert_eq!(odd, [OddOne { version: 0, lacks: vec!["b"], alone: vec!["a"] }]);
    }

    #[test]
    fn another_way_to_read_it_is_no_difference() {
        let mut said = said(&["a", "a", "b"]);
        said[2].as_mut().unwrap().also.push("a");
        said[0].as_mut().unwrap().also.push("b");
        said[1].as_mut().unwrap().also.push("b");
        assert_eq!(odd_ones(&said, 0), []);
    }
}

//! Which of the paragraphs that bear a label is the one that references mean.

use std::collections::{HashMap, HashSet};
use std::hash::Hash;

/// Who bears a label.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LabelOwner {
    /// This paragraph.
    One(usize),
    /// Several, and nothing tells which is meant.
    Several,
}

/// Who bears each label of one count.
#[derive(Debug, Clone)]
pub struct LabelOwners<K> {
    owners: HashMap<K, LabelOwner>,
    /// The paragraphs that belong to no longest increasing sequence of labels.
    strayed: HashSet<usize>,
    in_order: bool,
}

impl<K: Copy + Eq + Hash + Ord> LabelOwners<K> {
    /// The owners among labels in the order of the text, each with its paragraph and whether it takes no place in the
    /// count. Alternatives own a label only where nothing else does, and then the first stands for all.
    pub fn of(labels: &[(K, usize, bool)]) -> LabelOwners<K> {
        let counted: Vec<(K, usize)> =
            labels.iter().filter(|(.., uncounted)| !uncounted).map(|(key, index, _)| (*key, *index)).collect();
        let in_order = increases(&counted);
        let settled = if in_order { vec![true; counted.len()] } else { settled(&counted) };
        let mut owners: HashMap<K, (LabelOwner, bool)> = HashMap::new();
        for ((key, index), settled) in counted.iter().zip(&settled) {
            owners
                .entry(*key)
                .and_modify(|(owner, known)| match (*known, *settled) {
                    (false, true) => (*owner, *known) = (LabelOwner::One(*index), true),
                    (true, false) => {}
                    _ => *owner = LabelOwner::Several,
                })
                .or_insert((LabelOwner::One(*index), *settled));
        }
        for (key, index, _) in labels.iter().filter(|(.., uncounted)| *uncounted) {
            owners.entry(*key).or_insert((LabelOwner::One(*index), true));
        }
        let strayed = counted.iter().zip(settled).filter(|(_, settled)| !settled).map(|((_, index), _)| *index);
        LabelOwners {
            strayed: strayed.collect(),
            in_order,
            owners: owners.into_iter().map(|(key, (owner, _))| (key, owner)).collect(),
        }
    }

    pub fn owner(&self, key: &K) -> Option<LabelOwner> {
        self.owners.get(key).copied()
    }

    pub fn all(&self) -> impl Iterator<Item = (K, LabelOwner)> {
        self.owners.iter().map(|(key, owner)| (*key, *owner))
    }

    /// Whether the labels increase from each to the next.
    pub fn is_in_order(&self) -> bool {
        self.in_order
    }

    pub fn is_settled(&self, index: usize) -> bool {
        !self.strayed.contains(&index)
    }
}

fn increases<K: Ord>(labels: &[(K, usize)]) -> bool {
    labels.windows(2).all(|pair| matches!(pair, [before, after] if before.0 < after.0))
}

/// Whether each label belongs to a longest increasing sequence: the others have come from elsewhere.
fn settled<K: Copy + Ord>(labels: &[(K, usize)]) -> Vec<bool> {
    let ending = lengths(labels.iter().map(|(key, _)| *key));
    let longest = ending.iter().copied().max().unwrap_or(0);
    let mut beginning = lengths(labels.iter().rev().map(|(key, _)| std::cmp::Reverse(*key)));
    beginning.reverse();
    ending.iter().zip(beginning).map(|(ending, beginning)| ending + beginning > longest).collect()
}

/// How long the longest increasing sequence is that ends with each key.
fn lengths<K: Ord>(keys: impl Iterator<Item = K>) -> Vec<usize> {
    // The smallest key that a sequence of each length ends with.
    let mut ends: Vec<K> = Vec::new();
    let place = |key: K| {
        let at = ends.partition_point(|end| *end < key);
        match ends.get_mut(at) {
            Some(end) => *end = key,
            None => ends.push(key),
        }
        at + 1
    };
    keys.map(place).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The owner's place of each label in a sequence, or `None` where several might be.
    fn owners(labels: &[u32]) -> Vec<(u32, Option<usize>)> {
        let owners = LabelOwners::of(&labels.iter().enumerate().map(|(i, key)| (*key, i, false)).collect::<Vec<_>>());
        let mut found: Vec<_> = owners
            .owners
            .iter()
            .map(|(key, owner)| (*key, if let LabelOwner::One(at) = owner { Some(*at) } else { None }))
            .collect();
        found.sort_unstable();
        found
    }

    #[test]
    fn a_label_that_stands_once_names_its_paragraph() {
        assert_eq!(owners(&[1, 3, 2, 4]), [(1, Some(0)), (2, Some(2)), (3, Some(1)), (4, Some(3))]);
    }

    #[test]
    fn of_two_the_one_that_breaks_the_sequence_is_new() {
        assert_eq!(owners(&[1, 2, 3, 4, 2, 5]), [(1, Some(0)), (2, Some(1)), (3, Some(2)), (4, Some(3)), (5, Some(5))]);
        assert_eq!(owners(&[4, 1, 2, 3, 4, 5]).last(), Some(&(5, Some(5))));
        assert_eq!(owners(&[4, 1, 2, 3, 4, 5])[3], (4, Some(4)));
    }

    #[test]
    fn of_two_beside_each_other_either_may_be() {
        assert_eq!(owners(&[1, 2, 2, 3]), [(1, Some(0)), (2, None), (3, Some(3))]);
    }
}

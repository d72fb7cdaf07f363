//! Which paragraph of a later text goes back to which of an earlier one.
//!
//! What is word for word the same is paired first. The rest is weighed by the pairs of words that two paragraphs share,
//! those that few paragraphs have counting most, and by how much of the shorter one is in the longer one, since clauses are
//! put in more often than taken out. Of all pairs that are alike, those are taken which together are the heaviest of what
//! keeps its order; between them the next of kin are paired; what is then left over and still alike has moved.

use std::collections::HashMap;

use super::RevisionItem;
use crate::compare::version::ItemKind;

/// Two paragraphs as alike as this may be one, where their places speak for it.
const KIN: f32 = 0.2;

/// Two paragraphs as alike as this are one wherever they stand.
const MOVED: f32 = 0.5;

/// Two paragraphs as alike as this are one where one has but passed those beside it, as many as [`PASSED`] at the most.
const EXCHANGED: f32 = 0.33;
const PASSED: usize = 2;

/// So many words a paragraph has by which it is known in another place.
const KNOWN_BY: usize = 8;

/// Words that stand together in more paragraphs than this, of both texts, tell nothing.
const COMMON: usize = 64;

/// How much of its likeness a pair keeps that is of two kinds, or in two parts of the text.
const OTHER_KIND: f32 = 0.6;
const OTHER_LEVEL: f32 = 0.85;

/// How much it tells that the shorter of two is in the longer one.
const CONTAINED: f32 = 0.85;

/// Gaps with more pairs than this are not weighed pair by pair.
const GAP: usize = 4_000;

/// Two paragraphs that are one, by their places among the items, and whether the pair keeps the order of most.
pub(super) type Pair = (usize, usize);

/// Pairs the items of an earlier text with those of a later one.
pub(super) fn pair(old: &[RevisionItem], new: &[RevisionItem]) -> Vec<Pair> {
    let exact = exact_pairs(old, new);
    let likeness = Likeness::of(old, new, &exact);
    let mut candidates: Vec<(usize, usize, f32)> = exact.iter().map(|(o, n)| (*o, *n, 1.0)).collect();
    candidates.extend(likeness.near(KIN));
    let mut pairs = heaviest_chain(candidates, new.len());
    fill_gaps(&mut pairs, old, new, &likeness);
    let mut left: Vec<(usize, usize, f32)> = exact
        .iter()
        .filter(|(o, _)| old.get(*o).is_some_and(|item| item.read.words.len() >= KNOWN_BY / 2))
        .map(|(o, n)| (*o, *n, 1.0))
        .collect();
    let is_known = |o: usize, n: usize| {
        let of = |items: &[RevisionItem], at: usize| items.get(at).map_or(0, |item| item.read.words.len());
        of(old, o).min(of(new, n)) >= KNOWN_BY
    };
    left.extend(likeness.near(MOVED).filter(|(o, n, _)| is_known(*o, *n)));
    let places: HashMap<usize, usize> = pairs.iter().copied().collect();
    let passed = |o: usize, n: usize| {
        let beside = (o.saturating_sub(PASSED)..=o + PASSED).filter_map(|beside| places.get(&beside));
        beside.into_iter().any(|other| other.abs_diff(n) <= PASSED)
    };
    let exchanged = likeness.near(EXCHANGED).filter(|(o, n, likeness)| *likeness < MOVED && passed(*o, *n));
    left.extend(exchanged.filter(|(o, n, _)| is_known(*o, *n)));
    left.sort_by(|a, b| b.2.total_cmp(&a.2).then(a.1.cmp(&b.1)).then(a.0.cmp(&b.0)));
    let mut taken = Taken::by(&pairs, old.len(), new.len());
    for (o, n, _) in left {
        if taken.take(o, n) {
            pairs.push((o, n));
        }
    }
    pairs.sort_by_key(|(_, n)| *n);
    pairs
}

/// Who is paired.
struct Taken {
    old: Vec<bool>,
    new: Vec<bool>,
}

impl Taken {
    fn by(pairs: &[Pair], old: usize, new: usize) -> Taken {
        let mut taken = Taken { old: vec![false; old], new: vec![false; new] };
        for (o, n) in pairs {
            taken.take(*o, *n);
        }
        taken
    }

    /// Takes both, where neither is taken.
    fn take(&mut self, o: usize, n: usize) -> bool {
        let (Some(old), Some(new)) = (self.old.get_mut(o), self.new.get_mut(n)) else { return false };
        let both = !*old && !*new;
        if both {
            (*old, *new) = (true, true);
        }
        both
    }
}

/// The items that say the same word for word. Of several alike the first goes with the first.
fn exact_pairs(old: &[RevisionItem], new: &[RevisionItem]) -> Vec<Pair> {
    let key = |item: &RevisionItem| (item.said, item.outline.kind.is_heading());
    let mut waiting: HashMap<(u64, bool), Vec<usize>> = HashMap::with_capacity(old.len());
    for (at, item) in old.iter().enumerate().rev() {
        if !item.read.words.is_empty() {
            waiting.entry(key(item)).or_default().push(at);
        }
    }
    let found = new.iter().enumerate().filter_map(|(n, item)| Some((waiting.get_mut(&key(item))?.pop()?, n)));
    found.collect()
}

/// How alike the items of two texts are that have no double in the other.
struct Likeness {
    /// Of each earlier item the later ones that share words with it, in order.
    near: Vec<Vec<(usize, f32)>>,
}

/// Two words that stand together and an item that has them, in one number: in order the same words stand beside each other, those
/// of the earlier text first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct ShinglePlace(u128);

impl ShinglePlace {
    fn new(shingle: u64, is_new: bool, item: usize) -> ShinglePlace {
        let item = u128::from(u32::try_from(item).unwrap_or(u32::MAX));
        ShinglePlace(u128::from(shingle) << 64 | u128::from(is_new) << 32 | item)
    }

    fn shingle(self) -> u128 {
        self.0 >> 64
    }

    fn is_new(self) -> bool {
        self.0 >> 32 & 1 == 1
    }

    fn item(self) -> usize {
        (self.0 & u128::from(u32::MAX)) as usize
    }
}

impl Likeness {
    fn of(old: &[RevisionItem], new: &[RevisionItem], exact: &[Pair]) -> Likeness {
        let taken = Taken::by(exact, old.len(), new.len());
        let mut places: Vec<ShinglePlace> = Vec::new();
        let mut list = |items: &[RevisionItem], taken: &[bool], is_new: bool| {
            for (at, item) in items.iter().enumerate() {
                if !taken.get(at).copied().unwrap_or_default() {
                    let shingles = item.read.shingles().iter();
                    places.extend(shingles.map(|shingle| ShinglePlace::new(*shingle, is_new, at)));
                }
            }
        };
        list(old, &taken.old, false);
        list(new, &taken.new, true);
        places.sort_unstable();
        let count = (old.len() + new.len()).max(2) as f32;
        let mut weights = [vec![0f32; old.len()], vec![0f32; new.len()]];
        // What both texts have: how much it weighs, and which later items have it.
        let mut shared: Vec<(f32, &[ShinglePlace])> = Vec::new();
        let mut shared_by: Vec<Vec<usize>> = vec![Vec::new(); old.len()];
        for same in places.chunk_by(|one, other| one.shingle() == other.shingle()) {
            let (before, after) = same.split_at(same.partition_point(|place| !place.is_new()));
            if before.len() * after.len() > COMMON {
                continue;
            }
            let weight = (1.0 + count / same.len() as f32).ln();
            for place in same {
                let side = weights.get_mut(usize::from(place.is_new()));
                if let Some(sum) = side.and_then(|all| all.get_mut(place.item())) {
                    *sum += weight;
                }
            }
            if !after.is_empty() {
                for place in before {
                    if let Some(all) = shared_by.get_mut(place.item()) {
                        all.push(shared.len());
                    }
                }
                shared.push((weight, after));
            }
        }
        let [of_old, of_new] = &weights;
        let mut sums = vec![0f32; new.len()];
        let mut near = Vec::with_capacity(old.len());
        for ((one, all), a) in old.iter().zip(&shared_by).zip(of_old) {
            let mut met: Vec<usize> = Vec::new();
            for (weight, after) in all.iter().filter_map(|at| shared.get(*at)) {
                for place in *after {
                    let Some(sum) = sums.get_mut(place.item()) else { continue };
                    if *sum == 0.0 {
                        met.push(place.item());
                    }
                    *sum += weight;
                }
            }
            met.sort_unstable();
            let alike = |n: usize| {
                let shared = sums.get_mut(n).map(std::mem::take)?;
                let (other, b) = (new.get(n)?, of_new.get(n)?);
                let fits = fit(one, other)?;
                let dice = 2.0 * shared / (a + b);
                let contained = match one.read.words.len().min(other.read.words.len()) {
                    KNOWN_BY.. => CONTAINED * shared / a.min(*b),
                    _ => 0.0,
                };
                Some((n, dice.max(contained) * fits))
            };
            near.push(met.into_iter().filter_map(alike).collect());
        }
        Likeness { near }
    }

    fn between(&self, o: usize, n: usize) -> f32 {
        let near = self.near.get(o).map(Vec::as_slice).unwrap_or_default();
        near.binary_search_by_key(&n, |(n, _)| *n)
            .ok()
            .and_then(|at| near.get(at))
            .map_or(0.0, |(_, likeness)| *likeness)
    }

    /// The pairs that are as alike as `least`, in the order of the earlier text.
    fn near(&self, least: f32) -> impl Iterator<Item = (usize, usize, f32)> + '_ {
        let all = self.near.iter().enumerate();
        let all = all.flat_map(|(o, near)| near.iter().map(move |(n, likeness)| (o, *n, *likeness)));
        all.filter(move |(.., likeness)| *likeness >= least)
    }
}

/// How much of their likeness two items keep for being what they are and where they are; `None` where they can't be one.
fn fit(one: &RevisionItem, other: &RevisionItem) -> Option<f32> {
    let (a, b) = (one.outline.kind, other.outline.kind);
    if a.is_heading() != b.is_heading() || (a == ItemKind::Note) != (b == ItemKind::Note) {
        return None;
    }
    let kind = if one.section == other.section && is_preamble(a) == is_preamble(b) { 1.0 } else { OTHER_KIND };
    let level = if one.outline.level == other.outline.level { 1.0 } else { OTHER_LEVEL };
    Some(kind * level)
}

fn is_preamble(kind: ItemKind) -> bool {
    kind == ItemKind::Preambular
}

/// Of some pairs those that together weigh most, each later than the one before it on both sides.
fn heaviest_chain(mut candidates: Vec<(usize, usize, f32)>, new: usize) -> Vec<Pair> {
    // Of one and the same old paragraph the later of the new ones first, so that it can't be taken twice.
    candidates.sort_by(|a, b| a.0.cmp(&b.0).then(b.1.cmp(&a.1)));
    // For each number of new items the heaviest chain that ends among the first so many, as a tree of maxima (Fenwick).
    let mut best: Vec<Option<(f32, usize)>> = vec![None; new + 1];
    let mut links: Vec<(Pair, Option<usize>)> = Vec::with_capacity(candidates.len());
    let heavier = |one: Option<(f32, usize)>, other: Option<(f32, usize)>| match (one, other) {
        (Some(a), Some(b)) => Some(if b.0 > a.0 { b } else { a }),
        (one, other) => one.or(other),
    };
    for (o, n, likeness) in candidates {
        let mut below = None;
        let mut at = n;
        while at > 0 {
            below = heavier(below, best.get(at).copied().flatten());
            at &= at - 1;
        }
        let weight = below.map_or(0.0, |(weight, _)| weight) + likeness * likeness;
        let own = links.len();
        links.push(((o, n), below.map(|(_, link)| link)));
        let mut at = n + 1;
        while let Some(place) = best.get_mut(at) {
            *place = heavier(*place, Some((weight, own)));
            at += at & at.wrapping_neg();
        }
    }
    let mut last = best.iter().copied().fold(None, heavier).map(|(_, link)| link);
    let mut chain = Vec::new();
    while let Some((pair, before)) = last.and_then(|link| links.get(link)) {
        chain.push(*pair);
        last = *before;
    }
    chain.reverse();
    chain
}

/// Pairs what stands between two pairs on both sides, the likest in their order.
fn fill_gaps(pairs: &mut Vec<Pair>, old: &[RevisionItem], new: &[RevisionItem], likeness: &Likeness) {
    let mut found = Vec::new();
    let (mut from_old, mut from_new) = (0, 0);
    for (to_old, to_new) in pairs.iter().copied().chain([(old.len(), new.len())]) {
        let (olds, news) = (from_old..to_old, from_new..to_new);
        if !olds.is_empty() && !news.is_empty() && olds.len() * news.len() <= GAP {
            let here = olds.flat_map(|o| news.clone().map(move |n| (o, n)));
            let here = here.map(|(o, n)| (o, n - from_new, likeness.between(o, n))).filter(|(.., alike)| *alike >= KIN);
            let chain = heaviest_chain(here.collect(), news.len());
            found.extend(chain.into_iter().map(|(o, n)| (o, n + from_new)));
        }
        (from_old, from_new) = (to_old + 1, to_new + 1);
    }
    pairs.extend(found);
    pairs.sort_unstable();
}

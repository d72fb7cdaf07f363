//! Two versions, item by item: which paragraph of one is which of the other.
//!
//! The best of all ways to put two sequences side by side is found by dynamic programming (Needleman and Wunsch), in a band
//! around the diagonal. Two items fit as far as their kinds, levels, labels, citations, markers, figures and lengths do.
//! Where all kinds, levels and labels are the same, as they are in nearly all versions of one text, nothing is weighed.

use std::hash::{DefaultHasher, Hash, Hasher};

use super::version::{ItemFacts, ItemKind, VersionItem};

/// So many pairs that contradict each other show that something was moved.
const MOVED: usize = 2;

/// How far from the diagonal two items may stand, beside what one version has more than the other.
const BAND: usize = 96;

/// Of a version with more items than this, what is lacking says little about how long it is.
const SHORT: usize = 200;

/// By how much, as a logarithm, what is lacking may make a version shorter or longer.
const RATIOS: [f64; 9] = [0.0, -0.15, 0.15, -0.3, 0.3, -0.6, 0.6, -1.0, 1.0];

/// What an item costs that has no counterpart.
const GAP: i32 = 120;

/// What it costs that two items are one in the other version.
const JOINT: i32 = 160;

const SAME_KIND: i32 = 200;
const OTHER_KIND: i32 = 150;
const SAME_LEVEL: i32 = 100;
const OTHER_LEVEL: i32 = 100;
const SAME_ORDINAL: i32 = 40;
const SAME_NOTE: i32 = 200;
const SAME_PARAGRAPH: i32 = 40;
const OTHER_ORDINAL: i32 = 20;
const CITATIONS: i32 = 300;
const NO_CITATION: i32 = 150;
const MARKERS: i32 = 120;
const NO_MARKER: i32 = 60;
const FIGURES: i32 = 200;
const NO_FIGURE: i32 = 80;
const WORDS: i32 = 60;
const NO_WORD: i32 = 20;
const LENGTH: f64 = 200.0;

/// Two items, one beside the other, by their indices; one alone where the other version has nothing there.
pub type ItemPair = (Option<usize>, Option<usize>);

/// What two items are compared by, worked out once.
pub(super) struct ItemKey<'a> {
    item: &'a VersionItem,
    citations: Vec<u64>,
    markers: Vec<u64>,
    figures: Vec<u64>,
    /// What another language may have in digits, or not at all.
    in_words: Vec<u64>,
    /// The logarithm of how many characters it has.
    length: f64,
    /// What its label counts tells something.
    is_counted: bool,
}

impl<'a> ItemKey<'a> {
    pub(super) fn of(item: &'a VersionItem) -> ItemKey<'a> {
        let facts = &item.facts;
        let figures = |in_words: bool| {
            hashes(facts.figures.iter().filter(|figure| figure.in_words == in_words).map(|figure| figure.value))
        };
        ItemKey {
            item,
            citations: hashes(facts.citations.iter().map(|cited| cited.symbol.as_str())),
            markers: hashes(facts.markers.iter().map(|marker| marker.label.as_str())),
            figures: figures(false),
            in_words: figures(true),
            length: f64::from(item.length.max(1)).ln(),
            is_counted: true,
        }
    }
}

/// What each item and the one before it are compared by where they are one in the other version; nothing where they can't be:
/// headings stay by themselves, and paragraphs of two kinds.
fn joined<'a>(keys: &[ItemKey<'a>]) -> Vec<Option<ItemKey<'a>>> {
    let with_next = |pair: &[ItemKey<'a>]| {
        let [one, next] = pair else { return None };
        let alike = (one.item.kind, one.item.level) == (next.item.kind, next.item.level) && !one.item.kind.is_heading();
        let both = |of: for<'k> fn(&'k ItemKey<'a>) -> &'k [u64]| {
            let mut all: Vec<u64> = of(one).iter().chain(of(next)).copied().collect();
            all.sort_unstable();
            all.dedup();
            all
        };
        alike.then(|| ItemKey {
            item: one.item,
            citations: both(|key| key.citations.as_slice()),
            markers: both(|key| key.markers.as_slice()),
            figures: both(|key| key.figures.as_slice()),
            in_words: both(|key| key.in_words.as_slice()),
            length: (one.length.exp() + next.length.exp()).ln(),
            is_counted: one.is_counted,
        })
    };
    std::iter::once(None).chain(keys.windows(2).map(with_next)).collect()
}

impl ItemKey<'_> {
    /// Whether both cite, call or count the same; where neither does, nothing speaks against it but nothing for it.
    pub(super) fn says_as(&self, other: &ItemKey<'_>) -> bool {
        let lists =
            [(&self.citations, &other.citations), (&self.markers, &other.markers), (&self.figures, &other.figures)];
        let all = lists.iter().all(|(one, other)| one.is_empty() && other.is_empty() || shared(one, other) > 0);
        all && lists.iter().any(|(one, _)| !one.is_empty())
    }

    /// How many symbols both cite; where neither cites any, how many figures both have.
    pub(super) fn cites_as(&self, other: &ItemKey<'_>) -> usize {
        match self.citations.is_empty() && other.citations.is_empty() {
            true => shared(&self.figures, &other.figures),
            false => shared(&self.citations, &other.citations),
        }
    }
}

fn hashes<T: Hash>(values: impl Iterator<Item = T>) -> Vec<u64> {
    let hash = |value: T| {
        let mut hasher = DefaultHasher::new();
        value.hash(&mut hasher);
        hasher.finish()
    };
    let mut hashes: Vec<u64> = values.map(hash).collect();
    hashes.sort_unstable();
    hashes.dedup();
    hashes
}

/// How many of two sorted lists are the same.
fn shared(one: &[u64], other: &[u64]) -> usize {
    one.iter().filter(|hash| other.binary_search(hash).is_ok()).count()
}

/// What agreement is worth, or what its lack costs, where both have something.
fn agreement(one: &[u64], other: &[u64], worth: i32, cost: i32) -> i32 {
    if one.is_empty() || other.is_empty() {
        return if one.len() == other.len() { 0 } else { -cost };
    }
    match shared(one, other) {
        0 => -cost,
        shared => {
            worth * i32::try_from(shared).unwrap_or(i32::MAX).saturating_mul(2)
                / i32::try_from(one.len() + other.len()).unwrap_or(i32::MAX)
        }
    }
}

/// How well two items fit. `ratio` is the logarithm of how much longer the first version is.
pub(super) fn fit(one: &ItemKey<'_>, other: &ItemKey<'_>, ratio: f64) -> i32 {
    let (a, b) = (one.item, other.item);
    let counts_alike = a.ordinal.is_some() && a.ordinal == b.ordinal;
    // Without a label a paragraph may be taken for one of the other part, and a short one for a heading.
    let kind = match (a.kind.is_heading(), b.kind.is_heading()) {
        _ if a.kind == b.kind => SAME_KIND,
        (false, false) if a.ordinal.is_none() && b.ordinal.is_none() => SAME_KIND / 2,
        (true, false) | (false, true) if a.ordinal.is_some() || b.ordinal.is_some() => return i32::MIN / 4,
        // One language numbers what another letters, most often in the annexes that hold a treaty.
        (false, false) if counts_alike => -OTHER_KIND / 2,
        _ => -OTHER_KIND,
    };
    let level = match a.level == b.level {
        true => SAME_LEVEL,
        false if counts_alike => -OTHER_LEVEL / 2,
        false => -OTHER_LEVEL,
    };
    let ordinal = match (a.ordinal, b.ordinal) {
        (None, None) => 0,
        _ if !one.is_counted => 0,
        // Notes have no other structure than their numbers.
        (one, other) if one == other && a.kind == ItemKind::Note => SAME_NOTE,
        (one, other) if one == other => SAME_ORDINAL,
        _ => -OTHER_ORDINAL,
    };
    // A paragraph that is half as long again as it should be, or shorter by as much, isn't likely to be the same.
    // Headings are short, and how long they are says little.
    let length = match a.kind.is_heading() && b.kind.is_heading() {
        true => 0.0,
        false => (LENGTH - 2.0 * LENGTH * (one.length - other.length - ratio).abs()).max(-LENGTH),
    };
    let parent = match a.kind == ItemKind::Sub && b.kind == ItemKind::Sub {
        true if paragraph(a) == paragraph(b) => SAME_PARAGRAPH,
        true => -SAME_PARAGRAPH,
        false => 0,
    };
    kind + level
        + ordinal
        + parent
        + agreement(&one.citations, &other.citations, CITATIONS, NO_CITATION)
        + agreement(&one.markers, &other.markers, MARKERS, NO_MARKER)
        + agreement(&one.figures, &other.figures, FIGURES, NO_FIGURE)
        + agreement(&one.in_words, &other.in_words, WORDS, NO_WORD)
        + length as i32
}

/// The number of the paragraph that a subparagraph stands under.
fn paragraph(item: &VersionItem) -> &str {
    item.path.split(' ').next().unwrap_or_default()
}

/// Whether two versions have the same kinds, levels and labels in the same order.
pub fn is_same_structure(one: &[VersionItem], other: &[VersionItem]) -> bool {
    let same = |(a, b): (&VersionItem, &VersionItem)| (a.kind, a.level, a.ordinal) == (b.kind, b.level, b.ordinal);
    one.len() == other.len() && one.iter().zip(other).all(same)
}

/// Puts two versions side by side. How long a paragraph is says more the more versions have it: `alike` are those that have the
/// same structure as the first.
pub fn align(one: &[VersionItem], alike: &[&[VersionItem]], other: &[VersionItem]) -> Vec<ItemPair> {
    // Notes that changed places within their paragraph are put side by side where the paragraphs are known.
    let has_moved = || {
        let pairs = one.iter().zip(other).filter(|(one, _)| one.kind != ItemKind::Note);
        pairs.filter(|(one, other)| contradict(one, other)).count() >= MOVED
    };
    if is_same_structure(one, other) && !has_moved() {
        return (0..one.len()).map(|at| (Some(at), Some(at))).collect();
    }
    let mut a: Vec<ItemKey<'_>> = one.iter().map(ItemKey::of).collect();
    let mut b: Vec<ItemKey<'_>> = other.iter().map(ItemKey::of).collect();
    take_means(&mut a, alike);
    // Where each counts on from 1 and one has more, it was renumbered, and its numbers tell nothing of what is lacking.
    for kind in [ItemKind::Operative, ItemKind::Note] {
        if count_on(one, kind).zip(count_on(other, kind)).is_some_and(|(one, other)| one != other) {
            a.iter_mut().chain(&mut b).for_each(|key| key.is_counted &= key.item.kind != kind);
        }
    }
    // What is lacking makes a version shorter. How much longer one of them is by its language shows in the way that fits best.
    let whole = (total_length(one) / total_length(other)).ln();
    let tries: &[f64] = if a.len().max(b.len()) <= SHORT { &RATIOS } else { &[0.0] };
    let bands = tries.iter().map(|by| (whole + by, AlignmentBand::filled(&a, &b, whole + by)));
    let Some((ratio, band)) = bands.max_by_key(|(_, band)| band.score) else { return Vec::new() };
    let pairs = band.way_back(a.len(), b.len());
    // It is known better of those that are there.
    let there = pairs.iter().filter_map(|(left, right)| Some((one.get((*left)?)?, other.get((*right)?)?)));
    let (left, right): (Vec<&VersionItem>, Vec<&VersionItem>) = there.unzip();
    let better = (total_length(left) / total_length(right)).ln();
    match (better - ratio).abs() < 0.01 {
        true => pairs,
        false => {
            let again = AlignmentBand::filled(&a, &b, better);
            if again.score > band.score { again.way_back(a.len(), b.len()) } else { pairs }
        }
    }
}

/// Gives each item the length that it has in the mean of several versions, as if all were as long as its own.
fn take_means(keys: &mut [ItemKey<'_>], alike: &[&[VersionItem]]) {
    let own = total_length(keys.iter().map(|key| key.item)).ln();
    let beside: Vec<(&[VersionItem], f64)> = alike
        .iter()
        .filter(|other| other.len() == keys.len())
        .map(|other| (*other, own - total_length(*other).ln()))
        .collect();
    for (at, key) in keys.iter_mut().enumerate() {
        let others =
            beside.iter().filter_map(|(items, longer)| Some(f64::from(items.get(at)?.length.max(1)).ln() + longer));
        let (sum, count) = others.fold((key.length, 1.0), |(sum, count), length| (sum + length, count + 1.0));
        key.length = sum / count;
    }
}

/// Whether two paragraphs can't well be the same: what one cites or calls the other doesn't.
fn contradict(one: &VersionItem, other: &VersionItem) -> bool {
    let (a, b) = (&one.facts, &other.facts);
    let cites = !a.citations.is_empty()
        && a.citations.iter().all(|cited| b.citations.iter().all(|other| other.symbol != cited.symbol));
    let calls = !a.markers.is_empty()
        && a.markers.iter().all(|called| b.markers.iter().all(|other| other.label != called.label));
    let certain = |facts: &ItemFacts| {
        facts.figures.iter().filter(|figure| !figure.in_words).map(|figure| figure.value).collect::<Vec<_>>()
    };
    let (x, y) = (certain(a), certain(b));
    let counts = !x.is_empty() && x.iter().all(|value| y.iter().all(|other| !value.agrees_with(other)));
    cites || calls || counts
}

/// How many items of a kind a version has, where they are numbered from 1 without a gap.
fn count_on(items: &[VersionItem], kind: ItemKind) -> Option<u32> {
    let mut count = 0;
    for item in items.iter().filter(|item| item.kind == kind) {
        count += 1;
        if item.ordinal != Some((count, 0)) {
            return None;
        }
    }
    Some(count)
}

/// Characters of all items together.
pub(super) fn total_length<'a>(items: impl IntoIterator<Item = &'a VersionItem>) -> f64 {
    items.into_iter().map(|item| f64::from(item.length)).sum::<f64>().max(1.0)
}

/// Where the best way to a cell comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    Both,
    One,
    Other,
    /// Two of the first version are one of the other.
    Merged,
    /// One of the first version is two of the other.
    Split,
}

/// The cells near the diagonal, a row for each item of the first version.
struct AlignmentBand {
    width: usize,
    steps: Vec<Step>,
    rows: usize,
    columns: usize,
    /// How well the whole fits in the best way.
    score: i32,
}

impl AlignmentBand {
    fn filled(a: &[ItemKey<'_>], b: &[ItemKey<'_>], ratio: f64) -> AlignmentBand {
        let (rows, columns) = (a.len(), b.len());
        let width = (BAND + rows.abs_diff(columns)).min(columns + 1);
        let mut band =
            AlignmentBand { width, steps: vec![Step::One; (rows + 1) * (2 * width + 1)], rows, columns, score: 0 };
        let worst = i32::MIN / 2;
        let mut above: Vec<i32> = vec![worst; columns + 1];
        let mut here = above.clone();
        let mut two_above = above.clone();
        let (joined_a, joined_b) = (joined(a), joined(b));
        for row in 0..=rows {
            let (first, last) = band.columns_of(row);
            here.fill(worst);
            for column in first..=last {
                let diagonal = match (row.checked_sub(1), column.checked_sub(1)) {
                    (Some(i), Some(j)) => above[j].saturating_add(fit(&a[i], &b[j], ratio)),
                    _ if row == column => 0,
                    _ => worst,
                };
                let one = if row > 0 { above[column].saturating_sub(GAP) } else { worst };
                let other = if column > first { here[column - 1].saturating_sub(GAP) } else { worst };
                let merged = match (row.checked_sub(2), column.checked_sub(1)) {
                    (Some(_), Some(j)) => joined_a[row - 1]
                        .as_ref()
                        .map(|both| two_above[j].saturating_add(fit(both, &b[j], ratio) - JOINT)),
                    _ => None,
                };
                let split = match (row.checked_sub(1), column.checked_sub(2)) {
                    (Some(i), Some(j)) => joined_b[column - 1]
                        .as_ref()
                        .map(|both| above[j].saturating_add(fit(&a[i], both, ratio) - JOINT)),
                    _ => None,
                };
                let joint = merged
                    .map(|score| (score, Step::Merged))
                    .into_iter()
                    .chain(split.map(|score| (score, Step::Split)));
                let joint = joint.max_by_key(|(score, _)| *score);
                let (best, step) = if diagonal >= one && diagonal >= other {
                    (diagonal, Step::Both)
                } else if one >= other {
                    (one, Step::One)
                } else {
                    (other, Step::Other)
                };
                let (best, step) = joint.filter(|(score, _)| *score > best).unwrap_or((best, step));
                here[column] = best;
                band.set(row, column, step);
            }
            band.score = here[columns];
            std::mem::swap(&mut two_above, &mut above);
            std::mem::swap(&mut above, &mut here);
        }
        band
    }

    /// The first and the last column of a row that are looked at.
    fn columns_of(&self, row: usize) -> (usize, usize) {
        // The diagonal of the whole, from one corner to the other.
        let middle = (row * self.columns).checked_div(self.rows).unwrap_or_default();
        (middle.saturating_sub(self.width), (middle + self.width).min(self.columns))
    }

    fn place(&self, row: usize, column: usize) -> usize {
        row * (2 * self.width + 1) + column.saturating_sub(self.columns_of(row).0)
    }

    fn set(&mut self, row: usize, column: usize, step: Step) {
        let place = self.place(row, column);
        if let Some(cell) = self.steps.get_mut(place) {
            *cell = step;
        }
    }

    fn way_back(&self, mut row: usize, mut column: usize) -> Vec<ItemPair> {
        let mut pairs = Vec::with_capacity(row.max(column));
        while row > 0 || column > 0 {
            match self.steps.get(self.place(row, column)).copied().unwrap_or(Step::One) {
                Step::Both if row > 0 && column > 0 => {
                    (row, column) = (row - 1, column - 1);
                    pairs.push((Some(row), Some(column)));
                }
                Step::Merged if row > 1 && column > 0 => {
                    (row, column) = (row - 2, column - 1);
                    pairs.push((Some(row + 1), None));
                    pairs.push((Some(row), Some(column)));
                }
                Step::Split if row > 0 && column > 1 => {
                    (row, column) = (row - 1, column - 2);
                    pairs.push((None, Some(column + 1)));
                    pairs.push((Some(row), Some(column)));
                }
                Step::Other if column > 0 => {
                    column -= 1;
                    pairs.push((None, Some(column)));
                }
                _ if row > 0 => {
                    row -= 1;
                    pairs.push((Some(row), None));
                }
                _ => {
                    column -= 1;
                    pairs.push((None, Some(column)));
                }
            }
        }
        pairs.reverse();
        pairs
    }
}

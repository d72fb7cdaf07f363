//! Two to six versions in rows.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::sync::Arc;

use super::alignment::{ItemKey, align, is_same_structure};
use super::version::{LanguageVersion, VersionItem};

/// The most versions that are put side by side: one in each official language.
pub const MOST_VERSIONS: usize = 6;

/// How many rows at the end a version may lack before it is taken for one that is still being translated.
const UNFINISHED_ROWS: usize = 2;

/// How large a part of the rows a version may lack, one in so many, before that is taken for work in progress.
const UNFINISHED_SHARE: usize = 5;

/// Language versions of one text, side by side.
#[derive(Debug, Clone)]
pub struct Concordance {
    /// The versions, in the order in which they were given.
    pub versions: Vec<Arc<LanguageVersion>>,
    /// Titles, headings and paragraphs, in order.
    pub rows: Vec<ConcordanceRow>,
    /// Notes, in order.
    pub notes: Vec<ConcordanceRow>,
    /// For each version, from which row on nothing is there yet, and whether so much is lacking elsewhere that somebody is
    /// still translating it.
    pub(super) unfinished: Vec<Unfinished>,
}

/// What is the same in all versions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConcordanceRow {
    /// For each version the index of the item in [`LanguageVersion::items`], or of the note in
    /// [`LanguageVersion::notes`]; `None` where it has none.
    pub items: Vec<Option<usize>>,
}

/// How far a version has come that is still being translated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Unfinished {
    /// The first row of the end that isn't there yet.
    pub from: usize,
    /// Rows are lacking all over it.
    pub throughout: bool,
}

impl ConcordanceRow {
    /// How many versions have it.
    pub fn count(&self) -> usize {
        self.items.iter().flatten().count()
    }
}

impl Concordance {
    /// Puts versions side by side; of more than [`MOST_VERSIONS`] the first.
    pub fn of(mut versions: Vec<Arc<LanguageVersion>>) -> Concordance {
        versions.truncate(MOST_VERSIONS);
        let rows = side_by_side(&versions, |version| &version.items);
        let mut notes = side_by_side(&versions, |version| &version.notes);
        exchange(&versions, &mut notes);
        let unfinished = (0..versions.len()).map(|version| unfinished(&versions, &rows, version)).collect();
        Concordance { versions, rows, notes, unfinished }
    }

    /// The same, with what is told of the losses of its versions, by their places.
    #[must_use]
    pub fn with_losses(mut self, has_losses: impl Fn(usize) -> bool) -> Concordance {
        for (at, version) in self.versions.iter_mut().enumerate() {
            *version = Arc::new(LanguageVersion::clone(version).with_losses(has_losses(at)));
        }
        self
    }

    /// The item of a version in a row.
    pub fn item(&self, row: &ConcordanceRow, version: usize) -> Option<&VersionItem> {
        self.versions.get(version)?.items.get(row.items.get(version).copied().flatten()?)
    }

    /// The note of a version in a row.
    pub fn note(&self, row: &ConcordanceRow, version: usize) -> Option<&VersionItem> {
        self.versions.get(version)?.notes.get(row.items.get(version).copied().flatten()?)
    }

    /// The row that holds a byte of a version's draft: that of the innermost paragraph around it, or of the last one before
    /// it.
    pub fn row_at(&self, version: usize, byte: usize) -> Option<&ConcordanceRow> {
        let of = self.versions.get(version)?;
        if let Some(note) = of.notes.iter().position(|note| note.range.start <= byte && byte <= note.range.end) {
            return self.notes.iter().find(|row| row.items.get(version) == Some(&Some(note)));
        }
        let at = of.items.partition_point(|item| item.range.start <= byte).checked_sub(1)?;
        self.rows.iter().find(|row| row.items.get(version) == Some(&Some(at)))
    }

    /// How many paragraphs and headings a version lacks that is still being translated. 0 of one that is whole.
    pub fn to_be_translated(&self, version: usize) -> usize {
        let lacks = |row: &ConcordanceRow| row.items.get(version) == Some(&None) && row.count() > 0;
        self.rows.iter().enumerate().filter(|(at, row)| self.is_yet_to_come(version, *at) && lacks(row)).count()
    }

    /// Whether a row that a version lacks is one that is not there yet.
    pub(super) fn is_yet_to_come(&self, version: usize, row: usize) -> bool {
        self.unfinished.get(version).is_some_and(|unfinished| unfinished.throughout || row >= unfinished.from)
    }
}

/// Puts items side by side: the version that is built as most others are leads.
fn side_by_side(versions: &[Arc<LanguageVersion>], of: fn(&LanguageVersion) -> &[VersionItem]) -> Vec<ConcordanceRow> {
    let followers =
        |one: &Arc<LanguageVersion>| versions.iter().filter(|other| is_same_structure(of(one), of(other))).count();
    let Some(lead) = (0..versions.len()).max_by_key(|at| (followers(&versions[*at]), Reverse(*at))) else {
        return Vec::new();
    };
    let leading = of(&versions[lead]);
    let alike: Vec<&[VersionItem]> = (0..versions.len())
        .filter(|at| *at != lead)
        .map(|at| of(&versions[at]))
        .filter(|other| is_same_structure(leading, other))
        .collect();
    let empty = || ConcordanceRow { items: vec![None; versions.len()] };
    let mut led: Vec<ConcordanceRow> = leading.iter().map(|_| empty()).collect();
    // What stands before the item with this index, and is none of the leading version's.
    let mut between: Vec<Vec<ConcordanceRow>> = vec![Vec::new(); leading.len() + 1];
    for (version, other) in versions.iter().enumerate() {
        if version == lead {
            led.iter_mut().enumerate().for_each(|(at, row)| row.items[version] = Some(at));
            continue;
        }
        let (mut before, mut placed) = (0, 0);
        for pair in align(leading, &alike, of(other)) {
            match pair {
                (Some(at), item) => {
                    led[at].items[version] = item;
                    (before, placed) = (at + 1, 0);
                }
                (None, Some(item)) => {
                    let here = &mut between[before];
                    let is_alike = |row: &ConcordanceRow| {
                        row.items.iter().zip(versions).find_map(|(at, by)| of(by).get((*at)?)).is_some_and(|first| {
                            let own = &of(other)[item];
                            (first.kind, first.level) == (own.kind, own.level)
                        })
                    };
                    let found = here.get(placed..).unwrap_or_default().iter().position(is_alike);
                    let at = match found {
                        Some(at) => placed + at,
                        None => {
                            here.push(empty());
                            here.len() - 1
                        }
                    };
                    here[at].items[version] = Some(item);
                    placed = at + 1;
                }
                (None, None) => {}
            }
        }
    }
    let mut rows = Vec::with_capacity(led.len());
    let mut between = between.into_iter();
    rows.extend(between.next().unwrap_or_default());
    for (row, behind) in led.into_iter().zip(between) {
        rows.push(row);
        rows.extend(behind);
    }
    rows
}

/// Notes of one paragraph follow the order of its words, which isn't the same in all languages. Within a paragraph, and in two
/// that call notes one after the other, a note stands beside those that cite what it does.
fn exchange(versions: &[Arc<LanguageVersion>], rows: &mut [ConcordanceRow]) {
    for (version, own) in versions.iter().enumerate() {
        let places: HashMap<&str, usize> = rows
            .iter()
            .enumerate()
            .filter_map(|(at, row)| Some((own.notes.get(row.items[version]?)?.path.as_str(), at)))
            .collect();
        let calling: Vec<&VersionItem> = own.items.iter().filter(|item| !item.facts.markers.is_empty()).collect();
        let in_one =
            calling.iter().map(std::slice::from_ref).filter(|one| one.iter().any(|item| item.facts.markers.len() > 1));
        for together in in_one.chain(calling.windows(2)) {
            let markers = together.iter().flat_map(|item| &item.facts.markers);
            let mut called: Vec<usize> =
                markers.filter_map(|marker| places.get(marker.label.as_str()).copied()).collect();
            called.sort_unstable();
            called.dedup();
            permute(versions, rows, version, &called);
        }
    }
}

/// Has the notes of a version in some rows change places, where others cite there what they cite elsewhere.
fn permute(versions: &[Arc<LanguageVersion>], rows: &mut [ConcordanceRow], version: usize, called: &[usize]) {
    let note = |row: usize, of: usize| rows.get(row).and_then(|row| versions[of].notes.get(row.items[of]?));
    // How many of the other versions cite in a row what a note of this one does.
    let agreeing = |from: usize, to: usize| -> usize {
        let Some(own) = note(from, version).map(ItemKey::of) else { return 0 };
        let others = (0..versions.len()).filter(|other| *other != version).filter_map(|other| note(to, other));
        others.filter(|other| own.cites_as(&ItemKey::of(other)) > 0).count()
    };
    let stays: Vec<bool> = called.iter().map(|at| agreeing(*at, *at) > 0).collect();
    if stays.iter().filter(|stays| !**stays).count() < 2 {
        return;
    }
    let mut free: Vec<usize> = called.iter().zip(&stays).filter(|(_, stays)| !**stays).map(|(at, _)| *at).collect();
    let mut moves: Vec<(usize, usize)> = Vec::new();
    for from in free.clone() {
        let best = free.iter().copied().max_by_key(|to| agreeing(from, *to)).filter(|to| agreeing(from, *to) > 0);
        if let Some(to) = best {
            free.retain(|at| *at != to);
            moves.push((from, to));
        }
    }
    // Only notes that take each other's places, so that none is lost.
    let (mut from, mut to): (Vec<usize>, Vec<usize>) = moves.iter().copied().unzip();
    from.sort_unstable();
    to.sort_unstable();
    if from != to {
        return;
    }
    let items: Vec<(usize, Option<usize>)> = moves.iter().map(|(from, to)| (*to, rows[*from].items[version])).collect();
    for (to, item) in items {
        rows[to].items[version] = item;
    }
}

/// How far a version has come.
fn unfinished(versions: &[Arc<LanguageVersion>], rows: &[ConcordanceRow], version: usize) -> Unfinished {
    let others = |row: &ConcordanceRow| row.count() > 1 || versions.len() == 2;
    let is_there = |row: &ConcordanceRow| row.items[version].is_some();
    let last = rows.iter().rposition(is_there).map_or(0, |last| last + 1);
    let expected: Vec<&ConcordanceRow> = rows.iter().filter(|row| others(row) || is_there(row)).collect();
    let lacking = expected.iter().filter(|row| !is_there(row)).count();
    let behind = rows.get(last..).unwrap_or_default().iter().filter(|row| others(row)).count();
    // A text that ends as the others do, with its date or its last note, is whole, whatever it lacks.
    let own = &versions[version];
    let ends = |of: &LanguageVersion| (of.has_closing, of.notes.last().and_then(|note| note.ordinal));
    let is_whole = (own.has_closing || !own.notes.is_empty())
        && versions.iter().enumerate().any(|(at, other)| at != version && ends(other) == ends(own));
    let from = if behind >= UNFINISHED_ROWS && !is_whole { last } else { rows.len() };
    let throughout = !is_whole && lacking > UNFINISHED_ROWS && lacking * UNFINISHED_SHARE > expected.len();
    Unfinished { from, throughout }
}

//! Which label each paragraph should have.

use std::collections::BTreeMap;

use super::Insertions;
use crate::draft::label::insertion_in;
use crate::draft::referred::Lists;
use crate::draft::{Draft, ElementKind, LabelValue, Paragraph, ParagraphKind};

/// What a label should count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Count {
    pub value: LabelValue,
    /// What was inserted after another paragraph is counted like it: `bis` goes.
    pub resolved: bool,
}

/// The labels that the paragraphs of a draft should have.
#[derive(Debug)]
pub struct Labels {
    counts: Vec<Option<Count>>,
}

impl Labels {
    /// Every paragraph has the label that it should have.
    pub fn unchanged(draft: &Draft) -> Labels {
        let count =
            |paragraph: &Paragraph| paragraph.label.as_ref().map(|label| Count { value: label.value, resolved: false });
        Labels { counts: draft.paragraphs.iter().map(count).collect() }
    }

    /// What a paragraph's label should count, if it has one that is counted.
    pub fn of(&self, index: usize) -> Option<Count> {
        *self.counts.get(index)?
    }

    /// Says what a paragraph's label should count.
    pub fn set(&mut self, index: usize, value: LabelValue) {
        self.put(index, value, false);
    }

    fn put(&mut self, index: usize, value: LabelValue, resolved: bool) {
        if let Some(count) = self.counts.get_mut(index) {
            *count = Some(Count { value, resolved });
        }
    }

    /// Counts the operative paragraphs of every run.
    pub fn count_operative(&mut self, draft: &Draft, insertions: Insertions) {
        let mut runs: BTreeMap<u32, Vec<Item>> = BTreeMap::new();
        for (index, paragraph) in draft.paragraphs.iter().enumerate() {
            if let (ParagraphKind::Operative, Some(label)) = (paragraph.kind, &paragraph.label)
                && let LabelValue::Number { number, insertion } = label.value
            {
                runs.entry(paragraph.run).or_default().push(Item { index, number, insertion, aside: label.uncounted });
            }
        }
        let mut before: Option<Before> = None;
        for items in runs.values() {
            let Some(first) = items.first() else { continue };
            let part = draft.paragraphs.get(first.index).map_or(0, |first| draft.part_at(first.range.start));
            let before_here = before.filter(|before| before.part == part);
            let start = first_number(draft, items, before_here);
            let (mut count, mut last) = (Counter { place: start.saturating_sub(1), old: None, taken: false }, start);
            for item in items {
                let (number, resolved) = count.next(item, insertions);
                let insertion = if resolved { 0 } else { item.insertion };
                self.put(item.index, LabelValue::Number { number, insertion }, resolved);
                last = number;
            }
            let highest = items.iter().map(|item| item.number).max().unwrap_or(0);
            let range = items.last().map_or(first.index..first.index, |item| first.index..item.index);
            if !before_here.is_some_and(|before| range.end < before.end) {
                before = Some(Before { part, highest, last, end: range.end });
            }
        }
    }

    /// Counts the subparagraphs of every list.
    pub fn count_lists(&mut self, draft: &Draft, lists: &Lists, insertions: Insertions) {
        for list in lists.all() {
            let mut count = Counter { place: 0, old: None, taken: false };
            for index in &list.items {
                let Some(label) = draft.paragraphs.get(*index).and_then(|paragraph| paragraph.label.as_ref()) else {
                    continue;
                };
                let (LabelValue::Letter(number) | LabelValue::Roman(number)) = label.value else { continue };
                let item = Item { index: *index, number, insertion: 0, aside: label.uncounted };
                // Of `(a) bis` and `[(a)]` the reader says alike that they take no place; the first alone is an insertion.
                let language = draft.language_at(label.range.start);
                let inserted = label.uncounted && insertion_in(&label.text, language).is_some();
                let item = if inserted { Item { insertion: 2, aside: false, ..item } } else { item };
                let (place, resolved) = count.next(&item, insertions);
                let value = if list.letters { LabelValue::Letter(place) } else { LabelValue::Roman(place) };
                self.put(*index, value, resolved);
            }
        }
    }
}

/// A paragraph that is counted.
struct Item {
    index: usize,
    number: u32,
    insertion: u8,
    /// It is an alternative, which takes no place of its own.
    aside: bool,
}

/// The run before.
#[derive(Clone, Copy)]
struct Before {
    part: usize,
    /// Its highest number as it was, and its last one as it will be.
    highest: u32,
    last: u32,
    /// The index of its last paragraph.
    end: usize,
}

/// With which number a run begins. With 1, but for a text that is quoted from its middle, and for a run that goes on with
/// the count of the one before.
fn first_number(draft: &Draft, items: &[Item], before: Option<Before>) -> u32 {
    let Some((first, before)) = items.first().zip(before) else { return 1 };
    let lowest = items.iter().map(|item| item.number).min().unwrap_or(1);
    let embedded = first.index < before.end;
    if embedded && lowest > 1 {
        return lowest;
    }
    // An annex counts by itself.
    let start = |index: usize| draft.paragraphs.get(index).map_or(0, |paragraph| paragraph.range.start);
    let between = start(before.end)..start(first.index);
    let annexed = draft.elements.iter().any(|element| {
        matches!(element.kind, ElementKind::Annex | ElementKind::Title) && between.contains(&element.range.start)
    });
    if lowest > before.highest && !annexed { before.last + 1 } else { 1 }
}

/// How far a count has come.
struct Counter {
    /// The last number given.
    place: u32,
    /// The number that had it before.
    old: Option<u32>,
    /// A paragraph has it, and not alternatives alone.
    taken: bool,
}

impl Counter {
    /// The number of the next paragraph, and whether it was inserted and is now counted like the others.
    fn next(&mut self, item: &Item, insertions: Insertions) -> (u32, bool) {
        let resolved = item.insertion > 0 && insertions == Insertions::Resolved && !item.aside;
        let beside = item.aside || (item.insertion > 0 && !resolved);
        let same = self.old == Some(item.number);
        let stays = if beside { same } else { same && !self.taken && !resolved };
        if !stays {
            self.place += 1;
            self.taken = false;
            self.old = Some(item.number);
        }
        self.taken |= !beside;
        (self.place, resolved)
    }
}

//! Which label each paragraph should have.

use std::collections::BTreeMap;

use super::Insertions;
use crate::draft::label::insertion_in;
use crate::draft::reference::SubparagraphLists;
use crate::draft::{Draft, ElementKind, LabelValue, Paragraph, ParagraphKind};
use crate::script::punctuation::{is_full_stop, is_semicolon};

/// What a label should count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NewLabel {
    pub value: LabelValue,
    /// What was inserted after another paragraph is counted like it: `bis` goes.
    pub resolved: bool,
}

/// The labels that the paragraphs of a draft should have.
#[derive(Debug)]
pub struct NewLabels {
    counts: Vec<Option<NewLabel>>,
}

impl NewLabels {
    /// Every paragraph has the label that it should have.
    pub fn unchanged(draft: &Draft) -> NewLabels {
        let count = |paragraph: &Paragraph| {
            paragraph.label.as_ref().map(|label| NewLabel { value: label.value, resolved: false })
        };
        NewLabels { counts: draft.paragraphs.iter().map(count).collect() }
    }

    /// What a paragraph's label should count, if it has one that is counted.
    pub fn of(&self, index: usize) -> Option<NewLabel> {
        *self.counts.get(index)?
    }

    /// Says what a paragraph's label should count.
    pub fn set(&mut self, index: usize, value: LabelValue) {
        self.put(index, value, false);
    }

    fn put(&mut self, index: usize, value: LabelValue, resolved: bool) {
        if let Some(count) = self.counts.get_mut(index) {
            *count = Some(NewLabel { value, resolved });
        }
    }

    /// Counts the operative paragraphs of every run, and those of the preamble where a text that is negotiated numbers
    /// them. A paragraph without a number gets one where others before it have theirs.
    pub fn count_operative(&mut self, text: &str, draft: &Draft, insertions: Insertions) {
        self.count_runs(draft, &NumberedRuns::of(text, draft), insertions);
    }

    /// Counts the paragraphs of runs.
    pub fn count_runs(&mut self, draft: &Draft, NumberedRuns(runs): &NumberedRuns, insertions: Insertions) {
        let mut before: Option<PreviousRun> = None;
        for ((operative, _), items) in runs {
            let Some(first) = items.first() else { continue };
            let part = draft.paragraphs.get(first.index).map_or(0, |first| draft.part_at(first.range.start));
            let before_here = before.filter(|before| before.part == part && *operative);
            let start = first_number(draft, items, before_here);
            let last = self.count_run(items, start, insertions);
            let highest = items.iter().filter_map(|item| item.number).max().unwrap_or(0);
            let end = items.last().map_or(first.index, |item| item.index);
            if *operative && before_here.is_none_or(|before| end >= before.end) {
                before = Some(PreviousRun { part, highest, last, end });
            }
        }
    }

    /// Counts paragraphs from a number on. Gives the last number.
    fn count_run(&mut self, items: &[CountedParagraph], start: u32, insertions: Insertions) -> u32 {
        let mut count = LabelCounter { place: start.saturating_sub(1), old: None, taken: false };
        for item in items {
            let (number, resolved) = count.next(item, insertions);
            let insertion = if resolved { 0 } else { item.insertion };
            self.put(item.index, LabelValue::Number { number, insertion }, resolved);
        }
        count.place
    }

    /// Counts the subparagraphs of every list.
    pub fn count_lists(&mut self, draft: &Draft, lists: &SubparagraphLists, insertions: Insertions) {
        for list in lists.all() {
            let mut count = LabelCounter { place: 0, old: None, taken: false };
            for index in &list.items {
                let Some(label) = draft.paragraphs.get(*index).and_then(|paragraph| paragraph.label.as_ref()) else {
                    continue;
                };
                let (LabelValue::Letter(number) | LabelValue::Roman(number)) = label.value else { continue };
                let item =
                    CountedParagraph { index: *index, number: Some(number), insertion: 0, aside: label.uncounted };
                // Of `(a) bis` and `[(a)]` the reader says alike that they take no place; the first alone is an insertion.
                let language = draft.language_at(label.range.start);
                let inserted = label.uncounted && insertion_in(&label.text, language).is_some();
                let item = if inserted { CountedParagraph { insertion: 2, aside: false, ..item } } else { item };
                let (place, resolved) = count.next(&item, insertions);
                let value = if list.letters { LabelValue::Letter(place) } else { LabelValue::Roman(place) };
                self.put(*index, value, resolved);
            }
        }
    }
}

/// Whether a paragraph's sentence ends with it, where one that ends with a colon introduces the numbered ones.
fn is_whole(text: &str, paragraph: &Paragraph) -> bool {
    text.get(paragraph.range.clone())
        .is_some_and(|words| words.trim_end().ends_with(|c| is_semicolon(c) || is_full_stop(c)))
}

/// The numbered paragraphs of every run, those of the preamble first.
#[derive(Debug, Clone)]
pub struct NumberedRuns(BTreeMap<(bool, u32), Vec<CountedParagraph>>);

impl NumberedRuns {
    /// Goes through a draft once.
    pub fn of(text: &str, draft: &Draft) -> NumberedRuns {
        let mut runs: BTreeMap<(bool, u32), Vec<CountedParagraph>> = BTreeMap::new();
        for (index, paragraph) in draft.paragraphs.iter().enumerate() {
            let operative = paragraph.kind == ParagraphKind::Operative;
            let key = (operative, paragraph.run);
            match paragraph.label.as_ref().map(|label| (label.value, label.uncounted)) {
                Some((LabelValue::Number { number, insertion }, aside)) => {
                    runs.entry(key).or_default().push(CountedParagraph {
                        index,
                        number: Some(number),
                        insertion,
                        aside,
                    });
                }
                None if operative && is_whole(text, paragraph) => {
                    let fresh = CountedParagraph { index, number: None, insertion: 0, aside: false };
                    runs.entry(key).and_modify(|items| items.push(fresh));
                }
                _ => {}
            }
        }
        NumberedRuns(runs)
    }

    /// The same with one of the paragraphs as if it had no number yet.
    pub fn with_new(mut self, new: usize) -> NumberedRuns {
        let items = self.0.values_mut().flatten();
        items.filter(|item| item.index == new).for_each(|item| item.number = None);
        self
    }

    /// The same without one of the paragraphs.
    pub fn without(mut self, index: usize) -> NumberedRuns {
        self.0.values_mut().for_each(|items| items.retain(|item| item.index != index));
        self
    }
}

/// A paragraph that is counted.
#[derive(Debug, Clone)]
struct CountedParagraph {
    index: usize,
    /// The number that it has.
    number: Option<u32>,
    insertion: u8,
    /// It is an alternative, which takes no place of its own.
    aside: bool,
}

/// The run before.
#[derive(Clone, Copy)]
struct PreviousRun {
    part: usize,
    /// Its highest number as it was, and its last one as it will be.
    highest: u32,
    last: u32,
    /// The index of its last paragraph.
    end: usize,
}

/// With which number a run begins. With 1, but for a text that is quoted from its middle, and for a run that goes on with
/// the count of the one before.
fn first_number(draft: &Draft, items: &[CountedParagraph], before: Option<PreviousRun>) -> u32 {
    let Some((first, before)) = items.first().zip(before) else { return 1 };
    let lowest = items.iter().filter_map(|item| item.number).min().unwrap_or(1);
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
struct LabelCounter {
    /// The last number given.
    place: u32,
    /// The number that had it before.
    old: Option<u32>,
    /// A paragraph has it, and not alternatives alone.
    taken: bool,
}

impl LabelCounter {
    /// The number of the next paragraph, and whether it was inserted and is now counted like the others.
    fn next(&mut self, item: &CountedParagraph, insertions: Insertions) -> (u32, bool) {
        let resolved = item.insertion > 0 && insertions == Insertions::Resolved && !item.aside;
        let beside = item.aside || (item.insertion > 0 && !resolved);
        let same = item.number.is_some() && self.old == item.number;
        let stays = if beside { same } else { same && !self.taken && !resolved };
        if !stays {
            self.place += 1;
            self.taken = false;
            self.old = item.number;
        }
        self.taken |= !beside;
        (self.place, resolved)
    }
}

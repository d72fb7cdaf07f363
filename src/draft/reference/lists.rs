//! The lists of subparagraphs of a draft.

use std::collections::HashMap;

use super::owners::{LabelOwner, LabelOwners};
use crate::draft::{Draft, LabelValue, ParagraphKind};

/// Subparagraphs that are counted together.
#[derive(Debug)]
pub struct SubparagraphList {
    /// Indices into the draft's paragraphs, in order.
    pub items: Vec<usize>,
    /// They are counted by letters, else by numerals.
    pub letters: bool,
    owners: LabelOwners<u32>,
}

impl SubparagraphList {
    /// Who bears a label that is this letter or that numeral.
    pub(super) fn owner(&self, (letter, numeral): (Option<u32>, Option<u32>)) -> Option<LabelOwner> {
        self.owners.owner(&(if self.letters { letter } else { numeral })?)
    }
}

/// All lists, and what each paragraph stands under.
#[derive(Debug)]
pub struct SubparagraphLists {
    parents: Vec<Option<usize>>,
    lists: Vec<SubparagraphList>,
    below: HashMap<usize, Vec<usize>>,
}

impl SubparagraphLists {
    /// Goes through a draft once. Subparagraphs that stand under nothing are in no list: items of an agenda keep the
    /// letters that they have elsewhere. No reference means the one that is `new`.
    pub fn of(draft: &Draft, new: Option<usize>) -> SubparagraphLists {
        let mut parents = vec![None; draft.paragraphs.len()];
        let mut items: Vec<(usize, Vec<usize>)> = Vec::new();
        let mut open: HashMap<usize, usize> = HashMap::new();
        // The paragraphs that the next one may stand under, outermost first.
        let mut above: Vec<(u8, usize)> = Vec::new();
        for (index, paragraph) in draft.paragraphs.iter().enumerate() {
            let level = if paragraph.kind == ParagraphKind::Sub { paragraph.level } else { 0 };
            while above.last().is_some_and(|(other, _)| *other >= level || level == 0) {
                above.pop();
            }
            let parent = above.last().map(|(_, parent)| *parent);
            above.push((level, index));
            let Some(parent) = parent.filter(|_| level > 0 && paragraph.label.is_some()) else { continue };
            if let Some(slot) = parents.get_mut(index) {
                *slot = Some(parent);
            }
            let list = *open.entry(parent).or_insert_with(|| {
                items.push((parent, Vec::new()));
                items.len() - 1
            });
            if let Some((_, list)) = items.get_mut(list) {
                list.push(index);
            }
        }
        let mut lists = SubparagraphLists { parents, lists: Vec::new(), below: HashMap::new() };
        for (parent, items) in items {
            for list in apart(draft, &items, new) {
                lists.below.entry(parent).or_default().push(lists.lists.len());
                lists.lists.push(list);
            }
        }
        lists
    }

    /// All lists, in the order of what they stand under.
    pub fn all(&self) -> &[SubparagraphList] {
        &self.lists
    }

    /// The lists right below a paragraph.
    pub fn below(&self, index: usize) -> impl Iterator<Item = &SubparagraphList> {
        self.below.get(&index).into_iter().flatten().filter_map(|list| self.lists.get(*list))
    }

    /// What a subparagraph stands under.
    pub fn parent(&self, index: usize) -> Option<usize> {
        *self.parents.get(index)?
    }
}

/// What a subparagraph's label counts: whether it is a letter, and its place.
pub fn place(draft: &Draft, index: usize) -> Option<(bool, u32)> {
    match draft.paragraphs.get(index)?.label.as_ref()?.value {
        LabelValue::Letter(place) => Some((true, place)),
        LabelValue::Roman(place) => Some((false, place)),
        LabelValue::Number { .. } => None,
    }
}

/// Parts what stands under one paragraph where a second list begins: with another kind of label, or again with the first
/// and second one.
fn apart(draft: &Draft, items: &[usize], new: Option<usize>) -> Vec<SubparagraphList> {
    let labelled: Vec<(usize, bool, u32)> = items
        .iter()
        .filter_map(|index| place(draft, *index).map(|(letters, place)| (*index, letters, place)))
        .collect();
    let mut lists: Vec<Vec<(usize, bool, u32)>> = Vec::new();
    for (at, item) in labelled.iter().enumerate() {
        let (_, letters, place) = *item;
        let next = labelled.get(at + 1).filter(|(_, other, _)| *other == letters).map(|(.., next)| *next);
        match lists.last_mut() {
            Some(list)
                if list.first().is_some_and(|(_, other, _)| *other == letters)
                    && !(place == 1 && next == Some(2) && begun(list)) =>
            {
                list.push(*item)
            }
            _ => lists.push(vec![*item]),
        }
    }
    let list = |items: Vec<(usize, bool, u32)>| {
        let uncounted = |index: usize| {
            draft
                .paragraphs
                .get(index)
                .and_then(|paragraph| paragraph.label.as_ref())
                .is_some_and(|label| label.uncounted)
        };
        let known = items.iter().filter(|(index, ..)| new != Some(*index));
        let labels: Vec<_> = known.map(|(index, _, place)| (*place, *index, uncounted(*index))).collect();
        SubparagraphList {
            letters: items.first().is_some_and(|(_, letters, _)| *letters),
            owners: LabelOwners::of(&labels),
            items: items.into_iter().map(|(index, ..)| index).collect(),
        }
    };
    lists.into_iter().map(list).collect()
}

/// Whether a list has its first and second item already.
fn begun(list: &[(usize, bool, u32)]) -> bool {
    [1, 2].iter().all(|wanted| list.iter().any(|(.., place)| place == wanted))
}

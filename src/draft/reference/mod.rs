//! Which paragraph a reference means: the one answer that hover, definition, references, highlights, renaming,
//! renumbering, moving and the rules all go by.
//!
//! Labels in the text say it, as they are: after a paragraph was cut and put elsewhere, its label still names it. Where a
//! label stands twice, the one that breaks the sequence is new, and the other one is meant; where both might be, neither
//! is.

mod lists;
mod notes;
mod owners;
mod sides;
mod tracker;

use std::collections::HashMap;

use super::label::sub_value;
use super::{Draft, LabelValue, ParagraphKind, Reference, ReferenceTarget, SubLabel};
use crate::language::Language;
pub use lists::{SubparagraphList, SubparagraphLists, place};
pub use notes::{NoteNumber, NoteReference, note_references};
use owners::{LabelOwner, LabelOwners};
pub use sides::SideWord;
pub use tracker::{ReferenceTracker, StaleReference};

/// Why a label leads to no single paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unresolved {
    /// No paragraph has it.
    Gone,
    /// Several have it.
    Ambiguous,
}

/// What a reference means, as indices into [`Draft::paragraphs`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ResolvedReference {
    /// The operative paragraph; `None` where labels stand alone.
    pub paragraph: Option<Result<usize, Unresolved>>,
    /// What each of its subparagraph labels leads to. Those behind one that is unresolved are so as well.
    pub subparagraphs: Vec<Result<usize, Unresolved>>,
}

impl ResolvedReference {
    /// The innermost paragraph, if nothing on the way to it is unresolved.
    pub fn innermost(&self) -> Option<usize> {
        let last = self.subparagraphs.last().copied().or(self.paragraph)?;
        last.ok()
    }

    /// The innermost paragraph that can be shown: of a reference to a subparagraph that isn't there, the one above it.
    pub fn nearest(&self) -> Option<usize> {
        let path = self.paragraph.iter().chain(&self.subparagraphs);
        path.map_while(|step| step.ok()).last()
    }
}

/// All that references to the draft's own paragraphs may mean.
#[derive(Debug)]
pub struct ReferenceResolver<'a> {
    draft: &'a Draft,
    lists: SubparagraphLists,
    /// The runs of operative paragraphs.
    runs: HashMap<u32, ReferencedRun>,
    /// Who bears a number in all runs of a part.
    anywhere: HashMap<(usize, ParagraphNumber), LabelOwner>,
    /// The run that each paragraph's references mean first.
    near: Vec<Option<u32>>,
    /// Where each note is called first, by its part and number.
    calls: HashMap<(usize, &'a str), usize>,
}

/// A number with what is inserted after it.
type ParagraphNumber = (u32, u8);

#[derive(Debug)]
struct ReferencedRun {
    part: usize,
    /// The index of its first paragraph.
    first: usize,
    owners: LabelOwners<ParagraphNumber>,
    highest: u32,
}

impl<'a> ReferenceResolver<'a> {
    /// Goes through a draft once.
    pub fn of(draft: &'a Draft) -> ReferenceResolver<'a> {
        ReferenceResolver::without(draft, None)
    }

    /// The same where one paragraph, by its index, is so new that no reference can mean it, whatever its label is.
    pub fn ignoring(draft: &'a Draft, new: usize) -> ReferenceResolver<'a> {
        ReferenceResolver::without(draft, Some(new))
    }

    fn without(draft: &'a Draft, new: Option<usize>) -> ReferenceResolver<'a> {
        let mut numbers: HashMap<u32, Vec<(ParagraphNumber, usize, bool)>> = HashMap::new();
        for (index, paragraph) in draft.paragraphs.iter().enumerate() {
            if let (ParagraphKind::Operative, Some(label)) = (paragraph.kind, &paragraph.label)
                && let LabelValue::Number { number, insertion } = label.value
                && new != Some(index)
            {
                numbers.entry(paragraph.run).or_default().push(((number, insertion), index, label.uncounted));
            }
        }
        let run = |numbers: Vec<(ParagraphNumber, usize, bool)>| ReferencedRun {
            first: numbers.first().map_or(0, |(_, first, _)| *first),
            part: numbers.first().map_or(0, |(_, first, _)| part_of(draft, *first)),
            highest: numbers.iter().map(|((number, _), ..)| *number).max().unwrap_or(0),
            owners: LabelOwners::of(&numbers),
        };
        let mut calls = HashMap::new();
        for marker in &draft.markers {
            let part = draft.part_at(marker.range.start);
            calls.entry((part, marker.label.as_str())).or_insert(marker.range.start);
        }
        let runs: HashMap<u32, ReferencedRun> = numbers.into_iter().map(|(id, numbers)| (id, run(numbers))).collect();
        let mut anywhere = HashMap::new();
        for run in runs.values() {
            for (number, owner) in run.owners.all() {
                anywhere
                    .entry((run.part, number))
                    .and_modify(|several| *several = LabelOwner::Several)
                    .or_insert(owner);
            }
        }
        ReferenceResolver { draft, lists: SubparagraphLists::of(draft, new), runs, anywhere, near: near(draft), calls }
    }

    /// The lists of subparagraphs.
    pub fn lists(&self) -> &SubparagraphLists {
        &self.lists
    }

    /// The run whose numbers the references of a paragraph mean first: its own, or for one of the preamble that which
    /// follows it.
    pub fn run_near(&self, index: usize) -> Option<u32> {
        self.near.get(index).copied().flatten()
    }

    /// Whether a paragraph goes on with the sequence of its run, rather than having come from elsewhere.
    pub fn is_settled(&self, index: usize) -> bool {
        let run = self.draft.paragraphs.get(index).and_then(|paragraph| self.runs.get(&paragraph.run));
        run.is_some_and(|run| run.owners.is_settled(index))
    }

    /// Whether the numbers of the run that a paragraph is of increase from each to the next.
    pub fn is_in_order(&self, index: usize) -> bool {
        let run = self.draft.paragraphs.get(index).and_then(|paragraph| self.runs.get(&paragraph.run));
        run.is_some_and(|run| run.owners.is_in_order())
    }

    /// Whether the label of a paragraph names it, and no other one.
    pub fn is_named(&self, index: usize) -> bool {
        let owner = match self.lists.parent(index) {
            Some(parent) => {
                let list = self.lists.below(parent).find(|list| list.items.contains(&index));
                let place = lists::place(self.draft, index).map(|(_, place)| (Some(place), Some(place)));
                list.zip(place).and_then(|(list, place)| list.owner(place))
            }
            None => self.draft.paragraphs.get(index).and_then(|paragraph| {
                let LabelValue::Number { number, insertion } = paragraph.label.as_ref()?.value else {
                    return None;
                };
                self.runs.get(&paragraph.run)?.owners.owner(&(number, insertion))
            }),
        };
        owner == Some(LabelOwner::One(index))
    }

    /// What a reference means; `None` if it isn't to this draft.
    pub fn resolve(&self, reference: &Reference) -> Option<ResolvedReference> {
        let near = self.near(reference);
        let language = self.draft.language_at(reference.range.start);
        let Some(number) = reference.paragraph else {
            return self.bare(reference, near, language);
        };
        if reference.of != ReferenceTarget::ThisDraft {
            return None;
        }
        let paragraph = self.numbered((number, reference.insertion), near, reference.range.start);
        Some(self.below_number(paragraph, reference, language))
    }

    /// What a reference that stands in another text, in `language`, means in this draft: the paragraph of its number in the
    /// first run that has it. `None` of labels alone, which mean what stands around them.
    pub fn resolve_from_outside(&self, reference: &Reference, language: &Language) -> Option<ResolvedReference> {
        let number = (reference.paragraph?, reference.insertion);
        let owners = self.runs.values().filter_map(|run| Some((run.first, run.owners.owner(&number)?)));
        let paragraph = found(owners.min_by_key(|(first, _)| *first).map(|(_, owner)| owner));
        Some(self.below_number(paragraph, reference, language))
    }

    /// A reference whose number is resolved, with the labels behind it.
    fn below_number(
        &self,
        paragraph: Result<usize, Unresolved>,
        reference: &Reference,
        language: &Language,
    ) -> ResolvedReference {
        let mut above = paragraph;
        let subparagraphs = reference.subparagraphs.iter().map(|label| {
            above = above.and_then(|above| self.below(above, label, language));
            above
        });
        ResolvedReference { subparagraphs: subparagraphs.collect(), paragraph: Some(paragraph) }
    }

    /// The references of the draft that mean a paragraph of it, in order.
    pub fn references_to(&self, index: usize) -> impl Iterator<Item = &'a Reference> {
        let means = move |reference: &&Reference| {
            self.resolve(reference).and_then(|resolved| resolved.innermost()).is_some_and(|meant| meant == index)
        };
        self.draft.references.iter().filter(means)
    }

    /// The paragraph that a reference stands in; for one in a note, the one that calls the note.
    fn near(&self, reference: &Reference) -> Option<usize> {
        let at = reference.range.start;
        let note = self.draft.notes.partition_point(|note| note.range.start <= at).checked_sub(1);
        let note = note.and_then(|i| self.draft.notes.get(i)).filter(|note| at < note.range.end);
        let called = note.and_then(|note| self.calls.get(&(self.draft.part_at(at), note.label.as_str())));
        self.paragraph_at(called.copied().unwrap_or(at))
    }

    /// The last paragraph that begins before or at a byte of the draft.
    pub fn paragraph_at(&self, at: usize) -> Option<usize> {
        self.draft.paragraphs.partition_point(|paragraph| paragraph.range.start <= at).checked_sub(1)
    }

    /// The operative paragraph of a number: that of the run around the reference, and where this does not
    /// count as far, of the only other run of this part that does.
    fn numbered(&self, number: ParagraphNumber, near: Option<usize>, at: usize) -> Result<usize, Unresolved> {
        let part = self.draft.part_at(at);
        let own = near.and_then(|near| *self.near.get(near)?);
        if let Some(run) = own.and_then(|own| self.runs.get(&own)).filter(|run| run.part == part)
            && (number.0 <= run.highest || run.owners.owner(&number).is_some())
        {
            return found(run.owners.owner(&number));
        }
        found(self.anywhere.get(&(part, number)).copied())
    }

    /// The subparagraph of a label right below a paragraph.
    fn below(&self, above: usize, label: &SubLabel, language: &Language) -> Result<usize, Unresolved> {
        let lists = self.lists.below(above);
        let mut owners = lists.filter_map(|list| list.owner(sub_value(&label.text, language)));
        match (owners.next(), owners.next()) {
            (Some(_), Some(_)) => Err(Unresolved::Ambiguous),
            (only, _) => found(only),
        }
    }

    /// What labels without a number mean: subparagraphs below the paragraph around them, or beside it, or further out.
    fn bare(&self, reference: &Reference, near: Option<usize>, language: &Language) -> Option<ResolvedReference> {
        let (first, rest) = reference.subparagraphs.split_first()?;
        let value = sub_value(&first.text, language);
        let mut around = near;
        let mut owner = around.and_then(|near| self.only_below(near, None, value));
        while let (None, Some(here)) = (owner, around) {
            around = self.lists.parent(here);
            owner = around.and_then(|above| self.only_below(above, Some(here), value));
        }
        // What is not said to be this draft's is only if there is such a subparagraph.
        if owner.is_none() && reference.of != ReferenceTarget::ThisDraft {
            return None;
        }
        let mut above = found(owner);
        let mut subparagraphs = vec![above];
        for label in rest {
            above = above.and_then(|above| self.below(above, label, language));
            subparagraphs.push(above);
        }
        Some(ResolvedReference { paragraph: None, subparagraphs })
    }

    /// The subparagraph of a value below a paragraph: in the list that `beside` is in, if it is there.
    fn only_below(&self, above: usize, beside: Option<usize>, value: (Option<u32>, Option<u32>)) -> Option<LabelOwner> {
        let own = beside.and_then(|beside| self.lists.below(above).find(|list| list.items.contains(&beside)));
        if let Some(owner) = own.and_then(|list| list.owner(value)) {
            return Some(owner);
        }
        let mut owners = self.lists.below(above).filter_map(|list| list.owner(value));
        match (owners.next(), owners.next()) {
            (Some(_), Some(_)) => Some(LabelOwner::Several),
            (only, _) => only,
        }
    }
}

fn found(owner: Option<LabelOwner>) -> Result<usize, Unresolved> {
    match owner {
        Some(LabelOwner::One(index)) => Ok(index),
        Some(LabelOwner::Several) => Err(Unresolved::Ambiguous),
        None => Err(Unresolved::Gone),
    }
}

fn part_of(draft: &Draft, index: usize) -> usize {
    draft.paragraphs.get(index).map_or(0, |paragraph| draft.part_at(paragraph.range.start))
}

/// The run that each paragraph's references mean first: its own, and for one of the preamble that which follows it.
fn near(draft: &Draft) -> Vec<Option<u32>> {
    let mut near = vec![None; draft.paragraphs.len()];
    let mut next = None;
    for (near, paragraph) in near.iter_mut().zip(&draft.paragraphs).rev() {
        let preambular = paragraph.kind == ParagraphKind::Preambular;
        if !preambular {
            next = Some(paragraph.run);
        }
        *near = if preambular { next } else { Some(paragraph.run) };
    }
    near
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::ENGLISH;

    /// The first words of what the only reference of a text means, in a draft with these labels.
    fn from_outside(said: &str, labels: [u32; 5]) -> Option<String> {
        let words = ["Decides", "Requests", "Invites", "Urges", "Thanks"].into_iter().zip(labels);
        let paragraphs: Vec<String> =
            words.map(|(word, label)| format!("{label}. {word} the keepers:\n\n(a) Rest;")).collect();
        let text = format!("The General Assembly,\n\nRecalling the night,\n\n{}\n", paragraphs.join("\n\n"));
        let draft = Draft::read(&text);
        let citing = format!(
            "The General Assembly,\n\nRecalling {said} of its resolution 93/7 of 3 December 2038,\n\n1. Rests.\n"
        );
        let citing = Draft::read(&citing);
        let resolved = ReferenceResolver::of(&draft).resolve_from_outside(citing.references.first()?, ENGLISH)?;
        let range = draft.paragraphs.get(resolved.nearest()?)?.range.clone();
        Some(text.get(range)?.split(' ').take(2).collect::<Vec<_>>().join(" "))
    }

    #[test]
    fn what_another_text_refers_to() {
        assert_eq!(from_outside("paragraph 3", [1, 2, 3, 4, 5]).as_deref(), Some("3. Invites"));
        assert_eq!(from_outside("paragraph 3", [3, 1, 2, 3, 4]).as_deref(), Some("3. Urges"));
        assert_eq!(from_outside("paragraph 2 (a)", [1, 2, 3, 4, 5]).as_deref(), Some("(a) Rest;"));
        // Of a subparagraph that isn't there, the paragraph.
        assert_eq!(from_outside("paragraph 2 (b)", [1, 2, 3, 4, 5]).as_deref(), Some("2. Requests"));
        assert_eq!(from_outside("paragraph 7", [1, 2, 3, 4, 5]), None);
        assert_eq!(from_outside("paragraph 2", [1, 2, 2, 3, 4]), None);
    }
}

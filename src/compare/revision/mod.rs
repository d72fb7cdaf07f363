//! A text beside an earlier one of which it was made: last year's resolution, the draft before its revision.
//!
//! [`TextRevision`] tells of each paragraph, heading and note where it comes from and what was done to it. Its number, the
//! number of a note that it calls, kinds of hyphens and spaces, and a reference to a paragraph that has another number now
//! are no changes.

mod pairing;
mod pieces;
pub(super) mod sentences;
#[cfg(test)]
mod tests;
mod words;

use std::collections::{HashMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::ops::Range;
use std::sync::{Arc, OnceLock};

use rapidhash::v3::rapidhash_v3;

use super::outline::{self, ComparedItem, outline, within};
use super::version::ItemKind;
use crate::draft::reference::ReferenceResolver;
use crate::draft::{Draft, NormalizedText};
use pairing::Pair;
pub use pieces::{PieceChange, RevisionPiece};
pub use sentences::ChangeCounts;
use words::{ComparedWord, words};

/// What was done to a paragraph, a heading or a note.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ParagraphChange {
    /// It says what it said.
    Same,
    /// Some of its words are others.
    Edited,
    /// It says what it said, in another place.
    Moved,
    /// Some of its words are others, and it stands in another place.
    MovedAndEdited,
    /// One became several.
    Split,
    /// Several became one.
    Merged,
    /// It was not there before.
    New,
    /// It is there no more.
    Gone,
}

impl ParagraphChange {
    /// A short name that never changes: programs read it.
    pub fn code(self) -> &'static str {
        match self {
            ParagraphChange::Same => "same",
            ParagraphChange::Edited => "edited",
            ParagraphChange::Moved => "moved",
            ParagraphChange::MovedAndEdited => "moved-edited",
            ParagraphChange::Split => "split",
            ParagraphChange::Merged => "merged",
            ParagraphChange::New => "new",
            ParagraphChange::Gone => "gone",
        }
    }
}

/// A paragraph, heading or note of one text or both, by their indices into [`TextRevision::old`] and
/// [`TextRevision::new`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RevisionRow {
    /// Which it was; several where they were merged.
    pub old: Vec<usize>,
    /// Which it is; several where it was split.
    pub new: Vec<usize>,
    /// What was done to it.
    pub change: ParagraphChange,
    /// Its label or number is another one.
    pub renumbered: bool,
}

/// A text beside an earlier one.
#[derive(Debug)]
pub struct TextRevision {
    /// What the earlier text has, its notes behind the rest.
    pub old: Vec<RevisionItem>,
    /// What the later text has, its notes behind the rest.
    pub new: Vec<RevisionItem>,
    /// What became of each, in the order of the later text; what is gone stands where it stood.
    pub rows: Vec<RevisionRow>,
    /// Which bytes of the earlier text were compared.
    old_part: Range<usize>,
}

/// A title, heading, paragraph or note, and its words.
#[derive(Debug, Clone)]
pub struct RevisionItem {
    /// What it is, and where.
    pub outline: ComparedItem,
    read: Arc<ItemWords>,
    /// The references in it to paragraphs of the same text, by their indices among those of the draft.
    references: Vec<usize>,
    /// What each of these is told apart by, once it is known which paragraphs are one.
    meant: Vec<u64>,
    /// All its words in one.
    said: u64,
    /// How many annexes and parts have begun.
    section: usize,
}

impl RevisionItem {
    /// A word's number by which it is told apart.
    fn exact(&self, word: &ComparedWord) -> u64 {
        word.reference.and_then(|at| self.meant.get(at)).copied().unwrap_or(word.exact)
    }

    /// The item before it is known which paragraphs are one.
    fn unpaired(&self) -> RevisionItem {
        RevisionItem { meant: Vec::new(), said: self.read.said, ..self.clone() }
    }
}

/// The words of an item, by themselves: whatever text they stand in, they stay the same.
#[derive(Debug)]
struct ItemWords {
    words: Vec<ComparedWord>,
    /// All of them in one.
    said: u64,
    shingles: OnceLock<Vec<u64>>,
    /// What they were taken of.
    source: u64,
}

impl ItemWords {
    fn of(text: &str, references: &[Range<usize>], source: u64) -> ItemWords {
        let words = words(text, references);
        ItemWords { said: said(words.iter().map(|word| word.exact)), words, shingles: OnceLock::new(), source }
    }

    /// A number for a text and for where in it references are.
    fn source(text: &str, references: &[Range<usize>]) -> u64 {
        let places = references.iter().flat_map(|place| [place.start as u64, place.end as u64]);
        said(places.chain([rapidhash_v3(text.as_bytes())]))
    }

    /// Each two words that stand together, once, in the order of their numbers; of a single word itself.
    fn shingles(&self) -> &[u64] {
        self.shingles.get_or_init(|| {
            let mut all: Vec<u64> = match self.words.as_slice() {
                [one] => vec![one.loose],
                words => words.windows(2).filter_map(two).collect(),
            };
            all.sort_unstable();
            all.dedup();
            all
        })
    }
}

fn two(pair: &[ComparedWord]) -> Option<u64> {
    let [one, next] = pair else { return None };
    Some(one.loose.rotate_left(17) ^ next.loose)
}

/// Numbers in one, that is the same for no others.
fn said(numbers: impl Iterator<Item = u64>) -> u64 {
    let bytes: Vec<u8> = numbers.flat_map(u64::to_le_bytes).collect();
    rapidhash_v3(&bytes)
}

/// The items of a draft, those of the part in one language where it has several. Words that are `known` aren't taken anew.
fn items(text: &str, draft: &Draft, part: &Range<usize>, known: &[RevisionItem]) -> Vec<RevisionItem> {
    let known: HashMap<u64, &Arc<ItemWords>> = known.iter().map(|item| (item.read.source, &item.read)).collect();
    let mut section = 0;
    let mut items: Vec<RevisionItem> = Vec::with_capacity(draft.paragraphs.len() + draft.notes.len() + 8);
    let all = outline(text, draft, part).into_iter().chain(outline::notes(draft, part));
    for outline in all {
        section += usize::from(matches!(outline.kind, ItemKind::Annex | ItemKind::Part));
        let flow = flow(text, draft, &outline);
        let (references, places): (Vec<usize>, Vec<Range<usize>>) =
            own_references(draft, &outline.range).map(|(index, range)| (index, flow.place(range))).unzip();
        let source = ItemWords::source(&flow.text, &places);
        let words = || Arc::new(ItemWords::of(&flow.text, &places, source));
        let read = known.get(&source).map_or_else(words, |known| Arc::clone(known));
        let section = if outline.kind == ItemKind::Note { 0 } else { section };
        items.push(RevisionItem { outline, said: read.said, read, references, meant: Vec::new(), section });
    }
    items
}

/// What an item says, without its label or number.
fn flow(text: &str, draft: &Draft, item: &ComparedItem) -> NormalizedText {
    match (item.kind, item.index) {
        (ItemKind::Note, Some(index)) => draft.notes.get(index).map(|note| note.running(text)).unwrap_or_default(),
        (_, Some(index)) => draft.running(text, index),
        (kind, _) => {
            // A title's number is none of its words.
            let title = draft.title.as_ref().map(|title| &title.range).filter(|_| kind == ItemKind::Title);
            let range = title.filter(|title| within(title, &item.range)).unwrap_or(&item.range);
            NormalizedText::of(text.get(range.clone()).unwrap_or_default(), range.start)
        }
    }
}

/// The references in a range to paragraphs of the same text, each with its index.
fn own_references<'a>(draft: &'a Draft, range: &Range<usize>) -> impl Iterator<Item = (usize, &'a Range<usize>)> {
    let (first, end) = (draft.references.partition_point(|reference| reference.range.start < range.start), range.end);
    let here = draft.references.iter().enumerate().skip(first).take_while(move |(_, one)| one.range.start < end);
    let own = here.filter(|(_, one)| one.of == crate::draft::ReferenceTarget::ThisDraft);
    own.map(|(index, one)| (index, &one.range))
}

impl TextRevision {
    /// Puts a text beside an earlier one, each with the text that it was read of. Of texts with several languages those parts
    /// are compared that are in the language of the later one's first.
    pub fn between(old: (&str, &Draft), new: (&str, &Draft)) -> TextRevision {
        TextRevision::knowing(None, old, new)
    }

    /// The same as [`TextRevision::between`] gives, for a later text that was edited since it was put beside the same earlier one:
    /// what was not touched is not read again.
    pub fn again(&self, old: (&str, &Draft), new: (&str, &Draft)) -> TextRevision {
        TextRevision::knowing(Some(self), old, new)
    }

    fn knowing(
        known: Option<&TextRevision>,
        (old_text, old_draft): (&str, &Draft),
        (new_text, new_draft): (&str, &Draft),
    ) -> TextRevision {
        let new_part = new_draft.parts.first();
        let language = new_part.map(|part| part.language.code);
        let same = old_draft.parts.iter().find(|part| Some(part.language.code) == language);
        let part = |part: Option<&crate::draft::LanguagePart>, text: &str| {
            part.map_or(0..text.len(), |part| part.range.clone())
        };
        let old_part = part(same.or(old_draft.parts.first()), old_text);
        let mut old = match known.filter(|known| known.old_part == old_part) {
            Some(known) => known.old.iter().map(RevisionItem::unpaired).collect(),
            None => items(old_text, old_draft, &old_part, &[]),
        };
        let known = known.map(|known| known.new.as_slice()).unwrap_or_default();
        let mut new = items(new_text, new_draft, &part(new_part, new_text), known);
        let mut pairs = pairing::pair(&old, &new);
        pair_called_notes((&old, old_draft), (&new, new_draft), &mut pairs);
        let joined = Joined::of(&old, &new, &pairs);
        follow((&mut old, old_draft), (&mut new, new_draft), &pairs, &joined);
        let rows = rows(&old, &new, &pairs, &joined);
        TextRevision { old, new, rows, old_part }
    }
}

/// Pairs the notes that nothing is like, where they are called at the same place of a paragraph: another document is cited
/// there now.
fn pair_called_notes(
    (old, old_draft): (&[RevisionItem], &Draft),
    (new, new_draft): (&[RevisionItem], &Draft),
    pairs: &mut Vec<Pair>,
) {
    let (was, is) = (calls(old, old_draft), calls(new, new_draft));
    let mut taken: (HashSet<usize>, HashSet<usize>) = pairs.iter().copied().unzip();
    let mut found = Vec::new();
    for (o, n) in pairs.iter() {
        let (Some(before), Some(after)) = (was.get(o), is.get(n)) else { continue };
        let left = |notes: &[usize], taken: &HashSet<usize>| {
            notes.iter().copied().filter(|note| !taken.contains(note)).collect::<Vec<usize>>()
        };
        let (before, after) = (left(before, &taken.0), left(after, &taken.1));
        if before.len() == after.len() {
            taken.0.extend(&before);
            taken.1.extend(&after);
            found.extend(before.into_iter().zip(after));
        }
    }
    pairs.extend(found);
    pairs.sort_by_key(|(_, n)| *n);
}

/// The notes that each paragraph calls, in order, by their places among the items.
fn calls(items: &[RevisionItem], draft: &Draft) -> HashMap<usize, Vec<usize>> {
    let mut notes: HashMap<&str, usize> = HashMap::new();
    for (at, item) in items.iter().enumerate().filter(|(_, item)| item.outline.kind == ItemKind::Note) {
        notes.entry(item.outline.path.as_str()).or_insert(at);
    }
    let mut calls: HashMap<usize, Vec<usize>> = HashMap::new();
    let text: Vec<(usize, usize)> = items
        .iter()
        .enumerate()
        .filter(|(_, item)| item.outline.kind != ItemKind::Note)
        .map(|(at, item)| (item.outline.range.start, at))
        .collect();
    for marker in &draft.markers {
        let behind = text.partition_point(|(start, _)| *start <= marker.range.start);
        let caller = behind.checked_sub(1).and_then(|at| text.get(at));
        if let (Some((_, caller)), Some(note)) = (caller, notes.remove(marker.label.as_str())) {
            calls.entry(*caller).or_default().push(note);
        }
    }
    calls
}

/// Tells references apart by what they mean: one that means the paragraph that it meant is the same, whatever its number is.
fn follow(
    (old, old_draft): (&mut [RevisionItem], &Draft),
    (new, new_draft): (&mut [RevisionItem], &Draft),
    pairs: &[Pair],
    joined: &Joined,
) {
    let refers = |items: &[RevisionItem]| items.iter().any(|item| !item.references.is_empty());
    if !refers(old) && !refers(new) {
        return;
    }
    // Paragraphs of both texts that are one go by the index of the earlier one.
    let index = |items: &[RevisionItem], at: usize| {
        items.get(at).filter(|item| item.outline.kind != ItemKind::Note).and_then(|item| item.outline.index)
    };
    let mut same: HashMap<usize, usize> =
        pairs.iter().filter_map(|(o, n)| Some((index(new, *n)?, index(old, *o)?))).collect();
    let split = joined.split.iter().filter_map(|(n, to)| Some((index(new, *n)?, *same.get(&index(new, *to)?)?)));
    let split: Vec<(usize, usize)> = split.collect();
    same.extend(split);
    let merged = joined.merged.iter().filter_map(|(o, to)| Some((index(old, *o)?, index(old, *to)?)));
    let merged: HashMap<usize, usize> = merged.collect();
    let name = |items: &mut [RevisionItem], draft: &Draft, meant: &dyn Fn(usize) -> Option<usize>| {
        let resolver = ReferenceResolver::of(draft);
        for item in items.iter_mut().filter(|item| !item.references.is_empty()) {
            let number = |index: &usize| {
                let Some(reference) = draft.references.get(*index) else { return 0 };
                let leads = resolver.resolve(reference).and_then(|resolved| resolved.innermost()).and_then(meant);
                let mut hasher = DefaultHasher::new();
                match leads {
                    Some(paragraph) => ("paragraph", paragraph).hash(&mut hasher),
                    None => {
                        ("number", reference.paragraph, reference.insertion).hash(&mut hasher);
                        reference.subparagraphs.iter().for_each(|label| label.text.hash(&mut hasher));
                    }
                }
                hasher.finish()
            };
            item.meant = item.references.iter().map(number).collect();
            item.said = said(item.read.words.iter().map(|word| item.exact(word)));
        }
    };
    name(old, old_draft, &|index| Some(merged.get(&index).copied().unwrap_or(index)));
    name(new, new_draft, &|index| same.get(&index).copied());
}

/// What became of each item.
fn rows(old: &[RevisionItem], new: &[RevisionItem], pairs: &[Pair], joined: &Joined) -> Vec<RevisionRow> {
    let (_, of_new) = partners(pairs, old.len(), new.len());
    let moved = moved(old, new, pairs);
    let mut rows: Vec<RevisionRow> = Vec::with_capacity(new.len() + 8);
    // Where what is gone stood: behind the row of the item before it.
    let mut row_of_old: Vec<Option<usize>> = vec![None; old.len()];
    for (n, item) in new.iter().enumerate() {
        if joined.split.contains_key(&n) {
            continue;
        }
        let row = match of_new.get(n).copied().flatten() {
            None => RevisionRow { old: Vec::new(), new: vec![n], change: ParagraphChange::New, renumbered: false },
            Some(o) => {
                let olds = joined.with(&joined.merged, o);
                let news = joined.with(&joined.split, n);
                let before = old.get(o);
                let is_same = before.is_some_and(|before| before.said == item.said);
                let change = match (is_same, moved.contains(&n)) {
                    _ if news.len() > 1 => ParagraphChange::Split,
                    _ if olds.len() > 1 => ParagraphChange::Merged,
                    (true, false) => ParagraphChange::Same,
                    (false, false) => ParagraphChange::Edited,
                    (true, true) => ParagraphChange::Moved,
                    (false, true) => ParagraphChange::MovedAndEdited,
                };
                let renumbered = before.is_some_and(|before| before.outline.path != item.outline.path);
                RevisionRow { old: olds, new: news, change, renumbered }
            }
        };
        for o in &row.old {
            if let Some(place) = row_of_old.get_mut(*o) {
                *place = Some(rows.len());
            }
        }
        rows.push(row);
    }
    // What stands in another place doesn't tell where others stood.
    let stays = |row: usize| rows.get(row).is_some_and(|row| !row.new.iter().any(|n| moved.contains(n)));
    let mut behind: Vec<(usize, usize)> = Vec::new();
    let mut last = 0;
    for (o, row) in row_of_old.iter().enumerate() {
        match row {
            Some(row) if stays(*row) => last = row + 1,
            Some(_) => {}
            None => behind.push((last, o)),
        }
    }
    let mut gone = behind.into_iter().peekable();
    let mut all = Vec::with_capacity(rows.len() + 8);
    for (at, row) in rows.into_iter().map(Some).chain([None]).enumerate() {
        while let Some((_, o)) = gone.next_if(|(before, _)| *before <= at) {
            all.push(RevisionRow { old: vec![o], new: Vec::new(), change: ParagraphChange::Gone, renumbered: false });
        }
        all.extend(row);
    }
    all
}

/// For each item of the earlier text the one of the later that it is paired with, and the other way round.
fn partners(pairs: &[Pair], old: usize, new: usize) -> (Vec<Option<usize>>, Vec<Option<usize>>) {
    let (mut of_old, mut of_new) = (vec![None; old], vec![None; new]);
    for (o, n) in pairs {
        if let (Some(a), Some(b)) = (of_new.get_mut(*n), of_old.get_mut(*o)) {
            (*a, *b) = (Some(*o), Some(*n));
        }
    }
    (of_old, of_new)
}

/// Items that became several, or came out of several.
struct Joined {
    /// The later item that another later one was split off, by the latter.
    split: HashMap<usize, usize>,
    /// The earlier item that another earlier one was merged into, by the latter.
    merged: HashMap<usize, usize>,
}

/// How much of what is left of a paragraph must be in one beside its own to have come from there.
const SPLIT_OFF: f32 = 0.6;

/// So many words are told to have come from elsewhere.
const SPLIT_WORDS: usize = 6;

impl Joined {
    fn of(old: &[RevisionItem], new: &[RevisionItem], pairs: &[Pair]) -> Joined {
        let (of_old, of_new) = partners(pairs, old.len(), new.len());
        Joined { split: split_off(new, old, &of_new), merged: split_off(old, new, &of_old) }
    }

    /// An item and those that are one with it, in order.
    fn with(&self, joined: &HashMap<usize, usize>, item: usize) -> Vec<usize> {
        let mut all: Vec<usize> =
            joined.iter().filter(|(_, to)| **to == item).map(|(at, _)| *at).chain([item]).collect();
        all.sort_unstable();
        all
    }
}

/// Those of some items without a pair that stand beside one whose own pair has their words, too.
fn split_off(items: &[RevisionItem], others: &[RevisionItem], pairs: &[Option<usize>]) -> HashMap<usize, usize> {
    let mut found: HashMap<usize, usize> = HashMap::new();
    for (at, item) in items.iter().enumerate() {
        let alone = pairs.get(at).is_some_and(Option::is_none);
        if !alone || item.read.words.len() < SPLIT_WORDS || item.outline.kind.is_heading() {
            continue;
        }
        let own = item.read.shingles();
        let beside = [at.checked_sub(1), Some(at + 1)].into_iter().flatten();
        let origin = beside.filter_map(|beside| {
            let neighbour = found.get(&beside).copied().unwrap_or(beside);
            let pair = others.get(pairs.get(neighbour).copied().flatten()?)?;
            let kept = items.get(neighbour)?.read.shingles();
            let whole = pair.read.shingles();
            let is_there =
                |shingle: &&u64| whole.binary_search(shingle).is_ok() && kept.binary_search(shingle).is_err();
            let share = own.iter().filter(is_there).count() as f32 / own.len().max(1) as f32;
            (share >= SPLIT_OFF).then_some((neighbour, share))
        });
        if let Some((neighbour, _)) = origin.max_by(|a, b| a.1.total_cmp(&b.1)) {
            found.insert(at, neighbour);
        }
    }
    found
}

/// The later items that stand in another order than most: subparagraphs among those of their paragraph, the rest in all.
fn moved(old: &[RevisionItem], new: &[RevisionItem], pairs: &[Pair]) -> HashSet<usize> {
    let (above_old, above_new) = (parents(old), parents(new));
    let paired: HashMap<usize, usize> = pairs.iter().map(|(o, n)| (*n, *o)).collect();
    // The pairs below each paragraph of the later text; those without one are all below none.
    let mut lists: HashMap<Option<usize>, Vec<Pair>> = HashMap::new();
    let mut moved = HashSet::new();
    for (o, n) in pairs {
        let parent = |above: &[Option<usize>], at: usize| above.get(at).copied().flatten();
        let (was, is) = (parent(&above_old, *o), parent(&above_new, *n));
        let of_notes = new.get(*n).is_some_and(|item| item.outline.kind == ItemKind::Note);
        match is {
            // Notes stand where they are called.
            _ if of_notes => {}
            Some(above) if was != paired.get(&above).copied() => {
                // Below a paragraph that is new they have moved, unless what they stood below became a part of it.
                let stays = was.is_none() && !paired.contains_key(&above);
                if !stays {
                    moved.insert(*n);
                }
            }
            None if was.is_some() => {
                lists.entry(None).or_default().push((*o, *n));
            }
            above => lists.entry(above).or_default().push((*o, *n)),
        }
    }
    for list in lists.values_mut() {
        list.sort_by_key(|(_, n)| *n);
        let keep = longest_increasing(list);
        moved.extend(list.iter().enumerate().filter(|(at, _)| !keep.contains(at)).map(|(_, (_, n))| *n));
    }
    moved
}

/// For each item the paragraph that it stands below.
fn parents(items: &[RevisionItem]) -> Vec<Option<usize>> {
    let mut open: Vec<usize> = Vec::new();
    let parent = |(at, item): (usize, &RevisionItem)| {
        let level = usize::from(item.outline.level);
        let of = |at: &usize| items.get(*at).map_or(0, |item| usize::from(item.outline.level));
        while open.last().is_some_and(|last| of(last) >= level) {
            open.pop();
        }
        let above = open.last().copied();
        open.push(at);
        above
    };
    items.iter().enumerate().map(parent).collect()
}

/// The most pairs, by their places in the list, of which the earlier ones keep the order of the later ones.
fn longest_increasing(pairs: &[Pair]) -> HashSet<usize> {
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(pairs.len());
    let old = |at: usize| pairs.get(at).map_or(0, |(o, _)| *o);
    for at in 0..pairs.len() {
        let place = ends.partition_point(|end| old(*end) < old(at));
        before.push(place.checked_sub(1).and_then(|place| ends.get(place)).copied());
        match ends.get_mut(place) {
            Some(end) => *end = at,
            None => ends.push(at),
        }
    }
    let mut keep = HashSet::new();
    let mut last = ends.last().copied();
    while let Some(at) = last {
        keep.insert(at);
        last = before.get(at).copied().flatten();
    }
    keep
}

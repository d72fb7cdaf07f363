//! Notes are counted by where they are first called, and "see note 3 above" follows.
//!
//! Where the layout gathers notes, one under the other, their texts are put in the order of their numbers as well. In text
//! as out of a PDF, where each page has its own, only the numbers change.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::{LeftUnchanged, Renumbered, UnchangedReason};
use crate::draft::edit::apply;
use crate::draft::reference::{NoteReference, note_references};
use crate::draft::{Draft, Edit, Layout, Marker, Note};
use crate::script::{is_invisible, number_in};

/// Counts the notes of every part, and adds the edits to those that were made of the same draft. `place` tells where a
/// marker will stand.
pub fn renumber(text: &str, draft: &Draft, done: &mut Renumbered, place: impl Fn(&Marker) -> usize) {
    let mut markers: Vec<Vec<&Marker>> = draft.parts.iter().map(|_| Vec::new()).collect();
    for marker in &draft.markers {
        if let Some(part) = markers.get_mut(draft.part_at(marker.range.start)) {
            part.push(marker);
        }
    }
    let mut notes: Vec<Vec<&Note>> = draft.parts.iter().map(|_| Vec::new()).collect();
    for note in &draft.notes {
        if let Some(part) = notes.get_mut(draft.part_at(note.label_range.start)) {
            part.push(note);
        }
    }
    let mut references = None;
    for (index, (mut markers, notes)) in markers.into_iter().zip(notes).enumerate() {
        markers.sort_by_key(|marker| place(marker));
        let first = if goes_on(draft) { lowest(&markers, &notes) } else { 1 };
        let Some(numbers) = part(text, first, &markers, &notes, done) else { continue };
        // They are looked for only where there is something to carry along.
        let references = references.get_or_insert_with(|| note_references(text, draft));
        let here = |reference: &&NoteReference| {
            reference.numbers.first().is_some_and(|number| draft.part_at(number.range.start) == index)
        };
        let number = |label: &str| numbers.get(label).copied();
        for reference in references.iter().filter(here) {
            carry(text, &notes, reference, &number, done);
        }
        done.edits.sort_by_key(|edit| edit.range.start);
        if draft.layout == Layout::Clean {
            for group in gathered(text, &notes) {
                put_in_order(text, group, &number, done);
            }
        }
    }
    done.edits.sort_by_key(|edit| edit.range.start);
}

/// Whether the text is a part of a resolution that is issued by itself, whose notes go on from the part before.
fn goes_on(draft: &Draft) -> bool {
    let part = draft.symbol.as_ref().and_then(|symbol| symbol.as_str().rsplit_once(' ')).map(|(_, part)| part);
    part.is_some_and(|part| part.len() == 1 && part.bytes().all(|b| b.is_ascii_uppercase()) && part != "A")
}

fn lowest(markers: &[&Marker], notes: &[&Note]) -> u32 {
    let labels = markers.iter().map(|marker| &marker.label).chain(notes.iter().map(|note| &note.label));
    labels.filter_map(|label| label.parse().ok()).min().unwrap_or(1)
}

/// Writes the numbers of a part's marks and notes. Gives the number of each label, if any is another one.
fn part<'a>(
    text: &str,
    first: u32,
    markers: &[&'a Marker],
    notes: &[&'a Note],
    done: &mut Renumbered,
) -> Option<HashMap<&'a str, u32>> {
    let mut seen = HashSet::new();
    if let Some(twice) = notes.iter().find(|note| !seen.insert(note.label.as_str())) {
        done.left.push(LeftUnchanged { range: twice.label_range.clone(), why: UnchangedReason::TwoNotes });
        return None;
    }
    let numbers = numbers(first, markers, notes);
    let number = |label: &str| numbers.get(label).copied();
    let written = markers.iter().map(|marker| (&marker.range, marker.label.as_str()));
    let written = written.chain(notes.iter().map(|note| (&note.label_range, note.label.as_str())));
    let edits: Vec<Edit> = written.filter_map(|(range, label)| edit(text, range, label, number(label)?)).collect();
    let changed = !edits.is_empty();
    done.edits.extend(edits);
    changed.then_some(numbers)
}

/// Writes the numbers of notes that a reader is sent to, and on which side of the note they stand that sends there.
fn carry(
    text: &str,
    notes: &[&Note],
    NoteReference { numbers, side }: &NoteReference,
    number: &impl Fn(&str) -> Option<u32>,
    done: &mut Renumbered,
) {
    let new = |old: u32| number(&old.to_string());
    let of = numbers.iter().map(|old| new(old.number)).collect::<Option<Vec<u32>>>();
    // To a note that isn't there.
    let Some(mut of) = of else { return };
    for (at, pair) in numbers.windows(2).enumerate() {
        let [from, to] = pair else { continue };
        if !to.ends_range {
            continue;
        }
        let mut held: Vec<u32> = (from.number..=to.number).filter_map(&new).collect();
        held.sort_unstable();
        let Some((lowest, highest)) = held.first().zip(held.last()) else { continue };
        if held.windows(2).any(|pair| matches!(pair, [a, b] if a + 1 != *b)) {
            done.left.push(LeftUnchanged { range: from.range.start..to.range.end, why: UnchangedReason::Scattered });
            return;
        }
        if let Some([first, last]) = of.get_mut(at..at + 2) {
            (*first, *last) = (*lowest, *highest);
        }
    }
    for (old, new) in numbers.iter().zip(&of) {
        done.edits.extend(edit(text, &old.range, &old.number.to_string(), *new));
    }
    let Some((side, first)) = side.as_ref().zip(numbers.first()) else { return };
    let at = first.range.start;
    let here = notes.partition_point(|note| note.range.start <= at).checked_sub(1).and_then(|here| notes.get(here));
    let here = here.filter(|note| note.range.contains(&at)).map(|note| note.label.as_str());
    let (old_here, new_here) = (here.and_then(|here| here.parse::<u32>().ok()), here.and_then(number));
    let Some((old_here, new_here)) = old_here.zip(new_here) else { return };
    let said = numbers.iter().all(|old| (old.number < old_here) == side.above);
    if said && of.iter().all(|new| (*new < new_here) != side.above) {
        done.edits.push(Edit { range: side.range.clone(), text: side.other.to_owned() });
    }
}

/// The number of each label: first those that are called, in the order of their calls, then the notes that nothing calls.
fn numbers<'a>(first: u32, markers: &[&'a Marker], notes: &[&'a Note]) -> HashMap<&'a str, u32> {
    let labels = markers.iter().map(|marker| marker.label.as_str()).chain(notes.iter().map(|note| note.label.as_str()));
    let mut numbers = HashMap::new();
    let mut next = first;
    // A name stays a name.
    for label in labels.filter(|label| label.bytes().all(|b| b.is_ascii_digit())) {
        numbers.entry(label).or_insert_with(|| {
            next += 1;
            next - 1
        });
    }
    numbers
}

/// Another number in a mark, in its own digits.
fn edit(text: &str, mark: &Range<usize>, label: &str, number: u32) -> Option<Edit> {
    if label.parse() == Ok(number) {
        return None;
    }
    let (digits, script) = number_in(text.get(mark.clone())?)?;
    Some(Edit { range: mark.start + digits.start..mark.start + digits.end, text: script.write(number) })
}

/// The notes that stand one under the other, in groups.
fn gathered<'a, 'n>(text: &str, notes: &'a [&'n Note]) -> impl Iterator<Item = &'a [&'n Note]> {
    let mut ends = Vec::new();
    for (i, pair) in notes.windows(2).enumerate() {
        let [before, after] = pair else { continue };
        let between = text.get(before.range.end..after.range.start);
        // A bracket may open before a number.
        let blank = |c: char| c.is_whitespace() || is_invisible(c) || matches!(c, '[' | '^' | '(' | '⁽');
        if !between.is_some_and(|between| between.chars().all(blank)) {
            ends.push(i + 1);
        }
    }
    ends.push(notes.len());
    let mut start = 0;
    ends.into_iter().filter_map(move |end| notes.get(std::mem::replace(&mut start, end)..end))
}

/// Puts the notes of a group in the order of their numbers, each with the edits that were made in it.
fn put_in_order(text: &str, notes: &[&Note], number: &impl Fn(&str) -> Option<u32>, done: &mut Renumbered) {
    let mut order: Vec<&Note> = notes.to_vec();
    order.sort_by_key(|note| number(&note.label));
    let same = order.iter().zip(notes).all(|(a, b)| a.range == b.range);
    if same || notes.is_empty() {
        return;
    }
    let inside = |range: &Range<usize>, edit: &Edit| range.start <= edit.range.start && edit.range.end <= range.end;
    // Both notes and edits are in the order of the text.
    let around = |edit: &Edit| {
        let note = notes.partition_point(|note| note.range.start <= edit.range.start).checked_sub(1)?;
        notes.get(note).filter(|note| inside(&note.range, edit))
    };
    let (within, mut edits): (Vec<Edit>, Vec<Edit>) =
        std::mem::take(&mut done.edits).into_iter().partition(|edit| around(edit).is_some());
    for (place, note) in notes.iter().zip(order) {
        let first = within.partition_point(|edit| edit.range.start < note.range.start);
        let own: Vec<Edit> = within
            .get(first..)
            .unwrap_or_default()
            .iter()
            .take_while(|edit| edit.range.start <= note.range.end)
            .filter(|edit| inside(&note.range, edit))
            .map(|edit| Edit {
                range: edit.range.start - note.range.start..edit.range.end - note.range.start,
                text: edit.text.clone(),
            })
            .collect();
        let new = apply(&own, text.get(note.range.clone()).unwrap_or_default());
        if text.get(place.range.clone()).is_some_and(|old| old != new) {
            edits.push(Edit { range: place.range.clone(), text: new });
        }
    }
    edits.sort_by_key(|edit| edit.range.start);
    done.edits = edits;
}

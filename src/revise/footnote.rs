//! A new footnote: its mark at the cursor, the marks behind it renumbered, and the note begun in its place.

use std::ops::Range;

use super::renumber::{RenumberScope, renumber};
use crate::draft::edit::{MovedPlaces, apply, then};
use crate::draft::{Draft, Edit, MarkNotation, Marker, NoteInsertion, UNWRITTEN};
use crate::script::is_wide;
use crate::script::punctuation::{ends_sentence, is_colon, is_full_stop, parts_clauses};

crate::messages! {
    "footnote":
    /// Where no note can be called.
    pub not_here() = "No footnote can be called here. Put the cursor behind a word of a paragraph.";
    /// Where the draft's notes are numbered in a way that cannot be gone on with.
    pub unknown_notation() =
        "Nothing tells how the footnotes of this draft are marked. Write one raised mark and its note by hand.";
}

/// A footnote that is begun.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewFootnote {
    /// The changes, in the order of the text.
    pub edits: Vec<Edit>,
    /// Where the note's text is to be written, in bytes of the text after the changes.
    pub unwritten: Range<usize>,
}

/// Begins a footnote at a byte of a draft; `markdown` says that its file is one of Markdown, whose notation is used where the
/// draft has no note yet.
///
/// # Errors
///
/// What the user is told, where no note can be called.
pub fn insert(text: &str, draft: &Draft, at: usize, markdown: bool) -> Result<NewFootnote, crate::messages::Message> {
    let place = place(text, draft, at);
    if text.get(..place).is_none_or(|before| before.ends_with(char::is_whitespace) || before.is_empty()) {
        return Err(not_here());
    }
    let part = draft.part_at(place);
    let of_part = |byte: usize| draft.part_at(byte) == part;
    let notes = draft.notes.iter().filter(|note| of_part(note.label_range.start)).map(|note| note.label.as_str());
    let marks = draft.markers.iter().filter(|mark| of_part(mark.range.start)).map(|mark| mark.label.as_str());
    let mut labels = notes.chain(marks).peekable();
    let is_first = labels.peek().is_none();
    let number = labels.filter_map(|label| label.parse::<u32>().ok()).max().unwrap_or(0) + 1;
    let notation = match MarkNotation::at(text, draft, place) {
        Some(notation) => notation,
        None if markdown => MarkNotation::of_markdown(),
        None if is_first => MarkNotation::RAISED,
        None => return Err(unknown_notation()),
    };
    let mark = notation.write(number);
    let label = number.to_string();
    let called = Edit { range: place..place, text: mark.clone() };
    let with_mark = apply(std::slice::from_ref(&called), text);
    let read = Draft::read_as(&with_mark, draft.read_as);
    if marker(&read, &label, place..place + mark.len()).is_none() {
        return Err(not_here());
    }
    let places = NoteInsertion::of_all(&with_mark, &read);
    let begun = places.get(read.part_at(place)).and_then(|notes| notes.stub(&with_mark, &label, &mark));
    let begun = begun.ok_or_else(unknown_notation)?;
    let place = MovedPlaces::of(std::slice::from_ref(&begun)).after(place);
    let edits = then(text.len(), &[called], &[begun]);
    let with_note = apply(&edits, text);
    let read = Draft::read_as(&with_note, draft.read_as);
    let index = marker(&read, &label, place..place + mark.len()).ok_or_else(not_here)?;
    // Marks and notes are counted from the top; where two notes have one number, nobody can know how.
    let counted = renumber(&with_note, &read, RenumberScope::NOTES).edits;
    let edits = then(text.len(), &edits, &counted);
    let whole = apply(&edits, text);
    let read = Draft::read_as(&whole, draft.read_as);
    let note = read.markers.get(index).and_then(|marker| read.note_of(marker)).ok_or_else(not_here)?;
    let start = whole
        .get(note.label_range.end..note.range.end)
        .and_then(|words| words.find(UNWRITTEN))
        .map(|start| note.label_range.end + start)
        .ok_or_else(not_here)?;
    Ok(NewFootnote { edits, unwritten: start..start + UNWRITTEN.len() })
}

/// The index of the mark with a label that stands in a range of bytes.
fn marker(draft: &Draft, label: &str, within: Range<usize>) -> Option<usize> {
    let is_it = |marker: &Marker| marker.label == label && within.contains(&marker.range.start);
    draft.markers.iter().position(is_it)
}

/// Where the mark goes: behind the word that the cursor is in or behind, and on the side of the comma or full stop next to it on
/// which the language has marks.
fn place(text: &str, draft: &Draft, at: usize) -> usize {
    let at = (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    let before = text.get(..at).unwrap_or_default();
    let words = before.trim_end_matches([' ', '\t', '\u{a0}']);
    let mut at = if words.ends_with(['\n', '\r']) { at } else { words.len() };
    let is_letter = |c: &char| c.is_alphanumeric() && !is_wide(*c);
    let inside = |at: usize| text.get(..at).and_then(|before| before.chars().next_back()).filter(is_letter).is_some();
    while inside(at)
        && let Some(letter) = text.get(at..).and_then(|rest| rest.chars().next()).filter(is_letter)
    {
        at += letter.len_utf8();
    }
    let is_mark = |c: char| parts_clauses(c) || is_colon(c) || is_full_stop(c) || ends_sentence(c);
    if draft.language_at(at).marks.marker_first {
        let before = text.get(..at).unwrap_or_default();
        before.trim_end_matches(is_mark).trim_end_matches(['\u{a0}', '\u{202f}']).len()
    } else {
        let rest = text.get(at..).unwrap_or_default();
        at + rest.chars().next().filter(|c| is_mark(*c)).map_or(0, char::len_utf8)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The draft after a footnote was begun at `‸`, with the place of its text in the same way.
    fn inserted(draft: &str) -> String {
        let at = draft.find('‸').unwrap();
        let text = draft.replace('‸', "");
        let begun = insert(&text, &Draft::read(&text), at, false).unwrap();
        let mut text = apply(&begun.edits, &text);
        assert_eq!(&text[begun.unwritten.clone()], UNWRITTEN);
        text.insert(begun.unwritten.start, '‸');
        text
    }

    const RAISED: &str = "The General Assembly,

Recalling the Charter of the Lamps‸, and the Protocol thereto,¹

1. Decides to light the lamps.²

_______________
¹ Resolution 92/14.
² Resolution 92/15.
";

    #[test]
    fn the_marks_behind_it_are_renumbered_and_the_note_is_begun_in_its_place() {
        assert_eq!(
            inserted(RAISED),
            "The General Assembly,

Recalling the Charter of the Lamps,¹ and the Protocol thereto,²

1. Decides to light the lamps.³

_______________
¹ ‸…
² Resolution 92/14.
³ Resolution 92/15.
"
        );
        assert_eq!(
            inserted(
                "The General Assembly,\n\nRecalling the Charter,[^1] and the La‸mps,\n\n1. Decides.\n\n[^1]: See A/92/1.\n"
            ),
            "The General Assembly,\n\nRecalling the Charter,[^1] and the Lamps,[^2]\n\n1. Decides.\n\n[^1]: See A/92/1.\n[^2]: ‸…\n"
        );
    }

    #[test]
    fn the_first_one_is_raised_and_stands_on_the_languages_own_side() {
        for (draft, wanted) in [
            ("The General Assembly,\n\nRecalling the lamps‸,\n\n1. Decides.\n", "lamps,¹\n"),
            ("大会，\n\n回顾灯塔‸，\n\n1. 决定点灯。\n", "灯塔，¹\n"),
            ("L’Assemblée générale,\n\nRappelant les lampes,‸\n\n1. Décide d’attendre.\n", "lampes¹,\n"),
            ("La Asamblea General,\n\nRecordando las lámparas ‸,\n\n1. Decide esperar.\n", "lámparas¹ ,\n"),
            ("Генеральная Ассамблея,\n\nссылаясь на лампы‸,\n\n1. постановляет ждать.\n", "лампы¹,\n"),
            ("إن الجمعية العامة،\n\nإذ تشير إلى المصابيح‸،\n\n1 - تقرر الانتظار.\n", "المصابيح¹،\n"),
        ] {
            let text = inserted(draft);
            assert!(text.contains(wanted), "{text}");
            assert!(text.ends_with("\n\n_______________\n¹ ‸…\n"), "{text}");
        }
    }

    #[test]
    fn where_no_note_can_be_called_nothing_is_changed() {
        for draft in ["‸The General Assembly,\n\nRecalling the lamps,\n\n1. Decides.\n", "\n‸\n"] {
            let at = draft.find('‸').unwrap();
            let text = draft.replace('‸', "");
            assert_eq!(insert(&text, &Draft::read(&text), at, false), Err(not_here()), "{draft}");
        }
    }
}

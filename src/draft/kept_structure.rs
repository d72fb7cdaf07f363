//! Whether a draft that was edited is read as it was but for what was edited.

use std::ops::Range;

use super::edit::{Edit, MovedPlaces};
use super::{Draft, Label, Paragraph};

impl Draft {
    /// Whether `after`, which was read of the text with edits made, has the structure of this draft: the same languages and
    /// layout, headings, paragraphs, notes and marks in the same places. Labels, marks and notes that were edited may be
    /// others.
    pub fn keeps_structure(&self, edits: &[Edit], after: &Draft) -> bool {
        let places = MovedPlaces::of(edits);
        let languages = |draft: &Draft| draft.parts.iter().map(|part| part.language.code).collect::<Vec<_>>();
        let elements = after.elements.iter().map(|element| (element.kind, element.range.start));
        let markers = |draft: &Draft| -> Vec<(String, Range<usize>)> {
            draft.markers.iter().map(|marker| (marker.label.clone(), marker.range.clone())).collect()
        };
        let notes = |draft: &Draft| -> Vec<(String, Range<usize>)> {
            draft.notes.iter().map(|note| (note.label.clone(), note.label_range.clone())).collect()
        };
        self.layout == after.layout
            && languages(self) == languages(after)
            && self.title.is_some() == after.title.is_some()
            && self.elements.iter().map(|element| (element.kind, places.after(element.range.start))).eq(elements)
            && self.paragraphs.len() == after.paragraphs.len()
            && self.paragraphs.iter().zip(&after.paragraphs).all(|(a, b)| is_same_paragraph(&places, a, b))
            && are_same_marks(&places, &markers(self), &markers(after))
            && are_same_marks(&places, &notes(self), &notes(after))
    }
}

fn is_same_paragraph(places: &MovedPlaces<'_>, before: &Paragraph, after: &Paragraph) -> bool {
    let counted = |label: &Option<Label>| label.as_ref().map(|label| (label.value, label.uncounted));
    let start = before.range.start;
    let label = before.label.as_ref().map_or(start..start, |label| start..label.range.end);
    (before.kind, before.level, before.parent) == (after.kind, after.level, after.parent)
        && places.after(start) == after.range.start
        && (counted(&before.label) == counted(&after.label) || places.touch(&label))
}

/// Whether marks with their numbers are the same, but for those that were edited.
fn are_same_marks(
    places: &MovedPlaces<'_>,
    before: &[(String, Range<usize>)],
    after: &[(String, Range<usize>)],
) -> bool {
    let before = before.iter().filter(|(_, place)| !places.touch(place));
    let after = after.iter().filter(|(_, place)| !places.have_touched(place));
    let moved = before.map(|(label, place)| (label, places.after(place.start)));
    moved.eq(after.map(|(label, place)| (label, place.start)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::edit::apply;

    const TEXT: &str = "The General Assembly,\n\nRecalling the lamps,¹\n\n1. Decides:\n\n(a) To light them;\n\n(b) To wait.\n\n\
        _______________\n¹ A/93/5.\n";

    /// Whether the structure is kept when some words are replaced.
    fn keeps(old: &str, new: &str) -> bool {
        let start = TEXT.find(old).unwrap();
        let edits = [Edit { range: start..start + old.len(), text: new.to_owned() }];
        Draft::read(TEXT).keeps_structure(&edits, &Draft::read(&apply(&edits, TEXT)))
    }

    #[test]
    fn what_was_edited_may_be_another() {
        assert!(keeps("lamps", "many lamps of the harbours"));
        assert!(keeps("(b)", "(c)"));
        assert!(keeps("lamps,¹", "lamps¹,"));
        assert!(keeps("A/93/5.\n", "A/93/5.\n² A/93/6.\n"));
    }

    #[test]
    fn what_was_not_edited_is_as_it_was() {
        assert!(!keeps("(a) To light", "To light"), "a subparagraph is one no more");
        assert!(!keeps("The General Assembly,\n\n", ""), "nor the organ line");
        assert!(!keeps("lamps,¹\n\n", "lamps,¹ "), "two paragraphs are one");
    }
}

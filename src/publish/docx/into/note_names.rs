//! The names of notes, which are numbers, in ascending order.
//!
//! LibreOffice gives the note of the lowest number to the first call, that of the next number to the next call and so on, whatever
//! note a call names (`findings/notes-are-given-out-by-their-numbers.sh`). Word numbers notes in the order in which they are called each
//! time it saves. So a note that is put in between others needs a number between theirs; where there is none, those behind
//! it get higher ones. Nobody sees these numbers, and nothing else in a file refers to them.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// The document and the notes with numbers that ascend from the first new note on. Notes are new by their numbers.
pub fn ascending(document: &str, footnotes: &str, is_new: impl Fn(&str) -> bool) -> (String, String) {
    let calls = numbers(document, "<w:footnoteReference");
    let called: BTreeSet<i64> = calls.iter().map(|(_, number)| *number).collect();
    let notes = numbers(footnotes, "<w:footnote");
    // Those that stay as they are: the lines above the notes, and what nothing calls.
    let taken: BTreeSet<i64> = notes.iter().map(|(_, number)| *number).filter(|one| !called.contains(one)).collect();
    let mut renamed: BTreeMap<i64, i64> = BTreeMap::new();
    let mut last = 0;
    let mut has_begun = false;
    for (_, number) in &calls {
        if renamed.contains_key(number) {
            continue;
        }
        let is_new = is_new(&number.to_string());
        has_begun |= is_new;
        let mut name = if is_new { last + 1 } else { (*number).max(if has_begun { last + 1 } else { i64::MIN }) };
        while taken.contains(&name) {
            name += 1;
        }
        renamed.insert(*number, name);
        last = last.max(name);
    }
    (with_numbers(document, &calls, &renamed), with_numbers(footnotes, &notes, &renamed))
}

/// The numbers of elements of a name, and where they stand.
fn numbers(xml: &str, element: &str) -> Vec<(Range<usize>, i64)> {
    let of = |(start, _): (usize, &str)| {
        let tag = xml.get(start..)?;
        let tag = tag.get(..tag.find('>')?)?;
        // Longer names begin alike.
        tag.get(element.len()..)?.starts_with(char::is_whitespace).then_some(())?;
        let at = tag.find("w:id=")? + "w:id=".len() + 1;
        let number = tag.get(at..)?.split(['"', '\'']).next()?;
        Some((start + at..start + at + number.len(), number.parse().ok()?))
    };
    xml.match_indices(element).filter_map(of).collect()
}

fn with_numbers(xml: &str, places: &[(Range<usize>, i64)], renamed: &BTreeMap<i64, i64>) -> String {
    let mut written = String::with_capacity(xml.len());
    let mut at = 0;
    for (place, number) in places {
        written.push_str(xml.get(at..place.start).unwrap_or_default());
        written.push_str(&renamed.get(number).unwrap_or(number).to_string());
        at = place.end;
    }
    written + xml.get(at..).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The numbers of calls and notes after those of these were put in order.
    fn ordered(calls: &[i64], notes: &[i64], new: &[i64]) -> (Vec<i64>, Vec<i64>) {
        let document: String = calls.iter().map(|id| format!("<w:footnoteReference w:id=\"{id}\"/>")).collect();
        let footnotes: String = notes.iter().map(|id| format!("<w:footnote w:id=\"{id}\"><w:footnoteRef/>")).collect();
        let (document, footnotes) = ascending(&document, &footnotes, |id| new.iter().any(|new| new.to_string() == id));
        let of = |xml: &str, element: &str| numbers(xml, element).into_iter().map(|(_, number)| number).collect();
        (of(&document, "<w:footnoteReference"), of(&footnotes, "<w:footnote"))
    }

    #[test]
    fn notes_behind_a_new_one_get_higher_numbers() {
        assert_eq!(ordered(&[1, 4, 2, 3], &[-1, 0, 1, 4, 2, 3], &[4]), (vec![1, 2, 3, 4], vec![-1, 0, 1, 2, 3, 4]));
    }

    #[test]
    fn a_number_that_is_free_is_taken() {
        assert_eq!(ordered(&[2, 9, 5, 6], &[0, 1, 2, 9, 5, 6], &[9]), (vec![2, 3, 5, 6], vec![0, 1, 2, 3, 5, 6]));
    }

    #[test]
    fn what_is_called_before_the_first_new_note_stays() {
        assert_eq!(ordered(&[3, 1, 4], &[1, 3, 4], &[4]), (vec![3, 1, 4], vec![1, 3, 4]));
        assert_eq!(ordered(&[3, 1], &[1, 3], &[]), (vec![3, 1], vec![1, 3]));
    }

    #[test]
    fn numbers_of_what_nothing_calls_are_left_out() {
        assert_eq!(ordered(&[8, 3], &[0, 1, 8, 3, 4], &[8]), (vec![2, 3], vec![0, 1, 2, 3, 4]));
        assert_eq!(ordered(&[1, 8, 2], &[1, 8, 2, 3], &[8]), (vec![1, 2, 4], vec![1, 2, 4, 3]));
    }
}

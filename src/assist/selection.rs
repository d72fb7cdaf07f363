//! What a selection grows to: word, phrase, subparagraph, paragraph, part, all.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use super::outline::{OutlineItem, outline};
use crate::script::punctuation::{ends_sentence, parts_clauses};
use crate::workspace::ParsedText;

/// What ends a phrase inside a paragraph.
fn ends_phrase(c: char) -> bool {
    parts_clauses(c) || ends_sentence(c)
}

/// What a selection at a byte of the draft grows to, each inside the next; the last is the whole draft.
pub fn selections(reading: &ParsedText, offset: usize) -> Vec<Range<usize>> {
    let text = reading.text.as_str();
    let mut ranges = Vec::new();
    let paragraph = reading.draft.paragraphs.iter().find(|paragraph| holds(&paragraph.range, offset));
    let note = reading.draft.notes.iter().find(|note| holds(&note.range, offset));
    let block = paragraph.map(|paragraph| &paragraph.range).or(note.map(|note| &note.range)).cloned();
    let block = block.unwrap_or_else(|| line(text, offset));
    // The words without the label, if the selection begins there.
    let label = paragraph.and_then(|paragraph| paragraph.label.as_ref()).map(|label| label.range.end);
    let inner = label.filter(|end| *end < block.end).map_or(block.start, |end| {
        let rest = text.get(end..block.end).unwrap_or_default();
        end + (rest.len() - rest.trim_start().len())
    });
    let inner = if inner <= offset { inner..block.end } else { block.clone() };
    ranges.extend(word(text, &inner, offset));
    let cited = reading.draft.citations.iter().find(|citation| holds(&citation.range, offset));
    ranges.extend(cited.map(|citation| citation.range.clone()));
    ranges.extend(phrase(text, &inner, offset));
    ranges.push(inner);
    ranges.push(block);
    around(&outline(reading, reading.draft.language), offset, &mut ranges);
    ranges.push(0..text.len());
    // Only what grows.
    ranges.retain(|range| holds(range, offset));
    ranges.sort_by_key(|range| range.len());
    let mut grown: Vec<Range<usize>> = Vec::new();
    for range in ranges {
        let grows = |last: &Range<usize>| range.start <= last.start && last.end <= range.end && range != *last;
        if grown.last().is_none_or(grows) {
            grown.push(range);
        }
    }
    grown
}

fn holds(range: &Range<usize>, offset: usize) -> bool {
    range.start <= offset && offset <= range.end
}

/// The word at a byte, or the character that is there instead.
fn word(text: &str, block: &Range<usize>, offset: usize) -> Option<Range<usize>> {
    let words = text.get(block.clone())?.split_word_bound_indices();
    let mut words = words.map(|(at, word)| (block.start + at..block.start + at + word.len(), word));
    let touching = words.by_ref().skip_while(|(range, _)| range.end < offset).take(2);
    let touching: Vec<_> = touching.filter(|(range, _)| holds(range, offset)).collect();
    let letters = touching.iter().find(|(_, word)| word.contains(char::is_alphanumeric));
    letters.or(touching.last()).map(|(range, _)| range.clone())
}

/// What stands between two marks, without them.
fn phrase(text: &str, block: &Range<usize>, offset: usize) -> Option<Range<usize>> {
    let (before, after) = (text.get(block.start..offset)?, text.get(offset..block.end)?);
    // A mark inside a number or a symbol ends nothing.
    let ends = |text: &str, at: usize, mark: char| {
        !mark.is_ascii()
            || text.get(at + 1..).is_none_or(|rest| rest.is_empty() || rest.starts_with(char::is_whitespace))
    };
    let start = before.rmatch_indices(ends_phrase).find(|(at, mark)| {
        mark.chars().all(|mark| ends(text.get(..block.end).unwrap_or_default(), block.start + at, mark))
    });
    let start = start.map_or(block.start, |(at, mark)| block.start + at + mark.len());
    let end = after.match_indices(ends_phrase).find(|(at, mark)| mark.chars().all(|mark| ends(after, *at, mark)));
    let end = end.map_or(block.end, |(at, _)| offset + at);
    let phrase = text.get(start..end)?;
    let start = start + (phrase.len() - phrase.trim_start().len());
    let end = end - (phrase.len() - phrase.trim_end().len());
    (start <= offset && offset <= end).then_some(start..end)
}

/// The line at a byte, where it is in no paragraph.
fn line(text: &str, offset: usize) -> Range<usize> {
    let start = text.get(..offset).and_then(|before| before.rfind('\n')).map_or(0, |at| at + 1);
    let end = text.get(offset..).and_then(|after| after.find('\n')).map_or(text.len(), |at| offset + at);
    start..end
}

/// The entries of the outline that a byte is in.
fn around(items: &[OutlineItem], offset: usize, ranges: &mut Vec<Range<usize>>) {
    for item in items.iter().filter(|item| holds(&item.range, offset)) {
        ranges.push(item.range.clone());
        around(&item.children, offset, ranges);
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixture::Fixture;
    use super::*;

    fn grown(marked: &str) -> Vec<String> {
        let fixture = Fixture::new(marked);
        let text = &fixture.reading.text;
        selections(&fixture.reading, fixture.cursor).into_iter().map(|range| text[range].to_owned()).collect()
    }

    #[test]
    fn a_selection_grows_from_the_word_to_all() {
        let draft = "The General Assembly,

Recalling its resolution 92/14,

1. Decides, at this time:

(a) To light the lamps, and the fires;
                    |
(b) To sleep;

2. Requests a report.
";
        let grown = grown(draft);
        let heads: Vec<&str> = grown.iter().map(|words| words.lines().next().unwrap()).collect();
        assert_eq!(
            heads,
            [
                "lamps",
                "To light the lamps",
                "To light the lamps, and the fires;",
                "(a) To light the lamps, and the fires;",
                "1. Decides, at this time:",
                "The General Assembly,"
            ]
        );
        assert!(grown[4].ends_with("(b) To sleep;"));
    }

    #[test]
    fn chinese_grows_too() {
        let grown = grown("大会，\n\n回顾其关于灯的第92/14号决议，并注意到报告，\n            |\n1. 决定点灯。\n");
        assert_eq!(grown[..2], ["14", "92/14"]);
        assert_eq!(grown[2], "回顾其关于灯的第92/14号决议");
        assert_eq!(grown[3], "回顾其关于灯的第92/14号决议，并注意到报告，");
    }
}

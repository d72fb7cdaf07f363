//! The piece of a line that is shown with a finding. Paragraphs are often one long line, and a text may be
//! one line of megabytes.

use std::ops::Range;

use annotate_snippets::{Annotation, AnnotationKind, Snippet};
use rapporteur::report::places::character_start;
use rapporteur::report::printable::printable_character;
use rapporteur::script::{is_invisible, is_wide};

/// Columns shown before the finding, and in all.
const BEFORE: usize = 40;
const WHOLE: usize = 100;

/// A piece of a text's line, and the finding in it.
pub struct Excerpt {
    shown: String,
    marked: Range<usize>,
}

impl Excerpt {
    /// The line in which the range begins, cut around it. What prints nothing is left out, so that the marks
    /// under the line stand where they belong.
    pub fn of(text: &str, range: &Range<usize>) -> Excerpt {
        let start = character_start(text, range.start);
        let (before, after) = text.split_at_checked(start).unwrap_or((text, ""));
        let mut shown = String::new();

        let mut room = BEFORE;
        let mut kept = Vec::new();
        for c in before.chars().rev().take_while(|c| !is_line_break(*c)).filter(|c| !is_invisible(*c)) {
            match room.checked_sub(width(c)) {
                Some(left) => room = left,
                None => {
                    kept.push('…');
                    break;
                }
            }
            kept.push(printable_character(c));
        }
        shown.extend(kept.iter().rev());

        let marked_start = shown.len();
        let mut marked_end = marked_start;
        let mut room = WHOLE - BEFORE;
        for (at, c) in after.char_indices().take_while(|(_, c)| !is_line_break(*c)) {
            if is_invisible(c) {
                continue;
            }
            match room.checked_sub(width(c)) {
                Some(left) => room = left,
                None => {
                    shown.push('…');
                    break;
                }
            }
            shown.push(printable_character(c));
            if start + at < range.end {
                marked_end = shown.len();
            }
        }
        Excerpt { shown, marked: marked_start..marked_end }
    }

    /// The piece as it is drawn, with the number of its line, from 1.
    pub fn snippet(&self, line: usize) -> Snippet<'_, Annotation<'_>> {
        Snippet::source(self.shown.as_str())
            .line_start(line)
            .annotation(AnnotationKind::Primary.span(self.marked.clone()))
    }
}

fn is_line_break(c: char) -> bool {
    matches!(c, '\n' | '\r')
}

fn width(c: char) -> usize {
    if is_wide(c) { 2 } else { 1 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_place_of_any_text_can_be_shown() {
        let text = "\u{feff}大会，\r\n决定😀\n\n\u{200f}ب\0 x";
        for start in 0..text.len() + 2 {
            for end in start..text.len() + 2 {
                let excerpt = Excerpt::of(text, &(start..end));
                assert!(excerpt.shown.get(excerpt.marked.clone()).is_some());
            }
        }
    }
}

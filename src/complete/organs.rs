//! The line of the organ that speaks, by its first letters.

use super::{Completions, CursorContext, Suggestion, SuggestionDetail, SuggestionKind, folded};
use crate::draft::{Edit, ElementKind};
use crate::language::{self, Language};
use crate::script::punctuation::is_comma;

/// The most bytes of a line that can be the beginning of one of these.
const LONGEST: usize = 120;

/// Where the organ's line begins that is being typed, in bytes of the line up to the cursor; `None` where none is. In any
/// language: what stands above it may be too little to tell which one the draft is in.
pub fn organ_line_start(head: &str) -> Option<usize> {
    let typed = head.trim_start();
    if typed.is_empty() || typed.len() > LONGEST {
        return None;
    }
    let begins = language::ALL.into_iter().any(|language| begun(language, typed).next().is_some());
    begins.then_some(head.len() - typed.len())
}

/// The organ lines of a language that begin with what was typed. Where words are parted by spaces, one letter tells too
/// little.
fn begun(language: &'static Language, typed: &str) -> impl Iterator<Item = &'static str> {
    let typed = folded(typed);
    let telling = typed.chars().nth(usize::from(language.naming.spaced)).is_some();
    let lines = language.reading.organ_lines.iter().filter(move |_| telling);
    lines.map(|(line, _)| *line).filter(move |line| line.len() > typed.len() && folded(line).starts_with(&typed))
}

/// The lines that begin so, with their comma, where the draft has none yet.
pub fn organ_lines(at: &CursorContext<'_>, start: usize) -> Completions {
    let draft = &at.params.reading.draft;
    let part = draft.part_at(at.line);
    let of_part = |place: usize| draft.part_at(place) == part;
    let here = at.line..=at.params.offset;
    let speaks = draft.elements.iter().any(|element| {
        let start = element.range.start;
        element.kind == ElementKind::OrganLine && of_part(start) && !here.contains(&start)
    });
    let begun_already =
        draft.paragraphs.iter().any(|paragraph| paragraph.range.end <= at.line && of_part(paragraph.range.start));
    if speaks || begun_already {
        return Completions::default();
    }
    let typed = at.typed(start);
    let of = |language: &'static Language| begun(language, typed).map(move |line| (language, line));
    let mut lines: Vec<(&'static Language, &'static str)> = of(at.language).collect();
    if lines.is_empty() {
        lines = language::ALL.into_iter().flat_map(of).collect();
    }
    let comma_follows = at.tail.trim_start().starts_with(is_comma);
    let items = lines.into_iter().map(|(language, line)| {
        let comma = if comma_follows { "" } else { language.marks.comma };
        let text = format!("{line}{comma}");
        Suggestion {
            kind: SuggestionKind::OrganLine,
            label: text.clone(),
            detail: None,
            filter: line.to_owned(),
            edit: Edit { range: at.range_from(start), text },
            about: SuggestionDetail::Nothing,
        }
    });
    Completions { items: items.collect(), partial: false }
}

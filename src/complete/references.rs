//! Numbers of paragraphs and notes of the draft itself.

use std::ops::Range;

use super::place::PartialReference;
use super::{Completions, CursorContext, Suggestion, SuggestionDetail, SuggestionKind, shortened};
use crate::draft::{Edit, LabelValue, MarkNotation, NormalizedText, Note, Paragraph, ParagraphKind};

/// The characters of a paragraph or note that a list shows.
const SHOWN: usize = 60;

/// The characters that stand beside it.
const TOLD: usize = 400;

/// How many paragraphs are offered, the nearest.
const MOST: usize = 60;

/// The numbers of the draft's operative paragraphs, the nearest above first.
pub fn paragraphs(at: &CursorContext<'_>, referring: &PartialReference) -> Completions {
    let draft = &at.params.reading.draft;
    let typed = at.typed(referring.start);
    let here = draft.paragraphs.iter().rev().find(|paragraph| paragraph.range.start <= at.params.offset);
    let run = here.filter(|here| here.kind != ParagraphKind::Preambular).map(|here| here.run);
    let own = |paragraph: &Paragraph| here.is_some_and(|here| here.range == paragraph.range);
    let is_above = |paragraph: &Paragraph| paragraph.range.start <= at.params.offset;
    let forms = &at.language.writing.reference;
    // "上文" says that it stands above.
    let said = referring.said.and_then(|(start, end)| at.head.get(start..end));
    let said_so = |paragraph: &Paragraph| {
        let [here, there] = if is_above(paragraph) { [forms.above, forms.below] } else { [forms.below, forms.above] };
        said.is_none_or(|said| here.starts_with(said) || !there.starts_with(said))
    };
    let numbered = draft.paragraphs.iter().filter_map(|paragraph| match paragraph.label.as_ref()?.value {
        LabelValue::Number { number, insertion: 0 } if paragraph.kind == ParagraphKind::Operative => {
            let near = run.is_none_or(|run| paragraph.run == run);
            let begun = number.to_string().starts_with(typed);
            (near && begun && !own(paragraph) && said_so(paragraph)).then_some((number, paragraph))
        }
        _ => None,
    });
    let mut numbered: Vec<(u32, &Paragraph)> = numbered.collect();
    numbered.sort_by_key(|(_, paragraph)| (!is_above(paragraph), paragraph.range.start.abs_diff(at.params.offset)));
    let partial = numbered.len() > MOST;
    let items = numbered.into_iter().take(MOST).map(|(number, paragraph)| {
        let form = match (said, is_above(paragraph)) {
            (Some(_), _) => forms.plain,
            (None, true) => forms.above,
            (None, false) => forms.below,
        };
        let words = words(at, paragraph);
        let text = form.replace("{}", &number.to_string());
        Suggestion {
            kind: SuggestionKind::Paragraph,
            label: text.clone(),
            detail: Some(shortened(&words, SHOWN)),
            filter: format!("{}{number}", at.head.get(referring.whole..referring.start).unwrap_or_default()),
            edit: Edit { range: at.range_from(referring.whole), text },
            about: SuggestionDetail::Words(shortened(&words, TOLD)),
        }
    });
    Completions { items: items.collect(), partial }
}

fn words(at: &CursorContext<'_>, paragraph: &Paragraph) -> String {
    let start =
        paragraph.label.as_ref().map_or(paragraph.range.start, |label| label.range.end.max(paragraph.range.start));
    NormalizedText::of(at.params.reading.text.get(start..paragraph.range.end).unwrap_or_default(), 0)
        .text
        .trim()
        .to_owned()
}

/// The numbers of the draft's notes, the next new one first.
pub fn notes(at: &CursorContext<'_>, start: usize, caret: bool) -> Completions {
    let draft = &at.params.reading.draft;
    let text = &at.params.reading.text;
    let part = draft.part_at(at.line);
    // A bracket alone begins a marker only where markers stand in brackets.
    let bracketed = |range: &Range<usize>| {
        let before = text.get(..range.start).unwrap_or_default();
        text.get(range.clone()).is_some_and(|mark| mark.starts_with('[') && !mark.starts_with("[^"))
            || before.ends_with('[')
    };
    if !caret && !draft.markers.iter().any(|marker| bracketed(&marker.range)) {
        return Completions::default();
    }
    let notes: Vec<&Note> = draft.notes.iter().filter(|note| draft.part_at(note.label_range.start) == part).collect();
    let numbers = notes.iter().filter_map(|note| note.label.parse::<u32>().ok());
    let called = draft.markers.iter().filter_map(|marker| marker.label.parse::<u32>().ok());
    let next = numbers.chain(called).max().unwrap_or(0) + 1;
    let typed = at.typed(start);
    let is_closed = at.tail.starts_with(']');
    // Who types `[^` in a draft whose marks are written otherwise means such a mark.
    let bracket = start.saturating_sub("[^".len());
    let here = at.line + bracket..=at.params.offset;
    let own = MarkNotation::among(text, draft, at.line, |marker| !here.contains(&marker.range.start));
    let own = own.filter(|notation| caret && *notation != MarkNotation::of_markdown());
    let written = |label: &str| match own.as_ref().zip(label.parse().ok()) {
        Some((notation, number)) => {
            let range = at.range_from(bracket);
            let end = range.end + usize::from(is_closed);
            Edit { range: range.start..end, text: notation.write(number) }
        }
        None => {
            let close = if is_closed { "" } else { "]" };
            Edit { range: at.range_from(start), text: format!("{label}{close}") }
        }
    };
    let item = |label: String, words: Option<&str>| Suggestion {
        kind: SuggestionKind::Note,
        detail: words.map(|words| shortened(words, SHOWN)),
        filter: if own.is_some() { format!("[^{label}") } else { label.clone() },
        edit: written(&label),
        about: words.map_or(SuggestionDetail::Nothing, |words| SuggestionDetail::Words(shortened(words, TOLD))),
        label,
    };
    let own = notes.iter().map(|note| item(note.label.clone(), Some(&note.text)));
    let items = std::iter::once(item(next.to_string(), None)).chain(own);
    Completions { items: items.filter(|item| item.label.starts_with(typed)).collect(), partial: false }
}

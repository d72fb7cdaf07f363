//! What a paragraph may open with where it begins, in the form that what stands above asks for.

use std::collections::HashMap;

use super::patterns::{CompletionPatterns, OpeningForm};
use super::place::{ParagraphBeginning, ParagraphSection};
use super::{Completions, CursorContext, Suggestion, SuggestionDetail, SuggestionKind, folded, shortened};
use crate::draft::{Edit, ElementKind, NormalizedText, Paragraph, ParagraphKind};
use crate::language::CompletionPhrases;
use crate::script::is_superscript;
use crate::script::punctuation::ends_paragraph;

/// The characters of a paragraph that are shown beside the opening that it has.
const SHOWN: usize = 160;

/// How many paragraphs above are looked at for what they open with.
const LOOKED_AT: usize = 40;

/// What the paragraph that begins here may open with.
pub fn openings(at: &CursorContext<'_>, beginning: ParagraphBeginning) -> Completions {
    let Some(patterns) = CompletionPatterns::of(at.language) else { return Completions::default() };
    let Some(part) = beginning.labelled.or_else(|| unlabelled(at)) else { return Completions::default() };
    let typed = folded(at.typed(beginning.start));
    let found = of_part(at, beginning, part, patterns, &typed);
    // A single operative paragraph has no number.
    if found.items.is_empty() && beginning.labelled.is_none() && !typed.is_empty() {
        return of_part(at, beginning, ParagraphSection::Operative, patterns, &typed);
    }
    found
}

fn of_part(
    at: &CursorContext<'_>,
    beginning: ParagraphBeginning,
    part: ParagraphSection,
    patterns: &CompletionPatterns,
    typed: &str,
) -> Completions {
    let draft = &at.params.reading.draft;
    let writing = at.language.writing;
    let (all, kind, first) = match part {
        ParagraphSection::Preamble => (&patterns.preambular, ParagraphKind::Preambular, writing.first_preambular),
        ParagraphSection::Operative => (&patterns.operative, ParagraphKind::Operative, writing.first_operative),
    };
    let table = if part == ParagraphSection::Preamble { writing.preambular } else { writing.operative };
    let above = above(at, kind);
    let text_of = |paragraph: &Paragraph| words(at, paragraph);
    let last = above.last().map(|paragraph| text_of(paragraph));
    let before = last.as_deref().and_then(|text| OpeningForm::of_text(all, text));
    // "Recalling", "Recalling also", "Recalling further", and again "Recalling".
    let next = before
        .map(|before| (before.rank, (before.form + 1) % 3))
        .filter(|(rank, form)| *form == 0 || all.iter().any(|opening| (opening.rank, opening.form) == (*rank, *form)));
    // Where two in a row open with the bare word, a third does too, more often than not: the draft doesn't vary it.
    let second = above.iter().rev().nth(1).map(|paragraph| text_of(paragraph));
    let second = second.as_deref().and_then(|text| OpeningForm::of_text(all, text));
    let repeats = |opening: &OpeningForm| {
        opening.form == 0
            && [before, second].iter().all(|above| above.is_some_and(|a| (a.rank, a.form) == (opening.rank, 0)))
    };
    let council = CompletionPhrases::is_council(draft.organ);
    let first_one = above.is_empty();
    let fits = |opening: &&OpeningForm| {
        let spoken = if council { opening.council } else { opening.assembly };
        let here = opening.form == 0 || next == Some((opening.rank, opening.form));
        let at_first = writing.at_first.is_none_or(|(before, at_first)| {
            if first_one { !opening.text.starts_with(before) } else { !opening.text.starts_with(at_first) }
        });
        spoken && here && at_first || part == ParagraphSection::Operative && opening.form == 0 && spoken
    };
    let rank = |opening: &OpeningForm| {
        if repeats(opening) {
            return (0, 0);
        }
        if next == Some((opening.rank, opening.form)) {
            return (0, 1);
        }
        // The same once more, as it is, is what nobody writes next.
        if before.is_some_and(|before| before.rank == opening.rank) {
            return (3, opening.rank);
        }
        let template = table.get(opening.rank).copied().unwrap_or_default();
        match first.iter().position(|first| *first == template).filter(|_| first_one) {
            Some(place) => (1, place),
            None => (2, opening.rank),
        }
    };
    let bare = |opening: &OpeningForm| all.iter().find(|other| other.rank == opening.rank && other.form == 0);
    let begun = |opening: &&OpeningForm| {
        opening.folded.starts_with(typed) || bare(opening).is_some_and(|bare| bare.folded.starts_with(typed))
    };
    let mut found: Vec<&OpeningForm> = all.iter().filter(fits).filter(begun).collect();
    found.sort_by_key(|opening| rank(opening));
    found.dedup_by(|a, b| a.text == b.text);
    let capital = capital(last.as_deref());
    let style = emphasis(at, &above);
    let used = used(at, &above, all);
    let items = found.into_iter().filter(|opening| opening.folded != typed || opening.form > 0).map(|opening| {
        let text = capital.map_or_else(|| opening.text.clone(), |capital| cased(&opening.text, capital));
        let written = match (beginning.emphasis, style) {
            (None, Some(mark)) => format!("{mark}{text}{mark}"),
            (Some(mark), _) => format!("{text}{mark}"),
            (None, None) => text.clone(),
        };
        let filter = if opening.folded.starts_with(typed) {
            text.clone()
        } else {
            format!("{} {text}", bare(opening).map_or("", |bare| &bare.text))
        };
        let used = used.get(&opening.rank);
        let about = used.map_or(SuggestionDetail::Nothing, |(paragraph, text)| {
            let label = paragraph.label.as_ref().map_or("", |label| &label.text);
            SuggestionDetail::Words(format!("{label} {}", shortened(text, SHOWN)).trim().to_owned())
        });
        Suggestion {
            kind: SuggestionKind::Opening,
            label: text,
            detail: None,
            filter,
            edit: Edit { range: at.range_from(beginning.start), text: written },
            about,
        }
    });
    Completions { items: items.collect(), partial: false }
}

/// The last paragraphs by what they open with, as far as that is in the table.
fn used<'a>(
    at: &CursorContext<'_>,
    above: &[&'a Paragraph],
    openings: &[OpeningForm],
) -> HashMap<usize, (&'a Paragraph, String)> {
    let mut used = HashMap::new();
    for paragraph in above.iter().rev().take(LOOKED_AT) {
        let text = words(at, paragraph);
        if let Some(opening) = OpeningForm::of_text(openings, &text) {
            used.entry(opening.rank).or_insert((*paragraph, text));
        }
    }
    used
}

/// The paragraphs of a kind above the cursor's line that are of the same resolution, in order.
fn above<'a>(at: &CursorContext<'a>, kind: ParagraphKind) -> Vec<&'a Paragraph> {
    let draft = &at.params.reading.draft;
    let begins =
        |element: &ElementKind| matches!(element, ElementKind::OrganLine | ElementKind::Annex | ElementKind::Part);
    let elements = draft.elements.iter().filter(|element| begins(&element.kind) && element.range.start < at.line);
    let from = elements.map(|element| element.range.start).max().unwrap_or(0);
    let within = |paragraph: &&Paragraph| {
        paragraph.kind == kind && (from..at.line).contains(&paragraph.range.start) && paragraph.range.end <= at.line
    };
    draft.paragraphs.iter().filter(within).collect()
}

/// A paragraph's words without its label.
fn words(at: &CursorContext<'_>, paragraph: &Paragraph) -> String {
    let start =
        paragraph.label.as_ref().map_or(paragraph.range.start, |label| label.range.end.max(paragraph.range.start));
    // No opening is longer.
    let text = at.params.reading.text.get(start..paragraph.range.end).unwrap_or_default();
    let cut = text.char_indices().nth(400).map_or(text.len(), |(at, _)| at);
    NormalizedText::of(text.get(..cut).unwrap_or_default(), 0).text.trim_start_matches(['[', ' ', '*', '_']).to_owned()
}

/// Where a paragraph without a label begins here, its part: behind the organ line and before the first operative
/// paragraph.
fn unlabelled(at: &CursorContext<'_>) -> Option<ParagraphSection> {
    let draft = &at.params.reading.draft;
    let before = |range: &std::ops::Range<usize>| range.start < at.line;
    let last =
        draft.elements.iter().filter(|element| before(&element.range)).max_by_key(|element| element.range.start)?;
    let paragraphs = || draft.paragraphs.iter().filter(|paragraph| before(&paragraph.range));
    let since = |paragraph: &&Paragraph| paragraph.range.start > last.range.start;
    let spoken = match last.kind {
        ElementKind::OrganLine => true,
        ElementKind::Section | ElementKind::Part => {
            paragraphs().all(|p| !since(&p) || p.kind == ParagraphKind::Preambular)
        }
        _ => false,
    };
    let preamble = paragraphs().filter(since).all(|paragraph| paragraph.kind == ParagraphKind::Preambular);
    // A note's or table's line is none.
    let noted = draft.notes.iter().any(|note| note.range.contains(&at.line) || note.range.end == at.line);
    (spoken && preamble && !noted && begins_paragraph(at)).then_some(ParagraphSection::Preamble)
}

/// Whether the line above has ended: by a mark, or by a blank line where paragraphs aren't broken into lines.
fn begins_paragraph(at: &CursorContext<'_>) -> bool {
    let text = at.params.reading.text.get(..at.line).unwrap_or_default();
    let mut lines = text.lines().rev();
    let above = lines.next().unwrap_or_default();
    let blank = above.trim().is_empty();
    if blank && at.params.reading.draft.layout == crate::draft::Layout::Clean {
        return true;
    }
    let ended = if blank { lines.find(|line| !line.trim().is_empty()).unwrap_or_default() } else { above };
    let ended = ended.trim_end_matches(|c: char| {
        c.is_whitespace()
            || c.is_ascii_digit()
            || matches!(c, '*' | '_' | '^' | '[' | ']' | '(' | ')' | '”' | '»' | '"')
            || is_superscript(c)
    });
    ended.ends_with(ends_paragraph)
}

/// Whether paragraphs begin with a capital, by the last one; `None` where nothing tells.
fn capital(last: Option<&str>) -> Option<bool> {
    let first = last?.chars().find(|c| c.is_alphabetic())?;
    (first.is_uppercase() || first.is_lowercase()).then(|| first.is_uppercase())
}

fn cased(text: &str, capital: bool) -> String {
    let mut chars = text.chars();
    let first = chars.next();
    let first = first.into_iter().flat_map(|c| -> Vec<char> {
        if capital { c.to_uppercase().collect() } else { c.to_lowercase().collect() }
    });
    first.chain(chars).collect()
}

/// The mark of emphasis that the openings of the paragraphs above stand in, by the last one.
fn emphasis(at: &CursorContext<'_>, above: &[&Paragraph]) -> Option<char> {
    let paragraph = above.last()?;
    let start =
        paragraph.label.as_ref().map_or(paragraph.range.start, |label| label.range.end.max(paragraph.range.start));
    let text = at.params.reading.text.get(start..paragraph.range.end)?.trim_start();
    let mut chars = text.chars();
    let mark = chars.next().filter(|c| matches!(c, '*' | '_'))?;
    (chars.next() != Some(mark)).then_some(mark)
}

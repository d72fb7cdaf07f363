//! Notes in a numbered list at the end of a clean text, with neither a rule above them nor marks that only notes have:
//! `1 See A/90/388.`, `(1) See A/90/388.`, and, below a heading, `1. See A/90/388.`

use std::collections::HashSet;

use super::line_kind::opens_as_known;
use super::lines::{DraftLine, TextEnding, ending, lines};
use super::notes::{NoteForm, ascii};
use super::page::{PageLineKind, PageLines, is_closing};
use crate::language::Language;
use crate::script::is_superscript;
use crate::script::punctuation::is_colon;

/// How the numbers of such a list are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum NoteNumbering {
    /// `1 Text`
    Bare,
    /// `1. Text`, `1) Text`: as paragraphs are, so that only a heading tells.
    Pointed,
    /// `(1) Text`
    Bracketed,
}

/// A list of notes, counted in the lines that are not blank.
struct NoteList {
    /// How many notes it has.
    count: usize,
    /// A heading stands above it.
    headed: bool,
}

/// How far from its end a text is looked at to tell whether it may end with notes, in bytes.
pub const TAIL: usize = 1024;

/// Whether a text may end with such a list, by its last lines alone: `tail` is its end. Then lines depend on each other
/// over the whole text.
pub fn may_stand(tail: &str, whole: bool, language: &Language) -> bool {
    let lines = lines(tail);
    // The first line may be cut.
    let lines = lines.get(usize::from(!whole)..).unwrap_or_default();
    let mut filled = filled(tail, lines);
    list(&mut filled, language, !whole).is_some()
}

/// Marks the lines of the list that a text ends with, if its notes are called in the text, and tells how they are.
pub fn mark(text: &str, page: &mut PageLines, language: &Language) -> Option<NoteForm> {
    if page.kinds.iter().any(|kind| matches!(kind, PageLineKind::Note(_))) {
        return None;
    }
    let NoteList { count, headed } = list(&mut filled(text, &page.lines), language, false)?;
    let at: Vec<usize> = (0..page.lines.len()).rev().filter(|i| !page.lines[*i].is_blank()).take(count + 1).collect();
    let first = at.get(count - 1).and_then(|i| page.lines.get(*i))?;
    let form = called_as(text.get(..first.whole.start)?, count)?;
    for (place, i) in at.iter().enumerate() {
        let kind = if place < count { PageLineKind::Note(0) } else { PageLineKind::Furniture };
        if (place < count || headed)
            && let Some(old) = page.kinds.get_mut(*i)
        {
            *old = kind;
        }
    }
    Some(form)
}

/// The lines that are not blank, from the last on.
fn filled<'a>(text: &'a str, lines: &'a [DraftLine]) -> impl Iterator<Item = &'a str> {
    lines.iter().rev().filter(|line| !line.is_blank()).filter_map(|line| text.get(line.text.clone()))
}

/// The list whose lines these are, from the last one back to its first; where the lines may be `cut` off before that, one
/// that may begin further up counts too.
fn list<'a>(lines: &mut impl Iterator<Item = &'a str>, language: &Language, cut: bool) -> Option<NoteList> {
    let mut count = 0;
    let mut due: Option<(u32, NoteNumbering)> = None;
    let mut closed = true;
    loop {
        let Some(line) = lines.next() else { return cut.then_some(NoteList { count, headed: false }) };
        let (number, shape, words) = entry(line)?;
        let fits = due.is_none_or(|due| due == (number, shape)) && number > 0;
        let begins = words.chars().next().is_some_and(|c| !c.is_lowercase());
        if !fits || !begins || opens_as_known(words, language) {
            return None;
        }
        closed &= ending(words) == TextEnding::Stop;
        count += 1;
        if number == 1 {
            let above = lines.next();
            let headed = above.map_or(cut, |line| is_heading(line, language));
            return (headed || (closed && shape != NoteNumbering::Pointed)).then_some(NoteList { count, headed });
        }
        due = Some((number - 1, shape));
    }
}

/// The number that a line begins with as a note of a list does, and its words.
fn entry(line: &str) -> Option<(u32, NoteNumbering, &str)> {
    let inner = line.strip_prefix('(').unwrap_or(line);
    let rest = inner.trim_start_matches(|c: char| c.is_ascii_digit());
    let number = inner.get(..inner.len() - rest.len()).filter(|digits| digits.len() <= 3)?.parse().ok()?;
    let words = rest.trim_start_matches(['\\', '.', ')']);
    let mark = rest.get(..rest.len() - words.len())?;
    let shape = match (inner.len() < line.len(), mark.trim_start_matches('\\')) {
        (true, ")") => NoteNumbering::Bracketed,
        (false, "." | ")") => NoteNumbering::Pointed,
        (false, "") => NoteNumbering::Bare,
        _ => return None,
    };
    let text = words.trim_start();
    // `1 - Text`, as Arabic paragraphs are numbered.
    if text.starts_with(['-', '–']) {
        return None;
    }
    (text.len() < words.len() && !text.is_empty()).then_some((number, shape, text))
}

/// Whether a line is the heading of a list of notes.
fn is_heading(line: &str, language: &Language) -> bool {
    let bare = line.trim_matches(|c: char| matches!(c, '*' | '_' | '#' | '=' | ' ') || is_colon(c)).to_lowercase();
    language.reading.note_headings.iter().any(|heading| bare == *heading)
}

/// How the notes from 1 to `count` are called in a text, if enough of them are. Behind a number a bare one is hardly told.
fn called_as(text: &str, count: usize) -> Option<NoteForm> {
    type Calls = fn(&str) -> HashSet<u32>;
    let forms: [(NoteForm, Calls, usize); 3] = [
        (NoteForm::Superscript, superscripts, 75),
        (NoteForm::Bracket, in_square_brackets, 75),
        (NoteForm::Plain, glued, 40),
    ];
    let enough = |numbers: HashSet<u32>, share: usize| {
        let called = (1..=count).filter(|n| u32::try_from(*n).is_ok_and(|n| numbers.contains(&n)));
        called.count() * 100 >= count * share
    };
    forms.into_iter().find(|(_, calls, share)| enough(calls(text), *share)).map(|(form, ..)| form)
}

fn superscripts(text: &str) -> HashSet<u32> {
    text.split(|c| !is_superscript(c)).filter_map(|mark| ascii(mark).parse().ok()).collect()
}

fn in_square_brackets(text: &str) -> HashSet<u32> {
    let inner = text.split('[').skip(1).filter_map(|rest| rest.split(']').next());
    inner.filter_map(|mark| mark.trim_end_matches('\\').parse().ok()).collect()
}

/// The numbers that are glued to a word or to the mark behind one, bare or in round brackets.
fn glued(text: &str) -> HashSet<u32> {
    let bytes = text.as_bytes();
    let mut found = HashSet::new();
    let mut at = 0;
    while let Some(start) = bytes.iter().skip(at).position(u8::is_ascii_digit).map(|n| at + n) {
        at = start + bytes.iter().skip(start).take_while(|b| b.is_ascii_digit()).count();
        let (head, tail) = (text.get(..start).unwrap_or_default(), text.get(at..).unwrap_or_default());
        let bracket = head.strip_suffix('(').filter(|_| tail.starts_with(')'));
        let calls = bracket.unwrap_or(head).ends_with(|c: char| {
            c.is_alphabetic() && !c.is_ascii_uppercase() || is_closing(c) || (bracket.is_some() && c.is_ascii_digit())
        });
        let ends = !tail.starts_with(|c: char| c.is_ascii_alphanumeric() || matches!(c, '/' | '-'));
        if at - start <= 3
            && calls
            && ends
            && let Ok(number) = text.get(start..at).unwrap_or_default().parse()
        {
            found.insert(number);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use crate::draft::Draft;

    /// The labels of the markers, those of the notes, and how many paragraphs there are.
    fn read(body: [&str; 2], end: &str) -> (Vec<String>, Vec<String>, usize) {
        let [one, two] = body;
        let text = format!(
            "The General Assembly,\n\nRecalling the long nights,{one}\n\nNoting the lamps{two} of the port,\n\n1. Decides to wait;\n\n2. Requests a report.\n\n{end}\n"
        );
        let draft = Draft::read(&text);
        let markers = draft.markers.into_iter().map(|marker| marker.label).collect();
        let notes = draft.notes.into_iter().map(|note| format!("{} {}", note.label, note.text)).collect();
        (markers, notes, draft.paragraphs.len())
    }

    #[test]
    fn lists_of_notes() {
        for (marks, end) in [
            (["1", "2"], "1 See A/92/5.\n\n2 A/92/6."),
            (["1", "2"], "1\tSee A/92/5.\n2\tA/92/6."),
            (["(1)", "(2)"], "(1) See A/92/5.\n(2) A/92/6."),
            (["[1]", "[2]"], "Notes\n\n1. See A/92/5.\n\n2. A/92/6."),
            (["¹", "²"], "**Footnotes:**\n\n1. See A/92/5.\n\n2. A/92/6."),
        ] {
            let (markers, notes, paragraphs) = read(marks, end);
            assert_eq!((markers.len(), paragraphs), (2, 4), "{marks:?} {end}");
            assert_eq!(notes, ["1 See A/92/5.", "2 A/92/6."], "{marks:?} {end}");
        }
    }

    #[test]
    fn lists_of_other_things() {
        for (marks, end) in [
            (["", ""], "1 See A/92/5.\n\n2 A/92/6."),
            (["1", "2"], "Annex\n\n1. Light is for the night.\n\n2. Oil is for the lamps."),
            (["[1]", ""], "3. Decides to rest.\n\n4. Decides to sleep."),
        ] {
            assert_eq!(read(marks, end).1, [""; 0], "{marks:?} {end}");
        }
    }
}

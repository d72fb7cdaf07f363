//! Spaces inside lines and at their ends.

use std::ops::Range;

use super::is_space;
use super::written_lines::{LineRole, WrittenLine, WrittenLines};
use crate::draft::Edit;
use crate::language::Language;
use crate::script::is_superscript;

/// Gaps of so many spaces, of which a line has two or more, are columns.
const COLUMN: usize = 3;

/// The changes that make spaces even, line by line.
pub fn edits(written: &WrittenLines) -> Vec<Edit> {
    let mut edits = Vec::new();
    for (i, line) in written.lines.iter().enumerate() {
        if line.role == LineRole::Untouched {
            continue;
        }
        if line.role == LineRole::Prose {
            inside(written.text, line, &mut edits);
        }
        let followed = written.lines.get(i + 1).is_some_and(|next| !next.is_blank());
        edits.extend(at_the_end(written, line, followed));
    }
    edits
}

/// The space at a line's end goes, but for the two that break a line in Markdown.
fn at_the_end(written: &WrittenLines, line: &WrittenLine, followed: bool) -> Option<Edit> {
    let rest = written.text.get(line.content.end..line.whole.end)?;
    let spaces = rest.trim_end_matches(['\r', '\n']);
    // A blank line's indent is at its end too; a blank line that is removed is changed as a whole.
    let breaks = written.markdown && followed && !line.is_blank() && spaces.ends_with("  ");
    let wanted = if breaks { "  " } else { "" };
    let range = line.content.end..line.content.end + spaces.len();
    // A carriage return and a line feed with nothing between would become one line's end.
    let joins = line.is_blank()
        && rest.get(spaces.len()..).is_some_and(|ending| ending.starts_with('\n'))
        && written.text.get(..line.whole.start).is_some_and(|before| before.ends_with('\r'));
    (spaces != wanted && !joins && spaces.chars().all(is_space)).then(|| Edit { range, text: wanted.to_owned() })
}

/// The spaces between the words of a line.
fn inside(text: &str, line: &WrittenLine, edits: &mut Vec<Edit>) {
    let content = text.get(line.content.clone()).unwrap_or_default();
    let runs: Vec<Range<usize>> = runs(content);
    if runs.iter().filter(|run| run.len() >= COLUMN && after_label(line, run).is_none()).count() >= 2 {
        return;
    }
    let at = line.content.start;
    let mut own = Vec::new();
    if let Some(label) = &line.label
        && line.content.start <= label.start
        && label.end <= line.content.end
    {
        own.extend(label_edits(text, line, label));
    }
    for run in runs {
        let spaces = content.get(run.clone()).unwrap_or_default();
        let wanted = match after_label(line, &run) {
            Some(wanted) => no_break_kept(spaces, wanted),
            None => between(content, &run, line.language),
        };
        if wanted != spaces {
            own.push(Edit { range: at + run.start..at + run.end, text: wanted.to_owned() });
        }
    }
    // Edits of the label may stand behind those of its spaces.
    own.sort_by_key(|edit| (edit.range.start, edit.range.end));
    edits.extend(own);
}

/// The runs of white space in a line's content that may be changed.
fn runs(content: &str) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for (i, c) in content.char_indices().filter(|(_, c)| c.is_whitespace()) {
        match runs.last_mut().filter(|run| run.end == i) {
            Some(run) => run.end = i + c.len_utf8(),
            None => runs.push(i..i + c.len_utf8()),
        }
    }
    runs.retain(|run| content.get(run.clone()).is_some_and(|run| run.chars().all(is_space)));
    runs
}

/// What stands in a run of spaces in or right behind the label that a line begins with.
fn after_label(line: &WrittenLine, run: &Range<usize>) -> Option<&'static str> {
    let label = line.label.as_ref()?;
    let start = line.content.start + run.start;
    (start <= label.end).then_some(" ")
}

/// A space for one that does not break, where one of the spaces didn't.
fn no_break_kept(spaces: &str, wanted: &'static str) -> &'static str {
    match () {
        () if wanted != " " => wanted,
        () if spaces.contains('\u{a0}') => "\u{a0}",
        () if spaces.contains('\u{202f}') => "\u{202f}",
        () => wanted,
    }
}

/// The spaces that a label lacks: the one after it, and in some languages the one before its hyphen.
fn label_edits(text: &str, line: &WrittenLine, label: &Range<usize>) -> Vec<Edit> {
    let mut edits = Vec::new();
    let written = text.get(label.clone()).unwrap_or_default();
    if line.language.spacing.spaced_hyphen
        && let Some(number) = written.strip_suffix(['-', '–'])
        && number.ends_with(|c: char| c.is_numeric())
    {
        let at = label.start + number.len();
        edits.push(Edit { range: at..at, text: " ".to_owned() });
    }
    let rest = text.get(label.end..line.content.end).unwrap_or_default();
    let closed = written.ends_with(['.', ')', '-', '–']);
    let word = rest.chars().next().is_some_and(|c| c.is_alphabetic() || matches!(c, '“' | '«' | '《'));
    if closed && word {
        edits.push(Edit { range: label.end..label.end, text: " ".to_owned() });
    }
    edits
}

/// What should stand in a run of spaces between two words.
fn between<'a>(content: &'a str, run: &Range<usize>, language: &Language) -> &'a str {
    let spacing = language.spacing;
    let spaces = content.get(run.clone()).unwrap_or_default();
    let (head, tail) = (content.get(..run.start).unwrap_or_default(), content.get(run.end..).unwrap_or_default());
    let (Some(last), Some(next)) = (head.chars().next_back(), tail.chars().next()) else { return spaces };
    let mark = |c: char| spacing.tight_marks.contains(&c);
    let unit = |c: char| spacing.tight_units.contains(&c);
    // What a line begins with in Markdown, or a marker, keeps the space behind it.
    let opened = matches!(last, '#' | '-' | '*' | '+' | '>' | ':' | ']') || is_raised(last);
    if (mark(last) && !is_raised(next)) || (mark(next) && !opened) || mark(last) && mark(next) {
        return "";
    }
    if (unit(last) && next.is_ascii_digit()) || (last.is_ascii_digit() && unit(next)) {
        return "";
    }
    let one = if spaces.chars().nth(1).is_some() { no_break_kept(spaces, " ") } else { spaces };
    if one != " " {
        return one;
    }
    let no_break = spacing.no_break_before.contains(&next)
        || spacing.no_break_after.contains(&last)
        || spacing.after_day.is_some_and(|joint| is_day(head) && begins_with_month(tail, joint, language));
    if no_break { "\u{a0}" } else { one }
}

fn is_raised(c: char) -> bool {
    is_superscript(c) || matches!(c, '⁽' | '⁾')
}

/// Whether a text ends with one or two figures that are no part of a longer number.
fn is_day(head: &str) -> bool {
    let before = head.trim_end_matches(|c: char| c.is_ascii_digit());
    (1..=2).contains(&(head.len() - before.len())) && !before.ends_with(['/', '.', ',', '(', '-'])
}

/// Whether a month stands at the beginning of a text, behind what a language puts before it.
fn begins_with_month(tail: &str, joint: &str, language: &Language) -> bool {
    let Some(tail) = tail.strip_prefix(joint) else { return false };
    let tail = if joint.is_empty() { tail } else { tail.trim_start() };
    let month = |month: &&str| tail.strip_prefix(*month).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric));
    language.locale.months.iter().any(month)
}

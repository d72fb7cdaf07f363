//! What in a Markdown text means something by its spaces, and is left alone.

use super::written_lines::{LineRole, WrittenLine};

/// Whether a text is written as only Markdown is: with headings, fences, notes in its way, tables.
pub fn is_markdown(text: &str) -> bool {
    let heading = |line: &str| {
        let marks = line.len() - line.trim_start_matches('#').len();
        (1..=6).contains(&marks) && line.get(marks..).is_some_and(|rest| rest.starts_with(' '))
    };
    let note = |line: &str| {
        let label = line.strip_prefix("[^").and_then(|rest| rest.split_once("]:"));
        label.is_some_and(|(label, _)| !label.is_empty() && label.len() < 12)
    };
    text.split(['\n', '\r']).any(|line| heading(line) || note(line) || fence(line).is_some() || is_delimiter_row(line))
}

/// The row under a table's head: `| --- | :--: |`.
fn is_delimiter_row(line: &str) -> bool {
    let line = line.trim();
    line.contains("--") && line.contains('|') && line.chars().all(|c| matches!(c, '|' | '-' | ':' | ' ' | '\t'))
}

/// The character of the fence that a line is, and its length.
fn fence(line: &str) -> Option<(char, usize)> {
    let bare = line.trim_start_matches(' ');
    let mark = bare.chars().next().filter(|c| matches!(c, '`' | '~'))?;
    let length = bare.len() - bare.trim_start_matches(mark).len();
    let info = bare.get(length..).unwrap_or_default();
    (line.len() - bare.len() < 4 && length >= 3 && !(mark == '`' && info.contains('`'))).then_some((mark, length))
}

/// Marks the lines of a Markdown text that formatting leaves alone: code, tables, raw HTML, the settings at the top.
pub fn leave_alone(text: &str, lines: &mut [WrittenLine]) {
    let content = |line: &WrittenLine| text.get(line.whole.clone()).unwrap_or_default().trim_end_matches(['\r', '\n']);
    let mut open: Option<(char, usize)> = None;
    let mut settings = lines.first().is_some_and(|line| content(line).trim_end() == "---");
    let (mut after_blank, mut in_list, mut in_code) = (true, false, false);
    for (i, line) in lines.iter_mut().enumerate() {
        let inner = content(line);
        let bare = inner.trim_start_matches([' ', '\t']);
        let set_in = inner.starts_with("    ") || inner.starts_with('\t');
        if bare.is_empty() {
            if settings || open.is_some() {
                line.role = LineRole::Untouched;
            }
            after_blank = true;
            continue;
        }
        in_list |= is_item(bare);
        in_list &= set_in || is_item(bare) || !after_blank;
        // Set in by four columns behind a blank line, and not below an item of a list, is code.
        in_code = set_in && !in_list && (after_blank || in_code);
        let untouched = match (open, fence(inner)) {
            _ if settings => {
                settings = i == 0 || !matches!(inner.trim_end(), "---" | "...");
                true
            }
            (Some((mark, length)), Some((other, longer))) if mark == other && longer >= length => {
                open = None;
                true
            }
            (Some(_), _) => true,
            (None, Some(fence)) => {
                open = Some(fence);
                true
            }
            _ => in_code || bare.contains('|') || bare.starts_with('<') || bare.contains('`'),
        };
        if untouched {
            line.role = LineRole::Untouched;
            line.begins = None;
        }
        after_blank = false;
    }
}

/// Whether a line begins an item of a list.
fn is_item(line: &str) -> bool {
    let bullet = line.strip_prefix(['-', '*', '+']).is_some_and(|rest| rest.starts_with([' ', '\t']));
    let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let numbered = (1..=9).contains(&digits)
        && line.get(digits..).and_then(|rest| rest.strip_prefix(['.', ')'])).is_some_and(|rest| rest.starts_with(' '));
    bullet || numbered
}

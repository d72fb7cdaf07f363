//! What in a Markdown text means something by its spaces, and is left alone.

use super::written_lines::{LineRole, WrittenLine};

/// Marks the lines of a Markdown text that formatting leaves alone: tables, code that is set in, and raw HTML. What is
/// fenced, the settings at the top, comments and code in a line are veiled already, and are not changed.
pub fn leave_alone(text: &str, lines: &mut [WrittenLine]) {
    let content = |line: &WrittenLine| text.get(line.whole.clone()).unwrap_or_default().trim_end_matches(['\r', '\n']);
    let (mut after_blank, mut in_list, mut in_code) = (true, false, false);
    for line in lines.iter_mut() {
        let inner = content(line);
        let bare = inner.trim_start_matches([' ', '\t']);
        let set_in = inner.starts_with("    ") || inner.starts_with('\t');
        if bare.is_empty() {
            after_blank = true;
            continue;
        }
        in_list |= is_item(bare);
        in_list &= set_in || is_item(bare) || !after_blank;
        // Set in by four columns behind a blank line, and not below an item of a list, is code.
        in_code = set_in && !in_list && (after_blank || in_code);
        let untouched = in_code || bare.contains('|') || bare.starts_with('<') || bare.contains('`');
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

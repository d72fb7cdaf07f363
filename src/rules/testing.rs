//! Tests of rules read like examples: a draft, a marker under the place, the finding.

use super::{Rule, check};
use crate::draft::Draft;

/// Checks a draft by one rule. A line of `^` under a line marks the characters of a finding, and what follows
/// on it is the finding's message; such lines are not part of the draft. All findings must be marked.
#[track_caller]
pub fn expect(code: &str, marked: &str) {
    let mut draft = String::new();
    let mut expected = Vec::new();
    let mut line_start = 0;
    for line in marked.lines() {
        let carets = line.trim_start();
        if carets.starts_with('^') {
            let column = line.chars().take_while(|c| *c == ' ').count();
            let count = carets.chars().take_while(|c| *c == '^').count();
            let message = carets.trim_start_matches('^').trim();
            let above = &draft[line_start..];
            let at = |n: usize| line_start + above.char_indices().nth(n).map_or(above.len(), |(i, _)| i);
            expected.push((at(column)..at(column + count), message.to_owned()));
        } else {
            line_start = draft.len();
            draft.push_str(line);
            draft.push('\n');
        }
    }
    let read = Draft::read(&draft);
    let found: Vec<_> =
        check(&draft, &read, &|rule: &Rule| rule.code == code).into_iter().map(|f| (f.range, f.message)).collect();
    assert_eq!(found, expected, "in the draft\n{draft}");
}

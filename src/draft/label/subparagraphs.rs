//! Labels of subparagraphs: letters and numerals, in brackets or with a full stop.

use super::insertions::{INSERTIONS, insertion};
use super::numerals::{digits, letter};
use super::read::{LabelForm, LineLabel, labelled};
use crate::language::Language;
use crate::script::is_invisible;
use crate::script::punctuation::COPYRIGHT;
use crate::script::punctuation::{closes_round, opens_round};
use crate::script::{chinese_number, enclosed_number, roman_of_label};

/// The label of a subparagraph at the beginning of `line`: `(a)`, `a)`, `(i)`, `(1)`, `㈠`, `⑴`, `(一)`, `(أ)`, `’1‘`,
/// and `a.`, `i.`, `1)`.
pub(super) fn sub(line: &str, language: &Language) -> Option<LineLabel> {
    let first = line.chars().next()?;
    if let Some(numeral) = enclosed_number(first) {
        return finish(line, first.len_utf8(), None, Some(numeral), language);
    }
    if matches!(first, '’' | '‘' | '\'' | '`') {
        let open = first.len_utf8();
        let (number, end) = digits(line, open)?;
        let close = line[end..].chars().next().filter(|c| matches!(c, '‘' | '’' | '\''))?;
        return finish(line, end + close.len_utf8(), None, Some(number), language);
    }
    // What a word processor makes of `(c)` as it is typed. A line of copyright is none: its place tells.
    if first == COPYRIGHT {
        let found = finish(line, first.len_utf8(), Some(3), None, language)?;
        return Some(LineLabel { form: LabelForm::Sub { letter: Some(3), numeral: None, dotted: true }, ..found });
    }
    let bracketed = opens_round(first);
    if !bracketed && let Some(found) = dotted(line, language) {
        return Some(found);
    }
    let open = if bracketed { first.len_utf8() } else { 0 };
    let inner_len = line[open..].char_indices().take(12).find(|(_, c)| closes_round(*c)).map(|(i, _)| i)?;
    let inner = line[open..open + inner_len].trim_matches([' ', '\u{a0}', '*', '_', '\\']);
    let close = line[open + inner_len..].chars().next()?;
    let len = open + inner_len + close.len_utf8();
    if inner.is_empty() {
        return None;
    }
    if let Some((number, end)) = digits(inner, 0) {
        if end < inner.len() || number >= 60 {
            return None;
        }
        // `(1)` opens a list of numerals; `1)` does where a list is open: dates and sums end so.
        let found = finish(line, len, None, Some(number), language)?;
        let form = LabelForm::Sub { letter: None, numeral: Some(number), dotted: !bracketed };
        return Some(LineLabel { form, ..found });
    }
    if let Some(numeral) = chinese_number(inner) {
        return finish(line, len, None, Some(numeral), language);
    }
    // `(a bis)`: its letter alone says where it stands.
    let (inner, inserted_inside) = match inner.rsplit_once([' ', '\u{a0}']) {
        Some((head, tail)) if INSERTIONS.contains(&tail) => (head, true),
        _ => (inner, false),
    };
    let letter = letter(inner, language);
    let numeral = roman_of_label(inner);
    if letter.is_none() && numeral.is_none() {
        return None;
    }
    let mut found = finish(line, len, letter, numeral, language)?;
    found.uncounted |= inserted_inside;
    Some(found)
}

/// `a.`, `i.`: the third and fourth level in the style of the United Nations, the first ones of Model UN.
fn dotted(line: &str, language: &Language) -> Option<LineLabel> {
    let (inner, after) = line.split_at_checked(line.bytes().take(6).position(|b| b == b'.')?)?;
    if inner.is_empty()
        || !inner.bytes().all(|b| b.is_ascii_lowercase())
        || !(after.starts_with(". ") || after.starts_with(".\t"))
    {
        return None;
    }
    let (letter, numeral) = (letter(inner, language), roman_of_label(inner));
    (letter.is_some() || numeral.is_some())
        .then(|| labelled(line, inner.len() + 1, LabelForm::Sub { letter, numeral, dotted: true }, false))
}

fn finish(line: &str, len: usize, letter: Option<u32>, numeral: Option<u32>, language: &Language) -> Option<LineLabel> {
    let mut end = len;
    let (order, alternative) = insertion(line, &mut end, language);
    let rest = &line[end..];
    let spaced = rest.is_empty()
        || rest.starts_with(|c: char| {
            c.is_whitespace() || is_invisible(c) || c > '\u{2e7f}' || matches!(c, '[' | ']' | '*' | '_' | '.')
        });
    // `(a)To light`, `a)to light`: the tab of a word processor was lost. Only an open list tells that it is a label.
    let begins = |c: char| c.is_uppercase() || (c.is_alphabetic() && !opens_round(line.chars().next().unwrap_or(c)));
    let glued =
        !spaced && line.get(..end).is_some_and(|label| label.ends_with(closes_round)) && rest.starts_with(begins);
    let form = LabelForm::Sub { letter, numeral, dotted: glued };
    (spaced || glued).then(|| labelled(line, end, form, order > 0 || alternative))
}

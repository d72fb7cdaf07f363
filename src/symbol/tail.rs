//! What stands behind the number of a symbol: the letters of a resolution's parts, and brackets.

use super::fault::Fault;
use super::grammar::SymbolReader;
use super::portion::{Bracket, portion, year_or_session};
use crate::script::roman_number;

/// The most characters between brackets.
const LONGEST_BRACKET: usize = 28;

/// Reads ` (2000)`, ` (XV)`, ` (Vol. I)`. What can't be read is left where it is: brackets are common.
pub(super) fn bracket(reader: &mut SymbolReader<'_>) -> bool {
    let spaces = usize::from(reader.peek(0) == ' ');
    if reader.peek(spaces) != '(' {
        return false;
    }
    let Some(length) = (0..=LONGEST_BRACKET).find(|&i| reader.peek(spaces + 1 + i) == ')') else { return false };
    let content = reader.text(spaces + 1, length);
    if !reader.last_component().bytes().any(|b| b.is_ascii_digit()) {
        return false;
    }
    let found = if is_due(reader) { year_or_session(&content) } else { None };
    let Some(found) = found.or_else(|| portion(&content).map(Bracket::Portion)) else { return false };
    let faults = reader.faults.len();
    reader.advance(spaces + length + 2);
    // Portions are words of other languages, too, whose letters are no slips.
    if matches!(found, Bracket::Portion(_)) {
        reader.faults.truncate(faults);
    }
    if matches!(found, Bracket::Year(_)) {
        reader.faults.extend(content.chars().find(char::is_ascii_alphabetic).map(Fault::LetterForDigit));
    }
    match found.printed(&content) {
        Ok(printed) => {
            reader.out.push_str(" (");
            reader.out.push_str(&printed);
            reader.out.push(')');
        }
        Err(fault) => {
            // What was meant is found out later, from the number; something has to stand there for the symbol to
            // be a whole one.
            reader.note(fault);
            reader.out.push_str(" (I)");
        }
    }
    true
}

/// Whether a year or a session in brackets can follow: behind the number of a resolution that has neither before
/// it.
fn is_due(reader: &SymbolReader<'_>) -> bool {
    let mut components = reader.so_far().rsplit('/');
    let plain = components.next().is_some_and(|last| !last.contains('('));
    plain && components.next().is_some_and(|word| matches!(word, "RES" | "DEC"))
}

/// Reads the letters of a resolution's parts: ` A`, ` A-C`, ` IV`, and the library's `[A]`, `[B-VI]`.
pub(super) fn letters(reader: &mut SymbolReader<'_>) -> bool {
    let last = reader.last_component();
    let number = last.split(' ').next().unwrap_or_default();
    let is_number = !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit());
    let has_letters = last.split(' ').skip(1).any(|piece| !piece.starts_with('('));
    if !is_number || has_letters || !reader.is_decided() || reader.so_far().matches('/').count() < 2 {
        return false;
    }
    let Some((taken, letters)) = in_square_brackets(reader).or_else(|| plain_letters(reader)) else { return false };
    reader.advance(taken);
    // The year or session comes last, wherever the letters were found.
    let bracket = reader.out.rfind(" (").filter(|_| reader.out.ends_with(')'));
    match bracket {
        Some(place) => reader.out.insert_str(place, &format!(" {letters}")),
        None => {
            reader.out.push(' ');
            reader.out.push_str(&letters);
        }
    }
    true
}

fn in_square_brackets(reader: &SymbolReader<'_>) -> Option<(usize, String)> {
    let spaces = usize::from(reader.peek(0) == ' ');
    if reader.peek(spaces) != '[' {
        return None;
    }
    let length = (1..=12).find(|&i| reader.peek(spaces + 1 + i) == ']')?;
    let content = reader.text(spaces + 1, length).to_ascii_uppercase();
    let (first, last) = content.split_once('-').unwrap_or((&content, &content));
    if spaces == 0 && is_letter(first, true) && is_letter(last, true) {
        return Some((length + 2, content));
    }
    // Drafts have options and remarks in square brackets, catalogues have sections and paragraphs.
    let fits = content.bytes().all(|b| b.is_ascii_alphanumeric() || b"-. ".contains(&b));
    (reader.lenient && fits).then(|| (spaces + length + 2, format!("[{}]", content.replace(' ', ""))))
}

fn plain_letters(reader: &SymbolReader<'_>) -> Option<(usize, String)> {
    let spaces = usize::from(reader.peek(0) == ' ');
    let run = reader.run(spaces);
    let first = reader.text(spaces, run);
    // Behind a space a small letter is a word, and a letter of another script is one in its language.
    let latin = (0..run).all(|i| reader.peek_raw(spaces + i).is_ascii());
    let capitals = first.bytes().all(|b| b.is_ascii_uppercase());
    if run == 0 || !latin || !is_letter(&first, reader.lenient) || !(capitals || spaces == 0 || reader.lenient) {
        return None;
    }
    let mut taken = spaces + run;
    let mut letters = first.to_ascii_uppercase();
    if matches!(reader.peek(taken), '-' | '–') {
        let run = reader.run(taken + 1);
        let last = reader.text(taken + 1, run);
        if run > 0 && is_letter(&last, reader.lenient) && reader.peek(taken + 1 + run) != '/' {
            letters = format!("{letters}-{}", last.to_ascii_uppercase());
            taken += 1 + run;
        }
    }
    // `A/RES/63/195 A/…` and `… U.N.` are something else.
    let next = reader.peek(taken);
    let abbreviated = next == '.' && reader.peek(taken + 1).is_ascii_alphanumeric();
    (next != '/' && next != '\'' && next != '’' && !abbreviated).then_some((taken, letters))
}

/// Whether it is the name of a part: a letter, two of them alike, or a Roman numeral. Catalogues have `AC`, too.
fn is_letter(text: &str, in_catalogue: bool) -> bool {
    match *text.as_bytes() {
        [one] => one.is_ascii_alphabetic(),
        [first, second] if first == second || (first == b'A' && in_catalogue) => {
            first.is_ascii_uppercase() && second.is_ascii_uppercase()
        }
        _ => roman_number(text).is_some(),
    }
}

/// Reads the draft resolution or decision inside a report, as catalogues name it: ` DR 1`, ` DD`.
pub(super) fn proposal(reader: &mut SymbolReader<'_>) -> bool {
    let slash = usize::from(reader.peek(0) == '/');
    let kind = reader.text(slash + 1, 2);
    let taken = reader.so_far().contains(" D");
    if !reader.lenient || taken || reader.peek(slash) != ' ' || !matches!(kind.as_str(), "DR" | "DD") {
        return false;
    }
    let run = reader.run(slash + 4);
    let label = reader.text(slash + 4, run);
    if reader.peek(slash + 3) == ' ' && run > 0 {
        reader.advance(slash + 4 + run);
        reader.out.push_str(&format!(" {kind} {}", label.to_ascii_uppercase()));
    } else if reader.run(slash + 1) == 2 {
        reader.advance(slash + 3);
        reader.out.push_str(&format!(" {kind}"));
    } else {
        return false;
    }
    true
}

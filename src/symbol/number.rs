//! The numbers in a symbol.

use super::fault::Fault;
use super::grammar::SymbolReader;
use super::series;

/// Reads a number. Letters that stand for digits are read as the digits.
pub(super) fn number(reader: &mut SymbolReader<'_>) -> bool {
    let run = reader.run(0);
    let digits = (0..run).take_while(|&i| reader.peek(i).is_ascii_digit()).count();
    if digits < run && mistyped(reader, run, digits) {
        return true;
    }
    if digits == 0 {
        return false;
    }
    let value = reader.text(0, digits);
    reader.advance(digits);
    let trimmed = value.trim_start_matches('0');
    if trimmed.len() < digits && !trimmed.is_empty() && series::is_organ_of(reader.so_far()) {
        reader.note(Fault::LeadingZero);
        reader.out.push_str(trimmed);
    } else {
        reader.out.push_str(&value);
    }
    range(reader);
    true
}

/// Reads a number with letters in it, if they stand for digits.
fn mistyped(reader: &mut SymbolReader<'_>, run: usize, digits: usize) -> bool {
    let text = reader.text(0, run);
    let mended: String = text.chars().map(as_digit).collect();
    let meant = || if digits == 0 { all_letters_meant(reader, &text) } else { digits_meant(reader, &text, digits) };
    if !mended.bytes().all(|b| b.is_ascii_digit()) || !meant() {
        return false;
    }
    let letter = text.chars().find(|c| !c.is_ascii_digit()).unwrap_or('O');
    reader.advance(run);
    reader.note(Fault::LetterForDigit(letter));
    let value = mended.trim_start_matches('0');
    reader.out.push_str(if value.is_empty() { &mended } else { value });
    true
}

/// Whether letters among digits (`7O`, `l95`) stand for digits. A letter at the end of a resolution's number
/// may well be that of its part.
fn digits_meant(reader: &SymbolReader<'_>, text: &str, digits: usize) -> bool {
    let number = text.get(..digits).unwrap_or_default();
    let tail = text.get(digits..).unwrap_or_default();
    if tail.len() > 1 || reader.peek(text.len()) == '/' {
        return true;
    }
    if !reader.is_decided() {
        return matches!(tail, "O" | "o" | "l");
    }
    // No session adopted more than 350 resolutions, and parts up to O were adopted under few numbers, none
    // of them round.
    let value: u32 = number.parse().unwrap_or(u32::MAX);
    tail.eq_ignore_ascii_case("O") && (value < 10 || value.is_multiple_of(10)) && value <= 35
}

/// Whether a number that begins with a letter is one: there is a digit in it (`l95`), or the letter alone stands
/// behind a word that says nothing without its number (`Rev.l`).
fn all_letters_meant(reader: &SymbolReader<'_>, text: &str) -> bool {
    if text.bytes().any(|b| b.is_ascii_digit()) {
        return true;
    }
    let Some(word) = reader.last_component().strip_suffix('.').map(str::to_ascii_uppercase) else { return false };
    let numbered = series::needs_number(&word) || word == "C";
    match text {
        "l" => numbered,
        "I" => series::modification(&word).is_some() || matches!(word.as_str(), "L" | "C"),
        "ll" | "lO" | "lo" => numbered && word != "C",
        _ => false,
    }
}

/// The digit that a letter looks like, or the character itself.
pub(super) fn as_digit(c: char) -> char {
    match c {
        'O' | 'o' => '0',
        'l' | 'I' => '1',
        _ => c,
    }
}

/// Reads the rest of a range of numbers (`SR.1-28`, combined reports `CERD/C/UGA/11-13`), where one may stand.
fn range(reader: &mut SymbolReader<'_>) {
    let last = reader.last_component();
    let meetings = last.starts_with("SR.") || last.starts_with("PV.");
    let mut before = reader.so_far().split('/');
    let treaty_body = before.next().is_some_and(|head| !series::is_organ(head)) && before.next() == Some("C");
    if !(meetings || treaty_body) || !matches!(reader.peek(0), '-' | '–') {
        return;
    }
    let run = reader.run(1);
    let text = reader.text(1, run);
    if run > 0 && text.bytes().all(|b| b.is_ascii_digit()) {
        reader.advance(run + 1);
        reader.out.push('-');
        reader.out.push_str(&text);
    }
}

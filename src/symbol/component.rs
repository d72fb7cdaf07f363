//! The components between the slashes of a symbol.

use super::fault::Fault;
use super::grammar::Reader;
use super::series;

/// Reads the first component: the organ or series.
pub(super) fn head(reader: &mut Reader<'_>) -> Option<()> {
    let letters = letters(reader, 0);
    let word = reader.text(0, letters).to_ascii_uppercase();
    let known = series::is_organ(&word) || series::is_series(&word) || reader.lenient;
    if letters == 0 || !known {
        return None;
    }
    let in_capitals = reader.text(0, letters) == word;
    // Lower-case letters before a slash are prose, unless a resolution follows them.
    let decided = series::is_organ(&word) && nature_follows(reader, letters + 1);
    if !(in_capitals || reader.lenient || decided) {
        return None;
    }
    reader.advance(letters);
    if !in_capitals {
        reader.note(Fault::LowerCase(word.clone()));
    }
    reader.out.push_str(&word);
    if series::is_organ(&word) { Some(()) } else { items(reader, &word) }
}

/// Reads any other component. `None` if nothing stands there that could be one.
pub(super) fn component(reader: &mut Reader<'_>) -> Option<()> {
    if reader.peek(0) == '(' {
        return numbered_bracket(reader);
    }
    if number(reader) {
        return Some(());
    }
    word(reader)
}

/// Reads a number. Letters that stand for digits are read as the digits.
fn number(reader: &mut Reader<'_>) -> bool {
    let run = reader.run(0);
    let text = reader.text(0, run);
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let mended: String = text.chars().map(as_digit).collect();
    if digits < run && mended.bytes().all(|b| b.is_ascii_digit()) && digits_meant(reader, &text, digits) {
        let letter = text.chars().find(|c| !c.is_ascii_digit()).unwrap_or('O');
        reader.advance(run);
        reader.note(Fault::LetterForDigit(letter));
        let value = mended.trim_start_matches('0');
        reader.out.push_str(if value.is_empty() { &mended } else { value });
        return true;
    }
    if digits == 0 {
        return false;
    }
    reader.advance(digits);
    let head = reader.so_far().split('/').next().unwrap_or_default();
    let trimmed = text.get(..digits).unwrap_or_default();
    let value = trimmed.trim_start_matches('0');
    if value.len() < digits && !value.is_empty() && series::is_organ(head) {
        reader.note(Fault::LeadingZero);
        reader.out.push_str(value);
    } else {
        reader.out.push_str(trimmed);
    }
    range(reader);
    true
}

/// Whether letters among digits (`7O`, `l95`) stand for digits. A letter at the end of a resolution's number
/// may well be that of its part.
fn digits_meant(reader: &Reader<'_>, text: &str, digits: usize) -> bool {
    let number = text.get(..digits).unwrap_or_default();
    let tail = text.get(digits..).unwrap_or_default();
    if digits == 0 || tail.len() > 1 || reader.peek(text.len()) == '/' {
        return text.bytes().any(|b| b.is_ascii_digit());
    }
    if !reader.is_decided() {
        return matches!(tail, "O" | "o" | "l");
    }
    // No session adopted more than 350 resolutions, and parts up to O were adopted under few numbers, none
    // of them round.
    let value: u32 = number.parse().unwrap_or(u32::MAX);
    tail.eq_ignore_ascii_case("O") && (value < 10 || value.is_multiple_of(10)) && value <= 35
}

fn as_digit(c: char) -> char {
    match c {
        'O' | 'o' => '0',
        'l' | 'I' => '1',
        _ => c,
    }
}

/// Reads the rest of a range of numbers (`SR.1-28`, combined reports `CERD/C/UGA/11-13`), where one may stand.
fn range(reader: &mut Reader<'_>) {
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

/// Reads `(14)` or `(XIV)` as a component of its own or behind a word.
fn numbered_bracket(reader: &mut Reader<'_>) -> Option<()> {
    let run = reader.run(1);
    let content = reader.text(1, run);
    let is_number = content.bytes().all(|b| b.is_ascii_digit()) || super::numeral::roman(&content).is_some();
    if !(1..=6).contains(&run) || !is_number || reader.peek(run + 1) != ')' {
        return None;
    }
    reader.advance(run + 2);
    reader.out.push('(');
    reader.out.push_str(&content);
    reader.out.push(')');
    Some(())
}

/// Reads a word and what belongs to it.
fn word(reader: &mut Reader<'_>) -> Option<()> {
    let count = letters(reader, 0);
    let raw = reader.text(0, count);
    let word = raw.to_ascii_uppercase();
    if count == 0 || count > 14 {
        return None;
    }
    if matches!(word.as_str(), "S" | "ES") && matches!(reader.peek(count), '-' | '–') {
        return session(reader, count, &word);
    }
    let printed = printed(reader, &word, count);
    if !(reader.lenient || is_component(reader, &raw, &word, &printed)) {
        return None;
    }
    reader.advance(count);
    note_case(reader, &raw, &printed);
    reader.out.push_str(&printed);
    number_without_dot(reader, &word).unwrap_or_else(|| items(reader, &word))
}

/// Whether a word stands in a symbol as it should, so that a strict reading may take it.
fn is_component(reader: &Reader<'_>, raw: &str, word: &str, printed: &str) -> bool {
    let count = raw.len();
    let glued = reader.peek(count).is_ascii_digit();
    // A word with a digit in it (`H1N1`) is no component, but `L9` is `L.9` and `RES77` is `RES/77`.
    let may_be_glued = series::takes_number(word) || matches!(word, "RES" | "DEC");
    // `A/C.3/80/L.` is not finished.
    let dot = usize::from(reader.peek(count) == '.');
    let spaces = usize::from(reader.peek(count + dot) == ' ');
    let numbered = glued || dot + spaces > 0 && reader.peek(count + dot + spaces).is_ascii_alphanumeric();
    (raw == printed || series::is_common(word)) && (!glued || may_be_glued) && (numbered || !series::needs_number(word))
}

/// Reads the number behind a word where what should stand between them is missing: `Rev1`, `Add 1`, `L9`,
/// `RES 63/195`. `None` if nothing is missing, `Some(None)` if nothing can be made of it.
fn number_without_dot(reader: &mut Reader<'_>, word: &str) -> Option<Option<()>> {
    let spaces = usize::from(reader.peek(0) == ' ');
    let number_follows = reader.peek(spaces).is_ascii_digit();
    let (fault, between) = match series::modification(word) {
        Some(modification) if number_follows => (Some(Fault::MissingDot(modification)), '.'),
        Some(_) if reader.peek(0) != '.' => return Some(reader.lenient.then_some(())),
        None if number_follows && matches!(word, "RES" | "DEC") => (Some(Fault::MissingSlash), '/'),
        None if number_follows && spaces == 0 && series::takes_number(word) => (None, '.'),
        _ => return None,
    };
    reader.faults.extend(fault);
    reader.advance(spaces);
    reader.out.push(between);
    Some(number(reader).then_some(()))
}

/// Notes that a word stands in the wrong case. A single letter isn't worth a word.
fn note_case(reader: &mut Reader<'_>, raw: &str, printed: &str) {
    let shouted = raw.bytes().all(|b| b.is_ascii_uppercase());
    if raw == printed || raw.len() < 2 {
        return;
    }
    if !shouted {
        reader.note(Fault::LowerCase(printed.to_owned()));
    } else if printed == "Res" {
        reader.note(Fault::UpperCase(printed.to_owned()));
    }
}

/// A word as it is printed in its place.
fn printed(reader: &Reader<'_>, word: &str, count: usize) -> String {
    // The Environment Assembly and the governing councils number their resolutions behind a dot.
    if matches!(word, "RES" | "DEC")
        && reader.peek(count) == '.'
        && ["UNEP/EA.", "GC."].iter().any(|head| reader.so_far().starts_with(head))
    {
        return if word == "RES" { "Res".to_owned() } else { "Dec".to_owned() };
    }
    series::mixed_case(word).unwrap_or(word).to_owned()
}

/// Reads `S-20`, `ES-10`.
fn session(reader: &mut Reader<'_>, letters: usize, word: &str) -> Option<()> {
    reader.advance(letters + 1);
    reader.out.push_str(word);
    reader.out.push('-');
    number(reader).then_some(())
}

/// Reads what follows a word: `.5`, `.III`, `.CONF.2`, `(14)`, `-MOP`, or nothing.
fn items(reader: &mut Reader<'_>, word: &str) -> Option<()> {
    while reader.peek(0) == '.' {
        // `Corr. 1`, `Res. 14`: typesetters' spaces.
        let spaced = series::modification(word).is_some() || matches!(word, "RES" | "DEC");
        let spaces = usize::from(spaced && reader.peek(1) == ' ' && reader.peek(2).is_ascii_digit());
        let run = reader.run(1 + spaces);
        if run == 0 {
            break;
        }
        let before = reader.mark();
        reader.advance(1 + spaces);
        reader.out.push('.');
        if number(reader) {
            continue;
        }
        let text = reader.text(0, run);
        let capitals = text.to_ascii_uppercase();
        let printed = series::mixed_case(&capitals).unwrap_or(&capitals);
        let fits = text == printed || reader.lenient;
        // `L.XX` is a blank to be filled in.
        let numeral = series::takes_roman(word) && super::numeral::roman(&capitals).is_some();
        if !fits || !(numeral || is_item(&capitals)) {
            reader.reset(before);
            break;
        }
        reader.advance(run);
        reader.out.push_str(printed);
    }
    if reader.peek(0) == '(' && !reader.out.ends_with(|c: char| c.is_ascii_digit()) {
        let before = reader.mark();
        if numbered_bracket(reader).is_none() || reader.peek(0) != '/' {
            reader.reset(before);
        }
    }
    let run = reader.run(1);
    if reader.peek(0) == '-' && run > 0 && reader.peek(run + 1) == '/' && letters(reader, 1) == run && word.len() > 1 {
        let text = reader.text(1, run);
        if text.bytes().all(|b| b.is_ascii_uppercase()) {
            reader.advance(run + 1);
            reader.out.push('-');
            reader.out.push_str(&text);
        }
    }
    Some(())
}

/// Whether a word is one of the few that follow a dot: `OzL.Pro`, `MP.EIA`.
fn is_item(capitals: &str) -> bool {
    matches!(capitals, "PRO" | "CONF" | "EIA" | "DTIE")
}

/// How many letters follow.
fn letters(reader: &Reader<'_>, ahead: usize) -> usize {
    let run = reader.run(ahead);
    reader.text(ahead, run).bytes().take_while(u8::is_ascii_alphabetic).count()
}

/// Whether a word such as `Rev.` or `Add.` follows, with its number.
pub(super) fn modification_follows(reader: &Reader<'_>, ahead: usize) -> bool {
    let count = letters(reader, ahead);
    let word = reader.text(ahead, count).to_ascii_uppercase();
    series::modification(&word).is_some()
        && (reader.peek(ahead + count) == '.' || reader.peek(ahead + count).is_ascii_digit())
}

/// Whether a word such as `L.` or `PV.` follows, with its number.
pub(super) fn numbered_follows(reader: &Reader<'_>, ahead: usize) -> bool {
    let count = letters(reader, ahead);
    let word = reader.text(ahead, count);
    series::takes_number(&word) && reader.peek(ahead + count) == '.' && reader.peek(ahead + count + 1).is_ascii_digit()
}

/// Whether a word follows that makes the text a symbol of a resolution or statement.
pub(super) fn nature_follows(reader: &Reader<'_>, ahead: usize) -> bool {
    let count = letters(reader, ahead);
    matches!(reader.text(ahead, count).to_ascii_uppercase().as_str(), "RES" | "DEC" | "HRC" | "PRST")
}

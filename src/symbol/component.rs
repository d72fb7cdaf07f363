//! The components between the slashes of a symbol.

use super::catalogue;
use super::dot::wrong_joint;
use super::fault::Fault;
use super::grammar::SymbolReader;
use super::number::number;
use super::series;

/// Reads the first component: the organ or series.
pub(super) fn head(reader: &mut SymbolReader<'_>) -> Option<()> {
    let all = letters(reader, 0);
    let mut word = reader.text(0, all).to_ascii_uppercase();
    let mut letters = all;
    if is_glued(&word) {
        word.truncate(1);
        letters = 1;
        reader.bold = true;
    }
    let known = series::is_organ(&word) || series::is_series(&word) || reader.lenient;
    if letters == 0 || !known {
        return None;
    }
    let found = reader.text(0, letters);
    if found != word && !reader.lenient && !may_be_small(reader, letters, &word) {
        return None;
    }
    reader.advance(letters);
    if found != word {
        reader.note(Fault::LowerCase { found, right: word.clone() });
    }
    reader.out.push_str(&word);
    if series::is_organ(&word) { Some(()) } else { items(reader, &word) }
}

/// Whether a word, in capitals, is one that a symbol in running text can begin with.
pub(super) fn begins_symbol(word: &str) -> bool {
    series::is_organ(word) || is_glued(word) || series::is_series(word)
}

/// Whether a word is an organ with what belongs behind its slash: `ARES/63/195`.
fn is_glued(word: &str) -> bool {
    matches!(word, "ARES" | "SRES" | "ERES" | "AHRC")
}

/// Whether a first component may be meant that isn't in capitals. Small letters before a slash are prose, unless
/// what follows can belong to a symbol only.
fn may_be_small(reader: &mut SymbolReader<'_>, letters: usize, word: &str) -> bool {
    if !series::is_organ(word) {
        // The shorter ones are words of some language.
        reader.bold = true;
        return word.len() >= 4 && word != "TRADE";
    }
    let behind = letters + 1;
    if nature_follows(reader, letters + usize::from(matches!(reader.peek(letters), '/' | ' ' | '-' | '–'))) {
        return true;
    }
    reader.bold = true;
    body_follows(reader, behind) || numbers_follow(reader, behind, word)
}

/// Reads any other component. `None` if nothing stands there that could be one.
pub(super) fn component(reader: &mut SymbolReader<'_>) -> Option<()> {
    if reader.peek(0) == '(' {
        return numbered_bracket(reader);
    }
    if reader.lenient && catalogue::blank(reader) {
        return Some(());
    }
    if number(reader) {
        return Some(());
    }
    word(reader)
}

/// Reads `(14)` or `(XIV)` as a component of its own or behind a word.
fn numbered_bracket(reader: &mut SymbolReader<'_>) -> Option<()> {
    let run = reader.run(1);
    let content = reader.text(1, run);
    let is_number = content.bytes().all(|b| b.is_ascii_digit()) || crate::script::roman_number(&content).is_some();
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
fn word(reader: &mut SymbolReader<'_>) -> Option<()> {
    let count = letters(reader, 0);
    let raw = reader.text(0, count);
    let word = raw.to_ascii_uppercase();
    if count == 0 || count > 14 {
        return None;
    }
    if matches!(word.as_str(), "S" | "ES") {
        if matches!(reader.peek(count), '-' | '–') {
            return session(reader, count, &word);
        }
        if has_lost_its_hyphen(reader, count, &raw) {
            return session_without_hyphen(reader, &raw);
        }
    }
    let printed = printed(reader, &raw, &word);
    if !(reader.lenient || is_component(reader, &raw, &word, &printed)) {
        return None;
    }
    reader.advance(count);
    note_case(reader, &raw, &printed);
    reader.out.push_str(&printed);
    number_without_dot(reader, &word).unwrap_or_else(|| items(reader, &word))
}

/// Whether a word stands in a symbol as it should, so that a strict reading may take it.
fn is_component(reader: &SymbolReader<'_>, raw: &str, word: &str, printed: &str) -> bool {
    let count = raw.len();
    // A word with a digit in it (`H1N1`) is no component, but `L9` is `L.9` and `RES77` is `RES/77`.
    let glued = reader.peek(count).is_ascii_digit();
    let joined = wrong_joint(reader, count, word).is_some();
    let may_be_glued = joined || is_nature(word);
    // `A/C.3/80/L.` is not finished.
    let dot = usize::from(reader.peek(count) == '.');
    let spaces = usize::from(reader.peek(count + dot) == ' ');
    let numbered = joined || dot > 0 && reader.peek(count + dot + spaces).is_ascii_alphanumeric();
    // A series that is written in small letters is so throughout.
    let small = reader.bold && raw.bytes().all(|b| b.is_ascii_lowercase()) && !series::is_organ_of(reader.so_far());
    (raw == printed || small || series::is_common(word))
        && (!glued || may_be_glued)
        && (numbered || !series::needs_number(word))
}

/// Reads the number behind a word where something else than one full stop stands between them: `Rev1`, `Add 1`,
/// `Corr,1`, `L9`. `None` if that is not so, `Some(None)` if nothing can be made of it.
fn number_without_dot(reader: &mut SymbolReader<'_>, word: &str) -> Option<Option<()>> {
    let Some(joint) = wrong_joint(reader, 0, word) else {
        let bare = series::modification(word).is_some() && reader.peek(0) != '.';
        return bare.then(|| reader.lenient.then_some(()));
    };
    let faults = reader.faults.len();
    reader.advance(joint.length);
    reader.faults.truncate(faults);
    reader.faults.extend(joint.fault);
    reader.out.push('.');
    Some(number(reader).then_some(()))
}

/// Notes that a word stands in the wrong case.
fn note_case(reader: &mut SymbolReader<'_>, raw: &str, printed: &str) {
    let shouted = raw.bytes().all(|b| b.is_ascii_uppercase());
    let (found, right) = (raw.to_owned(), printed.to_owned());
    // Catalogues have `l.9`: it is understood, and not worth a word.
    if raw == printed || printed == "L" {
    } else if !shouted {
        reader.note(Fault::LowerCase { found, right });
    } else if printed == "Res" {
        reader.note(Fault::UpperCase { found, right });
    }
}

/// A word as it is printed in its place, by how it is written and by its capitals.
fn printed(reader: &SymbolReader<'_>, raw: &str, word: &str) -> String {
    let printed = series::mixed_case(word).unwrap_or(word).to_owned();
    let Some(mixed) = series::mixed_in_some_series(word) else { return printed };
    let (head, numbered) = (reader.so_far(), is_numbered(reader, raw.len()));
    match word {
        // The Environment Assembly and the governing councils number their resolutions behind a dot.
        "RES" | "DEC" if numbered && series::numbers_in_mixed_case(head) => mixed.to_owned(),
        // Other bodies have one or the other, and only those of the principal organs have always capitals.
        "RES" | "DEC" if raw == mixed && numbered && !series::is_principal(head) => mixed.to_owned(),
        "INF" if raw == mixed && (!series::is_organ_of(head) || head.contains("ECE/")) => mixed.to_owned(),
        _ => printed,
    }
}

/// Whether behind so many characters there is a full stop with a number, or the blank for one: `.5`, `. 14`, `.___`, `....`.
fn is_numbered(reader: &SymbolReader<'_>, count: usize) -> bool {
    let at = count + 1 + usize::from(reader.peek(count + 1) == ' ');
    let is_blank = matches!(reader.peek(at), '_' | '…') || (reader.peek(at) == '.' && reader.peek(at + 1) == '.');
    reader.peek(count) == '.' && (is_blank || reader.peek(at).is_ascii_alphanumeric())
}

/// Reads `S-20`, `ES-10`.
fn session(reader: &mut SymbolReader<'_>, letters: usize, word: &str) -> Option<()> {
    reader.advance(letters + 1);
    reader.out.push_str(word);
    reader.out.push('-');
    number(reader).then_some(())
}

/// Whether a special session of the General Assembly stands here without its hyphen: `A/S32/1`, `A/RES/ES10/22`. Some
/// converters lose one that breaks no line.
fn has_lost_its_hyphen(reader: &SymbolReader<'_>, letters: usize, raw: &str) -> bool {
    let digits = (0..3).take_while(|at| reader.peek(letters + at).is_ascii_digit()).count();
    matches!(reader.so_far(), "A/" | "A/RES/" | "A/DEC/")
        && raw.bytes().all(|b| b.is_ascii_uppercase())
        && (1..3).contains(&digits)
        && reader.peek(letters + digits) == '/'
        && reader.peek(letters + digits + 1).is_ascii_alphanumeric()
}

/// Reads `S20`, `ES10`.
fn session_without_hyphen(reader: &mut SymbolReader<'_>, word: &str) -> Option<()> {
    reader.note(Fault::MissingHyphen(word.to_owned()));
    reader.advance(word.len());
    reader.out.push_str(word);
    reader.out.push('-');
    number(reader).then_some(())
}

/// Reads what follows a word: `.5`, `.III`, `.CONF.2`, `(14)`, `-MOP`, or nothing.
fn items(reader: &mut SymbolReader<'_>, word: &str) -> Option<()> {
    while reader.peek(0) == '.' && !ends_in_nature(reader) {
        // `Corr. 1`, `Res. 14`: typesetters' spaces.
        let spaced = series::modification(word).is_some() || matches!(word, "RES" | "DEC");
        let spaces = usize::from(spaced && reader.peek(1) == ' ' && reader.peek(2).is_ascii_digit());
        let run = reader.run(1 + spaces);
        if reader.lenient && series::needs_number(word) {
            let before = reader.mark();
            reader.advance(1);
            reader.out.push('.');
            if catalogue::blank(reader) {
                return Some(());
            }
            reader.reset(before);
        }
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
        let takes_roman = series::takes_roman(word) || series::has_roman_commissions(reader.so_far());
        let numeral = takes_roman && crate::script::roman_number(&capitals).is_some();
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

/// Whether the resolution's `RES` was read, behind which no full stop can stand.
pub(super) fn ends_in_nature(reader: &SymbolReader<'_>) -> bool {
    let mut components = reader.so_far().split('/');
    let organ = components.next().is_some_and(series::is_organ);
    match (components.next(), components.next(), components.next()) {
        (Some(second), None, _) => organ && is_nature(second),
        (Some("HRC"), Some(third), None) => organ && is_nature(third),
        _ => false,
    }
}

/// Whether a word is one of the few that follow a dot: `OzL.Pro`, `MP.EIA`.
fn is_item(capitals: &str) -> bool {
    matches!(capitals, "PRO" | "CONF" | "EIA" | "DTIE")
}

/// How many letters follow.
fn letters(reader: &SymbolReader<'_>, ahead: usize) -> usize {
    (0..).take_while(|&i| reader.peek(ahead + i).is_ascii_alphabetic()).count()
}

/// Whether a word such as `Rev.` or `Add.` follows, with its number.
pub(super) fn modification_follows(reader: &SymbolReader<'_>, ahead: usize) -> bool {
    let count = letters(reader, ahead);
    let numbered = reader.peek(ahead + count) == '.' || reader.peek(ahead + count).is_ascii_digit();
    numbered && count > 2 && series::modification(&reader.text(ahead, count).to_ascii_uppercase()).is_some()
}

/// Whether a word such as `L.` or `PV.` follows, with its number.
pub(super) fn numbered_follows(reader: &SymbolReader<'_>, ahead: usize) -> bool {
    let count = letters(reader, ahead);
    let numbered = reader.peek(ahead + count) == '.' && reader.peek(ahead + count + 1).is_ascii_digit();
    numbered && count > 0 && series::takes_number(&reader.text(ahead, count))
}

/// Whether a word follows that makes the text a symbol of a resolution or statement.
pub(super) fn nature_follows(reader: &SymbolReader<'_>, ahead: usize) -> bool {
    let count = letters(reader, ahead);
    (3..=4).contains(&count) && is_nature(&reader.text(ahead, count).to_ascii_uppercase())
}

/// Whether a word, in capitals, is one behind which a slash and a number stand, and that nothing but symbols have.
pub(super) fn is_nature(word: &str) -> bool {
    matches!(word, "RES" | "DEC" | "HRC" | "PRST")
}

/// Whether a committee, commission or conference follows, and something after it: `C.3/63`.
pub(super) fn body_follows(reader: &SymbolReader<'_>, ahead: usize) -> bool {
    let count = letters(reader, ahead);
    let run = reader.run(ahead + count + 1);
    let goes_on = reader.peek(ahead + count) == '.'
        && reader.peek(ahead + count + 1).is_ascii_digit()
        && reader.peek(ahead + count + 1 + run) == '/';
    goes_on && matches!(reader.text(ahead, count).to_ascii_uppercase().as_str(), "AC" | "C" | "CN" | "CONF")
}

/// Whether what follows can only be the session or year and the number of an organ's document: `63/195` of the
/// Assembly, `2013/210` of the Council.
pub(super) fn numbers_follow(reader: &SymbolReader<'_>, ahead: usize, organ: &str) -> bool {
    let first = reader.run(ahead);
    let value: u32 = reader.text(ahead, first).parse().unwrap_or(0);
    let fits = match organ {
        "A" => first == 2 && super::life::has_session(value),
        "S" => (1994..=super::life::LAST_YEAR).contains(&value),
        "E" => (1978..=super::life::LAST_YEAR).contains(&value),
        _ => false,
    };
    let number = ahead + first + 1;
    fits && reader.peek(ahead + first) == '/'
        && (reader.peek(number).is_ascii_digit() || numbered_follows(reader, number))
}

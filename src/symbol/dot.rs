//! What stands between a word and its number: the full stop of `L.5`, or what was typed for it.

use super::fault::Fault;
use super::grammar::SymbolReader;
use super::number::as_digit;
use super::series;

/// What was typed where a word's full stop belongs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct DotSubstitute {
    /// How many characters it takes.
    pub length: usize,
    /// What is wrong with it; nothing, where catalogues leave the full stop out.
    pub fault: Option<Fault>,
}

/// What stands between the word that ends `ahead` places on and its number, where that is something else than
/// one full stop. `None` if it is one, or if no number follows.
pub(super) fn wrong_joint(reader: &SymbolReader<'_>, ahead: usize, word: &str) -> Option<DotSubstitute> {
    if !series::takes_number(word) {
        return None;
    }
    let printed = series::mixed_case(word).unwrap_or(word);
    let [first, second, third] = [0, 1, 2].map(|i| reader.peek(ahead + i));
    let (length, fault) = match (first, second, third) {
        (digit, ..) if digit.is_ascii_digit() => (0, Some(Fault::MissingDot(printed.to_owned()))),
        (' ', digit, _) if digit.is_ascii_digit() => (1, Some(Fault::MissingDot(printed.to_owned()))),
        ('.', '.', digit) if digit.is_ascii_digit() => (2, Some(Fault::DoubledDot(printed.to_owned()))),
        (' ', '.', digit) if digit.is_ascii_digit() => (2, Some(Fault::Space)),
        // `Corr. 1` is a typesetter's space, `L. 5` is none.
        ('.', ' ', digit) if digit.is_ascii_digit() && series::modification(word).is_none() => (2, Some(Fault::Space)),
        ('/' | ' ', ..) => {
            let length = slashes(reader, ahead);
            let number = ahead + length;
            if length == 0 || !begins_number(reader, number) || !slash_for_dot(reader, number, word) {
                return None;
            }
            (length, wrong(reader, ahead + usize::from(first == ' '), printed))
        }
        (',' | ':' | ';' | '-' | '–' | '_' | '·', digit, _) if digit.is_ascii_digit() => {
            (1, wrong(reader, ahead, printed))
        }
        _ => return None,
    };
    if !reader.lenient && is_first(reader) && !first_may(reader, ahead, length, word) {
        return None;
    }
    // Catalogues have `A/77/L45`: it is understood, and not worth a word.
    let quiet = word == "L" && length == 0;
    Some(DotSubstitute { length, fault: fault.filter(|_| !quiet) })
}

/// How many characters the slashes take that stand for a full stop: one, or with a slip of their own (`//`), which in
/// running text has no spaces in it. None, if there is no slash.
fn slashes(reader: &SymbolReader<'_>, ahead: usize) -> usize {
    let space = |at| usize::from(reader.lenient && reader.peek(at) == ' ');
    let before = space(ahead);
    let count = (0..4).take_while(|&i| reader.peek(ahead + before + i) == '/').count();
    if count == 0 { 0 } else { before + count + space(ahead + before + count) }
}

/// Whether a number follows, perhaps with letters that were typed for digits: `/Rev/I2`.
fn begins_number(reader: &SymbolReader<'_>, ahead: usize) -> bool {
    let text = reader.text(ahead, reader.run(ahead));
    reader.peek(ahead).is_ascii_digit()
        || text.contains(|c: char| c.is_ascii_digit()) && text.chars().map(as_digit).all(|c| c.is_ascii_digit())
}

fn wrong(reader: &SymbolReader<'_>, ahead: usize, printed: &str) -> Option<Fault> {
    Some(Fault::WrongDot { word: printed.to_owned(), found: reader.peek_raw(ahead) })
}

/// Whether the word stands directly behind the organ: `A/L5`.
fn is_first(reader: &SymbolReader<'_>) -> bool {
    reader.so_far().matches('/').count() == 1
}

/// Directly behind the organ little vouches for the word (`A/L 5`, `S/R-5`): more must follow, or many digits.
fn first_may(reader: &SymbolReader<'_>, ahead: usize, length: usize, word: &str) -> bool {
    let from = ahead + length;
    let run = reader.run(from);
    match word {
        "AC" | "C" | "CN" | "CONF" => {
            // `A/C 3/63`, `A/AC105/1260`, but neither `A/C 3` nor `A/C-3/4`.
            reader.peek(from + run) == '/' && reader.run(from + run + 1) > usize::from(word == "C")
        }
        "PV" => run >= 3,
        _ => false,
    }
}

/// Whether a slash behind a word, and before a number, stands for the word's full stop: `A/63/L/5`, `A/C/3/63/L.5`, `/Rev/1`.
fn slash_for_dot(reader: &SymbolReader<'_>, number: usize, word: &str) -> bool {
    let organ = reader.so_far().split('/').next().is_some_and(series::is_organ);
    match word {
        "L" | "PV" | "SR" => organ,
        // A committee has a session of two digits behind it.
        "C" => organ && is_first(reader) && reader.run(number) == 1,
        "AC" | "CN" | "CONF" => organ && is_first(reader),
        _ => series::modification(word).is_some(),
    }
}

//! What catalogues write that texts don't: remarks around a symbol, corrigenda named in one breath with it, and
//! something in the place of a number that wasn't known yet.

use memchr::memchr_iter;

use super::component::modification_follows;
use super::grammar::SymbolReader;
use super::series;

/// What is printed for a number that is still open: `A/53/___`.
pub(super) const BLANK: &str = "___";

/// Remarks behind a symbol, in small letters; they and what follows say nothing about which document it is.
const REMARKS: [&str; 4] = [" (advance", " (as amended", " (as orally", " dept corr"];

/// The symbol in a catalogue's entry, without its remarks.
pub(super) fn bare(entry: &str) -> &str {
    let mut text = entry.trim();
    // `(A/80/1)COLOURPUBLICATION`.
    if let Some((inside, behind)) = text.strip_prefix('(').and_then(|rest| rest.rsplit_once(')'))
        && behind.chars().all(char::is_alphabetic)
        && !inside.contains('(')
    {
        text = inside;
    }
    let is_remark = |at: &usize| {
        let behind =
            |remark: &&str| text.get(*at..*at + remark.len()).is_some_and(|it| it.eq_ignore_ascii_case(remark));
        REMARKS.iter().any(behind)
    };
    if let Some(end) = memchr_iter(b' ', text.as_bytes()).find(is_remark) {
        text = text.get(..end).unwrap_or(text);
    }
    if text.ends_with(')') && !text.contains('(') {
        text = text.trim_end_matches(')');
    }
    if text.ends_with("..") { text } else { text.trim_end_matches(['*', '.', ',', ';']) }
}

/// Reads what stands for a number that is still open: `...`, `…`, `__`, `XX`.
pub(super) fn blank(reader: &mut SymbolReader<'_>) -> bool {
    let length = blank_follows(reader);
    if length > 0 {
        reader.advance(length);
        reader.out.push_str(BLANK);
    }
    length > 0
}

/// How many characters of a blank follow.
pub(super) fn blank_follows(reader: &SymbolReader<'_>) -> usize {
    let run_of = |c: char| (0..40).take_while(|&i| reader.peek(i) == c).count();
    match reader.peek(0) {
        '…' => run_of('…'),
        '_' => run_of('_'),
        '.' => Some(run_of('.')).filter(|&dots| dots > 1).unwrap_or(0),
        'X' => Some(run_of('X')).filter(|&letters| letters > 1 && letters == reader.run(0)).unwrap_or(0),
        _ => 0,
    }
}

/// Reads ` and Corr.1`, ` and Corr.1 and 2`.
pub(super) fn and_modification(reader: &mut SymbolReader<'_>) -> bool {
    if reader.peek(0) != ' ' || reader.text(0, 5) != " and " {
        return false;
    }
    let run = reader.run(5);
    let word = reader.text(5, run);
    if reader.so_far().contains(" and ") && !word.is_empty() && word.bytes().all(|b| b.is_ascii_digit()) {
        reader.advance(5 + run);
        reader.out.push_str(&format!(" and {word}"));
        return true;
    }
    let Some(printed) = series::modification(&word.to_ascii_uppercase()) else { return false };
    let spaces = usize::from(reader.peek(6 + run) == ' ');
    let digits = reader.run(6 + run + spaces);
    let number = reader.text(6 + run + spaces, digits);
    if !modification_follows(reader, 5) || number.is_empty() || !number.bytes().all(|b| b.is_ascii_digit()) {
        return false;
    }
    reader.advance(6 + run + spaces + digits);
    reader.out.push_str(&format!(" and {printed}.{number}"));
    true
}

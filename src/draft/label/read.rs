//! What a label counts.

use std::ops::Range;

use smol_str::SmolStr;

use super::insertions::{inserted, insertion};
use super::numerals::{digits, letter};
use super::subparagraphs::sub;
use crate::draft::LabelValue;
use crate::language::Language;
use crate::script::is_invisible;
use crate::script::punctuation::{
    ENUMERATION_COMMA, ROUND_CLOSING, ROUND_OPENING, UNAGREED_CLOSING, UNAGREED_OPENING, closes_round, is_colon,
    is_number_stop,
};
use crate::script::{chinese_number, enclosed_number, roman_of_label};

/// A label at the beginning of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineLabel {
    /// The label in the line, bytes: with its punctuation, without what stands before it and the space after it.
    pub range: Range<usize>,
    /// The label evened out.
    pub text: SmolStr,
    /// What the label counts, and which number or letter it is.
    pub form: LabelForm,
    /// It takes no place in the count: an alternative (`5 alt`), or a letter's insertion (`(a) bis`).
    pub uncounted: bool,
    /// A square bracket opens before it: the paragraph is not agreed.
    pub bracketed: bool,
    /// It is not written as labels are: `4,`, `4)`, `ll.`.
    pub irregular: bool,
}

/// What a label may count, before its neighbours decide.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LabelForm {
    /// A number that counts operative paragraphs.
    Operative(LabelValue),
    /// A working label that counts preambular paragraphs (`PP3`).
    Preambular(LabelValue),
    /// A letter or numeral: which letter it is, and which numeral, if it can be either. A `dotted` one (`a.`, and `1)`)
    /// is a label only where a list is open.
    Sub {
        /// Which letter it is, from 1, if it is one.
        letter: Option<u32>,
        /// Which Roman numeral it is, if it is one.
        numeral: Option<u32>,
        /// Whether it is a label only where a list is open.
        dotted: bool,
    },
}

/// The working labels of preambular paragraphs, in every language; `#` is the number.
const PREAMBULAR: &str = "PP#";
/// The working labels of operative paragraphs, in every language.
const OPERATIVE: &str = "OP#";

/// The label at the beginning of `line`, which has no white space at its ends.
pub fn label(line: &str, language: &Language) -> Option<LineLabel> {
    let (start, bracketed) = lead(line);
    let rest = line.get(start..)?;
    let first = rest.chars().next()?;
    let found = if first.is_numeric() { numbered(rest, language) } else { working(rest, language) };
    let mut labelled = found.or_else(|| sub(rest, language))?;
    labelled.range = labelled.range.start + start..labelled.range.end + start;
    labelled.bracketed = bracketed;
    Some(labelled)
}

/// The bytes that may stand before a label, and whether a square bracket is among them: brackets of what is not
/// agreed, emphasis, the bullet of a list before a label in brackets or with a dash, and tabs that were kept as code.
fn lead(line: &str) -> (usize, bool) {
    let mut rest = line;
    let mut bracketed = false;
    if let Some(code) = rest.strip_prefix('`')
        && let Some(inner) = code.trim_start_matches([' ', '\t']).strip_prefix('`')
    {
        rest = inner;
    }
    if let Some(item) = rest.strip_prefix(['-', '*', '+', '•', '–']).and_then(|item| item.strip_prefix([' ', '\t']))
        && (item.chars().take(12).any(closes_round) || is_dashed(item) || is_quoted(item))
    {
        rest = item.trim_start();
    }
    loop {
        let c = rest.chars().next();
        match c {
            Some(c) if UNAGREED_OPENING.contains(&c) => bracketed = true,
            Some('*' | '_' | '~') => {}
            // An escape of Markdown before a bracket.
            Some('\\') if rest[1..].starts_with(['(', '[']) => {}
            Some(' ' | '\u{a0}') if rest.len() < line.len() => {}
            Some(c) if is_invisible(c) => {}
            _ => return (line.len() - rest.len(), bracketed),
        }
        rest = &rest[c.map_or(0, char::len_utf8)..];
    }
}

/// Whether a text begins with a number in quotation marks, as Arabic subparagraphs do: `’1‘`.
fn is_quoted(text: &str) -> bool {
    let inner = text.trim_start().strip_prefix(['’', '‘']);
    inner.and_then(|inner| inner.get(digits(inner, 0)?.1..)).is_some_and(|rest| rest.starts_with(['’', '‘']))
}

/// Whether a text begins with a number and a dash, as Arabic paragraphs do: `2 - `.
fn is_dashed(text: &str) -> bool {
    let Some((_, end)) = digits(text.trim_start(), 0) else { return false };
    text.trim_start().get(end..).is_some_and(|rest| rest.starts_with(" - ") || rest.starts_with(" – "))
}

/// `PP3`, `OP12 bis`, `OP3.a`, and the language's own.
fn working(line: &str, language: &Language) -> Option<LineLabel> {
    let reading = language.reading;
    let fits = |pattern: &&str| worked(line, pattern);
    if let Some(found) = std::iter::once(&PREAMBULAR).chain(reading.preambular_labels).find_map(fits) {
        return worked_out(line, found, LabelForm::Preambular, language);
    }
    let found = std::iter::once(&OPERATIVE).chain(reading.operative_labels).find_map(fits)?;
    worked_out(line, found, LabelForm::Operative, language)
}

/// The number that stands where `pattern` has its `#`, and where the label ends.
fn worked(line: &str, pattern: &&str) -> Option<(u32, usize)> {
    let (before, after) = pattern.split_once('#')?;
    let head = line.get(..before.len())?;
    if !(head == before || head.eq_ignore_ascii_case(before)) {
        return None;
    }
    let at = before.len();
    let (number, end) = digits(line, at + spaces(line, at))?;
    let tail = end + if after.is_empty() { 0 } else { spaces(line, end) };
    line.get(tail..)?.starts_with(after).then_some((number, tail + after.len()))
}

fn worked_out(
    line: &str,
    (number, mut at): (u32, usize),
    form: fn(LabelValue) -> LabelForm,
    language: &Language,
) -> Option<LineLabel> {
    let (insertion, mut uncounted) = insertion(line, &mut at, language);
    if line[at..].starts_with(|c: char| c == '.' || is_colon(c)) {
        at += line[at..].chars().next().map_or(0, char::len_utf8);
        // `OP3.a`: a part of the paragraph that is negotiated by itself.
        let lettered = line[at..].strip_prefix(|c: char| c.is_ascii_lowercase());
        if let Some(after) = lettered.filter(|after| after.is_empty() || after.starts_with([' ', '.', ':', ')', ']'])) {
            uncounted = true;
            at = line.len() - after.strip_prefix(['.', ':', ')']).unwrap_or(after).len();
        }
    }
    let after = &line[at..];
    let ends =
        after.is_empty() || after.starts_with([' ', '\u{a0}', '\t', '(', '[', ']', '*', '_', '［', '【', '\u{3000}']);
    if !ends {
        return None;
    }
    let value = LabelValue::Number { number, insertion };
    Some(labelled(line, at, form(value), uncounted))
}

pub(super) fn labelled(line: &str, len: usize, form: LabelForm, uncounted: bool) -> LineLabel {
    let seen = line[..len].chars().filter(|c| !is_invisible(*c) && *c != '\\');
    let text = seen.map(|c| if c == '\u{a0}' { ' ' } else { c }).collect();
    LineLabel { range: 0..len, text, form, uncounted, bracketed: false, irregular: false }
}

/// `12.`, `4 bis.`, `1 -`.
fn numbered(line: &str, language: &Language) -> Option<LineLabel> {
    // A word processor may begin to count with `0.`.
    let (number, digits_end) = digits(line, 0).or_else(|| line.starts_with("0. ").then_some((0, 1)))?;
    let mut at = digits_end;
    let (insertion, uncounted) = insertion(line, &mut at, language);
    // Marks of direction, which Arabic texts have between a number and its dash.
    at += line[at..].len() - line[at..].trim_start_matches(is_invisible).len();
    let rest = &line[at..];
    let unescaped = rest.strip_prefix('\\').filter(|rest| rest.starts_with('.')).unwrap_or(rest);
    let end = if let Some(after) = unescaped.strip_prefix(is_number_stop) {
        let dot = rest.len() - after.len();
        // `1.5 million`, `3.2.1` are no labels; `1.Recalls` without its space is one.
        let coded = after.chars().nth(1).is_some_and(|c| matches!(c, '.' | '/') || c.is_ascii_digit());
        if after.starts_with(|c: char| c.is_ascii_digit() || c.is_lowercase())
            || (coded && after.starts_with(|c: char| c.is_ascii_alphabetic()))
        {
            return None;
        }
        // `4.[5.]`, as LibreOffice shows the new number and the old one of a paragraph in a draft with tracked changes.
        // The old numbers count all paragraphs, those that are to be deleted too.
        let old = after.strip_prefix('[').and_then(|inner| {
            let (old, end) = digits(inner, 0)?;
            inner.get(end..)?.starts_with(".]").then_some((old, end))
        });
        if let Some((old, len)) = old.filter(|_| insertion == 0 && !uncounted) {
            let value = LabelValue::Number { number: old, insertion: 0 };
            return Some(labelled(line, at + dot + len + "[.]".len(), LabelForm::Operative(value), false));
        }
        // `1.-`, as Spanish texts have it.
        let dash = after.starts_with("- ") || after == "-";
        at + dot + usize::from(dash)
    } else {
        let space = spaces(line, at);
        let after = &line[at + space..];
        let dash = after.chars().next().filter(|c| matches!(c, '-' | '–' | '\u{2011}')).map(char::len_utf8);
        let ends = rest.is_empty() || rest.starts_with([' ', '\u{a0}', '\t']) || rest.starts_with(UNAGREED_CLOSING);
        let behind = dash.and_then(|dash| after.get(dash..)).unwrap_or_default().trim_start_matches(is_invisible);
        match dash {
            Some(dash)
                if behind.starts_with([' ', '\u{a0}', '\t', ']', '[', '*', '_'])
                    // `1 -` glued to a word of another script, which no number is part of.
                    || (space > 0 && behind.starts_with(|c: char| c.is_alphabetic() && !c.is_ascii()))
                    || (behind.is_empty() && space > 0) =>
            {
                at + space + dash
            }
            _ if (insertion > 0 || uncounted) && ends => at,
            _ => return None,
        }
    };
    Some(labelled(line, end, LabelForm::Operative(LabelValue::Number { number, insertion }), uncounted))
}

/// A number written as labels are not: without its full stop, with another mark, in brackets, or with letters that
/// look like digits (`l2.`), or glued to its first word. It is a label only where that number is due and a sentence
/// follows, whose place in the line comes with it.
pub fn irregular(line: &str) -> Option<(LineLabel, usize)> {
    let open = line.len() - line.trim_start_matches(ROUND_OPENING).len();
    let mut number = 0;
    let mut end = open;
    let mut digits = 0;
    let mut ahead = line.get(open..)?.chars().take(4).skip(1);
    for c in line.get(open..)?.chars().take(3) {
        // A letter that begins a word is none that looks like a digit: `2Invites`.
        let next = ahead.next();
        if digits > 0
            && c.is_alphabetic()
            && next.is_some_and(|next| next.is_lowercase() && !matches!(next, 'l' | 'i' | 'o'))
        {
            break;
        }
        let digit = match c {
            '0'..='9' => c as u32 - '0' as u32,
            'l' | 'i' | '|' => 1,
            'I' if end > open => 1,
            'O' | 'o' if end > open => 0,
            _ => break,
        };
        number = number * 10 + digit;
        digits += u32::from(c.is_ascii_digit());
        end += c.len_utf8();
    }
    if number == 0 {
        return None;
    }
    let rest = line.get(end..)?;
    // `2 .Recognizes`.
    let spaced = spaces(line, end);
    let spaced = if line.get(end + spaced..)?.starts_with('.') { spaced } else { 0 };
    let marks = rest.len()
        - rest
            .get(spaced..)?
            .trim_start_matches(|c: char| {
                is_number_stop(c)
                    || closes_round(c)
                    || matches!(c, ',' | ':' | ';' | ENUMERATION_COMMA | '-' | '–' | '/' | '\\')
            })
            .len();
    let after = rest.get(marks..)?;
    let words = after.trim_start_matches([' ', '\u{a0}', '\t']);
    // Letters alone are words, unless a mark follows them; a word may be glued to digits.
    let told_apart = marks > 0 || (digits > 0 && (words.len() < after.len() || words.starts_with(char::is_alphabetic)));
    if !told_apart || (open > 0) != rest.starts_with(ROUND_CLOSING) && open > 0 {
        return None;
    }
    let value = LabelValue::Number { number, insertion: 0 };
    let found = labelled(line, end + marks, LabelForm::Operative(value), false);
    Some((LineLabel { irregular: true, ..found }, line.len() - words.len()))
}

pub(super) fn spaces(line: &str, at: usize) -> usize {
    let rest = line.get(at..).unwrap_or_default();
    rest.len() - rest.trim_start_matches([' ', '\u{a0}', '\u{202f}']).len()
}

/// Where a label has its insertion (` bis`), with the space before it.
pub fn insertion_in(label: &str, language: &Language) -> Option<Range<usize>> {
    label.char_indices().map(|(at, _)| at).filter(|at| *at > 0).find_map(|at| {
        let mut end = at;
        (inserted(label, &mut end, language) > 0).then_some(at..end)
    })
}

/// The number at the beginning of a text, and where it ends with what is inserted after it (`12 bis`).
pub fn leading_number(text: &str, language: &Language) -> Option<(u32, u8, usize)> {
    let (number, mut end) = digits(text, 0)?;
    let insertion = inserted(text, &mut end, language);
    Some((number, insertion, end))
}

/// What a subparagraph's label without brackets counts: which letter it is, and which numeral, if it can be either.
pub fn sub_value(inner: &str, language: &Language) -> (Option<u32>, Option<u32>) {
    let numeral = digits(inner, 0)
        .filter(|(_, end)| *end == inner.len())
        .map(|(number, _)| number)
        .or_else(|| inner.chars().next().and_then(enclosed_number))
        .or_else(|| chinese_number(inner))
        .or_else(|| roman_of_label(inner));
    (letter(inner, language), numeral)
}

//! Labels: what stands before a paragraph and counts it.

use std::ops::Range;

use super::LabelValue;
use super::flow::is_invisible;
use crate::language::Language;

/// A label at the beginning of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Labelled {
    /// The label in the line, bytes: with its punctuation, without what stands before it and the space after it.
    pub range: Range<usize>,
    /// The label evened out.
    pub text: String,
    pub form: Form,
    /// It takes no place in the count: an alternative (`5 alt`), or a letter's insertion (`(a) bis`).
    pub uncounted: bool,
    /// A square bracket opens before it: the paragraph is not agreed.
    pub bracketed: bool,
    /// It is not written as labels are: `4,`, `4)`, `ll.`.
    pub irregular: bool,
}

/// What a label may count, before its neighbours decide.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A number that counts operative paragraphs.
    Operative(LabelValue),
    /// A working label that counts preambular paragraphs (`PP3`).
    Preambular(LabelValue),
    /// A letter or numeral: which letter it is, and which numeral, if it can be either. A `dotted` one (`a.`)
    /// has no bracket, and is a label only where a list is open.
    Sub { letter: Option<u32>, numeral: Option<u32>, dotted: bool },
}

/// The words that mark an insertion after a number, in order, from `bis`, in every language.
const INSERTIONS: [&str; 9] = ["bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "novies", "decies"];

/// The working labels of preambular paragraphs, in every language; `#` is the number.
const PREAMBULAR: &str = "PP#";
/// The working labels of operative paragraphs, in every language.
const OPERATIVE: &str = "OP#";

/// The label at the beginning of `line`, which has no white space at its ends.
pub fn label(line: &str, language: &Language) -> Option<Labelled> {
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
/// agreed, emphasis, and the bullet of a list before a label in brackets.
fn lead(line: &str) -> (usize, bool) {
    let mut rest = line;
    let mut bracketed = false;
    if let Some(item) = rest.strip_prefix(['-', '*', '+', '•', '–']).and_then(|item| item.strip_prefix([' ', '\t']))
        && item.chars().take(12).any(|c| matches!(c, ')' | '）'))
    {
        rest = item.trim_start();
    }
    loop {
        let c = rest.chars().next();
        match c {
            Some('[' | '［' | '【' | '〔') => bracketed = true,
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

/// `PP3`, `OP12 bis`, `OP3.a`, and the language's own.
fn working(line: &str, language: &Language) -> Option<Labelled> {
    let reading = language.reading;
    let fits = |pattern: &&str| worked(line, pattern);
    if let Some(found) = std::iter::once(&PREAMBULAR).chain(reading.preambular_labels).find_map(fits) {
        return worked_out(line, found, Form::Preambular, language);
    }
    let found = std::iter::once(&OPERATIVE).chain(reading.operative_labels).find_map(fits)?;
    worked_out(line, found, Form::Operative, language)
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
    form: fn(LabelValue) -> Form,
    language: &Language,
) -> Option<Labelled> {
    let (insertion, mut uncounted) = insertion(line, &mut at, language);
    if line[at..].starts_with(['.', ':', '：']) {
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

fn labelled(line: &str, len: usize, form: Form, uncounted: bool) -> Labelled {
    let text =
        line[..len].chars().filter(|c| !is_invisible(*c) && *c != '\\').collect::<String>().replace('\u{a0}', " ");
    Labelled { range: 0..len, text, form, uncounted, bracketed: false, irregular: false }
}

/// `12.`, `4 bis.`, `1 -`.
fn numbered(line: &str, language: &Language) -> Option<Labelled> {
    let (number, digits_end) = digits(line, 0)?;
    let mut at = digits_end;
    let (insertion, uncounted) = insertion(line, &mut at, language);
    let rest = &line[at..];
    let unescaped = rest.strip_prefix('\\').filter(|rest| rest.starts_with('.')).unwrap_or(rest);
    let end = if let Some(after) = unescaped.strip_prefix(['.', '．']) {
        let dot = rest.len() - after.len();
        // `1.5 million`, `3.2.1` are no labels; `1.Recalls` without its space is one.
        let coded = after.chars().nth(1).is_some_and(|c| matches!(c, '.' | '/') || c.is_ascii_digit());
        if after.starts_with(|c: char| c.is_ascii_digit() || c.is_lowercase())
            || (coded && after.starts_with(|c: char| c.is_ascii_alphabetic()))
        {
            return None;
        }
        at + dot
    } else {
        let space = spaces(line, at);
        let after = &line[at + space..];
        let dash = after.chars().next().filter(|c| matches!(c, '-' | '–' | '\u{2011}')).map(char::len_utf8);
        let ends = rest.is_empty() || rest.starts_with([' ', '\u{a0}', '\t', ']', '］', '】']);
        match dash {
            Some(dash)
                if after[dash..].starts_with([' ', '\u{a0}', ']', '[']) || (after[dash..].is_empty() && space > 0) =>
            {
                at + space + dash
            }
            _ if (insertion > 0 || uncounted) && ends => at,
            _ => return None,
        }
    };
    Some(labelled(line, end, Form::Operative(LabelValue::Number { number, insertion }), uncounted))
}

/// A number written as labels are not: without its full stop, with another mark, in brackets, or with letters that
/// look like digits (`l2.`). It is a label only where that number is due and a sentence follows, whose place in the
/// line comes with it.
pub fn irregular(line: &str) -> Option<(Labelled, usize)> {
    let open = line.len() - line.trim_start_matches(['(', '（']).len();
    let mut number = 0;
    let mut end = open;
    let mut digits = 0;
    for c in line.get(open..)?.chars().take(3) {
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
    let marks = rest.len() - rest.trim_start_matches(['.', ',', ':', ';', ')', '）', '、', '-', '–', '．']).len();
    let after = rest.get(marks..)?;
    let words = after.trim_start_matches([' ', '\u{a0}']);
    // Letters alone are words, unless a mark follows them.
    let told_apart = marks > 0 || (digits > 0 && words.len() < after.len());
    if !told_apart || (open > 0) != rest.starts_with([')', '）']) && open > 0 {
        return None;
    }
    let value = LabelValue::Number { number, insertion: 0 };
    let found = labelled(line, end + marks, Form::Operative(value), false);
    Some((Labelled { irregular: true, ..found }, line.len() - words.len()))
}

/// A number of one to three digits at byte `at`, and where it ends. ASCII or full-width digits.
fn digits(line: &str, at: usize) -> Option<(u32, usize)> {
    let mut number = 0;
    let mut count = 0;
    let mut end = at;
    for c in line.get(at..)?.chars() {
        let digit = match c {
            '0'..='9' => c as u32 - '0' as u32,
            '０'..='９' => c as u32 - '０' as u32,
            _ => break,
        };
        number = number * 10 + digit;
        count += 1;
        if count > 3 {
            return None;
        }
        end += c.len_utf8();
    }
    (count > 0 && number > 0).then_some((number, end))
}

fn spaces(line: &str, at: usize) -> usize {
    let rest = &line[at..];
    rest.len() - rest.trim_start_matches([' ', '\u{a0}', '\u{202f}']).len()
}

/// Which insertion the words at `at` make (`bis`: 2; 0: none) and whether they make an alternative (`alt 1`),
/// moving `at` past them.
fn insertion(line: &str, at: &mut usize, language: &Language) -> (u8, bool) {
    let insertion = inserted(line, at, language);
    let space = spaces(line, *at);
    let rest = &line[*at + space..];
    let words = std::iter::once(&"alt").chain(language.reading.alternatives);
    let Some(word) = words.filter(|word| begins_with(rest, word)).max_by_key(|word| word.len()) else {
        return (insertion, false);
    };
    let tail = &rest[word.len()..];
    // `alt. 2`, `alt 2`: which of the alternatives.
    let count = tail.strip_prefix('.').unwrap_or(tail).trim_start_matches([' ', '\u{a0}']);
    let counted = digits(count, 0).map(|(_, len)| tail.len() - count.len() + len);
    let ends = |tail: &str| tail.is_empty() || tail.starts_with(['.', ':', '：', ']', '］', '】']);
    // A whole word of the language may begin a sentence: only what follows makes it part of the label.
    if *word != "alt" && counted.is_none() && !ends(tail) {
        return (insertion, false);
    }
    *at += space + word.len() + counted.unwrap_or(0);
    (insertion, true)
}

/// Whether `text` begins with `word`, whatever its case, and the word ends there.
fn begins_with(text: &str, word: &str) -> bool {
    let mut rest = text.chars();
    word.chars()
        .all(|expected| rest.next().is_some_and(|c| c == expected || c.to_lowercase().eq(expected.to_lowercase())))
        && text.get(word.len()..).is_some_and(|tail| {
            !tail.starts_with(char::is_alphabetic) || word.chars().next_back().is_some_and(super::flow::is_wide)
        })
}

fn inserted(line: &str, at: &mut usize, language: &Language) -> u8 {
    let space = spaces(line, *at);
    let rest = &line[*at + space..];
    let own = language.reading.insertions.iter().map(|(word, order)| (*word, *order));
    let latin = INSERTIONS.iter().zip(2..).map(|(word, order)| (*word, order));
    if let Some((word, order)) = latin.chain(own).find(|(word, _)| begins_with(rest, word)) {
        *at += space + word.len();
        return order;
    }
    if let Some(tail) = rest.strip_prefix('之') {
        let order = tail.chars().next().and_then(chinese_digit).filter(|n| *n >= 2);
        if let Some(n) = order {
            *at += space + '之'.len_utf8() + '二'.len_utf8();
            return n as u8;
        }
    }
    0
}

/// The label of a subparagraph at the beginning of `line`: `(a)`, `a)`, `(i)`, `(1)`, `㈠`, `(一)`, `(أ)`, `’1‘`,
/// and `a.`, `i.`.
fn sub(line: &str, language: &Language) -> Option<Labelled> {
    let first = line.chars().next()?;
    if let Some(numeral) = circled(first) {
        return finish(line, first.len_utf8(), None, Some(numeral), language);
    }
    if matches!(first, '’' | '‘' | '\'' | '`') {
        let open = first.len_utf8();
        let (number, end) = digits(line, open)?;
        let close = line[end..].chars().next().filter(|c| matches!(c, '‘' | '’' | '\''))?;
        return finish(line, end + close.len_utf8(), None, Some(number), language);
    }
    let bracketed = matches!(first, '(' | '（');
    if !bracketed && let Some(found) = dotted(line, language) {
        return Some(found);
    }
    let open = if bracketed { first.len_utf8() } else { 0 };
    let inner_len = line[open..].char_indices().take(12).find(|(_, c)| matches!(c, ')' | '）')).map(|(i, _)| i)?;
    let inner = line[open..open + inner_len].trim_matches([' ', '\u{a0}', '*', '_', '\\']);
    let close = line[open + inner_len..].chars().next()?;
    let len = open + inner_len + close.len_utf8();
    if inner.is_empty() {
        return None;
    }
    if let Some((number, end)) = digits(inner, 0) {
        // `(1)` opens a list of numerals; `1)` without its bracket is left alone: dates and sums end so.
        return if bracketed && end == inner.len() && number < 60 {
            finish(line, len, None, Some(number), language)
        } else {
            None
        };
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
    let numeral = roman(inner);
    if letter.is_none() && numeral.is_none() {
        return None;
    }
    let mut found = finish(line, len, letter, numeral, language)?;
    found.uncounted |= inserted_inside;
    Some(found)
}

/// `a.`, `i.`: the third and fourth level in the style of the United Nations, the first ones of Model UN.
fn dotted(line: &str, language: &Language) -> Option<Labelled> {
    let (inner, after) = line.split_at_checked(line.bytes().take(6).position(|b| b == b'.')?)?;
    if inner.is_empty() || !inner.bytes().all(|b| b.is_ascii_lowercase()) || !after.starts_with(". ") {
        return None;
    }
    let (letter, numeral) = (letter(inner, language), roman(inner));
    (letter.is_some() || numeral.is_some())
        .then(|| labelled(line, inner.len() + 1, Form::Sub { letter, numeral, dotted: true }, false))
}

fn finish(line: &str, len: usize, letter: Option<u32>, numeral: Option<u32>, language: &Language) -> Option<Labelled> {
    let mut end = len;
    let (order, alternative) = insertion(line, &mut end, language);
    let rest = &line[end..];
    let spaced = rest.is_empty()
        || rest.starts_with(|c: char| {
            c.is_whitespace() || is_invisible(c) || c > '\u{2e7f}' || matches!(c, '[' | ']' | '*' | '_' | '.')
        });
    let form = Form::Sub { letter, numeral, dotted: false };
    spaced.then(|| labelled(line, end, form, order > 0 || alternative))
}

/// The place of a letter in the language's list, from 1; a doubled letter follows the last single one.
fn letter(inner: &str, language: &Language) -> Option<u32> {
    let letters = language.reading.letters;
    let place = |c: char| letters.iter().position(|same| same.contains(c)).map(|i| i as u32 + 1);
    let mut chars = inner.chars().filter(|c| !c.is_whitespace() && *c != '\u{640}').flat_map(char::to_lowercase);
    let first = place(chars.next()?)?;
    match chars.next() {
        None => Some(first),
        Some(second) => {
            (place(second) == Some(first) && chars.next().is_none()).then_some(first + letters.len() as u32)
        }
    }
}

/// The value of a Roman numeral in lower case, up to 39.
fn roman(inner: &str) -> Option<u32> {
    const TENS: [&str; 4] = ["", "x", "xx", "xxx"];
    const ONES: [&str; 10] = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"];
    if inner.len() > 7 || !inner.bytes().all(|b| matches!(b, b'i' | b'v' | b'x')) {
        return None;
    }
    TENS.iter().enumerate().find_map(|(t, ten)| {
        let rest = inner.strip_prefix(ten)?;
        let one = ONES.iter().position(|one| *one == rest)?;
        Some(t as u32 * 10 + one as u32).filter(|n| *n > 0)
    })
}

/// `㈠` to `㈩`.
fn circled(c: char) -> Option<u32> {
    matches!(c, '㈠'..='㈩').then(|| c as u32 - '㈠' as u32 + 1)
}

/// The value of a Chinese digit, `一` to `十`.
pub fn chinese_digit(c: char) -> Option<u32> {
    "一二三四五六七八九十".chars().position(|d| d == c).map(|i| i as u32 + 1)
}

/// The value of a Chinese number up to 99.
pub fn chinese_number(text: &str) -> Option<u32> {
    let mut value = 0;
    let mut digit = 0;
    for c in text.chars() {
        match chinese_digit(c)? {
            10 => {
                if value > 0 {
                    return None;
                }
                value = digit.max(1) * 10;
                digit = 0;
            }
            n if digit == 0 => digit = n,
            _ => return None,
        }
    }
    Some(value + digit).filter(|n| *n > 0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::{ARABIC, CHINESE, ENGLISH, FRENCH, RUSSIAN, SPANISH};

    fn number(number: u32, insertion: u8) -> LabelValue {
        LabelValue::Number { number, insertion }
    }

    /// What is read, with the label in `⟨⟩`.
    fn read(line: &str, language: &Language) -> (String, Labelled) {
        let found = label(line, language).unwrap_or_else(|| panic!("{line}"));
        let Range { start, end } = found.range;
        (format!("{}⟨{}⟩{}", &line[..start], &line[start..end], &line[end..]), found)
    }

    #[test]
    fn operative_labels() {
        for (shown, language, value) in [
            ("⟨12.⟩ Decides", ENGLISH, number(12, 0)),
            ("⟨12.⟩", ENGLISH, number(12, 0)),
            ("⟨4 bis.⟩ Urges", ENGLISH, number(4, 2)),
            ("⟨4 ter⟩ Urges", ENGLISH, number(4, 3)),
            ("⟨1 -⟩ تقرر", ARABIC, number(1, 0)),
            ("⟨1-⟩ تقرر", ARABIC, number(1, 0)),
            ("⟨2 مكررا -⟩ تحث", ARABIC, number(2, 2)),
            ("⟨2 مكرراً -⟩ تحث", ARABIC, number(2, 2)),
            ("⟨4之二.⟩ 敦促", CHINESE, number(4, 2)),
            ("⟨1 бис.⟩ призывает", RUSSIAN, number(1, 2)),
            ("⟨OP7:⟩ Urges", ENGLISH, number(7, 0)),
            ("⟨OP 12 bis⟩ Urges", ENGLISH, number(12, 2)),
            ("⟨par. 4⟩ Prie", FRENCH, number(4, 0)),
            ("⟨párr. 4⟩ Pide", SPANISH, number(4, 0)),
            ("⟨执行部分第4段⟩ 决定", CHINESE, number(4, 0)),
            ("[⟨4.⟩ Decides", ENGLISH, number(4, 0)),
            ("[⟨4.⟩] Decides", ENGLISH, number(4, 0)),
            ("[[⟨OP4⟩ [Decides", ENGLISH, number(4, 0)),
            ("［⟨2.⟩ 敦促", CHINESE, number(2, 0)),
            ("[⟨2 -⟩ تحث", ARABIC, number(2, 0)),
            ("[⟨4 bis⟩] Decides", ENGLISH, number(4, 2)),
            ("**⟨4.⟩** Decides", ENGLISH, number(4, 0)),
            ("⟨4\\.⟩ Decides", ENGLISH, number(4, 0)),
        ] {
            let line = shown.replace(['⟨', '⟩'], "");
            let (as_read, found) = read(&line, language);
            assert_eq!((as_read.as_str(), found.form), (shown, Form::Operative(value)));
            assert_eq!((found.uncounted, found.bracketed), (false, shown.starts_with(['[', '［'])), "{line}");
        }
        for (shown, language) in [
            ("⟨5 alt. 2⟩ Urges", ENGLISH),
            ("⟨OP5 alt.⟩ Urges", ENGLISH),
            ("⟨5 alternative.⟩ Urges", ENGLISH),
            ("⟨OP5.a⟩ Urges", ENGLISH),
            ("⟨5 альт.⟩ призывает", RUSSIAN),
            ("⟨5 备选案文2.⟩ 敦促", CHINESE),
        ] {
            let line = shown.replace(['⟨', '⟩'], "");
            let (as_read, found) = read(&line, language);
            assert_eq!((as_read.as_str(), found.form), (shown, Form::Operative(number(5, 0))));
            assert!(found.uncounted, "{line}");
        }
        for line in [
            "64.X.1), p. 173",
            "1.5 million",
            "2005. World",
            "12 December",
            "1945-1950",
            "7 States",
            "OPEC",
            "",
            "[1] See",
            "5 alternative proposals",
            "[3 December 2037]",
            "e.g. lamps",
            "[i.e. lamps]",
        ] {
            assert_eq!(label(line, ENGLISH), None, "{line}");
        }
    }

    #[test]
    fn preambular_labels() {
        for (shown, language, value) in [
            ("⟨PP3⟩ Recalling", ENGLISH, number(3, 0)),
            ("[⟨PP3 bis.⟩ Recalling", ENGLISH, number(3, 2)),
            ("⟨al. 3⟩ Rappelant", FRENCH, number(3, 0)),
            ("⟨序言部分第3段⟩ 回顾", CHINESE, number(3, 0)),
        ] {
            let line = shown.replace(['⟨', '⟩'], "");
            let (as_read, found) = read(&line, language);
            assert_eq!((as_read.as_str(), found.form), (shown, Form::Preambular(value)));
        }
    }

    #[test]
    fn subparagraph_labels() {
        for (shown, language, letter, numeral) in [
            ("⟨(a)⟩ The", ENGLISH, Some(1), None),
            ("⟨i)⟩ the", ENGLISH, Some(9), Some(1)),
            ("⟨(aa)⟩ the", ENGLISH, Some(27), None),
            ("⟨(ii)⟩ the", ENGLISH, Some(35), Some(2)),
            ("⟨(xiv)⟩ the", ENGLISH, None, Some(14)),
            ("⟨а)⟩ the", ENGLISH, Some(1), None),
            ("⟨㈡⟩ 关于", CHINESE, None, Some(2)),
            ("⟨(十二)⟩ 关于", CHINESE, None, Some(12)),
            ("⟨(ب)⟩ أن", ARABIC, Some(2), None),
            ("⟨’3‘⟩ أن", ARABIC, None, Some(3)),
            ("[⟨(b)⟩ the", ENGLISH, Some(2), None),
            ("[⟨b)⟩] la", FRENCH, Some(2), None),
            ("- ⟨(b)⟩ the", ENGLISH, Some(2), None),
            ("- ⟨b)⟩ la", FRENCH, Some(2), None),
        ] {
            let line = shown.replace(['⟨', '⟩'], "");
            let (as_read, found) = read(&line, language);
            assert_eq!((as_read.as_str(), found.form), (shown, Form::Sub { letter, numeral, dotted: false }));
            assert!(!found.uncounted);
        }
        for shown in ["⟨(b) bis⟩ the", "⟨(b bis)⟩ the", "⟨(b) alt⟩ the"] {
            let line = shown.replace(['⟨', '⟩'], "");
            let (as_read, found) = read(&line, ENGLISH);
            assert_eq!((as_read.as_str(), found.uncounted), (shown, true));
        }
        let (shown, found) = read("ii. to report", ENGLISH);
        assert_eq!(shown, "⟨ii.⟩ to report");
        assert_eq!(found.form, Form::Sub { letter: Some(35), numeral: Some(2), dotted: true });
        for line in ["(A/63/431) and", "(and the", "(the) rest", "and. then"] {
            assert_eq!(label(line, ENGLISH), None, "{line}");
        }
        assert_eq!(read("a) b)c", ENGLISH).0, "⟨a)⟩ b)c");
    }
}

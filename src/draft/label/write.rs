//! How a label is written that counts something else: in the digits, letters or numerals that it has, with the marks
//! around it.

use std::collections::HashMap;
use std::ops::Range;

use super::insertion_in;
use crate::draft::{Draft, Edit, LabelValue};
use crate::language::Language;
use crate::script::punctuation::{ROUND_CLOSING, closes_round, opens_round};
use crate::script::{DigitScript, chinese_number, enclosed_number, in_chinese, in_enclosed, in_roman, number_in};

/// Writes labels as a draft does, which may have ways of its own beside the tables': `هـ` for `ه`.
#[derive(Debug, Default)]
pub struct LabelWriter {
    /// By the language's code and the letter's place.
    letters: HashMap<(&'static str, u32), String>,
}

impl LabelWriter {
    /// Looks through the labels of a draft.
    pub fn of(text: &str, draft: &Draft) -> LabelWriter {
        let mut writer = LabelWriter::default();
        for label in draft.paragraphs.iter().filter_map(|paragraph| paragraph.label.as_ref()) {
            let LabelValue::Letter(place) = label.value else { continue };
            let language = draft.language_at(label.range.start);
            let Some(written) = text.get(label.range.clone()).and_then(counting_part) else { continue };
            let plain: String = written.chars().filter(|c| !matches!(c, '\u{640}' | ' ')).collect();
            if plain != written && letter(place, language).is_some_and(|letter| letter.replace(' ', "") == plain) {
                writer.letters.entry((language.code, place)).or_insert_with(|| written.to_owned());
            }
        }
        writer
    }

    /// The whole of a label, `written` in the draft, with another value. `None` where it cannot be written so.
    pub fn label(&self, written: &str, value: LabelValue, language: &Language) -> Option<String> {
        let edit = self.edit(written, 0, value, language)?;
        let mut label = written.to_owned();
        label.replace_range(edit.range, &edit.text);
        Some(label)
    }

    /// What of a label, `written` at byte `at` of the draft, changes where it gets another value: its number, letter or
    /// numeral alone, its marks stay. `None` where it cannot be written so.
    pub fn edit(&self, written: &str, at: usize, value: LabelValue, language: &Language) -> Option<Edit> {
        if let LabelValue::Number { number, .. } = value {
            return number_edit(written, at, number);
        }
        let inner = counting_part(written)?;
        let own =
            insertion_in(inner, language).map_or(inner, |insertion| inner.get(..insertion.start).unwrap_or(inner));
        let start = at + written.find(inner)?;
        Some(Edit { range: start..start + own.len(), text: self.counter(own, value, language)? })
    }

    /// A label without an insertion that it had: `4 bis.` becomes `5.`. `plain` is a label of the same run that has none,
    /// whose marks it gets where it has none of its own.
    pub fn without_insertion(&self, label: &str, plain: Option<&str>, language: &Language) -> String {
        let mut label = label.to_owned();
        if let Some(insertion) = insertion_in(&label, language) {
            label.replace_range(insertion, "");
            // `4 bis Decides` needs no full stop, `5 Decides` does.
            if label.ends_with(|c| DigitScript::of(c).is_some()) {
                label.push_str(plain.and_then(marks_behind).unwrap_or("."));
            }
        }
        label
    }

    /// What a subparagraph's label has between its marks for a value, written as `like` is: in its digits or numerals, and
    /// in capitals if it is.
    pub fn counter(&self, like: &str, value: LabelValue, language: &Language) -> Option<String> {
        let plain = match value {
            LabelValue::Letter(place) => {
                self.letters.get(&(language.code, place)).cloned().or_else(|| letter(place, language))?
            }
            LabelValue::Roman(place) => numeral(like, place)?,
            LabelValue::Number { .. } => return None,
        };
        let capitals = like.chars().all(char::is_uppercase);
        Some(if capitals { plain.to_uppercase() } else { plain })
    }
}

/// A numeral of the kind that `like` is: digits of its script, a Chinese one with or without brackets of its own, else a
/// small Roman one.
fn numeral(like: &str, place: u32) -> Option<String> {
    let first = like.chars().next()?;
    if let Some(script) = DigitScript::of(first) {
        return Some(script.write(place));
    }
    if enclosed_number(first).is_some() {
        return in_enclosed(first, place);
    }
    if chinese_number(like).is_some() {
        return in_chinese(place);
    }
    Some(in_roman(place)?.to_lowercase())
}

/// What of a subparagraph's label counts, without brackets and marks.
pub fn counting_part(label: &str) -> Option<&str> {
    let mark = |c: char| {
        opens_round(c)
            || closes_round(c)
            || matches!(c, ' ' | '\u{a0}' | '.' | '*' | '_' | '\\' | '’' | '‘' | '\'' | '`')
    };
    let inner = label.trim_matches(mark);
    let inner = inner.split(ROUND_CLOSING).next().unwrap_or(inner);
    (!inner.is_empty()).then_some(inner)
}

/// A label with another number in the place of its own, in its digits: `1．`, `OP4`, `٣ -`. `None` where it has none.
pub fn numbered(label: &str, number: u32) -> Option<String> {
    let edit = number_edit(label, 0, number)?;
    let mut label = label.to_owned();
    label.replace_range(edit.range, &edit.text);
    Some(label)
}

/// What changes in a label, `written` at byte `at` of the draft, where it gets another number.
pub fn number_edit(written: &str, at: usize, number: u32) -> Option<Edit> {
    let (range, script) = number_of(written)?;
    Some(Edit { range: at + range.start..at + range.end, text: script.write(number) })
}

/// Where a label has its number, and in which digits. In one such as `ll.` letters stand for the digits.
fn number_of(label: &str) -> Option<(Range<usize>, DigitScript)> {
    let like_a_digit = |c: char| matches!(c, 'l' | 'I' | 'O' | 'o' | '|');
    if let Some((digits, script)) = number_in(label)
        && label.get(..digits.start).is_none_or(|before| !before.ends_with(['l', 'I', 'O', '|']))
    {
        let rest = label.get(digits.end..)?;
        let more = rest.len() - rest.trim_start_matches(like_a_digit).len();
        let more = if rest.get(more..).is_some_and(|rest| rest.starts_with(char::is_alphanumeric)) { 0 } else { more };
        return Some((digits.start..digits.end + more, script));
    }
    let start = label.find(|c| c == 'i' || (c != 'o' && like_a_digit(c)))?;
    let rest = label.get(start..)?;
    let len = rest.find(|c: char| !(c.is_ascii_digit() || c == 'i' || like_a_digit(c)));
    Some((start..start + len.unwrap_or(rest.len()), DigitScript::Ascii))
}

/// What stands behind the number of a label.
fn marks_behind(label: &str) -> Option<&str> {
    let (digits, _) = number_in(label)?;
    label.get(digits.end..).filter(|marks| !marks.is_empty())
}

/// The letter that begins a list.
pub fn first_letter(language: &Language) -> Option<String> {
    letter(1, language)
}

/// The letter of a place: after the last one come doubled ones.
fn letter(place: u32, language: &Language) -> Option<String> {
    let letters = language.reading.letters;
    let count = u32::try_from(letters.len()).ok().filter(|count| *count > 0)?;
    let place = place.checked_sub(1)?;
    let letter = letters.get(usize::try_from(place % count).ok()?)?.chars().next()?;
    match place / count {
        0 => Some(letter.to_string()),
        1 if letter.is_ascii() => Some(format!("{letter}{letter}")),
        1 => Some(format!("{letter} {letter}")),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::{ARABIC, CHINESE, ENGLISH, RUSSIAN};

    #[test]
    fn numbers_in_the_digits_and_marks_of_the_label() {
        for (label, again) in [
            ("2.", "12."),
            ("２．", "１２．"),
            ("٢ -", "١٢ -"),
            ("۲ -", "۱۲ -"),
            ("OP2", "OP12"),
            ("4 bis.", "12 bis."),
            ("执行部分第2段", "执行部分第12段"),
            ("ll.", "12."),
            ("l2.", "12."),
            ("1O.", "12."),
        ] {
            assert_eq!(numbered(label, 12).as_deref(), Some(again));
        }
        assert_eq!(numbered("(a)", 12), None);
    }

    #[test]
    fn letters_and_numerals_of_the_kind_that_the_label_has() {
        let writer = LabelWriter::default();
        for (label, value, language, again) in [
            ("(a)", LabelValue::Letter(2), ENGLISH, "(b)"),
            ("(A)", LabelValue::Letter(2), ENGLISH, "(B)"),
            ("b.", LabelValue::Letter(27), ENGLISH, "aa."),
            ("а)", LabelValue::Letter(2), RUSSIAN, "b)"),
            ("(أ)", LabelValue::Letter(3), ARABIC, "(ج)"),
            ("(ب)", LabelValue::Letter(27), ARABIC, "(أ أ)"),
            ("(a) bis", LabelValue::Letter(3), ENGLISH, "(c) bis"),
            ("(ii)", LabelValue::Roman(4), ENGLISH, "(iv)"),
            ("(II)", LabelValue::Roman(4), ENGLISH, "(IV)"),
            ("(1)", LabelValue::Roman(40), CHINESE, "(40)"),
            ("（２）", LabelValue::Roman(3), CHINESE, "（３）"),
            ("’٢‘", LabelValue::Roman(3), ARABIC, "’٣‘"),
            ("(二)", LabelValue::Roman(99), CHINESE, "(九十九)"),
            ("㈡", LabelValue::Roman(3), CHINESE, "㈢"),
            ("㈩", LabelValue::Roman(11), CHINESE, "(十一)"),
        ] {
            assert_eq!(writer.label(label, value, language).as_deref(), Some(again), "{label}");
        }
        assert_eq!(writer.label("(z)", LabelValue::Letter(53), ENGLISH), None);
    }

    #[test]
    fn an_insertion_goes() {
        let writer = LabelWriter::default();
        assert_eq!(writer.without_insertion("5 bis.", None, ENGLISH), "5.");
        assert_eq!(writer.without_insertion("5 bis", Some("1)"), ENGLISH), "5)");
        assert_eq!(writer.without_insertion("5.", None, ENGLISH), "5.");
    }
}

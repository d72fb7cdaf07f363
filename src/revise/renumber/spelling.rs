//! How a label is written: in the digits, letters or numerals that it has, with the marks around it.

use std::collections::HashMap;

use super::counting::Count;
use crate::draft::label::insertion_in;
use crate::draft::{Draft, Edit, Label, LabelValue};
use crate::language::Language;
use crate::script::in_roman;
use crate::script::superscript;

/// Digits of one script.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Digits {
    From(char),
    Superscript,
}

impl Digits {
    /// The script of a digit.
    pub fn of(c: char) -> Option<Digits> {
        let zero = |range: std::ops::RangeInclusive<char>| range.contains(&c).then(|| Digits::From(*range.start()));
        ['0'..='9', '０'..='９', '٠'..='٩', '۰'..='۹']
            .into_iter()
            .find_map(zero)
            .or_else(|| matches!(c, '⁰' | '¹' | '²' | '³' | '⁴'..='⁹').then_some(Digits::Superscript))
    }

    /// A number in these digits.
    pub fn write(self, number: u32) -> String {
        let digit = |c: char| match self {
            Digits::Superscript => superscript(c),
            Digits::From(zero) => char::from_u32(zero as u32 + c.to_digit(10)?),
        };
        number.to_string().chars().map(|c| digit(c).unwrap_or(c)).collect()
    }
}

/// The first digits of a text: where they stand, and their script.
pub fn digits_in(text: &str) -> Option<(std::ops::Range<usize>, Digits)> {
    let (start, first) = text.char_indices().find(|(_, c)| Digits::of(*c).is_some())?;
    let script = Digits::of(first)?;
    let rest = text.get(start..)?;
    let len = rest.find(|c| Digits::of(c) != Some(script)).unwrap_or(rest.len());
    Some((start..start + len, script))
}

/// The ways of writing that a draft has beside the tables': `هـ` for `ه`.
#[derive(Debug, Default)]
pub struct Hand {
    letters: HashMap<(&'static str, u32), String>,
}

impl Hand {
    /// Looks through the labels of a draft.
    pub fn of(text: &str, draft: &Draft) -> Hand {
        let mut hand = Hand::default();
        for label in draft.paragraphs.iter().filter_map(|paragraph| paragraph.label.as_ref()) {
            let LabelValue::Letter(place) = label.value else { continue };
            let language = draft.language_at(label.range.start);
            let Some(written) = text.get(label.range.clone()).and_then(inner) else { continue };
            let plain: String = written.chars().filter(|c| !matches!(c, '\u{640}' | ' ')).collect();
            if plain != written && letter(place, language).is_some_and(|letter| letter.replace(' ', "") == plain) {
                hand.letters.entry((language.code, place)).or_insert_with(|| written.to_owned());
            }
        }
        hand
    }

    fn letter(&self, place: u32, language: &Language) -> Option<String> {
        self.letters.get(&(language.code, place)).cloned().or_else(|| letter(place, language))
    }

    /// A label's words with another count: what changes, if anything does. `None` where it cannot be written so.
    /// `plain` is a label of the same run that has no insertion.
    pub fn label(
        &self,
        text: &str,
        label: &Label,
        count: Count,
        plain: Option<&str>,
        language: &Language,
    ) -> Option<Option<Edit>> {
        if label.value == count.value && !count.resolved {
            return Some(None);
        }
        let written = text.get(label.range.clone())?;
        let mut new = match count.value {
            LabelValue::Number { number, .. } => numbered(written, number)?,
            LabelValue::Letter(_) | LabelValue::Roman(_) => {
                let inner = inner(written)?;
                let at = written.find(inner)?;
                let own = insertion_in(inner, language)
                    .map_or(inner, |insertion| inner.get(..insertion.start).unwrap_or(inner));
                let rest = written.get(at + own.len()..)?;
                format!("{}{}{rest}", written.get(..at)?, self.sub(own, count.value, language)?)
            }
        };
        if count.resolved
            && let Some(insertion) = insertion_in(&new, language)
        {
            new.replace_range(insertion, "");
            // `4 bis Decides` needs no full stop, `5 Decides` does.
            if new.ends_with(|c| Digits::of(c).is_some()) {
                new.push_str(plain.and_then(tail).unwrap_or("."));
            }
        }
        Some((new != written).then(|| Edit { range: label.range.clone(), text: new }))
    }

    /// The label without brackets that counts this, written as `like` is.
    pub fn sub(&self, like: &str, value: LabelValue, language: &Language) -> Option<String> {
        let place = match value {
            LabelValue::Letter(place) => return self.letter(place, language),
            LabelValue::Roman(place) => place,
            LabelValue::Number { .. } => return None,
        };
        let first = like.chars().next()?;
        if let Some(script) = Digits::of(first) {
            return Some(script.write(place));
        }
        if matches!(first, '㈠'..='㈩') {
            return match place {
                1..=10 => char::from_u32('㈠' as u32 + place - 1).map(String::from),
                _ => Some(format!("({})", chinese(place)?)),
            };
        }
        if crate::script::chinese_number(like).is_some() {
            return chinese(place);
        }
        Some(in_roman(place)?.to_lowercase())
    }
}

/// What of a subparagraph's label counts, without brackets and marks.
pub fn inner(label: &str) -> Option<&str> {
    let inner = label.trim_matches(|c: char| {
        matches!(c, '(' | ')' | '（' | '）' | ' ' | '\u{a0}' | '.' | '*' | '_' | '\\' | '’' | '‘' | '\'' | '`')
    });
    let inner = inner.split([')', '）']).next().unwrap_or(inner);
    (!inner.is_empty()).then_some(inner)
}

/// A label with another number in the place of its own.
pub fn numbered(label: &str, number: u32) -> Option<String> {
    // In a label such as `ll.` letters stand for the digits.
    let (range, script) = match digits_in(label) {
        Some((digits, script))
            if label.get(..digits.start).is_none_or(|before| !before.ends_with(['l', 'I', 'O', '|'])) =>
        {
            let rest = label.get(digits.end..)?;
            let more = rest.len() - rest.trim_start_matches(['l', 'I', 'O', 'o', '|']).len();
            let more =
                if rest.get(more..).is_some_and(|rest| rest.starts_with(char::is_alphanumeric)) { 0 } else { more };
            (digits.start..digits.end + more, script)
        }
        _ => {
            let start = label.find(['l', 'i', 'I', 'O', '|'])?;
            let rest = label.get(start..)?;
            let len = rest.find(|c: char| !(c.is_ascii_digit() || matches!(c, 'l' | 'i' | 'I' | 'O' | 'o' | '|')));
            (start..start + len.unwrap_or(rest.len()), Digits::From('0'))
        }
    };
    Some(format!("{}{}{}", label.get(..range.start)?, script.write(number), label.get(range.end..)?))
}

/// What stands behind the number of a label.
fn tail(label: &str) -> Option<&str> {
    let (digits, _) = digits_in(label)?;
    label.get(digits.end..).filter(|tail| !tail.is_empty())
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

/// A Chinese number up to 99.
fn chinese(number: u32) -> Option<String> {
    let digit = |n: u32| "一二三四五六七八九".chars().nth(usize::try_from(n).ok()?.checked_sub(1)?);
    let (tens, ones) = (number / 10, number % 10);
    if number == 0 || tens > 9 {
        return None;
    }
    let mut written = String::new();
    if tens > 1 {
        written.extend(digit(tens));
    }
    if tens > 0 {
        written.push('十');
    }
    written.extend(digit(ones));
    Some(written)
}

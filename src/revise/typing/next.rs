//! The label that follows another one, written as the draft writes its labels.

use super::Ended;
use crate::draft::{Label, LabelValue, Paragraph, ParagraphKind};
use crate::language::Language;
use crate::script::chinese_number;
use crate::script::in_roman;

/// Digits that a draft may count in, each set from its 0 on.
const DIGITS: [char; 4] = ['0', '０', '٠', '۰'];

/// The first of the circled Chinese numerals, and how many there are.
const CIRCLED: (char, u32) = ('㈠', 10);

impl Ended<'_> {
    /// The label of the paragraph that follows one at its own level, indented and spaced like it.
    pub(super) fn label_after(&self, at: usize) -> Option<String> {
        let paragraph = self.draft.paragraphs.get(at)?;
        let label = paragraph.label.as_ref()?;
        let text = match label.value {
            LabelValue::Number { number, .. } => {
                let (model, count) = self.model(paragraph, label, number)?;
                renumbered(model, count, number + 1)?
            }
            LabelValue::Letter(letter) => relabelled(self.written(label)?, &lettered(letter + 1, self.language)?),
            LabelValue::Roman(number) => next_numeral(self.written(label)?, number + 1)?,
        };
        Some(format!("{}{text}{}", self.indent(paragraph), self.gap(paragraph)))
    }

    /// The first label of a list inside a paragraph, as the draft writes them, else as the language does.
    pub(super) fn first_below(&self, at: usize) -> Option<String> {
        let paragraph = self.draft.paragraphs.get(at)?;
        let level = paragraph.level + 1;
        let is_first = |other: &&Paragraph| {
            let value = other.label.as_ref().map(|label| label.value);
            other.level == level && matches!(value, Some(LabelValue::Letter(1) | LabelValue::Roman(1)))
        };
        if let Some(model) = self.draft.paragraphs.iter().find(is_first) {
            let label = model.label.as_ref()?;
            return Some(format!("{}{}{}", self.indent(model), self.written(label)?, self.gap(model)));
        }
        let form = self.language.writing.labels.sub.get(usize::from(level) - 1)?;
        let first = match (level, form.starts_with('’')) {
            (1, _) => lettered(1, self.language)?,
            (_, true) => "1".to_owned(),
            _ => in_roman(1)?.to_lowercase(),
        };
        Some(format!("{}{} ", self.indent(paragraph), form.replace('#', &first)))
    }

    /// A label as it stands in the text.
    fn written(&self, label: &Label) -> Option<&str> {
        self.text.get(label.range.clone())
    }

    /// A label of the run that has neither insertion nor slip, and its number: this one, else the nearest above.
    fn model(&self, paragraph: &Paragraph, label: &Label, number: u32) -> Option<(&str, u32)> {
        let plain = |label: &Label| {
            !label.uncounted && !label.irregular && matches!(label.value, LabelValue::Number { insertion: 0, .. })
        };
        if plain(label) {
            return Some((self.written(label)?, number));
        }
        let run = self.draft.paragraphs.iter().filter(|other| {
            other.run == paragraph.run
                && other.kind == ParagraphKind::Operative
                && other.range.start < paragraph.range.start
        });
        let model = run.rev().filter_map(|other| other.label.as_ref()).find(|label| plain(label))?;
        match model.value {
            LabelValue::Number { number, .. } => Some((self.written(model)?, number)),
            _ => None,
        }
    }
}

/// A label with another number, in its own digits: `1．`, `OP4`, `٣ -`.
fn renumbered(label: &str, from: u32, to: u32) -> Option<String> {
    DIGITS.into_iter().find_map(|zero| {
        let (from, to) = (in_digits(from, zero), in_digits(to, zero));
        label.contains(&from).then(|| label.replacen(&from, &to, 1))
    })
}

fn in_digits(number: u32, zero: char) -> String {
    let digit = |c: char| c.to_digit(10).and_then(|digit| char::from_u32(zero as u32 + digit)).unwrap_or(c);
    number.to_string().chars().map(digit).collect()
}

/// The letter at a place, from 1: behind the last one they are doubled. `None` behind those.
fn lettered(place: u32, language: &Language) -> Option<String> {
    let letters = language.reading.letters;
    let count = u32::try_from(letters.len()).ok()?;
    let at = usize::try_from((place.checked_sub(1)?) % count).ok()?;
    let letter = letters.get(at)?.chars().next()?;
    match (place - 1) / count {
        0 => Some(letter.to_string()),
        1 if letter.is_ascii() => Some(format!("{letter}{letter}")),
        1 => Some(format!("{letter} {letter}")),
        _ => None,
    }
}

/// A label with another letter or numeral inside its brackets, in capitals if it was.
fn relabelled(label: &str, inside: &str) -> String {
    let of_label = |c: char| c.is_alphanumeric();
    let (Some(start), Some(end)) = (label.find(of_label), label.rfind(of_label)) else { return label.to_owned() };
    let end = end + label.get(end..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
    let (before, old, after) = (label.get(..start), label.get(start..end), label.get(end..));
    let capital = old.is_some_and(|old| old.chars().all(|c| c.is_uppercase()));
    let inside = if capital { inside.to_uppercase() } else { inside.to_owned() };
    format!("{}{inside}{}", before.unwrap_or_default(), after.unwrap_or_default())
}

/// A label with the next numeral of its own kind: `(ii)`, `’2‘`, `㈡`, `(二)`.
fn next_numeral(label: &str, number: u32) -> Option<String> {
    let (first, count) = CIRCLED;
    if let Some(circled) = label.chars().find(|c| (first..).take(count as usize).any(|one| one == *c)) {
        let next = (number <= count).then(|| char::from_u32(first as u32 + number - 1)).flatten()?;
        return Some(label.replacen(circled, &next.to_string(), 1));
    }
    if let Some(found) = renumbered(label, number - 1, number) {
        return Some(found);
    }
    let inside: String = label.chars().filter(|c| c.is_alphanumeric()).collect();
    if chinese_number(&inside).is_some() {
        return Some(relabelled(label, &in_chinese(number)?));
    }
    Some(relabelled(label, &in_roman(number)?.to_lowercase()))
}

/// A number up to 39 in Chinese numerals.
fn in_chinese(number: u32) -> Option<String> {
    const ONES: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let (tens, ones) = (number / 10, usize::try_from(number % 10).ok()?);
    let tens = match tens {
        0 => String::new(),
        1 => "十".to_owned(),
        2..4 => format!("{}十", ONES.get(usize::try_from(tens).ok()?)?),
        _ => return None,
    };
    Some(format!("{tens}{}", ONES.get(ones)?))
}

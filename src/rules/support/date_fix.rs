//! A date written in the place of another one, in the form that the draft has for dates.

use std::ops::Range;

use crate::draft::{Date, citation};
use crate::language::Language;
use crate::script::{DigitScript, digit_value, number_in};

/// The date `meant` as `written` writes the date `old`: the same digits, spaces and small words. `None` where the
/// result would not be read as the date.
pub fn rewrite_date(written: &str, old: Date, meant: Date, language: &Language) -> Option<String> {
    let whole = || language.locale.date(meant.into());
    let text = piecewise(written, old, meant, language).unwrap_or_else(whole);
    let read = citation::dates(&crate::draft::NormalizedText::of(&text, 0).text, language);
    read.first().is_some_and(|(read, _)| *read == meant).then_some(text)
}

/// The same with only those pieces replaced that are others.
fn piecewise(written: &str, old: Date, meant: Date, language: &Language) -> Option<String> {
    let numbers = numbers(written);
    let numbered = |value: u32| numbers.iter().find(|(of, _)| *of == value).map(|(_, range)| range.clone());
    let mut edits: Vec<(Range<usize>, String)> = Vec::new();
    if old.year != meant.year {
        let range = numbered(old.year.into())?;
        edits.push((range.clone(), in_digits_of(&written[range], meant.year.into())));
    }
    // Where the first day has an ordinal, it is not a number alone.
    let ordinal = language.locale.first_day != "1" && (old.day == 1 || meant.day == 1);
    match numbers.as_slice() {
        [(year, _), (_, month), (_, day)] if *year == u32::from(old.year) => {
            edits.push((month.clone(), in_digits_of(&written[month.clone()], meant.month.into())));
            edits.push((day.clone(), in_digits_of(&written[day.clone()], meant.day.into())));
        }
        [(_, day), _] => {
            if old.day != meant.day {
                if ordinal {
                    return None;
                }
                edits.push((day.clone(), in_digits_of(&written[day.clone()], meant.day.into())));
            }
            if old.month != meant.month {
                let name = |month: u8| language.locale.months.get(usize::from(month).checked_sub(1)?).copied();
                let at = written.find(name(old.month)?)?;
                edits.push((at..at + name(old.month)?.len(), name(meant.month)?.to_owned()));
            }
        }
        _ => return None,
    }
    edits.sort_by_key(|(range, _)| range.start);
    let mut text = written.to_owned();
    for (range, piece) in edits.into_iter().rev() {
        text.replace_range(range, &piece);
    }
    Some(text)
}

/// The numbers of a text and their places.
fn numbers(text: &str) -> Vec<(u32, Range<usize>)> {
    let mut numbers: Vec<(u32, Range<usize>)> = Vec::new();
    for (at, c) in text.char_indices() {
        let Some(digit) = digit_value(c) else { continue };
        match numbers.last_mut() {
            Some((number, range)) if range.end == at => {
                *number = number.saturating_mul(10).saturating_add(digit);
                range.end = at + c.len_utf8();
            }
            _ => numbers.push((digit, at..at + c.len_utf8())),
        }
    }
    numbers
}

/// A number in the digits of another one.
fn in_digits_of(sample: &str, number: u32) -> String {
    number_in(sample).map_or(DigitScript::Ascii, |(_, script)| script).write(number)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::{ARABIC, CHINESE, ENGLISH, FRENCH, RUSSIAN};

    #[test]
    fn keeps_what_is_right() {
        let on = |year, month, day| Date { year, month, day };
        for (written, old, meant, language, expected) in [
            ("18\u{a0}December\n2006", on(2006, 12, 18), on(2008, 12, 18), &ENGLISH, "18\u{a0}December\n2008"),
            ("3 mars 2006", on(2006, 3, 3), on(2006, 3, 1), &FRENCH, "1er mars 2006"),
            ("1er mars 2006", on(2006, 3, 1), on(2007, 3, 1), &FRENCH, "1er mars 2007"),
            ("18 декабря 2006 г.", on(2006, 12, 18), on(2006, 11, 8), &RUSSIAN, "8 ноября 2006 г."),
            ("２００６年１２月１８日", on(2006, 12, 18), on(2007, 11, 8), &CHINESE, "２００７年１１月８日"),
            ("١٨ كانون الأول/ديسمبر ٢٠٠٦", on(2006, 12, 18), on(2008, 3, 18), &ARABIC, "١٨ آذار/مارس ٢٠٠٨"),
        ] {
            assert_eq!(rewrite_date(written, old, meant, language).as_deref(), Some(expected));
        }
    }
}

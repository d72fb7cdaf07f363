//! Numbers in words.

use super::lexicon::WordMeaning;
use super::reader::FigureReader;
use super::{Decimal, Figure, FigureValue, Readings};
use crate::language::{FigureWords, NumberWordKind};

/// A number in words, as far as it is read.
#[derive(Debug, Default, Clone, Copy)]
struct NumberInWords {
    /// What is complete: the thousands of "three thousand two".
    total: u64,
    /// What is below a thousand.
    below: u64,
    /// The last power of ten.
    power: Option<u32>,
}

impl NumberInWords {
    fn value(self) -> Option<u64> {
        self.total.checked_add(self.below)
    }

    /// The number with one word more, behind what stands between. `None` where the word begins another number.
    fn with(self, kind: NumberWordKind, number: u32, gap: &str, words: &FigureWords) -> Option<NumberInWords> {
        let number = u64::from(number);
        let below = self.below;
        let tens = below % 100;
        match kind {
            NumberWordKind::Number | NumberWordKind::Article => {
                let follows_tens = match number {
                    1..10 => {
                        tens == 0 || (tens >= 20 && tens.is_multiple_of(10)) || (tens == 10 && words.units_after_ten)
                    }
                    10..20 => tens == 0 || words.teens_after.iter().any(|after| u64::from(*after) == tens),
                    20..100 => tens == 0,
                    100..1000 => below == 0,
                    _ => false,
                };
                let follows_units = words.units_first
                    && match number {
                        10 => (1..10).contains(&tens) && gap == " ",
                        20..100 => (1..10).contains(&tens) && gap != " ",
                        _ => false,
                    };
                let first = self.total == 0 && below == 0;
                ((first || follows_tens || follows_units) && number < 1000)
                    .then_some(NumberInWords { below: below + number, ..self })
            }
            NumberWordKind::Hundred if (1..100).contains(&below) => {
                // "The third after the hundredth."
                let after = words.units_first && gap != " ";
                Some(NumberInWords { below: if after { below + 100 } else { below * 100 }, ..self })
            }
            NumberWordKind::Hundred => (below == 0).then_some(NumberInWords { below: 100, ..self }),
            NumberWordKind::Power | NumberWordKind::Powers => {
                let worth = 10_u64.checked_pow(number.try_into().ok()?)?;
                let greater = self.power.is_none_or(|power| u64::from(power) < number);
                let total = if greater {
                    self.value()?.max(1).checked_mul(worth)?
                } else {
                    self.total.checked_add(below.max(1).checked_mul(worth)?)?
                };
                Some(NumberInWords { total, below: 0, power: Some(number.try_into().ok()?) })
            }
            NumberWordKind::Measure | NumberWordKind::Pair | NumberWordKind::Decade | NumberWordKind::Half => None,
        }
    }
}

impl FigureReader<'_> {
    /// Reads the number in words that begins with a token, and gives the token behind it.
    pub fn number_words(&mut self, at: usize) -> usize {
        let Some(WordMeaning::Number(kind, number)) = self.meaning(at) else { return at + 1 };
        let Some(mut range) = self.tokens.get(at).map(|token| token.range.clone()) else { return at + 1 };
        match kind {
            NumberWordKind::Half => {
                let mut readings = Readings::of(Decimal::from(2));
                readings.add(Decimal::from(50));
                Decimal::of_digits([b'5'].into_iter(), 1).into_iter().for_each(|half| readings.add(half));
                self.found.push(Figure::in_words(range, FigureValue::Number { readings }));
                return at + 1;
            }
            NumberWordKind::Measure => {
                self.number(range, Decimal::from(u64::from(number)));
                return at + 1;
            }
            NumberWordKind::Pair | NumberWordKind::Decade => {
                let number = u64::from(number);
                let others = if kind == NumberWordKind::Pair { [2, 2 * number] } else { [1900 + number, number] };
                let mut readings = Readings::of(Decimal::from(number));
                others.into_iter().for_each(|other| readings.add(Decimal::from(other)));
                self.found.push(Figure::in_words(range, FigureValue::Number { readings }));
                return at + 1;
            }
            // By itself it says nothing.
            NumberWordKind::Powers => return at + 1,
            _ => {}
        }
        let words = self.lexicon.words;
        // Only with more behind it is an article a number, or the name of a letter.
        let written = self.text.get(range.clone()).unwrap_or_default();
        let article = kind == NumberWordKind::Article || self.lexicon.is_letter(written);
        let start = NumberInWords::default();
        let Some(mut read) = start.with(kind, number, "", words) else {
            self.number(range, Decimal::from(u64::from(number)));
            return at + 1;
        };
        let mut next = at + 1;
        while let Some(WordMeaning::Number(kind, number)) = self.meaning(next)
            && let Some(gap) = self.gap(next - 1, next).filter(|gap| words.joints.contains(gap))
            && let Some(more) = read.with(kind, number, gap, words)
        {
            read = more;
            range.end = self.tokens.get(next).map_or(range.end, |token| token.range.end);
            next += 1;
        }
        let Some(value) = read.value() else { return next };
        if article && next == at + 1 {
            return next;
        }
        let mut readings = Readings::of(Decimal::from(value));
        // "Two decades".
        if let Some(WordMeaning::Number(NumberWordKind::Measure, measure)) = self.meaning(next)
            && self.gap(next - 1, next) == Some(" ")
            && let Some(product) = value.checked_mul(u64::from(measure))
        {
            readings.add(Decimal::from(product));
        }
        let per_cent = self.meaning(next) == Some(WordMeaning::PerCent) && self.gap(next - 1, next) == Some(" ");
        let year = u16::try_from(value).ok().filter(|year| super::is_year(*year));
        let value = match year {
            _ if per_cent => FigureValue::PerCent { readings },
            Some(year) => FigureValue::Year(year),
            None => FigureValue::Number { readings },
        };
        self.found.push(Figure::in_words(range, value));
        next + usize::from(per_cent)
    }
}

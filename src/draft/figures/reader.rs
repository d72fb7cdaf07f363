//! The words and digits of a text, put together to figures.

use std::ops::Range;

use super::lexicon::{FigureLexicon, WordMeaning};
use super::literal::{Literal, literals};
use super::{Decimal, Figure, FigureValue, Readings};
use crate::language::{Language, NumberWordKind};
use crate::script;

/// A word or a number that figures are made of.
#[derive(Debug, Clone)]
pub(super) struct FigureToken {
    pub range: Range<usize>,
    pub what: TokenMeaning,
}

/// What a [`FigureToken`] is.
#[derive(Debug, Clone)]
pub(super) enum TokenMeaning {
    Digits(Literal),
    Word(WordMeaning),
    Roman(u32),
}

/// The most volumes in a list of them.
const MOST_VOLUMES: usize = 12;

/// Reads the tokens of one text from the first to the last.
pub(super) struct FigureReader<'t> {
    pub text: &'t str,
    pub lexicon: &'static FigureLexicon,
    pub tokens: Vec<FigureToken>,
    pub found: Vec<Figure>,
    /// The place in `found` of a number in digits that nothing stood behind, and the token that it is: what stands behind
    /// the next one may be its own, too.
    pub bare: Option<(usize, usize)>,
}

pub(super) fn read(text: &str, language: &Language, taken: &[Range<usize>]) -> Vec<Figure> {
    let Some(lexicon) = FigureLexicon::of(language) else { return Vec::new() };
    let tokens = tokens(text, lexicon, taken);
    if tokens.is_empty() {
        return Vec::new();
    }
    let mut reader = FigureReader { text, lexicon, found: Vec::with_capacity(tokens.len()), tokens, bare: None };
    let mut at = 0;
    while at < reader.tokens.len() {
        at = reader.next(at).max(at + 1);
    }
    reader.found
}

/// The words and numbers of a text, in order.
fn tokens(text: &str, lexicon: &FigureLexicon, taken: &[Range<usize>]) -> Vec<FigureToken> {
    let mut digits = Vec::new();
    literals(text, lexicon.words, lexicon.style, &mut digits);
    let mut tokens: Vec<FigureToken> = Vec::new();
    let mut digits = digits.into_iter().peekable();
    let digits_as_token =
        |literal: Literal| FigureToken { range: literal.range.clone(), what: TokenMeaning::Digits(literal) };
    for (range, meaning) in lexicon.words(text) {
        while let Some(literal) = digits.next_if(|literal| literal.range.start < range.start) {
            tokens.push(digits_as_token(literal));
        }
        while digits.next_if(|literal| literal.range.start < range.end).is_some() {}
        match tokens.last_mut() {
            // The numerals of one number.
            Some(FigureToken { range: last, what: TokenMeaning::Word(WordMeaning::Numeral) })
                if meaning == WordMeaning::Numeral && last.end == range.start =>
            {
                last.end = range.end;
            }
            _ => tokens.push(FigureToken { range, what: TokenMeaning::Word(meaning) }),
        }
    }
    tokens.extend(digits.map(digits_as_token));
    let romans = romans(text);
    if !romans.is_empty() {
        tokens.extend(romans);
        tokens.sort_by_key(|token| token.range.start);
    }
    if !taken.is_empty() {
        let mut taken = taken.iter().peekable();
        tokens.retain(|token| {
            while taken.next_if(|taken| taken.end <= token.range.start).is_some() {}
            taken.peek().is_none_or(|taken| token.range.end <= taken.start)
        });
    }
    tokens
}

/// The Roman numerals of a text that stand by themselves.
fn romans(text: &str) -> Vec<FigureToken> {
    let bytes = text.as_bytes();
    let roman = |byte: &u8| matches!(byte, b'I' | b'V' | b'X' | b'L' | b'C');
    let mut found = Vec::new();
    let mut end = 0;
    for start in memchr::memchr3_iter(b'I', b'V', b'X', bytes) {
        if start < end {
            continue;
        }
        let first = (end..start).rev().take_while(|at| bytes.get(*at).is_some_and(roman)).last();
        let start = first.unwrap_or(start);
        let length = bytes.get(start..).unwrap_or_default().iter().take_while(|byte| roman(byte)).count();
        end = start + length;
        let is_letter = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() && !script::is_wide(c));
        let before = text.get(..start).and_then(|before| before.chars().next_back());
        let mut behind = text.get(end..).unwrap_or_default().chars();
        // A century in French: `XXIe`.
        let (next, second) = (behind.next(), behind.next());
        let alone = !is_letter(before) && (!is_letter(next) || (next == Some('e') && !is_letter(second)));
        if let Some(number) = text.get(start..end).filter(|_| alone).and_then(script::roman_number) {
            found.push(FigureToken { range: start..end, what: TokenMeaning::Roman(number) });
        }
    }
    found
}

impl FigureReader<'_> {
    /// Reads what begins with a token, and gives the next one that is not read.
    fn next(&mut self, at: usize) -> usize {
        if let Some(next) = self.dates(at).or_else(|| self.time(at)) {
            self.bare = None;
            return next;
        }
        let Some(token) = self.tokens.get(at).cloned() else { return at + 1 };
        match token.what {
            TokenMeaning::Digits(literal) => self.digits(at, literal),
            TokenMeaning::Roman(number) => {
                self.number(token.range, Decimal::from(u64::from(number)));
                at + 1
            }
            TokenMeaning::Word(meaning) => self.word(at, &token.range, meaning),
        }
    }

    fn word(&mut self, at: usize, range: &Range<usize>, meaning: WordMeaning) -> usize {
        match meaning {
            WordMeaning::Number(..) => self.number_words(at),
            WordMeaning::Numeral => self.numerals(at, range),
            WordMeaning::Month(month) => {
                let value = FigureValue::Month { year: None, month };
                self.found.push(Figure::in_words(range.clone(), value));
                at + 1
            }
            // Before the number that it is of.
            WordMeaning::PerCent => {
                let follows = self.tokens.get(at + 1).is_some_and(|next| next.range.start == range.end);
                if !follows {
                    return at + 1;
                }
                let before = self.found.len();
                let next = self.next(at + 1);
                if let Some(figure) = self.found.get_mut(before)
                    && let FigureValue::Number { readings } = figure.value
                {
                    figure.value = FigureValue::PerCent { readings };
                    figure.range.start = range.start;
                }
                next
            }
            WordMeaning::HalfDay(_) | WordMeaning::Noon | WordMeaning::Name => at + 1,
        }
    }

    /// A number in digits, with what stands behind it.
    fn digits(&mut self, at: usize, literal: Literal) -> usize {
        let mut range = literal.range.clone();
        let mut readings = literal.readings;
        let mut next = at + 1;
        if let Some(behind) = self.volumes(at) {
            return behind;
        }
        // `2022-23`.
        let year = literal.plain.filter(|plain| super::is_year(*plain) && range.len() == 4 && !literal.in_name);
        if let Some(year) = year
            && !self.is_multiplied(next, range.end)
            && !self.is_per_cent(next, range.end)
        {
            self.found.push(Figure::in_digits(range.clone(), FigureValue::Year(year)));
            if let Some(last) = self.short_year(next, range.end, year) {
                self.found.push(last);
                next += 1;
            }
            return next;
        }
        self.add_parts_of_article(&range, &mut readings);
        if let Some(next) = self.decade_of_century(at, &literal) {
            return next;
        }
        let mut powers = 0_u8;
        while let Some((exponent, end)) = self.power(next, range.end) {
            let Some(shifted) = readings.shifted(exponent) else { break };
            // The word for a thousand may be the name of a letter: "No. 53 A".
            if self
                .text
                .get(range.end..end)
                .is_some_and(|word| self.lexicon.is_letter(word.trim_start_matches([' ', '-'])))
            {
                shifted.iter().for_each(|reading| readings.add(reading));
            } else {
                readings = shifted;
            }
            powers = powers.saturating_add(exponent);
            range.end = end;
            next += 1;
        }
        if let Some((shifted, end, used)) = self.numeral_powers(next, range.end, readings, &mut powers) {
            (readings, range.end, next) = (shifted, end, next + used);
        }
        let figure = if literal.in_name && powers == 0 { Figure::in_name } else { Figure::in_digits };
        if powers > 0 {
            self.share_power(at, powers);
        }
        let place = self.found.len();
        if let Some((end, used)) = self.per_cent(next, range.end) {
            range.end = end;
            self.found.push(figure(range, FigureValue::PerCent { readings }));
            return next + used;
        }
        self.found.push(figure(range, FigureValue::Number { readings }));
        self.bare = (powers == 0).then_some((place, at));
        next
    }

    /// "Article 4.3" is paragraph 3 of article 4.
    fn add_parts_of_article(&self, range: &Range<usize>, readings: &mut Readings) {
        let written = self.text.get(range.clone()).unwrap_or_default();
        let Some((article, paragraph)) = written.split_once('.').filter(|_| written.len() <= 6) else { return };
        if self.text.get(..range.start).is_some_and(|before| self.lexicon.names_article(before)) {
            let parts = [article, paragraph].into_iter().filter_map(|part| part.parse::<u64>().ok());
            parts.for_each(|part| readings.add(Decimal::from(part)));
        }
    }

    /// The last two digits of a year that ends a range: the 23 of `2022-23`, `2022/23`.
    fn short_year(&self, at: usize, end: usize, first: u16) -> Option<Figure> {
        let (literal, range) = self.literal(at)?;
        let gap = self.text.get(end..range.start)?;
        let joined = gap == "/" || (gap.chars().count() == 1 && gap.chars().all(script::punctuation::is_dash));
        let last = literal.plain.filter(|_| joined && range.len() == 2)?;
        let year = first / 100 * 100 + last;
        // It may be another number all the same, as in `GOV/2037/38`.
        let mut readings = Readings::of(Decimal::from(u64::from(year)));
        readings.add(Decimal::from(u64::from(last)));
        let value = FigureValue::Number { readings };
        (year > first && super::is_year(year)).then_some(Figure::in_digits(range, value))
    }

    /// A decade that is counted within a century, as the year that it begins with.
    fn decade_of_century(&mut self, at: usize, literal: &Literal) -> Option<usize> {
        let (century, decade) = self.lexicon.words.decade_of_century?;
        let (second, range) = self.literal(at + 1)?;
        let between = self.text.get(literal.range.end..range.start)?;
        let fits = between == century && self.text.get(range.end..)?.starts_with(decade);
        let year = literal.plain?.checked_sub(1)?.checked_mul(100)?.checked_add(second.plain?)?;
        if !fits || !super::is_year(year) {
            return None;
        }
        let range = literal.range.start..range.end;
        self.found.push(Figure::in_digits(range, FigureValue::Year(year)));
        Some(at + 2)
    }

    /// The token behind the numbers of volumes of a great series, if such begin with a token. A treaty is published in the
    /// volumes of its authentic texts: that of one language stands in another volume than that of the next.
    fn volumes(&self, at: usize) -> Option<usize> {
        let range = self.tokens.get(at)?.range.clone();
        let before = self.text.get(..range.start)?;
        let mut next = at + 1;
        while let Some((_, more)) = self.literal(next)
            && self.gap(next - 1, next).is_some_and(|gap| self.lexicon.joint(gap).is_some())
            && more.len() > 2
            && next < at + MOST_VOLUMES
        {
            next += 1;
        }
        let end = self.tokens.get(next - 1)?.range.end;
        (range.len() > 2 && self.lexicon.names_volume(before, self.text.get(end..)?)).then_some(next)
    }

    fn is_multiplied(&self, at: usize, end: usize) -> bool {
        self.power(at, end).is_some() || self.numeral_power(at, end).is_some()
    }

    /// The power of ten that a word straight behind a number multiplies it by, and where it ends.
    fn power(&self, at: usize, end: usize) -> Option<(u8, usize)> {
        let token = self.tokens.get(at)?;
        let gap = self.text.get(end..token.range.start)?;
        let (exponent, straight) = match token.what {
            TokenMeaning::Word(WordMeaning::Number(NumberWordKind::Power | NumberWordKind::Powers, exponent)) => {
                (u8::try_from(exponent).ok()?, matches!(gap, " " | "-"))
            }
            TokenMeaning::Word(WordMeaning::Number(NumberWordKind::Hundred, _)) => (2, gap == " "),
            _ => return None,
        };
        straight.then_some((exponent, token.range.end))
    }

    /// The powers of ten of the numerals straight behind a number, and how many of their bytes.
    fn numeral_power(&self, at: usize, end: usize) -> Option<(u8, usize)> {
        let token = self.tokens.get(at)?;
        let gap = self.text.get(end..token.range.start)?;
        if !gap.is_empty() && !self.lexicon.words.about.contains(&gap) {
            return None;
        }
        let TokenMeaning::Word(WordMeaning::Numeral) = token.what else { return None };
        let numerals = self.text.get(token.range.clone())?;
        let powers = numerals.chars().map_while(|c| Some((script::chinese_power(c)?, c.len_utf8())));
        let (exponent, length) =
            powers.fold((0_u8, 0), |(sum, length), (power, len)| (sum.saturating_add(power), length + len));
        // Nobody writes tens with digits: they count something of their own, `2036-2045十年`.
        (exponent > 1).then_some((exponent, length))
    }

    /// Numbers of digits with numerals behind them: `13亿`, `3亿5000万`. Gives the number, its end and the tokens that it took.
    fn numeral_powers(
        &self,
        at: usize,
        end: usize,
        readings: Readings,
        powers: &mut u8,
    ) -> Option<(Readings, usize, usize)> {
        let (exponent, length) = self.numeral_power(at, end)?;
        let token = self.tokens.get(at)?;
        let mut readings = readings.shifted(exponent)?;
        *powers = powers.saturating_add(exponent);
        let mut end = token.range.start + length;
        let mut used = 1;
        // A smaller part follows.
        if end == token.range.end
            && let Some((more, range)) = self.literal(at + 1).filter(|(_, range)| range.start == end)
            && let Some((less, length)) = self.numeral_power(at + 2, range.end).filter(|(less, _)| *less < exponent)
            && let Some(more) = more.readings.first().shifted(less)
            && let Some(sum) = readings.first().plus(more)
        {
            readings = Readings::of(sum);
            end = range.end + length;
            used = 3;
        }
        Some((readings, end, used))
    }

    /// What multiplies the second number of a range may multiply the first: "702 to 828 million".
    fn share_power(&mut self, at: usize, exponent: u8) {
        let Some((place, token)) = self.bare.take() else { return };
        let Some(gap) = self.gap(token, at) else { return };
        if token + 1 != at || !self.lexicon.is_between(gap) {
            return;
        }
        if let Some(Figure { value: FigureValue::Number { readings }, .. }) = self.found.get_mut(place)
            && let Some(shifted) = readings.shifted(exponent)
        {
            shifted.iter().for_each(|reading| readings.add(reading));
        }
    }

    fn is_per_cent(&self, at: usize, end: usize) -> bool {
        self.per_cent(at, end).is_some()
    }

    /// Where the sign or words for per cent end that stand behind a number, and how many tokens they are.
    fn per_cent(&self, at: usize, end: usize) -> Option<(usize, usize)> {
        let behind = self.text.get(end..)?;
        let bare = behind.strip_prefix(' ').unwrap_or(behind);
        if let Some(sign) = bare.chars().next().filter(|c| script::is_per_cent(*c)) {
            return Some((end + behind.len() - bare.len() + sign.len_utf8(), 0));
        }
        let token = self.tokens.get(at)?;
        let gap = self.text.get(end..token.range.start)?;
        let words = matches!(token.what, TokenMeaning::Word(WordMeaning::PerCent)) && matches!(gap, " " | "-");
        words.then_some((token.range.end, 1))
    }

    /// Numerals of a script that has them.
    fn numerals(&mut self, at: usize, range: &Range<usize>) -> usize {
        let Some(written) = self.text.get(range.clone()) else { return at + 1 };
        let before = self.text.get(..range.start).unwrap_or_default();
        let value = script::chinese_amount(written).or_else(|| script::chinese_digits(written));
        // One is a part of many words.
        let is_word = value == Some(1) && !before.ends_with(self.lexicon.words.ordinal_sign);
        if let Some(value) = value.filter(|_| !is_word) {
            let range = range.clone();
            match u16::try_from(value).ok().filter(|year| super::is_year(*year)) {
                Some(year) => self.found.push(Figure::in_words(range, FigureValue::Year(year))),
                None => self.number(range, Decimal::from(value)),
            }
        }
        at + 1
    }

    /// A number in words.
    pub fn number(&mut self, range: Range<usize>, value: Decimal) {
        self.found.push(Figure::in_words(range, FigureValue::Number { readings: Readings::of(value) }));
    }

    /// The number in digits that a token is.
    pub fn literal(&self, at: usize) -> Option<(&Literal, Range<usize>)> {
        match &self.tokens.get(at)?.what {
            TokenMeaning::Digits(literal) => Some((literal, literal.range.clone())),
            _ => None,
        }
    }

    pub fn meaning(&self, at: usize) -> Option<WordMeaning> {
        match self.tokens.get(at)?.what {
            TokenMeaning::Word(meaning) => Some(meaning),
            _ => None,
        }
    }

    /// What stands between two tokens.
    pub fn gap(&self, first: usize, second: usize) -> Option<&str> {
        self.text.get(self.tokens.get(first)?.range.end..self.tokens.get(second)?.range.start)
    }
}

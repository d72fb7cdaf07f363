//! Numbers in digits: their groups and decimals.

use std::ops::Range;

use super::{Decimal, Readings};
use crate::language::{FigureWords, NumeralStyle};
use crate::script::{self, next_ascii_digit};

/// A number in digits, by itself.
#[derive(Debug, Clone)]
pub(super) struct Literal {
    pub range: Range<usize>,
    pub readings: Readings,
    /// Its value where it is nothing but digits, four at the most.
    pub plain: Option<u16>,
    /// It is a part of a name: `CO2`.
    pub in_name: bool,
}

/// All numbers in digits of a text, in order.
pub(super) fn literals(text: &str, words: &FigureWords, style: &NumeralStyle, found: &mut Vec<Literal>) {
    let mut at = 0;
    while let Some(start) = next_ascii_digit(text.as_bytes(), at) {
        at = literal(text, start, words, style, found);
    }
}

/// The most groups of three digits that are taken for one number.
const MOST_GROUPS: usize = 6;

/// Reads the number that begins at `start`, or the several that are joined there, and gives its end.
fn literal(text: &str, start: usize, words: &FigureWords, style: &NumeralStyle, found: &mut Vec<Literal>) -> usize {
    let digits = Digits { text, start, style };
    let (end, readings) = digits.read(words);
    let Some(mut readings) = readings else {
        // Each part by itself: `17.3.1`, and what has too many digits to be a number.
        let mut first = start;
        for part in digits.parts(end) {
            first = part.end;
            if let Some(value) = value(text, &part, 0) {
                push(text, part, Readings::of(value), words, found);
            }
        }
        return first.max(end);
    };
    let range = start..end;
    if words.hyphens_for_points && range.len() <= 2 {
        // Whichever of them stands first.
        for (before, behind) in hyphenated(text, &range) {
            let both = [joined(text, &before, &behind), joined(text, &behind, &before)];
            both.into_iter().flatten().for_each(|point| readings.add(point));
        }
    }
    push(text, range, readings, words, found);
    end
}

fn push(text: &str, range: Range<usize>, readings: Readings, words: &FigureWords, found: &mut Vec<Literal>) {
    let written = text.get(range.clone()).unwrap_or_default();
    let plain = (written.len() <= 4).then(|| written.parse().ok()).flatten();
    let is_year = written.len() == 4 && plain.is_some_and(super::is_year);
    let in_name = match place_of(text, &range, words) {
        DigitPlace::Alone => false,
        DigitPlace::WithLetters => true,
        // `post-2037` is a year.
        DigitPlace::BehindDash if is_year => false,
        DigitPlace::BehindDash | DigitPlace::InAddress => return,
    };
    found.push(Literal { range, readings, plain, in_name });
}

/// What digits stand with.
enum DigitPlace {
    Alone,
    /// Letters straight before or behind: `CO2`, `5G`, `E.03.II.A.1`.
    WithLetters,
    /// A dash or plus with letters before it: `COVID-19`, `Rio+20`.
    BehindDash,
    InAddress,
}

/// The digits and the marks between them that begin at a place.
struct Digits<'a> {
    text: &'a str,
    start: usize,
    style: &'a NumeralStyle,
}

impl Digits<'_> {
    /// The run of digits at a place.
    fn run(&self, at: usize) -> Range<usize> {
        let digits = self.text.as_bytes().get(at..).unwrap_or_default();
        at..at + digits.iter().take_while(|byte| byte.is_ascii_digit()).count()
    }

    /// The mark at a place and the digits straight behind it.
    fn next(&self, at: usize) -> Option<(char, Range<usize>)> {
        let mark = self.text.get(at..)?.chars().next().filter(|c| script::may_part_digits(*c))?;
        let run = self.run(at + mark.len_utf8());
        (!run.is_empty()).then_some((mark, run))
    }

    /// Where the number ends, and how it can be read; no reading where its marks make several numbers of it.
    fn read(&self, words: &FigureWords) -> (usize, Option<Readings>) {
        let first = self.run(self.start);
        let whole = |end: usize| value(self.text, &(self.start..end), 0);
        let zero_first = self.text.as_bytes().get(self.start) == Some(&b'0') && first.len() > 1;
        let Some((mark, second)) = self.next(first.end).filter(|_| first.len() <= 3) else {
            return self.with_decimals(first.end, None);
        };
        // Groups of three digits.
        let mut end = first.end;
        let mut groups = 0;
        let mut next = Some((mark, second.clone()));
        while let Some((_, run)) = next.filter(|(other, run)| groups < MOST_GROUPS && *other == mark && run.len() == 3)
        {
            (end, groups) = (run.end, groups + 1);
            next = self.next(end);
        }
        let behind = self.next(end).filter(|(other, _)| *other == mark);
        if words.groups_in_reverse && mark == ' ' && first.len() == 3 {
            let short = behind.filter(|(_, run)| run.len() < 3 && self.next(run.end).is_none());
            if let Some((_, last)) = short {
                return (last.end, self.in_reverse(first.start..last.end).map(Readings::of));
            }
        }
        if groups == 0 || (zero_first && !script::may_part_decimals(mark) && !words.groups_in_reverse) {
            return self.with_decimals(first.end, None);
        }
        if groups == 1 && script::may_part_decimals(mark) {
            // Thousands or decimals.
            if self.next(end).is_some_and(|(other, _)| other == mark) {
                return self.with_decimals(first.end, None);
            }
            let decimals = value(self.text, &(self.start..end), 3);
            if zero_first || self.text.as_bytes().get(self.start) == Some(&b'0') {
                return (end, decimals.map(Readings::of));
            }
            if self.style.thousands == Some(mark) {
                return self.with_decimals(end, None);
            }
            if self.style.decimal == mark && self.next(end).is_none() {
                let mut readings = decimals.map(Readings::of);
                if let (Some(readings), Some(thousands)) = (&mut readings, whole(end)) {
                    readings.add(thousands);
                }
                return (end, readings);
            }
            return self.with_decimals(end, decimals);
        }
        if mark != ' ' && self.next(end).is_some_and(|(other, _)| other == mark) {
            return self.with_decimals(first.end, None);
        }
        let reversed = (words.groups_in_reverse && mark == ' ' && first.len() == 3)
            .then(|| self.in_reverse(self.start..end))
            .flatten();
        if zero_first {
            return (end, reversed.or_else(|| whole(end)).map(Readings::of));
        }
        self.with_decimals(end, reversed)
    }

    /// The number up to `end` with the decimals that follow it, and another reading of it where it has none.
    fn with_decimals(&self, end: usize, other: Option<Decimal>) -> (usize, Option<Readings>) {
        let whole = || {
            let mut readings = value(self.text, &(self.start..end), 0).map(Readings::of)?;
            other.into_iter().for_each(|other| readings.add(other));
            Some(readings)
        };
        let Some((mark, decimals)) = self.next(end).filter(|(mark, _)| script::may_part_decimals(*mark)) else {
            return (end, whole());
        };
        // A footnote's marker is stuck to a year: `2037,6 the`.
        let is_year = end - self.start == 4
            && self.text.get(self.start..end).and_then(|year| year.parse().ok()).is_some_and(super::is_year);
        if is_year && script::punctuation::is_comma(mark) && decimals.len() < 3 {
            return (end, whole());
        }
        // A list or a section's number.
        let more = self.next(decimals.end).is_some_and(|(other, run)| other == mark && (mark != ' ' || run.len() == 3));
        let years = end - self.start == 4 && decimals.len() == 4;
        if more || years {
            let mut last = decimals.end;
            while let Some((_, run)) = self.next(last).filter(|(other, _)| *other == mark) {
                last = run.end;
            }
            return (last, None);
        }
        // One digit too many behind the mark of thousands makes no decimals of them.
        let places = if self.style.thousands == Some(mark) && decimals.len() > 3 { 0 } else { decimals.len() };
        let value = value(self.text, &(self.start..decimals.end), places);
        (decimals.end, value.map(Readings::of))
    }

    /// The groups of a number from the last to the first.
    fn in_reverse(&self, range: Range<usize>) -> Option<Decimal> {
        let groups = self.text.get(range)?.split(' ').rev();
        let first = groups.clone().next()?;
        let digits = groups.flat_map(str::bytes);
        // No number begins with a zero.
        if first.starts_with('0') { None } else { Decimal::of_digits(digits, 0) }
    }

    /// The runs of digits up to `end`.
    fn parts(&self, end: usize) -> Vec<Range<usize>> {
        let mut parts = Vec::new();
        let mut run = self.run(self.start);
        loop {
            parts.push(run.clone());
            match self.next(run.end).filter(|(_, next)| next.end <= end) {
                Some((_, next)) => run = next,
                None => return parts,
            }
        }
    }
}

fn value(text: &str, range: &Range<usize>, decimals: usize) -> Option<Decimal> {
    Decimal::of_digits(text.get(range.clone())?.bytes(), decimals)
}

/// The numbers that a number of one or two digits is joined to by a hyphen, on either side, each as the pair that they
/// are.
fn hyphenated(text: &str, range: &Range<usize>) -> Vec<(Range<usize>, Range<usize>)> {
    let bytes = text.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let mut pairs = Vec::new();
    if bytes.get(range.end) == Some(&b'-') {
        let count = (range.end + 1..).take_while(|at| digit(*at)).take(4).count();
        if (1..=2).contains(&count) {
            pairs.push((range.clone(), range.end + 1..range.end + 1 + count));
        }
    }
    if range.start > 0 && bytes.get(range.start - 1) == Some(&b'-') {
        let end = range.start - 1;
        let count = (0..end).rev().take_while(|at| digit(*at)).take(4).count();
        if (1..=2).contains(&count) {
            pairs.push((end - count..end, range.clone()));
        }
    }
    pairs
}

fn joined(text: &str, before: &Range<usize>, behind: &Range<usize>) -> Option<Decimal> {
    let digits = [text.get(before.clone())?, text.get(behind.clone())?];
    Decimal::of_digits(digits.into_iter().flat_map(str::bytes), behind.len())
}

fn place_of(text: &str, range: &Range<usize>, words: &FigureWords) -> DigitPlace {
    let before = text.get(..range.start).unwrap_or_default();
    let behind = text.get(range.end..).unwrap_or_default();
    let of_alphabet = |c: char| c.is_alphabetic() && !script::is_wide(c);
    let mut back = before.chars().rev();
    let (last, second) = (back.next(), back.next());
    let dash = last.is_some_and(|c| script::punctuation::is_dash(c) || c == '+');
    let slash = matches!(last, Some('/' | '_'));
    let letter = if dash || slash { second } else { last };
    let begins = letter.is_some_and(|c| of_alphabet(c) && (dash || slash || !script::is_arabic(c)));
    let may_be_address = begins || dash || slash || matches!(last, Some('.' | '=' | '?' | '&' | '%'));
    if behind.starts_with('@') || (may_be_address && is_in_address(before)) {
        return DigitPlace::InAddress;
    }
    if begins && dash && !letter.is_some_and(script::is_arabic) {
        return DigitPlace::BehindDash;
    }
    // A footnote's marker.
    let follows_comma = range.len() < 3
        && last.is_some_and(script::punctuation::is_comma)
        && second.is_some_and(|c| of_alphabet(c) || c.is_ascii_digit());
    let follows_point = last == Some('.') && second.is_some_and(char::is_uppercase);
    let mut forth = behind.chars();
    let ends = match forth.next() {
        Some('/' | '.') => forth.next().is_some_and(char::is_uppercase),
        Some(c) => {
            of_alphabet(c)
                && !script::is_arabic(c)
                && !has_ending(behind, words.digit_endings)
                && !has_ending(behind, words.hours)
        }
        None => false,
    };
    let part = words.subdivisions.iter().any(|sign| behind.starts_with(sign));
    if begins || follows_point || follows_comma || ends || part { DigitPlace::WithLetters } else { DigitPlace::Alone }
}

/// Whether a text begins with one of these and no letter follows.
fn has_ending(behind: &str, endings: &[&str]) -> bool {
    endings.iter().any(|ending| behind.strip_prefix(ending).is_some_and(|rest| !rest.starts_with(char::is_alphabetic)))
}

/// The most bytes of an address before a number in it.
const ADDRESS: usize = 160;

/// Whether a text ends within an address of the Web or of mail.
fn is_in_address(before: &str) -> bool {
    let near = before.len().saturating_sub(ADDRESS);
    let near = (near..=before.len()).find(|at| before.is_char_boundary(*at)).unwrap_or(0);
    let near = before.get(near..).unwrap_or_default();
    let word = near.rsplit(|c: char| c == ' ' || script::is_wide(c)).next().unwrap_or_default();
    word.contains("://") || word.contains("www.") || word.contains('@')
}

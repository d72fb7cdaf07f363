//! How the members of a list are counted in the world's scripts, as word processors do it.
//!
//! Source: the formats that a numbered list may have, ECMA-376-1, 17.18.59 (`ST_NumberFormat`). A word processor writes
//! numbers that a format has no sign for in digits.

use std::fmt::Write;

use super::DigitScript;
use super::numerals::in_chinese;

/// A way to count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counting {
    /// `1`, in the digits of a script.
    Digits(DigitScript),
    /// `01`, so many digits wide at least.
    Padded(usize),
    /// `a`, and `aa` behind `z`: the letters of an alphabet, over again.
    Letters(Alphabet),
    /// `IV`, or small.
    Roman {
        /// In small letters.
        small: bool,
    },
    /// `一百零八`.
    ChineseCounted,
    /// `十二`, and from a hundred on digit by digit: `一〇八`.
    ChineseBelowHundred,
    /// `一〇八`: digit by digit.
    ChineseDigits,
    /// `百八`: as Japanese counts, without a zero and with a bare hundred.
    Japanese,
    /// `壹`, in the forms that nobody can alter.
    ChineseFormal,
    /// Signs that each stand for a number, from 1 on, as `①`.
    Signs(SignRow),
    /// `- 1 -`.
    Dashed,
    /// `1st`.
    EnglishOrdinal,
    /// `One`.
    EnglishWord,
    /// `First`.
    EnglishOrdinalWord,
    /// `1F`.
    Hexadecimal,
    /// Stars and daggers: `*`, `†`, `‡`, `§`, `**`.
    Daggers,
}

/// The letters that lists are counted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Alphabet {
    /// `a` to `z`.
    LatinSmall,
    /// `A` to `Z`.
    LatinCapital,
    /// Without those that begin no word or look like others.
    RussianSmall,
    /// As the small ones.
    RussianCapital,
    /// In the order of numbers: alif, ba, jim, dal.
    ArabicNumeric,
    /// In the order of dictionaries: alif, ba, ta, tha.
    ArabicAlphabetic,
}

/// Rows of signs that stand for numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SignRow {
    /// `①` to `⑳`.
    Circled,
    /// `⑴` to `⒇`.
    InBrackets,
    /// `⒈` to `⒛`.
    WithStop,
    /// `㊀` to `㊉`.
    CircledChinese,
    /// `㈠` to `㈩`.
    ChineseInBrackets,
    /// The ten heavenly stems.
    Stems,
    /// The twelve earthly branches.
    Branches,
}

const RUSSIAN: &str = "абвгдежзиклмнопрстуфхцчшщыэюя";
const RUSSIAN_CAPITALS: &str = "АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЫЭЮЯ";

/// `هـ` is written with the stroke that keeps it from looking like another letter.
const ARABIC_NUMERIC: [&str; 28] = [
    "أ", "ب", "ج", "د", "هـ", "و", "ز", "ح", "ط", "ي", "ك", "ل", "م", "ن", "س", "ع", "ف", "ص", "ق", "ر", "ش", "ت", "ث",
    "خ", "ذ", "ض", "ظ", "غ",
];
const ARABIC_ALPHABETIC: [&str; 28] = [
    "أ", "ب", "ت", "ث", "ج", "ح", "خ", "د", "ذ", "ر", "ز", "س", "ش", "ص", "ض", "ط", "ظ", "ع", "غ", "ف", "ق", "ك", "ل",
    "م", "ن", "هـ", "و", "ي",
];

impl Counting {
    /// A number, counted so; in digits where this way has no sign for it. Nothing is counted by letters from zero.
    pub fn write(self, number: u32) -> String {
        let digits = || number.to_string();
        match self {
            Counting::Digits(script) => script.write(number),
            Counting::Padded(width) => format!("{number:0width$}", width = width.min(10)),
            Counting::Letters(alphabet) => alphabet.write(number),
            Counting::Roman { small } => roman(number, small).unwrap_or_else(digits),
            Counting::ChineseCounted => thousands(number).unwrap_or_else(digits),
            Counting::ChineseBelowHundred if (1..100).contains(&number) => in_chinese(number).unwrap_or_default(),
            Counting::ChineseBelowHundred | Counting::ChineseDigits => each_digit(number, "〇一二三四五六七八九"),
            Counting::Japanese => japanese(number).unwrap_or_else(digits),
            Counting::ChineseFormal => formal(number).unwrap_or_else(digits),
            Counting::Signs(row) => row.sign(number).map_or_else(digits, String::from),
            Counting::Dashed => format!("- {number} -"),
            Counting::EnglishOrdinal => format!("{number}{}", ordinal_ending(number)),
            Counting::EnglishWord => words(number).map_or_else(digits, |words| capital(&words)),
            Counting::EnglishOrdinalWord => words(number).map_or_else(digits, |words| capital(&ordinal(&words))),
            Counting::Hexadecimal => format!("{number:X}"),
            Counting::Daggers => daggers(number),
        }
    }
}

impl Alphabet {
    /// The letter of a number, written over again as often as the alphabet has been gone through before. Nothing of zero.
    fn write(self, number: u32) -> String {
        let Some(index) = number.checked_sub(1).and_then(|index| usize::try_from(index).ok()) else {
            return String::new();
        };
        let of = |letters: &[&str]| letters.get(index % letters.len().max(1)).copied().unwrap_or_default().to_owned();
        let of_chars = |letters: &str| {
            letters.chars().nth(index % letters.chars().count().max(1)).map_or_else(String::new, String::from)
        };
        let (letter, count) = match self {
            Alphabet::LatinSmall => (of_chars("abcdefghijklmnopqrstuvwxyz"), 26),
            Alphabet::LatinCapital => (of_chars("ABCDEFGHIJKLMNOPQRSTUVWXYZ"), 26),
            Alphabet::RussianSmall => (of_chars(RUSSIAN), RUSSIAN.chars().count()),
            Alphabet::RussianCapital => (of_chars(RUSSIAN_CAPITALS), RUSSIAN_CAPITALS.chars().count()),
            Alphabet::ArabicNumeric => (of(&ARABIC_NUMERIC), ARABIC_NUMERIC.len()),
            Alphabet::ArabicAlphabetic => (of(&ARABIC_ALPHABETIC), ARABIC_ALPHABETIC.len()),
        };
        // A document may count by millions; no word processor writes so many letters.
        letter.repeat((index / count + 1).min(30))
    }
}

impl SignRow {
    fn sign(self, number: u32) -> Option<char> {
        let index = number.checked_sub(1)?;
        let (first, count) = match self {
            SignRow::Circled => ('①', 20),
            SignRow::InBrackets => ('⑴', 20),
            SignRow::WithStop => ('⒈', 20),
            SignRow::CircledChinese => ('㊀', 10),
            SignRow::ChineseInBrackets => ('㈠', 10),
            SignRow::Stems => return "甲乙丙丁戊己庚辛壬癸".chars().nth(usize::try_from(index).ok()?),
            SignRow::Branches => return "子丑寅卯辰巳午未申酉戌亥".chars().nth(usize::try_from(index).ok()?),
        };
        char::from_u32(first as u32 + index).filter(|_| index < count)
    }
}

/// A Roman numeral as long as word processors write them.
fn roman(mut number: u32, small: bool) -> Option<String> {
    const STEPS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    if !(1..32_768).contains(&number) {
        return None;
    }
    let mut written = String::new();
    for (step, letters) in STEPS {
        while number >= step {
            written.push_str(letters);
            number -= step;
        }
    }
    Some(if small { written.to_ascii_lowercase() } else { written })
}

/// A number below ten thousand as Chinese counts.
fn thousands(number: u32) -> Option<String> {
    let (thousands, rest) = (number / 1000, number % 1000);
    if thousands == 0 {
        return in_chinese(rest);
    }
    let mut written = in_chinese(thousands).filter(|_| thousands < 10)?;
    written.push('千');
    match rest {
        0 => {}
        // Ten is counted behind a zero, too: `一千零一十`.
        10..20 => written.push_str(&format!("零一{}", in_chinese(rest)?)),
        1..100 => written.push_str(&format!("零{}", in_chinese(rest)?)),
        _ => written.push_str(&in_chinese(rest)?),
    }
    Some(written)
}

fn japanese(number: u32) -> Option<String> {
    let digits = "一二三四五六七八九";
    let mut written = String::new();
    for (unit, sign) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
        let digit = number / unit % 10;
        // A unit that stands once is not counted.
        if digit > 1 || (digit == 1 && sign.is_empty()) {
            written.extend(digits.chars().nth(usize::try_from(digit).ok()?.checked_sub(1)?));
        }
        if digit > 0 {
            written.push_str(sign);
        }
    }
    (1..10_000).contains(&number).then_some(written)
}

fn formal(number: u32) -> Option<String> {
    let plain = thousands(number)?;
    let forms = [
        ('一', '壹'),
        ('二', '贰'),
        ('三', '叁'),
        ('四', '肆'),
        ('五', '伍'),
        ('六', '陆'),
        ('七', '柒'),
        ('八', '捌'),
        ('九', '玖'),
        ('十', '拾'),
        ('百', '佰'),
        ('千', '仟'),
    ];
    let formal = |c: char| forms.iter().find(|(one, _)| *one == c).map_or(c, |(_, formal)| *formal);
    Some(plain.chars().map(formal).collect())
}

fn each_digit(number: u32, signs: &str) -> String {
    let sign = |digit: char| digit.to_digit(10).and_then(|digit| signs.chars().nth(usize::try_from(digit).ok()?));
    number.to_string().chars().filter_map(sign).collect()
}

fn ordinal_ending(number: u32) -> &'static str {
    match (number % 100, number % 10) {
        (11..=13, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    }
}

const ONES: [&str; 20] = [
    "",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const TENS: [&str; 10] = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

/// A number below a thousand in English words.
fn words(number: u32) -> Option<String> {
    let at = |words: &[&'static str], index: u32| words.get(usize::try_from(index).ok()?).copied();
    let (hundreds, rest) = (number / 100, number % 100);
    let below = match rest {
        0..20 => at(&ONES, rest)?.to_owned(),
        _ if rest % 10 == 0 => at(&TENS, rest / 10)?.to_owned(),
        _ => format!("{}-{}", at(&TENS, rest / 10)?, at(&ONES, rest % 10)?),
    };
    match (hundreds, rest) {
        (0, 0) | (10.., _) => None,
        (0, _) => Some(below),
        (_, 0) => Some(format!("{} hundred", at(&ONES, hundreds)?)),
        _ => Some(format!("{} hundred {below}", at(&ONES, hundreds)?)),
    }
}

/// The ordinal of a number in English words.
fn ordinal(words: &str) -> String {
    const IRREGULAR: [(&str, &str); 7] = [
        ("one", "first"),
        ("two", "second"),
        ("three", "third"),
        ("five", "fifth"),
        ("eight", "eighth"),
        ("nine", "ninth"),
        ("twelve", "twelfth"),
    ];
    let start = words.rfind(['-', ' ']).map_or(0, |at| at + 1);
    let (before, last) = words.split_at(start);
    let last = match IRREGULAR.iter().find(|(one, _)| *one == last) {
        Some((_, ordinal)) => (*ordinal).to_owned(),
        None => last.strip_suffix('y').map_or_else(|| format!("{last}th"), |stem| format!("{stem}ieth")),
    };
    format!("{before}{last}")
}

fn capital(words: &str) -> String {
    let mut letters = words.chars();
    let mut written = String::new();
    if let Some(first) = letters.next() {
        let _ = write!(written, "{}", first.to_uppercase());
    }
    written + letters.as_str()
}

/// The marks of notes, over again as often as all four have been gone through.
fn daggers(number: u32) -> String {
    let Some(index) = number.checked_sub(1).and_then(|index| usize::try_from(index).ok()) else { return String::new() };
    let sign = ["*", "†", "‡", "§"].get(index % 4).copied().unwrap_or_default();
    sign.repeat((index / 4 + 1).min(30))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_counted_as_word_processors_count() {
        let rows: [(Counting, &[(u32, &str)]); 20] = [
            (Counting::Digits(DigitScript::Ascii), &[(1, "1"), (120, "120")]),
            (Counting::Digits(DigitScript::FullWidth), &[(12, "１２")]),
            (Counting::Padded(2), &[(1, "01"), (12, "12"), (123, "123")]),
            (Counting::Letters(Alphabet::LatinSmall), &[(0, ""), (1, "a"), (26, "z"), (27, "aa"), (54, "bbb")]),
            (Counting::Letters(Alphabet::LatinCapital), &[(2, "B"), (28, "BB")]),
            (Counting::Letters(Alphabet::RussianSmall), &[(9, "и"), (10, "к"), (29, "я"), (30, "аа")]),
            (Counting::Letters(Alphabet::RussianCapital), &[(1, "А"), (29, "Я")]),
            (Counting::Letters(Alphabet::ArabicNumeric), &[(1, "أ"), (3, "ج"), (5, "هـ"), (28, "غ")]),
            (Counting::Letters(Alphabet::ArabicAlphabetic), &[(3, "ت"), (28, "ي")]),
            (Counting::Roman { small: true }, &[(4, "iv"), (0, "0"), (1990, "mcmxc")]),
            (
                Counting::ChineseCounted,
                &[(12, "十二"), (108, "一百零八"), (1010, "一千零一十"), (2024, "二千零二十四")],
            ),
            (Counting::ChineseBelowHundred, &[(21, "二十一"), (108, "一〇八")]),
            (Counting::ChineseDigits, &[(10, "一〇"), (21, "二一")]),
            (Counting::Japanese, &[(10, "十"), (108, "百八"), (1111, "千百十一")]),
            (Counting::ChineseFormal, &[(12, "拾贰"), (300, "叁佰")]),
            (Counting::Signs(SignRow::Circled), &[(1, "①"), (20, "⑳"), (21, "21")]),
            (Counting::Signs(SignRow::Stems), &[(1, "甲"), (10, "癸"), (11, "11")]),
            (Counting::EnglishOrdinal, &[(1, "1st"), (12, "12th"), (23, "23rd")]),
            (Counting::EnglishOrdinalWord, &[(2, "Second"), (20, "Twentieth"), (101, "One hundred first")]),
            (Counting::Daggers, &[(1, "*"), (4, "§"), (5, "**")]),
        ];
        for (counting, expected) in rows {
            for (number, written) in expected {
                assert_eq!(counting.write(*number), *written, "{counting:?} of {number}");
            }
        }
        assert_eq!((Counting::Dashed.write(3), Counting::Hexadecimal.write(31)), ("- 3 -".to_owned(), "1F".to_owned()));
        assert_eq!(
            (Counting::EnglishWord.write(45), Counting::EnglishWord.write(0)),
            ("Forty-five".to_owned(), "0".to_owned())
        );
    }
}

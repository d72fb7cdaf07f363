//! Numbers that are not written in digits: Roman and Chinese numerals.

/// Roman numerals are read and written below this number.
const ROMAN_END: u32 = 400;

/// Chinese numerals are read and written below this number.
const CHINESE_END: u32 = 1000;

/// The value of a Roman numeral in capitals, from 1 to 399; `None` for anything that is not in its one right spelling
/// (`IIII`, `VX`).
pub fn roman_number(text: &str) -> Option<u32> {
    if text.is_empty() || text.len() > 12 {
        return None;
    }
    let digit = |c: u8| match c {
        b'I' => Some(1),
        b'V' => Some(5),
        b'X' => Some(10),
        b'L' => Some(50),
        b'C' => Some(100),
        _ => None,
    };
    let mut value = 0;
    let mut bytes = text.bytes().peekable();
    while let Some(byte) = bytes.next() {
        let this = digit(byte)?;
        let next = bytes.peek().and_then(|&b| digit(b)).unwrap_or(0);
        if next > this {
            bytes.next();
            value += next - this;
        } else {
            value += this;
        }
    }
    // There is one right spelling of each value; whatever else adds up to it is no numeral.
    (value < ROMAN_END && spelled(value) == text).then_some(value)
}

/// The value of the small Roman numeral of a list, from 1 to 39. Above that come `l` and `c`, which are letters of
/// lists far more often.
pub fn roman_of_label(text: &str) -> Option<u32> {
    if text.len() > 7 || !text.bytes().all(|b| matches!(b, b'i' | b'v' | b'x')) {
        return None;
    }
    roman_number(&text.to_ascii_uppercase()).filter(|number| *number < 40)
}

/// A number from 1 to 399 as a Roman numeral in capitals; `None` for any other.
pub fn in_roman(number: u32) -> Option<String> {
    (1..ROMAN_END).contains(&number).then(|| spelled(number))
}

fn spelled(mut number: u32) -> String {
    const STEPS: [(u32, &str); 9] =
        [(100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];
    let mut text = String::new();
    for (step, letters) in STEPS {
        while number >= step {
            text.push_str(letters);
            number -= step;
        }
    }
    text
}

/// The Chinese digits from 1 to 9, and ten.
const CHINESE: [char; 10] = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

const HUNDRED: char = '百';

/// The two forms of the zero that stands in for missing tens: `一百零八`.
const ZEROS: [char; 2] = ['零', '〇'];

/// The value of a Chinese digit, `一` to `十`.
pub fn chinese_digit(c: char) -> Option<u32> {
    let place = CHINESE.iter().position(|digit| *digit == c)?;
    u32::try_from(place).ok().map(|place| place + 1)
}

/// The value of a Chinese numeral from 1 to 999: `十`, `二十一`, `一百零八`.
pub fn chinese_number(text: &str) -> Option<u32> {
    let (hundreds, rest) = match text.split_once(HUNDRED) {
        Some((hundreds, rest)) => {
            let mut digits = hundreds.chars();
            let digit = digits.next().and_then(chinese_digit).filter(|digit| *digit < 10)?;
            (digits.next().is_none().then_some(digit)?, rest)
        }
        None => (0, text),
    };
    if hundreds == 0 {
        return below_hundred(rest).filter(|number| *number > 0);
    }
    let ones = rest.strip_prefix(ZEROS);
    let below = below_hundred(ones.unwrap_or(rest))?;
    let fits = match ones {
        Some(_) => (1..10).contains(&below),
        None => below == 0 || below >= 10,
    };
    fits.then_some(hundreds * 100 + below)
}

/// The Chinese digit that counts things, and is no label: two of them.
const TWO_OF: char = '两';

/// The Chinese numerals that multiply what stands before them, each with its power of ten.
const CHINESE_POWERS: [(char, u8); 5] =
    [('十', 1), (HUNDRED, 2), (THOUSAND, 3), (TEN_THOUSAND, 4), (HUNDRED_MILLION, 8)];

const THOUSAND: char = '千';
const TEN_THOUSAND: char = '万';
const HUNDRED_MILLION: char = '亿';

/// All characters of Chinese numerals.
pub fn chinese_numerals() -> impl Iterator<Item = char> {
    let powers = CHINESE_POWERS.iter().map(|(c, _)| *c);
    CHINESE.into_iter().filter(|c| *c != '十').chain(powers).chain(ZEROS).chain([TWO_OF])
}

/// The power of ten that a Chinese numeral multiplies by: 4 of `万`.
pub fn chinese_power(c: char) -> Option<u8> {
    CHINESE_POWERS.iter().find(|(power, _)| *power == c).map(|(_, exponent)| *exponent)
}

/// The value of a Chinese amount below a trillion: what [`chinese_number`] reads, and `两千三百`, `三亿五千万`.
pub fn chinese_amount(text: &str) -> Option<u64> {
    let mut rest = text;
    let mut amount = 0;
    for (mark, worth) in [(HUNDRED_MILLION, 100_000_000), (TEN_THOUSAND, 10_000)] {
        if let Some((count, behind)) = rest.split_once(mark) {
            amount += below_ten_thousand(count.trim_start_matches(ZEROS))? * worth;
            rest = behind.trim_start_matches(ZEROS);
        }
    }
    if rest.is_empty() && amount > 0 {
        return Some(amount);
    }
    Some(amount + below_ten_thousand(rest)?)
}

/// The value of a Chinese amount from 1 to 9999.
fn below_ten_thousand(text: &str) -> Option<u64> {
    let text = text.replace(TWO_OF, "二");
    let Some((thousands, rest)) = text.split_once(THOUSAND) else { return chinese_number(&text).map(u64::from) };
    let mut digits = thousands.chars();
    let digit = digits.next().and_then(chinese_digit).filter(|digit| *digit < 10)?;
    let rest = rest.trim_start_matches(ZEROS);
    let below = if rest.is_empty() { 0 } else { chinese_number(rest)? };
    digits.next().is_none().then_some(u64::from(digit * 1000 + below))
}

/// The value of Chinese digits that are written one after the other, as those of a year are: `二〇三七`.
pub fn chinese_digits(text: &str) -> Option<u64> {
    let digit = |c: char| match c {
        c if ZEROS.contains(&c) => Some(0),
        c => chinese_digit(c).filter(|digit| *digit < 10).map(u64::from),
    };
    if !(2..=12).contains(&text.chars().count()) {
        return None;
    }
    text.chars().try_fold(0, |value, c| Some(value * 10 + digit(c)?))
}

/// The value of a Chinese numeral from 1 to 99, and 0 of nothing.
fn below_hundred(text: &str) -> Option<u32> {
    let mut tens = 0;
    let mut digit = 0;
    for c in text.chars() {
        match chinese_digit(c)? {
            10 if tens > 0 => return None,
            10 => (tens, digit) = (digit.max(1) * 10, 0),
            number if digit == 0 => digit = number,
            _ => return None,
        }
    }
    Some(tens + digit)
}

/// A number from 1 to 999 as a Chinese numeral; `None` for any other.
pub fn in_chinese(number: u32) -> Option<String> {
    if !(1..CHINESE_END).contains(&number) {
        return None;
    }
    let digit = |value: u32| CHINESE.get(usize::try_from(value).ok()?.checked_sub(1)?).copied();
    let (hundreds, tens, ones) = (number / 100, number / 10 % 10, number % 10);
    let mut written = String::new();
    if hundreds > 0 {
        written.extend(digit(hundreds));
        written.push(HUNDRED);
    }
    match tens {
        0 if hundreds > 0 && ones > 0 => written.push('零'),
        0 => {}
        // Ten alone is not counted, behind a hundred it is: `十二`, `一百一十二`.
        1 if hundreds == 0 => written.push('十'),
        _ => {
            written.extend(digit(tens));
            written.push('十');
        }
    }
    written.extend(digit(ones));
    Some(written)
}

/// Characters that are a number with its brackets: the first of each row, and how many there are. Those in a ring, `①`, are
/// none: in the United Nations' own markup they stand in the text of a paragraph, and label none. Source: the Unicode blocks
/// Enclosed Alphanumerics and Enclosed CJK Letters and Months.
const ENCLOSED: [(char, u32); 2] = [('㈠', 10), ('⑴', 20)];

/// The value of a number that is one character with its brackets: `㈠` to `㈩`, `⑴` to `⒇`.
pub fn enclosed_number(c: char) -> Option<u32> {
    let (first, count) = row_of(c)?;
    Some(c as u32 - first as u32 + 1).filter(|number| *number <= count)
}

/// A number as the row has it that `like` is of; where the row ends before it, in brackets. `None` of 0.
pub fn in_enclosed(like: char, number: u32) -> Option<String> {
    let (first, count) = row_of(like)?;
    let own = char::from_u32(first as u32 + number.checked_sub(1)?).filter(|_| number <= count);
    let in_brackets = || match first {
        '㈠' => in_chinese(number),
        _ => Some(number.to_string()),
    };
    own.map(String::from).or_else(|| Some(format!("({})", in_brackets()?)))
}

fn row_of(c: char) -> Option<(char, u32)> {
    ENCLOSED.into_iter().find(|(first, count)| (*first as u32..*first as u32 + count).contains(&(c as u32)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        for number in 1..400 {
            assert_eq!(in_roman(number).and_then(|text| roman_number(&text)), Some(number));
        }
        for number in 1..1000 {
            assert_eq!(in_chinese(number).and_then(|text| chinese_number(&text)), Some(number));
        }
        for (like, count) in ENCLOSED {
            for number in 1..=count {
                let written = in_enclosed(like, number).unwrap();
                assert_eq!(written.chars().next().and_then(enclosed_number), Some(number));
            }
            assert_eq!(in_enclosed(like, 0), None);
        }
        assert_eq!(in_enclosed('㈩', 11).as_deref(), Some("(十一)"));
        assert_eq!(in_enclosed('⑴', 21).as_deref(), Some("(21)"));
        assert_eq!((in_roman(0), in_roman(400), in_chinese(0), in_chinese(1000)), (None, None, None, None));
    }

    #[test]
    fn chinese_amounts() {
        for (text, amount) in [
            ("两", 2),
            ("二十一", 21),
            ("一百零一", 101),
            ("两千三百", 2300),
            ("三千零五", 3005),
            ("三亿五千万", 350_000_000),
            ("一亿零三百万", 103_000_000),
            ("十三亿", 1_300_000_000),
            ("一万二千", 12_000),
        ] {
            assert_eq!(chinese_amount(text), Some(amount), "{text}");
        }
        for no in ["", "万", "亿", "百万", "千年", "两两", "二〇三七"] {
            assert_eq!(chinese_amount(no), None, "{no}");
        }
        assert_eq!(
            (chinese_digits("二〇三七"), chinese_digits("二十"), chinese_digits("二")),
            (Some(2037), None, None)
        );
        assert_eq!((chinese_power('亿'), chinese_power('一')), (Some(8), None));
        assert!(
            chinese_numerals()
                .all(|c| chinese_power(c).is_some() || chinese_amount(&c.to_string()).is_some() || ZEROS.contains(&c))
        );
    }

    #[test]
    fn roman_numerals_and_nothing_else() {
        for no in ["", "IIII", "VX", "IM", "A", "IIX", "iv"] {
            assert_eq!(roman_number(no), None, "{no}");
        }
        assert_eq!((roman_of_label("xxxix"), roman_of_label("xl"), roman_of_label("IV")), (Some(39), None, None));
        assert_eq!(roman_of_label(""), None);
    }

    #[test]
    fn chinese_numerals_and_nothing_else() {
        for (text, number) in
            [("九", 9), ("十", 10), ("一十", 10), ("二十", 20), ("九十九", 99), ("一百〇八", 108), ("一百一十一", 111)]
        {
            assert_eq!(chinese_number(text), Some(number), "{text}");
        }
        for no in ["", "二三", "十十", "百", "一百八", "十百", "一百零", "一百零十", "零", "12"] {
            assert_eq!(chinese_number(no), None, "{no}");
        }
        for (number, text) in [(10, "十"), (20, "二十"), (39, "三十九"), (100, "一百"), (112, "一百一十二")]
        {
            assert_eq!(in_chinese(number).as_deref(), Some(text));
        }
    }
}

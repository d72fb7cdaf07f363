//! Exact decimal numbers.

use std::cmp::Ordering;
use std::fmt;

/// An exact decimal number that is not negative. Equal numbers are equal however they were written: 12.50 and 12.5, 1.3
/// billion and 1 300 000 000.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Decimal {
    /// Its digits without the zeros at the end; 0 of zero.
    digits: u64,
    /// The power of ten that they are multiplied by; 0 of zero.
    exponent: i8,
}

/// The most digits that are read.
const DIGITS: usize = 18;

/// The largest power of ten, either way.
const LARGEST: i32 = 36;

impl Decimal {
    /// A number of ASCII digits; of those, so many at the end are behind the decimal mark. `None` if there are too many.
    pub(super) fn of_digits(digits: impl Iterator<Item = u8>, decimals: usize) -> Option<Decimal> {
        let (mut value, mut count) = (0_u64, 0);
        for digit in digits.filter(u8::is_ascii_digit) {
            if value > 0 || digit != b'0' {
                count += 1;
            }
            if count > DIGITS {
                return None;
            }
            value = value * 10 + u64::from(digit - b'0');
        }
        Decimal::normal(value, -i32::try_from(decimals).ok()?)
    }

    fn normal(mut digits: u64, mut exponent: i32) -> Option<Decimal> {
        if digits == 0 {
            return Some(Decimal { digits: 0, exponent: 0 });
        }
        while digits.is_multiple_of(10) {
            digits /= 10;
            exponent += 1;
        }
        (exponent.abs() <= LARGEST).then_some(())?;
        Some(Decimal { digits, exponent: i8::try_from(exponent).ok()? })
    }

    /// The number times a power of ten, by its exponent. `None` if it is too large.
    pub(super) fn shifted(self, exponent: u8) -> Option<Decimal> {
        Decimal::normal(self.digits, i32::from(self.exponent) + i32::from(exponent))
    }

    /// The sum of two whole numbers. `None` if one is none, or it is too large.
    pub(super) fn plus(self, other: Decimal) -> Option<Decimal> {
        Decimal::normal(self.whole()?.checked_add(other.whole()?)?, 0)
    }

    /// Its digits without the zeros at the end; 0 of zero.
    pub fn digits(self) -> u64 {
        self.digits
    }

    /// Its value, if it is a whole number that 64 bits hold.
    pub fn whole(self) -> Option<u64> {
        let exponent = u32::try_from(self.exponent).ok()?;
        self.digits.checked_mul(10_u64.checked_pow(exponent)?)
    }

    /// How many digits it has before the decimal mark; of one below 1, the zeros behind the mark count off.
    fn magnitude(self) -> i64 {
        i64::from(self.digits.checked_ilog10().unwrap_or(0)) + i64::from(self.exponent)
    }
}

impl From<u64> for Decimal {
    fn from(value: u64) -> Decimal {
        // The exponent of a whole number of 64 bits is 19 at the most.
        Decimal::normal(value, 0).unwrap_or(Decimal { digits: value, exponent: 0 })
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Decimal) -> Ordering {
        if self.digits == 0 || other.digits == 0 {
            return self.digits.cmp(&other.digits);
        }
        self.magnitude().cmp(&other.magnitude()).then_with(|| {
            // Of the same magnitude, the exponents differ by 19 at the most, since 64 bits have twenty digits.
            let least = self.exponent.min(other.exponent);
            let scaled = |number: &Decimal| {
                let more = u32::try_from(i32::from(number.exponent) - i32::from(least)).unwrap_or_default();
                u128::from(number.digits).saturating_mul(10_u128.saturating_pow(more))
            };
            scaled(self).cmp(&scaled(other))
        })
    }
}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Decimal) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Decimal {
    /// Without marks between thousands, with a point before decimals.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = self.digits.to_string();
        match usize::try_from(self.exponent) {
            Ok(zeros) => write!(f, "{digits}{:0<zeros$}", ""),
            Err(_) => {
                let decimals = usize::from(self.exponent.unsigned_abs());
                let digits = format!("{digits:0>width$}", width = decimals + 1);
                let (whole, behind) = digits.split_at(digits.len() - decimals);
                write!(f, "{whole}.{behind}")
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimal(text: &str) -> Decimal {
        let decimals = text.split_once('.').map_or(0, |(_, behind)| behind.len());
        Decimal::of_digits(text.bytes(), decimals).unwrap()
    }

    #[test]
    fn equal_numbers_are_equal() {
        for (one, other) in [("12.50", "12.5"), ("007", "7"), ("0.0", "0"), ("10.00", "10")] {
            assert_eq!(decimal(one), decimal(other));
        }
        assert_eq!(decimal("1.3").shifted(9), Some(Decimal::from(1_300_000_000)));
        assert_ne!(decimal("1.3"), decimal("13"));
        assert_eq!(decimal("300").plus(decimal("50")), Some(Decimal::from(350)));
        assert_eq!(decimal("0.5").plus(decimal("1")), None);
        assert_eq!(Decimal::of_digits("1234567890123456789".bytes(), 0), None);
        assert_eq!(decimal("1").shifted(37), None);
    }

    #[test]
    fn numbers_have_an_order_and_a_form() {
        let in_order = ["0", "0.015", "0.15", "0.2", "1", "1.5", "12", "12.5", "100", "1300000000"];
        for pair in in_order.windows(2) {
            assert!(decimal(pair[0]) < decimal(pair[1]), "{pair:?}");
        }
        for text in in_order {
            assert_eq!(decimal(text).to_string(), text);
        }
        assert!(Decimal::from(u64::MAX) > decimal("0.000000000000000001"));
        assert_eq!(Decimal::from(u64::MAX).cmp(&Decimal::from(10).shifted(18).unwrap()), Ordering::Greater);
    }
}

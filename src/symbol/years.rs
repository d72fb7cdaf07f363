//! In which year the Security Council adopted which resolutions.

use std::ops::RangeInclusive;

/// The last resolution of each year, 1946 first. Source: the resolutions' own numbers and years, as the Dag
/// Hammarskjöld Library lists them.
const LAST: [u16; 79] = [
    15, 37, 66, 78, 89, 96, 98, 103, 105, 110, 121, 126, 131, 132, 160, 170, 177, 185, 199, 219, 232, 244, 262, 275,
    291, 307, 324, 344, 366, 384, 402, 422, 443, 461, 484, 499, 528, 545, 559, 580, 593, 606, 626, 646, 683, 725, 799,
    892, 969, 1035, 1092, 1146, 1219, 1284, 1334, 1386, 1454, 1521, 1580, 1651, 1738, 1794, 1859, 1907, 1966, 2032,
    2085, 2132, 2195, 2259, 2336, 2397, 2451, 2503, 2560, 2616, 2671, 2721, 2767,
];

/// The year of a resolution of the Security Council, from 1946 to 2024; `None` for later numbers.
pub fn council_year(number: u32) -> Option<u16> {
    let years = LAST.partition_point(|&last| u32::from(last) < number);
    (number > 0 && years < LAST.len()).then(|| 1946 + u16::try_from(years).unwrap_or(0))
}

/// The resolutions of the Security Council of a year, from 1946 to 2024.
pub fn council_numbers(year: u16) -> Option<RangeInclusive<u32>> {
    let at = usize::from(year.checked_sub(1946)?);
    let before = at.checked_sub(1).and_then(|before| LAST.get(before)).copied().unwrap_or(0);
    Some(u32::from(before) + 1..=u32::from(*LAST.get(at)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_the_year() {
        for (number, year) in [(1, 1946), (242, 1967), (1325, 2000), (2446, 2018), (2767, 2024)] {
            assert_eq!(council_year(number), Some(year));
        }
        assert_eq!(council_year(2768), None);
        assert_eq!(council_year(0), None);
        assert_eq!(council_numbers(1946), Some(1..=15));
        assert_eq!(council_numbers(2000), Some(1285..=1334));
        assert_eq!((council_numbers(1945), council_numbers(2025)), (None, None));
    }
}

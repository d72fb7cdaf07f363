//! Which language a text is in, told from the text.

use std::sync::LazyLock;

use super::{ALL, ARABIC, CHINESE, ENGLISH, Language, RUSSIAN};

/// How much of a text is looked at, in bytes: enough to be certain, whatever the length of the draft.
pub const SAMPLE: usize = 24_000;

/// The language that most of a text is in; English where nothing tells.
pub fn detect(text: &str) -> &'static Language {
    let mut end = text.len().min(SAMPLE);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let sample = &text[..end];
    let ScriptCounts { latin, cyrillic, arabic, han } = ScriptCounts::of(sample);
    let most = latin.max(cyrillic).max(arabic).max(han);
    if most == 0 {
        ENGLISH
    } else if most == han {
        CHINESE
    } else if most == arabic {
        ARABIC
    } else if most == cyrillic {
        RUSSIAN
    } else {
        by_words(sample)
    }
}

/// How many letters of each script a text has.
#[derive(Debug, Default, PartialEq, Eq)]
struct ScriptCounts {
    latin: usize,
    cyrillic: usize,
    arabic: usize,
    han: usize,
}

impl ScriptCounts {
    /// Counts by the first bytes of the letters, many at a time.
    fn of(text: &str) -> ScriptCounts {
        let mut counts = ScriptCounts::default();
        let bytes = text.as_bytes();
        let mut next = bytes.get(1..).unwrap_or_default().chunks(STRETCH);
        for stretch in bytes.chunks(STRETCH) {
            let (mut latin, mut cyrillic, mut arabic, mut han) = (0_u8, 0_u8, 0_u8, 0_u8);
            for (b, next) in stretch.iter().zip(next.next().unwrap_or_default()) {
                // U+00C0 to U+024F; U+0400 to U+04FF; U+0600 to U+06FF; U+4E00 to U+9FFF.
                let letter = b.is_ascii_alphabetic() | matches!(b, 0xc3..=0xc8) | ((*b == 0xc9) & (*next < 0x90));
                latin += u8::from(letter);
                cyrillic += u8::from(matches!(b, 0xd0..=0xd3));
                arabic += u8::from(matches!(b, 0xd8..=0xdb));
                han += u8::from(matches!(b, 0xe5..=0xe9) | ((*b == 0xe4) & (*next >= 0xb8)));
            }
            counts.latin += usize::from(latin);
            counts.cyrillic += usize::from(cyrillic);
            counts.arabic += usize::from(arabic);
            // A Chinese character says as much as several letters.
            counts.han += usize::from(han) * 4;
        }
        counts.latin += usize::from(bytes.last().is_some_and(u8::is_ascii_alphabetic));
        counts
    }
}

/// How many bytes are counted before their count goes to the whole: fewer than would fill a byte.
const STRETCH: usize = 128;

/// The language in the Latin script whose little words are the most frequent.
fn by_words(sample: &str) -> &'static Language {
    static KNOWN: LazyLock<Vec<(&'static Language, LittleWords)>> = LazyLock::new(|| {
        let latin = ALL.iter().copied().filter(|l| l.reading.common_words.iter().any(|w| w.is_ascii()));
        latin.map(|l| (l, LittleWords::of(l.reading.common_words))).collect()
    });
    let mut counts = vec![0usize; KNOWN.len()];
    let mut count = |key: u32| {
        for (count, (_, known)) in counts.iter_mut().zip(KNOWN.iter()) {
            *count += usize::from(known.contains(key));
        }
    };
    let bytes = sample.as_bytes();
    let (mut start, mut at, mut key) = (0, 0, 0_u32);
    while let Some(&b) = bytes.get(at) {
        if b.is_ascii_alphabetic() {
            // To make a letter of ASCII lower takes one bit.
            key = key << 8 | u32::from(b | 0x20);
            at += 1;
        } else if b.is_ascii() {
            if (1..=4).contains(&(at - start)) {
                count(key);
            }
            at += 1;
            (start, key) = (at, 0);
        } else {
            let word =
                sample.get(start..).and_then(|rest| rest.split(|c: char| !c.is_alphabetic()).next()).unwrap_or("");
            let end = start + word.len();
            if let Some(key) = packed(word).and_then(|_| packed(&word.to_lowercase())) {
                count(key);
            }
            let after = sample.get(end..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8);
            at = end + after;
            (start, key) = (at, 0);
        }
    }
    if (1..=4).contains(&(at.min(bytes.len()) - start.min(bytes.len()))) {
        count(key);
    }
    let best = counts.iter().enumerate().max_by_key(|(i, n)| (**n, *i == 0));
    match best {
        Some((i, n)) if *n > 0 => KNOWN.get(i).map_or(ENGLISH, |(language, _)| *language),
        _ => ENGLISH,
    }
}

/// The frequent little words of a language, those of up to four bytes.
struct LittleWords {
    keys: Vec<u32>,
    /// A bit for each value of [`LittleWords::place`] that a word has, which most words of a text have not.
    places: u64,
}

impl LittleWords {
    fn of(words: &[&str]) -> LittleWords {
        let keys: Vec<u32> = words.iter().filter_map(|word| packed(word)).collect();
        LittleWords { places: keys.iter().fold(0, |places, key| places | LittleWords::place(*key)), keys }
    }

    fn place(key: u32) -> u64 {
        1 << (key.wrapping_mul(0x9e37_79b1) >> 26)
    }

    fn contains(&self, key: u32) -> bool {
        self.places & LittleWords::place(key) != 0 && self.keys.contains(&key)
    }
}

/// The bytes of a word of one to four as a number.
fn packed(word: &str) -> Option<u32> {
    (1..=4).contains(&word.len()).then(|| word.bytes().fold(0, |key, b| key << 8 | u32::from(b)))
}

#[cfg(test)]
mod tests {
    use super::super::{FRENCH, SPANISH};
    use super::*;

    #[test]
    fn a_sentence_is_enough() {
        for (text, language) in [
            ("Requests the keepers of the lamps to report on the work of the harbour", ENGLISH),
            ("Prie les gardiens des phares de rendre compte du travail de la rade", FRENCH),
            ("Solicita a los guardianes de los faros que informen de su labor en el puerto", SPANISH),
            ("просит смотрителей маяков", RUSSIAN),
            ("تطلب إلى حراس المنارات", ARABIC),
            ("请灯塔看守人提交报告", CHINESE),
            ("", ENGLISH),
        ] {
            assert_eq!(detect(text), language, "{text}");
        }
    }
}

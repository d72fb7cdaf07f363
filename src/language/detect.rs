//! Which language a text is in, told from the text.

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
    let (mut latin, mut cyrillic, mut arabic, mut han) = (0usize, 0, 0, 0);
    latin += sample.bytes().filter(u8::is_ascii_alphabetic).count();
    for c in sample.chars().filter(|c| !c.is_ascii()) {
        match c {
            '\u{c0}'..='\u{24f}' => latin += 1,
            '\u{400}'..='\u{4ff}' => cyrillic += 1,
            '\u{600}'..='\u{6ff}' => arabic += 1,
            // A Chinese character says as much as several letters.
            '\u{4e00}'..='\u{9fff}' => han += 4,
            _ => {}
        }
    }
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

/// The language in the Latin script whose little words are the most frequent.
fn by_words(sample: &str) -> &'static Language {
    let latin: Vec<&'static Language> =
        ALL.iter().copied().filter(|l| l.reading.common_words.iter().any(|w| w.is_ascii())).collect();
    let known: Vec<Vec<u32>> =
        latin.iter().map(|l| l.reading.common_words.iter().filter_map(|word| packed(word)).collect()).collect();
    let mut counts = vec![0usize; latin.len()];
    for word in sample.split(|c: char| !c.is_alphabetic()) {
        let Some(key) = packed(word) else { continue };
        // To make a word of ASCII letters lower takes one bit each.
        let key = if word.is_ascii() {
            Some(key | 0x2020_2020 >> (8 * (4 - word.len())))
        } else {
            packed(&word.to_lowercase())
        };
        let Some(key) = key else { continue };
        for (count, known) in counts.iter_mut().zip(&known) {
            *count += usize::from(known.contains(&key));
        }
    }
    let best = counts.iter().enumerate().max_by_key(|(i, n)| (**n, *i == 0));
    match best {
        Some((i, n)) if *n > 0 => latin.get(i).copied().unwrap_or(ENGLISH),
        _ => ENGLISH,
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

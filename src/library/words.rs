//! Words as a search compares them: without case, accents and vowel signs, and Chinese in pairs of characters.
//!
//! Chinese has no spaces. A run of its characters is indexed as all its pairs and its last character alone, so that
//! two characters in a row are one word of the index, more of them a phrase, and a single one the beginning of a
//! word. The database sees nothing but words between spaces.

use unicode_normalization::char::{decompose_compatible, is_combining_mark};

use crate::language;
use crate::script::{ascii_digit, is_han};

/// The shortest word that is also taken for the beginning of longer ones, in characters.
const BEGINNING: usize = 3;

/// A word of a text, or a run of Chinese characters.
#[derive(Debug, PartialEq, Eq)]
enum SearchWord {
    Letters(String),
    Han(Vec<char>),
}

/// The words of a text as an index has them, with a space between each two.
pub fn indexed_words(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 2);
    for word in words(text) {
        match word {
            SearchWord::Letters(letters) => push(&mut out, &letters),
            SearchWord::Han(run) => {
                for pair in run.windows(2) {
                    push(&mut out, &pair.iter().collect::<String>());
                }
                push(&mut out, &run.last().map(char::to_string).unwrap_or_default());
            }
        }
    }
    out
}

/// What is asked of the index so that it finds titles with all of these words, in any order; `None` when there is
/// no word among them.
#[cfg(feature = "store")]
pub(super) fn asked(words_of_search: &str) -> Option<String> {
    let phrases: Vec<String> = words_of_search.split_whitespace().filter_map(phrase).collect();
    (!phrases.is_empty()).then(|| phrases.join(" AND "))
}

/// The words of a text, without case, accents and vowel signs; a run of Chinese characters is one.
pub fn plain_words(text: &str) -> Vec<String> {
    let plain = |word| match word {
        SearchWord::Letters(letters) => letters,
        SearchWord::Han(run) => run.into_iter().collect(),
    };
    words(text).into_iter().map(plain).collect()
}

/// The words of a text, without case, accents and vowel signs; each Chinese character is one.
pub fn compared_words(text: &str) -> Vec<String> {
    let mut all = Vec::new();
    for word in words(text) {
        match word {
            SearchWord::Letters(letters) => all.push(letters),
            SearchWord::Han(run) => all.extend(run.iter().map(char::to_string)),
        }
    }
    all
}

/// What is between two spaces is one word or, as `anti-corruption` and `62/175`, several in a row.
#[cfg(feature = "store")]
fn phrase(word: &str) -> Option<String> {
    let mut parts = Vec::new();
    let mut beginning = false;
    for word in words(word) {
        match word {
            SearchWord::Letters(letters) => {
                beginning = letters.chars().count() >= BEGINNING && !letters.bytes().all(|byte| byte.is_ascii_digit());
                parts.push(letters);
            }
            SearchWord::Han(run) => {
                beginning = run.len() == 1;
                if beginning {
                    parts.extend(run.first().map(char::to_string));
                }
                parts.extend(run.windows(2).map(|pair| pair.iter().collect::<String>()));
            }
        }
    }
    // No character of a word is a quotation mark.
    (!parts.is_empty()).then(|| format!("\"{}\"{}", parts.join(" "), if beginning { "*" } else { "" }))
}

fn words(text: &str) -> Vec<SearchWord> {
    let mut words: Vec<SearchWord> = Vec::new();
    let mut between = true;
    let mut take = |c: char| match words.last_mut() {
        _ if !c.is_alphanumeric() => between = true,
        Some(SearchWord::Han(run)) if !between && is_han(c) => run.push(c),
        Some(SearchWord::Letters(letters)) if !between && (c.is_ascii() || !is_han(c)) => letters.push(c),
        _ => {
            words.push(if is_han(c) { SearchWord::Han(vec![c]) } else { SearchWord::Letters(c.to_string()) });
            between = false;
        }
    };
    for c in text.chars() {
        // Most characters of most texts need no table.
        if c.is_ascii() {
            take(c.to_ascii_lowercase());
            continue;
        }
        decompose_compatible(c, |c| {
            if !is_combining_mark(c) && c != 'ـ' {
                c.to_lowercase().flat_map(plain).for_each(&mut take);
            }
        });
    }
    for word in &mut words {
        if let SearchWord::Letters(letters) = word {
            without_glued(letters);
        }
    }
    words
}

/// A letter as a search has it, where it is written in several ways.
fn plain(c: char) -> impl Iterator<Item = char> {
    let (first, second) = match c {
        'œ' => ('o', Some('e')),
        'æ' => ('a', Some('e')),
        'ى' => ('ي', None),
        'ة' => ('ه', None),
        _ => (ascii_digit(c).unwrap_or(c), None),
    };
    std::iter::once(first).chain(second)
}

/// Takes an article off that is written in one with its word, unless hardly anything would be left.
fn without_glued(word: &mut String) {
    if word.is_ascii() {
        return;
    }
    let glued = language::ALL.iter().flat_map(|language| language.glued_words);
    let rest = glued.filter_map(|glued| word.strip_prefix(glued)).find(|rest| rest.chars().count() >= BEGINNING);
    if let Some(rest) = rest {
        *word = rest.to_owned();
    }
}

fn push(out: &mut String, word: &str) {
    if !out.is_empty() {
        out.push(' ');
    }
    out.push_str(word);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_case_and_vowel_signs_dont_count() {
        assert_eq!(indexed_words("Déclaration Œcuménique"), indexed_words("DECLARATION oecumenique"));
        assert_eq!(indexed_words("всеобъемлющий учёт"), indexed_words("Всеобъемлющий учет"));
        assert_eq!(indexed_words("إعلانُ القُرى"), indexed_words("اعلان القري"));
        assert_eq!(indexed_words("قرار ٦٢/١٧٥"), indexed_words("قرار 62/175"));
    }

    #[test]
    fn the_article_is_no_part_of_the_word() {
        assert_eq!(indexed_words("المناخ والمناخ للمناخ"), "مناخ مناخ مناخ");
        // Nothing is left of a word that only begins like one.
        assert_eq!(indexed_words("الف"), "الف");
    }

    #[test]
    fn chinese_is_indexed_in_pairs() {
        assert_eq!(indexed_words("气候变化，2030年"), "气候 候变 变化 化 2030 年");
        assert_eq!(asked("气候").as_deref(), Some("\"气候\""));
        assert_eq!(asked("气候变化").as_deref(), Some("\"气候 候变 变化\""));
        assert_eq!(asked("水").as_deref(), Some("\"水\"*"));
    }

    #[test]
    fn a_search_is_made_of_words_only() {
        assert_eq!(asked("night \"sky\" OR*").as_deref(), Some("\"night\"* AND \"sky\"* AND \"or\""));
        assert_eq!(asked("anti-corruption 62/175").as_deref(), Some("\"anti corruption\"* AND \"62 175\""));
        assert_eq!(asked(" -- \" "), None);
    }
}

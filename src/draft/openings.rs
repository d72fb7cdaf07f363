//! The words that sentences open with, by their first character: most lines begin with none of them, and the first
//! character alone says so.

use std::collections::HashMap;

use super::starter::{begins_otherwise, starts_with_word};
use crate::language::{Each, Language, Reading};

/// The words that sentences open with in a language.
#[derive(Debug)]
pub struct Openings {
    pub preambular: Words,
    pub operative: Words,
    pub modifiers: Words,
}

/// Words by their first character, as the tables print them.
#[derive(Debug)]
pub struct Words(HashMap<char, Vec<&'static str>>);

impl Openings {
    /// The openings of a language.
    pub fn of(language: &Language) -> Option<&'static Openings> {
        static OPENINGS: Each<Openings> = Each::new(|language| Openings::from(language.reading));
        OPENINGS.of(language)
    }

    fn from(reading: &'static Reading) -> Openings {
        Openings {
            preambular: Words::from(reading.preambular_openings),
            operative: Words::from(reading.operative_openings),
            modifiers: Words::from(reading.modifiers),
        }
    }
}

impl Words {
    fn from(words: &'static [&'static str]) -> Words {
        let mut by_first: HashMap<char, Vec<&'static str>> = HashMap::new();
        for word in words {
            by_first.entry(word.chars().next().unwrap_or_default()).or_default().push(word);
        }
        Words(by_first)
    }

    /// The words that a text begins with, its first character as the tables print it: with its capital where the
    /// language has one there.
    pub fn that_open<'a>(&'a self, text: &'a str) -> impl Iterator<Item = &'static str> + 'a {
        let words = text.chars().next().and_then(|first| self.0.get(&first));
        words
            .into_iter()
            .flatten()
            .copied()
            .filter(move |word| !begins_otherwise(text, word) && starts_with_word(text, word))
    }
}

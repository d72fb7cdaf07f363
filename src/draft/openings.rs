//! The words that sentences open with, by their first character: most lines begin with none of them, and the first
//! character alone says so.

use std::collections::HashMap;
use std::ops::Range;

use super::line_kind::{begins_otherwise, starts_with_word, word_at_start};
use super::{Paragraph, ParagraphKind};
use crate::language::{Language, PerLanguage, StructureLexicon};

/// The words that sentences open with in a language.
#[derive(Debug)]
pub struct Openings {
    pub preambular: OpeningWordIndex,
    pub operative: OpeningWordIndex,
    pub modifiers: OpeningWordIndex,
}

/// Words by their first character, as the tables print them.
#[derive(Debug)]
pub struct OpeningWordIndex(HashMap<char, Vec<&'static str>>);

impl Openings {
    /// The openings of a language.
    pub fn of(language: &Language) -> Option<&'static Openings> {
        static OPENINGS: PerLanguage<Openings> = PerLanguage::new(|language| Openings::from(language.reading));
        OPENINGS.of(language)
    }

    fn from(reading: &'static StructureLexicon) -> Openings {
        Openings {
            preambular: OpeningWordIndex::from(reading.preambular_openings),
            operative: OpeningWordIndex::from(reading.operative_openings),
            modifiers: OpeningWordIndex::from(reading.modifiers),
        }
    }
}

impl OpeningWordIndex {
    fn from(words: &'static [&'static str]) -> OpeningWordIndex {
        let mut by_first: HashMap<char, Vec<&'static str>> = HashMap::new();
        for word in words {
            by_first.entry(word.chars().next().unwrap_or_default()).or_default().push(word);
        }
        OpeningWordIndex(by_first)
    }

    /// All of them.
    fn all(&self) -> impl Iterator<Item = &'static str> + '_ {
        self.0.values().flatten().copied()
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

/// The words that a preambular or operative paragraph opens with, where they are known: `Recalling also`, `Also
/// requests`, `又回顾`. Bytes of the draft whose text this is.
pub fn opening_words(text: &str, paragraph: &Paragraph, language: &Language) -> Option<Range<usize>> {
    let openings = Openings::of(language)?;
    let words = match paragraph.kind {
        ParagraphKind::Preambular => [&openings.preambular, &openings.operative],
        ParagraphKind::Operative => [&openings.operative, &openings.preambular],
        ParagraphKind::Sub => return None,
    };
    let label = paragraph.label.as_ref().map(|label| label.range.end).filter(|end| *end < paragraph.range.end);
    let from = label.unwrap_or(paragraph.range.start);
    let whole = text.get(from..paragraph.range.end)?;
    let rest = whole.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '*' | '_' | '[' | ']'));
    let start = paragraph.range.end - rest.len();
    let longest = |rest: &str| {
        let found = words.iter().flat_map(|words| words.that_open(rest)).filter_map(|word| word_at_start(rest, word));
        found.max()
    };
    let ending = |rest: &str| {
        let word = rest.find(|c: char| !c.is_alphabetic()).and_then(|end| rest.get(..end))?;
        let known = language.reading.preambular_endings.iter().any(|ending| word.ends_with(ending));
        known.then_some(word.len())
    };
    // `Also requests`: what comes before it.
    let modified = || {
        let modifier = openings.modifiers.that_open(rest).filter_map(|word| word_at_start(rest, word)).max()?;
        let after = rest.get(modifier..)?.trim_start();
        let known = words.iter().flat_map(|words| words.all()).filter_map(|word| word_at_start(after, word)).max();
        Some(rest.len() - after.len() + known.or_else(|| ending(after))?)
    };
    let mut end = longest(rest).max(modified()).or_else(|| ending(rest))?;
    // What comes after it: `Recalling also`.
    if let Some(after) = rest.get(end..).filter(|after| after.starts_with([' ', '\u{a0}']))
        && let Some(modifier) =
            language.reading.modifiers.iter().filter_map(|word| word_at_start(after.trim_start(), word)).max()
    {
        end = end + (after.len() - after.trim_start().len()) + modifier;
    }
    Some(start..start + end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::Draft;

    #[test]
    fn paragraphs_open_with_words() {
        for (text, opening) in [
            ("The General Assembly,\n\nRecalling also its decisions,\n\n1. Decides to go;\n", "Recalling also"),
            ("The General Assembly,\n\n*Deeply concerned* by it,\n\n1. Decides to go;\n", "Deeply concerned"),
            ("大会，\n\n又回顾其决定，\n\n1. 决定离开；\n", "又回顾"),
            ("إن الجمعية العامة،\n\nإذ تشير إلى قراراتها،\n\n1 - تقرر أن تذهب؛\n", "إذ"),
        ] {
            let draft = Draft::read(text);
            let words = opening_words(text, &draft.paragraphs[0], draft.language).and_then(|range| text.get(range));
            assert!(words.is_some_and(|words| words.trim_end_matches('*').starts_with(opening)), "{words:?}");
        }
    }
}

//! The names and words that a language has settled on, and what people write instead.

mod arabic;
mod chinese;
mod english;
mod french;
mod russian;
mod spanish;

pub use arabic::ARABIC;
pub use chinese::CHINESE;
pub use english::ENGLISH;
pub use french::FRENCH;
pub use russian::RUSSIAN;
pub use spanish::SPANISH;

/// The names and words that a language has settled on. Sources: the United Nations Editorial Manual, the names in the
/// six versions of the resolutions of the General Assembly.
#[derive(Debug)]
pub struct Terminology {
    /// Official names of organs, offices and organizations of the United Nations, in all forms that grammar gives them:
    /// what is all but one of them is that one, misspelt.
    pub names: &'static [&'static str],
    /// How a name that is misspelt differs from what is written.
    pub misspelt: Misspelt,
    /// What people write instead of such names.
    pub variants: &'static [TermVariant],
    /// What looks like one of them and is not: names that were official once, and other bodies'.
    pub other_names: &'static [&'static str],
    /// Words that the house style writes in another way.
    pub house: &'static [TermVariant],
    /// What a resolution is not called in itself, and what it is.
    pub itself: &'static [TermVariant],
    /// Names that have several good forms. In one draft one of them is used.
    pub forms: &'static [&'static [&'static str]],
    pub numerals: NumeralStyle,
    pub verbs: &'static OpeningVerbTable,
    /// How a note begins, in small letters, that has the source of the note before: `ibid.`
    pub same_source: &'static [&'static str],
    /// The mark at the end of a sentence.
    pub full_stop: &'static str,
    /// Footnote markers stand before a comma or full stop, and not after it.
    pub marker_first: bool,
}

/// Something that is written in another way.
#[derive(Debug)]
pub struct TermVariant {
    /// What is written, a pattern that matches whole words.
    pub wrong: &'static str,
    /// What is meant; `$1` is the pattern's first group.
    pub right: &'static str,
    /// What stands before it, in small letters, where it is something else.
    pub not_after: &'static [&'static str],
    /// What stands behind it, in small letters, where it is something else.
    pub not_before: &'static [&'static str],
}

/// How what is written can differ from the name that is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Misspelt {
    /// A letter of one word is another, missing, one too many, or has changed places with the next.
    Letter,
    /// By the marks on letters alone: a hamza, the dots of a final letter.
    Marks,
    /// By one character of a name of so many and more.
    Character(usize),
}

/// How numbers are written.
#[derive(Debug)]
pub struct NumeralStyle {
    /// The mark that parts thousands, where it is usual; and what parts them may be a space anywhere.
    pub thousands: Option<char>,
    pub decimal: char,
    /// How the words begin that make a number a great one: `million`.
    pub magnitudes: &'static [&'static str],
    /// The words for per cent, beside the sign.
    pub per_cent: &'static [&'static str],
}

/// The verbs that paragraphs open with.
#[derive(Debug)]
pub struct OpeningVerbTable {
    /// As it opens a preambular paragraph, and as it opens an operative one. Templates as [`CompletionPhrases`](super::CompletionPhrases)'s.
    pub pairs: &'static [(&'static str, &'static str)],
    /// Further words that paragraphs open with.
    pub more: &'static [&'static str],
    /// Openings that are good in both parts although one of [`OpeningVerbTable::pairs`] begins them.
    pub either: &'static [&'static str],
    /// The endings of participles and of finite verbs, where grammar tells all.
    pub endings: Option<(&'static str, &'static str)>,
    /// Words with the ending of a participle that are none, in small letters.
    pub not_verbs: &'static [&'static str],
    /// Whether a verb of the preamble that stands twice in a row takes "also", and the third time "further".
    pub again: bool,
    /// Words behind a verb that make it another opening: "Noting with".
    pub tails: &'static [&'static str],
}

/// `wrong`, which is written `right`, wherever it stands.
const fn variant(wrong: &'static str, right: &'static str) -> TermVariant {
    TermVariant { wrong, right, not_after: &[], not_before: &[] }
}

impl TermVariant {
    /// The same, but for what stands behind these words.
    const fn not_after(self, not_after: &'static [&'static str]) -> TermVariant {
        TermVariant { not_after, ..self }
    }

    /// The same, but for what stands before these words.
    const fn not_before(self, not_before: &'static [&'static str]) -> TermVariant {
        TermVariant { not_before, ..self }
    }
}

#[cfg(test)]
mod tests {
    use regex::Regex;

    use crate::language::ALL;

    #[test]
    fn patterns_can_be_read() {
        for language in ALL {
            let terms = language.terms;
            for variant in terms.variants.iter().chain(terms.house).chain(terms.itself) {
                assert!(Regex::new(variant.wrong).is_ok(), "{}", variant.wrong);
            }
        }
    }

    #[test]
    fn no_name_is_another_misspelt() {
        for language in ALL {
            let names = language.terms.names;
            assert!(names.iter().all(|name| names.iter().filter(|other| *other == name).count() == 1));
        }
    }
}

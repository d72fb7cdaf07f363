//! What is written into a draft in a language: the words that paragraphs open with, the phrases by which instruments are
//! cited, references to paragraphs, names, labels.
//!
//! In a template, `{a|b}` is `a` where the organ that speaks is an assembly or a commission and `b` where it is a council,
//! whose names have another gender in most languages.

use crate::symbol::Organ;

/// What is written into a draft in a language.
#[derive(Debug)]
pub struct CompletionPhrases {
    /// How preambular paragraphs open, the most frequent first. `+` stands where [`CompletionPhrases::again`] goes.
    pub preambular: &'static [&'static str],
    /// How operative paragraphs open, likewise.
    pub operative: &'static [&'static str],
    /// Openings that the first preambular paragraph commonly has, the most frequent first; of [`CompletionPhrases::preambular`].
    pub first_preambular: &'static [&'static str],
    /// Openings that the first operative paragraph commonly has; of [`CompletionPhrases::operative`].
    pub first_operative: &'static [&'static str],
    /// What an opening is given when the paragraph above opens so, and when that one has the first of these: "also",
    /// "further". With a space before it, where words are spaced.
    pub again: [&'static str; 2],
    /// The beginning of openings which changes in the first paragraph of the preamble, and what it becomes there.
    pub at_first: Option<(&'static str, &'static str)>,
    /// How instruments are cited.
    pub citation: CitationPhrases,
    /// How paragraphs of the same draft are referred to.
    pub reference: ParagraphPhrases,
    /// Names of organs, offices and others, beside those of [`UiStrings`](super::UiStrings), in the forms that are common.
    pub names: &'static [&'static str],
    /// The characters of a name after which it can be told from other words, where capitals don't tell names.
    pub telling_length: Option<usize>,
    /// How paragraphs are labelled.
    pub labels: LabelStyle,
    /// How the words that a paragraph opens with are set.
    pub opening_face: OpeningFace,
}

/// How the words that a paragraph opens with are set. Source: the United Nations' own XML of the resolutions of its
/// seventy-seventh session, and its printed resolutions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OpeningFace {
    /// In italics.
    Italic,
    /// In another font or in bold, where the script has no italics.
    Bold,
}

/// How an instrument is cited in running text.
#[derive(Debug)]
pub struct CitationPhrases {
    /// The speaking organ's own: `{number}` and `{dated}`, which follow the kind; where the number comes first, all of it,
    /// with `{kind}`.
    pub own: &'static str,
    /// Another organ's, which is `{owner}`.
    pub others: &'static str,
    /// The word for a resolution and for a decision, where the number comes first.
    pub kinds: [&'static str; 2],
    /// What the kind becomes that has nothing before it which says whose it is, where the speaking organ's own is meant:
    /// "its resolution". The kind as typed, and that.
    pub owned: &'static [(&'static str, &'static str)],
    /// The same where another organ's is meant: `{owner}` and `{kind}`. Empty where the owner stands elsewhere.
    pub named: &'static str,
    /// The words straight before the kind with which no instrument is cited: "the present resolution", "draft resolution".
    pub not_cited: &'static [&'static str],
    /// The words straight before the kind that leave no room for whose it is: "the resolution".
    pub articles: &'static [&'static str],
    /// Words of one character that stand behind a number, where words are not parted: a title that is being typed has none
    /// of them.
    pub counters: &'static [char],
    /// Bodies by what their symbols begin with, in the form of an owner.
    pub owners: &'static [(&'static str, &'static str)],
    /// A date, `{}`, behind its number, or before it where numbers come first.
    pub dated: &'static str,
    /// The same behind an owner.
    pub dated_others: &'static str,
    /// What stands behind a date where the sentence goes on.
    pub closing: &'static str,
    /// Between the first and the last of several parts of a resolution.
    pub through: &'static str,
    /// Whether a space stands between a number and the bracket after it: `1325 (2000)`.
    pub spaced_bracket: bool,
}

/// How a paragraph of the draft itself is referred to; `{}` is its number.
#[derive(Debug)]
pub struct ParagraphPhrases {
    /// One that stands above.
    pub above: &'static str,
    /// One that stands below.
    pub below: &'static str,
    /// A paragraph whose place is said already.
    pub plain: &'static str,
}

/// How labels are written where a draft shows none yet. `#` is the number or letter.
#[derive(Debug)]
pub struct LabelStyle {
    /// Of subparagraphs: the first level and the second.
    pub sub: [&'static str; 2],
    /// What may stand behind the semicolon of the last item of a list but one.
    pub last_but_one: &'static [&'static str],
}

impl CompletionPhrases {
    /// Whether the organ that speaks is a council.
    pub fn is_council(organ: Option<Organ>) -> bool {
        matches!(
            organ,
            Some(
                Organ::SecurityCouncil
                    | Organ::EconomicAndSocialCouncil
                    | Organ::TrusteeshipCouncil
                    | Organ::HumanRightsCouncil
            )
        )
    }

    /// A template in the gender of the organ that speaks.
    pub fn spoken(template: &str, organ: Option<Organ>) -> String {
        let council = CompletionPhrases::is_council(organ);
        let mut spoken = String::with_capacity(template.len());
        let mut rest = template;
        while let Some((before, after)) = rest.split_once('{') {
            let Some((choice, behind)) = after.split_once('}') else { break };
            spoken.push_str(before);
            match choice.split_once('|') {
                Some((assembly, of_council)) => spoken.push_str(if council { of_council } else { assembly }),
                None => {
                    spoken.push('{');
                    spoken.push_str(choice);
                    spoken.push('}');
                }
            }
            rest = behind;
        }
        spoken + rest
    }

    /// An opening in one of its forms: 0 the bare one, 1 that of a second use in a row, 2 that of a third.
    pub fn opening(&self, template: &str, form: usize, organ: Option<Organ>) -> Option<String> {
        let spoken = CompletionPhrases::spoken(template, organ);
        let Some((before, after)) = spoken.split_once('+') else { return (form == 0).then_some(spoken) };
        let Some(again) = form.checked_sub(1) else { return Some(format!("{before}{after}")) };
        let again = *self.again.get(again)?;
        if !before.is_empty() {
            return Some(format!("{before}{again}{after}"));
        }
        // At the beginning it takes the capital over: "Also requests".
        let Some(word) = again.strip_prefix(' ') else { return Some(format!("{again}{after}")) };
        let mut letters = word.chars();
        let capital = after.starts_with(char::is_uppercase);
        let first = letters.next()?;
        let first: String = if capital { first.to_uppercase().collect() } else { first.into() };
        let mut rest = after.chars();
        let lower: String = rest.next()?.to_lowercase().collect();
        Some(format!("{first}{} {lower}{}", letters.as_str(), rest.as_str()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::{ARABIC, CHINESE, ENGLISH, FRENCH};

    #[test]
    fn openings_have_three_forms() {
        let forms = |language: &crate::language::Language, template: &str| {
            [0, 1, 2].map(|form| language.writing.opening(template, form, None).unwrap_or_default())
        };
        assert_eq!(forms(ENGLISH, "Recalling+"), ["Recalling", "Recalling also", "Recalling further"]);
        assert_eq!(forms(ENGLISH, "+Requests"), ["Requests", "Also requests", "Further requests"]);
        assert_eq!(forms(CHINESE, "+回顾"), ["回顾", "又回顾", "还回顾"]);
        assert_eq!(forms(FRENCH, "Rappelant+"), ["Rappelant", "Rappelant également", "Rappelant en outre"]);
        assert_eq!(forms(FRENCH, "Comptant"), ["Comptant", "", ""]);
    }

    #[test]
    fn a_council_speaks_in_another_gender() {
        let opening = |template| ARABIC.writing.opening(template, 0, Some(Organ::SecurityCouncil)).unwrap();
        assert_eq!(opening("{ت|ي}طلب+"), "يطلب");
        assert_eq!(
            CompletionPhrases::spoken("Convaincu{e|}+ {number}", Some(Organ::GeneralAssembly)),
            "Convaincue+ {number}"
        );
    }

    #[test]
    fn what_commonly_comes_first_is_among_the_openings() {
        for language in crate::language::ALL {
            let CompletionPhrases { preambular, operative, first_preambular, first_operative, .. } = language.writing;
            assert!(first_preambular.iter().all(|first| preambular.contains(first)), "{}", language.code);
            assert!(first_operative.iter().all(|first| operative.contains(first)), "{}", language.code);
        }
    }
}

//! How a language names instruments in running text.
//!
//! Names are given as they stand in a list: in the nominative, with nothing written onto them. What else a sentence
//! does to them is said here.

/// How a language names instruments.
#[derive(Debug)]
pub struct NameForms {
    /// Whether spaces stand between words, so that a name begins and ends where a word does.
    pub spaced: bool,
    /// Letters that may be written straight onto a name: the Arabic "and", "for", "by".
    pub prefixes: &'static [char],
    /// Beginnings of names that change with such a letter, each with what it becomes: `ال`, `لل`.
    pub contractions: &'static [(&'static str, &'static str)],
    /// What joins two parts of a name, each with what it becomes after a preposition: "la Déclaration et le Programme",
    /// "de la Déclaration et du Programme".
    pub joints: &'static [(&'static str, &'static [&'static str])],
    /// Endings of words that qualify the noun before which they stand, in the nominative, each with those of the other
    /// cases in one order. The longest that fits is taken.
    pub qualifiers: &'static [(&'static str, [&'static str; 5])],
    /// The same for nouns.
    pub nouns: &'static [(&'static str, [&'static str; 5])],
    /// The conjunction after which a second noun is declined with the first. Empty where nothing is declined.
    pub and: &'static str,
    /// What stands straight before a name that is only the end of another instrument's: "Protocol to the". Lower case.
    pub supplements_before: &'static [&'static str],
    /// What stands straight after a name that is only the beginning of another instrument's: "任择议定书".
    pub supplements_after: &'static [&'static str],
    /// How the Articles of the Charter are cited.
    pub articles: ProvisionPatterns,
    /// How its Chapters are cited.
    pub chapters: ProvisionPatterns,
}

/// How the numbered provisions of the Charter are cited. Patterns are sources of regular expressions without capturing
/// groups, matched as those of [`CitationGrammar`](super::CitationGrammar) are.
#[derive(Debug)]
pub struct ProvisionPatterns {
    /// What stands before the first number: "Articles ". In Chinese, the Charter's name.
    pub before: &'static str,
    /// A number: digits, Roman or Chinese numerals, or a word of [`ProvisionPatterns::words`].
    pub number: &'static str,
    /// Numbers that are written as words.
    pub words: &'static [(&'static str, u32)],
    /// What may follow a number and has numbers of its own: ", paragraph 7".
    pub detail: &'static str,
    /// Between the members of a list: " and ", " and Article ".
    pub joiner: &'static str,
    /// What must stand after the last: " of the Charter".
    pub after: &'static str,
    /// What, straight after that, says that it is the charter of something else: " of the". Empty where nothing can.
    pub other_charter: &'static str,
}

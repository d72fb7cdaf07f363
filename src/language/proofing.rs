//! What rules about dates, citations and references ask of a language beside its [`CitationGrammar`](super::CitationGrammar).

/// What rules about dates, citations and references ask of a language.
#[derive(Debug)]
pub struct ProofingWords {
    /// A date, whatever stands in the month's place, with the groups `day`, `month` and `year`; the year may be missing.
    /// Matched as the patterns of [`CitationGrammar`](super::CitationGrammar) are.
    pub date: &'static str,
    /// Names of months that are as right as those of [`CitationGrammar::months`](super::CitationGrammar::months), in lower case.
    pub other_months: &'static [&'static str],
    /// Characters that may stand in any word and spell nothing: vowel signs, the lengthening stroke.
    pub unspelt: &'static [char],
    /// What says straight beside a paragraph's number that it stands above, each with what says it of one below; a longer
    /// one before those that begin it.
    pub directions: &'static [(&'static str, &'static str)],
    /// Whether that stands before the word for the paragraph: "上文第3段".
    pub direction_first: bool,
    /// The word for a resolution and that for a decision where one may take the other's place and nothing else changes,
    /// in all their forms. Empty where more than the word changes.
    pub kinds: &'static [(&'static str, &'static str)],
    /// Between two parts of a resolution that follow each other: "A and B".
    pub and: &'static str,
    /// How the line of origin begins, in lower case, where no committee has reported.
    pub unreferred: &'static [&'static str],
    /// The words for sections and parts, in lower case, which before a reference say that it is to another section.
    pub sections: &'static [&'static str],
}

//! How a list is announced with the number of its items: "the following three measures:".

/// How a list is announced with the number of its items.
#[derive(Debug)]
pub struct ListCountWords {
    /// The words for "following", in lower case.
    pub following: &'static [&'static str],
    /// Number words in all their forms, in lower case.
    pub numbers: &'static [(&'static str, usize)],
    /// How many words before "following" the number may stand, and how many behind. Where words are not parted, the
    /// number stands right behind.
    pub reach: (usize, usize),
    /// Words behind a number that make it a part of what follows: "two of the following".
    pub of: &'static [&'static str],
    /// What stands behind a number where words are not parted.
    pub classifiers: &'static [char],
}

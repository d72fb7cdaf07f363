//! Patterns of the tables, made fast.
//!
//! A `\b` asks of a character whether it is a letter, in whatever script, and the fast engines of the regular expressions
//! cannot tell beyond ASCII: wherever such a character stands, a slow one takes over. So a `\b` is kept out of what is
//! run over the text: at a pattern's ends it is looked after here, inside it is asked only where all else fits.

use std::ops::Range;
use std::sync::{LazyLock, OnceLock};

use regex::{Captures, Regex};
use regex_syntax::hir::literal::{ExtractKind, Extractor};

/// A word boundary, as the tables write it.
const BOUNDARY: &str = r"\b";

/// A pattern for words that are sought in running text.
#[derive(Debug)]
pub(super) struct WordPattern {
    pattern: Regex,
    ends: MatchBoundaries,
    /// What every match ends with one of; `None` where that cannot be told.
    endings: Option<Vec<Box<[u8]>>>,
}

/// What must be true where a pattern's match begins and ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct MatchBoundaries {
    begins: StartBoundary,
    /// No letter follows.
    word_ends: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum StartBoundary {
    Anywhere,
    /// No letter stands before.
    WithWord,
    /// With a digit, or as [`Begins::WithWord`].
    WithWordOrDigit,
}

impl WordPattern {
    /// The words of a pattern of a table, which may have `\b` or `(?:\b|[0-9])` before it and `\b` after it; its words
    /// begin and end with letters there. `None` when it is no regular expression.
    pub fn new(pattern: &str) -> Option<WordPattern> {
        let (pattern, ends) = MatchBoundaries::of(pattern);
        Some(WordPattern { pattern: Regex::new(&pattern).ok()?, ends, endings: endings(&pattern) })
    }

    /// Whether a match may stand right before a digit: `false` where none does.
    pub fn may_precede_digit(&self, text: &str) -> bool {
        let Some(endings) = &self.endings else { return true };
        let ends = |before: &[u8]| endings.iter().any(|ending| before.ends_with(ending));
        let bytes = text.as_bytes();
        let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
        bytes.chunks(CHUNK).enumerate().filter(|(_, chunk)| has_digit(chunk)).any(|(i, chunk)| {
            let begins = |at: &usize| digit(*at) && !at.checked_sub(1).is_some_and(digit);
            (i * CHUNK..i * CHUNK + chunk.len()).filter(begins).any(|at| bytes.get(..at).is_some_and(ends))
        })
    }

    /// The first match at or after byte `from`.
    pub fn find_at(&self, text: &str, from: usize) -> Option<Range<usize>> {
        find(&self.pattern, text, from, |found| self.ends.fit(text, found))
    }

    /// All matches, none overlapping another.
    pub fn find_iter<'a>(&'a self, text: &'a str) -> impl Iterator<Item = Range<usize>> + 'a {
        let mut from = 0;
        std::iter::from_fn(move || {
            let found = self.find_at(text, from)?;
            from = found.end;
            Some(found)
        })
    }
}

/// Words of two kinds, sought at once.
#[derive(Debug)]
pub(super) struct PairedWordPattern {
    either: Regex,
    /// The first kind, at the beginning of a text.
    first: Regex,
    ends: [MatchBoundaries; 2],
}

impl PairedWordPattern {
    /// As [`Words::new`].
    pub fn new(first: &str, second: &str) -> Option<PairedWordPattern> {
        let (first, first_ends) = MatchBoundaries::of(first);
        let (second, second_ends) = MatchBoundaries::of(second);
        Some(PairedWordPattern {
            either: Regex::new(&format!("(?:{first})|(?:{second})")).ok()?,
            first: Regex::new(&format!("^(?:{first})")).ok()?,
            ends: [first_ends, second_ends],
        })
    }

    /// All matches, none overlapping another, and whether each is of the first kind.
    pub fn find_iter<'a>(&'a self, text: &'a str) -> impl Iterator<Item = (Range<usize>, bool)> + 'a {
        let mut from = 0;
        let is_first = |found: &Range<usize>| text.get(found.start..).is_some_and(|rest| self.first.is_match(rest));
        std::iter::from_fn(move || {
            let [first, second] = self.ends;
            let ends = |found: &Range<usize>| if is_first(found) { first } else { second };
            let found = find(&self.either, text, from, |found| ends(found).fit(text, found))?;
            from = found.end;
            let is_first = is_first(&found);
            Some((found, is_first))
        })
    }
}

impl MatchBoundaries {
    /// A pattern without the boundaries at its ends, and what they say.
    fn of(pattern: &str) -> (String, MatchBoundaries) {
        let (pattern, word_ends) = match pattern.strip_suffix(BOUNDARY) {
            Some(bare) => (bare, true),
            None => (pattern, false),
        };
        let (pattern, begins) = if let Some(bare) = pattern.strip_prefix(BOUNDARY) {
            (bare.to_owned(), StartBoundary::WithWord)
        } else if let Some(bare) = pattern.strip_prefix(r"(?:\b|[0-9])") {
            (format!("[0-9]?{bare}"), StartBoundary::WithWordOrDigit)
        } else {
            (pattern.to_owned(), StartBoundary::Anywhere)
        };
        (pattern, MatchBoundaries { begins, word_ends })
    }

    fn fit(self, text: &str, found: &Range<usize>) -> bool {
        let free = || !text.get(..found.start).is_some_and(ends_in_word);
        let begins = match self.begins {
            StartBoundary::Anywhere => true,
            StartBoundary::WithWord => free(),
            StartBoundary::WithWordOrDigit => {
                text.as_bytes().get(found.start).is_some_and(u8::is_ascii_digit) || free()
            }
        };
        begins && !(self.word_ends && text.get(found.end..).is_some_and(begins_with_word))
    }
}

/// How many bytes are looked at together.
const CHUNK: usize = 32;

fn has_digit(chunk: &[u8]) -> bool {
    chunk.iter().fold(false, |found, b| found | b.is_ascii_digit())
}

/// The last few bytes of all that a pattern matches.
fn endings(pattern: &str) -> Option<Vec<Box<[u8]>>> {
    let pattern = regex_syntax::parse(pattern).ok()?;
    let mut endings = Extractor::new().kind(ExtractKind::Suffix).extract(&pattern);
    endings.keep_last_bytes(6);
    endings.sort();
    endings.dedup();
    Some(endings.literals()?.iter().map(|ending| ending.as_bytes().into()).collect())
}

/// The first match at or after byte `from` that fits.
fn find(pattern: &Regex, text: &str, from: usize, fits: impl Fn(&Range<usize>) -> bool) -> Option<Range<usize>> {
    let mut from = from;
    loop {
        let found = pattern.find_at(text, from)?.range();
        if fits(&found) {
            return Some(found);
        }
        from = found.start + text.get(found.start..)?.chars().next()?.len_utf8();
    }
}

fn ends_in_word(text: &str) -> bool {
    text.chars().next_back().is_some_and(is_of_word)
}

fn begins_with_word(text: &str) -> bool {
    text.chars().next().is_some_and(is_of_word)
}

/// Whether a `\b` takes a character for one of a word.
fn is_of_word(c: char) -> bool {
    static OF_WORD: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"\w").ok());
    if c.is_ascii() {
        return c.is_ascii_alphanumeric() || c == '_';
    }
    OF_WORD.as_ref().is_some_and(|of_word| of_word.is_match(c.encode_utf8(&mut [0; 4])))
}

/// A pattern that is asked of a piece of text, where it seldom fits.
#[derive(Debug)]
pub(super) struct GuardedPattern {
    /// The pattern without its boundaries: where this does not fit, the pattern does not.
    loose: Regex,
    /// The pattern, if it has boundaries.
    exact: Option<LazyPattern>,
}

/// A pattern that is made ready when it is first asked.
#[derive(Debug)]
struct LazyPattern {
    pattern: String,
    ready: OnceLock<Option<Regex>>,
}

impl GuardedPattern {
    /// `None` when the pattern is no regular expression.
    pub fn new(pattern: &str) -> Option<GuardedPattern> {
        let exact = || LazyPattern { pattern: pattern.to_owned(), ready: OnceLock::new() };
        Some(GuardedPattern {
            loose: Regex::new(&pattern.replace(BOUNDARY, "")).ok()?,
            exact: pattern.contains(BOUNDARY).then(exact),
        })
    }

    pub fn is_match(&self, text: &str) -> bool {
        self.loose.is_match(text) && self.exact.as_ref().is_none_or(|exact| exact.is_match(text))
    }

    /// What the pattern finds, with its groups, which [`Guarded::groups`] has too.
    pub fn captures<'t>(&self, text: &'t str) -> Option<Captures<'t>> {
        match &self.exact {
            None => self.loose.captures(text),
            Some(_) => self.where_it_may_match(text)?.captures(text),
        }
    }

    /// The pattern itself, if it may match in a text.
    pub fn where_it_may_match(&self, text: &str) -> Option<&Regex> {
        match &self.exact {
            _ if !self.loose.is_match(text) => None,
            None => Some(&self.loose),
            Some(exact) => exact.regex(),
        }
    }

    /// The pattern without its boundaries, whose groups are those of the pattern.
    pub fn groups(&self) -> &Regex {
        &self.loose
    }
}

impl LazyPattern {
    fn regex(&self) -> Option<&Regex> {
        self.ready.get_or_init(|| Regex::new(&self.pattern).ok()).as_ref()
    }

    fn is_match(&self, text: &str) -> bool {
        self.regex().is_some_and(|regex| regex.is_match(text))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_as_the_whole_pattern_finds_them() {
        let texts = [
            "decision 1, indecision 2, decisions, a decisionmaker, “decision”, é-decision, édecision, decisioné, ²decision",
            "décisions, indécision, une décision. Décisionnel; _décision_ décision² des décisions",
            "قرارها وقرار 12قرار aقرار، قرارات ـقرار مقرر ومقررات",
            "decision",
            "",
        ];
        for pattern in
            [r"\b(?:[Dd][ée]cisions?)\b", r"\b(?:decisions?|decisionmakers?)", r"(?:\b|[0-9])و?قرار(?:ات)?", "cision"]
        {
            let (words, whole) = (WordPattern::new(pattern).unwrap(), Regex::new(pattern).unwrap());
            for text in texts {
                let expected: Vec<Range<usize>> = whole.find_iter(text).map(|found| found.range()).collect();
                assert_eq!(words.find_iter(text).collect::<Vec<_>>(), expected, "{pattern} in {text}");
            }
        }
    }

    #[test]
    fn words_before_a_digit_are_told_by_their_endings() {
        let words = WordPattern::new(r"\b(?:[Pp]aragraphs?|[Pp]ara\.) ").unwrap();
        for (text, expected) in [("see paragraph 3", true), ("para. 12 or", true), ("a paragraph of 3", false)] {
            assert_eq!(words.may_precede_digit(text), expected, "{text}");
        }
        let long = format!("{}paragraphs 30", "и".repeat(100));
        assert!(words.may_precede_digit(&long));
        assert!(WordPattern::new("第[0-9]*").unwrap().may_precede_digit("第3"));
    }

    #[test]
    fn of_two_words_the_first_kind_comes_first() {
        let two = PairedWordPattern::new(r"\b(?:acts?)", r"\b(?:action|act)s?\b").unwrap();
        let text = "acts action react acting";
        let found: Vec<(&str, bool)> = two.find_iter(text).map(|(range, first)| (&text[range], first)).collect();
        assert_eq!(found, [("acts", true), ("act", true), ("act", true)]);
    }

    #[test]
    fn a_guarded_pattern_fits_where_it_would_unguarded() {
        let guarded = GuardedPattern::new(r"^(?: ?(?:,|\bи\b))* ?$").unwrap();
        for (text, expected) in [(", и", true), ("и и ", true), ("ии", false), ("иx", false), ("", true)] {
            assert_eq!(guarded.is_match(text), expected, "{text}");
        }
    }
}

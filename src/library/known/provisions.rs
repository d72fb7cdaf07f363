//! The Charter's Articles and Chapters in running text: "Article 51 of the Charter", "《宪章》第五十一条".

use std::ops::Range;

use regex::Regex;

use super::charter;
use crate::language::{Language, PerLanguage, ProvisionPatterns};
use crate::script::{chinese_number, roman_number};

/// A numbered provision of the Charter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Provision {
    /// 1 to 111.
    Article(u8),
    /// 1 to 19.
    Chapter(u8),
}

/// A provision of the Charter, cited in running text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CitedProvision {
    /// Its number's bytes in the text.
    pub range: Range<usize>,
    pub provision: Provision,
}

/// The provisions of the Charter that a text in `language` cites, in order. Meant for the evened-out text of a block
/// ([`NormalizedText`](crate::draft::NormalizedText)).
pub fn provisions_in(text: &str, language: &Language) -> Vec<CitedProvision> {
    let Some(reader) = READERS.of(language) else { return Vec::new() };
    let mut found = Vec::new();
    for (pattern, make) in [(&reader.articles, article as fn(u32) -> _), (&reader.chapters, chapter)] {
        let Some(pattern) = pattern else { continue };
        pattern.find(text, make, &mut found);
    }
    found.sort_by_key(|cited| cited.range.start);
    found
}

/// The place of a provision in a text in `language`, with the word before its number where there is one: "Article 51".
/// Of the later numbers of a list, the number alone.
pub fn with_word_before(text: &str, language: &Language, cited: &CitedProvision) -> Range<usize> {
    let reader = READERS.of(language);
    let word = reader.and_then(|reader| {
        let pattern = match cited.provision {
            Provision::Article(_) => &reader.articles,
            Provision::Chapter(_) => &reader.chapters,
        };
        let before = text.get(..cited.range.start)?;
        // The word stands directly before the number.
        let near = before.char_indices().rev().nth(LONGEST_WORD).map_or(0, |(at, _)| at);
        let word = pattern.as_ref()?.before.find(before.get(near..)?)?;
        // The Charter's own name, which may stand there too, is none of it.
        let title = word.as_str().rfind('》').map_or(0, |close| close + '》'.len_utf8());
        Some(near + word.start() + title)
    });
    word.unwrap_or(cited.range.start)..cited.range.end
}

fn article(number: u32) -> Option<Provision> {
    u8::try_from(number).ok().filter(|number| charter::article(*number).is_some()).map(Provision::Article)
}

fn chapter(number: u32) -> Option<Provision> {
    u8::try_from(number).ok().filter(|number| charter::chapter(*number).is_some()).map(Provision::Chapter)
}

/// How long the word before a number may be, in characters.
const LONGEST_WORD: usize = 20;

struct ProvisionReader {
    articles: Option<Pattern>,
    chapters: Option<Pattern>,
}

static READERS: PerLanguage<ProvisionReader> = PerLanguage::new(|language| ProvisionReader {
    articles: Pattern::of(&language.naming.articles),
    chapters: Pattern::of(&language.naming.chapters),
});

struct Pattern {
    /// The whole, with the list of numbers as its only group.
    whole: Regex,
    /// A member of the list and what belongs to it, with the number as its only group.
    member: Regex,
    /// The word before the list, at the end of a text.
    before: Regex,
    /// What says that another charter is meant.
    other: Option<Regex>,
    words: &'static [(&'static str, u32)],
}

impl Pattern {
    /// `None` when a pattern of the table is no regular expression.
    fn of(table: &ProvisionPatterns) -> Option<Pattern> {
        let ProvisionPatterns { before, number, detail, joiner, after, other_charter, words } = *table;
        let member = format!("(?:{number})(?:{detail})");
        let whole = format!("{before}({member}(?:(?:{joiner}){member})*)(?:{after})");
        let other = if other_charter.is_empty() { None } else { Some(Regex::new(other_charter).ok()?) };
        Some(Pattern {
            whole: Regex::new(&whole).ok()?,
            before: Regex::new(&format!("(?:{before})$")).ok()?,
            member: Regex::new(&format!("^(?:(?:{joiner}))?({number})(?:{detail})")).ok()?,
            other,
            words,
        })
    }

    fn find(&self, text: &str, make: fn(u32) -> Option<Provision>, found: &mut Vec<CitedProvision>) {
        for captures in self.whole.captures_iter(text) {
            let (Some(whole), Some(list)) = (captures.get(0), captures.get(1)) else { continue };
            let rest = text.get(whole.end()..).unwrap_or_default();
            if self.other.as_ref().is_some_and(|other| other.is_match(rest)) {
                continue;
            }
            let mut at = list.start();
            while let Some(member) = text.get(at..list.end()).and_then(|rest| self.member.captures(rest)) {
                let (Some(all), Some(number)) = (member.get(0), member.get(1)) else { break };
                let range = at + number.start()..at + number.end();
                if let Some(provision) = text.get(range.clone()).and_then(|number| self.value(number)).and_then(make) {
                    found.push(CitedProvision { range, provision });
                }
                at += all.end().max(1);
            }
        }
    }

    fn value(&self, number: &str) -> Option<u32> {
        let word = || self.words.iter().find(|(word, _)| *word == number).map(|(_, value)| *value);
        let numeral = || roman_number(number).or_else(|| chinese_number(number));
        let last = u32::from(charter::LAST_ARTICLE);
        number.parse().ok().or_else(word).or_else(|| numeral().filter(|value| *value <= last))
    }
}

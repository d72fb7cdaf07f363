//! The rules' pages, and what is taken from them.

use std::collections::HashMap;
use std::sync::OnceLock;

use crate::language::Language;
use crate::messages::PackedText;
use crate::packed;
use crate::rules::{ALL, Rule, RuleGroup};
use crate::script::is_wide;
use crate::script::punctuation::is_ideographic_stop;

/// The documentation at the head of a rule's file: the program has nothing else of the file in it.
macro_rules! page_of {
    ($file:literal) => {{
        const FILE: &str = include_str!($file);
        const HEAD: [u8; $crate::rules::support::documentation::head_length(FILE)] =
            $crate::rules::support::documentation::head(FILE);
        match std::str::from_utf8(&HEAD) {
            Ok(head) => head,
            Err(_) => "",
        }
    }};
}

/// How many bytes the lines at the head of a file have that are its documentation.
#[allow(clippy::indexing_slicing, reason = "it is worked out when the program is built")]
pub const fn head_length(file: &str) -> usize {
    let bytes = file.as_bytes();
    let mut at = 0;
    while at + 2 < bytes.len() && bytes[at] == b'/' && bytes[at + 1] == b'/' && bytes[at + 2] == b'!' {
        while at < bytes.len() && bytes[at] != b'\n' {
            at += 1;
        }
        at += 1;
    }
    at
}

/// The first bytes of a file.
#[allow(clippy::indexing_slicing, reason = "it is worked out when the program is built")]
pub const fn head<const LENGTH: usize>(file: &str) -> [u8; LENGTH] {
    let mut head = [0; LENGTH];
    let mut at = 0;
    while at < LENGTH {
        head[at] = file.as_bytes()[at];
        at += 1;
    }
    head
}

/// The pages in the other languages: of each rule its page, from its heading to the next one's.
struct TranslatedPages {
    file: PackedText,
    pages: OnceLock<HashMap<&'static str, &'static str>>,
}

impl TranslatedPages {
    const fn of(file: PackedText) -> TranslatedPages {
        TranslatedPages { file, pages: OnceLock::new() }
    }

    fn get(&'static self, code: &str) -> Option<&'static str> {
        let all = self.pages.get_or_init(|| self.file.text().split("\n# ").map(of_one_rule).collect());
        all.get(code).copied()
    }
}

/// A rule's name, which is the heading of its page, and the page below it.
fn of_one_rule(page: &'static str) -> (&'static str, &'static str) {
    let (code, page) = page.split_once('\n').unwrap_or((page, ""));
    (code.trim_start_matches("# ").trim(), page)
}

static PAGES: [(&str, TranslatedPages); 5] = [
    ("ar", TranslatedPages::of(packed!("pages.ar"))),
    ("es", TranslatedPages::of(packed!("pages.es"))),
    ("fr", TranslatedPages::of(packed!("pages.fr"))),
    ("ru", TranslatedPages::of(packed!("pages.ru"))),
    ("zh", TranslatedPages::of(packed!("pages.zh"))),
];

impl Rule {
    /// The rule's page in a language, in Markdown and under its name: what it says, why, an example and its mend, the
    /// source. In English where it isn't translated, which a test forbids.
    pub fn page(&self, language: &Language) -> String {
        let translated = PAGES.iter().find(|(code, _)| *code == language.code);
        match translated.and_then(|(_, pages)| pages.get(self.code)) {
            Some(page) => format!("# {}\n\n{}\n", self.code, page.trim()),
            None => format!("{}\n", self.english_page().trim()),
        }
    }

    /// The page in English, which stands at the head of the rule's file.
    fn english_page(&self) -> String {
        let lines = self.source.lines().map_while(|line| line.strip_prefix("//!"));
        lines.map(|line| line.strip_prefix(' ').unwrap_or(line)).collect::<Vec<_>>().join("\n")
    }

    /// What the rule says, in a language: the first paragraph of its page, in one line.
    pub fn says(&self, language: &Language) -> String {
        let page = self.page(language);
        let paragraph = page
            .lines()
            .map(str::trim)
            .skip_while(|line| line.is_empty() || line.starts_with('#'))
            .take_while(|line| !line.is_empty() && !line.starts_with('#'));
        let mut said = String::new();
        for line in paragraph {
            // No space stands beside Chinese characters, which need none.
            let joined = said.is_empty() || said.ends_with(is_wide) || line.starts_with(is_wide);
            said.push_str(if joined { "" } else { " " });
            said.push_str(line);
        }
        said
    }

    /// The first sentence of what the rule says.
    pub fn summary(&self, language: &Language) -> String {
        first_sentence(&self.says(language)).to_owned()
    }
}

impl RuleGroup {
    /// What is in it, in a sentence.
    pub fn description(self, language: &Language) -> &'static str {
        let english = match self {
            RuleGroup::Standard => {
                "What is almost never wrong on resolutions that were really adopted. On unless you turn it off."
            }
            RuleGroup::Style => "The house style of the United Nations, where other styles are as good.",
            RuleGroup::Negotiation => "Texts under negotiation: their working labels, their brackets.",
            RuleGroup::Versions => "What differs between the language versions of a text. On unless you turn it off.",
            RuleGroup::Update => {
                "What a draft that was made of last year’s text still says from last year. On unless you turn it off."
            }
            RuleGroup::Pedantic => "What only a careful editor minds, and what is wrong now and then.",
        };
        language.locale.phrase(&format!("group.{}", self.name()), english)
    }

    /// Its rules, in the order of their names.
    pub fn rules(self) -> impl Iterator<Item = &'static Rule> {
        ALL.iter().copied().filter(move |rule| rule.group == self)
    }
}

/// Up to the first full stop after which a sentence begins, so that `Rev., Add. and Corr.` ends none.
fn first_sentence(paragraph: &str) -> &str {
    let ends = |(at, stop): (usize, char)| {
        let behind = at + stop.len_utf8();
        if is_ideographic_stop(stop) {
            return Some(behind);
        }
        let next = paragraph.get(behind..)?.strip_prefix(' ')?.chars().next()?;
        // Letters that have no capitals begin a sentence where no Latin abbreviation ends.
        let abbreviated =
            || paragraph.get(..at).is_some_and(|before| before.ends_with(|c: char| c.is_ascii_alphabetic()));
        let begins = next.is_uppercase() || (next.is_alphabetic() && !next.is_lowercase() && !abbreviated());
        (stop == '.' && begins).then_some(behind)
    };
    let end = paragraph.char_indices().find_map(ends);
    end.and_then(|end| paragraph.get(..end)).unwrap_or(paragraph)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_abbreviation_ends_no_sentence() {
        assert_eq!(
            first_sentence("Words such as Rev., Add. and Corr. No others."),
            "Words such as Rev., Add. and Corr."
        );
        assert_eq!(first_sentence("One sentence."), "One sentence.");
    }
}

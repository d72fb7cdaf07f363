//! What the words of a line say by themselves: worked out when it is first asked for, and kept with the line, which may be
//! read again with the text around it changed.

use std::cell::OnceCell;

use super::line_kind::{LineKind, opens_as_known_preambular, opens_operative, organ_line, starter};
use super::lines::{DraftLine, TextEnding, ending};
use super::page::is_page_mark;
use crate::language::{ALL, Language};

/// What is known of a line's words. What depends on a language is kept for the first one that is asked about.
#[derive(Debug, Clone, Default)]
pub struct LineFacts {
    ending: OnceCell<TextEnding>,
    starter: OnceCell<(&'static str, LineKind)>,
    opens_preambular: OnceCell<(&'static str, bool)>,
    opens_operative: OnceCell<(&'static str, bool)>,
    page_mark: OnceCell<bool>,
    digits: OnceCell<bool>,
    spoken: OnceCell<u8>,
}

/// What was kept for a language, or is worked out for another one.
fn for_language<T: Clone>(kept: &OnceCell<(&'static str, T)>, language: &Language, work_out: impl Fn() -> T) -> T {
    let (code, known) = kept.get_or_init(|| (language.code, work_out()));
    if *code == language.code { known.clone() } else { work_out() }
}

/// `text` is the text that the line is of.
impl DraftLine {
    /// Its words.
    pub fn words<'a>(&self, text: &'a str) -> &'a str {
        text.get(self.text.clone()).unwrap_or_default()
    }

    /// How it ends.
    pub fn ending(&self, text: &str) -> TextEnding {
        *self.facts.ending.get_or_init(|| ending(self.words(text)))
    }

    /// What it begins.
    pub fn starter(&self, text: &str, language: &Language) -> LineKind {
        for_language(&self.facts.starter, language, || starter(self.words(text), language))
    }

    /// Whether it opens with words that are known to open a preambular paragraph.
    pub fn opens_as_known_preambular(&self, text: &str, language: &Language) -> bool {
        for_language(&self.facts.opens_preambular, language, || opens_as_known_preambular(self.words(text), language))
    }

    /// Whether it is a sentence that opens as an operative paragraph does.
    pub fn opens_operative(&self, text: &str, language: &Language) -> bool {
        for_language(&self.facts.opens_operative, language, || opens_operative(self.words(text), language))
    }

    /// Whether it opens with words that are known to open a paragraph.
    pub fn opens_as_known(&self, text: &str, language: &Language) -> bool {
        self.opens_operative(text, language) || self.opens_as_known_preambular(text, language)
    }

    /// Whether it is nothing but what a printed page has beside its text.
    pub fn is_page_mark(&self, text: &str) -> bool {
        *self.facts.page_mark.get_or_init(|| is_page_mark(self.words(text)))
    }

    /// Whether it has digits.
    pub fn has_digits(&self, text: &str) -> bool {
        *self.facts.digits.get_or_init(|| self.words(text).bytes().any(|b| b.is_ascii_digit()))
    }

    /// Whether it is an organ line in a language of [`ALL`], emphasis aside.
    pub fn is_organ_line(&self, text: &str, language: &Language) -> bool {
        let spoken = *self.facts.spoken.get_or_init(|| {
            let bare = self.words(text).trim_matches(['*', '_']);
            let speaks = |language: &Language| u8::from(organ_line(bare, language).is_some());
            ALL.iter().enumerate().fold(0, |bits, (i, language)| bits | speaks(language) << i)
        });
        ALL.iter().position(|other| other.code == language.code).is_some_and(|i| spoken & (1 << i) != 0)
    }
}

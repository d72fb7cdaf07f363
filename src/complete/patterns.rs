//! What is made of a language's tables to see what a place calls for.

use regex::Regex;

use crate::draft::line_kind::starts_with_word;
use crate::language::{CompletionPhrases, KindPosition, Language, PerLanguage};
use crate::symbol::Organ;

/// What is made of a language's tables.
#[derive(Debug)]
pub struct CompletionPatterns {
    /// "resolution" or "decision"; the first group is there if it is a resolution.
    pub kind: Option<Regex>,
    /// Whose it is, at the end of what stands before the kind or the number.
    pub own: Option<Regex>,
    /// The last separator of a list of numbers.
    pub joiner: Option<Regex>,
    /// "paragraph " and the digits after it, at the end.
    pub paragraph: Option<Regex>,
    /// A date, at the end.
    pub date: Option<Regex>,
    /// All forms of all openings.
    pub preambular: Vec<OpeningForm>,
    pub operative: Vec<OpeningForm>,
}

/// An opening in one of its forms.
#[derive(Debug, Clone)]
pub struct OpeningForm {
    /// Its place in the table.
    pub rank: usize,
    /// 0 is the bare one, 1 that of a second use, 2 that of a third.
    pub form: usize,
    /// Whether a council says it so, and whether an assembly does.
    pub council: bool,
    pub assembly: bool,
    pub text: String,
    /// The same in small letters.
    pub folded: String,
}

impl CompletionPatterns {
    /// Those of a language.
    pub fn of(language: &Language) -> Option<&'static CompletionPatterns> {
        static PATTERNS: PerLanguage<CompletionPatterns> = PerLanguage::new(CompletionPatterns::made_of);
        PATTERNS.of(language)
    }

    fn made_of(language: &'static Language) -> CompletionPatterns {
        let citing = language.citing;
        let at_end =
            |pattern: &str| (!pattern.is_empty()).then(|| Regex::new(&format!("(?:{pattern})$")).ok()).flatten();
        let kind = format!("({})|(?:{})", citing.resolution, citing.decision);
        let months = citing.months.join("|");
        let date = citing.date.replace("{day}", "[0-9]{1,2}").replace("{month}", &format!("(?:{months})"));
        let date = date.replace("{year}", "[0-9]{4}").trim_end_matches(r"\b").to_owned();
        let before = citing.paragraphs.before;
        let here = citing.paragraphs.here_before;
        let here = if here.is_empty() { String::new() } else { format!("({here})?") };
        let writing = language.writing;
        CompletionPatterns {
            kind: (citing.order == KindPosition::KindFirst).then(|| Regex::new(&kind).ok()).flatten(),
            own: at_end(citing.own),
            joiner: Regex::new(&format!("(?:{})", citing.joiner)).ok(),
            paragraph: Regex::new(&format!("{here}(?:{before})([0-9]{{0,3}})$")).ok(),
            date: at_end(&date),
            preambular: forms(writing, writing.preambular),
            operative: forms(writing, writing.operative),
        }
    }
}

fn forms(writing: &CompletionPhrases, templates: &[&str]) -> Vec<OpeningForm> {
    let mut forms = Vec::new();
    for (rank, template) in templates.iter().enumerate() {
        for form in 0..=writing.again.len() {
            let of = |organ| writing.opening(template, form, Some(organ));
            let Some(assembly) = of(Organ::GeneralAssembly) else { continue };
            let council = of(Organ::SecurityCouncil).unwrap_or_default();
            let same = assembly == council;
            let first = |text: &str| {
                let (before, at_first) = writing.at_first?;
                Some(format!("{at_first}{}", text.strip_prefix(before)?))
            };
            let mut add = |text: String, assembly: bool, council: bool| {
                let with = [first(&text), Some(text)];
                forms.extend(with.into_iter().flatten().map(|text| {
                    let folded = super::folded(&text);
                    OpeningForm { rank, form, council, assembly, text, folded }
                }));
            };
            add(assembly, true, same);
            if !same {
                add(council, false, true);
            }
        }
    }
    forms
}

impl OpeningForm {
    /// The opening that a paragraph's text begins with, the longest.
    pub fn of_text<'a>(openings: &'a [OpeningForm], text: &str) -> Option<&'a OpeningForm> {
        let first = |text: &str| text.chars().next().map(|c| c.to_lowercase().next());
        let own = first(text);
        let begins = |opening: &&OpeningForm| starts_with_word(text, &opening.text);
        let openings = openings.iter().filter(|opening| first(&opening.folded) == own);
        openings.filter(begins).max_by_key(|opening| opening.text.len())
    }
}

//! What the rules about opening words share: the paragraphs that open with verbs, and the forms of the verbs.

use std::collections::HashMap;
use std::ops::Range;

use super::running_text::RunningText;
use crate::draft::line_kind;
use crate::draft::{Draft, ElementKind, LabelValue, Paragraph, ParagraphKind, TextEnding};
use crate::language::{CompletionPhrases, Language, PerLanguage};
use crate::script::is_arabic_vowel_sign;
use crate::symbol::Organ;

/// The forms of a language's opening verbs.
#[derive(Debug)]
pub struct OpeningVerbs {
    /// As operative paragraphs have them, each with its preambular form, the longest first.
    pub finite: VerbForms,
    /// As preambular paragraphs have them, each with its operative form, the longest first.
    pub participles: VerbForms,
}

impl OpeningVerbs {
    /// The forms of a language.
    pub fn of(language: &Language) -> Option<&'static OpeningVerbs> {
        static VERBS: PerLanguage<OpeningVerbs> = PerLanguage::new(OpeningVerbs::made_of);
        VERBS.of(language)
    }

    fn made_of(language: &'static Language) -> OpeningVerbs {
        let pairs = language.terms.verbs.pairs;
        let finite = pairs.iter().flat_map(|(preambular, operative)| both(operative).map(|form| (form, *preambular)));
        let participles =
            pairs.iter().flat_map(|(preambular, operative)| both(preambular).map(|form| (form, *operative)));
        // The first paragraph of the preamble has another beginning in some languages.
        let again: Vec<(String, &str)> = language.writing.at_first.map_or_else(Vec::new, |(usual, first)| {
            let forms = participles.clone();
            forms.filter_map(|(form, other)| Some((format!("{first}{}", form.strip_prefix(usual)?), other))).collect()
        });
        OpeningVerbs { finite: VerbForms::of(finite), participles: VerbForms::of(participles.chain(again)) }
    }
}

/// Forms of verbs, by their first letter, each with its form in the other part.
#[derive(Debug)]
pub struct VerbForms(HashMap<char, Vec<(String, &'static str)>>);

impl VerbForms {
    fn of(all: impl Iterator<Item = (String, &'static str)>) -> VerbForms {
        let mut forms: HashMap<char, Vec<(String, &'static str)>> = HashMap::new();
        for (form, other) in all {
            if let Some(first) = small(&form) {
                forms.entry(first).or_default().push((form, other));
            }
        }
        forms.values_mut().for_each(|forms| forms.sort_by_key(|(form, _)| std::cmp::Reverse(form.len())));
        VerbForms(forms)
    }

    /// All of them.
    pub fn all(&self) -> impl Iterator<Item = &str> {
        self.0.values().flatten().map(|(form, _)| form.as_str())
    }

    /// Those that a text begins with, the longest first, with the bytes of the text and the other form.
    pub fn that_open<'a>(&'a self, text: &'a str) -> impl Iterator<Item = (&'a str, usize, &'static str)> {
        let forms = small(text).and_then(|first| self.0.get(&first));
        // Most forms are told apart by the first bytes of their second letter.
        let second = |text: &str| text.chars().nth(1).filter(|c| c.is_alphabetic() && !is_arabic_vowel_sign(*c));
        let here = second(text);
        let other = move |form: &str| {
            here.zip(second(form)).is_some_and(|(a, b)| a != b && a.is_lowercase() == b.is_lowercase())
        };
        let forms = forms.into_iter().flatten().filter(move |(form, _)| !other(form));
        forms.filter_map(|(form, other)| Some((form.as_str(), begins_with(text, form)?, *other)))
    }
}

fn small(text: &str) -> Option<char> {
    text.chars().next()?.to_lowercase().next()
}

/// A template in both genders.
pub fn both(template: &str) -> impl Iterator<Item = String> + Clone {
    let forms =
        [Organ::GeneralAssembly, Organ::SecurityCouncil].map(|organ| CompletionPhrases::spoken(template, Some(organ)));
    let count = if forms.first() == forms.last() { 1 } else { 2 };
    forms.into_iter().take(count)
}

/// A paragraph that opens with a verb.
#[derive(Debug)]
pub struct OpenedParagraph<'a> {
    pub paragraph: &'a Paragraph,
    pub language: &'static Language,
    pub running: RunningText<'a>,
    /// Where its first word stands in its running text.
    pub start: usize,
    /// It is the first of its preamble.
    pub is_first: bool,
    /// How it ends.
    pub ending: TextEnding,
    /// Which preamble it is of, counted from the draft's first.
    pub preamble: usize,
}

impl OpenedParagraph<'_> {
    /// Its text from its first word on.
    pub fn text(&self) -> &str {
        self.running.text().get(self.start..).unwrap_or_default()
    }

    /// Where some bytes of [`OpenedParagraph::text`] stand in the draft.
    pub fn source(&self, range: Range<usize>) -> Range<usize> {
        self.running.source(self.start + range.start..self.start + range.end)
    }
}

/// The preambular paragraphs, and the operative ones with numbers, of resolutions: not of annexes, nor of what a
/// paragraph quotes.
pub fn all_opened<'a>(text: &'a str, draft: &'a Draft) -> Vec<OpenedParagraph<'a>> {
    let outer = outer_runs(draft);
    let mut elements = draft.elements.iter().peekable();
    let (mut annexed, mut preamble, mut fresh) = (false, 0, true);
    let mut found = Vec::new();
    for (index, paragraph) in draft.paragraphs.iter().enumerate() {
        while let Some(element) = elements.next_if(|element| element.range.start < paragraph.range.start) {
            match element.kind {
                ElementKind::Annex => annexed = true,
                ElementKind::OrganLine | ElementKind::Title => (annexed, fresh) = (false, true),
                // A section may have a preamble of its own.
                ElementKind::Section | ElementKind::Part => fresh = true,
                _ => {}
            }
        }
        let numbered = matches!(paragraph.label.as_ref().map(|label| label.value), Some(LabelValue::Number { .. }));
        let counts = match paragraph.kind {
            ParagraphKind::Preambular => true,
            ParagraphKind::Operative => numbered && outer.contains(&paragraph.run),
            ParagraphKind::Sub => false,
        };
        if annexed || !counts {
            continue;
        }
        let running = beginning(text, draft, index);
        let begins = |c: char| c.is_whitespace() || matches!(c, '*' | '_' | '[' | ']' | '（' | '(');
        let said = running.text();
        let start = said.len() - said.trim_start_matches(begins).len();
        let is_first = paragraph.kind == ParagraphKind::Preambular && std::mem::take(&mut fresh);
        preamble += usize::from(is_first);
        let language = draft.language_at(paragraph.range.start);
        let ending = draft.passages_of(index).last().map_or(TextEnding::Open, |passage| passage.ending);
        found.push(OpenedParagraph { ending, paragraph, language, running, start, is_first, preamble });
    }
    found
}

/// The beginning of a paragraph's running text, which is as long as an opening can be, and longer.
fn beginning<'a>(text: &'a str, draft: &Draft, paragraph: usize) -> RunningText<'a> {
    let label = draft.paragraphs.get(paragraph).and_then(|paragraph| paragraph.label.as_ref());
    let from = label.map_or(0, |label| label.range.end);
    let mut left = OPENING;
    let mut pieces: Vec<Range<usize>> = Vec::new();
    for piece in draft.passages_of(paragraph).iter().flat_map(|passage| &passage.pieces) {
        let start = piece.start.max(from);
        let end = (piece.end.min(start.saturating_add(left))..=piece.end).find(|end| text.is_char_boundary(*end));
        let Some(end) = end.filter(|end| start < *end) else { continue };
        pieces.push(start..end);
        left = left.saturating_sub(end - start);
        if left == 0 {
            break;
        }
    }
    RunningText::of(text, &pieces, false)
}

/// The most bytes that are looked at of a paragraph.
const OPENING: usize = 160;

/// The runs of numbering that are a resolution's own, and not those of a text that a paragraph quotes or adopts: a run
/// that begins behind a colon.
fn outer_runs(draft: &Draft) -> Vec<u32> {
    let mut runs: Vec<u32> = Vec::new();
    let mut before: Option<usize> = None;
    let mut elements = draft.elements.iter().filter(|e| e.kind == ElementKind::OrganLine).peekable();
    let mut spoken = false;
    let mut seen: Vec<u32> = Vec::new();
    for (i, paragraph) in draft.paragraphs.iter().enumerate() {
        while elements.next_if(|element| element.range.start < paragraph.range.start).is_some() {
            spoken = true;
        }
        if paragraph.kind != ParagraphKind::Operative {
            continue;
        }
        if !seen.contains(&paragraph.run) {
            seen.push(paragraph.run);
            let colon = before
                .and_then(|before| draft.passages_of(before).last())
                .is_some_and(|passage| passage.ending == TextEnding::Colon);
            if std::mem::take(&mut spoken) || !colon {
                runs.push(paragraph.run);
            }
        }
        before = Some(i);
    }
    runs
}

/// The bytes of the word or words that a text begins with, if these are they, whatever the case of the first letter,
/// marks on Arabic letters aside.
pub fn begins_with(text: &str, words: &str) -> Option<usize> {
    if line_kind::begins_otherwise(text, words) { None } else { line_kind::word_at_start(text, words) }
}

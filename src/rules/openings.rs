//! What the rules about opening words share: the paragraphs that open with verbs, and the forms of the verbs.

use std::ops::Range;

use super::Context;
use crate::draft::{Draft, ElementKind, Flow, LabelValue, Paragraph, ParagraphKind};
use crate::language::{Each, Language, Writing};
use crate::symbol::Organ;

/// The forms of a language's opening verbs.
#[derive(Debug)]
pub struct Verbs {
    /// As operative paragraphs have them, each with its preambular form, the longest first.
    pub finite: Vec<(String, &'static str)>,
    /// As preambular paragraphs have them, each with its operative form, the longest first.
    pub participles: Vec<(String, &'static str)>,
}

impl Verbs {
    /// The forms of a language.
    pub fn of(language: &Language) -> Option<&'static Verbs> {
        static VERBS: Each<Verbs> = Each::new(Verbs::made_of);
        VERBS.of(language)
    }

    fn made_of(language: &'static Language) -> Verbs {
        let pairs = language.terms.verbs.pairs;
        let finite = pairs.iter().flat_map(|(preambular, operative)| both(operative).map(|form| (form, *preambular)));
        let participles =
            pairs.iter().flat_map(|(preambular, operative)| both(preambular).map(|form| (form, *operative)));
        // The first paragraph of the preamble has another beginning in some languages.
        let again: Vec<(String, &str)> = language.writing.at_first.map_or_else(Vec::new, |(usual, first)| {
            let forms = participles.clone();
            forms.filter_map(|(form, other)| Some((format!("{first}{}", form.strip_prefix(usual)?), other))).collect()
        });
        let longest_first = |mut forms: Vec<(String, &'static str)>| {
            forms.sort_by_key(|(form, _)| std::cmp::Reverse(form.len()));
            forms.dedup();
            forms
        };
        Verbs {
            finite: longest_first(finite.collect()),
            participles: longest_first(participles.chain(again).collect()),
        }
    }
}

/// A template in both genders.
pub fn both(template: &str) -> impl Iterator<Item = String> + Clone {
    let forms = [Organ::GeneralAssembly, Organ::SecurityCouncil].map(|organ| Writing::spoken(template, Some(organ)));
    let count = if forms.first() == forms.last() { 1 } else { 2 };
    forms.into_iter().take(count)
}

/// A paragraph that opens with a verb.
#[derive(Debug)]
pub struct Opened<'a> {
    pub paragraph: &'a Paragraph,
    pub language: &'static Language,
    pub flow: Flow,
    /// Where its first word stands in its running text.
    pub start: usize,
    /// It is the first of its preamble.
    pub is_first: bool,
    /// Which preamble it is of, counted from the draft's first.
    pub preamble: usize,
}

impl Opened<'_> {
    /// Its text from its first word on.
    pub fn text(&self) -> &str {
        self.flow.text.get(self.start..).unwrap_or_default()
    }

    /// Where some bytes of [`Opened::text`] stand in the draft.
    pub fn source(&self, range: Range<usize>) -> Range<usize> {
        self.flow.source(self.start + range.start..self.start + range.end)
    }
}

/// The preambular paragraphs, and the operative ones with numbers, of resolutions: not of annexes, nor of what a
/// paragraph quotes.
pub fn opened<'a>(context: &Context<'a>) -> Vec<Opened<'a>> {
    let Context { text, draft, .. } = *context;
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
        let flow = draft.running(text, index);
        let begins = |c: char| c.is_whitespace() || matches!(c, '*' | '_' | '[' | ']' | '（' | '(');
        let start = flow.text.len() - flow.text.trim_start_matches(begins).len();
        let is_first = paragraph.kind == ParagraphKind::Preambular && std::mem::take(&mut fresh);
        preamble += usize::from(is_first);
        let language = draft.language_at(paragraph.range.start);
        found.push(Opened { paragraph, language, flow, start, is_first, preamble });
    }
    found
}

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
                .is_some_and(|passage| passage.ending == crate::draft::Ending::Colon);
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
    crate::draft::starter::word_at_start(text, words)
}

//! What a text's labels, references and footnote marks are, and how a renumbered text is held against the truth.

use std::fmt;
use std::ops::Range;

use rapporteur::draft::reference::SideWord;
use rapporteur::draft::{Draft, LabelValue, ParagraphKind, Reference, ReferenceResolver, ReferenceTarget};
use rapporteur::language::Language;

/// What a mark is scored as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Label,
    Reference,
    Mark,
}

/// What a mark in the text stands for: indices of paragraphs, and notes' numbers as they were.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Token {
    Operative(usize),
    Sub(usize),
    ToOperative(usize),
    ToSub(usize),
    Marker(String),
    Note(String),
}

impl Token {
    pub fn kind(&self) -> Kind {
        match self {
            Token::Operative(_) | Token::Sub(_) => Kind::Label,
            Token::ToOperative(_) | Token::ToSub(_) => Kind::Reference,
            Token::Marker(_) | Token::Note(_) => Kind::Mark,
        }
    }
}

/// A text whose structure is known.
pub struct Text<'a> {
    pub text: &'a str,
    pub draft: &'a Draft,
    pub language: &'static Language,
    /// In order of the text: the bytes of a number or letter, and what it stands for.
    pub tokens: Vec<(Range<usize>, Token)>,
    /// The list of each subparagraph, counted from 0.
    pub lists: Vec<Option<usize>>,
}

impl<'a> Text<'a> {
    pub fn of(text: &'a str, draft: &'a Draft) -> Text<'a> {
        let mut known = Text { text, draft, language: draft.language, tokens: Vec::new(), lists: lists(draft) };
        for (index, paragraph) in draft.paragraphs.iter().enumerate() {
            let Some(label) = &paragraph.label else { continue };
            let range = inner(text, &label.range);
            match paragraph.kind {
                ParagraphKind::Operative => known.tokens.push((range, Token::Operative(index))),
                ParagraphKind::Sub if known.lists[index].is_some() => known.tokens.push((range, Token::Sub(index))),
                _ => {}
            }
        }
        for reference in draft.references.iter().filter(|reference| reference.of == ReferenceTarget::ThisDraft) {
            known.reference(reference);
        }
        for marker in &draft.markers {
            known.tokens.push((inner(text, &marker.range), Token::Marker(marker.label.clone())));
        }
        for note in &draft.notes {
            known.tokens.push((note.label_range.clone(), Token::Note(note.label.clone())));
        }
        known.tokens.sort_by_key(|(range, _)| range.start);
        known
    }

    fn reference(&mut self, reference: &Reference) {
        let paragraphs = &self.draft.paragraphs;
        let Some(near) = paragraphs.iter().rposition(|p| p.range.start <= reference.range.start) else { return };
        let named = |number: u32, run: Option<u32>| {
            let value = LabelValue::Number { number, insertion: 0 };
            let fits = |p: &rapporteur::draft::Paragraph| {
                p.kind == ParagraphKind::Operative
                    && p.label.as_ref().is_some_and(|label| label.value == value)
                    && run.is_none_or(|run| run == p.run)
            };
            paragraphs.iter().position(fits)
        };
        let mut above = None;
        if let Some(number) = reference.paragraph {
            above = named(number, Some(paragraphs[near].run)).or_else(|| named(number, None));
            let Some(target) = above else { return };
            if let Some(range) = &reference.number {
                self.tokens.push((range.clone(), Token::ToOperative(target)));
            }
        }
        for label in &reference.subparagraphs {
            let fits = |index: usize| {
                self.lists[index].is_some()
                    && match above {
                        Some(above) => paragraphs[index].parent == Some(above),
                        None => {
                            let parent = paragraphs[index].parent;
                            parent == Some(near) || parent == paragraphs[near].parent
                        }
                    }
                    && plain(&self.text[inner(self.text, &paragraphs[index].label.as_ref().unwrap().range)])
                        == plain(&label.text)
            };
            let Some(target) = (0..paragraphs.len()).find(|index| fits(*index)) else { return };
            self.tokens.push((label.range.clone(), Token::ToSub(target)));
            above = Some(target);
        }
    }

    /// The lines of a paragraph and what stands under it, with the blank lines after them.
    pub fn block(&self, index: usize) -> Range<usize> {
        let paragraphs = &self.draft.paragraphs;
        let level = |index: usize| match paragraphs[index].kind {
            ParagraphKind::Sub => paragraphs[index].level,
            _ => 0,
        };
        let below = (index + 1..paragraphs.len()).take_while(|other| level(*other) > level(index));
        let end = below.map(|other| paragraphs[other].range.end).fold(paragraphs[index].range.end, usize::max);
        let start = self.text[..paragraphs[index].range.start].rfind('\n').map_or(0, |newline| newline + 1);
        let end = self.text[end..].find('\n').map_or(self.text.len(), |newline| end + newline);
        let blank = self.text[end..].len() - self.text[end..].trim_start_matches('\n').len();
        start..end + blank
    }
}

/// The list of each subparagraph: what stands under one paragraph, and again from its first letter or numeral on.
fn lists(draft: &Draft) -> Vec<Option<usize>> {
    let mut lists = vec![None; draft.paragraphs.len()];
    let mut open: Vec<(usize, bool, usize)> = Vec::new();
    let mut count = 0;
    for (index, paragraph) in draft.paragraphs.iter().enumerate() {
        let (Some(parent), Some(label)) = (paragraph.parent, &paragraph.label) else { continue };
        let (letters, place) = match label.value {
            LabelValue::Letter(place) => (true, place),
            LabelValue::Roman(place) => (false, place),
            LabelValue::Number { .. } => continue,
        };
        match open.iter_mut().find(|(other, ..)| *other == parent) {
            Some((_, kind, list)) => {
                if *kind != letters || place == 1 {
                    (*kind, *list) = (letters, count);
                    count += 1;
                }
                lists[index] = Some(*list);
            }
            None => {
                open.push((parent, letters, count));
                lists[index] = Some(count);
                count += 1;
            }
        }
    }
    lists
}

/// A text that says "above" for "below".
pub fn one_side(text: &str, language: &Language) -> String {
    let sides = language.citing.paragraphs.sides;
    sides.iter().fold(text.to_owned(), |text, (above, below)| text.replace(below, above))
}

/// Of the references that say "above" or "below", how many are right, and how many there are.
pub fn sides(text: &str, draft: &Draft) -> [u32; 2] {
    let resolver = ReferenceResolver::of(draft);
    let right =
        draft.references.iter().filter(|reference| reference.of == ReferenceTarget::ThisDraft).filter_map(|to| {
            let side = SideWord::beside(text, &to.range, draft.language)?;
            let meant = &draft.paragraphs[resolver.resolve(to)?.innermost()?].range;
            (!meant.contains(&to.range.start)).then_some(side.above == (meant.start < to.range.start))
        });
    right.fold([0, 0], |[right, all], is_right| [right + u32::from(is_right), all + 1])
}

/// The bytes of a label that count.
pub fn inner(text: &str, label: &Range<usize>) -> Range<usize> {
    let written = &text[label.clone()];
    let digits = written.find(|c: char| c.is_ascii_digit());
    let counts = |c: char| c.is_alphanumeric() || c == '\u{640}' || c == ' ';
    let start = match digits {
        Some(digits) => digits,
        None => written.find(|c: char| c.is_alphanumeric()).unwrap_or(0),
    };
    let rest = &written[start..];
    let ends = |c: char| if digits.is_some() { !c.is_ascii_digit() } else { !counts(c) };
    let len = rest.find(ends).unwrap_or(rest.len());
    label.start + start..label.start + start + len
}

/// A letter without what the hand of a text may add to it, and look-alikes made alike.
pub fn plain(label: &str) -> String {
    let same = |c: char| match c {
        'а' => 'a',
        'с' => 'c',
        'е' => 'e',
        'і' => 'i',
        'ј' => 'j',
        'о' => 'o',
        'р' => 'p',
        'х' => 'x',
        'у' => 'y',
        'ا' => 'أ',
        'ﻫ' => 'ه',
        c => c,
    };
    label.chars().filter(|c| *c != '\u{640}' && *c != ' ').map(same).collect()
}

/// Labels, references and marks: how many should change, how many of these became right; and those that should have
/// stayed and didn't.
#[derive(Debug, Clone, Default)]
pub struct Score {
    pub wanted: [u32; 3],
    pub right: [u32; 3],
    pub spoilt: u32,
    pub texts: u32,
    pub exact: u32,
    /// Other words were changed.
    pub words: u32,
    pub first_wrong: String,
}

impl Score {
    pub fn plus(self, other: Score) -> Score {
        let sum = |a: [u32; 3], b: [u32; 3]| [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
        Score {
            wanted: sum(self.wanted, other.wanted),
            right: sum(self.right, other.right),
            spoilt: self.spoilt + other.spoilt,
            texts: self.texts + other.texts,
            exact: self.exact + other.exact,
            words: self.words + other.words,
            first_wrong: String::new(),
        }
    }

    pub fn is_right(&self) -> bool {
        self.first_wrong.is_empty()
    }

    /// The share that became right of what should change, each that was spoilt counted as one more that should.
    pub fn share(&self, kind: Kind) -> f64 {
        let at = kind as usize;
        let spoilt = if kind == Kind::Label { self.spoilt } else { 0 };
        f64::from(self.right[at]) / f64::from((self.wanted[at] + spoilt).max(1))
    }
}

impl fmt::Display for Score {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Score { wanted, right, spoilt, texts, exact, words, .. } = self;
        for (i, name) in ["labels", "references", "marks"].into_iter().enumerate() {
            let share = f64::from(right[i]) / f64::from(wanted[i].max(1));
            write!(out, "{name} {share:.4} ({:>5}/{:>5})  ", right[i], wanted[i])?;
        }
        write!(out, "spoilt {spoilt}  words {words}  exact {exact}/{texts}")
    }
}

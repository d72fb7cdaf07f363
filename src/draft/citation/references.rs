//! References to paragraphs.

mod bare;

use std::ops::Range;

use regex::Regex;

use bare::BareLabels;

use super::super::label::inserted;
use super::super::{Reference, ReferenceTarget, SubLabel};
use super::BlockCitation;
use super::patterns::{GuardedPattern, WordPattern};
use crate::language::{Language, ReferenceGrammar};

/// A language's way of referring to paragraphs, ready for use.
#[derive(Debug)]
pub(super) struct ReferencePatterns {
    language: &'static Language,
    before: WordPattern,
    after: Option<Regex>,
    label: Regex,
    subs: Option<Regex>,
    bare: BareLabels,
    joiner: Regex,
    through: Regex,
    only_joiner: Regex,
    here_after: Option<GuardedPattern>,
    here_before: Option<Regex>,
    here_between: Option<(Regex, Regex)>,
    of: Option<Regex>,
    after_citation: Regex,
}

impl ReferencePatterns {
    /// `None` when a pattern of the table is no regular expression.
    pub fn new(language: &'static Language) -> Option<ReferencePatterns> {
        let table = &language.citing.paragraphs;
        let first = |pattern: &str| {
            if pattern.is_empty() { Ok(None) } else { Regex::new(&format!("^(?:{pattern})")).map(Some) }
        };
        let ReferenceGrammar { label, sub, sub_of, joiner, here_before, after_citation, .. } = table;
        Some(ReferencePatterns {
            language,
            before: WordPattern::new(table.before)?,
            after: first(table.after).ok()?,
            label: first(table.label).ok()??,
            subs: match *sub {
                "" => None,
                sub => Some(Regex::new(&format!("(?:{sub})((?:(?:{label})(?:{joiner})?)+)(?:{sub_of})$")).ok()?),
            },
            bare: BareLabels::new(table)?,
            joiner: first(joiner).ok()??,
            through: Regex::new(&format!("^(?:{})$", table.through)).ok()?,
            only_joiner: Regex::new(&format!("^(?:{joiner})?$")).ok()?,
            here_after: match table.here_after {
                "" => None,
                pattern => Some(GuardedPattern::new(&format!("^(?:{pattern})"))?),
            },
            here_before: match *here_before {
                "" => None,
                pattern => Some(Regex::new(&format!("(?:{pattern})$")).ok()?),
            },
            here_between: match table.here_between {
                ("", _) => None,
                (before, after) => {
                    Some((Regex::new(&format!("(?:{before})$")).ok()?, Regex::new(&format!("^(?:{after})")).ok()?))
                }
            },
            of: first(table.of).ok()?,
            after_citation: Regex::new(&format!("^(?:{after_citation})$")).ok()?,
        })
    }

    /// All references of a text whose citations are known.
    pub fn references(&self, flow: &str, citations: &[BlockCitation]) -> Vec<Reference> {
        let mut found: Vec<Reference> = Vec::new();
        // A list begins with a number right after the word.
        if self.before.may_precede_digit(flow) {
            self.numbered(flow, citations, &mut found);
        }
        self.lettered(flow, &mut found);
        found
    }

    /// References with a number.
    fn numbered(&self, flow: &str, citations: &[BlockCitation], found: &mut Vec<Reference>) {
        let mut done = 0;
        for word in self.before.find_iter(flow) {
            if word.start < done {
                continue;
            }
            let mut list = Vec::new();
            let Some(end) = self.list(flow, word.end, &mut list) else { continue };
            // `第3段和第5段`: what is joined to a reference is of the same.
            let joined =
                done > 0 && flow.get(done..word.start).is_some_and(|between| self.only_joiner.is_match(between));
            let of = match found.last() {
                Some(last) if joined && self.target(flow, word.start, end, citations) == ReferenceTarget::Elsewhere => {
                    last.of
                }
                _ => self.target(flow, word.start, end, citations),
            };
            self.with_subs_before(flow, word.start, &mut list);
            found.extend(list.into_iter().map(|reference| Reference { of, ..reference }));
            done = end;
        }
    }

    /// Subparagraph labels without a number: `subparagraph (b) above`. Those that are said to be of something else are
    /// left out, and those that nothing is said of are [`ReferenceTarget::Elsewhere`].
    fn lettered(&self, flow: &str, found: &mut Vec<Reference>) {
        let mut further = Vec::new();
        for at in self.bare.places(flow) {
            let mut list: Vec<Reference> = Vec::new();
            let mut end = at;
            let mut next = at;
            loop {
                let (labelled, subparagraphs) = self.labels(flow, next);
                if subparagraphs.is_empty() {
                    break;
                }
                let start = next + leading_spaces(flow, next);
                let ends_range = !list.is_empty() && self.is_through(flow, end, next);
                list.push(Reference { ends_range, ..reference(start..labelled, None, subparagraphs) });
                end = labelled;
                let Some(joiner) = flow.get(end..).and_then(|rest| self.joiner.find(rest)) else { break };
                next = end + joiner.end();
            }
            let Some(of) = flow.get(end..).and_then(|rest| self.bare.target(rest, self.is_here(flow, at, end))) else {
                continue;
            };
            let known = found.iter().any(|other| other.range.start < end && at < other.range.end);
            if !known {
                further.extend(list.into_iter().map(|reference| Reference { of, ..reference }));
            }
        }
        if !further.is_empty() {
            found.append(&mut further);
            found.sort_by_key(|reference| reference.range.start);
        }
    }

    /// Whether what stands between two members of a list makes them the ends of a range.
    fn is_through(&self, flow: &str, from: usize, to: usize) -> bool {
        flow.get(from..to).is_some_and(|between| self.through.is_match(between))
    }

    /// Whether what stands beside numbers says that they are this draft's.
    fn is_here(&self, flow: &str, start: usize, end: usize) -> bool {
        let (before, rest) = (flow.get(..start).unwrap_or_default(), flow.get(end..).unwrap_or_default());
        self.here_after.as_ref().is_some_and(|here| here.is_match(rest))
            || self.here_before.as_ref().is_some_and(|here| here.is_match(tail_of(before)))
    }

    /// Whether numbers are this draft's by what stands around them.
    fn is_between(&self, flow: &str, start: usize, end: usize) -> bool {
        let (before, rest) = (flow.get(..start).unwrap_or_default(), flow.get(end..).unwrap_or_default());
        let Some((opens, closes)) = &self.here_between else { return false };
        closes.is_match(rest) && opens.is_match(tail_of(before))
    }

    /// The paragraphs listed from `at` on, and where the list ends; `None` when there is no list.
    fn list(&self, flow: &str, at: usize, list: &mut Vec<Reference>) -> Option<usize> {
        let mut end = at;
        let mut next = at;
        loop {
            let digits = flow.get(next..)?.bytes().take_while(u8::is_ascii_digit).count();
            let paragraph = match flow.get(next..next + digits)?.parse::<u32>() {
                Ok(n) if digits <= 3 && n > 0 => Some(n),
                // `6 (a) and (b)`
                _ if digits == 0 && self.label.is_match(flow.get(next..)?) => match list.last() {
                    Some(last) => last.paragraph,
                    None => break,
                },
                _ => break,
            };
            let (mut number, mut insertion) = (None, list.last().map_or(0, |last| last.insertion));
            if digits > 0 {
                let mut numbered = next + digits;
                insertion = inserted(flow, &mut numbered, self.language);
                number = Some(next..numbered);
            }
            let (labelled, subparagraphs) = self.labels(flow, number.as_ref().map_or(next, |number| number.end));
            if goes_on(flow, labelled) {
                break;
            }
            let start = next + leading_spaces(flow, next);
            let ends_range = !list.is_empty() && self.is_through(flow, end, next);
            let fresh = reference(start..labelled, paragraph, subparagraphs);
            list.push(Reference { insertion, number, ends_range, ..fresh });
            end = labelled;
            let Some(joiner) = flow.get(end..).and_then(|rest| self.joiner.find(rest)) else { break };
            if joiner.is_empty() {
                break;
            }
            next = end + joiner.end();
        }
        let last = list.last_mut()?;
        if let Some(after) = &self.after {
            end += after.find(flow.get(end..)?)?.end();
            let (labelled, mut subparagraphs) = self.labels(flow, end);
            if labelled > end && last.subparagraphs.is_empty() {
                last.subparagraphs.append(&mut subparagraphs);
                last.range.end = labelled;
                end = labelled;
            }
        }
        Some(end)
    }

    /// `subparagraphs (a) and (c) of paragraph 1`: makes of the one paragraph listed a reference for each of the
    /// labels before its word, which stands at `word`. The last reaches to the number.
    fn with_subs_before(&self, flow: &str, word: usize, list: &mut Vec<Reference>) {
        let [whole] = list.as_slice() else { return };
        let before = tail_of(flow.get(..word).unwrap_or_default());
        let Some(labels) = self.subs.as_ref().and_then(|subs| subs.captures(before)?.get(1)) else { return };
        if !whole.subparagraphs.is_empty() {
            return;
        }
        let whole = whole.clone();
        let end = whole.range.end;
        let offset = word - before.len();
        let mut found: Vec<Reference> = Vec::new();
        let mut at = labels.start();
        let mut joined = at;
        while let Some(label) = before.get(at..labels.end()).and_then(|rest| self.label.find(rest)) {
            let start = offset + at + leading_spaces(before, at);
            let subs = vec![unbracketed(label.as_str(), offset + at)];
            let fresh = reference(start..offset + at + label.end(), whole.paragraph, subs);
            let ends_range = !found.is_empty() && self.is_through(before, joined, at);
            found.push(Reference { insertion: whole.insertion, ends_range, ..fresh });
            at += label.end();
            joined = at;
            match before.get(at..labels.end()).and_then(|rest| self.joiner.find(rest)) {
                Some(joiner) => at += joiner.end(),
                None => break,
            }
        }
        if let Some(last) = found.last_mut() {
            last.range.end = end;
            last.number = whole.number;
            *list = found;
        }
    }

    /// The subparagraph labels at a place, and where they end.
    fn labels(&self, flow: &str, at: usize) -> (usize, Vec<SubLabel>) {
        let mut end = at;
        let mut labels = Vec::new();
        while let Some(label) = flow.get(end..).and_then(|rest| self.label.find(rest)).filter(|label| !label.is_empty())
        {
            labels.push(unbracketed(label.as_str(), end));
            end += label.end();
        }
        (end, labels)
    }

    fn target(&self, flow: &str, start: usize, end: usize, citations: &[BlockCitation]) -> ReferenceTarget {
        let rest = flow.get(end..).unwrap_or_default();
        if self.is_here(flow, start, end) {
            return ReferenceTarget::ThisDraft;
        }
        let next = citations.partition_point(|citation| citation.range.start < end);
        let of = |citation: &BlockCitation| {
            let number = self.of.as_ref().and_then(|of| of.find(rest)).map(|of| end + of.end());
            // A sign may stand before the number itself.
            number.is_some_and(|number| number == citation.range.start)
        };
        if citations.get(next).is_some_and(of) {
            return ReferenceTarget::Citation(next);
        }
        let before = citations.partition_point(|citation| citation.range.end <= start).checked_sub(1);
        match before.and_then(|i| Some((i, flow.get(citations.get(i)?.range.end..start)?))) {
            Some((i, between)) if self.after_citation.is_match(between) => ReferenceTarget::Citation(i),
            _ if self.is_between(flow, start, end) => ReferenceTarget::ThisDraft,
            _ => ReferenceTarget::Elsewhere,
        }
    }
}

fn reference(range: Range<usize>, paragraph: Option<u32>, subparagraphs: Vec<SubLabel>) -> Reference {
    let of = ReferenceTarget::Elsewhere;
    Reference { range, paragraph, insertion: 0, number: None, subparagraphs, ends_range: false, of }
}

/// A label that stands at byte `at`, without its brackets.
fn unbracketed(label: &str, at: usize) -> SubLabel {
    const BRACKETS: [char; 3] = [' ', '(', ')'];
    let start = at + label.len() - label.trim_start_matches(BRACKETS).len();
    let text = label.trim_matches(BRACKETS).to_owned();
    SubLabel { range: start..start + text.len(), text }
}

/// Whether the characters at a place make the number before it something else: a symbol, a decimal, a word.
fn goes_on(flow: &str, at: usize) -> bool {
    let mut rest = flow.get(at..).unwrap_or_default().chars();
    match rest.next() {
        Some('/' | '%') => true,
        Some('.') => rest.next().is_some_and(|c| c.is_ascii_alphanumeric()),
        Some(c) => c.is_ascii_alphanumeric(),
        None => false,
    }
}

fn leading_spaces(flow: &str, at: usize) -> usize {
    flow.get(at..).unwrap_or_default().bytes().take_while(|b| *b == b' ').count()
}

/// The last few words of a text.
fn tail_of(text: &str) -> &str {
    let mut start = text.len().saturating_sub(64);
    while !text.is_char_boundary(start) {
        start += 1;
    }
    text.get(start..).unwrap_or_default()
}

//! What a language's table says, made ready for reading.

use std::ops::Range;

use aho_corasick::{AhoCorasick, MatchKind};
use regex::Regex;

use super::super::{CitationKind, Date};
use super::dates::{self, DatePatterns};
use super::numbers::NumberPatterns;
use super::organ_resolver;
use super::patterns::{GuardedPattern, PairedWordPattern};
use super::references::ReferencePatterns;
use super::titles::{may_quote, quoted};
use crate::language::{CitationGrammar, CitedBody, KindPosition, Language, PerLanguage};

/// A language's table, ready for use.
#[derive(Debug)]
pub(super) struct CitationReader {
    pub order: KindPosition,
    pub spelling: NumberPatterns,
    pub dates: DatePatterns,
    pub pointers: ReferencePatterns,
    /// The kind of an instrument, first a resolution's.
    kind: PairedWordPattern,
    /// The names of bodies, the longest first.
    names: AhoCorasick,
    /// Whose they are.
    bodies: Vec<(&'static str, CitedBody)>,
    /// The names of commissions that "the Commission" may mean.
    commissions: AhoCorasick,
    own: Option<GuardedPattern>,
    owned: Regex,
    in_its: Regex,
    owner: Regex,
    not_owner: Option<Regex>,
    titled: Regex,
    titled_of: Regex,
    /// What may fill the room between two members of a list.
    list: GuardedPattern,
    joint: GuardedPattern,
    joint_first: GuardedPattern,
    before_number: Regex,
    after_number: Regex,
    leading_date: Regex,
}

/// A word that says what kind of instrument the numbers beside it are.
#[derive(Debug, Clone)]
pub(super) struct InstrumentKindWord {
    pub range: Range<usize>,
    pub kind: CitationKind,
}

/// A body's name in the text.
#[derive(Debug, Clone)]
pub(super) struct BodyMention {
    pub range: Range<usize>,
    pub body: CitedBody,
}

/// A quoted title and all of the quotation: what introduces it, both marks.
pub(super) type QuotedTitle = (Range<usize>, Range<usize>);

/// What follows a number and belongs to it.
#[derive(Debug, Clone, Default)]
pub(super) struct NumberTail {
    pub end: usize,
    pub date: Option<(Date, Range<usize>)>,
    pub owner: Option<CitedBody>,
    pub title: Option<Range<usize>>,
}

impl CitationReader {
    /// The reader of a language; `None` when its table holds a broken pattern.
    pub fn of(language: &Language) -> Option<&'static CitationReader> {
        static READERS: PerLanguage<Option<CitationReader>> = PerLanguage::new(CitationReader::new);
        READERS.of(language)?.as_ref()
    }

    fn new(language: &'static Language) -> Option<CitationReader> {
        let citing = language.citing;
        let CitationGrammar { joiner, filler, own, owner, owned, before_number, after_number, dated, titled, .. } =
            citing;
        let names = alternatives(citing.bodies);
        let date = ungrouped(&dates::pattern(citing));
        let own_or_nothing = if own.is_empty() { "" } else { own };
        let own = match *own {
            "" => None,
            own => Some(GuardedPattern::new(&format!("(?:{own})$"))?),
        };
        let mut bodies = citing.bodies.to_vec();
        bodies.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
        let commissions = bodies.iter().filter(|(_, body)| organ_resolver::commission(*body).is_some());
        let filling = match citing.order {
            KindPosition::KindFirst => format!(
                "^(?: ?(?:{joiner}|{filler}|{names}|(?:{owner})(?:{names})|(?:{owned})|(?:{own_or_nothing})|(?:{before_number})|(?:{dated}){date}))* ?$"
            ),
            KindPosition::NumberFirst => format!(
                "^(?: ?(?:{after_number}|{joiner}|{filler}|{date}|{names}|(?:{owned})|(?:{own_or_nothing})|(?:{before_number})))* ?$"
            ),
        };
        Some(CitationReader {
            order: citing.order,
            spelling: NumberPatterns::new(citing)?,
            dates: DatePatterns::new(citing)?,
            pointers: ReferencePatterns::new(language)?,
            kind: PairedWordPattern::new(citing.resolution, citing.decision)?,
            // A name that stands twice means what it meant first.
            names: any_of(bodies.iter().map(|(name, _)| *name))?,
            commissions: any_of(commissions.map(|(name, _)| *name))?,
            bodies,
            own,
            owned: Regex::new(&format!("^(?:{owned})$")).ok()?,
            in_its: Regex::new(&format!("^(?:{})$", citing.in_its)).ok()?,
            owner: Regex::new(&format!("^(?:{owner})(?P<name>{names})")).ok()?,
            not_owner: some_regex(citing.not_owner, "")?,
            titled: Regex::new(&format!("^(?:{titled})")).ok()?,
            titled_of: Regex::new(titled).ok()?,
            list: GuardedPattern::new(&filling)?,
            joint: GuardedPattern::new(&format!("(?:{joiner}) ?(?:{before_number})?$"))?,
            joint_first: GuardedPattern::new(&format!("^ ?(?:{joiner})"))?,
            before_number: Regex::new(&format!("(?:{before_number}) ?$")).ok()?,
            after_number: Regex::new(&format!("^(?:{after_number})")).ok()?,
            leading_date: Regex::new(&format!("^(?:{dated}|{names})*$")).ok()?,
        })
    }

    /// All words for resolutions and decisions.
    pub fn kinds(&self, text: &str) -> Vec<InstrumentKindWord> {
        let kind = |(range, is_resolution)| InstrumentKindWord {
            range,
            kind: if is_resolution { CitationKind::Resolution } else { CitationKind::Decision },
        };
        self.kind.find_iter(text).map(kind).collect()
    }

    /// All names of bodies.
    pub fn mentions(&self, text: &str) -> Vec<BodyMention> {
        let mention = |found: aho_corasick::Match| {
            let (_, body) = self.bodies.get(found.pattern().as_usize())?;
            Some(BodyMention { range: found.range(), body: *body })
        };
        self.names.find_iter(text).filter_map(mention).collect()
    }

    /// Whether a commission may be named that later blocks mean by "the Commission".
    pub fn may_name_commission(&self, text: &str) -> bool {
        self.commissions.is_match(text)
    }

    fn body(&self, name: &str) -> Option<CitedBody> {
        self.bodies.iter().find(|(known, _)| *known == name).map(|(_, body)| *body)
    }

    /// Whether what stands before `at` ends with "its".
    pub fn is_own(&self, text: &str, at: usize) -> bool {
        let Some(own) = &self.own else { return false };
        own.is_match(last(text, at, 48))
    }

    /// Whether a name and the kind or number after it, with `between` between them, belong together.
    pub fn is_owned(&self, between: &str) -> bool {
        between.is_empty() || self.owned.is_match(between)
    }

    /// Whether a name and the kind after it, with `between` between them, are joined as in "the Council, in
    /// its resolution".
    pub fn is_in_its(&self, between: &str) -> bool {
        self.in_its.is_match(between)
    }

    /// Whether two members of a list are only separated by what separates such members.
    pub fn is_list(&self, between: &str) -> bool {
        self.list.is_match(between)
    }

    /// Whether a separator or a conjunction stands directly before `at`.
    pub fn is_joined(&self, text: &str, at: usize) -> bool {
        self.joint.is_match(last(text, at, 32))
    }

    /// Whether a text begins with a separator or a conjunction.
    pub fn begins_joined(&self, text: &str) -> bool {
        self.joint_first.is_match(text)
    }

    /// Where the sign before a number that begins at `at` begins.
    pub fn head(&self, text: &str, at: usize) -> usize {
        let before = last(text, at, 16);
        self.before_number.find(before).map_or(at, |found| at - before.len() + found.start())
    }

    /// Where the sign after a number that ends at `at` ends, if there is one.
    pub fn sign_after(&self, text: &str, at: usize) -> Option<usize> {
        let found = self.after_number.find(text.get(at..)?)?;
        (!found.is_empty()).then(|| at + found.end())
    }

    /// Whether a date may belong to a number that comes after it, with `between` between them.
    pub fn is_leading_date(&self, between: &str) -> bool {
        between.is_empty() || self.leading_date.is_match(between)
    }

    /// What follows a number that ends at `from` and belongs to it: date, owner, title, in any order.
    pub fn tail(&self, text: &str, from: usize) -> NumberTail {
        let mut tail = NumberTail { end: from, ..NumberTail::default() };
        for _ in 0..4 {
            let rest = text.get(tail.end..).unwrap_or_default();
            if tail.date.is_none()
                && self.order == KindPosition::KindFirst
                && let Some((date, range)) = self.dates.at(text, tail.end)
            {
                tail.end = range.end;
                tail.date = Some((date, range));
            } else if tail.owner.is_none()
                && self.order == KindPosition::KindFirst
                && let Some(found) = self.owner.captures(rest).and_then(|found| found.name("name"))
                && !self.not_owner.as_ref().is_some_and(|not| not.is_match(found.as_str()))
            {
                tail.owner = self.body(found.as_str());
                tail.end += found.end();
            } else if tail.title.is_none()
                && let Some(lead) = self.titled.find(rest)
                && let Some((title, end)) = quoted(text, tail.end + lead.end())
            {
                tail.title = Some(title);
                tail.end = end;
            } else {
                break;
            }
        }
        tail
    }

    /// The quoted titles that are introduced as such.
    pub fn titles(&self, text: &str) -> Vec<QuotedTitle> {
        if !may_quote(text) {
            return Vec::new();
        }
        let title = |lead: regex::Match| {
            let (title, end) = quoted(text, lead.end())?;
            Some((title, lead.start()..end))
        };
        self.titled_of.find_iter(text).filter_map(title).collect()
    }
}

/// A pattern with an anchor after it; the inner `None` where the table has none.
fn some_regex(pattern: &str, anchor: &str) -> Option<Option<Regex>> {
    if pattern.is_empty() {
        return Some(None);
    }
    Some(Some(Regex::new(&format!("(?:{pattern}){anchor}")).ok()?))
}

/// The last `most` bytes or less before `at`.
pub(super) fn last(text: &str, at: usize, most: usize) -> &str {
    let before = text.get(..at).unwrap_or_default();
    let mut start = before.len().saturating_sub(most);
    while !before.is_char_boundary(start) {
        start += 1;
    }
    before.get(start..).unwrap_or_default()
}

/// Finds any of some names, the first of those that begin at a place.
fn any_of(names: impl Iterator<Item = &'static str>) -> Option<AhoCorasick> {
    AhoCorasick::builder().match_kind(MatchKind::LeftmostFirst).build(names).ok()
}

/// Names as a pattern, the longest first.
fn alternatives(bodies: &[(&str, CitedBody)]) -> String {
    let mut names: Vec<&str> = bodies.iter().map(|(name, _)| *name).collect();
    names.sort_by_key(|name| std::cmp::Reverse(name.len()));
    let names: Vec<String> = names.into_iter().map(regex::escape).collect();
    format!("(?:{})", names.join("|"))
}

/// A pattern without its groups' names, so that it may stand in another one twice.
fn ungrouped(pattern: &str) -> String {
    let mut out = String::with_capacity(pattern.len());
    let mut rest = pattern;
    while let Some((before, after)) = rest.split_once("(?P<") {
        out.push_str(before);
        out.push_str("(?:");
        rest = after.split_once('>').map_or("", |(_, after)| after);
    }
    out.push_str(rest);
    out
}

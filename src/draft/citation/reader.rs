//! What a language's table says, made ready for reading.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::OnceLock;

use regex::Regex;

use super::super::{CitationKind, Date};
use super::dates::{self, Dates};
use super::numbers::Spelling;
use super::references::Pointers;
use super::titles::quoted;
use crate::language::{self, CitedBody, Citing, Language, Order};

/// A language's table, ready for use.
#[derive(Debug)]
pub(super) struct Reader {
    pub order: Order,
    pub spelling: Spelling,
    pub dates: Dates,
    pub pointers: Pointers,
    /// The kind of an instrument, in group 1 if it is a resolution.
    kind: Regex,
    names: Regex,
    bodies: HashMap<&'static str, CitedBody>,
    own: Option<Regex>,
    owned: Regex,
    in_its: Regex,
    owner: Regex,
    not_owner: Option<Regex>,
    titled: Regex,
    titled_of: Regex,
    /// What may fill the room between two members of a list.
    list: Regex,
    joint: Regex,
    joint_first: Regex,
    before_number: Regex,
    after_number: Regex,
    leading_date: Regex,
}

/// A word that says what kind of instrument the numbers beside it are.
#[derive(Debug, Clone)]
pub(super) struct Kind {
    pub range: Range<usize>,
    pub kind: CitationKind,
}

/// A body's name in the text.
#[derive(Debug, Clone)]
pub(super) struct Mention {
    pub range: Range<usize>,
    pub body: CitedBody,
}

/// A quoted title and all of the quotation: what introduces it, both marks.
pub(super) type Quotation = (Range<usize>, Range<usize>);

/// What follows a number and belongs to it.
#[derive(Debug, Clone, Default)]
pub(super) struct Tail {
    pub end: usize,
    pub date: Option<(Date, Range<usize>)>,
    pub owner: Option<CitedBody>,
    pub title: Option<Range<usize>>,
}

impl Reader {
    /// The reader of a language; `None` when its table holds a broken pattern.
    pub fn of(language: &Language) -> Option<&'static Reader> {
        static READERS: [OnceLock<Option<Reader>>; language::ALL.len()] =
            [const { OnceLock::new() }; language::ALL.len()];
        let at = language::ALL.iter().position(|known| *known == language)?;
        let citing = language::ALL.get(at)?.citing;
        READERS.get(at)?.get_or_init(|| Reader::new(citing)).as_ref()
    }

    fn new(citing: &'static Citing) -> Option<Reader> {
        let Citing { joiner, filler, own, owner, owned, before_number, after_number, dated, titled, .. } = citing;
        let names = alternatives(citing.bodies);
        let date = ungrouped(&dates::pattern(citing));
        let own_or_nothing = if own.is_empty() { "" } else { own };
        let own = some_regex(own, "$")?;
        let filling = match citing.order {
            Order::KindFirst => format!(
                "^(?: ?(?:{joiner}|{filler}|{names}|(?:{owner})(?:{names})|(?:{owned})|(?:{own_or_nothing})|(?:{before_number})|(?:{dated}){date}))* ?$"
            ),
            Order::NumberFirst => format!(
                "^(?: ?(?:{after_number}|{joiner}|{filler}|{date}|{names}|(?:{owned})|(?:{own_or_nothing})|(?:{before_number})))* ?$"
            ),
        };
        Some(Reader {
            order: citing.order,
            spelling: Spelling::new(citing)?,
            dates: Dates::new(citing)?,
            pointers: Pointers::new(&citing.paragraphs)?,
            kind: Regex::new(&format!("({})|{}", citing.resolution, citing.decision)).ok()?,
            names: Regex::new(&names).ok()?,
            // A name that stands twice means what it meant first.
            bodies: citing.bodies.iter().rev().copied().collect(),
            own,
            owned: Regex::new(&format!("^(?:{owned})$")).ok()?,
            in_its: Regex::new(&format!("^(?:{})$", citing.in_its)).ok()?,
            owner: Regex::new(&format!("^(?:{owner})(?P<name>{names})")).ok()?,
            not_owner: some_regex(citing.not_owner, "")?,
            titled: Regex::new(&format!("^(?:{titled})")).ok()?,
            titled_of: Regex::new(titled).ok()?,
            list: Regex::new(&filling).ok()?,
            joint: Regex::new(&format!("(?:{joiner}) ?(?:{before_number})?$")).ok()?,
            joint_first: Regex::new(&format!("^ ?(?:{joiner})")).ok()?,
            before_number: Regex::new(&format!("(?:{before_number}) ?$")).ok()?,
            after_number: Regex::new(&format!("^(?:{after_number})")).ok()?,
            leading_date: Regex::new(&format!("^(?:{dated}|{names})*$")).ok()?,
        })
    }

    /// All words for resolutions and decisions.
    pub fn kinds(&self, text: &str) -> Vec<Kind> {
        let kind = |found: regex::Captures| {
            let resolution = found.get(1).is_some();
            Some(Kind {
                range: found.get(0)?.range(),
                kind: if resolution { CitationKind::Resolution } else { CitationKind::Decision },
            })
        };
        self.kind.captures_iter(text).filter_map(kind).collect()
    }

    /// All names of bodies.
    pub fn mentions(&self, text: &str) -> Vec<Mention> {
        self.names
            .find_iter(text)
            .filter_map(|found| Some(Mention { range: found.range(), body: self.body(found.as_str())? }))
            .collect()
    }

    fn body(&self, name: &str) -> Option<CitedBody> {
        self.bodies.get(name).copied()
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
    pub fn tail(&self, text: &str, from: usize) -> Tail {
        let mut tail = Tail { end: from, ..Tail::default() };
        for _ in 0..4 {
            let rest = text.get(tail.end..).unwrap_or_default();
            if tail.date.is_none()
                && self.order == Order::KindFirst
                && let Some((date, range)) = self.dates.at(text, tail.end)
            {
                tail.end = range.end;
                tail.date = Some((date, range));
            } else if tail.owner.is_none()
                && self.order == Order::KindFirst
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
    pub fn titles(&self, text: &str) -> Vec<Quotation> {
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

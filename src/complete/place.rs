//! What a place calls for, as far as its line says.

use super::folded;
use super::names::name_start;
use super::patterns::Patterns;
use crate::draft::label::{self, Form};
use crate::language::{CitedBody, Language, Order, Writing};
use crate::symbol::Organ;

/// How many bytes before the cursor are looked at.
const WINDOW: usize = 320;

/// How many words of a title may have been typed.
const WORDS: usize = 5;

/// What a place calls for. Places are bytes of the line up to the cursor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// The beginning of a paragraph.
    Opening(Beginning),
    /// The number of an instrument.
    Instrument(Citing),
    /// A component of a document symbol, which begins at `start`.
    Symbol { start: usize },
    /// The number of a paragraph.
    Paragraph(Referring),
    /// The number of a note, whose marker begins with `[^` or, if there is no `caret`, with `[`.
    Note { start: usize, caret: bool },
    /// The name of an organ or office, which begins at `start`.
    Name { start: usize },
}

/// The beginning of a paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Beginning {
    /// Where its words begin, behind label, brackets and emphasis.
    pub start: usize,
    /// What its label counts; `None` where it has none.
    pub labelled: Option<Part>,
    /// The mark of emphasis that was typed.
    pub emphasis: Option<char>,
}

/// A part of a draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    Preamble,
    Operative,
}

/// An instrument that is about to be cited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Citing {
    /// Where the word before the number begins: "resolution", "第".
    pub kind: usize,
    /// Where the number or the words of a title begin.
    pub start: usize,
    /// Whether a resolution, or a decision, is meant; `None` is not said yet.
    pub resolution: Option<bool>,
    pub owner: Owner,
    /// A date stands before.
    pub dated: bool,
    /// It isn't the first of a list.
    pub joined: bool,
}

/// Whose instrument it is, as far as was said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Owner {
    /// Nothing was said.
    Unsaid,
    /// Nothing was said, and there is no room for it: "the resolution".
    Closed,
    /// That of the organ that speaks.
    Own,
    /// Another body's, whose symbols begin so.
    Body(&'static str),
    /// A body's that is known by the context alone: "the Council".
    Somebody,
}

/// A paragraph that is about to be referred to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Referring {
    /// Where the whole reference begins: "第".
    pub whole: usize,
    /// Where its number begins.
    pub start: usize,
    /// The word that says already that it is this draft's: "上文".
    pub said: Option<(usize, usize)>,
}

/// What a place calls for, by the line before the cursor and after it; mostly nothing. Looks at the line alone.
pub fn places(head: &str, tail: &str, language: &'static Language) -> Vec<Place> {
    let Some(patterns) = Patterns::of(language) else { return Vec::new() };
    // What is typed stands at the end of a word.
    if tail.starts_with(char::is_alphanumeric) && !tail.starts_with(crate::draft::flow::is_wide) {
        return Vec::new();
    }
    if let Some(note) = note(head) {
        return vec![note];
    }
    if let Some(start) = symbol(head) {
        return vec![Place::Symbol { start }];
    }
    let far = head.len().saturating_sub(WINDOW);
    let far = (far..=head.len()).find(|at| head.is_char_boundary(*at)).unwrap_or(0);
    let window = head.get(far..).unwrap_or_default();
    let mut places = Vec::new();
    let cited = citing(window, language, patterns);
    // What has an owner is no paragraph of this draft.
    let owned = cited.as_ref().is_some_and(|cited| !matches!(cited.owner, Owner::Unsaid | Owner::Closed));
    let referred = if owned { None } else { referring(window, language, patterns) };
    places.extend(
        cited.map(|cited| Place::Instrument(Citing { kind: cited.kind + far, start: cited.start + far, ..cited })),
    );
    places.extend(referred.map(|found| {
        let said = found.said.map(|(start, end)| (start + far, end + far));
        Place::Paragraph(Referring { whole: found.whole + far, start: found.start + far, said })
    }));
    if places.is_empty() {
        places.extend(beginning(head, language, patterns).map(Place::Opening));
    }
    if places.is_empty() {
        places.extend(name_start(window, language).map(|start| Place::Name { start: start + far }));
    }
    places
}

/// `[^12`, and `[12` behind a word.
fn note(head: &str) -> Option<Place> {
    let before = head.trim_end_matches(|c: char| c.is_ascii_digit());
    let start = before.len();
    if before.ends_with("[^") {
        return Some(Place::Note { start, caret: true });
    }
    let word = before.strip_suffix('[')?;
    word.ends_with(|c: char| !c.is_whitespace()).then_some(Place::Note { start, caret: false })
}

/// The beginning of the component that is being typed of a symbol.
fn symbol(head: &str) -> Option<usize> {
    let of_symbol = |c: char| c.is_ascii_alphanumeric() || matches!(c, '/' | '.' | '-');
    let token = head.trim_end_matches(of_symbol).len();
    let typed = head.get(token..)?;
    let (organ, _) = typed.split_once('/')?;
    let capitals = !organ.is_empty() && organ.len() <= 8 && organ.bytes().all(|b| b.is_ascii_uppercase());
    let known = capitals && crate::symbol::begins_symbol(organ);
    known.then(|| head.rfind('/').map_or(token, |slash| slash + 1))
}

fn citing(head: &str, language: &Language, patterns: &Patterns) -> Option<Citing> {
    match language.citing.order {
        Order::KindFirst => behind_kind(head, language, patterns),
        Order::NumberFirst => before_kind(head, language, patterns),
    }
}

/// "its resolution 62/1".
fn behind_kind(head: &str, language: &Language, patterns: &Patterns) -> Option<Citing> {
    let found = patterns.kind.as_ref()?.captures_iter(head).last()?;
    let kind = found.get(0)?.range();
    let resolution = Some(found.get(1).is_some());
    let rest = head.get(kind.end..)?;
    let typed = rest.strip_prefix([' ', '\u{a0}'])?;
    let (before, word) = (head.get(..kind.start)?, head.get(kind.clone())?);
    let last = before.split_whitespace().next_back().map(folded).unwrap_or_default();
    let phrases = &language.writing.citation;
    if phrases.not_cited.iter().any(|not| folded(not) == last) {
        return None;
    }
    let mut start = head.len() - typed.len();
    let mut owner = owner_before(before, word, language, patterns);
    if owner == Owner::Unsaid && phrases.articles.iter().any(|article| folded(article) == last) {
        owner = Owner::Closed;
    }
    // The body may stand between: "قرار مجلس الأمن 1325".
    if let Some((name, body)) = body_first(typed, language)
        && let Some(after) = typed.get(name..).and_then(|after| after.strip_prefix([' ', '\u{a0}']))
    {
        (owner, start) = (body, head.len() - after.len());
    }
    let typed = head.get(start..)?;
    let joined = last_of_list(typed, patterns);
    if let Some(at) = joined {
        start += at;
    }
    let typed = head.get(start..)?;
    let fits = joined.is_some() && typed.is_empty() || is_number(typed, language) || is_words(typed, language);
    fits.then_some(Citing { kind: kind.start, start, resolution, owner, dated: false, joined: joined.is_some() })
}

/// "第62/1".
fn before_kind(head: &str, language: &Language, patterns: &Patterns) -> Option<Citing> {
    let sign = language.citing.before_number;
    let kind = head.rfind(sign)?;
    let start = kind + sign.len();
    let typed = head.get(start..)?;
    if !(is_number(typed, language) || is_words(typed, language)) {
        return None;
    }
    let before = head.get(..kind)?;
    let date = patterns.date.as_ref().and_then(|date| date.find(before));
    let (dated, before) = (date.is_some(), date.and_then(|date| before.get(..date.start())).unwrap_or(before));
    let here = language.citing.paragraphs.here_before;
    // "上文第" is a paragraph's.
    let said = here.split('|').any(|word| !word.contains(['(', ')']) && before.ends_with(word));
    let owner = owner_before(before, "", language, patterns);
    (!said).then_some(Citing { kind, start, resolution: None, owner, dated, joined: false })
}

/// Whose instrument it is by what stands before its kind, and by the kind's own form.
fn owner_before(before: &str, kind: &str, language: &Language, patterns: &Patterns) -> Owner {
    let speaks =
        |organ| language.writing.citation.owned.iter().any(|(_, owned)| Writing::spoken(owned, Some(organ)) == kind);
    if patterns.own.as_ref().is_some_and(|own| own.is_match(before))
        || speaks(Organ::GeneralAssembly)
        || speaks(Organ::SecurityCouncil)
    {
        return Owner::Own;
    }
    let before = before.trim_end();
    let before = ["’s", "'s", "’"].iter().find_map(|of| before.strip_suffix(of)).unwrap_or(before);
    let bodies = language.citing.bodies.iter().filter(|(name, _)| before.ends_with(name));
    bodies.max_by_key(|(name, _)| name.len()).map_or(Owner::Unsaid, |(_, body)| owner_of(*body))
}

fn owner_of(body: CitedBody) -> Owner {
    match body {
        CitedBody::Known(stem) => Owner::Body(stem),
        CitedBody::Council | CitedBody::Commission | CitedBody::Unknown => Owner::Somebody,
    }
}

/// The body whose name was typed first, and how long that is.
fn body_first(typed: &str, language: &Language) -> Option<(usize, Owner)> {
    let owners = language.writing.citation.owners.iter().map(|(stem, name)| (*name, Owner::Body(stem)));
    owners
        .filter(|(name, _)| typed.starts_with(name))
        .map(|(name, owner)| (name.len(), owner))
        .max_by_key(|found| found.0)
}

/// Where the last member of a list of numbers begins.
fn last_of_list(typed: &str, patterns: &Patterns) -> Option<usize> {
    let joiner = patterns.joiner.as_ref()?.find_iter(typed).last()?;
    let before = typed.get(..joiner.start())?;
    let after = typed.get(joiner.end()..)?;
    let start = typed.len() - after.trim_start().len();
    (before.starts_with(|c: char| c.is_ascii_digit()) && after.starts_with(' ')).then_some(start)
}

/// The beginning of an instrument's number; nothing is one, too.
fn is_number(typed: &str, language: &Language) -> bool {
    let sessions = language.citing.sessions.iter().map(|(printed, _)| *printed);
    let rest = sessions.filter(|printed| !printed.is_empty()).find_map(|printed| typed.strip_prefix(printed));
    let rest = rest.unwrap_or(typed);
    rest.len() <= 24
        && (rest.is_empty() || rest.starts_with(|c: char| c.is_ascii_digit()))
        && !rest.ends_with([')', ' '])
        && rest
            .chars()
            .all(|c| c.is_ascii_digit() || c.is_ascii_uppercase() || matches!(c, '/' | ' ' | '(' | ')' | '-'))
}

/// Words of a title, and no sentence: none of the language's little words is among them.
fn is_words(typed: &str, language: &Language) -> bool {
    let count = typed.split_whitespace().count();
    let little = |word: &str| language.reading.common_words.contains(&folded(word).as_str());
    let wide = typed.starts_with(crate::draft::flow::is_wide);
    let long = typed.split_whitespace().next().is_some_and(|word| word.chars().count() >= if wide { 2 } else { 3 });
    let plain = typed.chars().all(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '’' | '\''));
    let stops = wide && typed.contains(['段', '号', '次', '届', '年', '章', '条', '款', '节', '项']);
    long && plain
        && !stops
        && (1..=WORDS).contains(&count)
        && typed.starts_with(char::is_alphabetic)
        && !typed.ends_with("  ")
        && !typed.split_whitespace().any(little)
}

/// "paragraph 1".
fn referring(head: &str, language: &Language, patterns: &Patterns) -> Option<Referring> {
    let found = patterns.paragraph.as_ref()?.captures(head)?;
    let (whole, number) = (found.get(0)?, found.iter().last()??);
    let said = if found.len() > 2 { found.get(1).map(|said| (said.start(), said.end())) } else { None };
    let whole = said.map_or(whole.start(), |(_, end)| end);
    // Where the word stands before the number, it stays.
    let word_first = language.citing.paragraphs.after.is_empty();
    Some(Referring { whole: if word_first { number.start() } else { whole }, start: number.start(), said })
}

/// The beginning of a paragraph, as far as the line says.
fn beginning(head: &str, language: &Language, patterns: &Patterns) -> Option<Beginning> {
    let line = head.trim_start();
    let labelled = label::label(line.trim_end(), language);
    let (part, rest) = match &labelled {
        Some(label) => {
            let part = match label.form {
                Form::Operative(_) => Part::Operative,
                Form::Preambular(_) => Part::Preamble,
                Form::Sub { .. } => return None,
            };
            let rest = line.get(label.range.end..)?;
            // The space that separates them has been typed.
            if language.naming.spaced && !rest.starts_with(char::is_whitespace) {
                return None;
            }
            (Some(part), rest)
        }
        None => (None, line),
    };
    let typed = rest.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '[' | '*' | '_' | ']'));
    let between = rest.get(..rest.len() - typed.len())?;
    let emphasis = between.chars().next_back().filter(|c| matches!(c, '*' | '_'));
    let start = head.len() - typed.len();
    let typed = folded(typed);
    let begun =
        |openings: &[super::patterns::Opening]| openings.iter().any(|opening| opening.folded.starts_with(&typed));
    let fits = match part {
        Some(Part::Operative) => begun(&patterns.operative),
        Some(Part::Preamble) => begun(&patterns.preambular),
        None => begun(&patterns.preambular) || begun(&patterns.operative),
    };
    fits.then_some(Beginning { start, labelled: part, emphasis })
}

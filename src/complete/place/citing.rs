//! An instrument that is about to be cited.

use super::{PartialCitation, PartialOwner};
use crate::complete::folded;
use crate::complete::patterns::CompletionPatterns;
use crate::language::{CitedBody, CompletionPhrases, KindPosition, Language};
use crate::script::is_wide;
use crate::symbol::Organ;

/// How many words of a title may have been typed.
const WORDS: usize = 5;

/// The instrument whose number, or words of whose title, are being typed at the end of `head`.
pub(super) fn citing(head: &str, language: &Language, patterns: &CompletionPatterns) -> Option<PartialCitation> {
    match language.citing.order {
        KindPosition::KindFirst => behind_kind(head, language, patterns),
        KindPosition::NumberFirst => before_kind(head, language, patterns),
    }
}

/// "its resolution 62/1".
fn behind_kind(head: &str, language: &Language, patterns: &CompletionPatterns) -> Option<PartialCitation> {
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
    if owner == PartialOwner::Unsaid && phrases.articles.iter().any(|article| folded(article) == last) {
        owner = PartialOwner::Closed;
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
    fits.then_some(PartialCitation {
        kind: kind.start,
        start,
        resolution,
        owner,
        dated: false,
        joined: joined.is_some(),
    })
}

/// "第62/1".
fn before_kind(head: &str, language: &Language, patterns: &CompletionPatterns) -> Option<PartialCitation> {
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
    (!said).then_some(PartialCitation { kind, start, resolution: None, owner, dated, joined: false })
}

/// Whose instrument it is by what stands before its kind, and by the kind's own form.
fn owner_before(before: &str, kind: &str, language: &Language, patterns: &CompletionPatterns) -> PartialOwner {
    let speaks = |organ| {
        language.writing.citation.owned.iter().any(|(_, owned)| CompletionPhrases::spoken(owned, Some(organ)) == kind)
    };
    if patterns.own.as_ref().is_some_and(|own| own.is_match(before))
        || speaks(Organ::GeneralAssembly)
        || speaks(Organ::SecurityCouncil)
    {
        return PartialOwner::Own;
    }
    let before = before.trim_end();
    let before = ["’s", "'s", "’"].iter().find_map(|of| before.strip_suffix(of)).unwrap_or(before);
    let bodies = language.citing.bodies.iter().filter(|(name, _)| before.ends_with(name));
    bodies.max_by_key(|(name, _)| name.len()).map_or(PartialOwner::Unsaid, |(_, body)| owner_of(*body))
}

fn owner_of(body: CitedBody) -> PartialOwner {
    match body {
        CitedBody::Known(stem) => PartialOwner::Body(stem),
        CitedBody::Council | CitedBody::Commission | CitedBody::Unknown => PartialOwner::Somebody,
    }
}

/// The body whose name was typed first, and how long that is.
fn body_first(typed: &str, language: &Language) -> Option<(usize, PartialOwner)> {
    let owners = language.writing.citation.owners.iter().map(|(stem, name)| (*name, PartialOwner::Body(stem)));
    owners
        .filter(|(name, _)| typed.starts_with(name))
        .map(|(name, owner)| (name.len(), owner))
        .max_by_key(|found| found.0)
}

/// Where the last member of a list of numbers begins.
fn last_of_list(typed: &str, patterns: &CompletionPatterns) -> Option<usize> {
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
    let wide = typed.starts_with(is_wide);
    let long = typed.split_whitespace().next().is_some_and(|word| word.chars().count() >= if wide { 2 } else { 3 });
    let plain = typed.chars().all(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '’' | '\''));
    let stops = wide && typed.contains(language.writing.citation.counters);
    long && plain
        && !stops
        && (1..=WORDS).contains(&count)
        && typed.starts_with(char::is_alphabetic)
        && !typed.ends_with("  ")
        && !typed.split_whitespace().any(little)
}

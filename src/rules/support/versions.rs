//! What rules tell of a text among its language versions. The messages stand in `version_*.rs`.

use std::ops::Range;
use std::path::Path;
use std::sync::Arc;

use crate::compare::{Concordance, Divergence, DivergenceKind, ItemKind, LanguageVersion, OtherPlace};
use crate::draft::{Draft, NormalizedText};
use crate::language::Language;
use crate::messages::{Argument, Message};
use crate::rules::{self, DeferUntil, Finding, Related, Rule, RuleContext};

/// Characters of another version that are shown.
const SHOWN: usize = 90;

crate::messages! {
    "versions":
    stands_there(language: language, words: quote) = "{language}: {words}";
}

/// Something in which a text differs from its other language versions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VersionDifference {
    /// Where, in bytes of the draft.
    pub range: Range<usize>,
    /// What differs.
    pub kind: DivergenceKind,
    /// Where the others have it.
    pub counterparts: Vec<Counterpart>,
}

/// A place in another language version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counterpart {
    /// The version's language.
    pub language: &'static Language,
    /// Its file. `None` where it stands in the same one.
    pub file: Option<Arc<Path>>,
    /// Where, in bytes of its draft.
    pub range: Range<usize>,
    /// Its first line and column in its file, both from zero, in the units of who had them compared.
    pub start: (u32, u32),
    /// The line and column behind it.
    pub end: (u32, u32),
    /// What stands there, in one line.
    pub exact: String,
    /// The same and what follows it, in one line.
    pub words: String,
}

/// A first line and column, and the line and column behind the last character, from zero.
pub type FilePlace = ((u32, u32), (u32, u32));

/// A text of a set of versions, as far as findings in the others point to it.
pub struct VersionSource<'a> {
    /// Its file. `None` of a part of the same file.
    pub file: Option<Arc<Path>>,
    /// The text that its draft was read of.
    pub text: &'a str,
    /// The lines and columns, from zero, of a range of bytes of the draft in the file.
    pub place: &'a dyn Fn(&Range<usize>) -> FilePlace,
}

/// The version that a draft is, or the first that it holds, with what rules tell of its losses.
pub fn first_version(text: &str, draft: &Draft) -> Option<Arc<LanguageVersion>> {
    let version = LanguageVersion::first_of(text, draft)?;
    Some(Arc::new(version.with_losses(rules::has_losses(text, draft))))
}

/// The versions that a draft holds of one text, as [`LanguageVersion::of_one_text`] has them, with what rules tell of its
/// losses.
pub fn versions_of_one_text(text: &str, draft: &Draft) -> Vec<Arc<LanguageVersion>> {
    let has_losses = rules::has_losses(text, draft);
    let versions = LanguageVersion::of_one_text(text, draft).into_iter();
    versions.map(|version| Arc::new(version.with_losses(has_losses))).collect()
}

impl VersionDifference {
    /// What differs in each of the versions of a concordance, `sources` being their texts, in the same order. Of two versions
    /// `trusted` is the one that is taken to be right.
    pub fn of_each(
        concordance: &Concordance,
        trusted: usize,
        sources: &[VersionSource<'_>],
    ) -> Vec<Vec<VersionDifference>> {
        let mut each: Vec<Vec<VersionDifference>> = sources.iter().map(|_| Vec::new()).collect();
        for divergence in concordance.divergences(trusted) {
            if let Some(of) = each.get_mut(divergence.version) {
                of.push(VersionDifference::of(divergence, concordance, |at| sources.get(at)));
            }
        }
        each
    }

    /// What differs between the parts of one file that holds several versions.
    pub(in crate::rules) fn of_parts(text: &str, draft: &Draft) -> Vec<VersionDifference> {
        if draft.parts.len() < 2 {
            return Vec::new();
        }
        let concordance = Concordance::of(versions_of_one_text(text, draft));
        let same = VersionSource { file: None, text, place: &|_| FilePlace::default() };
        let told = concordance.divergences(0).into_iter();
        told.map(|divergence| VersionDifference::of(divergence, &concordance, |_| Some(&same))).collect()
    }

    /// A divergence, with what stands in the others.
    fn of<'s>(
        divergence: Divergence,
        concordance: &Concordance,
        source: impl Fn(usize) -> Option<&'s VersionSource<'s>>,
    ) -> VersionDifference {
        let counterpart = |other: &OtherPlace| {
            let source = source(other.version)?;
            let (start, end) = (source.place)(&other.range);
            Some(Counterpart {
                language: concordance.versions.get(other.version)?.language,
                file: source.file.clone(),
                range: other.range.clone(),
                start,
                end,
                exact: exact(source.text, &other.range),
                words: words(source.text, &other.range),
            })
        };
        VersionDifference {
            range: divergence.range,
            kind: divergence.kind,
            counterparts: divergence.others.iter().filter_map(counterpart).collect(),
        }
    }

    /// The languages of the versions that agree against it, for a message.
    pub fn languages(&self) -> Vec<Argument> {
        self.counterparts.iter().map(|counterpart| Argument::Language(counterpart.language.code)).collect()
    }
}

/// The finding of a difference, with the places in the other versions.
pub(in crate::rules) fn finding(
    context: &RuleContext<'_>,
    rule: &Rule,
    difference: &VersionDifference,
    message: Message,
) -> Finding {
    let mut finding = context.finding(rule, difference.range.clone(), message);
    finding.defer_until = Some(DeferUntil::Paragraph);
    for counterpart in &difference.counterparts {
        match counterpart.file {
            Some(_) => finding.counterparts.push(counterpart.clone()),
            None => finding.related.push(Related { range: counterpart.range.clone(), message: shown(counterpart) }),
        }
    }
    finding
}

/// What a place in another version is shown with.
pub fn shown(counterpart: &Counterpart) -> Message {
    stands_there(counterpart.language.code, counterpart.words.as_str())
}

/// The key of what an item with a path of labels is, for a message.
pub(in crate::rules) fn key(kind: ItemKind, path: &str) -> &'static str {
    match kind {
        ItemKind::Preambular | ItemKind::Sub | ItemKind::Operative | ItemKind::Note if path.is_empty() => "unnumbered",
        ItemKind::Preambular => "preambular",
        ItemKind::Sub => "sub",
        ItemKind::Title | ItemKind::Section => "section",
        ItemKind::Part => "part",
        ItemKind::Annex => "annex",
        ItemKind::Operative | ItemKind::Note => "other",
    }
}

/// The words at a place, in one line.
fn exact(text: &str, range: &Range<usize>) -> String {
    NormalizedText::of(text.get(range.clone()).unwrap_or_default(), 0).text
}

/// The words at a place and behind it, in one line.
fn words(text: &str, range: &Range<usize>) -> String {
    let from = text.get(range.start..).unwrap_or_default();
    let paragraph = from.get(..range.len()).unwrap_or_default().len();
    // No more of the text is looked at than is shown, with room for white space.
    let near = from.char_indices().nth(SHOWN * 2).map_or(from, |(end, _)| from.get(..end).unwrap_or(from));
    let end = near.get(paragraph..).and_then(|behind| behind.find("\n\n")).map_or(near.len(), |end| paragraph + end);
    let near = near.get(..end).unwrap_or(near);
    let even = NormalizedText::of(near, 0).text;
    match even.char_indices().nth(SHOWN) {
        Some((cut, _)) => format!("{}…", even.get(..cut).unwrap_or_default().trim_end()),
        None => even,
    }
}

//! Single findings that are not shown: known by their rule and by the words that stand there, so that they are known
//! still when the draft is edited elsewhere.
//!
//! White space doesn't count, since a paragraph may be broken into lines otherwise.

use std::collections::HashMap;
use std::ops::Range;
use std::path::{Component, Path};
use std::sync::OnceLock;

use aho_corasick::AhoCorasick;

use super::layer::Located;
use crate::draft::Draft;
use crate::draft::incremental::TextSource;
use crate::rules::Finding;
use crate::script::is_invisible;

/// Of a finding on more characters than this, its beginning tells.
const CORE: usize = 60;

/// How many characters before a finding and behind it are kept with it.
const BESIDE: usize = 36;

/// So many characters without white space tell a place from all others in a folder.
const TELLING: usize = 24;

/// A finding that is not shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IgnoredFinding {
    /// The rule whose finding is ignored, and where it is named.
    pub rule: Located<&'static str>,
    /// Words that the finding is in, as they are written.
    pub words: String,
    /// The file that it is in, from the folder of `rapporteur.toml`, with slashes; any file, if none is named.
    pub file: Option<String>,
    /// There is no such file any more, so that the finding is sought wherever its words stand.
    pub moved: bool,
    bare: String,
}

impl IgnoredFinding {
    /// What is ignored of a rule: findings about these words, in one file or in all.
    pub fn new(rule: Located<&'static str>, words: String, file: Option<String>) -> IgnoredFinding {
        let bare = bare(&words);
        IgnoredFinding { rule, words, file, moved: false, bare }
    }

    /// Whether it is about this file.
    pub fn is_in(&self, file: Option<&str>) -> bool {
        self.moved || self.file.as_deref().is_none_or(|own| file == Some(own))
    }

    /// Looks whether the file is still there, from the folder of `rapporteur.toml`. What is ignored in one that was moved or
    /// renamed follows it by its words, if they are enough to tell a place from all others.
    pub fn follow(&mut self, folder: &Path) {
        let Some(file) = &self.file else { return };
        let is_below = Path::new(file).components().all(|part| matches!(part, Component::Normal(_)));
        let tells = self.bare.chars().count() >= TELLING;
        self.moved = is_below && tells && matches!(folder.join(file).try_exists(), Ok(false));
    }
}

/// The findings of one file that are not shown. However many they are, to look one up costs the same.
#[derive(Debug, Clone, Default)]
pub struct IgnoredFindings {
    all: Vec<IgnoredFinding>,
    /// Made when it is asked for first.
    by_rule: OnceLock<HashMap<&'static str, IgnoredWords>>,
}

/// The words of a rule's findings that are not shown, to be found all at once.
#[derive(Debug, Clone)]
struct IgnoredWords {
    /// Of each pattern, the place in the list of all.
    places: Vec<usize>,
    patterns: Option<AhoCorasick>,
    /// The length of the longest, in bytes without white space.
    longest: usize,
}

impl IgnoredFindings {
    /// All of them, in the order in which they are settled.
    pub fn as_slice(&self) -> &[IgnoredFinding] {
        &self.all
    }

    /// Those that mean a finding in a text that they are about.
    pub fn that_mean(&self, finding: &Finding, source: &(impl TextSource + ?Sized)) -> Vec<&IgnoredFinding> {
        if self.all.is_empty() {
            return Vec::new();
        }
        let by_rule = self.by_rule.get_or_init(|| self.by_rule());
        let Some(IgnoredWords { places, patterns: Some(patterns), longest }) = by_rule.get(finding.code) else {
            return Vec::new();
        };
        let Around { before, core, behind } = Around::of(source, &finding.range, *longest);
        let whole = format!("{before}{core}{behind}");
        let own = before.len()..before.len() + core.len();
        let around =
            patterns.find_overlapping_iter(&whole).filter(|hit| hit.start() <= own.start && own.end <= hit.end());
        let mut meant: Vec<usize> = around.filter_map(|hit| places.get(hit.pattern().as_usize())).copied().collect();
        meant.sort_unstable();
        meant.dedup();
        meant.into_iter().filter_map(|place| self.all.get(place)).collect()
    }

    fn by_rule(&self) -> HashMap<&'static str, IgnoredWords> {
        let mut places: HashMap<&'static str, Vec<usize>> = HashMap::new();
        for (place, ignored) in self.all.iter().enumerate().filter(|(_, ignored)| !ignored.bare.is_empty()) {
            places.entry(ignored.rule.value).or_default().push(place);
        }
        let words = |places: Vec<usize>| {
            let bare = || places.iter().filter_map(|place| self.all.get(*place)).map(|ignored| &ignored.bare);
            let longest = bare().map(String::len).max().unwrap_or(0);
            IgnoredWords { patterns: AhoCorasick::new(bare()).ok(), longest, places }
        };
        places.into_iter().map(|(rule, places)| (rule, words(places))).collect()
    }
}

impl PartialEq for IgnoredFindings {
    fn eq(&self, other: &IgnoredFindings) -> bool {
        self.all == other.all
    }
}

impl Eq for IgnoredFindings {}

impl FromIterator<IgnoredFinding> for IgnoredFindings {
    fn from_iter<I: IntoIterator<Item = IgnoredFinding>>(all: I) -> IgnoredFindings {
        IgnoredFindings { all: all.into_iter().collect(), by_rule: OnceLock::new() }
    }
}

/// A place, and what stands beside it, without white space.
struct Around {
    before: String,
    core: String,
    behind: String,
}

impl Around {
    /// With at least `room` bytes on both sides, if there are any.
    fn of(source: &(impl TextSource + ?Sized), range: &Range<usize>, room: usize) -> Around {
        // Lines of page text have many blanks.
        let far = room * 4 + 512;
        let end = range.end.min(source.length());
        let before = source.words(range.start.saturating_sub(far).min(end)..range.start.min(end));
        let own = bare(&source.words(range.start.min(end)..end));
        let behind = source.words(end..(end + far).min(source.length()));
        match own.char_indices().nth(CORE) {
            Some((at, _)) => {
                let (core, more) = own.split_at(at);
                let behind = format!("{more}{}", bare(&behind));
                Around { before: bare(&before), core: core.to_owned(), behind }
            }
            None => Around { before: bare(&before), core: own, behind: bare(&behind) },
        }
    }
}

/// What tells a place from others, wherever its text is moved: what stands there and a little on both sides, without white
/// space.
pub fn context(source: &(impl TextSource + ?Sized), range: &Range<usize>) -> String {
    let Around { before, core, behind } = Around::of(source, range, 0);
    let last = before.char_indices().rev().nth(BESIDE - 1).map_or(0, |(at, _)| at);
    let first = behind.char_indices().nth(BESIDE).map_or(behind.len(), |(at, _)| at);
    format!("{}{core}{}", before.get(last..).unwrap_or_default(), behind.get(..first).unwrap_or_default())
}

/// Words without white space, and without what prints nothing.
pub fn bare(words: &str) -> String {
    words.chars().filter(|c| !c.is_whitespace() && !is_invisible(*c)).collect()
}

/// The words by which a finding is known again, in one line: its own, and some on both sides in its paragraph, but none of
/// another finding of its rule.
pub fn words_around(text: &str, draft: &Draft, findings: &[Finding], finding: &Finding) -> String {
    let whole = paragraph(text, draft, &finding.range);
    let others = findings.iter().filter(|other| other.code == finding.code && other.range != finding.range);
    let (mut start, mut end) = (whole.start, whole.end);
    for other in others {
        if other.range.end <= finding.range.start {
            start = start.max(other.range.end);
        } else if other.range.start >= finding.range.end {
            end = end.min(other.range.start);
        }
    }
    let piece = |range: Range<usize>| text.get(range).unwrap_or_default();
    let own = piece(finding.range.clone());
    let core = own.char_indices().filter(|(_, c)| !c.is_whitespace()).nth(CORE).map_or(own.len(), |(at, _)| at);
    let behind_core = finding.range.start + core;
    let before = last_words(piece(start..finding.range.start));
    let behind = first_words(piece(behind_core..end.max(behind_core)));
    let words = format!("{before}{}{behind}", piece(finding.range.start..behind_core));
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The paragraph, note or element that a place is in, else its line.
fn paragraph(text: &str, draft: &Draft, range: &Range<usize>) -> Range<usize> {
    let holds = |whole: &&Range<usize>| whole.start <= range.start && range.end <= whole.end;
    let paragraphs = draft.paragraphs.iter().map(|paragraph| &paragraph.range);
    let notes = draft.notes.iter().map(|note| &note.range);
    let elements = draft.elements.iter().map(|element| &element.range);
    let whole = notes.chain(paragraphs).chain(elements).find(holds);
    whole.cloned().unwrap_or_else(|| {
        let start = text.get(..range.start).and_then(|before| before.rfind('\n')).map_or(0, |at| at + 1);
        let end = text.get(range.end..).and_then(|behind| behind.find('\n')).map_or(text.len(), |at| range.end + at);
        start..end
    })
}

/// The end of a text, from where a word begins if there are words.
fn last_words(text: &str) -> &str {
    let Some((at, _)) = text.char_indices().rev().nth(BESIDE) else { return text };
    let piece = text.get(at..).unwrap_or_default();
    piece.find(char::is_whitespace).and_then(|at| piece.get(at..)).unwrap_or(piece)
}

/// The beginning of a text, up to where a word ends if there are words.
fn first_words(text: &str) -> &str {
    let Some((at, _)) = text.char_indices().nth(BESIDE) else { return text };
    let piece = text.get(..at).unwrap_or_default();
    piece.rfind(char::is_whitespace).and_then(|at| piece.get(..at)).unwrap_or(piece)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules;

    crate::messages! {
        "test":
        somehow() = "It is wrong somehow.";
    }

    const DRAFT: &str = "The General Assembly,\n\nRecalling the report of the keepers (A\\92\\85), and the other report of \
        the same keepers (A\\92\\86), which it has read with interest,\n\n1. Decides to light the lamps.\n";

    fn means(ignored: &IgnoredFinding, finding: &Finding, text: &str) -> bool {
        !IgnoredFindings::from_iter([ignored.clone()]).that_mean(finding, text).is_empty()
    }

    fn found(text: &str) -> (Draft, Vec<Finding>) {
        let draft = Draft::read(text);
        let findings = rules::check(text, &draft, &|rule| rule.code == "symbol-malformed");
        (draft, findings)
    }

    #[test]
    fn a_finding_is_known_again_by_its_words() {
        let (draft, findings) = found(DRAFT);
        let words = words_around(DRAFT, &draft, &findings, &findings[0]);
        assert_eq!(words, "the report of the keepers (A\\92\\85), and the other report of the same");
        let ignored = IgnoredFinding::new(Located { value: "symbol-malformed", at: 0 }, words, None);
        let meant = |text: &str| -> Vec<bool> {
            let (_, findings) = found(text);
            findings.iter().map(|finding| means(&ignored, finding, text)).collect()
        };
        assert_eq!(meant(DRAFT), [true, false]);
        // Edited elsewhere, and broken into lines otherwise.
        let edited = DRAFT.replace("with interest", "twice").replace("1. ", "1. Also ").replace("Recalling", "Noting");
        assert_eq!(meant(&edited), [true, false]);
        assert_eq!(meant(&DRAFT.replace("of the keepers", "of\nthe keepers")), [true, false]);
        // Edited there, it is another finding.
        assert_eq!(meant(&DRAFT.replace("A\\92\\85", "A\\92\\87")), [false, false]);
    }

    #[test]
    fn another_finding_of_the_rule_is_not_taken_along() {
        let text = "The General Assembly,\n\nRecalling A\\92\\85, A\\92\\86 and A\\92\\85,\n\n1. Decides.\n";
        let (draft, findings) = found(text);
        let words: Vec<String> = findings.iter().map(|one| words_around(text, &draft, &findings, one)).collect();
        assert_eq!(words, ["Recalling A\\92\\85,", ", A\\92\\86 and", "and A\\92\\85,"]);
        for (i, words) in words.into_iter().enumerate() {
            let ignored = IgnoredFinding::new(Located { value: "symbol-malformed", at: 0 }, words, None);
            let meant = findings.iter().map(|finding| means(&ignored, finding, text));
            assert_eq!(meant.collect::<Vec<_>>(), (0..3).map(|other| other == i).collect::<Vec<_>>());
        }
    }

    #[test]
    fn each_of_many_is_known() {
        let text = "The General Assembly,\n\nRecalling A\\92\\85, A\\92\\86 and A\\92\\85,\n\n1. Decides.\n";
        let (_, findings) = found(text);
        let ignored =
            |words: &str| IgnoredFinding::new(Located { value: "symbol-malformed", at: 0 }, words.to_owned(), None);
        let all = ["A\\92\\85", "Recalling A\\92\\85,", "and A\\92\\85", "85, A\\92\\86", "92\\85", "", "A\\92\\85"];
        let all: IgnoredFindings = all.into_iter().map(ignored).collect();
        let meant = |at: usize| -> Vec<&str> {
            all.that_mean(&findings[at], text).iter().map(|ignored| ignored.words.as_str()).collect()
        };
        assert_eq!(meant(0), ["A\\92\\85", "Recalling A\\92\\85,", "A\\92\\85"]);
        assert_eq!(meant(1), ["85, A\\92\\86"]);
        assert_eq!(meant(2), ["A\\92\\85", "and A\\92\\85", "A\\92\\85"]);
    }

    proptest::proptest! {
        #[test]
        fn any_place_is_known_again(text in "(?s)[ab 大،\\n]{0,200}", start in 0usize..200, length in 0usize..150) {
            let places: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
            let start = places[start.min(places.len() - 1)];
            let end = places.iter().copied().find(|at| *at >= start + length).unwrap_or(text.len());
            let finding = Finding {
                code: "symbol-malformed", severity: rules::Severity::Error, range: start..end, message: somehow(),
                related: Vec::new(), fix: None, defer_until: None,
                counterparts: Vec::new(),
            };
            let words = words_around(&text, &Draft::read(&text), std::slice::from_ref(&finding), &finding);
            let ignored = IgnoredFinding::new(Located { value: "symbol-malformed", at: 0 }, words.clone(), None);
            proptest::prop_assert!(bare(&words).is_empty() || means(&ignored, &finding, &text), "{words:?}");
        }
    }
}

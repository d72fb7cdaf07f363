//! Errors are planted in a good draft and mended, one by one and all together: each mend that may be made takes its finding away
//! and brings none, leaves the structure as it was and what is not the draft's own words alone, and when all are made there is
//! nothing left that may be mended.

#[allow(dead_code, reason = "the program's tests use the rest")]
#[path = "../support/samples.rs"]
pub mod samples;

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::Path;

use arbitrary::Unstructured;
use rapporteur::config::{self, ConfigSource, EffectiveConfig};
use rapporteur::draft::{Draft, Edit, edit};
use rapporteur::library::AuthorityCache;
use rapporteur::rules::{Finding, MendTrials, MendableText, RereadText, Rule, RuleGroup, RuleTrait};
use rapporteur::source;

use super::words::WORDS;
use samples::{SAMPLES, Sample};

/// What stands for a paragraph's end, right or wrong.
const ENDS: [&str; 12] = ["", ",", ";", ".", ":", "，", "；", "。", "、", "،", "؛", ",,"];

/// What stands for a symbol's slash.
const SLASHES: [&str; 6] = ["\\", "//", " / ", "／", "-", ""];

/// What is nobody's words: a comment and code, with errors that no mend may touch.
const MARKUP: &str = "<!-- 7. Decides A\\92\\1,, -->\n\n```text\n3. Decides (A\\92\\2;\n\n3. Requests,,\n```\n\n";

/// What another document says, with errors that no mend may touch unasked.
const QUOTED: &str = "A\\92\\7 and “labor”; the programs,, of 31 Noviembre 2037";

/// Plants errors in a sample as the bytes say, and mends them.
pub fn check(bytes: &[u8]) {
    // Bytes that run out are no failure: they give the least of everything.
    let _ = plant(&mut Unstructured::new(bytes));
}

fn plant(bytes: &mut Unstructured) -> arbitrary::Result<()> {
    let sample = bytes.choose(&SAMPLES)?;
    let layout = bytes.int_in_range(0..=2)?;
    let (marked_up, quoting) = (layout == 1 && bytes.arbitrary()?, bytes.ratio(1, 3)?);
    let mut text = text_of(sample, layout, marked_up, quoting);
    for _ in 0..bytes.int_in_range(1..=4)? {
        if let Some(edit) = error(bytes, &text)? {
            text = edit::apply(&[edit], &text);
        }
    }
    law(&text, Path::new(if layout == 1 { "draft.md" } else { "draft.txt" }));
    Ok(())
}

fn text_of(sample: &Sample, layout: u8, marked_up: bool, quoting: bool) -> String {
    let mut text = samples::text_of(sample, layout, 1);
    if quoting && let Some(at) = text.find(sample.operative[2].get(..12).unwrap_or(sample.operative[2])) {
        text.insert_str(at, &format!("“{QUOTED}” "));
    }
    if marked_up && let Some(at) = text.find(sample.organ_line) {
        text.insert_str(at, MARKUP);
    }
    text
}

/// An error somewhere in a draft.
fn error(bytes: &mut Unstructured, text: &str) -> arbitrary::Result<Option<Edit>> {
    let draft = Draft::read(text);
    let labels: Vec<Range<usize>> =
        draft.paragraphs.iter().filter_map(|paragraph| paragraph.label.as_ref()).map(|l| l.range.clone()).collect();
    let ends: Vec<Range<usize>> = draft.paragraphs.iter().map(|p| last_character(text, p.range.end)).collect();
    let marks: Vec<Range<usize>> = draft.markers.iter().map(|marker| marker.range.clone()).collect();
    let cited: Vec<Range<usize>> = draft.citations.iter().map(|citation| citation.range.clone()).collect();
    let written = |range: &Range<usize>| text.get(range.clone()).unwrap_or_default().to_owned();
    let one = |bytes: &mut Unstructured, places: &[Range<usize>]| match places {
        [] => Ok(None),
        places => bytes.choose(places).cloned().map(Some),
    };
    let edit = |range: Range<usize>, text: String| Some(Edit { range, text });
    Ok(match bytes.int_in_range(0..=11)? {
        // Another label, from elsewhere in the draft or made up.
        0 | 1 => match (one(bytes, &labels)?, one(bytes, &labels)?) {
            (Some(at), Some(other)) => edit(at, written(&other)),
            _ => None,
        },
        2 => match one(bytes, &labels)? {
            Some(at) => {
                let digit = bytes.int_in_range(0..=9u8)?.to_string();
                let label = written(&at).replace(|c: char| c.is_ascii_digit(), &digit);
                edit(at, label)
            }
            None => None,
        },
        3 => one(bytes, &labels)?.and_then(|at| edit(at, String::new())),
        // A word glued to its label.
        4 => one(bytes, &labels)?.and_then(|at| {
            let space = text.get(at.end..)?.chars().next().filter(|c| c.is_whitespace())?;
            edit(at.end..at.end + space.len_utf8(), String::new())
        }),
        5 | 6 => match one(bytes, &ends)? {
            Some(at) => edit(at, (*bytes.choose(&ENDS)?).to_owned()),
            None => None,
        },
        7 => match one(bytes, &marks)? {
            Some(at) => edit(at, ["", "²", "³", "[^2]", "¹¹"][bytes.int_in_range(0..=4)?].to_owned()),
            None => None,
        },
        8 => match one(bytes, &cited)? {
            Some(at) => {
                let slash = *bytes.choose(&SLASHES)?;
                edit(at.clone(), written(&at).replacen('/', slash, 1))
            }
            None => None,
        },
        9 => one(bytes, &cited)?.and_then(|at| edit(at.clone(), written(&at).to_lowercase())),
        // A character lost.
        10 => {
            let at = place(bytes, text)?;
            let lost = text.get(at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
            edit(at..at + lost, String::new())
        }
        _ => {
            let at = place(bytes, text)?;
            edit(at..at, (*bytes.choose(WORDS)?).to_owned())
        }
    })
}

fn last_character(text: &str, end: usize) -> Range<usize> {
    let last = text.get(..end).and_then(|text| text.chars().next_back()).map_or(0, char::len_utf8);
    end - last..end
}

fn place(bytes: &mut Unstructured, text: &str) -> arbitrary::Result<usize> {
    let at = usize::from(bytes.arbitrary::<u16>()?) % (text.len() + 1);
    Ok((at..=text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len()))
}

/// All rules.
fn settings() -> EffectiveConfig {
    let groups: Vec<String> = RuleGroup::ALL.iter().map(|group| format!("rules.{} = 'on'\n", group.name())).collect();
    let config = config::read(&groups.concat()).unwrap_or_default();
    EffectiveConfig::of(&[ConfigSource { config: &config, file: None }])
}

/// How many mends of a text were tried, and what came of it.
#[derive(Debug, Default, Clone, Copy)]
pub struct Tally {
    /// Findings that offer a mend.
    pub offered: usize,
    /// Of these, those whose mend holds.
    pub holding: usize,
    /// Findings that all mends together mended.
    pub mended: usize,
    /// Findings whose certain mend was left to the writer.
    pub withheld: usize,
}

/// Fails unless the mends of a file's text are what they must be. `path` only tells its format.
pub fn law(file: &str, path: &Path) -> Tally {
    let (settings, knowledge) = (settings(), AuthorityCache::built_in());
    // What is full of control characters is no text, and nobody is offered a mend of it.
    if source::of_bytes(file.as_bytes().to_vec(), Some(path)).is_err() {
        return Tally::default();
    }
    let source = source::of_written_text(file.to_owned(), Some(path));
    let map = source.map.clone();
    let before = settings.read_written(knowledge, source);
    let reread = |edits: &[Edit]| settings.reread(knowledge, &before.text, &map, Some(path), edits);
    let is_editable = |range: &Range<usize>| map.is_editable(range);
    let trials = || {
        let (text, draft, findings) = (before.text.as_str(), &before.draft, before.findings.as_slice());
        let mendable = MendableText { text, draft, findings, reread: &reread, is_editable: &is_editable };
        MendTrials::new(mendable, usize::MAX)
    };
    let mut tally = Tally::default();
    for finding in &before.findings {
        let Some(fix) = &finding.fix else { continue };
        tally.offered += 1;
        if trials().holds(finding) {
            tally.holding += 1;
            let mended = edit::apply(&fix.edits, file);
            let after = again(&settings, &mended, path);
            keeps(&before, &after, 1, &format!("{}: {file:?} became {mended:?}", finding.code));
            assert!(!file.contains(MARKUP) || mended.contains(MARKUP), "{file:?} became {mended:?}");
        }
    }
    let tried = trials().mend_all(&|_| true);
    let mended = edit::apply(&tried.edits, file);
    let about = format!("{file:?} became {mended:?}");
    let after = again(&settings, &mended, path);
    keeps(&before, &after, tried.mended, &about);
    for foreign in [MARKUP, QUOTED] {
        assert!(!file.contains(foreign) || mended.contains(foreign), "{about}");
    }
    let left = after.findings.iter().filter(|finding| is_certain(finding)).count();
    assert_eq!(left, tried.withheld, "{about}: {:?}", after.findings);
    // What was mended is mended once and for all.
    let map = source::of_written_text(mended.clone(), Some(path)).map;
    let reread = |edits: &[Edit]| settings.reread(knowledge, &after.text, &map, Some(path), edits);
    let is_editable = |range: &Range<usize>| map.is_editable(range);
    let (text, draft, findings) = (after.text.as_str(), &after.draft, after.findings.as_slice());
    let mendable = MendableText { text, draft, findings, reread: &reread, is_editable: &is_editable };
    assert_eq!(MendTrials::new(mendable, usize::MAX).mend_all(&|_| true).mended, 0, "{about}");
    Tally { mended: tried.mended, withheld: tried.withheld, ..tally }
}

fn is_certain(finding: &Finding) -> bool {
    finding.fix.as_ref().is_some_and(|fix| fix.certain)
}

/// A text read again as a file of its own is.
fn again(settings: &EffectiveConfig, text: &str, path: &Path) -> RereadText {
    let source = source::of_bytes(text.as_bytes().to_vec(), Some(path)).unwrap_or_else(|why| panic!("{why}: {text:?}"));
    settings.read_written(AuthorityCache::built_in(), source)
}

/// Fails unless so many findings went and none came, and the structure is as it was.
fn keeps(before: &RereadText, after: &RereadText, gone: usize, about: &str) {
    // A note that a mend began is unfinished, and told to be.
    let is_left =
        |finding: &&Finding| Rule::named(finding.code).is_some_and(|rule| rule.has(RuleTrait::TellsWhatMendsLeave));
    let lasting = |text: &RereadText| -> Vec<Finding> {
        text.findings.iter().filter(|finding| !is_left(finding)).cloned().collect()
    };
    let (before_it, after_it) = (lasting(before), lasting(after));
    let (was, is) = (counts(&before_it), counts(&after_it));
    assert!(after_it.len() + gone <= before_it.len(), "{about}: {was:?}, then {is:?}");
    for (code, count) in &is {
        assert!(was.get(code).is_some_and(|before| count <= before), "{code} in {about}");
    }
    assert_eq!(outline(&after.draft), outline(&before.draft), "{about}");
}

fn counts(findings: &[Finding]) -> BTreeMap<&'static str, usize> {
    let mut counts = BTreeMap::new();
    findings.iter().for_each(|finding| *counts.entry(finding.code).or_default() += 1);
    counts
}

/// The structure of a draft without its words and labels.
fn outline(draft: &Draft) -> String {
    let paragraphs = draft.paragraphs.iter().map(|p| format!("{:?} {} {:?}", p.kind, p.level, p.parent));
    let elements = draft.elements.iter().map(|element| format!("{:?}", element.kind));
    let lines: Vec<String> = elements.chain(paragraphs).collect();
    format!("{} {:?}\n{}", draft.language.code, draft.layout, lines.join("\n"))
}

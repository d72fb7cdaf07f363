//! Errors planted in good texts, one at a time: how many of them the rule finds whose they are.
//!
//! They are planted in invented drafts and, where it is there, in every few texts of the corpus of adopted ones.

mod citing;
mod counts;
mod structure;
mod words;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use rapporteur::draft::edit::apply;
use rapporteur::draft::{Draft, Edit};
use rapporteur::language::{ALL, Language};
use rapporteur::rules::{self, Finding, Rule};
use rayon::prelude::*;

use crate::shared_corpus;
use crate::thrown::mends::samples;

/// The share of planted errors that every rule finds.
const FOUND: f64 = 0.97;

/// Every how many texts of the corpus one is taken.
const STRIDE: usize = 6;

/// What one rule tells where the other would: of a citation whose date is on record its own date is told, and not another in the
/// draft.
const TOLD_INSTEAD: [(&str, &str); 1] = [("citation-conflict", "citation-date")];

/// Bytes that a finding may be away from what was changed.
const NEAR: usize = 80;

/// A kind of error.
pub struct Plant {
    /// The rule that must find it.
    pub rule: &'static str,
    /// In a few words.
    pub kind: &'static str,
    /// Makes the error somewhere in a good text, the place by chance; `None` where the text has no place for it.
    pub make: fn(&Good<'_>, &mut Chance) -> Option<Vec<Edit>>,
    /// The finding may stand anywhere: the rule can't know which of two places is the wrong one.
    pub anywhere: bool,
}

/// A text in which nothing is wrong, or what is wrong is known.
pub struct Good<'a> {
    pub text: &'a str,
    pub draft: &'a Draft,
    pub language: &'static Language,
}

/// Chance that comes out the same way each time.
pub struct Chance(u64);

impl Chance {
    /// The one that a number stands for.
    pub fn of(seed: u64) -> Chance {
        Chance(seed.wrapping_mul(1_000_003))
    }

    /// A number below `end`; 0 if there is none.
    pub fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % end.max(1)
    }

    /// One of some things.
    pub fn one<'a, T>(&mut self, all: &'a [T]) -> Option<&'a T> {
        all.get(self.below(all.len()))
    }
}

/// How many errors of a kind were planted, and those that weren't found.
#[derive(Default)]
struct Tally {
    planted: usize,
    missed: Vec<String>,
}

/// By rule, kind and language.
type Tallies = BTreeMap<(&'static str, &'static str, &'static str), Tally>;

pub fn plants() -> impl Iterator<Item = &'static Plant> {
    structure::PLANTS.iter().chain(citing::PLANTS).chain(words::PLANTS).chain(counts::PLANTS)
}

/// Plants each kind of error in a text.
fn plant(name: &str, text: &str, seed: u64) -> Tallies {
    let draft = Draft::read(text);
    let good = Good { text, draft: &draft, language: draft.language };
    let mut tallies = Tallies::new();
    for (i, plant) in plants().enumerate() {
        let mut chance = Chance(seed.wrapping_mul(1_000_003).wrapping_add(i as u64));
        chance.below(2);
        let Some(mut edits) = (plant.make)(&good, &mut chance) else { continue };
        edits.sort_by_key(|edit| edit.range.start);
        let changed = apply(&edits, text);
        let tells = |rule: &Rule| rule.code == plant.rule || TOLD_INSTEAD.contains(&(plant.rule, rule.code));
        let find = |text: &str, draft: &Draft| rules::check(text, draft, &tells);
        let found = find(&changed, &Draft::read(&changed));
        let before = find(text, &draft).len();
        let seen = found.iter().any(|finding| touches(finding, &edits)) || (plant.anywhere && found.len() > before);
        let tally = tallies.entry((plant.rule, plant.kind, good.language.code)).or_default();
        tally.planted += 1;
        if !seen {
            let edit = edits.first().map(|edit| {
                let words = |range: std::ops::Range<usize>| text.get(range).unwrap_or("…").replace('\n', "⏎");
                let start = (edit.range.start.saturating_sub(40)..).find(|at| text.is_char_boundary(*at)).unwrap_or(0);
                let end = (edit.range.end + 40).min(text.len());
                let end = (end..).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len());
                let (before, was, after) =
                    (words(start..edit.range.start), words(edit.range.clone()), words(edit.range.end..end));
                format!("{before}[{was} → {}]{after}", edit.text)
            });
            tally.missed.push(format!("{name}: {}", edit.unwrap_or_default()));
        }
    }
    tallies
}

/// Whether a finding is at what was changed, or speaks of it.
fn touches(finding: &Finding, edits: &[Edit]) -> bool {
    let mut by = 0isize;
    edits.iter().any(|edit| {
        let start = edit.range.start.saturating_add_signed(by);
        by += edit.text.len() as isize - edit.range.len() as isize;
        let end = start + edit.text.len();
        let related = finding.related.iter().map(|related| &related.range);
        related.chain([&finding.range]).any(|place| place.start <= end + NEAR && start <= place.end + NEAR)
    })
}

fn add(mut all: Tallies, more: Tallies) -> Tallies {
    for (key, tally) in more {
        let sum = all.entry(key).or_default();
        sum.planted += tally.planted;
        sum.missed.extend(tally.missed);
    }
    all
}

/// Prints what was found, and gives the rules that found too little of what is theirs.
#[track_caller]
fn judge(what: &str, tallies: &Tallies) {
    let mut rules: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for ((rule, kind, language), tally) in tallies {
        let found = tally.planted - tally.missed.len();
        println!("{what}: {rule}, {kind}, {language}: {found} of {}", tally.planted);
        tally.missed.iter().take(6).for_each(|missed| println!("    missed in {missed}"));
        let sum = rules.entry(rule).or_default();
        *sum = (sum.0 + found, sum.1 + tally.planted);
    }
    let mut low = Vec::new();
    for (rule, (found, planted)) in rules {
        let share = found as f64 / planted as f64;
        println!("{what}: {rule}: {found} of {planted}, {share:.4}");
        if share < FOUND {
            low.push(format!("{rule} finds {share:.4}"));
        }
    }
    assert!(low.is_empty(), "{what}: {low:?}");
}

/// The drafts that the repository ships, and the invented one of the tests, in six languages and three layouts.
pub fn invented() -> Vec<(String, String)> {
    let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    let examples = fs::read_dir(examples).unwrap().map(|entry| entry.unwrap().path());
    let texts = examples.filter(|path| path.extension().is_some_and(|ending| ending == "txt"));
    let texts = texts.map(|path| (path.display().to_string(), fs::read_to_string(&path).unwrap()));
    let samples = samples::SAMPLES.iter().flat_map(|sample| {
        (0..3).map(move |layout| {
            let name = format!("{} in layout {layout}", sample.language.code);
            (name, samples::text_of(sample, layout, 1))
        })
    });
    let mut all: Vec<(String, String)> = texts.chain(samples).collect();
    all.sort();
    all
}

#[test]
fn in_invented_drafts() {
    let texts = invented();
    let rounds = 0..4u64;
    let all =
        texts.iter().enumerate().flat_map(|(i, text)| rounds.clone().map(move |round| (i as u64 * 4 + round, text)));
    let tallies = all.map(|(seed, (name, text))| plant(name, text, seed)).fold(Tallies::new(), add);
    judge("invented drafts", &tallies);
}

#[test]
fn in_adopted_texts() {
    let Some(corpus) = shared_corpus::corpus() else { return };
    let mut texts = Vec::new();
    for language in ALL {
        let paths = shared_corpus::adopted(&corpus, language.code);
        texts.extend(paths.into_iter().step_by(STRIDE));
    }
    let tallies = texts
        .par_iter()
        .enumerate()
        .map(|(i, path)| plant(&path.display().to_string(), &fs::read_to_string(path).unwrap(), i as u64))
        .reduce(Tallies::new, add);
    judge("adopted texts", &tallies);
}

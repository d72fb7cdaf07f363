//! What the rules say about adopted texts, clean and printed on pages: findings per rule and language, by the rules that
//! are on by default and by all.
//!
//! The texts are not part of this repository. Where they are is said by `RAPPORTEUR_CORPUS`; without them, the test says
//! that it was skipped. `RAPPORTEUR_SHOW=RULE` prints what a rule finds, with the words around it.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::shared_corpus::printed::{Manuscript, printed};
use crate::shared_corpus::{adopted, corpus};
use rapporteur::draft::Draft;
use rapporteur::language::ALL;
use rapporteur::messages::Locale;
use rapporteur::rules::{self, Finding, Rule};
use rayon::prelude::*;

/// Texts in a hundred that may have a finding by a rule that is on by default: adopted texts have slips of their own.
const MOST: f64 = 12.0;

/// How often a rule speaks in a language, and in how many texts.
type Counts = BTreeMap<(&'static str, usize), (usize, usize)>;

struct Seen {
    counts: Counts,
    /// Texts, and those with a finding by a rule that is on by default.
    texts: usize,
    noisy: usize,
    shown: Vec<String>,
}

fn look(name: &str, text: &str, language: usize, show: Option<&str>) -> Seen {
    let found = rules::check(text, &Draft::read(text), &|_| true);
    let mut counts = Counts::new();
    for finding in &found {
        counts.entry((finding.code, language)).or_default().0 += 1;
    }
    counts.values_mut().for_each(|count| count.1 = 1);
    let on = |finding: &&Finding| Rule::named(finding.code).is_some_and(Rule::is_on_by_default);
    let wanted = |finding: &&Finding| show.is_some_and(|show| show == finding.code || show == "all");
    let around = |finding: &Finding| {
        let start = (finding.range.start.saturating_sub(60)..).find(|at| text.is_char_boundary(*at)).unwrap_or(0);
        let end = (finding.range.end + 60).min(text.len());
        let end = (end..).find(|at| text.is_char_boundary(*at)).unwrap_or(end);
        let words = |range: std::ops::Range<usize>| text.get(range).unwrap_or_default().replace('\n', "⏎");
        let (before, here, after) =
            (words(start..finding.range.start), words(finding.range.clone()), words(finding.range.end..end));
        format!("{name} {}: {}\n    {before}⟦{here}⟧{after}", finding.code, finding.message.text(&Locale::ENGLISH))
    };
    Seen {
        counts,
        texts: 1,
        noisy: usize::from(found.iter().any(|finding| on(&finding))),
        shown: found.iter().filter(wanted).map(around).collect(),
    }
}

fn add(mut a: Seen, b: Seen) -> Seen {
    for (key, (findings, texts)) in b.counts {
        let sum = a.counts.entry(key).or_default();
        *sum = (sum.0 + findings, sum.1 + texts);
    }
    a.texts += b.texts;
    a.noisy += b.noisy;
    a.shown.extend(b.shown);
    a
}

fn all(corpus: &Path, on_pages: bool) -> Seen {
    let show = std::env::var("RAPPORTEUR_SHOW").ok();
    let texts: Vec<_> = ALL
        .iter()
        .enumerate()
        .flat_map(|(i, language)| adopted(corpus, language.code).into_iter().map(move |path| (i, path)))
        .collect();
    let none = || Seen { counts: Counts::new(), texts: 0, noisy: 0, shown: Vec::new() };
    let seen = texts.par_iter().filter_map(|(language, path)| {
        let text = fs::read_to_string(path).ok()?;
        let text = if on_pages { printed(Manuscript::of(&text)?) } else { text };
        let name = format!("{}/{}", ALL[*language].code, path.file_stem()?.to_string_lossy());
        Some(look(&name, &text, *language, show.as_deref()))
    });
    seen.reduce(none, add)
}

#[test]
fn what_the_rules_say_about_adopted_texts() {
    let Some(corpus) = corpus() else { return };
    for on_pages in [false, true] {
        let Seen { counts, texts, noisy, mut shown } = all(&corpus, on_pages);
        let what = if on_pages { "printed on pages" } else { "clean" };
        let share = 100.0 * noisy as f64 / texts as f64;
        println!("\n{texts} texts, {what}: {noisy} have a finding by default, {share:.2} in a hundred");
        println!("{:28}{:12}{}", "", "", ALL.map(|language| format!("{:>7}", language.code)).concat());
        for rule in rules::ALL {
            let of = |language| counts.get(&(rule.code, language)).map_or(0, |count| count.0);
            let row: String = (0..ALL.len()).map(|language| format!("{:>7}", of(language))).collect();
            println!("{:28}{:12}{row}", rule.code, rule.group.name());
        }
        shown.sort();
        shown.iter().for_each(|finding| println!("{finding}"));
        assert!(share < MOST, "{what}: {share:.2} texts in a hundred have a finding");
    }
}

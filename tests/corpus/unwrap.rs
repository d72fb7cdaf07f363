//! Page text made clean again: adopted texts are printed on pages, with running heads, page numbers, notes at the foot
//! and bare markers, and unwrapped. How many of their paragraphs come back as they were?
//!
//! The texts are not part of this repository. Where they are is said by `RAPPORTEUR_CORPUS`; without them, the test says
//! that it was skipped.

use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::path::Path;

use crate::shared_corpus::corpus;
use crate::shared_corpus::printed::{Manuscript, printed, raised};
use rapporteur::draft::edit::apply;
use rapporteur::draft::{Draft, Layout};
use rapporteur::language::{ALL, Language};
use rapporteur::revise::format::FormatOptions;
use rapporteur::revise::unwrap;
use rapporteur::script::is_invisible;
use rayon::prelude::*;

/// A line by its words, whatever spaces stand between them.
fn even(line: &str) -> String {
    let shown: String = line.chars().filter(|c| !is_invisible(*c)).collect();
    shown.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// How often each character stands in a text, superscript figures as plain ones.
fn characters(text: &str) -> HashMap<char, usize> {
    let mut counts = HashMap::new();
    for c in text.chars().filter(|c| !c.is_whitespace() && !is_invisible(*c) && *c != '_') {
        let c = raised(&c.to_string()).and_then(|digit| char::from_digit(digit, 10)).unwrap_or(c);
        *counts.entry(c).or_default() += 1;
    }
    counts
}

/// What came back of a language's texts.
#[derive(Debug, Default)]
struct Back {
    texts: usize,
    paragraphs: usize,
    exact: usize,
    notes: usize,
    notes_exact: usize,
    /// Texts of too few lines to be seen as pages.
    clean: usize,
    /// Texts that have lost or gained characters.
    altered: Vec<String>,
}

fn back(path: &Path) -> Option<Back> {
    let text = fs::read_to_string(path).ok()?;
    let manuscript = Manuscript::of(&text)?;
    let (body, notes) = text.split_once("\n_______________\n").unwrap_or((&text, ""));
    let page = printed(manuscript);
    let draft = Draft::read(&page);
    let mut back = Back { texts: 1, ..Back::default() };
    if draft.layout == Layout::Clean {
        back.clean = 1;
        return Some(back);
    }
    let clean = apply(&unwrap::unwrap(&page, &draft, FormatOptions { markdown: false }).edits(), &page);
    let mut lines: BTreeMap<String, usize> = BTreeMap::new();
    clean.lines().for_each(|line| *lines.entry(even(line)).or_default() += 1);
    let mut found = |line: &str| {
        let left = lines.get_mut(&even(line)).filter(|left| **left > 0);
        left.map(|left| *left -= 1).is_some()
    };
    for line in body.lines().filter(|line| !line.trim().is_empty() && !line.contains('\t')) {
        back.paragraphs += 1;
        back.exact += usize::from(found(line));
    }
    for line in notes.lines().filter(|line| !line.trim().is_empty()) {
        back.notes += 1;
        back.notes_exact += usize::from(found(line));
    }
    if characters(&clean) != characters(&text) {
        back.altered.push(path.file_stem()?.to_string_lossy().into_owned());
    }
    Some(back)
}

fn of(corpus: &Path, language: &'static Language) -> Back {
    let folder = corpus.join("adopted").join(language.code);
    let paths: Vec<_> = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    let texts: Vec<_> = paths.into_iter().filter(|path| path.extension().is_some_and(|end| end == "txt")).collect();
    texts.par_iter().filter_map(|path| back(path)).reduce(Back::default, |mut all, one| {
        all.texts += one.texts;
        all.paragraphs += one.paragraphs;
        all.exact += one.exact;
        all.notes += one.notes;
        all.notes_exact += one.notes_exact;
        all.clean += one.clean;
        all.altered.extend(one.altered);
        all
    })
}

#[test]
fn paragraphs_come_back_from_the_page() {
    let Some(corpus) = corpus() else { return };
    let mut failed = Vec::new();
    for language in ALL {
        let back = of(&corpus, language);
        let share = |part: usize, whole: usize| part as f64 / whole.max(1) as f64;
        let (exact, notes) = (share(back.exact, back.paragraphs), share(back.notes_exact, back.notes));
        println!(
            "{}: {} texts, {} of them read as clean; {exact:.4} of {} paragraphs come back, {notes:.4} of {} notes; {} texts \
             with other characters {:?}",
            language.code,
            back.texts,
            back.clean,
            back.paragraphs,
            back.notes,
            back.altered.len(),
            back.altered
        );
        if exact < 0.98 || back.altered.len() * 50 > back.texts {
            failed.push(language.code);
        }
    }
    assert!(failed.is_empty(), "{failed:?}");
}

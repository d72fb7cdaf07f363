//! Adopted texts hard-wrapped as a script does it: in how many of them do the rules find something else than before?
//!
//! The texts are not part of this repository. Where they are is said by `RAPPORTEUR_CORPUS`; without them, the test says
//! that it was skipped.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use rapporteur::draft::Draft;
use rapporteur::language::ALL;
use rapporteur::messages::Locale;
use rapporteur::rules::{self, Rule};
use rapporteur::script::{is_invisible, is_wide};
use rayon::prelude::*;

use crate::shared_corpus::{adopted, corpus};

/// Columns of a line.
const WIDTH: usize = 78;

/// Every how many texts of the corpus one is taken.
const STRIDE: usize = 6;

/// Texts in a hundred in which other findings may stand.
const MOST: f64 = 3.0;

/// Where a line may be broken.
#[derive(Debug, Clone, Copy)]
enum LineBreaks {
    /// At spaces; a word that is longer than a line, and Chinese, between any two characters.
    Spaces,
    /// At spaces, and beside every wide character.
    WideCharacters,
}

fn columns(c: char) -> usize {
    if is_wide(c) { 2 } else { usize::from(!is_invisible(c)) }
}

/// A line in as many as it takes.
fn wrapped(line: &str, breaks: LineBreaks) -> Vec<String> {
    let mut lines = Vec::new();
    let mut rest = line;
    loop {
        let mut width = 0;
        let mut last = None;
        let mut end = rest.len();
        let mut before: Option<char> = None;
        for (at, c) in rest.char_indices() {
            let beside = before.is_some_and(|before| is_wide(before) || is_wide(c));
            if at > 0 && (c == ' ' || (beside && matches!(breaks, LineBreaks::WideCharacters))) {
                last = Some(at);
            }
            width += columns(c);
            if width > WIDTH {
                end = last.unwrap_or(at);
                break;
            }
            before = Some(c);
        }
        let (line, more) = rest.split_at(end);
        lines.push(line.to_owned());
        rest = more.strip_prefix(' ').unwrap_or(more);
        if rest.is_empty() {
            return lines;
        }
    }
}

/// A text with its lines broken; blank lines stay.
fn hard_wrapped(text: &str, breaks: LineBreaks) -> String {
    let lines: Vec<String> = text.split('\n').flat_map(|line| wrapped(line, breaks)).collect();
    lines.join("\n")
}

/// What is found in a text, and how often.
fn found(text: &str) -> BTreeMap<String, usize> {
    let mut found = BTreeMap::new();
    for finding in rules::check(text, &Draft::read(text), &Rule::is_on_by_default) {
        *found.entry(format!("{}: {}", finding.code, finding.message.text(&Locale::ENGLISH))).or_default() += 1;
    }
    found
}

/// The name of a text in which something else is found when it is wrapped, and an example of it.
fn other(path: &Path, breaks: LineBreaks) -> Option<String> {
    let text = fs::read_to_string(path).ok()?;
    let (before, after) = (found(&text), found(&hard_wrapped(&text, breaks)));
    let new = after.iter().find(|(what, count)| before.get(*what) != Some(count));
    let gone = before.iter().find(|(what, count)| after.get(*what) != Some(count));
    let (what, _) = new.or(gone)?;
    Some(format!("{}: {what}", path.file_stem().unwrap_or_default().to_string_lossy()))
}

#[test]
fn lines_of_a_script() {
    assert_eq!(wrapped("a b", LineBreaks::Spaces), ["a b"]);
    assert_eq!(wrapped("", LineBreaks::Spaces), [""]);
    let words = "lamp ".repeat(20);
    assert_eq!(wrapped(words.trim(), LineBreaks::Spaces), [words[..74].to_owned(), words[75..99].to_owned()]);
    let chinese = "灯".repeat(40);
    for breaks in [LineBreaks::Spaces, LineBreaks::WideCharacters] {
        let lines = wrapped(&chinese, breaks);
        assert_eq!(lines.iter().map(|line| line.chars().count()).collect::<Vec<_>>(), [39, 1]);
    }
}

#[test]
fn the_same_is_found_in_hard_wrapped_texts() {
    let Some(corpus) = corpus() else { return };
    let mut failed = Vec::new();
    for breaks in [LineBreaks::Spaces, LineBreaks::WideCharacters] {
        let (mut others, mut texts) = (0, 0);
        for language in ALL {
            let paths: Vec<_> = adopted(&corpus, language.code).into_iter().step_by(STRIDE).collect();
            let other: Vec<String> = paths.par_iter().filter_map(|path| other(path, breaks)).collect();
            println!("{breaks:?}, {}: {} of {} texts: {other:?}", language.code, other.len(), paths.len());
            others += other.len();
            texts += paths.len();
        }
        let share = others as f64 * 100.0 / texts as f64;
        println!("{breaks:?}: {share:.2} texts in a hundred");
        if share > MOST {
            failed.push(format!("{breaks:?}: {share:.2}"));
        }
    }
    assert!(failed.is_empty(), "{failed:?}");
}

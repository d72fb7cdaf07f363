//! Page text made clean again: adopted texts are printed on pages, with running heads, page numbers, notes at the foot
//! and bare markers, and unwrapped. How many of their paragraphs come back as they were?
//!
//! The texts are not part of this repository. Where they are is said by `RAPPORTEUR_CORPUS`; without them, the test says
//! that it was skipped.

mod shared_corpus;

use std::collections::{BTreeMap, HashMap, VecDeque};
use std::fs;
use std::path::Path;

use rapporteur::draft::edit::apply;
use rapporteur::draft::flow::{is_invisible, is_wide};
use rapporteur::draft::{Draft, Layout};
use rapporteur::language::{ALL, Language};
use rapporteur::revise::format::Manner;
use rapporteur::revise::unwrap;
use rayon::prelude::*;
use shared_corpus::corpus;

/// Columns of a page.
const WIDTH: usize = 80;
/// Lines of a page.
const LINES: usize = 44;

/// A text before it is printed: its lines, and its notes by their numbers.
struct Manuscript<'a> {
    symbol: &'a str,
    title: &'a str,
    lines: Vec<&'a str>,
    notes: VecDeque<(u32, &'a str)>,
}

impl<'a> Manuscript<'a> {
    fn of(text: &'a str) -> Option<Manuscript<'a>> {
        let (body, notes) = text.split_once("\n_______________\n").unwrap_or((text, ""));
        let lines: Vec<&str> = body.lines().filter(|line| !line.trim().is_empty()).collect();
        let title = lines.iter().find(|line| line.starts_with(|c: char| c.is_ascii_digit()) && line.contains('/'))?;
        let symbol = lines.iter().find(|line| line.starts_with("A/RES/"))?;
        let note = |line: &'a str| {
            let (label, text) = line.split_once(' ')?;
            Some((raised(label)?, text))
        };
        Some(Manuscript {
            symbol: symbol.trim(),
            title: title.trim(),
            lines,
            notes: notes.lines().filter_map(note).collect(),
        })
    }
}

/// A number in superscript digits.
fn raised(label: &str) -> Option<u32> {
    const DIGITS: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    let mut digits = label.chars().map(|c| Some(DIGITS.iter().position(|digit| *digit == c)? as u32));
    label.chars().next()?;
    digits.try_fold(0, |number, digit| Some(number * 10 + digit?))
}

/// The words that a line can be broken between, with the markers in them bare, as a PDF's text has them.
fn words(line: &str) -> Vec<String> {
    let mut bare = String::new();
    let mut chars = line.chars().peekable();
    let mut marked = false;
    while let Some(c) = chars.next() {
        let bracketed = c == '(' && chars.peek().is_some_and(|next| raised(&next.to_string()).is_some());
        match raised(&c.to_string()) {
            Some(digit) => {
                if !marked && !bare.ends_with('(') {
                    bare.push(' ');
                }
                bare.push_str(&digit.to_string());
            }
            None if bracketed => bare.push('('),
            None => bare.push(c),
        }
        marked = raised(&c.to_string()).is_some();
    }
    let mut words = Vec::new();
    for word in bare.split([' ', '\u{a0}']).filter(|word| !word.is_empty()) {
        // Chinese breaks anywhere but before a closing mark and inside of figures and Latin words.
        let mut piece = String::new();
        for c in word.chars() {
            let closing = "，。；：、）》」』”’！？".contains(c);
            let last = piece.chars().next_back();
            let opened = last.is_some_and(|last| "（《「『“".contains(last));
            if last.is_some_and(|last| is_wide(last) || is_wide(c)) && !closing && !opened {
                words.push(std::mem::take(&mut piece));
            }
            piece.push(c);
        }
        words.push(piece + " ");
    }
    words
}

/// A line broken at the page's width.
fn broken(line: &str, first: usize, others: usize) -> Vec<String> {
    let columns = |text: &str| text.chars().map(|c| if is_wide(c) { 2 } else { 1 }).sum::<usize>();
    let mut lines = vec![" ".repeat(first)];
    for word in words(line) {
        let last = lines.last_mut().expect("there is one");
        if columns(last) + columns(word.trim_end()) > WIDTH && last.trim() != "" {
            lines.push(" ".repeat(others) + &word);
        } else {
            last.push_str(&word);
        }
    }
    lines.into_iter().map(|line| line.trim_end().to_owned()).collect()
}

/// Prints a text.
fn printed(mut text: Manuscript) -> String {
    let mut pages: Vec<(Vec<String>, Vec<String>)> = vec![Default::default()];
    let masthead = text.lines.iter().position(|line| line.trim() == text.title).unwrap_or(0);
    for (i, line) in text.lines.iter().enumerate() {
        let lines = match line {
            _ if i < masthead => broken(line, 0, 0),
            _ if i == masthead => broken(line, 0, 0),
            row if row.contains('\t') => vec![(*row).to_owned()],
            _ => broken(line, 10, 4),
        };
        let mut calls: Vec<u32> = Vec::new();
        for run in line.split(|c: char| raised(&c.to_string()).is_none()).filter(|run| !run.is_empty()) {
            calls.extend(raised(run));
        }
        let mut called = Vec::new();
        while text.notes.front().is_some_and(|(number, _)| calls.contains(number)) {
            let (number, note) = text.notes.pop_front().expect("it was there");
            called.push(format!("       {number}"));
            called.extend(broken(note, 11, 4));
        }
        let (body, foot) = pages.last().expect("there is one");
        if body.len() + foot.len() + lines.len() + called.len() > LINES && !body.is_empty() {
            pages.push(Default::default());
        }
        let (body, foot) = pages.last_mut().expect("there is one");
        if i == masthead || i == masthead + 1 {
            body.push(String::new());
        }
        body.extend(lines);
        foot.extend(called);
    }
    let count = pages.len();
    let mut out = String::new();
    for (i, (body, foot)) in pages.into_iter().enumerate() {
        if i > 0 {
            let head: String = text.title.chars().take(40).collect();
            out += &format!("\u{c}{}              {head}\n\n", text.symbol);
        }
        out += &(body.join("\n") + "\n");
        if !foot.is_empty() {
            out += &format!("    __________________\n{}\n", foot.join("\n"));
        }
        out += &format!("\n{}/{count}                                  22-12345\n", i + 1);
    }
    out
}

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
    let clean = apply(&unwrap::unwrap(&page, &draft, Manner::of(&page, false)), &page);
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

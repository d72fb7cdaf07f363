//! Clean texts printed on pages, as their PDF's text would be.

use std::collections::VecDeque;

use rapporteur::script::is_wide;

/// Columns of a page.
const WIDTH: usize = 80;
/// Lines of a page.
const LINES: usize = 44;

/// A text before it is printed: its lines, and its notes by their numbers.
pub struct Manuscript<'a> {
    symbol: &'a str,
    title: &'a str,
    lines: Vec<&'a str>,
    notes: VecDeque<(u32, &'a str)>,
}

impl<'a> Manuscript<'a> {
    /// What a text in the clean layout is printed of; `None` without title or symbol.
    pub fn of(text: &'a str) -> Option<Manuscript<'a>> {
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
pub fn raised(label: &str) -> Option<u32> {
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
pub fn printed(mut text: Manuscript) -> String {
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

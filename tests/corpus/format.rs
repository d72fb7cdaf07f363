//! The laws of formatting on real texts, in every layout: what is formatted stays so, nothing but white space changes,
//! and the draft is read as before.
//!
//! The texts are not part of this repository. Where they are is said by `RAPPORTEUR_CORPUS`; without them, the test says
//! that it was skipped.

use std::fs;
use std::path::{Path, PathBuf};

use crate::shared_corpus::corpus;
use rapporteur::draft::edit::apply;
use rapporteur::draft::{Draft, Layout};
use rapporteur::revise::format::{self, FormatOptions};
use rayon::prelude::*;

/// All texts of the corpus.
fn texts(folder: &Path) -> Vec<PathBuf> {
    let mut folders = vec![folder.to_owned()];
    let mut texts = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "txt" || ending == "md") {
                texts.push(path);
            }
        }
    }
    texts
}

fn bare(text: &str) -> String {
    text.split_whitespace().collect()
}

/// What was read of a text, by its paragraphs, marks, notes and citations, without white space.
fn read(text: &str, draft: &Draft) -> Vec<String> {
    let at = |range: &std::ops::Range<usize>| bare(&text[range.clone()]);
    let mut all = vec![format!("{:?} {:?} {:?}", draft.layout, draft.language.code, draft.symbol)];
    all.extend(draft.elements.iter().map(|e| format!("{:?} {}", e.kind, at(&e.range))));
    all.extend(draft.paragraphs.iter().map(|p| {
        let label = p.label.as_ref().map(|label| (label.value, at(&label.range)));
        format!("{:?} {} {} {label:?} {}", p.kind, p.level, p.run, at(&p.range))
    }));
    all.extend(draft.markers.iter().map(|m| m.label.clone()));
    all.extend(draft.notes.iter().map(|n| format!("{} {}", n.label, bare(&n.text))));
    all.extend(
        draft.citations.iter().map(|c| format!("{} {:?} {}", c.symbol, c.date.as_ref().map(|d| d.0), at(&c.range))),
    );
    all.extend(draft.references.iter().map(|r| format!("{:?} {}", r.paragraph, at(&r.range))));
    all
}

/// Whether the laws hold for a text; whether it changed at all.
fn laws(name: &str, text: &str, called_markdown: bool) -> Result<bool, String> {
    let manner = FormatOptions::of(text, called_markdown);
    let draft = Draft::read(text);
    let edits = format::document(text, &draft, manner);
    let once = apply(&edits, text);
    let after = Draft::read(&once);
    let twice = format::formatted(&once, manner);
    if twice != once {
        let line = once.lines().zip(twice.lines()).find(|(a, b)| a != b);
        return Err(format!("{name}: not the same again: {line:?}"));
    }
    if bare(text) != bare(&once) {
        return Err(format!("{name}: more than white space changed"));
    }
    if read(text, &draft) != read(&once, &after) {
        return Err(format!("{name}: it is read otherwise"));
    }
    if draft.layout == Layout::Page && draft.parts.len() == 1 && once != text {
        return Err(format!("{name}: page text is let be"));
    }
    Ok(once != text)
}

/// A text made uneven in its white space, as people leave it: by its own length, so that it is the same every time.
fn uneven(text: &str) -> String {
    let mut out = String::new();
    for (i, line) in text.split('\n').enumerate() {
        let n = (i * 7 + line.len()) % 11;
        if n == 3 && !line.is_empty() {
            out += &line.replacen(' ', "  ", 3);
        } else {
            out += line;
        }
        out += match n {
            1 | 4 => "  ",
            5 => "\t",
            _ => "",
        };
        out.push('\n');
        if line.is_empty() && n == 0 {
            out += if i % 2 == 0 { "\n" } else { "   \n\n" };
        }
    }
    out
}

#[test]
fn the_laws_hold_on_real_texts() {
    let Some(corpus) = corpus() else { return };
    let texts = texts(&corpus);
    assert!(texts.len() > 2000, "{}", texts.len());
    let held: Vec<Result<(bool, bool), String>> =
        texts
            .par_iter()
            .filter_map(|path| {
                let text = fs::read_to_string(path).ok()?;
                let markdown = path.extension().is_some_and(|ending| ending == "md");
                let name = path.display().to_string();
                Some(laws(&name, &text, markdown).and_then(|changed| {
                    Ok((changed, laws(&format!("{name}, made uneven"), &uneven(&text), markdown)?))
                }))
            })
            .collect();
    let broken: Vec<&String> = held.iter().filter_map(|held| held.as_ref().err()).collect();
    let changed = held.iter().filter(|held| matches!(held, Ok((true, _)))).count();
    println!("{} texts, {changed} of them changed; {} break a law", held.len(), broken.len());
    for line in broken.iter().take(30) {
        println!("  {line}");
    }
    assert!(broken.is_empty());
}

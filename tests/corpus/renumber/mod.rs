//! Renumbering measured on adopted texts: a paragraph is deleted, put in or moved, the text is renumbered, and every label,
//! reference and footnote mark is held against what counting by hand gives.
//!
//! The texts are looked for as [`shared_corpus`] says; without them, the test says that it was skipped.

mod change;
mod truth;

use std::fs;
use std::path::{Path, PathBuf};

use crate::shared_corpus::corpus;
use change::{Change, KINDS, What};
use rapporteur::draft::Draft;
use rapporteur::draft::edit::apply;
use rapporteur::revise::renumber::{RenumberScope, renumber};
use rayon::prelude::*;
use truth::{Kind, Score, Text, sides};

/// For each language: the share of adopted texts in which nothing is to be renumbered, then of the labels, the references
/// and the footnote marks that have to change after one paragraph was, those that become what they should. They are set
/// just under what was reached; raise them with every gain.
const FLOORS: [(&str, [f64; 4]); 6] = [
    ("ar", [0.988, 0.996, 0.99, 0.999]),
    ("en", [0.994, 0.996, 0.999, 0.999]),
    ("es", [0.997, 0.995, 0.999, 0.999]),
    ("fr", [0.997, 0.997, 0.999, 0.999]),
    ("ru", [0.991, 0.996, 0.999, 0.999]),
    ("zh", [0.994, 0.996, 0.999, 0.999]),
];

/// What was counted in a language.
#[derive(Debug, Clone, Default)]
struct Sum {
    texts: u32,
    unchanged: u32,
    /// By kind of change, and over all of them.
    scores: [Score; KINDS.len()],
    /// Of "above" and "below", how many are right and how many there are: in the texts, and where something was moved.
    sides: [[u32; 2]; 2],
    wrong: Vec<String>,
}

impl Sum {
    fn plus(mut self, other: Sum) -> Sum {
        self.texts += other.texts;
        self.unchanged += other.unchanged;
        for (sum, more) in self.scores.iter_mut().zip(other.scores) {
            *sum = std::mem::take(sum).plus(more);
        }
        for (sum, more) in self.sides.iter_mut().flatten().zip(other.sides.into_iter().flatten()) {
            *sum += more;
        }
        self.wrong.extend(other.wrong);
        self
    }
}

fn texts(corpus: &Path, language: &str) -> Vec<PathBuf> {
    let folder = fs::read_dir(corpus.join("adopted").join(language)).expect("the folder can be read");
    let paths = folder.flatten().map(|entry| entry.path());
    let mut paths: Vec<PathBuf> = paths.filter(|path| path.extension().is_some_and(|ending| ending == "txt")).collect();
    paths.sort();
    paths
}

fn measure(number: usize, path: &Path) -> Sum {
    let text = fs::read_to_string(path).expect("the text can be read");
    let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let draft = Draft::read(&text);
    let mut sum = Sum { texts: 1, ..Sum::default() };
    let edits = renumber(&text, &draft, RenumberScope::ALL).edits;
    if !edits.is_empty() {
        // What stands wrong in it is no measure.
        let shown = edits.first().map(|edit| format!("{:?} -> {:?}", &text[edit.range.clone()], edit.text));
        sum.wrong.push(format!("{name} is not unchanged: {} edits, {}", edits.len(), shown.unwrap_or_default()));
        return sum;
    }
    sum.unchanged = 1;
    let known = Text::of(&text, &draft);
    for (which, kind) in KINDS.into_iter().enumerate() {
        let seed = (number as u64 + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ (which as u64) << 32;
        let Some(change) = Change::of(&known, kind, seed) else { continue };
        let edited = change.text();
        let read = Draft::read(&edited);
        let after = apply(&renumber(&edited, &read, RenumberScope::ALL).edits, &edited);
        let score = change.score(&after);
        if matches!(kind, What::Move | What::MoveSub) {
            let [before, moved] = [sides(&text, &draft), sides(&after, &Draft::read(&after))];
            for (sum, more) in sum.sides.iter_mut().flatten().zip(before.into_iter().chain(moved)) {
                *sum += more;
            }
        }
        if !score.is_right() {
            sum.wrong.push(format!("{name} {kind:?}: {}", score.first_wrong));
        }
        sum.scores[which] = std::mem::take(&mut sum.scores[which]).plus(score);
    }
    sum
}

#[test]
fn adopted_texts_are_renumbered_as_by_hand() {
    let Some(corpus) = corpus() else { return };
    let mut low = Vec::new();
    let verbose = std::env::var_os("RAPPORTEUR_WRONG").is_some();
    for (language, floors) in FLOORS {
        let texts = texts(&corpus, language);
        let sum =
            texts.par_iter().enumerate().map(|(number, path)| measure(number, path)).reduce(Sum::default, Sum::plus);
        let unchanged = f64::from(sum.unchanged) / f64::from(sum.texts.max(1));
        println!("\n{language}: {} texts, unchanged {unchanged:.4}", sum.texts);
        let mut all = Score::default();
        for (kind, score) in KINDS.into_iter().zip(sum.scores) {
            println!("  {:<28}{score}", format!("{kind:?}"));
            all = all.plus(score);
        }
        println!("  {:<28}{all}", "all");
        let [[before, of_before], [moved, of_moved]] = sum.sides;
        println!("  above and below right: {before}/{of_before} before a move, {moved}/{of_moved} after");
        if verbose {
            sum.wrong.iter().for_each(|wrong| println!("    {wrong}"));
        }
        let figures = [unchanged, all.share(Kind::Label), all.share(Kind::Reference), all.share(Kind::Mark)];
        for ((figure, floor), name) in
            figures.into_iter().zip(floors).zip(["unchanged", "labels", "references", "marks"])
        {
            if figure < floor {
                low.push(format!("{language}: {name} {figure:.4} is below {floor}"));
            }
        }
    }
    assert!(low.is_empty(), "{}", low.join("\n"));
}

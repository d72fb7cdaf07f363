//! Errors planted in good texts and mended, one by one and all together: what the law of mends says of each.

use std::fs;
use std::panic::catch_unwind;
use std::path::Path;

use rapporteur::draft::Draft;
use rapporteur::draft::edit::apply;
use rapporteur::language::ALL;
use rayon::prelude::*;

use crate::planted::{Chance, Good, invented, plants};
use crate::shared_corpus;
use crate::shared_corpus::printed::{Manuscript, printed};
use crate::thrown::mends::{Tally, law};

/// Every how many texts of the corpus one is taken.
const STRIDE: usize = 24;

/// How many errors are planted in a text, by themselves and then together.
const ERRORS: usize = 4;

/// The texts in which a mend broke the law, and what became of the others' mends.
#[derive(Default)]
struct Measured {
    texts: usize,
    tally: Tally,
    broken: Vec<String>,
}

impl Measured {
    fn and(mut self, other: Measured) -> Measured {
        self.texts += other.texts;
        self.tally.offered += other.tally.offered;
        self.tally.holding += other.tally.holding;
        self.tally.mended += other.tally.mended;
        self.tally.withheld += other.tally.withheld;
        self.broken.extend(other.broken);
        self
    }
}

/// Plants errors in a text, each by itself and then on top of each other.
fn measure(name: &str, path: &str, text: &str, seed: usize) -> Measured {
    let all: Vec<_> = plants().collect();
    let mut together = text.to_owned();
    let mut measured = Measured::default();
    let mut judge = |text: &str| {
        measured.texts += 1;
        match catch_unwind(|| law(text, Path::new(path))) {
            Ok(Tally { offered, holding, mended, withheld }) => {
                measured.tally.offered += offered;
                measured.tally.holding += holding;
                measured.tally.mended += mended;
                measured.tally.withheld += withheld;
            }
            Err(_) => measured.broken.push(name.to_owned()),
        }
    };
    for (nth, plant) in all.iter().cycle().skip(seed * ERRORS % all.len()).take(ERRORS).enumerate() {
        let planted = |text: &str| {
            let draft = Draft::read(text);
            let good = Good { text, draft: &draft, language: draft.language };
            let mut chance = Chance::of(seed as u64 * 31 + nth as u64);
            let mut edits = (plant.make)(&good, &mut chance)?;
            edits.sort_by_key(|edit| edit.range.start);
            Some(apply(&edits, text))
        };
        if let Some(text) = planted(text) {
            judge(&text);
        }
        together = planted(&together).unwrap_or(together);
    }
    judge(&together);
    measured
}

#[track_caller]
fn tell(what: &str, measured: &Measured) {
    let Measured { texts, tally, broken } = measured;
    let Tally { offered, holding, mended, withheld } = tally;
    println!(
        "{what}: {texts} texts with errors, {offered} mends offered, {holding} hold; {mended} mended together, {withheld} left"
    );
    assert!(broken.is_empty(), "{what}: the law is broken in {broken:?}");
}

#[test]
fn in_invented_drafts() {
    let texts = invented();
    let all = texts.par_iter().enumerate().map(|(i, (name, text))| {
        let path = if name.ends_with("layout 1") { "draft.md" } else { "draft.txt" };
        (0..12).map(|round| measure(name, path, text, i * 12 + round)).fold(Measured::default(), Measured::and)
    });
    tell("invented drafts", &all.reduce(Measured::default, Measured::and));
}

#[test]
fn in_adopted_texts() {
    let Some(corpus) = shared_corpus::corpus() else { return };
    let mut paths = Vec::new();
    for language in ALL {
        paths.extend(shared_corpus::adopted(&corpus, language.code).into_iter().step_by(STRIDE));
    }
    let all = paths.par_iter().enumerate().map(|(i, path)| {
        let (name, text) = (path.display().to_string(), fs::read_to_string(path).unwrap());
        let clean = measure(&name, "draft.txt", &text, i);
        let markdown = measure(&format!("{name} as Markdown"), "draft.md", &text, i + 1);
        let on_pages = Manuscript::of(&text).map(printed);
        let page = on_pages.map(|page| measure(&format!("{name} on pages"), "draft.txt", &page, i + 2));
        clean.and(markdown).and(page.unwrap_or_default())
    });
    tell("adopted texts", &all.reduce(Measured::default, Measured::and));
}

#[test]
fn in_texts_out_of_pdfs_drafts_and_other_bodies() {
    let Some(corpus) = shared_corpus::corpus() else { return };
    let mut paths = Vec::new();
    for folder in ["page_text", "drafts", "security_council", "other_bodies", "converted", "ldocs"] {
        let walked = ignore::WalkBuilder::new(corpus.join(folder)).sort_by_file_path(Path::cmp).build();
        let texts = walked.filter_map(|entry| Some(entry.ok()?.into_path()));
        paths.extend(texts.filter(|path| path.extension().is_some_and(|ending| ending == "txt" || ending == "md")));
    }
    let all = paths.par_iter().enumerate().step_by(5).filter_map(|(i, path)| {
        let text = fs::read_to_string(path).ok()?;
        Some(measure(&path.display().to_string(), path.file_name()?.to_str()?, &text, i))
    });
    tell("other texts", &all.reduce(Measured::default, Measured::and));
}

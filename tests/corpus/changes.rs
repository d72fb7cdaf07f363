//! What became of the paragraphs of one year's text in the next one's, beside tables that were made by reading: which
//! paragraph goes back to which, and whether its words are the same.
//!
//! The tables are in `docs/changes/pairs`; they hold labels alone. The texts are those of the shared corpus.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::shared_corpus::corpus;
use rapporteur::compare::{ItemKind, RevisionItem, TextRevision};
use rapporteur::draft::Draft;
use rapporteur::language::ALL;

/// What a table or the program says of one paragraph: where it comes from, and what was done to it.
type Told = BTreeMap<String, (String, String)>;

#[test]
fn each_paragraph_goes_back_to_its_own_of_last_year() {
    let Some(corpus) = corpus() else { return };
    let (mut rows, mut right, mut notes, mut right_notes, mut classes) = (0, 0, 0, 0, 0);
    for language in ALL {
        for pair in ["74-177_75-196", "75-196_76-187", "76-187_77-237", "77-237_78-229"] {
            let expected = table(&format!("{pair}.{}.tsv", language.code));
            let told = told(&corpus, pair, language.code);
            let names: std::collections::BTreeSet<&String> = expected.keys().chain(told.keys()).collect();
            for name in names {
                let [wanted, got] = [expected.get(name), told.get(name)];
                let is_right = wanted.map(|told| &told.0) == got.map(|told| &told.0);
                let is_class = wanted.map(|told| &told.1) == got.map(|told| &told.1);
                if !is_class {
                    println!("{pair} {}: {name} should be {wanted:?}, is {got:?}", language.code);
                }
                if name.starts_with("n") || name.starts_with("gone n") {
                    notes += 1;
                    right_notes += usize::from(is_right);
                } else {
                    rows += 1;
                    right += usize::from(is_right);
                    classes += usize::from(is_class);
                }
            }
        }
    }
    println!("paragraphs {right} of {rows}, what was done {classes}; notes {right_notes} of {notes}");
    assert!(right * 1000 >= rows * 990, "{right} of {rows}");
}

fn table(name: &str) -> Told {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/changes/pairs").join(name);
    let text = fs::read_to_string(file).unwrap();
    let row = |line: &str| {
        let [old, new, class] = line.split('\t').collect::<Vec<_>>().try_into().unwrap();
        row(old, new, class)
    };
    text.lines().skip(1).map(row).collect()
}

fn row(old: &str, new: &str, class: &str) -> (String, (String, String)) {
    match new {
        "" => (format!("gone {old}"), (String::new(), class.to_owned())),
        _ => (new.to_owned(), (old.to_owned(), class.to_owned())),
    }
}

fn told(corpus: &Path, pair: &str, language: &str) -> Told {
    let (old, new) = pair.split_once('_').unwrap();
    let read = |symbol: &str| {
        let name = format!("seed_family/A_RES_{}.{language}.txt", symbol.replace('-', "_"));
        fs::read_to_string(corpus.join(name)).unwrap()
    };
    let (old, new) = (read(old), read(new));
    let (was, is) = (Draft::read(&old), Draft::read(&new));
    let revision = TextRevision::between((&old, &was), (&new, &is));
    let mut told = Told::new();
    for line in &revision.rows {
        let class = line.change.code();
        let olds: Vec<String> = line.old.iter().map(|at| name(&revision.old[*at])).collect();
        let news: Vec<String> = line.new.iter().map(|at| name(&revision.new[*at])).collect();
        match news.as_slice() {
            [] => told.extend(olds.iter().map(|old| row(old, "", class))),
            news => told.extend(news.iter().map(|new| row(&olds.join(" "), new, class))),
        }
    }
    told
}

fn name(item: &RevisionItem) -> String {
    let path = item.outline.path.replace(' ', "");
    match item.outline.kind {
        ItemKind::Title => "title".to_owned(),
        ItemKind::Preambular => format!("pp{path}"),
        ItemKind::Operative | ItemKind::Sub => format!("op{path}"),
        ItemKind::Note => format!("n{path}"),
        ItemKind::Section | ItemKind::Part | ItemKind::Annex => format!("h{}", item.outline.range.start),
    }
}

/// How long two texts take to be compared once they are read: printed, and held to nothing, since a clock is no oracle.
#[test]
fn how_long_a_comparison_takes() {
    let Some(corpus) = corpus() else { return };
    let read = |name: &str| fs::read_to_string(corpus.join("seed_family").join(name)).unwrap();
    let time = |name: &str, old: &str, new: &str| {
        let (before, after) = (Draft::read(old), Draft::read(new));
        let mut times: Vec<std::time::Duration> = (0..9)
            .map(|_| {
                let begun = std::time::Instant::now();
                std::hint::black_box(TextRevision::between((old, &before), (new, &after)));
                begun.elapsed()
            })
            .collect();
        let known = TextRevision::between((old, &before), (new, &after));
        let mut again: Vec<std::time::Duration> = (0..9)
            .map(|_| {
                let begun = std::time::Instant::now();
                std::hint::black_box(known.again((old, &before), (new, &after)));
                begun.elapsed()
            })
            .collect();
        times.sort();
        again.sort();
        println!(
            "{name}: {} and {} bytes, {} paragraphs: p50 {:.1?}, again {:.1?}",
            old.len(),
            new.len(),
            after.paragraphs.len(),
            times[4],
            again[4]
        );
    };
    for language in ALL {
        // As many paragraphs as there are in sixty kilobytes.
        let [old, new] = ["A_RES_77_237", "A_RES_78_229"].map(|name| {
            let text = read(&format!("{name}.{}.txt", language.code));
            let end = text.match_indices("\n\n").map(|(at, _)| at).take_while(|at| *at < 60_000).last();
            text[..end.unwrap_or(text.len())].to_owned()
        });
        time(language.code, &old, &new);
    }
    // A volume of ten thousand paragraphs, of which each tenth subparagraph is another one a year later and each tenth paragraph is
    // followed by a new one. No paragraph has a number of four digits.
    let volume = |year: usize| {
        let mut text = "A/RES/92/14\n\n92/14. Lamps\n\nThe General Assembly,\n\nRecalling the lamps,\n\n".to_owned();
        let mut number = 0;
        for ward in 0..909 {
            number += 1;
            text +=
                &format!("{number}. Decides to light the lamps of ward {ward} of Port {} at dusk:\n\n", ward * 7 % 97);
            for (at, letter) in ('a'..='j').enumerate() {
                let lamp = ward * 10 + at;
                let times = if lamp % 10 == 3 { year } else { 0 };
                text += &format!("({letter}) Lamp {lamp} of the quay {}, {times} times;\n\n", lamp * 7 % 997);
            }
            if ward % 10 == 7 && year > 1 {
                number += 1;
                text += &format!("{number}. Requests the keepers of ward {ward} to clean their glass;\n\n");
            }
        }
        text
    };
    time("a volume", &volume(1), &volume(2));
}

//! Agreed language over many texts: how long it takes to index them and to answer, how large the index is, and how many sentences
//! are found again with two words changed. `RAPPORTEUR_COPIES=10` takes each adopted text ten times, each copy as of another
//! session.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use crate::desk::Desk;
use crate::shared_corpus::corpus;
use rapporteur::agreed::{AgreedIndex, Question};
use rapporteur::compare::{ItemKind, outline};
use rapporteur::draft::Draft;
use rapporteur::workspace::{IndexProgress, read_texts};

/// One in so many paragraphs is asked for.
const EACH: usize = 151;

/// Texts as of some sessions, each session's in a folder; how many there are, and their bytes.
fn copies(adopted: &Path, to: &Path, count: u32) -> (usize, usize) {
    let (mut texts, mut bytes) = (0, 0);
    for copy in 0..count {
        let session = format!("{}/", 77 - copy);
        for entry in walk(adopted) {
            let text = fs::read_to_string(&entry).unwrap();
            let text = if copy == 0 { text } else { text.replace("77/", &session) };
            let folder = to.join(copy.to_string()).join(entry.parent().unwrap().file_name().unwrap());
            fs::create_dir_all(&folder).unwrap();
            bytes += text.len();
            texts += 1;
            fs::write(folder.join(entry.file_name().unwrap()), text).unwrap();
        }
    }
    (texts, bytes)
}

fn walk(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        match entry.is_dir() {
            true => found.extend(walk(&entry)),
            false if entry.extension().is_some_and(|ending| ending == "txt") => found.push(entry),
            false => {}
        }
    }
    found.sort();
    found
}

/// Two words of a paragraph exchanged for others, at places that its length tells; `None` of one that is short or long.
fn with_two_others(said: &str, language: &str) -> Option<String> {
    if language == "zh" {
        let mut chars: Vec<char> = said.chars().collect();
        let count = chars.len();
        if !(24..160).contains(&count) {
            return None;
        }
        for at in [count / 3, 2 * count / 3] {
            chars[at] = '灯';
            chars[at + 1] = '塔';
        }
        return Some(chars.into_iter().collect());
    }
    let mut words: Vec<&str> = said.split(' ').collect();
    let count = words.len();
    if !(12..80).contains(&count) {
        return None;
    }
    for at in [count / 3, 2 * count / 3] {
        words[at] = "lighthouses";
    }
    Some(words.join(" "))
}

#[test]
fn sentences_with_two_words_changed_are_found_again() {
    let Some(corpus) = corpus() else { return };
    let copied = std::env::var("RAPPORTEUR_COPIES").ok().and_then(|count| count.parse().ok()).unwrap_or(1);
    let desk = Desk::new("agreed");
    let folder = desk.path("texts");
    let (texts, bytes) = copies(&corpus.join("adopted"), &folder, copied);
    let index = AgreedIndex::at(&desk.path("agreed.sqlite"));
    let folders = [folder.clone()];
    let keep_up = || {
        let begun = Instant::now();
        let keeper = index.keep_up().unwrap();
        std::thread::scope(|scope| {
            let read = || {
                read_texts(&folders, &IndexProgress::default(), |path, stamp| keeper.wants(path, stamp), &keeper);
            };
            scope.spawn(read).join().unwrap();
        });
        keeper.end(|_| true).unwrap();
        let kept = index.texts().unwrap();
        (kept, begun.elapsed())
    };
    let (kept, first) = keep_up();
    let (_, again) = keep_up();
    let size = fs::metadata(index.path()).unwrap().len();
    println!(
        "{texts} texts of {bytes} bytes indexed in {first:.1?}, looked through again in {again:.1?}; the index has {size} bytes"
    );
    assert_eq!(kept, texts);
    assert!(size < 2 * bytes as u64, "{size}");

    let (mut asked, mut found, mut number) = (0, 0, 0);
    let mut times: Vec<Duration> = Vec::new();
    for path in walk(&folder.join("0")) {
        let text = fs::read_to_string(&path).unwrap();
        let draft = Draft::read(&text);
        let Some(symbol) = draft.symbol.clone() else { continue };
        for item in outline(&text, &draft, &(0..text.len())) {
            let Some(paragraph) = item.index.filter(|_| item.kind != ItemKind::Note) else { continue };
            number += 1;
            if number % EACH != 0 {
                continue;
            }
            let said = draft.running(&text, paragraph).text;
            let Some(words) = with_two_others(&said, draft.language.code) else { continue };
            let begun = Instant::now();
            let question = Question { words: &words, folders: &folders, except: None, limit: 20 };
            let answer = index.ask(&question).unwrap();
            times.push(begun.elapsed());
            asked += 1;
            let has_it = answer.iter().flat_map(|wording| &wording.places).any(|place| place.symbol == symbol);
            found += usize::from(has_it);
            if !has_it && asked - found <= 10 {
                println!("{} {}: not found", path.display(), item.path);
            }
        }
    }
    times.sort();
    let at = |share: usize| times[(times.len() - 1) * share / 100];
    println!("{found} of {asked} found; an answer takes {:.1?}, p99 {:.1?}, at most {:.1?}", at(50), at(99), at(100));
    assert!(found * 100 >= asked * 95, "{found} of {asked}");
}

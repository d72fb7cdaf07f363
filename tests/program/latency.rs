//! How long what is asked at each key takes, over standard input and output. `cargo test --test program latency::
//! -- --ignored --nocapture` tells it; nothing here fails for being slow.

use std::time::{Duration, Instant};

use crate::drafts;
use crate::harness::{Document, Editor};
use rapporteur::complete::{CompletionContext, complete};
use rapporteur::language::{CHINESE, ENGLISH};
use rapporteur::library::AuthorityCache;
use rapporteur::library::store::Store;
use rapporteur::library::store::import::{Input, import};
use rapporteur::symbol::Symbol;
use rapporteur::workspace::{Instrument, ParsedText, WorkspaceIndex};
use serde_json::Value;

/// How often each is asked for.
const TIMES: usize = 200;

/// Types words at a byte, asks, and takes them out again. Gives how long the answers took, in order.
fn times(editor: &mut Editor, draft: &mut Document, at: usize, words: &str, method: &str) -> Vec<Duration> {
    let mut times = Vec::new();
    for _ in 0..TIMES {
        draft.edit(editor, at..at, words);
        editor.newest_findings(draft);
        let mut params = draft.at(at + words.len());
        if method.ends_with("Formatting") {
            params["ch"] = "\n".into();
            params["options"] = serde_json::json!({ "tabSize": 4, "insertSpaces": true });
        }
        let begun = Instant::now();
        let answer = editor.ask(method, params);
        times.push(begun.elapsed());
        drop::<Value>(answer);
        draft.edit(editor, at..at + words.len(), "");
        editor.newest_findings(draft);
    }
    times.sort();
    times
}

#[test]
#[ignore = "tells how long things take"]
fn completion_and_enter() {
    for (language, resolution, words, mid) in [
        (ENGLISH, " and its resolution 6", " and its resolution discrimin", " a"),
        (CHINESE, "和其第6", "和其第儿童权利", "的"),
    ] {
        for size in [60_000, 1_000_000] {
            let text = drafts::draft(language, drafts::HARBOURS, size);
            let mut editor = Editor::start();
            let mut draft = Document::open(&mut editor, "file:///drafts/harbours.resolution", &text);
            editor.findings(&draft);
            let read = rapporteur::draft::Draft::read(&text);
            let operative = read.paragraphs.iter().filter(|p| p.level == 0 && p.label.is_some()).nth(3).unwrap();
            let end = operative.range.end;
            let inside = end - text[..end].chars().next_back().map_or(0, char::len_utf8);
            let completion = "textDocument/completion";
            for (what, at, typed, method) in [
                ("a completion in the middle of a sentence", inside, mid, completion),
                ("a completion of an instrument", inside, resolution, completion),
                ("a completion by the words of a title", inside, words, completion),
                ("a completion of an opening", end, "\n\n5. ", completion),
                ("a completion of a symbol", inside, " A/C.3/", completion),
                ("Enter behind a paragraph", end, "\n", "textDocument/onTypeFormatting"),
            ] {
                let times = times(&mut editor, &mut draft, at, typed, method);
                let of = |share: usize| times[(times.len() - 1) * share / 100];
                println!("{} {size}: {what}, p50 {:?}, p99 {:?}", language.code, of(50), of(99));
            }
            editor.goodbye();
        }
    }
}

#[test]
#[ignore = "tells how long things take"]
fn instruments_with_many_texts_and_tables() {
    const MANY: u32 = 20_000;
    let library = WorkspaceIndex::new();
    let words = ["harbours", "lamps", "night", "keepers", "tides", "signals", "pilots", "fog"];
    let title = |n: u32| {
        let word = |by: u32| words[(n / by % 8) as usize];
        format!("{} and {} of the {} in the {} {n}", word(1), word(8), word(64), word(512))
    };
    for n in 0..MANY {
        let symbol = Symbol::parse(&format!("A/RES/{}/{}", 43 + n / 400, n % 400 + 1)).unwrap();
        let path = std::path::PathBuf::from(format!("/texts/{n}.txt"));
        let about = Instrument { path: path.clone(), symbol, language: ENGLISH, title: Some(title(n)), adopted: None };
        library.put(library.ticket(), &path, Some(about));
    }
    let rows =
        (0..MANY).map(|n| format!("A/RES/{}/{}\t{}\t2001-12-{:02}\n", 43 + n / 400, n % 400 + 1, title(n), n % 28 + 1));
    let table: String = std::iter::once("symbol\ttitle\tadopted\n".to_owned()).chain(rows).collect();
    let file = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("latency.sqlite");
    let _ = std::fs::remove_file(&file);
    let input = Input { name: "t.tsv".to_owned(), bytes: Box::new(std::io::Cursor::new(table.into_bytes())) };
    import(&file, [input], |_, _| {}, |_, _| {}).unwrap();
    let authority = AuthorityCache::of(Store::open(&file).unwrap());
    let draft = drafts::draft(ENGLISH, drafts::HARBOURS, 60_000);
    let read = rapporteur::draft::Draft::read(&draft);
    let end = read.paragraphs[3].range.end - 1;
    for typed in ["", "9", "99", "62/17", "harbours", "fog tides", "lamps 19999", "nothing"] {
        let words = format!(" and its resolution {typed}");
        let text = format!("{}{words}{}", &draft[..end], &draft[end..]);
        let reading = ParsedText::of(text).unwrap();
        let params = CompletionContext {
            reading: &reading,
            offset: end + words.len(),
            library: &library,
            authority: &authority,
            interface: None,
        };
        let mut times: Vec<Duration> = Vec::new();
        let mut offered = 0;
        for _ in 0..TIMES {
            let begun = Instant::now();
            offered = complete(params).items.len();
            times.push(begun.elapsed());
        }
        let first = times[0];
        times.sort();
        let of = |share: usize| times[(times.len() - 1) * share / 100];
        println!("“{typed}”: {offered} offered, the first time in {first:?}, p50 {:?}, p99 {:?}", of(50), of(99));
    }
}

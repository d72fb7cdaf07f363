//! How long what is asked at each key takes, over standard input and output. `cargo test --test latency -- --ignored
//! --nocapture` tells it; nothing here fails for being slow.

#[path = "harness/mod.rs"]
mod harness;

#[path = "../benches/drafts/mod.rs"]
#[allow(dead_code)]
mod drafts;

use std::time::{Duration, Instant};

use harness::{Document, Editor};
use rapporteur::language::{CHINESE, ENGLISH};
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

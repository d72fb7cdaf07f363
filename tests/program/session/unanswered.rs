//! Clients that don't answer, take back what they asked, or close what they asked about.

use serde_json::{Value, json};

use crate::harness::{Document, Editor, capabilities, example};

const URI: &str = "file:///drafts/night-sky.txt";

/// A client that can be asked for everything that this server asks for.
fn willing() -> Editor {
    let mut capabilities = capabilities();
    capabilities["workspace"] =
        json!({ "configuration": true, "didChangeWatchedFiles": { "dynamicRegistration": true } });
    Editor::with(json!({ "processId": null, "rootUri": null, "capabilities": capabilities })).0
}

#[test]
fn a_client_that_never_answers_is_served_all_the_same() {
    let mut editor = willing();
    let mut draft = Document::open(&mut editor, URI, &example("night-sky.en.resolution.txt"));
    editor.findings(&draft);
    // Each would be a question.
    for _ in 0..300 {
        editor.tell("workspace/didChangeConfiguration", json!({ "settings": null }));
    }
    let questions: Vec<Value> = (0..4).map(|_| editor.hear_request("workspace/configuration")).collect();
    editor.hear_request("client/registerCapability");
    draft.edit(&mut editor, 0..0, "\n");
    editor.newest_findings(&draft);
    assert!(editor.ask("textDocument/documentSymbol", draft.itself()).is_array());

    // The first answer at last: it holds, and what was missed is asked, once.
    editor.answer(&questions[0], json!([{ "select": ["footnote-order"] }]));
    assert_eq!(editor.findings(&draft).codes(), [""; 0]);
    let missed = editor.hear_request("workspace/configuration");
    editor.answer(&missed, json!([{ "select": ["symbol-malformed"] }]));
    assert_eq!(editor.findings(&draft).codes(), ["symbol-malformed"]);
    // An answer that comes after a later one's is out of date.
    editor.answer(&questions[1], json!([{ "select": ["footnote-order"] }]));
    draft.edit(&mut editor, 0..0, "\n");
    assert_eq!(editor.newest_findings(&draft).codes(), ["symbol-malformed"]);
    editor.goodbye();
}

#[test]
fn what_is_cancelled_is_answered_with_the_protocols_error() {
    let mut editor = Editor::start();
    let draft = Document::open(&mut editor, URI, &example("night-sky.en.resolution.txt").repeat(40));
    let mut cancelled = 0;
    let asked: Vec<i64> = (0..400)
        .map(|_| {
            let id = editor.send_request("textDocument/documentSymbol", draft.itself());
            editor.tell("$/cancelRequest", json!({ "id": id }));
            id
        })
        .collect();
    for id in asked {
        let answer = editor.answer_to(id);
        // One that is done when the word comes has its result.
        if answer.get("error").is_some() {
            assert_eq!(answer["error"]["code"], -32800, "{answer}");
            cancelled += 1;
        }
    }
    // The first reading of the text alone takes longer than all of these.
    assert!(cancelled > 0);
    editor.newest_findings(&draft);
    editor.goodbye();
}

#[test]
fn a_closed_document_is_refused_and_a_changed_one_answered_as_it_stood() {
    let mut editor = Editor::start();
    let mut draft = Document::open(&mut editor, URI, &example("night-sky.en.resolution.txt"));
    editor.findings(&draft);
    let before = editor.send_request("textDocument/documentSymbol", draft.itself());
    draft.edit(&mut editor, 0..0, "Draft\n");
    let after = editor.send_request("textDocument/documentSymbol", draft.itself());
    // What was asked about a text is answered about that text (LSP 3.17, "ContentModified").
    let line = |answer: Value| answer["result"][0]["range"]["start"]["line"].as_u64().unwrap();
    let (before, after) = (line(editor.answer_to(before)), line(editor.answer_to(after)));
    assert_eq!(after, before + 1);
    editor.newest_findings(&draft);
    let itself = draft.itself();
    draft.close(&mut editor);
    let late = editor.ask_anyway("textDocument/documentSymbol", itself);
    assert_eq!(late["error"]["code"], -32602, "{late}");
    assert_eq!(editor.findings_at(URI).list, [] as [Value; 0]);
    editor.goodbye();
}

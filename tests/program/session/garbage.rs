//! Clients that don't keep to the protocol.

use serde_json::{Value, json};

use crate::harness::{Document, Editor, example};

const URI: &str = "file:///drafts/night-sky.txt";

/// The server is alive and knows the draft.
fn still_answers(editor: &mut Editor, draft: &Document) {
    let at = draft.first("²").start;
    let hover = editor.ask("textDocument/hover", draft.at(at));
    assert_eq!(hover["contents"]["value"], "United Nations, Treaty Series, vol. 3907, No. 61204.");
}

fn open(editor: &mut Editor) -> Document {
    let draft = Document::open(editor, URI, &example("night-sky.en.resolution.txt"));
    editor.findings(&draft);
    draft
}

#[test]
fn frames_that_make_no_sense_cost_only_themselves() {
    let mut editor = Editor::start();
    let draft = open(&mut editor);
    let complaints = [
        ("Content-Length: 9\r\n\r\n{\"id\": 12", -32700),
        ("Content-Length: 4\r\n\r\n\"hm\"", -32600),
        ("Content-Length: 2\r\n\r\n[]", -32600),
        ("Content-Length: 2\r\n\r\n\u{fffd}", -32700),
    ];
    for (bytes, code) in complaints {
        editor.send_bytes(bytes.as_bytes());
        if bytes.ends_with('\u{fffd}') {
            // A length that ends inside a character: the rest of it stands before the next header.
            still_answers(&mut editor, &draft);
        }
        assert_eq!(editor.hear_complaint()["error"]["code"], code, "{bytes:?}");
    }
    editor.send_bytes(b"\r\nGET / HTTP/1.1\r\nHost: localhost\r\n\r\n\xff\xfe\r\n");
    still_answers(&mut editor, &draft);
    editor.goodbye();
}

#[test]
fn requests_before_the_beginning_are_refused() {
    let mut editor = Editor::silent();
    let answer = editor.ask_anyway("textDocument/hover", json!({}));
    assert_eq!(answer["error"]["code"], -32002);
    let unopened = json!({ "uri": URI, "languageId": "resolution", "version": 1, "text": "x" });
    editor.tell("textDocument/didOpen", json!({ "textDocument": unopened }));
    editor.ask("initialize", json!({ "processId": null, "rootUri": null, "capabilities": {} }));
    let again = editor.ask_anyway("initialize", json!({ "processId": null, "rootUri": null, "capabilities": {} }));
    assert_eq!(again["error"]["code"], -32600);
    editor.tell("initialized", json!({}));
    let draft = open(&mut editor);
    still_answers(&mut editor, &draft);
    editor.goodbye();
}

#[test]
fn what_is_not_known_is_refused() {
    let mut editor = Editor::start();
    let unknown =
        json!({ "textDocument": { "uri": "file:///nowhere.txt" }, "position": { "line": 0, "character": 0 } });
    for method in ["textDocument/hover", "textDocument/definition", "textDocument/documentSymbol"] {
        let answer = editor.ask_anyway(method, unknown.clone());
        assert_eq!(answer["error"]["code"], -32602, "{method}");
        assert!(answer["error"]["message"].as_str().unwrap().contains("nowhere.txt"));
    }
    assert_eq!(editor.ask_anyway("textDocument/hover", json!({ "position": 7 }))["error"]["code"], -32602);
    assert_eq!(editor.ask_anyway("resolution/adopt", json!({}))["error"]["code"], -32601);
    assert_eq!(editor.ask_anyway("$/adopt", json!({}))["error"]["code"], -32601);
    // A notification that asks for an answer.
    assert_eq!(editor.ask_anyway("initialized", json!({}))["error"]["code"], -32600);
    editor.tell("resolution/adopted", json!({}));
    editor.tell("$/setTrace", json!({ "value": "loudly" }));
    editor.tell("$/cancelRequest", json!({ "id": 4711 }));
    editor.send_bytes(b"Content-Length: 39\r\n\r\n{\"jsonrpc\":\"2.0\",\"id\":99,\"result\":null}");
    let draft = open(&mut editor);
    still_answers(&mut editor, &draft);
    editor.goodbye();
}

#[test]
fn changes_out_of_turn_do_no_harm() {
    let mut editor = Editor::start();
    let mut draft = Document { uri: "file:///never-opened.txt".to_owned(), ..open(&mut editor) };
    draft.edit(&mut editor, 0..0, "x");
    draft.clone().close(&mut editor);

    // A change without a version is no change; one whose version goes back is one.
    let mut draft = Document { text: draft.text[1..].to_owned(), version: -7, uri: URI.to_owned(), ..draft };
    editor
        .tell("textDocument/didChange", json!({ "textDocument": { "uri": URI }, "contentChanges": [{ "text": "" }] }));
    draft.edit(&mut editor, 0..0, "\n");
    assert_eq!(editor.findings(&draft).version, Some(-6));

    // Positions beyond the text, and ranges the wrong way round.
    let far = json!({ "line": 4_000_000_000_u32, "character": 4_000_000_000_u32 });
    let beyond = json!({ "range": { "start": far, "end": far }, "text": "\n" });
    let origin = json!({ "line": 0, "character": 0 });
    let backwards = json!({ "range": { "start": { "line": 1, "character": 0 }, "end": origin }, "text": "" });
    let document = json!({ "uri": URI, "version": 9 });
    let changes = json!([beyond, backwards]);
    editor.tell("textDocument/didChange", json!({ "textDocument": document, "contentChanges": changes }));
    draft.text = format!("{}\n", &draft.text[1..]);
    draft.version = 9;
    editor.newest_findings(&draft);
    let beyond = json!({ "textDocument": { "uri": URI }, "position": far });
    assert_eq!(editor.ask("textDocument/hover", beyond), Value::Null);
    still_answers(&mut editor, &draft);

    // Opened once more, closed twice.
    let draft = open(&mut editor);
    still_answers(&mut editor, &draft);
    draft.clone().close(&mut editor);
    draft.close(&mut editor);
    assert_eq!(editor.findings_at(URI).list, [] as [Value; 0]);
    editor.goodbye();
}

#[test]
fn half_a_character_is_a_character() {
    let mut editor = Editor::start();
    let mut draft = open(&mut editor);
    let at = json!({ "line": 0, "character": 0 });
    let document = json!({ "uri": URI, "version": 2 });
    let change = json!({ "range": { "start": at, "end": at }, "text": "HALF\n" });
    let params = json!({ "textDocument": document, "contentChanges": [change] });
    let body = json!({ "jsonrpc": "2.0", "method": "textDocument/didChange", "params": params }).to_string();
    let body = body.replace("HALF", "\\ud83d");
    editor.send_bytes(format!("Content-Length: {}\r\n\r\n{body}", body.len()).as_bytes());
    draft.version = 2;
    draft.text.insert_str(0, "\u{fffd}\n");
    editor.newest_findings(&draft);
    still_answers(&mut editor, &draft);
    editor.goodbye();
}

#[test]
fn settings_of_any_shape_are_taken() {
    let options = json!({ "ignore": 7, "select": { "a": "b" }, "colour": "blue" });
    let params = json!({ "processId": null, "rootUri": null, "capabilities": {}, "initializationOptions": options });
    let mut editor = Editor::with(params).0;
    let draft = open(&mut editor);
    for settings in [json!(null), json!([]), json!({ "rapporteur": "no" }), json!({ "rapporteur": { "ignore": [1] } })]
    {
        editor.tell("workspace/didChangeConfiguration", json!({ "settings": settings }));
    }
    still_answers(&mut editor, &draft);
    for part in ["Give ignore a list", "Give select a list", "no setting “colour”", "The list ignore holds names"] {
        let told = editor.hear("window/showMessage");
        assert!(told["message"].as_str().unwrap().contains(part), "{told}");
    }
    editor.goodbye();
}

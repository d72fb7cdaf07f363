//! How a conversation begins and ends.

#[cfg(unix)]
use std::process::Command;

use serde_json::{Value, json};

use crate::harness::{Document, Editor, capabilities, example};

const URI: &str = "file:///drafts/night-sky.txt";

#[test]
fn the_server_says_who_it_is_and_what_it_can_do() {
    let params = json!({ "processId": null, "rootUri": null, "capabilities": capabilities() });
    let (editor, answer) = Editor::with(params);
    assert_eq!(answer["serverInfo"], json!({ "name": "rapporteur", "version": env!("CARGO_PKG_VERSION") }));
    let can = &answer["capabilities"];
    assert_eq!(can["textDocumentSync"]["change"], 2, "incremental");
    assert_eq!(can["textDocumentSync"]["openClose"], true);
    for provider in [
        "hoverProvider",
        "definitionProvider",
        "referencesProvider",
        "documentSymbolProvider",
        "workspaceSymbolProvider",
    ] {
        assert_eq!(can[provider], true, "{provider}");
    }
    assert!(can["documentLinkProvider"].is_object());
    assert_eq!(can["workspace"]["workspaceFolders"]["supported"], true);
    editor.goodbye();
}

#[test]
fn findings_are_cleared_on_close() {
    let mut editor = Editor::start();
    let draft = Document::open(&mut editor, URI, &example("night-sky.en.resolution.txt"));
    assert!(!editor.findings(&draft).list.is_empty());
    draft.close(&mut editor);
    assert_eq!(editor.findings_at(URI).list, [] as [Value; 0]);

    // Opened again it is checked again, and closed at once it is clear in the end.
    let draft = Document::open(&mut editor, URI, &example("night-sky.en.resolution.txt"));
    assert_eq!(editor.findings(&draft).version, Some(1));
    for _ in 0..50 {
        let draft = Document::open(&mut editor, URI, "The General Assembly,\n\n1. Decides.\n\n3. Decides.\n");
        draft.close(&mut editor);
    }
    // What waits is replaced by what is newer, so there may be fewer lists than closings; the last clears.
    let other = Document::open(&mut editor, "file:///drafts/other.txt", "The General Assembly,\n\n1. Decides.\n");
    editor.findings(&other);
    let heard = editor.heard_findings(URI);
    assert_eq!(heard.last().map(|findings| (findings.version, findings.list.len())), Some((None, 0)), "{heard:?}");
    editor.goodbye();
}

#[test]
fn rules_can_be_switched_off_while_the_server_runs() {
    let mut editor = Editor::start();
    let draft = Document::open(&mut editor, URI, &example("night-sky.en.resolution.txt"));
    assert!(editor.findings(&draft).codes().contains(&"operative-numbering"));
    let settings = json!({ "rapporteur": { "ignore": ["operative-numbering", "no-such-rule"] } });
    editor.tell("workspace/didChangeConfiguration", json!({ "settings": settings }));
    let findings = editor.findings(&draft);
    assert_eq!(findings.version, Some(1));
    assert!(!findings.codes().contains(&"operative-numbering"), "{findings:?}");
    let told = editor.hear("window/showMessage");
    assert!(told["message"].as_str().unwrap().contains("no rule “no-such-rule”"), "{told}");

    let settings = json!({ "rapporteur": { "select": ["operative-numbering"] } });
    editor.tell("workspace/didChangeConfiguration", json!({ "settings": settings }));
    assert_eq!(editor.findings(&draft).codes(), ["operative-numbering"]);
    editor.goodbye();
}

#[test]
fn a_client_that_wants_to_be_asked_for_settings_is_asked() {
    let mut capabilities = capabilities();
    capabilities["workspace"]["configuration"] = json!(true);
    let mut editor = Editor::with(json!({ "processId": null, "rootUri": null, "capabilities": capabilities })).0;
    let draft = Document::open(&mut editor, URI, &example("night-sky.en.resolution.txt"));
    editor.findings(&draft);
    editor.tell("workspace/didChangeConfiguration", json!({ "settings": null }));
    let asked = editor.grant("workspace/configuration", json!([{ "select": ["symbol-malformed"] }]));
    assert_eq!(asked["items"][0]["section"], "rapporteur");
    assert_eq!(editor.findings(&draft).codes(), ["symbol-malformed"]);
    editor.goodbye();
}

#[test]
fn nothing_but_the_end_is_answered_after_shutdown() {
    let mut editor = Editor::start();
    editor.ask("shutdown", Value::Null);
    let late = editor.ask_anyway("textDocument/hover", json!({}));
    assert_eq!(late["error"]["code"], -32600);
    editor.tell("exit", Value::Null);
    let (status, unread) = editor.left();
    assert_eq!((status.code(), unread.len()), (Some(0), 0));
}

#[test]
fn exit_alone_is_a_failure() {
    for started in [false, true] {
        let mut editor = if started { Editor::start() } else { Editor::silent() };
        editor.tell("exit", Value::Null);
        let (status, unread) = editor.left();
        assert_eq!((status.code(), unread.len()), (Some(1), 0), "started: {started}");
    }
}

#[test]
fn the_end_of_the_input_is_the_end() {
    let mut editor = Editor::start();
    editor.hang_up();
    assert_eq!(editor.left().0.code(), Some(1));

    let mut editor = Editor::start();
    editor.ask("shutdown", Value::Null);
    editor.hang_up();
    assert_eq!(editor.left().0.code(), Some(0));
}

#[test]
fn what_was_asked_before_the_input_ended_is_answered() {
    let mut editor = Editor::start();
    Document::open(&mut editor, URI, &example("night-sky.en.resolution.txt"));
    let id = editor.send_request("textDocument/documentSymbol", json!({ "textDocument": { "uri": URI } }));
    editor.hang_up();
    assert!(editor.answer_to(id)["result"].is_array());
    editor.left();
}

#[cfg(unix)]
#[test]
fn a_vanished_editor_ends_the_server() {
    let mut process = Command::new("sleep").arg("600").spawn().unwrap();
    let params = json!({ "processId": process.id(), "rootUri": null, "capabilities": capabilities() });
    let mut editor = Editor::with(params).0;
    let draft = Document::open(&mut editor, URI, "Draft");
    editor.findings(&draft);
    process.kill().unwrap();
    process.wait().unwrap();
    // Its input is still open.
    assert_eq!(editor.left().0.code(), Some(1));
}

//! What the stored library knows comes into the findings, in its own time.

use std::process::{Command, Stdio};

use serde_json::{Value, json};

use crate::harness::{Editor, Workspace, capabilities};

const TABLE: &str = "symbol,title,adopted\nA/RES/91/7,Protection of the night sky,2036-12-03\n";

const DRAFT: &str =
    "The General Assembly,\n\nRecalling its resolution 91/7 of 4 December 2036,\n\nDecides to look up.\n";

fn import(folder: &Workspace) {
    std::fs::write(folder.join("table.csv"), TABLE).unwrap();
    let imported = Command::new(env!("CARGO_BIN_EXE_rapporteur"))
        .args(["library", "--library", "library.sqlite", "import", "table.csv"])
        .current_dir(&**folder)
        .stdout(Stdio::null())
        .status()
        .unwrap();
    assert!(imported.success());
}

fn start(folder: &Workspace) -> Editor {
    let mut editor = Editor::silent_with_library(&folder.join("library.sqlite"));
    editor.ask("initialize", json!({ "processId": null, "rootUri": null, "capabilities": capabilities() }));
    editor.tell("initialized", json!({}));
    editor
}

fn open(editor: &mut Editor, uri: &str) {
    let document = json!({ "uri": uri, "languageId": "plaintext", "version": 1, "text": DRAFT });
    editor.tell("textDocument/didOpen", json!({ "textDocument": document }));
}

/// Whether a list of findings is this draft's and has the finding that only the library can tell.
fn tells(list: &Value, uri: &str) -> bool {
    let code = |finding: &Value| finding["code"] == "citation-date";
    list["uri"] == uri && list["diagnostics"].as_array().unwrap().iter().any(code)
}

/// Waits for a list of findings that has the one that only the library can tell, and ends the conversation. By what
/// each check met the library, the list comes once or several times, but never again without that finding.
fn told(mut editor: Editor, uri: &str) {
    while !tells(&editor.hear("textDocument/publishDiagnostics"), uri) {}
    for message in editor.goodbye_with_unread() {
        assert_eq!(message["method"], "textDocument/publishDiagnostics", "{message}");
        assert!(tells(&message["params"], uri), "{message}");
    }
}

#[test]
fn a_draft_is_checked_again_when_the_library_was_asked() {
    let folder = Workspace::new("session-knowledge");
    import(&folder);
    let mut editor = start(&folder);
    open(&mut editor, "file:///drafts/a.txt");
    told(editor, "file:///drafts/a.txt");
}

#[test]
fn the_library_that_the_settings_name_is_what_drafts_are_checked_by() {
    let folder = Workspace::new("session-knowledge-named");
    import(&folder);
    let mut editor = Editor::start();
    open(&mut editor, "file:///drafts/a.txt");
    let list = editor.hear("textDocument/publishDiagnostics");
    assert_eq!(list["diagnostics"], json!([]));
    let named = json!({ "library": { "file": folder.join("library.sqlite") } });
    editor.tell("workspace/didChangeConfiguration", json!({ "settings": { "rapporteur": named } }));
    told(editor, "file:///drafts/a.txt");
}

#[test]
fn a_library_may_come_while_the_editor_is_open() {
    let folder = Workspace::new("session-knowledge-late");
    let mut editor = start(&folder);
    let told_so = editor.hear("window/showMessage");
    assert!(told_so["message"].as_str().unwrap().ends_with("Rapporteur goes on without it."), "{told_so}");
    open(&mut editor, "file:///drafts/a.txt");
    let list = editor.hear("textDocument/publishDiagnostics");
    assert_eq!(list["diagnostics"], json!([]));
    editor.tell("textDocument/didClose", json!({ "textDocument": { "uri": "file:///drafts/a.txt" } }));
    editor.hear("textDocument/publishDiagnostics");
    import(&folder);
    // What was imported is seen when the next draft is opened.
    open(&mut editor, "file:///drafts/b.txt");
    told(editor, "file:///drafts/b.txt");
}

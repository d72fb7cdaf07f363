//! Where words have stood before, asked in an editor.

use std::fs;

use serde_json::{Value, json};

use crate::compare::{EARLIER, later};
use crate::harness::{Document, Editor, cache, capabilities, path_of, uri};
use crate::workspace::Workspace;

/// An editor in a folder with last year's text and the draft, once all texts are read.
fn start(folder: &Workspace, locale: &str, settings: Value) -> (Editor, Document) {
    fs::write(folder.join("last-year.txt"), EARLIER).unwrap();
    fs::write(folder.join("draft.txt"), later()).unwrap();
    let mut capabilities = capabilities();
    capabilities["window"] = json!({ "showDocument": { "support": true } });
    capabilities["workspace"] = json!({ "codeLens": { "refreshSupport": true } });
    let folders = json!([{ "uri": uri(folder), "name": "drafts" }]);
    let params = json!({
        "processId": null, "rootUri": null, "workspaceFolders": folders, "capabilities": capabilities, "locale": locale,
        "initializationOptions": settings,
    });
    let mut editor = Editor::with(params).0;
    editor.hear("window/logMessage");
    editor.grant("workspace/codeLens/refresh", Value::Null);
    let draft = Document::open(&mut editor, &uri(&folder.join("draft.txt")), &later());
    editor.findings(&draft);
    (editor, draft)
}

fn ask(editor: &mut Editor, draft: &Document, start: usize, end: usize) -> Value {
    let range = json!({ "start": draft.position(start), "end": draft.position(end) });
    let params = json!({ "command": "rapporteur.showAgreedLanguage", "arguments": [draft.uri, range] });
    editor.ask_anyway("workspace/executeCommand", params)
}

fn shown(editor: &mut Editor) -> String {
    let shown = editor.grant("window/showDocument", json!({ "success": true }));
    let page = path_of(shown["uri"].as_str().unwrap());
    fs::read_to_string(page).unwrap()
}

#[test]
fn the_page_tells_where_a_paragraph_stood_before() {
    let folder = Workspace::new("agreed-page");
    let (mut editor, draft) = start(&folder, "en", Value::Null);
    let lamps = draft.first("light the lamps").start;
    assert_eq!(ask(&mut editor, &draft, lamps, lamps)["result"], Value::Null);
    let page = shown(&mut editor);
    let (told, link) = page.split_once("](").unwrap();
    assert_eq!(
        told,
        "# Where these words have stood before\n\n> Decides to light the lamps of all harbours before the evening;\n\n\
         ## These words stand in one paragraph.\n\n- [A/RES/92/14, operative paragraph 1"
    );
    // From the page to the text: editors that show it as a page follow no address of a file.
    let way = link.strip_suffix("#L9)\n").unwrap();
    let reached = fs::canonicalize(cache().join("cards").join(way)).unwrap();
    assert_eq!(reached, fs::canonicalize(folder.join("last-year.txt")).unwrap());
    editor.goodbye();
}

#[test]
fn the_selected_words_are_looked_for_and_what_is_like_them() {
    let folder = Workspace::new("agreed-selection");
    let (mut editor, draft) = start(&folder, "fr", Value::Null);
    // “Once a week” was exchanged for “every morning”.
    let selected = draft.first("Requests the keepers to clean the glass of their lamps every morning");
    assert_eq!(ask(&mut editor, &draft, selected.start, selected.end)["result"], Value::Null);
    let page = shown(&mut editor);
    assert!(page.contains("once a week") && page.contains("A/RES/92/14"), "{page}");
    editor.goodbye();
}

#[test]
fn outside_of_a_paragraph_and_without_an_index_it_is_said_what_to_do() {
    let folder = Workspace::new("agreed-none");
    let (mut editor, draft) = start(&folder, "en", Value::Null);
    let said = ask(&mut editor, &draft, 0, 0)["error"]["message"].clone();
    assert_eq!(said, "Put the cursor into a paragraph, or select the words that you are looking for.");
    editor.goodbye();

    let (mut editor, draft) = start(&folder, "en", json!({ "cache": false }));
    let said = ask(&mut editor, &draft, 0, 9)["error"]["message"].as_str().unwrap().to_owned();
    assert!(
        said.starts_with("There is no index of the texts at hand, since the setting `rapporteur.cache` is off"),
        "{said}"
    );
    editor.goodbye();
}

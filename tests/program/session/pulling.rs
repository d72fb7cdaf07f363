//! A client that asks for findings, and one that follows what the server does.

use serde_json::{Value, json};

use crate::harness::{Document, Editor, capabilities, uri};
use crate::workspace::Workspace;

const DRAFT: &str = "The General Assembly,\n\nRecalling A/Res/90/211,\n\n1. Decides to rest;\n\n2. Decides to wait.\n";

/// An editor that asks for findings and knows no other way.
fn asking() -> Value {
    let mut all = capabilities();
    all["textDocument"].as_object_mut().unwrap().remove("publishDiagnostics");
    all["textDocument"]["diagnostic"] = json!({ "relatedDocumentSupport": true });
    all["workspace"] = json!({ "diagnostics": { "refreshSupport": true }, "configuration": false });
    all
}

fn codes(items: &Value) -> Vec<&str> {
    items.as_array().unwrap().iter().map(|item| item["code"].as_str().unwrap()).collect()
}

#[test]
fn who_asks_for_findings_is_sent_none() {
    let params = json!({ "processId": null, "rootUri": null, "capabilities": asking() });
    let (mut editor, answer) = Editor::with(params);
    assert_eq!(answer["capabilities"]["diagnosticProvider"]["workspaceDiagnostics"], true);
    let mut draft = Document::open(&mut editor, "file:///drafts/lamps.resolution", DRAFT);
    let report = editor.ask("textDocument/diagnostic", draft.itself());
    assert_eq!(report["kind"], "full");
    assert_eq!(codes(&report["items"]), ["symbol-malformed"]);
    // The same again is no news.
    let mut again = draft.itself();
    again["previousResultId"] = report["resultId"].clone();
    let unchanged = editor.ask("textDocument/diagnostic", again.clone());
    assert_eq!((&unchanged["kind"], &unchanged["resultId"]), (&json!("unchanged"), &report["resultId"]));
    let place = draft.first("A/Res");
    draft.edit(&mut editor, place, "A/RES");
    let mended = editor.ask("textDocument/diagnostic", again);
    assert_eq!((&mended["kind"], codes(&mended["items"])), (&json!("full"), vec![]));
    // It fails if a list was sent.
    editor.goodbye();
}

#[test]
fn who_is_sent_findings_is_not_told_to_ask() {
    let mut both = capabilities();
    both["textDocument"]["diagnostic"] = json!({});
    let params = |capabilities: &Value| json!({ "processId": null, "rootUri": null, "capabilities": capabilities });
    let (mut editor, answer) = Editor::with(params(&both));
    assert_eq!(answer["capabilities"]["diagnosticProvider"], Value::Null);
    let draft = Document::open(&mut editor, "file:///drafts/lamps.resolution", DRAFT);
    assert_eq!(editor.findings(&draft).codes(), ["symbol-malformed"]);
    editor.goodbye();
    // Unless it prefers to.
    both["experimental"] = json!({ "rapporteurPull": true });
    let (editor, answer) = Editor::with(params(&both));
    assert_eq!(answer["capabilities"]["diagnosticProvider"]["interFileDependencies"], true);
    editor.goodbye();
}

#[test]
fn all_drafts_of_the_workspace_are_told_and_what_is_none_is_passed_over() {
    let folder = Workspace::new("pulling");
    std::fs::write(folder.join("lamps.resolution.txt"), DRAFT).unwrap();
    std::fs::write(folder.join("open.resolution.txt"), DRAFT).unwrap();
    std::fs::write(
        folder.join("minutes.txt"),
        "Minutes of the keepers\n\nWe talked about A/Res/90/211 and the lamps.\n",
    )
    .unwrap();
    let folders = json!([{ "uri": uri(&folder), "name": "drafts" }]);
    let params = json!({ "processId": null, "rootUri": null, "workspaceFolders": folders, "capabilities": asking() });
    let mut editor = Editor::with(params).0;
    let told = editor.hear("window/logMessage");
    assert_eq!(told["type"], 3, "it is for information");
    let open = uri(&folder.join("open.resolution.txt"));
    let draft = Document::open(&mut editor, &open, &DRAFT.replace("A/Res", "A/RES"));
    editor.ask("textDocument/diagnostic", draft.itself());
    let report = editor.ask("workspace/diagnostic", json!({ "previousResultIds": [] }));
    let items = report["items"].as_array().unwrap();
    let told: Vec<(&str, Vec<&str>)> = items
        .iter()
        .map(|item| (item["uri"].as_str().unwrap().rsplit('/').next().unwrap(), codes(&item["items"])))
        .collect();
    assert_eq!(told, [("open.resolution.txt", vec![]), ("lamps.resolution.txt", vec!["symbol-malformed"])]);
    let known: Vec<Value> = items.iter().map(|item| json!({ "uri": item["uri"], "value": item["resultId"] })).collect();
    let again = editor.ask("workspace/diagnostic", json!({ "previousResultIds": known }));
    assert!(again["items"].as_array().unwrap().iter().all(|item| item["kind"] == "unchanged"), "{again}");
    editor.goodbye();
}

#[test]
fn several_ranges_are_laid_out_at_once() {
    let mut able = capabilities();
    able["textDocument"]["rangeFormatting"] = json!({ "rangesSupport": true });
    let params = json!({ "processId": null, "rootUri": null, "capabilities": able });
    let (mut editor, answer) = Editor::with(params);
    assert_eq!(answer["capabilities"]["documentRangeFormattingProvider"], json!({ "rangesSupport": true }));
    let text = "The General Assembly,\n\nRecalling   the lamps,\n\n1.   Decides to rest;\n\n2.   Decides to wait.\n";
    let draft = Document::open(&mut editor, "file:///drafts/lamps.resolution", text);
    editor.findings(&draft);
    let mut asked = draft.itself();
    asked["ranges"] = json!([draft.range(draft.first("Recalling")), draft.range(draft.first("wait"))]);
    asked["options"] = json!({ "tabSize": 4, "insertSpaces": true });
    let edits = editor.ask("textDocument/rangesFormatting", asked);
    let lines: Vec<u64> =
        edits.as_array().unwrap().iter().map(|edit| edit["range"]["start"]["line"].as_u64().unwrap()).collect();
    assert_eq!(lines, [2, 6], "the paragraph between them stays: {edits}");
    editor.goodbye();
}

#[test]
fn what_the_server_does_is_told_to_whom_follows_it() {
    let (mut editor, mut draft) = {
        let mut editor = Editor::start();
        editor.tell("$/setTrace", json!({ "value": "verbose" }));
        let draft = Document::open(&mut editor, "file:///drafts/lamps.resolution", DRAFT);
        (editor, draft)
    };
    let told = editor.hear("$/logTrace");
    assert!(
        told["message"].as_str().unwrap().starts_with("Checked file:///drafts/lamps.resolution: 1 finding"),
        "{told}"
    );
    assert_eq!(told["verbose"], "symbol-malformed");
    editor.findings(&draft);
    editor.tell("$/setTrace", json!({ "value": "off" }));
    let place = draft.first("A/Res");
    draft.edit(&mut editor, place, "A/RES");
    assert_eq!(editor.newest_findings(&draft).list, Vec::<Value>::new());
    // A check that was under way may still have been told.
    let unread = editor.goodbye_with_unread();
    assert!(unread.iter().all(|message| message["method"] == "$/logTrace"), "{unread:#?}");
}

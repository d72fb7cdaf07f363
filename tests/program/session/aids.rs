//! What helps to read: folds, growing selections, colours, titles behind numbers.

use serde_json::{Value, json};

use crate::harness::{Document, Editor, Workspace, capabilities, uri};

const DRAFT: &str = "The General Assembly,

Recalling its resolution 92/14 of 3 December 2037,

1. Decides:

(a) To light the lamps, and the fires;

(b) To sleep.
";

fn ask(editor: &mut Editor, draft: &Document, method: &str, more: Value) -> Value {
    let mut params = json!({ "textDocument": { "uri": draft.uri } });
    params.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    editor.ask(method, params)
}

#[test]
fn parts_fold() {
    let mut editor = Editor::start();
    let draft = Document::open(&mut editor, "untitled:1", DRAFT);
    editor.findings(&draft);
    let folds = ask(&mut editor, &draft, "textDocument/foldingRange", json!({}));
    assert_eq!(folds, json!([{ "startLine": 0, "endLine": 2 }, { "startLine": 4, "endLine": 8 }]));
    editor.goodbye();
}

#[test]
fn selections_grow() {
    let mut editor = Editor::start();
    let draft = Document::open(&mut editor, "untitled:1", DRAFT);
    editor.findings(&draft);
    let place = draft.range(draft.first("lamps"))["start"].clone();
    let found = ask(&mut editor, &draft, "textDocument/selectionRange", json!({ "positions": [place] }));
    let (mut range, mut words) = (&found[0], Vec::new());
    while !range.is_null() {
        words.push(draft.text_at(&range["range"]));
        range = &range["parent"];
    }
    assert_eq!(words[..3], ["lamps", "To light the lamps", "To light the lamps, and the fires;"]);
    assert_eq!(words.last(), Some(&DRAFT));
    editor.goodbye();
}

#[test]
fn words_are_coloured_in_all_of_the_draft_or_a_part() {
    let mut editor = Editor::start();
    let draft = Document::open(&mut editor, "untitled:1", DRAFT);
    editor.findings(&draft);
    let told = ask(&mut editor, &draft, "textDocument/semanticTokens/full", json!({}));
    assert_eq!(
        told["data"],
        json!([
            2, 0, 9, 0, 0, // Recalling
            0, 25, 5, 2, 0, // 92/14
            0, 9, 15, 4, 0, // 3 December 2037
            2, 0, 2, 1, 0, // 1.
            0, 3, 7, 0, 0, // Decides
            2, 0, 3, 1, 0, // (a)
            2, 0, 3, 1, 0, // (b)
        ])
    );
    let range = draft.range(draft.first("1. Decides"));
    let told = ask(&mut editor, &draft, "textDocument/semanticTokens/range", json!({ "range": range }));
    assert_eq!(told["data"], json!([4, 0, 2, 1, 0, 0, 3, 7, 0, 0]));
    editor.goodbye();
}

const ARABIC: &str = "إن الجمعية العامة،

إذ تشير إلى قرارها 92/14 المؤرخ 3 كانون الأول/ديسمبر 2037، وإلى الوثيقة A/92/118،

1 - تقرر:

(أ) أن تضيء المصابيح؛
";

/// Where an editor shows coloured and linked words apart from the others, only those are that don't cut a run of writing
/// from right to left.
#[test]
fn arabic_lines_keep_their_order_in_editors_that_ask_for_it() {
    for asked in [false, true] {
        let mut capabilities = capabilities();
        capabilities["experimental"] = json!({ "rapporteurWholeRuns": asked });
        let mut editor = Editor::with(json!({ "processId": null, "rootUri": null, "capabilities": capabilities })).0;
        let draft = Document::open(&mut editor, "untitled:1", ARABIC);
        editor.findings(&draft);
        let told = ask(&mut editor, &draft, "textDocument/semanticTokens/full", json!({}));
        let whole = json!([
            2, 72, 8, 3, 0, // A/92/118
            2, 0, 3, 1, 0, // 1 -
            0, 4, 4, 0, 0, // تقرر, which is all that runs from the right in its line
            2, 0, 3, 1, 0, // (أ)
        ]);
        assert_eq!(told["data"] == whole, asked, "{told}");
        let links = ask(&mut editor, &draft, "textDocument/documentLink", json!({}));
        let places: Vec<&Value> =
            links.as_array().unwrap().iter().map(|link| &link["range"]["start"]["character"]).collect();
        assert_eq!(places, if asked { vec![72] } else { vec![19, 72] });
        editor.goodbye();
    }
}

#[test]
fn titles_stand_behind_numbers_when_they_are_wanted() {
    let folder = Workspace::new("session-hints");
    std::fs::write(
        folder.join("92-14.txt"),
        "92/14. Dark and quiet skies\n\nThe General Assembly,\n\nDecides to sleep.\n",
    )
    .unwrap();
    let mut capabilities = capabilities();
    capabilities["workspace"] = json!({ "inlayHint": { "refreshSupport": true } });
    let folders = json!([{ "uri": uri(&folder), "name": "drafts" }]);
    let params =
        json!({ "processId": null, "rootUri": null, "workspaceFolders": folders, "capabilities": capabilities });
    let mut editor = Editor::with(params).0;
    editor.hear("window/logMessage");
    let draft = Document::open(&mut editor, "untitled:1", DRAFT);
    editor.findings(&draft);
    let all = draft.range(0..DRAFT.len());
    let none = ask(&mut editor, &draft, "textDocument/inlayHint", json!({ "range": all }));
    assert_eq!(none, Value::Null, "they are off at first");
    editor.tell("workspace/didChangeConfiguration", json!({ "settings": { "rapporteur": { "hints": true } } }));
    editor.grant("workspace/inlayHint/refresh", Value::Null);
    let hints = ask(&mut editor, &draft, "textDocument/inlayHint", json!({ "range": all }));
    assert_eq!(hints.as_array().unwrap().len(), 1);
    assert_eq!(hints[0]["label"], "Dark and quiet skies");
    assert_eq!(hints[0]["position"], draft.range(draft.first("92/14"))["end"]);
    editor.goodbye();
}

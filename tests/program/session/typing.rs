//! Enter, as an editor tells of it, in the drafts of several languages.

use serde_json::{Value, json};

use crate::harness::{Document, Editor};

const URI: &str = "file:///drafts/lamps.resolution";

const DRAFT: &str = "The General Assembly,\n\nRecalling the lamps,\n\n1. Decides to light the lamps;\n\n\
                     2. Requests the keepers to keep them lit;\n\n3. Decides to meet again.\n";

fn open(text: &str, settings: Value) -> (Editor, Document) {
    let mut editor = Editor::start();
    editor.tell("workspace/didChangeConfiguration", json!({ "settings": { "rapporteur": settings } }));
    let draft = Document::open(&mut editor, URI, text);
    editor.findings(&draft);
    (editor, draft)
}

/// Presses Enter at a byte. Gives what the server answers.
fn enter(editor: &mut Editor, draft: &mut Document, byte: usize) -> Value {
    draft.edit(editor, byte..byte, "\n");
    editor.newest_findings(draft);
    let mut params = draft.at(byte + 1);
    params["ch"] = "\n".into();
    params["options"] = json!({ "tabSize": 4, "insertSpaces": true });
    editor.ask("textDocument/onTypeFormatting", params)
}

/// Applies edits, the last first, and gives the draft's text.
fn applied(editor: &mut Editor, draft: &mut Document, edits: &Value) -> String {
    for edit in edits.as_array().unwrap().iter().rev() {
        let old = draft.text_at(&edit["range"]);
        let start = old.as_ptr() as usize - draft.text.as_ptr() as usize;
        let range = start..start + old.len();
        draft.edit(editor, range, edit["newText"].as_str().unwrap());
    }
    editor.newest_findings(draft);
    draft.text.clone()
}

#[test]
fn enter_begins_the_next_paragraph() {
    let (mut editor, mut draft) = open("大会，\n\n回顾灯塔，\n\n1. 决定点灯；\n", json!({}));
    let end = draft.first("点灯；").end;
    let edits = enter(&mut editor, &mut draft, end);
    assert_eq!(edits.as_array().unwrap().len(), 1);
    assert_eq!(edits[0]["range"]["start"], edits[0]["range"]["end"], "nothing is replaced");
    assert_eq!(applied(&mut editor, &mut draft, &edits), "大会，\n\n回顾灯塔，\n\n1. 决定点灯；\n\n2. \n");
    // Enter behind the empty label takes it away.
    let end = draft.first("2. ").end;
    let edits = enter(&mut editor, &mut draft, end);
    assert_eq!(applied(&mut editor, &mut draft, &edits), "大会，\n\n回顾灯塔，\n\n1. 决定点灯；\n\n\n");
    editor.goodbye();
}

#[test]
fn in_prose_and_with_labels_switched_off_it_only_ends_the_line() {
    let (mut editor, mut draft) = open(DRAFT, json!({}));
    let end = draft.first("lamps,").end;
    assert_eq!(enter(&mut editor, &mut draft, end), Value::Null);
    editor.goodbye();
    let (mut editor, mut draft) = open(DRAFT, json!({ "typing": { "labels": false } }));
    let end = draft.first("the lamps;").end;
    assert_eq!(enter(&mut editor, &mut draft, end), Value::Null);
    editor.goodbye();
}

#[test]
fn the_paragraphs_below_are_numbered_anew_where_that_is_wanted() {
    let (mut editor, mut draft) = open(DRAFT, json!({ "typing": { "renumber": true } }));
    let end = draft.first("the lamps;").end;
    let edits = enter(&mut editor, &mut draft, end);
    let text = applied(&mut editor, &mut draft, &edits);
    let labels: Vec<&str> = text.lines().filter_map(|line| line.split_once(". ").map(|(label, _)| label)).collect();
    assert_eq!(labels, ["1", "2", "3", "4"], "{text}");
    editor.goodbye();
    // What refers to them goes with them, and what stands above is no reference to the new one.
    let text = "大会，\n\n回顾长夜，\n\n1．决定按照下文第2段点亮灯火；\n\n2．请看守人：\n\n㈠ 点灯；\n\n㈡ 按照上文第1段休息；\n\n3．决定按照上文第2段休息。\n";
    let (mut editor, mut draft) = open(text, json!({ "typing": { "renumber": true } }));
    let end = draft.first("灯火；").end;
    let edits = enter(&mut editor, &mut draft, end);
    assert_eq!(
        applied(&mut editor, &mut draft, &edits),
        "大会，\n\n回顾长夜，\n\n1．决定按照下文第3段点亮灯火；\n\n2．\n\n3．请看守人：\n\n㈠ 点灯；\n\n㈡ 按照上文第1段休息；\n\n4．决定按照上文第3段休息。\n"
    );
    editor.goodbye();
    let (mut editor, mut draft) = open(DRAFT, json!({}));
    let end = draft.first("the lamps;").end;
    assert_eq!(enter(&mut editor, &mut draft, end).as_array().unwrap().len(), 1, "it is off at first");
    editor.goodbye();
}

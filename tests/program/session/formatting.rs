//! Formatting, and page text made a clean draft, as an editor asks for them.

use std::ops::Range;

use serde_json::{Value, json};

use crate::harness::{Document, Editor, capabilities};

const URI: &str = "file:///drafts/lamps.resolution";

const UNEVEN: &str = "The General Assembly,  \n\n\nRecalling  the 灯 lamps of 3 May 2031,\n\n1.   Decides to light them;\n\n2. \
                      Decides  to meet.\n";

const PAGE: &str = "\
          The General Assembly,
          Recalling the long nights of the northern harbours and the
    lamps 1 that were kept alight in them by generations of
    keepers, whose names have been lost and whose work is still
    remembered,
    __________________
       1
           A/93/85.
\u{c}          1.    Decides to light the lamps.
";

const CLEAN: &str = "\
The General Assembly,

Recalling the long nights of the northern harbours and the lamps¹ that were kept alight in them by generations of \
keepers, whose names have been lost and whose work is still remembered,

1. Decides to light the lamps.

__________________
¹ A/93/85.
";

fn start() -> (Editor, Value) {
    let mut capabilities = capabilities();
    capabilities["textDocument"]["codeAction"] =
        json!({ "codeActionLiteralSupport": { "codeActionKind": { "valueSet": ["quickfix", "refactor"] } } });
    capabilities["workspace"] = json!({ "applyEdit": true, "workspaceEdit": { "documentChanges": true } });
    Editor::with(json!({ "processId": null, "rootUri": null, "capabilities": capabilities }))
}

/// Makes the changes of an answer, the last first, and tells the server.
fn apply(editor: &mut Editor, draft: &mut Document, edits: &Value) {
    let place = |edit: &Value| -> Range<usize> {
        let text = draft.text_at(&edit["range"]);
        let start = text.as_ptr() as usize - draft.text.as_ptr() as usize;
        start..start + text.len()
    };
    let edits = edits.as_array().unwrap().iter();
    let edits: Vec<_> = edits.map(|edit| (place(edit), edit["newText"].as_str().unwrap().to_owned())).collect();
    for (range, new) in edits.into_iter().rev() {
        draft.edit(editor, range, &new);
    }
}

fn format(editor: &mut Editor, draft: &Document, range: Option<Range<usize>>) -> Value {
    let options = json!({ "tabSize": 4, "insertSpaces": true });
    let mut params = json!({ "textDocument": { "uri": draft.uri }, "options": options });
    match range {
        None => editor.ask("textDocument/formatting", params),
        Some(range) => {
            params["range"] = draft.range(range);
            editor.ask("textDocument/rangeFormatting", params)
        }
    }
}

#[test]
fn a_draft_and_a_part_of_it_are_formatted() {
    let (mut editor, answer) = start();
    assert_eq!(answer["capabilities"]["documentFormattingProvider"], true);
    assert_eq!(answer["capabilities"]["documentRangeFormattingProvider"], true);
    let mut draft = Document::open(&mut editor, URI, UNEVEN);
    editor.newest_findings(&draft);
    let line = draft.first("Recalling");
    let edits = format(&mut editor, &draft, Some(line));
    apply(&mut editor, &mut draft, &edits);
    assert_eq!(draft.text, UNEVEN.replace("Recalling  the", "Recalling the").replace("3 May", "3\u{a0}May"));
    let edits = format(&mut editor, &draft, None);
    apply(&mut editor, &mut draft, &edits);
    assert_eq!(
        draft.text,
        "The General Assembly,\n\nRecalling the 灯 lamps of 3\u{a0}May 2031,\n\n1. Decides to light them;\n\n2. Decides to \
         meet.\n"
    );
    assert_eq!(format(&mut editor, &draft, None), json!([]));
    editor.newest_findings(&draft);
    editor.goodbye();
}

#[test]
fn page_text_becomes_a_clean_draft_in_one_change() {
    let (mut editor, answer) = start();
    let commands = answer["capabilities"]["executeCommandProvider"]["commands"].as_array().unwrap();
    assert!(commands.contains(&json!("rapporteur.unwrap")), "{commands:?}");
    let mut draft = Document::open(&mut editor, URI, PAGE);
    editor.newest_findings(&draft);
    assert_eq!(format(&mut editor, &draft, None), json!([]), "formatting alone lets a page be");
    let context = json!({ "diagnostics": [], "only": ["refactor.rewrite"] });
    let document = json!({ "uri": URI });
    let params = json!({ "textDocument": document, "range": draft.range(0..0), "context": context });
    let actions = editor.ask("textDocument/codeAction", params);
    assert_eq!(actions[0]["title"], "Make a clean draft of this page text");
    assert_eq!(actions[0]["kind"], "refactor.rewrite");
    let command = &actions[0]["command"];
    let params = json!({ "command": command["command"], "arguments": command["arguments"] });
    assert_eq!(editor.ask("workspace/executeCommand", params), Value::Null);
    let asked = editor.grant("workspace/applyEdit", json!({ "applied": true }));
    let change = &asked["edit"]["documentChanges"][0];
    assert_eq!(change["textDocument"], json!({ "uri": URI, "version": draft.version }));
    assert_eq!(change["edits"].as_array().map(Vec::len), Some(1));
    apply(&mut editor, &mut draft, &change["edits"]);
    assert_eq!(draft.text, CLEAN);
    editor.newest_findings(&draft);
    // There is nothing left to do, which is said.
    let params = json!({ "command": "rapporteur.unwrap", "arguments": [URI] });
    assert_eq!(editor.ask("workspace/executeCommand", params), Value::Null);
    let shown = editor.hear("window/showMessage");
    assert!(shown["message"].as_str().unwrap().starts_with("This draft is not in page layout"), "{shown}");
    editor.goodbye();
}

#[test]
fn a_change_that_the_editor_does_not_make_is_told_of() {
    let (mut editor, _) = start();
    let draft = Document::open(&mut editor, URI, PAGE);
    editor.newest_findings(&draft);
    let params = json!({ "command": "rapporteur.unwrap", "arguments": [URI] });
    editor.ask("workspace/executeCommand", params);
    editor.grant("workspace/applyEdit", json!({ "applied": false, "failureReason": "the draft is locked" }));
    let shown = editor.hear("window/showMessage");
    assert_eq!(
        shown["message"],
        "Make a clean draft of this page text: the editor did not make the change. It says: the draft is locked"
    );
    for (command, arguments) in [("rapporteur.unwrap", json!([])), ("rapporteur.dance", json!([URI]))] {
        let params = json!({ "command": command, "arguments": arguments });
        assert_eq!(editor.ask_anyway("workspace/executeCommand", params)["error"]["code"], -32602);
    }
    editor.goodbye();
}

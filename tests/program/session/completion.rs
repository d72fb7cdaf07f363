//! What may be written is offered, as an editor asks for it, and applied as an editor applies it.

use serde_json::{Value, json};

use crate::harness::{Document, Editor, Encoding, capabilities};

const DRAFT: &str = "The General Assembly,\n\nRecalling its resolution 70/1 of 25 September 2015,\n\n\n\n\
                     1. Decides to light the lamps.\n";

/// Behind the blank line of the preamble's second paragraph.
const PLACE: usize = "The General Assembly,\n\nRecalling its resolution 70/1 of 25 September 2015,\n\n".len();

fn open(language: &str, text: &str) -> (Editor, Document) {
    let mut editor = Editor::start();
    let draft = Document::open(&mut editor, &format!("file:///drafts/{language}.resolution"), text);
    editor.findings(&draft);
    (editor, draft)
}

/// What is offered at a byte.
fn offered(editor: &mut Editor, draft: &Document, byte: usize) -> Vec<Value> {
    let answer = editor.ask("textDocument/completion", draft.at(byte));
    answer["items"].as_array().cloned().unwrap_or_default()
}

/// Types words at a byte, takes what is offered first, and gives the line.
fn taken(editor: &mut Editor, draft: &mut Document, byte: usize, words: &str) -> String {
    draft.edit(editor, byte..byte, words);
    let items = offered(editor, draft, byte + words.len());
    let first = items.first().unwrap_or_else(|| panic!("nothing for {words}"));
    let edit = &first["textEdit"];
    let (start, end) = (&edit["range"]["start"], &edit["range"]["end"]);
    assert_eq!(start["line"], end["line"]);
    let replaced = draft.text_at(&edit["range"]);
    assert!(first["filterText"].as_str().unwrap().to_lowercase().starts_with(&replaced.to_lowercase()), "{first}");
    let at = replaced.as_ptr() as usize - draft.text.as_ptr() as usize;
    let range = at..at + replaced.len();
    draft.edit(editor, range, edit["newText"].as_str().unwrap());
    editor.newest_findings(draft);
    draft.text[byte..].lines().next().unwrap().to_owned()
}

#[test]
fn what_is_taken_replaces_what_was_typed() {
    for encoding in ["utf-8", "utf-16"] {
        let mut capabilities = capabilities();
        capabilities["general"]["positionEncodings"] = json!([encoding]);
        let params = json!({ "processId": null, "rootUri": null, "capabilities": capabilities });
        let (mut editor, answer) = Editor::with(params);
        assert_eq!(answer["capabilities"]["completionProvider"]["resolveProvider"], true);
        let text = "大会，\n\n回顾其2015年9月25日第70/1号决议，\n\n\n\n1. 决定点灯。\n";
        let mut draft = Document::open(&mut editor, "file:///drafts/zh.resolution", text);
        draft.encoding = if encoding == "utf-8" { Encoding::Utf8 } else { Encoding::Utf16 };
        editor.findings(&draft);
        let place = text.find("\n\n\n").unwrap() + 2;
        assert_eq!(taken(&mut editor, &mut draft, place, "回"), "又回顾");
        let behind = place + "又回顾".len();
        draft.edit(&mut editor, behind..behind, "安全理事会");
        let behind = behind + "安全理事会".len();
        assert_eq!(taken(&mut editor, &mut draft, behind, "第1325"), "2000年10月31日第1325(2000)号决议");
        editor.goodbye();
    }
}

#[test]
fn the_draft_above_decides_on_the_form() {
    let (mut editor, mut draft) = open("en", DRAFT);
    assert_eq!(taken(&mut editor, &mut draft, PLACE, "rec"), "Recalling also");
    let behind = PLACE + "Recalling also".len();
    draft.edit(&mut editor, behind..behind, " ");
    let line = taken(&mut editor, &mut draft, behind + 1, "resolution 132");
    assert_eq!(line, "Security Council resolution 1325 (2000) of 31 October 2000");
    editor.goodbye();
}

#[test]
fn an_instrument_is_told_of_when_it_is_asked_for() {
    let (mut editor, mut draft) = open("en", DRAFT);
    let words = "Guided by its resolution 70/";
    draft.edit(&mut editor, PLACE..PLACE, words);
    editor.findings(&draft);
    let items = offered(&mut editor, &draft, PLACE + words.len());
    let item = items[0].clone();
    assert_eq!(item["label"], "70/1", "it has its date above");
    assert_eq!(item["documentation"], Value::Null);
    let resolved = editor.ask("completionItem/resolve", item.clone());
    let told = resolved["documentation"].as_str().unwrap();
    assert!(told.starts_with("A/RES/70/1\nTransforming our world"), "{told}");
    assert!(told.contains("Adopted on 25 September 2015"), "{told}");
    assert_eq!(resolved["textEdit"], item["textEdit"]);
    // What is none of ours comes back as it was.
    let strange = json!({ "label": "70/1", "data": { "symbol": 7 } });
    assert_eq!(editor.ask("completionItem/resolve", strange.clone()), strange);
    editor.goodbye();
}

#[test]
fn there_is_no_list_in_the_middle_of_a_sentence() {
    let (mut editor, mut draft) = open("en", DRAFT);
    let at = draft.first("to light").end;
    assert_eq!(editor.ask("textDocument/completion", draft.at(at)), Value::Null);
    draft.edit(&mut editor, at..at, " ");
    editor.findings(&draft);
    assert_eq!(editor.ask("textDocument/completion", draft.at(at + 1)), Value::Null);
    editor.goodbye();
}

#[test]
fn the_first_letters_in_an_empty_text_give_the_organs_line() {
    for (typed, wanted) in [("The Gen", "The General Assembly,"), ("大", "大会，"), ("Ген", "Генеральная Ассамблея,")]
    {
        let (mut editor, mut draft) = open("new", "");
        assert_eq!(taken(&mut editor, &mut draft, 0, typed), wanted);
        // And below it openings, before anything is typed.
        let end = draft.text.len();
        draft.edit(&mut editor, end..end, "\n\n");
        editor.newest_findings(&draft);
        let items = offered(&mut editor, &draft, end + 2);
        assert!(items.len() > 5, "{items:?}");
        editor.goodbye();
    }
}

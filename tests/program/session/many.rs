//! Drafts with so many findings that nobody could read them.

use serde_json::{Value, json};

use crate::harness::{Document, Editor};

const URI: &str = "file:///drafts/lamps.txt";

/// A draft with so many findings and as many mends.
fn draft(findings: usize) -> String {
    let paragraph = |n| format!("{n}. Recalls the report A/92//{};\n\n", n % 300 + 1);
    "The General Assembly,\n\nRecalling the lamps,\n\n".to_owned() + &(1..=findings).map(paragraph).collect::<String>()
}

#[test]
fn a_part_of_very_many_findings_is_shown_and_it_is_said_how_many_there_are() {
    let mut editor = Editor::start();
    let mut document = Document::open(&mut editor, URI, &draft(3_002));
    let list = editor.findings(&document).list;
    assert_eq!(list.len(), 3_001);
    let (remark, findings) = list.split_first().unwrap();
    assert!(remark["message"].as_str().unwrap().starts_with("3,000 of 3,002 findings are shown"), "{remark}");
    assert_eq!((&remark["code"], &remark["range"]["end"]), (&Value::Null, &json!({ "line": 0, "character": 0 })));
    assert!(findings.iter().all(|finding| finding["code"] == "symbol-malformed"));

    // One that is mended makes room for another.
    document.edit(&mut editor, document.first("A/92//2"), "A/92/2");
    let list = editor.findings(&document).list;
    assert_eq!(list.len(), 3_001);
    assert!(list[0]["message"].as_str().unwrap().starts_with("3,000 of 3,001 findings are shown"), "{}", list[0]);
    document.edit(&mut editor, document.first("A/92//3"), "A/92/3");
    let list = editor.findings(&document).list;
    assert_eq!(list.len(), 3_000);
    assert!(list.iter().all(|finding| finding["code"] == "symbol-malformed"), "{}", list[0]);
    editor.goodbye();
}

#[test]
fn a_menu_of_very_many_mends_is_short_and_one_of_them_mends_all() {
    let mut editor = Editor::start();
    let document = Document::open(&mut editor, URI, &draft(500));
    editor.findings(&document);
    let offered = |editor: &mut Editor, range: Value| {
        let mut params = document.itself();
        params["range"] = range;
        params["context"] = json!({ "diagnostics": [], "only": ["quickfix"] });
        editor.ask("textDocument/codeAction", params).as_array().unwrap().clone()
    };
    let title = |action: &Value| action["title"].as_str().unwrap().to_owned();
    let all = offered(&mut editor, document.range(0..document.text.len()));
    let single = all.iter().filter(|action| title(action).starts_with("Write ")).count();
    assert!((2..=20).contains(&single), "{single}");
    let mend = all.iter().find(|action| title(action) == "Mend all 500 of symbol-malformed").unwrap();
    assert_eq!(mend["edit"].to_string().matches("newText").count(), 500);

    // Where one of them stands it is offered.
    let last = document.nth("A/92//", 499);
    let here = offered(&mut editor, document.range(last));
    assert_eq!(title(&here[0]), "Write A/92/201");
    editor.goodbye();
}

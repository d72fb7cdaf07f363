//! An editor that asks for it is told how a draft was read.

use serde_json::{Value, json};

use crate::harness::{Document, Editor, capabilities, example};

const URI: &str = "file:///drafts/night-sky.resolution";

fn start() -> Editor {
    let mut capabilities = capabilities();
    capabilities["experimental"] = json!({ "rapporteurStatus": true });
    Editor::with(json!({ "processId": null, "rootUri": null, "capabilities": capabilities })).0
}

#[test]
fn each_list_of_findings_is_followed_by_how_the_draft_was_read() {
    let mut editor = start();
    let mut draft = Document::open(&mut editor, URI, &example("night-sky.zh.resolution.txt"));
    assert_eq!(editor.findings(&draft).list.len(), 4);
    let chinese = json!([{ "code": "zh", "name": "中文" }]);
    let read = json!({ "preambular": 6, "operative": 7, "notes": 3, "citations": 6 });
    assert_eq!(
        editor.hear("rapporteur/status"),
        json!({ "uri": URI, "version": 1, "languages": chinese, "layout": "clean", "findings": 4, "read": read })
    );

    let symbol = draft.first("A/Res/90/211");
    draft.edit(&mut editor, symbol, "A/RES/90/211");
    assert_eq!(editor.newest_findings(&draft).list.len(), 3);
    assert_eq!(
        editor.hear("rapporteur/status"),
        json!({ "uri": URI, "version": 2, "languages": chinese, "layout": "clean", "findings": 3, "read": read })
    );
    draft.close(&mut editor);
    assert_eq!(editor.findings_at(URI).list, [] as [Value; 0], "and nothing of a draft that is closed");
    editor.goodbye();
}

#[test]
fn page_text_and_several_languages_are_told() {
    let mut editor = start();
    let page = "The General Assembly,\n\nRecalling the long nights of the northern harbours and\n\
        the lamps that were kept alight in them by generations of\nkeepers, whose names are written in the book of\n\
        the harbour,\n\n1. Decides to keep the lamps of the harbour alight in all\nnights of the year, in fog and in clear\n\
        weather;\n\n2. Requests the keepers to report on their work to the next\nassembly of the harbour.\n";
    let draft = Document::open(&mut editor, URI, page);
    editor.findings(&draft);
    let status = editor.hear("rapporteur/status");
    assert_eq!((&status["layout"], &status["languages"][0]["name"]), (&json!("page"), &json!("English")));
    draft.close(&mut editor);
    editor.findings_at(URI);

    let both = example("night-sky.en.resolution.txt") + "\n" + &example("night-sky.zh.resolution.txt");
    let draft = Document::open(&mut editor, URI, &both);
    editor.findings(&draft);
    let status = editor.hear("rapporteur/status");
    let codes: Vec<_> = status["languages"].as_array().unwrap().iter().map(|language| &language["code"]).collect();
    assert_eq!(codes, ["en", "zh"]);
    // On a slow machine the writer has paused before, and what waits for that is told.
    editor.goodbye_with_unread();
}

//! Pages that lie in no file: a client that can asks for what they say.

use std::fs;

use serde_json::{Value, json};

use crate::compare::{EARLIER, later};
use crate::harness::{Document, Editor, cache, capabilities, uri};
use crate::workspace::Workspace;

fn start(folder: &Workspace) -> (Editor, Document, Value) {
    fs::write(folder.join("last-year.txt"), EARLIER).unwrap();
    fs::write(folder.join("draft.txt"), later()).unwrap();
    let mut capabilities = capabilities();
    capabilities["workspace"] = json!({ "applyEdit": true, "textDocumentContent": { "dynamicRegistration": true } });
    capabilities["window"] = json!({ "showDocument": { "support": true } });
    capabilities["textDocument"]["definition"] = json!({ "linkSupport": true });
    capabilities["textDocument"]["publishDiagnostics"]["codeDescriptionSupport"] = json!(true);
    let folders = json!([{ "uri": uri(folder), "name": "drafts" }]);
    let params = json!({
        "processId": null, "rootUri": null, "workspaceFolders": folders, "capabilities": capabilities, "locale": "en",
    });
    let (mut editor, answer) = Editor::with(params);
    editor.hear("window/logMessage");
    let draft = Document::open(&mut editor, &uri(&folder.join("draft.txt")), &later());
    editor.findings(&draft);
    (editor, draft, answer)
}

fn content(editor: &mut Editor, uri: &str) -> String {
    let answer = editor.ask("workspace/textDocumentContent", json!({ "uri": uri }));
    answer["text"].as_str().unwrap_or_else(|| panic!("{answer}")).to_owned()
}

fn shown(editor: &mut Editor, command: &str, arguments: Value) -> String {
    let params = json!({ "command": command, "arguments": arguments });
    assert_eq!(editor.ask("workspace/executeCommand", params), Value::Null);
    let shown = editor.grant("window/showDocument", json!({ "success": true }));
    shown["uri"].as_str().unwrap().to_owned()
}

/// The pages in files that are about this draft.
fn written(name: &str) -> Vec<String> {
    let name = name.rsplit('/').next().unwrap().to_owned();
    let files = fs::read_dir(cache().join("cards")).into_iter().flatten().flatten();
    files.map(|file| file.file_name().to_string_lossy().into_owned()).filter(|file| *file == name).collect()
}

#[test]
fn the_page_of_what_changed_follows_the_draft_and_lies_in_no_file() {
    let folder = Workspace::new("contents-changes");
    let (mut editor, mut draft, answer) = start(&folder);
    assert_eq!(answer["capabilities"]["workspace"]["textDocumentContent"], json!({ "schemes": ["rapporteur"] }));
    let page = shown(&mut editor, "rapporteur.showChanges", json!([draft.uri]));
    assert!(page.starts_with("rapporteur:/changes.draft."), "{page}");
    assert_eq!(written(&page), [""; 0]);
    let said = content(&mut editor, &page);
    assert!(said.starts_with("# What changed since A/RES/92/14\n\nParagraphs: 1 edited, 1 new.\n"), "{said}");

    // Opened, it is no draft.
    let opened = Document::open(&mut editor, &page, &said);
    assert_eq!(editor.findings(&opened).list, [] as [Value; 0]);

    // The client is asked to ask again when the writer has paused.
    let edited = draft.first("every morning");
    draft.edit(&mut editor, edited, "once a week");
    let again = editor.grant("workspace/textDocumentContent/refresh", Value::Null);
    assert_eq!(again, json!({ "uri": page }));
    let said = content(&mut editor, &page);
    assert!(said.starts_with("# What changed since A/RES/92/14\n\nParagraphs: 1 new.\n"), "{said}");
    editor.newest_findings(&draft);

    // What was shown last stays when the draft is closed.
    draft.version += 1;
    let uri = draft.uri.clone();
    draft.close(&mut editor);
    assert_eq!(content(&mut editor, &page), said);
    assert_eq!(editor.findings_at(&uri).list, [] as [Value; 0]);
    editor.goodbye();
}

#[test]
fn two_texts_side_by_side_are_two_pages_that_follow_the_draft() {
    let folder = Workspace::new("contents-aligned");
    let (mut editor, mut draft, _) = start(&folder);
    let params = json!({ "command": "rapporteur.compareWith", "arguments": [draft.uri] });
    let told = editor.ask("workspace/executeCommand", params);
    let [old, new] = ["old", "new"].map(|side| told[side].as_str().unwrap().to_owned());
    assert!(content(&mut editor, &old).contains("once a week."));
    assert!(content(&mut editor, &new).contains("every morning."));
    let edited = draft.first("every morning");
    draft.edit(&mut editor, edited, "at noon");
    assert_eq!(editor.grant("workspace/textDocumentContent/refresh", Value::Null), json!({ "uri": new }));
    assert!(content(&mut editor, &new).contains("at noon."));
    assert!(content(&mut editor, &old).contains("once a week."));
    editor.newest_findings(&draft);
    editor.goodbye();
}

#[test]
fn cards_and_rules_pages_are_asked_for() {
    let folder = Workspace::new("contents-cards");
    let (mut editor, mut draft, _) = start(&folder);
    // A card is there of what is known: this one is everybody's.
    let charter = draft.first("its resolution 91/27 of 3 December 2036");
    draft.edit(&mut editor, charter, "the Charter of the United Nations");
    editor.newest_findings(&draft);
    let found = editor.ask("textDocument/definition", draft.at(draft.first("Charter").start + 1));
    let card = found[0]["targetUri"].as_str().unwrap_or_else(|| panic!("{found}")).to_owned();
    assert!(card.starts_with("rapporteur:/") && card.ends_with(".en.md"), "{card}");
    let said = content(&mut editor, &card);
    assert!(said.starts_with("# ") && said.contains("Charter of the United Nations"), "{said}");
    // Editors may write the address with an empty host.
    assert_eq!(content(&mut editor, &card.replacen(":/", ":///", 1)), said);

    let wrong = later().replace("its resolution 91/27", "its resolution A/Res/91/27");
    let other = Document::open(&mut editor, "untitled:1", &wrong);
    let findings = editor.findings(&other);
    let page = findings.list[0]["codeDescription"]["href"].as_str().unwrap().to_owned();
    let code = findings.codes()[0].to_owned();
    assert_eq!(page, format!("rapporteur:/rule.{code}.en.md"));
    assert!(content(&mut editor, &page).starts_with(&format!("# {code}\n")));
    let hover = editor.ask("textDocument/hover", other.at(other.first("A/Res").start + 1));
    assert!(hover["contents"]["value"].as_str().unwrap().contains(&format!("[{code}]({page})")), "{hover}");
    editor.goodbye();
}

#[test]
fn what_is_no_page_is_refused_with_a_sentence() {
    let folder = Workspace::new("contents-none");
    let (mut editor, draft, _) = start(&folder);
    for (uri, told) in [
        (draft.uri.as_str(), "is the address of no page of Rapporteur’s."),
        ("rapporteur:/changes.other.0.md", "This page is not kept any more. Ask for it again where you opened it."),
        ("rapporteur:/rule.no-such-rule.en.md", "This page is not kept any more."),
        ("rapporteur:/../../etc/passwd", "This page is not kept any more."),
    ] {
        let answer = editor.ask_anyway("workspace/textDocumentContent", json!({ "uri": uri }));
        let said = answer["error"]["message"].as_str().unwrap();
        assert!(said.contains(told), "{uri}: {said}");
    }
    editor.goodbye();
}

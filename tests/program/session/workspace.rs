//! The workspace as a library, kept in step with the files.

use std::path::Path;

use serde_json::{Value, json};

use crate::harness::{Document, Editor, Workspace, capabilities, example, path_of, uri};
use crate::word_file::{self, WordFile};

const DRAFT: &str = "The General Assembly,\n\nRecalling its resolution 92/14 of 3 December 2037,\n\nDecides to rest.\n";

/// Asks where 92/14 is until the answer satisfies: a change of files is taken in beside the conversation.
fn until(editor: &mut Editor, draft: &Document, satisfied: impl Fn(&Value) -> bool) -> Value {
    for _ in 0..20_000 {
        let answer = editor.ask("textDocument/definition", draft.at(draft.first("92/14").start));
        if satisfied(&answer) {
            return answer;
        }
    }
    panic!("the change of files is not taken in");
}

fn changed(editor: &mut Editor, path: &Path, kind: u8) {
    let changes = json!([{ "uri": uri(path), "type": kind }]);
    editor.tell("workspace/didChangeWatchedFiles", json!({ "changes": changes }));
}

#[test]
fn files_come_and_go() {
    let folder = Workspace::new("come-and-go");
    let mut editor = Editor::start_in(&folder);
    let draft = Document::open(&mut editor, "untitled:Untitled-1", DRAFT);
    editor.findings(&draft);
    until(&mut editor, &draft, Value::is_null);

    let file = folder.join("skies").join("text.md");
    std::fs::create_dir_all(file.parent().unwrap()).unwrap();
    std::fs::write(&file, example("92-14.en.resolution.txt")).unwrap();
    changed(&mut editor, &file, 1);
    let found = until(&mut editor, &draft, Value::is_object);
    assert_eq!(found["uri"], uri(&file));

    std::fs::write(&file, example("92-14.en.resolution.txt").replace("92/14.", "92/15.")).unwrap();
    changed(&mut editor, &file, 2);
    until(&mut editor, &draft, Value::is_null);

    std::fs::write(&file, example("92-14.en.resolution.txt")).unwrap();
    changed(&mut editor, &file, 2);
    until(&mut editor, &draft, Value::is_object);
    std::fs::remove_dir_all(file.parent().unwrap()).unwrap();
    changed(&mut editor, file.parent().unwrap(), 3);
    until(&mut editor, &draft, Value::is_null);
    editor.goodbye();
}

#[test]
fn an_open_text_stands_in_for_its_file() {
    let folder = Workspace::new("open-text");
    let file = folder.join("text.resolution");
    let text = example("92-14.en.resolution.txt");
    std::fs::write(&file, &text).unwrap();
    let mut editor = Editor::start_in(&folder);
    let draft = Document::open(&mut editor, "untitled:Untitled-1", DRAFT);
    let mut open = Document::open(&mut editor, &uri(&file), &text);
    editor.findings(&draft);
    editor.findings(&open);

    open.edit(&mut editor, 0..0, "\n\n");
    editor.newest_findings(&open);
    let found = until(&mut editor, &draft, Value::is_object);
    assert!(open.text_at(&found["range"]).starts_with("92/14. Dark and quiet skies"), "{found}");

    let number = open.first("92/14.");
    open.edit(&mut editor, number, "92/15.");
    editor.newest_findings(&open);
    until(&mut editor, &draft, Value::is_null);

    // Closed without saving: the file speaks again.
    let address = open.uri.clone();
    open.close(&mut editor);
    editor.findings_at(&address);
    until(&mut editor, &draft, Value::is_object);
    editor.goodbye();
}

#[test]
fn citations_in_other_open_drafts_are_found() {
    let mut editor = Editor::start();
    let one = Document::open(&mut editor, "file:///drafts/one.txt", DRAFT);
    let two = Document::open(&mut editor, "file:///drafts/two.txt", &format!("\n{DRAFT}"));
    editor.findings(&one);
    editor.findings(&two);
    let mut params = one.at(one.first("92/14").start);
    params["context"] = json!({ "includeDeclaration": false });
    let found = editor.ask("textDocument/references", params);
    let place = |draft: &Document| json!({ "uri": draft.uri, "range": draft.range(draft.first("92/14")) });
    assert_eq!(found, json!([place(&one), place(&two)]));
    editor.goodbye();
}

#[test]
fn ignored_and_foreign_files_are_left_alone() {
    let outside = Workspace::new("foreign");
    std::fs::write(outside.join("text.txt"), example("92-14.en.resolution.txt")).unwrap();
    let folder = Workspace::new("ignoring");
    std::fs::write(folder.join(".gitignore"), "private/\n").unwrap();
    std::fs::create_dir(folder.join("private")).unwrap();
    std::fs::write(folder.join("private").join("text.txt"), example("92-14.en.resolution.txt")).unwrap();
    std::fs::write(folder.join("text.pdf"), example("92-14.en.resolution.txt")).unwrap();
    #[cfg(unix)]
    std::os::unix::fs::symlink(&*outside, folder.join("link")).unwrap();

    let mut editor = Editor::start_in(&folder);
    assert_eq!(editor.ask("workspace/symbol", json!({ "query": "" })), json!([]));
    changed(&mut editor, &folder.join("private").join("text.txt"), 2);
    changed(&mut editor, &outside.join("text.txt"), 2);

    // A folder that is added is read, one that is removed forgotten.
    let added = json!([{ "uri": uri(&outside), "name": "foreign" }]);
    let event = json!({ "event": { "added": added, "removed": [] } });
    editor.tell("workspace/didChangeWorkspaceFolders", event);
    editor.hear("window/logMessage");
    let known = editor.ask("workspace/symbol", json!({ "query": "quiet 92/14" }));
    assert_eq!(known.as_array().map(Vec::len), Some(1), "{known}");
    assert_eq!(known[0]["name"], "A/RES/92/14 Dark and quiet skies for science and society");
    assert_eq!(known[0]["location"]["uri"], uri(&outside.join("text.txt")));
    assert_eq!(editor.ask("workspace/symbol", json!({ "query": "loud" })), json!([]));
    let event = json!({ "event": { "added": [], "removed": added } });
    editor.tell("workspace/didChangeWorkspaceFolders", event);
    assert_eq!(editor.ask("workspace/symbol", json!({ "query": "" })), json!([]));
    editor.goodbye();
}

#[test]
fn of_several_languages_the_drafts_own_is_shown() {
    let folder = Workspace::new("languages");
    let english = example("92-14.en.resolution.txt");
    std::fs::write(folder.join("a.txt"), &english).unwrap();
    let chinese = "2037年12月3日大会决议\n\n92/14. 为科学和社会保持黑暗宁静的天空\n\n大会，\n\n回顾其2035年12月19日第90/211号决议，\n\n\
                   确认黑暗宁静的天空对科学和想象力的价值。\n";
    std::fs::write(folder.join("b.txt"), chinese).unwrap();
    let mut editor = Editor::start_in(&folder);
    let draft = Document::open(&mut editor, "untitled:1", DRAFT);
    editor.findings(&draft);
    let found = editor.ask("textDocument/definition", draft.at(draft.first("92/14").start));
    assert_eq!(found["uri"], uri(&folder.join("a.txt")));

    let draft =
        Document::open(&mut editor, "untitled:2", "大会，\n\n回顾其2037年12月3日第92/14号决议，\n\n决定休息。\n");
    editor.findings(&draft);
    let found = editor.ask("textDocument/definition", draft.at(draft.first("92/14").start));
    assert_eq!(found["uri"], uri(&folder.join("b.txt")));
    editor.goodbye();
}

#[test]
fn a_client_that_watches_files_is_told_which() {
    let mut capabilities = capabilities();
    capabilities["workspace"]["didChangeWatchedFiles"] = json!({ "dynamicRegistration": true });
    let mut editor = Editor::with(json!({ "processId": null, "rootUri": null, "capabilities": capabilities })).0;
    let asked = editor.grant("client/registerCapability", Value::Null);
    assert_eq!(asked["registrations"][0]["method"], "workspace/didChangeWatchedFiles");
    assert!(asked.to_string().contains("{txt,md,resolution,xml,docx,docm}"));
    editor.goodbye();
}

#[test]
fn a_uri_with_characters_that_none_may_have_is_understood() {
    let folder = Workspace::new("unescaped");
    let inner = folder.join("drafts [of the year] é");
    std::fs::create_dir(&inner).unwrap();
    std::fs::write(inner.join("rapporteur.toml"), "ignore = [\"operative-numbering\"]\n").unwrap();
    let text = DRAFT.replace("Decides", "1. Decides") + "\n3. Decides to wait.\n";
    std::fs::write(inner.join("a.txt"), &text).unwrap();
    let mut editor = Editor::start_in(&inner);
    // The client's own spelling comes back, and the settings of the folder count.
    let draft = Document::open(&mut editor, &uri(&inner.join("a.txt")), &text);
    assert!(draft.uri.contains("[of the year] é"));
    assert!(!editor.findings(&draft).codes().contains(&"operative-numbering"));
    let named = Document::open(&mut editor, &uri(&folder.join("b c.txt")), &text);
    assert!(editor.findings(&named).codes().contains(&"operative-numbering"));
    editor.goodbye();
}

#[cfg(unix)]
#[test]
fn a_file_that_is_opened_by_a_link_is_the_same_file() {
    let place = Workspace::new("by-link");
    let (real, link) = (place.join("real"), place.join("link"));
    std::fs::create_dir(&real).unwrap();
    std::os::unix::fs::symlink(&real, &link).unwrap();
    std::fs::write(real.join("rapporteur.toml"), "ignore = [\"operative-numbering\"]\n").unwrap();
    let text = DRAFT.replace("Decides", "1. Decides") + "\n3. Decides to wait.\n";
    std::fs::write(real.join("a.txt"), &text).unwrap();
    for (root, file) in [(&link, &real), (&real, &link)] {
        let mut editor = Editor::start_in(root);
        let draft = Document::open(&mut editor, &uri(&file.join("a.txt")), &text);
        assert!(!editor.findings(&draft).codes().contains(&"operative-numbering"), "the folder's settings count");
        let mut params = draft.at(draft.first("92/14").start);
        params["context"] = json!({ "includeDeclaration": true });
        let found = editor.ask("textDocument/references", params);
        assert_eq!(found.as_array().map(Vec::len), Some(1), "one text cites it: {found}");
        assert_eq!(found[0]["uri"], draft.uri);
        editor.goodbye();
    }
}

#[test]
fn a_word_document_is_shown_in_a_page_of_its_text() {
    let folder = Workspace::new("word-documents");
    let lines = example("92-14.en.resolution.txt");
    let lines = lines.lines().filter(|line| !line.is_empty());
    let body = lines.map(|line| word_file::paragraph(&word_file::run(line))).collect();
    std::fs::write(folder.join("skies.docx"), WordFile { body, ..WordFile::default() }.bytes()).unwrap();
    let citing = WordFile {
        body: ["The General Assembly,", "Recalling its resolution 92/14,", "1. Decides to rest."]
            .map(|line| word_file::paragraph(&word_file::run(line)))
            .concat(),
        ..WordFile::default()
    };
    std::fs::write(folder.join("citing.docx"), citing.bytes()).unwrap();
    let mut editor = Editor::start_in(&folder);
    let draft = Document::open(&mut editor, "untitled:Untitled-1", DRAFT);
    editor.findings(&draft);
    let found = until(&mut editor, &draft, Value::is_object);
    // What stands at a place that the editor is sent to.
    let shown = |place: &Value| {
        let page = path_of(place["uri"].as_str().unwrap());
        assert!(page.file_name().unwrap().to_string_lossy().starts_with("document."), "{place}");
        assert!(std::fs::metadata(&page).unwrap().permissions().readonly());
        let text = std::fs::read_to_string(&page).unwrap();
        let line = place["range"]["start"]["line"].as_u64().unwrap();
        text.lines().nth(usize::try_from(line).unwrap()).unwrap().to_owned()
    };
    assert!(shown(&found).starts_with("92/14. Dark and quiet skies"), "{found}");
    let hover = editor.ask("textDocument/hover", draft.at(draft.first("92/14").start));
    assert!(hover.to_string().contains("Dark and quiet skies"), "{hover}");
    let mut asked = draft.at(draft.first("92/14").start);
    asked["context"] = json!({ "includeDeclaration": true });
    let mut citing = Value::Null;
    for _ in 0..20_000 {
        let all = editor.ask("textDocument/references", asked.clone());
        let there = all
            .as_array()
            .unwrap()
            .iter()
            .find(|one| one["uri"].as_str().unwrap().contains("document.citing"))
            .cloned();
        if let Some(there) = there {
            citing = there;
            break;
        }
    }
    assert_eq!(shown(&citing), "Recalling its resolution 92/14,");
    editor.goodbye();
}

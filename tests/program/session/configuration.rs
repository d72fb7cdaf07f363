//! `rapporteur.toml` at the workspace's root.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use crate::harness::{Document, Editor, Workspace, capabilities, example, uri};

/// Opens the example draft as a file of the workspace.
fn draft(editor: &mut Editor, folder: &Path) -> Document {
    Document::open(editor, &uri(&folder.join("night-sky.txt")), &example("night-sky.en.resolution.txt"))
}

fn changed(editor: &mut Editor, path: &Path) {
    let changes = json!([{ "uri": uri(path), "type": 2 }]);
    editor.tell("workspace/didChangeWatchedFiles", json!({ "changes": changes }));
}

#[test]
fn what_is_settled_holds_and_changes_at_once() {
    let folder = Workspace::new("settled");
    let file = folder.join("rapporteur.toml");
    fs::write(&file, "select = [\"symbol-malformed\"]\n").unwrap();
    let mut editor = Editor::start_in(&folder);
    let draft = draft(&mut editor, &folder);
    assert_eq!(editor.findings(&draft).codes(), ["symbol-malformed"]);

    fs::write(&file, "ignore = [\"symbol-malformed\"]\n").unwrap();
    changed(&mut editor, &file);
    let without = editor.findings(&draft);
    assert!(without.codes().contains(&"operative-numbering") && !without.codes().contains(&"symbol-malformed"));

    // The editor's settings win where they say something.
    let settings = json!({ "rapporteur": { "ignore": ["operative-numbering"], "select": [] } });
    editor.tell("workspace/didChangeConfiguration", json!({ "settings": settings }));
    let own = editor.findings(&draft);
    assert!(!own.codes().contains(&"operative-numbering") && own.codes().contains(&"symbol-malformed"));
    editor.tell("workspace/didChangeConfiguration", json!({ "settings": { "rapporteur": {} } }));
    assert_eq!(editor.findings(&draft).list, without.list);

    fs::remove_file(&file).unwrap();
    changed(&mut editor, &file);
    assert!(editor.findings(&draft).list.len() > without.list.len());
    editor.goodbye();
}

#[test]
fn what_is_wrong_is_told_in_the_file_and_the_last_good_one_holds() {
    let folder = Workspace::new("malformed");
    let file = folder.join("rapporteur.toml");
    fs::write(&file, "select = [\"symbol-malformed\"]\n").unwrap();
    let mut editor = Editor::start_in(&folder);
    let mut draft = draft(&mut editor, &folder);
    editor.findings(&draft);

    fs::write(&file, "# Ours\nselct = []\nignore = [\"footnote-ordr\"]\n").unwrap();
    changed(&mut editor, &file);
    let told = editor.findings_at(&uri(&file));
    assert_eq!((told.version, told.codes()), (None, vec!["configuration"; 2]));
    assert_eq!(told.list[0]["message"], "There is no setting “selct”. Did you mean “select”?");
    let place = json!({ "start": { "line": 1, "character": 0 }, "end": { "line": 1, "character": 5 } });
    assert_eq!(told.list[0]["range"], place);
    assert_eq!(told.list[1]["range"]["start"], json!({ "line": 2, "character": 10 }));
    draft.edit(&mut editor, 0..0, "\n");
    assert_eq!(editor.newest_findings(&draft).codes(), ["symbol-malformed"]);

    // Open in the editor, its text there counts, saved or not.
    let text = fs::read_to_string(&file).unwrap();
    let mut open = Document::open(&mut editor, &uri(&file), &text);
    assert_eq!(editor.findings(&open).list.len(), 2);
    open.edit(&mut editor, 0..text.len(), "ignore = [\"symbol-malformed\"]\n");
    assert_eq!(editor.newest_findings(&open).list, [] as [Value; 0]);
    assert!(!editor.newest_findings(&draft).codes().contains(&"symbol-malformed"));
    // It is no draft, but its keys and rules are explained and completed.
    let told = editor.ask("textDocument/hover", open.at(2));
    assert!(told["contents"]["value"].as_str().unwrap().starts_with("**ignore**: The names of the rules"), "{told}");
    assert_eq!(told["range"], open.range(0..6));
    let offered = editor.ask("textDocument/completion", open.at(open.first("malformed").start));
    let rule = offered.as_array().unwrap().iter().find(|item| item["label"] == "footnote-order").unwrap();
    let edit = json!({ "range": open.range(open.first("symbol-malformed")), "newText": "footnote-order" });
    assert_eq!(rule["textEdit"], edit);
    assert_eq!(editor.ask("textDocument/documentSymbol", open.itself()), Value::Null);
    // Closed unsaved, the file on disk speaks again, which is wrong still: the last good one holds.
    open.close(&mut editor);
    let heard = editor.findings_at(&uri(&file));
    assert_eq!((heard.version, heard.list.len()), (None, 2));

    fs::write(&file, "").unwrap();
    changed(&mut editor, &file);
    assert_eq!(editor.findings_at(&uri(&file)).list, [] as [Value; 0]);
    assert!(editor.newest_findings(&draft).codes().contains(&"operative-numbering"));
    editor.goodbye();
}

#[test]
fn what_is_no_plain_file_is_told() {
    let folder = Workspace::new("no-plain-file");
    let file = folder.join("rapporteur.toml");
    fs::create_dir(&file).unwrap();
    let mut editor = Editor::start_in(&folder);
    let told = editor.findings_at(&uri(&file));
    assert_eq!(told.list[0]["message"], "This is no file. Put a text file here, or nothing.");
    #[cfg(unix)]
    {
        fs::remove_dir(&file).unwrap();
        std::os::unix::fs::symlink("/dev/zero", &file).unwrap();
        changed(&mut editor, &file);
        let told = editor.findings_at(&uri(&file));
        assert_eq!(told.list[0]["message"], "This is a link, which is not followed. Put the file itself here.");
    }
    editor.goodbye();
}

#[test]
fn each_folder_has_its_own_and_is_forgotten_with_it() {
    let [one, other] = ["first", "second"].map(|name| Workspace::new(&format!("settled-{name}")));
    fs::write(one.join("rapporteur.toml"), "select = [\"symbol-malformed\"]\n").unwrap();
    fs::write(other.join("rapporteur.toml"), "select = [\"footnote-order\"").unwrap();
    let folders = |paths: &[&Path]| -> Vec<Value> {
        paths.iter().map(|path| json!({ "uri": uri(path), "name": "drafts" })).collect()
    };
    let params = json!({ "processId": null, "rootUri": null, "workspaceFolders": folders(&[&one, &other]),
        "capabilities": capabilities() });
    let mut editor = Editor::with(params).0;
    editor.hear("window/logMessage");
    assert_eq!(editor.findings_at(&uri(&other.join("rapporteur.toml"))).list.len(), 1);
    let mine = draft(&mut editor, &one);
    assert_eq!(editor.findings(&mine).codes(), ["symbol-malformed"]);
    let theirs = draft(&mut editor, &other);
    assert!(editor.findings(&theirs).list.len() > 1);

    let event = json!({ "event": { "added": [], "removed": folders(&[&one, &other]) } });
    editor.tell("workspace/didChangeWorkspaceFolders", event);
    assert_eq!(editor.findings_at(&uri(&other.join("rapporteur.toml"))).list, [] as [Value; 0]);
    assert!(editor.findings(&mine).list.len() > 1);
    editor.findings(&theirs);
    editor.goodbye();
}

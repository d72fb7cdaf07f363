//! Findings are left out by quick fixes, rules explained where they find something.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use crate::harness::{Document, Editor, Workspace, cache, capabilities, example, uri};

/// Starts an editor that shows quick fixes, makes files and leads to rules' pages, in a folder.
fn start(folder: &Path) -> Editor {
    let mut all = capabilities();
    all["textDocument"]["codeAction"] =
        json!({ "codeActionLiteralSupport": { "codeActionKind": { "valueSet": ["quickfix"] } } });
    all["textDocument"]["publishDiagnostics"]["codeDescriptionSupport"] = json!(true);
    all["workspace"] = json!({ "workspaceEdit": { "documentChanges": true, "resourceOperations": ["create"] } });
    let folders = json!([{ "uri": uri(folder), "name": "drafts" }]);
    let params = json!({ "processId": null, "rootUri": null, "workspaceFolders": folders, "capabilities": all });
    let mut editor = Editor::with(params).0;
    editor.hear("window/logMessage");
    editor
}

fn draft(editor: &mut Editor, folder: &Path) -> Document {
    Document::open(editor, &uri(&folder.join("night/sky.txt")), &example("night-sky.en.resolution.txt"))
}

/// The quick fixes at a finding.
fn offered(editor: &mut Editor, draft: &Document, finding: &Value) -> Vec<Value> {
    let context = json!({ "diagnostics": [finding], "only": ["quickfix"] });
    let params = json!({ "textDocument": { "uri": draft.uri }, "range": finding["range"], "context": context });
    editor.ask("textDocument/codeAction", params).as_array().cloned().unwrap_or_default()
}

/// Makes an action's change of `rapporteur.toml` as an editor does that saves it, and tells the server.
fn make(editor: &mut Editor, file: &Path, action: &Value) {
    let changes = action["edit"]["documentChanges"].as_array().unwrap();
    let (edit, made) = changes.split_last().unwrap();
    match made {
        [] => {}
        [create] => {
            assert_eq!((&create["kind"], &create["uri"]), (&json!("create"), &json!(uri(file))));
            fs::write(file, "").unwrap();
        }
        more => panic!("{more:?}"),
    }
    assert_eq!(edit["textDocument"], json!({ "uri": uri(file), "version": null }));
    let mut text = Document {
        uri: uri(file),
        text: fs::read_to_string(file).unwrap(),
        version: 0,
        encoding: crate::harness::Encoding::Utf16,
    };
    for edit in edit["edits"].as_array().unwrap() {
        let place = text.text_at(&edit["range"]);
        let start = place.as_ptr() as usize - text.text.as_ptr() as usize;
        let range = start..start + place.len();
        text.text.replace_range(range, edit["newText"].as_str().unwrap());
    }
    fs::write(file, text.text).unwrap();
    changed(editor, file);
}

fn changed(editor: &mut Editor, file: &Path) {
    let changes = json!([{ "uri": uri(file), "type": 2 }]);
    editor.tell("workspace/didChangeWatchedFiles", json!({ "changes": changes }));
}

fn titled<'a>(actions: &'a [Value], title: &str) -> &'a Value {
    let titles: Vec<&Value> = actions.iter().map(|action| &action["title"]).collect();
    actions.iter().find(|action| action["title"] == title).unwrap_or_else(|| panic!("no {title} in {titles:?}"))
}

#[test]
fn one_finding_is_left_out_and_stays_so_when_the_draft_is_edited_elsewhere() {
    let folder = Workspace::new("leaving-one");
    let file = folder.join("rapporteur.toml");
    let mut editor = start(&folder);
    let mut draft = draft(&mut editor, &folder);
    let before = editor.findings(&draft);
    let numbering = before.list.iter().find(|finding| finding["code"] == "operative-numbering").unwrap();
    let actions = offered(&mut editor, &draft, numbering);
    let titles: Vec<&str> = actions.iter().map(|action| action["title"].as_str().unwrap()).collect();
    assert_eq!(
        titles,
        [
            "Number the paragraph 4",
            "Ignore this here",
            "Turn off operative-numbering in this file",
            "Turn off operative-numbering in this workspace"
        ]
    );
    let ignore = titled(&actions, "Ignore this here");
    assert_eq!(ignore["diagnostics"], json!([numbering]));
    make(&mut editor, &file, ignore);
    let codes = |list: &[Value]| -> Vec<String> {
        list.iter().map(|finding| finding["code"].as_str().unwrap().to_owned()).collect()
    };
    let rest: Vec<String> = codes(&before.list).into_iter().filter(|code| code != "operative-numbering").collect();
    assert_eq!(codes(&editor.findings(&draft).list), rest);
    let text = fs::read_to_string(&file).unwrap();
    assert!(text.starts_with("[[ignored]]\nrule = \"operative-numbering\"\nwords = \"3. Requests"), "{text}");
    assert!(text.ends_with("file = \"night/sky.txt\"\n"), "{text}");

    draft.edit(&mut editor, 0..0, "\n");
    let place = draft.first("within existing resources");
    draft.edit(&mut editor, place, "without delay");
    assert_eq!(codes(&editor.newest_findings(&draft).list), rest);
    // At the words themselves it is another finding.
    let place = draft.first("3. Requests");
    draft.edit(&mut editor, place, "3. Asks");
    assert_eq!(codes(&editor.newest_findings(&draft).list), codes(&before.list));
    editor.goodbye();
}

#[test]
fn a_rule_is_turned_off_in_a_file_and_in_the_workspace() {
    let folder = Workspace::new("leaving-rules");
    let file = folder.join("rapporteur.toml");
    fs::write(&file, "# Ours\r\n[rules] # how\r\nfootnote-order = \"off\"\r\n").unwrap();
    let mut editor = start(&folder);
    let draft = draft(&mut editor, &folder);
    let other = Document::open(&mut editor, &uri(&folder.join("other.txt")), &draft.text);
    let finding_of = |list: &[Value], code: &str| list.iter().find(|finding| finding["code"] == code).cloned();
    let before = editor.findings(&draft);
    editor.findings(&other);

    let numbering = finding_of(&before.list, "operative-numbering").unwrap();
    let actions = offered(&mut editor, &draft, &numbering);
    make(&mut editor, &file, titled(&actions, "Turn off operative-numbering in this file"));
    assert_eq!(finding_of(&editor.findings(&draft).list, "operative-numbering"), None);
    assert!(finding_of(&editor.findings(&other).list, "operative-numbering").is_some());

    let symbol = finding_of(&before.list, "symbol-malformed").unwrap();
    let actions = offered(&mut editor, &draft, &symbol);
    make(&mut editor, &file, titled(&actions, "Turn off symbol-malformed in this workspace"));
    for document in [&draft, &other] {
        assert_eq!(finding_of(&editor.findings(document).list, "symbol-malformed"), None);
    }
    assert_eq!(
        fs::read_to_string(&file).unwrap().replace("\r\n", "\n"),
        "# Ours\n[rules] # how\nfootnote-order = \"off\"\nsymbol-malformed = \"off\"\n\n\
         [[files]]\npaths = [\"night/sky.txt\"]\nrules.operative-numbering = \"off\"\n"
    );
    editor.goodbye();
}

#[test]
fn words_are_accepted_in_a_file_that_is_open() {
    let folder = Workspace::new("leaving-words");
    let file = folder.join("rapporteur.toml");
    let settled = "# Ours\naccept = [\"A/92/XYZ\"]\n";
    fs::write(&file, "").unwrap();
    let mut editor = start(&folder);
    let draft = draft(&mut editor, &folder);
    let before = editor.findings(&draft);
    // What is written in the editor counts, saved or not.
    let mut open = Document::open(&mut editor, &uri(&file), settled);
    editor.findings(&open);
    editor.findings(&draft);
    let symbol = before.list.iter().find(|finding| finding["code"] == "symbol-malformed").unwrap();
    let actions = offered(&mut editor, &draft, symbol);
    let accept = titled(&actions, "Accept “A/Res/90/211” in this workspace");
    let [change] = &accept["edit"]["documentChanges"].as_array().unwrap()[..] else { panic!("{accept}") };
    assert_eq!(change["textDocument"], json!({ "uri": uri(&file), "version": 1 }));
    let [edit] = &change["edits"].as_array().unwrap()[..] else { panic!("{change}") };
    assert_eq!(edit["newText"], ", \"A/Res/90/211\"");
    let end = open.first("]").start;
    open.edit(&mut editor, end..end, edit["newText"].as_str().unwrap());
    assert_eq!(editor.newest_findings(&open).list, [] as [Value; 0]);
    let after = editor.findings(&draft);
    assert_eq!(after.list.len(), before.list.len() - 1);
    // Where what is written can't be understood, nothing is offered that would change it.
    open.edit(&mut editor, 0..0, "accept = \n");
    editor.newest_findings(&open);
    let numbering = before.list.iter().find(|finding| finding["code"] == "operative-numbering").unwrap();
    assert_eq!(offered(&mut editor, &draft, numbering).len(), 1);
    editor.goodbye();
}

#[test]
fn outside_of_the_workspace_only_mends_are_offered() {
    let folder = Workspace::new("leaving-outside");
    let mut editor = start(&folder);
    let text = example("night-sky.en.resolution.txt");
    let draft = Document::open(&mut editor, "untitled:Untitled-1", &text);
    let findings = editor.findings(&draft);
    for finding in &findings.list {
        let actions = offered(&mut editor, &draft, finding);
        assert!(actions.iter().all(|action| !action["title"].as_str().unwrap().contains("this")), "{actions:?}");
    }
    editor.goodbye();
}

#[test]
fn a_finding_leads_to_its_rules_page_and_a_hover_tells_it_in_short() {
    let folder = Workspace::new("leaving-pages");
    let mut editor = start(&folder);
    let draft = draft(&mut editor, &folder);
    let findings = editor.findings(&draft);
    for finding in &findings.list {
        let code = finding["code"].as_str().unwrap();
        let page = cache().join("cards").join(format!("rule.{code}.en.md"));
        assert_eq!(finding["codeDescription"], json!({ "href": uri(&page) }));
        assert!(fs::read_to_string(&page).unwrap().starts_with(&format!("# {code}\n")));
        // Opened by a click, it is no draft.
        let mut opened = Document::open(&mut editor, &uri(&page), &fs::read_to_string(&page).unwrap());
        assert_eq!(editor.findings(&opened).list, [] as [Value; 0]);
        opened.version += 1;
        opened.close(&mut editor);
        assert_eq!(editor.findings_at(&uri(&page)).list, [] as [Value; 0]);

        let start = draft.text_at(&finding["range"]).as_ptr() as usize - draft.text.as_ptr() as usize;
        let hover = editor.ask("textDocument/hover", draft.at(start));
        let told = hover["contents"]["value"].as_str().unwrap();
        assert!(told.contains(&format!("[{code}]({})", uri(&page))), "{told}");
    }
    // Where nothing is found no rule is told.
    let hover = editor.ask("textDocument/hover", draft.at(draft.first("Recalling").start));
    assert!(hover.is_null() || !hover["contents"]["value"].as_str().unwrap().contains("/cards/rule."));
    editor.goodbye();
}

#[test]
fn what_is_settled_of_reading_takes_effect_at_once() {
    let folder = Workspace::new("leaving-reading");
    let file = folder.join("rapporteur.toml");
    let mut editor = start(&folder);
    let mut draft = draft(&mut editor, &folder);
    let severity = |list: &[Value]| {
        let finding = list.iter().find(|finding| finding["code"] == "operative-numbering");
        finding.map(|finding| finding["severity"].clone())
    };
    let before = severity(&editor.findings(&draft).list);
    assert_eq!(before, Some(json!(1)));
    fs::write(&file, "[[files]]\npaths = [\"night\"]\nadopted = true\n").unwrap();
    changed(&mut editor, &file);
    assert_eq!(severity(&editor.findings(&draft).list), Some(json!(2)));
    draft.edit(&mut editor, 0..0, "\n");
    assert_eq!(severity(&editor.newest_findings(&draft).list), Some(json!(2)));
    // In another language than its own nothing is read of its structure.
    fs::write(&file, "language = \"zh\"\n").unwrap();
    changed(&mut editor, &file);
    editor.findings(&draft);
    let symbols = editor.ask("textDocument/documentSymbol", draft.itself()).to_string();
    fs::write(&file, "rules = { operative-numbering = \"hint\" }\n").unwrap();
    changed(&mut editor, &file);
    assert_eq!(severity(&editor.findings(&draft).list), Some(json!(4)));
    assert_ne!(editor.ask("textDocument/documentSymbol", draft.itself()).to_string(), symbols);
    let settings = json!({ "rapporteur": { "rules": { "operative-numbering": "information" }, "adopted": false } });
    editor.tell("workspace/didChangeConfiguration", json!({ "settings": settings }));
    assert_eq!(severity(&editor.findings(&draft).list), Some(json!(3)), "the user wins");
    editor.goodbye();
}

#[test]
fn what_is_ignored_follows_a_draft_to_another_name() {
    let folder = Workspace::new("leaving-renamed");
    let file = folder.join("rapporteur.toml");
    let settled =
        "[[files]]\npaths = [\"night/sky.txt\"]\nrules.footnote-order = \"off\"\n\n[[ignored]]\nrule = \"style\"\n";
    let settled = settled.replace("\"style\"", "\"footnote-unused\"") + "words = \"x\"\nfile = \"night/sky.txt\"\n";
    fs::write(&file, &settled).unwrap();
    let mut all = capabilities();
    all["workspace"] = json!({ "fileOperations": { "willRename": true, "didRename": true } });
    let folders = json!([{ "uri": uri(&folder), "name": "drafts" }]);
    let params = json!({ "processId": null, "rootUri": null, "workspaceFolders": folders, "capabilities": all });
    let (mut editor, answer) = Editor::with(params);
    editor.hear("window/logMessage");
    let offered = &answer["capabilities"]["workspace"]["fileOperations"];
    assert_eq!(offered["willRename"]["filters"][0]["pattern"]["glob"], "**");
    let mut renamed = |from: &str, to: &str| {
        let files = json!([{ "oldUri": uri(&folder.join(from)), "newUri": uri(&folder.join(to)) }]);
        let edit = editor.ask("workspace/willRenameFiles", json!({ "files": files }));
        editor.tell("workspace/didRenameFiles", json!({ "files": files }));
        edit["changes"][uri(&file)].as_array().cloned().unwrap_or_default()
    };
    for (from, to, wanted) in [("night/sky.txt", "day/sea.txt", "day/sea.txt"), ("night", "day", "day/sky.txt")] {
        let edits = renamed(from, to);
        let mut text =
            Document { uri: uri(&file), text: settled.clone(), version: 0, encoding: crate::harness::Encoding::Utf16 };
        for edit in &edits {
            let place = text.text_at(&edit["range"]);
            let start = place.as_ptr() as usize - text.text.as_ptr() as usize;
            let range = start..start + place.len();
            text.text.replace_range(range, edit["newText"].as_str().unwrap());
        }
        assert_eq!(text.text, settled.replace("night/sky.txt", wanted));
    }
    assert_eq!(renamed("night/other.txt", "day/other.txt"), [json!(null); 0]);
    editor.goodbye();
}

#[test]
fn what_a_quick_fix_writes_is_saved_by_who_can_save_it() {
    let folder = Workspace::new("leaving-saved");
    for saving in [true, false] {
        let mut all = capabilities();
        all["textDocument"]["codeAction"] =
            json!({ "codeActionLiteralSupport": { "codeActionKind": { "valueSet": ["quickfix"] } } });
        all["experimental"] = json!({ "rapporteurSave": saving });
        let folders = json!([{ "uri": uri(&folder), "name": "drafts" }]);
        let params = json!({ "processId": null, "rootUri": null, "workspaceFolders": folders, "capabilities": all });
        let mut editor = Editor::with(params).0;
        editor.hear("window/logMessage");
        let draft = draft(&mut editor, &folder);
        let found = editor.findings(&draft).list;
        let actions = offered(&mut editor, &draft, &found[0]);
        let command = &titled(&actions, "Ignore this here")["command"];
        match saving {
            true => {
                assert_eq!(command["command"], "rapporteur.save");
                assert_eq!(command["arguments"], json!([uri(&folder.join("rapporteur.toml"))]));
            }
            false => assert!(command.is_null(), "{command}"),
        }
        editor.goodbye();
    }
}

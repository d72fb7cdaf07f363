//! Folders that the user names, and the reading of them, which is shown and can be stopped.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use crate::harness::{Document, Editor, Workspace, capabilities, example, uri};

const DRAFT: &str = "The General Assembly,\n\nRecalling its resolution 92/14 of 3 December 2037,\n\nDecides to rest.\n";

/// What an editor says of itself that shows progress.
fn showing() -> Value {
    let mut capabilities = capabilities();
    capabilities["window"]["workDoneProgress"] = true.into();
    capabilities
}

fn start(folder: &Path, capabilities: Value, options: Value) -> Editor {
    let folders = json!([{ "uri": uri(folder), "name": "drafts" }]);
    let params = json!({ "processId": null, "rootUri": null, "workspaceFolders": folders,
        "capabilities": capabilities, "initializationOptions": options });
    Editor::with(params).0
}

fn known(editor: &mut Editor) -> Vec<String> {
    let found = editor.ask("workspace/symbol", json!({ "query": "92/14" }));
    found.as_array().unwrap().iter().map(|one| one["location"]["uri"].as_str().unwrap().to_owned()).collect()
}

/// Two folders side by side: the drafts, and what was adopted.
fn side_by_side(name: &str) -> (Workspace, std::path::PathBuf, std::path::PathBuf) {
    let both = Workspace::new(name);
    let (drafts, adopted) = (both.join("drafts"), both.join("adopted"));
    fs::create_dir(&drafts).unwrap();
    fs::create_dir(&adopted).unwrap();
    fs::write(adopted.join("text.txt"), example("92-14.en.resolution.txt")).unwrap();
    (both, drafts, adopted)
}

#[test]
fn folders_that_the_user_names_are_read_and_no_others() {
    let (_both, drafts, adopted) = side_by_side("named-folders");
    let mut editor = start(&drafts, capabilities(), json!({}));
    editor.hear("window/logMessage");
    assert_eq!(known(&mut editor), [""; 0]);

    let settings = |paths: Value| json!({ "settings": { "rapporteur": { "library": { "paths": paths } } } });
    editor.tell("workspace/didChangeConfiguration", settings(json!(["../adopted"])));
    editor.hear("window/logMessage");
    assert_eq!(known(&mut editor), [uri(&adopted.join("text.txt"))]);

    let gone = adopted.join("gone");
    editor.tell("workspace/didChangeConfiguration", settings(json!([gone])));
    let told = editor.hear("window/showMessage");
    let sentence = format!("The folder {}, which library.paths names, cannot be read", gone.display());
    assert!(told["message"].as_str().unwrap().starts_with(&sentence), "{told}");
    editor.hear("window/logMessage");
    assert_eq!(known(&mut editor), [""; 0]);
    editor.goodbye();
}

/// What is told of the file at this path.
fn told(editor: &mut Editor, file: &Path) -> Value {
    let told = editor.hear("textDocument/publishDiagnostics");
    assert_eq!(told["uri"], uri(file));
    told["diagnostics"].clone()
}

#[test]
fn a_file_in_the_folder_has_nothing_read_outside_of_it_unless_the_user_names_that_too() {
    let (both, drafts, adopted) = side_by_side("trusted-folders");
    let file = drafts.join("rapporteur.toml");
    #[cfg(unix)]
    std::os::unix::fs::symlink(&adopted, drafts.join("here")).unwrap();
    let ways = ["../adopted".to_owned(), adopted.display().to_string(), "here/../../adopted".to_owned()];
    let ways = ways.into_iter().chain(cfg!(unix).then(|| "here".to_owned())).collect::<Vec<_>>();
    fs::write(&file, format!("library.paths = {ways:?}\n")).unwrap();
    let mut editor = start(&drafts, capabilities(), json!({}));
    let refused = told(&mut editor, &file);
    editor.hear("window/logMessage");
    assert_eq!(known(&mut editor), [""; 0]);
    assert_eq!(refused.as_array().unwrap().len(), ways.len(), "{refused}");
    for (one, way) in refused.as_array().unwrap().iter().zip(&ways) {
        let sentence = one["message"].as_str().unwrap();
        assert!(sentence.starts_with(&format!("“{way}” leads out of the folder that is open, and is not read")));
        assert!(sentence.ends_with("name it in your own settings, in `rapporteur.library.paths`."));
        assert_eq!((&one["severity"], &one["range"]["start"]["line"]), (&json!(2), &json!(0)));
    }

    // The user names one of them.
    let own = |paths: Value| json!({ "settings": { "rapporteur": { "library": { "paths": paths } } } });
    editor.tell("workspace/didChangeConfiguration", own(json!([adopted])));
    let still = told(&mut editor, &file);
    let left = still.as_array().unwrap().len();
    assert_eq!(left, usize::from(cfg!(unix)), "only the link is another folder: {still}");
    editor.hear("window/logMessage");
    assert_eq!(known(&mut editor), [uri(&adopted.join("text.txt"))]);
    // And no more.
    editor.tell("workspace/didChangeConfiguration", own(json!([])));
    assert_eq!(told(&mut editor, &file), refused);
    assert_eq!(known(&mut editor), [""; 0]);

    // It is told of in the editor's text of the file, too.
    let open = Document::open(&mut editor, &uri(&file), "library.paths = ['../adopted']\n");
    assert_eq!(editor.findings(&open).list.len(), 1);
    drop(both);
    editor.goodbye();
}

#[test]
fn folders_that_the_workspace_names_begin_where_it_says_so() {
    let (_both, drafts, _) = side_by_side("settled-folders");
    // A walk through the folder passes it over.
    let adopted = drafts.join(".adopted");
    fs::create_dir(&adopted).unwrap();
    fs::write(adopted.join("text.txt"), example("92-14.en.resolution.txt")).unwrap();
    let file = drafts.join("rapporteur.toml");
    fs::write(&file, "[library]\npaths = [\".adopted\"]\n").unwrap();
    let mut editor = start(&drafts, capabilities(), json!({}));
    editor.hear("window/logMessage");
    assert_eq!(known(&mut editor), [uri(&adopted.join("text.txt"))]);

    fs::write(&file, "").unwrap();
    let changes = json!([{ "uri": uri(&file), "type": 2 }]);
    editor.tell("workspace/didChangeWatchedFiles", json!({ "changes": changes }));
    while !known(&mut editor).is_empty() {}
    editor.goodbye();
}

#[test]
fn folders_elsewhere_are_watched_where_the_client_can() {
    let (_both, drafts, adopted) = side_by_side("watched-folders");
    let mut capabilities = capabilities();
    capabilities["workspace"]["didChangeWatchedFiles"] =
        json!({ "dynamicRegistration": true, "relativePatternSupport": true });
    let mut editor = start(&drafts, capabilities, json!({ "library": { "paths": [adopted] } }));
    editor.hear("window/logMessage");
    let asked = [
        editor.grant("client/registerCapability", json!(null)),
        editor.grant("client/registerCapability", json!(null)),
    ];
    let elsewhere = asked.iter().find(|asked| asked.to_string().contains("baseUri")).unwrap();
    assert!(elsewhere.to_string().contains(&uri(&adopted)), "{elsewhere}");

    let changes = json!([{ "uri": uri(&adopted.join("more.txt")), "type": 1 }]);
    fs::write(adopted.join("more.txt"), example("92-14.en.resolution.txt")).unwrap();
    editor.tell("workspace/didChangeWatchedFiles", json!({ "changes": changes }));
    while known(&mut editor).len() < 2 {}
    let settings = json!({ "settings": { "rapporteur": {  } } });
    editor.tell("workspace/didChangeConfiguration", settings);
    let asked = editor.grant("client/unregisterCapability", json!(null));
    assert!(asked.to_string().contains(&uri(&adopted)), "{asked}");
    editor.goodbye();
}

#[test]
fn the_reading_is_shown_and_ends() {
    let folder = Workspace::new("shown");
    fs::write(folder.join("text.txt"), example("92-14.en.resolution.txt")).unwrap();
    let mut editor = start(&folder, showing(), json!({}));
    let asked = editor.grant("window/workDoneProgress/create", Value::Null);
    let begin = editor.hear("$/progress");
    assert_eq!((&begin["token"], &begin["value"]["kind"]), (&asked["token"], &json!("begin")));
    assert_eq!(begin["value"]["cancellable"], true);
    let end = loop {
        let next = editor.hear("$/progress");
        if next["value"]["kind"] == "end" {
            break next;
        }
        assert!(next["value"]["percentage"].as_u64().is_some_and(|percent| percent <= 100), "{next}");
    };
    assert_eq!(end["value"]["message"], "1 instrument in 1 text");
    editor.hear("window/logMessage");
    // What is cancelled too late, or is none of the server's, is let be.
    for token in [asked["token"].clone(), json!(7)] {
        editor.tell("window/workDoneProgress/cancel", json!({ "token": token }));
    }
    assert_eq!(known(&mut editor), [uri(&folder.join("text.txt"))]);
    editor.goodbye();
}

#[test]
fn the_reading_can_be_stopped() {
    let folder = Workspace::new("stopped");
    let text = example("92-14.en.resolution.txt");
    for number in 0..3000 {
        fs::write(folder.join(format!("{number}.txt")), &text).unwrap();
    }
    let mut editor = start(&folder, showing(), json!({}));
    let request = editor.hear_request("window/workDoneProgress/create");
    editor.tell("window/workDoneProgress/cancel", request["params"].clone());
    let said = editor.hear("window/logMessage");
    let said = said["message"].as_str().unwrap();
    assert!(said.starts_with("Stopped: ") || said.starts_with("Workspace read: 3000"), "{said}");
    // What goes on is answered, stopped or not.
    let draft = Document::open(&mut editor, "untitled:1", DRAFT);
    editor.findings(&draft);
    // A client that doesn't show it is shown nothing.
    let refused = json!({ "jsonrpc": "2.0", "id": request["id"], "error": { "code": -32601, "message": "no" } });
    let body = refused.to_string();
    editor.send_bytes(format!("Content-Length: {}\r\n\r\n{body}", body.len()).as_bytes());
    editor.goodbye();
}

//! Files and folders as they should not be: on the command line, and as an editor's workspace.

use std::fs;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use crate::desk::{self, Desk};
#[cfg(unix)]
use crate::harness::Document;
use crate::harness::{Editor, Workspace, capabilities, example, uri};
use rapporteur::workspace::{self, IndexProgress, WorkspaceIndex};
use serde_json::{Value, json};

/// Paragraph 2 is numbered 3.
const FLAWED: &str = "The General Assembly,\n\nRecalling the lamps,\n\n1. Decides to rest;\n\n3. Decides to wait.\n";

/// An instrument, 92/14.
fn instrument() -> String {
    example("92-14.en.resolution.txt")
}

fn codes(ended: &desk::Ended) -> Vec<(String, String)> {
    let found = ended.lines();
    let text = |finding: &Value, key: &str| finding[key].as_str().unwrap().to_owned();
    found.iter().map(|finding| (text(finding, "file"), text(finding, "code"))).collect()
}

/// The names of all instruments that the server knows.
fn known(editor: &mut Editor) -> Vec<String> {
    let found = editor.ask("workspace/symbol", json!({ "query": "" }));
    let uris = found.as_array().unwrap().iter().map(|symbol| symbol["location"]["uri"].as_str().unwrap().to_owned());
    uris.collect()
}

fn start_in(folders: &[&Path]) -> Editor {
    let folders: Vec<Value> = folders.iter().map(|folder| json!({ "uri": uri(folder), "name": "drafts" })).collect();
    let params = json!({
        "processId": null, "rootUri": null, "workspaceFolders": folders, "capabilities": capabilities()
    });
    let mut editor = Editor::with(params).0;
    editor.hear("window/logMessage");
    editor
}

// ------------------------------------------------------------------ rapporteur check

#[test]
fn what_is_gigantic_is_named_and_not_read() {
    let desk = Desk::new("gigantic").with("drafts/flawed.txt", FLAWED).with("drafts/data.txt", "");
    // A terabyte that takes no room.
    let file = fs::File::options().write(true).open(desk.path("drafts/data.txt")).unwrap();
    if file.set_len(1 << 40).is_err() {
        println!("skipped: no such file can be made here");
        return;
    }
    let checked = desk.run(&["check", "--format", "json", "drafts"]);
    assert_eq!(codes(&checked), [("drafts/flawed.txt".to_owned(), "operative-numbering".to_owned())]);
    assert_eq!(checked.status, 2);
    assert_eq!(checked.stderr, "drafts/data.txt: This is larger than 64 MB, which no draft is. It was not read.\n");
    // In the workspace it is passed over.
    fs::write(desk.path("drafts/text.txt"), instrument()).unwrap();
    let mut editor = start_in(&[&desk.path("drafts")]);
    assert_eq!(known(&mut editor), [uri(&desk.path("drafts/text.txt"))]);
    editor.goodbye();
}

#[test]
fn binary_files_are_named_or_passed_over() {
    let noise: Vec<u8> = (0..=255).cycle().take(1 << 16).collect();
    let desk = Desk::new("binary").with("picture.txt", &noise).with("flawed.txt", FLAWED).with("text.md", instrument());
    let checked = desk.run(&["check", "--format", "json", "."]);
    assert_eq!((checked.status, codes(&checked).len()), (2, 1));
    assert!(checked.stderr.contains("picture.txt: This is no text"), "{}", checked.stderr);
    let mut editor = start_in(&[&desk.path("")]);
    assert_eq!(known(&mut editor), [uri(&desk.path("text.md"))]);
    editor.goodbye();
}

#[cfg(unix)]
#[test]
fn what_may_not_be_read_is_named() {
    use std::os::unix::fs::PermissionsExt;

    let desk =
        Desk::new("forbidden").with("in/closed.txt", FLAWED).with("in/shut/x.txt", FLAWED).with("in/a.txt", FLAWED);
    let forbid = |path: &str, mode| fs::set_permissions(desk.path(path), fs::Permissions::from_mode(mode)).unwrap();
    forbid("in/closed.txt", 0o000);
    forbid("in/shut", 0o000);
    if fs::read(desk.path("in/closed.txt")).is_ok() {
        println!("skipped: this user may read everything");
    } else {
        let checked = desk.run(&["check", "--format", "json", "in"]);
        assert_eq!((checked.status, codes(&checked).len()), (2, 1));
        assert!(checked.stderr.contains("in/closed.txt: This file could not be read"), "{}", checked.stderr);
        assert!(checked.stderr.contains("This could not be read"), "{}", checked.stderr);
        let mut editor = start_in(&[&desk.path("in")]);
        assert_eq!(known(&mut editor), [""; 0]);
        editor.goodbye();
    }
    forbid("in/shut", 0o755);
}

#[cfg(unix)]
#[test]
fn links_in_a_folder_are_not_followed_and_named_ones_are() {
    use std::os::unix::fs::symlink;

    let desk = Desk::new("links").with("outside/secret.txt", FLAWED).with("in/own.txt", FLAWED);
    fs::write(desk.path("outside/text.txt"), instrument()).unwrap();
    symlink(desk.path("outside"), desk.path("in/folder")).unwrap();
    symlink(desk.path("outside/secret.txt"), desk.path("in/file.txt")).unwrap();
    symlink(desk.path("in"), desk.path("in/round")).unwrap();
    symlink("itself.txt", desk.path("in/itself.txt")).unwrap();
    symlink("nowhere.txt", desk.path("in/dangling.txt")).unwrap();
    let files = |paths: &[&str]| -> Vec<String> {
        codes(&desk.run(&[&["check", "--format", "json"], paths].concat())).into_iter().map(|(file, _)| file).collect()
    };
    assert_eq!(files(&["in"]), ["in/own.txt"]);
    assert_eq!(files(&["in/file.txt", "in/folder/secret.txt"]), ["in/file.txt", "in/folder/secret.txt"]);
    let itself = desk.run(&["check", "in/itself.txt"]);
    assert_eq!(itself.status, 2);
    assert!(itself.stderr.starts_with("in/itself.txt: "), "{}", itself.stderr);

    let mut editor = start_in(&[&desk.path("in")]);
    assert_eq!(known(&mut editor), [""; 0]);
    // The client may say what it likes of them.
    let changes: Vec<Value> = ["in/folder/text.txt", "in/file.txt", "outside/text.txt", "in/round/own.txt"]
        .iter()
        .map(|path| json!({ "uri": uri(&desk.path(path)), "type": 2 }))
        .collect();
    for _ in 0..20 {
        editor.tell("workspace/didChangeWatchedFiles", json!({ "changes": changes }));
        assert_eq!(known(&mut editor), [""; 0]);
    }
    editor.goodbye();
}

#[cfg(target_os = "linux")]
#[test]
fn names_that_are_no_utf8_are_names() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;

    let desk = Desk::new("names").with("in/own.txt", "");
    fs::write(desk.path("in").join(OsStr::from_bytes(b"dr\xe9ft.txt")), FLAWED).unwrap();
    fs::create_dir(desk.path("in").join(OsStr::from_bytes(b"\xff"))).unwrap();
    fs::write(desk.path("in").join(OsStr::from_bytes(b"\xff/text.txt")), instrument()).unwrap();
    for format in ["text", "json", "github", "sarif"] {
        let checked = desk.run(&["check", "--format", format, "in"]);
        assert_eq!((checked.status, checked.stderr.as_str()), (1, ""), "{format}");
        assert!(checked.stdout.contains("operative-numbering"), "{format}: {}", checked.stdout);
    }
    let mut editor = start_in(&[&desk.path("in")]);
    let draft = "The General Assembly,\n\nRecalling its resolution 92/14 of 3 December 2037,\n\nDecides to rest.\n";
    let draft = Document::open(&mut editor, "untitled:1", draft);
    editor.findings(&draft);
    // It is known, and gone to by a name with the byte in it.
    let found = editor.ask("textDocument/definition", draft.at(draft.first("92/14").start));
    assert!(found["uri"].as_str().is_none_or(|uri| uri.contains("%FF")), "{found}");
    editor.ask("textDocument/hover", draft.at(draft.first("92/14").start));
    editor.goodbye();
}

#[test]
fn thousands_of_files_in_a_folder() {
    let desk = Desk::new("thousands");
    fs::create_dir(desk.path("many")).unwrap();
    for number in 0..5000 {
        let text = if number % 1000 == 0 { FLAWED } else { "Notes." };
        fs::write(desk.path(&format!("many/{number:04}.txt")), text).unwrap();
    }
    let checked = desk.run(&["check", "--format", "json", "many"]);
    let expected: Vec<String> = (0..5000).step_by(1000).map(|number| format!("many/{number:04}.txt")).collect();
    assert_eq!(codes(&checked).into_iter().map(|(file, _)| file).collect::<Vec<_>>(), expected);
    assert_eq!((checked.status, checked.stderr.as_str()), (1, ""), "no bar where there is no terminal");
}

#[cfg(unix)]
#[test]
fn what_is_interrupted_ends_with_whole_lines() {
    use std::io::{BufRead, BufReader, Read};

    let desk = Desk::new("interrupted");
    fs::create_dir(desk.path("many")).unwrap();
    (0..4000).for_each(|number| fs::write(desk.path(&format!("many/{number:04}.txt")), FLAWED).unwrap());
    let mut child = desk.command(&["check", "--format", "json", "many"]).spawn().unwrap();
    let (mut stdout, mut stderr) = (BufReader::new(child.stdout.take().unwrap()), child.stderr.take().unwrap());
    let mut printed = String::new();
    stdout.read_line(&mut printed).unwrap();
    // Nobody reads on, so the program is in the middle of writing when it is interrupted.
    let interrupted = std::process::Command::new("kill").args(["-INT", &child.id().to_string()]).status();
    assert!(interrupted.unwrap().success());
    let mut said = [0; 9];
    stderr.read_exact(&mut said).unwrap();
    assert_eq!(&said, b"Stopping.");
    stdout.read_to_string(&mut printed).unwrap();
    assert_eq!(child.wait().unwrap().code(), Some(130));
    assert!(printed.ends_with('\n'));
    let found: Vec<Value> = printed.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert!(found.len() < 4000, "{}", found.len());
}

// ------------------------------------------------------------------ the workspace

#[test]
fn a_root_may_be_a_file_or_nothing() {
    let folder = Workspace::new("file-root");
    fs::write(folder.join("text.txt"), instrument()).unwrap();
    fs::write(folder.join("other.txt"), instrument()).unwrap();
    let (text, nothing) = (folder.join("text.txt"), folder.join("nothing"));
    let mut editor = start_in(&[&text, &nothing]);
    assert_eq!(known(&mut editor), [uri(&text)]);
    editor.goodbye();
}

#[test]
fn roots_that_overlap_are_each_their_own() {
    let folder = Workspace::new("overlap");
    let (inner, own) = (folder.join("inner"), folder.join("own.txt"));
    fs::create_dir(&inner).unwrap();
    let text = inner.join("text.txt");
    fs::write(&text, instrument()).unwrap();
    fs::write(&own, instrument()).unwrap();
    let event = |added: &[&Path], removed: &[&Path]| {
        let folders = |paths: &[&Path]| -> Vec<Value> {
            paths.iter().map(|path| json!({ "uri": uri(path), "name": "drafts" })).collect()
        };
        json!({ "event": { "added": folders(added), "removed": folders(removed) } })
    };
    let mut editor = start_in(&[&folder, &inner, &folder]);
    assert_eq!(known(&mut editor), [uri(&text), uri(&own)]);
    // Without the outer folder the inner one is still there, and the other way round.
    editor.tell("workspace/didChangeWorkspaceFolders", event(&[], &[&folder]));
    editor.hear("window/logMessage");
    assert_eq!(known(&mut editor), [uri(&text)]);
    editor.tell("workspace/didChangeWorkspaceFolders", event(&[&folder], &[]));
    editor.hear("window/logMessage");
    editor.tell("workspace/didChangeWorkspaceFolders", event(&[], &[&inner]));
    assert_eq!(known(&mut editor), [uri(&text), uri(&own)]);
    editor.goodbye();
}

#[test]
fn a_folder_may_vanish_while_it_is_read() {
    let folder = Workspace::new("vanishing");
    let text = instrument();
    for round in 0..20 {
        let inside = folder.join("inside");
        for part in 0..20 {
            let part = inside.join(part.to_string());
            fs::create_dir_all(&part).unwrap();
            (0..5).for_each(|file| fs::write(part.join(format!("{file}.txt")), &text).unwrap());
        }
        let library = WorkspaceIndex::new();
        let gone = AtomicBool::new(false);
        thread::scope(|scope| {
            scope.spawn(|| {
                // Now sooner, now later.
                while library.instruments().len() < round * 5 {}
                // Where a file that is read can't be removed, until it can.
                while fs::remove_dir_all(&inside).is_err() && inside.exists() {}
                gone.store(true, Ordering::Relaxed);
            });
            let index = || workspace::index(&library, &[folder.to_path_buf()], &IndexProgress::default(), |_| {}, &());
            index();
            while !gone.load(Ordering::Relaxed) {
                index();
            }
        });
        // What was removed while it was read is forgotten when the client says so.
        workspace::update(&library, &[folder.to_path_buf()], std::slice::from_ref(&inside), &());
        assert_eq!(library.instruments().len(), 0);
    }
}

#[cfg(unix)]
#[test]
fn a_gitignore_that_is_no_file_ignores_nothing_and_is_not_opened() {
    let desk = Desk::new("odd-gitignore")
        .with("elsewhere/names", "*.txt\n")
        .with("linked/draft.txt", FLAWED)
        .with("piped/draft.txt", FLAWED)
        .with("folder/.gitignore/x", "")
        .with("folder/draft.txt", FLAWED)
        .with("plain/.gitignore", "draft.txt\n!kept.txt\n[\nbelow/*\n!below/kept.txt\n")
        .with("plain/draft.txt", FLAWED)
        .with("plain/kept.txt", FLAWED)
        .with("plain/below/kept.txt", FLAWED)
        .with("plain/below/other.txt", FLAWED);
    std::os::unix::fs::symlink(desk.path("elsewhere/names"), desk.path("linked/.gitignore")).unwrap();
    let made = std::process::Command::new("mkfifo").arg(desk.path("piped/.gitignore")).status();
    assert!(made.unwrap().success());
    let read = |folder: &str| -> Vec<String> {
        let mut files: Vec<String> =
            codes(&desk.run(&["check", "--format", "json", folder])).into_iter().map(|(file, _)| file).collect();
        files.dedup();
        files
    };
    assert_eq!(read("linked"), ["linked/draft.txt"]);
    assert_eq!(read("piped"), ["piped/draft.txt"]);
    assert_eq!(read("folder"), ["folder/draft.txt"]);
    assert_eq!(read("plain"), ["plain/below/kept.txt", "plain/kept.txt"]);
    // An editor's workspace is walked in the same way, and comes to an end.
    let index = WorkspaceIndex::default();
    workspace::index(&index, &[desk.path("piped")], &IndexProgress::default(), |_| {}, &());
}

#[test]
fn what_a_killed_run_has_left_is_named_and_let_be() {
    // No process has this number: the largest that systems give is smaller.
    let left = ".rapporteur-4294967295-0";
    let desk = Desk::new("left-behind")
        .with("drafts/a.txt", FLAWED.replace("3. Decides to wait", "1. Decides to wait"))
        .with(&format!("drafts/{left}"), "half a text")
        .with("drafts/.rapporteur-mine", "mine");
    let mended = desk.run(&["check", "--fix", "drafts"]);
    assert!(mended.stderr.contains(&format!("{left}: A run that was killed has left this here.")), "{}", mended.stderr);
    assert!(!mended.stderr.contains("mine"), "{}", mended.stderr);
    assert_eq!(fs::read_to_string(desk.path(&format!("drafts/{left}"))).unwrap(), "half a text");
}

//! What Windows has otherwise: drives, servers and long paths, names in whatever case, files that another program keeps to
//! itself, devices, and its own folders for settings and data. `packaging/cross.sh wine` runs these on Linux.

use std::fs::{self, OpenOptions};
use std::os::windows::fs::OpenOptionsExt;
use std::path::PathBuf;

use serde_json::{Value, json};

use crate::desk::{Desk, Ended};
use crate::harness::{Document, Editor, Workspace, capabilities, example, uri};

/// Paragraph 2 is numbered 3, and lines end as Windows ends them.
const FLAWED: &str = "The General Assembly,\r\n\r\nRecalling its resolution A\\RES\\92\\85 of 3 December 2037,\r\n\r\n\
                      1. Decides to rest;\r\n\r\n3. Decides to wait.\r\n";

fn codes(ended: &Ended) -> Vec<String> {
    ended.lines().iter().map(|finding| finding["code"].as_str().unwrap().to_owned()).collect()
}

/// A path with its drive's letter as it was not.
fn with_other_letter(uri: &str) -> String {
    let (letter, rest) = uri.strip_prefix("file:///").unwrap().split_at(1);
    format!("file:///{}%3A{}", letter.to_lowercase(), rest.strip_prefix(':').unwrap())
}

#[test]
fn a_file_is_one_file_however_an_editor_writes_its_drive() {
    let folder = Workspace::new("drives");
    fs::write(folder.join("92-14.txt"), example("92-14.en.resolution.txt")).unwrap();
    fs::write(folder.join("draft.txt"), "").unwrap();
    // As VS Code has it: `file:///c%3A/drafts`.
    let opened = with_other_letter(&uri(&folder));
    let params = json!({
        "processId": null, "rootUri": null, "capabilities": capabilities(),
        "workspaceFolders": [{ "uri": opened, "name": "drafts" }]
    });
    let mut editor = Editor::with(params).0;
    editor.hear("window/logMessage");
    let draft = Document::open(
        &mut editor,
        &format!("{opened}/draft.txt"),
        "The General Assembly,\n\nRecalling its resolution 92/14 of 3 December 2037,\n\n1. Decides to rest.\n",
    );
    // What is told of it bears the name that the editor has for it.
    editor.findings(&draft);
    let mut at = draft.at(draft.first("92/14").start);
    let found = editor.ask("textDocument/definition", at.clone());
    let found = found.as_array().map_or(&found, |all| &all[0]);
    assert_eq!(found["uri"], uri(&folder.join("92-14.txt")));
    at["context"] = json!({ "includeDeclaration": true });
    let cited = editor.ask("textDocument/references", at);
    assert!(cited.as_array().unwrap().iter().all(|place| place["uri"] == draft.uri), "{cited}");
    editor.goodbye();
}

#[test]
fn names_in_another_case_are_the_same_files() {
    let desk =
        Desk::new("case").with("Drafts/Lamps.txt", FLAWED).with("Drafts/rapporteur.toml", "ignore = [\"all\"]\n");
    let settled = Desk::new("case-settled")
        .with("Drafts/Lamps.txt", FLAWED)
        .with("Drafts/rapporteur.toml", "ignore = [\"symbol-malformed\"]\n");
    let checked = settled.run(&["check", "--format", "json", r"DRAFTS\LAMPS.TXT"]);
    assert_eq!(codes(&checked), ["operative-numbering"]);
    assert_eq!(desk.run(&["check", r"drafts\lamps.txt"]).status, 2, "there is no rule of this name");
}

#[test]
fn long_paths_are_read_and_written() {
    let desk = Desk::new("long");
    let folder: PathBuf = std::iter::repeat_n("the lamps of the northern harbours and of all others", 8).collect();
    let file = folder.join("draft.txt");
    assert!(desk.path("").join(&file).as_os_str().len() > 400);
    let desk = desk.with(file.to_str().unwrap(), FLAWED);
    for named in [".", file.to_str().unwrap(), desk.path("").join(&file).to_str().unwrap()] {
        assert_eq!(codes(&desk.run(&["check", "--format", "json", named])).len(), 2, "{named}");
    }
    assert!(desk.run(&["check", "--fix", file.to_str().unwrap()]).status < 2);
    let fixed = fs::read_to_string(desk.path("").join(&file)).unwrap();
    assert!(fixed.contains("A/RES/92/85") && !fixed.replace("\r\n", "").contains(['\r', '\n']), "{fixed:?}");
}

#[test]
fn a_path_as_the_system_itself_writes_it_is_the_same_file() {
    let desk =
        Desk::new("verbatim").with("draft.txt", FLAWED).with("rapporteur.toml", "ignore = [\"symbol-malformed\"]\n");
    let whole = fs::canonicalize(desk.path("draft.txt")).unwrap();
    assert!(whole.to_str().unwrap().starts_with(r"\\?\"), "{}", whole.display());
    assert_eq!(codes(&desk.run(&["check", "--format", "json", whole.to_str().unwrap()])), ["operative-numbering"]);
}

#[test]
fn what_another_program_keeps_to_itself_is_left_and_said() {
    let desk = Desk::new("locked").with("draft.txt", FLAWED);
    // As Word opens a document: others may read it, and nobody else may write.
    let open = OpenOptions::new().read(true).share_mode(1).open(desk.path("draft.txt")).unwrap();
    assert_eq!(codes(&desk.run(&["check", "--format", "json", "draft.txt"])).len(), 2);
    let refused = desk.run(&["check", "--fix", "draft.txt"]);
    assert_eq!(refused.status, 2);
    assert!(refused.stderr.contains("another program is using it"), "{}", refused.stderr);
    drop(open);
    let kept = OpenOptions::new().read(true).share_mode(0).open(desk.path("draft.txt")).unwrap();
    let unread = desk.run(&["check", "draft.txt"]);
    assert!(unread.status == 2 && unread.stderr.contains("another program is using it"), "{}", unread.stderr);
    drop(kept);
    assert_eq!(fs::read_to_string(desk.path("draft.txt")).unwrap(), FLAWED);
    assert_eq!(fs::read_dir(desk.path("")).unwrap().count(), 1, "nothing lies beside it");
    assert!(desk.run(&["check", "--fix", "draft.txt"]).status < 2);
    assert!(fs::read_to_string(desk.path("draft.txt")).unwrap().contains("A/RES/92/85"));
}

#[test]
fn the_device_that_swallows_everything_is_no_draft_and_takes_what_is_written() {
    let desk = Desk::new("nul").with("draft.txt", FLAWED);
    let checked = desk.run(&["check", "--format", "json", "NUL"]);
    assert!(checked.lines().is_empty() && checked.status != 101, "{} {}", checked.status, checked.stderr);
    let converted = desk.run(&["convert", "--to", "markdown", "-o", "NUL", "draft.txt"]);
    assert!([0, 2].contains(&converted.status), "{} {}", converted.status, converted.stderr);
    let names: Vec<_> = fs::read_dir(desk.path("")).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(names, ["draft.txt"]);
}

#[test]
fn what_others_read_has_slashes_and_people_see_their_own() {
    let desk = Desk::new("slashes").with(r"草案\ä.txt", FLAWED);
    let of = |format: &str| {
        let ended = desk.command(&["check", "--format", format, r"草案"]).output().unwrap();
        String::from_utf8(ended.stdout).unwrap()
    };
    assert!(of("text").contains("草案\\ä.txt:"), "{}", of("text"));
    assert!(of("github").contains("file=草案/ä.txt,"), "{}", of("github"));
    let sarif: Value = serde_json::from_str(&of("sarif")).unwrap();
    let place = &sarif["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"];
    assert_eq!(place, "%E8%8D%89%E6%A1%88/%C3%A4.txt");
    let patch = desk.run(&["check", "--diff", r"草案\ä.txt"]).stdout;
    assert!(patch.contains("草案/ä.txt"), "{patch}");
}

#[test]
fn settings_of_sections_know_files_by_their_slashes() {
    let settings = "[[files]]\npaths = [\"drafts/**/*.txt\"]\nignore = [\"symbol-malformed\"]\n";
    let desk = Desk::new("sections").with(r"drafts\now\a.txt", FLAWED).with("rapporteur.toml", settings);
    assert_eq!(codes(&desk.run(&["check", "--format", "json", r".\drafts"])), ["operative-numbering"]);
}

#[test]
fn the_library_and_what_can_be_made_again_are_where_windows_keeps_such() {
    let desk = Desk::new("folders");
    let told = |arguments: &[&str]| {
        let mut command = desk.command(arguments);
        command.env_remove("RAPPORTEUR_LIBRARY").env_remove("RAPPORTEUR_CACHE");
        String::from_utf8(command.output().unwrap().stdout).unwrap()
    };
    let folder = |variable: &str| std::env::var(variable).unwrap().to_lowercase();
    let library = told(&["library", "path"]).to_lowercase();
    assert!(library.starts_with(&format!(r"{}\rapporteur\library.sqlite", folder("APPDATA"))), "{library}");
    let cache = told(&["cache", "path"]).to_lowercase();
    assert!(cache.starts_with(&format!(r"{}\rapporteur\", folder("LOCALAPPDATA"))), "{cache}");
}

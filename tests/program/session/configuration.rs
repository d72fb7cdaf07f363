//! `rapporteur.toml` at the workspace's root.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

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

/// A draft with two findings: numbers out of order, and a symbol that cannot be.
const FLAWED: &str = "The Council of Lamps,\n\nRecalling A\\92\\85 of the harbours,\n\n1. Decides to light the lamps;\n\n\
    3. Requests a report.\n";

/// Puts files into a folder.
fn put(folder: &Path, files: &[(&str, &str)]) {
    for (name, text) in files {
        let path = folder.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
}

/// The drafts in a folder, by their paths from there.
fn drafts(folder: &Path) -> Vec<String> {
    let (mut folders, mut drafts) = (vec![folder.to_path_buf()], Vec::new());
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "txt") {
                let name = path.strip_prefix(folder).unwrap().to_str().unwrap();
                // As the command line's output is read in tests.
                drafts.push(name.replace(std::path::MAIN_SEPARATOR, "/"));
            }
        }
    }
    drafts.sort();
    drafts
}

/// What is found in a draft: the rules and the lines.
type Found = Vec<(String, u64)>;

/// What `rapporteur check` finds in each draft below a folder that is named, run in another folder.
fn found_by_command(from: &Path, named: &Path, options: &[&str]) -> BTreeMap<String, Found> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_rapporteur"));
    command.current_dir(from).env("RAPPORTEUR_LIBRARY", named.join("no-library.sqlite"));
    let output = command.args(["check", "--format", "json"]).args(options).arg(named).output().unwrap();
    let mut found: BTreeMap<String, Found> = drafts(named).into_iter().map(|draft| (draft, Vec::new())).collect();
    for line in String::from_utf8(output.stdout).unwrap().lines() {
        let finding: Value = serde_json::from_str(line).unwrap();
        let file = Path::new(finding["file"].as_str().unwrap()).strip_prefix(named).unwrap();
        let file = file.to_str().unwrap().replace(std::path::MAIN_SEPARATOR, "/");
        let of_file = found.get_mut(&file).unwrap();
        of_file.push((finding["code"].as_str().unwrap().to_owned(), finding["line"].as_u64().unwrap() - 1));
    }
    found
}

/// What an editor is told of each draft in the folder that is open in it.
fn found_in_editor(folder: &Path) -> BTreeMap<String, Found> {
    let mut editor = Editor::start_in(folder);
    let open = |name: String| {
        let path = folder.join(&name);
        let document = Document::open(&mut editor, &uri(&path), &fs::read_to_string(&path).unwrap());
        let list = editor.newest_findings(&document).list;
        let of_finding = |finding: &Value| {
            let line = finding["range"]["start"]["line"].as_u64().unwrap();
            (finding["code"].as_str().unwrap().to_owned(), line)
        };
        (name, list.iter().map(of_finding).collect())
    };
    let found = drafts(folder).into_iter().map(open).collect();
    editor.goodbye();
    found
}

#[test]
fn a_draft_goes_by_the_same_file_in_the_editor_as_on_the_command_line() {
    /// Files and their texts.
    type Files<'a> = &'a [(&'a str, &'a str)];
    /// Drafts, and the rules that find something in them.
    type Wanted = Vec<(String, Vec<&'static str>)>;
    const ORDER: &str = "operative-numbering";
    const SYMBOL: &str = "symbol-malformed";
    let ignoring = |rule: &str| format!("ignore = [\"{rule}\"]\n");
    let (order, symbol) = (ignoring(ORDER), ignoring(SYMBOL));
    let selecting = format!("select = [\"{ORDER}\"]\n");
    let section = format!("[[files]]\npaths = [\"deep/**\"]\nignore = [\"{ORDER}\"]\n");
    let both = |a: &str| (a.to_owned(), vec![ORDER, SYMBOL]);
    let only = |a: &str, rule| (a.to_owned(), vec![rule]);
    let none = |a: &str| (a.to_owned(), Vec::new());
    let trees: [(Files, Wanted); 6] = [
        (&[], vec![both("a.txt"), both("sub/b.txt"), both("sub/deep/c.txt")]),
        // A nested `ignore`.
        (
            &[("sub/rapporteur.toml", &symbol)],
            vec![both("a.txt"), only("sub/b.txt", ORDER), only("sub/deep/c.txt", ORDER)],
        ),
        // A nested `select` under another file.
        (
            &[("rapporteur.toml", &order), ("sub/rapporteur.toml", &selecting)],
            vec![only("a.txt", SYMBOL), only("sub/b.txt", ORDER), only("sub/deep/c.txt", ORDER)],
        ),
        // What is settled above holds where nothing lies nearer, and nothing of it where an empty file does.
        (
            &[("rapporteur.toml", &order), ("sub/deep/rapporteur.toml", "")],
            vec![only("a.txt", SYMBOL), only("sub/b.txt", SYMBOL), both("sub/deep/c.txt")],
        ),
        // Sections are about files from where they are written.
        (&[("sub/rapporteur.toml", &section)], vec![both("a.txt"), both("sub/b.txt"), only("sub/deep/c.txt", SYMBOL)]),
        (
            &[
                ("rapporteur.toml", &order),
                ("sub/rapporteur.toml", &symbol),
                ("sub/deep/rapporteur.toml", "select = []\nignore = [\"standard\"]\n"),
            ],
            vec![only("a.txt", SYMBOL), only("sub/b.txt", ORDER), none("sub/deep/c.txt")],
        ),
    ];
    for (i, (files, wanted)) in trees.into_iter().enumerate() {
        // Above the folder that is open nothing is settled for what lies in it.
        let outside = Workspace::new(&format!("same-settings-{i}"));
        let folder = outside.join("open");
        put(&outside, &[("rapporteur.toml", "ignore = [\"standard\"]\n")]);
        put(&folder, &[(".git/HEAD", ""), ("a.txt", FLAWED), ("sub/b.txt", FLAWED), ("sub/deep/c.txt", FLAWED)]);
        put(&folder, files);
        let in_editor = found_in_editor(&folder);
        let rules = |found: &BTreeMap<String, Found>| -> Vec<(String, Vec<String>)> {
            let of_draft = |(draft, found): (&String, &Found)| {
                let mut rules: Vec<String> = found.iter().map(|(rule, _)| rule.clone()).collect();
                rules.sort();
                (draft.clone(), rules)
            };
            found.iter().map(of_draft).collect()
        };
        let mut wanted: Vec<(String, Vec<String>)> =
            wanted.into_iter().map(|(a, rules)| (a, rules.into_iter().map(str::to_owned).collect())).collect();
        wanted.sort();
        assert_eq!(rules(&in_editor), wanted, "tree {i}");
        for from in [&folder, &*outside, &folder.join("sub")] {
            assert_eq!(found_by_command(from, &folder, &[]), in_editor, "tree {i} from {}", from.display());
        }
    }
}

#[test]
fn a_file_that_is_named_counts_as_the_one_of_the_open_folder() {
    let folder = Workspace::new("named-settings");
    put(&folder, &[("a.txt", FLAWED), ("sub/b.txt", FLAWED), ("sub/rapporteur.toml", "ignore = [\"standard\"]\n")]);
    put(&folder, &[("ours.toml", "ignore = [\"symbol-malformed\"]\n")]);
    let named = found_by_command(&folder, &folder, &["--config", "ours.toml"]);
    assert!(
        named.values().all(|found| found.iter().all(|(rule, _)| rule == "operative-numbering") && !found.is_empty())
    );
    fs::rename(folder.join("ours.toml"), folder.join("rapporteur.toml")).unwrap();
    fs::remove_file(folder.join("sub/rapporteur.toml")).unwrap();
    assert_eq!(found_in_editor(&folder), named);
}

#[test]
fn without_a_repository_the_search_ends_where_one_is_or_at_what_was_named() {
    // Where the tests run there may be a repository around.
    let outside = std::env::temp_dir().join(format!("rapporteur-outside-{}", std::process::id()));
    put(&outside, &[("rapporteur.toml", "ignore = [\"standard\"]\n"), ("open/sub/a.txt", FLAWED)]);
    let is_in_repository = outside.ancestors().any(|folder| folder.join(".git").exists());
    let found = |from: &Path, named: &Path| found_by_command(from, named, &[]).values().map(Vec::len).sum::<usize>();
    if !is_in_repository {
        assert_eq!(found(&outside, &outside.join("open")), 0, "the user is in the folder with the file");
        assert_eq!(found(&outside.join("open"), &outside.join("open")), 2);
        assert_eq!(found(Path::new(env!("CARGO_TARGET_TMPDIR")), &outside.join("open")), 2);
        assert_eq!(found(Path::new(env!("CARGO_TARGET_TMPDIR")), &outside), 0);
    }
    fs::remove_dir_all(outside).unwrap();
}

#[test]
fn a_file_further_down_is_followed_as_the_one_at_the_root_is() {
    let folder = Workspace::new("nested-settings");
    put(&folder, &[("rapporteur.toml", "ignore = [\"symbol-malformed\"]\n"), ("sub/deep/a.txt", FLAWED)]);
    let file = folder.join("sub/rapporteur.toml");
    let mut editor = Editor::start_in(&folder);
    let draft = Document::open(&mut editor, &uri(&folder.join("sub/deep/a.txt")), FLAWED);
    assert_eq!(editor.findings(&draft).codes(), ["operative-numbering"]);
    // It is made, changed, wrong, and taken away.
    fs::write(&file, "ignore = [\"operative-numbering\"]\n").unwrap();
    changed(&mut editor, &file);
    assert_eq!(editor.findings(&draft).codes(), ["symbol-malformed"]);
    fs::write(&file, "ignroe = []\n").unwrap();
    changed(&mut editor, &file);
    let told = editor.findings_at(&uri(&file));
    assert_eq!(told.list[0]["message"], "There is no setting “ignroe”. Did you mean “ignore”?");
    fs::remove_file(&file).unwrap();
    changed(&mut editor, &file);
    assert_eq!(editor.findings(&draft).codes(), ["operative-numbering"]);
    assert_eq!(editor.findings_at(&uri(&file)).list, [] as [Value; 0]);

    // Open in the editor, its text there counts before it is saved.
    let mut open = Document::open(&mut editor, &uri(&file), "");
    assert_eq!(editor.findings(&open).list, [] as [Value; 0]);
    assert_eq!(editor.newest_findings(&draft).list.len(), 2);
    open.edit(&mut editor, 0..0, "select = [\"symbol-malformed\"]\n");
    editor.newest_findings(&open);
    assert_eq!(editor.newest_findings(&draft).codes(), ["symbol-malformed"]);
    open.close(&mut editor);
    // There is no such file on disk, and what the editor showed of the closed one is taken back.
    assert_eq!(editor.findings(&draft).codes(), ["operative-numbering"]);
    editor.findings_at(&uri(&file));
    editor.goodbye();
}

#[test]
#[cfg(unix)]
fn no_settings_are_read_behind_a_link() {
    let [folder, elsewhere] = ["linked-from", "linked-to"].map(Workspace::new);
    put(&elsewhere, &[("rapporteur.toml", "ignore = [\"standard\"]\n"), ("a.txt", FLAWED)]);
    std::os::unix::fs::symlink(&*elsewhere, folder.join("link")).unwrap();
    let mut editor = Editor::start_in(&folder);
    let draft = Document::open(&mut editor, &uri(&folder.join("link/a.txt")), FLAWED);
    assert_eq!(editor.findings(&draft).list.len(), 2);
    editor.goodbye();
}

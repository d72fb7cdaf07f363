//! What the program opens, and the folders that are its own: what it keeps there is the user's alone, can be turned off and
//! removed.

use std::collections::BTreeSet;
use std::fs;
use std::io::Write;
use std::process::{Command, Stdio};

use serde_json::{Value, json};

use crate::desk::Desk;
use crate::harness::{Document, Editor, capabilities, example, uri};
use crate::word_file::WordFile;

/// Paragraph 1 is numbered twice.
const FLAWED: &str = "The General Assembly,\n\nRecalling the lamps,\n\n1. Decides to rest;\n\n1. Decides to wait.\n";

/// The calls by which a program speaks to others.
const SPEAKING: [&str; 5] = ["socket(", "connect(", "bind(", "listen(", "sendto("];

fn desk(name: &str) -> Desk {
    // Nothing above it is searched.
    Desk::new(name)
        .with(".git/HEAD", "")
        .with("workspace/draft.txt", FLAWED)
        .with("workspace/adopted.txt", example("92-14.en.resolution.txt"))
        .with("workspace/harbour-lights.en.resolution.txt", example("versions/harbour-lights.en.resolution.txt"))
        .with("workspace/harbour-lights.fr.resolution.txt", example("versions/harbour-lights.fr.resolution.txt"))
        .with("workspace/letter.docx", letter())
        .with("table.csv", "symbol,title_en,adopted\nA/RES/92/7,Protection of the lamps,2037-12-03\n")
        .with("elsewhere/draft.txt", FLAWED)
        .with("manual/rapporteur.1", ".TH \"RAPPORTEUR\"")
        .with("home/.gitconfig", "[core]\n\texcludesFile = ~/everything\n")
}

/// A Word document that names a picture elsewhere, in a field and by a link, which nothing may fetch.
fn letter() -> Vec<u8> {
    let paragraph = |text: &str| format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>");
    let field = "<w:p><w:fldSimple w:instr='INCLUDETEXT \"../elsewhere/draft.txt\"'><w:r><w:t>Recalling the oil,</w:t></w:r>\
                 </w:fldSimple></w:p>";
    let body = paragraph("The General Assembly,") + field + &paragraph("Decides to rest.");
    WordFile { body, ..WordFile::default() }.bytes()
}

/// A command that is traced, in a home of its own.
fn traced(desk: &Desk, arguments: &[&str]) -> Command {
    let program = desk.command(arguments);
    let mut command = Command::new("strace");
    command.args(["-f", "-qq", "-s", "400", "-e", "trace=%file,%network", "-o", "calls"]);
    command.arg(program.get_program()).args(program.get_args()).current_dir(desk.path(""));
    command.env("RAPPORTEUR_LIBRARY", desk.path("data/library.sqlite")).env("RAPPORTEUR_CACHE", desk.path("cache"));
    command
        .env("HOME", desk.path("home"))
        .env_remove("XDG_CONFIG_HOME")
        .env_remove("RUST_BACKTRACE")
        .env_remove("LD_LIBRARY_PATH");
    command.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
    command
}

/// The files below the desk that the calls name, and what else is wrong with them.
fn named(desk: &Desk, about: &str) -> BTreeSet<String> {
    let calls = fs::read_to_string(desk.path("calls")).unwrap();
    let root = desk.path("").display().to_string();
    let mut named = BTreeSet::new();
    for call in calls.lines() {
        assert!(!SPEAKING.iter().any(|speaking| call.contains(speaking)), "{about}: {call}");
        // Folders that it makes are the user's alone.
        // Where another thread was told of between, the call's end stands by itself, without what was asked.
        let makes = ["mkdir(", "mkdirat("].iter().any(|make| call.contains(make));
        assert!(!makes || call.contains(", 0700"), "{about}: {call}");
        // What the system itself wants for a program to begin.
        let Some(path) = call.split('"').nth(1) else { continue };
        let is_systems = ["/etc/", "/lib", "/usr/", "/proc/", "/sys/", "/dev/"].iter().any(|of| path.starts_with(of));
        let is_program = call.contains("execve(") || path.ends_with("/rapporteur");
        if let Some(below) = path.strip_prefix(&root) {
            named.insert(below.trim_start_matches('/').to_owned());
        } else if !path.starts_with('/') {
            named.insert(path.trim_start_matches("./").to_owned());
        } else {
            // A repository's root is looked for above; nothing is opened.
            let is_looked_for = path.ends_with("/.git") || !call.contains("open");
            assert!(is_systems || is_program || is_looked_for, "{about}: {call}");
        }
    }
    named
}

#[test]
fn nothing_is_opened_but_what_is_named_and_the_folders_of_its_own() {
    let desk = desk("traced");
    let may_be = |path: &str, folders: &[&str]| {
        folders.iter().any(|folder| path == *folder || path.starts_with(&format!("{folder}/")))
            || [".gitignore", ".ignore", ".git", "rapporteur.toml", "", "."].contains(&path)
    };
    let table: [(&[&str], &[&str]); 28] = [
        (&["check", "workspace"], &["workspace", "data"]),
        (&["check", "--fix", "workspace"], &["workspace", "data"]),
        (&["check", "--diff", "workspace"], &["workspace", "data"]),
        (&["concord", "--format", "html", "-o", "page.html", "workspace"], &["workspace", "page.html"]),
        (
            &["concord", "workspace/harbour-lights.en.resolution.txt", "workspace/harbour-lights.fr.resolution.txt"],
            &["workspace"],
        ),
        (&["inspect", "workspace"], &["workspace"]),
        (&["convert", "workspace/letter.docx"], &["workspace"]),
        (&["convert", "--to", "markdown", "-o", "letter.md", "workspace/letter.docx"], &["workspace", "letter.md"]),
        (&["format", "workspace/draft.txt"], &["workspace"]),
        (&["format", "--write", "workspace/draft.txt"], &["workspace"]),
        (&["explain", "footnote-order"], &[]),
        (&["config", "workspace/draft.txt"], &["workspace"]),
        (&["library", "import", "table.csv"], &["table.csv", "data"]),
        (&["library", "path"], &[]),
        (&["library", "list"], &["data"]),
        (&["library", "show", "A/RES/92/7"], &["data"]),
        (&["library", "cites", "A/RES/92/7"], &["data"]),
        (&["library", "search", "lamps"], &["data"]),
        (&["library", "export"], &["data"]),
        (&["--help"], &[]),
        (&["--version"], &[]),
        (&["--version", "--json"], &[]),
        (&["try", "example"], &["example", "data"]),
        (&["man", "manual"], &["manual"]),
        (&["completions", "bash"], &[]),
        (&["schema", "check"], &[]),
        (&["cache", "path"], &[]),
        (&["cache", "clear"], &["cache"]),
    ];
    for (arguments, folders) in table {
        if !traced(&desk, arguments).status().is_ok_and(|ended| matches!(ended.code(), Some(0..=2))) {
            println!("skipped: strace is not here, or may not trace");
            return;
        }
        for path in named(&desk, &arguments.join(" ")) {
            assert!(may_be(&path, folders), "{arguments:?} names {path:?}");
        }
    }
    converse(&desk);
    for path in named(&desk, "the server") {
        assert!(may_be(&path, &["workspace", "data", "cache"]), "the server names {path:?}");
    }
}

/// A conversation in which the server is asked for all that makes it look into files: findings, pages, instruments, other
/// language versions, a Word document, settings that are written and files that are renamed.
fn converse(desk: &Desk) {
    let mut editor = Editor::of(traced(desk, &["serve"]));
    let place = |file: &str| uri(&desk.path(&format!("workspace/{file}")));
    let mut described = capabilities();
    described["textDocument"]["publishDiagnostics"]["codeDescriptionSupport"] = true.into();
    let folder = json!({ "uri": uri(&desk.path("workspace")), "name": "workspace" });
    editor.ask("initialize", json!({ "processId": null, "workspaceFolders": [folder], "capabilities": described }));
    editor.tell("initialized", json!({}));
    editor.hear("window/logMessage");

    let draft = Document::open(&mut editor, &place("draft.txt"), FLAWED);
    assert!(!editor.findings(&draft).list.is_empty());
    let params = json!({
        "textDocument": { "uri": place("draft.txt") }, "range": draft.range(0..FLAWED.len()), "context": { "diagnostics": [] }
    });
    editor.ask("textDocument/codeAction", params);
    editor.ask("workspace/symbol", json!({ "query": "92/14" }));
    let rename = json!({ "files": [{ "oldUri": place("draft.txt"), "newUri": place("other.txt") }] });
    editor.ask("workspace/willRenameFiles", rename);

    // A slip in the second of two versions is told once they have been compared.
    let french = example("versions/harbour-lights.fr.resolution.txt").replacen("91/27", "91/72", 1);
    let french = Document::open(&mut editor, &place("harbour-lights.fr.resolution.txt"), &french);
    while !editor.findings(&french).codes().iter().any(|code| code.starts_with("version-")) {}
    let paragraph = french.at(french.first("2. Décide").start);
    for method in ["hover", "declaration", "implementation", "definition"] {
        editor.ask(&format!("textDocument/{method}"), paragraph.clone());
    }
    assert!(!editor.ask("rapporteur/counterpart", paragraph).as_array().unwrap().is_empty());
    // What has no text becomes a page.
    editor.ask("textDocument/definition", french.at(french.first("2037/9").start + 1));
    editor.goodbye_with_unread();
}

fn framed(message: &Value) -> Vec<u8> {
    let body = message.to_string();
    format!("Content-Length: {}\r\n\r\n{body}", body.len()).into_bytes()
}

/// The files in a desk's cache after a short session with these settings.
fn kept(desk: &Desk, settings: &Value) -> usize {
    let mut command = desk.command(&[]);
    command.env("RAPPORTEUR_CACHE", desk.path("cache")).stdout(Stdio::null()).stderr(Stdio::null());
    let mut server = command.spawn().unwrap();
    let mut described = capabilities();
    described["textDocument"]["publishDiagnostics"]["codeDescriptionSupport"] = true.into();
    let params =
        json!({ "processId": null, "rootUri": null, "capabilities": described, "initializationOptions": settings });
    let messages = [
        json!({ "jsonrpc": "2.0", "id": 0, "method": "initialize", "params": params }),
        json!({ "jsonrpc": "2.0", "method": "initialized", "params": {} }),
        json!({ "jsonrpc": "2.0", "id": 1, "method": "shutdown" }),
        json!({ "jsonrpc": "2.0", "method": "exit" }),
    ];
    let mut input = server.stdin.take().unwrap();
    messages.iter().for_each(|message| input.write_all(&framed(message)).unwrap());
    assert_eq!(server.wait().unwrap().code(), Some(0));
    fs::read_dir(desk.path("cache/cards")).map_or(0, Iterator::count)
}

#[test]
fn what_is_kept_can_be_turned_off_and_removed() {
    let desk = desk("cache");
    let run = |arguments: &[&str]| {
        let mut command = desk.command(arguments);
        let ended = command.env("RAPPORTEUR_CACHE", desk.path("cache")).output().unwrap();
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        (ended.status.code(), text(ended.stdout), text(ended.stderr))
    };
    assert_eq!(kept(&desk, &json!({ "cache": false })), 0);
    assert!(!desk.path("cache").exists());
    assert!(kept(&desk, &json!({})) > 40);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        for folder in ["cache", "cache/cards"] {
            assert_eq!(fs::metadata(desk.path(folder)).unwrap().permissions().mode() & 0o777, 0o700, "{folder}");
        }
    }
    let folder = desk.path("cache").join("cards");
    let index = desk.path("cache").join("agreed.sqlite");
    let paths = format!("{}\n{}\n", folder.display(), index.display());
    assert_eq!(run(&["cache", "path"]), (Some(0), paths, String::new()));
    fs::write(desk.path("cache/cards/mine.txt"), "mine").unwrap();
    let (status, _, said) = run(&["cache", "clear"]);
    assert!(status == Some(1) && said.contains("mine.txt: This is no page of ours"), "{status:?} {said}");
    fs::remove_file(desk.path("cache/cards/mine.txt")).unwrap();
    assert_eq!(run(&["cache", "clear"]).0, Some(0));
    assert!(!folder.exists() && !index.exists());
}

#[cfg(unix)]
#[test]
fn the_librarys_own_folder_is_private() {
    use std::os::unix::fs::PermissionsExt;
    let desk = desk("private-data");
    let imported = desk.run(&["library", "--library", "new/data/library.sqlite", "import", "table.csv"]);
    assert_eq!(imported.status, 0, "{}", imported.stderr);
    for folder in ["new", "new/data"] {
        assert_eq!(fs::metadata(desk.path(folder)).unwrap().permissions().mode() & 0o777, 0o700, "{folder}");
    }
}

//! What is written into files by `check --fix` and `format --write`, and what `check --diff` says would be.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::desk::Desk;

/// It has a symbol that is written wrongly.
const DRAFT: &str = "The General Assembly,\n\nRecalling its resolution A\\RES\\92\\85 of 3 December 2037,\n\n1. Decides to rest;\n\n\
                     3. Decides to light the lamps.\n";

fn utf16(text: &str) -> Vec<u8> {
    "\u{feff}".encode_utf16().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect()
}

/// What `--fix` makes of a file.
fn fixed(desk: &Desk, file: &str) -> Vec<u8> {
    let before = fs::read(desk.path(file)).unwrap();
    let run = desk.run(&["check", "--fix", file]);
    assert!(run.status < 2, "{}", run.stderr);
    let after = fs::read(desk.path(file)).unwrap();
    fs::write(desk.path(file), &before).unwrap();
    assert_ne!(before, after, "{file}");
    after
}

fn apply(desk: &Desk, patch: &str) {
    let git = |arguments: &[&str]| {
        let mut git = Command::new("git");
        git.args(arguments).current_dir(desk.path("")).env("GIT_CONFIG_GLOBAL", "").env("GIT_CONFIG_NOSYSTEM", "1");
        let ended = git.output().unwrap();
        assert!(ended.status.success(), "{}\n{patch}", String::from_utf8_lossy(&ended.stderr));
    };
    fs::write(desk.path("patch"), patch).unwrap();
    git(&["init", "-q"]);
    git(&["apply", "--whitespace=nowarn", "patch"]);
}

#[test]
fn git_applies_what_diff_prints() {
    let windows = DRAFT.replace('\n', "\r\n");
    let texts = [
        ("plain.txt", DRAFT.to_owned()),
        ("no end.txt", DRAFT.trim_end().to_owned()),
        ("windows.txt", windows.clone()),
        ("windows-no-end.txt", windows.trim_end().to_owned()),
        ("old-mac.txt", DRAFT.replace('\n', "\r")),
        ("ends in a return.txt", DRAFT.trim_end().to_owned() + "\r"),
        ("mixed.txt", DRAFT.replacen('\n', "\r\n", 3) + "\n\rThe end\u{2028}\u{85}\u{c}"),
        ("mark.txt", format!("\u{feff}{DRAFT}")),
        ("folder/with \"quotes\" é.txt", DRAFT.to_owned()),
        ("tab\there.txt", DRAFT.to_owned()),
    ];
    // No file of Windows has such a name.
    let texts: Vec<_> = texts.into_iter().filter(|(name, _)| !(cfg!(windows) && name.contains(['"', '\t']))).collect();
    if Command::new("git").arg("--version").output().is_err() {
        println!("skipped: git is not here");
        return;
    }
    let mut desk = Desk::new("diff");
    for (name, text) in &texts {
        desk = desk.with(name, text);
    }
    let whole = desk.path("plain.txt").display().to_string();
    for (name, _) in &texts {
        let wanted = fixed(&desk, name);
        let roundabout = format!("./folder/..//{name}");
        for named in [name, roundabout.as_str()].into_iter().chain((*name == "plain.txt").then_some(whole.as_str())) {
            let _ = fs::create_dir(desk.path("folder"));
            let before = fs::read(desk.path(name)).unwrap();
            let patch = desk.run(&["check", "--diff", named]);
            assert_eq!(patch.status, 1, "{named}: {}", patch.stderr);
            apply(&desk, &patch.stdout);
            assert!(fs::read(desk.path(name)).unwrap() == wanted, "{named}:\n{}", patch.stdout);
            fs::write(desk.path(name), before).unwrap();
        }
    }
    // All of them at once.
    let patch = desk.run(&["check", "--diff", "."]);
    apply(&desk, &patch.stdout);
    for (name, _) in &texts {
        assert_eq!(desk.run(&["check", "--diff", name]).stdout, "", "{name}");
    }
}

#[test]
fn what_no_patch_can_be_made_of_is_said() {
    let chinese = "大会，\n\n回顾其2037年12月3日第A\\RES\\92\\85号决议，\n\n1. 决定休息；\n\n3. 决定点灯。\n";
    let gb = encoding_rs::GB18030.encode(chinese).0.into_owned();
    let desk = Desk::new("no-diff").with("utf16.txt", utf16(DRAFT)).with("gb.txt", gb);
    let desk = desk.with("with-nul.txt", DRAFT.replace("rest", "re\0st"));
    for file in ["utf16.txt", "gb.txt", "with-nul.txt"] {
        let run = desk.run(&["check", "--diff", file]);
        assert_eq!((run.status, run.stdout.as_str()), (2, ""), "{file}");
        assert!(run.stderr.contains("no patch can be printed"), "{file}: {}", run.stderr);
        fixed(&desk, file);
    }
}

#[cfg(unix)]
fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<String> = entries.collect();
    names.sort();
    names
}

#[test]
#[cfg(unix)]
fn files_that_may_not_be_replaced_are_refused_with_a_sentence() {
    use std::os::unix::fs::PermissionsExt;
    let untidy = DRAFT.replace("\n\n1.", "\n\n\n\n1.   ");
    let desk = Desk::new("refused").with("read-only/a.txt", &untidy).with("linked/a.txt", &untidy);
    fs::set_permissions(desk.path("read-only/a.txt"), fs::Permissions::from_mode(0o444)).unwrap();
    fs::hard_link(desk.path("linked/a.txt"), desk.path("linked/b")).unwrap();
    for (file, sentence) in [
        ("read-only/a.txt", "This file may only be read, and is left as it is. Allow it to be written first."),
        ("linked/a.txt", "This file has another name (a hard link), under which its old text would stay."),
    ] {
        let folder = desk.path(file).parent().unwrap().to_owned();
        let before = names(&folder);
        for arguments in [["check", "--fix"], ["format", "--write"]] {
            let run = desk.run(&[&arguments[..], &[file]].concat());
            assert_eq!(run.status, 2, "{arguments:?} {file}");
            assert!(run.stderr.starts_with(&format!("{file}: {sentence}")), "{}", run.stderr);
            assert_eq!(
                (fs::read_to_string(desk.path(file)).unwrap(), names(&folder)),
                (untidy.clone(), before.clone())
            );
        }
    }
}

#[test]
#[cfg(unix)]
fn nothing_is_left_behind_by_a_signal() {
    let many = 300;
    for (name, arguments) in [("fix", ["check", "--fix"]), ("write", ["format", "--write"])] {
        let untidy = DRAFT.replace("\n\n1.", "\n\n\n\n1.   ");
        let mut desk = Desk::new(&format!("signal-{name}"));
        for number in 0..many {
            desk = desk.with(&format!("drafts/{number:03}.txt"), &untidy);
        }
        let mut child = desk.command(&[&arguments[..], &["drafts"]].concat()).spawn().unwrap();
        while fs::read_to_string(desk.path("drafts/000.txt")).unwrap() == untidy {}
        assert!(Command::new("kill").args(["-TERM", &child.id().to_string()]).status().unwrap().success());
        child.wait().unwrap();
        assert_eq!(names(&desk.path("drafts")).len(), many);
        let new = fs::read_to_string(desk.path("drafts/000.txt")).unwrap();
        for number in 0..many {
            let text = fs::read_to_string(desk.path(&format!("drafts/{number:03}.txt"))).unwrap();
            assert!(text == untidy || text == new, "{number}: {text}");
        }
    }
}

//! The command line, through the real program.

mod desk;

use std::io::Write;

use desk::Desk;
use serde_json::{Value, json};

const CLEAN: &str = "\
The General Assembly,

Recalling its resolution 62/175 of 18 December 2007,

1. Decides to keep the night sky dark;

2. Requests the Secretary-General to report on the stars.
";

/// Paragraph 3 is numbered 4.
const FLAWED: &str = "\
The General Assembly,

Recalling its resolution 62/175 of 18 December 2007,

1. Decides to keep the night sky dark;

2. Requests the Secretary-General to report on the stars;

4. Decides to meet again.
";

const FLAWED_CHINESE: &str = "\
大会，\r
\r
回顾其2007年12月18日第62/175号决议，\r
\r
1. 决定保护夜空；\r
\r
2. 请秘书长提交报告；\r
\r
4. 决定再次举行会议。\r
";

// ------------------------------------------------------------------ findings and exit statuses

#[test]
fn a_clean_text_ends_with_0_and_a_flawed_one_with_1() {
    let desk = Desk::new("statuses").with("clean.txt", CLEAN).with("flawed.txt", FLAWED);
    let clean = desk.run(&["check", "clean.txt"]);
    assert_eq!((clean.status, clean.stdout.as_str()), (0, "Nothing found in 1 text.\n"));
    let both = desk.run(&["check", "clean.txt", "flawed.txt"]);
    assert_eq!(both.status, 1);
    assert!(both.stdout.starts_with("flawed.txt:9:1: error[operative-numbering]: "), "{}", both.stdout);
    assert!(both.stdout.contains("9 | 4. Decides to meet again."), "{}", both.stdout);
    assert!(both.stdout.ends_with("1 finding in 1 of 2 texts: 1 error.\n"), "{}", both.stdout);
    assert_eq!(both.stderr, "");
}

#[test]
fn json_counts_characters_of_the_text_as_it_is() {
    let marked = format!("\u{feff}{FLAWED_CHINESE}");
    let desk = Desk::new("json").with("zh.txt", FLAWED_CHINESE).with("marked.txt", &marked);
    let checked = desk.run(&["check", "--format", "json", "marked.txt", "./zh.txt"]);
    assert_eq!(checked.status, 1);
    let found = checked.lines();
    assert_eq!(found.len(), 2, "{found:?}");
    let start = FLAWED_CHINESE.split("4. ").next().unwrap().chars().count();
    for (finding, file, start) in [(&found[0], "marked.txt", start + 1), (&found[1], "./zh.txt", start)] {
        assert_eq!(finding["file"], file);
        assert_eq!(finding["code"], "operative-numbering");
        assert_eq!(finding["severity"], "error");
        assert_eq!((&finding["line"], &finding["column"]), (&json!(9), &json!(1)));
        assert_eq!((&finding["end_line"], &finding["end_column"]), (&json!(9), &json!(3)));
        assert_eq!((&finding["start"], &finding["end"]), (&json!(start), &json!(start + 2)));
        assert!(finding["message"].as_str().is_some_and(|message| message.ends_with('.')));
    }
}

#[test]
fn standard_input_is_a_dash() {
    let desk = Desk::new("stdin");
    let checked = desk.feed(&["check", "--format", "json", "-"], FLAWED.as_bytes());
    assert_eq!((checked.status, &checked.lines()[0]["file"]), (1, &json!("-")));
    let checked = desk.feed(&["check", "-"], FLAWED.as_bytes());
    assert!(checked.stdout.starts_with("<stdin>:9:1: "), "{}", checked.stdout);
    let inspected = desk.feed(&["inspect", "--format", "json", "-"], CLEAN.as_bytes());
    assert_eq!((inspected.status, &inspected.lines()[0]["file"]), (0, &json!("-")));
}

#[test]
fn github_reads_one_command_a_finding() {
    let desk = Desk::new("github").with("flawed.txt", FLAWED);
    let checked = desk.run(&["check", "--format", "github", "flawed.txt"]);
    assert_eq!(checked.status, 1);
    let expected = "::error file=flawed.txt,line=9,endLine=9,col=1,endColumn=3,title=operative-numbering::";
    assert!(checked.stdout.starts_with(expected), "{}", checked.stdout);
    assert_eq!(checked.stdout.lines().count(), 1);
}

#[test]
fn sarif_is_one_log_however_many_texts() {
    let desk = Desk::new("sarif").with("clean.txt", CLEAN).with("a b.txt", FLAWED).with("c.txt", FLAWED);
    let log = |paths: &[&str]| -> Value {
        let checked = desk.run(&[&["check", "--format", "sarif"], paths].concat());
        serde_json::from_str(&checked.stdout).unwrap()
    };
    assert_eq!(log(&["clean.txt"])["runs"][0]["results"], json!([]));
    let log = log(&["a b.txt", "clean.txt", "c.txt"]);
    let run = &log["runs"][0];
    assert_eq!((&log["version"], &run["columnKind"]), (&json!("2.1.0"), &json!("unicodeCodePoints")));
    assert_eq!(run["results"].as_array().map(Vec::len), Some(2));
    let result = &run["results"][0];
    let place = &result["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], "a%20b.txt");
    assert_eq!(place["region"], json!({ "startLine": 9, "startColumn": 1, "endLine": 9, "endColumn": 3 }));
    let rule = &run["tool"]["driver"]["rules"][result["ruleIndex"].as_u64().unwrap() as usize];
    assert_eq!((&rule["id"], &result["level"]), (&result["ruleId"], &json!("error")));
}

// ------------------------------------------------------------------ which rules

#[test]
fn rules_are_selected_and_ignored_by_name() {
    let desk = Desk::new("rules").with("flawed.txt", FLAWED);
    assert_eq!(desk.run(&["check", "--select", "operative-numbering,footnote-order", "flawed.txt"]).status, 1);
    assert_eq!(desk.run(&["check", "--select", "footnote-order", "flawed.txt"]).status, 0);
    assert_eq!(desk.run(&["check", "--ignore", "operative-numbering", "flawed.txt"]).status, 0);
}

#[test]
fn a_misspelt_rule_is_answered_with_the_nearest() {
    let desk = Desk::new("misspelt").with("flawed.txt", FLAWED);
    for arguments in [
        &["check", "--select", "operative-numberin", "flawed.txt"][..],
        &["check", "--ignore", "operative-numberin", "flawed.txt"],
        &["explain", "operative-numberin"],
    ] {
        let answer = desk.run(arguments);
        assert_eq!((answer.status, answer.stdout.as_str()), (2, ""));
        assert_eq!(answer.stderr, "There is no rule “operative-numberin”. Did you mean “operative-numbering”?\n");
    }
}

#[test]
fn every_rule_is_explained() {
    let desk = Desk::new("explain");
    let list = desk.run(&["explain"]);
    assert_eq!(list.status, 0);
    assert!(list.stdout.lines().count() >= 6, "{}", list.stdout);
    let all = desk.run(&["explain", "--all"]).stdout;
    for line in list.stdout.lines() {
        let (rule, summary) = line.split_once(' ').unwrap();
        assert!(summary.trim().ends_with('.'), "{line}");
        let page = desk.run(&["explain", rule]);
        assert_eq!(page.status, 0);
        assert!(page.stdout.contains(rule) && all.contains(page.stdout.trim()), "{}", page.stdout);
    }
}

#[test]
fn the_readme_names_every_language() {
    // Its rules are in `tests/settings.rs`.
    let readme = include_str!("../README.md");
    for language in ["Arabic", "Chinese", "English", "French", "Russian", "Spanish"] {
        assert!(readme.contains(language), "README.md lacks {language}");
    }
    assert_eq!(rapporteur::language::ALL.len(), 6, "README.md and this test count the languages");
}

#[test]
fn what_a_folder_has_settled_applies_in_it() {
    let desk = Desk::new("settled")
        .with("drafts/rapporteur.toml", "ignore = [\"operative-numbering\"]\n")
        .with("drafts/a.txt", FLAWED)
        .with("drafts/deep/er/b.txt", FLAWED)
        .with("drafts/own/rapporteur.toml", "")
        .with("drafts/own/c.txt", FLAWED)
        .with("d.txt", FLAWED)
        .with("other.toml", "select = [\"operative-numbering\"]\n");
    let files = |options: &[&str]| -> Vec<String> {
        let found = desk.run(&[&["check", "--format", "json", "drafts", "d.txt"], options].concat()).lines();
        found.iter().map(|finding| finding["file"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(files(&[]), ["drafts/own/c.txt", "d.txt"]);
    assert_eq!(files(&["--config", "other.toml"]).len(), 4);
    assert_eq!(files(&["--config", "drafts/rapporteur.toml"]).len(), 0);
    // What the command line says wins.
    assert_eq!(files(&["--ignore", "footnote-order"]).len(), 4);
}

#[test]
fn a_malformed_configuration_is_told_once_with_its_places() {
    let desk = Desk::new("malformed")
        .with("drafts/rapporteur.toml", "# Ours\nselct = []\nignore = [\"footnote-ordr\"]\n")
        .with("drafts/a.txt", FLAWED)
        .with("drafts/b/c.txt", FLAWED)
        .with("d.txt", FLAWED);
    let checked = desk.run(&["check", "--format", "json", "drafts", "d.txt"]);
    assert_eq!((checked.status, checked.lines().len()), (2, 1), "the others are checked");
    let name = if cfg!(windows) { r"drafts\rapporteur.toml" } else { "drafts/rapporteur.toml" };
    let expected = format!(
        "{name}:2:1: There is no setting “selct”. Did you mean “select”?\n\
         {name}:3:11: There is no rule “footnote-ordr”. Did you mean “footnote-order”?\n\
         The texts to which this file applies were not checked.\n"
    );
    assert_eq!(checked.stderr, expected);
    for (file, said) in [("drafts/rapporteur.toml", "There is no setting"), ("none.toml", "There is no such file")] {
        let checked = desk.run(&["check", "--config", file, "d.txt"]);
        assert_eq!((checked.status, checked.stdout.as_str()), (2, ""));
        assert!(checked.stderr.contains(said), "{}", checked.stderr);
    }
}

// ------------------------------------------------------------------ which texts

#[test]
fn a_folder_is_walked_in_order_without_what_gitignore_names() {
    let desk = Desk::new("folder")
        .with("drafts/.gitignore", "old/\n")
        .with("drafts/b.md", FLAWED)
        .with("drafts/a.txt", FLAWED)
        .with("drafts/c/d.resolution", FLAWED)
        .with("drafts/c/e.resolution.txt", FLAWED)
        .with("drafts/old/f.txt", FLAWED)
        .with("drafts/.hidden.txt", FLAWED)
        .with("drafts/notes.rst", FLAWED);
    let files = |paths: &[&str]| -> Vec<String> {
        let found = desk.run(&[&["check", "--format", "json"], paths].concat()).lines();
        found.iter().map(|finding| finding["file"].as_str().unwrap().to_owned()).collect()
    };
    let walked = ["a.txt", "b.md", "c/d.resolution", "c/e.resolution.txt"].map(|file| format!("drafts/{file}"));
    assert_eq!(files(&["drafts"]), walked);
    assert_eq!(files(&["drafts/notes.rst", "drafts/old/f.txt"]), ["drafts/notes.rst", "drafts/old/f.txt"]);
}

#[test]
fn findings_come_in_the_order_of_the_texts_however_many() {
    let mut desk = Desk::new("order");
    for number in 0..700 {
        desk = desk.with(&format!("many/{number:03}.txt"), if number % 7 == 0 { FLAWED } else { CLEAN });
    }
    let found = desk.run(&["check", "--format", "json", "many"]).lines();
    let expected: Vec<String> = (0..700).step_by(7).map(|number| format!("many/{number:03}.txt")).collect();
    assert_eq!(found.iter().map(|finding| finding["file"].as_str().unwrap()).collect::<Vec<_>>(), expected);
}

#[test]
fn a_folder_without_texts_is_said_to_be_one() {
    let desk = Desk::new("empty").with("drafts/picture.png", "");
    let checked = desk.run(&["check", "drafts"]);
    assert_eq!((checked.status, checked.stdout.as_str()), (0, ""));
    assert!(checked.stderr.starts_with("No texts were found there"), "{}", checked.stderr);
}

#[test]
fn what_cannot_be_read_is_named_and_the_rest_is_checked() {
    let desk = Desk::new("unreadable").with("flawed.txt", FLAWED).with("report.pdf", "%PDF-1.7\n");
    let checked = desk.run(&["check", "--format", "json", "missing.txt", "report.pdf", "flawed.txt"]);
    assert_eq!((checked.status, checked.lines().len()), (2, 1));
    let said: Vec<&str> = checked.stderr.lines().collect();
    assert_eq!(said.len(), 2, "{said:?}");
    assert_eq!(said[0], "missing.txt: There is no such file or folder.");
    assert!(said[1].starts_with("report.pdf: This is a PDF. Give me its text"), "{said:?}");
    assert_eq!(desk.run(&["inspect", "missing.txt"]).status, 2);
}

#[test]
fn old_encodings_are_read_or_refused() {
    let utf16: Vec<u8> = FLAWED_CHINESE.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let gb = encoding_rs::GB18030.encode(FLAWED_CHINESE).0.into_owned();
    let desk = Desk::new("encodings").with("zh.txt", FLAWED_CHINESE).with("16.txt", utf16).with("gb.txt", gb);
    let starts = |file| {
        let found = desk.run(&["check", "--format", "json", file]).lines();
        found.iter().map(|finding| finding["start"].clone()).collect::<Vec<_>>()
    };
    assert_eq!(starts("zh.txt").len(), 1);
    assert_eq!(starts("16.txt"), starts("zh.txt"));
    assert_eq!(starts("gb.txt"), starts("zh.txt"));

    let desk = desk.with("latin.txt", b"L'Assembl\xe9e g\xe9n\xe9rale,\n");
    let refused = desk.run(&["check", "latin.txt"]);
    assert_eq!(refused.status, 2);
    assert!(
        refused.stderr.starts_with("latin.txt: Line 1 has the byte 0xE9, which is not UTF-8"),
        "{}",
        refused.stderr
    );
}

// ------------------------------------------------------------------ what was read

#[test]
fn inspect_gives_the_structure_in_characters() {
    let text = CLEAN.replace("Recalling its", "Recalling ‘🌌’ and its");
    let desk = Desk::new("inspect").with("clean.txt", &text);
    let inspected = desk.run(&["inspect", "--format", "json", "clean.txt"]);
    assert_eq!(inspected.status, 0);
    let [structure] = &inspected.lines()[..] else { panic!("{}", inspected.stdout) };
    assert_eq!((&structure["file"], &structure["language"]), (&json!("clean.txt"), &json!("en")));
    let characters: Vec<char> = text.chars().collect();
    let cut = |part: &Value| -> String {
        let at = |key: &str| part[key].as_u64().unwrap() as usize;
        characters[at("start")..at("end")].iter().collect()
    };
    let paragraphs = structure["paragraphs"].as_array().unwrap();
    let kinds: Vec<_> = paragraphs.iter().map(|paragraph| paragraph["kind"].as_str().unwrap()).collect();
    assert_eq!(kinds, ["preambular", "operative", "operative"]);
    assert_eq!((&paragraphs[0]["label"], &paragraphs[2]["label"]), (&Value::Null, &json!("2.")));
    assert!(cut(&paragraphs[0]).starts_with("Recalling ‘🌌’"));
    assert!(cut(&paragraphs[2]).starts_with("2. Requests"));
    let [citation] = &structure["citations"].as_array().unwrap()[..] else { panic!("{structure}") };
    assert_eq!((&citation["symbol"], cut(citation).as_str()), (&json!("A/RES/62/175"), "62/175"));
    assert_eq!((&structure["markers"], &structure["notes"]), (&json!([]), &json!([])));
}

#[test]
fn inspect_draws_an_outline_for_people() {
    let desk = Desk::new("outline").with("clean.txt", CLEAN);
    let inspected = desk.run(&["inspect", "clean.txt"]);
    for line in ["clean.txt", "  5  1. Decides to keep the night sky dark;", "  3  A/RES/62/175, 2007-12-18"] {
        assert!(inspected.stdout.lines().any(|printed| printed == line), "{line:?} in\n{}", inspected.stdout);
    }
}

#[test]
fn inspect_shows_a_paragraph_from_its_beginning() {
    // Out of a PDF, a label may stand after the first line.
    let text = "A/RES/93/7\n\n93/7. Night\n\nThe General Assembly,\n\
        Noting that the night sky has been darker than the day sky for as long as the records\n\
        of the Organization go back, and that this is likely to remain so,\n\
        Takes note with appreciation of the report of the Secretary-General on\n1.\n\
        the progress made by the night in becoming darker than the day in every region;\n\
        Reaffirms the importance of the night for those who sleep in it, and for\n2.\n\
        those who wake in it;\n\n2\n\nA/RES/93/7\n\n3. Decides to rest.\n71st plenary meeting\n18 December 2038\n";
    let inspected = Desk::new("page").feed(&["inspect", "-"], text.as_bytes());
    assert!(inspected.stdout.contains("  1. Takes note with appreciation of the report"), "{}", inspected.stdout);
}

// ------------------------------------------------------------------ manners

#[test]
fn help_and_version_are_answered() {
    let desk = Desk::new("help");
    let version = desk.run(&["--version"]);
    assert_eq!((version.status, version.stdout), (0, format!("rapporteur {}\n", env!("CARGO_PKG_VERSION"))));
    let help = desk.run(&["--help"]);
    assert_eq!(help.status, 0);
    for command in ["serve", "check", "inspect", "explain"] {
        assert!(help.stdout.contains(command), "{}", help.stdout);
        assert_eq!(desk.run(&[command, "--help"]).status, 0);
    }
    assert_eq!(desk.run(&["check"]).status, 2);
    assert_eq!(desk.run(&["check", "--format", "xml", "-"]).status, 2);
}

#[test]
fn a_reader_that_stops_listening_is_no_failure() {
    let desk = Desk::new("pipe").with("flawed.txt", FLAWED);
    let mut child = desk.command(&["check", "--format", "json", "-"]).spawn().unwrap();
    drop(child.stdout.take());
    child.stdin.take().unwrap().write_all(FLAWED.as_bytes()).unwrap();
    let ended = child.wait_with_output().unwrap();
    assert_eq!((ended.status.code(), String::from_utf8_lossy(&ended.stderr).as_ref()), (Some(1), ""));
}

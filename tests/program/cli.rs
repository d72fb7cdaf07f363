//! The command line, through the real program.

use std::fs;
use std::io::Write;

use crate::desk::{Desk, Ended};
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
    assert_eq!(
        (clean.status, clean.stdout.as_str()),
        (0, "Nothing found in 1 text.\n1 text: 1 preambular and 2 operative paragraphs, 0 notes, 1 citation.\n")
    );
    let both = desk.run(&["check", "clean.txt", "flawed.txt"]);
    assert_eq!(both.status, 1);
    assert!(both.stdout.starts_with("flawed.txt:9:1: error[operative-numbering]: "), "{}", both.stdout);
    assert!(both.stdout.contains("9 | 4. Decides to meet again."), "{}", both.stdout);
    assert!(both.stdout.contains("\n1 finding in 1 of 2 texts: 1 error.\n2 texts: "), "{}", both.stdout);
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
        // Pages name each other; where all stand together, these names are links to headings.
        let page = page.stdout.trim().to_owned();
        let linked = rapporteur::rules::ALL.iter().map(|rule| rule.code);
        let linked = linked.fold(page, |page, code| page.replace(&format!("]({code})"), &format!("](#{code})")));
        assert!(linked.contains(rule) && all.contains(&linked), "{linked}");
    }
}

#[test]
fn the_readme_names_every_language() {
    // Its rules are in `tests/program/settings.rs`.
    let readme = include_str!("../../README.md");
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
    let name = "drafts/rapporteur.toml";
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

#[test]
fn groups_are_named_as_rules_are() {
    let desk = Desk::new("groups").with("flawed.txt", FLAWED);
    assert_eq!(desk.run(&["check", "--select", "standard", "flawed.txt"]).status, 1);
    assert_eq!(desk.run(&["check", "--select", "pedantic", "--ignore", "pedantic", "flawed.txt"]).status, 0);
    assert_eq!(desk.run(&["check", "--ignore", "standard", "flawed.txt"]).status, 0);
    let page = desk.run(&["explain", "standard"]);
    assert!(page.stdout.starts_with("# standard\n") && page.stdout.contains("operative-numbering"), "{}", page.stdout);
    assert_eq!(desk.run(&["explain", "standart"]).stderr, "There is no rule “standart”. Did you mean “standard”?\n");
}

#[test]
fn sections_settle_things_for_their_files() {
    let settings = "rules.operative-numbering = \"hint\"\n\n[[files]]\npaths = [\"old/**\"]\nignore = [\"standard\"]\n\n\
        [[files]]\npaths = [\"old/kept.txt\"]\nrules.operative-numbering = \"error\"\n\n\
        [[files]]\npaths = [\"final\"]\nadopted = true\nrules.operative-numbering = \"on\"\n";
    let desk = Desk::new("sections")
        .with("drafts/rapporteur.toml", settings)
        .with("drafts/a.txt", FLAWED)
        .with("drafts/old/b.txt", FLAWED)
        .with("drafts/old/kept.txt", FLAWED)
        .with("plain/final/d.txt", FLAWED)
        .with("plain/rapporteur.toml", "[[files]]\npaths = [\"final\"]\nadopted = true\n");
    let severities = |folder: &str| -> Vec<(String, String)> {
        let found = desk.run(&["check", "--format", "json", folder]).lines();
        let word = |value: &Value| value.as_str().unwrap().to_owned();
        found.iter().map(|finding| (word(&finding["file"]), word(&finding["severity"]))).collect()
    };
    let found = |file: &str, severity: &str| (file.to_owned(), severity.to_owned());
    assert_eq!(severities("drafts"), [found("drafts/a.txt", "hint"), found("drafts/old/kept.txt", "error")]);
    assert_eq!(severities("plain/../plain/final"), [found("plain/../plain/final/d.txt", "warning")]);
    let shown = desk.run(&["config", "show", "drafts/old/kept.txt"]);
    let row = |name: &str| -> Vec<String> {
        let row = shown.stdout.lines().find(|line| line.trim_start().starts_with(name)).unwrap_or_default();
        row.split_whitespace().map(str::to_owned).collect()
    };
    let from = "drafts/rapporteur.toml";
    assert_eq!(row("operative-numbering"), ["operative-numbering", "error", &format!("{from}:9")]);
    assert_eq!(row("footnote-order"), ["footnote-order", "off", &format!("{from}:5")]);
    assert_eq!(row("language"), ["language", "as", "its", "text", "tells", "default"]);
}

#[test]
fn language_and_layout_are_read_as_they_are_settled() {
    let broken =
        "The Council of Lamps,\n\n1. Decides to keep the night sky dark and\n\n2. of the stars to make a list;\n";
    let desk = Desk::new("read-as").with("a.txt", broken).with("b/a.txt", broken);
    let desk = desk.with("b/rapporteur.toml", "language = \"fr\"\nlayout = \"page\"\n");
    let language = |file: &str| desk.run(&["inspect", "--format", "json", file]).lines()[0]["language"].clone();
    assert_eq!((language("a.txt"), language("b/a.txt")), (json!("en"), json!("fr")));
}

#[test]
fn accepted_words_and_ignored_findings_are_not_shown() {
    let text = "The General Assembly,\n\nRecalling A\\92\\85 and A\\92\\86,\n\nDecides to rest.\n";
    let settings =
        "accept = ['A\\92\\85']\n\n[[ignored]]\nrule = 'symbol-malformed'\nwords = 'and A\\92\\86,'\nfile = 'a.txt'\n";
    let desk = Desk::new("ignored").with("rapporteur.toml", settings).with("a.txt", text).with("b.txt", text);
    let checked = desk.run(&["check", "--format", "json", "a.txt", "b.txt"]);
    let found = checked.lines();
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0]["file"], "b.txt");

    let unused = |desk: &Desk| desk.run(&["check", "--report-unused-ignores", "--format", "json", "a.txt"]);
    assert_eq!((unused(&desk).status, unused(&desk).stdout.as_str()), (0, ""));
    // The words were mended: the entry is of no use any more.
    let desk = desk.with("a.txt", text.replace("and A\\92\\86", "and A/92/86"));
    let told = unused(&desk);
    let [finding] = &told.lines()[..] else { panic!("{}", told.stdout) };
    assert_eq!((told.status, &finding["code"], &finding["line"]), (1, &json!("unused-ignore"), &json!(4)));
    assert_eq!(finding["file"], "rapporteur.toml");
    let log = desk.run(&["check", "--report-unused-ignores", "--format", "sarif", "a.txt"]);
    let log: Value = serde_json::from_str(&log.stdout).unwrap();
    assert_eq!(log["runs"][0]["results"][0]["ruleId"], "unused-ignore");
    // What was not checked is not told of, but for files that are gone.
    assert_eq!(desk.run(&["check", "--report-unused-ignores", "--select", "footnote-order", "a.txt"]).status, 0);
    fs::remove_file(desk.path("a.txt")).unwrap();
    fs::write(desk.path("b.txt"), CLEAN).unwrap();
    let gone = desk.run(&["check", "--report-unused-ignores", "b.txt"]);
    assert_eq!(gone.status, 1);
    assert!(gone.stdout.contains("There is no file a.txt any more."), "{}", gone.stdout);
    assert!(
        gone.stdout.contains("Nothing found in 1 text. 1 ignored finding is there no more.\n1 text: "),
        "{}",
        gone.stdout
    );
}

// ------------------------------------------------------------------ mends, counts

#[test]
fn what_is_certain_is_mended_and_the_rest_is_told() {
    // Paragraph 2 twice is certain; a gap is not.
    let twice = FLAWED_CHINESE.replace("4. ", "2. ");
    let utf16: Vec<u8> = "\u{feff}".encode_utf16().chain(twice.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let desk = Desk::new("fix").with("gap.txt", FLAWED).with("zh.txt", &twice).with("16.txt", &utf16);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(desk.path("zh.txt"), fs::Permissions::from_mode(0o600)).unwrap();
    }
    let patch = desk.run(&["check", "--diff", "zh.txt", "gap.txt"]);
    assert_eq!((patch.status, patch.stderr.as_str()), (1, "Would mend 1 finding in 1 text.\n"));
    assert!(patch.stdout.starts_with("--- a/zh.txt\n+++ b/zh.txt\n@@ "), "{}", patch.stdout);
    assert!(patch.stdout.contains("\n-2. 决定再次举行会议。\r\n+3. 决定再次举行会议。\r\n"), "{}", patch.stdout);
    assert_eq!(fs::read_to_string(desk.path("zh.txt")).unwrap(), twice, "nothing is written");

    let mended = desk.run(&["check", "--fix", "--format", "json", "zh.txt", "16.txt", "gap.txt"]);
    assert_eq!((mended.status, mended.stderr.as_str()), (1, "Mended 2 findings in 2 texts.\n"));
    let left = mended.lines();
    assert_eq!((left.len(), &left[0]["file"]), (1, &json!("gap.txt")));
    let wanted = FLAWED_CHINESE.replace("4. ", "3. ");
    assert_eq!(fs::read_to_string(desk.path("zh.txt")).unwrap(), wanted);
    let wanted: Vec<u8> = "\u{feff}".encode_utf16().chain(wanted.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    assert_eq!(fs::read(desk.path("16.txt")).unwrap(), wanted);
    assert_eq!(fs::read_to_string(desk.path("gap.txt")).unwrap(), FLAWED);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = fs::metadata(desk.path("zh.txt")).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
    assert_eq!(fs::read_dir(desk.path("")).unwrap().count(), 3, "nothing is left lying about");
    assert_eq!(desk.run(&["check", "--fix", "zh.txt"]).status, 0);
    let refused = desk.feed(&["check", "--fix", "-"], FLAWED.as_bytes());
    assert_eq!((refused.status, refused.stdout.as_str()), (2, ""));
}

#[test]
fn the_command_line_mends_as_the_editor_does() {
    let text = "The General Assembly,\n\nRecalling A\\92\\85 and A\\92\\86,\n\nDecides to rest.\n";
    let settings = "[[ignored]]\nrule = 'symbol-malformed'\nwords = 'and A\\92\\86,'\n";
    let desk = Desk::new("fix-settled").with("rapporteur.toml", settings).with("a.txt", text);
    let mended = desk.run(&["check", "--fix", "a.txt"]);
    assert_eq!((mended.status, mended.stderr.as_str()), (0, "Mended 1 finding in 1 text.\n"));
    let after = fs::read_to_string(desk.path("a.txt")).unwrap();
    assert_eq!(after, text.replace("A\\92\\85", "A/92/85"), "what is ignored stays as it is");
}

#[test]
fn statistics_count_by_rule() {
    let twice = FLAWED.replace("Recalling", "Recalling A\\92\\85, A\\92\\86 and");
    let desk = Desk::new("statistics").with("a.txt", FLAWED).with("b.txt", &twice).with("c.txt", CLEAN);
    let counted = desk.run(&["check", "--statistics", "a.txt", "b.txt", "c.txt"]);
    assert_eq!(counted.status, 1);
    let table = "rule                 findings   texts\n\
                 operative-numbering         2       2\n\
                 symbol-malformed            2       1\n\
                 4 findings in 2 of 3 texts: 2 errors, 2 warnings.\n";
    assert_eq!(counted.stdout, table);
    let lines = desk.run(&["check", "--statistics", "--format", "json", "a.txt", "b.txt"]).lines();
    assert_eq!(lines[0], json!({ "code": "operative-numbering", "findings": 2, "texts": 2 }));
    assert_eq!(desk.run(&["check", "--statistics", "c.txt"]).stdout, "Nothing found in 1 text.\n");
}

#[test]
fn sarif_has_what_its_schema_requires() {
    // The properties that the schema of SARIF 2.1.0 requires of the objects that are used, and those that it allows.
    const OBJECTS: &[(&str, &[&str], &[&str])] = &[
        ("log", &["version", "runs"], &["$schema"]),
        ("run", &["tool"], &["results", "columnKind", "invocations"]),
        ("tool", &["driver"], &[]),
        ("driver", &["name"], &["version", "semanticVersion", "rules", "globalMessageStrings", "informationUri"]),
        (
            "rule",
            &["id"],
            &[
                "shortDescription",
                "fullDescription",
                "help",
                "helpUri",
                "defaultConfiguration",
                "properties",
                "messageStrings",
            ],
        ),
        (
            "result",
            &["message"],
            &["ruleId", "ruleIndex", "level", "locations", "relatedLocations", "partialFingerprints", "fixes"],
        ),
        ("location", &[], &["physicalLocation", "message", "id"]),
        ("fix", &["artifactChanges"], &["description"]),
        ("change", &["artifactLocation", "replacements"], &[]),
        ("replacement", &["deletedRegion"], &["insertedContent"]),
        ("region", &[], &["startLine", "startColumn", "endLine", "endColumn"]),
        ("invocation", &["executionSuccessful"], &[]),
    ];
    #[track_caller]
    fn is_a(name: &str, object: &Value) {
        let (_, required, allowed) = OBJECTS.iter().find(|(known, ..)| *known == name).unwrap();
        let object = object.as_object().unwrap_or_else(|| panic!("a {name} is an object"));
        assert!(required.iter().all(|key| object.contains_key(*key)), "{name} {object:?}");
        let known = |key: &&String| required.iter().chain(*allowed).any(|known| known == key);
        assert!(object.keys().all(|key| known(&key)), "{name} {object:?}");
    }
    fn list<'a>(object: &'a Value, key: &str) -> impl Iterator<Item = &'a Value> {
        object[key].as_array().into_iter().flatten()
    }
    let level = |value: &Value| assert!(["none", "note", "warning", "error"].contains(&value.as_str().unwrap()));
    let text = FLAWED.replace("Recalling", "Recalling A\\92\\85, A\\92\\85 and").replace("4. ", "2. ");
    let desk = Desk::new("sarif-schema")
        .with("a.txt", &text)
        .with("b.txt", text.replace("2. Requests", "\n\n2. Also requests"));
    let log = |file: &str| -> Value {
        serde_json::from_str(&desk.run(&["check", "--format", "sarif", file]).stdout).unwrap()
    };
    let first = log("a.txt");
    is_a("log", &first);
    let run = &first["runs"][0];
    is_a("run", run);
    is_a("tool", &run["tool"]);
    is_a("driver", &run["tool"]["driver"]);
    list(run, "invocations").for_each(|invocation| is_a("invocation", invocation));
    for rule in list(&run["tool"]["driver"], "rules") {
        is_a("rule", rule);
        level(&rule["defaultConfiguration"]["level"]);
        assert!(rule["defaultConfiguration"]["enabled"].is_boolean() && rule["help"]["text"].is_string());
    }
    let mut fixes = 0;
    for result in list(run, "results") {
        is_a("result", result);
        let rule = &run["tool"]["driver"]["rules"][result["ruleIndex"].as_u64().unwrap() as usize];
        let id = result["message"]["id"].as_str().unwrap();
        let strings = [&rule["messageStrings"], &run["tool"]["driver"]["globalMessageStrings"]];
        assert!(strings.into_iter().any(|strings| strings[id].is_object()), "{result}");
        level(&result["level"]);
        for location in list(result, "locations").chain(list(result, "relatedLocations")) {
            is_a("location", location);
            is_a("region", &location["physicalLocation"]["region"]);
        }
        for fix in list(result, "fixes") {
            is_a("fix", fix);
            for change in list(fix, "artifactChanges") {
                is_a("change", change);
                for replacement in list(change, "replacements") {
                    is_a("replacement", replacement);
                    is_a("region", &replacement["deletedRegion"]);
                    fixes += 1;
                }
            }
        }
    }
    assert!(fixes >= 3, "{run}");
    // A finding has the same fingerprint when the draft is edited elsewhere, and no other one has it.
    let prints = |log: &Value, rule: &str| -> Vec<String> {
        let results = list(&log["runs"][0], "results").filter(|result| result["ruleId"] == rule);
        results.map(|result| result["partialFingerprints"]["ruleAndWords/v1"].to_string()).collect()
    };
    let symbols = prints(&first, "symbol-malformed");
    assert_eq!((symbols.len(), symbols[0] == symbols[1]), (2, false));
    assert_eq!(symbols, prints(&log("b.txt"), "symbol-malformed"));
}

#[test]
fn what_is_said_to_be_run_elsewhere_runs() {
    let page = include_str!("../../docs/command-line.md");
    let desk = Desk::new("elsewhere").with("drafts/a.resolution", FLAWED).with("drafts/b.resolution", CLEAN);
    // The hook is called with names of files, the step of the workflow as it stands.
    let entries = page.lines().filter_map(|line| line.trim().strip_prefix("entry: "));
    let hooks = include_str!("../../.pre-commit-hooks.yaml");
    let entries = entries.chain(hooks.lines().filter_map(|line| line.trim().strip_prefix("entry: ")));
    let with_names = entries.map(|entry| format!("{entry} drafts/a.resolution drafts/b.resolution"));
    let steps = page.lines().filter_map(|line| line.trim().strip_prefix("- run: ")).map(str::to_owned);
    let commands: Vec<String> = with_names.chain(steps).collect();
    assert!(commands.len() >= 4, "{commands:?}");
    for command in commands {
        let arguments: Vec<&str> = command.strip_prefix("rapporteur ").unwrap().split(' ').collect();
        let ended = desk.run(&arguments);
        assert_eq!((ended.status, ended.stderr.as_str()), (1, ""), "{command}");
        assert!(ended.stdout.contains("operative-numbering"), "{command}");
    }
    // Which files it is called for.
    for page in [page, hooks] {
        let pattern = page.lines().find_map(|line| line.trim().strip_prefix("files: ")).unwrap();
        let pattern = regex::Regex::new(pattern).unwrap();
        assert!(pattern.is_match("drafts/a.resolution") && pattern.is_match("a.resolution.txt"));
        assert!(!pattern.is_match("notes.txt") && !pattern.is_match("a.resolution.bak"));
    }
}

#[test]
fn the_schema_is_printed_and_names_every_key() {
    let schema: Value = serde_json::from_str(&Desk::new("schema").run(&["config", "schema"]).stdout).unwrap();
    let keys = rapporteur::config::keys::KEYS.iter().filter(|key| key.is_of_the_file());
    for key in keys {
        let place = format!("/properties/{}", key.name.replace('.', "/properties/"));
        assert!(schema.pointer(&place).is_some_and(|key| key["description"].is_string()), "{place}");
    }
    assert_eq!(schema["additionalProperties"], false);
    let levels = schema.pointer("/properties/rules/properties/operative-numbering/enum").unwrap();
    assert_eq!(levels, &json!(["on", "off", "error", "warning", "information", "hint"]));
}

// ------------------------------------------------------------------ which texts

/// Where `strace` can tell.
#[test]
fn nothing_is_read_outside_of_what_was_named() {
    use std::process::{Command, Stdio};
    let desk = Desk::new("only-there")
        .with(".gitignore", "*.txt\n")
        .with(".ignore", "*.txt\n")
        .with("rapporteur.toml", "ignore = ['standard']\n")
        .with("elsewhere/draft.txt", FLAWED)
        .with("drafts/.git/config", "[core]\n\texcludesFile = ../everything\n")
        .with("drafts/draft.txt", FLAWED);
    #[cfg(unix)]
    std::os::unix::fs::symlink(desk.path("elsewhere"), desk.path("drafts/elsewhere")).unwrap();
    let program = desk.command(&["check", "drafts"]);
    let mut traced = Command::new("strace");
    traced.args(["-f", "-e", "trace=open,openat,socket,connect", "-o", "calls"]);
    traced.arg(program.get_program()).args(program.get_args());
    traced.current_dir(desk.path("")).env("RAPPORTEUR_LIBRARY", desk.path("none")).stdout(Stdio::null());
    if traced.stderr(Stdio::null()).status().is_ok_and(|status| status.code() == Some(1)) {
        let calls = fs::read_to_string(desk.path("calls")).unwrap();
        assert!(calls.contains("draft.txt"));
        for name in
            [".gitignore", ".ignore", "rapporteur.toml", "elsewhere", "everything", ".git/", "socket(", "connect("]
        {
            assert!(!calls.contains(name), "{name}: {calls}");
        }
    }
}

/// How many texts `check` reads for some arguments, in a home where git is told to ignore all texts.
fn read_in_home_that_ignores(desk: &Desk, folder: &str, path: &str) -> usize {
    let mut command = desk.command(&["check", "--format", "json", path]);
    command.current_dir(desk.path(folder)).env("HOME", desk.path("home")).env_remove("XDG_CONFIG_HOME");
    let ended = command.output().unwrap();
    let found = String::from_utf8(ended.stdout).unwrap();
    let mut files: Vec<Value> =
        found.lines().map(|line| serde_json::from_str::<Value>(line).unwrap()["file"].clone()).collect();
    files.dedup();
    files.len()
}

#[test]
fn gits_own_settings_ignore_nothing_and_gitignore_counts_as_far_up_as_settings_do() {
    let desk = Desk::new("git-settings")
        .with("home/.gitconfig", "[core]\n\texcludesFile = ~/everything\n")
        .with("home/everything", "*.txt\n")
        .with("home/.config/git/ignore", "*.txt\n")
        .with(".gitignore", "*.txt\n")
        .with("drafts/.git/info/exclude", "*.txt\n")
        .with("drafts/.gitignore", "/now/old.txt\nkept\n")
        .with("drafts/now/old.txt", FLAWED)
        .with("drafts/now/new.txt", FLAWED)
        .with("drafts/now/kept/a.txt", FLAWED);
    assert_eq!(read_in_home_that_ignores(&desk, "drafts", "."), 1);
    assert_eq!(read_in_home_that_ignores(&desk, "drafts/now", "."), 1);
    assert_eq!(read_in_home_that_ignores(&desk, "drafts", "now"), 1);
    // What is named is meant, though a folder above ignores it.
    assert_eq!(read_in_home_that_ignores(&desk, "drafts", "now/kept"), 1);
    // What lies above the repository is none of its business.
    assert_eq!(read_in_home_that_ignores(&desk, "", "drafts"), 1);
}

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
    let told = desk.run(&["--version", "--json"]);
    assert_eq!((told.status, told.lines()[0]["version"].as_str()), (0, Some(env!("CARGO_PKG_VERSION"))));
    assert_eq!(told.lines()[0]["rules"].as_array().map(Vec::len), Some(rapporteur::rules::ALL.len()));
    assert_eq!(desk.run(&["--json"]).status, 2);
}

#[test]
fn output_is_coloured_where_that_is_asked() {
    let desk = Desk::new("coloured").with("flawed.txt", FLAWED);
    let coloured = |arguments: &[&str], set: &[(&str, &str)]| {
        let mut command = desk.command(arguments);
        command.env_remove("NO_COLOR").env_remove("CLICOLOR_FORCE").envs(set.iter().copied());
        Ended::of(command, b"").stdout.contains('\u{1b}')
    };
    let check = |more: &[&str], set: &[(&str, &str)]| coloured(&[&["check", "flawed.txt"], more].concat(), set);
    assert!(!check(&[], &[]), "no terminal");
    assert!(check(&["--color", "always"], &[("NO_COLOR", "1")]), "the command line counts first");
    assert!(check(&[], &[("CLICOLOR_FORCE", "1")]) && !check(&["--color=never"], &[("CLICOLOR_FORCE", "1")]));
    assert!(!check(&["--color", "auto"], &[]));
    assert!(coloured(&["--color", "always", "--help"], &[]) && !coloured(&["--help"], &[]));
    assert_eq!(desk.run(&["check", "--color", "blue", "flawed.txt"]).status, 2);
}

#[test]
fn what_is_tried_is_put_beside_nothing_of_others() {
    let desk = Desk::new("try")
        .with("other/92-14.en.resolution.txt", "Mine.\n")
        .with("programs/nvim", "")
        .with("programs/code", "");
    let tried = |folder: &str| {
        let mut command = desk.command(&["try", folder]);
        command.env("PATH", desk.path("programs"));
        Ended::of(command, b"")
    };
    let first = tried("night sky");
    assert_eq!((first.status, first.stderr.as_str()), (0, ""));
    assert!(first.stdout.contains("4 findings in 1 of 2 texts: "), "{}", first.stdout);
    // Windows looks for programs by their endings.
    if cfg!(unix) {
        let opened = "  VS Code  code \"night sky\"\n  Neovim   nvim \"night sky/night-sky.en.resolution.txt\"\n";
        assert!(first.stdout.ends_with(opened), "{}", first.stdout);
    }
    assert_eq!(tried("night sky").stdout, first.stdout, "what is there already is what would be put there");
    fs::write(desk.path("night sky/night-sky.en.resolution.txt"), CLEAN).unwrap();
    let refused = tried("night sky");
    assert_eq!((refused.status, refused.stdout.as_str()), (2, ""));
    assert!(refused.stderr.contains("Another file of this name is there already"), "{}", refused.stderr);
    assert_eq!(fs::read_to_string(desk.path("night sky/night-sky.en.resolution.txt")).unwrap(), CLEAN);
    let refused = tried("other");
    assert_eq!(
        (refused.status, fs::read_dir(desk.path("other")).unwrap().count()),
        (2, 1),
        "none of both is put there"
    );
    let refused = desk.run(&["try", "other/92-14.en.resolution.txt"]);
    assert!(refused.status == 2 && refused.stderr.contains("This folder could not be made"), "{}", refused.stderr);
    let nowhere = desk.command(&["try"]).env("PATH", "").output().unwrap();
    assert!(String::from_utf8(nowhere.stdout).unwrap().contains("None of those that"));
    assert!(desk.path("rapporteur-example/night-sky.en.resolution.txt").exists());
}

#[test]
fn shells_complete_commands_options_and_rules() {
    let desk = Desk::new("completions");
    for shell in ["bash", "zsh", "fish", "powershell"] {
        let script = desk.run(&["completions", shell]);
        assert_eq!((script.status, script.stderr.as_str()), (0, ""));
        for word in ["inspect", "report-unused-ignores"] {
            assert!(script.stdout.contains(word), "{shell} lacks {word}");
        }
        // No values are completed there.
        assert!(shell == "powershell" || script.stdout.contains("operative-numbering"), "{shell}");
    }
    assert_eq!(desk.run(&["completions", "tcsh"]).status, 2);
    let script = desk.run(&["completions", "bash"]).stdout;
    let desk = desk.with("rapporteur.bash", script);
    let completed = |words: &str| {
        let line = format!(
            "source rapporteur.bash; COMP_WORDS=(rapporteur {words}); COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1)); \
             _rapporteur rapporteur \"${{COMP_WORDS[-1]}}\" \"${{COMP_WORDS[-2]}}\"; echo \"${{COMPREPLY[@]}}\""
        );
        let asked = std::process::Command::new("bash").args(["-c", &line]).current_dir(desk.path("")).output();
        asked.ok().filter(|ended| ended.status.success()).map(|ended| String::from_utf8(ended.stdout).unwrap())
    };
    let Some(commands) = completed("ins") else {
        println!("skipped: bash is not here");
        return;
    };
    assert_eq!(commands, "inspect\n");
    assert_eq!(completed("check --statis").unwrap(), "--statistics\n");
    assert_eq!(completed("explain operative-numb").unwrap(), "operative-numbering\n");
}

#[test]
fn every_command_has_a_page_in_the_manual() {
    let desk = Desk::new("man").with("man/rapporteur-check.1", ".TH \"RAPPORTEUR\\-CHECK\" \"1\"\nOld.\n");
    let written = desk.run(&["man", "man"]);
    assert_eq!((written.status, written.stderr.as_str()), (0, ""));
    let pages: Vec<String> = written.stdout.lines().map(|name| fs::read_to_string(desk.path(name)).unwrap()).collect();
    assert!(pages.len() > 25, "{}", written.stdout);
    for page in &pages {
        assert!(page.starts_with(".TH \"RAPPORTEUR"), "{page}");
        for heading in ["NAME", "SYNOPSIS", "DESCRIPTION", "OPTIONS", "EXIT STATUS"] {
            assert!(page.contains(&format!(".SH \"{heading}\"\n")), "{heading} in\n{page}");
        }
    }
    let check = fs::read_to_string(desk.path("man/rapporteur-check.1")).unwrap();
    assert!(check.contains("\\fB\\-\\-report\\-unused\\-ignores\\fR") && !check.contains("Old."), "{check}");
    // In another language, and where something else is called so.
    let french = desk.run(&["--messages", "fr", "man", "fr"]);
    assert_eq!(french.status, 0);
    assert!(fs::read_to_string(desk.path("fr/rapporteur.1")).unwrap().contains(".SH \"NOM\"\n"));
    let desk = desk.with("man/rapporteur-check.1", "Mine.\n");
    let refused = desk.run(&["man", "man"]);
    assert!(refused.status == 2 && refused.stderr.contains("is no page of Rapporteur's"), "{}", refused.stderr);
    assert_eq!(fs::read_to_string(desk.path("man/rapporteur-check.1")).unwrap(), "Mine.\n");
}

#[test]
#[cfg(unix)]
fn the_action_checks_what_it_is_given() {
    let action = include_str!("../../action.yml");
    let (_, script) = action.rsplit_once("run: |\n").unwrap();
    let desk =
        Desk::new("action").with("a.resolution", FLAWED).with("b/c.resolution", FLAWED).with("$(touch made)", CLEAN);
    let step = |paths: &str, arguments: &str| {
        let mut command = desk.shell(&format!("set -e\n{script}"));
        command.env("PATHS", paths).env("ARGUMENTS", arguments);
        Ended::of(command, b"")
    };
    let found = step("a.resolution b", "--select standard");
    assert_eq!(
        (found.status, found.stdout.matches("::error file=").count()),
        (1, 2),
        "{}{}",
        found.stdout,
        found.stderr
    );
    assert_eq!(step(".", "--ignore operative-numbering").status, 0);
    assert_eq!(step("$(touch made)", "").status, 2, "no words are run");
    assert!(!desk.path("made").exists());
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

// ------------------------------------------------------------------ other formats than plain text

/// A resolution in Akoma Ntoso whose second paragraph is numbered 3.
const XML: &str = "\
<akomaNtoso xmlns=\"http://docs.oasis-open.org/legaldocml/ns/akn/3.0\" xmlns:q=\"x[y\">
<meta><FRBRlanguage language=\"eng\"/></meta>
<preface><p><docNumber>92/14.</docNumber> <docTitle>Quiet skies</docTitle></p></preface>
<preamble><p>The General Assembly,</p>
<p>Recalling its resolution <a>62/175</a> of 18 December 2007,</p></preamble>
<mainBody><paragraph><num>1.</num><content><p>Decides to keep the night sky dark;</p></content></paragraph>
<paragraph><num>3.</num><content><p>Decides to rest.</p></content></paragraph></mainBody>
</akomaNtoso>
";

#[test]
fn an_akoma_ntoso_document_is_checked_in_the_places_of_its_file() {
    let desk = Desk::new("akn").with("drafts/x.akn.xml", XML).with("drafts/pom.xml", "<project><p>[</p></project>");
    let start = XML.split("3.</num>").next().unwrap().chars().count();
    for path in ["drafts/x.akn.xml", "drafts"] {
        let checked = desk.run(&["check", "--format", "json", path]);
        assert_eq!((checked.status, checked.stderr.as_str()), (1, ""), "{}", checked.stdout);
        let found = checked.lines();
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!((&found[0]["file"], &found[0]["code"]), (&json!("drafts/x.akn.xml"), &json!("operative-numbering")));
        assert_eq!((&found[0]["line"], &found[0]["column"]), (&json!(7), &json!(17)));
        assert_eq!((&found[0]["end_line"], &found[0]["end_column"]), (&json!(7), &json!(19)));
        assert_eq!((&found[0]["start"], &found[0]["end"]), (&json!(start), &json!(start + 2)));
    }
    let told = desk.run(&["check", "drafts"]).stdout;
    assert!(told.starts_with("drafts/x.akn.xml:7:17: error[operative-numbering]: "), "{told}");
    assert!(told.contains("7 | <paragraph><num>3.</num>"), "{told}");
    assert!(told.contains("1 finding in 1 text: 1 error.\n"), "{told}");
    let stdin = desk.feed(&["check", "--format", "json", "-"], XML.as_bytes());
    assert_eq!((stdin.status, &stdin.lines()[0]["line"]), (1, &json!(7)));

    let inspected = desk.run(&["inspect", "--format", "json", "drafts/x.akn.xml"]).lines();
    assert_eq!((&inspected[0]["symbol"], &inspected[0]["language"]), (&json!("A/RES/92/14"), &json!("en")));
    let cited = &inspected[0]["citations"][0];
    let at = XML.find("62/175").unwrap();
    assert_eq!((&cited["start"], &cited["end"]), (&json!(at), &json!(at + 6)));
    let outline = desk.run(&["inspect", "drafts/x.akn.xml"]).stdout;
    assert!(outline.contains("\n  7  3. Decides to rest.\n"), "{outline}");

    let other = desk.run(&["check", "drafts/pom.xml"]);
    assert_eq!((other.status, other.stdout.as_str()), (2, ""));
    assert!(
        other.stderr.starts_with("drafts/pom.xml: This is XML, but no resolution in Akoma Ntoso."),
        "{}",
        other.stderr
    );
}

#[test]
fn a_mend_of_an_akoma_ntoso_document_changes_the_text_of_one_element() {
    // Lines of two kinds, a comment, entities: all of it stays.
    let flawed = XML
        .replace("<num>3.", "<num>1.")
        .replace("</meta>", "</meta>\r\n<!-- 1. & 2. -->")
        .replace("Quiet", "Q&#117;iet");
    let right = flawed.replace("<num>1.</num><content><p>Decides to rest", "<num>2.</num><content><p>Decides to rest");
    assert_ne!(flawed, right);
    let desk = Desk::new("akn-mended")
        .with("drafts/x.xml", format!("\u{feff}{flawed}"))
        .with("drafts/flawed.txt", FLAWED.replace("4. ", "2. "));
    let shown = desk.run(&["check", "--diff", "drafts/x.xml"]);
    let changed: Vec<&str> =
        shown.stdout.lines().filter(|line| line.starts_with(['+', '-']) && !line.contains("drafts/x.xml")).collect();
    let line = |number: &str| {
        format!("<paragraph><num>{number}</num><content><p>Decides to rest.</p></content></paragraph></mainBody>")
    };
    assert_eq!(changed, [format!("-{}", line("1.")), format!("+{}", line("2."))], "{}", shown.stderr);
    let mended = desk.run(&["check", "--fix", "drafts"]);
    assert_eq!(mended.status, 0, "{}{}", mended.stdout, mended.stderr);
    assert!(mended.stdout.starts_with("Nothing found in 2 texts.\n"), "{}", mended.stdout);
    assert!(mended.stderr.contains("Mended 2 findings in 2 texts."), "{}", mended.stderr);
    assert_eq!(fs::read_to_string(desk.path("drafts/x.xml")).unwrap(), format!("\u{feff}{right}"));
}

#[test]
fn a_mend_across_elements_of_an_akoma_ntoso_document_is_not_made() {
    let cut = XML.replace("<num>3.", "<num>2.").replace("<a>62/175</a>", "<a>A/<i>Res</i>/62/175</a> and A/Res/62/176");
    let desk = Desk::new("akn-across").with("x.xml", &cut);
    let told = desk.run(&["check", "--fix", "x.xml"]);
    let said = "x.xml: 1 certain mend is not made in this Akoma Ntoso document: it lies across elements, or outside of their text.";
    assert!(told.stderr.contains(said), "{}", told.stderr);
    assert_eq!((told.status, told.stdout.matches("symbol-malformed").count()), (1, 1), "{}", told.stdout);
    let mended = cut.replace("and A/Res/", "and A/RES/");
    assert_eq!(fs::read_to_string(desk.path("x.xml")).unwrap(), mended);
    // The places of what is left are those of the file.
    let left = &desk.run(&["check", "--format", "json", "x.xml"]).lines()[0];
    assert_eq!(left["start"], json!(mended.find("A/<i>").unwrap()));
}

#[test]
fn an_akoma_ntoso_document_is_not_formatted() {
    let desk = Desk::new("akn-format").with("drafts/x.xml", XML);
    let refused = desk.run(&["format", "--write", "drafts/x.xml"]);
    assert_eq!((refused.status, refused.stdout.as_str()), (2, ""));
    let said = "drafts/x.xml: This is an Akoma Ntoso document, whose lines are left as they are.";
    assert!(refused.stderr.starts_with(said), "{}", refused.stderr);
    assert_eq!(desk.run(&["format", "--write", "drafts"]).stderr, "");
    assert_eq!(fs::read_to_string(desk.path("drafts/x.xml")).unwrap(), XML);
}

#[test]
fn documents_that_are_no_text_are_passed_over_in_a_folder_and_refused_by_name() {
    let open_document =
        [&b"PK\x03\x04\x14\0\x06\0"[..], &[0; 22], b"mimetypeapplication/vnd.oasis.opendocument.text"].concat();
    let desk = Desk::new("documents")
        .with("drafts/clean.txt", CLEAN)
        .with("drafts/a.odt", &open_document)
        .with("drafts/b.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
        .with("drafts/c.rtf", "{\\rtf1 Draft}")
        .with("drafts/d.PDF", "%PDF-1.7\n")
        .with("drafts/named-as-text.txt", "%PDF-1.7\n");
    let checked = desk.run(&["check", "drafts"]);
    assert_eq!(checked.status, 0);
    assert!(checked.stdout.starts_with("Nothing found in 1 text.\n1 text: "), "{}", checked.stdout);
    assert!(
        checked.stderr.starts_with("Passed over 5 PDF, OpenDocument, Word (.doc) or RTF files."),
        "{}",
        checked.stderr
    );
    assert_eq!(checked.stderr.lines().count(), 1, "{}", checked.stderr);
    assert_eq!(desk.run(&["inspect", "drafts"]).status, 0);
    assert_ne!(desk.run(&["format", "--check", "drafts"]).status, 2);
    for (file, said) in [
        ("drafts/a.odt", "This is an OpenDocument file. Save it as a Word document"),
        ("drafts/b.doc", "This is an old Word file, or one that is protected"),
        ("drafts/c.rtf", "This is a rich text file"),
        ("drafts/named-as-text.txt", "This is a PDF. Give me its text"),
    ] {
        let refused = desk.run(&["check", file]);
        assert_eq!((refused.status, refused.stdout.as_str()), (2, ""), "{file}");
        assert!(refused.stderr.starts_with(&format!("{file}: {said}")), "{}", refused.stderr);
    }
}

#[test]
fn what_is_ignored_in_a_file_that_was_renamed_follows_its_words() {
    let draft = "The General Assembly,\n\nRecalling the report of the keepers of the lamps (A\\92\\85), which it has read,\n\n\
                 1. Decides to light the lamps.\n";
    let ignored = |words: &str| {
        format!("[[ignored]]\nrule = 'symbol-malformed'\nwords = 'the keepers {words}'\nfile = 'draft.txt'\n")
    };
    let desk = Desk::new("renamed").with("draft.txt", draft).with("other.txt", draft);
    let checked = |desk: &Desk, words: &str| {
        fs::write(desk.path("rapporteur.toml"), ignored(words)).unwrap();
        let found = desk.run(&["check", "--format", "json", "--select", "symbol-malformed", "."]).lines();
        found.iter().map(|one| one["file"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    let long = "of the lamps (A\\92\\85)";
    assert_eq!(checked(&desk, long), ["./other.txt"]);
    fs::rename(desk.path("draft.txt"), desk.path("later.txt")).unwrap();
    fs::write(desk.path("other.txt"), draft.replace("keepers", "friends")).unwrap();
    assert_eq!(checked(&desk, long), ["./other.txt"]);
    // Words that may stand anywhere are no sign of one place.
    fs::write(desk.path("other.txt"), draft).unwrap();
    let short = ignored("x").replace("the keepers x", "A\\92\\85");
    fs::write(desk.path("rapporteur.toml"), short).unwrap();
    let found = desk.run(&["check", "--format", "json", "--select", "symbol-malformed", "."]).lines();
    assert_eq!(found.len(), 2);
}

#[test]
fn what_is_quoted_and_what_would_be_read_otherwise_is_left_to_the_writer() {
    // The second quotation has lost the mark that opens it.
    for quoted in [
        "Noting the words “as said in A\\92\\86, the lamps burn” of the keepers,",
        "Noting the words as said in A\\92\\86, “the lamps” burn” of the keepers,",
    ] {
        is_left_to_the_writer(quoted);
    }
}

fn is_left_to_the_writer(quoted: &str) {
    let draft = format!(
        "The General Assembly,\n\nRecalling the report A\\92\\85,\n\n{quoted}\n\n1. Decides to rest;\n\n2. Decides to wait.\n"
    );
    let desk = Desk::new("left-to-the-writer").with("draft.txt", &draft);
    let shown = desk.run(&["check", "--diff", "draft.txt"]);
    assert!(
        shown.stdout.contains("+Recalling the report A/92/85,") && !shown.stdout.contains("-Noting"),
        "{}",
        shown.stdout
    );
    let mended = desk.run(&["check", "--fix", "draft.txt"]);
    let text = fs::read_to_string(desk.path("draft.txt")).unwrap();
    assert!(text.contains("report A/92/85,") && text.contains(quoted), "{text}");
    let said = "Mended 1 finding in 1 text. One mend was left to you: it would bring another finding, change how the text is \
                read, or change what is quoted.";
    assert!(mended.status == 1 && mended.stderr.contains(said), "{}", mended.stderr);
    // The writer may do it: the mend is shown, as an editor offers it.
    let shown = desk.run(&["check", "draft.txt"]);
    assert!(shown.stdout.contains("A/92/86"), "{}", shown.stdout);
}

//! The settings and the rules are documented in many places, and the same in all. What is made of the tables is made anew
//! by `UPDATE_EXPECT=1 cargo test --test program settings`.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

use expect_test::expect_file;
use rapporteur::config::keys::{KEYS, Key, ValueKind};
use rapporteur::config::schema;
use rapporteur::language::{self, ENGLISH, Language};
use rapporteur::rules::{self, RuleGroup};
use rapporteur::source::{FORMATS, FileFormat};
use serde_json::{Map, Value};

fn path(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn file(name: &str) -> String {
    std::fs::read_to_string(path(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// Compares a file with what it is to be, or makes it so.
#[track_caller]
fn is_made(name: &str, wanted: &str) {
    expect_file![path(name)].assert_eq(wanted);
}

/// A file in which what stands between two pieces is `middle`.
fn with_middle(name: &str, from: &str, middle: &str, to: &str) -> String {
    let file = file(name);
    let (before, rest) = file.split_once(from).unwrap_or_else(|| panic!("{name} lacks {from}"));
    let (_, behind) = rest.split_once(to).unwrap_or_else(|| panic!("{name} lacks {to}"));
    format!("{before}{from}{middle}{to}{behind}")
}

fn of_the_server() -> impl Iterator<Item = &'static Key> {
    KEYS.iter().filter(|key| key.is_of_the_server())
}

fn of_an_editor() -> impl Iterator<Item = &'static Key> {
    KEYS.iter().filter(|key| key.is_of_an_editor())
}

/// The rows of a table of an editor's settings.
fn rows(keys: impl Iterator<Item = &'static Key>) -> String {
    keys.map(|key| key.row(&key.full_name()) + "\n").collect()
}

const SETTINGS: &str = "| setting | what it is |\n| --- | --- |\n";

#[test]
fn the_manifest_of_the_extension_has_them_all() {
    let properties: Map<String, Value> =
        of_an_editor().map(|key| (key.full_name(), with_names_of_texts(key, ENGLISH, &mut Map::new()))).collect();
    let lines = format!("{:#}", Value::Object(properties));
    let lines: Vec<String> = lines.lines().skip(1).map(|line| format!("      {line}")).collect();
    let (last, lines) = lines.split_last().unwrap();
    assert_eq!(last, "      }");
    let made = with_middle(
        "editors/vscode/package.json",
        "      \"title\": \"Rapporteur\",\n      \"properties\": {\n",
        &(lines.join("\n") + "\n"),
        "      }\n    },\n",
    );
    is_made("editors/vscode/package.json", &made);
}

/// The schema of a setting with the names of texts in the place of its texts, as VS Code has them, and these texts.
fn with_names_of_texts(key: &Key, language: &Language, texts: &mut Map<String, Value>) -> Value {
    let mut schema = schema::of_a_setting(key, language);
    name_texts(&mut schema, &key.full_name(), texts);
    schema
}

/// Puts the name of each text of a schema into its place. A rule is described in one text wherever it stands.
fn name_texts(schema: &mut Value, name: &str, texts: &mut Map<String, Value>) {
    let Some(parts) = schema.as_object_mut() else { return };
    for (part, value) in parts {
        match (part.as_str(), &mut *value) {
            ("description" | "markdownDescription", Value::String(text)) => {
                let before = texts.insert(name.to_owned(), text.as_str().into());
                assert!(before.is_none_or(|before| before == **text), "{name} is one text");
                *text = format!("%{name}%");
            }
            ("properties", Value::Object(properties)) => {
                for (property, shape) in properties {
                    let is_of_a_rule = rules::ALL.iter().any(|rule| rule.code == property)
                        || RuleGroup::ALL.into_iter().any(|group| group.name() == property);
                    let name = if is_of_a_rule { format!("{RULE}{property}") } else { format!("{name}.{property}") };
                    name_texts(shape, &name, texts);
                }
            }
            _ => name_texts(value, name, texts),
        }
    }
}

/// What the names of texts that are made begin with; all others are written by hand.
const RULE: &str = "rule.";
const SETTING: &str = "rapporteur.";

/// The file with the manifest's texts in a language, as VS Code names it.
fn texts_of_the_manifest(language: &Language) -> String {
    format!("editors/vscode/package.nls{}.json", in_names_of_files(language))
}

/// What stands for a language before the ending of a file's name, as VS Code has it.
fn in_names_of_files(language: &Language) -> String {
    match language.code {
        "en" => String::new(),
        "zh" => ".zh-cn".to_owned(),
        code => format!(".{code}"),
    }
}

#[test]
fn the_manifest_of_the_extension_speaks_six_languages() {
    let read = |language| serde_json::from_str::<Map<String, Value>>(&file(&texts_of_the_manifest(language))).unwrap();
    let by_hand = |texts: Map<String, Value>| -> Map<String, Value> {
        texts.into_iter().filter(|(name, _)| !name.starts_with(RULE) && !name.starts_with(SETTING)).collect()
    };
    let english = by_hand(read(ENGLISH));
    let mut names = Vec::new();
    for language in language::ALL {
        let mut texts = by_hand(read(language));
        assert!(texts.keys().eq(english.keys()), "{}: what is written by hand is complete", language.code);
        for key in of_an_editor() {
            with_names_of_texts(key, language, &mut texts);
        }
        is_made(&texts_of_the_manifest(language), &format!("{:#}\n", Value::Object(texts.clone())));
        if language != ENGLISH {
            let english = read(ENGLISH);
            let same = texts.iter().find(|(name, text)| english.get(*name) == Some(text));
            assert_eq!(same, None, "{}: not translated", language.code);
        }
        names.push(texts.keys().cloned().collect::<Vec<_>>());
    }
    let manifest = file("editors/vscode/package.json");
    let pieces = manifest.split('"').filter_map(|piece| piece.strip_prefix('%')?.strip_suffix('%'));
    let mut asked: Vec<&str> = pieces.collect();
    asked.sort_unstable();
    asked.dedup();
    for names in names {
        assert_eq!(asked, names, "the manifest asks for all of them, and for no others");
    }
    assert!(file("editors/vscode/.vscodeignore").contains("!package.nls*.json"));
}

#[test]
fn the_extension_has_the_schema() {
    let manifest: Value = serde_json::from_str(&file("editors/vscode/package.json")).unwrap();
    let [validation] = &manifest["contributes"]["tomlValidation"].as_array().unwrap()[..] else { panic!("none") };
    assert_eq!(validation["url"], "%toml.schema%", "VS Code puts the one in its own language there");
    for language in language::ALL {
        let name = format!("rapporteur.schema{}.json", in_names_of_files(language));
        is_made(&format!("editors/vscode/{name}"), &format!("{:#}\n", schema::of_the_file(language)));
        let texts: Value = serde_json::from_str(&file(&texts_of_the_manifest(language))).unwrap();
        assert_eq!(texts["toml.schema"], format!("./{name}"));
    }
    assert!(file("editors/vscode/.vscodeignore").contains("!rapporteur.schema*.json"));
}

/// What leads to programs and files anywhere counts in folders that the user trusts.
#[test]
fn a_folder_that_is_not_trusted_names_no_program_and_no_file() {
    let manifest: Value = serde_json::from_str(&file("editors/vscode/package.json")).unwrap();
    let restricted = &manifest["capabilities"]["untrustedWorkspaces"]["restrictedConfigurations"];
    let leads_out = |key: &&Key| matches!(key.kind, ValueKind::Folders | ValueKind::File | ValueKind::Program);
    let mut names: Vec<String> = KEYS.iter().filter(leads_out).map(Key::full_name).collect();
    names.sort();
    assert_eq!(*restricted, serde_json::json!(names));
}

#[test]
fn the_extension_tells_the_server_its_own() {
    let source = file("editors/vscode/src/settings.ts");
    let (_, list) = source.split_once("FOR_SERVER = [").unwrap();
    let told: Vec<&str> = list.split(']').next().unwrap().split('"').skip(1).step_by(2).collect();
    assert_eq!(told, of_the_server().map(|key| key.name).collect::<Vec<_>>());
}

#[test]
fn pages_for_users_have_them_all() {
    for (page, keys) in [
        ("docs/configuration.md", of_the_server().collect::<Vec<_>>()),
        ("editors/vscode/README.md", of_an_editor().collect()),
    ] {
        is_made(page, &with_middle(page, SETTINGS, rows(keys.into_iter()).trim_end(), "\n\n"));
    }
    let keys = KEYS.iter().filter(|key| key.is_of_the_file());
    let table: String = keys.map(|key| key.row(key.name) + "\n").collect();
    let (page, from) = ("docs/configuration.md", "| key | what it is |\n| --- | --- |\n");
    is_made(page, &with_middle(page, from, table.trim_end(), "\n\n"));
}

#[test]
fn the_rules_are_listed_from_their_pages() {
    for language in language::ALL {
        let asked = ["explain", "--all", "--messages", language.code];
        let all = Command::new(env!("CARGO_BIN_EXE_rapporteur")).args(asked).output().unwrap();
        let page =
            if language == ENGLISH { "docs/rules.md".to_owned() } else { format!("docs/rules.{}.md", language.code) };
        is_made(&page, &String::from_utf8(all.stdout).unwrap());
    }
}

#[test]
fn neovims_help_has_those_of_the_server() {
    let paragraphs = of_the_server().map(|key| {
        let note = if key.note.is_empty() { String::new() } else { format!(" {}", key.note) };
        filled(&format!("{}: {}.{note}", key.name, key.does).replace('`', "\""), 78) + "\n"
    });
    let (from, to) = ("These are the settings:\n\n", "They go into your |init.lua|");
    let name = "editors/neovim/doc/rapporteur.txt";
    is_made(name, &with_middle(name, from, &paragraphs.collect::<String>(), to));
}

#[test]
fn emacs_has_those_of_the_server() {
    let paragraphs = of_the_server().map(|key| {
        let note = if key.note.is_empty() { String::new() } else { format!(" {}", key.note) };
        filled(&format!("{}: {}.{note}", key.name, key.does).replace('`', ""), 78) + "\n"
    });
    let (from, to) = ("These are the settings:\n\n", "They are told to a running server");
    let name = "editors/emacs/rapporteur.el";
    is_made(name, &with_middle(name, from, &paragraphs.collect::<String>(), to));
}

/// The files that VS Code hands over in a browser are those that the index takes, and as large ones.
#[test]
fn a_browser_hands_over_what_is_read_on_a_computer() {
    let wanted = file("editors/vscode/src/browser/wanted.ts");
    let (_, rest) = wanted.split_once("const TEXTS: Record<string, number> = {\n").unwrap();
    let (listed, _) = rest.split_once("\n};").unwrap();
    let listed: BTreeSet<String> = listed.lines().map(|line| line.trim().to_owned()).collect();
    let indexed = FORMATS.iter().filter_map(|format| Some((format, format.indexed_limit?)));
    let read = indexed.flat_map(|(format, limit)| {
        let name = if FileFormat::is_document(format.beside(Path::new("a")).as_path()) { "PACKAGE" } else { "TEXT" };
        assert!(wanted.contains(&format!("const LARGEST_{name} = {} << 20;", limit >> 20)), "{}", format.name);
        format.endings.iter().map(move |ending| format!("{ending}: LARGEST_{name},"))
    });
    assert_eq!(listed, read.collect::<BTreeSet<String>>());
}

/// What is said of settings on pages with no table of their own is about settings that there are.
#[test]
fn no_page_names_a_setting_that_there_is_not() {
    let editors =
        ["emacs/README.md", "emacs/rapporteur.el", "helix/README.md", "helix/languages.toml", "neovim/README.md"];
    let others = ["zed", "kate", "sublime-text", "jetbrains"].map(|editor| format!("docs/editors/{editor}.md"));
    let pages = editors.map(|page| format!("editors/{page}")).into_iter().chain(others).chain(["README.md".to_owned()]);
    let docs = std::fs::read_dir(path("docs")).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let pages = pages.chain(
        docs.filter(|name| name.ends_with(".md") && !name.starts_with("rules")).map(|name| format!("docs/{name}")),
    );
    for page in pages {
        let text = file(&page).split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(!text.contains("all rules are checked"), "{page}: the groups that are on are");
        for name in text.split("`rapporteur.").skip(1).filter_map(|rest| rest.split('`').next()) {
            let is_setting = KEYS.iter().any(|key| key.name == name);
            let is_command = !name.contains('.') && name.chars().any(char::is_uppercase);
            assert!(is_setting || is_command || FILES.contains(&name), "{page}: rapporteur.{name}");
        }
    }
}

/// What stands behind `rapporteur.` and is a file or a command in small letters.
const FILES: [&str; 4] = ["toml", "el", "lua", "unwrap"];

/// A paragraph in lines of no more columns than that.
fn filled(text: &str, columns: usize) -> String {
    let (mut filled, mut column) = (String::new(), 0);
    for word in text.split(' ') {
        let length = word.chars().count();
        if column > 0 && column + 1 + length > columns {
            filled.push('\n');
            column = 0;
        } else if column > 0 {
            filled.push(' ');
            column += 1;
        }
        filled.push_str(word);
        column += length;
    }
    filled + "\n"
}

//! What the house promises of its rooms: who may name whose types, and that nothing goes out of the house.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// All files below a folder of the repository, by their path in it.
fn below(folder: &str) -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let (mut folders, mut files) = (vec![root.clone()], Vec::new());
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path: PathBuf = entry.unwrap().path();
            if path.is_dir() && path.file_name().is_some_and(|name| name != "node_modules") {
                folders.push(path);
            } else if path.is_file() {
                files.push(path.strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/"));
            }
        }
    }
    files
}

/// All source files, by their path below `src/`.
fn sources() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let names = below("src").into_iter().filter(|name| name.ends_with(".rs"));
    let sources: Vec<_> = names.map(|name| (name.clone(), fs::read_to_string(root.join(name)).unwrap())).collect();
    assert!(sources.len() > 20, "the sources are found");
    sources
}

/// Fails for every source outside of `room` that names one of `words` outside of its comments.
fn only_in(room: &str, words: &[&str]) {
    for (name, source) in sources() {
        for (number, line) in source.lines().enumerate().filter(|(_, line)| !line.trim_start().starts_with("//")) {
            let named = words.iter().find(|word| line.contains(**word));
            assert!(name.starts_with(room) || named.is_none(), "{name}:{}: {named:?}", number + 1);
        }
    }
}

#[test]
fn only_the_server_names_the_protocols_types() {
    only_in("server/", &["tower_lsp", "ls_types", "tokio"]);
}

#[test]
fn only_the_text_room_names_the_ropes() {
    only_in("text/", &["ropey", "Rope::"]);
}

/// The rooms, and which others each may use beside `script` and `messages`, as the map of the house has them.
const MAY_USE: [(&str, &[&str]); 22] = [
    ("script", &[]),
    ("messages", &[]),
    ("text", &[]),
    ("source", &["text"]),
    ("symbol", &[]),
    ("language", &["symbol"]),
    ("draft", &["source", "symbol", "language"]),
    ("compare", &["symbol", "language", "draft"]),
    ("workspace", &["text", "source", "symbol", "language", "draft"]),
    ("library", &["symbol", "language", "draft", "workspace"]),
    ("rules", &["symbol", "language", "draft", "compare", "library"]),
    ("config", &["text", "source", "language", "draft", "rules", "library"]),
    ("document", &["text", "source", "language", "draft", "compare", "workspace", "library", "rules", "config"]),
    ("revise", &["source", "symbol", "language", "draft"]),
    ("publish", &["source", "symbol", "language", "draft", "revise"]),
    (
        "report",
        &[
            "text",
            "source",
            "symbol",
            "language",
            "draft",
            "compare",
            "workspace",
            "library",
            "rules",
            "config",
            "revise",
            "publish",
        ],
    ),
    ("complete", &["symbol", "language", "draft", "workspace", "library"]),
    ("agreed", &["text", "symbol", "language", "draft", "compare", "workspace", "library"]),
    ("assist", &["symbol", "language", "draft", "compare", "workspace", "library", "agreed"]),
    (
        "server",
        &[
            "text",
            "source",
            "symbol",
            "language",
            "draft",
            "compare",
            "workspace",
            "library",
            "agreed",
            "rules",
            "config",
            "document",
            "revise",
            "publish",
            "complete",
            "assist",
        ],
    ),
    ("api", &["text", "source", "symbol", "language", "draft", "workspace", "library", "rules"]),
    (
        "cli",
        &[
            "text",
            "source",
            "symbol",
            "language",
            "draft",
            "compare",
            "workspace",
            "library",
            "agreed",
            "rules",
            "config",
            "revise",
            "publish",
            "report",
            "assist",
            "server",
        ],
    ),
];

/// The ground floor, which every room may use.
const GROUND: [&str; 2] = ["script", "messages"];

#[test]
fn data_flows_one_way_through_the_rooms() {
    for (name, source) in sources() {
        let Some((room, may_use)) = MAY_USE.iter().find(|(room, _)| name.starts_with(&format!("{room}/"))) else {
            continue;
        };
        // The command line is a program of its own, which names the library as everybody else does.
        let root = if *room == "cli" { "rapporteur" } else { "crate" };
        for path in paths_in(&code_of(&source)).into_iter().filter(|path| path.first().is_some_and(|it| it == root)) {
            let Some(other) =
                MAY_USE.iter().map(|(other, _)| *other).find(|other| Some(*other) == path.get(1).map(String::as_str))
            else {
                continue;
            };
            let may = other == *room || GROUND.contains(&other) || may_use.contains(&other);
            assert!(may, "{name}: {room} must not use {other}");
        }
    }
}

#[test]
fn the_map_of_the_house_has_the_rooms_and_what_they_may_use() {
    let map = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lib.rs")).unwrap();
    for (room, may_use) in MAY_USE.iter().filter(|(room, _)| !["server", "cli"].contains(room)) {
        let row = map.lines().find(|line| line.starts_with(&format!("//! | [`{room}`] |")));
        let row = row.unwrap_or_else(|| panic!("src/lib.rs has no row for {room}"));
        let listed = row.split('|').nth(3).unwrap();
        let listed: Vec<&str> = listed.split('`').skip(1).step_by(2).collect();
        assert_eq!(listed, *may_use, "what {room} may use");
    }
}

#[test]
fn an_open_document_is_known_and_reported_without_files_threads_and_time() {
    let is_without = |name: &str| ["document/", "report/"].iter().any(|room| name.starts_with(room));
    for (name, source) in sources().into_iter().filter(|(name, _)| is_without(name)) {
        for word in ["std::fs", "std::thread", "std::time", "std::env", "rayon", "Instant"] {
            assert!(!code_of(&source).contains(word), "{name} names {word}");
        }
    }
}

/// The code of a source up to its tests, without comments.
fn code_of(source: &str) -> String {
    let code = source.split("\nmod tests {").next().unwrap_or_default();
    let lines = code.lines().filter(|line| !line.trim_start().starts_with("//"));
    lines.flat_map(|line| [line.split(" // ").next().unwrap_or_default(), "\n"]).collect()
}

/// The paths that begin in the crate, in this module or in the one around it, be it in a `use` (with all that stands in its
/// braces) or in the midst of the code.
fn paths_in(code: &str) -> Vec<Vec<String>> {
    let mut paths = Vec::new();
    for root in ["crate", "super", "self", "rapporteur"] {
        for (at, _) in code.match_indices(&format!("{root}::")) {
            let before = code[..at].chars().next_back();
            if !before.is_some_and(|c| c.is_alphanumeric() || "_:".contains(c)) {
                branches(&code[at..], &[], &mut paths);
            }
        }
    }
    paths
}

/// Adds the paths of a `use` tree at the beginning of some code to others, each below `stem`. Gives what follows the tree.
fn branches<'a>(code: &'a str, stem: &[String], paths: &mut Vec<Vec<String>>) -> &'a str {
    let code = code.trim_start();
    if let Some(mut rest) = code.strip_prefix('{') {
        loop {
            rest = rest.trim_start().trim_start_matches(',').trim_start();
            if let Some(behind) = rest.strip_prefix('}') {
                return behind;
            }
            let behind = branches(rest, stem, paths);
            // Code that is no tree, such as a block behind a path, ends it.
            if behind.len() == rest.len() {
                return behind;
            }
            rest = behind;
        }
    }
    let end = code.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(code.len());
    let (word, rest) = code.split_at(end);
    let path: Vec<String> = stem.iter().cloned().chain(Some(word.to_owned()).filter(|word| !word.is_empty())).collect();
    match rest.strip_prefix("::") {
        Some(rest) => branches(rest, &path, paths),
        None => {
            paths.push(path);
            let rest = rest.strip_prefix('*').unwrap_or(rest);
            let renamed = rest.trim_start().strip_prefix("as ");
            renamed.map_or(rest, |rest| rest.trim_start_matches(|c: char| c.is_alphanumeric() || c == '_'))
        }
    }
}

#[test]
fn paths_are_found_in_trees_and_in_the_midst_of_the_code() {
    let code = "use super::{a, b::{self, C as D},\n  d::e,\n};\nuse crate::server::f;\nlet x = crate::g::h(super::i::J { k });";
    let found: Vec<String> = paths_in(code).iter().map(|path| path.join("::")).collect();
    let wanted =
        ["crate::server::f", "crate::g::h", "super::a", "super::b::self", "super::b::C", "super::d::e", "super::i::J"];
    assert_eq!(found, wanted);
}

/// The files of the server, and which others each uses. A `mod.rs` uses the files that it declares.
fn server_files() -> BTreeMap<String, BTreeSet<String>> {
    let files: BTreeMap<String, String> =
        sources().into_iter().filter(|(name, _)| name.starts_with("server/")).collect();
    let module = |name: &str| -> Vec<String> {
        let path = name.trim_end_matches(".rs").trim_end_matches("/mod");
        path.split('/').map(str::to_owned).collect()
    };
    let file_of: BTreeMap<Vec<String>, String> = files.keys().map(|name| (module(name), name.clone())).collect();
    let mut uses: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (name, source) in &files {
        let (code, own) = (code_of(source), module(name));
        let used = uses.entry(name.clone()).or_default();
        for declared in
            code.lines().filter_map(|line| line.trim_start_matches("pub ").strip_prefix("mod ")?.strip_suffix(';'))
        {
            let path: Vec<String> = own.iter().cloned().chain([declared.to_owned()]).collect();
            used.extend(file_of.get(&path).cloned());
        }
        for path in paths_in(&code) {
            let mut place = own.clone();
            let mut segments = path.into_iter().peekable();
            match segments.next().as_deref() {
                Some("crate") => place.clear(),
                Some("super") => {
                    place.pop();
                    while segments.next_if(|segment| segment == "super").is_some() {
                        place.pop();
                    }
                }
                _ => {}
            }
            place.extend(segments.filter(|segment| segment != "self"));
            // The innermost module on the path; what follows is a name in it.
            let file = (1..=place.len()).rev().find_map(|length| file_of.get(&place[..length]));
            used.extend(file.filter(|file| *file != name).cloned());
        }
    }
    uses
}

#[test]
fn no_files_of_the_server_use_each_other_in_a_circle() {
    /// Goes on from the last file on the way; gives a circle if there is one.
    fn circle(
        uses: &BTreeMap<String, BTreeSet<String>>,
        way: &mut Vec<String>,
        done: &mut BTreeSet<String>,
    ) -> Option<Vec<String>> {
        let file = way.last()?.clone();
        for next in uses.get(&file).into_iter().flatten() {
            if let Some(begins) = way.iter().position(|file| file == next) {
                return Some(way[begins..].iter().chain([next]).cloned().collect());
            }
            if !done.contains(next) {
                way.push(next.clone());
                let found = circle(uses, way, done);
                if found.is_some() {
                    return found;
                }
                way.pop();
            }
        }
        done.insert(file);
        None
    }
    let uses = server_files();
    assert!(uses.len() > 40 && uses.values().map(BTreeSet::len).sum::<usize>() > 100, "the files and uses are found");
    let mut done = BTreeSet::new();
    for file in uses.keys() {
        let found = circle(&uses, &mut vec![file.clone()], &mut done);
        assert!(found.is_none(), "these use each other: {}", found.unwrap_or_default().join(" → "));
    }
    let (a, b) = ("a".to_owned(), "b".to_owned());
    let tied = BTreeMap::from([(a.clone(), BTreeSet::from([b.clone()])), (b, BTreeSet::from([a.clone()]))]);
    assert!(circle(&tied, &mut vec![a], &mut BTreeSet::new()).is_some(), "a circle is found");
}

#[test]
fn no_handler_uses_another() {
    // A request's file, or the folder of its files.
    let handler = |file: &str| {
        let below = file.strip_prefix("server/handlers/")?;
        below.split(['/', '.']).next().filter(|name| *name != "mod").map(str::to_owned)
    };
    for (file, uses) in server_files() {
        let Some(own) = handler(&file) else { continue };
        for other in uses.iter().filter_map(|used| handler(used)) {
            assert_eq!(own, other, "{file} uses the handler {other}");
        }
    }
}

/// Files that another one is built without: they stand in its place, and have its names.
const STAND_INS: [&str; 6] = [
    "library/no_store.rs",
    "server/given_pages.rs",
    "server/no_agreed.rs",
    "server/no_stored_library.rs",
    "server/tasks_of_a_page.rs",
    "workspace/given_files.rs",
];

/// A type that has a name of its own is understood wherever it is met.
#[test]
fn no_two_types_have_one_name() {
    let mut files: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let counted = |name: &str| !name.contains("tests") && !STAND_INS.contains(&name);
    for (name, source) in sources().into_iter().filter(|(name, _)| counted(name)) {
        for line in code_of(&source).lines() {
            let is_inside = line.starts_with(' ');
            let line = line.trim_start().trim_start_matches("pub").trim_start();
            let line = line.strip_prefix('(').and_then(|line| line.split_once(") ")).map_or(line, |(_, line)| line);
            let mut words = line.split(|c: char| !c.is_alphanumeric() && c != '_');
            let (kind, called) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
            // In a block, `type` is what belongs to a trait.
            let is_type = ["struct", "enum", "trait", "union"].contains(&kind) || kind == "type" && !is_inside;
            if is_type && called.starts_with(char::is_uppercase) {
                files.entry(called.to_owned()).or_default().insert(name.clone());
            }
        }
    }
    assert!(files.len() > 300, "the types are found");
    for (called, files) in &files {
        assert!(files.len() == 1, "{called} is the name of several types: {files:?}");
    }
}

/// All that is told has an id of its own, by which it is translated: a rule's begins with the rule's name. That its text
/// has places for its arguments is seen when it is compiled.
#[test]
fn every_message_has_an_id_of_its_own() {
    let ids: Vec<&str> = rapporteur::all_messages().map(|template| template.id).collect();
    assert!(ids.len() > 200, "the messages are found: {}", ids.len());
    for (at, id) in ids.iter().enumerate() {
        assert!(!ids[..at].contains(id), "{id} is used twice");
        assert!(
            id.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"-._".contains(&byte)),
            "{id}"
        );
    }
    for rule in rapporteur::rules::ALL {
        assert!(!rule.messages.is_empty() || rule.code.ends_with("-punctuation"), "{} tells nothing", rule.code);
        for template in rule.messages {
            assert!(template.id.starts_with(&format!("{}.", rule.code)), "{} in {}", template.id, rule.code);
        }
    }
}

/// What isn't on the list of messages can't be translated.
#[test]
fn the_list_of_messages_has_all_of_them() {
    let listed: Vec<&str> = rapporteur::all_messages().map(|template| template.id).collect();
    // The command line and tests are no part of the library.
    for (name, source) in sources().into_iter().filter(|(name, _)| !name.starts_with("cli/")) {
        for (_, block) in
            source.match_indices("crate::messages! {\n").map(|(at, start)| source.split_at(at + start.len()))
        {
            let prefix = block.trim_start().trim_start_matches('"').split('"').next().unwrap();
            let is_listed = listed.iter().any(|id| id.starts_with(&format!("{prefix}.")));
            assert!(is_listed || ["test", "broken", "harbour"].contains(&prefix), "{name}: {prefix}");
        }
    }
}

/// A finding's words come of a template that stands in the room of messages' form, and nowhere are they made by hand.
#[test]
fn only_the_messages_room_makes_messages() {
    only_in("messages/", &["Template::new", "Message::new", "Template {"]);
}

/// Files that are no drafts, and who opens them.
const OPENS_OTHER_FILES: [&str; 3] = [
    // Tables to import.
    "library/store/",
    "cli/library/import.rs",
    // Pages that the program made itself.
    "server/page_files.rs",
];

/// What names files of `examples/`, which are no endings of others.
const NAMES_EXAMPLES: &str = "cli/try_out.rs";

#[test]
fn only_the_source_room_opens_drafts_and_knows_their_endings() {
    let opening = ["File::open", "fs::read(", "read_to_string("];
    let endings = ["\"md\"", "\"txt\"", "\"xml\"", "\"pdf\"", "\"docx\"", ".resolution.txt", "{txt,"];
    for (name, source) in sources().into_iter().filter(|(name, _)| !name.starts_with("source/")) {
        // Tests make files of their own.
        let program = source.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
        for (number, line) in program.lines().enumerate().filter(|(_, line)| !line.trim_start().starts_with("//")) {
            let opens = opening.iter().find(|word| line.contains(**word));
            let other = OPENS_OTHER_FILES.iter().any(|file| name.starts_with(file));
            assert!(opens.is_none() || other, "{name}:{}: {opens:?}", number + 1);
            let ending = endings.iter().find(|word| line.contains(**word));
            assert!(ending.is_none() || name == NAMES_EXAMPLES, "{name}:{}: {ending:?}", number + 1);
        }
    }
}

#[test]
fn nothing_opens_a_network_connection() {
    only_in("nowhere", &["std::net", "tokio::net", "TcpStream", "UdpSocket", "reqwest", "hyper::", "use hyper;"]);
}

/// The integration tests' binaries: what goes through the program, measures on real texts, what has an allocator of
/// its own, and what counts every panic of its process.
const BINARIES: [&str; 4] = ["corpus/main.rs", "fuzzed/main.rs", "linear.rs", "program/main.rs"];

/// Each binary links the whole library again, which costs more than most of its tests.
#[test]
fn integration_tests_are_built_into_four_binaries() {
    let mut targets = Vec::new();
    for path in below("tests") {
        let parts: Vec<&str> = path.split('/').collect();
        if matches!(parts[..], [file] if file.ends_with(".rs")) || matches!(parts[..], [_, "main.rs"]) {
            targets.push(path);
        }
    }
    targets.sort();
    assert_eq!(targets, BINARIES);
}

/// A file that no `mod` names is not compiled, and its tests would be missed by nobody.
#[test]
fn every_file_of_the_tests_is_a_module() {
    for path in below("tests").iter().filter(|path| path.ends_with(".rs") && !BINARIES.contains(&path.as_str())) {
        let (folder, file) = path.rsplit_once('/').unwrap();
        let (owner, name) = match file {
            "mod.rs" => folder.rsplit_once('/').unwrap_or(("", folder)),
            _ => (folder, file.trim_end_matches(".rs")),
        };
        let owners = ["main.rs", "mod.rs"].map(|main| format!("{owner}/{main}"));
        // What several binaries share stands in a folder that is none of theirs.
        let shared = ["", "support"].contains(&owner);
        let owners: Vec<&str> = if shared { BINARIES.to_vec() } else { owners.iter().map(String::as_str).collect() };
        let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
        let named = owners.iter().filter_map(|owner| fs::read_to_string(tests.join(owner)).ok());
        let declared = format!("mod {name};");
        let mut lines = named.flat_map(|main| main.lines().map(str::to_owned).collect::<Vec<_>>());
        assert!(lines.any(|line| line.trim_start_matches("pub ") == declared), "{path} is in no binary");
    }
}

/// A source without its comments and its tests, line by line with the lines' numbers.
fn code(source: &str) -> Vec<(usize, String)> {
    let tests = source.find("#[cfg(test)]\nmod tests {").unwrap_or(source.len());
    let lines = source[..tests].lines().enumerate();
    let bare = |line: &str| line.split(" // ").next().unwrap_or_default().to_owned();
    lines.filter(|(_, line)| !line.trim_start().starts_with("//")).map(|(at, line)| (at + 1, bare(line))).collect()
}

/// Whether a character is punctuation, a digit or a numeral of a script, and none of ASCII.
fn is_of_a_script(c: char) -> bool {
    "，、；：。．？！،؛؟".contains(c)
        || "一二三四五六七八九十百㈠㈩".contains(c)
        || matches!(c, '０'..='９' | '٠'..='٩' | '۰'..='۹' | '⁰' | '¹' | '²' | '³' | '⁴'..='⁹')
}

/// Sources that may hold such characters: the two rooms whose they are, names of instruments in six languages, an
/// example that is shown to the user, and the drafts of tests.
const MAY_HOLD_CHARACTERS: [&str; 4] = ["script/", "language/", "library/known/tables/", "config/keys.rs"];

#[test]
fn characters_of_scripts_stand_in_their_room() {
    let mut looked_at = 0;
    for (name, source) in sources() {
        let tests =
            name.split(['/', '.']).any(|part| part.starts_with("tests") || part == "testing" || part == "fixture");
        if tests || MAY_HOLD_CHARACTERS.iter().any(|place| name.starts_with(place)) {
            continue;
        }
        looked_at += 1;
        for (number, line) in code(&source) {
            let found: String = line.chars().filter(|c| is_of_a_script(*c)).collect();
            assert!(found.is_empty(), "{name}:{number}: {found} belongs to src/script or src/language");
        }
    }
    assert!(looked_at > 200);
}

#[test]
fn tests_that_documents_name_are_there() {
    let read = |path: &str| fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap();
    let guide = read("docs/safety.md");
    // [`name`](../path)
    let named = guide.split("[`").skip(1).map(|rest| {
        let (name, rest) = rest.split_once("`](../").unwrap_or_else(|| panic!("no link: {}", &rest[..40]));
        (name, rest.split_once(')').unwrap().0)
    });
    let mut count = 0;
    for (name, path) in named {
        let begins = format!("fn {name}(");
        assert!(read(path).contains(&begins), "docs/safety.md names {name}, which is not in {path}");
        count += 1;
    }
    assert!(count > 50, "{count}");
    // Each point has a guard.
    let unguarded = guide.lines().filter(|line| line.starts_with("| ") && !line.starts_with("| ---"));
    let unguarded = unguarded.filter(|line| !line.contains("[`") && !line.ends_with("| guarded by |"));
    assert_eq!(unguarded.collect::<Vec<_>>(), [""; 0]);
}

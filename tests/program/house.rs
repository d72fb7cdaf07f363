//! What the house promises of its rooms: who may name whose types, and that nothing goes out of the house.

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

/// The rooms, and which others each may use beside `script`, as the map of the house has them.
const MAY_USE: [(&str, &[&str]); 11] = [
    ("script", &[]),
    ("text", &[]),
    ("symbol", &[]),
    ("language", &["symbol"]),
    ("draft", &["symbol", "language"]),
    ("rules", &["symbol", "language", "draft", "library"]),
    ("config", &["text", "language", "draft", "rules", "library"]),
    ("library", &["text", "symbol", "language", "draft"]),
    ("revise", &["symbol", "language", "draft"]),
    ("complete", &["symbol", "language", "draft", "library"]),
    ("assist", &["symbol", "language", "draft", "library"]),
];

#[test]
fn data_flows_one_way_through_the_rooms() {
    let rooms = MAY_USE.map(|(room, _)| room);
    for (name, source) in sources() {
        let Some((room, may_use)) = MAY_USE.iter().find(|(room, _)| name.starts_with(&format!("{room}/"))) else {
            continue;
        };
        for (number, line) in source.lines().enumerate().filter(|(_, line)| !line.trim_start().starts_with("//")) {
            // The ground floor is under all of them.
            let used = |other: &str| other == *room || other == "script" || may_use.contains(&other);
            for other in rooms.iter().chain(&["server", "cli"]).filter(|other| !used(other)) {
                let named = line.contains(&format!("crate::{other}"));
                assert!(!named, "{name}:{}: {room} must not use {other}", number + 1);
            }
        }
    }
}

#[test]
fn nothing_opens_a_network_connection() {
    only_in("nowhere", &["std::net", "tokio::net", "TcpStream", "UdpSocket", "reqwest", "hyper"]);
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

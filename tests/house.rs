//! What the house promises of its rooms: who may name whose types, and that nothing goes out of the house.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// All source files, by their path below `src/`.
fn sources() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let (mut folders, mut sources) = (vec![root.clone()], Vec::new());
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path: PathBuf = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let name = path.strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/");
                sources.push((name, fs::read_to_string(path).unwrap()));
            }
        }
    }
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

/// What lower rooms take from higher ones: which characters are Chinese writing, and how a note's number is raised.
const BORROWED: [(&str, &str); 2] = [
    ("symbol/scan.rs", "use crate::draft::flow::is_wide;"),
    ("source/akoma_ntoso.rs", "use crate::draft::superscript;"),
];

/// The rooms, and which others each may use, as the map of the house has them.
const MAY_USE: [(&str, &[&str]); 13] = [
    ("text", &[]),
    ("source", &["text"]),
    ("symbol", &[]),
    ("language", &["symbol"]),
    ("draft", &["source", "symbol", "language"]),
    ("workspace", &["text", "source", "symbol", "language", "draft"]),
    ("library", &["symbol", "language", "draft", "workspace"]),
    ("rules", &["symbol", "language", "draft", "library"]),
    ("config", &["text", "source", "language", "draft", "rules", "library"]),
    ("revise", &["symbol", "language", "draft"]),
    ("complete", &["symbol", "language", "draft", "workspace", "library"]),
    ("assist", &["symbol", "language", "draft", "workspace", "library"]),
    (
        "cli",
        &[
            "text",
            "source",
            "symbol",
            "language",
            "draft",
            "workspace",
            "library",
            "rules",
            "config",
            "revise",
            "assist",
            "server",
        ],
    ),
];

/// The rooms that a source names, each with its line: `crate::room` and `crate::{room, other::{…}}`.
fn rooms_named(source: &str, root: &str) -> Vec<(usize, String)> {
    let is_name = |c: char| c.is_alphanumeric() || c == '_';
    let lines = source.lines().map(|line| if line.trim_start().starts_with("//") { "" } else { line });
    let source = lines.collect::<Vec<_>>().join("\n");
    let mut named = Vec::new();
    for (at, found) in source.match_indices(&format!("{root}::")) {
        if source[..at].ends_with(is_name) {
            continue;
        }
        let line = source[..at].lines().count().max(1);
        let rest = &source[at + found.len()..];
        let first = |rest: &str| rest.trim_start().split(|c| !is_name(c)).next().unwrap_or_default().to_owned();
        let Some(tree) = rest.strip_prefix('{') else {
            named.push((line, first(rest)));
            continue;
        };
        let (mut depth, mut begins) = (0, true);
        for (i, c) in tree.char_indices() {
            match c {
                '{' => depth += 1,
                '}' if depth == 0 => break,
                '}' => depth -= 1,
                ',' if depth == 0 => begins = true,
                _ if begins && is_name(c) => {
                    named.push((line, first(&tree[i..])));
                    begins = false;
                }
                _ => {}
            }
        }
    }
    named
}

#[test]
fn rooms_are_seen_in_any_way_of_naming_them() {
    let source =
        "use crate::draft::Draft;\n// crate::server\nuse crate::{\n    library::{self, known},\n    symbol,\n};\n";
    let named = |line: usize, room: &str| (line, room.to_owned());
    assert_eq!(rooms_named(source, "crate"), [named(1, "draft"), named(3, "library"), named(3, "symbol")]);
}

#[test]
fn data_flows_one_way_through_the_rooms() {
    let rooms = MAY_USE.map(|(room, _)| room);
    for (name, source) in sources() {
        let Some((room, may_use)) = MAY_USE.iter().find(|(room, _)| name.starts_with(&format!("{room}/"))) else {
            continue;
        };
        let root = if *room == "cli" { "rapporteur" } else { "crate" };
        for (number, other) in rooms_named(&source, root) {
            let known = rooms.iter().chain(&["server"]).any(|known| *known == other);
            let allowed = !known || other == *room || may_use.contains(&other.as_str());
            let line = source.lines().nth(number - 1).unwrap_or_default().trim();
            assert!(
                allowed || BORROWED.contains(&(name.as_str(), line)),
                "{name}:{number}: {room} must not use {other}"
            );
        }
    }
}

#[test]
fn the_map_of_the_house_says_the_same() {
    let (_, map) = sources().into_iter().find(|(name, _)| name == "lib.rs").unwrap();
    for (room, may_use) in MAY_USE {
        let row = map.lines().find(|line| {
            line.starts_with(&format!("//! | [`{room}`]")) || line.starts_with(&format!("//! | `{room}`"))
        });
        let row = row.unwrap_or_else(|| panic!("{room} is not on the map"));
        let used = row.split('|').nth(3).unwrap_or_default();
        let used: Vec<&str> =
            used.split(", ").map(|room| room.trim_matches([' ', '|', '`'])).filter(|room| !room.is_empty()).collect();
        let all = used == ["all"];
        assert!(all || used == may_use, "{room}: the map says {used:?}");
    }
}

/// Files that are no drafts, and who opens them.
const OPENS_OTHER_FILES: [&str; 4] = [
    // `rapporteur.toml`.
    "config/find.rs",
    // Tables to import.
    "library/store/",
    "cli/library/import.rs",
    // Pages that the program made itself.
    "server/cards.rs",
];

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
            assert!(ending.is_none(), "{name}:{}: {ending:?}", number + 1);
        }
    }
}

/// Rooms whose type names mean one thing in the whole house.
const NAMED_ONCE: [&str; 5] = ["text/", "source/", "workspace/", "library/", "cli/"];

#[test]
fn a_type_name_means_one_thing() {
    // Each with its reason: both are what the nearest `rapporteur.toml` comes to, and go when its discovery is one.
    let known_twice = ["Settled"];
    let mut places: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (name, source) in sources() {
        for line in source.lines() {
            let item = line.trim_start().trim_start_matches("pub ").trim_start_matches("pub(super) ");
            let item = item.trim_start_matches("pub(crate) ");
            let declared = ["struct ", "enum ", "trait "].iter().find_map(|word| item.strip_prefix(word));
            if let Some(declared) = declared {
                let declared = declared.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
                places.entry(declared.to_owned()).or_default().push(name.clone());
            }
        }
    }
    for (name, files) in places.iter().filter(|(name, files)| files.len() > 1 && !known_twice.contains(&name.as_str()))
    {
        let ours = files.iter().any(|file| NAMED_ONCE.iter().any(|room| file.starts_with(room)));
        assert!(!ours, "{name} is declared in {files:?}");
    }
}

#[test]
fn nothing_opens_a_network_connection() {
    only_in("nowhere", &["std::net", "tokio::net", "TcpStream", "UdpSocket", "reqwest", "hyper"]);
}

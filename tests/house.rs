//! What the house promises of its rooms: who may name whose types, and that nothing goes out of the house.

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
const MAY_USE: [(&str, &[&str]); 11] = [
    ("text", &[]),
    ("source", &["text"]),
    ("symbol", &[]),
    ("language", &["symbol"]),
    ("draft", &["source", "symbol", "language"]),
    ("rules", &["symbol", "language", "draft", "library"]),
    ("config", &["text", "source", "language", "draft", "rules", "library"]),
    ("library", &["text", "source", "symbol", "language", "draft"]),
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
            for other in
                rooms.iter().chain(&["server", "cli"]).filter(|other| *other != room && !may_use.contains(other))
            {
                let named = line.contains(&format!("crate::{other}"));
                let borrowed = BORROWED.contains(&(name.as_str(), line.trim()));
                assert!(!named || borrowed, "{name}:{}: {room} must not use {other}", number + 1);
            }
        }
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

#[test]
fn nothing_opens_a_network_connection() {
    only_in("nowhere", &["std::net", "tokio::net", "TcpStream", "UdpSocket", "reqwest", "hyper"]);
}

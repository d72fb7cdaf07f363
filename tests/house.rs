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

/// The one thing that a lower room takes from a higher one: which characters are Chinese writing.
const BORROWED: (&str, &str) = ("symbol/scan.rs", "use crate::draft::flow::is_wide;");

/// The rooms, and which others each may use, as the map of the house has them; `messages` any of them.
const MAY_USE: [(&str, &[&str]); 11] = [
    ("messages", &[]),
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
            for other in
                rooms.iter().chain(&["server", "cli"]).filter(|other| *other != room && !may_use.contains(other))
            {
                if *other == "messages" {
                    continue;
                }
                let named = line.contains(&format!("crate::{other}"));
                let borrowed = (name.as_str(), line) == BORROWED;
                assert!(!named || borrowed, "{name}:{}: {room} must not use {other}", number + 1);
            }
        }
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

#[test]
fn nothing_opens_a_network_connection() {
    only_in("nowhere", &["std::net", "tokio::net", "TcpStream", "UdpSocket", "reqwest", "hyper"]);
}

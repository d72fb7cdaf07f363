//! Where words have stood before, asked on the command line.

use super::*;

const LIGHT: &str =
    "Calls upon Member States to light the lamps of their harbours at dusk and to keep them in good order;";

fn resolution(number: &str, paragraph: &str) -> String {
    format!(
        "{number}. Lamps\n\nThe General Assembly,\n\nRecalling the lamps of all harbours,\n\n1. {paragraph}\n\n2. Decides to rest.\n"
    )
}

fn desk(name: &str) -> Desk {
    Desk::new(&format!("find-{name}"))
        .with("texts/92.txt", resolution("92/14", LIGHT))
        .with("texts/93.txt", resolution("93/8", LIGHT))
        .with("texts/94.txt", resolution("94/2", &LIGHT.replace("at dusk", "at night")))
        .with("texts/notes.txt", "Lamps for lunch")
}

fn find(desk: &Desk, arguments: &[&str]) -> Ended {
    let mut command = desk.command(&[&["library", "find"], arguments].concat());
    command.env("RAPPORTEUR_CACHE", desk.path("cache"));
    Ended::of(command, b"")
}

#[test]
fn wordings_are_found_with_their_places_the_earliest_first() {
    let desk = desk("places");
    let found =
        find(&desk, &["--in", "texts", "to light the lamps of their harbours at dusk and to keep them in good order"]);
    assert_eq!((found.status, found.stderr.as_str()), (0, "4 files in the index of agreed language.\n"));
    let lines: Vec<&str> = found.stdout.lines().collect();
    assert_eq!(lines[0], "These words stand in 2 paragraphs.");
    assert!(lines[2].trim() == "the first time: A/RES/92/14, operative paragraph 1", "{}", found.stdout);
    assert!(lines[3].trim_end().ends_with("92.txt:7"), "{}", found.stdout);
    assert!(lines[4].trim() == "the last time: A/RES/93/8, operative paragraph 1", "{}", found.stdout);
    assert!(found.stdout.contains("in a hundred of these words stand in one paragraph."), "{}", found.stdout);

    let found = find(&desk, &["--in", "texts", "--format", "json", "--limit", "1", LIGHT]);
    let objects: Vec<Value> = found.stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let symbols: Vec<&str> = objects.iter().map(|object| object["symbol"].as_str().unwrap()).collect();
    assert_eq!(symbols, ["A/RES/92/14", "A/RES/93/8"]);
    assert_eq!(
        (&objects[0]["likeness"], &objects[0]["kind"], &objects[0]["path"]),
        (&json!(100), &json!("operative"), &json!("1"))
    );
}

#[test]
fn what_is_nowhere_and_folders_that_are_none_are_told() {
    let desk = desk("nowhere");
    let nothing = find(&desk, &["--in", "texts", "bells and buoys of the southern seas"]);
    assert_eq!(nothing.status, 1);
    assert!(
        nothing.stderr.contains("These words, or words like them, stand in none of the texts"),
        "{}",
        nothing.stderr
    );
    let none = find(&desk, &["--in", "nowhere", "lamps"]);
    assert!(none.status == 2 && none.stderr.contains("nowhere"), "{}", none.stderr);
}

#[test]
fn the_index_is_removed_with_the_cache() {
    let desk = desk("cleared");
    find(&desk, &["--in", "texts", "lamps"]);
    let index = desk.path("cache").join("agreed.sqlite");
    assert!(index.exists());
    let mut command = desk.command(&["cache", "clear"]);
    command.env("RAPPORTEUR_CACHE", desk.path("cache"));
    let cleared = Ended::of(command, b"");
    assert_eq!(cleared.status, 0, "{}", cleared.stderr);
    assert!(cleared.stderr.contains("Removed the index of agreed language") && !index.exists(), "{}", cleared.stderr);
}

//! Files that are no libraries, or not quite: they are named, and left as they are.

use std::fs;

use rusqlite::Connection;

use super::{imported, library};
use crate::desk::Desk;

/// What lies in the folder of the library, with its bytes.
fn folder(desk: &Desk) -> Vec<(String, Vec<u8>)> {
    let entries = fs::read_dir(desk.path("data")).unwrap().map(|entry| entry.unwrap());
    let mut files: Vec<_> =
        entries.map(|entry| (entry.file_name().into_string().unwrap(), fs::read(entry.path()).unwrap())).collect();
    files.sort();
    files
}

/// A library in which somebody changed something with another tool.
fn changed(name: &str, sql: &str) -> Desk {
    let desk = imported(name);
    let connection = Connection::open(desk.path("data/library.sqlite")).unwrap();
    connection.execute_batch(sql).unwrap();
    connection.close().unwrap();
    desk
}

#[track_caller]
fn is_refused_and_left_as_it_is(desk: &Desk) {
    let before = folder(desk);
    for arguments in [&["list"][..], &["search", "sky"], &["show", "91/7"], &["export"], &["import", "91.json"]] {
        let asked = library(desk, arguments);
        assert_eq!((asked.status, asked.stdout.as_str()), (2, ""), "{arguments:?}");
        let sentence = "data/library.sqlite: This is no library of Rapporteur.";
        assert!(asked.stderr.starts_with(sentence), "{arguments:?}: {}", asked.stderr);
        assert!(folder(desk) == before, "{arguments:?} changed something");
    }
}

#[test]
fn what_only_has_our_names_is_no_library() {
    for (name, sql) in [
        ("view", "ALTER TABLE instrument RENAME TO other; CREATE VIEW instrument AS SELECT * FROM other;"),
        ("virtual", "DROP TABLE related; CREATE VIRTUAL TABLE related USING fts5 (statement, role, symbol);"),
        ("shadow", "CREATE VIRTUAL TABLE more USING fts5 (words);"),
        ("trigger", "CREATE TRIGGER more AFTER INSERT ON title BEGIN DELETE FROM source; END;"),
        ("column", "ALTER TABLE title ADD COLUMN more TEXT GENERATED ALWAYS AS (upper(text));"),
        ("missing", "DROP TABLE state;"),
        ("other-id", "PRAGMA application_id = 7;"),
        ("no-id", "PRAGMA application_id = 0; PRAGMA user_version = 0;"),
    ] {
        is_refused_and_left_as_it_is(&changed(&format!("foreign-{name}"), sql));
    }
}

#[test]
fn the_database_of_another_program_is_left_as_it_is_with_what_lies_beside_it() {
    let desk = Desk::new("library-of-others").with("91.json", super::JSON_LINES).with("data/x", "");
    let file = desk.path("data/library.sqlite");
    // Its program is at work: what was written last is in a log beside it.
    let connection = Connection::open(&file).unwrap();
    connection
        .execute_batch("PRAGMA journal_mode = wal; CREATE TABLE lunch (dish TEXT); CREATE TABLE tea (cup);")
        .unwrap();
    connection.execute_batch("PRAGMA wal_checkpoint; INSERT INTO lunch VALUES ('soup');").unwrap();
    is_refused_and_left_as_it_is(&desk);
}

#[test]
fn what_other_tools_count_in_a_library_is_no_harm_and_reading_makes_no_files() {
    let desk = changed("counted", "ANALYZE;");
    let before = folder(&desk);
    for arguments in [&["list"][..], &["search", "sky"], &["export"]] {
        assert_eq!(library(&desk, arguments).status, 0);
    }
    assert!(folder(&desk) == before && before.len() == 1);
}

//! Imports that are killed, at each of their system calls where `strace` can do that, else at each of many instants.

use std::fs;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use super::library;
use crate::desk::Desk;

const FIRST: &str = "symbol,title_en,adopted\nA/RES/91/7,Protection of the sky,2036-12-03\n";
const SECOND: &str = "symbol,title_en,adopted\nA/RES/92/7,Protection of the lamps,2037-12-03\n";

/// The calls by which files are made, written and removed, and by which they are locked.
const CALLS: [&str; 6] = ["openat", "pwrite64", "ftruncate", "fdatasync", "fsync", "unlink"];

/// A moment of an import.
#[derive(Debug, Clone, Copy)]
enum Moment {
    /// Before a system call, by its name and how many of these came before it and with it.
    Call(&'static str, usize),
    /// So long after it began.
    After(Duration),
}

const IMPORT: [&str; 5] = ["library", "--library", "data/library.sqlite", "import", "table.csv"];

/// The import, under `strace` with these arguments.
fn traced(desk: &Desk, arguments: &[&str]) -> Command {
    let program = desk.command(&IMPORT);
    let mut command = Command::new("strace");
    command.args(arguments).arg(program.get_program()).args(program.get_args());
    command.current_dir(desk.path("")).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command
}

/// All moments of the import that waits on the desk, which is done meanwhile.
fn moments(desk: &Desk) -> Vec<Moment> {
    let done = traced(desk, &["-o", "calls"]).status();
    if done.is_ok_and(|status| status.success()) {
        let calls = fs::read_to_string(desk.path("calls")).unwrap();
        let count = |name: &str| calls.lines().filter(|line| line.starts_with(&format!("{name}("))).count();
        return CALLS.into_iter().flat_map(|name| (1..=count(name)).map(move |nth| Moment::Call(name, nth))).collect();
    }
    let begun = Instant::now();
    assert_eq!(desk.run(&IMPORT).status, 0);
    let whole = begun.elapsed();
    (0..60).map(|part| Moment::After(whole * part / 60)).collect()
}

fn kill_at(desk: &Desk, moment: Moment) {
    match moment {
        Moment::Call(name, nth) => {
            let kill = format!("inject={name}:signal=KILL:when={nth}");
            let ended = traced(desk, &["-o", "calls", "-e", &kill]).status().unwrap();
            assert!(!ended.success(), "{moment:?} did not come");
        }
        Moment::After(time) => {
            let mut child = desk.command(&IMPORT).spawn().unwrap();
            let begun = Instant::now();
            while begun.elapsed() < time {
                std::hint::spin_loop();
            }
            child.kill().unwrap();
            child.wait().unwrap();
        }
    }
}

/// What `library export` prints; nothing where there is no library.
fn exported(desk: &Desk, moment: Moment) -> String {
    let exported = library(desk, &["export"]);
    let none = exported.stderr.contains("There is no library yet.");
    assert!(exported.status == 0 || none, "{moment:?}: {}", exported.stderr);
    exported.stdout
}

/// Kills the import of a table at each moment, over a library with what is in `before`.
fn all_or_nothing(name: &str, before: Option<&str>, table: &str) {
    let desk = Desk::new(&format!("library-{name}")).with("data/x", "");
    fs::remove_file(desk.path("data/x")).unwrap();
    let desk = desk.with("table.csv", before.unwrap_or(table));
    if before.is_some() {
        assert_eq!(desk.run(&IMPORT).status, 0);
        fs::rename(desk.path("data/library.sqlite"), desk.path("old.sqlite")).unwrap();
    }
    let desk = desk.with("table.csv", table);
    let put_back = || {
        fs::remove_dir_all(desk.path("data")).unwrap();
        fs::create_dir(desk.path("data")).unwrap();
        if before.is_some() {
            fs::copy(desk.path("old.sqlite"), desk.path("data/library.sqlite")).unwrap();
        }
    };
    put_back();
    let old = if before.is_some() { library(&desk, &["export"]).stdout } else { String::new() };
    let moments = moments(&desk);
    let new = library(&desk, &["export"]).stdout;
    assert!(moments.len() > 20 && new.len() > old.len());
    for moment in moments {
        put_back();
        kill_at(&desk, moment);
        let left = exported(&desk, moment);
        assert!(left == old || left == new, "{moment:?}: {left}");
        assert_eq!(desk.run(&IMPORT).status, 0, "{moment:?}");
        assert_eq!(exported(&desk, moment), new, "{moment:?}");
        let files = fs::read_dir(desk.path("data")).unwrap().count();
        assert_eq!(files, 1, "{moment:?} left something beside the library");
    }
}

#[test]
fn a_first_import_that_is_killed_leaves_nothing_or_all_of_it() {
    all_or_nothing("killed-first", None, FIRST);
}

#[test]
fn an_import_that_is_killed_leaves_a_library_that_is_read_at_once() {
    all_or_nothing("killed", Some(FIRST), SECOND);
}

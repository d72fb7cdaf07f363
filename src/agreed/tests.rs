use std::path::PathBuf;

use super::*;
use crate::workspace::{IndexProgress, read_texts};

/// A folder with texts and an index of its own, removed at the end.
struct Desk {
    folder: PathBuf,
    index: AgreedIndex,
}

impl Desk {
    fn new(name: &str) -> Desk {
        let folder = std::env::temp_dir().join(format!("rapporteur-agreed-{name}-{}", std::process::id()));
        std::fs::create_dir_all(folder.join("texts")).unwrap();
        let index = AgreedIndex::at(&folder.join("cache").join("agreed.sqlite"));
        Desk { folder, index }
    }

    fn texts(&self) -> PathBuf {
        self.folder.join("texts")
    }

    fn put(&self, name: &str, text: &str) {
        std::fs::write(self.texts().join(name), text).unwrap();
    }

    /// Keeps up, and says how many texts were read.
    fn keep_up(&self) -> usize {
        let keeper = self.index.keep_up().unwrap();
        let work = IndexProgress::default();
        let wanted = std::sync::atomic::AtomicUsize::new(0);
        let wants = |path: &Path, stamp| {
            let wants = keeper.wants(path, stamp);
            wanted.fetch_add(wants.into(), std::sync::atomic::Ordering::Relaxed);
            wants
        };
        read_texts(&[self.texts()], &work, wants, &keeper);
        keeper.end(|_| true).unwrap();
        wanted.into_inner()
    }

    fn ask(&self, words: &str) -> Vec<AgreedWording> {
        self.index.ask(&Question { words, folders: &[self.texts()], except: None, limit: 10 }).unwrap()
    }

    /// What is found, in short: `100: A/RES/92/14 2`.
    fn found(&self, words: &str) -> Vec<String> {
        let place = |place: &AgreedPlace| format!("{} {}", place.symbol, place.path);
        let wording = |wording: AgreedWording| {
            let places: Vec<String> = wording.places.iter().map(place).collect();
            format!("{}: {}", wording.likeness, places.join(", "))
        };
        self.ask(words).into_iter().map(wording).collect()
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

fn resolution(number: &str, paragraphs: &[&str]) -> String {
    let mut text = format!("{number}. Lamps\n\nThe General Assembly,\n\nRecalling the lamps of all harbours,\n\n");
    for (at, paragraph) in paragraphs.iter().enumerate() {
        text += &format!("{}. {paragraph}\n\n", at + 1);
    }
    text
}

const LIGHT: &str =
    "Calls upon Member States to light the lamps of their harbours at dusk and to keep them in good order;";

#[test]
fn a_changed_file_is_looked_at_without_those_beside_it() {
    let desk = Desk::new("with");
    std::fs::create_dir_all(desk.texts().join("years")).unwrap();
    std::fs::create_dir_all(desk.texts().join("years-ago")).unwrap();
    for (name, number) in [("a.txt", "92/14"), ("years/b.txt", "91/7"), ("years-ago/c.txt", "90/3"), ("d.txt", "93/8")]
    {
        desk.put(name, &resolution(number, &[LIGHT]));
    }
    assert_eq!((desk.keep_up(), desk.index.texts().unwrap()), (4, 4));
    let known = |names: &[&str]| {
        let paths: Vec<PathBuf> = names.iter().map(|name| desk.texts().join(name)).collect();
        let keeper = desk.index.keep_up_with(&paths).unwrap();
        let mut known: Vec<String> =
            keeper.known().map(|path| path.rsplit(['/', '\\']).next().unwrap().to_owned()).collect();
        known.sort();
        keeper.end(|path| paths.iter().any(|around| path.starts_with(around))).unwrap();
        known
    };
    assert_eq!(known(&["a.txt"]), ["a.txt"]);
    assert_eq!(known(&["years"]), ["b.txt"]);
    assert_eq!(known(&["years/", "d.txt", "none.txt"]), ["b.txt", "d.txt"]);
    // What is gone is forgotten where it was looked at, and nowhere else.
    std::fs::remove_file(desk.texts().join("a.txt")).unwrap();
    std::fs::remove_file(desk.texts().join("d.txt")).unwrap();
    known(&["d.txt"]);
    assert_eq!(desk.index.texts().unwrap(), 3);
    desk.index.forget(&[desk.texts().join("years")]).unwrap();
    assert_eq!(desk.found(LIGHT), ["100: A/RES/90/3 1, A/RES/92/14 1"]);
}

#[test]
fn the_same_wording_is_found_in_all_texts_the_earliest_first() {
    let desk = Desk::new("same");
    desk.put("b.txt", &resolution("93/8", &["Decides to rest at noon today;", LIGHT]));
    desk.put("a.txt", &resolution("92/14", &[LIGHT, "Decides to remain seized of the matter."]));
    desk.put("draft.txt", LIGHT);
    assert_eq!(desk.keep_up(), 3);
    assert_eq!(desk.found(LIGHT), ["100: A/RES/92/14 1, A/RES/93/8 2"]);
    // Capitals and marks don't count, nor what stands around it.
    assert_eq!(desk.found("to LIGHT the lamps of their harbours, at dusk"), ["100: A/RES/92/14 1, A/RES/93/8 2"]);
    assert_eq!(desk.found("to put out the bells at sea"), [""; 0]);
    assert_eq!(desk.found("  "), [""; 0]);
}

#[test]
fn a_wording_with_two_other_words_is_like_it() {
    let desk = Desk::new("like");
    desk.put("a.txt", &resolution("92/14", &[LIGHT, "Decides to consider the bells of the harbours next year."]));
    desk.keep_up();
    let other = LIGHT.replace("Calls upon", "Urges all").replace("dusk", "night");
    let found = desk.found(&other);
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].ends_with(": A/RES/92/14 1") && !found[0].starts_with("100"), "{found:?}");
    // In Chinese, characters are compared.
    desk.put(
        "zh.txt",
        "92/15. 灯具\n\n大会，\n\n回顾港口的灯具，\n\n1. 促请会员国在黄昏时点亮港口的灯具并妥善维护这些灯具；\n",
    );
    desk.keep_up();
    assert_eq!(desk.found("促请会员国在夜晚时点亮港口的灯具并妥善维护这些灯具").len(), 1);
    assert_eq!(desk.found("点亮港口的灯具"), ["100: A/RES/92/15 1"]);
}

/// While the texts of one folder are still being read, another window may write what it has read.
#[test]
fn others_may_write_while_a_keeper_waits_for_more() {
    let desk = Desk::new("waits");
    desk.put("a.txt", &resolution("92/14", &[LIGHT]));
    let keeper = desk.index.keep_up().unwrap();
    read_texts(&[desk.texts()], &IndexProgress::default(), |_, _| true, &keeper);
    desk.put("b.txt", &resolution("93/8", &[LIGHT]));
    desk.keep_up();
    drop(keeper);
    assert_eq!(desk.found(LIGHT), ["100: A/RES/92/14 1, A/RES/93/8 1"]);
}

#[test]
fn what_changed_is_read_anew_and_what_is_gone_is_forgotten() {
    let desk = Desk::new("change");
    desk.put("a.txt", &resolution("92/14", &[LIGHT]));
    desk.put("b.txt", &resolution("93/8", &[LIGHT]));
    assert_eq!(desk.keep_up(), 2);
    assert_eq!(desk.keep_up(), 0);
    desk.put("a.txt", &resolution("92/14", &["Decides to put the lamps out before the night is over;"]));
    assert_eq!(desk.keep_up(), 1);
    assert_eq!(desk.found(LIGHT), ["100: A/RES/93/8 1"]);
    let kept = |words: &str| {
        let connection = Connection::open(desk.index.path()).unwrap();
        let count = "SELECT count(*) FROM wording WHERE said LIKE '%' || ? || '%'";
        connection.query_row(count, [words], |row| row.get::<_, i64>(0)).unwrap() > 0
    };
    assert!(kept("light the lamps of their harbours"));
    std::fs::remove_file(desk.texts().join("b.txt")).unwrap();
    desk.keep_up();
    assert_eq!(desk.found(LIGHT), [""; 0]);
    assert!(!kept("light the lamps of their harbours"), "what is gone is kept nowhere");
    desk.index.forget(&[desk.texts()]).unwrap();
    assert_eq!(desk.found("Decides to put the lamps out before the night is over"), [""; 0]);
}

#[test]
fn texts_of_other_folders_and_the_draft_itself_are_not_told() {
    let desk = Desk::new("folders");
    desk.put("a.txt", &resolution("92/14", &[LIGHT]));
    desk.keep_up();
    let (own, other) = (desk.texts().join("a.txt"), [desk.folder.join("elsewhere")]);
    let ask = |folders, except| desk.index.ask(&Question { words: LIGHT, folders, except, limit: 10 }).unwrap().len();
    let folders = [desk.texts()];
    assert_eq!((ask(&folders, None), ask(&folders, Some(own.as_path())), ask(&other, None)), (1, 0, 0));
}

#[test]
fn a_file_of_another_program_is_left_and_a_damaged_index_is_made_anew() {
    let desk = Desk::new("foreign");
    desk.put("a.txt", &resolution("92/14", &[LIGHT]));
    desk.keep_up();
    let path = desk.index.path().to_owned();
    assert!(desk.index.clear().unwrap() && !path.exists() && !desk.index.clear().unwrap());
    assert_eq!(desk.found(LIGHT), [""; 0]);

    std::fs::write(
        &path,
        "Notes for lunch, which are longer than the first bytes of a database have to be, and none of ours.",
    )
    .unwrap();
    let problem = desk.index.keep_up().unwrap_err().to_string();
    assert!(problem.contains("This is no index of Rapporteur’s"), "{problem}");
    assert!(desk.index.clear().is_err() && path.exists());
    std::fs::remove_file(&path).unwrap();

    desk.keep_up();
    let connection = Connection::open(&path).unwrap();
    connection.pragma_update(None, "user_version", 99).unwrap();
    drop(connection);
    assert_eq!((desk.keep_up(), desk.found(LIGHT).len()), (1, 1));
}

#[test]
#[cfg(unix)]
fn the_folder_of_the_index_is_private() {
    use std::os::unix::fs::PermissionsExt;
    let desk = Desk::new("private");
    desk.put("a.txt", &resolution("92/14", &[LIGHT]));
    desk.keep_up();
    let mode = std::fs::metadata(desk.folder.join("cache")).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o700);
}

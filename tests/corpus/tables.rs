//! All tables of the shared corpus, where it is there.

use crate::desk::Desk;
use crate::shared_corpus::{corpus, tables};

/// How many records of the voting table of 1946 to 2021 can't be read: a symbol that is missing, and one misspelt.
const BAD: usize = 2;

#[test]
fn the_corpus_tables_are_imported_and_imported_again() {
    let Some(corpus) = corpus() else { return };
    let files = tables(&corpus);
    assert!(files.len() >= 11, "{files:?}");
    let desk = Desk::new("library-corpus");
    let library = |arguments: &[&str]| desk.run(&[&["library", "--library", "l.sqlite"], arguments].concat());
    let names: Vec<&str> = std::iter::once("import").chain(files.iter().map(String::as_str)).collect();
    let first = library(&names);
    println!("{}{}", first.stdout, first.stderr);
    assert_eq!(first.status, 1, "{}", first.stderr);
    assert_eq!(first.stderr.matches("The record was skipped.").count(), BAD, "{}", first.stderr);
    let again = library(&names);
    assert!(again.stdout.lines().all(|line| line.contains("as before")), "{}", again.stdout);
    let listed = library(&["list"]);
    assert!(listed.stdout.lines().count() > 9_000, "{}", listed.stderr);
    for (words, symbol) in [("气候", "A/RES/77/165"), ("المناخ", "A/RES/77/165"), ("76/254", "A/RES/76/254")] {
        assert!(library(&["search", words]).stdout.contains(symbol), "{words}");
    }
}

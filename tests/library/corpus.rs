//! All tables of the shared corpus, where it is there.

use std::path::Path;

use crate::desk::Desk;
use crate::shared_corpus::corpus;

/// How many records of the voting table of 1946 to 2021 can't be read: a symbol that is missing, and one misspelt.
const BAD: usize = 2;

#[test]
fn the_corpus_tables_are_imported_and_imported_again() {
    let Some(corpus) = corpus() else { return };
    let tables = corpus.join("tables");
    let files: Vec<String> = ["un_json", "undl_marcxml_c3_78", "dhl_voting_format", ""]
        .into_iter()
        .flat_map(|folder| std::fs::read_dir(tables.join(folder)).unwrap())
        .map(|entry| entry.unwrap().path())
        .filter(|path| is_table(path))
        .map(|path| path.to_string_lossy().into_owned())
        .collect();
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

fn is_table(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let ending = path.extension().unwrap_or_default();
    ["json", "xml", "csv", "tsv"].iter().any(|known| ending == *known) && !name.starts_with("opening_phrases")
}

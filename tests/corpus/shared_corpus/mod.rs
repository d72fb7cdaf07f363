//! The corpus of real texts that the measures run on where it is there.

#![allow(dead_code)]

pub mod printed;

use std::path::{Path, PathBuf};

/// The folder of the corpus; where there is none, says that the test was skipped.
pub fn corpus() -> Option<PathBuf> {
    let folder = std::env::var_os("RAPPORTEUR_CORPUS")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus"), PathBuf::from);
    if folder.is_dir() {
        return Some(folder);
    }
    println!("skipped: there is no corpus in {}", folder.display());
    None
}

/// The tables of the corpus that a library can be made of.
pub fn tables(corpus: &Path) -> Vec<String> {
    let tables = corpus.join("tables");
    ["un_json", "undl_marcxml_c3_78", "dhl_voting_format", ""]
        .into_iter()
        .flat_map(|folder| std::fs::read_dir(tables.join(folder)).unwrap())
        .map(|entry| entry.unwrap().path())
        .filter(|path| is_table(path))
        .map(|path| path.to_string_lossy().into_owned())
        .collect()
}

/// Tables that were worked out of the texts to measure by, and that nobody imports.
const DERIVED: [&str; 2] = ["opening_phrases", "cited_facts"];

fn is_table(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let ending = path.extension().unwrap_or_default();
    ["json", "xml", "csv", "tsv"].iter().any(|known| ending == *known)
        && !DERIVED.iter().any(|derived| name.starts_with(derived))
}

/// The texts of a language among the adopted ones, in the order of their names.
pub fn adopted(corpus: &Path, language: &str) -> Vec<PathBuf> {
    let folder = std::fs::read_dir(corpus.join("adopted").join(language)).unwrap();
    let mut paths: Vec<PathBuf> = folder.map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "txt"));
    paths.sort();
    paths
}

//! Texts that are named by their symbols, among those of a folder.

use std::path::{Path, PathBuf};

use rapporteur::workspace::{IndexProgress, Instrument, WorkspaceIndex, index};

use super::super::interface::locale;
use super::super::named_language::named_language;
use super::super::named_symbol::named_symbol;

rapporteur::messages! {
    "cli.compare-symbols":
    not_here(symbol: symbol, folder: name) =
        "No text in {folder} is {symbol}. Name its file, or with `--in` the folder in which it lies.";
}

/// The files of what was named: a file itself, or the text in a folder with the symbol. A symbol alone, where a `series` is wanted,
/// stands for all texts at hand that lead up to it, each made of the one before.
///
/// # Errors
///
/// A sentence for the user, where a symbol has no text there, or no language has the code.
pub fn files(named: &[PathBuf], folder: &Path, code: &str, series: bool) -> Result<Vec<PathBuf>, String> {
    let symbol = |path: &PathBuf| path.to_str().filter(|_| !path.exists()).and_then(named_symbol);
    if named.iter().all(|path| symbol(path).is_none()) {
        return Ok(named.to_vec());
    }
    let language = named_language(code)?;
    let texts = texts_in(folder);
    let mut files = Vec::new();
    for path in named {
        let Some(symbol) = symbol(path) else {
            files.push(path.clone());
            continue;
        };
        let found = texts.find(&symbol, language);
        let found = found.ok_or_else(|| not_here(symbol.as_str(), folder.display().to_string()).text(locale()))?;
        if series && named.len() == 1 {
            return Ok(leading_to(&texts, &found));
        }
        files.push(found.path.clone());
    }
    Ok(files)
}

/// What the texts of a folder are, by their heads.
fn texts_in(folder: &Path) -> WorkspaceIndex {
    let texts = WorkspaceIndex::new();
    let work = IndexProgress::default();
    std::thread::scope(|scope| {
        // What they cite isn't asked for.
        let read = || index(&texts, &[folder.to_owned()], &work, |_| work.stop(), &());
        // A thread that panicked has said so, and what it found holds.
        let _ = scope.spawn(read).join();
    });
    texts
}

/// The files of the texts that lead up to one, each made of the one before it, the earliest first.
fn leading_to(texts: &WorkspaceIndex, last: &Instrument) -> Vec<PathBuf> {
    let mut files = vec![last.path.clone()];
    let mut read = texts.read(last);
    while let Some(text) = read.take() {
        let before = files.last().and_then(|own| texts.predecessor(Some(own), &text.draft));
        let Some(before) = before.filter(|before| !files.contains(&before.path)) else { break };
        files.push(before.path.clone());
        read = texts.read(&before);
    }
    files.reverse();
    files
}

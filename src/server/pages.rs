//! Read-only pages about instruments that have no text in the workspace, about rules, and of documents that are no text, kept as files in a folder of our own, as
//! every editor can open a file. Nothing of them is the user's, and they are no drafts.

use std::collections::HashMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use std::sync::atomic::{AtomicBool, Ordering};

use tower_lsp::ls_types::Uri;

use super::log::{self, log};
use super::{page_files, tasks, uri};
use crate::assist::InstrumentPage;
use crate::language::{self, Language};
use crate::library::{cache_folder, stable_hash};
use crate::messages::system;
use crate::rules::{self, Rule};

/// The folder of the pages: `cards` in the folder for what can be made again. `None` where there is none.
static FOLDER: LazyLock<Option<PathBuf>> = LazyLock::new(|| Some(cache_folder()?.join("cards")));

/// Whether a file is one of these pages.
pub(super) fn is_page(path: &Path) -> bool {
    FOLDER.as_deref().is_some_and(|folder| path.parent() == Some(folder))
}

/// Writes a page into its file, and gives the file.
///
/// # Errors
///
/// When the system has no folder for it, or it can't be written there.
pub(super) fn write(card: &InstrumentPage) -> io::Result<PathBuf> {
    let none = || io::Error::from(io::ErrorKind::NotFound);
    page_files::write(FOLDER.as_deref().ok_or_else(none)?, card)
}

/// The page that holds the text of a document which no editor of text can show, such as a Word file: where something stands in
/// the text, it stands in the page. `None` where it can't be written, which is noted in the log.
pub(super) fn of_document(path: &Path, text: &str) -> Option<Uri> {
    let page = InstrumentPage { name: name_of("document", path), markdown: text.to_owned() };
    match write(&page) {
        Ok(path) => uri::from_path(&path),
        Err(error) => {
            log(&log::page_unwritten(page.name.as_str(), system::fault(&error)));
            None
        }
    }
}

/// The name of a page about a file.
pub(super) fn name_of(kind: &str, path: &Path) -> String {
    // Two documents of one name have two pages.
    let hash = stable_hash(path.as_os_str().as_encoded_bytes());
    let stem = path.file_stem().map(|stem| stem.to_string_lossy()).unwrap_or_default();
    let fit = |c: char| if c.is_alphanumeric() || matches!(c, '-' | '_') { c } else { '-' };
    let stem: String = stem.chars().map(fit).take(40).collect();
    format!("{kind}.{stem}.{hash:016x}.md")
}

/// Where the page of each rule is in each language, once they were written.
static RULES: LazyLock<HashMap<(&'static str, &'static str), Uri>> = LazyLock::new(|| {
    let all = rules::ALL.iter().flat_map(|rule| language::ALL.map(|language| (rule.code, language)));
    let page = |(code, language): (&'static str, &'static Language)| {
        Some(((code, language.code), uri::from_path(&FOLDER.as_deref()?.join(rule_card(code, language)))?))
    };
    all.filter_map(page).collect()
});

/// Where a rule's page is in a language. The first time that one is asked for, the pages are written beside.
pub(super) fn rule_page(code: &'static str, language: &'static Language) -> Option<&'static Uri> {
    let page = RULES.get(&(code, language.code))?;
    let asked = language::ALL.into_iter().zip(&BEGUN).find(|(known, _)| *known == language);
    if asked.is_some_and(|(_, begun)| !begun.swap(true, Ordering::Relaxed)) {
        // Where no thread can be begun, the pages are missing, and nothing else is.
        let _ = tasks::begin_long("pages", move |_| make_rule_pages(language));
    }
    Some(page)
}

/// Whether the rules' pages were begun to be written, by language.
static BEGUN: [AtomicBool; 6] = [const { AtomicBool::new(false) }; 6];

/// Writes the rules' pages in a language, and notes it in the log where that can't be done.
pub(super) fn make_rule_pages(language: &'static Language) {
    for (_, begun) in language::ALL.into_iter().zip(&BEGUN).filter(|(known, _)| *known == language) {
        begun.store(true, Ordering::Relaxed);
    }
    if let Err(error) = write_rule_pages(language) {
        log(&log::rule_pages_unwritten(system::fault(&error)));
    }
}

/// Puts the rules' pages in a language into their files.
///
/// # Errors
///
/// As [`write`].
fn write_rule_pages(language: &Language) -> io::Result<()> {
    let page = |rule: &Rule| InstrumentPage { name: rule_card(rule.code, language), markdown: rule.page(language) };
    rules::ALL.iter().try_for_each(|rule| write(&page(rule)).map(|_| ()))
}

fn rule_card(code: &str, language: &Language) -> String {
    format!("rule.{code}.{}.md", language.code)
}

/// The folder of the pages; `None` where the system has none.
pub fn folder() -> Option<&'static Path> {
    FOLDER.as_deref()
}

/// Removes all pages, and their folder if nothing else is in it. Links are not followed.
///
/// # Errors
///
/// When something can't be removed.
#[cfg(not(target_family = "wasm"))]
pub fn clear() -> io::Result<page_files::ClearedPages> {
    folder().map_or_else(|| Ok(page_files::ClearedPages::default()), page_files::clear)
}

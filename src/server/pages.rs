//! Read-only pages about instruments that have no text in the workspace, about rules, and of documents that are no text, kept as files in a folder of our own, as
//! every editor can open a file. Nothing of them is the user's, and they are no drafts. A client that asks for pages by itself is given
//! addresses instead (`virtual_pages`).

use std::collections::HashMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use std::sync::atomic::{AtomicBool, Ordering};

use tower_lsp::ls_types::Uri;

use super::log::{self, log};
use super::state::EditorSession;
use super::{page_files, tasks, uri, virtual_pages};
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

/// Keeps a page where the client finds it, and gives its address. `None` where it can't be kept, which is noted in the log.
pub(super) fn address_of(session: &EditorSession, page: &InstrumentPage) -> Option<Uri> {
    if session.state().features.page_contents {
        return session.virtual_pages.keep(page, None);
    }
    match write(page) {
        Ok(path) => uri::from_path(&path),
        Err(error) => {
            log(&log::page_unwritten(page.name.as_str(), system::fault(&error)));
            None
        }
    }
}

/// The page that holds the text of a document which no editor of text can show, such as a Word file: where something stands in
/// the text, it stands in the page. `None` as of [`address_of`].
pub(super) fn of_document(session: &EditorSession, path: &Path, text: &str) -> Option<Uri> {
    address_of(session, &InstrumentPage { name: name_of("document", path), markdown: text.to_owned() })
}

/// What a link in a page says that leads to a file: where pages are files, the way from the one to the other, since VS Code shows no
/// link with a `file:` address in what it shows as a page.
#[cfg(feature = "store")]
pub(super) fn link_to(file: &Path, is_asked_for: bool) -> Option<String> {
    let file = uri::from_path(file)?;
    let folder = FOLDER.as_deref().and_then(uri::from_path).filter(|_| !is_asked_for);
    Some(folder.map_or_else(|| file.as_str().to_owned(), |folder| way_to(file.as_str(), folder.as_str())))
}

/// The way to a file from a folder, by their addresses; the address itself where the file is on another drive or computer.
#[cfg(feature = "store")]
fn way_to(file: &str, folder: &str) -> String {
    let [file_parts, folder_parts] = [file, folder].map(|uri| uri.split('/').collect::<Vec<&str>>());
    let common = file_parts.iter().zip(&folder_parts).take_while(|(one, other)| one == other).count();
    // Below `file://` and its host, and on Windows below the drive.
    let least = if cfg!(windows) { 4 } else { 3 };
    match file_parts.get(common..) {
        Some(rest) if common >= least => "../".repeat(folder_parts.len() - common) + &rest.join("/"),
        _ => file.to_owned(),
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
static RULES: LazyLock<RuleAddresses> =
    LazyLock::new(|| rule_addresses(|name| uri::from_path(&FOLDER.as_deref()?.join(name))));

/// The addresses of the same pages, for a client that asks for them.
static VIRTUAL_RULES: LazyLock<RuleAddresses> = LazyLock::new(|| rule_addresses(virtual_pages::address));

/// Addresses of rules' pages, by the rule's code and the language's.
type RuleAddresses = HashMap<(&'static str, &'static str), Uri>;

fn rule_addresses(address: impl Fn(&str) -> Option<Uri>) -> RuleAddresses {
    let all = rules::ALL.iter().flat_map(|rule| language::ALL.map(|language| (rule.code, language)));
    let page = |(code, language): (&'static str, &'static Language)| {
        Some(((code, language.code), address(&rule_card(code, language))?))
    };
    all.filter_map(page).collect()
}

/// Where a rule's page is in a language. The first time that one is asked for, the pages are written beside, unless the client asks for
/// what they say.
pub(super) fn rule_page(code: &'static str, language: &'static Language, is_asked_for: bool) -> Option<&'static Uri> {
    if is_asked_for {
        return VIRTUAL_RULES.get(&(code, language.code));
    }
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

/// The codes of the rule and of the language that a page of this name is about.
pub(super) fn rule_named(name: &str) -> Option<(&str, &str)> {
    name.strip_prefix("rule.")?.strip_suffix(".md")?.rsplit_once('.')
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

#[cfg(all(test, feature = "store"))]
mod tests {
    use super::*;

    #[test]
    fn a_link_leads_from_a_page_to_a_file() {
        let folder = "file:///C:/users/a/cache/cards";
        assert_eq!(way_to("file:///C:/users/a/drafts/92%2014.txt", folder), "../../drafts/92%2014.txt");
        assert_eq!(way_to("file:///C:/texts/92-14.txt", folder), "../../../../texts/92-14.txt");
        assert_eq!(way_to("file://desk/texts/92-14.txt", folder), "file://desk/texts/92-14.txt");
    }
}

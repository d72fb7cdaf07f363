//! Read-only pages about instruments that have no text in the workspace, about rules, and of documents that are no text, kept as files in a folder of our own, as
//! every editor can open a file. Nothing of them is the user's, and they are no drafts.

use std::collections::HashMap;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use tower_lsp::ls_types::Uri;

use super::log::{self, log};
use super::uri;
use crate::assist::InstrumentPage;
use crate::language::{self, Language};
use crate::library::store::{cache_folder, make_private_folder, stable_hash};
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
    write_into(FOLDER.as_deref().ok_or_else(none)?, card)
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
        let _ = thread::Builder::new().name("pages".to_owned()).spawn(move || make_rule_pages(language));
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

fn write_into(folder: &Path, card: &InstrumentPage) -> io::Result<PathBuf> {
    let path = folder.join(&card.name);
    if fs::read(&path).is_ok_and(|bytes| bytes == card.markdown.as_bytes()) {
        return Ok(path);
    }
    make_folder(folder)?;
    let new = write_new(folder, card)?;
    let mut permissions = fs::metadata(&new)?.permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&new, permissions)?;
    // Where a read-only file can't be replaced, it is removed first.
    fs::rename(&new, &path).or_else(|_| replace(&new, &path))?;
    Ok(path)
}

/// Makes the folder of the pages. A link in its place would lead elsewhere.
fn make_folder(folder: &Path) -> io::Result<()> {
    make_private_folder(folder)?;
    if fs::symlink_metadata(folder)?.is_dir() {
        return Ok(());
    }
    Err(io::ErrorKind::NotADirectory.into())
}

/// What was removed out of the folder of the pages.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct ClearedPages {
    /// How many files.
    pub removed: usize,
    /// What is none of ours and was left.
    pub left: Vec<PathBuf>,
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
pub fn clear() -> io::Result<ClearedPages> {
    folder().map_or(Ok(ClearedPages::default()), clear_in)
}

fn clear_in(folder: &Path) -> io::Result<ClearedPages> {
    let mut cleared = ClearedPages::default();
    match fs::symlink_metadata(folder) {
        Ok(about) if about.is_dir() => {}
        Ok(_) => return Ok(ClearedPages { left: vec![folder.to_owned()], ..cleared }),
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(cleared),
        Err(error) => return Err(error),
    }
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        // A page, or one that was being written when its server ended.
        let is_page = entry.file_name().to_str().is_some_and(|name| name.ends_with(".md") || name.contains(".md."));
        if is_page && entry.file_type()?.is_file() {
            remove(&entry.path())?;
            cleared.removed += 1;
        } else {
            cleared.left.push(entry.path());
        }
    }
    cleared.left.sort();
    if cleared.left.is_empty() {
        fs::remove_dir(folder)?;
    }
    Ok(cleared)
}

/// Writes a page into a new file. Another server may write the same page, and what lies under a name already may be a link
/// to somewhere else: it is let be.
fn write_new(folder: &Path, card: &InstrumentPage) -> io::Result<PathBuf> {
    let names = (0..100).map(|number| folder.join(format!("{}.{}-{number}", card.name, std::process::id())));
    for new in names {
        match fs::File::create_new(&new) {
            Ok(mut file) => {
                let written = file.write_all(card.markdown.as_bytes());
                if written.is_err() {
                    let _ = fs::remove_file(&new);
                }
                return written.map(|()| new);
            }
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
}

fn replace(new: &Path, path: &Path) -> io::Result<()> {
    if path.exists() {
        remove(path)?;
    }
    fs::rename(new, path)
}

/// Removes a file, also where one that is read-only can't be.
#[allow(clippy::permissions_set_readonly_false, reason = "it is removed at once")]
fn remove(path: &Path) -> io::Result<()> {
    fs::remove_file(path).or_else(|_| {
        let mut permissions = fs::symlink_metadata(path)?.permissions();
        permissions.set_readonly(false);
        fs::set_permissions(path, permissions)?;
        fs::remove_file(path)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_card_is_read_only_and_is_written_anew_when_it_says_something_else() {
        let folder = std::env::temp_dir().join(format!("rapporteur-cards-{}", std::process::id()));
        let card =
            |markdown: &str| InstrumentPage { name: "A_RES_92_14.en.md".to_owned(), markdown: markdown.to_owned() };
        let path = write_into(&folder, &card("one")).unwrap();
        assert!(fs::metadata(&path).unwrap().permissions().readonly());
        assert_eq!(write_into(&folder, &card("two")).unwrap(), path);
        assert_eq!(fs::read_to_string(&path).unwrap(), "two");
        assert_eq!(fs::read_dir(&folder).unwrap().count(), 1);
        remove(&path).unwrap();
        fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    #[cfg(unix)]
    fn the_folder_is_private_and_links_in_it_are_not_followed() {
        use std::os::unix::fs::{PermissionsExt, symlink};
        let folder = std::env::temp_dir().join(format!("rapporteur-cards-links-{}", std::process::id()));
        let (cards, elsewhere) = (folder.join("cache/cards"), folder.join("elsewhere"));
        let card = InstrumentPage { name: "A_RES_92_14.en.md".to_owned(), markdown: "one".to_owned() };
        make_folder(&cards).unwrap();
        assert_eq!(fs::metadata(folder.join("cache")).unwrap().permissions().mode() & 0o777, 0o700);
        fs::write(&elsewhere, "mine").unwrap();
        let links = [card.name.clone(), format!("{}.{}-0", card.name, std::process::id())];
        links.iter().for_each(|name| symlink(&elsewhere, cards.join(name)).unwrap());
        let path = write_into(&cards, &card).unwrap();
        assert!(!path.is_symlink() && fs::read_to_string(path).unwrap() == "one");
        assert_eq!(fs::read_to_string(&elsewhere).unwrap(), "mine");
        fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    #[cfg(unix)]
    fn what_is_no_page_of_ours_is_left_when_they_are_removed() {
        use std::os::unix::fs::symlink;
        let folder = std::env::temp_dir().join(format!("rapporteur-cards-cleared-{}", std::process::id()));
        let (cards, elsewhere) = (folder.join("cards"), folder.join("elsewhere"));
        let card = InstrumentPage { name: "rule.footnote-order.md".to_owned(), markdown: "one".to_owned() };
        write_into(&cards, &card).unwrap();
        assert_eq!(clear_in(&cards).unwrap(), ClearedPages { removed: 1, left: vec![] });
        assert!(!cards.exists() && clear_in(&cards).unwrap() == ClearedPages::default());

        // A folder that is a link leads elsewhere, and so does a page that is one.
        fs::create_dir(&elsewhere).unwrap();
        symlink(&elsewhere, &cards).unwrap();
        assert!(write_into(&cards, &card).is_err());
        assert_eq!(clear_in(&cards).unwrap().left, [cards.as_path()]);
        fs::remove_file(&cards).unwrap();
        write_into(&cards, &card).unwrap();
        fs::write(elsewhere.join("mine.md"), "mine").unwrap();
        symlink(elsewhere.join("mine.md"), cards.join("other.md")).unwrap();
        fs::write(cards.join("note.txt"), "mine").unwrap();
        let left = vec![cards.join("note.txt"), cards.join("other.md")];
        assert_eq!(clear_in(&cards).unwrap(), ClearedPages { removed: 1, left });
        assert!(elsewhere.join("mine.md").exists());
        fs::remove_dir_all(&folder).unwrap();
    }
}

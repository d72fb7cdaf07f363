//! The files that pages are kept in.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::assist::InstrumentPage;
use crate::library::make_private_folder;

/// Writes a page into its file in a folder, and gives the file.
///
/// # Errors
///
/// When it can't be written there.
pub fn write(folder: &Path, card: &InstrumentPage) -> io::Result<PathBuf> {
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

/// Removes all pages out of their folder, and the folder if nothing else is in it. Links are not followed.
///
/// # Errors
///
/// When something can't be removed.
pub fn clear(folder: &Path) -> io::Result<ClearedPages> {
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
        let path = write(&folder, &card("one")).unwrap();
        assert!(fs::metadata(&path).unwrap().permissions().readonly());
        assert_eq!(write(&folder, &card("two")).unwrap(), path);
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
        let path = write(&cards, &card).unwrap();
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
        write(&cards, &card).unwrap();
        assert_eq!(clear(&cards).unwrap(), ClearedPages { removed: 1, left: vec![] });
        assert!(!cards.exists() && clear(&cards).unwrap() == ClearedPages::default());

        // A folder that is a link leads elsewhere, and so does a page that is one.
        fs::create_dir(&elsewhere).unwrap();
        symlink(&elsewhere, &cards).unwrap();
        assert!(write(&cards, &card).is_err());
        assert_eq!(clear(&cards).unwrap().left, [cards.as_path()]);
        fs::remove_file(&cards).unwrap();
        write(&cards, &card).unwrap();
        fs::write(elsewhere.join("mine.md"), "mine").unwrap();
        symlink(elsewhere.join("mine.md"), cards.join("other.md")).unwrap();
        fs::write(cards.join("note.txt"), "mine").unwrap();
        let left = vec![cards.join("note.txt"), cards.join("other.md")];
        assert_eq!(clear(&cards).unwrap(), ClearedPages { removed: 1, left });
        assert!(elsewhere.join("mine.md").exists());
        fs::remove_dir_all(&folder).unwrap();
    }
}

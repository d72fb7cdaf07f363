//! A new file that takes the place of another one: whole or not at all, with the other one's owner and permissions, and never
//! with wider ones on the way.

use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::NotRewritable;

/// The names of files that this process has made beside others and that have not taken their places yet. Whoever makes, renames
/// or removes one holds the lock.
static UNFINISHED: Mutex<Vec<PathBuf>> = Mutex::new(Vec::new());

/// How many names are tried for a new file. All may be taken only in a folder that somebody has filled with them.
const NAMES_TRIED: usize = 100;

/// Removes the files that were made beside others and have not taken their places. For who ends the program at once: no
/// file takes another one's place afterwards.
pub fn remove_unfinished() {
    let mut unfinished = lock();
    for path in unfinished.drain(..) {
        let _ = fs::remove_file(path);
    }
    std::mem::forget(unfinished);
}

/// The files in a folder that were made beside others by processes that are gone and could not remove them.
pub fn left_behind(folder: &Path) -> Vec<PathBuf> {
    let is_left = |entry: &fs::DirEntry, name: &str| {
        let numbers = name.strip_prefix(PREFIX).and_then(|numbers| numbers.split_once('-'));
        let numbers =
            numbers.and_then(|(process, nth)| Some((process.parse::<u32>().ok()?, nth.parse::<usize>().ok()?)));
        numbers.is_some_and(|(process, _)| process != std::process::id() && !has_maker(&entry.path(), process))
    };
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let left = entries.filter(|entry| entry.file_name().to_str().is_some_and(|name| is_left(entry, name)));
    let left = left.filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_file()));
    let mut left: Vec<PathBuf> = left.map(|entry| entry.path()).collect();
    left.sort();
    left
}

/// Whether the process that has made a file is there.
#[cfg(unix)]
fn has_maker(_: &Path, process: u32) -> bool {
    use rustix::process::{Pid, test_kill_process};
    let process = i32::try_from(process).ok().and_then(Pid::from_raw);
    process.is_some_and(|process| test_kill_process(process) != Err(rustix::io::Errno::SRCH))
}

/// Whether somebody has a file open: who has made one keeps it open until it takes another one's place.
#[cfg(windows)]
fn has_maker(file: &Path, _: u32) -> bool {
    use std::os::windows::fs::OpenOptionsExt;
    OpenOptions::new().read(true).share_mode(0).open(file).is_err()
}

/// Elsewhere that can't be known, and nothing is said.
#[cfg(not(any(unix, windows)))]
fn has_maker(_: &Path, _: u32) -> bool {
    true
}

/// What the names of files begin with that are made beside others.
const PREFIX: &str = ".rapporteur-";

fn lock() -> MutexGuard<'static, Vec<PathBuf>> {
    UNFINISHED.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Puts `after` in the place of the file at a path in which `before` stands.
///
/// # Errors
///
/// When something else stands in it now, when it may not be written, and when the new file would not be the same but for its
/// text. The file is then as it was.
#[cfg_attr(target_family = "wasm", allow(clippy::drop_non_drop, reason = "there are no files there"))]
pub(super) fn replace(path: &Path, before: &[u8], after: &[u8]) -> Result<(), NotRewritable> {
    // A link stays one.
    let path = real_path(path)?;
    let old = OpenOptions::new().read(true).write(true).open(&path).map_err(|error| match error.kind() {
        ErrorKind::PermissionDenied => NotRewritable::Protected,
        _ => NotRewritable::Closed(error),
    })?;
    let about = old.metadata()?;
    if about.permissions().readonly() {
        return Err(NotRewritable::Protected);
    }
    let other_names = other_names(&about);
    if other_names > 0 {
        return Err(NotRewritable::HardLinked(other_names));
    }
    let mut new = NewFile::beside(&path, &about)?;
    new.file.write_all(after)?;
    make_alike(&new.file, &old, &about)?;
    new.file.sync_all()?;
    // Where files that are open can't be replaced.
    drop(old);
    new.take_place(&path, &about, before)
}

/// The file that a path leads to, its links followed.
fn real_path(path: &Path) -> io::Result<PathBuf> {
    match fs::canonicalize(path) {
        // On Windows not every disk and server can tell. Of a file that is no link its own path will do.
        Err(_) if cfg!(windows) && !path.is_symlink() => std::path::absolute(path),
        followed => followed,
    }
}

impl From<io::Error> for NotRewritable {
    fn from(error: io::Error) -> NotRewritable {
        NotRewritable::Closed(error)
    }
}

/// A file that was made beside another one. Dropped before it takes the other one's place, it is gone.
struct NewFile {
    file: File,
    /// `None` while it has no name, so that nothing is left of it however the program ends.
    name: Option<PathBuf>,
}

impl NewFile {
    fn beside(path: &Path, about: &Metadata) -> io::Result<NewFile> {
        let folder = path.parent().unwrap_or(path);
        if let Some(file) = without_name(folder, about) {
            return Ok(NewFile { file, name: None });
        }
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        own_permissions(&mut options, about);
        let (file, name) = named(folder, &mut lock(), |name| options.open(name))?;
        Ok(NewFile { file, name: Some(name) })
    }

    fn take_place(mut self, path: &Path, about: &Metadata, before: &[u8]) -> Result<(), NotRewritable> {
        let mut unfinished = lock();
        let name = match &self.name {
            Some(name) => name.clone(),
            None => {
                let folder = path.parent().unwrap_or(path);
                let ((), name) = named(folder, &mut unfinished, |name| give_name(&self.file, name))?;
                self.name.insert(name).clone()
            }
        };
        // As late as can be.
        let replaced = match fs::read(path) {
            Ok(now) if now == before && is_same(path, about) => fs::rename(&name, path).map_err(NotRewritable::Closed),
            Ok(_) => Err(NotRewritable::Changed),
            Err(error) => Err(NotRewritable::Closed(error)),
        };
        if replaced.is_ok() {
            unfinished.retain(|other| *other != name);
            self.name = None;
        }
        // The file is removed, and takes the lock for that.
        drop(unfinished);
        replaced
    }
}

impl Drop for NewFile {
    fn drop(&mut self) {
        if let Some(name) = self.name.take() {
            let mut unfinished = lock();
            unfinished.retain(|other| *other != name);
            let _ = fs::remove_file(name);
        }
    }
}

/// Makes something under a name in a folder that nothing has, and takes a note of it.
fn named<T>(
    folder: &Path,
    unfinished: &mut Vec<PathBuf>,
    make: impl Fn(&Path) -> io::Result<T>,
) -> io::Result<(T, PathBuf)> {
    static NEXT: AtomicUsize = AtomicUsize::new(0);
    let mut tried = 0;
    loop {
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let name = folder.join(format!("{PREFIX}{}-{number}", std::process::id()));
        tried += 1;
        match make(&name) {
            Ok(made) => {
                unfinished.push(name.clone());
                return Ok((made, name));
            }
            // It is somebody else's.
            Err(error) if error.kind() == ErrorKind::AlreadyExists && tried < NAMES_TRIED => {}
            Err(error) => return Err(error),
        }
    }
}

/// A file in a folder that has no name yet, where the system has such.
#[cfg(target_os = "linux")]
fn without_name(folder: &Path, about: &Metadata) -> Option<File> {
    use std::os::unix::fs::OpenOptionsExt;
    let mut options = OpenOptions::new();
    options.write(true).custom_flags(i32::try_from(rustix::fs::OFlags::TMPFILE.bits()).ok()?);
    own_permissions(&mut options, about);
    // It gets its name through this folder, which may be missing.
    let file = options.open(folder).ok()?;
    Path::new(&own_name(&file)).exists().then_some(file)
}

#[cfg(not(target_os = "linux"))]
fn without_name(_folder: &Path, _about: &Metadata) -> Option<File> {
    None
}

/// Where the system shows an open file of this process.
#[cfg(target_os = "linux")]
fn own_name(file: &File) -> String {
    use std::os::fd::AsRawFd;
    format!("/proc/self/fd/{}", file.as_raw_fd())
}

#[cfg(target_os = "linux")]
fn give_name(file: &File, name: &Path) -> io::Result<()> {
    use rustix::fs::{AtFlags, CWD, linkat};
    Ok(linkat(CWD, own_name(file), CWD, name, AtFlags::SYMLINK_FOLLOW)?)
}

#[cfg(not(target_os = "linux"))]
fn give_name(_file: &File, _name: &Path) -> io::Result<()> {
    Err(ErrorKind::Unsupported.into())
}

/// A new file may be used by its owner alone, and no more than the old one.
#[cfg(unix)]
fn own_permissions(options: &mut OpenOptions, about: &Metadata) {
    use std::os::unix::fs::{MetadataExt, OpenOptionsExt};
    options.mode(about.mode() & 0o600);
}

#[cfg(not(unix))]
fn own_permissions(_options: &mut OpenOptions, _about: &Metadata) {}

/// How many other names a file has.
#[cfg(unix)]
fn other_names(about: &Metadata) -> u64 {
    std::os::unix::fs::MetadataExt::nlink(about).saturating_sub(1)
}

#[cfg(not(unix))]
fn other_names(_about: &Metadata) -> u64 {
    0
}

/// Whether the file at a path is still the one that was looked at, with the same owner and permissions.
#[cfg(unix)]
fn is_same(path: &Path, about: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    let signs = |about: &Metadata| (about.dev(), about.ino(), about.mode(), about.uid(), about.gid(), about.nlink());
    fs::symlink_metadata(path).is_ok_and(|now| signs(&now) == signs(about))
}

#[cfg(not(unix))]
fn is_same(path: &Path, about: &Metadata) -> bool {
    fs::symlink_metadata(path).is_ok_and(|now| now.permissions() == about.permissions())
}

/// Gives a new file the owner and the permissions of the old one: the owner first, since permissions are wider.
#[cfg(unix)]
fn make_alike(new: &File, old: &File, about: &Metadata) -> Result<(), NotRewritable> {
    use std::os::unix::fs::{MetadataExt, PermissionsExt, fchown};
    let made = new.metadata()?;
    if (made.uid(), made.gid()) != (about.uid(), about.gid()) {
        fchown(new, Some(about.uid()), Some(about.gid())).map_err(|_| NotRewritable::Owner)?;
    }
    copy_access_list(new, old)?;
    Ok(new.set_permissions(fs::Permissions::from_mode(about.mode() & 0o7777))?)
}

#[cfg(not(unix))]
fn make_alike(new: &File, _old: &File, about: &Metadata) -> Result<(), NotRewritable> {
    Ok(new.set_permissions(about.permissions())?)
}

/// Gives a new file the list of who else may use the old one (acl(5)), or none: a folder may give its files one.
#[cfg(target_os = "linux")]
fn copy_access_list(new: &File, old: &File) -> Result<(), NotRewritable> {
    use rustix::fs::{XattrFlags, fgetxattr, fremovexattr, fsetxattr};
    use rustix::io::Errno;
    const ACCESS_LIST: &str = "system.posix_acl_access";
    /// As long as a list can be.
    const LONGEST: usize = 64 << 10;
    let mut list = vec![0; LONGEST];
    let copied = match fgetxattr(old, ACCESS_LIST, &mut list[..]) {
        Ok(length) => fsetxattr(new, ACCESS_LIST, list.get(..length).unwrap_or_default(), XattrFlags::empty()),
        Err(Errno::NODATA | Errno::OPNOTSUPP | Errno::NOSYS) => match fremovexattr(new, ACCESS_LIST) {
            Err(Errno::NODATA | Errno::OPNOTSUPP | Errno::NOSYS) => Ok(()),
            removed => removed,
        },
        Err(error) => Err(error),
    };
    copied.map_err(|_| NotRewritable::Owner)
}

#[cfg(all(unix, not(target_os = "linux")))]
fn copy_access_list(_new: &File, _old: &File) -> Result<(), NotRewritable> {
    Ok(())
}

/// An empty folder for the test of this name.
#[cfg(test)]
#[cfg(any(unix, windows))]
fn folder(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("rapporteur-replacement-{name}-{}", std::process::id()));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};

    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
        let mut names: Vec<String> = entries.collect();
        names.sort();
        names
    }

    #[test]
    fn a_new_file_is_as_the_old_one_was_whatever_that_allowed() {
        let folder = folder("mode");
        let path = folder.join("draft.txt");
        for mode in [0o600, 0o640, 0o664, 0o777, 0o604, 0o4755] {
            fs::write(&path, "before").unwrap();
            fs::set_permissions(&path, fs::Permissions::from_mode(mode)).unwrap();
            let before = fs::metadata(&path).unwrap();
            let new = NewFile::beside(&path, &before).unwrap();
            assert_eq!(new.file.metadata().unwrap().mode() & 0o7777 & !(mode & 0o600), 0, "{mode:o}");
            drop(new);
            replace(&path, b"before", b"after").unwrap();
            let after = fs::metadata(&path).unwrap();
            assert_eq!((after.mode() & 0o7777, after.uid(), after.gid()), (mode, before.uid(), before.gid()));
            assert_eq!(
                (fs::read(&path).unwrap().as_slice(), names(&folder)),
                (&b"after"[..], vec!["draft.txt".into()])
            );
        }
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn what_may_not_be_replaced_is_left_as_it_is() {
        let folder = folder("refused");
        let [path, link, other] = ["draft.txt", "link.txt", "other.txt"].map(|name| folder.join(name));
        fs::write(&path, "before").unwrap();
        symlink(&path, &link).unwrap();
        replace(&link, b"before", b"after").unwrap();
        assert!(link.is_symlink() && fs::read(&path).unwrap() == b"after");

        assert!(matches!(replace(&path, b"before", b"again"), Err(NotRewritable::Changed)));
        fs::hard_link(&path, &other).unwrap();
        assert!(matches!(replace(&path, b"after", b"again"), Err(NotRewritable::HardLinked(1))));
        fs::remove_file(&other).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o444)).unwrap();
        assert!(matches!(replace(&path, b"after", b"again"), Err(NotRewritable::Protected)));
        assert!(fs::read(&path).unwrap() == b"after");
        assert_eq!(names(&folder), ["draft.txt", "link.txt"]);
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn names_that_are_taken_stay_with_whose_they_are() {
        let folder = folder("taken");
        let made = std::cell::RefCell::new(Vec::new());
        let make = |name: &Path| {
            made.borrow_mut().push(name.to_owned());
            // Somebody was quicker, twice.
            match made.borrow().len() {
                1 | 2 => Err(io::Error::from(ErrorKind::AlreadyExists)),
                _ => File::create_new(name),
            }
        };
        let mut unfinished = Vec::new();
        let (_, name) = named(&folder, &mut unfinished, make).unwrap();
        assert_eq!((unfinished, made.borrow().last()), (vec![name.clone()], Some(&name)));
        assert!(named(&folder, &mut Vec::new(), |_| Err::<(), _>(io::Error::from(ErrorKind::AlreadyExists))).is_err());
        fs::remove_dir_all(folder).unwrap();
    }
}

#[cfg(test)]
#[cfg(windows)]
mod tests_of_windows {
    use std::os::windows::fs::OpenOptionsExt;

    use super::*;

    fn count(folder: &Path) -> usize {
        fs::read_dir(folder).unwrap().count()
    }

    #[test]
    fn a_file_that_another_program_keeps_to_itself_is_left_as_it_is() {
        let folder = folder("locked");
        let path = folder.join("draft.txt");
        fs::write(&path, "before").unwrap();
        for (nobody_else, asked) in [("reads or writes", 0), ("writes", 1)] {
            let open = OpenOptions::new().read(true).share_mode(asked).open(&path).unwrap();
            let refused = replace(&path, b"before", b"after").unwrap_err();
            let NotRewritable::Closed(error) = refused else { panic!("nobody else {nobody_else}: {refused:?}") };
            assert_eq!(crate::messages::system::fault(&error).id(), "system.in_use");
            drop(open);
            assert_eq!((fs::read(&path).unwrap().as_slice(), count(&folder)), (&b"before"[..], 1));
        }
        replace(&path, b"before", b"after").unwrap();
        assert_eq!((fs::read(&path).unwrap().as_slice(), count(&folder)), (&b"after"[..], 1));
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn a_file_that_others_have_open_and_share_is_replaced() {
        let folder = folder("shared");
        let path = folder.join("draft.txt");
        fs::write(&path, "before").unwrap();
        let open = File::open(&path).unwrap();
        let replaced = replace(&path, b"before", b"after");
        drop(open);
        // Whether it may be depends on the disk's own format. It is whole in any case, and nothing lies beside it.
        let expected = if replaced.is_ok() { "after" } else { "before" };
        assert_eq!((fs::read(&path).unwrap().as_slice(), count(&folder)), (expected.as_bytes(), 1));
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn what_is_read_only_stays_so() {
        let folder = folder("protected");
        let path = folder.join("draft.txt");
        fs::write(&path, "before").unwrap();
        let mut permissions = fs::metadata(&path).unwrap().permissions();
        permissions.set_readonly(true);
        fs::set_permissions(&path, permissions.clone()).unwrap();
        assert!(matches!(replace(&path, b"before", b"after"), Err(NotRewritable::Protected)));
        #[allow(clippy::permissions_set_readonly_false, reason = "on Windows it is the file's alone")]
        permissions.set_readonly(false);
        fs::set_permissions(&path, permissions).unwrap();
        assert_eq!((fs::read(&path).unwrap().as_slice(), count(&folder)), (&b"before"[..], 1));
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn what_somebody_still_writes_is_not_left_behind() {
        let folder = folder("left");
        let path = folder.join(format!("{PREFIX}{}-0", std::process::id() ^ 1));
        let open = File::create(&path).unwrap();
        assert_eq!(left_behind(&folder), [const { PathBuf::new() }; 0]);
        drop(open);
        assert_eq!(left_behind(&folder), [path]);
        fs::remove_dir_all(folder).unwrap();
    }
}

//! The files that are read: those of the system, or in a browser, which has none, those that were handed over.

use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// What is known of a file without reading it.
#[derive(Debug, Clone, Copy)]
pub struct FileAttributes {
    /// It is a file, and no folder, link or device.
    pub is_file: bool,
    /// It is a link, which may lead elsewhere.
    pub is_link: bool,
    /// How many bytes it has.
    pub size: u64,
    /// When it was changed last, where the system says it.
    pub changed: Option<SystemTime>,
}

#[cfg(not(target_family = "wasm"))]
mod place {
    use std::fs::{self, File, Metadata};

    use super::*;

    impl FileAttributes {
        fn of(about: &Metadata) -> FileAttributes {
            let (is_file, is_link) = (about.is_file(), about.is_symlink());
            FileAttributes { is_file, is_link, size: about.len(), changed: about.modified().ok() }
        }
    }

    pub fn attributes(path: &Path) -> io::Result<FileAttributes> {
        fs::symlink_metadata(path).map(|about| FileAttributes::of(&about))
    }

    pub fn attributes_behind_links(path: &Path) -> io::Result<FileAttributes> {
        fs::metadata(path).map(|about| FileAttributes::of(&about))
    }

    pub fn open(path: &Path) -> io::Result<(File, u64)> {
        let file = File::open(path)?;
        let length = file.metadata().map_or(0, |about| about.len());
        Ok((file, length))
    }

    pub fn find_folder(path: &Path) -> io::Result<()> {
        fs::read_dir(path).map(drop)
    }

    pub fn absolute(path: &Path) -> io::Result<PathBuf> {
        std::path::absolute(path)
    }
}

#[cfg(target_family = "wasm")]
mod place {
    use std::collections::BTreeMap;
    use std::io::Cursor;
    use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
    use std::time::Duration;

    use super::*;

    /// A file that was handed over.
    #[derive(Debug, Clone)]
    struct GivenFile {
        bytes: Arc<[u8]>,
        /// A later one is a larger one, which is all that is asked of it.
        changed: SystemTime,
    }

    /// The files that were handed over, and how many there have been.
    #[derive(Debug)]
    struct GivenFiles {
        files: BTreeMap<PathBuf, GivenFile>,
        count: u64,
    }

    static FILES: Mutex<GivenFiles> = Mutex::new(GivenFiles { files: BTreeMap::new(), count: 0 });

    fn given() -> MutexGuard<'static, GivenFiles> {
        FILES.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Hands a file over, in the place of what was handed over under this path before.
    pub fn give(path: PathBuf, bytes: &[u8]) {
        let mut given = given();
        given.count += 1;
        let changed = SystemTime::UNIX_EPOCH + Duration::from_secs(given.count);
        given.files.insert(path, GivenFile { bytes: bytes.into(), changed });
    }

    /// Takes a file back, or a folder with all that is in it.
    pub fn take_back(path: &Path) {
        given().files.retain(|file, _| !file.starts_with(path));
    }

    /// The files that were handed over below a folder, in order.
    pub fn below(folder: &Path) -> Vec<PathBuf> {
        given().files.keys().filter(|file| file.starts_with(folder)).cloned().collect()
    }

    /// What is in a file that was handed over.
    pub fn bytes(path: &Path) -> Option<Vec<u8>> {
        find(path).ok().map(|file| file.bytes.to_vec())
    }

    fn find(path: &Path) -> io::Result<GivenFile> {
        given().files.get(path).cloned().ok_or_else(|| io::ErrorKind::NotFound.into())
    }

    pub fn attributes(path: &Path) -> io::Result<FileAttributes> {
        let file = find(path)?;
        let size = file.bytes.len() as u64;
        Ok(FileAttributes { is_file: true, is_link: false, size, changed: Some(file.changed) })
    }

    pub fn attributes_behind_links(path: &Path) -> io::Result<FileAttributes> {
        attributes(path)
    }

    pub fn open(path: &Path) -> io::Result<(Cursor<Arc<[u8]>>, u64)> {
        let bytes = find(path)?.bytes;
        let length = bytes.len() as u64;
        Ok((Cursor::new(bytes), length))
    }

    pub fn find_folder(path: &Path) -> io::Result<()> {
        let is_there = given().files.keys().any(|file| file.starts_with(path));
        if is_there { Ok(()) } else { Err(io::ErrorKind::NotFound.into()) }
    }

    pub fn absolute(path: &Path) -> io::Result<PathBuf> {
        if path.has_root() { Ok(path.to_owned()) } else { Err(io::ErrorKind::InvalidInput.into()) }
    }
}

#[cfg(target_family = "wasm")]
pub use place::{below, bytes, give, take_back};

/// What is known of what lies at a path; of a link, of the link itself.
///
/// # Errors
///
/// When there is nothing, or it can't be looked at.
pub fn attributes(path: &Path) -> io::Result<FileAttributes> {
    place::attributes(path)
}

/// As [`attributes`], of what a link leads to.
///
/// # Errors
///
/// When there is nothing, or it can't be looked at.
pub fn attributes_behind_links(path: &Path) -> io::Result<FileAttributes> {
    place::attributes_behind_links(path)
}

/// Opens a file, and says how many bytes it says that it has.
///
/// # Errors
///
/// When there is none, or it can't be read.
pub fn open(path: &Path) -> io::Result<(impl io::Read, u64)> {
    place::open(path)
}

/// Nothing, where there is such a folder that can be read.
///
/// # Errors
///
/// Why it can't be.
pub fn find_folder(path: &Path) -> io::Result<()> {
    place::find_folder(path)
}

/// A path that doesn't depend on where the program runs. Links are not followed, and there need be nothing.
///
/// # Errors
///
/// When it isn't known where the program runs.
pub fn absolute(path: &Path) -> io::Result<PathBuf> {
    place::absolute(path)
}

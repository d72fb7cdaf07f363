//! Why the system does not do what it was asked for, in words of our own: its own are in no language that the user chose.

use std::io;

use super::Message;

crate::messages! {
    "system":
    not_there() = "there is no such file or folder";
    not_allowed() = "the system does not allow it";
    already_there() = "something with this name is there already";
    no_folder() = "what should be a folder is none";
    is_folder() = "it is a folder";
    not_empty() = "the folder is not empty";
    read_only() = "nothing can be written there";
    disk_full() = "there is no room left";
    too_large() = "it is larger than a file can be there";
    in_use() = "another program is using it";
    bad_name() = "no file can have this name or so long a path";
    too_many_links() = "it has too many names already";
    other_disk() = "it lies on another disk";
    ends_early() = "it ends too early";
    bad_bytes() = "its bytes are not as they should be";
    took_too_long() = "it took too long";
    was_interrupted() = "it was interrupted";
    nobody_reads() = "nobody reads it any more";
    no_memory() = "there is not enough memory";
    cannot() = "the system cannot do this";
    too_many_open() = "too many files are open";
    broken_disk() = "the disk or the connection to it is failing";
    other(said: quote) = "the system says “{said}”";
}

/// Why the system did not do something: a clause.
pub fn fault(error: &io::Error) -> Message {
    use io::ErrorKind;
    match error.kind() {
        ErrorKind::NotFound => not_there(),
        ErrorKind::PermissionDenied => not_allowed(),
        ErrorKind::AlreadyExists => already_there(),
        ErrorKind::NotADirectory => no_folder(),
        ErrorKind::IsADirectory => is_folder(),
        ErrorKind::DirectoryNotEmpty => not_empty(),
        ErrorKind::ReadOnlyFilesystem => read_only(),
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::WriteZero => disk_full(),
        ErrorKind::FileTooLarge => too_large(),
        ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy | ErrorKind::Deadlock => in_use(),
        ErrorKind::InvalidFilename | ErrorKind::InvalidInput => bad_name(),
        ErrorKind::TooManyLinks => too_many_links(),
        ErrorKind::CrossesDevices => other_disk(),
        ErrorKind::UnexpectedEof => ends_early(),
        ErrorKind::InvalidData => bad_bytes(),
        ErrorKind::TimedOut | ErrorKind::WouldBlock => took_too_long(),
        ErrorKind::Interrupted => was_interrupted(),
        ErrorKind::BrokenPipe | ErrorKind::ConnectionReset | ErrorKind::ConnectionAborted => nobody_reads(),
        ErrorKind::OutOfMemory => no_memory(),
        ErrorKind::Unsupported => cannot(),
        _ => without_kind(error),
    }
}

/// Of the numbers of POSIX and of Windows that Rust has no kind for, those that a user comes upon.
fn without_kind(error: &io::Error) -> Message {
    match error.raw_os_error() {
        Some(5) if cfg!(unix) => broken_disk(),
        Some(23 | 24) if cfg!(unix) => too_many_open(),
        // Another program has it open (ERROR_SHARING_VIOLATION), or a part of it (ERROR_LOCK_VIOLATION).
        Some(32 | 33) if cfg!(windows) => in_use(),
        Some(4) if cfg!(windows) => too_many_open(),
        // No disk in the drive, bytes that can't be read, and a server that is gone.
        Some(21 | 23 | 55 | 59 | 64 | 1117) if cfg!(windows) => broken_disk(),
        _ => other(error.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::Locale;

    #[test]
    fn errors_of_the_system_are_told_in_our_words() {
        let said = |error: io::Error| fault(&error).text(&Locale::ENGLISH);
        let missing = std::fs::read("no/such/file").unwrap_err();
        assert_eq!(said(missing), "there is no such file or folder");
        assert_eq!(said(io::ErrorKind::StorageFull.into()), "there is no room left");
        assert_eq!(said(io::Error::other("odd")), "the system says “odd”");
    }

    #[cfg(windows)]
    #[test]
    fn numbers_of_windows_without_a_kind_are_told_too() {
        let said = |number| fault(&io::Error::from_raw_os_error(number)).text(&Locale::ENGLISH);
        assert_eq!([said(32), said(33)], ["another program is using it"; 2]);
        assert_eq!([said(4), said(64)], ["too many files are open", "the disk or the connection to it is failing"]);
        assert_eq!(said(206), "no file can have this name or so long a path");
    }

    #[cfg(unix)]
    #[test]
    fn numbers_without_a_kind_are_told_too() {
        let said = |number| fault(&io::Error::from_raw_os_error(number)).text(&Locale::ENGLISH);
        assert_eq!([said(5), said(24)], ["the disk or the connection to it is failing", "too many files are open"]);
    }
}

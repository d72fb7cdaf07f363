//! Memory that was needed for a while.

/// Of texts larger than this, in bytes, a check needs so much for a while that it is worth giving back.
pub const LARGE: usize = 1 << 20;

/// Pieces of at least so many bytes are each asked of the system by itself, so that they go back to it when they are freed. It
/// is where the C library begins, too, but it asks for larger and larger pieces together once some were freed, and what
/// was freed at the end of a thread's share is never given back.
#[cfg(all(target_os = "linux", target_env = "gnu"))]
const BY_ITSELF: libc::c_int = 128 << 10;

/// Has large pieces of memory go back to the system when they are freed. To be called before there are other threads.
#[cfg(all(target_os = "linux", target_env = "gnu"))]
pub fn part_large_pieces() {
    // SAFETY: it is given no pointers, and nobody else sets this (mallopt(3)).
    unsafe {
        libc::mallopt(libc::M_MMAP_THRESHOLD, BY_ITSELF);
    }
}

/// Elsewhere they do so by themselves, or not at all.
#[cfg(not(any(all(target_os = "linux", target_env = "gnu"), target_family = "wasm")))]
pub fn part_large_pieces() {}

/// Gives back to the system what was freed. The C library keeps it otherwise, spread between what is still in use.
#[cfg(all(target_os = "linux", target_env = "gnu"))]
pub fn give_back() {
    // SAFETY: it is given no pointers, and any thread may call it at any time (malloc_trim(3): MT-Safe).
    unsafe {
        libc::malloc_trim(0);
    }
}

/// Elsewhere it comes back by itself, or not at all.
#[cfg(not(all(target_os = "linux", target_env = "gnu")))]
pub fn give_back() {}

//! Memory that was needed for a while.

/// Of texts larger than this, in bytes, a check needs so much for a while that it is worth giving back.
pub const LARGE: usize = 1 << 20;

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

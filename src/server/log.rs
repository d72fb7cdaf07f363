//! The program's own log.

use std::fmt::Display;
use std::io::{self, Write};

/// Writes a line to the log, which editors keep from standard error. Where nobody keeps it, it is lost.
pub fn log(message: impl Display) {
    let _ = writeln!(io::stderr(), "rapporteur: {message}");
}

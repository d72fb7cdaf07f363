//! (to be written)

/// Serves an editor over standard input and output.
pub fn serve() -> std::process::ExitCode {
    std::process::ExitCode::FAILURE
}

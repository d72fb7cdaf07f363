//! The program: a language server for drafts of resolutions, and its command line.

mod cli;

fn main() -> std::process::ExitCode {
    cli::run()
}

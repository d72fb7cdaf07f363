//! `rapporteur cache`: the pages that servers keep for editors to open, and how they are removed.

use clap::{Args, Subcommand};
use rapporteur::messages::system;
use rapporteur::server::pages;

use super::interface::{about, locale};
use super::{ExitOutcome, complain, output};

rapporteur::messages! {
    "cli.cache":
    no_folder() = "The system has no folder for a user's cache.";
    removed(count: count, folder: name) =
        "Removed {count, plural, one {{count} page} other {{count} pages}} from {folder}.";
    left() = "This is no page of ours and was left.";
    not_removed(folder: name, fault: message) = "The pages in {folder} can't be removed: {fault}.";
}

#[derive(Debug, Args)]
pub struct CacheArguments {
    #[command(subcommand)]
    command: CacheCommand,
}

#[derive(Debug, Subcommand)]
enum CacheCommand {
    /// Print where the pages are.
    Path,
    /// Remove them. Servers make anew what they need.
    Clear,
}

/// Does what was asked.
pub fn run(asked: &CacheArguments) -> ExitOutcome {
    let Some(folder) = pages::folder() else {
        complain(&no_folder().text(locale()));
        return ExitOutcome::Failed;
    };
    match asked.command {
        CacheCommand::Path => output::print(&format!("{}\n", folder.display()), ExitOutcome::Clean),
        CacheCommand::Clear => match pages::clear() {
            Ok(cleared) => {
                complain(&removed(cleared.removed, folder.display().to_string()).text(locale()));
                for file in &cleared.left {
                    complain(&about(&file.display().to_string(), &left()));
                }
                if cleared.left.is_empty() { ExitOutcome::Clean } else { ExitOutcome::Found }
            }
            Err(error) => {
                complain(&not_removed(folder.display().to_string(), system::fault(&error)).text(locale()));
                ExitOutcome::Failed
            }
        },
    }
}

//! `rapporteur cache`: the pages that servers keep for editors to open, and how they are removed.

use clap::{Args, Subcommand};
use rapporteur::server::pages;

use super::output::{self, Output};
use super::{ExitOutcome, complain};

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
        complain("The system has no folder for a user's cache.");
        return ExitOutcome::Failed;
    };
    match asked.command {
        CacheCommand::Path => {
            let mut output = Output::new();
            let written = output.write(&format!("{}\n", folder.display())).and_then(|()| output.flush());
            output::ending(written, ExitOutcome::Clean)
        }
        CacheCommand::Clear => match pages::clear() {
            Ok(cleared) => {
                let files =
                    if cleared.removed == 1 { "1 page".to_owned() } else { format!("{} pages", cleared.removed) };
                complain(&format!("Removed {files} from {}.", folder.display()));
                for left in &cleared.left {
                    complain(&format!("{} is no page of ours and was left.", left.display()));
                }
                if cleared.left.is_empty() { ExitOutcome::Clean } else { ExitOutcome::Found }
            }
            Err(error) => {
                complain(&format!("The pages in {} can't be removed: {error}.", folder.display()));
                ExitOutcome::Failed
            }
        },
    }
}

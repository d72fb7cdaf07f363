//! `rapporteur cache`: the pages that servers keep for editors to open, the index of agreed language, and how they are removed.

use std::path::Path;

use clap::{Args, Subcommand};
use rapporteur::agreed::AgreedIndex;
use rapporteur::messages::system;
use rapporteur::server::pages;

use super::interface::{about, locale};
use super::{ExitOutcome, complain, output};

rapporteur::messages! {
    "cli.cache":
    no_folder() = "The system has no folder for a user's cache.";
    removed(count: count, folder: name) =
        "Removed {count, plural, one {{count} page} other {{count} pages}} from {folder}.";
    removed_index(file: name) = "Removed the index of agreed language, {file}.";
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
    /// Print where the pages and the index are.
    Path,
    /// Remove them. What is needed is made anew.
    Clear,
}

/// Does what was asked.
pub fn run(asked: &CacheArguments) -> ExitOutcome {
    let Some(folder) = pages::folder() else {
        complain(&no_folder().text(locale()));
        return ExitOutcome::Failed;
    };
    match asked.command {
        CacheCommand::Path => {
            let index = AgreedIndex::usual().map(|index| format!("{}\n", index.path().display())).unwrap_or_default();
            output::print(&format!("{}\n{index}", folder.display()), ExitOutcome::Clean)
        }
        CacheCommand::Clear => {
            let (pages, index) = (clear_pages(folder), clear_index());
            if index == ExitOutcome::Clean { pages } else { index }
        }
    }
}

/// Removes the index of agreed language.
fn clear_index() -> ExitOutcome {
    let Some(index) = AgreedIndex::usual() else { return ExitOutcome::Clean };
    match index.clear() {
        Ok(false) => ExitOutcome::Clean,
        Ok(true) => {
            complain(&removed_index(index.path().display().to_string()).text(locale()));
            ExitOutcome::Clean
        }
        Err(problem) => {
            complain(&problem.message().text(locale()));
            ExitOutcome::Failed
        }
    }
}

/// Removes the pages.
fn clear_pages(folder: &Path) -> ExitOutcome {
    match pages::clear() {
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
    }
}

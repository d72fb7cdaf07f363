//! `rapporteur library`: what is known of instruments, imported out of tables and stored on this machine.

pub mod cites;
mod export;
pub mod import;
pub mod list;
pub mod search;
pub mod show;

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};
use rapporteur::library::store::{self, Store, StoreProblem};
use rapporteur::symbol::Symbol;

use super::interface::locale;
use super::{ExitOutcome, complain};
use super::{output, parser};

rapporteur::messages! {
    "cli.library":
    no_symbol(text: quote) =
        "“{text}” is no document symbol, such as A/RES/62/175, and no number of a resolution, such as 62/175.";
}

#[derive(Debug, Args)]
pub struct LibraryArguments {
    /// The library's file, where it is not the one in RAPPORTEUR_LIBRARY or in your data folder.
    #[arg(long, value_name = "FILE", global = true)]
    library: Option<PathBuf>,
    #[command(subcommand)]
    command: LibraryCommand,
}

#[derive(Debug, Subcommand)]
enum LibraryCommand {
    /// Import tables: MARCXML and voting records of the UN Digital Library, the General Assembly's JSON lines, CSV.
    #[command(
        after_help = "What a table is, is seen from what is in it. A table can be imported again and again: what it \
                            says now takes the place of what it said before. A record that can't be understood is \
                            named and skipped. Interrupted, an import leaves the library as it was.\n\nExit status: 0 \
                            when all records landed, 1 when some were skipped, 2 when a table or the library could not \
                            be used."
    )]
    Import {
        /// Tables. `-` is standard input.
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
    },
    /// List all instruments.
    List {
        /// How they are printed.
        #[arg(long, value_enum, default_value_t = LibraryFormat::Text)]
        format: LibraryFormat,
    },
    /// Show what is known of an instrument, and who says so.
    Show {
        /// How it is printed.
        #[arg(long, value_enum, default_value_t = LibraryFormat::Text)]
        format: LibraryFormat,
        /// Its symbol, or the number by which it is cited: `A/RES/62/175`, `62/175`, `1325 (2000)`.
        #[arg(required = true, value_name = "SYMBOL", num_args = 1.., value_parser = parser::something)]
        symbol: Vec<String>,
    },
    /// Find instruments by words of their titles, in any of the six languages.
    Search {
        /// How they are printed.
        #[arg(long, value_enum, default_value_t = LibraryFormat::Text)]
        format: LibraryFormat,
        /// The language in which titles are shown first: ar, en, es, fr, ru or zh.
        #[arg(long, value_name = "CODE", default_value = "en")]
        language: String,
        /// How many are shown at most.
        #[arg(long, value_name = "NUMBER", default_value_t = 20, allow_negative_numbers = true,
            value_parser = parser::one_or_more)]
        limit: usize,
        /// Words that are all in the title, or a number.
        #[arg(required = true, value_name = "WORD", value_parser = parser::something)]
        words: Vec<String>,
    },
    /// Say which instruments in the library cite an instrument, as far as tables tell.
    Cites {
        /// How they are printed.
        #[arg(long, value_enum, default_value_t = LibraryFormat::Text)]
        format: LibraryFormat,
        /// Its symbol, or the number by which it is cited.
        #[arg(required = true, value_name = "SYMBOL", num_args = 1.., value_parser = parser::something)]
        symbol: Vec<String>,
    },
    /// Print the library: as JSON lines, which can be imported elsewhere without a loss, or as a table.
    Export {
        /// `json` has all that every source says, `csv` a row an instrument with what is held for best.
        #[arg(long, value_enum, default_value_t = ExportFormat::Json)]
        format: ExportFormat,
    },
    /// Print where the library is.
    Path,
}

/// A way to print what was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum LibraryFormat {
    /// For people.
    Text,
    /// For programs: one JSON object a line.
    Json,
}

/// A way to print the library.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ExportFormat {
    Json,
    Csv,
}

/// Does what was asked of the library.
pub fn run(asked: LibraryArguments) -> ExitOutcome {
    let done = store::place(asked.library).and_then(|path| match asked.command {
        LibraryCommand::Import { files } => import::run(&path, &files),
        LibraryCommand::Path => Ok(output::print(&format!("{}\n", path.display()), ExitOutcome::Clean)),
        LibraryCommand::List { format } => list::run(&Store::open(&path)?, format),
        LibraryCommand::Show { format, symbol } => show::run(&Store::open(&path)?, format, &symbol.join(" ")),
        LibraryCommand::Search { format, language, limit, words } => {
            search::run(&Store::open(&path)?, format, &language, limit, &words.join(" "))
        }
        LibraryCommand::Cites { format, symbol } => cites::run(&Store::open(&path)?, format, &symbol.join(" ")),
        LibraryCommand::Export { format } => export::run(&Store::open(&path)?, format),
    });
    done.unwrap_or_else(|problem| {
        complain(&problem.message().text(locale()));
        ExitOutcome::Failed
    })
}

/// The instruments that are meant by a symbol or the number by which one is cited: those in the library, else the
/// symbol alone.
///
/// # Errors
///
/// When the library can't be read, and `None` inside when it is neither.
fn meant(store: &Store, text: &str) -> Result<Option<Vec<Symbol>>, StoreProblem> {
    if let Ok(symbol) = Symbol::parse(text)
        && store.record(&symbol)?.is_some()
    {
        return Ok(Some(vec![symbol]));
    }
    let known = store.numbered(text, usize::MAX)?;
    if !known.is_empty() {
        return Ok(Some(known));
    }
    let number =
        |text: &str| Symbol::parse(&format!("A/RES/{text}")).or_else(|_| Symbol::parse(&format!("S/RES/{text}")));
    let symbol = Symbol::parse(text).or_else(|malformed| match text.starts_with(|c: char| c.is_ascii_digit()) {
        true => number(text),
        false => Err(malformed),
    });
    if symbol.is_err() {
        complain(&no_symbol(text).text(locale()));
    }
    Ok(symbol.ok().map(|symbol| vec![symbol]))
}

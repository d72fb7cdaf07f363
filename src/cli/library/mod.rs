//! `rapporteur library`: what is known of instruments, imported out of tables and stored on this machine.

pub mod cites;
mod export;
pub mod find;
pub mod import;
pub mod list;
pub mod search;
pub mod show;

use std::path::{Path, PathBuf};

use clap::{Args, Subcommand, ValueEnum};
use rapporteur::library::AuthorityCache;
use rapporteur::library::instrument_info::InstrumentInfo;
use rapporteur::library::known;
use rapporteur::library::register::InstrumentRegister;
use rapporteur::library::store::{self, Store, StoreProblem, StoreProblemKind};
use rapporteur::symbol::Symbol;
use rapporteur::workspace::WorkspaceIndex;

use super::interface::{interface, locale};
use super::named_symbol::named_symbol;
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
    /// Import tables and texts: MARCXML and voting records of the UN Digital Library, the General Assembly's JSON lines, CSV, and
    /// resolutions as text, Word or Akoma Ntoso.
    #[command(
        after_help = "What a table is, is seen from what is in it. A table can be imported again and again: what it \
                            says now takes the place of what it said before. A record that can't be understood is \
                            named and skipped. Interrupted, an import leaves the library as it was.\n\nExit status: 0 \
                            when all records landed, 1 when some were skipped, 2 when a table or the library could not \
                            be used."
    )]
    Import {
        /// Tables, texts, or folders of them. `-` is a table in standard input.
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
    },
    /// List the instruments of the library; without a library, or with --all, those that are built in.
    List {
        /// List those that are built in, too.
        #[arg(long)]
        all: bool,
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
    /// Find where words have stood before in the texts of folders: the same wording, and wordings that are like it.
    #[command(
        after_help = "The texts are taken into an index in your folder for caches, which is brought up to date each time and \
                            which `rapporteur cache clear` removes.\n\nExit status: 0 when the words were found, 1 when \
                            they were not, 2 when the index or a folder could not be used."
    )]
    Find {
        /// A folder with texts; the one that you are in, where none is named.
        #[arg(long = "in", value_name = "FOLDER", default_value = ".")]
        folders: Vec<PathBuf>,
        /// How they are printed.
        #[arg(long, value_enum, default_value_t = LibraryFormat::Text)]
        format: LibraryFormat,
        /// How many wordings are shown at most.
        #[arg(long, value_name = "NUMBER", default_value_t = 20, allow_negative_numbers = true,
            value_parser = parser::one_or_more)]
        limit: usize,
        /// The words that are looked for: a paragraph, a sentence, a few words.
        #[arg(required = true, value_name = "WORDS", value_parser = parser::something)]
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
    let named = asked.library.is_some();
    let done = store::place(asked.library).and_then(|path| match asked.command {
        LibraryCommand::Import { files } => import::run(&path, &files),
        LibraryCommand::Path => Ok(output::print(&format!("{}\n", path.display()), ExitOutcome::Clean)),
        LibraryCommand::List { all, format } => list::run(&OpenLibrary::open(&path, named)?, all, format),
        LibraryCommand::Show { format, symbol } => {
            show::run(&OpenLibrary::open(&path, named)?, format, &symbol.join(" "))
        }
        LibraryCommand::Search { format, language, limit, words } => {
            search::run(&OpenLibrary::open(&path, named)?, format, &language, limit, &words.join(" "))
        }
        LibraryCommand::Find { folders, format, limit, words } => {
            let wanted = find::Wanted { words: &words.join(" "), folders: &folders, limit, format };
            Ok(find::run(&OpenLibrary::open(&path, named)?.knowledge, &wanted))
        }
        LibraryCommand::Cites { format, symbol } => cites::run(&Store::open(&path)?, format, &symbol.join(" ")),
        LibraryCommand::Export { format } => export::run(&Store::open(&path)?, format),
    });
    done.unwrap_or_else(|problem| {
        complain(&problem.message().text(locale()));
        ExitOutcome::Failed
    })
}

/// The library on this machine, if there is one, and all that is known of instruments with it and without.
pub struct OpenLibrary {
    /// What was imported, if anything was.
    store: Option<Store>,
    knowledge: AuthorityCache,
}

impl OpenLibrary {
    /// Opens the library at a path. Where there is none, and none was `named`, what is built in is all that is known.
    ///
    /// # Errors
    ///
    /// When there is a library that can't be opened, or none where one was named.
    fn open(path: &Path, named: bool) -> Result<OpenLibrary, StoreProblem> {
        match Store::open(path) {
            Ok(store) => Ok(OpenLibrary { store: Some(store), knowledge: AuthorityCache::of(Store::open(path)?) }),
            Err(StoreProblem { kind: StoreProblemKind::Absent, .. }) if !named => {
                Ok(OpenLibrary { store: None, knowledge: AuthorityCache::default() })
            }
            Err(problem) => Err(problem),
        }
    }

    /// What is known of an instrument.
    fn about(&self, symbol: &Symbol) -> InstrumentInfo {
        self.knowledge.about_in_full(&WorkspaceIndex::new(), symbol, interface())
    }

    /// The instruments that are meant by a symbol or the number by which one is cited: those that are known, else the symbol alone;
    /// `None` when it is neither.
    ///
    /// # Errors
    ///
    /// When the library can't be read.
    fn meant(&self, text: &str) -> Result<Option<Vec<Symbol>>, StoreProblem> {
        let is_built_in = |symbol: &Symbol| {
            InstrumentRegister::built_in().nearest(symbol).is_some() || known::by_symbol(symbol).is_some()
        };
        if let Some(store) = &self.store
            && let Some(held) = held(store, text)?
        {
            return Ok(Some(held));
        }
        let symbol = Symbol::parse(text);
        if let Ok(symbol) = symbol.as_ref()
            && is_built_in(symbol)
        {
            return Ok(Some(vec![symbol.clone()]));
        }
        let is_number = text.starts_with(|c: char| c.is_ascii_digit() || c == 'S' || c == 'E');
        let registered = InstrumentRegister::built_in().numbered(text.trim(), usize::MAX).into_iter();
        // 62/17 is not the beginning of 62/175.
        let is_it = |symbol: &Symbol| {
            symbol.short().get(text.trim().len()..).is_some_and(|rest| !rest.starts_with(|c: char| c.is_ascii_digit()))
        };
        let mut registered: Vec<Symbol> = registered.filter(is_it).collect();
        if is_number && !registered.is_empty() {
            registered.sort();
            return Ok(Some(registered));
        }
        symbol_alone(text)
    }
}

/// The instruments that are meant by a symbol or the number by which one is cited: those in the library, else the
/// symbol alone.
///
/// # Errors
///
/// When the library can't be read, and `None` inside when it is neither.
fn meant(store: &Store, text: &str) -> Result<Option<Vec<Symbol>>, StoreProblem> {
    match held(store, text)? {
        Some(held) => Ok(Some(held)),
        None => symbol_alone(text),
    }
}

/// Those that are meant and are in the library; `None` where none is.
fn held(store: &Store, text: &str) -> Result<Option<Vec<Symbol>>, StoreProblem> {
    if let Ok(symbol) = Symbol::parse(text)
        && store.record(&symbol)?.is_some()
    {
        return Ok(Some(vec![symbol]));
    }
    let known = store.numbered(text, usize::MAX)?;
    Ok((!known.is_empty()).then_some(known))
}

/// The symbol that a text is, or that of the resolution whose number it is.
fn symbol_alone(text: &str) -> Result<Option<Vec<Symbol>>, StoreProblem> {
    let symbol = named_symbol(text);
    if symbol.is_none() {
        complain(&no_symbol(text).text(locale()));
    }
    Ok(symbol.map(|symbol| vec![symbol]))
}

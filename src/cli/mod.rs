//! The command line: what can be asked, and who answers.

mod cache;
mod changes;
mod check;
mod compare;
mod completions;
mod concord;
mod config;
mod configs;
mod convert;
mod explain;
mod format;
mod ignores;
mod inspect;
mod interface;
mod leftovers;
mod library;
mod man;
mod named_language;
mod named_symbol;
mod output;
mod parser;
mod patch;
mod progress;
mod report;
mod schema;
mod sources;
mod statistics;
mod stop;
mod texts;
mod try_out;
mod versions;
mod wide_lines;

use std::ffi::OsString;
use std::io::IsTerminal;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, CommandFactory, FromArgMatches, Parser, Subcommand};
use rapporteur::language::ALL;

rapporteur::messages! {
    "cli.serve":
    waiting_for_editor() =
        "Rapporteur is waiting for an editor to speak to it on standard input. To check files, run `rapporteur check \
         PATH`; `rapporteur --help` tells what else there is.";
}

/// Helps people who draft resolutions in the style of the United Nations.
///
/// Rapporteur reads drafts as plain text, in any of the six official languages. It finds wrong paragraph
/// numbers, footnotes that lead nowhere and document symbols that cannot exist.
///
/// Without a command it serves an editor (VS Code, Neovim and others) over standard input and output.
/// Nothing that it reads ever leaves this machine.
#[derive(Debug, Parser)]
#[command(name = "rapporteur", version, disable_help_subcommand = true, max_term_width = wide_lines::WIDEST)]
struct Arguments {
    #[command(subcommand)]
    command: Option<TopCommand>,

    /// The language that you are spoken to in: ar, en, es, fr, ru or zh. Without it, that of your terminal.
    #[arg(long, global = true, value_name = "LANGUAGE", value_parser = ALL.map(|language| language.code))]
    messages: Option<String>,

    /// Whether output is coloured. Without it, it is on a terminal, unless NO_COLOR is set; CLICOLOR_FORCE colours it everywhere.
    #[arg(long, global = true, value_name = "WHEN", value_parser = ["auto", "always", "never"])]
    color: Option<String>,

    /// Print the version for programs, as JSON.
    #[arg(long)]
    json: bool,

    /// Talk to the editor over standard input and output, as always.
    #[arg(long, hide = true)]
    stdio: bool,
}

#[derive(Debug, Subcommand)]
enum TopCommand {
    /// Serve an editor over standard input and output, as happens without a command.
    Serve {
        /// Talk over standard input and output, as always.
        #[arg(long, hide = true)]
        stdio: bool,
    },
    /// Put an example draft into a folder, and show what is found in it and how an editor opens it.
    #[command(
        after_help = "Exit status: 0 when the example is there, whatever is found in it, 2 when it could not be put there."
    )]
    Try(try_out::TryArguments),
    /// Check texts, and say what is wrong and where.
    #[command(
        after_help = "Exit status: 0 when nothing was found, 1 when something was found, 2 when a text, an option \
                            or a `rapporteur.toml` could not be understood."
    )]
    Check(CheckArguments),
    /// Put the language versions of texts side by side, and say where they differ.
    ///
    /// Versions are found by the names of their files and folders (`en/lamps.txt` and `fr/lamps.txt`, `lamps.en.md` and
    /// `lamps.fr.md`), by their symbols, or as `rapporteur.toml` names them. A file that holds several is compared with itself.
    /// Files that are named here and belong to none are taken for versions of one text.
    #[command(
        after_help = "Exit status: 0 when nothing differs, 1 when something differs, 2 when a text, an option or a \
                            `rapporteur.toml` could not be understood."
    )]
    Concord(concord::ConcordArguments),
    /// Put a text beside an earlier one, such as last year's, and say what was done to each paragraph.
    ///
    /// The number of a paragraph or a note, kinds of hyphens and spaces, and a reference to a paragraph that has another number
    /// now are no changes.
    #[command(
        after_help = "Exit status: 0 when nothing changed, 1 when something changed, 2 when a text or an option could not \
                            be understood."
    )]
    Compare(compare::CompareArguments),
    /// Show what was read of a text: its paragraphs, notes and citations.
    Inspect(InspectArguments),
    /// Lay a draft out evenly, or make a clean draft of text out of a PDF.
    ///
    /// Nothing but spaces and line ends changes. The text is printed; no file is changed unless `--write` says so.
    #[command(
        after_help = "Exit status: 0 when it was done or nothing would change, 1 when `--check` found a file that would \
                            change, 2 when a text could not be read or written."
    )]
    Format(FormatArguments),
    /// Make a clean draft of a document, with its numbers and notes, or a Word document of a draft.
    ///
    /// The draft is printed, or written into a file that is not there yet. The document stays as it is.
    #[command(
        after_help = "Exit status: 0 when it was done, 2 when the document could not be read or the draft not be written."
    )]
    Convert(ConvertArguments),
    /// Explain a rule (what it says, why, an example and its mend) or a group of rules, or list the rules.
    Explain {
        /// The rule's name, as findings have it: `operative-numbering`. Or a group's: `standard`, `style`, `negotiation`,
        /// `versions`, `update`, `pedantic`.
        #[arg(value_parser = parser::something)]
        rule: Option<String>,
        /// Print the pages of all rules.
        #[arg(long, conflicts_with = "rule")]
        all: bool,
    },
    /// Show what is settled for a file, and where; print the schema of `rapporteur.toml`.
    Config(config::ConfigArguments),
    /// Import, search and show what is known of resolutions: lists out of the UN Digital Library and other tables.
    #[command(
        after_help = "Exit status: 0 when it was done or found, 1 when something was skipped or not found, 2 when it \
                            could not be done."
    )]
    Library(library::LibraryArguments),
    /// Tell where the pages are that an editor's server keeps about rules and instruments, and the index of agreed language, or
    /// remove them.
    #[command(
        after_help = "Exit status: 0 when it was done, 1 when something was left that is none of ours, 2 when it could \
                            not be done."
    )]
    Cache(cache::CacheArguments),
    /// Print the JSON schema of what a command prints as JSON.
    #[command(after_help = "Exit status: 0.")]
    Schema(schema::SchemaArguments),
    /// Print a script by which a shell completes commands, options and the names of rules.
    #[command(after_help = "Exit status: 0.")]
    Completions(completions::CompletionsArguments),
    /// Write manual pages into a folder, one for each command, and print their names.
    #[command(after_help = "Exit status: 0 when they were written, 2 when one could not be.")]
    Man(man::ManArguments),
}

#[derive(Debug, Args)]
struct CheckArguments {
    /// How findings are printed.
    #[arg(long, value_enum, default_value_t = report::ReportFormat::Text)]
    format: report::ReportFormat,
    /// Check these rules and groups only, separated by commas.
    #[arg(long, value_name = "RULE", value_delimiter = ',', value_parser = parser::something)]
    select: Vec<String>,
    /// Leave these rules and groups out, separated by commas.
    #[arg(long, value_name = "RULE", value_delimiter = ',', value_parser = parser::something)]
    ignore: Vec<String>,
    /// The settings to go by, instead of the `rapporteur.toml` in a text's folder or the nearest above it.
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
    /// The library to go by, where it is not the one in RAPPORTEUR_LIBRARY or in your data folder.
    #[arg(long, value_name = "FILE")]
    library: Option<PathBuf>,
    /// Mend what has a certain mend, in the files, and print what is left.
    #[arg(long, conflicts_with = "diff")]
    fix: bool,
    /// Print the mends that `--fix` would make, as a patch, and change nothing.
    #[arg(long, conflicts_with_all = ["statistics", "report_unused_ignores"])]
    diff: bool,
    /// Print how often each rule found something instead of the findings.
    #[arg(long, conflicts_with = "report_unused_ignores")]
    statistics: bool,
    /// Tell, too, of entries under `[[ignored]]` in `rapporteur.toml` that are of no use any more.
    #[arg(long)]
    report_unused_ignores: bool,
    #[command(flatten)]
    changes: changes::ChangesArguments,
    /// Files, and folders to look through for .txt, .md, .resolution, .xml and .docx files. `-` is standard input.
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
}

#[derive(Debug, Args)]
struct InspectArguments {
    /// How the structure is printed.
    #[arg(long, value_enum, default_value_t = inspect::InspectFormat::Text)]
    format: inspect::InspectFormat,
    #[command(flatten)]
    changes: changes::ChangesArguments,
    /// Files, and folders to look through for .txt, .md, .resolution, .xml and .docx files. `-` is standard input.
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
}

#[derive(Debug, Args)]
struct ConvertArguments {
    /// What it is made into. Without it, the ending of the file to write tells, else it is plain text.
    #[arg(long, value_enum, value_name = "FORM")]
    to: Option<convert::ConvertTarget>,
    #[command(flatten)]
    changes: changes::ChangesArguments,
    /// The file to write, which must not be there yet. Without it, a Word file is written beside the draft, and all else is
    /// printed.
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Write the draft into this Word document: what has not changed stays as it is there. The result is the file of
    /// `--output`; the document itself is never written over.
    #[arg(long, value_name = "FILE", conflicts_with = "to")]
    into: Option<PathBuf>,
    /// Track what changes in the document, in this author's name.
    #[arg(long, value_name = "AUTHOR", requires = "into")]
    track: Option<String>,
    /// The draft, or a Word or Akoma Ntoso file. `-` is standard input.
    #[arg(value_name = "PATH")]
    path: PathBuf,
}

#[derive(Debug, Args)]
struct FormatArguments {
    /// Make a clean draft of text out of a PDF: lines joined, running heads and page numbers gone, notes at the end.
    #[arg(long)]
    unwrap: bool,
    /// Print the names of the files that would change, and nothing else.
    #[arg(long, conflicts_with = "write")]
    check: bool,
    /// Change the files, and print the names of those that changed.
    #[arg(long)]
    write: bool,
    /// A file. With `--check` or `--write` several, and folders to look through for .txt, .md, .resolution and .xml files. `-`
    /// is standard input.
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
}

/// How a command ended, as its exit status says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
enum ExitOutcome {
    /// It ran, and there was nothing to find fault with.
    Clean = 0,
    /// It ran and found something.
    Found = 1,
    /// Something that was asked could not be done.
    Failed = 2,
    /// The user ended it before it was done.
    Stopped = stop::STATUS,
}

impl From<ExitOutcome> for ExitCode {
    fn from(ending: ExitOutcome) -> ExitCode {
        ExitCode::from(ending as u8)
    }
}

/// Does what the command line asks.
pub fn run() -> ExitCode {
    // Consoles of Windows understand colours where they are asked to.
    #[cfg(windows)]
    let _ = anstyle_query::windows::enable_ansi_colors();
    let arguments: Vec<OsString> = std::env::args_os().collect();
    interface::choose(&arguments);
    output::choose_colour(&arguments);
    let parsed = parser::localized(Arguments::command()).try_get_matches_from(arguments).and_then(|matches| {
        let asked = Arguments::from_arg_matches(&matches)?;
        Ok((asked, matches.get_flag(parser::VERSION)))
    });
    let asked = match parsed {
        Ok((asked, true)) => return output::print(&version(asked.json), ExitOutcome::Clean).into(),
        // It says how the version is printed, and nothing else.
        Ok((asked, false)) if asked.json => return refused(&parser::without("--version")).into(),
        Ok((asked, false)) => asked,
        Err(error) => return refused(&error).into(),
    };
    rapporteur::rules::tell_failures(|failure| complain(&failure.text(interface::locale())));
    match asked.command {
        None | Some(TopCommand::Serve { .. }) => serve(),
        Some(TopCommand::Try(asked)) => try_out::run(&asked).into(),
        Some(TopCommand::Check(asked)) => check::run(&asked).into(),
        Some(TopCommand::Concord(asked)) => concord::run(&asked).into(),
        Some(TopCommand::Compare(asked)) => compare::run(&asked).into(),
        Some(TopCommand::Inspect(asked)) => inspect::run(&asked).into(),
        Some(TopCommand::Format(asked)) => format::run(&asked).into(),
        Some(TopCommand::Convert(asked)) => convert::run(&asked).into(),
        Some(TopCommand::Explain { rule, all }) => explain::run(rule.as_deref(), all).into(),
        Some(TopCommand::Config(asked)) => config::run(asked).into(),
        Some(TopCommand::Library(asked)) => library::run(asked).into(),
        Some(TopCommand::Cache(asked)) => cache::run(&asked).into(),
        Some(TopCommand::Schema(asked)) => schema::run(&asked).into(),
        Some(TopCommand::Completions(asked)) => {
            completions::run(&asked, parser::localized(Arguments::command())).into()
        }
        Some(TopCommand::Man(asked)) => man::run(&asked, &parser::localized(Arguments::command())).into(),
    }
}

/// The version, for people or for programs.
fn version(json: bool) -> String {
    let (name, version) = (env!("CARGO_PKG_NAME"), env!("CARGO_PKG_VERSION"));
    if !json {
        return format!("{name} {version}\n");
    }
    let languages = ALL.map(|language| language.code);
    let (os, arch) = (std::env::consts::OS, std::env::consts::ARCH);
    let rules: Vec<&str> = rapporteur::rules::ALL.iter().map(|rule| rule.code).collect();
    let told = serde_json::json!({
        "name": name, "version": version, "os": os, "arch": arch, "languages": languages, "rules": rules
    });
    format!("{told}\n")
}

/// Prints the help that was asked for, or what is wrong with the arguments.
fn refused(error: &clap::Error) -> ExitOutcome {
    match parser::complaint(error) {
        Some(sentence) => {
            complain(&sentence);
            ExitOutcome::Failed
        }
        None => {
            let help = error.render();
            let help = if output::wants_colour() { help.ansi().to_string() } else { help.to_string() };
            match wide_lines::broken(&help, wide_lines::of_terminal()) {
                broken if broken == help && !output::is_told() => output::ending(error.print(), ExitOutcome::Clean),
                broken => output::print(&broken, ExitOutcome::Clean),
            }
        }
    }
}

fn serve() -> ExitCode {
    if std::io::stdin().is_terminal() {
        complain(&waiting_for_editor().text(interface::locale()));
    }
    rapporteur::server::serve()
}

/// Says something to the person at the terminal, on standard error. When nobody listens, so be it.
fn complain(sentence: &str) {
    use std::io::Write;
    let _ = writeln!(std::io::stderr(), "{}", rapporteur::report::printable::printable(sentence));
}

/// All that the command line tells by itself.
#[cfg(test)]
fn messages() -> impl Iterator<Item = &'static rapporteur::messages::Template> {
    [
        cache::MESSAGES,
        check::MESSAGES,
        compare::MESSAGES,
        compare::at_hand::MESSAGES,
        compare::series::MESSAGES,
        concord::MESSAGES,
        config::MESSAGES,
        configs::MESSAGES,
        convert::MESSAGES,
        explain::MESSAGES,
        format::MESSAGES,
        ignores::MESSAGES,
        inspect::outline::MESSAGES,
        leftovers::MESSAGES,
        library::cites::MESSAGES,
        library::find::MESSAGES,
        library::import::MESSAGES,
        library::list::MESSAGES,
        library::MESSAGES,
        library::search::MESSAGES,
        library::show::MESSAGES,
        man::MESSAGES,
        MESSAGES,
        named_language::MESSAGES,
        output::MESSAGES,
        parser::MESSAGES,
        patch::MESSAGES,
        progress::MESSAGES,
        report::text::MESSAGES,
        sources::MESSAGES,
        statistics::MESSAGES,
        texts::MESSAGES,
        try_out::MESSAGES,
    ]
    .into_iter()
    .flatten()
    .copied()
}

#[cfg(test)]
mod tests_of_voices;

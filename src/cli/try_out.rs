//! `rapporteur try`: an example draft in a folder of the user's, what is found in it, and how it is opened in an editor.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use clap::{Args, CommandFactory, FromArgMatches};
use rapporteur::library::make_private_folder;
use rapporteur::messages::{Argument, ArgumentText, Message, system};
use rapporteur::report::printable::without_isolates;
use rapporteur::source::{self, ReadPurpose};

use super::convert::write_new;
use super::interface::{about, locale};
use super::output;
use super::{Arguments, ExitOutcome, TopCommand, check, complain};

rapporteur::messages! {
    "cli.try":
    put(folder: name, draft: name, cited: name) =
        "The folder {folder} has {draft}, a draft with a few mistakes, and {cited}, a resolution that it cites. This is what \
         `rapporteur check {folder}` says of them:";
    other_is_there() = "Another file of this name is there already, and is left as it is. Name another folder.";
    not_made(fault: message) = "This folder could not be made: {fault}.";
    open_it() =
        "An editor in which Rapporteur is installed says the same while you write, each finding in its place. To open the draft:";
    no_editor(editors: or_list) =
        "An editor in which Rapporteur is installed says the same while you write, each finding in its place. None of those that \
         Rapporteur has a package for was found here: {editors}.";
}

#[derive(Debug, Args)]
pub struct TryArguments {
    /// The folder that the example is put into, which is made if it is not there. No file that is there is written over.
    #[arg(value_name = "FOLDER", default_value = "rapporteur-example")]
    folder: PathBuf,
}

/// The draft, and the resolution that it cites.
const DRAFT: (&str, &str) = ("night-sky.en.resolution.txt", include_str!("../../examples/night-sky.en.resolution.txt"));
const CITED: (&str, &str) = ("92-14.en.resolution.txt", include_str!("../../examples/92-14.en.resolution.txt"));

/// An editor that Rapporteur has a package for.
struct KnownEditor {
    name: &'static str,
    /// What its program is called, the most usual first.
    programs: &'static [&'static str],
    /// Whether a folder is opened in it as a whole, and not a file of it.
    opens_folders: bool,
}

const EDITORS: [KnownEditor; 4] = [
    KnownEditor { name: "VS Code", programs: &["code", "codium", "code-insiders"], opens_folders: true },
    KnownEditor { name: "Neovim", programs: &["nvim"], opens_folders: false },
    KnownEditor { name: "Helix", programs: &["hx", "helix"], opens_folders: false },
    KnownEditor { name: "Emacs", programs: &["emacs"], opens_folders: false },
];

/// Puts the example into a folder and says what is found in it. What is found is no failure: it is what is to be shown.
pub fn run(asked: &TryArguments) -> ExitOutcome {
    let folder = asked.folder.as_path();
    if let Err(sentence) = put_all(folder) {
        complain(&sentence);
        return ExitOutcome::Failed;
    }
    let name = folder.display().to_string();
    let head = said(&put(name, ArgumentText::fixed(DRAFT.0), ArgumentText::fixed(CITED.0)));
    let ended = output::print(&format!("{head}\n\n"), ExitOutcome::Clean);
    let Some(asked_of_check) = check_of(folder) else { return ExitOutcome::Failed };
    match (ended, check::run(&asked_of_check)) {
        (ExitOutcome::Clean, ExitOutcome::Clean | ExitOutcome::Found) => {
            output::print(&format!("\n{}", how_to_open(folder)), ExitOutcome::Clean)
        }
        (ExitOutcome::Clean, otherwise) | (otherwise, _) => otherwise,
    }
}

/// A sentence for standard output, on which what was found stands, too.
fn said(message: &Message) -> String {
    without_isolates(message.text(locale()))
}

/// What `rapporteur check` is asked when it is asked for a folder.
fn check_of(folder: &Path) -> Option<super::CheckArguments> {
    let asked = ["rapporteur".as_ref(), "check".as_ref(), "--".as_ref(), folder.as_os_str()];
    let matches = Arguments::command().try_get_matches_from(asked).ok()?;
    match Arguments::from_arg_matches(&matches).ok()?.command {
        Some(TopCommand::Check(asked)) => Some(asked),
        _ => None,
    }
}

/// Puts both files into a folder, or none if another file has one of their names.
fn put_all(folder: &Path) -> Result<(), String> {
    // As all folders that the program makes, it is the user's alone.
    make_private_folder(folder)
        .map_err(|error| about(&folder.display().to_string(), &not_made(system::fault(&error))))?;
    let mut missing = Vec::new();
    for (name, text) in [DRAFT, CITED] {
        let path = folder.join(name);
        if fs::symlink_metadata(&path).is_err() {
            missing.push((path, text));
        } else if !source::read(&path, ReadPurpose::Asked).is_ok_and(|there| there.file() == text) {
            return Err(about(&path.display().to_string(), &other_is_there()));
        }
    }
    missing.into_iter().try_for_each(|(path, text)| write_new(&path, text.as_bytes()))
}

/// How the draft is opened in the editors that are found, a line each.
fn how_to_open(folder: &Path) -> String {
    let found: Vec<(&KnownEditor, &str)> = EDITORS
        .iter()
        .filter_map(|editor| Some((editor, *editor.programs.iter().find(|one| is_on_path(one))?)))
        .collect();
    if found.is_empty() {
        let names = EDITORS.iter().map(|editor| Argument::name(ArgumentText::fixed(editor.name))).collect();
        return said(&no_editor(names)) + "\n";
    }
    let width = found.iter().map(|(editor, _)| editor.name.len()).max().unwrap_or_default();
    let mut lines = said(&open_it()) + "\n";
    for (editor, program) in found {
        let opened = if editor.opens_folders { folder.to_owned() } else { folder.join(DRAFT.0) };
        lines += &format!("  {:width$}  {program} {}\n", editor.name, quoted(&opened.display().to_string()));
    }
    lines
}

/// A path as it is typed where words are parted by spaces.
fn quoted(path: &str) -> String {
    if path.contains(char::is_whitespace) { format!("\"{path}\"") } else { path.to_owned() }
}

/// Whether a program of this name lies in one of the folders in which the system looks for programs.
fn is_on_path(program: &str) -> bool {
    let folders = env::var_os("PATH").unwrap_or_default();
    let names =
        if cfg!(windows) { vec![format!("{program}.exe"), format!("{program}.cmd")] } else { vec![program.to_owned()] };
    env::split_paths(&folders).any(|folder| names.iter().any(|name| folder.join(name).is_file()))
}

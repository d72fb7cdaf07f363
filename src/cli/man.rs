//! `rapporteur man`: pages for `man`, made of the same words as the help.

use std::fs::OpenOptions;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use clap::{Arg, Args, Command};
use rapporteur::messages::{Message, system};

use super::interface::{about, locale};
use super::{ExitOutcome, complain, output};

rapporteur::messages! {
    "cli.man":
    name() = "NAME";
    synopsis() = "SYNOPSIS";
    description() = "DESCRIPTION";
    commands() = "COMMANDS";
    arguments() = "ARGUMENTS";
    options() = "OPTIONS";
    exit_status() = "EXIT STATUS";
    environment() = "ENVIRONMENT";
    see_also() = "SEE ALSO";
    exit_statuses() =
        "0 when all went well and there was nothing to find fault with, 1 when something was found, 2 when something that was \
         asked could not be done, 130 when it was stopped before it was done.";
    of_no_color() = "If it is set, nothing is coloured, unless `--color` says so.";
    of_clicolor_force() =
        "If it is set to anything but 0, output is coloured on whatever it goes to, unless NO_COLOR is set or `--color` says \
         otherwise.";
    of_library() = "The full path of the library, instead of the one in your data folder.";
    of_cache() = "The folder for pages and the index, instead of the one in your folder for caches.";
    is_no_page() = "This file is there already and is no page of Rapporteur's, and is left as it is. Name another folder.";
    not_written(fault: message) = "This page could not be written: {fault}.";
}

#[derive(Debug, Args)]
pub struct ManArguments {
    /// The folder that the pages are written into, which is made if it is not there. Pages of an earlier version that lie there
    /// are replaced; no other file is.
    #[arg(value_name = "FOLDER")]
    folder: PathBuf,
}

/// Writes the pages of a command line, and prints their names.
pub fn run(asked: &ManArguments, command: &Command) -> ExitOutcome {
    let mut pages = Vec::new();
    collect(command, None, &mut pages);
    if !asked.folder.is_dir()
        && let Err(error) = std::fs::create_dir_all(&asked.folder)
    {
        complain(&about(&asked.folder.display().to_string(), &not_written(system::fault(&error))));
        return ExitOutcome::Failed;
    }
    let mut written = String::new();
    for (name, page) in pages {
        let path = asked.folder.join(format!("{name}.1"));
        if let Err(why) = put(&path, &page) {
            complain(&about(&path.display().to_string(), &why));
            return ExitOutcome::Failed;
        }
        written += &format!("{}\n", path.display());
    }
    output::print(&written, ExitOutcome::Clean)
}

/// What each of our pages begins with, whatever the version.
const BEGIN: &str = ".TH \"RAPPORTEUR";

/// Writes a page where there is none, or an earlier one.
fn put(path: &Path, page: &str) -> Result<(), Message> {
    let said = |error: io::Error| not_written(system::fault(&error));
    let mut options = OpenOptions::new();
    match options.write(true).create_new(true).open(path) {
        Ok(mut file) => file.write_all(page.as_bytes()).map_err(said),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            let mut file = OpenOptions::new().read(true).write(true).open(path).map_err(said)?;
            let mut begin = [0; BEGIN.len()];
            if file.read_exact(&mut begin).is_err() || begin != BEGIN.as_bytes() {
                return Err(is_no_page());
            }
            file.set_len(0).and_then(|()| io::Seek::rewind(&mut file)).map_err(said)?;
            file.write_all(page.as_bytes()).map_err(said)
        }
        Err(error) => Err(said(error)),
    }
}

/// The pages of a command and of those below it, each with its name.
fn collect(command: &Command, parent: Option<&str>, pages: &mut Vec<(String, String)>) {
    let name = match parent {
        Some(parent) => format!("{parent}-{}", command.get_name()),
        None => command.get_name().to_owned(),
    };
    pages.push((name.clone(), page(command, &name, parent)));
    for sub in command.get_subcommands().filter(|sub| !sub.is_hide_set()) {
        collect(sub, Some(&name), pages);
    }
}

/// One page.
fn page(command: &Command, called: &str, parent: Option<&str>) -> String {
    let upper = called.to_uppercase();
    let mut page = format!(
        "{BEGIN}{}\" \"1\" \"\" \"rapporteur {}\"\n",
        escaped(&upper["RAPPORTEUR".len()..]),
        env!("CARGO_PKG_VERSION")
    );
    let about = command.get_about().map(ToString::to_string).unwrap_or_default();
    heading(&mut page, name());
    page += &format!("{} \\- {}\n", escaped(called), escaped(&about));
    heading(&mut page, synopsis());
    let usage = command.clone().render_usage().to_string();
    let usage = usage.split_once(':').map_or(usage.as_str(), |(_, usage)| usage).trim().to_owned();
    page += &format!("{}\n", text(&usage));
    heading(&mut page, description());
    page += &paragraphs(&command.get_long_about().or(command.get_about()).map(ToString::to_string).unwrap_or_default());
    let subs: Vec<&Command> = command.get_subcommands().filter(|sub| !sub.is_hide_set()).collect();
    if !subs.is_empty() {
        heading(&mut page, commands());
        for sub in &subs {
            let about = sub.get_about().map(ToString::to_string).unwrap_or_default();
            page += &format!(".TP\n\\fB{}\\-{}\\fR(1)\n{}\n", escaped(called), escaped(sub.get_name()), text(&about));
        }
    }
    let shown: Vec<&Arg> = command.get_arguments().filter(|arg| !arg.is_hide_set()).collect();
    let (positionals, flags): (Vec<&Arg>, Vec<&Arg>) = shown.into_iter().partition(|arg| arg.is_positional());
    for (title, args) in [(arguments(), positionals), (options(), flags)] {
        if !args.is_empty() {
            heading(&mut page, title);
            args.into_iter().for_each(|arg| page += &of_argument(arg));
        }
    }
    heading(&mut page, exit_status());
    match command.get_after_help() {
        Some(after) => page += &paragraphs(&after.to_string()),
        None => page += &format!("{}\n", text(&exit_statuses().text(locale()))),
    }
    heading(&mut page, environment());
    for (variable, said) in [
        ("NO_COLOR", of_no_color()),
        ("CLICOLOR_FORCE", of_clicolor_force()),
        ("RAPPORTEUR_LIBRARY", of_library()),
        ("RAPPORTEUR_CACHE", of_cache()),
    ] {
        page += &format!(".TP\n\\fB{variable}\\fR\n{}\n", text(&said.text(locale())));
    }
    let others =
        parent.into_iter().map(str::to_owned).chain(subs.iter().map(|sub| format!("{called}-{}", sub.get_name())));
    let others: Vec<String> = others.map(|other| format!("\\fB{}\\fR(1)", escaped(&other))).collect();
    if !others.is_empty() {
        heading(&mut page, see_also());
        page += &format!("{}\n", others.join(", "));
    }
    page
}

fn heading(page: &mut String, title: Message) {
    *page += &format!(".SH \"{}\"\n", escaped(&title.text(locale())));
}

/// An argument: its names, what stands behind them, and its help.
fn of_argument(arg: &Arg) -> String {
    let names = [arg.get_short().map(|short| format!("-{short}")), arg.get_long().map(|long| format!("--{long}"))];
    let names: Vec<String> = names.into_iter().flatten().map(|name| format!("\\fB{}\\fR", escaped(&name))).collect();
    let takes_values = arg.get_action().takes_values();
    let values: Vec<String> =
        arg.get_value_names().unwrap_or_default().iter().map(|name| format!("\\fI{}\\fR", escaped(name))).collect();
    let mut head = names.join(", ");
    if takes_values {
        head += if head.is_empty() { "" } else { " " };
        head += &values.join(" ");
    }
    let help = arg.get_long_help().or(arg.get_help()).map(ToString::to_string).unwrap_or_default();
    let mut lines = format!(".TP\n{head}\n");
    for (at, paragraph) in help.split("\n\n").enumerate() {
        lines += if at == 0 { "" } else { ".IP\n" };
        // Lines that stand below each other do so here, too: they list what may be written.
        lines += &paragraph.lines().map(|line| text(line.trim())).collect::<Vec<_>>().join("\n.br\n");
        lines.push('\n');
    }
    lines
}

/// Paragraphs, with what parts them.
fn paragraphs(words: &str) -> String {
    let all: Vec<String> = words.split("\n\n").map(|paragraph| text(&paragraph.replace('\n', " "))).collect();
    all.join("\n.PP\n") + "\n"
}

/// Words as a line of their own, which is no request even where it begins like one.
fn text(words: &str) -> String {
    let words = escaped(words);
    if words.starts_with(['.', '\'']) { format!("\\&{words}") } else { words }
}

/// Words in which every sign is itself: a backslash no escape, and a hyphen one that can be copied and typed.
fn escaped(words: &str) -> String {
    words.replace('\\', "\\e").replace('-', "\\-").replace('"', "\\(dq")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_of_the_form_are_words_here() {
        assert_eq!(text(".txt, or \"C:\\x\""), "\\&.txt, or \\(dqC:\\ex\\(dq");
        assert_eq!(text("--fix"), "\\-\\-fix");
    }
}

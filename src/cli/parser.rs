//! The command line's own words: its help and its errors, in the language of the interface.
//!
//! The English stands with the arguments, where clap takes it from. Of each piece the id is made of the commands' names
//! and the argument's: `help.check.format`; a text of several paragraphs has a number behind it.

use std::fmt;

use clap::builder::StyledStr;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, Command, Error};
use rapporteur::messages::{Argument, ArgumentText, Message};

use super::interface::locale;

rapporteur::messages! {
    "cli.parser":
    usage() = "Usage:";
    commands() = "Commands:";
    arguments() = "Arguments:";
    options() = "Options:";
    of_options() = "OPTIONS";
    of_command() = "COMMAND";
    possible_values(values: list) = "Possible values: {values}";
    default_value(value: name) = "Without it: {value}";
    help_flag() = "Print help";
    version_flag() = "Print version";
    problem() = "error:";
    more(command: name) = "For more, say `{command}`.";
    unknown_argument(argument: quote) = "There is no option {argument} here.";
    meant(name: name) = "Did you mean {name}?";
    unknown_command(command: quote) = "There is no command {command}.";
    no_value(argument: name) = "{argument} wants a value behind it.";
    empty(argument: name) = "{argument} can't be empty.";
    one_too_many(argument: quote) = "{argument} is one argument too many.";
    number_from_one() = "Give a whole number from 1.";
    wrong_value(argument: name, value: quote) = "{argument} can't be “{value}”.";
    one_of(values: or_list) = "Give {values}.";
    missing(arguments: and_list) = "This is missing: {arguments}.";
    missing_command(commands: or_list) = "Name a command: {commands}.";
    conflict(first: name, second: name) = "{first} and {second} can't be said together.";
    said_twice(argument: name) = "{argument} can be said only once.";
    not_utf8() = "An argument is not in UTF-8.";
    takes_no_value(argument: name) = "{argument} takes no value.";
    command_missing() = "A command is missing.";
    other() = "The command line could not be understood.";
}

/// The parser with all its words in the language of the interface.
pub fn localized(command: Command) -> Command {
    // Printed by us, since `--json` may stand behind it.
    let version = Arg::new(VERSION).short('V').long(VERSION).action(ArgAction::SetTrue);
    let command = with_our_flags(command).arg(version.help(version_flag().text(locale())));
    in_language(whole(command), "help")
}

/// The command with arguments of all commands where they belong.
fn whole(mut command: Command) -> Command {
    command.build();
    command
}

/// The name of the flag that asks for the version.
pub const VERSION: &str = "version";

/// The name of the flag that asks for help.
const HELP: &str = "help";

/// The command and those below it with flags whose help is ours, not the parser's, which is English.
fn with_our_flags(command: Command) -> Command {
    let names: Vec<String> = command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    let help = Arg::new(HELP).short('h').long(HELP).action(ArgAction::Help).help(help_flag().text(locale()));
    let command = command.disable_help_flag(true).disable_version_flag(true).arg(help);
    names.into_iter().fold(command, |command, name| command.mut_subcommand(name, with_our_flags))
}

/// What a piece of help says in the language of the interface.
fn phrase(id: &str, english: &StyledStr) -> String {
    let translated = paragraphs(id, english).into_iter().map(|(id, text)| locale().phrase(&id, &text).to_owned());
    translated.collect::<Vec<_>>().join("\n\n")
}

/// The paragraphs of a piece of help, each with its id.
fn paragraphs(id: &str, english: &StyledStr) -> Vec<(String, String)> {
    let english = english.to_string();
    let all: Vec<&str> = english.split("\n\n").collect();
    let id = |at: usize| if all.len() > 1 { format!("{id}.{}", at + 1) } else { id.to_owned() };
    all.iter().enumerate().map(|(at, text)| (id(at), (*text).to_owned())).collect()
}

/// The ids and the English of all pieces of help.
#[cfg(test)]
fn phrases(command: &Command, id: &str) -> Vec<(String, String)> {
    let mut pieces: Vec<(String, &StyledStr)> = Vec::new();
    pieces.extend(command.get_about().map(|about| (format!("{id}.about"), about)));
    pieces.extend(command.get_long_about().map(|about| (format!("{id}.long_about"), about)));
    pieces.extend(command.get_after_help().map(|after| (format!("{id}.after_help"), after)));
    for arg in command.get_arguments().filter(|arg| is_explained(arg)) {
        let of_arg = id_of(id, arg);
        pieces.extend(arg.get_help().map(|help| (of_arg.clone(), help)));
        pieces.extend(arg.get_long_help().map(|help| (format!("{of_arg}.long"), help)));
    }
    let mut all: Vec<(String, String)> =
        pieces.into_iter().flat_map(|(id, english)| paragraphs(&id, english)).collect();
    for arg in command.get_arguments().filter(|arg| !arg.is_hide_set() && arg.get_action().takes_values()) {
        for name in arg.get_value_names().unwrap_or_default() {
            all.push((format!("help.value.{}", name.to_lowercase()), name.to_string()));
        }
        for value in arg.get_possible_values().iter().filter_map(|value| Some((value.get_name(), value.get_help()?))) {
            all.push((format!("{}.{}", id_of(id, arg), value.0), value.1.to_string()));
        }
    }
    for sub in command.get_subcommands() {
        all.extend(phrases(sub, &format!("{id}.{}", sub.get_name())));
    }
    all
}

/// Whether the help of an argument stands with it: it is shown, and no flag of our own.
fn is_explained(arg: &Arg) -> bool {
    !arg.is_hide_set() && !matches!(arg.get_action(), ArgAction::Help | ArgAction::Version)
}

fn id_of(command: &str, arg: &Arg) -> String {
    // What all commands take is said once.
    if arg.is_global_set() { format!("help.{}", arg.get_id()) } else { format!("{command}.{}", arg.get_id()) }
}

fn in_language(mut command: Command, id: &str) -> Command {
    if let Some(about) = command.get_about().map(|about| phrase(&format!("{id}.about"), about)) {
        command = command.about(about);
    }
    if let Some(about) = command.get_long_about().map(|about| phrase(&format!("{id}.long_about"), about)) {
        command = command.long_about(about);
    }
    if let Some(after) = command.get_after_help().map(|after| phrase(&format!("{id}.after_help"), after)) {
        command = command.after_help(after);
    }
    let command = command.mut_args(|arg| argument_in_language(arg, id));
    let names: Vec<String> = command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    let command = names
        .into_iter()
        .fold(command, |command, name| command.mut_subcommand(&name, |sub| in_language(sub, &format!("{id}.{name}"))));
    with_headings(command)
}

/// An argument's help, the names of its values, and what clap would say of them in English.
fn argument_in_language(arg: Arg, id: &str) -> Arg {
    if !is_explained(&arg) {
        return arg;
    }
    let id = id_of(id, &arg);
    let takes_values = arg.get_action().takes_values();
    let help = arg.get_help().map(|help| phrase(&id, help));
    let long = arg.get_long_help().map(|help| phrase(&format!("{id}.long"), help));
    let shown: Vec<_> = arg.get_possible_values().into_iter().filter(|value| !value.is_hide_set()).collect();
    let values: Vec<Argument> = shown.iter().map(|value| Argument::name(value.get_name().to_owned())).collect();
    let explained: Vec<String> = shown
        .iter()
        .filter_map(|value| {
            let said = phrase(&format!("{id}.{}", value.get_name()), value.get_help()?);
            Some(format!("  {}: {said}", value.get_name()))
        })
        .collect();
    let of_default =
        arg.get_default_values().first().map(|value| default_value(value.to_string_lossy()).text(locale()));
    let names: Vec<String> = arg
        .get_value_names()
        .unwrap_or_default()
        .iter()
        .map(|name| locale().phrase(&format!("help.value.{}", name.to_lowercase()), name).to_owned())
        .collect();
    let mut arg = arg.hide_possible_values(true).hide_default_value(true);
    if !takes_values {
        return match help {
            Some(help) => arg.help(help),
            None => arg,
        };
    }
    let about_values = match (explained.is_empty(), values.is_empty()) {
        (_, true) => None,
        (true, false) => Some(possible_values(values).text(locale())),
        (false, false) => Some(explained.join("\n")),
    };
    if let Some(help) = help {
        let more = about_values.into_iter().chain(of_default);
        let whole = std::iter::once(long.unwrap_or_else(|| help.clone())).chain(more).collect::<Vec<_>>().join("\n\n");
        arg = arg.long_help(whole).help(help);
    }
    if names.is_empty() { arg } else { arg.value_names(names) }
}

/// The headings of the help, and the usage.
fn with_headings(mut command: Command) -> Command {
    let says = |message: Message| message.text(locale());
    let usage_line = command.render_usage().to_string();
    let usage_line = usage_line.strip_prefix("Usage:").unwrap_or(&usage_line).trim();
    let usage_line = usage_line
        .replace("[OPTIONS]", &format!("[{}]", says(of_options())))
        .replace("[COMMAND]", &format!("[{}]", says(of_command())))
        .replace("<COMMAND>", &format!("<{}>", says(of_command())));
    let mut template = format!("{{about-with-newline}}\n{} {{usage}}\n", says(usage()));
    let mut section = |heading: Message, tag: &str, wanted: bool| {
        if wanted {
            template += &format!("\n{}\n{{{tag}}}\n", says(heading));
        }
    };
    section(commands(), "subcommands", command.has_subcommands());
    section(arguments(), "positionals", command.get_positionals().any(|arg| !arg.is_hide_set()));
    section(options(), "options", true);
    template += "{after-help}";
    command.override_usage(usage_line).help_template(template)
}

/// The error of arguments that want another one beside them.
pub fn without(argument: &str) -> Error {
    let mut error = Error::new(ErrorKind::MissingRequiredArgument);
    error.insert(ContextKind::InvalidArg, ContextValue::Strings(vec![argument.to_owned()]));
    error
}

/// What is said of arguments that could not be understood. `None` for help and version, which are no errors.
pub fn complaint(error: &Error) -> Option<String> {
    if !error.use_stderr() {
        return None;
    }
    let locale = locale();
    let mut sentences = vec![fault(error)];
    sentences.extend(hint(error));
    sentences.push(more(ArgumentText::fixed("rapporteur --help")));
    let said = locale.sentences(sentences);
    Some(format!("{}{}{said}", problem().text(locale), locale.between_sentences))
}

/// What the parser writes behind an argument that may stand several times.
const SEVERAL: &str = "...";

fn text_of(error: &Error, kind: ContextKind) -> String {
    error.get(kind).map(plain).unwrap_or_default().trim_end_matches(SEVERAL).to_owned()
}

fn plain(value: &ContextValue) -> String {
    match value {
        ContextValue::String(text) => text.clone(),
        ContextValue::Strings(texts) => texts.join(", "),
        ContextValue::StyledStr(text) => text.to_string(),
        other => other.to_string(),
    }
}

fn names_of(error: &Error, kind: ContextKind) -> Vec<Argument> {
    match error.get(kind) {
        Some(ContextValue::Strings(texts)) => {
            texts.iter().map(|text| Argument::name(text.trim_end_matches(SEVERAL))).collect()
        }
        Some(other) => vec![Argument::name(plain(other))],
        None => Vec::new(),
    }
}

/// What is wrong.
fn fault(error: &Error) -> Message {
    let argument = text_of(error, ContextKind::InvalidArg);
    let value = text_of(error, ContextKind::InvalidValue);
    match error.kind() {
        ErrorKind::UnknownArgument if argument.starts_with('-') => unknown_argument(argument),
        ErrorKind::UnknownArgument => one_too_many(argument),
        ErrorKind::InvalidSubcommand => match text_of(error, ContextKind::InvalidSubcommand) {
            name if name.trim().is_empty() => command_missing(),
            name => unknown_command(name),
        },
        ErrorKind::InvalidValue | ErrorKind::ValueValidation if value.trim().is_empty() => {
            if argument.starts_with('-') { no_value(argument) } else { empty(argument) }
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => wrong_value(argument, value),
        ErrorKind::NoEquals | ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => no_value(argument),
        ErrorKind::MissingRequiredArgument => missing(names_of(error, ContextKind::InvalidArg)),
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            let commands = names_of(error, ContextKind::ValidSubcommand);
            if commands.is_empty() { command_missing() } else { missing_command(commands) }
        }
        ErrorKind::ArgumentConflict => match text_of(error, ContextKind::PriorArg) {
            prior if prior == argument || prior.is_empty() => said_twice(argument),
            prior => conflict(argument, prior),
        },
        ErrorKind::InvalidUtf8 => not_utf8(),
        ErrorKind::TooManyValues => takes_no_value(argument),
        _ => other(),
    }
}

/// What may have been meant.
fn hint(error: &Error) -> Option<Message> {
    let near = [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue];
    if let Some(name) = near.into_iter().find_map(|kind| error.get(kind)) {
        let name = match name {
            ContextValue::Strings(names) => names.first().cloned().unwrap_or_default(),
            other => plain(other),
        };
        return (!name.is_empty()).then(|| meant(name));
    }
    let valid = names_of(error, ContextKind::ValidValue);
    if valid.is_empty() {
        return std::error::Error::source(error)?.downcast_ref::<WrongValue>()?.hint.clone();
    }
    Some(one_of(valid))
}

/// Why a value is not taken.
#[derive(Debug)]
pub struct WrongValue {
    /// What would be.
    hint: Option<Message>,
}

impl fmt::Display for WrongValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.hint.as_ref().map(|hint| hint.text(locale())).unwrap_or_default())
    }
}

impl std::error::Error for WrongValue {}

/// A value that is more than spaces.
///
/// # Errors
///
/// When it is nothing else.
pub fn something(value: &str) -> Result<String, WrongValue> {
    if value.trim().is_empty() { Err(WrongValue { hint: None }) } else { Ok(value.to_owned()) }
}

/// A whole number that isn't 0.
///
/// # Errors
///
/// When the value is none.
pub fn one_or_more(value: &str) -> Result<usize, WrongValue> {
    let number = value.parse().ok().filter(|number| *number > 0);
    number.ok_or_else(|| WrongValue { hint: Some(number_from_one()) })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use clap::CommandFactory;
    use rapporteur::messages::translations;

    use super::super::Arguments;
    use super::*;

    #[test]
    fn the_parser_is_well_made() {
        localized(Arguments::command()).debug_assert();
    }

    /// All help is there in the five languages beside English, and nothing else is there under its name.
    #[test]
    fn all_help_is_translated() {
        let english: BTreeMap<String, String> =
            phrases(&whole(with_our_flags(Arguments::command())), "help").into_iter().collect();
        assert!(english.len() > 60, "the help is found: {}", english.len());
        let mut wrong = Vec::new();
        for (language, translations) in translations::ALL {
            for (id, text) in &english {
                if translations.get(id).is_none() {
                    wrong.push(format!("{language} lacks {id} = {}", text.replace('\n', " ")));
                }
            }
            let unknown =
                translations.entries().filter(|(id, _)| id.starts_with("help.") && !english.contains_key(*id));
            wrong.extend(unknown.map(|(id, _)| format!("{language} has {id}, which is not asked for")));
        }
        assert!(wrong.is_empty(), "{} faults\n{}", wrong.len(), wrong.join("\n"));
    }
}

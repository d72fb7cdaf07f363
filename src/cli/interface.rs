//! The language that the person at the terminal is spoken to in.

use std::env;
use std::ffi::OsString;
use std::sync::OnceLock;

use rapporteur::language::{self, ENGLISH, Language};
use rapporteur::messages::{Locale, Message};
use rapporteur::script::{is_invisible, is_wide};

/// The option that names the language.
pub const OPTION: &str = "--messages";

static INTERFACE: OnceLock<&'static Language> = OnceLock::new();

/// Chooses the language by the arguments and the environment, before anything is said.
pub fn choose(arguments: &[OsString]) {
    let asked = named(arguments).or_else(of_environment);
    let _ = INTERFACE.set(asked.unwrap_or(ENGLISH));
}

/// The language of all that is said.
pub fn interface() -> &'static Language {
    INTERFACE.get().copied().unwrap_or(ENGLISH)
}

/// How messages are told in it.
pub fn locale() -> &'static Locale {
    interface().locale
}

/// A sentence behind the name of what it is about.
pub fn about(name: &str, message: &Message) -> String {
    format!("{name}: {}", message.text(locale()))
}

/// How many columns of a terminal words take.
pub fn columns(words: &str) -> usize {
    words.chars().filter(|c| !is_invisible(*c)).map(|c| if is_wide(c) { 2 } else { 1 }).sum()
}

/// The language that an argument names.
fn named(arguments: &[OsString]) -> Option<&'static Language> {
    let code = value_of(OPTION, arguments)?;
    language::of_code(code)
}

/// What stands behind an option, before the command line is understood. What comes behind `--` is no option.
pub fn value_of<'a>(option: &str, arguments: &'a [OsString]) -> Option<&'a str> {
    let mut arguments =
        arguments.iter().filter_map(|argument| argument.to_str()).take_while(|argument| *argument != "--");
    while let Some(argument) = arguments.next() {
        let Some(rest) = argument.strip_prefix(option) else { continue };
        match rest.strip_prefix('=') {
            Some(value) => return Some(value),
            None if rest.is_empty() => return arguments.next(),
            None => {}
        }
    }
    None
}

/// The language of the environment, by the first of these variables that says something (POSIX, Environment Variables), else by
/// the system's own settings.
fn of_environment() -> Option<&'static Language> {
    let values = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().filter_map(env::var_os);
    match values.into_iter().find(|value| !value.is_empty()) {
        Some(value) => language::of_locale(value.to_str()?),
        None => of_system(),
    }
}

/// The first that the system knows from the languages which the user likes best: Windows sets no variables.
#[cfg(windows)]
fn of_system() -> Option<&'static Language> {
    sys_locale::get_locales().find_map(|locale| language::of_locale(&locale))
}

#[cfg(not(windows))]
fn of_system() -> Option<&'static Language> {
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(arguments: &[&str]) -> Option<&'static str> {
        let arguments: Vec<OsString> = arguments.iter().map(OsString::from).collect();
        named(&arguments).map(|language| language.code)
    }

    #[test]
    fn an_argument_names_the_language_wherever_it_stands() {
        assert_eq!(code(&["rapporteur", "check", "--messages", "fr", "a.txt"]), Some("fr"));
        assert_eq!(code(&["rapporteur", "--messages=zh", "explain"]), Some("zh"));
        assert_eq!(code(&["rapporteur", "check", "--", "--messages", "fr"]), None);
        assert_eq!(code(&["rapporteur", "check", "--messages", "de"]), None);
        assert_eq!(code(&["rapporteur", "check", "--messages"]), None);
        assert_eq!(code(&["rapporteur", "check", "a.txt"]), None);
    }

    #[test]
    fn wide_characters_take_two_columns() {
        assert_eq!([columns("vote"), columns("表决"), columns("\u{2068}a\u{2069}")], [4, 4, 1]);
    }
}

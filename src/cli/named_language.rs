//! Languages as people name them on the command line.

use rapporteur::language::{self, Language};
use rapporteur::messages::Argument;

use super::interface::locale;

rapporteur::messages! {
    "cli.named-language":
    no_language(code: name, codes: list) = "“{code}” is none of the six languages: {codes}.";
}

/// The language with a code.
///
/// # Errors
///
/// A sentence for the user that names all codes, where none has this one.
pub fn named_language(code: &str) -> Result<&'static Language, String> {
    language::of_code(code).ok_or_else(|| {
        let codes = language::ALL.iter().map(|language| Argument::name(language.code)).collect();
        no_language(code, codes).text(locale())
    })
}

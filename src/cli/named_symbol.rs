//! Instruments as people name them on the command line.

use rapporteur::symbol::Symbol;

/// The symbol that a text is, or that of the resolution whose number it is: `A/RES/62/175`, `62/175`, `1325 (2000)`.
pub fn named_symbol(text: &str) -> Option<Symbol> {
    let number = || Symbol::parse(&format!("A/RES/{text}")).or_else(|_| Symbol::parse(&format!("S/RES/{text}"))).ok();
    let is_number = text.starts_with(|c: char| c.is_ascii_digit());
    Symbol::parse(text).ok().or_else(|| is_number.then(number).flatten())
}

//! What pages for a browser have in common: text as it stands in HTML, its language and direction.

use super::printable::printable_character;
use crate::language::Language;

/// Nothing is fetched and nothing is run, whatever stands in the drafts.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'";

/// How a page begins, up to its heading: with its title, which stands in HTML already, and how it looks, in the language of the
/// interface.
pub fn beginning(title: &str, style: &str, interface: &Language) -> String {
    format!(
        "<!DOCTYPE html>\n<html{}>\n<head>\n<meta charset=\"utf-8\"/>\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\"/>\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n\
         <title>{title}</title>\n<style>\n{style}</style>\n</head>\n<body>\n<h1>{title}</h1>\n",
        of_language(interface),
    )
}

/// The attributes of what is in a language.
pub fn of_language(language: &Language) -> String {
    let direction = if language.marks.right_to_left { "rtl" } else { "ltr" };
    format!(" lang=\"{}\" dir=\"{direction}\"", language.code)
}

/// Text as it stands in HTML, between tags and in attributes. What a page may not hold is shown as what it is.
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 16);
    for c in text.chars() {
        match c {
            '&' => out += "&amp;",
            '<' => out += "&lt;",
            '>' => out += "&gt;",
            '"' => out += "&quot;",
            '\'' => out += "&#39;",
            '\n' | '\t' => out.push(c),
            // No characters of XML.
            '\u{fffe}' | '\u{ffff}' => out.push(char::REPLACEMENT_CHARACTER),
            c => out.push(printable_character(c)),
        }
    }
    out
}

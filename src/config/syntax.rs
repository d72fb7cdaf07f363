//! What is wrong with a text that is no TOML, in words of our own.

use crate::messages::Message;

crate::messages! {
    "config.toml":
    key_twice() = "this name has a value already";
    no_table() = "this name has a value that is no table";
    no_value() = "a value is missing";
    no_key() = "a name is missing";
    bad_key() = "a name has only letters from a to z, digits, “-” and “_”, or stands in quotation marks";
    missing(mark: quote) = "“{mark}” is missing";
    left_over(mark: quote) = "there is one “{mark}” too many";
    no_comma() = "a comma is missing";
    unquoted() = "words stand in quotation marks";
    open_words() = "these words need quotation marks on both sides, and a backslash before what stands for itself in them";
    bad_escape() = "behind a backslash stands what it cannot stand before";
    no_number() = "this is no number as TOML has it";
    no_truth() = "`true` or `false` belongs here";
    control_character() = "there is a character that cannot be seen";
    too_deep() = "there are too many brackets in each other";
    unexpected() = "this cannot stand here";
}

/// What is wrong, by what the library says: it has no kinds of its own but its words.
/// `what` is what stands in its place.
pub(super) fn fault(said: &str, what: &str) -> Message {
    if what.trim().is_empty() && said.starts_with("string values must be quoted") {
        return no_value();
    }
    let kind = KINDS.iter().find(|(begins, _)| said.starts_with(begins));
    kind.map_or_else(unexpected, |(_, message)| message())
}

type TomlFault = (&'static str, fn() -> Message);

/// How the words of a library begin, and what we say instead. The first that fits counts.
static KINDS: [TomlFault; 47] = [
    ("duplicate key", key_twice),
    ("cannot extend value", no_table),
    ("key with no value, expected `=`", || missing("=")),
    ("key with no value", no_value),
    ("missing value", no_value),
    ("missing key", no_key),
    ("unquoted keys cannot be empty", no_key),
    ("invalid unquoted key", bad_key),
    ("keys cannot be multi-line", bad_key),
    ("missing assignment", || missing("=")),
    ("unclosed array table", || missing("]]")),
    ("unclosed table", || missing("]")),
    ("unclosed array", || missing("]")),
    ("unclosed inline table", || missing("}")),
    ("missing array opening", || missing("[")),
    ("missing table open", || missing("[")),
    ("missing inline table opening", || missing("{")),
    ("missing opening quote", || missing("\"")),
    ("missing comma", no_comma),
    ("missing comment start", || missing("#")),
    ("extra comma", || left_over(",")),
    ("extra `=`", || left_over("=")),
    ("extra assignment", || left_over("=")),
    ("unexpected `=`", || left_over("=")),
    ("string values must be quoted", unquoted),
    ("invalid basic string", open_words),
    ("invalid literal string", open_words),
    ("invalid multi-line", open_words),
    ("invalid string", open_words),
    ("missing escaped value", bad_escape),
    ("too few unicode value digits", bad_escape),
    ("invalid value", bad_escape),
    ("invalid integer number", no_number),
    ("invalid hexadecimal number", no_number),
    ("invalid octal number", no_number),
    ("invalid binary number", no_number),
    ("invalid float", no_number),
    ("integers with a radix", no_number),
    ("radix must be lowercase", no_number),
    ("redundant", no_number),
    ("unexpected leading zero", no_number),
    ("unexpected sign", no_number),
    ("`_` may only go", no_number),
    ("invalid boolean", no_truth),
    ("invalid comment character", control_character),
    ("carriage return must be", control_character),
    ("cannot recurse further", too_deep),
];

#[cfg(test)]
mod tests {
    use crate::messages::Locale;

    #[test]
    fn what_is_no_toml_is_told_in_our_words() {
        let said = |text: &str| {
            let problems = crate::config::read(text).unwrap_err();
            let said = problems[0].message.text(&Locale::ENGLISH);
            said.trim_start_matches("This is not TOML as it should be: ").to_owned()
        };
        for (text, expected) in [
            ("language = \"en\"\nlanguage = \"fr\"", "this name has a value already"),
            ("a.b = 1\na = 2", "this name has a value already"),
            ("language", "“=” is missing"),
            ("language =", "a value is missing"),
            ("= 1", "a name is missing"),
            ("select = [\"a\"", "“]” is missing"),
            ("[rules", "“]” is missing"),
            ("[[files]", "“]]” is missing"),
            ("rules = { a = \"on\"", "“}” is missing"),
            ("x = }", "“{” is missing"),
            ("select = [\"a\" \"b\"]", "a comma is missing"),
            ("select = [,]", "there is one “,” too many"),
            ("x == 1", "there is one “=” too many"),
            ("language = en", "words stand in quotation marks"),
            ("select = “a”", "words stand in quotation marks"),
            ("language = \"\\q\"", "behind a backslash stands what it cannot stand before"),
            ("x = 01", "this is no number as TOML has it"),
            ("x = tru", "`true` or `false` belongs here"),
            ("x = 2026-13-45", "this cannot stand here"),
            ("# \u{1}", "there is a character that cannot be seen"),
            (
                "x = '",
                "these words need quotation marks on both sides, and a backslash before what stands for itself in them",
            ),
            ("ä = 1", "a name has only letters from a to z, digits, “-” and “_”, or stands in quotation marks"),
        ] {
            assert_eq!(said(text), format!("{expected}."), "{text:?}");
        }
    }
}

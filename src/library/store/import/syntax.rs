//! What is wrong with a record that is no JSON or no XML, in words of our own.

use quick_xml::errors::IllFormedError;
use serde_json::error::Category;

use crate::messages::Message;

crate::messages! {
    "library.syntax":
    ends_early() = "it ends too early";
    missing(mark: quote) = "“{mark}” is missing";
    missing_one(first: quote, second: quote) = "“{first}” or “{second}” is missing";
    no_value() = "a value is missing";
    bad_number() = "a number is not written as JSON has it";
    bad_text() = "words are not written as JSON has them";
    unquoted() = "a name does not stand in quotation marks";
    comma_left_over() = "there is a comma too many";
    something_behind() = "something stands behind its end";
    too_deep() = "there are too many brackets in each other";
    field_missing(field: name) = "“{field}” is missing";
    wrong_value() = "a value is of another kind than belongs there";
    not_so() = "it cannot be read";
    other_end(begun: quote, closed: quote) = "“<{begun}>” is closed by “</{closed}>”";
    only_end(closed: quote) = "“</{closed}>” closes what was not opened";
    no_end(begun: quote) = "“<{begun}>” is not closed";
    bad_markup() = "a tag or a comment is not closed";
    bad_attribute() = "an attribute is not written as XML has it";
    bad_reference() = "what stands between “&” and “;” is no character";
    bad_bytes() = "its bytes are not in the encoding that it names";
    no_xml() = "it is not written as XML has it";
}

/// What is wrong with a line of JSON. The library has no kinds of its own but its words.
pub(in crate::library::store) fn of_json(error: &serde_json::Error) -> Message {
    let said = error.to_string();
    if let Some((_, behind)) = said.split_once("missing field `")
        && let Some((field, _)) = behind.split_once('`')
    {
        return field_missing(field);
    }
    if let Some((_, message)) = JSON.iter().find(|(begins, _)| said.starts_with(begins)) {
        return message();
    }
    match error.classify() {
        Category::Eof => ends_early(),
        Category::Data => wrong_value(),
        Category::Syntax | Category::Io => not_so(),
    }
}

type JsonFault = (&'static str, fn() -> Message);

/// How the words of the library begin, and what we say instead. The first that fits counts.
static JSON: [JsonFault; 17] = [
    ("expected `:`", || missing(":")),
    ("expected `,` or `]`", || missing_one(",", "]")),
    ("expected `,` or `}`", || missing_one(",", "}")),
    ("expected `\"`", || missing("\"")),
    ("expected value", no_value),
    ("expected ident", no_value),
    ("invalid number", bad_number),
    ("number out of range", bad_number),
    ("invalid escape", bad_text),
    ("invalid unicode", bad_text),
    ("control character", bad_text),
    ("lone leading surrogate", bad_text),
    ("unexpected end of hex escape", bad_text),
    ("key must be a string", unquoted),
    ("trailing comma", comma_left_over),
    ("trailing characters", something_behind),
    ("recursion limit", too_deep),
];

/// What is wrong with a record of XML.
pub(super) fn of_xml(error: &quick_xml::Error) -> Message {
    use quick_xml::Error;
    match error {
        Error::IllFormed(IllFormedError::MismatchedEndTag { expected, found }) => other_end(expected, found),
        Error::IllFormed(IllFormedError::UnmatchedEndTag(found)) => only_end(found),
        Error::IllFormed(IllFormedError::MissingEndTag(begun)) => no_end(begun),
        Error::Syntax(_) => bad_markup(),
        Error::InvalidAttr(_) => bad_attribute(),
        Error::Escape(_) | Error::IllFormed(IllFormedError::UnclosedReference) => bad_reference(),
        Error::Encoding(_) => bad_bytes(),
        Error::Io(_) | Error::IllFormed(_) | Error::Namespace(_) => no_xml(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::Locale;

    #[test]
    fn what_is_no_json_is_told_in_our_words() {
        let said = |text: &str| {
            let error = serde_json::from_str::<serde_json::Map<String, serde_json::Value>>(text).unwrap_err();
            of_json(&error).text(&Locale::ENGLISH)
        };
        for (text, expected) in [
            (r#"{"a": 1"#, "it ends too early"),
            (r#"{"a" 1}"#, "“:” is missing"),
            (r#"{"a": 1 "b": 2}"#, "“,” or “}” is missing"),
            (r#"{"a": [1 2]}"#, "“,” or “]” is missing"),
            (r#"{"a": b}"#, "a value is missing"),
            (r#"{"a": tru}"#, "a value is missing"),
            (r#"{"a": 1.}"#, "a number is not written as JSON has it"),
            (r#"{"a": "\q"}"#, "words are not written as JSON has them"),
            (r#"{a: 1}"#, "a name does not stand in quotation marks"),
            (r#"{"a": 1,}"#, "there is a comma too many"),
            (r#"{"a": 1} x"#, "something stands behind its end"),
            (r#"[1]"#, "a value is of another kind than belongs there"),
        ] {
            assert_eq!(said(text), expected, "{text}");
        }
        assert_eq!(said(&format!("{{\"a\": {}", "[".repeat(200))), "there are too many brackets in each other");
    }

    #[test]
    fn what_is_no_xml_is_told_in_our_words() {
        let said = |text: &str| {
            let mut reader = quick_xml::Reader::from_str(text);
            loop {
                match reader.read_event() {
                    Ok(quick_xml::events::Event::Eof) => return "nothing".to_owned(),
                    Ok(_) => {}
                    Err(error) => return of_xml(&error).text(&Locale::ENGLISH),
                }
            }
        };
        assert_eq!(said("<a><b></a>"), "“<b>” is closed by “</a>”");
        assert_eq!(said("</a>"), "“</a>” closes what was not opened");
        assert_eq!(said("<a><!-- </a>"), "a tag or a comment is not closed");
        assert_eq!(said("<a>&lt </a>"), "what stands between “&” and “;” is no character");
    }
}

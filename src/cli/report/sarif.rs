//! SARIF 2.1.0, the format of code scanning services (OASIS standard, 27 March 2020).

use std::collections::HashMap;

use rapporteur::config::ignored;
use rapporteur::messages::{Argument, CalendarDay, Locale, Message, Template};
use rapporteur::report::places::{TextPlace, TextPlaces};
use rapporteur::report::{CheckedText, DocumentPlaceJson};
use rapporteur::rules::{self, Counterpart, Finding, Fix, Rule, Severity};
use serde_json::{Value, json};

use super::super::interface::{interface, locale};
use super::super::sources::with_slashes;
use super::super::texts::RunTally;
use super::Report;

pub struct SarifReport;

impl Report for SarifReport {
    fn head(&self) -> String {
        let rules: Vec<Value> = rules::ALL.iter().map(|rule| about(rule)).collect();
        let driver = json!({
            "name": "Rapporteur",
            "version": env!("CARGO_PKG_VERSION"),
            "semanticVersion": env!("CARGO_PKG_VERSION"),
            "rules": rules,
            "globalMessageStrings": message_strings(shared_messages()),
        });
        let driver = with_address(driver, "informationUri", "");
        // The results are written as they come, so the frame around them is written by hand.
        format!(
            "{{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\",\"version\":\"2.1.0\",\"runs\":[{{\
             \"tool\":{{\"driver\":{driver}}},\"columnKind\":\"unicodeCodePoints\",\"results\":[\n"
        )
    }

    fn shows_mends(&self) -> bool {
        true
    }

    fn separator(&self) -> &'static str {
        ",\n"
    }

    fn answer(&self, checked: &CheckedText<'_>) -> String {
        let places = checked.places();
        let uri = uri(checked.name);
        let mut seen = HashMap::new();
        let results: Vec<String> = checked
            .findings
            .iter()
            .map(|finding| {
                let related: Vec<Value> = finding
                    .related
                    .iter()
                    .enumerate()
                    .map(|(id, related)| {
                        let mut location = location(&uri, &places, &related.range);
                        location["id"] = json!(id);
                        location["message"] = json!({ "text": related.message.text(checked.locale) });
                        location
                    })
                    .chain(finding.counterparts.iter().enumerate().filter_map(|(id, counterpart)| {
                        elsewhere(finding.related.len() + id, counterpart, checked.locale)
                    }))
                    .collect();
                let mut result = json!({
                    "ruleId": finding.code,
                    "level": level(finding.severity),
                    "message": message(&finding.message, checked.locale),
                    "locations": [location(&uri, &places, &finding.range)],
                });
                let fingerprint = fingerprint(checked.text, finding);
                let count = seen.entry(fingerprint).and_modify(|count| *count += 1).or_insert(1);
                result["partialFingerprints"] = json!({ FINGERPRINT: format!("{fingerprint:016x}:{count}") });
                if let Some(fix) = &finding.fix {
                    result["fixes"] = json!([mend(&uri, &places, fix, checked.locale)]);
                }
                if let Some(index) = rules::ALL.iter().position(|rule| rule.code == finding.code) {
                    result["ruleIndex"] = json!(index);
                }
                if let Some(place) = checked.map.document_place(checked.text, finding.range.start) {
                    result["properties"] = json!({ "document": DocumentPlaceJson::from(place) });
                }
                if !related.is_empty() {
                    result["relatedLocations"] = Value::Array(related);
                }
                result.to_string()
            })
            .collect();
        results.join(",\n")
    }

    fn tail(&self, tally: &RunTally) -> String {
        format!("\n],\"invocations\":[{{\"executionSuccessful\":{}}}]}}]}}\n", tally.failed == 0)
    }
}

/// A place in another file.
fn elsewhere(id: usize, counterpart: &Counterpart, locale: &Locale) -> Option<Value> {
    let ((line, column), (end_line, end_column)) = (counterpart.start, counterpart.end);
    Some(json!({
        "id": id,
        "physicalLocation": {
            "artifactLocation": { "uri": uri(&counterpart.file.as_ref()?.to_string_lossy()) },
            "region": {
                "startLine": line + 1,
                "startColumn": column + 1,
                "endLine": end_line + 1,
                "endColumn": end_column + 1,
            },
        },
        "message": { "text": rules::shown_counterpart(counterpart).text(locale) },
    }))
}

/// A message with its id and arguments, which are the same in every language. The id is one of the rule's `messageStrings`, or
/// of the `globalMessageStrings`.
fn message(message: &Message, locale: &Locale) -> Value {
    let arguments: Vec<String> = message.arguments().iter().map(argument).collect();
    let mut object = json!({ "text": message.text(locale), "id": message.id() });
    if !arguments.is_empty() {
        object["arguments"] = json!(arguments);
    }
    object
}

/// What goes into a message, in no language: a date as ISO 8601 has it, and of a message within the message its id, with what
/// goes into that in parentheses.
fn argument(argument: &Argument) -> String {
    let all = |arguments: &[Argument]| arguments.iter().map(self::argument).collect::<Vec<_>>().join(", ");
    match argument {
        Argument::Number(number) | Argument::Count(number) | Argument::Session(number) => number.to_string(),
        Argument::Label(text) | Argument::Symbol(text) | Argument::Quote(text) | Argument::Name(text) => {
            text.as_str().to_owned()
        }
        Argument::Date(CalendarDay { year, month, day }) => format!("{year:04}-{month:02}-{day:02}"),
        Argument::Month(month) => month.to_string(),
        Argument::Language(code) => (*code).to_owned(),
        Argument::Choice(key) => (*key).to_owned(),
        Argument::List(_, members) => all(members),
        Argument::Message(message) if message.arguments().is_empty() => message.id().to_owned(),
        Argument::Message(message) => format!("{}({})", message.id(), all(message.arguments())),
    }
}

/// What several rules tell.
fn shared_messages() -> impl Iterator<Item = &'static Template> {
    let is_of_one =
        |template: &&Template| rules::ALL.iter().flat_map(|rule| rule.messages).any(|own| own.id == template.id);
    rules::messages().filter(move |template| !is_of_one(template))
}

/// Messages by their ids, with the places of their arguments: `{0}`.
fn message_strings(templates: impl Iterator<Item = &'static Template>) -> Value {
    let text = |template: &Template| template.pattern(locale(), |index| format!("{{{index}}}"));
    templates.map(|template| (template.id.to_owned(), json!({ "text": text(template) }))).collect()
}

/// A rule as SARIF describes rules.
fn about(rule: &Rule) -> Value {
    let documentation = rule.page(interface());
    let documentation = documentation.trim();
    let about = json!({
        "id": rule.code,
        "shortDescription": { "text": rule.summary(interface()) },
        "fullDescription": { "text": rule.says(interface()) },
        "help": { "text": documentation, "markdown": documentation },
        "defaultConfiguration": { "enabled": rule.is_on_by_default(), "level": level(rule.severity) },
        "messageStrings": message_strings(rule.messages.iter().copied()),
        "properties": { "tags": [rule.group.name()] },
    });
    with_address(about, "helpUri", &format!("/blob/main/docs/rules.md#{}", rule.code))
}

/// An object with an address in the public repository, once there is one.
fn with_address(mut object: Value, key: &str, page: &str) -> Value {
    let repository = env!("CARGO_PKG_REPOSITORY");
    if !repository.is_empty() {
        object[key] = format!("{repository}{page}").into();
    }
    object
}

/// The name of the way in which fingerprints are made.
const FINGERPRINT: &str = "ruleAndWords/v1";

/// By what a finding is known again in another version of its text: its rule, and the words around. The hash is FNV-1a,
/// which stays the same from one version of the program to the next.
fn fingerprint(text: &str, finding: &Finding) -> u64 {
    let words = ignored::context(text, &finding.range);
    let bytes = finding.code.bytes().chain([0]).chain(words.bytes());
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash: u64, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// A mend as SARIF describes one.
fn mend(uri: &str, places: &TextPlaces, fix: &Fix, locale: &Locale) -> Value {
    let replacements: Vec<Value> = fix
        .edits
        .iter()
        .map(|edit| json!({ "deletedRegion": region(places, &edit.range), "insertedContent": { "text": edit.text } }))
        .collect();
    json!({
        "description": { "text": fix.title.text(locale) },
        "artifactChanges": [{ "artifactLocation": { "uri": uri }, "replacements": replacements }],
    })
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Information | Severity::Hint => "note",
    }
}

fn location(uri: &str, places: &TextPlaces, range: &std::ops::Range<usize>) -> Value {
    json!({ "physicalLocation": { "artifactLocation": { "uri": uri }, "region": region(places, range) } })
}

fn region(places: &TextPlaces, range: &std::ops::Range<usize>) -> Value {
    let (start, end): (TextPlace, TextPlace) = (places.get(range.start), places.get(range.end));
    json!({
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
    })
}

/// A path as a URI reference: relative as it was given, or absolute.
fn uri(path: &str) -> String {
    if path == "-" {
        return "stdin:".to_owned();
    }
    let path = with_slashes(path);
    let path = path.strip_prefix("./").unwrap_or(&path);
    let mut uri = String::with_capacity(path.len() + 8);
    if cfg!(windows) && path.starts_with("//") {
        // A server's name stands behind two slashes already.
        uri.push_str("file:");
    } else if path.starts_with('/') {
        uri.push_str("file://");
    } else if cfg!(windows) && path.as_bytes().get(1) == Some(&b':') {
        uri.push_str("file:///");
    }
    for byte in path.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => uri.push(char::from(byte)),
            _ => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_goes_into_a_message_is_in_no_language() {
        use rapporteur::messages::ListStyle;

        let day = Argument::Date(CalendarDay { year: 2007, month: 2, day: 9 });
        assert_eq!(
            argument(&Argument::List(ListStyle::And, [day, Argument::Count(12_345)].into())),
            "2007-02-09, 12345"
        );
        assert_eq!(argument(&Argument::Month(2)), "2");
        let nested = rapporteur::messages::system::fault(&std::io::Error::other("odd"));
        assert_eq!(argument(&Argument::Message(nested)), "system.other(odd)");
    }

    #[test]
    fn every_message_of_a_rule_is_one_of_its_strings() {
        let strings =
            |code| message_strings(rules::ALL.iter().find(|rule| rule.code == code).unwrap().messages.iter().copied());
        let text = strings("footnote-unused")["footnote-unused.not_called"]["text"].clone();
        assert_eq!(
            text,
            "Nothing in the text calls footnote {0}. Put marker {0} where it belongs, or remove the note."
        );
        for rule in rules::ALL {
            let strings = message_strings(rule.messages.iter().copied());
            assert!(strings.as_object().is_some_and(|strings| !strings.is_empty()), "{}", rule.code);
        }
        assert!(message_strings(shared_messages())["closing-mark.put_at_end"].is_object());
    }

    #[test]
    fn a_path_becomes_a_uri() {
        assert_eq!(uri("./drafts/night sky.txt"), "drafts/night%20sky.txt");
        assert_eq!(uri("草案.txt"), "%E8%8D%89%E6%A1%88.txt");
        #[cfg(not(windows))]
        assert_eq!(["a:b.txt", "/tmp/a.txt"].map(uri), ["a%3Ab.txt", "file:///tmp/a.txt"]);
        #[cfg(windows)]
        assert_eq!(
            [r"drafts\a.txt", r"C:\drafts\a.txt", r"\\harbour\drafts\a.txt"].map(uri),
            ["drafts/a.txt", "file:///C%3A/drafts/a.txt", "file://harbour/drafts/a.txt"]
        );
    }
}

//! What is printed as JSON is what its schema says.

use regex::Regex;
use serde_json::{Value, json};

use crate::desk::{Desk, Ended};
use crate::harness::example;
use crate::word_file::WordFile;

/// What is wrong with a value by a schema: of JSON Schema draft 7 the keywords that ours use, and beyond it each property that
/// no schema describes.
struct SchemaCheck<'a> {
    root: &'a Value,
}

/// Keywords that say nothing of a value.
const WORDS: [&str; 4] = ["$schema", "title", "description", "definitions"];

impl SchemaCheck<'_> {
    fn faults(&self, schema: &Value, value: &Value, at: &str) -> Vec<String> {
        let mut faults = Vec::new();
        for (keyword, wanted) in schema.as_object().unwrap() {
            let is_right = match keyword.as_str() {
                word if WORDS.contains(&word) => true,
                "$ref" => {
                    let place = wanted.as_str().unwrap().strip_prefix('#').unwrap();
                    faults.extend(self.faults(self.root.pointer(place).unwrap(), value, at));
                    true
                }
                "oneOf" => {
                    let each = wanted.as_array().unwrap().iter().map(|one| self.faults(one, value, at));
                    let mut wrong: Vec<Vec<String>> = each.collect();
                    let count = wrong.len();
                    wrong.retain(|faults| !faults.is_empty());
                    // None is right: the nearest is told.
                    if wrong.len() == count {
                        faults.extend(wrong.into_iter().min_by_key(Vec::len).unwrap());
                        true
                    } else {
                        wrong.len() + 1 == count
                    }
                }
                "type" => {
                    let wanted = wanted.as_array().cloned().unwrap_or_else(|| vec![wanted.clone()]);
                    wanted.iter().any(|kind| is_of_type(value, kind.as_str().unwrap()))
                }
                // What is null is there.
                "required" => wanted
                    .as_array()
                    .unwrap()
                    .iter()
                    .all(|key| value.as_object().is_some_and(|value| value.contains_key(key.as_str().unwrap()))),
                "properties" => {
                    for (key, value) in value.as_object().into_iter().flatten() {
                        match wanted.get(key) {
                            Some(schema) => faults.extend(self.faults(schema, value, &format!("{at}/{key}"))),
                            None => faults.push(format!("{at}/{key} is not described")),
                        }
                    }
                    true
                }
                "items" => {
                    for (place, item) in value.as_array().into_iter().flatten().enumerate() {
                        faults.extend(self.faults(wanted, item, &format!("{at}/{place}")));
                    }
                    true
                }
                "minItems" => value.as_array().is_none_or(|items| items.len() as u64 >= wanted.as_u64().unwrap()),
                "minLength" => {
                    value.as_str().is_none_or(|text| text.chars().count() as u64 >= wanted.as_u64().unwrap())
                }
                "minimum" => value.as_u64().is_none_or(|number| number >= wanted.as_u64().unwrap()),
                "enum" => wanted.as_array().unwrap().contains(value),
                "pattern" => {
                    value.as_str().is_none_or(|text| Regex::new(wanted.as_str().unwrap()).unwrap().is_match(text))
                }
                other => panic!("the schema has {other}, which this test doesn't know"),
            };
            if !is_right {
                faults.push(format!("{at}: {keyword} of {value}"));
            }
        }
        faults
    }
}

fn is_of_type(value: &Value, kind: &str) -> bool {
    match kind {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        "integer" => value.is_u64() || value.is_i64(),
        "null" => value.is_null(),
        other => panic!("no type {other}"),
    }
}

fn schema(command: &str) -> Value {
    let printed = Desk::new("schema-printed").run(&["schema", command]);
    assert_eq!((printed.status, printed.stderr.as_str()), (0, ""));
    let path = format!("{}/docs/schemas/{command}.schema.json", env!("CARGO_MANIFEST_DIR"));
    assert_eq!(printed.stdout, std::fs::read_to_string(path).unwrap());
    serde_json::from_str(&printed.stdout).unwrap()
}

#[track_caller]
fn is_as_described(schema: &Value, printed: &Ended, at_least: usize) {
    let lines = printed.lines();
    assert!(lines.len() >= at_least, "{} lines: {}{}", lines.len(), printed.stdout, printed.stderr);
    for line in lines {
        let faults = SchemaCheck { root: schema }.faults(schema, &line, "");
        assert!(faults.is_empty(), "{faults:?} in {line}");
    }
}

/// A Word document with a number twice, a note without a mark, and tracked changes.
fn letter() -> Vec<u8> {
    let paragraph = |text: &str| format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>");
    let body = ["The General Assembly,", "Recalling A/Res/90/211,", "1. Decides to rest;", "1. Decides to wait."];
    WordFile { body: body.map(paragraph).concat(), ..WordFile::default() }.bytes()
}

fn desk(name: &str) -> Desk {
    let versions = ["en", "fr", "zh"].map(|code| format!("versions/harbour-lights.{code}.resolution.txt"));
    let mut desk = Desk::new(name)
        .with("night-sky.en.resolution.txt", example("night-sky.en.resolution.txt"))
        .with("92-14.en.resolution.txt", example("92-14.en.resolution.txt"))
        .with("lamp-fund.md", example("association/lamp-fund.md"))
        .with("letter.docx", letter())
        .with("rapporteur.toml", "[[ignored]]\nrule = 'footnote-order'\nwords = 'the lamps of old'\n");
    for file in &versions {
        desk = desk.with(file, example(file));
    }
    desk
}

#[test]
fn findings_are_as_their_schema_says() {
    let schema = schema("check");
    let desk = desk("schema-check");
    let check = |more: &[&str]| desk.run(&[&["check", "--format", "json"], more].concat());
    is_as_described(&schema, &check(&["--report-unused-ignores", "."]), 8);
    is_as_described(&schema, &check(&["--statistics", "."]), 4);
    is_as_described(&schema, &check(&["--select", "standard,style,pedantic,negotiation,update", "."]), 6);
    let found = check(&["."]).lines();
    assert!(found.iter().any(|finding| finding["document"]["word"].is_u64()), "one stands in a Word document");
    assert!(found.iter().any(|finding| finding["versions"].is_array()), "one is about language versions");
    let piped = desk
        .feed(&["check", "--format", "json", "-"], b"The General Assembly,\n\nRecalling A/Res/90/211,\n\nDecides.\n");
    is_as_described(&schema, &piped, 1);
}

#[test]
fn structures_are_as_their_schema_says() {
    let schema = schema("inspect");
    let desk = desk("schema-inspect");
    is_as_described(&schema, &desk.run(&["inspect", "--format", "json", "."]), 7);
    is_as_described(&schema, &desk.feed(&["inspect", "--format", "json", "-"], b"Nothing of a resolution.\n"), 1);
}

#[test]
fn what_a_schema_does_not_describe_is_found() {
    let schema = schema("check");
    let right = json!({ "code": "footnote-order", "findings": 2, "texts": 1 });
    let faults = |line: &Value| SchemaCheck { root: &schema }.faults(&schema, line, "");
    assert_eq!(faults(&right), [""; 0]);
    for (key, value) in
        [("findings", json!(0)), ("texts", json!("1")), ("code", json!("Footnote order")), ("more", json!(1))]
    {
        let mut wrong = right.clone();
        wrong[key] = value;
        assert!(!faults(&wrong).is_empty(), "{wrong}");
    }
}

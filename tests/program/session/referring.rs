//! Which paragraph a reference means is answered alike by all that is asked of it: hover, definition, references,
//! highlights, renaming, renumbering, moving and the rule about references, whatever has become of the labels.

use serde_json::{Value, json};

use super::renumbering::{able, made};
use crate::harness::{Document, Editor};

/// What a draft is made of in a language.
struct Words {
    code: &'static str,
    organ_line: &'static str,
    preambular: &'static str,
    /// `#` is the number.
    label: &'static str,
    /// `{}` is a name that no other paragraph has.
    operative: &'static str,
    /// `#` is the number of the paragraph that it refers to.
    above: &'static str,
}

const LANGUAGES: [Words; 6] = [
    Words {
        code: "en",
        organ_line: "The General Assembly,",
        preambular: "Recalling the long nights,",
        label: "#.",
        operative: "Decides to light the lamp {}",
        above: "as said in paragraph # above",
    },
    Words {
        code: "fr",
        organ_line: "L’Assemblée générale,",
        preambular: "Rappelant les longues nuits,",
        label: "#.",
        operative: "Décide d’allumer la lampe {}",
        above: "comme dit au paragraphe # ci-dessus",
    },
    Words {
        code: "es",
        organ_line: "La Asamblea General,",
        preambular: "Recordando las largas noches,",
        label: "#.",
        operative: "Decide encender la lámpara {}",
        above: "según el párrafo # supra",
    },
    Words {
        code: "ru",
        organ_line: "Генеральная Ассамблея,",
        preambular: "ссылаясь на долгие ночи,",
        label: "#.",
        operative: "постановляет зажечь лампу {}",
        above: "как сказано в пункте # выше",
    },
    Words {
        code: "ar",
        organ_line: "إن الجمعية العامة،",
        preambular: "إذ تشير إلى الليالي الطويلة،",
        label: "# -",
        operative: "تقرر إضاءة المصباح {}",
        above: "وفقا للفقرة # أعلاه",
    },
    Words {
        code: "zh",
        organ_line: "大会，",
        preambular: "回顾漫漫长夜，",
        label: "#.",
        operative: "决定点亮{}灯",
        above: "按照上文第#段",
    },
];

/// What tells the paragraphs of a draft apart, in their order.
const NAMES: [&str; 7] = ["Alba", "Brio", "Cima", "Duna", "Eco", "Faro", "Giro"];

/// The paragraph that refers to the others, by its place.
const REFERRING: usize = 4;

/// The numbers that it refers to.
const REFERRED: std::ops::RangeInclusive<u32> = 1..=6;

impl Words {
    /// A draft with these labels.
    fn draft(&self, labels: &[u32]) -> String {
        let mut text = format!("{}\n\n{}\n\n", self.organ_line, self.preambular);
        for (place, (label, name)) in labels.iter().zip(NAMES).enumerate() {
            let last = place + 1 == labels.len();
            let references = REFERRED.map(|number| self.above.replace('#', &number.to_string()));
            let references: Vec<String> = references.filter(|_| place == REFERRING).collect();
            let (comma, stop, semicolon) = match self.code {
                "zh" => ("，", "。", "；"),
                "ar" => ("، ", ".", "؛"),
                _ => (", ", ".", ";"),
            };
            let words = std::iter::once(self.operative.replace("{}", name)).chain(references);
            let words = words.collect::<Vec<_>>().join(comma);
            let label = self.label.replace('#', &label.to_string());
            text += &format!("{label} {words}{}\n\n", if last { stop } else { semicolon });
        }
        text
    }
}

/// The line of a paragraph in a text, by its name.
fn line<'t>(text: &'t str, name: &str) -> &'t str {
    text.lines().find(|line| line.contains(name)).unwrap_or_else(|| panic!("{name} in {text}"))
}

/// The numbers of a line: its label's, then those of its references.
fn numbers(line: &str) -> Vec<u32> {
    let digits = line.split(|c: char| !c.is_ascii_digit()).filter(|digits| !digits.is_empty());
    digits.map(|digits| digits.parse().unwrap()).collect()
}

fn label_of(text: &str, name: &str) -> u32 {
    numbers(line(text, name))[0]
}

/// The number that a reference, by its place among them, has in a text.
fn reference_in(text: &str, place: usize) -> u32 {
    numbers(line(text, NAMES[REFERRING]))[1 + place]
}

/// A draft that is open in an editor.
struct Asked<'a> {
    editor: &'a mut Editor,
    document: Document,
}

impl Asked<'_> {
    fn ask(&mut self, method: &str, at: usize, more: Value) -> Value {
        let mut params = json!({
            "textDocument": { "uri": self.document.uri }, "position": self.document.position(at)
        });
        params.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        self.editor.ask_anyway(method, params)
    }

    /// The name of the paragraph on whose line a range of the draft begins.
    fn paragraph_at(&self, range: &Value) -> Option<&'static str> {
        let line = self.document.text.lines().nth(range["start"]["line"].as_u64().unwrap() as usize).unwrap();
        NAMES.into_iter().find(|name| line.contains(name))
    }

    /// The paragraph whose label is among ranges.
    fn labelled(&self, ranges: &Value) -> Option<&'static str> {
        let ranges = ranges.as_array().cloned().unwrap_or_default();
        let labels = ranges.iter().map(|found| &found["range"]).filter(|range| range["start"]["character"] == 0);
        let found: Vec<&str> = labels.map(|range| self.paragraph_at(range).unwrap()).collect();
        assert!(found.len() < 2, "{ranges:?}");
        found.first().copied()
    }

    /// The text after each code action of a kind at a place, with the action's title.
    fn actions(&mut self, kind: &str, at: usize) -> Vec<(String, String)> {
        let position = self.document.position(at);
        let offered = self.editor.ask(
            "textDocument/codeAction",
            json!({
                "textDocument": { "uri": self.document.uri },
                "range": { "start": position, "end": position },
                "context": { "diagnostics": [], "only": [kind], "triggerKind": 1 }
            }),
        );
        let offered = offered.as_array().cloned().unwrap_or_default();
        let after =
            |action: &Value| (action["title"].as_str().unwrap().to_owned(), made(&self.document, &action["edit"]));
        offered.iter().map(after).collect()
    }

    /// Asks everything about the reference to a number, checks that the answers agree, and gives the paragraph.
    fn meant(&mut self, place: usize, number: u32, words: &Words) -> Option<&'static str> {
        let text = self.document.text.clone();
        let said = words.above.replace('#', &number.to_string());
        let at = text.find(&said).unwrap() + said.find(&number.to_string()).unwrap();
        let about = format!("{} in\n{text}", said);

        let definition = self.ask("textDocument/definition", at, json!({}))["result"].clone();
        let definition = if definition.is_array() { definition[0].clone() } else { definition };
        let range = definition.get("targetRange").or_else(|| definition.get("range"));
        let meant = range.and_then(|range| self.paragraph_at(range));

        let hover = self.ask("textDocument/hover", at, json!({}))["result"]["contents"]["value"].clone();
        let shown = hover.as_str().and_then(|hover| NAMES.into_iter().find(|name| hover.contains(name)));
        assert_eq!(shown, meant, "hover of {about}");
        let found = self.ask("textDocument/documentHighlight", at, json!({}))["result"].clone();
        assert_eq!(self.labelled(&found), meant, "highlights of {about}");
        let more = json!({ "context": { "includeDeclaration": true } });
        let found = self.ask("textDocument/references", at, more)["result"].clone();
        assert_eq!(self.labelled(&found), meant, "references of {about}");

        let renamed = self.ask("textDocument/rename", at, json!({ "newName": "77" }));
        match meant {
            Some(meant) => {
                let after = made(&self.document, &renamed["result"]);
                for name in NAMES.into_iter().filter(|name| text.contains(name)) {
                    let label = if name == meant { 77 } else { label_of(&text, name) };
                    assert_eq!(label_of(&after, name), label, "renaming {about}");
                }
                assert_eq!(reference_in(&after, place), 77, "renaming {about}");
            }
            None => assert!(renamed["error"].is_object(), "renaming {about}"),
        }

        let mut changed = self.actions("refactor.rewrite.renumber", at);
        changed.retain(|(title, _)| title.contains("operative"));
        if let Some(meant) = meant {
            let moved = self.actions("refactor.rewrite.move", text.find(meant).unwrap());
            assert!(!moved.is_empty(), "moving {about}");
            changed.extend(moved);
        }
        for (title, after) in changed {
            let number = meant.map_or(number, |meant| label_of(&after, meant));
            assert_eq!(reference_in(&after, place), number, "{title}: {about}\nafterwards\n{after}");
        }
        meant
    }
}

/// The paragraphs that the references of a draft mean, as everything that is asked answers.
fn meanings(editor: &mut Editor, words: &Words, labels: &[u32]) -> Vec<Option<&'static str>> {
    let shown: Vec<String> = labels.iter().map(u32::to_string).collect();
    let uri = format!("file:///drafts/{}-{}.resolution", words.code, shown.join("-"));
    let document = Document::open(editor, &uri, &words.draft(labels));
    let findings = editor.findings(&document);
    let mut asked = Asked { editor, document };
    let meant: Vec<_> = REFERRED.enumerate().map(|(place, number)| asked.meant(place, number, words)).collect();
    // Among labels in their order the rule holds that what is above stands above, and that all is there.
    if labels.iter().copied().eq(1..=labels.len() as u32) {
        let document = &asked.document;
        for (number, meant) in REFERRED.zip(&meant) {
            let said = words.above.replace('#', &number.to_string());
            let range = document.text.find(&said).unwrap() + said.find(&number.to_string()).unwrap();
            let found = findings.list.iter().any(|finding| {
                finding["code"] == "paragraph-reference" && finding["range"]["start"] == document.position(range)
            });
            let place = meant.and_then(|meant| NAMES.iter().position(|name| *name == meant));
            assert_eq!(found, place.is_none_or(|place| place >= REFERRING), "{said} in {}", document.text);
        }
    }
    meant
}

/// Labels that were doubled, left out or shuffled, as hands do it, and some as chance does.
fn labels() -> Vec<Vec<u32>> {
    let by_hand: [&[u32]; 9] = [
        &[1, 2, 3, 4, 5],
        &[3, 1, 2, 3, 4, 5],
        &[4, 1, 2, 3, 4, 5],
        &[1, 2, 3, 4, 2, 5],
        &[1, 2, 2, 3, 4, 5],
        &[1, 2, 4, 5, 6],
        &[2, 1, 3, 4, 5],
        &[5, 1, 2, 3, 4],
        &[1, 3, 2, 5, 4, 6],
    ];
    let mut seed = 14u64;
    let mut number = || {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) as u32 % 6 + 1
    };
    let by_chance = (0..8).map(|_| (0..NAMES.len()).map(|_| number()).collect());
    by_hand.into_iter().map(<[u32]>::to_vec).chain(by_chance).collect()
}

#[test]
fn what_a_reference_means_is_answered_alike() {
    let params = json!({ "processId": null, "rootUri": null, "capabilities": able() });
    let mut editor = Editor::with(params).0;
    let mut resolved = 0;
    for words in &LANGUAGES {
        for labels in labels() {
            resolved += meanings(&mut editor, words, &labels).iter().flatten().count();
        }
    }
    // All would agree if nothing was ever found.
    assert!(resolved > 300, "{resolved}");
    editor.goodbye();
}

/// Of two paragraphs with one number the one is meant that goes on with the count.
#[test]
fn of_two_paragraphs_with_one_number_the_one_in_its_place_is_meant() {
    let params = json!({ "processId": null, "rootUri": null, "capabilities": able() });
    let mut editor = Editor::with(params).0;
    for words in &LANGUAGES {
        let [one, two, three, four, five, six] =
            meanings(&mut editor, words, &[3, 1, 2, 3, 4, 5]).try_into().expect("six references");
        assert_eq!([one, two, three], [Some("Brio"), Some("Cima"), Some("Duna")], "{}", words.code);
        assert_eq!([four, five, six], [Some("Eco"), Some("Faro"), None], "{}", words.code);
        let twins = meanings(&mut editor, words, &[1, 2, 2, 3, 4, 5]);
        assert_eq!(twins[1], None, "{}: nothing tells which of two is meant", words.code);
    }
    editor.goodbye();
}

//! Drafts as word processors and converters give them: what is read of each, and that nothing is found in those that
//! have lost nothing.

use super::check;
use crate::draft::{Draft, Paragraph, ParagraphKind};

/// What is read of a draft, a line a paragraph: its kind and level, its label, its first word.
fn read(text: &str) -> Vec<String> {
    let draft = Draft::read(text);
    let shown = |paragraph: &Paragraph| {
        let kind = match paragraph.kind {
            ParagraphKind::Preambular => "pre".to_owned(),
            ParagraphKind::Operative => "op".to_owned(),
            ParagraphKind::Sub => format!("sub{}", paragraph.level),
        };
        let label = paragraph.label.as_ref().map_or("-", |label| label.text.as_str());
        let from = paragraph.label.as_ref().map_or(paragraph.range.start, |label| label.range.end);
        let words = text.get(from..paragraph.range.end).unwrap_or_default();
        let word = words.trim_start_matches(|c: char| !c.is_alphabetic()).split(|c: char| !c.is_alphabetic()).next();
        format!("{kind} {label} {}", word.unwrap_or_default())
    };
    draft.paragraphs.iter().map(shown).collect()
}

/// The labels of the markers, and of the notes with their texts.
fn notes(text: &str) -> (Vec<String>, Vec<String>) {
    let draft = Draft::read(text);
    let notes = draft.notes.iter().map(|note| format!("{} {}", note.label, note.text)).collect();
    (draft.markers.into_iter().map(|marker| marker.label).collect(), notes)
}

#[track_caller]
fn quiet(text: &str) {
    let found = check(text, &Draft::read(text), &|rule| rule.is_on_by_default());
    assert_eq!(found, [], "in {text}");
}

const HEAD: &str = "The General Assembly,\n\nRecalling the long nights,\n\n";

const NUMBERED: [&str; 6] =
    ["pre - Recalling", "op 1. Decides", "op 2. Requests", "sub1 (a) To", "sub1 (b) To", "op 3. Urges"];

#[test]
fn a_tab_behind_a_label() {
    let body = "1.\tDecides to light the lamps;\n\n2.\tRequests the keepers:\n\n(a)\tTo watch;\n\n\t(b)\tTo wait;\n\n\t3.\tUrges the ships to rest.\n";
    assert_eq!(read(&format!("{HEAD}{body}")), NUMBERED);
    quiet(&format!("{HEAD}{body}"));
    // What has several cells is a row, and so is an entry of a form.
    let table = "1. Decides to buy:\n\nLamps\t12\t30\nOil\t4\t7\n1.\tOil of the lamps\n2.\tLamps of the port\n\n2. Requests a report.\n";
    assert_eq!(read(&format!("{HEAD}{table}")), ["pre - Recalling", "op 1. Decides", "op 2. Requests"]);
}

#[test]
fn other_labels() {
    for body in [
        "1)\tDecides to light the lamps;\n\n2)\tRequests the keepers:\n\n\ta)\tTo watch;\n\n\tb)\tTo wait;\n\n3)\tUrges the ships to rest.\n",
        "(1) Decides to light the lamps;\n\n(2) Requests the keepers:\n\n(a) To watch;\n\n(b) To wait;\n\n(3) Urges the ships to rest.\n",
        "1\\. Decides to light the lamps;\n\n2\\. Requests the keepers:\n\n\\(a\\) To watch;\n\n\\(b\\) To wait;\n\n3\\. Urges the ships to rest\\.\n",
        "1.Decides to light the lamps;\n\n2.Requests the keepers:\n\n(a)To watch;\n\n(b)To wait;\n\n3.Urges the ships to rest.\n",
        "1. Decides to light the lamps;\n\n2. Requests the keepers:\n\n   - (a) To watch;\n\n   - (b) To wait;\n\n3. Urges the ships to rest.\n",
    ] {
        let kinds: Vec<String> = read(&format!("{HEAD}{body}"))
            .iter()
            .map(|line| line.split(' ').filter(|word| !word.contains(['.', ')'])).collect::<Vec<_>>().join(" "))
            .collect();
        assert_eq!(kinds, ["pre - Recalling", "op Decides", "op Requests", "sub1 To", "sub1 To", "op Urges"], "{body}");
    }
}

#[test]
fn lists_of_markdown() {
    let bullets = "1. Decides to light the lamps;\n2. Requests the keepers:\n   - To watch;\n   - To wait;\n3. Urges the ships to rest.\n";
    assert_eq!(
        read(&format!("{HEAD}{bullets}")),
        ["pre - Recalling", "op 1. Decides", "op 2. Requests", "sub1 - To", "sub1 - To", "op 3. Urges"]
    );
    quiet(&format!("{HEAD}{bullets}"));
    let set_in = "1. Decides to light the lamps;\n2. Requests the keepers:\n  1. To watch, and above all:\n    1. To look;\n    2. To listen;\n  2. To wait;\n3. Urges the ships to rest.\n";
    assert_eq!(
        read(&format!("{HEAD}{set_in}"))[2..],
        ["op 2. Requests", "sub1 1. To", "sub2 1. To", "sub2 2. To", "sub1 2. To", "op 3. Urges"]
    );
    quiet(&format!("{HEAD}{set_in}"));
    let ones = "1. Decides to light the lamps;\n1. Requests the keepers:\n   1) To watch;\n   1) To wait;\n1. Urges the ships, as said in paragraph 2 above.\n";
    assert_eq!(
        read(&format!("{HEAD}{ones}"))[1..],
        ["op 1. Decides", "op 1. Requests", "sub1 1) To", "sub1 1) To", "op 1. Urges"]
    );
    quiet(&format!("{HEAD}{ones}"));
}

#[test]
fn numbers_of_tracked_changes_and_from_zero() {
    let tracked = "1. Decides to light the lamps;\n\n[2.] Deplores the dark;\n\n2.[3.] Requests a report.\n";
    assert_eq!(read(&format!("{HEAD}{tracked}"))[1..], ["op 1. Decides", "op 2. Deplores", "op 2.[3.] Requests"]);
    quiet(&format!("{HEAD}{tracked}"));
    assert_eq!(
        read(&format!("{HEAD}0. Decides to light;\n\n1. Requests a report.\n"))[1..],
        ["op 0. Decides", "op 1. Requests"]
    );
}

#[test]
fn no_numbers_at_all() {
    let text = format!(
        "{HEAD}Decides to light the lamps;\n\nRequests the keepers:\n\nTo watch, and in particular:\n\nTo wait;\n\nFollow-up\n\nUrges the ships to rest.\n"
    );
    assert_eq!(
        read(&text),
        ["pre - Recalling", "op - Decides", "op - Requests", "sub1 - To", "op - To", "op - Urges"].map(|line| {
            // The second item follows a colon too.
            if line == "op - To" { "sub1 - To" } else { line }
        })
    );
    let chinese = "大会，\n\n回顾黑夜，\n\n重申其决定；\n\n促请会员国：\n\n点亮灯火；\n\n守夜。\n";
    assert_eq!(read(chinese).iter().map(|line| &line[..3]).collect::<Vec<_>>(), ["pre", "op ", "op ", "sub", "sub"]);
}

#[test]
fn mastheads_in_tables() {
    for masthead in [
        "| United Nations | A/C.2/93/L.5 |\n| --- | --- |\n| General Assembly | Distr.: Limited |\n",
        "+----------------+--------------+\n| United Nations | A/C.2/93/L.5 |\n+----------------+--------------+\n",
        "United Nations\tA/C.2/93/L.5\nGeneral Assembly\tDistr.: Limited\n",
        "<table><tr><td>United Nations</td><td>A/C.2/93/L.5</td></tr></table>\n",
        "| United Nations | **A/C\\.2/93/L\\.5** |\n| --- | --- |\n",
    ] {
        let text = format!("{masthead}\nLamps of the port\n\n{HEAD}1. Decides to wait;\n\n2. Requests a report.\n");
        let draft = Draft::read(&text);
        assert_eq!(draft.symbol.map(|symbol| symbol.to_string()).as_deref(), Some("A/C.2/93/L.5"), "{masthead}");
        assert_eq!(draft.title.map(|title| title.text).as_deref(), Some("Lamps of the port"), "{masthead}");
    }
}

#[test]
fn notes_as_converters_write_them() {
    for (one, two, first, second) in [
        ("[1]", "[2]", "[1] See A/92/5.", "[2] A/92/6."),
        ("[1]", "[2]", "[1]\tSee A/92/5.", "[2]\tA/92/6."),
        ("<sup>1</sup>", "<sup>2</sup>", "<sup>1</sup> See A/92/5.", "<sup>2</sup> A/92/6."),
        ("^1^", "^2^", "^1^ See A/92/5.", "^2^ A/92/6."),
        (
            "[[1]](#footnote-2)",
            "[[2]](#footnote-3)",
            "1. See A/92/5. [↑](#footnote-ref-2)",
            "2. A/92/6. [↑](#footnote-ref-3)",
        ),
        ("----footnote1----", "----footnote2----", "footnote1)\tSee A/92/5.", "footnote2)\tA/92/6."),
        ("[4](#f4)", "[5](#f5)", "[4](#r4) See A/92/5.", "[5](#r5) A/92/6."),
        ("[^charter]", "[^2]", "[^charter]: See A/92/5.", "[^2]: A/92/6."),
    ] {
        let text = format!(
            "The General Assembly,\n\nRecalling the long nights,{one}\n\nNoting the lamps{two} of the port,\n\n1. Decides to wait;\n\n2. Requests a report.\n\n{first}\n\n{second}\n"
        );
        let (marks, notes) = notes(&text);
        assert_eq!(marks.len(), 2, "{text}");
        let expected: Vec<String> =
            marks.iter().zip(["See A/92/5.", "A/92/6."]).map(|(l, t)| format!("{l} {t}")).collect();
        assert_eq!(notes, expected, "{text}");
        assert_eq!(read(&text).len(), 4, "{text}");
        if !one.contains('4') {
            quiet(&text);
        }
    }
}

#[test]
fn notes_of_several_paragraphs() {
    let text = format!(
        "{HEAD}1. Requests a report;[^1]\n\n2. Decides to wait.\n\n[^1]: The rules say:\n\n    5. Lamps shall be lit;\n\n    7. Oil shall be kept.\n"
    );
    assert_eq!(read(&text), ["pre - Recalling", "op 1. Requests", "op 2. Decides"]);
    assert_eq!(notes(&text).1, ["1 The rules say: 5. Lamps shall be lit; 7. Oil shall be kept."]);
    quiet(&text);
}

//! Markdown through the real program, and while it is typed: its markup is neither read nor changed.

use std::fs;
use std::path::PathBuf;
use std::sync::Arc;

use proptest::prelude::*;
use rapporteur::document::analysis::DocumentAnalysis;
use rapporteur::draft::ReadAs;
use rapporteur::source;
use rapporteur::text::{PositionEncoding, Text, TextChange};
use rapporteur::workspace::ParsedText;

use crate::desk::Desk;

/// Comments, code, tags, links and settings, all full of what would be slips in a draft, and no slip in the draft.
const NOISY: &str = "---
title: A/Res/63-195, of 31 November 2007 [
---

**The General Assembly**,

*Recalling* its <abbr title=\"(A/RES/1\">resolution</abbr> 62/175 of 18 December 2007,<!-- or
of 31 February 2008? [ -->

Noting the [report of the keepers](https://example.org/A/Res/63-195 \"31 November [\"),

<div class=\"7.\">

1. Decides to keep the night sky dark; <!-- agreed -->

<!--
2. Decides to meet again,

4. Decides to rest.
-->

2. Requests the keepers to use the following form, with `A/Res/[1` in its head:

```text
1. Lamps lit:
5. Oil used (in litres
```

</div>

3. Invites the towns to do likewise;

4. Decides to remain seized of the matter.
";

#[test]
fn markup_is_not_read() {
    let desk = Desk::new("markdown-read").with("noisy.md", NOISY).with("noisy.txt", NOISY);
    for name in ["noisy.md", "noisy.txt"] {
        let checked = desk.run(&["check", name]);
        assert_eq!(
            (checked.status, checked.stdout.as_str()),
            (0, "Nothing found in 1 text.\n1 text: 2 preambular and 4 operative paragraphs, 0 notes, 1 citation.\n"),
            "{name}"
        );
    }
}

#[test]
fn mends_and_formatting_leave_markup_as_it_is() {
    // Slips beside markup are mended, and nothing of the markup changes.
    let flawed = NOISY
        .replace("dark; <!-- agreed", "dark, <!-- agreed")
        .replace("\n4. Decides to remain", "\n3. Decides to remain");
    let desk =
        Desk::new("markdown-mended").with("a.md", &flawed).with("b.md", NOISY.replace("2. Requests", "2.   Requests"));
    assert_eq!(desk.run(&["check", "--fix", "a.md"]).status, 0);
    assert_eq!(fs::read_to_string(desk.path("a.md")).unwrap(), NOISY);
    assert_eq!(desk.run(&["format", "--write", "b.md"]).status, 0);
    let formatted = fs::read_to_string(desk.path("b.md")).unwrap();
    assert_eq!(formatted.replace('\u{a0}', " "), NOISY);
}

#[test]
fn places_are_those_of_the_file() {
    let flawed = NOISY.replace("dark; <!-- agreed", "dark, <!-- agreed");
    let desk = Desk::new("markdown-places").with("a.md", &flawed);
    let found = desk.run(&["check", "--format", "json", "a.md"]).lines();
    let start = flawed.split(", <!-- agreed").next().unwrap().chars().count();
    assert_eq!((found.len(), &found[0]["start"]), (1, &serde_json::json!(start)), "{found:?}");
    let shown = desk.run(&["check", "a.md"]).stdout;
    assert!(shown.contains("1. Decides to keep the night sky dark, <!-- agreed -->"), "{shown}");
}

#[test]
fn lines_are_not_joined_over_markup() {
    let page = "The General Assembly,\n   Recalling the long nights of the northern harbours and the\nlamps that were kept \
                `alight` in them by generations of\nkeepers, whose names have been lost and whose work is still\nremembered,\n   \
                1. Decides to light the lamps.\n";
    let desk = Desk::new("markdown-unwrapped").with("a.md", page);
    let unwrapped = desk.run(&["format", "--unwrap", "a.md"]);
    assert_eq!(unwrapped.stdout, page);
    assert!(
        unwrapped.stderr.starts_with("a.md: Comments, code, tags or links stand among the lines"),
        "{}",
        unwrapped.stderr
    );
}

/// Nothing in it is veiled, nor begins what would be.
const CLEAN: &str = "The General Assembly,\n\nRecalling its resolution 62/175: the lamps,\n\n1. Decides [to light them];\n\n2. Decides \
                     to rest.\n";

/// What is typed in Markdown: what begins and ends markup, and what drafts are made of.
fn typed() -> impl Strategy<Value = String> {
    let pieces = [
        "/",
        "//",
        "(",
        ":",
        "<",
        "<!--",
        "-->",
        "```\n",
        "\n```\n",
        "`",
        "<b>",
        "</b>",
        "[lamps](https://example.org)",
        "](",
        "\n\n",
        "\n",
        "2. ",
        ",",
        "---\n",
        "[^1]",
        "\n[^1]: A/63/1.\n",
        "resolution 62/175",
        "\u{e9}",
        "\u{2060}",
        "\u{706f}",
    ];
    prop_oneof![prop::sample::select(pieces.to_vec()).prop_map(str::to_owned), "\\PC{0,3}"]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]
    #[test]
    fn what_is_typed_is_read_as_what_is_opened(
        start in prop::sample::select(vec![NOISY, CLEAN]),
        edits in prop::collection::vec((any::<prop::sample::Index>(), 0usize..30, typed()), 1..16),
    ) {
        let path = PathBuf::from("night-sky.md");
        let analysis = DocumentAnalysis::new(Some(path.clone()), Arc::default(), ReadAs::default());
        let mut text = Text::new(start, 0);
        let mut whole = start.to_owned();
        for (revision, (place, deleted, inserted)) in (1..).zip(edits) {
            let places: Vec<usize> = whole.char_indices().map(|(at, _)| at).chain([whole.len()]).collect();
            let from = place.index(places.len());
            let to = (from + deleted).min(places.len() - 1);
            let range = [from, to].map(|at| text.position(places[at], PositionEncoding::Utf8));
            // No editor puts its cursor between a carriage return and a line feed.
            prop_assume!([from, to].iter().zip(&range).all(|(at, place)| text.byte(*place, PositionEncoding::Utf8) == places[*at]));
            let change = TextChange { range: Some(range[0]..range[1]), text: inserted.clone() };
            let replaced = text.apply([change], PositionEncoding::Utf8, i32::try_from(revision).unwrap());
            whole.replace_range(places[from]..places[to], &inserted);
            prop_assert_eq!(&text.whole(), &whole);
            analysis.edited(revision, replaced);
            let read = analysis.reading(&text, revision).unwrap();
            let opened = ParsedText::of_source(source::of_text(whole.clone(), Some(&path)).unwrap(), ReadAs::default()).unwrap();
            prop_assert_eq!((&read.text, read.written()), (&opened.text, whole.as_str()));
            prop_assert_eq!(format!("{:?}", read.draft), format!("{:?}", opened.draft), "in {}", whole);
        }
    }
}

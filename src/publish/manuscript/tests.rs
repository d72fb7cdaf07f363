use proptest::prelude::*;

use super::*;

/// Words know where they stand, byte by byte.
fn expect_places(manuscript: &Manuscript<'_>) {
    let runs = manuscript.blocks.iter().map(|block| &block.runs).chain(manuscript.notes.iter().map(|note| &note.runs));
    for run in runs.flatten() {
        if let ManuscriptRun::Words { text, range, .. } = run
            && text.len() == range.len()
            && !manuscript.text[range.clone()].contains('\n')
        {
            assert_eq!(text, &manuscript.text[range.clone()]);
        }
    }
}

const DRAFT: &str = "\
United Nations

A/C.2/93/L.27

Distr.: Limited
4 November 2038

Estoria* and Vallmark: draft resolution

Protection of the night sky

The General Assembly,

Recalling also its resolution 92/14 of 3 December 2037,¹

Alarmed that the stars are seen by fewer people each year,

1. Calls upon Member States:

(a) To fit lamps with shades;²,³

(b) bis To dim them:

(i) At midnight;

2. Decides, on an area of 5 km², as follows:

Harbour\tLamps
North\t12

to keep the lamps;

I
Follow-up

[3. Requests a report.]

Annex

Guidelines

1. Lamps are used where they are needed.

58th plenary meeting\x20
3 December 2037

__________________

* On behalf of the States that keep lamps.
¹ See A/92/406.
² United Nations, *Treaty Series*, vol. 3907, No. 61204.
³ A/93/118.
";

/// What a manuscript says, block by block, in a line each.
fn told(manuscript: &Manuscript<'_>) -> Vec<String> {
    let block = |block: &ManuscriptBlock| {
        let label = block.label.as_ref().map_or(String::new(), |l| format!("{}{}|", l.before, l.text));
        format!("{:?} {} {label}{}", block.kind, block.level, told_runs(&block.runs))
    };
    let note = |note: &ManuscriptNote| format!("note {} {}", note.label, told_runs(&note.runs));
    manuscript.blocks.iter().map(block).chain(manuscript.notes.iter().map(note)).collect()
}

fn told_runs(runs: &[ManuscriptRun]) -> String {
    let run = |run: &ManuscriptRun| match run {
        ManuscriptRun::Words { text, face: ManuscriptFace::Plain, .. } => text.replace('\n', "/"),
        ManuscriptRun::Words { text, face, .. } => format!("<{face:?}:{text}>"),
        ManuscriptRun::Mark { label, note, .. } => format!("{{{label}={note:?}}}"),
    };
    runs.iter().map(run).collect()
}

/// All letters and figures of a manuscript, in the order of its text, but for those of marks and of notes' numbers.
fn letters_of(manuscript: &Manuscript<'_>) -> String {
    let mut said: Vec<(usize, String)> = Vec::new();
    for block in &manuscript.blocks {
        let label = block.label.as_ref().map_or(String::new(), |label| format!("{}{}", label.before, label.text));
        said.push((block.range.start, label + &block.words()));
    }
    said.extend(manuscript.notes.iter().map(|note| (note.range.start, note.words())));
    said.sort_by_key(|(at, _)| *at);
    letters(&said.into_iter().map(|(_, words)| words).collect::<String>())
}

/// The same of a text that was read, whose marks and numbers of notes are taken out.
fn letters_in(text: &str, draft: &Draft) -> String {
    let mut left: Vec<u8> = text.bytes().collect();
    let numbers = draft.notes.iter().map(|note| note.label_range.clone());
    for range in draft.markers.iter().map(|marker| marker.range.clone()).chain(numbers) {
        left[range].fill(b' ');
    }
    letters(&String::from_utf8(left).unwrap())
}

fn letters(words: &str) -> String {
    words.chars().filter(|c| c.is_alphanumeric()).collect()
}

#[test]
fn a_draft_is_taken_apart() {
    let draft = Draft::read(DRAFT);
    let manuscript = Manuscript::of(DRAFT, &draft, &Hints::default());
    expect_test::expect![[r#"
        Masthead 0 United Nations
        Masthead 0 A/C.2/93/L.27
        Masthead 0 Distr.: Limited
        Masthead 0 4 November 2038
        Masthead 0 Estoria{*=Some(3)} and Vallmark: draft resolution
        Title 0 Protection of the night sky
        OrganLine 0 The General Assembly,
        Preambular 0 <Opening:Recalling also> its resolution 92/14 of 3 December 2037,{1=Some(0)}
        Preambular 0 <Opening:Alarmed> that the stars are seen by fewer people each year,
        Operative 0 1.|<Opening:Calls upon> Member States:
        Sub 1 (a)|To fit lamps with shades;{2=Some(1)},{3=Some(2)}
        Sub 1 (b) bis|To dim them:
        Sub 2 (i)|At midnight;
        Operative 0 2.|<Opening:Decides>, on an area of 5 km², as follows:
        Aside 0 Harbour	Lamps
        Aside 0 North	12
        Continuation 0 to keep the lamps;
        Section 2 I
        Section 2 Follow-up
        Operative 0 [3.|<Opening:Requests> a report.]
        Annex 1 Annex
        Section 2 Guidelines
        Operative 0 1.|Lamps are used where they are needed.
        Closing 0 58th plenary meeting
        Closing 0 3 December 2037
        note 1 See A/92/406.
        note 2 United Nations, <Emphasis:Treaty Series>, vol. 3907, No. 61204.
        note 3 A/93/118.
        note * On behalf of the States that keep lamps."#]]
    .assert_eq(&told(&manuscript).join("\n"));
    assert_eq!(letters_of(&manuscript), letters_in(DRAFT, &draft));
    expect_places(&manuscript);
}

#[test]
fn labels_keep_what_stands_around_them() {
    for (text, label) in [
        ("The General Assembly,\n\nRecalling the lamps,\n\n[5. Decides to rest.]\n", ["[", "5.", " "]),
        ("大会，\n\n回顾灯塔，\n\n1．决定休息。\n", ["", "1．", ""]),
        ("إن الجمعية العامة،\n\nإذ تشير إلى المصابيح،\n\n1 - تقرر أن تستريح.\n", ["", "1 -", " "]),
    ] {
        let draft = Draft::read(text);
        let manuscript = Manuscript::of(text, &draft, &Hints::default());
        let found = manuscript.blocks.last().and_then(|block| block.label.as_ref()).unwrap();
        assert_eq!([&*found.before, &*found.text, &*found.gap], label);
    }
}

#[test]
fn markdowns_marks_are_no_words() {
    let text = "# Protection of the lamps\n\nThe General Assembly,\n\n*Recalling* the **old** lamps,\n\n1\\. *Decides* to light 2 * 3 lamps_.\n";
    let draft = Draft::read(text);
    let manuscript = Manuscript::of(text, &draft, &Hints::default());
    expect_test::expect![[r#"
        Title 0 Protection of the lamps
        OrganLine 0 The General Assembly,
        Preambular 0 <Opening:Recalling> the <Strong:old> lamps,
        Operative 0 1.|<Opening:Decides> to light 2 * 3 lamps_."#]]
    .assert_eq(&told(&manuscript).join("\n"));
}

#[test]
fn pages_are_unwrapped_first() {
    let text = "A/93/L.5\n\n          The General Assembly,\n          Recalling the long nights of the northern harbours and the lamps that were kept\nalight in them by generations of keepers, whose names have been lost and whose work is\nstill remembered,1\n          1.    Decides to light the lamps of all harbours and to keep them alight as long as\nthe nights last, whatever the weather may be;\n          2.    Requests the keepers to report to the General Assembly at its ninety-fifth\nsession on the lamps of the harbours.\n\n____________\n1\n  A/92/406.\n";
    let draft = Draft::read(text);
    assert_eq!(draft.layout, Layout::Page);
    let manuscript = Manuscript::of(text, &draft, &Hints::default());
    assert_eq!(manuscript.draft.layout, Layout::Clean);
    let first = manuscript.blocks.iter().find(|block| block.kind == ManuscriptKind::Preambular).unwrap();
    assert_eq!(
        told_runs(&first.runs),
        "<Opening:Recalling> the long nights of the northern harbours and the lamps that were kept alight in them by \
         generations of keepers, whose names have been lost and whose work is still remembered,{1=Some(0)}"
    );
}

proptest! {
    /// Whatever stands in a clean draft, all of its words are there, once and in order.
    #[test]
    fn nothing_is_lost_or_said_twice(lines in proptest::collection::vec(line(), 1..25), starred: bool) {
        let text = lines.concat() + if starred { "* On behalf of the keepers.\n" } else { "" };
        let draft = Draft::read_as(&text, ReadAs { layout: Some(Layout::Clean), ..ReadAs::default() });
        let manuscript = Manuscript::of(&text, &draft, &Hints::default());
        expect_places(&manuscript);
// The reader may give a note lines that stand apart from it; blocks come in order whatever it does.
        let (said, all) = (letters_of(&manuscript), letters_in(&text, &draft));
        let sorted = |letters: &str| {
            let mut letters: Vec<char> = letters.chars().collect();
            letters.sort_unstable();
            letters
        };
        prop_assert_eq!(sorted(&said), sorted(&all), "{}", text);
        let mut rest = all.chars();
        let of_blocks = Manuscript { notes: Vec::new(), ..manuscript };
        prop_assert!(letters_of(&of_blocks).chars().all(|c| rest.any(|other| other == c)), "{}", text);
    }
}

fn line() -> impl Strategy<Value = String> {
    const LINES: &[&str] = &[
        "The General Assembly,\n\n",
        "Recalling its resolution 92/14,¹\n\n",
        "Noting that lamps\nare lit,[2]\n\n",
        "1. Decides to light them;\n\n",
        "2.\tRequests*:\n\n",
        "(a) Lamps;² ³\n\n",
        "(i) More\nlamps;\n",
        "5 bis. Decides¹,² to rest;\n\n",
        "[6. Welcomes the keepers;]\n\n",
        "# I\n## *Follow-up*\n",
        "Annex\n\n",
        "Harbour\tLamps\n",
        "North   12   13\n",
        "__________\n\n",
        "¹ See A/92/406.\n",
        "² Treaty Series,\nvol. 12.\n",
        "[^2]: See above.\n",
        "3\n",
        "大会，\n\n",
        "回顾第92/14号决议，³\n\n",
        "\n",
    ];
    proptest::sample::select(LINES).prop_map(str::to_owned)
}

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

use super::*;

const EARLIER: &str = "\
The General Assembly,

Recalling its resolution 92/14 of 3 December 2037 on the lamps of the harbours,

Noting the report of the Secretary-General on the keepers of lamps,¹

1. Decides to light the lamps of all harbours before the evening;

2. Requests the keepers to clean the glass of their lamps once a week;

3. Invites the ports to share what they know of oil and of wicks;

4. Requests the Secretary-General to report on paragraph 3 above.

¹ A/92/85.
";

/// What became of each row, in the words of the program.
fn told(old: &str, new: &str) -> Vec<String> {
    let (was, is) = (Draft::read(old), Draft::read(new));
    let revision = TextRevision::between((old, &was), (new, &is));
    let changed = revision.rows.iter().filter(|row| row.change != ParagraphChange::Same);
    let english = &crate::messages::Locale::ENGLISH;
    changed.map(|row| format!("{}: {}", revision.name(row).text(english), revision.told(row).text(english))).collect()
}

/// What was taken out of and put in a text, between brackets and braces.
fn marked(old: &str, new: &str) -> Vec<String> {
    let (was, is) = (Draft::read(old), Draft::read(new));
    let revision = TextRevision::between((old, &was), (new, &is));
    let changed = revision.rows.iter().filter(|row| row.change != ParagraphChange::Same);
    let piece = |piece: RevisionPiece| match piece.change {
        PieceChange::Kept => piece.text,
        PieceChange::Out => format!("[{}]", piece.text),
        PieceChange::In => format!("{{{}}}", piece.text),
    };
    changed.map(|row| revision.pieces(row, (old, &was), (new, &is)).into_iter().map(piece).collect()).collect()
}

#[test]
fn the_same_text_has_not_changed() {
    assert_eq!(told(EARLIER, EARLIER), [""; 0]);
}

#[test]
fn numbers_and_what_follows_them_are_no_changes() {
    let later = EARLIER
        .replace("1. Decides", "1. Welcomes the new lamps of the northern ports and of the islands;\n\n2. Decides")
        .replace("2. Requests the keepers", "3. Requests the keepers")
        .replace("3. Invites", "4. Invites")
        .replace("4. Requests the Secretary", "5. Requests the Secretary")
        .replace("paragraph 3 above", "paragraph 4 above");
    assert_eq!(told(EARLIER, &later), ["operative paragraph 1: new"]);
    let lost = later.replace("paragraph 4 above", "paragraph 3 above");
    assert_eq!(
        told(EARLIER, &lost),
        ["operative paragraph 1: new", "operative paragraph 5: edited; this was operative paragraph 4"]
    );
}

#[test]
fn hyphens_and_spaces_are_no_changes() {
    let later =
        EARLIER.replace("Secretary-General", "Secretary\u{2011}General").replace("3 December", "3\u{a0}December");
    assert_eq!(told(EARLIER, &later), [""; 0]);
}

#[test]
fn edited_words_are_marked() {
    let later = EARLIER.replace("once a week", "every morning").replace("92/14 of", "92/14 A of");
    assert_eq!(told(EARLIER, &later).last().unwrap(), "operative paragraph 2: edited");
    assert_eq!(
        marked(EARLIER, &later).last().unwrap(),
        "Requests the keepers to clean the glass of their lamps [once a week]{every morning};"
    );
    let shorter = EARLIER.replace(" before the evening", "");
    assert_eq!(marked(EARLIER, &shorter), ["Decides to light the lamps of all harbours[ before the evening];"]);
}

#[test]
fn a_paragraph_moves_with_its_words() {
    let later = EARLIER
        .replace("1. Decides to light the lamps of all harbours before the evening;\n\n2. Requests", "1. Requests")
        .replace("3. Invites", "2. Invites")
        .replace(
            "oil and of wicks;\n",
            "oil and of wicks;\n\n3. Decides to light the lamps of all harbours before the evening;\n",
        )
        .replace("paragraph 3 above", "paragraph 2 above");
    assert_eq!(told(EARLIER, &later), ["operative paragraph 3: moved; this was operative paragraph 1"]);
}

#[test]
fn what_is_gone_stands_where_it_stood() {
    let later = EARLIER
        .replace("2. Requests the keepers to clean the glass of their lamps once a week;\n\n3. Invites", "2. Invites")
        .replace("4. Requests", "3. Requests")
        .replace("paragraph 3 above", "paragraph 2 above");
    assert_eq!(told(EARLIER, &later), ["operative paragraph 2: taken out"]);
}

#[test]
fn paragraphs_are_split_and_put_together() {
    let one = EARLIER.replace(
        "3. Invites the ports to share what they know of oil and of wicks;",
        "3. Invites the ports to share what they know of oil and of wicks, and calls upon all shipowners to pay the dues of \
         the lamps without delay;",
    );
    let two = EARLIER.replace(
        "of wicks;\n\n4.",
        "of wicks;\n\n4. Calls upon all shipowners to pay the dues of the lamps without delay;\n\n5.",
    );
    assert_eq!(told(&one, &two), ["operative paragraph 3: split off; this was operative paragraph 3"]);
    assert_eq!(
        told(&two, &one),
        ["operative paragraph 3: put together; this was operative paragraph 3 and operative paragraph 4"]
    );
}

#[test]
fn notes_go_by_what_they_say_and_by_where_they_are_called() {
    let renumbered = EARLIER
        .replace("harbours,\n", "harbours,¹\n")
        .replace("of lamps,¹", "of lamps,²")
        .replace("¹ A/92/85.", "¹ A/92/7.\n\n² A/92/85.");
    assert_eq!(told(EARLIER, &renumbered), ["footnote 1: new"]);
    let newer = EARLIER.replace("A/92/85.", "A/93/71.");
    assert_eq!(told(EARLIER, &newer), ["footnote 1: edited"]);
}

#[test]
fn chinese_is_compared_by_its_characters() {
    let earlier =
        "大会，\n\n回顾其关于港口灯具的第92/14号决议，\n\n1. 决定在黄昏前点亮所有港口的灯；\n\n2. 请秘书长提出报告。\n";
    let later = earlier.replace("黄昏前", "日落前");
    assert_eq!(marked(earlier, &later), ["决定在[黄昏]{日落}前点亮所有港口的灯；"]);
    let earlier = earlier.replace("点亮所有", "加剧点亮所有");
    let later = earlier.replace("加剧", "增加");
    assert_eq!(marked(&earlier, &later), ["决定在黄昏前[加剧]{增加}点亮所有港口的灯；"]);
}

#[test]
fn a_text_of_many_paragraphs_takes_no_longer_than_its_words() {
    let paragraph =
        |number: usize| format!("{number}. Decides to light lamp {} of harbour {};\n\n", number * 7919, number * 31);
    let earlier = format!("The General Assembly,\n\n{}", (1..=2_000).map(paragraph).collect::<String>());
    let later = earlier.replace("lamp 7919 ", "lantern 7919 ");
    assert_eq!(told(&earlier, &later), ["operative paragraph 1: edited"]);
}

/// Words of which paragraphs are made that have little in common.
const WORDS: [&str; 40] = [
    "lamps", "harbours", "keepers", "oil", "wicks", "glass", "ports", "ships", "evening", "morning", "islands", "dues",
    "towers", "signals", "fog", "bells", "charts", "pilots", "tides", "storms", "rescue", "boats", "crews", "coasts",
    "channels", "buoys", "anchors", "winds", "seasons", "repairs", "funds", "experts", "training", "schools", "maps",
    "reports", "meetings", "offices", "regions", "partners",
];

/// A paragraph and what is to be done to it.
#[derive(Debug, Clone)]
struct RecordedEdit {
    words: Vec<usize>,
    done: u8,
    other: usize,
}

fn paragraph(words: &[usize]) -> String {
    let words: Vec<&str> = words.iter().map(|word| WORDS[word % WORDS.len()]).collect();
    format!("Requests {} to report", words.join(" "))
}

fn draft(paragraphs: &[String]) -> String {
    let numbered: Vec<String> =
        paragraphs.iter().enumerate().map(|(at, said)| format!("{}. {said};", at + 1)).collect();
    format!("The General Assembly,\n\nRecalling the lamps,\n\n{}\n", numbered.join("\n\n"))
}

/// Makes an earlier and a later draft of recorded edits, and tells for each paragraph of the later one which of the earlier
/// one it was.
fn edited(edits: &[RecordedEdit]) -> (Vec<String>, Vec<String>, Vec<Option<usize>>) {
    let (mut old, mut new, mut origin) = (Vec::new(), Vec::new(), Vec::new());
    let mut moved = None;
    for edit in edits {
        let said = paragraph(&edit.words);
        match edit.done {
            0 => {
                origin.push(None);
                new.push(said);
            }
            1 => old.push(said),
            2 | 3 => {
                let mut words = edit.words.clone();
                words[3] = (words[3] + 1 + edit.other % (WORDS.len() - 1)) % WORDS.len();
                origin.push(Some(old.len()));
                old.push(said);
                new.push(paragraph(&words));
            }
            4 if moved.is_none() => {
                moved = Some((old.len(), said.clone()));
                old.push(said);
            }
            _ => {
                origin.push(Some(old.len()));
                old.push(said.clone());
                new.push(said);
            }
        }
    }
    if let Some((at, said)) = moved {
        origin.push(Some(at));
        new.push(said);
    }
    (old, new, origin)
}

/// Drafts are edited, and the edits are found again: what was put in, taken out, moved, changed in a word, and kept.
#[test]
fn recorded_edits_are_found() {
    let edit = (prop::collection::vec(0..WORDS.len(), 8..16), 0u8..12, 0..WORDS.len())
        .prop_map(|(words, done, other)| RecordedEdit { words, done, other });
    let edits = prop::collection::vec(edit, 3..24);
    let mut runner = TestRunner::deterministic();
    let (mut all, mut right) = (0, 0);
    for _ in 0..2_000 {
        let (old, new, origin) = edited(&edits.new_tree(&mut runner).unwrap().current());
        let (earlier, later) = (draft(&old), draft(&new));
        let (was, is) = (Draft::read(&earlier), Draft::read(&later));
        let revision = TextRevision::between((&earlier, &was), (&later, &is));
        let operative = |items: &[RevisionItem], at: usize| {
            let is_operative = items[at].outline.kind == ItemKind::Operative;
            is_operative.then(|| items[at].outline.path.parse::<usize>().unwrap() - 1)
        };
        for row in &revision.rows {
            let Some(at) = row.new.first().and_then(|at| operative(&revision.new, *at)) else { continue };
            let came = row.old.first().and_then(|at| operative(&revision.old, *at));
            all += 1;
            right += usize::from(came == origin[at]);
        }
    }
    println!("{right} of {all} paragraphs");
    assert!(right * 1000 >= all * 995, "{right} of {all}");
}

/// A draft that is edited is put beside its earlier text as if it were for the first time.
#[test]
fn what_is_known_of_an_earlier_comparison_changes_nothing() {
    let edit = (prop::collection::vec(0..WORDS.len(), 8..16), 0u8..12, 0..WORDS.len())
        .prop_map(|(words, done, other)| RecordedEdit { words, done, other });
    let edits = prop::collection::vec(edit, 3..16);
    let mut runner = TestRunner::deterministic();
    let refer = |text: String| text.replace("1. Requests", "1. Recalls paragraph 2 above and requests");
    for _ in 0..200 {
        let (old, new, _) = edited(&edits.new_tree(&mut runner).unwrap().current());
        let earlier = refer(draft(&old));
        let was = Draft::read(&earlier);
        let mut known: Option<TextRevision> = None;
        // The later text as its paragraphs are written one after the other, and taken out again.
        for count in (1..=new.len()).chain((1..new.len()).rev()) {
            let later = refer(draft(&new[..count]));
            let is = Draft::read(&later);
            let (old, new) = ((earlier.as_str(), &was), (later.as_str(), &is));
            let fresh = TextRevision::between(old, new);
            if let Some(known) = &known {
                let again = known.again(old, new);
                assert_eq!(again.rows, fresh.rows, "{earlier}\n---\n{later}");
                for row in &fresh.rows {
                    assert_eq!(again.pieces(row, old, new), fresh.pieces(row, old, new));
                }
            }
            known = Some(fresh);
        }
    }
}

//! What holds of renumbering whatever the draft: it is done once, it leaves alone what is right and every other word, and a
//! paragraph that moves up and down again is where it was.

use crate::samples::{SAMPLES, Sample};
use proptest::prelude::*;
use rapporteur::draft::edit::apply;
use rapporteur::draft::{Draft, ParagraphKind, ReferenceTarget};
use rapporteur::revise::renumber::{Insertions, MoveDirection, RenumberScope, Renumbered, move_paragraph, renumber};

/// How each language refers to a paragraph of its own draft, and to a subparagraph of one.
const REFERRING: [(&str, &str, &str); 6] = [
    ("en", "as said in paragraph # above", "as said in paragraph # (b) above"),
    ("fr", "comme dit au paragraphe # ci-dessus", "comme dit au paragraphe # b) ci-dessus"),
    ("es", "según el párrafo # supra", "según el párrafo # b) supra"),
    ("ru", "как сказано в пункте # выше", "как сказано в пункте # b) выше"),
    ("ar", "وفقا للفقرة # أعلاه", "وفقا للفقرة # (ب) أعلاه"),
    ("zh", "按照上文第#段", "按照上文第#(b)段"),
];

/// A paragraph of a made-up draft.
#[derive(Debug, Clone)]
struct Made {
    /// Its number, right or wrong.
    number: u32,
    /// The letters under it, by their places; none for a paragraph without a list.
    letters: Vec<usize>,
    /// The paragraph that it refers to, and whether to a subparagraph.
    to: Option<(u32, bool)>,
    /// The note that it calls.
    note: Option<u32>,
    /// `bis` after its number.
    bis: bool,
}

fn superscript(number: u32) -> String {
    number.to_string().chars().map(|c| "⁰¹²³⁴⁵⁶⁷⁸⁹".chars().nth(c as usize - '0' as usize).unwrap()).collect()
}

/// The same words, saying that what they mean stands on the other side.
fn below(words: &str, sample: &Sample) -> String {
    let (above, below) = sample.language.citing.paragraphs.sides[0];
    assert!(words.contains(above), "{words}");
    words.replace(above, below)
}

fn text_of(sample: &Sample, made: &[Made], notes: &[u32]) -> String {
    let (_, whole, sub) = REFERRING.iter().find(|(code, ..)| *code == sample.language.code).unwrap();
    let mark = |note: u32| sample.marker.replace('#', &superscript(note));
    let preambular = sample.preambular[0].replace("{1}", "").replace("{2}", "");
    let mut text = format!("93/7. {}\n\n{}\n\n{preambular}\n\n", sample.title, sample.organ_line);
    for (i, one) in made.iter().enumerate() {
        let bis = if one.bis { format!("{} {}", one.number, sample.bis) } else { one.number.to_string() };
        let words = sample.operative[if one.letters.is_empty() { 1 + i % 2 } else { 0 }];
        let words = words.replace("{2}", "");
        let end = words.char_indices().next_back().map_or(0, |(at, _)| at);
        let to = one.to.map(|(to, is_sub)| {
            let words = if is_sub { sub } else { whole }.replace('#', &to.to_string());
            let words = if to > one.number { below(&words, sample) } else { words };
            format!("{}{words}", if sample.language.code == "zh" { "，" } else { " " })
        });
        let note = one.note.map(mark).unwrap_or_default();
        let words = format!("{}{note}{}{}", words[..end].trim_end(), to.unwrap_or_default(), &words[end..]);
        text += &format!("{} {words}\n\n", sample.label.replace('#', &bis));
        for letter in &one.letters {
            text += &format!("{} {}\n\n", sample.letters[*letter], sample.items[*letter]);
        }
    }
    text += "_______________\n";
    for note in notes {
        text += &format!("{} {}\n", superscript(*note), sample.notes[(*note as usize) % 2]);
    }
    text
}

fn made() -> impl Strategy<Value = Made> {
    let letters = prop_oneof![
        3 => Just(Vec::new()),
        2 => Just(vec![0, 1, 2]),
        1 => Just(vec![0, 2]),
        1 => Just(vec![1, 0, 2]),
        1 => Just(vec![0, 1, 1]),
    ];
    (1u32..9, letters, prop::option::of((1u32..9, any::<bool>())), prop::option::of(1u32..5), prop::bool::weighted(0.1))
        .prop_map(|(number, letters, to, note, bis)| Made { number, letters, to, note, bis })
}

fn wanted() -> impl Strategy<Value = RenumberScope> {
    let all = RenumberScope { insertions: Insertions::Resolved, ..RenumberScope::ALL };
    prop_oneof![
        Just(RenumberScope::OPERATIVE),
        Just(RenumberScope::SUBPARAGRAPHS),
        Just(RenumberScope::NOTES),
        Just(RenumberScope::ALL),
        Just(all)
    ]
}

/// The words of a draft without its labels, references and marks, and with "above" for "below"; notes in the order of their
/// words.
fn words(text: &str) -> String {
    let draft = Draft::read(text);
    let mut cuts: Vec<std::ops::Range<usize>> = draft
        .paragraphs
        .iter()
        .filter_map(|paragraph| paragraph.label.as_ref())
        .map(|label| label.range.clone())
        .collect();
    cuts.extend(
        draft.references.iter().filter(|reference| reference.of == ReferenceTarget::ThisDraft).map(|r| r.range.clone()),
    );
    cuts.extend(draft.markers.iter().map(|marker| marker.range.clone()));
    let first = draft.notes.first().map_or(text.len(), |note| note.range.start);
    let mut notes: Vec<&str> = draft.notes.iter().map(|note| &text[note.label_range.end..note.range.end]).collect();
    notes.sort_unstable();
    cuts.retain(|cut| cut.end <= first);
    cuts.sort_by_key(|cut| cut.start);
    let mut out = String::new();
    let mut at = 0;
    for cut in cuts.into_iter().filter(|cut| !cut.is_empty()) {
        if cut.start >= at {
            out += &text[at..cut.start];
            at = cut.end;
        }
    }
    let words = out + &text[at..first] + &notes.concat();
    // On which side a paragraph stands may have become another one.
    let sides = draft.language.citing.paragraphs.sides;
    sides.iter().fold(words, |words, (above, below)| words.replace(below, above))
}

fn are_sound(edits: &[rapporteur::draft::Edit], text: &str) -> bool {
    let valid = edits.iter().all(|edit| text.get(edit.range.clone()).is_some());
    valid && edits.windows(2).all(|pair| pair[0].range.end <= pair[1].range.start)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    #[test]
    fn once_is_enough_and_every_other_word_stays(
        sample in 0..SAMPLES.len(),
        made in prop::collection::vec(made(), 1..9),
        notes in Just(vec![1u32, 2, 3, 4]).prop_shuffle(),
        wanted in wanted(),
    ) {
        let text = text_of(&SAMPLES[sample], &made, &notes);
        let done = renumber(&text, &Draft::read(&text), wanted);
        prop_assert!(are_sound(&done.edits, &text), "{:?}", done);
        let once = apply(&done.edits, &text);
        prop_assert_eq!(words(&once), words(&text), "in {}", text);
        let again = renumber(&once, &Draft::read(&once), wanted);
        prop_assert_eq!(again.edits, vec![], "in {} after {}", text, once);
    }

    #[test]
    fn what_is_right_stays(sample in 0..SAMPLES.len(), count in 1u32..12, to in prop::collection::vec(1u32..12, 12), wanted in wanted()) {
        let made: Vec<Made> = (1..=count)
            .map(|number| Made {
                number,
                letters: if number % 3 == 0 { vec![0, 1, 2] } else { Vec::new() },
                to: Some((to[number as usize - 1].min(count), false)),
                note: (number % 3 == 1).then_some(number / 3 + 1),
                bis: false,
            })
            .collect();
        let notes: Vec<u32> = made.iter().filter_map(|one| one.note).collect();
        let text = text_of(&SAMPLES[sample], &made, &notes);
        prop_assert_eq!(renumber(&text, &Draft::read(&text), wanted), Renumbered::default(), "in {}", text);
    }

    #[test]
    fn up_and_down_is_where_it_was(sample in 0..SAMPLES.len(), count in 2u32..9, which in any::<prop::sample::Index>(), to in 1u32..9) {
        let made: Vec<Made> = (1..=count)
            .map(|number| Made {
                number,
                letters: if number % 2 == 0 { vec![0, 1, 2] } else { Vec::new() },
                to: Some((to.min(count), false)),
                note: Some(number),
                bis: false,
            })
            .collect();
        let notes: Vec<u32> = (1..=count).filter(|number| number % 2 == 1).collect();
        let made: Vec<Made> = made
            .into_iter()
            .map(|one| Made { note: one.note.filter(|_| one.letters.is_empty()).map(|number| number / 2 + 1), ..one })
            .collect();
        let notes: Vec<u32> = (1..=notes.len() as u32).collect();
        let text = text_of(&SAMPLES[sample], &made, &notes);
        let draft = Draft::read(&text);
        let moved = which.get(&draft.paragraphs);
        let Ok(up) = move_paragraph(&text, &draft, moved.range.start, MoveDirection::Up) else { return Ok(()) };
        prop_assert!(are_sound(&up.edits, &text));
        let above = apply(&up.edits, &text);
        prop_assert_ne!(&above, &text);
        prop_assert_eq!(words(&above).len(), words(&text).len());
        let read = Draft::read(&above);
        prop_assert_eq!(renumber(&above, &read, RenumberScope::ALL).edits, vec![], "in {}", above);
        // It stands where its neighbour began.
        let neighbour = up.edits.iter().find(|edit| edit.range.contains(&moved.range.start)).unwrap().range.start;
        let shift: isize = up.edits.iter().filter(|edit| edit.range.end <= neighbour).map(|edit| edit.text.len() as isize - edit.range.len() as isize).sum();
        let at = neighbour.checked_add_signed(shift).unwrap();
        let down = move_paragraph(&above, &read, at, MoveDirection::Down);
        let down = down.map(|down| apply(&down.edits, &above));
        prop_assert_eq!(down, Ok(text.clone()), "in {}", above);
    }
}

#[test]
fn the_samples_are_what_they_are_taken_for() {
    for sample in &SAMPLES {
        let made = [1, 2].map(|number| Made {
            number,
            letters: if number == 1 { vec![0, 1, 2] } else { Vec::new() },
            to: Some((1, true)),
            note: (number == 2).then_some(1),
            bis: false,
        });
        let text = text_of(sample, &made, &[1]);
        let draft = Draft::read(&text);
        let count = |kind| draft.paragraphs.iter().filter(|paragraph| paragraph.kind == kind).count();
        assert_eq!((count(ParagraphKind::Operative), count(ParagraphKind::Sub)), (2, 3), "{text}");
        let own = draft.references.iter().filter(|reference| reference.of == ReferenceTarget::ThisDraft);
        assert_eq!(own.map(|reference| reference.subparagraphs.len()).collect::<Vec<_>>(), [1, 1], "{text}");
        assert_eq!((draft.markers.len(), draft.notes.len()), (1, 1), "{text}");
    }
}

//! A draft that is read again after each of many edits, with what was kept of the reading before, is the draft that a
//! fresh reading gives.

use crate::samples::{SAMPLES, text_of};
use proptest::prelude::*;
use rapporteur::draft::incremental::{Reparse, Replacement};
use rapporteur::draft::{Draft, IncrementalDraft, Layout, ReadAs};
use rapporteur::language;
use rapporteur::library::AuthorityCache;
use rapporteur::rules::{self, Review};

/// What is typed or pasted: what drafts are made of, and what they are not.
fn typed() -> impl Strategy<Value = String> {
    prop_oneof![
        "\\PC{0,3}",
        Just("\n\n".to_owned()),
        Just("\n".to_owned()),
        Just(",".to_owned()),
        Just("3. ".to_owned()),
        Just("¹".to_owned()),
        Just("\n\nThe General Assembly,\n\n".to_owned()),
        Just("L’Assemblée générale,\n\n".to_owned()),
        Just("\u{c}A/RES/93/7\n\n".to_owned()),
        Just("2/3".to_owned()),
        Just("12".to_owned()),
        Just("\n_______________\n1 See A/93/14.\n".to_owned()),
        Just(" Human Rights Council resolution 42/22 of 3 May 2019 ".to_owned()),
        Just("第62/175号决议第3段".to_owned()),
        Just("2 - تقرر القرار 62/175 ألف ".to_owned()),
        Just("paragraph 2 above and A/Res/63-195; ".to_owned()),
        Just("\n\n1. Decides, as the Commission did in its decision 16/1, to rest;\n\n".to_owned()),
    ]
}

/// How many drafts are edited: as many as the environment says, some dozen times each.
fn cases() -> u32 {
    std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(96)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(cases()))]
    #[test]
    fn as_a_fresh_reading(
        sample in 0..SAMPLES.len(),
        layout in 0u8..4,
        times in 1usize..12,
        known in prop::sample::select(vec![(None, None), (None, None), (Some(0), None), (Some(1), Some(Layout::Clean)), (None, Some(Layout::Clean)), (None, Some(Layout::Page))]),
        edits in prop::collection::vec((any::<prop::sample::Index>(), 0usize..40, typed()), 1..24),
    ) {
        let mut text = text_of(&SAMPLES[sample], layout, times);
        let (language, layout) = known;
        let read_as = ReadAs { language: language.map(|i: usize| language::ALL[i]), layout, adopted: layout.is_some() };
        let (mut manuscript, first) = IncrementalDraft::new_as(text.as_str(), read_as);
        let all = |_: &rules::Rule| true;
        let mut review = Review::default();
        prop_assert!(review.follow(&first, &all));
        for (place, deleted, inserted) in edits {
            let places: Vec<usize> = text.char_indices().map(|(i, _)| i).chain([text.len()]).collect();
            let from = place.index(places.len());
            let to = (from + deleted).min(places.len() - 1);
            text.replace_range(places[from]..places[to], &inserted);
            let edit = Replacement { range: places[from]..places[to], length: inserted.len() };
            let reread = manuscript.edit(&[edit], text.as_str());
            let fresh = Draft::read_as(&text, read_as);
            prop_assert_eq!(format!("{:?}", manuscript.draft(&text)), format!("{fresh:?}"), "in {}", text);
            if let Reparse::Whole(whole, draft) = &reread {
                prop_assert_eq!(whole, &text);
                prop_assert_eq!(format!("{draft:?}"), format!("{fresh:?}"));
            }
            if let Reparse::Words(words) = &reread {
                prop_assert_eq!(&words.text, &text[words.after.clone()]);
                prop_assert_eq!(words_read(&words.draft, words.after.start, &words.after), words_read(&fresh, 0, &words.after));
            }
            if !review.follow(&reread, &all) {
                review = Review::of(&text, &fresh, &all);
            }
            review.settle(AuthorityCache::built_in(), &text, &fresh, &all);
            prop_assert_eq!(review.findings(), rules::check(&text, &fresh, &all), "in {}", text);
        }
    }
}

/// What was read of a window of the text, with its places in the whole, but for what depends on the rest.
fn words_read(draft: &Draft, at: usize, window: &std::ops::Range<usize>) -> Vec<String> {
    let place = |range: &std::ops::Range<usize>| range.start + at..range.end + at;
    let within = |range: &std::ops::Range<usize>| {
        let place = place(range);
        window.start <= place.start && place.end <= window.end && !place.is_empty()
    };
    let paragraphs = draft.paragraphs.iter().enumerate().filter(|(_, p)| within(&p.range)).map(|(i, p)| {
        let label = p.label.as_ref().map(|label| (place(&label.range), &label.text, label.value, label.uncounted));
        let pieces = draft.passages_of(i).iter().flat_map(|passage| &passage.pieces).map(place).collect::<Vec<_>>();
        format!("{:?} {:?} {label:?} {} {} {pieces:?}", p.kind, place(&p.range), p.level, p.run)
    });
    let elements = draft.elements.iter().filter(|e| within(&e.range));
    let elements = elements.map(|e| format!("{:?} {:?}", e.kind, place(&e.range)));
    let markers = draft.markers.iter().filter(|m| within(&m.range));
    let markers = markers.map(|m| format!("{} {:?}", m.label, place(&m.range)));
    let notes = draft.notes.iter().filter(|n| within(&n.range));
    let notes = notes.map(|n| format!("{} {:?} {}", n.label, place(&n.range), n.text));
    paragraphs.chain(elements).chain(markers).chain(notes).collect()
}

#[test]
fn words_in_a_long_draft_cost_the_words_alone() {
    for (sample, layout) in SAMPLES.iter().flat_map(|sample| [(sample, 0), (sample, 2)]) {
        let mut text = text_of(sample, layout, 12);
        let (mut manuscript, _) = IncrementalDraft::new(text.as_str());
        // Lines are broken between words.
        let longest = sample.items[0].split(' ').max_by_key(|word| word.len()).unwrap();
        let word = text.rfind(longest).unwrap() + longest.len() / 2;
        let place = (word..).find(|at| text.is_char_boundary(*at)).unwrap();
        for (i, c) in ["a", "b", "c"].iter().enumerate() {
            text.insert_str(place + i, c);
            match manuscript.edit(&[Replacement { range: place + i..place + i, length: 1 }], text.as_str()) {
                Reparse::Words(words) => assert!(words.after.len() < text.len() / 2, "{:?}", words.after),
                Reparse::Whole(..) => panic!("read as a whole: {} {layout}", sample.title),
            }
        }
    }
}

//! Annexes and sections of cited instruments.

use super::fixture::Fixture;
use super::*;
use crate::language::{self, Language};

/// Where one goes from the words at the cursor, beside a text of the cited resolution.
fn goes_to(draft: &str, text: &str) -> String {
    match definition(Fixture::new(draft).beside("/a.txt", text).params()) {
        Some(Definition::There { reading, range, .. }) => reading.text[range].to_owned(),
        other => format!("{other:?}"),
    }
}

const ENGLISH: &str = "92/14. Dark skies

The General Assembly,

Noting the sky,

I
Lamps

1. Decides to dim the lamps;

II
Stars

2. Decides to count the stars.

Annex I

Plan of rest

1. Sleep.

Annex II

Plan of work

1. Wake.
";

fn draft_of(words: &str, cursor: &str) -> String {
    format!("The General Assembly,\n\nRecalling {words},\n{cursor}\n\nDecides to rest.\n")
}

#[test]
fn sections_and_annexes_in_english() {
    for (words, cursor, heading) in [
        ("section II of its resolution 92/14", "            |", "II"),
        ("section II of its resolution 92/14", "                                       |", "II"),
        ("annex II to its resolution 92/14", "            |", "Annex II"),
        ("its resolution 92/14, annex", "                                 |", "Annex I"),
        ("its resolution 92/14, sect. I", "                                    |", "I"),
        ("section V of its resolution 92/14", "            |", "92/14. Dark skies"),
    ] {
        let found = goes_to(&draft_of(words, cursor), ENGLISH);
        assert!(found.lines().next() == Some(heading), "{words}: {found}");
    }
}

#[test]
fn other_annexes_are_nobodys() {
    let fixture =
        Fixture::new(&draft_of("the annex to the present resolution and resolution 92/14", "                |"));
    assert!(hover(fixture.params()).is_none());
}

/// The divisions of citations in a text: words, symbol.
fn divisions_in(text: &str, language: &Language) -> Vec<(String, String)> {
    let reading = ParsedText::of(text.to_owned()).unwrap();
    assert_eq!(reading.draft.language, language);
    let middle = text.lines().nth(2).map_or(0, |line| text.find(line).unwrap() + 3);
    let symbol =
        |division: &divisions::InstrumentDivision| reading.draft.citations[division.citation].symbol.to_string();
    let divisions = divisions::around(&reading, middle);
    divisions.iter().map(|division| (reading.words(division.range.clone()), symbol(division))).collect()
}

#[test]
fn in_six_languages() {
    let found = |text: &str, language: &Language, expected: &[(&str, &str)]| {
        let divisions = divisions_in(text, language);
        let divisions: Vec<_> = divisions.iter().map(|(words, symbol)| (words.as_str(), symbol.as_str())).collect();
        assert_eq!(divisions, expected, "{text}");
    };
    let (eleven, annex) = ("A/RES/61/252", "A/RES/46/182");
    found(
        "The General Assembly,\n\nRecalling section XI of its resolution 61/252 and its resolution 46/182, annex,\n\n\
         Decides to rest.\n",
        language::ENGLISH,
        &[("section XI", eleven), ("annex", annex)],
    );
    found(
        "L’Assemblée générale,\n\nRappelant la section XI de sa résolution 61/252 et l’annexe de sa résolution 46/182,\n\n\
         Décide de se reposer.\n",
        language::FRENCH,
        &[("section XI", eleven), ("annexe", annex)],
    );
    found(
        "La Asamblea General,\n\nRecordando la sección XI de su resolución 61/252 y el anexo de su resolución 46/182,\n\n\
         Decide descansar.\n",
        language::SPANISH,
        &[("sección XI", eleven), ("anexo", annex)],
    );
    found(
        "Генеральная Ассамблея,\n\nссылаясь на раздел XI своей резолюции 61/252 и приложение к своей резолюции 46/182,\n\n\
         постановляет отдыхать.\n",
        language::RUSSIAN,
        &[("раздел XI", eleven), ("приложение", annex)],
    );
    found(
        "إن الجمعية العامة،\n\nإذ تشير إلى الجزء الحادي عشر من قرارها 61/252 ومرفق قرارها 46/182،\n\nتقرر أن تستريح.\n",
        language::ARABIC,
        &[("الجزء الحادي عشر", eleven), ("ومرفق", annex)],
    );
    found(
        "大会，\n\n回顾其第61/252号决议第十一节和第46/182号决议附件，\n\n决定休息。\n",
        language::CHINESE,
        &[("第十一节", eleven), ("附件", annex)],
    );
}

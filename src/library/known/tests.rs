//! What the tables promise, and names in running text.

use std::collections::HashMap;

use super::*;
use crate::language::{ALL, ARABIC, CHINESE, ENGLISH, FRENCH, RUSSIAN, SPANISH};

#[test]
fn symbols_are_in_canonical_spelling() {
    for known in all() {
        let Some(text) = known.symbol else { continue };
        assert_eq!(Symbol::parse(text).map(|symbol| symbol.to_string()).as_deref(), Ok(text), "{}", known.id);
        assert!(all_by_symbol(&known.symbol().unwrap()).contains(&known));
    }
}

#[test]
fn dates_exist() {
    for (known, date) in all().flat_map(|known| [(known, known.date), (known, known.symbol_date())]) {
        let days = match date.month {
            4 | 6 | 9 | 11 => 30,
            2 if date.year % 4 == 0 => 29,
            2 => 28,
            _ => 31,
        };
        assert!((1899..2030).contains(&date.year) && (1..=12).contains(&date.month), "{}", known.id);
        assert!((1..=days).contains(&date.day), "{}", known.id);
        if let Some(year) = known.symbol().filter(Symbol::is_resolution).and_then(|symbol| symbol.year()) {
            assert_eq!(year, date.year, "{}", known.id);
        }
    }
}

#[test]
fn series_are_volume_and_number() {
    let series = regex::Regex::new(r"^vol\. [0-9]{1,4}, Nos?\. [0-9]{3,5}(?:–[0-9]{3,5})?$").unwrap();
    for known in all() {
        assert!(known.series.is_none_or(|text| series.is_match(text)), "{}: {:?}", known.id, known.series);
    }
}

#[test]
fn ids_and_names_are_of_one_instrument() {
    let (mut ids, mut names) = (HashMap::new(), HashMap::new());
    for known in all() {
        assert_eq!(ids.insert(known.id, known), None, "{}", known.id);
        assert!(known.title(ENGLISH).is_some(), "{} has an English title", known.id);
        for language in ALL.iter().filter(|_| !known.by_number) {
            for name in known.names_in(language) {
                assert!(!name.is_empty() && name.trim() == *name, "{name:?}");
                for form in forms::forms(name, language.naming) {
                    let other = names.insert(fold::FoldedText::of(&form).text, known.id);
                    assert!(other.is_none_or(|other| other == known.id), "{form}: {other:?} and {}", known.id);
                }
            }
        }
    }
    assert!(ids.len() >= 200);
}

#[test]
fn every_name_is_found_as_it_stands() {
    for known in all().filter(|known| !known.by_number) {
        for language in ALL {
            for name in known.names_in(language) {
                let found: Vec<_> = named_in(name).into_iter().map(|named| named.known.id).collect();
                assert_eq!(found, [known.id], "{name}");
            }
        }
    }
}

/// What is found in a text: the words in it, and the instrument's id.
fn found(text: &str) -> Vec<(&str, &'static str)> {
    named_in(text).into_iter().map(|named| (&text[named.range], named.known.id)).collect()
}

#[test]
fn names_stand_in_sentences_of_all_languages() {
    for (text, expected) in [
        (
            "Guided by the Charter of the United Nations and the Universal Declaration\nof Human Rights,",
            vec![
                ("Charter of the United Nations", "charter"),
                ("Universal Declaration\nof Human Rights", "universal-declaration"),
            ],
        ),
        (
            "the 2030 Agenda, the Paris Agreement² and the “New Urban Agenda”",
            vec![
                ("2030 Agenda", "agenda-2030"),
                ("Paris Agreement", "paris-agreement"),
                ("New Urban Agenda", "new-urban-agenda"),
            ],
        ),
        (
            "the articles on responsibility of States for internationally wrongful acts",
            vec![("articles on responsibility of States for internationally wrongful acts", "state-responsibility")],
        ),
        (
            "la suite de la Déclaration et du Programme d’action de Vienne",
            vec![("Déclaration et du Programme d’action de Vienne", "vienna-declaration")],
        ),
        ("under the Palermo Convention, UNCLOS", vec![("Palermo Convention", "organized-crime"), ("UNCLOS", "unclos")]),
        ("THE CONVENTION ON THE RIGHTS OF THE CHILD", vec![("CONVENTION ON THE RIGHTS OF THE CHILD", "crc")]),
        (
            "saluant l’Accord de Paris et la Déclaration universelle des droits de l'homme, ainsi que\u{a0}le Programme 2030",
            vec![
                ("Accord de Paris", "paris-agreement"),
                ("Déclaration universelle des droits de l'homme", "universal-declaration"),
                ("Programme 2030", "agenda-2030"),
            ],
        ),
        (
            "Recordando la Convención sobre los Derechos del Niño y el Estatuto de Roma",
            vec![("Convención sobre los Derechos del Niño", "crc"), ("Estatuto de Roma", "rome-statute")],
        ),
        (
            "руководствуясь Всеобщей декларацией прав человека и Конвенцией о правах ребенка",
            vec![
                ("Всеобщей декларацией прав человека", "universal-declaration"),
                ("Конвенцией о правах ребенка", "crc"),
            ],
        ),
        (
            "回顾《世界人权宣言》、《1951年关于难民地位的公约》和2030年议程",
            vec![
                ("世界人权宣言", "universal-declaration"),
                ("关于难民地位的公约", "refugee-convention"),
                ("2030年议程", "agenda-2030"),
            ],
        ),
        (
            "وإذ تشير إلى الإعلان العالمي لحقوق الإنسان واتفاقية حقوق الطفل، ووفقا لميثاق الأمم المتحدة",
            vec![
                ("الإعلان العالمي لحقوق الإنسان", "universal-declaration"),
                ("اتفاقية حقوق الطفل", "crc"),
                ("ميثاق الأمم المتحدة", "charter"),
            ],
        ),
        ("امتثالا للإعلان العالمي لحقوق الإنسان", vec![("للإعلان العالمي لحقوق الإنسان", "universal-declaration")]),
    ] {
        assert_eq!(found(text), expected, "{text}");
    }
}

#[test]
fn a_part_of_another_name_is_no_name() {
    for (text, expected) in [
        ("the Optional Protocol to the International Covenant on Civil and Political Rights", vec!["iccpr-op1"]),
        ("the Optional Protocol to the Convention on the Rights of the Child on rivers", vec![]),
        ("the Doha Amendment to the Kyoto Protocol", vec![]),
        ("《儿童权利公约任择议定书》", vec![]),
        ("《〈儿童权利公约〉河流问题任择议定书》", vec![]),
        ("《儿童权利公约》关于儿童卷入武装冲突问题的任择议定书", vec!["crc-armed-conflict"]),
        ("《儿童权利公约》及其任择议定书", vec!["crc"]),
        ("Факультативный протокол к Конвенции о правах ребенка по рекам", vec![]),
        ("the Convention, its Protocols, and the Charter", vec![]),
        ("a paris agreement between rowers, and the Rome Statutes", vec![]),
        ("the 12030 Agenda", vec![]),
    ] {
        assert_eq!(named_in(text).iter().map(|named| named.known.id).collect::<Vec<_>>(), expected, "{text}");
    }
}

#[test]
fn provisions_of_the_charter_are_read_in_all_languages() {
    use Provision::{Article, Chapter};
    for (language, text, expected) in [
        (ENGLISH, "under Article 51 of the Charter of the United Nations", vec![Article(51)]),
        (
            ENGLISH,
            "Articles 10 and 14 of the Charter; Chapter VII of the Charter",
            vec![Article(10), Article(14), Chapter(7)],
        ),
        (ENGLISH, "Article 2, paragraph 4, of the Charter", vec![Article(2)]),
        (ENGLISH, "Article 1 (3) of the United Nations Charter", vec![Article(1)]),
        (ENGLISH, "article 3 of the Charter of the League of Rivers, article 5 of the Convention", vec![]),
        (ENGLISH, "Article 151 of the Charter", vec![]),
        (ENGLISH, "under Article 73 e of the Charter", vec![Article(73)]),
        (FRENCH, "l’Article 51 et l’Article 52 de la Charte", vec![Article(51), Article(52)]),
        (FRENCH, "du Chapitre VII de la Charte des Nations Unies", vec![Chapter(7)]),
        (FRENCH, "à l’Article premier de la Charte", vec![Article(1)]),
        (FRENCH, "l’article 5 de la Charte de la Ligue", vec![]),
        (SPANISH, "los Artículos 55 y 56 de la Carta", vec![Article(55), Article(56)]),
        (SPANISH, "el Capítulo VI de la Carta de las Naciones Unidas", vec![Chapter(6)]),
        (RUSSIAN, "в соответствии со статьей 51 Устава", vec![Article(51)]),
        (
            RUSSIAN,
            "статьи 12 и 15 Устава Организации Объединенных Наций, глава VII Устава",
            vec![Article(12), Article(15), Chapter(7)],
        ),
        (RUSSIAN, "статью 3 Устава Лиги", vec![]),
        (RUSSIAN, "согласно статье 73 e Устава", vec![Article(73)]),
        (
            SPANISH,
            "los Artículos 39 a 51 de la Carta; el Artículo 73 e de la Carta",
            vec![Article(39), Article(51), Article(73)],
        ),
        (ARABIC, "المادة 73 (هـ) من الميثاق", vec![Article(73)]),
        (CHINESE, "按照《联合国宪章》第五十一条", vec![Article(51)]),
        (CHINESE, "《宪章》第十二条和第101条、《宪章》第七章", vec![Article(12), Article(101), Chapter(7)]),
        (CHINESE, "《宪章》第二条第四项", vec![Article(2)]),
        (CHINESE, "《河流宪章》第二条", vec![]),
        (ARABIC, "المادة 51 من الميثاق", vec![Article(51)]),
        (ARABIC, "الفصل السابع من ميثاق الأمم المتحدة", vec![Chapter(7)]),
        (ARABIC, "المادة 3 من ميثاق الجامعة", vec![]),
    ] {
        let found: Vec<_> = provisions_in(text, language).into_iter().map(|cited| cited.provision).collect();
        assert_eq!(found, expected, "{text}");
    }
    let text = "《宪章》第五十一条";
    assert_eq!(&text[provisions_in(text, CHINESE)[0].range.clone()], "五十一");
}

#[test]
fn instruments_are_looked_up() {
    let id = |symbol: &str| by_symbol(&Symbol::parse(symbol).unwrap()).map(|known| known.id);
    assert_eq!(id("A/RES/217(III)[A]"), Some("universal-declaration"));
    assert_eq!(id("S/RES/1325(2000)"), Some("sc-1325"));
    assert_eq!(id("A/RES/62/175"), None);
    assert_eq!(all_by_symbol(&Symbol::parse("A/RES/2200 A (XXI)").unwrap()).len(), 3);
    let ids = |words| search(words).into_iter().map(|known| known.id).collect::<Vec<_>>();
    assert_eq!(ids("rights CHILD armed"), ["crc-armed-conflict"]);
    assert!(ids("反腐败").contains(&"corruption"));
    assert!(ids("58/4").contains(&"corruption"));
    assert_eq!(ids("  "), [""; 0]);
    assert_eq!(by_id("npt").map(|known| known.symbol_date()), Some(Date { year: 1968, month: 6, day: 12 }));
}

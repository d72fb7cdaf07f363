//! Invented sentences; the symbols and the names of bodies in them are real.

use proptest::prelude::*;

use super::*;
use crate::draft::NormalizedText;
use crate::draft::ReferenceTarget;
use crate::language::{self, ARABIC, CHINESE, ENGLISH, FRENCH, RUSSIAN, SPANISH};

fn own(organ: Organ) -> CitationContext {
    CitationContext { own_organ: Some(organ), ..CitationContext::default() }
}

fn read(text: &str, language: &Language) -> BlockCitations {
    citations(&NormalizedText::of(text, 0).text, language, &own(Organ::GeneralAssembly))
}

/// The symbols that are found, each with its date, if it has one.
fn cited(text: &str, language: &Language) -> Vec<String> {
    let show = |citation: BlockCitation| match citation.date {
        Some((date, _)) => format!("{} {}-{}-{}", citation.symbol, date.year, date.month, date.day),
        None => citation.symbol.to_string(),
    };
    read(text, language).citations.into_iter().map(show).collect()
}

/// The paragraphs that are referred to, each with whose it is.
fn referred(text: &str, language: &Language) -> Vec<String> {
    let found = read(text, language);
    let whose = |of| match of {
        ReferenceTarget::ThisDraft => "here".to_owned(),
        ReferenceTarget::Elsewhere => "elsewhere".to_owned(),
        ReferenceTarget::Citation(i) => found.citations[i].symbol.to_string(),
    };
    let shown = |r: &Reference| {
        let labels: Vec<&str> = r.subparagraphs.iter().map(|label| label.text.as_str()).collect();
        let number = r.paragraph.map(|number| number.to_string()).unwrap_or_default();
        let number = if r.insertion > 0 { format!("{number}/{}", r.insertion) } else { number };
        format!("{}{number}{} {}", if r.ends_range { "to " } else { "" }, labels.join("."), whose(r.of))
    };
    found.references.iter().map(shown).collect()
}

#[test]
fn single_resolutions() {
    let text = "Recalling its resolution 62/175 of 18 December 2007 on the keeping of tide gauges";
    let found = read(text, ENGLISH).citations;
    assert_eq!(found[0].symbol, Symbol::parse("A/RES/62/175").unwrap());
    assert_eq!(&text[found[0].range.clone()], "62/175");
    assert_eq!(found[0].date.as_ref().map(|(_, range)| &text[range.clone()]), Some("18 December 2007"));
    assert_eq!(cited("其2007年12月18日第62/175号决议，", CHINESE), ["A/RES/62/175 2007-12-18"]);
    assert_eq!(cited("Rappelant sa résolution 62/175 du 1er décembre 2007,", FRENCH), ["A/RES/62/175 2007-12-1"]);
    assert_eq!(cited("su resolución 62/175, de 18 de diciembre de 2007,", SPANISH), ["A/RES/62/175 2007-12-18"]);
    assert_eq!(cited("свою резолюцию 62/175 от 18 декабря 2007 года", RUSSIAN), ["A/RES/62/175 2007-12-18"]);
    assert_eq!(cited("إلى قرارها 62/175 المؤرخ 18 كانون الأول/ديسمبر 2007", ARABIC), ["A/RES/62/175 2007-12-18"]);
}

#[test]
fn lists_share_their_date() {
    let english = "its resolutions 62/172 and 62/175 of 18 December 2007 and 63/195 of 18 December 2008";
    let dated = ["A/RES/62/172 2007-12-18", "A/RES/62/175 2007-12-18", "A/RES/63/195 2008-12-18"];
    assert_eq!(cited(english, ENGLISH), dated);
    assert_eq!(cited("其2007年12月18日第62/172和62/175号以及2008年12月18日第63/195号决议", CHINESE), dated);
    // A session of 2015 cannot have met in 2007.
    let mixed = "resolutions 70/1 and 62/175 of 18 December 2007";
    assert_eq!(cited(mixed, ENGLISH), ["A/RES/70/1", "A/RES/62/175 2007-12-18"]);
}

#[test]
fn titles_may_stand_in_between() {
    let text = "its resolution 46/152 of 18 December 1991 on the counting of seals, and 62/175 of 18 December 2007";
    assert_eq!(cited(text, ENGLISH), ["A/RES/46/152 1991-12-18", "A/RES/62/175 2007-12-18"]);
    let text = "回顾其关于清点海豹的1991年12月18日第46/152号决议，以及关于潮汐观测、特别是其方法的2007年12月18日第62/175号决议";
    assert_eq!(cited(text, CHINESE), ["A/RES/46/152 1991-12-18", "A/RES/62/175 2007-12-18"]);
    assert_eq!(cited("第62/172号和第62/175号关于潮汐的决议", CHINESE), ["A/RES/62/172", "A/RES/62/175"]);
}

#[test]
fn quoted_titles() {
    let title = |text: &str, language| read(text, language).citations[0].title.clone().map(|(title, _)| title);
    let english = "resolution 62/173 of 18 December 2007, entitled “Tides and “tidal” flats”, and";
    assert_eq!(title(english, ENGLISH).as_deref(), Some("Tides and “tidal” flats"));
    assert_eq!(title("其题为“清点海豹”的2007年12月18日第62/173号决议", CHINESE).as_deref(), Some("清点海豹"));
    assert_eq!(title("2007年12月18日题为“清点海豹”的第62/173号决议", CHINESE).as_deref(), Some("清点海豹"));
    assert_eq!(title("sa résolution 62/173, intitulée « Marées »", FRENCH).as_deref(), Some("Marées"));
    assert_eq!(title("su resolución 62/173, titulada “Mareas”,", SPANISH).as_deref(), Some("Mareas"));
    assert_eq!(title("резолюцию 62/173, озаглавленную «Приливы»", RUSSIAN).as_deref(), Some("Приливы"));
    assert_eq!(title("القرار 62/173 المعنون ”المد والجزر“", ARABIC).as_deref(), Some("المد والجزر"));
}

#[test]
fn forms_of_numbers() {
    let cases = [
        ("resolution 217 A (III)", "A/RES/217 A (III)"),
        ("resolution 1514(XV)", "A/RES/1514 (XV)"),
        ("resolution 3201 (S-VI)", "A/RES/3201 (S-VI)"),
        ("resolution S-20/2", "A/RES/S-20/2"),
        ("resolution ES\u{2011}10/24", "A/RES/ES-10/24"),
        ("resolutions 45/250 A to C", "A/RES/45/250 A-C"),
        ("resolutions 55/5 B and C", "A/RES/55/5 B-C"),
        ("resolution S-20/4 A–E", "A/RES/S-20/4 A-E"),
        ("resolution 53/77 AA of", "A/RES/53/77 AA"),
        ("decision 60/551 B", "A/DEC/60/551 B"),
        ("Security Council resolution 1325 (2000)", "S/RES/1325 (2000)"),
        ("Economic and Social Council resolution 2007/12", "E/RES/2007/12"),
        ("Economic and Social Council resolution 1733 (LIV)", "E/RES/1733 (LIV)"),
        ("Economic and Social Council decision 2007/253", "E/DEC/2007/253"),
        ("Human Rights Council resolution 42/22", "A/HRC/RES/42/22"),
        ("United Nations Environment Assembly resolution 5/14", "UNEP/EA.5/Res.14"),
    ];
    for (text, symbol) in cases {
        assert_eq!(cited(text, ENGLISH), [symbol], "{text}");
    }
    assert_eq!(cited("安全理事会第1325(2000)号决议", CHINESE), ["S/RES/1325 (2000)"]);
    assert_eq!(cited("第217A(III)号决议", CHINESE), ["A/RES/217 A (III)"]);
    assert_eq!(cited("见S-26/2号决议，附件", CHINESE), ["A/RES/S-26/2"]);
    assert_eq!(cited("第53/243 A和B号决议", CHINESE), ["A/RES/53/243 A-B"]);
    assert_eq!(cited("القرار 217 ألف (د-3)", ARABIC), ["A/RES/217 A (III)"]);
    assert_eq!(cited("القراران 2205 (د-21) ودإ-32/1", ARABIC), ["A/RES/2205 (XXI)", "A/RES/S-32/1"]);
    assert_eq!(cited("القرار دإط-10/15، و76/84 ألف وباء", ARABIC), ["A/RES/ES-10/15", "A/RES/76/84 A-B"]);
    assert_eq!(cited("резолюция 76/84 А и В", RUSSIAN), ["A/RES/76/84 A-B"]);
}

/// The forms in which instruments are cited, in every language.
#[test]
fn forms_in_six_languages() {
    let cases: &[(&Language, &str, &[&str])] = &[
        (
            ENGLISH,
            "Recalling its resolutions 48/141 of 20 December 1993, 60/251 of 15 March 2006 and 62/219 of 22 December 2007,",
            &["A/RES/48/141", "A/RES/60/251", "A/RES/62/219"],
        ),
        (ENGLISH, "Recalling its resolutions 66/254 A to C of 23 February 2012,", &["A/RES/66/254 A-C"]),
        (
            ENGLISH,
            "Recalling its resolutions 66/254 A, 66/254 B and 66/254 C,",
            &["A/RES/66/254 A", "A/RES/66/254 B", "A/RES/66/254 C"],
        ),
        (
            ENGLISH,
            "Recalling its resolutions S-32/1 and ES-11/6 and 2205 (XXI) of 17 December 1966,",
            &["A/RES/S-32/1", "A/RES/ES-11/6", "A/RES/2205 (XXI)"],
        ),
        (ENGLISH, "Recalling its resolution 377 A (V) of 3 November 1950,", &["A/RES/377 A (V)"]),
        (
            ENGLISH,
            "Recalling Security Council resolutions 1325 (2000) of 31 October 2000, 1820 (2008) and 1888 (2009),",
            &["S/RES/1325 (2000)", "S/RES/1820 (2008)", "S/RES/1888 (2009)"],
        ),
        (
            ENGLISH,
            "Recalling Economic and Social Council decision 2007/253 of 26 July 2007 and Human Rights Council decision 2/102 of 6 October 2006,",
            &["E/DEC/2007/253", "A/HRC/DEC/2/102"],
        ),
        (
            ENGLISH,
            "Recalling also Commission on Narcotic Drugs resolution 65/2 of 18 March 2022,",
            &["E/CN.7/RES/65/2"],
        ),
        (ENGLISH, "Recalling Commission on the Status of Women resolution 51/2 of 9 March 2007,", &["E/CN.6/RES/51/2"]),
        (ENGLISH, "Recalling resolutions 62/172 to 62/175 of 18 December 2007,", &["A/RES/62/172", "A/RES/62/175"]),
        (ENGLISH, "Recalling its resolution\u{a0}62/175 of 18\u{a0}December 2007,", &["A/RES/62/175"]),
        (ENGLISH, "Recalling its resolution \u{200e}62/175\u{200f} of 18 December 2007,", &["A/RES/62/175"]),
        (ENGLISH, "Recalling its resolution ６２／１７５ of 18 December 2007,", &["A/RES/62/175"]),
        (
            ENGLISH,
            "Recalling Council resolutions 10/1 and S-21/1 of the Human Rights Council,",
            &["A/HRC/RES/10/1", "A/HRC/RES/S-21/1"],
        ),
        (ENGLISH, "Recalling its decisions 60/551 B of 8 May 2006 and 77/556,", &["A/DEC/60/551 B", "A/DEC/77/556"]),
        (
            ENGLISH,
            "Recalling General Assembly resolutions 1514 (XV) and 1541 (XV) and 2621 (XXV),",
            &["A/RES/1514 (XV)", "A/RES/1541 (XV)", "A/RES/2621 (XXV)"],
        ),
        (
            ENGLISH,
            "Recalling the Commission on Human Rights resolution 2005/80 of 21 April 2005,",
            &["E/CN.4/RES/2005/80"],
        ),
        (ENGLISH, "Recalling resolution 5/14 of the United Nations Environment Assembly,", &["UNEP/EA.5/Res.14"]),
        (
            FRENCH,
            "Rappelant ses résolutions 48/141 du 20 décembre 1993, 60/251 du 15 mars 2006 et 62/219 du 22 décembre 2007,",
            &["A/RES/48/141", "A/RES/60/251", "A/RES/62/219"],
        ),
        (FRENCH, "Rappelant ses résolutions 66/254 A à C du 23 février 2012,", &["A/RES/66/254 A-C"]),
        (
            FRENCH,
            "Rappelant ses résolutions S-32/1 et ES-11/6 et 2205 (XXI) du 17 décembre 1966,",
            &["A/RES/S-32/1", "A/RES/ES-11/6", "A/RES/2205 (XXI)"],
        ),
        (FRENCH, "Rappelant sa résolution 217 A (III) du 10 décembre 1948,", &["A/RES/217 A (III)"]),
        (
            FRENCH,
            "Rappelant les résolutions 1325 (2000), 1820 (2008) et 1888 (2009) du Conseil de sécurité,",
            &["S/RES/1325 (2000)", "S/RES/1820 (2008)", "S/RES/1888 (2009)"],
        ),
        (
            FRENCH,
            "Rappelant la décision 2007/253 du Conseil économique et social et la décision 2/102 du Conseil des droits de l’homme,",
            &["E/DEC/2007/253", "A/HRC/DEC/2/102"],
        ),
        (
            FRENCH,
            "Rappelant la résolution 65/2 de la Commission des stupéfiants, du 18 mars 2022,",
            &["E/CN.7/RES/65/2"],
        ),
        (FRENCH, "Rappelant ses résolutions 60/1 et 62/172 à 62/175,", &["A/RES/60/1", "A/RES/62/172", "A/RES/62/175"]),
        (FRENCH, "Rappelant sa décision 60/551 B du 8 mai 2006,", &["A/DEC/60/551 B"]),
        (
            FRENCH,
            "Rappelant la résolution 5/14 de l’Assemblée des Nations Unies pour l’environnement,",
            &["UNEP/EA.5/Res.14"],
        ),
        (
            SPANISH,
            "Recordando sus resoluciones 48/141, de 20 de diciembre de 1993, 60/251, de 15 de marzo de 2006, y 62/219, de 22 de diciembre de 2007,",
            &["A/RES/48/141", "A/RES/60/251", "A/RES/62/219"],
        ),
        (SPANISH, "Recordando sus resoluciones 66/254 A a C, de 23 de febrero de 2012,", &["A/RES/66/254 A-C"]),
        (
            SPANISH,
            "Recordando sus resoluciones S-32/1 y ES-11/6 y 2205 (XXI), de 17 de diciembre de 1966,",
            &["A/RES/S-32/1", "A/RES/ES-11/6", "A/RES/2205 (XXI)"],
        ),
        (SPANISH, "Recordando su resolución 217 A (III), de 10 de diciembre de 1948,", &["A/RES/217 A (III)"]),
        (
            SPANISH,
            "Recordando las resoluciones del Consejo de Seguridad 1325 (2000), 1820 (2008) y 1888 (2009),",
            &["S/RES/1325 (2000)", "S/RES/1820 (2008)", "S/RES/1888 (2009)"],
        ),
        (
            SPANISH,
            "Recordando la decisión 2007/253 del Consejo Económico y Social y la decisión 2/102 del Consejo de Derechos Humanos,",
            &["E/DEC/2007/253", "A/HRC/DEC/2/102"],
        ),
        (
            SPANISH,
            "Recordando la resolución 65/2 de la Comisión de Estupefacientes, de 18 de marzo de 2022,",
            &["E/CN.7/RES/65/2"],
        ),
        (SPANISH, "Recordando su decisión 60/551 B, de 8 de mayo de 2006,", &["A/DEC/60/551 B"]),
        (
            RUSSIAN,
            "ссылаясь на свои резолюции 48/141 от 20 декабря 1993 года, 60/251 от 15 марта 2006 года и 62/219 от 22 декабря 2007 года,",
            &["A/RES/48/141", "A/RES/60/251", "A/RES/62/219"],
        ),
        (RUSSIAN, "ссылаясь на свои резолюции 66/254 A–C от 23 февраля 2012 года,", &["A/RES/66/254 A-C"]),
        (
            RUSSIAN,
            "ссылаясь на свои резолюции S-32/1 и ES-11/6 и 2205 (XXI) от 17 декабря 1966 года,",
            &["A/RES/S-32/1", "A/RES/ES-11/6", "A/RES/2205 (XXI)"],
        ),
        (RUSSIAN, "ссылаясь на свою резолюцию 217 A (III) от 10 декабря 1948 года,", &["A/RES/217 A (III)"]),
        (
            RUSSIAN,
            "ссылаясь на резолюции 1325 (2000), 1820 (2008) и 1888 (2009) Совета Безопасности,",
            &["S/RES/1325 (2000)", "S/RES/1820 (2008)", "S/RES/1888 (2009)"],
        ),
        (
            RUSSIAN,
            "ссылаясь на решение 2007/253 Экономического и Социального Совета и решение 2/102 Совета по правам человека,",
            &["E/DEC/2007/253", "A/HRC/DEC/2/102"],
        ),
        (
            RUSSIAN,
            "ссылаясь на резолюцию 65/2 Комиссии по наркотическим средствам от 18 марта 2022 года,",
            &["E/CN.7/RES/65/2"],
        ),
        (RUSSIAN, "ссылаясь на свое решение 60/551 B от 8 мая 2006 года,", &["A/DEC/60/551 B"]),
        (
            ARABIC,
            "إذ تشير إلى قراراتها 48/141 المؤرخ 20 كانون الأول/ديسمبر 1993 و 60/251 المؤرخ 15 آذار/مارس 2006 و 62/219 المؤرخ 22 كانون الأول/ديسمبر 2007،",
            &["A/RES/48/141", "A/RES/60/251", "A/RES/62/219"],
        ),
        (ARABIC, "إذ تشير إلى قراراتها 66/254 ألف إلى جيم المؤرخة 23 شباط/فبراير 2012،", &["A/RES/66/254 A-C"]),
        (
            ARABIC,
            "إذ تشير إلى قراراتها دإ-32/1 و دإط-11/6 و 2205 (د-21) المؤرخ 17 كانون الأول/ديسمبر 1966،",
            &["A/RES/S-32/1", "A/RES/ES-11/6", "A/RES/2205 (XXI)"],
        ),
        (ARABIC, "إذ تشير إلى قرارها 217 ألف (د-3) المؤرخ 10 كانون الأول/ديسمبر 1948،", &["A/RES/217 A (III)"]),
        (
            ARABIC,
            "إذ تشير إلى قرارات مجلس الأمن 1325 (2000) و 1820 (2008) و 1888 (2009)،",
            &["S/RES/1325 (2000)", "S/RES/1820 (2008)", "S/RES/1888 (2009)"],
        ),
        (
            ARABIC,
            "إذ تشير إلى مقرر المجلس الاقتصادي والاجتماعي 2007/253 ومقرر مجلس حقوق الإنسان 2/102،",
            &["E/DEC/2007/253", "A/HRC/DEC/2/102"],
        ),
        (ARABIC, "إذ تشير إلى قرار لجنة المخدرات 65/2 المؤرخ 18 آذار/مارس 2022،", &["E/CN.7/RES/65/2"]),
        (ARABIC, "إذ تشير إلى مقررها 60/551 باء المؤرخ 8 أيار/مايو 2006،", &["A/DEC/60/551 B"]),
        (ARABIC, "إذ تشير إلى قرارها ٦٢/١٧٥ المؤرخ ١٨ كانون الأول/ديسمبر ٢٠٠٧،", &["A/RES/62/175"]),
        (
            CHINESE,
            "回顾其1993年12月20日第48/141号、2006年3月15日第60/251号和2007年12月22日第62/219号决议，",
            &["A/RES/48/141", "A/RES/60/251", "A/RES/62/219"],
        ),
        (CHINESE, "回顾其2012年2月23日第66/254 A至C号决议，", &["A/RES/66/254 A-C"]),
        (
            CHINESE,
            "回顾其第S-32/1号和第ES-11/6号决议以及1966年12月17日第2205(XXI)号决议，",
            &["A/RES/S-32/1", "A/RES/ES-11/6", "A/RES/2205 (XXI)"],
        ),
        (CHINESE, "回顾其1948年12月10日第217 A (III)号决议，", &["A/RES/217 A (III)"]),
        (
            CHINESE,
            "回顾安全理事会第1325(2000)、第1820(2008)和第1888(2009)号决议，",
            &["S/RES/1325 (2000)", "S/RES/1820 (2008)", "S/RES/1888 (2009)"],
        ),
        (
            CHINESE,
            "回顾经济及社会理事会第2007/253号决定和人权理事会第2/102号决定，",
            &["E/DEC/2007/253", "A/HRC/DEC/2/102"],
        ),
        (CHINESE, "回顾麻醉药品委员会2022年3月18日第65/2号决议，", &["E/CN.7/RES/65/2"]),
        (CHINESE, "回顾其2006年5月8日第60/551 B号决定，", &["A/DEC/60/551 B"]),
        (CHINESE, "回顾其２００７年１２月１８日第６２／１７５号决议，", &["A/RES/62/175"]),
        (CHINESE, "回顾其第六十二届会议第62/175号决议，", &["A/RES/62/175"]),
        (CHINESE, "回顾其2007年12月18日第62/172至62/175号决议，", &["A/RES/62/172", "A/RES/62/175"]),
    ];
    for (language, text, symbols) in cases {
        let found: Vec<String> = read(text, language).citations.iter().map(|c| c.symbol.to_string()).collect();
        assert_eq!(found, *symbols, "{text}");
    }
}

#[test]
fn the_owner_before_or_after() {
    assert_eq!(
        cited("第2008/23、2008/24和2008/25号决议", CHINESE),
        ["E/RES/2008/23", "E/RES/2008/24", "E/RES/2008/25"]
    );
    let after = "les résolutions 27/22, 32/21 et 41/4 du Conseil des droits de l’homme";
    let all = ["A/HRC/RES/27/22", "A/HRC/RES/32/21", "A/HRC/RES/41/4"];
    assert_eq!(cited(after, FRENCH), all);
    assert_eq!(cited("Human Rights Council resolutions 27/22, 32/21 and 41/4", ENGLISH), all);
    assert_eq!(cited("قرارات مجلس حقوق الإنسان 27/22 و 32/21 و 41/4", ARABIC), all);
    let english = "decision 16/1 of 27 April 2007 of the Commission on Crime Prevention and Criminal Justice";
    assert_eq!(cited(english, ENGLISH), ["E/CN.15/DEC/16/1 2007-4-27"]);
    let chinese = "预防犯罪和刑事司法委员会2007年4月27日第16/1号决定";
    assert_eq!(cited(chinese, CHINESE), ["E/CN.15/DEC/16/1 2007-4-27"]);
    // The subject of what follows owns nothing.
    assert_eq!(cited("в резолюции 60/251 Совет по правам человека призван", RUSSIAN), ["A/RES/60/251"]);
}

#[test]
fn dates_tell_whose_a_number_is() {
    let text = "its resolution 55/56 of 4 April 2024 and the report of the Human Rights Council";
    assert_eq!(cited(text, ENGLISH), ["A/HRC/RES/55/56 2024-4-4"]);
    // A slip in the year stays a slip.
    assert_eq!(cited("its resolution 72/256 of 24 December 2107", ENGLISH), ["A/RES/72/256 2107-12-24"]);
}

#[test]
fn what_blocks_leave_to_each_other() {
    let first = "预防犯罪和刑事司法委员会2008年4月18日第17/1号决定";
    let context = own(Organ::GeneralAssembly);
    let named = citations(first, CHINESE, &context).named;
    let second =
        citations("委员会题为“清点”的2008年4月18日第17/2号决定", CHINESE, &CitationContext { named, ..context });
    assert_eq!(second.citations[0].symbol, Symbol::parse("E/CN.15/DEC/17/2").unwrap());

    let context = own(Organ::GeneralAssembly);
    let named = citations("Human Rights Council resolution 43/1 of 19 June 2020", ENGLISH, &context).named;
    let later = citations("pursuant to resolution 43/1", ENGLISH, &CitationContext { named, ..context });
    assert_eq!(later.citations[0].symbol, Symbol::parse("A/HRC/RES/43/1").unwrap());
}

#[test]
fn its_own_is_the_drafts() {
    let of = |organ| citations("its resolution 42/22", ENGLISH, &own(organ)).citations[0].symbol.to_string();
    assert_eq!(of(Organ::HumanRightsCouncil), "A/HRC/RES/42/22");
    assert_eq!(of(Organ::GeneralAssembly), "A/RES/42/22");
}

#[test]
fn what_is_no_citation() {
    for text in [
        "open 24/7 under resolution on hours",
        "in 2008/09 and by 3/4, a decision of 12/11/2008",
        "resolution A/RES/62/175 and A/HRC/RES/42/22, A/77/692",
        "Treaty Series, vol. 2349, No. 42146",
        "General Assembly resolution of 18 December 2007",
        "as resolved, general comment No. 15 (2002) and the resolution",
        "The seals (2008) and the resolution (III)",
        "resolution C 2013/20",
        "62/175. Counting of seals",
        "Conference of the States Parties resolution 8/9",
        "decision 1/CP.21",
    ] {
        assert_eq!(cited(text, ENGLISH), [""; 0], "{text}");
    }
    for text in ["第2225和2237卷，第39574号", "见CL 144/9号文件，决议", "第1/CP.21号决定"] {
        assert_eq!(cited(text, CHINESE), [""; 0], "{text}");
    }
}

#[test]
fn paragraphs() {
    assert_eq!(referred("as set out in paragraph 12 above and paragraph 14 below", ENGLISH), ["12 here", "14 here"]);
    assert_eq!(referred("paragraphs 5 and 6 of the present resolution", ENGLISH), ["5 here", "6 here"]);
    assert_eq!(referred("paragraph 6 (c) of its resolution 62/175", ENGLISH), ["6c A/RES/62/175"]);
    assert_eq!(referred("paragraph 6 of the annex to resolution 62/175", ENGLISH), ["6 elsewhere"]);
    assert_eq!(referred("Resolution 62/175, para. 3.", ENGLISH), ["3 A/RES/62/175"]);
    assert_eq!(referred("上文第3段和第62/175号决议第5和6段", CHINESE), ["3 here", "5 A/RES/62/175", "6 A/RES/62/175"]);
    assert_eq!(
        referred("subparagraphs (a) and (c) of paragraph 1 above and subparagraph (b) of paragraph 2", ENGLISH),
        ["1a here", "1c here", "2b elsewhere"]
    );
    assert_eq!(referred("l’alinéa b) du paragraphe 3 ci-dessus", FRENCH), ["3b here"]);
    assert_eq!(
        referred("los apartados a) y b) del párrafo 3 de la presente resolución", SPANISH),
        ["3a here", "3b here"]
    );
    assert_eq!(referred("в подпунктах a) и b) пункта 3 выше", RUSSIAN), ["3a here", "3b here"]);
    assert_eq!(referred("في الفقرتين الفرعيتين (أ) و (ب) من الفقرة 3 أعلاه", ARABIC), ["3أ here", "3ب here"]);
    // Spanish leaves it unsaid.
    assert_eq!(referred("el prorrateo dispuesto en los párrafos 13 y 15, las partes", SPANISH), ["13 here", "15 here"]);
    assert_eq!(
        referred("en el párrafo 15 del informe, y el artículo 5, párrafo 3,", SPANISH),
        ["15 elsewhere", "3 elsewhere"]
    );
    assert_eq!(
        referred("paragraphe 3 ci-dessus, paragraphe 4 b) de sa résolution 62/175", FRENCH),
        ["3 here", "4b A/RES/62/175"]
    );
    assert_eq!(referred("párrafos 3 y 4 de la resolución 62/175", SPANISH), ["3 A/RES/62/175", "4 A/RES/62/175"]);
    assert_eq!(referred("в пункте 3 выше и пункте 4 резолюции 62/175", RUSSIAN), ["3 here", "4 A/RES/62/175"]);
    assert_eq!(
        referred("الفقرة 3 أعلاه والفقرتين 4 و 5 من قرارها 62/175", ARABIC),
        ["3 here", "4 A/RES/62/175", "5 A/RES/62/175"]
    );
}

#[test]
fn ranges_and_insertions() {
    assert_eq!(referred("paragraphs 3 to 7 above", ENGLISH), ["3 here", "to 7 here"]);
    assert_eq!(referred("paragraphs 2, 4 bis and 5–6 above", ENGLISH), ["2 here", "4/2 here", "5 here", "to 6 here"]);
    assert_eq!(referred("上文第3至7段、上文第4之二段", CHINESE), ["3 here", "to 7 here", "4/2 here"]);
    assert_eq!(referred("paragraphes 3 à 5 ci-dessus", FRENCH), ["3 here", "to 5 here"]);
    assert_eq!(referred("párrafos 3 a 5 supra", SPANISH), ["3 here", "to 5 here"]);
    assert_eq!(referred("в пунктах 3–5 и 7 бис выше", RUSSIAN), ["3 here", "to 5 here", "7/2 here"]);
    assert_eq!(referred("في الفقرات 3 إلى 5 أعلاه", ARABIC), ["3 here", "to 5 here"]);
    assert_eq!(referred("paragraph 6 (a) to (c) above", ENGLISH), ["6a here", "to 6c here"]);
}

#[test]
fn every_number_and_label_has_its_place() {
    for (text, language, places) in [
        ("paragraphs 6 (c) (ii) and 12 bis above", ENGLISH, ["6", "c", "ii", "12 bis"].as_slice()),
        ("alinéas a) et b) du paragraphe 3 ci-dessus", FRENCH, &["a", "b", "3"]),
        ("上文第11(b)㈠段", CHINESE, &["11", "b", "㈠"]),
    ] {
        let found = read(text, language).references;
        let labels = found.iter().flat_map(|r| r.number.iter().chain(r.subparagraphs.iter().map(|label| &label.range)));
        let mut labels: Vec<_> = labels.cloned().collect();
        labels.sort_by_key(|range| range.start);
        let shown: Vec<&str> = labels.into_iter().map(|range| &text[range]).collect();
        assert_eq!(shown, places, "{text}");
    }
}

#[test]
fn subparagraphs_without_a_number() {
    assert_eq!(referred("the balance referred to in subparagraph (b) above", ENGLISH), ["b here"]);
    assert_eq!(referred("subparagraphs (a) and (c) of the present paragraph", ENGLISH), ["a here", "c here"]);
    assert_eq!(referred("as said in subparagraph (b);", ENGLISH), ["b elsewhere"]);
    assert_eq!(referred("aux alinéas a) et b) ci-dessus", FRENCH), ["a here", "b here"]);
    assert_eq!(referred("en el apartado b) supra", SPANISH), ["b here"]);
    assert_eq!(referred("в подпункте b) выше", RUSSIAN), ["b here"]);
    assert_eq!(referred("في الفقرة الفرعية (ب) أعلاه", ARABIC), ["ب here"]);
    assert_eq!(referred("部分抵冲上文(b)分段所述差额", CHINESE), ["b here"]);
    // What is somebody else's.
    for text in ["subparagraph (p) in chapter IV", "paragraph 3, subparagraph (c)", "subparagraph (b) of article 3"] {
        let own: Vec<String> =
            referred(text, ENGLISH).into_iter().filter(|found| found.starts_with(['p', 'b', 'c'])).collect();
        assert_eq!(own, [""; 0], "{text}");
    }
}

#[test]
fn every_table_can_be_read() {
    for language in language::ALL {
        assert!(CitationReader::of(language).is_some(), "{}", language.name);
    }
}

proptest! {
    #[test]
    fn anything_can_be_read(
        pieces in prop::collection::vec(
            prop_oneof![
                "\\PC{0,6}",
                Just("resolutions ".to_owned()),
                Just("第62/175号、".to_owned()),
                Just("决议，题为“".to_owned()),
                Just(" 1325 (2000) and 217 A (III) ".to_owned()),
                Just(" 62/175 A to C of 18 December 2007, ".to_owned()),
                Just("قرارها 62/175 ألف (د-3) ".to_owned()),
                Just("paragraphs 5 (a) and 6 ".to_owned()),
                Just("Commission on Narcotic Drugs ".to_owned()),
            ],
            0..24,
        )
    ) {
        let text = pieces.concat();
        for language in language::ALL {
            let found = citations(&text, language, &own(Organ::GeneralAssembly));
            let mut end = 0;
            for citation in &found.citations {
                prop_assert!(citation.range.start >= end && citation.range.end > citation.range.start);
                end = citation.range.end;
                let extra = [citation.date.as_ref().map(|d| &d.1), citation.title.as_ref().map(|t| &t.1)];
                for range in extra.into_iter().flatten().chain([&citation.range]) {
                    prop_assert!(text.get(range.clone()).is_some());
                }
            }
            for reference in &found.references {
                prop_assert!(text.get(reference.range.clone()).is_some_and(|text| !text.is_empty()));
                if let ReferenceTarget::Citation(i) = reference.of {
                    prop_assert!(i < found.citations.len());
                }
            }
        }
    }
}

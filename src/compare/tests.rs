//! Six versions of one invented draft, and what becomes of them.

use std::sync::Arc;

use super::{Concordance, DivergenceKind, LanguageVersion, SlipKind};
use crate::draft::{Date, Draft};
use crate::language::ALL;

/// The draft in the six languages, in the order of their codes.
const VERSIONS: [&str; 6] = [
    "إن الجمعية العامة،\n\nإذ تشير إلى قرارها 72/14 المؤرخ 3 كانون الأول/ديسمبر 2017 وإلى تقرير الحراس(¹)،\n\n\
     وإذ تلاحظ أن 1,3 بليون شمعة تضيء 500 12 ميناء،\n\nوإذ تضع في اعتبارها ميثاق المصابيح(²)،\n\n\
     1 - تقرر إضاءة مصابيح الرصيف الشرقي حتى 30 حزيران/يونيه 2038؛\n\n2 - تطلب إلى الأمين العام ما يلي:\n\n\
     (أ) تقديم تقرير عن 25 في المائة من الحراس؛\n\n(ب) إحصاء القوارب المشار إليها في الفقرة 1 أعلاه؛\n\n\
     3 - تقرر أيضا أن تستريح.\n\n¹ A/72/85.\n² القرار 62/175.\n",
    "The General Assembly,\n\nRecalling its resolution 72/14 of 3 December 2017 and the report of the keepers,¹\n\n\
     Noting that 1.3 billion candles burn in 12,500 harbours,\n\nMindful of the charter of the lamps,²\n\n\
     1. Decides to light the lamps of the eastern pier until 30 June 2038;\n\n2. Requests the Secretary-General:\n\n\
     (a) To report on 25 per cent of the keepers;\n\n(b) To count the boats referred to in paragraph 1 above;\n\n\
     3. Also decides to rest.\n\n¹ A/72/85.\n² Resolution 62/175.\n",
    "La Asamblea General,\n\nRecordando su resolución 72/14, de 3 de diciembre de 2017, y el informe de los guardianes¹,\n\n\
     Observando que 1.300 millones de velas arden en 12.500 puertos,\n\nConsciente de la carta de las lámparas²,\n\n\
     1. Decide encender las lámparas del muelle oriental hasta el 30 de junio de 2038;\n\n\
     2. Solicita al Secretario General que:\n\na) Informe sobre el 25 % de los guardianes;\n\n\
     b) Cuente los barcos mencionados en el párrafo 1 de la presente resolución;\n\n3. Decide también descansar.\n\n\
     ¹ A/72/85.\n² Resolución 62/175.\n",
    "L’Assemblée générale,\n\nRappelant sa résolution 72/14 du 3 décembre 2017 et le rapport des gardiens¹,\n\n\
     Notant que 1,3 milliard de bougies brûlent dans 12 500 ports,\n\nConsciente de la charte des lampes²,\n\n\
     1. Décide d’allumer les lampes de la jetée est jusqu’au 30 juin 2038 ;\n\n2. Prie le Secrétaire général :\n\n\
     a) De faire rapport sur 25 pour cent des gardiens ;\n\n\
     b) De compter les bateaux visés au paragraphe 1 ci-dessus ;\n\n3. Décide également de se reposer.\n\n\
     ¹ A/72/85.\n² Résolution 62/175.\n",
    "Генеральная Ассамблея,\n\nссылаясь на свою резолюцию 72/14 от 3 декабря 2017 года и доклад смотрителей¹,\n\n\
     отмечая, что 1,3 миллиарда свечей горят в 12 500 гаванях,\n\nучитывая хартию ламп²,\n\n\
     1. постановляет зажечь лампы восточного причала до 30 июня 2038 года;\n\n2. просит Генерального секретаря:\n\n\
     a) представить доклад о 25 процентах смотрителей;\n\nb) пересчитать суда, упомянутые в пункте 1 выше;\n\n\
     3. постановляет также отдохнуть.\n\n¹ A/72/85.\n² Резолюция 62/175.\n",
    "大会，\n\n回顾其2017年12月3日第72/14号决议和看守人的报告，¹\n\n注意到13亿支蜡烛在12 500个港口燃烧，\n\n\
     铭记灯的宪章，²\n\n1. 决定点亮东码头的灯，直至2038年6月30日；\n\n2. 请秘书长：\n\n\
     (a) 就25%的看守人提出报告；\n\n(b) 清点上文第1段所述船只；\n\n3. 又决定休息。\n\n¹ A/72/85。\n² 第62/175号决议。\n",
];

/// What differs between versions: of each the language, what the finding stands on, and what differs.
fn differences(texts: &[String]) -> Vec<(&'static str, String, DivergenceKind)> {
    let drafts: Vec<Draft> = texts.iter().map(|text| Draft::read(text)).collect();
    let versions = texts.iter().zip(&drafts).flat_map(|(text, draft)| LanguageVersion::all_of(text, draft));
    let concordance = Concordance::of(versions.map(Arc::new).collect());
    let english = concordance.versions.iter().position(|version| version.language.code == "en").unwrap_or_default();
    let told = concordance.divergences(english).into_iter().map(|divergence| {
        let language = concordance.versions[divergence.version].language.code;
        (language, texts[divergence.version][divergence.range].to_owned(), divergence.kind)
    });
    told.collect()
}

/// All versions, with a change in one of them.
fn with(code: &str, from: &str, to: &str) -> Vec<String> {
    let change = |(language, text): (&&crate::language::Language, &&str)| match language.code == code {
        true => {
            assert!(text.contains(from), "{from} is not in {text}");
            text.replacen(from, to, 1)
        }
        false => (*text).to_owned(),
    };
    ALL.iter().zip(&VERSIONS).map(change).collect()
}

/// What differs after a change in one version, which alone differs.
#[track_caller]
fn slip(code: &str, from: &str, to: &str) -> (String, DivergenceKind) {
    let found = differences(&with(code, from, to));
    assert!(found.iter().all(|(language, ..)| *language == code), "{found:?}");
    match found.as_slice() {
        [(_, place, kind)] => (place.clone(), kind.clone()),
        found => panic!("{found:?}"),
    }
}

#[test]
fn versions_in_concordance_do_not_differ() {
    let all: Vec<String> = VERSIONS.iter().map(|text| (*text).to_owned()).collect();
    assert_eq!(differences(&all), []);
    for (at, one) in all.iter().enumerate() {
        for other in &all[at + 1..] {
            assert_eq!(differences(&[one.clone(), other.clone()]), [], "{one}\n{other}");
        }
    }
    // A file that holds all of them.
    assert_eq!(differences(&[all.join("\n")]), []);
}

#[test]
fn the_version_that_cites_another_document_is_told() {
    for (code, from, to, slipped) in [
        ("ar", "72/14", "72/41", SlipKind::Exchanged),
        ("es", "72/14", "72/15", SlipKind::OneDigit),
        ("fr", "A/72/85", "A/73/85", SlipKind::OneDigit),
        ("ru", "62/175", "62/75", SlipKind::OneDigit),
        ("zh", "72/14", "73/24", SlipKind::Other),
    ] {
        let (place, kind) = slip(code, from, to);
        assert_eq!(place, to);
        let DivergenceKind::Citation { here: Some(here), there: Some(there), slip } = kind else { panic!("{kind:?}") };
        assert!(here.as_str().ends_with(to) && there.as_str().ends_with(from), "{here} {there}");
        assert_eq!(slip, slipped);
    }
}

#[test]
fn the_version_with_another_date_is_told() {
    let date = |year, month, day| Date { year, month, day };
    let (place, kind) = slip("ru", "3 декабря 2017", "13 декабря 2017");
    assert_eq!(place, "13 декабря 2017 года");
    let DivergenceKind::Date { here, there, of: Some(of) } = kind else { panic!("{kind:?}") };
    assert_eq!((here, there, of.as_str()), (date(2017, 12, 13), date(2017, 12, 3), "A/RES/72/14"));
    for (code, from, to) in [
        ("ar", "30 حزيران/يونيه 2038", "30 حزيران/يونيه 2083"),
        ("zh", "2038年6月30日", "2038年7月30日"),
        ("fr", "30 juin 2038", "20 juin 2038"),
    ] {
        let (_, kind) = slip(code, from, to);
        assert!(matches!(kind, DivergenceKind::Date { of: None, .. }), "{kind:?}");
    }
}

#[test]
fn the_version_with_another_figure_is_told() {
    for (code, from, to, place) in [
        ("ar", "25 في المائة", "35 في المائة", "35 في المائة"),
        ("es", "1.300 millones", "1.300", "1.300"),
        ("fr", "12 500", "12 050", "12 050"),
        ("ru", "1,3 миллиарда", "13 миллиардов", "13 миллиардов"),
        ("zh", "13亿", "13万", "13万"),
    ] {
        let (told, kind) = slip(code, from, to);
        assert!(matches!(kind, DivergenceKind::Figure { .. }), "{kind:?}");
        assert_eq!(told, place);
    }
}

#[test]
fn what_one_version_lacks_is_told_where_it_should_stand() {
    let (place, kind) = slip("fr", "Notant que 1,3 milliard de bougies brûlent dans 12 500 ports,\n\n", "");
    assert_eq!(place, "Rappelant");
    assert_eq!(kind, DivergenceKind::Lacking { kind: super::ItemKind::Preambular, path: "2".to_owned() });
    let (place, kind) = slip("zh", "(b) 清点上文第1段所述船只；\n\n", "");
    assert_eq!(place, "(a)");
    assert_eq!(kind, DivergenceKind::Lacking { kind: super::ItemKind::Sub, path: "2 (b)".to_owned() });
    // The numbers after it were changed with it, and that is not told once more.
    let mut texts =
        with("es", "1. Decide encender las lámparas del muelle oriental hasta el 30 de junio de 2038;\n\n", "");
    texts[2] = texts[2].replace("2. Solicita", "1. Solicita").replace("3. Decide", "2. Decide");
    let found = differences(&texts);
    assert!(matches!(found.as_slice(), [("es", _, DivergenceKind::Lacking { path, .. })] if path == "1"), "{found:?}");
}

#[test]
fn two_paragraphs_that_are_one_elsewhere_are_told_as_such() {
    let (place, kind) = slip("ru", "гаванях,\n\nучитывая", "гаванях, учитывая");
    assert_eq!((place.as_str(), kind), ("отмечая,", DivergenceKind::Merged { path: "3".to_owned() }));
    let (place, kind) = slip(
        "en",
        "1.3 billion candles burn in 12,500 harbours,",
        "1.3 billion candles burn,\n\nNoting also 12,500 harbours,",
    );
    assert_eq!((place.as_str(), kind), ("Noting", DivergenceKind::Split));
}

#[test]
fn notes_their_markers_and_labels_are_compared() {
    let mut texts = with("fr", "lampes²,", "lampes,");
    texts[3] = texts[3].replace("² Résolution 62/175.\n", "");
    assert_eq!(
        differences(&texts),
        [("fr", "Consciente".to_owned(), DivergenceKind::LackingNote { number: "2".to_owned() })]
    );
    let mut texts = with("ru", "смотрителей¹,", "смотрителей,");
    texts[4] = texts[4].replace("гаванях,", "гаванях¹,");
    let found = differences(&texts);
    assert!(
        matches!(found.as_slice(), [("ru", place, DivergenceKind::Marker { path, .. })] if place == "¹" && path == "1"),
        "{found:?}"
    );
    let (place, kind) = slip("zh", "3. 又决定", "4. 又决定");
    assert_eq!(place, "4.");
    let DivergenceKind::Label { there, more, .. } = kind else { panic!("{kind:?}") };
    assert_eq!((there, more), ((3, 0), 0));
    let (_, kind) = slip("ar", "الفقرة 1 أعلاه", "الفقرة 3 أعلاه");
    assert_eq!(kind, DivergenceKind::Reference { here: vec![3], there: vec![1] });
}

#[test]
fn a_translation_in_progress_is_a_count() {
    let mut texts = with("zh", "", "");
    let end = texts[5].find("1. 决定").unwrap();
    texts[5].truncate(end);
    let found = differences(&texts);
    assert_eq!(found, []);
    let drafts: Vec<Draft> = texts.iter().map(|text| Draft::read(text)).collect();
    let versions = texts.iter().zip(&drafts).flat_map(|(text, draft)| LanguageVersion::all_of(text, draft));
    let concordance = Concordance::of(versions.map(Arc::new).collect());
    assert_eq!(concordance.to_be_translated(5), 5);
    assert_eq!(concordance.to_be_translated(0), 0);
}

#[test]
fn corrigenda_and_the_order_of_notes_are_each_languages_own() {
    let texts = with("ru", "¹ A/72/85.", "¹ A/72/85 и A/72/85/Corr.1.");
    assert_eq!(differences(&texts), []);
}

#[test]
fn another_text_is_told_once() {
    let other = "La Asamblea General,\n\nRecordando las noches largas de los puertos,\n\n1. Decide cerrar los faros;\n\n\
        2. Invita a los guardianes a descansar;\n\n3. Pide a los marineros que esperen;\n\n4. Decide cantar;\n\n\
        5. Decide bailar;\n\n6. Decide dormir;\n\n7. Decide despertar;\n\n8. Decide volver;\n\n\
        9. Decide nadar;\n\n10. Decide remar.\n";
    let mut texts = with("es", "", "");
    texts[2] = other.to_owned();
    let found = differences(&texts);
    assert!(matches!(found.as_slice(), [("es", _, DivergenceKind::OtherText { .. })]), "{found:?}");
}

#[test]
fn paragraphs_that_changed_places_are_told_as_such() {
    // The second and the third paragraph of the preamble, of the same kind and level in both orders.
    let mut texts = with("fr", "Notant que 1,3 milliard de bougies brûlent dans 12 500 ports,\n\n", "");
    texts[3] = texts[3]
        .replace("lampes²,\n\n", "lampes²,\n\nNotant que 1,3 milliard de bougies brûlent dans 12 500 ports,\n\n");
    let found = differences(&texts);
    assert!(matches!(found.as_slice(), [("fr", _, DivergenceKind::Moved { .. })]), "{found:?}");
}

#[test]
fn a_whole_text_lacks_paragraphs_however_many() {
    let mut texts = with("es", "Observando que 1.300 millones de velas arden en 12.500 puertos,\n\n", "");
    texts[2] = texts[2]
        .replace("a) Informe sobre el 25 % de los guardianes;\n\n", "")
        .replace("b) Cuente los barcos mencionados en el párrafo 1 de la presente resolución;\n\n", "");
    let found = differences(&texts);
    assert_eq!(found.len(), 3, "{found:?}");
}

#[test]
fn a_figure_that_two_versions_have_otherwise_is_told_in_both() {
    let mut texts = with("fr", "25 pour cent", "26 pour cent");
    texts[4] = texts[4].replace("25 процентах", "26 процентах");
    let found: Vec<&str> = differences(&texts).into_iter().map(|(language, ..)| language).collect();
    assert_eq!(found, ["fr", "ru"]);
}

#[test]
fn several_texts_in_one_file_are_no_versions() {
    let twice = format!("{}\n{}\n{}", VERSIONS[1], VERSIONS[3], VERSIONS[1]);
    let of_twice = Draft::read(&twice);
    assert_eq!(LanguageVersion::of_one_text(&twice, &of_twice), []);
}

#[test]
fn half_a_billion_is_five_hundred_millions() {
    let mut texts = with("en", "1.3 billion candles", "half a billion candles");
    for (at, from, to) in [
        (0, "1,3 بليون", "نصف بليون"),
        (2, "1.300 millones", "500 millones"),
        (3, "1,3 milliard", "un demi-milliard"),
        (4, "1,3 миллиарда", "полмиллиарда"),
        (5, "13亿", "5亿"),
    ] {
        assert!(texts[at].contains(from));
        texts[at] = texts[at].replace(from, to);
    }
    assert_eq!(differences(&texts), []);
}

#[test]
fn a_version_that_counts_on_where_the_others_do_not_is_right() {
    let mut texts: Vec<String> = VERSIONS.iter().map(|text| (*text).to_owned()).collect();
    for (at, from, to) in
        [(0, "3 - تقرر", "2 - تقرر"), (5, "3. 又", "2. 又"), (4, "3. поста", "2. поста"), (2, "3. Dec", "2. Dec")]
    {
        assert!(texts[at].contains(from));
        texts[at] = texts[at].replace(from, to);
    }
    assert_eq!(differences(&texts), []);
}

/// Three versions of one text, each with a change.
fn in_three(english: &str, french: &str, spanish: &str) -> Vec<(&'static str, String, DivergenceKind)> {
    let with_organ = [
        format!("The General Assembly,\n\nRecalling the lamps of the harbours,\n\n{english}\n"),
        format!("L’Assemblée générale,\n\nRappelant les lampes des ports,\n\n{french}\n"),
        format!("La Asamblea General,\n\nRecordando las lámparas de los puertos,\n\n{spanish}\n"),
    ];
    differences(&with_organ)
}

#[test]
fn what_is_lacking_is_told_alone_though_the_rest_was_numbered_anew() {
    let mut texts = VERSIONS.map(str::to_owned);
    let (before, after) = texts[3].split_once("1. Décide").unwrap();
    let (_, after) = after.split_once("2. Prie").unwrap();
    texts[3] =
        format!("{before}1. Prie{}", after.replace("3. Décide", "2. Décide").replace("paragraphe 1", "paragraphe 9"));
    let found = differences(&texts);
    let kinds: Vec<&DivergenceKind> = found.iter().map(|(_, _, kind)| kind).collect();
    assert!(matches!(kinds[0], DivergenceKind::Lacking { path, .. } if path == "1"), "{found:?}");
    assert!(!kinds.iter().any(|kind| matches!(kind, DivergenceKind::Label { .. })), "{found:?}");
}

#[test]
fn how_long_paragraphs_are_tells_which_one_is_lacking() {
    // The long one is lacking, and what is left was numbered anew: only how long each is tells.
    let (fr, es) = (
        "avec leurs lanternes, mèches, tonneaux d’huile, gardiens, bateaux, cordes et cloches, et de les garder \
         allumées chaque nuit d’hiver jusqu’au retour du dernier bateau",
        "con sus faroles, mechas, barriles de aceite, guardianes, barcos, cuerdas y campanas, y mantenerlas \
         encendidas cada noche de invierno hasta que vuelva el último barco",
    );
    let found = in_three(
        "1. Lights the lamps;\n\n2. Thanks all of the keepers for their work;\n\n3. Rests.",
        &format!(
            "1. Allume les lampes ;\n\n2. Remercie tous les gardiens de leur travail ;\n\n3. Décide d’allumer les ports {fr} ;\n\n4. Se repose."
        ),
        &format!(
            "1. Enciende las lámparas;\n\n2. Agradece a todos los guardianes su labor;\n\n3. Decide encender los puertos {es};\n\n4. Descansa."
        ),
    );
    let [("en", place, DivergenceKind::Lacking { path, .. })] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!((place.as_str(), path.as_str()), ("2.", "3"));
}

#[test]
fn paragraphs_of_other_instruments_are_compared() {
    let found = in_three(
        "1. Takes note of paragraph 34 of the report of the keepers;\n\n2. Rests.",
        "1. Prend note du paragraphe 340 du rapport des gardiens ;\n\n2. Se repose.",
        "1. Toma nota del párrafo 34 del informe de los guardianes;\n\n2. Descansa.",
    );
    let [("fr", _, DivergenceKind::Reference { here, there })] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!((here.as_slice(), there.as_slice()), ([340].as_slice(), [34].as_slice()));
}

#[test]
fn another_organ_is_told_and_one_that_is_only_meant_is_not() {
    let found = in_three(
        "1. Invites the Security Council to count the lamps;\n\n2. Thanks the World Bank;\n\n3. Rests.",
        "1. Invite le Conseil de sécurité à compter les lampes ;\n\n2. Remercie la Banque ;\n\n3. Se repose.",
        "1. Invita al Consejo Económico y Social a contar las lámparas;\n\n2. Da las gracias al Banco Mundial;\n\n3. Descansa.",
    );
    let [("es", place, DivergenceKind::Body)] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!(place, "Consejo Económico y Social");
}

#[test]
fn notes_that_two_paragraphs_call_in_another_order_are_told_apart() {
    let (one, other) = ("A/72/85.", "A/72/91.");
    let found = in_three(
        &format!(
            "1. Notes the lamps¹ of the harbours;\n\n2. Notes the boats² of the harbours;\n\n3. Rests.\n\n¹ {one}\n² {other}"
        ),
        &format!(
            "1. Note les lampes¹ des ports ;\n\n2. Note les bateaux² des ports ;\n\n3. Se repose.\n\n¹ {one}\n² {other}"
        ),
        &format!(
            "1. Observa las lámparas¹ de los puertos;\n\n2. Observa los barcos² de los puertos;\n\n3. Descansa.\n\n¹ {other}\n² {one}"
        ),
    );
    assert!(found.iter().all(|(code, ..)| *code == "es"), "{found:?}");
    assert!(
        found.iter().any(|(_, place, kind)| place == "¹" && matches!(kind, DivergenceKind::Marker { .. })),
        "{found:?}"
    );
}

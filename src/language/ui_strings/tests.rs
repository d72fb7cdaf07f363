use super::*;
use crate::language::{ALL, ARABIC, CHINESE, ENGLISH, FRENCH, Language, RUSSIAN, SPANISH};
use crate::messages::CalendarDay;

fn words(telling: &UiStrings, symbol: &str) -> String {
    telling.symbol(&Symbol::parse(symbol).unwrap())
}

#[test]
fn symbols_in_english() {
    let words = |symbol| words(ENGLISH.telling, symbol);
    assert_eq!(words("E/2007/30/Rev.1"), "Economic and Social Council, 2007, document 30, first revision");
    assert_eq!(words("A/RES/62/175"), "General Assembly, Sixty-second session, resolution 175");
    assert_eq!(words("S/RES/1325 (2000)"), "Security Council, resolution 1325 (2000)");
    assert_eq!(
        words("A/C.3/68/L.75"),
        "General Assembly, Third Committee, Sixty-eighth session, limited distribution 75"
    );
    assert_eq!(words("A/68/PV.70"), "General Assembly, Sixty-eighth session, verbatim record of meeting 70");
    assert_eq!(words("A/RES/75/254 A-C"), "General Assembly, Seventy-fifth session, resolution 254, parts A to C");
    assert_eq!(words("A/RES/S-20/2"), "General Assembly, Twentieth special session, resolution 2");
    assert_eq!(words("A/HRC/RES/42/22"), "Human Rights Council, Forty-second session, resolution 22");
    assert_eq!(words("A/63/431/Add.2/Corr.1"), {
        "General Assembly, Sixty-third session, document 431, addendum 2, corrigendum 1"
    });
}

#[test]
fn symbols_in_the_other_languages() {
    assert_eq!(words(CHINESE.telling, "A/RES/62/175"), "大会，第六十二届会议，第175号决议");
    assert_eq!(words(CHINESE.telling, "E/2007/30/Rev.1"), "经济及社会理事会，2007年，第30号文件，第一次修订");
    assert_eq!(words(CHINESE.telling, "A/RES/S-20/2"), "大会，第二十届特别会议，第2号决议");
    assert_eq!(words(FRENCH.telling, "A/71/1"), "Assemblée générale, soixante et onzième session, document 1");
    assert_eq!(words(SPANISH.telling, "A/RES/62/175"), {
        "Asamblea General, sexagésimo segundo período de sesiones, resolución 175"
    });
    assert_eq!(words(RUSSIAN.telling, "A/RES/62/175"), {
        "Генеральная Ассамблея, шестьдесят вторая сессия, резолюция 175"
    });
    assert_eq!(words(ARABIC.telling, "A/RES/62/175"), "الجمعية العامة، الدورة الثانية والستون، القرار 175");
}

#[test]
fn sessions_are_counted_in_words() {
    let session = |telling: &UiStrings, number| (telling.session)(Session::Regular(number));
    for (number, words) in [(1, "First"), (12, "Twelfth"), (30, "Thirtieth"), (81, "Eighty-first"), (112, "112th")] {
        assert_eq!(session(ENGLISH.telling, number), format!("{words} session"));
    }
    for (number, words) in
        [(1, "première"), (61, "soixante et unième"), (80, "quatre-vingtième"), (97, "quatre-vingt-dix-septième")]
    {
        assert_eq!(session(FRENCH.telling, number), format!("{words} session"));
    }
    for (number, words) in [(9, "九"), (10, "十"), (63, "六十三"), (80, "八十"), (101, "一百零一")] {
        assert_eq!(session(CHINESE.telling, number), format!("第{words}届会议"));
    }
    assert_eq!(session(ARABIC.telling, 80), "الدورة الثمانون");
    assert_eq!(session(RUSSIAN.telling, 80), "восьмидесятая сессия");
    assert_eq!(session(SPANISH.telling, 80), "octogésimo período de sesiones");
}

#[test]
fn dates_are_as_the_language_writes_them() {
    let date = |language: &Language| language.locale.date(CalendarDay { year: 2007, month: 12, day: 18 });
    assert_eq!(date(ENGLISH), "18 December 2007");
    assert_eq!(date(CHINESE), "2007年12月18日");
    assert_eq!(date(FRENCH), "18 décembre 2007");
    assert_eq!(FRENCH.locale.date(CalendarDay { year: 1946, month: 2, day: 1 }), "1er février 1946");
    assert_eq!(date(SPANISH), "18 de diciembre de 2007");
    assert_eq!(date(RUSSIAN), "18 декабря 2007 года");
    assert_eq!(date(ARABIC), "18 كانون الأول/ديسمبر 2007");
    assert_eq!(ENGLISH.locale.date(CalendarDay { year: 2007, month: 13, day: 40 }), "40 13 2007");
}

#[test]
fn no_template_is_left_open() {
    for language in ALL {
        for symbol in ["A/RES/62/175", "A/HRC/S-1/3", "ST/SGB/2013/4/Amend.1", "A/CONF.213/RPM.1/1", "A/AC.105/1137"] {
            let words = words(language.telling, symbol);
            assert!(!words.contains(['{', '[', ']']), "{words}");
        }
    }
}

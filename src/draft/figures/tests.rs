//! Texts and the figures that are read in them.

use super::*;
use crate::draft::NormalizedText;
use crate::language::{self, ARABIC, CHINESE, ENGLISH, FRENCH, RUSSIAN, SPANISH};

/// The figures of a text, in one line: what is in words stands in brackets.
fn read(text: &str, language: &Language) -> String {
    let flow = NormalizedText::of(text, 0).text;
    let found = figures(&flow, language, &[]);
    found.iter().map(said).collect::<Vec<_>>().join(" ")
}

fn said(figure: &Figure) -> String {
    let readings = |readings: &Readings| {
        let all: Vec<String> = readings.iter().map(|reading| reading.to_string()).collect();
        all.join("|")
    };
    let value = match &figure.value {
        FigureValue::Date(date) => format!("{}-{:02}-{:02}", date.year, date.month, date.day),
        FigureValue::DayOfMonth { month, day } => format!("-{month:02}-{day:02}"),
        FigureValue::Month { year: Some(year), month } => format!("{year}-{month:02}"),
        FigureValue::Month { year: None, month } => format!("-{month:02}"),
        FigureValue::Year(year) => format!("y{year}"),
        FigureValue::Time(minutes) => format!("{:02}:{:02}", minutes / 60, minutes % 60),
        FigureValue::Number { readings: all } => readings(all),
        FigureValue::PerCent { readings: all } => format!("{}%", readings(all)),
    };
    if figure.in_words { format!("({value})") } else { value }
}

fn expect(language: &Language, cases: &[(&str, &str)]) {
    for (text, expected) in cases {
        assert_eq!(read(text, language), *expected, "{text}");
    }
}

/// The same in the six languages, in the order of their codes.
fn expect_in_all(texts: [&str; 6], expected: &str) {
    for (text, language) in texts.into_iter().zip(language::ALL) {
        assert_eq!(read(text, language), expected, "{text}");
    }
}

#[test]
fn dates() {
    expect_in_all(
        [
            "المؤرخ 3 كانون الأول/ديسمبر 2037",
            "of 3 December 2037",
            "de 3 de diciembre de 2037",
            "du 3 décembre 2037",
            "от 3 декабря 2037 года",
            "2037年12月3日的会议",
        ],
        "2037-12-03",
    );
    expect_in_all(
        [
            "في 3 و 4 كانون الأول/ديسمبر 2037",
            "on 3 and 4 December 2037",
            "los días 3 y 4 de diciembre de 2037",
            "les 3 et 4 décembre 2037",
            "3 и 4 декабря 2037 года",
            "2037年12月3日和4日",
        ],
        "2037-12-03 2037-12-04",
    );
    expect_in_all(
        [
            "من 30 تشرين الثاني/نوفمبر إلى 11 كانون الأول/ديسمبر 2037",
            "from 30 November to 11 December 2037",
            "del 30 de noviembre al 11 de diciembre de 2037",
            "du 30 novembre au 11 décembre 2037",
            "с 30 ноября по 11 декабря 2037 года",
            "2037年11月30日至12月11日",
        ],
        "2037-11-30 2037-12-11",
    );
    expect_in_all(
        [
            "في تموز/يوليه 2037 وفي 5 آب/أغسطس",
            "in July 2037 and by 5 August",
            "en julio de 2037 y el 5 de agosto",
            "en juillet 2037 et le 5 août",
            "в июле 2037 года и к 5 августа в",
            "2037年7月举行，在8月5日前",
        ],
        "2037-07 -08-05",
    );
}

#[test]
fn numbers_of_every_size() {
    expect_in_all(
        [
            "مبلغ 700 364 66 دولار",
            "66,364,700 dollars",
            "66.364.700 dólares",
            "66 364 700 dollars",
            "66 364 700 долл. США",
            "66 364 700美元",
        ],
        "66364700",
    );
    expect_in_all(
        [
            "1,3 بليون نسمة",
            "1.3 billion people",
            "1,3 mil millones de personas",
            "1,3 milliard de personnes",
            "1,3 млрд человек",
            "13亿人",
        ],
        "1300000000",
    );
    expect_in_all(
        [
            "ما بين 702 و 828 مليون شخص",
            "between 702 and 828 million people",
            "entre 702 y 828 millones de personas",
            "entre 702 et 828 millions de personnes",
            "от 702 до 828 миллионов человек",
            "702至828百万人",
        ],
        "702|702000000 828000000",
    );
    expect_in_all(["15,5 في المائة", "15.5 per cent", "15,5 %", "15,5 pour cent", "15,5 процента", "15.5%"], "15.5%");
    expect(SPANISH, &[("2.300 millones", "2300000000"), ("1.200 lámparas", "1200")]);
    expect(
        ENGLISH,
        &[
            ("1,200 lamps, 1.5 °C, 0.125 and 17.3.1", "1200 1.5 0.125 17 3 1"),
            ("paragraphs 3, 4 and 101 of 2010, 2013 and 2015", "3 4 101 y2010 y2013 y2015"),
            ("3-6 and 970–973", "3 6 970 973"),
            ("the period 2036-37, 2036/38 and 2036–2038", "y2036 2037|37 y2036 2038|38 y2036 y2038"),
            ("$100 billion, a 10-year plan, 3 million", "100000000000 10 3000000"),
            ("the 1990s, the 21st century and the 101st meeting", "y1990 21 101"),
        ],
    );
    expect(
        CHINESE,
        &[
            ("3亿5000万美元，近2 400万人，2.5万亿", "350000000 24000000 2500000000000"),
            ("570多万人", "5700000"),
            ("百分之五，百分之3.5，三分之一", "(5%) 3.5% (3)"),
            ("20世纪90年代，1990年代", "y1990 y1990"),
        ],
    );
    expect(
        ARABIC,
        &[("500 1 شخص، و 645 6 دولارا، 000 40", "1500 6645 40000"), ("الغاية 17-3", "17|17.3|3.17 3|17.3|3.17")],
    );
}

#[test]
fn numbers_in_words() {
    expect_in_all(
        [
            "دورتها السابعة والسبعين",
            "its seventy-seventh session",
            "su septuagésimo séptimo período de sesiones",
            "sa soixante-dix-septième session",
            "ее семьдесят седьмой сессии",
            "第七十七届会议",
        ],
        "(77)",
    );
    expect_in_all(
        [
            "مائة وخمسة وعشرون",
            "one hundred and twenty-five",
            "ciento veinticinco",
            "cent vingt-cinq",
            "сто двадцать пять",
            "一百二十五",
        ],
        "(125)",
    );
    expect_in_all(["الحادية عشرة", "the eleventh", "undécima", "onzième", "одиннадцатая", "第十一"], "(11)");
    expect_in_all(["مليونان", "two million", "dos millones", "deux millions", "два миллиона", "二百万"], "(2000000)");
    expect_in_all(
        [
            "مجموعة العشرين",
            "the Group of Twenty",
            "el Grupo de los Veinte",
            "le Groupe des Vingt",
            "Группы двадцати",
            "二十国集团",
        ],
        "(20)",
    );
    expect(
        ENGLISH,
        &[
            ("the next two decades", "(2|20) (10)"),
            ("second, third and fourth", "(2) (3) (4)"),
            ("attention to a stone, often", ""),
            ("millions of people, one half", "(1) (2|50|0.5)"),
            ("CO2, COVID-19, G20, 5G, Rio+20 and post-2015", "(2) (20) (5) y2015"),
            ("No. E.03.II.A.1, vol. 1833, No. 31363", "(3) (2) (1) 31363"),
            ("chapter VII, annex II, in the XIX century", "(7) (2) (19)"),
        ],
    );
    expect(FRENCH, &[("un homme, vingt et un, quatre-vingt-dix-neuf", "(21) (99)"), ("le XXIe siècle", "(21)")]);
    expect(RUSSIAN, &[("пятилетний план, десятилетие и 20-летие", "(5) (10) 20"), ("стол, семинар, трибуна", "")]);
    expect(ARABIC, &[("الدورة الثالثة بعد المائة", "(103)"), ("سنتين و 3 سنوات", "(2) 3")]);
    expect(SPANISH, &[("vigésima quinta, decimoséptimo, dos mil treinta", "(25) (17) (y2030)")]);
    expect(CHINESE, &[("《宪章》第一百零一条、统一和二〇三七年", "(101) (y2037)"), ("2019冠状病毒病", "")]);
}

#[test]
fn times_of_day() {
    expect_in_all(
        [
            "من الساعة 10:00 إلى الساعة 18:00",
            "from 10 a.m. to 6 p.m.",
            "de las 10.00 a las 18.00 horas",
            "de 10 heures à 18 heures",
            "с 10 ч. 00 м. до 18 ч. 00 м.",
            "上午10时至下午6时",
        ],
        "10:00 18:00",
    );
    expect(
        ENGLISH,
        &[
            ("from 3 to 6 p.m.", "15:00 18:00"),
            ("from 11 to 1 p.m.", "11:00 13:00"),
            ("10.30 a.m. and 12 p.m.", "10:30 12:00"),
        ],
    );
    expect(FRENCH, &[("de 17 h 30 à 18 heures, de 9 heures à midi", "17:30 18:00 09:00 (12:00)")]);
    expect(CHINESE, &[("下午3时至6时，上午10时30分", "15:00 18:00 10:30")]);
}

#[test]
fn values_agree_across_ways_of_writing() {
    let one = |text: &str, language| figures(&NormalizedText::of(text, 0).text, language, &[]).remove(0).value;
    for (text, other) in
        [("2037", "2 037"), ("10 to 15", "10 %"), ("3 May 2037", "3 May"), ("May 2037", "May"), ("3 p.m.", "15")]
    {
        assert!(one(text, ENGLISH).agrees_with(&one(other, ENGLISH)), "{text} {other}");
        assert!(one(other, ENGLISH).agrees_with(&one(text, ENGLISH)), "{text} {other}");
    }
    for (text, other) in
        [("2037", "2038"), ("3 May 2037", "3 May 2038"), ("3 May", "4 May"), ("1,200", "12000"), ("3 p.m.", "3")]
    {
        assert!(!one(text, ENGLISH).agrees_with(&one(other, ENGLISH)), "{text} {other}");
    }
}

#[test]
fn what_is_taken_is_no_figure() {
    let text = "resolution 62/175 of 3 May 2037, 12 lamps and 5";
    let found = figures(text, ENGLISH, &[11..17, 46..47]);
    let said: Vec<String> = found.iter().map(said).collect();
    assert_eq!(said, ["2037-05-03", "12"]);
    assert_eq!(&text[found[0].range.clone()], "3 May 2037");
    assert_eq!(read("https://lamps.example/2037/5.pdf and keeper7@lamps.example", ENGLISH), "");
}

#[test]
fn what_spells_nothing_is_no_hindrance() {
    let text = "المـــؤرخ 20 تمــوز/يوليــه 2037، و 5 ملايـين";
    let found = figures(text, ARABIC, &[]);
    let said: Vec<String> = found.iter().map(said).collect();
    assert_eq!(said, ["2037-07-20", "5000000"]);
    assert_eq!(&text[found[0].range.clone()], "20 تمــوز/يوليــه 2037");
    assert_eq!(&text[found[1].range.clone()], "5 ملايـين");
}

#[test]
fn numbers_of_provisions_and_volumes() {
    expect(SPANISH, &[("el artículo 4.3 y la meta 16.4", "4.3|4|3 16.4")]);
    expect(CHINESE, &[("第4条第3款，第2171、2983卷", "4 (3)")]);
    expect(ARABIC, &[("الملحق رقم 53 ألف، الفرع ألف", "53|53000")]);
    expect(
        ENGLISH,
        &[("vols. 2171, 2173 and 2983, Nos. 970–973", "970 973"), ("vol. 91, 15 June 2037", "91 2037-06-15")],
    );
}

#[test]
fn dates_in_titles_of_another_language() {
    expect(
        RUSSIAN,
        &[("“Lamps of the harbours” (14 March 2037)", "2037-03-14"), ("Loi du 5 janvier 2037", "2037-01-05")],
    );
    expect(CHINESE, &[("见Lamps，14 March 2037", "2037-03-14")]);
}

#[test]
fn lists_of_dates_and_what_is_none() {
    expect(
        ENGLISH,
        &[
            (
                "on 23 February and 17 November 2036, 10 May and 22 September 2037",
                "2036-02-23 2036-11-17 2037-05-10 2037-09-22",
            ),
            ("decision 27/2 of 22 February 2037", "27 2 2037-02-22"),
            ("December 3, 2037 and 2 May", "2037-12-03 -05-02"),
            ("they may march in May", "(-05)"),
            (
                "from 12 to 19 April 2037,6 when, and the Convention of 2036,12 the",
                "2037-04-12 2037-04-19 (6) y2036 (12)",
            ),
        ],
    );
    expect(
        RUSSIAN,
        &[
            ("9/7 от 17 декабря 2037 года", "9 7 2037-12-17"),
            ("16 и, соответственно, 18 мая 2037 года", "2037-05-16 2037-05-18"),
        ],
    );
    expect(
        CHINESE,
        &[("2037年6月26、27日和7月2日", "2037-06-26 2037-06-27 2037-07-02"), ("2036-2045十年", "y2036 y2045 (10)")],
    );
}

#[test]
fn whatever_stands_there_is_read() {
    let pieces = [
        "1,222", "٬333", "亿万", " ألف ", "1, 2, ", "31日、", "第", "XVII", "per cent", " 000", ":30", "-", "http://",
        "十",
    ];
    for (i, one) in pieces.iter().enumerate() {
        for other in &pieces[i..] {
            let text = format!("{}{}", one.repeat(200), other.repeat(200));
            for language in language::ALL {
                for figure in figures(&text, language, &[]) {
                    assert!(
                        text.get(figure.range.clone()).is_some_and(|written| !written.is_empty()),
                        "{text} {figure:?}"
                    );
                }
            }
        }
    }
}

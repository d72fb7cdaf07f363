//! Language versions side by side, through the real program.

use std::collections::HashSet;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use serde_json::{Value, json};

use crate::desk::Desk;
use crate::harness::example;

const LANGUAGES: [&str; 6] = ["en", "ar", "es", "fr", "ru", "zh"];

/// The draft of `examples/versions/` in a language. In three of them a slip was left.
fn harbour(language: &str) -> String {
    example(&format!("versions/harbour-lights.{language}.resolution.txt"))
}

/// A folder with the six versions of a draft.
fn harbours(name: &str) -> Desk {
    LANGUAGES.into_iter().fold(Desk::new(name), |desk, code| desk.with(&format!("lights.{code}.txt"), harbour(code)))
}

/// A draft without a symbol.
const LAMPS: &str = "\
The General Assembly,

Recalling its resolution 92/14 of 3 December 2037,

1. Decides to light the lamps of the harbours;

2. Requests the Secretary-General to report on the keepers.
";

/// The same in French, with two digits exchanged.
const LAMPES: &str = "\
L’Assemblée générale,

Rappelant sa résolution 92/41 du 3 décembre 2037,

1. Décide d’allumer les lampes des ports ;

2. Prie le Secrétaire général de faire rapport sur les gardiens.
";

const ARABIC_LAMPS: &str = "\
إن الجمعية العامة،

إذ تشير إلى قرارها 92/14 المؤرخ 3 كانون الأول/ديسمبر 2037،

1 - تقرر إضاءة مصابيح الموانئ؛

2 - تطلب إلى الأمين العام أن يقدم تقريرا عن الحراس.
";

// ------------------------------------------------------------------ at a terminal

#[test]
fn versions_stand_below_each_other_where_they_differ() {
    let told = harbours("concord-text").run(&["concord", "."]);
    assert_eq!((told.status, told.stderr.as_str()), (1, ""));
    let (head, rows) = told.stdout.split_once("\n\n").unwrap();
    assert!(head.starts_with("A/93/L.12  Lights of small harbours\n  en  ./lights.en.txt\n  ar  ./lights.ar.txt\n"));
    assert!(head.ends_with("\n  3 differences"), "{head}");
    let cited = "\
preambular paragraph 1
  en  Recalling its resolution 91/27 of 9 December 2036 on the safety of small harbours,
  ar  إذ تشير إلى قرارها 91/27 المؤرخ 9 كانون الأول/ديسمبر 2036 بشأن سلامة الموانئ الصغيرة،
  es  Recordando su resolución 91/27, de 9 de diciembre de 2036, sobre la seguridad de los puertos…
  fr  Rappelant sa résolution >>91/72<< du 9 décembre 2036 sur la sécurité des petits ports,
  ru  ссылаясь на свою резолюцию 91/27 от 9 декабря 2036 года о безопасности малых гаваней,
  zh  回顾其关于小港口安全的2036年12月9日第91/27号决议，
  ./lights.fr.txt:21:25: ";
    assert!(rows.starts_with(cited), "{rows}");
    assert!(rows.contains("\n\nsubparagraph 3 (c)\n") && rows.contains("\n  zh  –\n  ./lights.zh.txt:"), "{rows}");
    assert!(rows.contains(" >>31 декабря 2042<< года;\n"), "{rows}");
    assert!(rows.ends_with("\n\n3 differences in 1 of 1 set of versions.\n"), "{rows}");
    assert!(!rows.contains("operative paragraph 5"), "{rows}");
}

#[test]
fn a_long_paragraph_is_cut_around_what_differs() {
    let long = |text: &str, word: &str| text.replace(word, &format!("{}{word}", format!("{word}, ").repeat(30)));
    let desk = Desk::new("concord-long")
        .with("lamps.en.txt", long(LAMPS, "its").replace("of 3 December 2037", &"of lamps ".repeat(30)))
        .with("lamps.fr.txt", LAMPES.replace("du 3 décembre 2037", &"des lampes ".repeat(30)));
    let told = desk.run(&["concord", "."]);
    let lines: Vec<&str> = told.stdout.lines().filter(|line| line.contains("92/")).collect();
    assert!(lines[0].starts_with("  en  …") && lines[0].ends_with('…'), "{lines:?}");
    assert!(lines[1].starts_with("  fr  Rappelant") && lines[1].ends_with('…'), "{lines:?}");
    assert!(lines[..2].iter().all(|line| line.chars().count() <= 100), "{lines:?}");
}

#[test]
fn all_paragraphs_are_printed_where_that_is_asked() {
    let told = harbours("concord-all").run(&["concord", "--all", "."]);
    for row in ["\ntitle\n", "\noperative paragraph 6\n", "\nfootnote 2\n"] {
        assert!(told.stdout.contains(row), "{row}");
    }
}

#[test]
fn what_the_versions_say_of_themselves_comes_first() {
    let desk = Desk::new("concord-masthead")
        .with("lights.en.txt", harbour("en"))
        .with("lights.es.txt", harbour("es").replacen("A/93/L.12", "A/93/L.21", 1));
    let told = desk.run(&["concord", "."]);
    let row = "\n\nsymbol\n  en  A/93/L.12\n  es  >>A/93/L.21<<\n  ./lights.es.txt:3:1: ";
    assert!(told.stdout.contains(row), "{}", told.stdout);
}

#[test]
fn what_is_settled_to_be_right_is_not_shown() {
    let desk = Desk::new("concord-accepted")
        .with("rapporteur.toml", "accept = ['92/41']\n")
        .with("lamps.en.txt", LAMPS)
        .with("lamps.fr.txt", LAMPES);
    let told = desk.run(&["concord", "."]);
    assert_eq!((told.status, told.stdout.as_str()), (0, "No differences in 1 set of versions.\n"));
}

#[test]
fn where_nothing_differs_nothing_is_shown() {
    let desk = Desk::new("concord-same").with("lamps.en.txt", LAMPS).with("lamps.fr.txt", LAMPES.replace("41", "14"));
    let told = desk.run(&["concord", "."]);
    assert_eq!((told.status, told.stdout.as_str()), (0, "No differences in 1 set of versions.\n"));
}

#[test]
fn what_is_still_to_be_translated_is_a_count() {
    let russian = harbour("ru");
    let (begun, _) = russian.split_once("3. призывает").unwrap();
    let desk = Desk::new("concord-begun").with("en/lights.txt", harbour("en")).with("ru/lights.txt", begun);
    let told = desk.run(&["concord", "."]);
    assert_eq!(told.status, 0, "{}", told.stdout);
    assert!(told.stdout.contains("  ru  ./ru/lights.txt  7 paragraphs are still to come\n"), "{}", told.stdout);
    let html = desk.run(&["concord", "--format", "html", "."]).stdout;
    assert!(html.contains("<small>7 paragraphs are still to come</small>"));
}

#[test]
fn what_can_not_be_done_ends_with_2() {
    let desk = harbours("concord-failed").with("settings.toml", "versions = 7\n");
    assert_eq!(desk.run(&["concord", ".", "nowhere.txt"]).status, 2);
    let told = desk.run(&["concord", "--config", "settings.toml", "."]);
    assert_eq!(told.status, 2);
    assert!(told.stderr.starts_with("settings.toml:1:12: Give versions lists of files"), "{}", told.stderr);
}

// ------------------------------------------------------------------ which texts

#[test]
fn a_version_of_which_nothing_was_read_is_named() {
    let desk = Desk::new("concord-nothing").with("lamps.en.txt", LAMPS).with("lamps.fr.txt", LAMPES);
    let desk = desk.with("lamps.es.txt", "").with("lamps.ar.txt", "a list of oil and wicks\n").with("oil.txt", "oil\n");
    for named in
        [["concord", "."].as_slice(), &["concord", "lamps.en.txt", "lamps.fr.txt", "lamps.es.txt", "lamps.ar.txt"]]
    {
        let told = desk.run(named);
        for name in ["lamps.es.txt: Nothing of a resolution", "lamps.ar.txt: Nothing of a resolution"] {
            assert!(told.stderr.contains(name), "{}", told.stderr);
        }
        assert!(!told.stderr.contains("oil.txt"), "{}", told.stderr);
        assert_eq!(told.status, 1);
    }
}

#[test]
fn files_that_are_named_side_by_side_are_versions_of_one_text() {
    let desk = Desk::new("concord-named").with("a/harbour.txt", LAMPS).with("b/port.txt", LAMPES);
    let told = desk.run(&["concord", "a/harbour.txt", "b/port.txt"]);
    assert_eq!((told.status, told.stderr.as_str()), (1, ""));
    assert!(told.stdout.starts_with("a/harbour.txt\n  en  a/harbour.txt\n  fr  b/port.txt\n"), "{}", told.stdout);
    // Nothing in the folders tells that they are.
    let told = desk.run(&["concord", "."]);
    let said = "2 texts have no other version here.\n";
    assert_eq!((told.status, told.stdout.as_str(), told.stderr.as_str()), (0, "", said));
    // One is no set, and a text that is named twice is one.
    assert_eq!(
        desk.run(&["concord", "a/harbour.txt", "./a/harbour.txt"]).stderr,
        "1 text has no other version here.\n"
    );
}

#[test]
fn a_file_with_several_languages_is_compared_with_itself() {
    let desk = Desk::new("concord-several").with("lamps.txt", format!("{LAMPS}\n{LAMPES}\n{ARABIC_LAMPS}"));
    let told = desk.run(&["concord", "--format", "json", "."]);
    let [set] = &told.lines()[..] else { panic!("{}", told.stdout) };
    let languages: Vec<&Value> = set["versions"].as_array().unwrap().iter().map(|one| &one["language"]).collect();
    assert_eq!(languages, ["en", "fr", "ar"]);
    let [divergence] = &set["divergences"].as_array().unwrap()[..] else { panic!("{}", told.stdout) };
    assert_eq!((&divergence["version"], &divergence["line"]), (&json!(1), &json!(11)));
}

#[test]
fn settings_name_the_versions_or_turn_them_off() {
    let desk = Desk::new("concord-settings")
        .with("rapporteur.toml", "versions = [['en/lamps.txt', 'fr/port.txt']]\n")
        .with("en/lamps.txt", LAMPS)
        .with("fr/lamps.txt", LAMPES.replace("92/41", "90/7"))
        .with("fr/port.txt", LAMPES);
    let told = desk.run(&["concord", "."]);
    assert!(told.stdout.contains("  en  ./en/lamps.txt\n  fr  ./fr/port.txt\n"), "{}", told.stdout);
    assert_eq!(told.stderr, "1 text has no other version here.\n");
    // `check` goes by the same.
    let checked = |desk: &Desk| desk.run(&["check", "--select", "versions", "--format", "json", "."]).lines();
    let [finding] = &checked(&desk)[..] else { panic!("{:?}", checked(&desk)) };
    assert_eq!((&finding["code"], &finding["file"]), (&json!("version-citation"), &json!("./fr/port.txt")));
    let desk = desk.with("rapporteur.toml", "versions = false\n");
    assert_eq!(checked(&desk), [Value::Null; 0]);
    let told = desk.run(&["concord", "."]);
    assert_eq!((told.status, told.stdout.as_str(), told.stderr.as_str()), (0, "", ""));
    // Who names texts wants them compared.
    assert_eq!(desk.run(&["concord", "en/lamps.txt", "fr/lamps.txt"]).status, 1);
    let shown = desk.run(&["config", "show", "en/lamps.txt"]).stdout;
    assert!(shown.ends_with("  versions: false\n"), "{shown}");
}

// ------------------------------------------------------------------ for programs

#[test]
fn json_has_the_rows_the_notes_and_what_differs() {
    let desk = harbours("concord-json");
    let told = desk.run(&["concord", "--format", "json", "."]);
    let [set] = &told.lines()[..] else { panic!("{}", told.stdout) };
    let list = |name: &str| set[name].as_array().unwrap();
    let [versions, rows, notes, divergences] = ["versions", "rows", "notes", "divergences"].map(list);
    assert_eq!(versions.len(), 6);
    let english = &versions[0];
    assert_eq!(
        [&english["file"], &english["language"], &english["symbol"], &english["title"], &english["to_come"]],
        [&json!("./lights.en.txt"), &json!("en"), &json!("A/93/L.12"), &json!("Lights of small harbours"), &json!(0)]
    );
    let row = rows.iter().find(|row| row["path"] == "3 (c)").unwrap();
    assert_eq!(
        (&row["kind"], &row["cells"][1]["label"], &row["cells"][5]),
        (&json!("sub"), &json!("(ج)"), &json!(null))
    );
    assert_eq!((notes.len(), &notes[1]["cells"][3]["label"]), (2, &json!("2")));
    let cited = divergences.iter().find(|one| one["code"] == "version-citation").unwrap();
    let said = ["kind", "version", "line", "column", "end_column", "here", "there", "slip"].map(|key| &cited[key]);
    let expected = [
        json!("citation"),
        json!(3),
        json!(21),
        json!(25),
        json!(30),
        json!("A/RES/91/72"),
        json!("A/RES/91/27"),
        json!("exchanged"),
    ];
    assert_eq!(said, expected.each_ref());
    assert_eq!(rows[cited["row"].as_u64().unwrap() as usize]["kind"], "preambular");
    assert_eq!(cited["others"].as_array().map(Vec::len), Some(5));
    let french = harbour("fr");
    let (start, end) = (cited["start"].as_u64().unwrap() as usize, cited["end"].as_u64().unwrap() as usize);
    assert_eq!(french.chars().skip(start).take(end - start).collect::<String>(), "91/72");
    let mut codes: Vec<&str> = divergences.iter().map(|one| one["code"].as_str().unwrap()).collect();
    codes.sort_unstable();
    assert_eq!(codes, ["version-citation", "version-date", "version-paragraph"]);
}

/// What a program looks for is the same in every language; only sentences are others.
#[test]
fn json_has_the_same_names_in_every_language() {
    let desk = harbours("concord-json-languages");
    let told = |language: &str| {
        let mut set = desk.run(&["concord", "--format", "json", "--messages", language, "."]).lines().remove(0);
        let divergences = set["divergences"].as_array_mut().unwrap();
        let messages: Vec<Value> = divergences.iter_mut().map(|one| one["message"].take()).collect();
        (set, messages)
    };
    let (english, messages) = told("en");
    for language in &LANGUAGES[1..] {
        let (set, translated) = told(language);
        assert_eq!(set, english, "{language}");
        assert!(messages.iter().zip(&translated).all(|(one, other)| one != other), "{language}: {translated:?}");
    }
}

// ------------------------------------------------------------------ a page

/// An element of a page: its name and attributes.
type Element = (String, Vec<(String, String)>);

/// The elements of a page and its text, which must be well formed.
fn parsed(page: &str) -> (Vec<Element>, String) {
    let (mut reader, mut elements, mut text, mut open) =
        (Reader::from_str(page), Vec::new(), String::new(), Vec::new());
    let element = |start: &BytesStart<'_>| -> Element {
        let attributes = start.attributes().map(|attribute| {
            let attribute = attribute.unwrap();
            (attribute.key.as_ref().to_owned(), attribute.value.into_owned())
        });
        (start.name().as_ref().to_owned(), attributes.collect())
    };
    loop {
        match reader.read_event().unwrap() {
            Event::Start(start) => {
                open.push(element(&start).0);
                elements.push(element(&start));
            }
            Event::Empty(start) => elements.push(element(&start)),
            Event::End(end) => {
                assert_eq!(open.pop().as_deref(), Some(end.name().as_ref()));
            }
            Event::Text(piece) => text += &piece,
            Event::Eof => break,
            _ => {}
        }
    }
    assert!(open.is_empty(), "{open:?} are not closed");
    (elements, text)
}

fn attribute<'a>(element: &'a Element, name: &str) -> Option<&'a str> {
    element.1.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
}

#[test]
fn a_page_stands_by_itself() {
    let desk = harbours("concord-page").with("lamps.en.md", LAMPS).with("lamps.fr.md", LAMPES);
    let told = desk.run(&["concord", "--format", "html", "--output", "page.html", "."]);
    assert_eq!((told.status, told.stdout.as_str(), told.stderr.as_str()), (1, "", ""));
    let page = std::fs::read_to_string(desk.path("page.html")).unwrap();
    let (elements, text) = parsed(&page);
    // Nothing is fetched, nothing is run.
    let named = |name: &str| elements.iter().filter(|element| element.0 == name).count();
    assert_eq!(["script", "link", "img", "iframe"].map(named), [0; 4]);
    assert!(!page.contains("http:") && !page.contains("https:") && !page.contains("url("), "it names no address");
    // Links lead to rows and texts of the page.
    let ids: Vec<&str> = elements.iter().filter_map(|element| attribute(element, "id")).collect();
    assert_eq!(ids.iter().collect::<HashSet<_>>().len(), ids.len());
    let links: Vec<&str> = elements.iter().filter_map(|element| attribute(element, "href")).collect();
    assert_eq!(links.len(), 2 + 3 + 1);
    assert!(links.iter().all(|link| ids.contains(&link.trim_start_matches('#'))), "{links:?}");
    // Each version is in its language, from where that is read.
    for language in LANGUAGES {
        let direction = if language == "ar" { "rtl" } else { "ltr" };
        let cells: Vec<_> =
            elements.iter().filter(|one| one.0 == "td" && attribute(one, "lang") == Some(language)).collect();
        assert!(cells.len() > 10, "{language}");
        assert!(cells.iter().all(|cell| attribute(cell, "dir") == Some(direction)), "{language}");
    }
    assert!(
        page.contains("<mark class=\"differs\">91/72</mark>")
            && page.contains("<mark class=\"counterpart\">91/27</mark>")
    );
    assert!(text.contains("Convinced that a harbour that can be seen at night saves lives,"));
    assert!(page.contains(",<sup>1</sup>") && text.contains("A/93/118, para. 12."), "markers and notes are there");
    // No file is written over.
    let told = desk.run(&["concord", "--format", "html", "-o", "page.html", "."]);
    assert_eq!(told.status, 2);
    assert!(told.stderr.starts_with("page.html: There is such a file already"), "{}", told.stderr);
    assert_eq!(std::fs::read_to_string(desk.path("page.html")).unwrap(), page);
}

#[test]
fn a_page_is_in_the_language_of_its_reader() {
    let desk = harbours("concord-page-languages");
    let mut titles = HashSet::new();
    for language in LANGUAGES {
        let page = desk.run(&["concord", "--format", "html", "--messages", language, "."]).stdout;
        let (elements, _) = parsed(&page);
        let html = elements.iter().find(|element| element.0 == "html").unwrap();
        let direction = if language == "ar" { "rtl" } else { "ltr" };
        assert_eq!((attribute(html, "lang"), attribute(html, "dir")), (Some(language), Some(direction)));
        let (_, title) = page.split_once("<h1>").unwrap();
        titles.insert(title.split_once("</h1>").unwrap().0.to_owned());
    }
    assert_eq!(titles.len(), LANGUAGES.len());
}

#[test]
fn what_stands_in_a_draft_is_no_part_of_the_page() {
    let evil = "</td><script>alert('a&b')</script>\u{1}";
    let desk = Desk::new("concord-evil")
        .with("lamps.en.txt", LAMPS.replace("the lamps", evil))
        .with("lamps.fr.txt", LAMPES.replace("les lampes", evil));
    let page = desk.run(&["concord", "--format", "html", "."]).stdout;
    let (elements, _) = parsed(&page);
    assert!(!elements.iter().any(|element| element.0 == "script"));
    assert!(page.contains("&lt;/td&gt;&lt;script&gt;alert(&#39;a&amp;b&#39;)&lt;/script&gt;␁"), "it is shown as it is");
}

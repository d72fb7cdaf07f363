//! What is known without a library, and with one beside what is built in.

use super::*;

fn alone(desk: &Desk, arguments: &[&str]) -> Ended {
    desk.run(&[&["library"], arguments].concat())
}

#[test]
fn an_instrument_is_shown_without_a_library() {
    let desk = Desk::new("library-none");
    let shown = alone(&desk, &["show", "A/RES/70/1"]);
    assert_eq!((shown.status, shown.stderr.as_str()), (0, ""));
    assert!(shown.stdout.contains("Transforming our world"), "{}", shown.stdout);
    assert!(shown.stdout.contains("  adopted       2015-09-25 ("), "{}", shown.stdout);
    let record = &alone(&desk, &["show", "--format", "json", "76/187"]).lines()[0];
    assert_eq!(values(record, "/adopted"), ["2021-12-16"]);
    assert_eq!(record.pointer("/adopted/0/sources/0/format").unwrap(), "register");
    assert_eq!((&record["previous"], &record["next"]), (&json!("A/RES/75/196"), &json!("A/RES/77/237")));
    assert_eq!(record["titles"].as_object().unwrap().len(), 6);
    let council = alone(&desk, &["show", "1325"]).stdout;
    assert!(council.starts_with("S/RES/1325 (2000): ") && council.contains("2000-10-31"), "{council}");
    let unknown = alone(&desk, &["show", "A/RES/95/1"]);
    assert_eq!((unknown.status, unknown.stderr.as_str()), (1, "The library has nothing about A/RES/95/1.\n"));
}

#[test]
fn where_no_date_is_known_the_days_between_which_it_was_are_told() {
    let desk = Desk::new("library-between");
    let shown = alone(&desk, &["show", "A/DEC/66/501"]);
    assert_eq!(shown.status, 0, "{}", shown.stderr);
    assert!(shown.stdout.contains("going by its session or year"), "{}", shown.stdout);
}

#[test]
fn titles_and_numbers_are_found_without_a_library() {
    let desk = Desk::new("library-search");
    let found = |words: &[&str]| alone(&desk, &[&["search"], words].concat());
    let sky = found(&["sustainable", "mountain", "development"]);
    assert!(sky.status == 0 && sky.stdout.contains("ustainable mountain development\n"), "{}", sky.stdout);
    assert_eq!(found(&["1325"]).stdout.lines().count(), 1);
    let french = found(&["--language", "fr", "droits", "enfant"]);
    assert!(french.stdout.contains("enfant"), "{}", french.stdout);
    let nothing = found(&["lamps", "of", "the", "harbour"]);
    assert_eq!(nothing.status, 1);
    assert!(nothing.stderr.starts_with("No instrument that is known has “lamps of the harbour”"), "{}", nothing.stderr);
}

#[test]
fn all_that_is_built_in_is_listed() {
    let desk = desk("list-all");
    let listed = alone(&desk, &["list"]);
    assert!(listed.status == 0 && listed.stdout.lines().count() > 10_000);
    assert!(listed.stderr.contains("instruments are built in."), "{}", listed.stderr);
    assert_eq!(import(&desk, &["titles.tsv"]).status, 0);
    let few = library(&desk, &["list"]);
    let all = library(&desk, &["list", "--all"]);
    assert!(few.stdout.lines().count() < 100 && all.stdout.starts_with(&few.stdout), "{}", few.stdout);
    assert!(all.stdout.lines().count() > 10_000);
}

#[test]
fn what_was_imported_goes_before_what_is_built_in() {
    let table = "symbol,title,adopted\nA/RES/76/187,Lamps,2021-12-17\n";
    let desk = Desk::new("library-newer").with("mine.csv", table);
    assert_eq!(import(&desk, &["mine.csv"]).status, 0);
    let record = shown(&desk, "76/187");
    assert_eq!(values(&record, "/adopted"), ["2021-12-17", "2021-12-16"]);
    assert_eq!(record.pointer("/adopted/0/sources/0/file").unwrap(), "mine.csv");
}

#[test]
fn a_folder_is_imported_as_it_is() {
    let text = "Resolution adopted by the General Assembly on 3 December 2037\n\n92/14. Lamps of the harbour\n\n\
                The General Assembly,\n\nRecalling its resolution 91/7,\n\n1. Decides to rest.\n";
    let akn = "<akomaNtoso><coverPage><p><docTitle>Résolution adoptée par l’Assemblée générale le 3 décembre \
               2037</docTitle></p></coverPage><preface><p><docNumber>92/14.</docNumber> <docTitle>Les lampes du \
               port</docTitle></p></preface><p>L’Assemblée générale,</p><paragraph><num>1.</num><p>Décide de se \
               reposer.</p></paragraph></akomaNtoso>";
    let desk = desk("folder")
        .with("all/en/lamps.txt", text)
        .with("all/fr/lampes.xml", akn)
        .with("all/lunch.txt", "Bread and olives.\n")
        .with("all/picture.png", [0_u8; 8]);
    std::fs::copy(desk.path("91.json"), desk.path("all/91.json")).unwrap();
    let imported = import(&desk, &["all"]);
    assert_eq!((imported.status, imported.stderr.as_str()), (0, ""), "{}", imported.stdout);
    assert!(
        imported.stdout.contains("91.json: ") && imported.stdout.contains("all: 2 records imported (its own text)."),
        "{}",
        imported.stdout
    );
    let record = shown(&desk, "A/RES/92/14");
    assert_eq!(values(&record, "/titles/fr"), [json!({ "text": "Les lampes du port", "kind": "full" })]);
    assert_eq!(values(&record, "/adopted"), ["2037-12-03"]);
    let citing = library(&desk, &["cites", "91/7"]);
    assert!(citing.stdout.contains("A/RES/92/14"), "{}", citing.stdout);
    let again = import(&desk, &["all"]);
    assert!(again.stdout.contains("all: 2 records as before (its own text)."), "{}", again.stdout);
}

//! What a drafter of each language gets at ten places of an invented draft, and that what is taken is read as it was
//! meant.
//!
//! A line `@4 …‸` of a draft is the place 4, with the cursor at its end; the lines of the other places are left out.
//! What is offered stands in the file beside the draft. `RAPPORTEUR_BLESS=1 cargo test --test program complete` writes these
//! files anew.

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rapporteur::complete::{
    CompletionContext, Completions, Suggestion, SuggestionDetail, SuggestionKind, complete, documentation,
};
use rapporteur::draft::{Draft, ParagraphKind, edit};
use rapporteur::language::ALL;
use rapporteur::library::AuthorityCache;
use rapporteur::library::store::Store;
use rapporteur::library::store::import::{Input, import};
use rapporteur::revise::typing;
use rapporteur::workspace::{ParsedText, WorkspaceIndex};

/// How many of what is offered a file shows.
const SHOWN: usize = 6;

/// How many places a draft has.
const PLACES: usize = 10;

fn file(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/program/complete").join(name)
}

fn draft(language: &str) -> String {
    std::fs::read_to_string(file(&format!("{language}.draft.txt"))).unwrap()
}

/// The draft with one of its places, and the cursor.
fn at_place(draft: &str, place: usize) -> (String, usize) {
    let (mut text, mut cursor) = (String::new(), None);
    for line in draft.lines() {
        let Some((number, line)) = line.strip_prefix('@').and_then(|line| line.split_once(' ')) else {
            text.push_str(line);
            text.push('\n');
            continue;
        };
        if number.parse() == Ok(place) {
            let (head, tail) = line.split_once('‸').unwrap();
            text.push_str(head);
            cursor = Some(text.len());
            text.push_str(tail);
            text.push_str("\n\n");
        }
    }
    (text, cursor.unwrap_or_else(|| panic!("there is no place {place}")))
}

struct Desk {
    library: WorkspaceIndex,
    authority: AuthorityCache,
}

impl Desk {
    /// A workspace with one adopted text.
    fn new() -> Desk {
        let library = WorkspaceIndex::new();
        let text = "Resolution adopted by the General Assembly on 12 November 2036\n\n91/30. Lighting of quiet harbours\n\n\
                    The General Assembly,\n\nDecides to light the lamps.\n";
        library.open_reading("/91-30.txt".as_ref(), ParsedText::of(text.to_owned()).unwrap());
        Desk { library, authority: AuthorityCache::default() }
    }

    fn complete(&self, text: &str, offset: usize) -> (Arc<ParsedText>, Completions) {
        let reading = ParsedText::of(text.to_owned()).unwrap();
        let params = CompletionContext {
            reading: &reading,
            offset,
            library: &self.library,
            authority: &self.authority,
            interface: None,
        };
        let found = complete(params);
        (reading, found)
    }
}

/// The line of the cursor when an item was taken, with the rest of the text.
fn taken(text: &str, item: &Suggestion) -> (String, String) {
    let text = edit::apply(std::slice::from_ref(&item.edit), text);
    let start = text[..item.edit.range.start].rfind('\n').map_or(0, |end| end + 1);
    let line = text[start..].lines().next().unwrap_or_default().to_owned();
    (line, text)
}

#[test]
fn what_is_offered_is_as_the_files_say() {
    let desk = Desk::new();
    let mut wrong = Vec::new();
    for language in ALL {
        let mut told = String::new();
        for place in 1..=PLACES {
            let (text, cursor) = at_place(&draft(language.code), place);
            let (_, found) = desk.complete(&text, cursor);
            let line = &text[text[..cursor].rfind('\n').map_or(0, |end| end + 1)..cursor];
            writeln!(told, "{place}. {line}‸").unwrap();
            for item in found.items.iter().take(SHOWN) {
                let detail = item.detail.as_ref().map_or(String::new(), |detail| format!("  ({detail})"));
                writeln!(told, "   {}{detail}", taken(&text, item).0).unwrap();
            }
            let more = found.items.len().saturating_sub(SHOWN);
            if more > 0 {
                writeln!(told, "   … and {more} more").unwrap();
            }
            told.push('\n');
        }
        let path = file(&format!("{}.offered.txt", language.code));
        if std::env::var_os("RAPPORTEUR_BLESS").is_some() {
            std::fs::write(&path, &told).unwrap();
        }
        if std::fs::read_to_string(&path).unwrap_or_default() != told {
            wrong.push(format!("{} should be\n{told}", path.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_citation_that_is_taken_is_read_as_that_instrument() {
    let desk = Desk::new();
    let mut tried = 0;
    for language in ALL {
        for place in 1..=PLACES {
            let (text, cursor) = at_place(&draft(language.code), place);
            for item in
                desk.complete(&text, cursor).1.items.iter().filter(|item| item.kind == SuggestionKind::Instrument)
            {
                let SuggestionDetail::Instrument(symbol) = &item.about else { panic!("{item:?}") };
                let (line, text) = taken(&text, item);
                let start = text.find(&line).unwrap();
                let read = Draft::read(&text);
                let there = read.citations.iter().filter(|c| (start..start + line.len()).contains(&c.range.start));
                let found: Vec<_> = there.map(|citation| citation.symbol.clone()).collect();
                assert_eq!(found, std::slice::from_ref(symbol), "{line}");
                tried += 1;
            }
        }
    }
    assert!(tried > 40, "{tried} were tried");
}

/// All that everybody cites, by its number, behind the word "resolution" or "decision" alone.
#[test]
fn every_known_instrument_is_read_back() {
    let desk = Desk::new();
    let leads = [
        ("ar", ["وإذ تشير إلى قرار ", "وإذ تشير إلى مقرر "]),
        ("en", ["Recalling resolution ", "Recalling decision "]),
        ("es", ["Recordando la resolución ", "Recordando la decisión "]),
        ("fr", ["Rappelant la résolution ", "Rappelant la décision "]),
        ("ru", ["ссылаясь на резолюцию ", "ссылаясь на решение "]),
        ("zh", ["回顾第", "回顾第"]),
    ];
    for (language, leads) in leads {
        let language = ALL.into_iter().find(|one| one.code == language).unwrap();
        let (before, cursor) = at_place(&draft(language.code), 2);
        let (mut tried, mut wrong) = (0, Vec::new());
        let known = rapporteur::library::known::all().filter_map(|known| known.symbol());
        for symbol in known.filter(|symbol| symbol.is_resolution() || symbol.is_decision()) {
            let short = symbol.short();
            let number = short.split(' ').next().unwrap();
            let number = if number.starts_with(['S', 'E']) { "" } else { number };
            let lead = format!("{}{number}", leads[usize::from(symbol.is_decision())]);
            let text = format!("{}{lead}{}", &before[..cursor], &before[cursor..]);
            let (_, found) = desk.complete(&text, cursor + lead.len());
            let Some(item) = found.items.iter().find(|item| item.about == SuggestionDetail::Instrument(symbol.clone()))
            else {
                continue;
            };
            let (line, text) = taken(&text, item);
            let start = text.find(&line).unwrap();
            let read = Draft::read(&text);
            let there = read.citations.iter().filter(|c| (start..start + line.len()).contains(&c.range.start));
            let there: Vec<_> = there.map(|c| (c.symbol.clone(), c.date.is_some())).collect();
            let dated = !read.citations.iter().any(|c| c.symbol == symbol && c.range.start < start && c.date.is_some());
            if there != [(symbol.clone(), dated)] {
                wrong.push(format!("{line}: {there:?}"));
            }
            tried += 1;
        }
        assert!(tried > 150, "{tried} were tried in {}", language.name);
        assert!(wrong.is_empty(), "{} of {tried}: {}", wrong.len(), wrong.join("\n"));
    }
}

#[test]
fn an_opening_that_is_taken_opens_a_paragraph_of_its_kind() {
    let desk = Desk::new();
    let ends = [("ar", [" المرافئ،", " المرافئ؛"]), ("zh", ["港口，", "港口；"])];
    for language in ALL {
        let ends = ends.iter().find(|(code, _)| *code == language.code).map_or([" x,", " x;"], |(_, ends)| *ends);
        for (place, kind, end) in [
            (1, ParagraphKind::Preambular, ends[0]),
            (2, ParagraphKind::Preambular, ends[0]),
            (3, ParagraphKind::Preambular, ends[0]),
            (7, ParagraphKind::Operative, ends[1]),
        ] {
            let (text, cursor) = at_place(&draft(language.code), place);
            let found = desk.complete(&text, cursor).1.items;
            assert!(found.len() > usize::from(place != 3), "{} {place}", language.code);
            for item in found {
                assert_eq!(item.kind, SuggestionKind::Opening);
                let (line, _) = taken(&text, &item);
                let mut with_words = item.clone();
                with_words.edit.text.push_str(end);
                let (_, text) = taken(&text, &with_words);
                let read = Draft::read(&text);
                let start = text.find(&line).unwrap();
                let paragraph = read.paragraphs.iter().find(|p| p.range.contains(&start));
                assert_eq!(paragraph.map(|p| (p.kind, p.range.start)), Some((kind, start)), "{line}{end}");
            }
        }
    }
}

#[test]
fn every_opening_in_the_tables_is_known_to_the_reader() {
    for language in ALL {
        let writing = language.writing;
        let (comma, stop) = match language.code {
            "ar" => ("،", "."),
            "zh" => ("，", "。"),
            _ => (",", "."),
        };
        let organ = language.reading.organ_lines[0].0;
        let space = if language.naming.spaced { " " } else { "" };
        let label = if language.code == "ar" { "1 - " } else { "1. " };
        for (templates, operative) in [(writing.preambular, false), (writing.operative, true)] {
            for form in 0..3 {
                for template in templates {
                    let Some(opening) = writing.opening(template, form, None) else { continue };
                    let text = if operative {
                        format!("{organ}{comma}\n\n{label}{opening}{space}x{stop}\n")
                    } else {
                        format!("{organ}{comma}\n\n{opening}{space}x{comma}\n\n{label}x{stop}\n")
                    };
                    let read = Draft::read(&text);
                    let kind = if operative { ParagraphKind::Operative } else { ParagraphKind::Preambular };
                    let first = read.paragraphs.first().map(|paragraph| paragraph.kind);
                    assert_eq!(first, Some(kind), "{text}");
                }
            }
        }
    }
}

#[test]
fn prose_is_left_alone() {
    let desk = Desk::new();
    for (language, lines) in [
        (
            "en",
            &[
                "Recalling the harbours and the lamps‸",
                "Recalling the harbours in ‸",
                "Noting that the present resolution ‸",
                "Noting that the resolution that‸",
                "Noting the draft resolution ‸",
                "Noting both and/‸",
                "Noting the Harbours‸",
                "Noting in the year 20‸",
                "Recalling the har‸bours",
            ][..],
        ),
        (
            "fr",
            &["Rappelant les ports et la ‸", "Notant que la présente résolution ‸", "Notant le projet de résolution ‸"],
        ),
        ("es", &["Recordando los puertos y ‸", "Observando que la presente resolución ‸"]),
        ("ru", &["ссылаясь на гавани и ‸", "отмечая, что в настоящей резолюции ‸"]),
        ("ar", &["وإذ تشير إلى المرافئ ‸", "وإذ تلاحظ مشروع قرار ‸"]),
        ("zh", &["回顾港口夜间‸", "回顾第九十二届‸", "回顾本决议‸"]),
    ] {
        for line in lines {
            let (head, tail) = line.split_once('‸').unwrap();
            let (before, cursor) = at_place(&draft(language), 2);
            let text = format!("{}{head}{tail}{}", &before[..cursor], &before[cursor..]);
            let (_, found) = desk.complete(&text, cursor + head.len());
            assert_eq!(found.items, [], "{line}");
        }
    }
}

#[test]
fn words_that_stand_before_are_not_doubled() {
    let desk = Desk::new();
    for (language, line, wanted) in [
        ("en", "Recalling resolution 92/14‸", "Recalling its resolution 92/14"),
        ("en", "Recalling the resolution 92/14‸", "Recalling the resolution 92/14"),
        ("en", "Recalling General Assembly resolution 92/14‸", "Recalling General Assembly resolution 92/14"),
        ("en", "Recalling resolution 91/30‸", "Recalling its resolution 91/30 of 12 November 2036"),
        ("en", "Recalling resolution 132‸", "Recalling Security Council resolution 1325 (2000)"),
        ("en", "Recalling its resolutions 90/2 and 92/1‸", "Recalling its resolutions 90/2 and 92/14"),
        ("fr", "Rappelant résolution 91/3‸", "Rappelant sa résolution 91/30 du 12 novembre 2036"),
        ("fr", "Rappelant la résolution 91/3‸", "Rappelant la résolution 91/30 du 12 novembre 2036"),
        (
            "es",
            "Recordando su resolución 91/3‸ y otras",
            "Recordando su resolución 91/30, de 12 de noviembre de 2036, y otras",
        ),
        ("es", "Recordando su resolución 91/3‸, y", "Recordando su resolución 91/30, de 12 de noviembre de 2036, y"),
        ("ru", "ссылаясь на резолюцию 91/3‸", "ссылаясь на свою резолюцию 91/30 от 12 ноября 2036 года"),
        ("ar", "وإذ تشير إلى قرار 91/3‸", "وإذ تشير إلى قرارها 91/30 المؤرخ 12 تشرين الثاني/نوفمبر 2036"),
        ("zh", "回顾第91/3‸", "回顾其2036年11月12日第91/30号决议"),
        ("zh", "回顾其第91/3‸号决议", "回顾其2036年11月12日第91/30号决议"),
        ("zh", "回顾其2036年11月12日第91/3‸", "回顾其2036年11月12日第91/30号决议"),
    ] {
        let (head, tail) = line.split_once('‸').unwrap();
        let (before, cursor) = at_place(&draft(language), 2);
        let text = format!("{}{head}{tail}{}", &before[..cursor], &before[cursor..]);
        let (_, found) = desk.complete(&text, cursor + head.len());
        let first = found.items.first().unwrap_or_else(|| panic!("nothing for {line}"));
        assert_eq!(taken(&text, first).0, wanted);
        // Editors compare what was typed with this.
        assert!(first.filter.starts_with(&text[first.edit.range.clone()]), "{first:?}");
    }
}

#[test]
fn an_instrument_is_told_of_when_it_is_asked_for() {
    let desk = Desk::new();
    let (text, cursor) = at_place(&draft("en"), 4);
    let (reading, found) = desk.complete(&text, cursor);
    let told = |item: &Suggestion| {
        let SuggestionDetail::Instrument(symbol) = &item.about else { panic!("{item:?}") };
        documentation(&desk.library, &desk.authority, symbol, reading.draft.language, reading.draft.language)
    };
    let of = |number: &str| found.items.iter().find(|item| item.label.starts_with(number)).map(told).unwrap();
    assert_eq!(
        of("91/30"),
        "A/RES/91/30\nLighting of quiet harbours\nAdopted on 12 November 2036\nSources: its text here"
    );
    assert!(of("70/1").contains("25 September 2015"), "{}", of("70/1"));
}

#[test]
fn the_stored_library_is_asked() {
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join("complete.sqlite");
    let _ = std::fs::remove_file(&file);
    let table =
        "symbol\ttitle\tadopted\nA/RES/90/7\tSignals in thick fog\t2035-12-05\nA/RES/90/71\tPilots\t2035-12-06\n";
    let input = Input { name: "fog.tsv".to_owned(), bytes: Box::new(table.as_bytes()) };
    import(&file, [input], |_, _| {}, |_, _| {}).unwrap();
    let desk = Desk { authority: AuthorityCache::of(Store::open(&file).unwrap()), ..Desk::new() };
    let offered = |line: &str| -> Vec<String> {
        let (before, cursor) = at_place(&draft("en"), 2);
        let text = format!("{}{line}{}", &before[..cursor], &before[cursor..]);
        let (_, found) = desk.complete(&text, cursor + line.len());
        found.items.iter().map(|item| taken(&text, item).0).collect()
    };
    let signals = "Recalling its resolution 90/7 of 5 December 2035";
    assert_eq!(offered("Recalling its resolution fog sign"), [signals]);
    assert_eq!(offered("Recalling its resolution 90/"), ["Recalling its resolution 90/71 of 6 December 2035", signals]);
    assert_eq!(offered("Recalling its decision 90/"), [""; 0]);
}

#[test]
fn what_is_written_ends_at_the_cursor_wherever_that_is() {
    let desk = Desk::new();
    for language in ALL {
        // With all its places at once, cut anywhere, and with line ends of another kind.
        let text = draft(language.code).replace('‸', "").replace("\n\n\n", "\r\n\r");
        let cuts: Vec<usize> = text.char_indices().map(|(at, _)| at).step_by(5).collect();
        let reading = ParsedText::of(text.clone()).unwrap();
        for offset in cuts {
            let params = CompletionContext {
                reading: &reading,
                offset,
                library: &desk.library,
                authority: &desk.authority,
                interface: None,
            };
            for item in complete(params).items {
                let replaced = text.get(item.edit.range.clone());
                assert!(replaced.is_some_and(|old| !old.contains(['\n', '\r'])), "{item:?}");
                assert_eq!(item.edit.range.end, offset, "{item:?}");
            }
            let at = typing::TypingContext { text: &text, draft: &reading.draft, offset };
            if let Some(edit) = typing::enter(at) {
                assert!(text.get(edit.range.clone()).is_some() && edit.range.end == offset, "{edit:?}");
            }
        }
    }
}

/// The line after the first thing that is offered at `‸` was taken.
fn first_taken(desk: &Desk, marked: &str) -> String {
    let (head, tail) = marked.split_once('‸').unwrap();
    let text = format!("{head}{tail}");
    let (_, found) = desk.complete(&text, head.len());
    let first = found.items.first().unwrap_or_else(|| panic!("nothing in {marked}"));
    taken(&text, first).0
}

#[test]
fn openings_are_written_as_the_draft_writes_them() {
    let desk = Desk::new();
    for (draft, wanted) in [
        // In emphasis, that of Markdown.
        ("The General Assembly,\n\n*Recalling* the lamps,\n\n‸\n", "*Recalling also*"),
        ("The General Assembly,\n\n*Recalling* the lamps,\n\n*Re‸\n", "*Recalling also*"),
        (
            "The General Assembly,\n\n*Recalling* the lamps,\n\n*Recalling also* the keepers,\n\n‸\n",
            "*Recalling further*",
        ),
        // In negotiated text.
        ("The General Assembly,\n\nRecalling the lamps,\n\n1. Decides;\n\n[2. De‸\n", "[2. Also decides"),
        ("The General Assembly,\n\nPP1 Recalling the lamps,\n\nPP2 ‸\n", "PP2 Recalling also"),
        ("The General Assembly,\n\nRecalling the lamps,\n\nOP1 Requests more;\n\nOP2 ‸\n", "OP2 Also requests"),
        // With capitals where the language has none.
        ("Генеральная Ассамблея,\n\nСсылаясь на маяки,\n\n‸\n", "Ссылаясь также на"),
        // A council, whose name has another gender.
        ("Le Conseil de sécurité,\n\nRappelant les phares,\n\nPréoc‸\n", "Préoccupé"),
        ("L’Assemblée générale,\n\nRappelant les phares,\n\nPréoc‸\n", "Préoccupée"),
        ("إن مجلس الأمن،\n\n‸\n", "إذ يشير إلى"),
        ("إن مجلس الأمن،\n\nإذ يشير إلى المنارات،\n\n1 - يطلب إلى الأمين العام المزيد؛\n\n2 - ‸\n", "2 - يطلب أيضا إلى"),
        // A single operative paragraph has no number.
        ("The General Assembly,\n\nRecalling the lamps,\n\nDeci‸\n", "Decides"),
    ] {
        assert_eq!(first_taken(&desk, draft), wanted, "{draft}");
    }
}

/// Consecutive paragraphs with one verb: bare, also, further, and from the beginning again; and a draft that doesn't vary it.
#[test]
fn the_forms_of_a_verb_go_round() {
    let desk = Desk::new();
    let drafts = [
        (
            "The General Assembly",
            "Recalling the night",
            ["Recalling", "Recalling also", "Recalling further"],
            "Requests rest",
            ["Requests", "Also requests", "Further requests"],
        ),
        (
            "L’Assemblée générale",
            "Rappelant la nuit",
            ["Rappelant", "Rappelant également", "Rappelant en outre"],
            "Prie les gardiens",
            ["Prie", "Prie également", "Prie en outre"],
        ),
        (
            "La Asamblea General",
            "Recordando la noche",
            ["Recordando", "Recordando también", "Recordando además"],
            "Solicita descanso",
            ["Solicita", "Solicita también", "Solicita además"],
        ),
        (
            "Генеральная Ассамблея",
            "ссылаясь на ночь",
            ["ссылаясь на", "ссылаясь также на", "ссылаясь далее на"],
            "просит отдыхать",
            ["просит", "просит также", "просит далее"],
        ),
        (
            "إن الجمعية العامة",
            "إذ تشير إلى الليل",
            ["وإذ تشير إلى", "وإذ تشير أيضا إلى", "وإذ تشير كذلك إلى"],
            "تطلب إلى الحراس الراحة",
            ["تطلب إلى", "تطلب أيضا إلى", "تطلب كذلك إلى"],
        ),
        ("大会", "回顾长夜", ["回顾", "又回顾", "还回顾"], "请看守人休息", ["请", "又请", "还请"]),
    ];
    for (organ, first, preambular, operative_first, operative) in drafts {
        let wide = organ == "大会";
        let comma = if wide { "，" } else { "," };
        let semicolon = if wide { "；" } else { ";" };
        let head = format!("{organ}{comma}\n\n");
        let tail = |form: &str| if wide { format!("{form}灯火") } else { format!("{form} 93/1") };
        let mut text = format!("{head}{first}{comma}\n\n");
        for form in [1, 2, 0, 1] {
            assert_eq!(first_taken(&desk, &format!("{text}‸\n")), preambular[form], "{text}");
            text += &format!("{}{comma}\n\n", tail(preambular[form]));
        }
        // What stands under a paragraph is none.
        text += &format!("1. {operative_first}{semicolon}\n\n");
        for (form, number) in [1, 2, 0, 1].into_iter().zip(2..) {
            let taken = first_taken(&desk, &format!("{text}{number}. ‸\n"));
            assert_eq!(taken, format!("{number}. {}", operative[form]), "{text}");
            let colon = if wide { "：" } else { ":" };
            text += &format!(
                "{number}. {}{colon}\n\n(a) 93/1{semicolon}\n\n(b) 93/2{semicolon}\n\n",
                tail(operative[form])
            );
        }
        let repeated = format!("{head}{first}{comma}\n\n{}{comma}\n\n‸\n", tail(preambular[0]));
        assert_eq!(first_taken(&desk, &repeated), preambular[0], "{repeated}");
    }
}

#[test]
fn another_organ_says_whose_resolution_it_is() {
    let desk = Desk::new();
    for (draft, wanted) in [
        (
            "The Security Council,\n\nRecalling resolution 132‸\n",
            "Recalling its resolution 1325 (2000) of 31 October 2000",
        ),
        (
            "The Security Council,\n\nRecalling resolution 91/3‸\n",
            "Recalling General Assembly resolution 91/30 of 12 November 2036",
        ),
        (
            "Le Conseil de sécurité,\n\nRappelant la résolution 91/3‸\n",
            "Rappelant la résolution 91/30 de l’Assemblée générale, en date du 12 novembre 2036",
        ),
        ("安全理事会，\n\n回顾第91/3‸\n", "回顾大会2036年11月12日第91/30号决议"),
    ] {
        assert_eq!(first_taken(&desk, draft), wanted, "{draft}");
    }
}

#[test]
fn notes_are_numbered_on() {
    let desk = Desk::new();
    let draft = "The General Assembly,\n\nRecalling the lamps,[^1]\n\n1. Decides to look.[^‸\n\n[^1]: A/92/85.\n";
    assert_eq!(first_taken(&desk, draft), "1. Decides to look.[^2]");
    let draft = "The General Assembly,\n\nRecalling the lamps,[1] and the night,\n\n1. Decides to look;[‸]\n\n\
                 2. Decides to look more.\n\n____\n[1] A/92/85.\n";
    assert_eq!(first_taken(&desk, draft), "1. Decides to look;[2]");
}

/// What a text offers at its end, each as the line would read.
fn offered_at_the_end(desk: &Desk, text: &str) -> Vec<(SuggestionKind, String)> {
    let (_, found) = desk.complete(text, text.len());
    found.items.iter().map(|item| (item.kind, taken(text, item).0)).collect()
}

#[test]
fn the_organs_line_is_offered_whole_from_its_first_letters() {
    let desk = Desk::new();
    for (typed, wanted) in [
        ("The Gen", "The General Assembly,"),
        ("the sec", "The Security Council,"),
        ("大", "大会，"),
        ("经", "经济及社会理事会，"),
        ("L'As", "L’Assemblée générale,"),
        ("La As", "La Asamblea General,"),
        ("Ген", "Генеральная Ассамблея,"),
        ("إن الج", "إن الجمعية العامة،"),
    ] {
        // In a text that has nothing else, and below a title.
        for above in ["", "92/61. A\n\n"] {
            let offered = offered_at_the_end(&desk, &format!("{above}{typed}"));
            assert_eq!(offered.first(), Some(&(SuggestionKind::OrganLine, wanted.to_owned())), "{above}{typed}");
        }
    }
    // A comma that is there already isn't doubled.
    let (_, found) = desk.complete("The Gen,", "The Gen".len());
    assert_eq!(taken("The Gen,", &found.items[0]).0, "The General Assembly,");
}

#[test]
fn a_draft_has_one_organs_line() {
    let desk = Desk::new();
    for (language, typed) in [("en", "The Gen"), ("zh", "大"), ("fr", "L’As")] {
        let (text, cursor) = at_place(&draft(language), 1);
        let text = format!("{}{typed}", &text[..cursor]);
        let offered = offered_at_the_end(&desk, &text);
        assert!(offered.iter().all(|(kind, _)| *kind != SuggestionKind::OrganLine), "{text}: {offered:?}");
    }
}

#[test]
fn below_the_organs_line_openings_are_offered_before_any_letter_and_while_the_first_word_is_typed() {
    let desk = Desk::new();
    for language in ALL {
        for (organ, _) in language.reading.organ_lines {
            let begun = format!("{organ}{}\n\n", language.marks.comma);
            let first = offered_at_the_end(&desk, &begun);
            assert!(first.len() > 5, "{begun}: {first:?}");
            assert!(first.iter().all(|(kind, _)| *kind == SuggestionKind::Opening), "{first:?}");
            let (_, opening) = &first[0];
            for (end, _) in opening.char_indices().skip(1) {
                let typed = format!("{begun}{}", &opening[..end]);
                let offered = offered_at_the_end(&desk, &typed);
                assert!(offered.iter().any(|(_, line)| line == opening), "{typed}: {offered:?}");
            }
        }
    }
}

#[test]
fn a_short_name_is_offered_before_its_last_letter() {
    let desk = Desk::new();
    for (typed, wanted) in [("秘书", "秘书长"), ("会员", "会员国"), ("安理", "安理会")] {
        let (before, cursor) = at_place(&draft("zh"), 2);
        let text = format!("{}回顾{typed}", &before[..cursor]);
        let offered = offered_at_the_end(&desk, &text);
        assert!(offered.iter().any(|(_, line)| line.ends_with(wanted)), "{typed}: {offered:?}");
    }
}

#[test]
fn a_caret_in_brackets_gives_a_mark_as_the_draft_writes_them() {
    let desk = Desk::new();
    let raised =
        "The General Assembly,\n\nRecalling the lamps,¹ and the keepers[^‸]\n\n1. Decides.\n\n¹ See A/92/85.\n";
    for draft in [raised.to_owned(), raised.replace("‸]", "‸")] {
        let at = draft.find('‸').unwrap();
        let text = draft.replace('‸', "");
        let (_, found) = desk.complete(&text, at);
        let lines: Vec<String> = found.items.iter().map(|item| taken(&text, item).0).collect();
        assert_eq!(lines, ["Recalling the lamps,¹ and the keepers²", "Recalling the lamps,¹ and the keepers¹"]);
        assert!(found.items.iter().all(|item| item.filter.starts_with("[^")), "{found:?}");
    }
    let bracketed =
        "The General Assembly,\n\nRecalling the lamps,[^1] and the keepers[^‸]\n\n1. Decides.\n\n[^1]: See A/92/85.\n";
    let at = bracketed.find('‸').unwrap();
    let text = bracketed.replace('‸', "");
    let (_, found) = desk.complete(&text, at);
    assert_eq!(taken(&text, &found.items[0]).0, "Recalling the lamps,[^1] and the keepers[^2]");
}

use super::*;
use crate::draft::citation::sitting;
use crate::language::{ENGLISH, FRENCH};

fn symbol(text: &str) -> Symbol {
    Symbol::parse(text).unwrap()
}

fn built_in() -> InstrumentRegister<'static> {
    InstrumentRegister::built_in()
}

#[test]
fn everything_in_it_can_be_found_and_read() {
    let register = built_in();
    let mut entries = 0;
    let mut before = String::new();
    for entry in register.entries() {
        let spelled = entry.symbol().to_string();
        assert!(before < spelled, "{before} before {spelled}");
        assert_eq!(Symbol::parse(&spelled).unwrap(), *entry.symbol(), "{spelled}");
        assert_eq!(register.entry(entry.symbol()).map(|found| found.index), Some(entry.index), "{spelled}");
        assert!(!entry.dates().is_empty() || entry.title(ENGLISH).is_some(), "{spelled} says nothing");
        before = spelled;
        entries += 1;
    }
    assert_eq!(entries, register.len());
    assert!(entries > 10_000 && !register.is_empty() && register.made_of().is_some(), "{entries}");
}

#[test]
fn every_date_has_a_source_and_lies_in_the_session_or_year() {
    for entry in built_in().entries() {
        let dates = entry.dates();
        for said in &dates {
            assert!(said.sources.all().next().is_some(), "{}", entry.symbol());
            let days = sitting(entry.symbol());
            assert!(days.is_none_or(|days| days.contains(&said.date)), "{}: {:?}", entry.symbol(), said.date);
            assert_eq!(said.sources.has(RegisterSource::CitingTexts), said.sources.texts > 0, "{}", entry.symbol());
        }
        assert!(dates.len() < 2 || dates[0].date != dates[1].date, "{}", entry.symbol());
    }
}

#[test]
fn titles_have_no_number_before_them_and_no_remarks_behind() {
    let register = built_in();
    for entry in register.entries().step_by(7) {
        for (language, said) in entry.titles() {
            let text = &said.title.text;
            let number = entry.symbol().without_letter().short().into_owned();
            assert!(!text.starts_with(&number) && text.trim() == text, "{} {}: {text}", entry.symbol(), language.code);
            assert!(!text.contains("resolution / ") && !text.contains("[...]"), "{}: {text}", entry.symbol());
        }
    }
}

#[test]
fn an_instrument_is_known_by_its_symbol() {
    let known = built_in().entry(&symbol("A/RES/76/7")).unwrap();
    let [said] = known.dates()[..] else { panic!("{:?}", known.dates()) };
    assert_eq!(said.date, Date { year: 2021, month: 11, day: 22 });
    assert!(said.sources.are_sure() && said.sources.has(RegisterSource::Metadata));
    assert_eq!(known.meeting().map(|meeting| meeting.to_string()).as_deref(), Some("A/76/PV.37"));
    assert!(known.title(FRENCH).is_some() && known.vote().is_some());
    assert!(built_in().entry(&symbol("A/RES/92/7")).is_none());
}

#[test]
fn parts_and_wholes_stand_in_for_each_other() {
    let register = built_in();
    let part = symbol("A/RES/75/254 B");
    let found = register.nearest(&part).unwrap();
    assert!(found.symbol().as_str().starts_with("A/RES/75/254"), "{}", found.symbol());
    let family = register.family(&symbol("A/RES/75/253"));
    assert!(family.len() > 1 && family.iter().all(|entry| entry.symbol().without_letter().as_str() == "A/RES/75/253"));
    let old = register.family(&symbol("A/RES/3450 (XXX)"));
    assert!(old.iter().all(|entry| entry.symbol().as_str().ends_with("(XXX)")));
}

#[test]
fn numbers_and_words_are_found() {
    let register = built_in();
    let numbered = register.numbered("76/12", 50);
    assert!(numbered.contains(&symbol("A/RES/76/12")) && numbered.contains(&symbol("A/RES/76/129")), "{numbered:?}");
    assert!(numbered.windows(2).all(|pair| pair[0] > pair[1]), "the latest come first");
    assert_eq!(register.numbered("1325", 5), [symbol("S/RES/1325 (2000)")]);
    assert!(register.numbered("", 5).is_empty());
    let titled = register.titled("Palestine REFUGEES assistance", 100);
    assert!(titled.len() > 10 && titled.len() < 100, "{titled:?}");
    assert!(!register.titled("droits l’enfant", 10).is_empty() && register.titled(" ", 10).is_empty());
}

#[test]
fn the_same_title_leads_from_session_to_session() {
    let entry = built_in().entry(&symbol("A/RES/76/187")).unwrap();
    let (before, after) = (entry.previous().unwrap(), entry.next().unwrap());
    assert_eq!((before.as_str(), after.as_str()), ("A/RES/75/196", "A/RES/77/237"));
    assert_eq!(built_in().entry(&before).unwrap().next().as_ref(), Some(entry.symbol()));
}

#[test]
fn where_no_date_is_known_the_numbers_beside_tell_when() {
    let register = built_in();
    let mut asked = 0;
    let mut right = 0;
    for entry in register.entries().filter(|entry| entry.symbol().letters().is_none()).step_by(11) {
        let (Some(said), Some(span)) = (entry.dates().first().copied(), register.span(entry.symbol())) else {
            continue;
        };
        asked += 1;
        right += usize::from(span.first <= said.date && said.date <= span.last);
    }
    // Numbers rise with dates, but for some that were given out of turn.
    assert!(asked > 500 && right * 100 >= asked * 97, "{right} of {asked}");
    let unknown = register.span(&symbol("A/DEC/66/501")).unwrap();
    assert!(unknown.basis == SpanBasis::Sitting && unknown.days() > 300, "all of the session: {unknown:?}");
    assert_eq!(register.span(&symbol("A/77/6")), None, "a document is not adopted");
    assert_eq!(register.span(&symbol("A/RES/92/14")), None, "that session is still to come");
}

#[test]
fn special_sessions_last_some_days() {
    let span = built_in().span(&symbol("A/RES/S-23/9")).unwrap();
    assert_eq!((span.basis, span.first, span.last), (SpanBasis::Sitting, on(2000, 6, 5), on(2000, 6, 10)));
    for entry in built_in().entries().filter(|entry| entry.symbol().as_str().starts_with("A/RES/S-")) {
        let span = built_in().span(entry.symbol());
        for said in entry.dates() {
            assert!(span.is_none_or(|span| span.first <= said.date && said.date <= span.last), "{}", entry.symbol());
        }
    }
}

fn on(year: u16, month: u8, day: u8) -> Date {
    Date { year, month, day }
}

#[test]
fn damaged_bytes_are_no_harm() {
    let ask = |bytes: &[u8]| {
        let register = InstrumentRegister::of(bytes);
        for asked in ["A/RES/70/1", "A/RES/75/254 B", "A/RES/3450 (XXX)", "S/RES/1325 (2000)", "A/RES/92/1"] {
            let asked = symbol(asked);
            register.span(&asked);
            register.family(&asked);
            if let Some(entry) = register.nearest(&asked) {
                let _ = (entry.dates(), entry.vote(), entry.meeting(), entry.previous(), entry.next(), entry.titles());
            }
        }
        register.numbered("70/1", 3).len() + register.len()
    };
    for length in [0, 1, 7, 8, 20, 100, 250, 4000, 100_000] {
        ask(&BUILT_IN[..length]);
    }
    // Bytes that were changed at places all over the file, the tables of sections and groups first.
    let mut state = 0x2545_f491_u32;
    for round in 0..150 {
        let mut bytes = BUILT_IN.to_vec();
        let within = if round % 3 == 0 { 250 } else { bytes.len() };
        for _ in 0..8 {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let at = state as usize % within;
            bytes[at] = (state >> 11) as u8;
        }
        ask(&bytes);
    }
    assert_eq!(ask(b"Notes for lunch"), 0);
}

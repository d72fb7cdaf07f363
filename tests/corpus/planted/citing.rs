//! Errors in citations, symbols, dates and references.

use std::ops::Range;

use rapporteur::draft::citation::dates;
use rapporteur::draft::{Citation, CitationKind, Date, Edit, ElementKind, LabelValue, NormalizedText, ParagraphKind};
use rapporteur::language::Language;
use rapporteur::symbol::{Organ, Session, SymbolPart, council_year};

use super::{Chance, Good, Plant};

pub const PLANTS: &[Plant] = &[
    Plant { rule: "citation-year", kind: "a date of another year", make: year_of_date, anywhere: false },
    Plant {
        rule: "citation-year",
        kind: "a new citation with a date of another year",
        make: year_of_new,
        anywhere: false,
    },
    Plant { rule: "symbol-year", kind: "the year before", make: year_before, anywhere: false },
    Plant { rule: "symbol-year", kind: "a new citation with another year", make: new_of_another_year, anywhere: false },
    Plant { rule: "date-invalid", kind: "a day too many", make: day_too_many, anywhere: false },
    Plant { rule: "date-invalid", kind: "a misspelt month", make: misspelt_month, anywhere: false },
    Plant { rule: "citation-conflict", kind: "another day the second time", make: other_day, anywhere: true },
    Plant {
        rule: "paragraph-reference",
        kind: "a paragraph below that is said to be above",
        make: wrong_way,
        anywhere: false,
    },
    Plant { rule: "paragraph-reference", kind: "a paragraph that is not there", make: nowhere, anywhere: false },
    Plant { rule: "symbol-implausible", kind: "a figure too many", make: figure_too_many, anywhere: false },
    Plant {
        rule: "symbol-implausible",
        kind: "a session that is not the number's",
        make: old_session,
        anywhere: false,
    },
    Plant {
        rule: "citation-kind",
        kind: "a resolution with a decision's number",
        make: decision_number,
        anywhere: false,
    },
    Plant { rule: "citation-composite", kind: "parts joined by a hyphen", make: hyphenated, anywhere: false },
    Plant { rule: "citation-list-order", kind: "two in the wrong order", make: wrong_order, anywhere: false },
    Plant { rule: "citation-undated", kind: "a new citation without a date", make: undated, anywhere: false },
    Plant { rule: "masthead-agreement", kind: "another number before the title", make: other_number, anywhere: true },
    Plant { rule: "masthead-agreement", kind: "another day below", make: other_closing, anywhere: true },
    Plant { rule: "masthead-agreement", kind: "another session above", make: other_session, anywhere: true },
    Plant { rule: "title-consistency", kind: "a title with a word changed", make: other_title, anywhere: true },
];

/// Numbers in a language's own phrase, with their date: a citation that is put into a paragraph.
fn cite(good: &Good<'_>, organ: Option<&str>, number: &str, date: Option<Date>) -> String {
    let language = good.language;
    let phrases = &language.writing.citation;
    let dated = |template: &str| {
        let told = |date: Date| template.replace("{}", &language.locale.date(date.into()));
        date.map(told).unwrap_or_default()
    };
    let owner = organ.and_then(|organ| phrases.owners.iter().find(|(stem, _)| *stem == organ)).map(|(_, owner)| *owner);
    let [resolution, _] = phrases.kinds;
    match owner {
        Some(owner) => {
            let kind = if resolution.is_empty() { kind_of(language) } else { resolution };
            let said = phrases.others.replace("{owner}", owner).replace("{number}", number);
            let said = said.replace("{dated}", &dated(phrases.dated_others)).replace("{kind}", kind);
            if said.contains(kind) { said } else { format!("{kind} {said}") }
        }
        None => {
            let said = phrases.own.replace("{number}", number).replace("{dated}", &dated(phrases.dated));
            let said = said.replace("{kind}", resolution);
            if language.code == "zh" { said } else { format!("{} {said}", own_kind(language)) }
        }
    }
}

fn kind_of(language: &Language) -> &'static str {
    match language.code {
        "fr" => "la résolution",
        "es" => "la resolución",
        "ru" => "резолюцию",
        "ar" => "قرار",
        _ => "resolution",
    }
}

fn own_kind(language: &Language) -> &'static str {
    match language.code {
        "fr" => "sa résolution",
        "es" => "su resolución",
        "ru" => "свою резолюцию",
        "ar" => "قرارها",
        _ => "its resolution",
    }
}

/// A place at the end of an operative paragraph, before its last mark, where words may be put in.
fn place(good: &Good<'_>, chance: &mut Chance) -> Option<usize> {
    let draft = good.draft;
    let plain = |index: &usize| {
        let paragraph = &draft.paragraphs[*index];
        let text = &good.text[paragraph.range.clone()];
        matches!(paragraph.kind, ParagraphKind::Preambular | ParagraphKind::Operative)
            && draft.passages_of(*index).len() == 1
            && text.trim_end().ends_with([',', ';', '،', '؛', '，', '；'])
            && !text.contains(['“', '«', '”', '《', '(', '（'])
    };
    let places: Vec<usize> = (0..draft.paragraphs.len()).filter(plain).collect();
    let index = *chance.one(&places)?;
    let range = draft.paragraphs[index].range.clone();
    let text = good.text[range.clone()].trim_end();
    let text = text.trim_end_matches([',', ';', '،', '؛', '，', '；']).trim_end();
    Some(range.start + text.len())
}

/// Words put in at the end of a paragraph.
fn with(good: &Good<'_>, chance: &mut Chance, words: &str) -> Option<Vec<Edit>> {
    let at = place(good, chance)?;
    let (space, and) = if good.language.code == "zh" { ("", "和") } else { (" ", good.language.proofing.and) };
    let text = format!("{}{}{words}", if and.starts_with(' ') { "" } else { space }, and);
    Some(vec![Edit { range: at..at, text }])
}

fn council<'a>(good: &'a Good<'_>) -> Vec<&'a Citation> {
    let council = |citation: &&Citation| {
        citation.kind == CitationKind::Resolution && citation.symbol.organ() == Some(Organ::SecurityCouncil)
    };
    good.draft.citations.iter().filter(council).collect()
}

fn number(citation: &Citation) -> Option<u32> {
    citation.symbol.parts().into_iter().find_map(|part| match part {
        SymbolPart::Number(number) => Some(number),
        _ => None,
    })
}

/// Replaces the last place of some digits in a range.
fn digits(good: &Good<'_>, range: Range<usize>, from: u16, to: u16) -> Option<Vec<Edit>> {
    let at = range.start + good.text.get(range)?.rfind(&from.to_string())?;
    Some(vec![Edit { range: at..at + 4, text: to.to_string() }])
}

/// A date that is one citation's alone.
fn own_dates<'a>(good: &'a Good<'_>, citations: &[&'a Citation]) -> Vec<(&'a Citation, Date, Range<usize>)> {
    let all = || good.draft.citations.iter().filter_map(|citation| citation.date.as_ref());
    let alone = |place: &Range<usize>| {
        let near = |other: &Range<usize>| other.start < place.end + 90 && place.start < other.end + 90;
        all().filter(|(_, other)| near(other)).count() == 1
    };
    let dated = citations.iter().filter_map(|citation| {
        let (date, place) = citation.date.as_ref()?;
        alone(place).then(|| (*citation, *date, place.clone()))
    });
    dated.collect()
}

fn year_of_date(good: &Good<'_>, chance: &mut Chance) -> Option<Vec<Edit>> {
    let dated = own_dates(good, &council(good));
    let (_, date, place) = chance.one(&dated)?;
    digits(good, place.clone(), date.year, date.year + 1)
}

fn year_of_new(good: &Good<'_>, chance: &mut Chance) -> Option<Vec<Edit>> {
    let number = 1400 + chance.below(600) as u32;
    let year = council_year(number)?;
    let date = Date { year: year - 1, month: 6, day: 4 };
    let number = in_brackets(good, number, year);
    let words = cite(good, Some("S"), &number, Some(date));
    with(good, chance, &words)
}

fn in_brackets(good: &Good<'_>, number: u32, year: u16) -> String {
    let space = if good.language.writing.citation.spaced_bracket { " " } else { "" };
    format!("{number}{space}({year})")
}

fn year_before(good: &Good<'_>, chance: &mut Chance) -> Option<Vec<Edit>> {
    let known: Vec<_> = council(good)
        .into_iter()
        .filter(|citation| number(citation).is_some_and(|n| council_year(n).is_some()))
        .collect();
    let citation = chance.one(&known)?;
    let year = citation.symbol.year()?;
    digits(good, citation.range.clone(), year, year - 1)
}

fn new_of_another_year(good: &Good<'_>, chance: &mut Chance) -> Option<Vec<Edit>> {
    let number = 1400 + chance.below(600) as u32;
    let number = in_brackets(good, number, council_year(number)? + 2);
    let words = cite(good, Some("S"), &number, None);
    with(good, chance, &words)
}

/// All dates of the paragraphs and notes.
fn all_dates(good: &Good<'_>) -> Vec<(Date, Range<usize>)> {
    let mut all = Vec::new();
    for passage in &good.draft.passages {
        let mut flow = NormalizedText::default();
        for piece in &passage.pieces {
            flow.push(&good.text[piece.clone()], piece.start);
        }
        let found = dates(&flow.text, good.draft.language_at(passage.range.start));
        all.extend(found.into_iter().map(|(date, place)| (date, flow.source(place))));
    }
    all
}

fn day_too_many(good: &Good<'_>, chance: &mut Chance) -> Option<Vec<Edit>> {
    let all = all_dates(good);
    let (date, place) = chance.one(&all)?;
    let written = &good.text[place.clone()];
    let day = if date.days_of_month() == 31 { "32" } else { "31" };
    let old = date.day.to_string();
    // In Chinese the day comes last.
    let at = if good.language.code == "zh" { written.rfind(&old)? } else { written.find(&old)? };
    let range = place.start + at..place.start + at + old.len();
    Some(vec![Edit { range, text: day.to_owned() }])
}

fn misspelt_month(good: &Good<'_>, chance: &mut Chance) -> Option<Vec<Edit>> {
    let all = all_dates(good);
    let long: Vec<_> = all
        .iter()
        .filter_map(|(date, place)| {
            let name = good.language.locale.months[usize::from(date.month) - 1];
            let at = good.text[place.clone()].find(name)?;
            (good.language.code != "zh" && name.chars().count() > 5).then_some((name, place.start + at))
        })
        .collect();
    let (name, at) = chance.one(&long)?;
    // The third letter is left out, where the language has no such name.
    let gone = 2;
    let text: String = name.chars().enumerate().filter(|(i, _)| *i != gone).map(|(_, c)| c).collect();
    let other = good.language.proofing.other_months.contains(&text.as_str());
    (!other).then(|| vec![Edit { range: *at..at + name.len(), text }])
}

fn other_day(good: &Good<'_>, chance: &mut Chance) -> Option<Vec<Edit>> {
    let assembly: Vec<&Citation> = good
        .draft
        .citations
        .iter()
        .filter(|citation| {
            let organ = citation.symbol.organ();
            organ == Some(Organ::GeneralAssembly)
                && citation.kind == CitationKind::Resolution
                && !citation.in_note
                && matches!(citation.symbol.session(), Some(Session::Regular(31..)))
                && citation.symbol.letters().is_none()
                && rapporteur::library::known::by_symbol(&citation.symbol).is_none()
        })
        .collect();
    let dated = own_dates(good, &assembly);
    let (citation, date, _) = chance.one(&dated)?;
    let sits = rapporteur::draft::citation::sitting(&citation.symbol).is_some_and(|days| days.contains(date));
    if !sits {
        return None;
    }
    let other = Date { day: if date.day > 14 { date.day - 3 } else { date.day + 3 }, ..*date };
    let words = cite(good, None, &citation.symbol.short(), Some(other));
    with(good, chance, &words)
}

/// The operative paragraphs of the first run, numbered from 1 on, and whether there is nothing else.
fn run(good: &Good<'_>) -> Option<Vec<(u32, Range<usize>)>> {
    let mut numbers = Vec::new();
    for paragraph in &good.draft.paragraphs {
        if paragraph.kind != ParagraphKind::Operative {
            continue;
        }
        let label = paragraph.label.as_ref()?;
        let LabelValue::Number { number, insertion: 0 } = label.value else { return None };
        if number as usize != numbers.len() + 1 || paragraph.run != good.draft.paragraphs.last()?.run {
            return None;
        }
        numbers.push((number, paragraph.range.clone()));
    }
    let apart = |kind: ElementKind| matches!(kind, ElementKind::Annex | ElementKind::Part | ElementKind::Section);
    let whole = !good.draft.elements.iter().any(|element| apart(element.kind));
    (whole && numbers.len() > 2).then_some(numbers)
}

/// A reference to a paragraph in the draft's language: above or below.
fn refer(good: &Good<'_>, number: u32, above: bool) -> String {
    let reference = &good.language.writing.reference;
    let said = if above { reference.above } else { reference.below }.replace("{}", &number.to_string());
    let word = match good.language.code {
        "en" => "paragraph ",
        "fr" => "le paragraphe ",
        "es" => "el párrafo ",
        "ru" => "пункт ",
        "ar" => "الفقرة ",
        _ => "",
    };
    format!("{word}{said}")
}

/// Words put in at the end of an operative paragraph of a run.
fn into_paragraph(good: &Good<'_>, range: &Range<usize>, words: &str) -> Option<Vec<Edit>> {
    let text = good.text[range.clone()].trim_end();
    let bare = text.trim_end_matches([';', '؛', '；', '.', '。']).trim_end();
    if bare.len() == text.len() || text.contains(['“', '«', '”', '《']) {
        return None;
    }
    let at = range.start + bare.len();
    let and = good.language.proofing.and;
    Some(vec![Edit { range: at..at, text: format!("{and}{words}") }])
}

fn wrong_way(good: &Good<'_>, chance: &mut Chance) -> Option<Vec<Edit>> {
    let run = run(good)?;
    let at = chance.below(run.len());
    let (number, range) = run.get(at)?;
    let other = run.get(chance.below(run.len()))?.0;
    if other == *number {
        return None;
    }
    into_paragraph(good, range, &refer(good, other, other > *number))
}

fn nowhere(good: &Good<'_>, chance: &mut Chance) -> Option<Vec<Edit>> {
    let run = run(good)?;
    let (_, range) = chance.one(&run)?;
    into_paragraph(good, range, &refer(good, run.len() as u32 + 2, false))
}

fn figure_too_many(good: &Good<'_>, chance: &mut Chance) -> Option<Vec<Edit>> {
    let modern = |citation: &&Citation| {
        matches!(citation.symbol.session(), Some(Session::Regular(31..)))
            && citation.symbol.organ() == Some(Organ::GeneralAssembly)
            && citation.kind == CitationKind::Resolution
            && citation.symbol.letters().is_none()
            && number(citation).is_some_and(|number| number > 99)
    };
    let modern: Vec<&Citation> = good.draft.citations.iter().filter(modern).collect();
    let citation = chance.one(&modern)?;
    // 62/175 becomes 62/775 and more.
    let at = citation.range.start + good.text[citation.range.clone()].rfind('/')? + 1;
    Some(vec![Edit { range: at..at + 1, text: if chance.below(2) == 0 { "8" } else { "9" }.to_owned() }])
}

fn old_session(good: &Good<'_>, chance: &mut Chance) -> Option<Vec<Edit>> {
    let symbols = ["A/RES/1514 (XXV)", "A/RES/217 A (XIII)", "A/RES/2625 (XV)", "E/RES/2007/1251", "A/RES/77/1165"];
    let symbol = *chance.one(&symbols)?;
    with(good, chance, symbol)
}

fn decision_number(good: &Good<'_>, chance: &mut Chance) -> Option<Vec<Edit>> {
    let session = 60 + chance.below(18) as u16;
    let date = Date { year: 1945 + session, month: 12, day: 18 };
    let words = cite(good, None, &format!("{session}/{}", 500 + chance.below(90)), Some(date));
    with(good, chance, &words)
}

fn hyphenated(good: &Good<'_>, chance: &mut Chance) -> Option<Vec<Edit>> {
    if good.language.writing.citation.through.contains('–') {
        return None;
    }
    let letters = *chance.one(&["A-E", "A-B", "A–C", "B - D"])?;
    let date = Date { year: 1996, month: 12, day: 18 };
    let words = cite(good, None, &format!("51/211 {letters}"), Some(date));
    with(good, chance, &words)
}

fn wrong_order(good: &Good<'_>, chance: &mut Chance) -> Option<Vec<Edit>> {
    let number = |session: usize, number: usize| match good.language.code {
        "zh" => format!("第{session}/{number}号"),
        _ => format!("{session}/{number}"),
    };
    let (one, other) = (number(62, 1 + chance.below(200)), number(46, 1 + chance.below(200)));
    let and = good.language.proofing.and;
    let words = match good.language.code {
        "zh" => format!("其{one}和{other}决议"),
        _ => format!("{} {one}{and}{other}", own_kind(good.language)),
    };
    with(good, chance, &words)
}

fn undated(good: &Good<'_>, chance: &mut Chance) -> Option<Vec<Edit>> {
    if good.draft.organ == Some(Organ::SecurityCouncil) {
        return None;
    }
    let number = format!("{}/{}", 31 + chance.below(10), 2 + chance.below(60));
    let known = rapporteur::symbol::Symbol::parse(&format!("A/RES/{number}")).ok()?;
    let known = rapporteur::library::known::by_symbol(&known).is_some();
    if known || good.draft.citations.iter().any(|citation| citation.symbol.short() == number) {
        return None;
    }
    let words = cite(good, None, &number, None);
    with(good, chance, &words)
}

fn alone(good: &Good<'_>) -> bool {
    let kinds = |kind: ElementKind| good.draft.elements.iter().filter(|element| element.kind == kind).count();
    let lettered = good.draft.symbol.as_ref().is_some_and(|symbol| symbol.letters().is_some());
    good.draft.parts.len() == 1 && kinds(ElementKind::OrganLine) < 2 && kinds(ElementKind::Part) == 0 && !lettered
}

fn other_number(good: &Good<'_>, chance: &mut Chance) -> Option<Vec<Edit>> {
    let symbol = good.draft.symbol.as_ref().filter(|symbol| symbol.is_resolution())?;
    let masthead = good.draft.citations.iter().any(|cited| cited.in_masthead && cited.symbol == *symbol);
    let place = good.draft.title.as_ref()?.number.clone().filter(|_| masthead && alone(good))?;
    let digit = good.text[place.clone()].rfind(|c: char| c.is_ascii_digit())?;
    let digit = place.start + digit;
    let old = good.text[digit..=digit].parse::<usize>().ok()?;
    let new = (old + 1 + chance.below(8)) % 10;
    Some(vec![Edit { range: digit..digit + 1, text: new.to_string() }])
}

fn dated_elements(good: &Good<'_>, kind: ElementKind) -> Vec<(Date, Range<usize>)> {
    let elements = good.draft.elements.iter().filter(|element| element.kind == kind);
    let dated = elements.flat_map(|element| {
        let flow = NormalizedText::of(&good.text[element.range.clone()], element.range.start);
        let found = dates(&flow.text, good.language);
        found.into_iter().map(|(date, place)| (date, flow.source(place))).collect::<Vec<_>>()
    });
    dated.collect()
}

fn other_closing(good: &Good<'_>, chance: &mut Chance) -> Option<Vec<Edit>> {
    let (above, below) = (dated_elements(good, ElementKind::Adoption), dated_elements(good, ElementKind::Closing));
    let ([_], [(date, place)]) = (above.as_slice(), below.as_slice()) else { return None };
    if !alone(good) {
        return None;
    }
    let other = Date { day: 1 + (date.day as usize + 3 + chance.below(9)) as u8 % 27, ..*date };
    let text = good.language.locale.date(other.into());
    (other != *date).then(|| vec![Edit { range: place.clone(), text }])
}

fn other_session(good: &Good<'_>, chance: &mut Chance) -> Option<Vec<Edit>> {
    let symbol = good.draft.symbol.as_ref().filter(|_| alone(good))?;
    let Some(Session::Regular(session)) = symbol.session() else { return None };
    let said = |session: u16| (good.language.telling.session)(Session::Regular(session));
    let mut elements = good.draft.elements.iter().filter(|element| element.kind == ElementKind::Masthead);
    let line = elements.find(|element| good.text[element.range.clone()].trim() == said(session))?;
    let other = if chance.below(2) == 0 { session - 1 } else { session + 1 };
    Some(vec![Edit { range: line.range.clone(), text: said(other) }])
}

fn other_title(good: &Good<'_>, chance: &mut Chance) -> Option<Vec<Edit>> {
    let (titled, title, other) = match good.language.code {
        "en" => (
            ", entitled “{}”",
            "Dark and quiet skies for science and society",
            "Dark and quiet skies for science and people",
        ),
        "fr" => (", intitulée « {} »", "Ciel sombre et calme pour la science", "Ciel sombre et clair pour la science"),
        "es" => (
            ", titulada “{}”",
            "Cielos oscuros y tranquilos para la ciencia",
            "Cielos oscuros y despejados para la ciencia",
        ),
        "ru" => (
            ", озаглавленную «{}»",
            "Темное и тихое небо для науки и общества",
            "Темное и чистое небо для науки и общества",
        ),
        "ar" => (" المعنون ”{}“", "السماء المظلمة والهادئة للعلم والمجتمع", "السماء الصافية والهادئة للعلم والمجتمع"),
        _ => ("题为“{}”的", "科学与社会的黑暗安静天空", "科学与人民的黑暗安静天空"),
    };
    let number = format!("92/{}", 300 + chance.below(40));
    let words = |title: &str| {
        let quoted = titled.replace("{}", title);
        match good.language.code {
            "zh" => format!("其{quoted}第{number}号决议"),
            _ => format!("{} {number}{quoted}", own_kind(good.language)),
        }
    };
    let (mut one, two) = (with(good, chance, &words(title))?, with(good, chance, &words(other))?);
    (one[0].range != two[0].range).then(|| {
        one.extend(two);
        one
    })
}

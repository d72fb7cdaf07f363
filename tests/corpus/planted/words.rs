//! Errors in opening words, footnotes and terms.

use std::ops::Range;

use rapporteur::draft::{Draft, Edit, Layout, Marker, ParagraphKind};

use super::{Chance, Good, Plant};

pub const PLANTS: &[Plant] = &[
    Plant { rule: "footnote-undefined", kind: "a note that was taken out", make: without_note, anywhere: true },
    Plant { rule: "term-organ", kind: "another word in a name", make: another_word, anywhere: false },
    Plant { rule: "term-organ", kind: "a letter too few or exchanged", make: misspelt_name, anywhere: false },
    Plant { rule: "footnote-conflict", kind: "a note's number is another's", make: another_number, anywhere: true },
    Plant { rule: "footnote-full-stop", kind: "without its full stop", make: without_stop, anywhere: false },
    Plant { rule: "footnote-full-stop", kind: "a comma for the full stop", make: comma_for_stop, anywhere: false },
    Plant { rule: "footnote-ibid", kind: "the first note is ibid.", make: first_is_ibid, anywhere: false },
    Plant { rule: "footnote-placement", kind: "marker and mark exchanged", make: exchanged, anywhere: false },
    Plant { rule: "opening-verb-form", kind: "a verb of the other part", make: other_form, anywhere: false },
    Plant { rule: "opening-repeated", kind: "the opening of the paragraph before", make: repeated, anywhere: true },
    Plant { rule: "opening-unknown", kind: "a letter too few or exchanged", make: misspelt_opening, anywhere: false },
    Plant { rule: "opening-conjunction", kind: "with and without the conjunction", make: conjunction, anywhere: false },
    Plant { rule: "term-consistency", kind: "another form of a name", make: another_form, anywhere: true },
    Plant { rule: "term-house-style", kind: "another spelling", make: another_spelling, anywhere: false },
    Plant { rule: "numeral-style", kind: "another mark in a number", make: another_mark, anywhere: true },
];

/// A note is taken out, and its marker stays. (Where markers are glued to words, only their notes make them markers.)
fn without_note(good: &Good<'_>, chance: &mut Chance) -> Option<Vec<Edit>> {
    let note = chance.one(&good.draft.notes)?;
    let plain = |marker: &Marker| {
        let before = good.text.get(..marker.range.start).unwrap_or_default();
        good.text.get(marker.range.clone()).is_some_and(|mark| mark.is_ascii()) && !before.ends_with(['^', '['])
    };
    let glued = good.draft.markers.iter().any(|marker| marker.label == note.label && plain(marker));
    (!glued).then(|| vec![Edit { range: note.range.clone(), text: String::new() }])
}

fn edit(range: Range<usize>, text: impl Into<String>) -> Option<Vec<Edit>> {
    Some(vec![Edit { range, text: text.into() }])
}

/// The places of some words in paragraphs, outside of quotations.
fn places(good: &Good<'_>, words: &str) -> Vec<Range<usize>> {
    let inside = |at: usize| {
        let paragraph = good.draft.paragraphs.iter().find(|paragraph| paragraph.range.contains(&at));
        paragraph.is_some_and(|paragraph| {
            let before = good.text.get(paragraph.range.start..at).unwrap_or_default();
            !before.contains(['“', '«', '"', '„', '「'])
        })
    };
    let letter = |c: Option<char>| c.is_some_and(|c| c.is_alphabetic()) && good.language.code != "zh";
    let free = |at: usize| {
        let before = good.text.get(..at).and_then(|before| before.chars().next_back());
        let behind = good.text.get(at + words.len()..).and_then(|behind| behind.chars().next());
        !letter(before) && !letter(behind)
    };
    let found = good.text.match_indices(words).filter(|(at, _)| inside(*at) && free(*at));
    found.map(|(at, _)| at..at + words.len()).collect()
}

/// One of some replacements, in one of its places.
fn replaced(good: &Good<'_>, chance: &mut Chance, all: &[(&str, &str, &str)]) -> Option<Vec<Edit>> {
    let mut here = Vec::new();
    for (code, right, wrong) in all.iter().filter(|(code, ..)| *code == good.language.code) {
        let _ = code;
        here.extend(places(good, right).into_iter().map(|place| (place, *wrong)));
    }
    let (place, wrong) = chance.one(&here)?.clone();
    edit(place, wrong)
}

/// What people write for the names of organs.
const NAMES: &[(&str, &str, &str)] = &[
    ("en", "Economic and Social Council", "Economic & Social Council"),
    ("en", "Economic and Social Council", "Economical and Social Council"),
    ("en", "Security Council", "Security Counsel"),
    ("en", "General Assembly", "General assembly"),
    ("en", "Human Rights Council", "Human Right Council"),
    ("en", "Office on Drugs and Crime", "Office for Drugs and Crime"),
    ("fr", "Assemblée générale", "Assemblée Générale"),
    ("fr", "Conseil de sécurité", "Conseil de Sécurité"),
    ("fr", "Conseil économique et social", "Conseil Économique et Social"),
    ("fr", "Conseil des droits de l’homme", "Conseil des droits humains"),
    ("es", "Asamblea General", "Asamblea general"),
    ("es", "Consejo de Seguridad", "Concejo de Seguridad"),
    ("es", "Consejo Económico y Social", "Consejo Económico e Social"),
    ("es", "Consejo de Derechos Humanos", "Consejo de los Derechos Humanos"),
    ("ru", "Совета Безопасности", "Совета безопасности"),
    ("ru", "Экономического и Социального Совета", "Экономического и социального Совета"),
    ("ru", "Совета по правам человека", "Совета по Правам Человека"),
    ("ar", "الجمعية العامة", "الجمعيه العامة"),
    ("ar", "مجلس الأمن", "مجلس الامن"),
    ("ar", "المجلس الاقتصادي والاجتماعي", "المجلس الاجتماعي والاقتصادي"),
    ("ar", "حقوق الإنسان", "حقوق الإنسان"),
    ("zh", "经济及社会理事会", "经济和社会理事会"),
    ("zh", "经济及社会理事会", "经济社会理事会"),
    ("zh", "安全理事会", "安全理会"),
    ("zh", "人权理事会", "人权理会"),
    ("zh", "联合国毒品和犯罪问题办公室", "联合国毒品和犯罪办公室"),
];

fn another_word(good: &Good<'_>, chance: &mut Chance) -> Option<Vec<Edit>> {
    let changed: Vec<_> = NAMES.iter().copied().filter(|(_, right, wrong)| right != wrong).collect();
    replaced(good, chance, &changed)
}

fn misspelt_name(good: &Good<'_>, chance: &mut Chance) -> Option<Vec<Edit>> {
    let names = [
        "General Assembly",
        "Security Council",
        "Economic and Social Council",
        "Human Rights Council",
        "Assemblée générale",
        "Conseil de sécurité",
        "Conseil économique et social",
        "Asamblea General",
        "Consejo de Seguridad",
        "Генеральной Ассамблеи",
        "Совета Безопасности",
    ];
    let mut here: Vec<Range<usize>> = names.iter().flat_map(|name| places(good, name)).collect();
    here.sort_by_key(|place| place.start);
    let place = chance.one(&here)?.clone();
    let text = good.text.get(place.clone())?;
    let last = place.end - text.split(' ').next_back()?.len();
    misspelt(good, chance, last..place.end)
}

/// A word with two letters exchanged, or, where a page hasn't lost it, with one too few.
fn misspelt(good: &Good<'_>, chance: &mut Chance, place: Range<usize>) -> Option<Vec<Edit>> {
    let mut letters: Vec<char> = good.text.get(place.clone())?.chars().collect();
    let inner: Vec<usize> = (2..letters.len().saturating_sub(2)).filter(|i| letters[*i] != letters[i + 1]).collect();
    let at = *chance.one(&inner)?;
    if good.draft.layout == Layout::Page || chance.below(2) == 0 {
        letters.swap(at, at + 1);
    } else {
        letters.remove(at);
    }
    edit(place, letters.into_iter().collect::<String>())
}

fn another_number(good: &Good<'_>, chance: &mut Chance) -> Option<Vec<Edit>> {
    let notes: Vec<_> = good.draft.notes.windows(2).filter(|pair| !alike(&pair[0].text, &pair[1].text)).collect();
    let pair = chance.one(&notes)?;
    let before = good.text.get(pair[0].label_range.clone())?;
    // A bare number that is not the next one is no note's.
    let raised = !before.is_ascii() || good.text.get(..pair[0].label_range.start)?.ends_with("[^");
    raised.then(|| edit(pair[1].label_range.clone(), before))?
}

fn alike(a: &str, b: &str) -> bool {
    let plain = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>().to_lowercase();
    let (a, b) = (plain(a), plain(b));
    a.starts_with(&b) || b.starts_with(&a)
}

/// Where the full stop of a note stands, which is its last character.
fn stop(good: &Good<'_>, chance: &mut Chance) -> Option<Range<usize>> {
    // Page text may break a note anywhere.
    if good.draft.layout == Layout::Page {
        return None;
    }
    let note = chance.one(&good.draft.notes)?;
    let text = good.text.get(note.range.clone())?;
    let last = text.chars().next_back().filter(|c| matches!(c, '.' | '。'))?;
    let before = text.strip_suffix(last)?;
    let link = before.rsplit(' ').next()?.contains("://");
    (!link && before.ends_with(char::is_alphanumeric)).then_some(note.range.end - last.len_utf8()..note.range.end)
}

fn without_stop(good: &Good<'_>, chance: &mut Chance) -> Option<Vec<Edit>> {
    edit(stop(good, chance)?, "")
}

fn comma_for_stop(good: &Good<'_>, chance: &mut Chance) -> Option<Vec<Edit>> {
    edit(stop(good, chance)?, if good.language.code == "zh" { "，" } else { "," })
}

fn first_is_ibid(good: &Good<'_>, _: &mut Chance) -> Option<Vec<Edit>> {
    let note = good.draft.notes.iter().find(|note| note.label == "1")?;
    let first = note.pieces.first()?;
    let words = match good.language.code {
        "ru" => "Там же.",
        "ar" => "المرجع نفسه.",
        "zh" => "同上。",
        _ => "Ibid.",
    };
    edit(first.start..note.pieces.last()?.end, words)
}

fn exchanged(good: &Good<'_>, chance: &mut Chance) -> Option<Vec<Edit>> {
    if good.draft.layout == Layout::Page {
        return None;
    }
    let marks = [',', ';', '，', '；', '،', '؛'];
    let places: Vec<(Range<usize>, bool)> = good
        .draft
        .markers
        .iter()
        .filter_map(|marker| {
            let (before, behind) = (good.text.get(..marker.range.start)?, good.text.get(marker.range.end..)?);
            let (before, behind, open) = match before.strip_suffix('(') {
                Some(before) => (before, behind.strip_prefix(')')?, 1),
                None => (before, behind, 0),
            };
            let whole = marker.range.start - open..marker.range.end + open;
            let side = |c: Option<char>| c.is_some_and(|c| marks.contains(&c));
            match (side(before.chars().next_back()), side(behind.chars().next())) {
                (true, false) => Some((whole, true)),
                (false, true) => Some((whole, false)),
                _ => None,
            }
        })
        .collect();
    let (place, behind) = chance.one(&places)?.clone();
    let marker = good.text.get(place.clone())?;
    if behind {
        let mark = good.text.get(..place.start)?.chars().next_back()?;
        edit(place.start - mark.len_utf8()..place.end, format!("{marker}{mark}"))
    } else {
        let mark = good.text.get(place.end..)?.chars().next()?;
        edit(place.start..place.end + mark.len_utf8(), format!("{mark}{marker}"))
    }
}

/// Verbs in the form of the preamble and of the operative part.
const VERBS: &[(&str, &str, &str)] = &[
    ("en", "Recalling", "Recalls"),
    ("en", "Reaffirming", "Reaffirms"),
    ("en", "Recognizing", "Recognizes"),
    ("en", "Requesting", "Requests"),
    ("en", "Encouraging", "Encourages"),
    ("en", "Deciding", "Decides"),
    ("fr", "Rappelant", "Rappelle"),
    ("fr", "Réaffirmant", "Réaffirme"),
    ("fr", "Soulignant", "Souligne"),
    ("fr", "Priant", "Prie"),
    ("fr", "Décidant", "Décide"),
    ("es", "Recordando", "Recuerda"),
    ("es", "Reafirmando", "Reafirma"),
    ("es", "Solicitando", "Solicita"),
    ("es", "Alentando", "Alienta"),
    ("ru", "ссылаясь", "ссылается"),
    ("ru", "подтверждая", "подтверждает"),
    ("ru", "призывая", "призывает"),
    ("ru", "отмечая", "отмечает"),
    ("ar", "وإذ تشير", "تشير"),
    ("ar", "وإذ تؤكد", "تؤكد"),
    ("ar", "وإذ ترحب", "ترحب"),
    ("ar", "وإذ تطلب", "تطلب"),
];

fn other_form(good: &Good<'_>, chance: &mut Chance) -> Option<Vec<Edit>> {
    let mut here = Vec::new();
    let annex = good.draft.elements.iter().find(|e| e.kind == rapporteur::draft::ElementKind::Annex);
    let end = annex.map_or(good.text.len(), |annex| annex.range.start);
    // What stands behind a colon is an instrument of its own.
    let runs: Vec<u32> = good.draft.paragraphs.iter().map(|paragraph| paragraph.run).take(1).collect();
    for paragraph in good.draft.paragraphs.iter().filter(|p| p.range.start < end && runs.contains(&p.run)) {
        let start = paragraph.label.as_ref().map_or(paragraph.range.start, |label| label.range.end);
        let Some(text) = good.text.get(start..paragraph.range.end) else { continue };
        let start = start + text.len() - text.trim_start_matches([' ', '\u{a0}', '\n', '\t', '*', '_']).len();
        let Some(text) = good.text.get(start..paragraph.range.end) else { continue };
        for (_, participle, finite) in VERBS.iter().filter(|(code, ..)| *code == good.language.code) {
            let (right, wrong) = match paragraph.kind {
                ParagraphKind::Preambular if text.ends_with([',', '،']) => (participle, finite),
                ParagraphKind::Operative if paragraph.label.is_some() => (finite, participle),
                _ => continue,
            };
            if text.strip_prefix(right).is_some_and(|rest| rest.starts_with(' ')) {
                here.push((start..start + right.len(), *wrong));
            }
        }
    }
    let (place, wrong) = chance.one(&here)?.clone();
    edit(place, wrong)
}

fn repeated(good: &Good<'_>, chance: &mut Chance) -> Option<Vec<Edit>> {
    let also = match good.language.code {
        "en" => ["Recalling also ", "Recalling "],
        "es" => ["Recordando también ", "Recordando "],
        "ru" => ["ссылаясь также ", "ссылаясь "],
        "ar" => ["وإذ تشير أيضا ", "وإذ تشير "],
        "zh" => ["又回顾", "回顾"],
        _ => return None,
    };
    let places: Vec<usize> = good
        .draft
        .paragraphs
        .windows(2)
        .filter_map(|pair| {
            let says = |i: usize, words: &str| {
                good.text.get(pair[i].range.clone()).is_some_and(|text| text.starts_with(words))
            };
            let first = says(0, also[1]) || says(0, also[1].trim_start_matches('و'));
            let both = pair.iter().all(|paragraph| paragraph.kind == ParagraphKind::Preambular);
            (both && first && !says(0, also[0]) && says(1, also[0])).then_some(pair[1].range.start)
        })
        .collect();
    let at = *chance.one(&places)?;
    edit(at..at + also[0].len(), also[1])
}

fn misspelt_opening(good: &Good<'_>, chance: &mut Chance) -> Option<Vec<Edit>> {
    let mut here = Vec::new();
    for paragraph in good.draft.paragraphs.iter().filter(|p| p.kind == ParagraphKind::Preambular) {
        let text = good.text.get(paragraph.range.clone()).unwrap_or_default();
        let verbs = VERBS.iter().filter(|(code, ..)| *code == good.language.code && *code != "ar");
        for (_, verb, _) in verbs {
            if text.strip_prefix(verb).is_some_and(|rest| rest.starts_with(' ')) && verb.chars().count() > 7 {
                here.push(paragraph.range.start..paragraph.range.start + verb.len());
            }
        }
    }
    let place = chance.one(&here)?.clone();
    misspelt(good, chance, place)
}

fn conjunction(good: &Good<'_>, chance: &mut Chance) -> Option<Vec<Edit>> {
    let preamble: Vec<_> = good.draft.paragraphs.iter().filter(|p| p.kind == ParagraphKind::Preambular).collect();
    let place = chance.one(&preamble)?.range.clone();
    let text = good.text.get(place.clone())?;
    if text.starts_with("إذ ") {
        edit(place.start..place.start, "و")
    } else if text.starts_with("وإذ ") {
        edit(place.start..place.start + 'و'.len_utf8(), "")
    } else {
        None
    }
}

fn another_form(good: &Good<'_>, chance: &mut Chance) -> Option<Vec<Edit>> {
    let forms = [
        ("en", "Charter of the United Nations", "United Nations Charter"),
        ("fr", "Charte des Nations Unies", "Charte de l’ONU"),
        ("es", "Carta de las Naciones Unidas", "Carta de la ONU"),
        ("ru", "Устава Организации Объединенных Наций", "Устава ООН"),
        ("ar", "ميثاق الأمم المتحدة", "ميثاق هيئة الأمم المتحدة"),
        ("zh", "世界人权宣言", "普遍人权宣言"),
    ];
    let twice: Vec<_> = forms.into_iter().filter(|(_, right, _)| places(good, right).len() > 1).collect();
    replaced(good, chance, &twice)
}

/// Other spellings than those of the house.
const SPELLINGS: &[(&str, &str, &str)] = &[
    ("en", "the Secretary-General", "the Secretary General"),
    ("en", "programme", "program"),
    ("en", "per cent", "percent"),
    ("en", "organizations", "organisations"),
    ("en", "recognizes", "recognises"),
    ("en", "Member States", "member states"),
    ("fr", "États Membres", "Etats Membres"),
    ("es", "los Estados Miembros", "los estados miembros"),
    ("ar", "في المائة", "في المئة"),
];

fn another_spelling(good: &Good<'_>, chance: &mut Chance) -> Option<Vec<Edit>> {
    replaced(good, chance, SPELLINGS)
}

fn another_mark(good: &Good<'_>, chance: &mut Chance) -> Option<Vec<Edit>> {
    let (right, wrong) = match good.language.code {
        "en" => (" per cent", "%"),
        "fr" => (" pour cent", " %"),
        "ar" => (" في المائة", "%"),
        _ => return None,
    };
    let digit = |place: &Range<usize>| {
        good.text.get(..place.start).is_some_and(|before| before.ends_with(|c: char| c.is_ascii_digit()))
    };
    let all: Vec<Range<usize>> = good.text.match_indices(right).map(|(at, _)| at..at + right.len()).collect();
    let all: Vec<Range<usize>> =
        all.into_iter().filter(|place| digit(place) && in_paragraph(good.draft, place)).collect();
    let place = chance.one(&all).filter(|_| all.len() > 2)?.clone();
    edit(place, wrong)
}

fn in_paragraph(draft: &Draft, place: &Range<usize>) -> bool {
    draft.paragraphs.iter().any(|paragraph| paragraph.range.contains(&place.start))
}

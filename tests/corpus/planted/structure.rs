//! Errors of structure and punctuation.

use std::ops::Range;

use rapporteur::draft::{Edit, ElementKind, LabelValue, Layout, Paragraph, ParagraphKind, TextEnding, closing};

use super::{Chance, Good, Plant};

const fn plant(rule: &'static str, kind: &'static str, make: fn(&Good<'_>, &mut Chance) -> Option<Vec<Edit>>) -> Plant {
    Plant { rule, kind, make, anywhere: false }
}

const fn anywhere(
    rule: &'static str,
    kind: &'static str,
    make: fn(&Good<'_>, &mut Chance) -> Option<Vec<Edit>>,
) -> Plant {
    Plant { rule, kind, make, anywhere: true }
}

pub const PLANTS: &[Plant] = &[
    plant("preambular-punctuation", "a semicolon for a comma", |good, chance| {
        mark(good, chance, preambular, TextEnding::Comma, good.language.marks.semicolon)
    }),
    plant("preambular-punctuation", "a full stop for a comma", |good, chance| {
        mark(good, chance, inner_preambular, TextEnding::Comma, good.language.marks.full_stop)
    }),
    plant("preambular-punctuation", "no mark", |good, chance| lost(good, chance, preambular, TextEnding::Comma)),
    plant("operative-punctuation", "a comma for a semicolon", |good, chance| {
        mark(good, chance, inner_operative, TextEnding::Semicolon, good.language.marks.comma)
    }),
    plant("operative-punctuation", "a full stop for a semicolon", |good, chance| {
        mark(good, chance, inner_operative, TextEnding::Semicolon, good.language.marks.full_stop)
    }),
    plant("operative-punctuation", "no mark", |good, chance| {
        lost(good, chance, inner_operative, TextEnding::Semicolon)
    }),
    plant("operative-punctuation", "a semicolon at the end", |good, chance| {
        mark(good, chance, last_operative, TextEnding::Stop, good.language.marks.semicolon)
    }),
    plant("list-punctuation", "an item with a comma", |good, chance| {
        mark(good, chance, inner_item, TextEnding::Semicolon, good.language.marks.comma)
    }),
    plant("list-punctuation", "an item without a mark", |good, chance| {
        lost(good, chance, inner_item, TextEnding::Semicolon)
    }),
    plant("list-punctuation", "a semicolon before a list", |good, chance| {
        mark(good, chance, chapeau, TextEnding::Colon, good.language.marks.semicolon)
    }),
    anywhere("brackets-unbalanced", "a closing sign lost", |good, chance| {
        sign(good, chance, &[')', ']', '》', '”', '»']).map(without)
    }),
    anywhere("brackets-unbalanced", "an opening sign lost", |good, chance| {
        sign(good, chance, &['(', '[', '《', '“', '«']).map(without)
    }),
    anywhere("brackets-unbalanced", "a bracket of another width", |good, chance| {
        sign(good, chance, &[')']).map(|range| vec![Edit { range, text: "）".to_owned() }])
    }),
    plant("operative-single-numbered", "a number before the only paragraph", only_numbered),
    plant("operative-unnumbered", "a number lost", number_lost),
    plant("preamble-after-operative", "a preambular paragraph further down", moved_down),
    plant("organ-line-comma", "the comma lost", organ_line),
    plant("label-glued", "a full stop and a space lost", |good, chance| glued(good, chance, "")),
    plant("label-glued", "a space lost", |good, chance| glued(good, chance, ".")),
    plant("label-script", "a letter of another script", other_script),
    plant("punctuation-script", "a mark of another script", other_mark),
    plant("brackets-left", "words in square brackets", bracketed),
    plant("working-label-order", "a label left out", |good, chance| working_labels(good, chance, 2)),
    plant("working-label-order", "a label twice", |good, chance| working_labels(good, chance, 0)),
    plant("section-numbering", "a section left out", |good, chance| sections(good, chance, "III")),
    plant("section-numbering", "a section's number far off", |good, chance| sections(good, chance, "VII")),
    plant("list-count", "one more in figures", |good, chance| announced(good, chance, false)),
    plant("list-count", "one more in words", |good, chance| announced(good, chance, true)),
];

fn paragraphs<'a>(good: &'a Good<'_>) -> impl Iterator<Item = (usize, &'a Paragraph)> {
    // Of the resolution itself: between its organ line and what comes after it, without sections.
    let elements = &good.draft.elements;
    let organ = elements.iter().position(|element| element.kind == ElementKind::OrganLine);
    let start = organ.and_then(|organ| elements.get(organ)).map_or(usize::MAX, |organ| organ.range.end);
    let end = organ.and_then(|organ| elements.get(organ + 1)).map_or(usize::MAX, |next| next.range.start);
    let paragraphs = good.draft.paragraphs.iter().enumerate();
    paragraphs.filter(move |(_, paragraph)| (start..end).contains(&paragraph.range.start))
}

fn next<'a>(good: &'a Good<'_>, at: usize) -> Option<&'a Paragraph> {
    good.draft.paragraphs.get(at + 1)
}

fn preambular(good: &Good<'_>, at: usize, paragraph: &Paragraph) -> bool {
    paragraph.kind == ParagraphKind::Preambular
        && next(good, at).is_some_and(|next| next.kind != ParagraphKind::Sub)
        && paragraphs(good).filter(|(_, other)| other.kind == ParagraphKind::Preambular).count() > 2
}

fn inner_preambular(good: &Good<'_>, at: usize, paragraph: &Paragraph) -> bool {
    preambular(good, at, paragraph) && next(good, at).is_some_and(|next| next.kind == ParagraphKind::Preambular)
}

/// An operative paragraph that another one follows, in a resolution that has several and ends them as the manual has it.
fn inner_operative(good: &Good<'_>, at: usize, paragraph: &Paragraph) -> bool {
    let ends = |(i, _): &(usize, &Paragraph)| {
        good.draft.passages_of(*i).last().is_some_and(|passage| passage.ending == TextEnding::Semicolon)
    };
    let operative = || paragraphs(good).filter(|(_, other)| other.kind == ParagraphKind::Operative);
    paragraph.kind == ParagraphKind::Operative
        && paragraph.label.is_some()
        && next(good, at).is_some_and(|next| {
            next.kind == ParagraphKind::Operative && next.label.is_some() && next.run == paragraph.run
        })
        && paragraphs(good).any(|(i, _)| i == at + 1)
        && operative().filter(ends).count() * 3 > operative().count() * 2 - 2
        && operative().count() > 3
}

fn last_operative(good: &Good<'_>, at: usize, paragraph: &Paragraph) -> bool {
    let before = at.checked_sub(1).and_then(|before| good.draft.paragraphs.get(before));
    paragraph.kind == ParagraphKind::Operative
        && paragraph.label.is_some()
        && at + 1 == good.draft.paragraphs.len()
        && before.is_some_and(|before| before.run == paragraph.run)
}

/// An item of a list in an operative paragraph that another one follows.
fn inner_item(good: &Good<'_>, at: usize, paragraph: &Paragraph) -> bool {
    let parent = paragraph.parent.and_then(|parent| good.draft.paragraphs.get(parent));
    // The rule is about items with labels.
    paragraph.kind == ParagraphKind::Sub
        && paragraph.label.is_some()
        && parent.is_some_and(|parent| parent.kind == ParagraphKind::Operative && parent.label.is_some())
        && next(good, at).is_some_and(|next| {
            (next.kind, next.level, next.parent) == (ParagraphKind::Sub, paragraph.level, paragraph.parent)
        })
        && items(good, paragraph.parent).count() > 2
}

fn items<'a>(good: &'a Good<'_>, parent: Option<usize>) -> impl Iterator<Item = &'a Paragraph> {
    let all = good.draft.paragraphs.iter();
    all.filter(move |item| item.kind == ParagraphKind::Sub && item.parent == parent && parent.is_some())
}

fn chapeau(good: &Good<'_>, at: usize, paragraph: &Paragraph) -> bool {
    let semicolons = items(good, Some(at)).count();
    paragraph.kind == ParagraphKind::Operative
        && next(good, at)
            .is_some_and(|next| next.kind == ParagraphKind::Sub && next.label.is_some() && next.parent == Some(at))
        && semicolons > 1
}

/// Where a paragraph ends with this mark that is chosen by chance among those that fit.
fn place(
    good: &Good<'_>,
    chance: &mut Chance,
    fits: fn(&Good<'_>, usize, &Paragraph) -> bool,
    ending: TextEnding,
) -> Option<Range<usize>> {
    let all = paragraphs(good).filter(|(i, paragraph)| {
        matches!(good.draft.passages_of(*i), [passage] if passage.ending == ending) && fits(good, *i, paragraph)
    });
    let all: Vec<usize> = all.map(|(i, _)| i).collect();
    let flow = good.draft.running(good.text, *chance.one(&all)?);
    let (found, end) = closing(flow.text.trim_end());
    let mark = flow.text.get(..end)?.chars().next_back().filter(|mark| !matches!(mark, '?' | '؟' | '？'))?;
    (found == ending).then(|| flow.source(end - mark.len_utf8()..end))
}

/// Another mark at the end of a paragraph.
fn mark(
    good: &Good<'_>,
    chance: &mut Chance,
    fits: fn(&Good<'_>, usize, &Paragraph) -> bool,
    ending: TextEnding,
    other: &str,
) -> Option<Vec<Edit>> {
    let range = place(good, chance, fits, ending)?;
    Some(vec![Edit { range, text: other.to_owned() }])
}

/// No mark at the end of a paragraph. A page's text may have lost it.
fn lost(
    good: &Good<'_>,
    chance: &mut Chance,
    fits: fn(&Good<'_>, usize, &Paragraph) -> bool,
    ending: TextEnding,
) -> Option<Vec<Edit>> {
    let range = place(good, chance, fits, ending).filter(|_| good.draft.layout == Layout::Clean)?;
    let after = good.text.get(range.end..)?;
    // With a marker behind it, the words before the mark may not be the last ones.
    (after.starts_with(['\n', '\r'])).then(|| without(range))
}

fn without(range: Range<usize>) -> Vec<Edit> {
    vec![Edit { range, text: String::new() }]
}

/// One of these signs in the running text of a paragraph, with its other half there.
fn sign(good: &Good<'_>, chance: &mut Chance, signs: &[char]) -> Option<Range<usize>> {
    const HALVES: [(char, char); 5] = [('(', ')'), ('[', ']'), ('《', '》'), ('“', '”'), ('«', '»')];
    // In a text from right to left, round quotation marks stand on either side.
    let turned = good.language.marks.right_to_left;
    let mut all = Vec::new();
    for (i, paragraph) in good.draft.paragraphs.iter().enumerate() {
        let label = paragraph.label.as_ref().map_or(0, |label| label.range.end);
        let pieces = good.draft.passages_of(i).iter().flat_map(|passage| passage.pieces.clone());
        let pieces: Vec<Range<usize>> = pieces.collect();
        let count = |sign: char| -> usize {
            let words = pieces.iter().filter_map(|piece| good.text.get(piece.start.max(label)..piece.end));
            words.map(|words| words.matches(sign).count()).sum()
        };
        for (open, close) in HALVES.iter().filter(|(open, close)| signs.contains(open) || signs.contains(close)) {
            let straight = !(turned && *open == '“');
            if count(*open) != count(*close) || count('„') > 0 || count('ˮ') > 0 || !straight {
                continue;
            }
            let sign = if signs.contains(open) { *open } else { *close };
            for piece in &pieces {
                let start = piece.start.max(label);
                let words = good.text.get(start..piece.end).unwrap_or_default();
                all.extend(words.match_indices(sign).map(|(at, _)| start + at..start + at + sign.len_utf8()));
            }
        }
    }
    // A letter with a bracket may be a list's, and so may one that is left of `(a)`.
    let lettered = |range: &Range<usize>| {
        let before = good.text.get(range.end.saturating_sub(20)..range.start);
        let before = before.or_else(|| good.text.get(range.end.saturating_sub(21)..range.start)).unwrap_or("a");
        let inner = before.rsplit(['(', ' ', '\u{a0}', '–']).next().unwrap_or_default();
        let after = good.text.get(range.end..).unwrap_or_default();
        let after = after.split(')').next().unwrap_or_default();
        let short = |inner: &str| inner.chars().count() <= 8;
        let opens =
            good.text.get(range.clone()).is_some_and(|sign| HALVES.iter().any(|(open, _)| sign.starts_with(*open)));
        if opens { short(after) } else { short(inner) }
    };
    all.retain(|range| !lettered(range));
    chance.one(&all).cloned()
}

fn only_numbered(good: &Good<'_>, _: &mut Chance) -> Option<Vec<Edit>> {
    let all = || good.draft.paragraphs.iter();
    let operative: Vec<&Paragraph> = all().filter(|paragraph| paragraph.kind == ParagraphKind::Operative).collect();
    if good.draft.organ.is_none() || all().any(|p| p.run != 0) {
        return None;
    }
    match operative.as_slice() {
        [only] if only.label.is_none() => {
            let label = if good.language.marks.right_to_left { "1 - " } else { "1. " };
            Some(vec![Edit { range: only.range.start..only.range.start, text: label.to_owned() }])
        }
        // All but the last are taken away.
        [first, .., last] if last.range == good.draft.paragraphs.last()?.range && good.draft.markers.is_empty() => {
            let label = first.label.as_ref().filter(|label| label.text.starts_with('1'))?;
            let range = first.range.start..last.label.as_ref()?.range.end;
            Some(vec![Edit { range, text: label.text.clone() }])
        }
        _ => None,
    }
}

fn number_lost(good: &Good<'_>, chance: &mut Chance) -> Option<Vec<Edit>> {
    let openings = good.language.reading;
    let all: Vec<(usize, &Paragraph)> =
        paragraphs(good).filter(|(i, paragraph)| inner_operative(good, *i, paragraph)).collect();
    let all = all.into_iter().filter(|(i, _)| {
        // Where the paragraph before has a list, or words that open both parts, nothing tells.
        let before = i.checked_sub(1).and_then(|before| good.draft.paragraphs.get(before));
        let words = good.draft.running(good.text, *i).text;
        let opens = |all: &[&str]| all.iter().any(|word| words.to_lowercase().starts_with(&word.to_lowercase()));
        before.is_some_and(|before| before.kind == ParagraphKind::Operative)
            && opens(openings.operative_openings)
            && !opens(openings.preambular_openings)
            && good.draft.layout == Layout::Clean
    });
    let all: Vec<usize> = all.map(|(i, _)| i).collect();
    let paragraph = good.draft.paragraphs.get(*chance.one(&all)?)?;
    let end = paragraph.label.as_ref()?.range.end;
    let spaces = good.text.get(end..)?;
    Some(without(paragraph.range.start..end + spaces.len() - spaces.trim_start().len()))
}

fn moved_down(good: &Good<'_>, chance: &mut Chance) -> Option<Vec<Edit>> {
    let fits = |(i, paragraph): &(usize, &Paragraph)| {
        matches!(good.draft.passages_of(*i), [passage] if passage.ending == TextEnding::Comma)
            && paragraph.kind == ParagraphKind::Preambular
            && inner_preambular(good, *i, paragraph)
    };
    let preambular: Vec<Range<usize>> = paragraphs(good)
        .filter(fits)
        .filter(|(i, _)| {
            // One that is known by its words.
            let words = good.draft.running(good.text, *i).text;
            let openings = good.language.reading.preambular_openings;
            openings.iter().any(|word| words.to_lowercase().starts_with(&word.to_lowercase()))
        })
        .map(|(_, p)| p.range.clone())
        .collect();
    let operative: Vec<usize> = paragraphs(good)
        .filter(|(i, p)| {
            inner_operative(good, *i, p)
                && matches!(good.draft.passages_of(*i), [passage] if passage.ending == TextEnding::Semicolon)
        })
        .map(|(_, p)| p.range.end)
        .collect();
    let (from, to) = (chance.one(&preambular)?.clone(), *chance.one(&operative)?);
    let to = to + good.text.get(to..)?.find('\n')?;
    let words = good.text.get(from).filter(|_| good.draft.layout == Layout::Clean)?;
    Some(vec![Edit { range: to..to, text: format!("\n\n{words}") }])
}

fn organ_line(good: &Good<'_>, _: &mut Chance) -> Option<Vec<Edit>> {
    let line = good.draft.elements.iter().find(|element| element.kind == ElementKind::OrganLine)?;
    let (_, first) = paragraphs(good).next()?;
    let comma = good.text.get(line.range.clone())?.rfind(good.language.marks.comma)? + line.range.start;
    (first.kind == ParagraphKind::Preambular).then(|| without(comma..comma + good.language.marks.comma.len()))
}

fn glued(good: &Good<'_>, chance: &mut Chance, mark: &str) -> Option<Vec<Edit>> {
    let openings = good.language.reading;
    let all: Vec<Edit> = paragraphs(good)
        .filter(|(i, paragraph)| inner_operative(good, *i, paragraph) && good.draft.layout == Layout::Clean)
        .filter_map(|(i, paragraph)| {
            let label = paragraph.label.as_ref()?;
            let number = label.text.strip_suffix('.')?;
            // The number that is due.
            let before =
                paragraphs(good).filter(|(at, other)| *at < i && other.kind == ParagraphKind::Operative).last();
            let before = before.and_then(|(_, before)| before.label.as_ref()).map_or("0", |label| label.text.as_str());
            let due = before.trim_end_matches('.').parse::<u32>().ok()? + 1 == number.parse::<u32>().ok()?;
            if !due {
                return None;
            }
            let words = good.text.get(label.range.end..)?;
            let space = words.len() - words.trim_start().len();
            // One that is known by its words.
            let said = good.draft.running(good.text, i).text.to_lowercase();
            let known = openings.operative_openings.iter().any(|word| said.starts_with(&word.to_lowercase()));
            let parted = !good.language.spacing.joint.is_empty();
            (known && parted && words.trim_start().starts_with(char::is_alphabetic))
                .then(|| Edit { range: label.range.start..label.range.end + space, text: format!("{number}{mark}") })
        })
        .collect();
    chance.one(&all).cloned().map(|edit| vec![edit])
}

fn other_script(good: &Good<'_>, chance: &mut Chance) -> Option<Vec<Edit>> {
    let all: Vec<Edit> = paragraphs(good)
        .filter(|(_, paragraph)| items(good, paragraph.parent).count() > 1)
        .filter_map(|(_, paragraph)| {
            let label = paragraph.label.as_ref().filter(|label| matches!(label.value, LabelValue::Letter(_)))?;
            let written = good.text.get(label.range.clone()).filter(|written| written.is_ascii())?;
            let at = written.find(|c: char| c.is_ascii_alphabetic())?;
            let letter = written.get(at..)?.chars().next()?;
            let alike = good.language.reading.letters.iter().find(|alike| alike.starts_with(letter))?;
            let other = alike.chars().nth(1)?;
            let start = label.range.start + at;
            Some(Edit { range: start..start + 1, text: other.to_string() })
        })
        .collect();
    chance.one(&all).cloned().map(|edit| vec![edit])
}

fn other_mark(good: &Good<'_>, chance: &mut Chance) -> Option<Vec<Edit>> {
    let marks = good.language.marks;
    let all: Vec<usize> = paragraphs(good).map(|(i, _)| i).collect();
    let flow = good.draft.running(good.text, *chance.one(&all)?);
    let comma = marks.comma;
    let places = flow.text.match_indices(comma).filter(|(at, _)| {
        let before = flow.text.get(..*at).and_then(|before| before.chars().next_back());
        let after = flow.text.get(at + comma.len()..).and_then(|after| after.chars().next());
        before.is_some_and(marks.own_letter) && !after.is_some_and(|c| c.is_ascii_alphanumeric())
    });
    let places: Vec<usize> = places.map(|(at, _)| at).collect();
    let at = *chance.one(&places)?;
    let (other, _) = marks.taken.iter().find(|(_, right)| comma.starts_with(*right))?;
    Some(vec![Edit { range: flow.source(at..at + comma.len()), text: other.to_string() }])
}

fn bracketed(good: &Good<'_>, chance: &mut Chance) -> Option<Vec<Edit>> {
    if !good.draft.elements.iter().any(|e| matches!(e.kind, ElementKind::Adoption | ElementKind::Closing)) {
        return None;
    }
    let all: Vec<usize> = paragraphs(good).map(|(i, _)| i).collect();
    let flow = good.draft.running(good.text, *chance.one(&all)?);
    // The second word, which stands in no quotation yet.
    let mut words = flow.text.match_indices(' ').map(|(at, _)| at);
    let (from, to) = match (words.next(), words.next()) {
        (Some(from), Some(to)) => (from + 1, to),
        _ => (flow.text.char_indices().nth(2)?.0, flow.text.char_indices().nth(4)?.0),
    };
    let quoted = flow.text.get(..to)?.contains(['“', '”', '«', '《', '"', '[']);
    let place = flow.source(from..to);
    (!quoted).then(|| {
        vec![
            Edit { range: place.start..place.start, text: "[".to_owned() },
            Edit { range: place.end..place.end, text: "]".to_owned() },
        ]
    })
}

/// Working labels before all preambular paragraphs, the second of which goes on by `step`.
fn working_labels(good: &Good<'_>, _: &mut Chance, step: usize) -> Option<Vec<Edit>> {
    let preambular = paragraphs(good).filter(|(_, p)| p.kind == ParagraphKind::Preambular && p.label.is_none());
    let starts: Vec<usize> = preambular.map(|(_, p)| p.range.start).collect();
    if starts.len() < 2 || good.draft.layout == Layout::Page {
        return None;
    }
    let number = |i: usize| if i == 0 { 1 } else { i + step };
    Some(starts.iter().enumerate().map(|(i, at)| Edit { range: *at..*at, text: format!("PP{} ", number(i)) }).collect())
}

/// Sections before the first and the last operative paragraph.
fn sections(good: &Good<'_>, _: &mut Chance, second: &str) -> Option<Vec<Edit>> {
    if good.draft.elements.iter().any(|element| matches!(element.kind, ElementKind::Section | ElementKind::Part)) {
        return None;
    }
    let operative = paragraphs(good).filter(|(_, p)| p.kind == ParagraphKind::Operative && p.label.is_some());
    let starts: Vec<usize> = operative.map(|(_, p)| p.range.start).collect();
    let (first, last) = (*starts.first()?, *starts.last()?);
    (first < last && good.draft.layout == Layout::Clean).then(|| {
        vec![
            Edit { range: first..first, text: "I\n\n".to_owned() },
            Edit { range: last..last, text: format!("{second}\n\n") },
        ]
    })
}

/// A list that is announced with one item more than it has.
fn announced(good: &Good<'_>, chance: &mut Chance, in_words: bool) -> Option<Vec<Edit>> {
    let range = place(good, chance, chapeau, TextEnding::Colon)?;
    let parent = good.draft.paragraphs.iter().position(|p| p.range.contains(&range.start))?;
    let level = next(good, parent)?.level;
    let under = good.draft.paragraphs.iter().skip(parent + 1).take_while(|p| p.kind == ParagraphKind::Sub);
    let values: Vec<LabelValue> =
        under.filter(|p| p.level == level).filter_map(|p| Some(p.label.as_ref()?.value)).collect();
    let in_order = values
        .iter()
        .enumerate()
        .all(|(i, value)| matches!(value, LabelValue::Letter(n) | LabelValue::Roman(n) if *n as usize == i + 1));
    let count = values.len() + 1;
    let word = good.language.counting.numbers.iter().find(|(_, number)| *number == count);
    let number = if in_words { word?.0.to_owned() } else { count.to_string() };
    let phrase = match good.language.code {
        "ar" => format!("، أي النقاط ال{number} التالية")
            .replace("الال", "ال")
            .replace(&format!("ال{count} "), &format!("{count} ")),
        "en" => format!(", that is, the following {number} things"),
        "es" => format!(", es decir, las {number} cosas siguientes"),
        "fr" => format!(", à savoir les {number} choses suivantes"),
        "ru" => format!(", то есть следующие {number} дела"),
        _ => format!("，即以下{number}项"),
    };
    let good_place = in_order && good.draft.layout == Layout::Clean;
    good_place.then(|| vec![Edit { range: range.start..range.start, text: phrase }])
}

//! Numbers out of their order, notes that nothing calls, symbols and dates that are wrong.

use rapporteur::draft::{Edit, LabelValue, Paragraph, ParagraphKind};

use super::{Chance, Good, Plant};

pub const PLANTS: &[Plant] = &[
    Plant { rule: "operative-numbering", kind: "a number left out", make: skipped, anywhere: true },
    Plant { rule: "operative-numbering", kind: "a number twice", make: twice, anywhere: true },
    Plant { rule: "subparagraph-numbering", kind: "a label left out", make: label_skipped, anywhere: true },
    Plant { rule: "subparagraph-numbering", kind: "a label twice", make: label_twice, anywhere: true },
    Plant { rule: "footnote-order", kind: "two markers exchanged", make: exchanged, anywhere: true },
    Plant { rule: "footnote-unused", kind: "a marker that was taken out", make: uncalled, anywhere: true },
    Plant { rule: "symbol-malformed", kind: "a space inside", make: spaced, anywhere: false },
    Plant { rule: "symbol-malformed", kind: "a backslash", make: backslash, anywhere: false },
    Plant { rule: "citation-date", kind: "ten years before", make: earlier, anywhere: false },
];

/// A numbered operative paragraph in the middle of its run: those before and after it are there.
fn inner<'a>(good: &Good<'a>, chance: &mut Chance) -> Option<&'a Paragraph> {
    let operative: Vec<&Paragraph> =
        good.draft.paragraphs.iter().filter(|paragraph| paragraph.kind == ParagraphKind::Operative).collect();
    let number = |paragraph: &Paragraph| match paragraph.label.as_ref()?.value {
        LabelValue::Number { number, insertion: 0 } => Some((paragraph.run, number)),
        _ => None,
    };
    let follows = |a: &Paragraph, b: &Paragraph| {
        number(a).zip(number(b)).is_some_and(|((run, a), (other, b))| run == other && a + 1 == b)
    };
    let middle: Vec<&Paragraph> = operative
        .windows(4)
        .filter(|four| four.windows(2).all(|two| follows(two[0], two[1])))
        .map(|four| four[1])
        .collect();
    chance.one(&middle).copied()
}

fn digits(good: &Good<'_>, range: std::ops::Range<usize>) -> Option<(std::ops::Range<usize>, u32)> {
    let text = good.text.get(range.clone())?;
    let start = text.find(|c: char| c.is_ascii_digit())?;
    let len = text[start..].find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len() - start);
    let at = range.start + start;
    Some((at..at + len, text[start..start + len].parse().ok()?))
}

/// The number of one paragraph becomes another, that of all after it stays.
fn renumbered(good: &Good<'_>, chance: &mut Chance, by: i64) -> Option<Vec<Edit>> {
    let label = inner(good, chance)?.label.as_ref()?.range.clone();
    let (range, number) = digits(good, label)?;
    Some(vec![Edit { range, text: u32::try_from(i64::from(number) + by).ok()?.to_string() }])
}

fn skipped(good: &Good<'_>, chance: &mut Chance) -> Option<Vec<Edit>> {
    renumbered(good, chance, 1)
}

fn twice(good: &Good<'_>, chance: &mut Chance) -> Option<Vec<Edit>> {
    renumbered(good, chance, -1)
}

/// A subparagraph takes the label of the one that is `by` places from it in its list.
fn relabelled(good: &Good<'_>, chance: &mut Chance, by: usize) -> Option<Vec<Edit>> {
    let all = &good.draft.paragraphs;
    let letter = |paragraph: &Paragraph| match paragraph.label.as_ref()?.value {
        LabelValue::Letter(letter) => Some(letter),
        _ => None,
    };
    let triples: Vec<usize> = (0..all.len().saturating_sub(2))
        .filter(|&i| {
            let three = [&all[i], &all[i + 1], &all[i + 2]];
            three.iter().all(|item| item.level == 1 && item.parent == all[i].parent)
                && letter(three[0]).is_some_and(|a| letter(three[1]) == Some(a + 1) && letter(three[2]) == Some(a + 2))
        })
        .collect();
    let i = *chance.one(&triples)?;
    let text = good.text.get(all[i + by].label.as_ref()?.range.clone())?.to_owned();
    Some(vec![Edit { range: all[i + 1].label.as_ref()?.range.clone(), text }])
}

fn label_skipped(good: &Good<'_>, chance: &mut Chance) -> Option<Vec<Edit>> {
    relabelled(good, chance, 2)
}

fn label_twice(good: &Good<'_>, chance: &mut Chance) -> Option<Vec<Edit>> {
    relabelled(good, chance, 0)
}

/// The places in which notes are called that are called once.
fn called_once<'a>(good: &Good<'a>) -> Vec<&'a rapporteur::draft::Marker> {
    let markers = &good.draft.markers;
    let times = |label: &str| markers.iter().filter(|marker| marker.label == label).count();
    let superscript = |marker: &&rapporteur::draft::Marker| {
        good.text.get(marker.range.clone()).is_some_and(|text| !text.starts_with(|c: char| c.is_ascii_digit()))
    };
    markers.iter().filter(|marker| times(&marker.label) == 1).filter(superscript).collect()
}

fn exchanged(good: &Good<'_>, chance: &mut Chance) -> Option<Vec<Edit>> {
    let mut once = called_once(good);
    // The mark of a note that is not there is told as that, and says nothing of the order.
    once.retain(|marker| good.draft.notes.iter().any(|note| note.label == marker.label));
    let pairs: Vec<_> = once.windows(2).collect();
    let pair = chance.one(&pairs)?;
    let text = |i: usize| good.text.get(pair[i].range.clone()).map(str::to_owned);
    Some(vec![
        Edit { range: pair[0].range.clone(), text: text(1)? },
        Edit { range: pair[1].range.clone(), text: text(0)? },
    ])
}

fn uncalled(good: &Good<'_>, chance: &mut Chance) -> Option<Vec<Edit>> {
    let mut once = called_once(good);
    once.retain(|marker| good.draft.notes.iter().any(|note| note.label == marker.label));
    Some(vec![Edit { range: chance.one(&once)?.range.clone(), text: String::new() }])
}

/// A document symbol with two slashes at least, at one of which something happens.
fn symbol(good: &Good<'_>, chance: &mut Chance, written: &str) -> Option<Vec<Edit>> {
    let slashes: Vec<usize> = good
        .draft
        .citations
        .iter()
        .filter(|citation| !citation.in_masthead)
        .filter_map(|citation| Some((citation.range.start, good.text.get(citation.range.clone())?)))
        .filter(|(_, text)| text.starts_with("A/") && text.matches('/').count() > 1 && !text.contains([' ', '\n']))
        .filter_map(|(at, text)| Some(at + text.rfind('/')?))
        .collect();
    let at = *chance.one(&slashes)?;
    Some(vec![Edit { range: at..at + 1, text: written.to_owned() }])
}

fn spaced(good: &Good<'_>, chance: &mut Chance) -> Option<Vec<Edit>> {
    symbol(good, chance, "/ ")
}

fn backslash(good: &Good<'_>, chance: &mut Chance) -> Option<Vec<Edit>> {
    symbol(good, chance, "\\")
}

/// A resolution of the Assembly gets the day ten years before its own.
fn earlier(good: &Good<'_>, chance: &mut Chance) -> Option<Vec<Edit>> {
    let dated: Vec<_> = good
        .draft
        .citations
        .iter()
        .filter(|citation| !citation.in_masthead && citation.symbol.is_resolution())
        .filter(|citation| citation.symbol.to_string().starts_with("A/RES/"))
        .filter_map(|citation| {
            let range = citation.date.as_ref()?.1.clone();
            let text = good.text.get(range.clone())?;
            let at = text
                .match_indices("20")
                .find(|(at, _)| text.get(*at..at + 4).is_some_and(|year| year.bytes().all(|b| b.is_ascii_digit())))?;
            let at = range.start + at.0;
            let year: u32 = good.text.get(at..at + 4)?.parse().ok()?;
            Some(Edit { range: at..at + 4, text: (year - 10).to_string() })
        })
        .collect();
    chance.one(&dated).map(|edit| vec![edit.clone()])
}

//! One change of a text, with what it should be after it was renumbered.

use std::collections::HashMap;
use std::ops::Range;

use rapporteur::draft::{LabelValue, ParagraphKind};

use super::truth::{Score, Text, Token, inner, one_side, plain};

/// What is done to a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    Delete,
    /// A new paragraph with the number of the one that it is put before.
    InsertWithTheNextNumber,
    /// One with the number of another paragraph, as when it was copied from there.
    InsertWithAnothersNumber,
    /// One with a number that no other has.
    InsertWithAFreeNumber,
    /// One that has no number yet.
    InsertWithoutANumber,
    Move,
    DeleteSub,
    InsertSub,
    MoveSub,
}

pub const KINDS: [What; 9] = [
    What::Delete,
    What::InsertWithTheNextNumber,
    What::InsertWithAnothersNumber,
    What::InsertWithAFreeNumber,
    What::InsertWithoutANumber,
    What::Move,
    What::DeleteSub,
    What::InsertSub,
    What::MoveSub,
];

/// A sentence to put in, by language.
const SENTENCES: [(&str, &str); 6] = [
    ("en", "Requests the keepers to trim the lamps;"),
    ("fr", "Prie les gardiens de moucher les lampes ;"),
    ("es", "Solicita a los guardianes que limpien las lámparas;"),
    ("ru", "просит смотрителей чистить лампы;"),
    ("ar", "تطلب إلى الحراس تنظيف المصابيح؛"),
    ("zh", "请看守人擦拭灯具；"),
];

/// A piece of the changed text.
#[derive(Debug, Clone)]
enum Piece {
    Old(Range<usize>),
    Words(String),
    /// The label of what was put in, as written, beside the paragraph whose run or list it is of.
    NewLabel(String, usize),
}

/// A change of a text.
pub struct Change<'a> {
    known: &'a Text<'a>,
    pieces: Vec<Piece>,
    /// The paragraph whose label stands twice side by side: nobody can know which of the two is meant.
    doubled: Option<usize>,
}

/// Small numbers that look thrown, the same every time.
struct Dice(u64);

impl Dice {
    fn throw(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % sides.max(1)
    }
}

impl<'a> Change<'a> {
    /// A change of some paragraph; `None` if the text has none that it can be made of.
    pub fn of(known: &'a Text<'a>, what: What, seed: u64) -> Option<Change<'a>> {
        let mut dice = Dice(seed | 1);
        (0..8).for_each(|_| _ = dice.throw(2));
        let subs = matches!(what, What::DeleteSub | What::InsertSub | What::MoveSub);
        let group = Change::group(known, subs, &mut dice)?;
        let at = dice.throw(group.len());
        let chosen = group[at];
        let block = known.block(chosen);
        let whole = known.text.len();
        let mut doubled = None;
        let pieces = match what {
            What::Delete | What::DeleteSub => vec![Piece::Old(0..block.start), Piece::Old(block.end..whole)],
            What::Move | What::MoveSub => {
                let other = group[(at + 1 + dice.throw(group.len() - 1)) % group.len()];
                let to = known.block(other).start;
                if to < block.start {
                    vec![
                        Piece::Old(0..to),
                        Piece::Old(block.clone()),
                        Piece::Old(to..block.start),
                        Piece::Old(block.end..whole),
                    ]
                } else {
                    vec![
                        Piece::Old(0..block.start),
                        Piece::Old(block.end..to),
                        Piece::Old(block.clone()),
                        Piece::Old(to..whole),
                    ]
                }
            }
            _ => {
                let far = |at: usize, other: usize| at.abs_diff(other) > 1;
                let label = match what {
                    What::InsertWithAnothersNumber => {
                        let others: Vec<usize> =
                            (0..group.len()).filter(|other| far(at, *other) && far(at, *other + 1)).collect();
                        let other = *others.get(dice.throw(others.len()))?;
                        Change::label_of(known, group[other])
                    }
                    What::InsertWithoutANumber => String::new(),
                    What::InsertWithAFreeNumber => (group.len() + 3 + dice.throw(40)).to_string(),
                    _ => {
                        doubled = Some(chosen);
                        Change::label_of(known, chosen)
                    }
                };
                let own = known.draft.paragraphs[chosen].label.as_ref()?.range.clone();
                let counts = inner(known.text, &own);
                let sentence = SENTENCES.iter().find(|(code, _)| *code == known.language.code)?.1;
                if what == What::InsertWithoutANumber {
                    // Before the first number nothing says that there should be one.
                    at.checked_sub(1)?;
                    let words = Piece::Words(format!("{sentence}\n\n"));
                    let label = Piece::NewLabel(label, chosen);
                    return Some(Change {
                        known,
                        pieces: vec![Piece::Old(0..block.start), label, words, Piece::Old(block.start..whole)],
                        doubled,
                    });
                }
                vec![
                    Piece::Old(0..block.start),
                    Piece::Words(known.text[own.start..counts.start].to_owned()),
                    Piece::NewLabel(label, chosen),
                    Piece::Words(format!("{} {sentence}\n\n", &known.text[counts.end..own.end])),
                    Piece::Old(block.start..whole),
                ]
            }
        };
        Some(Change { known, pieces, doubled })
    }

    /// The paragraphs of some run, or of some list: more than two.
    fn group(known: &Text, subs: bool, dice: &mut Dice) -> Option<Vec<usize>> {
        let mut groups: Vec<(u64, Vec<usize>)> = Vec::new();
        for (index, paragraph) in known.draft.paragraphs.iter().enumerate() {
            let of = match paragraph.kind {
                ParagraphKind::Operative if !subs && paragraph.label.is_some() => u64::from(paragraph.run),
                ParagraphKind::Sub if subs => match known.lists[index] {
                    Some(list) => list as u64,
                    None => continue,
                },
                _ => continue,
            };
            match groups.iter_mut().find(|(group, _)| *group == of) {
                Some((_, group)) => group.push(index),
                None => groups.push((of, vec![index])),
            }
        }
        groups.retain(|(_, group)| group.len() > 2);
        let which = dice.throw(groups.len());
        (which < groups.len()).then(|| groups.swap_remove(which).1)
    }

    fn label_of(known: &Text, index: usize) -> String {
        let label = known.draft.paragraphs[index].label.as_ref().unwrap();
        known.text[inner(known.text, &label.range)].to_owned()
    }

    /// The changed text.
    pub fn text(&self) -> String {
        let piece = |piece: &Piece| match piece {
            Piece::Old(range) => self.known.text[range.clone()].to_owned(),
            Piece::Words(words) => words.clone(),
            Piece::NewLabel(label, _) => label.clone(),
        };
        self.pieces.iter().map(piece).collect()
    }

    /// The text cut at its tokens: words, and after them the token as it stands and as it should be.
    fn expected(&self) -> Vec<(String, Option<Expected>)> {
        let cut = self.cut();
        let labels = self.labels(&cut);
        let notes = self.notes(&cut);
        let mut out = Vec::new();
        for (words, cut) in self.with_notes_in_order(cut, &notes) {
            let expected = cut.map(|cut| {
                let (kind, should) = match &cut {
                    Cut::New(_, beside) => (super::truth::Kind::Label, labels.get(&Err(*beside)).cloned()),
                    Cut::Old(range, token) => {
                        let should = match token {
                            Token::Operative(index) | Token::Sub(index) => labels.get(&Ok(*index)).cloned(),
                            // What is gone or stands twice is left.
                            Token::ToOperative(index) | Token::ToSub(index) => {
                                let label = labels.get(&Ok(*index)).filter(|_| self.doubled != Some(*index));
                                label.map(|label| self.like(label, &self.known.text[range.clone()]))
                            }
                            Token::Marker(label) | Token::Note(label) => {
                                let number = notes.get(label).map(|number| number.to_string());
                                number.map(|number| superscript_like(&number, &self.known.text[range.clone()]))
                            }
                        };
                        (token.kind(), should)
                    }
                };
                let was = match &cut {
                    Cut::New(label, _) => label.clone(),
                    Cut::Old(range, _) => self.known.text[range.clone()].to_owned(),
                };
                Expected { kind, should: should.unwrap_or_else(|| was.clone()), was }
            });
            out.push((words, expected));
        }
        out
    }

    /// A reference has digits where the label has them, whatever else stands around.
    fn like(&self, label: &str, written: &str) -> String {
        let digits = written.chars().take_while(char::is_ascii_digit).count();
        if digits > 0 { format!("{label}{}", &written[digits..]) } else { label.to_owned() }
    }

    /// The pieces cut at their tokens.
    fn cut(&self) -> Vec<(String, Option<Cut>)> {
        let mut out = Vec::new();
        let mut words = String::new();
        for piece in &self.pieces {
            match piece {
                Piece::Words(more) => words += more,
                Piece::NewLabel(label, beside) => {
                    out.push((std::mem::take(&mut words), Some(Cut::New(label.clone(), *beside))));
                }
                Piece::Old(range) => {
                    let mut at = range.start;
                    for (token, what) in &self.known.tokens {
                        if token.start >= at && token.end <= range.end {
                            words += &self.known.text[at..token.start];
                            out.push((std::mem::take(&mut words), Some(Cut::Old(token.clone(), what.clone()))));
                            at = token.end;
                        }
                    }
                    words += &self.known.text[at..range.end];
                }
            }
        }
        out.push((words, None));
        out
    }

    /// The label that each paragraph should have, by its index, and the one that was put in, by the one it stands beside.
    fn labels(&self, cut: &[(String, Option<Cut>)]) -> HashMap<Result<usize, usize>, String> {
        let mut counts: HashMap<(bool, u64), u32> = HashMap::new();
        let mut labels = HashMap::new();
        for cut in cut.iter().filter_map(|(_, cut)| cut.as_ref()) {
            let (key, index) = match cut {
                Cut::New(_, beside) => (Err(*beside), *beside),
                Cut::Old(_, Token::Operative(index) | Token::Sub(index)) => (Ok(*index), *index),
                Cut::Old(..) => continue,
            };
            let paragraph = &self.known.draft.paragraphs[index];
            let run = match self.known.lists[index] {
                Some(list) => (true, list as u64),
                None => (false, u64::from(paragraph.run)),
            };
            let first = match (run.0, self.first_number(paragraph.run)) {
                (false, first) => first,
                (true, _) => 1,
            };
            let place = counts.entry(run).and_modify(|count| *count += 1).or_insert(first);
            let written = Change::label_of(self.known, index);
            let label = paragraph.label.as_ref().unwrap();
            let mut new = self.write(&written, label.value, *place);
            // What has no number yet gets a whole label.
            if matches!(cut, Cut::New(label, _) if label.is_empty()) {
                let text = self.known.text;
                let counts = inner(text, &label.range);
                let space = text[label.range.end..].split(|c: char| !c.is_whitespace()).next().unwrap_or_default();
                new =
                    [&text[label.range.start..counts.start], &new, &text[counts.end..label.range.end], space].concat();
            }
            labels.insert(key, new);
        }
        labels
    }

    /// With which number a run begins.
    fn first_number(&self, run: u32) -> u32 {
        let operative = |p: &&rapporteur::draft::Paragraph| p.kind == ParagraphKind::Operative && p.run == run;
        let numbers =
            self.known.draft.paragraphs.iter().filter(operative).filter_map(|p| match p.label.as_ref()?.value {
                LabelValue::Number { number, .. } => Some(number),
                _ => None,
            });
        numbers.min().unwrap_or(1)
    }

    fn write(&self, like: &str, value: LabelValue, place: u32) -> String {
        const ONES: [&str; 10] = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"];
        match value {
            LabelValue::Number { .. } => place.to_string(),
            LabelValue::Letter(_) => {
                let letters = self.known.language.reading.letters;
                let at = place as usize - 1;
                let letter = letters[at % letters.len()].chars().next().unwrap().to_string();
                letter.repeat(at / letters.len() + 1)
            }
            LabelValue::Roman(_) if like.starts_with(|c: char| c.is_ascii_digit()) => place.to_string(),
            LabelValue::Roman(_) if like.starts_with(['㈠', '㈡', '㈢', '㈣', '㈤', '㈥', '㈦', '㈧', '㈨', '㈩']) => {
                if place > 10 {
                    "(十)".replace('十', &chinese(place))
                } else {
                    circled(place)
                }
            }
            LabelValue::Roman(_) if like.starts_with(['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']) => {
                chinese(place)
            }
            LabelValue::Roman(_) => ["", "x", "xx", "xxx"][place as usize / 10].to_owned() + ONES[place as usize % 10],
        }
    }

    /// The number that each note should have, by the one that it had: first as they are called, then the others.
    fn notes(&self, cut: &[(String, Option<Cut>)]) -> HashMap<String, u32> {
        let tokens =
            || cut.iter().filter_map(|(_, cut)| if let Some(Cut::Old(_, token)) = cut { Some(token) } else { None });
        let called = tokens().filter_map(|token| if let Token::Marker(label) = token { Some(label) } else { None });
        let noted = tokens().filter_map(|token| if let Token::Note(label) = token { Some(label) } else { None });
        // A part that is issued by itself goes on from the part before.
        let first = self.known.draft.notes.iter().filter_map(|note| note.label.parse::<u32>().ok()).min().unwrap_or(1);
        let mut numbers = HashMap::new();
        for label in called.chain(noted) {
            let next = numbers.len() as u32 + first;
            numbers.entry(label.clone()).or_insert(next);
        }
        numbers
    }

    /// The cut text with the notes at its end in the order of their numbers. Between notes there is nothing but line ends.
    fn with_notes_in_order(
        &self,
        cut: Vec<(String, Option<Cut>)>,
        notes: &HashMap<String, u32>,
    ) -> Vec<(String, Option<Cut>)> {
        let is_note = |cut: &Option<Cut>| matches!(cut, Some(Cut::Old(_, Token::Note(_))));
        let Some(first) = cut.iter().position(|(_, cut)| is_note(cut)) else { return cut };
        let mut cut = cut;
        // Each note: its token, what other tokens stand in it, and the words after each, up to the line end.
        let tail = cut.split_off(first);
        let before = tail[0].0.clone();
        let mut texts: Vec<Noted> = Vec::new();
        for (i, (_, token)) in tail.iter().enumerate() {
            let Some(token) = token else { break };
            let after = tail.get(i + 1).map(|(words, _)| words.clone()).unwrap_or_default();
            let number = if let Cut::Old(_, Token::Note(label)) = token { notes.get(label).copied() } else { None };
            let piece = (Some(token.clone()), after);
            match (number, texts.last_mut()) {
                (Some(number), _) => texts.push(Noted { number, pieces: vec![piece], space: String::new() }),
                (None, Some(last)) => last.pieces.push(piece),
                (None, None) => {}
            }
        }
        // The space between two notes stays where it is.
        for note in &mut texts {
            if let Some((_, words)) = note.pieces.last_mut() {
                let kept = words.trim_end_matches(|c: char| c.is_whitespace() || c == '\u{200e}').len();
                note.space = words.split_off(kept);
            }
        }
        let spaces: Vec<String> = texts.iter().map(|note| note.space.clone()).collect();
        texts.sort_by_key(|note| note.number);
        let mut words = before;
        for (note, space) in texts.into_iter().zip(spaces) {
            for (token, after) in note.pieces {
                cut.push((std::mem::take(&mut words), token));
                words = after;
            }
            words += &space;
        }
        cut.push((words, None));
        cut
    }

    /// Holds a renumbered text against what it should be. On which side a paragraph stands is held against where it does
    /// stand, by [`super::truth::sides`].
    pub fn score(&self, after: &str) -> Score {
        let mut expected = self.expected();
        expected.iter_mut().for_each(|(words, _)| *words = one_side(words, self.known.language));
        let after = one_side(after, self.known.language);
        let mut score = Score { texts: 1, ..Score::default() };
        let mut rest = after.as_str();
        let mut lost = false;
        for (i, (words, token)) in expected.iter().enumerate() {
            lost = lost || !rest.starts_with(words.as_str());
            if lost && score.first_wrong.is_empty() {
                score.words = 1;
                score.first_wrong = format!("{:?} for {:?}", shorten(rest), shorten(words));
            }
            rest = if lost { rest } else { &rest[words.len()..] };
            let Some(token) = token else { continue };
            let kind = token.kind as usize;
            let wanted = plain(&token.was) != plain(&token.should);
            score.wanted[kind] += u32::from(wanted);
            if lost {
                continue;
            }
            let next = expected.get(i + 1).map_or("", |(words, _)| words.as_str());
            let end = |written: &str| rest.starts_with(written) && rest[written.len()..].starts_with(next);
            let lengths = || rest.char_indices().map(|(at, _)| at).chain([rest.len()]).take(12);
            let found = [token.should.as_str(), token.was.as_str()].into_iter().find(|written| end(written));
            let found = found.or_else(|| lengths().map(|at| &rest[..at]).find(|written| end(written)));
            let Some(found) = found else {
                lost = true;
                continue;
            };
            let right = plain(found) == plain(&token.should);
            score.right[kind] += u32::from(wanted && right);
            score.spoilt += u32::from(!wanted && !right);
            if !right && score.first_wrong.is_empty() {
                let context: String = words.chars().rev().take(20).collect::<Vec<_>>().into_iter().rev().collect();
                score.first_wrong = format!(
                    "{:?} after {context:?}: {found}, was {}, should be {}",
                    token.kind, token.was, token.should
                );
            }
            rest = &rest[found.len()..];
        }
        score.exact = u32::from(score.is_right());
        score
    }
}

/// A Chinese number up to 19.
fn chinese(number: u32) -> String {
    let digit = |n: u32| "一二三四五六七八九十".chars().nth(n as usize - 1).unwrap().to_string();
    if number <= 10 { digit(number) } else { format!("十{}", digit(number - 10)) }
}

fn circled(number: u32) -> String {
    char::from_u32('㈠' as u32 + number - 1).unwrap().to_string()
}

fn shorten(text: &str) -> String {
    text.chars().take(40).collect()
}

fn superscript_like(number: &str, like: &str) -> String {
    if like.starts_with(|c: char| c.is_ascii_digit()) {
        return number.to_owned();
    }
    number.chars().map(|c| "⁰¹²³⁴⁵⁶⁷⁸⁹".chars().nth(c as usize - '0' as usize).unwrap()).collect()
}

/// A token of the changed text.
#[derive(Debug, Clone)]
enum Cut {
    Old(Range<usize>, Token),
    /// The label of what was put in, and the paragraph that it stands beside.
    New(String, usize),
}

/// A note with the number that it should have: its tokens, each with the words after it, and the space behind.
struct Noted {
    number: u32,
    pieces: Vec<(Option<Cut>, String)>,
    space: String,
}

struct Expected {
    kind: super::truth::Kind,
    was: String,
    should: String,
}

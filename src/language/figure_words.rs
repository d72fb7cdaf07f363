//! Numbers, per cent and times of day in running text, as a language words them.

mod arabic;
mod chinese;
mod english;
mod french;
mod russian;
mod spanish;

pub(super) use arabic::ARABIC;
pub(super) use chinese::CHINESE;
pub(super) use english::ENGLISH;
pub(super) use french::FRENCH;
pub(super) use russian::RUSSIAN;
pub(super) use spanish::SPANISH;

/// Numbers, per cent and times of day in running text, as a language words them. Dates are in
/// [`CitationGrammar`](super::CitationGrammar), the words for per cent in [`NumeralStyle`](super::NumeralStyle).
///
/// Words are in small letters, in composed form; in the text the first letter, or all ASCII letters, may be capitals.
#[derive(Debug)]
pub struct FigureWords {
    /// Number words, cardinal and ordinal, and words that hold a number.
    pub numbers: &'static [NumberForms],
    /// What stands between the words of one number: `-`, ` and `.
    pub joints: &'static [&'static str],
    /// What may be written onto the beginning of a number word: the Arabic article, "and".
    pub prefixes: &'static [&'static str],
    /// Units stand before tens, and hundreds last: `السابعة والسبعون`.
    pub units_first: bool,
    /// Words for tens behind which ten to nineteen may follow: French 60 and 80.
    pub teens_after: &'static [u32],
    /// Units may follow ten: `décimo séptimo`.
    pub units_after_ten: bool,
    /// What is written onto digits and makes an ordinal or a plural of them: `st`, `s`.
    pub digit_endings: &'static [&'static str],
    /// Words between the members of a list or a range of numbers or dates: "and", "to".
    pub joining: &'static [&'static str],
    /// Words that may stand beside these: "from", "the".
    pub beside: &'static [&'static str],
    /// The halves of the day, morning first, and whether they stand before the hour.
    pub half_days: ([&'static [&'static str]; 2], bool),
    /// What stands behind the hour of a time of day, spaces included: ` h`, `时`. A longer one first.
    pub hours: &'static [&'static str],
    /// What may stand behind the minutes of a time of day, spaces included: `分`.
    pub minutes: &'static [&'static str],
    /// Twelve o'clock.
    pub noon: &'static [&'static str],
    /// The words before the number of a volume, and what stands behind it.
    pub volumes: (&'static [&'static str], &'static str),
    /// Names in which digits or number words say nothing.
    pub names: &'static [&'static str],
    /// The parts of a number are joined by hyphens where others have points: `16-4-1`.
    pub hyphens_for_points: bool,
    /// Groups of digits may stand in reverse, because a converter has taken them for words of a line that runs from the
    /// right: `700 364 66` for 66,364,700.
    pub groups_in_reverse: bool,
    /// What may stand between digits and the numeral that multiplies them, and says that it is more: `多`.
    pub about: &'static [&'static str],
    /// Decades are counted within a century: what stands behind the century's number, and behind the decade's.
    pub decade_of_century: Option<(&'static str, &'static str)>,
    /// Names of months in other forms than they have in a date, in small letters, each with the month's number.
    pub month_forms: &'static [(&'static str, u8)],
    /// What stands behind the number of a part of an article, where other languages refer to a paragraph.
    pub subdivisions: &'static [&'static str],
    /// What stands before a number that is an ordinal: `第`. Empty where words have forms for it.
    pub ordinal_sign: &'static str,
}

/// Number words that are inflected alike.
#[derive(Debug)]
pub struct NumberForms {
    /// What they are.
    pub kind: NumberWordKind,
    /// The words without their endings, each with its number.
    pub stems: &'static [(&'static str, u32)],
    /// The endings; behind one with a `*` the word may go on.
    pub endings: &'static [&'static str],
}

/// What a number word does in a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NumberWordKind {
    /// It is worth its number, alone or as a part of a larger one: "seven", "seventh", "seventy".
    Number,
    /// The same, but it says nothing where it stands alone, being the article as well: "un".
    Article,
    /// A hundred, of what stands before it, or of one.
    Hundred,
    /// A power of ten, by its exponent, of what stands before it, or of one: "million".
    Power,
    /// The same, which says nothing where it stands alone: "millions".
    Powers,
    /// It is worth its number alone, and so many of it are worth more: "decade".
    Measure,
    /// The dual of a [`NumberWordKind::Measure`], with the number of one: `عقدان`.
    Pair,
    /// A decade of the twentieth century, by its number in it: "the eighties".
    Decade,
    /// One half. Its number says nothing.
    Half,
}

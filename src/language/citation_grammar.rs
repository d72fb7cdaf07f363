//! How a language cites instruments.
//!
//! A seventh language is one more static of this shape. Patterns are sources of regular expressions; they
//! are matched against a [`NormalizedText`](crate::draft::NormalizedText), where every white space is one ASCII space, none
//! stands beside a Chinese character, digits and brackets are ASCII, and invisible characters are gone.
//! Patterns must not hold capturing groups. A `\b` at the very beginning or end of a pattern belongs to all of it.

/// How a language cites instruments.
#[derive(Debug)]
pub struct CitationGrammar {
    /// Whether the instrument's kind stands before the numbers or after them.
    pub order: KindPosition,
    /// The word "resolution", in every form (number, case, article, possessive) and abbreviation.
    pub resolution: &'static str,
    /// The word "decision", likewise.
    pub decision: &'static str,
    /// The end of what stands before the kind (before the owner's place, where the numbers come first)
    /// when the citing organ means its own: "its". Empty where the possessive is part of the kind's form.
    pub own: &'static str,
    /// Names of bodies that adopt resolutions, in every form, each with what its symbols begin with
    /// ([`CitedBody`]). The longest name that fits is taken.
    pub bodies: &'static [(&'static str, CitedBody)],
    /// What may stand between the name of a body and the number or kind that it owns, name first.
    pub owned: &'static str,
    /// The same where "its" stands between: "the Council, in its resolution".
    pub in_its: &'static str,
    /// What may stand between a number (and its date) and the name of the body that it belongs to.
    pub owner: &'static str,
    /// Names in a form that cannot say whose something is: the nominative, where the genitive has another
    /// one. Empty where names have one form.
    pub not_owner: &'static str,
    /// What is written straight onto a number or onto the word before it: the sign before a number, if any.
    pub before_number: &'static str,
    /// What is written straight after a number: the sign after a number, if any.
    pub after_number: &'static str,
    /// Separators and conjunctions between the members of a list.
    pub joiner: &'static str,
    /// Other small words that may stand between the kind, the names and the numbers: prepositions, articles.
    pub filler: &'static str,
    /// Words that may be written together with the number after them.
    pub glued: &'static [&'static str],
    /// How special (`S-`) and emergency special (`ES-`) sessions are written before a session's number, and
    /// inside the brackets of the old numbering; there the empty string stands for a regular session. Each
    /// with what the symbol has.
    pub sessions: &'static [(&'static str, &'static str)],
    /// Parts of a composite resolution that are not written with Latin capitals, each with its capital.
    pub letters: &'static [(&'static str, char)],
    /// Between the first and the last of several parts ("A to C").
    pub letters_to: &'static str,
    /// Between parts that are named one by one ("A and B").
    pub letters_and: &'static str,
    /// What begins to say what an instrument is about, behind its number and date; where the numbers come first
    /// ([`KindPosition::NumberFirst`]), before them.
    pub subject: &'static [&'static str],
    /// What joins that to the instrument, at its end; empty where nothing does.
    pub subject_end: &'static str,
    /// A date, with `{day}`, `{month}` and `{year}`.
    pub date: &'static str,
    /// The months, January first.
    pub months: [&'static str; 12],
    /// What introduces a date after its number; where the date comes first, what may stand between it and
    /// the number.
    pub dated: &'static str,
    /// What introduces a quoted title.
    pub titled: &'static str,
    /// How paragraphs are referred to.
    pub paragraphs: ReferenceGrammar,
    /// How the draft's own notes are referred to.
    pub notes: NoteWords,
    /// How annexes and sections of a cited instrument are named.
    pub divisions: DivisionWords,
}

/// How a language names annexes and sections of a cited instrument. What stands between one and the citation before it is
/// as with [`ReferenceGrammar::after_citation`].
#[derive(Debug)]
pub struct DivisionWords {
    /// An annex, without its numeral, which may follow.
    pub annex: &'static str,
    /// What stands before a section's numeral: "section ".
    pub section: &'static str,
    /// What stands after it: "节". Empty where the word stands before.
    pub section_after: &'static str,
    /// Numerals, beside [`DivisionWords::words`].
    pub numeral: &'static str,
    /// Numerals that are words, each with its number; a longer one before those that begin it.
    pub words: &'static [(&'static str, u32)],
    /// Between a division and the citation that follows; where it is empty, [`ReferenceGrammar::of`].
    pub of: &'static str,
}

/// How a language refers to paragraphs.
#[derive(Debug)]
pub struct ReferenceGrammar {
    /// What stands before the numbers: "paragraph", "第".
    pub before: &'static str,
    /// What must stand after the numbers: "段". Empty where the word stands before.
    pub after: &'static str,
    /// A subparagraph's label after the number: "(c)", "c)".
    pub label: &'static str,
    /// The word before the labels of subparagraphs that stand before their paragraph: "subparagraphs". Empty where
    /// they always follow.
    pub sub: &'static str,
    /// What must stand after such labels where they stand alone: "分段". Empty where the word stands before.
    pub sub_after: &'static str,
    /// Between such labels and [`ReferenceGrammar::before`]: " of ".
    pub sub_of: &'static str,
    /// Between the members of a list of numbers.
    pub joiner: &'static str,
    /// Which of these stand between the first and the last of a range: " to ".
    pub through: &'static str,
    /// Says, directly after the numbers, that they are this draft's: "above", "of the present resolution".
    pub here_after: &'static str,
    /// The same, directly before.
    pub here_before: &'static str,
    /// What stands before and after numbers that are this draft's though nothing says so: "en el " and ";". Empty where
    /// something always says it.
    pub here_between: (&'static str, &'static str),
    /// Words beside the numbers that say that what they mean stands before, each with the one for what stands behind:
    /// "above" and "below"; a longer one before those that begin it. Where [`ReferenceGrammar::after`] is empty they follow
    /// the numbers, else they stand before.
    pub sides: &'static [(&'static str, &'static str)],
    /// Between the numbers and the citation that they belong to, when it follows; matched from the numbers'
    /// end to the cited number.
    pub of: &'static str,
    /// Between a cited number and the paragraphs after it.
    pub after_citation: &'static str,
}

/// How a language refers to notes of the same text: "see note 3 above".
#[derive(Debug)]
pub struct NoteWords {
    /// What stands before the number: "note ", "脚注".
    pub word: &'static str,
    /// What stands before that and sends the reader there: "see ".
    pub see: &'static str,
}

/// Where the kind of an instrument stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KindPosition {
    /// "resolutions 62/172 and 62/175".
    KindFirst,
    /// "第62/172和62/175号决议".
    NumberFirst,
}

/// Who is meant by a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CitedBody {
    /// A body whose resolutions have symbols that begin so: `A`, `A/HRC`, `E/CN.15`.
    Known(&'static str),
    /// "the Council": which one is said by the form of the number.
    Council,
    /// "the Commission": the one that was named last.
    Commission,
    /// A body whose resolutions have no document symbol of their own.
    Unknown,
}

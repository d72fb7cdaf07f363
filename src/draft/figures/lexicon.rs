//! The words of figures of a language, ready to be found.

use std::ops::Range;

use aho_corasick::{AhoCorasick, MatchKind};
use regex::Regex;
use regex_syntax::hir::literal::Extractor;

use crate::language::{self, FigureWords, Language, NumberWordKind, NumeralStyle, PerLanguage};
use crate::script;

/// The words of figures of a language, ready to be found.
#[derive(Debug)]
pub(super) struct FigureLexicon {
    pub words: &'static FigureWords,
    pub style: &'static NumeralStyle,
    pub dates: DateOrder,
    /// What may stand between the day and the month.
    pub before_month: Regex,
    /// What may stand between the month and the year behind it.
    pub before_year: Regex,
    /// Words for the letters of parts.
    letters: &'static [(&'static str, char)],
    /// The word for an article, at the end of what stands before its number.
    before_article: Regex,
    finder: AhoCorasick,
    /// What each pattern of the finder means.
    meanings: Vec<WordForm>,
}

/// How the parts of a date follow each other.
#[derive(Debug, Clone, Copy)]
pub(super) enum DateOrder {
    /// Day, month, year, with what must stand between them. Patterns.
    DayFirst { before_month: &'static str, before_year: &'static str },
    /// Year, month and day are numbers, each with its sign behind it.
    YearFirst { year: &'static str, month: &'static str, day: &'static str },
}

#[derive(Debug)]
struct WordForm {
    meaning: WordMeaning,
    /// The word may go on behind it.
    open: bool,
    /// The first letter, where it must be as it is.
    capital: Option<char>,
}

/// What a word says in a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum WordMeaning {
    Number(NumberWordKind, u32),
    /// Of a numeral in a script that has them, such as Chinese.
    Numeral,
    Month(u8),
    PerCent,
    /// The half of the day, true of the second one.
    HalfDay(bool),
    Noon,
    /// A name in which digits and words say nothing.
    Name,
}

impl FigureLexicon {
    pub fn of(language: &Language) -> Option<&'static FigureLexicon> {
        static LEXICONS: PerLanguage<Option<FigureLexicon>> = PerLanguage::new(FigureLexicon::new);
        LEXICONS.of(language)?.as_ref()
    }

    /// `None` when a pattern of the tables cannot be read.
    fn new(language: &'static Language) -> Option<FigureLexicon> {
        let words = language.figures;
        let mut forms = WordForms::default();
        for name in words.names {
            forms.add(name, WordMeaning::Name);
        }
        for word in language.terms.numerals.per_cent {
            forms.add(&format!("{word}*"), WordMeaning::PerCent);
        }
        let (halves, _) = words.half_days;
        for (second, half) in [(false, halves[0]), (true, halves[1])] {
            half.iter().for_each(|word| forms.add(word, WordMeaning::HalfDay(second)));
        }
        words.noon.iter().for_each(|word| forms.add(word, WordMeaning::Noon));
        // A title is quoted in its own language, its date with it.
        let (mut before_month, mut before_year) = (Vec::new(), Vec::new());
        for other in language::ALL {
            for (month, pattern) in (1..).zip(other.citing.months) {
                let names = Extractor::new().extract(&regex_syntax::parse(pattern).ok()?);
                for name in names.literals().filter(|_| names.is_exact())? {
                    let name = std::str::from_utf8(name.as_bytes()).ok()?;
                    // Months that are numbers are told by the sign behind them.
                    if !name.contains(|c: char| c.is_ascii_digit()) {
                        forms.add_month(name, month);
                    }
                }
            }
            if let DateOrder::DayFirst { before_month: month, before_year: year } = DateOrder::of(other.citing.date)? {
                before_month.push(month);
                before_year.push(year);
            }
        }
        let any = |patterns: Vec<&str>| Regex::new(&format!("^(?:{})$", patterns.join("|"))).ok();
        words.month_forms.iter().for_each(|(name, month)| forms.add(name, WordMeaning::Month(*month)));
        for group in words.numbers {
            for (stem, number) in group.stems {
                for ending in group.endings {
                    forms.add(&format!("{stem}{ending}"), WordMeaning::Number(group.kind, *number));
                }
            }
        }
        if !words.ordinal_sign.is_empty() {
            script::chinese_numerals().for_each(|c| forms.add(c.encode_utf8(&mut [0; 4]), WordMeaning::Numeral));
        }
        let finder = AhoCorasick::builder()
            .match_kind(MatchKind::LeftmostLongest)
            .ascii_case_insensitive(true)
            .build(&forms.patterns)
            .ok()?;
        Some(FigureLexicon {
            words,
            style: &language.terms.numerals,
            dates: DateOrder::of(language.citing.date)?,
            before_month: any(before_month)?,
            before_year: any(before_year)?,
            letters: language.citing.letters,
            before_article: Regex::new(&format!("(?:{})$", language.naming.articles.before)).ok()?,
            finder,
            meanings: forms.forms,
        })
    }

    /// The words of a text, in order, each with its place.
    pub fn words<'a>(&'a self, text: &'a str) -> impl Iterator<Item = (Range<usize>, WordMeaning)> + 'a {
        self.finder.find_iter(text).filter_map(move |found| {
            let form = self.meanings.get(found.pattern().as_usize())?;
            let range = found.range();
            self.is_whole(text, &range, form).then_some((range, form.meaning))
        })
    }

    /// Whether what stands around numbers makes them those of volumes.
    pub fn names_volume(&self, before: &str, behind: &str) -> bool {
        let before = before.trim_end();
        let named = |language: &Language| {
            let (words, sign) = language.figures.volumes;
            words.iter().any(|word| before.ends_with(word.trim_end())) || (!sign.is_empty() && behind.starts_with(sign))
        };
        language::ALL.into_iter().any(named)
    }

    /// Whether a word is the name of a letter that counts parts.
    pub fn is_letter(&self, word: &str) -> bool {
        self.letters.iter().any(|(name, _)| *name == word)
    }

    /// Whether a text ends with the word for an article.
    pub fn names_article(&self, before: &str) -> bool {
        let near = before.char_indices().rev().nth(LONGEST_ARTICLE).map_or(0, |(at, _)| at);
        before.get(near..).is_some_and(|near| self.before_article.is_match(near))
    }

    fn is_whole(&self, text: &str, range: &Range<usize>, form: &WordForm) -> bool {
        let before = text.get(..range.start).unwrap_or_default();
        let in_word = before.chars().next_back().is_some_and(is_of_word);
        if in_word && !self.may_stand_before(before) {
            return false;
        }
        let goes_on = || text.get(range.end..).unwrap_or_default().starts_with(is_of_word);
        (form.open || !goes_on())
            && form.capital.is_none_or(|capital| text.get(range.start..).is_some_and(|word| word.starts_with(capital)))
    }

    /// Whether the letters that a text ends with may be written onto the beginning of a word.
    fn may_stand_before(&self, before: &str) -> bool {
        self.words
            .prefixes
            .iter()
            .any(|prefix| before.strip_suffix(prefix).is_some_and(|rest| !rest.ends_with(is_of_word)))
    }

    /// What joins two numbers or dates to members of one list or range, by what stands between them. `None` if nothing
    /// does.
    pub fn joint(&self, gap: &str) -> Option<ListJoint> {
        if gap.len() > LONGEST_JOINT {
            return None;
        }
        let mut rest = gap;
        let endings = self.words.digit_endings.iter().filter_map(|ending| rest.strip_prefix(*ending));
        if let Some(behind) = endings.filter(|behind| !behind.starts_with(is_of_word)).min_by_key(|behind| behind.len())
        {
            rest = behind;
        }
        let mut joint = None;
        loop {
            let bare = rest.trim_start_matches(' ');
            let Some(first) = bare.chars().next() else { return joint };
            if script::punctuation::is_dash(first) {
                joint = Some(ListJoint::Word);
            } else if script::punctuation::is_comma(first) || first == script::punctuation::ENUMERATION_COMMA {
                joint = joint.or(Some(ListJoint::Comma));
            } else {
                let (behind, joins) = word_between(bare)?;
                if joins {
                    joint = Some(ListJoint::Word);
                }
                rest = behind;
                continue;
            }
            rest = bare.get(first.len_utf8()..).unwrap_or_default();
        }
    }

    /// Whether a word or a dash between two numbers or dates makes them the ends of a range, or the last members of a list.
    pub fn is_between(&self, gap: &str) -> bool {
        self.joint(gap) == Some(ListJoint::Word)
    }
}

/// What joins two members of a list or range.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ListJoint {
    /// Nothing but a comma.
    Comma,
    /// A word or a dash.
    Word,
}

/// The most characters of the word for an article.
const LONGEST_ARTICLE: usize = 16;

/// The most bytes between two members of a list or range.
const LONGEST_JOINT: usize = 48;

/// What follows the word at the beginning, if such a word may stand between members of a list in one of the languages, and
/// whether it joins them.
fn word_between(text: &str) -> Option<(&str, bool)> {
    let fits = |word: &'static str, joins: bool| {
        let behind = text.strip_prefix(word).filter(|behind| !behind.starts_with(is_of_word))?;
        Some((behind, joins))
    };
    let of = |language: &'static Language| {
        let FigureWords { joining, beside, .. } = language.figures;
        let joining = joining.iter().filter_map(move |word| fits(word, true));
        joining.chain(beside.iter().filter_map(move |word| fits(word, false)))
    };
    language::ALL.into_iter().flat_map(of).min_by_key(|(behind, _)| behind.len())
}

impl DateOrder {
    fn of(pattern: &'static str) -> Option<DateOrder> {
        if let Some(rest) = pattern.strip_prefix("{year}") {
            let (year, rest) = rest.split_once("{month}")?;
            let (month, day) = rest.split_once("{day}")?;
            return Some(DateOrder::YearFirst { year, month, day });
        }
        let (before_month, rest) = pattern.strip_prefix("{day}")?.split_once("{month}")?;
        let (before_year, _) = rest.split_once("{year}")?;
        Some(DateOrder::DayFirst { before_month, before_year })
    }
}

/// Whether a character is a letter of a word that spaces part from others.
fn is_of_word(c: char) -> bool {
    c.is_alphabetic() && !script::is_wide(c)
}

#[derive(Default)]
struct WordForms {
    patterns: Vec<String>,
    forms: Vec<WordForm>,
}

impl WordForms {
    fn add(&mut self, word: &str, meaning: WordMeaning) {
        let (word, open) = word.strip_suffix('*').map_or((word, false), |word| (word, true));
        let word = word.to_owned();
        // Capitals of ASCII are found anyway.
        if let Some(first) = word.chars().next().filter(|first| !first.is_ascii() && first.is_lowercase()) {
            let capitalized: String = first.to_uppercase().chain(word.chars().skip(1)).collect();
            self.push(capitalized, WordForm { meaning, open, capital: None });
        }
        let bare = script::without_hamza(&word);
        if bare != word {
            self.push(bare, WordForm { meaning, open, capital: None });
        }
        self.push(word, WordForm { meaning, open, capital: None });
    }

    /// The name of a month, whose capital letter tells it from other words.
    fn add_month(&mut self, name: &str, month: u8) {
        let capital = name.chars().next().filter(|first| first.is_uppercase());
        self.push(name.to_owned(), WordForm { meaning: WordMeaning::Month(month), open: false, capital });
    }

    fn push(&mut self, pattern: String, form: WordForm) {
        self.patterns.push(pattern);
        self.forms.push(form);
    }
}

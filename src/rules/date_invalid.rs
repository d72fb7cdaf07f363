//! # date-invalid
//!
//! ## What it says
//!
//! A date is one that the calendar has.
//!
//! ## Why
//!
//! A date that does not exist leads to no meeting, no resolution and no deadline, and the reader can't tell which one was
//! meant.
//!
//! ## Example
//!
//! ```text
//! Requests the Secretary-General to report by 31 November 2038, and again by 18 Decmber 2039;
//! ```
//!
//! November has thirty days: 30 November 2038. The other day is 18 December 2039.
//!
//! A month that has the names of two (`كانون الأول/نوفمبر`) is told as well.
//!
//! ## Exceptions
//!
//! Days without a month, and months without a day. A name that stands between a day and a year and is not nearly that of a
//! month.
//!
//! ## Source
//!
//! The Gregorian calendar; United Nations Editorial Manual, dates.

use std::ops::Range;

use regex::Regex;

use super::support::date_fix::rewrite_date;
use super::support::fix;
use super::support::running_text::PassageText;
use super::{DependsOn, Edit, Finding, Fix, Rule, RuleContext, RuleGroup, Severity, edit_distance};
use crate::draft::Date;
use crate::language::{Language, PerLanguage};
use crate::messages::{ArgumentText, Message};
use crate::script::next_ascii_digit;

pub static RULE: Rule = Rule {
    code: "date-invalid",
    severity: Severity::Error,
    group: RuleGroup::Standard,
    lower_when_adopted: true,
    source: page_of!("date_invalid.rs"),
    depends_on: DependsOn::Paragraph,
    check,
    messages: MESSAGES,
    traits: &[],
};

crate::messages! {
    "date-invalid":
    no_such_day(written: quote, month: month, days: number) =
        "“{written}” is no date: {month} has {days} days. Check the date.";
    no_such_day_in_year(written: quote, month: month, year: number, days: number) =
        "“{written}” is no date: {month} {year} has {days} days. Check the date.";
    no_such_month(written: quote, month: number) =
        "“{written}” is no date: there is no month {month}. Check the date.";
    month_misspelt(written: quote, right: quote) =
        "“{written}” is no date: the month is misspelt. Write “{right}”.";
    two_months(written: quote, first: quote, second: quote) =
        "“{written}” is no date: it names two months, {first} and {second}. Check the date.";
}

/// A year in which February has as many days as it can have.
const LEAP: u16 = 2000;

/// A language's dates, whatever stands in the month's place.
struct Calendar {
    date: Regex,
    /// Dates begin with the year.
    year_first: bool,
    months: Vec<Regex>,
    names: [&'static str; 12],
    others: &'static [&'static str],
    unspelt: &'static [char],
}

/// What is wrong with a date.
enum DateSlip {
    /// There is no such day.
    Day(Date),
    /// There is no month with this number.
    Month(u32),
    /// The month with this number is misspelt.
    Misspelt(usize),
    /// The name of one month is followed by that of another.
    TwoMonths(usize, usize),
}

fn check(context: &RuleContext<'_>, findings: &mut Vec<Finding>) {
    context.passage_texts().iter().for_each(|said| dates(context, said, findings));
}

/// The numbers of a text with at most four digits: a date begins with one.
fn numbers(text: &str) -> impl Iterator<Item = Range<usize>> {
    let bytes = text.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = next_ascii_digit(bytes, at)?;
        let len = bytes.get(start..)?.iter().take_while(|byte| byte.is_ascii_digit()).count();
        at = start + len;
        Some(start..at)
    })
    .filter(|number| number.len() <= 4)
}

/// What stands at a byte of a text, as long as a date can be, and longer.
fn head(text: &str, start: usize) -> &str {
    let end = (start + DATE).min(text.len());
    let end = (end..=text.len()).find(|end| text.is_char_boundary(*end));
    end.and_then(|end| text.get(start..end)).unwrap_or_default()
}

/// The most bytes of a date in any language.
const DATE: usize = 96;

fn dates(context: &RuleContext<'_>, said: &PassageText<'_>, findings: &mut Vec<Finding>) {
    let Some(calendar) = Calendar::of(said.language) else { return };
    let text = said.text();
    let mut end = 0;
    for number in numbers(text) {
        // Many numbers stand in brackets, or in symbols.
        let behind = text.as_bytes().get(number.end);
        if number.start < end
            || (number.len() > 2 && !calendar.year_first)
            || behind.is_none_or(|byte| matches!(byte, b')' | b'/' | b',' | b';'))
        {
            continue;
        }
        let Some(found) = calendar.date.captures(head(text, number.start)) else { continue };
        let group = |name: &str| found.name(name);
        let (Some(whole), Some(day), Some(month)) = (found.get(0), group("day"), group("month")) else { continue };
        let placed = |part: regex::Match<'_>| number.start + part.start()..number.start + part.end();
        end = number.start + whole.end();
        // A number that goes on to the left is no day: `62/131 December`.
        let goes_on = |c: char| c.is_ascii_digit() || matches!(c, '/' | '.' | '_' | '\\');
        if text.get(..number.start).is_some_and(|before| before.ends_with(goes_on)) {
            continue;
        }
        let year = group("year").and_then(|year| year.as_str().parse().ok());
        let Some(wrong) = calendar.wrong(day.as_str(), month.as_str(), year) else { continue };
        let (place, month) = (said.source(placed(whole)), said.source(placed(month)));
        let written = whole.as_str().trim();
        let mut finding =
            context.finding(&RULE, place.clone(), wrong.message(written, &calendar.names, year.is_some()));
        finding.fix = match wrong {
            DateSlip::Misspelt(at) => calendar.names.get(at).map(|name| Fix {
                title: fix::write(ArgumentText::fixed(name)),
                certain: true,
                edits: vec![Edit { range: month, text: (*name).to_owned() }],
            }),
            DateSlip::Day(date) => adopted(context, date, place),
            _ => None,
        };
        findings.push(finding);
    }
}

/// The day on which the instrument was adopted that an impossible date is of.
fn adopted(context: &RuleContext<'_>, date: Date, place: Range<usize>) -> Option<Fix> {
    let cited = context
        .draft
        .citations
        .iter()
        .filter(|cited| cited.date.as_ref().is_some_and(|(_, at)| at.start < place.end && place.start < at.end));
    let mut cited: Vec<_> = cited.collect();
    let citation = cited.pop().filter(|_| cited.is_empty())?;
    let facts = context.knowledge.facts(&citation.symbol);
    let [meant] = facts.adopted.as_slice() else { return None };
    let range = citation.date.as_ref().map(|(_, range)| range.clone())?;
    let text = rewrite_date(context.text.get(range.clone())?, date, *meant, context.draft.language_at(range.start))?;
    Some(Fix { title: fix::write_date(*meant), certain: false, edits: vec![Edit { range, text }] })
}

impl Calendar {
    fn of(language: &Language) -> Option<&'static Calendar> {
        static CALENDARS: PerLanguage<Option<Calendar>> = PerLanguage::new(Calendar::new);
        CALENDARS.of(language)?.as_ref()
    }

    /// `None` when a pattern of the table is no regular expression.
    fn new(language: &'static Language) -> Option<Calendar> {
        let whole = |month: &&str| Regex::new(&format!("^(?:{month})$"));
        let place = |part: &str| language.proofing.date.find(part);
        Some(Calendar {
            year_first: place("<year>") < place("<day>"),
            date: Regex::new(&format!("^(?:{})", language.proofing.date)).ok()?,
            months: language.citing.months.iter().map(whole).collect::<Result<_, _>>().ok()?,
            names: language.locale.months,
            others: language.proofing.other_months,
            unspelt: language.proofing.unspelt,
        })
    }

    fn wrong(&self, day: &str, month: &str, year: Option<u16>) -> Option<DateSlip> {
        let day = day.parse().ok()?;
        if let Ok(number) = month.parse::<u32>() {
            let Some(month) = u8::try_from(number).ok().filter(|month| (1..=12).contains(month)) else {
                return year.map(|_| DateSlip::Month(number));
            };
            return self.day(year, month, day);
        }
        let mut month: String = month.chars().filter(|c| !self.unspelt.contains(c)).collect();
        // Some converters write each letter with an accent twice, which is told of the whole text.
        let mut last = ' ';
        month.retain(|c| {
            (c.is_ascii() || c != last) && {
                last = c;
                true
            }
        });
        if let Some(at) = self.month(&month) {
            return self.day(year, u8::try_from(at + 1).ok()?, day);
        }
        if let Some((first, second)) = month.split_once('/')
            && let (Some(first), Some(second)) = (self.month(first.trim()), self.month(second.trim()))
        {
            return (first != second).then_some(DateSlip::TwoMonths(first, second));
        }
        // Without a year beside it, a word may be any.
        year?;
        self.misspelt(&month).map(DateSlip::Misspelt)
    }

    fn month(&self, name: &str) -> Option<usize> {
        let spelt = self.names.iter().position(|month| *month == name);
        spelt.or_else(|| self.months.iter().position(|month| month.is_match(name)))
    }

    fn day(&self, year: Option<u16>, month: u8, day: u8) -> Option<DateSlip> {
        let date = Date { year: year.unwrap_or(LEAP), month, day };
        // Without a year, what has more than a month's days is hardly a day.
        (!date.is_possible() && (year.is_some() || (30..=31).contains(&day))).then_some(DateSlip::Day(date))
    }

    /// The month that a name is nearly that of, and no other.
    fn misspelt(&self, written: &str) -> Option<usize> {
        let written = written.to_lowercase();
        let length = written.chars().count();
        if length < 4 || self.others.contains(&written.as_str()) {
            return None;
        }
        let most = |name: &str| if name.chars().count() < 6 { 1 } else { 2 };
        let near = |name: &&str| edit_distance(&written, &name.to_lowercase());
        let mut near: Vec<(usize, usize)> = self.names.iter().enumerate().map(|(at, name)| (near(name), at)).collect();
        near.sort_unstable();
        let (&(first, at), &(second, _)) = (near.first()?, near.get(1)?);
        let name = self.names.get(at)?;
        // A month with another capital letter is the same month.
        ((1..=most(name)).contains(&first) && first < second).then_some(at)
    }
}

impl DateSlip {
    fn message(&self, written: &str, names: &[&'static str; 12], has_year: bool) -> Message {
        let name = |at: usize| ArgumentText::fixed(names.get(at).copied().unwrap_or_default());
        match self {
            DateSlip::Day(date) if has_year => {
                no_such_day_in_year(written, date.month, date.year, date.days_of_month())
            }
            DateSlip::Day(date) => no_such_day(written, date.month, date.days_of_month()),
            DateSlip::Month(number) => no_such_month(written, *number),
            DateSlip::Misspelt(at) => month_misspelt(written, name(*at)),
            DateSlip::TwoMonths(first, second) => two_months(written, name(*first), name(*second)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{expect, fixed};

    #[test]
    fn days_that_no_month_has() {
        expect(
            "date-invalid",
            "
The General Assembly,

Recalling its resolution 62/175 of 31 November 2007, the reports of 29 February 2007 and 29 February 2008,¹
                                   ^^^^^^^^^^^^^^^^ “31 November 2007” is no date: November 2007 has 30 days. Check the date.
                                                                    ^^^^^^^^^^^^^^^^ “29 February 2007” is no date: February 2007 has 28 days. Check the date.

Noting the summit of 12 Lantern 2008, resolution 62/131 December, the 30 May and paragraph 45 May,

1. Requests a report by 31 June each year, by 32 March 2039 and by 31 December 2039.
                        ^^^^^^^ “31 June” is no date: June has 30 days. Check the date.
                                              ^^^^^^^^^^^^^ “32 March 2039” is no date: March 2039 has 31 days. Check the date.

¹ A/92/85 of 0 March 2038.
             ^^^^^^^^^^^^ “0 March 2038” is no date: March 2038 has 31 days. Check the date.
",
        );
    }

    #[test]
    fn misspelt_months() {
        for (draft, mended) in [
            ("The General Assembly,\n\nRecalling the meeting of 18 Decmber 2037,\n", "18 December 2037"),
            ("L’Assemblée générale,\n\nRappelant la réunion du 18 decembre 2037,\n", "18 décembre 2037"),
            ("La Asamblea General,\n\nRecordando la reunión de 18 de diciembe de 2037,\n", "18 de diciembre de 2037"),
            ("Генеральная Ассамблея,\n\nссылаясь на заседание 18 декабрь 2037 года,\n", "18 декабря 2037 года"),
            (
                "إن الجمعية العامة،\n\nإذ تشير إلى الاجتماع المعقود في 18 كانون الأول/ديسبر 2037،\n",
                "18 كانون الأول/ديسمبر 2037",
            ),
        ] {
            assert!(fixed("date-invalid", draft).contains(mended), "{draft}");
        }
    }

    #[test]
    fn in_six_languages() {
        expect(
            "date-invalid",
            "
L’Assemblée générale,

Rappelant les réunions des 31 avril 2037, 1er mai 2037, et 3 lampes 2037,
                           ^^^^^^^^^^^^^ “31 avril 2037” is no date: April 2037 has 30 days. Check the date.
",
        );
        expect(
            "date-invalid",
            "
La Asamblea General,

Recordando las reuniones de 31 de septiembre de 2037 y 5 de setiembre de 2037, y el plazo del 30 de febrero,
                            ^^^^^^^^^^^^^^^^^^^^^^^^ “31 de septiembre de 2037” is no date: September 2037 has 30 days. Check the date.
                                                                                              ^^^^^^^^^^^^^ “30 de febrero” is no date: February has 29 days. Check the date.
",
        );
        expect(
            "date-invalid",
            "
Генеральная Ассамблея,

ссылаясь на заседания 31 ноября 2037 года и 3 декабря 2037 года,
                      ^^^^^^^^^^^^^^ “31 ноября 2037” is no date: November 2037 has 30 days. Check the date.
",
        );
        expect(
            "date-invalid",
            "
إن الجمعية العامة،

إذ تشير إلى الاجتماع المعقود في 31 تشرين الثاني/نوفمبر 2037،
                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^ “31 تشرين الثاني/نوفمبر 2037” is no date: November 2037 has 30 days. Check the date.

وإذ تشير إلى الاجتماع المعقود في 3 كانون الأول/نوفمبر 2037 وفي 3 كانون الأول/ديســمبر 2037،
                                 ^^^^^^^^^^^^^^^^^^^^^^^^^ “3 كانون الأول/نوفمبر 2037” is no date: it names two months, كانون الأول/ديسمبر and تشرين الثاني/نوفمبر. Check the date.
",
        );
        expect(
            "date-invalid",
            "
大会，

回顾2037年11月31日和2037年13月3日的会议，
  ^^^^^^^^^^^ “2037年11月31日” is no date: November 2037 has 30 days. Check the date.
              ^^^^^^^^^^ “2037年13月3日” is no date: there is no month 13. Check the date.

又回顾 2 0 3 7 年 1 2 月 3 日的会议，
",
        );
    }

    #[test]
    fn in_page_text() {
        let draft = "The General Assembly,\n\n     Recalling the meeting that the keepers of the lights held on 31\nNovember 2037 and what they \
            said there about the lamps and about\nthe wicks of the lamps, and about all of the oil that they had to buy,\n\n     \
            1.  Decides to light the lamps of all the harbours in the evening and\nto put them out again in the morning of each day.\n";
        let found = super::super::check(draft, &crate::draft::Draft::read(draft), &|rule| rule.code == "date-invalid");
        assert_eq!(found.len(), 1, "{found:?}");
    }
}

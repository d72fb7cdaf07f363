//! What the program tells people, as data: each message is a template with an id, and its arguments.
//!
//! A sentence stands where it is told: a room's file declares it with [`messages!`](crate::messages!), which makes a
//! function of it. Only the edges (the server's conversion to the protocol, the command line's reports) make text of a
//! message, in the language of a [`Locale`]. Until then a message is compared, kept and moved by its id and arguments, so
//! that nothing depends on how a language says it.
//!
//! ```
//! rapporteur::messages! {
//!     "harbour":
//!     lamps(count: number, place: label) =
//!         "{count, plural, one {One lamp burns} other {{count} lamps burn}} on pier {place}.";
//! }
//!
//! use rapporteur::messages::Locale;
//! assert_eq!(lamps(1_u32, "3").text(&Locale::ENGLISH), "One lamp burns on pier 3.");
//! assert_eq!(lamps(2_u32, "3").text(&Locale::ENGLISH), "2 lamps burn on pier 3.");
//! assert_eq!(MESSAGES[0].id, "harbour.lamps");
//! ```
//!
//! A template is a part of ICU MessageFormat: `{name}` for an argument, `{name, select, key {…} other {…}}` for a choice,
//! and `{name, plural, one {…} other {…}}` for a number or a count, with the plural categories of Unicode's CLDR. There is no way to
//! write a brace itself; what has braces goes in as an argument.

mod argument;
mod locale;
mod packed;
pub mod system;
mod template;
pub mod translations;

use std::hash::{Hash, Hasher};
use std::sync::Arc;

pub use argument::{Argument, ArgumentKind, ArgumentText, CalendarDay, MessageNumber};
pub use locale::{ListStyle, Locale, PluralCategory};
pub use packed::PackedText;
pub use template::{Parameter, Template};

/// Something that is told: which template, and what goes into it.
#[derive(Debug, Clone)]
pub struct Message {
    template: &'static Template,
    /// `None` stands for none at all. Shared, since findings are copied while somebody writes.
    arguments: Option<Arc<[Argument]>>,
}

impl Message {
    /// A message of a template, with its arguments in the order of the template's parameters. Called by what
    /// [`messages!`](crate::messages!) makes, which takes as many arguments as there are parameters.
    pub fn new<const COUNT: usize>(template: &'static Template, arguments: [Argument; COUNT]) -> Message {
        debug_assert!(template.takes(&arguments), "{} does not take {arguments:?}", template.id);
        let arguments: Option<Arc<[Argument]>> = if COUNT == 0 { None } else { Some(Arc::new(arguments)) };
        Message { template, arguments }
    }

    /// What tells it from all other messages, whatever its arguments: `footnote-unused.not_called`.
    pub fn id(&self) -> &'static str {
        self.template.id
    }

    /// What goes into it, in the order of the template's parameters.
    pub fn arguments(&self) -> &[Argument] {
        self.arguments.as_deref().unwrap_or_default()
    }

    /// What it says in the language of a locale, or in English where that has no such message.
    pub fn text(&self, locale: &Locale) -> String {
        let mut text = String::with_capacity(self.template.english.len() + 32);
        self.write(locale, &mut text);
        text
    }

    /// As [`Message::text`], behind what is written already.
    pub fn write(&self, locale: &Locale, out: &mut String) {
        let translated = (locale.translation)(self.template.id);
        match translated.filter(|text| self.template.accepts(text)) {
            Some(text) => self.template.render(text, self.arguments(), locale, out),
            None if locale.code == Locale::ENGLISH.code => {
                self.template.render(self.template.english, self.arguments(), locale, out);
            }
            // An English sentence has English dates and lists in it.
            None => self.template.render(self.template.english, self.arguments(), &Locale::ENGLISH, out),
        }
    }
}

/// Two messages are one if their ids and arguments are.
impl PartialEq for Message {
    fn eq(&self, other: &Message) -> bool {
        self.template.id == other.template.id && self.arguments == other.arguments
    }
}

impl Eq for Message {}

impl Hash for Message {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.template.id.hash(state);
        self.arguments.hash(state);
    }
}

/// Declares messages: a prefix for their ids, and of each its name, its arguments with their kinds, and its English text.
///
/// Each becomes a function that takes the arguments and gives the [`Message`], and all are in a list `MESSAGES`. That the
/// text has these arguments and no others is checked when it is compiled. Kinds are those of [`ArgumentKind`]: `number`,
/// `count`, `label`, `symbol`, `session`, `quote`, `name`, `date`, `month`, `language`, `choice`, `and_list`, `or_list`,
/// `list`, `message`.
#[macro_export]
macro_rules! messages {
    // Tests tell what nobody translates.
    ("test": $($body:tt)*) => {
        $crate::messages!(@functions "test": $($body)*);
    };
    ($prefix:literal: $($(#[$about:meta])* $sight:vis $name:ident($($argument:ident: $kind:ident),* $(,)?) = $english:literal;)*) => {
        $crate::messages!(
            @functions $prefix: $($(#[$about])* $sight $name($($argument: $kind),*) = $english;)*
        );

        /// The messages that this file declares.
        pub const MESSAGES: &[&$crate::messages::Template] = &[$(&$name::TEMPLATE),*];
    };
    (@functions $prefix:literal: $($(#[$about:meta])* $sight:vis $name:ident($($argument:ident: $kind:ident),* $(,)?) = $english:literal;)*) => {
        $(
            $(#[$about])*
            $sight fn $name($($argument: $crate::message_argument_type!($kind)),*) -> $crate::messages::Message {
                $crate::messages::Message::new(
                    &$name::TEMPLATE,
                    [$($crate::message_argument!($kind, $argument)),*],
                )
            }

            mod $name {
                pub static TEMPLATE: $crate::messages::Template = $crate::messages::Template::new(
                    concat!($prefix, ".", stringify!($name)),
                    $english,
                    &[$($crate::messages::Parameter {
                        name: stringify!($argument),
                        kind: $crate::messages::ArgumentKind::$kind,
                    }),*],
                );
            }
        )*
    };
}

/// What is taken for an argument of a kind. A part of [`messages!`](crate::messages!).
#[doc(hidden)]
#[macro_export]
macro_rules! message_argument_type {
    (number) => { impl Into<$crate::messages::MessageNumber> };
    (count) => { impl Into<$crate::messages::MessageNumber> };
    (session) => { impl Into<$crate::messages::MessageNumber> };
    (date) => { impl Into<$crate::messages::CalendarDay> };
    (month) => { u8 };
    (language) => { &'static str };
    (choice) => { &'static str };
    (and_list) => { Vec<$crate::messages::Argument> };
    (or_list) => { Vec<$crate::messages::Argument> };
    (list) => { Vec<$crate::messages::Argument> };
    (message) => { $crate::messages::Message };
    ($text:ident) => { impl Into<$crate::messages::ArgumentText> };
}

/// An argument of a kind. A part of [`messages!`](crate::messages!).
#[doc(hidden)]
#[macro_export]
macro_rules! message_argument {
    (number, $given:ident) => {
        $crate::messages::Argument::Number($given.into().0)
    };
    (count, $given:ident) => {
        $crate::messages::Argument::Count($given.into().0)
    };
    (session, $given:ident) => {
        $crate::messages::Argument::Session($given.into().0)
    };
    (label, $given:ident) => {
        $crate::messages::Argument::Label($given.into())
    };
    (symbol, $given:ident) => {
        $crate::messages::Argument::Symbol($given.into())
    };
    (quote, $given:ident) => {
        $crate::messages::Argument::Quote($given.into())
    };
    (name, $given:ident) => {
        $crate::messages::Argument::Name($given.into())
    };
    (date, $given:ident) => {
        $crate::messages::Argument::Date($given.into())
    };
    (month, $given:ident) => {
        $crate::messages::Argument::Month($given)
    };
    (language, $given:ident) => {
        $crate::messages::Argument::Language($given)
    };
    (choice, $given:ident) => {
        $crate::messages::Argument::Choice($given)
    };
    (and_list, $given:ident) => {
        $crate::messages::Argument::List($crate::messages::ListStyle::And, $given.into())
    };
    (or_list, $given:ident) => {
        $crate::messages::Argument::List($crate::messages::ListStyle::Or, $given.into())
    };
    (list, $given:ident) => {
        $crate::messages::Argument::List($crate::messages::ListStyle::Plain, $given.into())
    };
    (message, $given:ident) => {
        $crate::messages::Argument::Message($given)
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    messages! {
        "example":
        order(first: label, second: label) = "{second} comes after {first}, and {first} before {second}.";
        side(side: choice, mark: quote) = "The marker stands {side, select, before {before} other {behind}} “{mark}”.";
        lamps(count: number) = "{count, plural, one {{count} lamp} other {{count} lamps}}";
        days(days: or_list, other: date) = "It was on {days}, not on {other}.";
        of_month(month: month) = "There is no such day in {month}.";
        about(what: message) = "Look: {what}";
        plain() = "Nothing.";
        many(count: count) = "There are {count}.";
        boats(count: count) = "{count, plural, one {{count} boat} other {{count} boats}}";
    }

    fn said(message: &Message) -> String {
        message.text(&Locale::ENGLISH)
    }

    #[test]
    fn arguments_stand_where_the_template_has_them() {
        assert_eq!(said(&order("(a)", "(b)")), "(b) comes after (a), and (a) before (b).");
        assert_eq!(said(&side("before", '，')), "The marker stands before “，”.");
        assert_eq!(said(&side("other", '，')), "The marker stands behind “，”.");
        assert_eq!(said(&about(plain())), "Look: Nothing.");
        let counts = [7_u32, 700, 7_000, 70_000, 7_000_000].map(|count| said(&many(count)));
        assert_eq!([1_u32, 12_345].map(|count| said(&boats(count))), ["1 boat", "12,345 boats"]);
        let groups = ["7", "700", "7,000", "70,000", "7,000,000"].map(|count| format!("There are {count}."));
        assert_eq!(counts, groups);
        assert_eq!(said(&of_month(2)), "There is no such day in February.");
        // What is put in is no template.
        assert_eq!(said(&order("{second}", "}{")), "}{ comes after {second}, and {second} before }{.");
    }

    #[test]
    fn lists_and_dates_are_said_as_the_language_has_them() {
        let day = |day| CalendarDay { year: 2007, month: 12, day };
        let list = |days: &[u8]| days.iter().map(|of| Argument::Date(day(*of))).collect::<Vec<_>>();
        assert_eq!(said(&days(list(&[1]), day(9))), "It was on 1 December 2007, not on 9 December 2007.");
        let both = "It was on 1 December 2007 or 2 December 2007, not on 9 December 2007.";
        assert_eq!(said(&days(list(&[1, 2]), day(9))), both);
    }

    #[test]
    fn another_language_has_its_own_plurals_and_words() {
        static SLAVIC: Locale = Locale {
            code: "xx",
            translation: |id| match id {
                "example.lamps" => Some("{count} {count, plural, one {ogień} few {ognie} many {ogni} other {ognia}}"),
                // It names an argument that there is none of.
                "example.order" => Some("{third} {first}"),
                _ => None,
            },
            plural: |n| match (n % 10, n % 100) {
                _ if n == 1 => PluralCategory::One,
                (2..=4, 12..=14) => PluralCategory::Many,
                (2..=4, _) => PluralCategory::Few,
                _ => PluralCategory::Many,
            },
            ..Locale::ENGLISH
        };
        let lamps = |count: u64| lamps(count).text(&SLAVIC);
        assert_eq!([lamps(1), lamps(3), lamps(12), lamps(22)], ["1 ogień", "3 ognie", "12 ogni", "22 ognie"]);
        assert_eq!(order("1", "2").text(&SLAVIC), said(&order("1", "2")), "what is wrong is not used");
        assert_eq!(plain().text(&SLAVIC), "Nothing.");
    }

    #[test]
    fn a_message_is_known_by_its_id_and_arguments() {
        assert_eq!(order("1", "2"), order("1".to_owned(), ArgumentText::fixed("2")));
        assert_ne!(order("1", "2"), order("2", "1"));
        assert_ne!(lamps(1_u32), plain());
        assert_eq!(MESSAGES.iter().map(|template| template.id).nth(1), Some("example.side"));
    }

    #[test]
    fn a_pattern_has_the_places_of_its_arguments() {
        let pattern = |template: &Template| template.pattern(&Locale::ENGLISH, |index| format!("<{index}>"));
        assert_eq!(pattern(&order::TEMPLATE), "<1> comes after <0>, and <0> before <1>.");
        assert_eq!(pattern(&side::TEMPLATE), "The marker stands behind “<1>”.");
        assert_eq!(pattern(&lamps::TEMPLATE), "<0> lamps");
    }

    #[test]
    fn what_a_template_may_not_be_is_told() {
        let accepts = |text: &str| order::TEMPLATE.accepts(text);
        assert!(accepts("{first}{second}") && accepts("{first}"), "a language may leave something out");
        for text in
            ["{", "}", "{first", "{first}}", "{third}", "{}", "{first, select, a {b}}", "{first,}", "{first, x}"]
        {
            assert!(!accepts(text), "{text}");
        }
        let accepts = |text: &str| side::TEMPLATE.accepts(text);
        assert!(accepts("{side, select, before {x} other {{mark}}}"));
        for text in ["{side}", "{side, plural, other {x}}", "{side, select, }", "{side, select, before {{x}}}"] {
            assert!(!accepts(text), "{text}");
        }
    }
}

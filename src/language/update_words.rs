//! How a language speaks of what lies ahead and of what is past: by this it is seen what last year's words still say.

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

/// How a language speaks of what lies ahead and of what is past. All words are in small letters and without vowel signs; each may
/// be the beginning of a longer one, and a space in it stands for any space.
#[derive(Debug)]
pub struct UpdateWords {
    /// How the word for a session begins that stands beside its number.
    pub session: &'static [&'static str],
    /// The endings of a session's number where it is named, and where it stands in a sentence: those of one case together.
    pub endings: &'static [&'static [(&'static str, &'static str)]],
    /// Words with which a paragraph asks for something, invites or decides.
    pub directives: &'static [&'static str],
    /// Before a session: it is over, or it is another body's.
    pub past_before: &'static [&'static str],
    /// Straight behind a session: it is over.
    pub past_behind: &'static [&'static str],
    /// Beside a session: what is still to come of the one that goes on.
    pub going_on: &'static [&'static str],
    /// Beside a session and behind it: what is said of an item that is on the agenda of the one that goes on. An item of the next one
    /// is put on its provisional agenda.
    pub open_item: &'static [(&'static str, &'static str)],
    /// Something is to take place: before a year, in the same clause.
    pub ahead: &'static [&'static str],
    /// With which a paragraph takes up a report.
    pub noting: &'static [&'static str],
    /// The word for a report.
    pub report: &'static [&'static str],
    /// Words that mean another time a year later: “the present session”, “this year”, “recently”.
    pub present: &'static [&'static str],
    /// The word for an anniversary.
    pub anniversary: &'static [&'static str],
}

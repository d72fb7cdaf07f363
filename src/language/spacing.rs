//! Where a language has spaces, and of which kind.

/// Where a language has spaces, and of which kind. What is said of how often was counted in the resolutions that the
/// General Assembly adopted at its seventy-seventh session.
#[derive(Debug)]
pub struct Spacing {
    /// What joins two lines of a paragraph: a space, or nothing where words are not parted.
    pub joint: &'static str,
    /// Marks beside which no space stands: full-width ones bring their own.
    pub tight_marks: &'static [char],
    /// The words of a date between which and its figures no space stands (`2007年12月18日`; Editorial practice in 94 of
    /// 100 texts).
    pub tight_units: &'static [char],
    /// Marks before which a space does not break (French `;`, in all of 8,317 places).
    pub no_break_before: &'static [char],
    /// Marks after which it does not.
    pub no_break_after: &'static [char],
    /// Where the space after the day in a date does not break, as it doesn't in print: what stands between day and
    /// month.
    pub after_day: Option<&'static str>,
    /// A space stands between a paragraph's number and the hyphen after it (`1 - `).
    pub spaced_hyphen: bool,
    /// Words before which a hyphen can stand for what follows later (`short- and long-term`), so that it ends a word.
    pub suspending: &'static [&'static str],
}

/// Spacing as most languages have it: the kinds of space are left to the writer.
pub static PLAIN: Spacing = Spacing {
    joint: " ",
    tight_marks: &[],
    tight_units: &[],
    no_break_before: &[],
    no_break_after: &[],
    after_day: None,
    spaced_hyphen: false,
    suspending: &[],
};

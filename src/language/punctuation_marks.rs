//! The marks that paragraphs end with, and those of other scripts that are taken for them.

/// The marks that paragraphs end with, and those of other scripts that are taken for them.
#[derive(Debug)]
pub struct PunctuationMarks {
    pub comma: &'static str,
    pub semicolon: &'static str,
    pub colon: &'static str,
    pub full_stop: &'static str,
    /// What stands before a semicolon and a colon: French has a no-break space there.
    pub before_double: &'static str,
    /// A footnote's marker stands before the mark that it is next to, not behind it. (Measured in the resolutions of
    /// sessions 74 to 80: no language has it the other way in more than 1 of 400 places.)
    pub marker_first: bool,
    /// It is written from right to left, where brackets and quotation marks are turned: “ and ” may each stand on either
    /// side, and what turns a text around leaves `()` for a closing bracket.
    pub right_to_left: bool,
    /// Marks of other scripts that are taken for the language's own, and those.
    pub taken: &'static [(char, char)],
    /// Whether a letter is one of the language's own script, beside which a mark of another is a slip.
    pub own_letter: fn(char) -> bool,
}

/// The marks of languages in Latin and Cyrillic script whose markers stand before them.
pub static WESTERN: PunctuationMarks = PunctuationMarks {
    comma: ",",
    semicolon: ";",
    colon: ":",
    full_stop: ".",
    before_double: "",
    marker_first: true,
    right_to_left: false,
    taken: &[
        ('，', ','),
        ('；', ';'),
        ('：', ':'),
        ('。', '.'),
        ('、', ','),
        ('？', '?'),
        ('！', '!'),
        ('،', ','),
        ('؛', ';'),
        ('؟', '?'),
    ],
    own_letter: |c| c.is_alphabetic() && c < '\u{590}',
};

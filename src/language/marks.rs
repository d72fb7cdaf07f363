//! The marks that paragraphs end with, and those of other scripts that are taken for them.

/// The marks that paragraphs end with, and those of other scripts that are taken for them.
#[derive(Debug)]
pub struct Marks {
    pub comma: &'static str,
    pub semicolon: &'static str,
    pub colon: &'static str,
    pub full_stop: &'static str,
    /// What stands before a semicolon and a colon: French has a no-break space there.
    pub before_double: &'static str,
    /// A footnote's marker stands before the mark that it is next to, not behind it. (Measured in the resolutions of
    /// sessions 74 to 80: no language has it the other way in more than 1 of 400 places.)
    pub marker_first: bool,
}

/// The marks of languages in Latin and Cyrillic script whose markers stand before them.
pub static WESTERN: Marks =
    Marks { comma: ",", semicolon: ";", colon: ":", full_stop: ".", before_double: "", marker_first: true };

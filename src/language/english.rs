//! English.

use super::{Citing, Language, Reading, Telling};

/// English.
pub static ENGLISH: &Language =
    &Language { code: "en", name: "English", reading: &READING, citing: &CITING, telling: &TELLING };

static READING: Reading = Reading {};

// ------------------------------------------------------------------ how instruments are cited

static CITING: Citing = Citing {};

// ------------------------------------------------------------------ what the program says

static TELLING: Telling = Telling {};

//! Chinese.

use super::{Citing, Language, Reading, Telling};

/// Chinese.
pub static CHINESE: &Language =
    &Language { code: "zh", name: "中文", reading: &READING, citing: &CITING, telling: &TELLING };

static READING: Reading = Reading {};

// ------------------------------------------------------------------ how instruments are cited

static CITING: Citing = Citing {};

// ------------------------------------------------------------------ what the program says

static TELLING: Telling = Telling {};

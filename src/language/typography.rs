//! How a text in a language is set, in files that say so.
//!
//! Source: documents of the United Nations in Word, whose running text is set in Times New Roman of ten points; in Chinese in
//! Song, with the words that a paragraph opens with in Kai (in the conference department's own XML they are set off, too); in
//! Arabic in Traditional Arabic, which is small for its size.

/// How a text in a language is set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Typography {
    /// The language with its country, as word processors name what they check the spelling of (`en-GB`).
    pub tag: &'static str,
    /// The font of Latin and Cyrillic letters.
    pub font: &'static str,
    /// The font of the language's own letters.
    pub own_font: &'static str,
    /// The font of the words that a paragraph opens with, where another font sets them off; elsewhere they are in italics.
    pub opening_font: Option<&'static str>,
    /// Half points: the size of running text.
    pub size: u16,
    /// Whether both edges of running text are straight. Arabic is stretched within its words for that, and LibreOffice writes what
    /// they are stretched by into a PDF, where it is read as dots among the letters (`docs/from-word-and-pdf.md`).
    pub justified: bool,
}

const TIMES: &str = "Times New Roman";

const WESTERN: Typography =
    Typography { tag: "", font: TIMES, own_font: TIMES, opening_font: None, size: 20, justified: true };

/// Arabic.
pub static ARABIC: Typography =
    Typography { tag: "ar-SA", own_font: "Traditional Arabic", size: 28, justified: false, ..WESTERN };

/// Chinese.
pub static CHINESE: Typography =
    Typography { tag: "zh-CN", own_font: "SimSun", opening_font: Some("KaiTi"), size: 21, ..WESTERN };

/// English, as the United Nations spells it.
pub static ENGLISH: Typography = Typography { tag: "en-GB", ..WESTERN };

/// French.
pub static FRENCH: Typography = Typography { tag: "fr-FR", ..WESTERN };

/// Russian.
pub static RUSSIAN: Typography = Typography { tag: "ru-RU", ..WESTERN };

/// Spanish.
pub static SPANISH: Typography = Typography { tag: "es-ES", ..WESTERN };

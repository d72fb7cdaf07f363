//! Lines, with the label that is read in `⟨⟩`.

use std::ops::Range;

use super::*;
use crate::draft::LabelValue;
use crate::language::{ARABIC, CHINESE, ENGLISH, FRENCH, Language, RUSSIAN, SPANISH};

fn number(number: u32, insertion: u8) -> LabelValue {
    LabelValue::Number { number, insertion }
}

/// What is read, with the label in `⟨⟩`.
fn read(line: &str, language: &Language) -> (String, LineLabel) {
    let found = label(line, language).unwrap_or_else(|| panic!("{line}"));
    let Range { start, end } = found.range;
    (format!("{}⟨{}⟩{}", &line[..start], &line[start..end], &line[end..]), found)
}

#[test]
fn operative_labels() {
    for (shown, language, value) in [
        ("⟨12.⟩ Decides", ENGLISH, number(12, 0)),
        ("⟨12.⟩", ENGLISH, number(12, 0)),
        ("⟨4 bis.⟩ Urges", ENGLISH, number(4, 2)),
        ("⟨4 ter⟩ Urges", ENGLISH, number(4, 3)),
        ("⟨1 -⟩ تقرر", ARABIC, number(1, 0)),
        ("⟨1.-⟩ Pide", SPANISH, number(1, 0)),
        ("⟨1-⟩ تقرر", ARABIC, number(1, 0)),
        ("⟨٢ -⟩ تقرر", ARABIC, number(2, 0)),
        ("\u{200f}⟨2 -⟩\u{200f} تقرر", ARABIC, number(2, 0)),
        ("⟨2\u{200f} -⟩ تقرر", ARABIC, number(2, 0)),
        ("⟨2 مكررا -⟩ تحث", ARABIC, number(2, 2)),
        ("⟨2 مكرراً -⟩ تحث", ARABIC, number(2, 2)),
        ("⟨4之二.⟩ 敦促", CHINESE, number(4, 2)),
        ("⟨1 бис.⟩ призывает", RUSSIAN, number(1, 2)),
        ("⟨OP7:⟩ Urges", ENGLISH, number(7, 0)),
        ("⟨OP 12 bis⟩ Urges", ENGLISH, number(12, 2)),
        ("⟨par. 4⟩ Prie", FRENCH, number(4, 0)),
        ("⟨párr. 4⟩ Pide", SPANISH, number(4, 0)),
        ("⟨执行部分第4段⟩ 决定", CHINESE, number(4, 0)),
        ("[⟨4.⟩ Decides", ENGLISH, number(4, 0)),
        ("[⟨4.⟩] Decides", ENGLISH, number(4, 0)),
        ("[[⟨OP4⟩ [Decides", ENGLISH, number(4, 0)),
        ("［⟨2.⟩ 敦促", CHINESE, number(2, 0)),
        ("[⟨2 -⟩ تحث", ARABIC, number(2, 0)),
        ("[⟨4 bis⟩] Decides", ENGLISH, number(4, 2)),
        ("**⟨4.⟩** Decides", ENGLISH, number(4, 0)),
        ("⟨4\\.⟩ Decides", ENGLISH, number(4, 0)),
    ] {
        let line = shown.replace(['⟨', '⟩'], "");
        let (as_read, found) = read(&line, language);
        assert_eq!((as_read.as_str(), found.form), (shown, LabelForm::Operative(value)));
        assert_eq!((found.uncounted, found.bracketed), (false, shown.starts_with(['[', '［'])), "{line}");
    }
    for (shown, language) in [
        ("⟨5 alt. 2⟩ Urges", ENGLISH),
        ("⟨OP5 alt.⟩ Urges", ENGLISH),
        ("⟨5 alternative.⟩ Urges", ENGLISH),
        ("⟨OP5.a⟩ Urges", ENGLISH),
        ("⟨5 альт.⟩ призывает", RUSSIAN),
        ("⟨5 备选案文2.⟩ 敦促", CHINESE),
    ] {
        let line = shown.replace(['⟨', '⟩'], "");
        let (as_read, found) = read(&line, language);
        assert_eq!((as_read.as_str(), found.form), (shown, LabelForm::Operative(number(5, 0))));
        assert!(found.uncounted, "{line}");
    }
    for line in [
        "64.X.1), p. 173",
        "1.5 million",
        "2005. World",
        "12 December",
        "1945-1950",
        "7 States",
        "OPEC",
        "",
        "[1] See",
        "5 alternative proposals",
        "[3 December 2037]",
        "e.g. lamps",
        "[i.e. lamps]",
    ] {
        assert_eq!(label(line, ENGLISH), None, "{line}");
    }
}

#[test]
fn preambular_labels() {
    for (shown, language, value) in [
        ("⟨PP3⟩ Recalling", ENGLISH, number(3, 0)),
        ("[⟨PP3 bis.⟩ Recalling", ENGLISH, number(3, 2)),
        ("⟨al. 3⟩ Rappelant", FRENCH, number(3, 0)),
        ("⟨序言部分第3段⟩ 回顾", CHINESE, number(3, 0)),
    ] {
        let line = shown.replace(['⟨', '⟩'], "");
        let (as_read, found) = read(&line, language);
        assert_eq!((as_read.as_str(), found.form), (shown, LabelForm::Preambular(value)));
    }
}

#[test]
fn subparagraph_labels() {
    for (shown, language, letter, numeral) in [
        ("⟨(a)⟩ The", ENGLISH, Some(1), None),
        ("⟨i)⟩ the", ENGLISH, Some(9), Some(1)),
        ("⟨(aa)⟩ the", ENGLISH, Some(27), None),
        ("⟨(ii)⟩ the", ENGLISH, Some(35), Some(2)),
        ("⟨(xiv)⟩ the", ENGLISH, None, Some(14)),
        ("⟨а)⟩ the", ENGLISH, Some(1), None),
        ("⟨㈡⟩ 关于", CHINESE, None, Some(2)),
        ("⟨(十二)⟩ 关于", CHINESE, None, Some(12)),
        ("⟨(ب)⟩ أن", ARABIC, Some(2), None),
        ("⟨’3‘⟩ أن", ARABIC, None, Some(3)),
        ("[⟨(b)⟩ the", ENGLISH, Some(2), None),
        ("[⟨b)⟩] la", FRENCH, Some(2), None),
        ("- ⟨(b)⟩ the", ENGLISH, Some(2), None),
        ("- ⟨b)⟩ la", FRENCH, Some(2), None),
    ] {
        let line = shown.replace(['⟨', '⟩'], "");
        let (as_read, found) = read(&line, language);
        assert_eq!((as_read.as_str(), found.form), (shown, LabelForm::Sub { letter, numeral, dotted: false }));
        assert!(!found.uncounted);
    }
    for shown in ["⟨(b) bis⟩ the", "⟨(b bis)⟩ the", "⟨(b) alt⟩ the"] {
        let line = shown.replace(['⟨', '⟩'], "");
        let (as_read, found) = read(&line, ENGLISH);
        assert_eq!((as_read.as_str(), found.uncounted), (shown, true));
    }
    let (shown, found) = read("ii. to report", ENGLISH);
    assert_eq!(shown, "⟨ii.⟩ to report");
    assert_eq!(found.form, LabelForm::Sub { letter: Some(35), numeral: Some(2), dotted: true });
    for line in ["(A/63/431) and", "(and the", "(the) rest", "and. then"] {
        assert_eq!(label(line, ENGLISH), None, "{line}");
    }
    assert_eq!(read("a) b)c", ENGLISH).0, "⟨a)⟩ b)c");
}

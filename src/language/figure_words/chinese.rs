//! Chinese. Its numerals are read by what they are: see [`script`](crate::script).

use super::super::figure_words::{FigureWords, NumberForms, NumberWordKind};

pub static CHINESE: FigureWords = FigureWords {
    numbers: &[
        NumberForms {
            kind: NumberWordKind::Half,
            stems: &[("一半", 2), ("半数", 2), ("过半", 2), ("半", 2)],
            endings: &[""],
        },
        NumberForms { kind: NumberWordKind::Number, stems: &[("百万分之", 1_000_000)], endings: &[""] },
        NumberForms { kind: NumberWordKind::Number, stems: &[("双年", 2), ("双重", 2)], endings: &[""] },
    ],
    joints: &[],
    prefixes: &[],
    units_first: false,
    teens_after: &[],
    units_after_ten: false,
    digit_endings: &[],
    joining: &["和", "及", "至", "到", "以及", "或", "与", "并"],
    beside: &["第", "从", "自", "分别"],
    half_days: ([&["上午", "凌晨", "早上"], &["下午", "晚上"]], true),
    hours: &["时", "点"],
    minutes: &["分"],
    noon: &["中午", "正午"],
    volumes: (&[], "卷"),
    names: &["2019冠状病毒病", "2019年冠状病毒病", "2019新型冠状病毒"],
    hyphens_for_points: false,
    groups_in_reverse: false,
    about: &["多", "余", "几"],
    decade_of_century: Some(("世纪", "年代")),
    month_forms: &[],
    subdivisions: &["款", "项", "目"],
    ordinal_sign: "第",
};

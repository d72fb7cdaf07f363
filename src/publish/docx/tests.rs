use super::*;
use crate::draft::Draft;
use crate::publish::docx::lists::PlannedLabel;
use crate::source::Hints;

/// What becomes of the labels of a draft: the list and level of those that are counted, `typed` of the others.
fn labels(text: &str) -> Vec<String> {
    let draft = Draft::read(text);
    let manuscript = Manuscript::of(text, &draft, &Hints::default());
    let plan = ListPlan::of(&manuscript.blocks);
    let label = |label: &PlannedLabel| match label {
        PlannedLabel::None => None,
        PlannedLabel::Typed => Some("typed".to_owned()),
        PlannedLabel::Counted { list, level } => Some(format!("{list}/{level}")),
    };
    plan.labels.iter().filter_map(label).collect()
}

#[test]
fn lists_go_on_and_begin_anew() {
    let text = "The General Assembly,\n\nRecalling the lamps,\n\n1. Decides:\n\n(a) To light;\n\n(b) To watch;\n\n\
                2. Requests:\n\n(a) To rest;\n\n2 bis. Notes:\n\n(a) The night;\n\n3. Decides to end.\n\n\
                Annex\n\n1. Lamps burn.\n\n2. Keepers rest.\n";
    // Behind the number that is typed, a list must be told to begin anew.
    assert_eq!(labels(text), ["1/0", "1/1", "1/1", "1/0", "1/1", "typed", "2/1", "1/0", "3/0", "3/0"]);
}

#[test]
fn numbers_out_of_order_are_typed_unless_a_list_goes_on_from_them() {
    let of = |numbers: &[u32]| {
        let paragraphs = numbers.iter().map(|number| format!("{number}. Decides to light lamp {number};\n\n"));
        labels(&format!("The General Assembly,\n\nRecalling the lamps,\n\n{}", paragraphs.collect::<String>()))
    };
    assert_eq!(of(&[1, 2, 9]), ["1/0", "1/0", "typed"]);
    assert_eq!(of(&[1, 2, 2, 3]), ["1/0", "1/0", "2/0", "2/0"]);
    assert_eq!(of(&[1, 3, 4, 5]), ["1/0", "2/0", "2/0", "2/0"]);
}

#[test]
fn every_languages_labels_are_counted_in_its_own_way() {
    for (text, format) in [
        ("إن الجمعية العامة،\n\nإذ تشير إلى المصابيح،\n\n1 - تقرر:\n\n(أ) أن تضاء؛\n\n(ب) أن تطفأ.\n", "arabicAbjad"),
        (
            "Генеральная Ассамблея,\n\nссылаясь на лампы,\n\n1. постановляет:\n\na) зажечь их;\n\nb) погасить их.\n",
            "lowerLetter",
        ),
        ("大会，\n\n回顾灯塔，\n\n1. 决定：\n\n(a) 点灯；\n\n(b) 熄灯。\n", "lowerLetter"),
    ] {
        let draft = Draft::read(text);
        let manuscript = Manuscript::of(text, &draft, &Hints::default());
        let plan = ListPlan::of(&manuscript.blocks);
        let second = plan.definitions[0].levels[1].as_ref().unwrap();
        assert_eq!(second.format, format);
    }
}

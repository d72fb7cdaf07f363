//! What Enter writes is numbered right, in the six languages.

use rapporteur::draft::{Draft, LabelValue, edit};
use rapporteur::revise::typing::{TypingContext, enter};
use rapporteur::rules;

/// The draft after Enter at its end, and words.
fn typed_on(draft: &str, words: &str) -> String {
    let text = format!("{draft}\n");
    let read = Draft::read(&text);
    let label = enter(TypingContext { text: &text, draft: &read, offset: text.len() });
    edit::apply(label.as_slice(), &text) + words + "\n"
}

/// Every paragraph of a draft in each language, Enter behind it, and words: the next label, and nothing wrong with it.
#[test]
fn what_follows_is_numbered_right() {
    let drafts = [
        (
            "The General Assembly,\n\nRecalling the lamps,\n\n1. Decides:\n\n(a) To light;\n\n(b) To look:\n\n(i) Up;\n\n(ii) Down;\n\n2. Requests more;\n\n",
            "light;",
        ),
        (
            "L’Assemblée générale,\n\nRappelant les lampes,\n\n1. Décide :\n\na) D’allumer ;\n\nb) De voir :\n\ni) Haut ;\n\nii) Bas ;\n\n2. Prie les gardiens ;\n\n",
            "Allume ;",
        ),
        (
            "La Asamblea General,\n\nRecordando los faros,\n\n1. Decide:\n\na) Encender;\n\nb) Mirar:\n\ni) Arriba;\n\nii) Abajo;\n\n2. Solicita más;\n\n",
            "Enciende;",
        ),
        (
            "Генеральная Ассамблея,\n\nссылаясь на маяки,\n\n1. постановляет:\n\na) зажечь;\n\nb) смотреть:\n\ni) вверх;\n\nii) вниз;\n\n2. просит еще;\n\n",
            "зажигает;",
        ),
        (
            "إن الجمعية العامة،\n\nإذ تشير إلى المنارات،\n\n1 - تقرر:\n\n(أ) الإضاءة؛\n\n(ب) النظر:\n\n’1‘ فوق؛\n\n’2‘ تحت؛\n\n2 - تطلب المزيد؛\n\n",
            "تضيء؛",
        ),
        (
            "大会，\n\n回顾灯塔，\n\n1. 决定：\n\n(a) 点灯；\n\n(b) 观看：\n\n㈠ 上；\n\n㈡ 下；\n\n2. 请看守人；\n\n",
            "点灯；",
        ),
        (
            "大会，\n\n回顾灯塔，\n\n1．决定：\n\n（a）点灯；\n\n（b）观看：\n\n（一）上；\n\n（二）下；\n\n2．请看守人；\n\n",
            "点灯；",
        ),
    ];
    for (draft, words) in drafts {
        let read = Draft::read(draft);
        assert_eq!(read.paragraphs.len(), 7, "{draft}");
        for (paragraph, expected) in
            [(4, LabelValue::Roman(2)), (5, LabelValue::Roman(3)), (6, LabelValue::Number { number: 3, insertion: 0 })]
        {
            // What stands behind it is left out, so that it is the last.
            let end = read.paragraphs[paragraph].range.end;
            let text = typed_on(&draft[..end], words);
            let read = Draft::read(&text);
            let last = read.paragraphs.last().unwrap();
            assert_eq!(last.label.as_ref().map(|label| label.value), Some(expected), "{text}");
            let numbering = |rule: &rules::Rule| rule.code.ends_with("-numbering");
            assert_eq!(rules::check(&text, &read, &numbering), [], "{text}");
        }
        for paragraph in [1, 3] {
            let end = read.paragraphs[paragraph].range.end;
            let text = typed_on(&draft[..end], words);
            let read = Draft::read(&text);
            assert_eq!(read.paragraphs.len(), paragraph + 2, "{text}");
            let first = read.paragraphs.last().and_then(|last| last.label.as_ref()).map(|label| label.value);
            assert!(matches!(first, Some(LabelValue::Letter(1) | LabelValue::Roman(1))), "{first:?} in {text}");
        }
    }
}

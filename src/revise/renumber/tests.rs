use super::*;
use crate::draft::edit::apply;

/// A draft after it was counted anew, and what of it stayed as it was.
fn done(text: &str, wanted: RenumberScope) -> (String, Vec<(String, UnchangedReason)>) {
    let Renumbered { edits, left } = renumber(text, &Draft::read(text), wanted);
    let left = left.into_iter().map(|left| (text[left.range].to_owned(), left.why)).collect();
    (apply(&edits, text), left)
}

/// Fails unless `before`, counted anew, is `after` and nothing stays as it was. What is right already stays right.
fn expect(wanted: RenumberScope, before: &str, after: &str) {
    assert_eq!(done(before, wanted), (after.to_owned(), Vec::new()));
    assert_eq!(done(after, wanted), (after.to_owned(), Vec::new()));
}

#[test]
fn after_a_paragraph_was_deleted_in_six_languages() {
    for (before, after) in [
        (
            "The General Assembly,\n\nRecalling the night,\n\n1. Decides to light the lamps;\n\n3. Requests a report;\n\n4. Decides, as said in paragraphs 1 and 3 above, to rest.\n",
            "The General Assembly,\n\nRecalling the night,\n\n1. Decides to light the lamps;\n\n2. Requests a report;\n\n3. Decides, as said in paragraphs 1 and 2 above, to rest.\n",
        ),
        (
            "L’Assemblée générale,\n\nRappelant la nuit,\n\n1. Décide d’allumer les lampes ;\n\n3. Prie le Secrétaire général de faire rapport ;\n\n4. Décide de se reposer, comme dit au paragraphe 3 ci-dessus.\n",
            "L’Assemblée générale,\n\nRappelant la nuit,\n\n1. Décide d’allumer les lampes ;\n\n2. Prie le Secrétaire général de faire rapport ;\n\n3. Décide de se reposer, comme dit au paragraphe 2 ci-dessus.\n",
        ),
        (
            "La Asamblea General,\n\nRecordando la noche,\n\n1.- Decide encender las lámparas;\n\n3.- Solicita un informe;\n\n4.- Decide descansar, según el párrafo 3 supra.\n",
            "La Asamblea General,\n\nRecordando la noche,\n\n1.- Decide encender las lámparas;\n\n2.- Solicita un informe;\n\n3.- Decide descansar, según el párrafo 2 supra.\n",
        ),
        (
            "Генеральная Ассамблея,\n\nссылаясь на ночь,\n\n1. постановляет зажечь лампы;\n\n3. просит представить доклад;\n\n4. постановляет отдыхать, как сказано в пункте 3 выше.\n",
            "Генеральная Ассамблея,\n\nссылаясь на ночь,\n\n1. постановляет зажечь лампы;\n\n2. просит представить доклад;\n\n3. постановляет отдыхать, как сказано в пункте 2 выше.\n",
        ),
        (
            "إن الجمعية العامة،\n\nإذ تشير إلى الليل،\n\n1 - تقرر إضاءة المصابيح؛\n\n3 - تطلب إلى الأمين العام تقديم تقرير؛\n\n4 - تقرر أن تستريح على النحو المبين في الفقرة 3 أعلاه.\n",
            "إن الجمعية العامة،\n\nإذ تشير إلى الليل،\n\n1 - تقرر إضاءة المصابيح؛\n\n2 - تطلب إلى الأمين العام تقديم تقرير؛\n\n3 - تقرر أن تستريح على النحو المبين في الفقرة 2 أعلاه.\n",
        ),
        (
            "大会，\n\n回顾长夜，\n\n1. 决定点亮灯火；\n\n3. 请秘书长提交报告；\n\n4. 决定按照上文第3段休息。\n",
            "大会，\n\n回顾长夜，\n\n1. 决定点亮灯火；\n\n2. 请秘书长提交报告；\n\n3. 决定按照上文第2段休息。\n",
        ),
    ] {
        expect(RenumberScope::OPERATIVE, before, after);
    }
}

/// A draft with room for the paragraph that begins with some words.
fn with_room(text: &str, words: &str) -> String {
    let draft = Draft::read(text);
    let at = text.find(words).unwrap();
    let new = draft.paragraphs.iter().rposition(|paragraph| paragraph.range.start <= at).unwrap();
    apply(&make_room(text, &draft, new).edits, text)
}

#[test]
fn a_paragraph_that_was_just_begun_is_no_other_in_six_languages() {
    for (words, before, after) in [
        (
            "x",
            "The General Assembly,\n\nRecalling the night,\n\n1. Decides to light the lamps;\n\n2. x\n\n2. Requests a report:\n\n(a) On oil;\n\n(b) On wicks;\n\n3. Decides, as said in paragraphs 1 and 2 (b) above, to rest.\n",
            "The General Assembly,\n\nRecalling the night,\n\n1. Decides to light the lamps;\n\n2. x\n\n3. Requests a report:\n\n(a) On oil;\n\n(b) On wicks;\n\n4. Decides, as said in paragraphs 1 and 3 (b) above, to rest.\n",
        ),
        (
            "x",
            "L’Assemblée générale,\n\nRappelant la nuit,\n\n1. Décide d’allumer les lampes, compte tenu du paragraphe 3 ci-dessous ;\n\n2. x\n\n2. Prie le Secrétaire général de faire rapport ;\n\n3. Décide de se reposer, comme dit au paragraphe 2 ci-dessus.\n",
            "L’Assemblée générale,\n\nRappelant la nuit,\n\n1. Décide d’allumer les lampes, compte tenu du paragraphe 4 ci-dessous ;\n\n2. x\n\n3. Prie le Secrétaire général de faire rapport ;\n\n4. Décide de se reposer, comme dit au paragraphe 3 ci-dessus.\n",
        ),
        (
            "x",
            "La Asamblea General,\n\nRecordando la noche,\n\n1.- Decide encender las lámparas;\n\n2.- x\n\n2.- Solicita un informe;\n\n3.- Decide descansar, según el párrafo 2 supra.\n",
            "La Asamblea General,\n\nRecordando la noche,\n\n1.- Decide encender las lámparas;\n\n2.- x\n\n3.- Solicita un informe;\n\n4.- Decide descansar, según el párrafo 3 supra.\n",
        ),
        (
            "x",
            "Генеральная Ассамблея,\n\nссылаясь на ночь,\n\n1. постановляет зажечь лампы:\n\na) большие;\n\nb) x\n\nb) малые;\n\nc) все, указанные в подпункте b) выше;\n\n2. просит представить доклад согласно пункту 1 b) выше.\n",
            "Генеральная Ассамблея,\n\nссылаясь на ночь,\n\n1. постановляет зажечь лампы:\n\na) большие;\n\nb) x\n\nc) малые;\n\nd) все, указанные в подпункте c) выше;\n\n2. просит представить доклад согласно пункту 1 c) выше.\n",
        ),
        (
            "x",
            "إن الجمعية العامة،\n\nإذ تشير إلى الليل،\n\n1 - تقرر ما يلي:\n\n(أ) إضاءة المصابيح؛\n\n(ب) تنظيفها على النحو التالي:\n\n’1‘ في الصباح؛\n\n’2‘ x\n\n’2‘ في المساء؛\n\n2 - تقرر أن تستريح على النحو المبين في الفقرة 1 أعلاه.\n",
            "إن الجمعية العامة،\n\nإذ تشير إلى الليل،\n\n1 - تقرر ما يلي:\n\n(أ) إضاءة المصابيح؛\n\n(ب) تنظيفها على النحو التالي:\n\n’1‘ في الصباح؛\n\n’2‘ x\n\n’3‘ في المساء؛\n\n2 - تقرر أن تستريح على النحو المبين في الفقرة 1 أعلاه.\n",
        ),
        (
            "敦促",
            "大会，\n\n回顾长夜，\n\n1．决定点亮灯火；\n\n2．敦促\n\n2．请秘书长提交报告；\n\n3．决定按照上文第2段休息。\n",
            "大会，\n\n回顾长夜，\n\n1．决定点亮灯火；\n\n2．敦促\n\n3．请秘书长提交报告；\n\n4．决定按照上文第3段休息。\n",
        ),
    ] {
        assert_eq!(with_room(before, words), after);
    }
}

#[test]
fn room_is_made_as_far_as_it_is_wanted() {
    let body = |rest: &str| format!("{HEAD}1. Decides;\n\n2. x\n\n{rest}");
    // There is a gap already.
    let gap = body("3. Notes;\n\n4. Ends, as in paragraph 3 above.\n");
    assert_eq!(with_room(&gap, "x"), gap);
    // A gap further on is closed, and what stands behind it stays.
    assert_eq!(with_room(&body("2. Notes;\n\n4. Ends.\n"), "x"), body("3. Notes;\n\n4. Ends.\n"));
    // `2 bis` stays with its paragraph, and a range grows.
    assert_eq!(
        with_room(&body("2. Notes;\n\n2 bis. Requests;\n\n3. Ends, as in paragraphs 1 and 2 above.\n"), "x"),
        body("3. Notes;\n\n3 bis. Requests;\n\n4. Ends, as in paragraphs 1 and 3 above.\n")
    );
    assert_eq!(
        with_room(&body("2. Notes;\n\n3. Ends, as in paragraphs 1 to 2 above.\n"), "x"),
        body("3. Notes;\n\n4. Ends, as in paragraphs 1 to 3 above.\n")
    );
    // An annex counts by itself, a section that goes on counting does not.
    let annex = "2. Ends.\n\nAnnex\n\nRules of the lamps\n\n1. Lamps are lit.\n\n2. Lamps are trimmed.\n";
    assert_eq!(with_room(&body(annex), "x"), body(&annex.replacen("2. Ends", "3. Ends", 1)));
}

const HEAD: &str = "The General Assembly,\n\nRecalling the night,\n\n";

#[test]
fn a_paragraph_that_was_cut_and_put_elsewhere_keeps_its_name() {
    expect(
        RenumberScope::OPERATIVE,
        &format!(
            "{HEAD}1. Decides;\n\n3. Requests a report;\n\n2. Invites all, as in paragraph 3 above;\n\n4. Decides to meet under paragraphs 1 to 3 above.\n"
        ),
        &format!(
            "{HEAD}1. Decides;\n\n2. Requests a report;\n\n3. Invites all, as in paragraph 2 above;\n\n4. Decides to meet under paragraphs 1 to 3 above.\n"
        ),
    );
}

#[test]
fn a_new_paragraph_pushes_the_others_on() {
    // With a number that another has, further on.
    expect(
        RenumberScope::OPERATIVE,
        &format!(
            "{HEAD}1. Decides;\n\n4. Notes the new one;\n\n2. Requests a report;\n\n3. Invites all;\n\n4. Decides to meet, as in paragraphs 2 and 4 above.\n"
        ),
        &format!(
            "{HEAD}1. Decides;\n\n2. Notes the new one;\n\n3. Requests a report;\n\n4. Invites all;\n\n5. Decides to meet, as in paragraphs 3 and 5 above.\n"
        ),
    );
    // A range grows by what is put into it.
    expect(
        RenumberScope::OPERATIVE,
        &format!(
            "{HEAD}1. Decides;\n\n9. Notes the new one;\n\n2. Requests a report;\n\n3. Invites all;\n\n4. Decides to meet, as in paragraphs 1 to 3 above.\n"
        ),
        &format!(
            "{HEAD}1. Decides;\n\n2. Notes the new one;\n\n3. Requests a report;\n\n4. Invites all;\n\n5. Decides to meet, as in paragraphs 1 to 4 above.\n"
        ),
    );
}

#[test]
fn a_new_paragraph_without_a_number_gets_one() {
    expect(
        RenumberScope::OPERATIVE,
        &format!(
            "{HEAD}1. Decides to rest;\n\nRequests a report;\n\n2. Invites all, as in paragraph 1 above;\n\n3. Decides to meet, as in paragraph 2 above.\n"
        ),
        &format!(
            "{HEAD}1. Decides to rest;\n\n2. Requests a report;\n\n3. Invites all, as in paragraph 1 above;\n\n4. Decides to meet, as in paragraph 3 above.\n"
        ),
    );
    expect(
        RenumberScope::OPERATIVE,
        "大会，\n\n回顾长夜，\n\n1. 决定点亮灯火；\n\n请秘书长提交报告；\n\n2. 决定按照上文第1段休息。\n",
        "大会，\n\n回顾长夜，\n\n1. 决定点亮灯火；\n\n2. 请秘书长提交报告；\n\n3. 决定按照上文第1段休息。\n",
    );
}

#[test]
fn a_new_paragraph_without_a_number_may_follow_a_list() {
    for (before, after) in [
        (
            "大会，\n\n回顾长夜，\n\n1. 请看守人：\n\n(a) 点亮灯火；\n\n(b) 擦拭灯罩；\n\n请秘书长提交报告；\n\n2. 决定休息。\n",
            "大会，\n\n回顾长夜，\n\n1. 请看守人：\n\n(a) 点亮灯火；\n\n(b) 擦拭灯罩；\n\n2. 请秘书长提交报告；\n\n3. 决定休息。\n",
        ),
        (
            "Генеральная Ассамблея,\n\nссылаясь на ночь,\n\n1. просит:\n\na) зажечь лампы;\n\nпросит представить доклад;\n\n2. постановляет отдыхать.\n",
            "Генеральная Ассамблея,\n\nссылаясь на ночь,\n\n1. просит:\n\na) зажечь лампы;\n\n2. просит представить доклад;\n\n3. постановляет отдыхать.\n",
        ),
        (
            "إن الجمعية العامة،\n\nإذ تشير إلى الليل،\n\n1 - تطلب ما يلي:\n\n(أ) إضاءة المصابيح؛\n\nتطلب إلى الحراس تنظيفها؛\n\n2 - تقرر أن تستريح.\n",
            "إن الجمعية العامة،\n\nإذ تشير إلى الليل،\n\n1 - تطلب ما يلي:\n\n(أ) إضاءة المصابيح؛\n\n2 - تطلب إلى الحراس تنظيفها؛\n\n3 - تقرر أن تستريح.\n",
        ),
    ] {
        expect(RenumberScope::OPERATIVE, before, after);
    }
    // What goes on with what introduced the list is none.
    let on = "大会，\n\n回顾长夜，\n\n1. 请看守人：\n\n(a) 点亮灯火；\n\n(b) 擦拭灯罩；\n\n此外要求提交报告；\n\n2. 决定休息。\n";
    expect(RenumberScope::OPERATIVE, on, on);
    let on = format!("{HEAD}1. Requests:\n\n(a) The lamps;\n\nrequests them all;\n\n2. Ends.\n");
    expect(RenumberScope::OPERATIVE, &on, &on);
}

#[test]
fn working_labels_of_the_preamble_are_counted_too() {
    expect(
        RenumberScope::OPERATIVE,
        "The General Assembly,\n\nPP1 Recalling the night,\n\nPP3 Noting the day,\n\nOP1 Decides;\n\nOP3 Notes.\n",
        "The General Assembly,\n\nPP1 Recalling the night,\n\nPP2 Noting the day,\n\nOP1 Decides;\n\nOP2 Notes.\n",
    );
}

#[test]
fn what_nobody_can_know_is_left() {
    let twice = format!(
        "{HEAD}1. Decides;\n\n2. Notes;\n\n2. Requests a report;\n\n3. Invites all, as in paragraph 2 above;\n\n4. Decides to meet.\n"
    );
    let (text, left) = done(&twice, RenumberScope::OPERATIVE);
    assert!(text.contains("4. Invites all, as in paragraph 2 above;"), "{text}");
    assert_eq!(left, [("2".to_owned(), UnchangedReason::Ambiguous)]);
    let gone = format!("{HEAD}1. Decides;\n\n3. Invites all, as in paragraph 2 above;\n\n4. Decides to meet.\n");
    let (text, left) = done(&gone, RenumberScope::OPERATIVE);
    assert!(text.contains("2. Invites all, as in paragraph 2 above;"), "{text}");
    assert_eq!(left, [("2".to_owned(), UnchangedReason::Gone)]);
    let scattered = format!(
        "{HEAD}1. Decides;\n\n3. Notes;\n\n4. Invites all;\n\n5. Requests it;\n\n2. Decides to meet, as in paragraphs 1 to 3 above;\n\n6. Ends.\n"
    );
    assert_eq!(done(&scattered, RenumberScope::OPERATIVE).1, [("1 to 3".to_owned(), UnchangedReason::Scattered)]);
}

#[test]
fn what_is_not_the_drafts_is_left_alone() {
    let text = format!(
        "{HEAD}2. Decides to insert “as in paragraph 3 above”;\n\n3. Recalls paragraph 3 of its resolution 62/175, and paragraph 3 of the report;\n\n4. Decides, as in paragraph 3 above, to meet.\n"
    );
    let (text, left) = done(&text, RenumberScope::OPERATIVE);
    assert!(text.contains("“as in paragraph 3 above”"));
    assert!(text.contains("paragraph 3 of its resolution 62/175, and paragraph 3 of the report"));
    assert!(text.contains("3. Decides, as in paragraph 2 above"), "{text}");
    assert_eq!(left, []);
}

#[test]
fn insertions_are_kept_or_resolved() {
    let text = format!(
        "{HEAD}1. Decides;\n\n3. Notes;\n\n3 bis. Invites all;\n\n3 ter. Requests it;\n\n4. Decides to meet, as in paragraphs 3, 3 bis and 4 above.\n"
    );
    let kept = format!(
        "{HEAD}1. Decides;\n\n2. Notes;\n\n2 bis. Invites all;\n\n2 ter. Requests it;\n\n3. Decides to meet, as in paragraphs 2, 2 bis and 3 above.\n"
    );
    expect(RenumberScope::OPERATIVE, &text, &kept);
    let resolved = format!(
        "{HEAD}1. Decides;\n\n2. Notes;\n\n3. Invites all;\n\n4. Requests it;\n\n5. Decides to meet, as in paragraphs 2, 3 and 5 above.\n"
    );
    expect(RenumberScope { insertions: Insertions::Resolved, ..RenumberScope::OPERATIVE }, &text, &resolved);
    expect(
        RenumberScope { insertions: Insertions::Resolved, ..RenumberScope::OPERATIVE },
        "大会，\n\n回顾长夜，\n\n1. 决定点亮灯火；\n\n1之二. 请秘书长提交报告；\n\n2. 决定按照上文第1之二段休息。\n",
        "大会，\n\n回顾长夜，\n\n1. 决定点亮灯火；\n\n2. 请秘书长提交报告；\n\n3. 决定按照上文第2段休息。\n",
    );
}

#[test]
fn alternatives_share_a_number() {
    let right = format!("{HEAD}OP1 Decides;\n\nOP2 Notes;\n\nOP2 alt Invites all;\n\nOP3 Requests it.\n");
    expect(RenumberScope::OPERATIVE, &right, &right);
    let text = format!("{HEAD}OP1 Decides;\n\nOP3 Notes;\n\nOP3 alt Invites all;\n\nOP4 Requests it.\n");
    expect(RenumberScope::OPERATIVE, &text, &right);
}

#[test]
fn subparagraphs_in_their_own_letters_and_numerals() {
    for (before, after) in [
        (
            "The General Assembly,\n\nRecalling the night,\n\n1. Requests the keepers:\n\n(a) To light the lamps;\n\n(c) To trim:\n\n(ii) The wicks;\n\n(iii) The reeds named in subparagraph (ii) above;\n\n(d) To rest, as in subparagraph (c) above;\n\n2. Decides, as in paragraph 1 (c) (iii) above, to meet.\n",
            "The General Assembly,\n\nRecalling the night,\n\n1. Requests the keepers:\n\n(a) To light the lamps;\n\n(b) To trim:\n\n(i) The wicks;\n\n(ii) The reeds named in subparagraph (i) above;\n\n(c) To rest, as in subparagraph (b) above;\n\n2. Decides, as in paragraph 1 (b) (ii) above, to meet.\n",
        ),
        (
            "L’Assemblée générale,\n\nRappelant la nuit,\n\n1. Prie les gardiens :\n\na) D’allumer les lampes ;\n\nc) De se reposer ;\n\n2. Décide de se réunir, comme dit à l’alinéa c) du paragraphe 1 ci-dessus.\n",
            "L’Assemblée générale,\n\nRappelant la nuit,\n\n1. Prie les gardiens :\n\na) D’allumer les lampes ;\n\nb) De se reposer ;\n\n2. Décide de se réunir, comme dit à l’alinéa b) du paragraphe 1 ci-dessus.\n",
        ),
        (
            "إن الجمعية العامة،\n\nإذ تشير إلى الليل،\n\n1 - تطلب إلى الحراس القيام بما يلي:\n\n(أ) إضاءة المصابيح؛\n\n(ج) تنظيفها على النحو التالي:\n\n’2‘ في الصباح؛\n\n’3‘ في المساء؛\n\n2 - تقرر أن تجتمع وفقا للفقرة 1 (ج) أعلاه.\n",
            "إن الجمعية العامة،\n\nإذ تشير إلى الليل،\n\n1 - تطلب إلى الحراس القيام بما يلي:\n\n(أ) إضاءة المصابيح؛\n\n(ب) تنظيفها على النحو التالي:\n\n’1‘ في الصباح؛\n\n’2‘ في المساء؛\n\n2 - تقرر أن تجتمع وفقا للفقرة 1 (ب) أعلاه.\n",
        ),
        (
            "大会，\n\n回顾长夜，\n\n1. 请看守人：\n\n(a) 点亮灯火；\n\n(c) 擦拭下列各物：\n\n㈡ 灯芯；\n\n㈢ 灯罩；\n\n(d) 休息，如上文(c)分段所述；\n\n2. 决定按照上文第1(c)段开会。\n",
            "大会，\n\n回顾长夜，\n\n1. 请看守人：\n\n(a) 点亮灯火；\n\n(b) 擦拭下列各物：\n\n㈠ 灯芯；\n\n㈡ 灯罩；\n\n(c) 休息，如上文(b)分段所述；\n\n2. 决定按照上文第1(b)段开会。\n",
        ),
    ] {
        expect(RenumberScope::SUBPARAGRAPHS, before, after);
    }
}

#[test]
fn an_annex_counts_by_itself() {
    expect(
        RenumberScope::OPERATIVE,
        &format!(
            "{HEAD}1. Adopts the annex;\n\n2. Notes it;\n\n3. Ends.\n\nAnnex\n\nRules of the lamps\n\n2. Lamps are lit.\n\n3. Under paragraph 2 above, they are trimmed.\n"
        ),
        &format!(
            "{HEAD}1. Adopts the annex;\n\n2. Notes it;\n\n3. Ends.\n\nAnnex\n\nRules of the lamps\n\n1. Lamps are lit.\n\n2. Under paragraph 1 above, they are trimmed.\n"
        ),
    );
}

#[test]
fn notes_are_counted_as_they_are_called() {
    expect(
        RenumberScope::NOTES,
        "The General Assembly,\n\nRecalling the lamps,³ the reeds¹ and the oil,³\n\n1. Decides to rest.\n\n_______________\n¹ On reeds.\n² On wicks.\n³ On lamps.\n",
        "The General Assembly,\n\nRecalling the lamps,¹ the reeds² and the oil,¹\n\n1. Decides to rest.\n\n_______________\n¹ On lamps.\n² On reeds.\n³ On wicks.\n",
    );
    expect(
        RenumberScope::NOTES,
        "大会，\n\n回顾灯火[^2]和长夜，[^1]\n\n1. 决定休息。\n\n[^1]: 论长夜。\n[^2]: 论灯火。\n",
        "大会，\n\n回顾灯火[^1]和长夜，[^2]\n\n1. 决定休息。\n\n[^1]: 论灯火。\n[^2]: 论长夜。\n",
    );
    let twice = "The General Assembly,\n\nRecalling the lamps² and the reeds,¹\n\n1. Decides to rest.\n\n_______________\n¹ On reeds.\n¹ On wicks.\n² On lamps.\n";
    assert_eq!(
        done(twice, RenumberScope::NOTES),
        (twice.to_owned(), vec![("¹".to_owned(), UnchangedReason::TwoNotes)])
    );
}

fn moved(text: &str, words: &str, direction: MoveDirection) -> Result<String, MoveRefusal> {
    let at = text.find(words).unwrap();
    move_paragraph(text, &Draft::read(text), at, direction).map(|done| apply(&done.edits, text))
}

#[test]
fn a_paragraph_moves_with_all_that_is_its_own() {
    let text = format!(
        "{HEAD}1. Decides¹ to rest;\n\n2. Requests:²\n\n(a) The lamps;\n\n(b) The wicks;\n\n3. Ends, as in paragraphs 1 and 2 (b) above.\n\n_______________\n¹ On rest.\n² On lamps.\n"
    );
    let up = format!(
        "{HEAD}1. Requests:¹\n\n(a) The lamps;\n\n(b) The wicks;\n\n2. Decides² to rest;\n\n3. Ends, as in paragraphs 2 and 1 (b) above.\n\n_______________\n¹ On lamps.\n² On rest.\n"
    );
    assert_eq!(moved(&text, "Requests:", MoveDirection::Up), Ok(up.clone()));
    assert_eq!(moved(&up, "Requests:", MoveDirection::Down), Ok(text.clone()));
    assert_eq!(moved(&text, "Decides", MoveDirection::Up), Err(MoveRefusal::AtTheEnd(MoveDirection::Up)));
    let lettered = moved(&text, "The wicks", MoveDirection::Up).unwrap();
    assert!(
        lettered.contains("(a) The wicks;\n\n(b) The lamps;\n\n3. Ends, as in paragraphs 1 and 2 (a) above."),
        "{lettered}"
    );
    assert_eq!(moved(&text, "The wicks", MoveDirection::Down), Err(MoveRefusal::AtTheEnd(MoveDirection::Down)));
}

#[test]
fn the_last_paragraph_keeps_the_full_stop_in_six_languages() {
    for (words, before, after) in [
        (
            "Ends",
            "The General Assembly,\n\n1. Decides to rest;\n\n2. Notes paragraph 3 below;\n\n3. Ends, as in paragraph 1 above.\n",
            "The General Assembly,\n\n1. Decides to rest;\n\n2. Ends, as in paragraph 1 above;\n\n3. Notes paragraph 2 above.\n",
        ),
        (
            "Prend",
            "L’Assemblée générale,\n\n1. Décide de se reposer ;\n\n2. Note le paragraphe 3 ci-dessous ;\n\n3. Prend fin, comme dit au paragraphe 2 ci-dessus.\n",
            "L’Assemblée générale,\n\n1. Décide de se reposer ;\n\n2. Prend fin, comme dit au paragraphe 3 ci-dessous ;\n\n3. Note le paragraphe 2 ci-dessus.\n",
        ),
        (
            "Concluye",
            "La Asamblea General,\n\n1. Decide descansar;\n\n2. Observa el párrafo 3 infra;\n\n3. Concluye, según el párrafo 2 supra.\n",
            "La Asamblea General,\n\n1. Decide descansar;\n\n2. Concluye, según el párrafo 3 infra;\n\n3. Observa el párrafo 2 supra.\n",
        ),
        (
            "завершает",
            "Генеральная Ассамблея,\n\n1. постановляет отдыхать;\n\n2. отмечает пункт 3 ниже;\n\n3. завершает работу согласно пункту 2 выше.\n",
            "Генеральная Ассамблея,\n\n1. постановляет отдыхать;\n\n2. завершает работу согласно пункту 3 ниже;\n\n3. отмечает пункт 2 выше.\n",
        ),
        (
            "تنهي",
            "إن الجمعية العامة،\n\n1 - تقرر أن تستريح؛\n\n2 - تلاحظ الفقرة 3 أدناه؛\n\n3 - تنهي أعمالها وفقا للفقرة 2 أعلاه.\n",
            "إن الجمعية العامة،\n\n1 - تقرر أن تستريح؛\n\n2 - تنهي أعمالها وفقا للفقرة 3 أدناه؛\n\n3 - تلاحظ الفقرة 2 أعلاه.\n",
        ),
        (
            "宣布",
            "大会，\n\n1. 决定休息；\n\n2. 注意到下文第3段；\n\n3. 宣布按照上文第2段闭会。\n",
            "大会，\n\n1. 决定休息；\n\n2. 宣布按照下文第3段闭会；\n\n3. 注意到上文第2段。\n",
        ),
    ] {
        assert_eq!(moved(before, words, MoveDirection::Up), Ok(after.to_owned()));
        assert_eq!(moved(after, words, MoveDirection::Down), Ok(before.to_owned()));
    }
}

#[test]
fn items_of_a_list_leave_their_and_behind() {
    let text = format!(
        "{HEAD}1. Requests:\n\n(a) The lamps;\n\n(b) The wicks,¹ as in subparagraph (a) above; and\n\n(c) The oil, but not that of subparagraph (b) above.\n\n_______________\n¹ On wicks.\n"
    );
    let up = moved(&text, "The oil", MoveDirection::Up).unwrap();
    assert!(
        up.contains("(b) The oil, but not that of subparagraph (c) below; and\n\n(c) The wicks,¹ as in subparagraph (a) above.\n"),
        "{up}"
    );
    assert_eq!(moved(&up, "The oil", MoveDirection::Down), Ok(text.clone()));
    // The call of a note may stand behind the mark, and stays with its words.
    let text = text.replace(",¹ as", " as").replace("above; and", "above;¹");
    let up = moved(&text, "The oil", MoveDirection::Up).unwrap();
    assert!(up.contains("(c) below;\n\n(c) The wicks as in subparagraph (a) above.¹\n"), "{up}");
    // What doesn't end is left as it is.
    let text = text.replace("above;¹", "above¹ and so on");
    assert!(moved(&text, "The oil", MoveDirection::Up).unwrap().contains("(c) below.\n\n(c) The wicks"));
}

#[test]
fn above_and_below_follow_what_was_cut_and_put_elsewhere() {
    let (text, left) = done(
        &format!(
            "{HEAD}1. Decides, subject to paragraph 4 below;\n\n4. Requests a report;\n\n2. Invites all, as in paragraph 4 below;\n\n3. Notes paragraphs 2 and 4 below and “paragraph 4 below”.\n"
        ),
        RenumberScope::OPERATIVE,
    );
    assert_eq!(
        text,
        format!(
            "{HEAD}1. Decides, subject to paragraph 2 below;\n\n2. Requests a report;\n\n3. Invites all, as in paragraph 2 above;\n\n4. Notes paragraphs 3 and 2 below and “paragraph 4 below”.\n"
        )
    );
    // It was wrong before, so nobody knows.
    assert_eq!(left, []);
    let (_, left) = done(
        &format!("{HEAD}3. Requests a report, as in paragraphs 1 and 2 above;\n\n1. Decides;\n\n2. Invites all.\n"),
        RenumberScope::OPERATIVE,
    );
    assert_eq!(left, []);
    let (_, left) = done(
        &format!("{HEAD}1. Decides;\n\n3. Requests a report, as in paragraphs 1 and 2 above;\n\n2. Invites all.\n"),
        RenumberScope::OPERATIVE,
    );
    assert_eq!(left, [("1 and 2".to_owned(), UnchangedReason::Astride)]);
}

#[test]
fn a_note_that_sends_to_another_one_goes_on_doing_so_in_six_languages() {
    for (head, before, after) in [
        (
            "The General Assembly,\n\nRecalling",
            "See note 2 above, and A/93/5, note 2.",
            "See note 1 above, and A/93/5, note 2.",
        ),
        ("L’Assemblée générale,\n\nRappelant", "Voir note 2 plus haut.", "Voir note 1 plus haut."),
        ("La Asamblea General,\n\nRecordando", "Véase la nota 2.", "Véase la nota 1."),
        ("Генеральная Ассамблея,\n\nссылаясь на", "См. сноску 2 выше.", "См. сноску 1 выше."),
        ("إن الجمعية العامة،\n\nإذ تشير إلى", "انظر الحاشية 2 أعلاه.", "انظر الحاشية 1 أعلاه."),
        ("大会，\n\n回顾", "见上文脚注2。", "见上文脚注1。"),
    ] {
        let text = |marks: [&str; 3], notes: [&str; 3]| {
            let [one, two, three] = marks;
            let [first, second, third] = notes;
            format!(
                "{head} A/93/1,{one} A/93/2{two} A/93/3,{three}\n\n1. ...\n\n_______________\n¹ {first}\n² {second}\n³ {third}\n"
            )
        };
        let wrong = text(["²", "³", "¹"], ["A/93/11.", "A/93/12.", before]);
        let right = text(["¹", "²", "³"], ["A/93/12.", after, "A/93/11."]);
        assert_eq!(done(&wrong, RenumberScope::NOTES), (right, Vec::new()));
    }
    // What stood above may come to stand below.
    expect(
        RenumberScope::NOTES,
        &format!("{HEAD}1. Rests,² and sleeps.¹\n\n_______________\n¹ A/93/1.\n² See note 1 above.\n"),
        &format!("{HEAD}1. Rests,¹ and sleeps.²\n\n_______________\n¹ See note 2 below.\n² A/93/1.\n"),
    );
    let text = format!("{HEAD}1. Rests,¹ and sleeps.²\n\n_______________\n¹ A/93/1.\n² See note 1 above.\n");
    assert_eq!(renamed(&text, "¹ A/93/1", "7").unwrap(), text.replace('¹', "⁷").replace("note 1", "note 7"));
}

#[test]
fn a_paragraph_stays_in_its_section() {
    let text = format!("{HEAD}I\n\n1. Decides;\n\n2. Requests it;\n\nII\n\n3. Notes it;\n\n4. Ends.\n");
    assert_eq!(moved(&text, "Requests", MoveDirection::Down), Err(MoveRefusal::AtTheEnd(MoveDirection::Down)));
    assert_eq!(moved(&text, "Notes", MoveDirection::Up), Err(MoveRefusal::AtTheEnd(MoveDirection::Up)));
    assert_eq!(moved(&text, "The General", MoveDirection::Up), Err(MoveRefusal::NoParagraph));
}

fn renamed(text: &str, words: &str, new: &str) -> Result<String, RenameRefusal> {
    rename(text, &Draft::read(text), text.find(words).unwrap(), new).map(|edits| apply(&edits, text))
}

#[test]
fn one_label_and_what_refers_to_it() {
    let text = format!(
        "{HEAD}1. Requests:¹\n\n(a) The lamps;\n\n2. Ends, as in paragraphs 1 and 1 (a) above.¹\n\n_______________\n¹ On lamps.\n² On wicks.\n"
    );
    assert_eq!(
        renamed(&text, "1. Requests", "7").unwrap(),
        text.replace("1. Req", "7. Req").replace("paragraphs 1 and 1", "paragraphs 7 and 7")
    );
    assert_eq!(renamed(&text, "(a) The", "(c)").unwrap(), text.replace("(a)", "(c)"));
    assert_eq!(renamed(&text, "¹ On lamps", "5").unwrap(), text.replace('¹', "⁵"));
    assert_eq!(renamed(&text, "1 and 1 (a)", "7.").unwrap(), renamed(&text, "1. Requests", "7").unwrap());
    assert!(matches!(renamed(&text, "1. Requests", "2"), Err(RenameRefusal::Taken { .. })));
    assert!(matches!(renamed(&text, "1. Requests", "two"), Err(RenameRefusal::NotALabel { .. })));
    assert!(matches!(renamed(&text, "¹\n\n(a)", "2"), Err(RenameRefusal::NoteTaken { .. })));
    assert_eq!(renamed(&text, "lamps;", "7"), Err(RenameRefusal::NoLabel));
}

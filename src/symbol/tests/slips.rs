//! Slips, kind by kind: a sentence with the misspelled symbol between `⟦` and `⟧`, and the symbol that was meant.

use super::*;

/// A sentence with a place marked, and the symbol that belongs there; `-` where that can't be known.
type Slip = (&'static str, &'static str);

/// Every marked place is found with what was meant, and nothing else is.
#[track_caller]
fn expect(slips: &[Slip], fits: fn(&Fault) -> bool) {
    let mut wrong = Vec::new();
    for &(marked, right) in slips {
        let text = marked.replace(['⟦', '⟧'], "");
        let start = marked.find('⟦').expect(marked);
        let end = marked.find('⟧').expect(marked) - '⟦'.len_utf8();
        let all = scan(&text);
        let found = all.iter().map(|found| match &found.symbol {
            Ok(symbol) => format!("{} = {symbol}", &text[found.range.clone()]),
            Err(Malformed { meant, fault }) if found.range == (start..end) && fits(fault) => {
                meant.as_ref().map_or("-".to_owned(), Symbol::to_string)
            }
            Err(Malformed { meant, fault }) => format!("{} ! {fault:?} {meant:?}", &text[found.range.clone()]),
        });
        let found: Vec<String> = found.collect();
        if found != [right] {
            wrong.push(format!("{marked}: {found:?}, not {right}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn wrong_slashes() {
    expect(
        &[
            (r"Taking note of the report on lighthouses (⟦A\92\685⟧),", "A/92/685"),
            (r"Rappelant sa résolution ⟦A\RES\63\195⟧ relative aux phares,", "A/RES/63/195"),
            ("Véase ⟦A／77／692⟧, anexo.", "A/77/692"),
            ("см. ⟦A⁄63⁄195⟧, приложение", "A/63/195"),
            ("انظر ⟦S∕2013∕210⟧، المرفق", "S/2013/210"),
            ("见⟦E＼2007＼30⟧。", "E/2007/30"),
            ("the draft in ⟦A/C.3\\77/L.5⟧ and", "A/C.3/77/L.5"),
            ("its resolution ⟦A/RES/63.195⟧ of 18 December 2008,", "A/RES/63/195"),
            ("sa résolution ⟦A/RES.63/195⟧ du 18 décembre,", "A/RES/63/195"),
            ("резолюция ⟦A.RES/63/195⟧ о маяках", "A/RES/63/195"),
            ("la resolución ⟦A/HRC/RES:42/22⟧ del Consejo", "A/HRC/RES/42/22"),
            ("第⟦A/RES/63,195⟧号决议", "A/RES/63/195"),
        ],
        |fault| matches!(fault, Fault::Backslash | Fault::OtherSlash(_) | Fault::FullWidth),
    );
}

#[test]
fn missing_slashes() {
    expect(
        &[
            ("Recalling ⟦A/RES 63/195⟧ on lighthouses,", "A/RES/63/195"),
            ("Rappelant ⟦A/RES63/195⟧ relative aux phares,", "A/RES/63/195"),
            ("Recordando ⟦ARES/63/195⟧, relativa a los faros,", "A/RES/63/195"),
            ("ссылаясь на ⟦A RES/63/195⟧ о маяках,", "A/RES/63/195"),
            ("إذ تشير إلى ⟦A/RES/63 195⟧ بشأن المنارات،", "A/RES/63/195"),
            ("回顾⟦A/RES/63195⟧关于灯塔的决议，", "A/RES/63/195"),
            ("the draft ⟦A/C.3/63L.5⟧ of the Committee", "A/C.3/63/L.5"),
            ("le projet ⟦A/C.3/63 L.5⟧ de la Commission", "A/C.3/63/L.5"),
            ("el proyecto ⟦A/80/L.22Rev.1⟧ de la Asamblea", "A/80/L.22/Rev.1"),
            ("the report ⟦A/63/195 Add.1⟧, paragraph 4", "A/63/195/Add.1"),
            ("resolution ⟦A/HRC 42/23⟧ of the Council", "A/HRC/42/23"),
            ("⟦AHRC/42/23⟧, paragraph 4", "A/HRC/42/23"),
            ("⟦S/RES 1325 (2000)⟧, paragraph 4", "S/RES/1325 (2000)"),
            ("⟦SRES/1325 (2000)⟧, paragraph 4", "S/RES/1325 (2000)"),
            ("⟦S/PRST2013/2⟧, paragraph 4", "S/PRST/2013/2"),
            ("⟦E/RES/2007 12⟧, paragraph 4", "E/RES/2007/12"),
            ("⟦A/HRC RES/42/22⟧, paragraph 4", "A/HRC/RES/42/22"),
            ("⟦A C.3/63/L.5⟧, paragraph 4", "A/C.3/63/L.5"),
        ],
        |fault| matches!(fault, Fault::MissingSlash),
    );
}

#[test]
fn doubled_slashes() {
    expect(
        &[
            ("the report ⟦A/77//692⟧, annex", "A/77/692"),
            ("le rapport ⟦A//77/692⟧, annexe", "A/77/692"),
            ("la resolución ⟦A/RES//63/195⟧ sobre los faros", "A/RES/63/195"),
            ("резолюция ⟦A/RES/63///195⟧ о маяках", "A/RES/63/195"),
            ("القرار ⟦S//RES/1325 (2000)⟧ بشأن المنارات", "S/RES/1325 (2000)"),
            ("见⟦E/CN.7//2008/15⟧。", "E/CN.7/2008/15"),
            ("the draft ⟦A/80/L.22//Rev.1⟧ of the Assembly", "A/80/L.22/Rev.1"),
        ],
        |fault| matches!(fault, Fault::DoubledSlash),
    );
}

#[test]
fn look_alike_letters() {
    expect(
        &[
            ("Отмечая доклад ⟦А/77/692⟧ о маяках,", "A/77/692"),
            ("ссылаясь на ⟦A/RЕS/63/195⟧ о маяках,", "A/RES/63/195"),
            ("the draft ⟦A/С.3/63/L.5⟧ of the Committee", "A/C.3/63/L.5"),
            ("le rapport ⟦Α/77/692⟧, annexe", "A/77/692"),
            ("la carta ⟦Ѕ/2013/210⟧, anexo", "S/2013/210"),
            ("الوثيقة ⟦Е/2007/30⟧ بشأن المنارات", "E/2007/30"),
            ("见⟦A/77/95/Rеv.1⟧。", "A/77/95/Rev.1"),
            ("проект ⟦A/C.З/63/L.5⟧ Комитета", "A/C.3/63/L.5"),
            ("доклад ⟦A/77/95/Аdd.1⟧ Комитета", "A/77/95/Add.1"),
            ("резолюция ⟦A/RES/1514 (ХV)⟧ о независимости", "A/RES/1514 (XV)"),
            ("исправление ⟦A/77/95/Соrr.1⟧ к докладу", "A/77/95/Corr.1"),
        ],
        |fault| matches!(fault, Fault::LookAlike { .. }),
    );
}

#[test]
fn letters_for_digits() {
    expect(
        &[
            ("the report ⟦A/77/59O⟧, annex", "A/77/590"),
            ("la résolution ⟦A/RES/63/l95⟧ relative aux phares", "A/RES/63/195"),
            ("la resolución ⟦A/RES/6O/1⟧ sobre los faros", "A/RES/60/1"),
            ("доклад ⟦A/AC.1O9/2022/16⟧ о маяках", "A/AC.109/2022/16"),
            ("الوثيقة ⟦S/2O22/606⟧ بشأن المنارات", "S/2022/606"),
            ("见⟦A/RES/63/O5⟧。", "A/RES/63/5"),
            ("the draft ⟦A/80/L.l2⟧ of the Assembly", "A/80/L.12"),
            ("le projet ⟦A/80/L.22/Rev.l⟧ de l’Assemblée", "A/80/L.22/Rev.1"),
            ("el informe ⟦A/77/692/Add.I⟧ del Comité", "A/77/692/Add.1"),
            ("the draft ⟦A/C.l/63/L.5⟧ of the Committee", "A/C.1/63/L.5"),
            ("resolution ⟦S/RES/1325 (2OO0)⟧ on lighthouses", "S/RES/1325 (2000)"),
            ("resolution ⟦S/RES/l325 (2000)⟧ on lighthouses", "S/RES/1325 (2000)"),
            ("the report ⟦A/77/692/Corr.l⟧.", "A/77/692/Corr.1"),
        ],
        |fault| matches!(fault, Fault::LetterForDigit(_)),
    );
}

#[test]
fn spaces_inside() {
    expect(
        &[
            ("the report ⟦A/77/ 692⟧, annex", "A/77/692"),
            ("le rapport ⟦A/77 /692⟧, annexe", "A/77/692"),
            ("la resolución ⟦A/ RES/63/195⟧ sobre los faros", "A/RES/63/195"),
            ("резолюция ⟦A /RES/63/195⟧ о маяках", "A/RES/63/195"),
            ("القرار ⟦A / RES / 63 / 195⟧ بشأن المنارات", "A/RES/63/195"),
            ("第⟦A/RES/63 / 195⟧号决议", "A/RES/63/195"),
            ("the draft ⟦A/80/L.22 /Rev.1⟧ of the Assembly", "A/80/L.22/Rev.1"),
            ("le projet ⟦A/C. 3/63/L.5⟧ de la Commission", "A/C.3/63/L.5"),
            ("el proyecto ⟦A/C.3/63/L. 5⟧ de la Comisión", "A/C.3/63/L.5"),
            ("письмо ⟦S/ 2013/210⟧ Председателя", "S/2013/210"),
            ("письмо ⟦A /77/692⟧ Председателя", "A/77/692"),
            ("resolution ⟦S/RES/ 1325 (2000)⟧ on lighthouses", "S/RES/1325 (2000)"),
            ("the draft ⟦A/C.3/ 63/L.5⟧ of the Committee", "A/C.3/63/L.5"),
            ("the draft ⟦A/C.3/63/ L.5⟧ of the Committee", "A/C.3/63/L.5"),
            ("the draft ⟦A/ C.3/63/L.5⟧ of the Committee", "A/C.3/63/L.5"),
        ],
        |fault| matches!(fault, Fault::Space),
    );
}

#[test]
fn full_stops_lost_and_mistyped() {
    expect(
        &[
            ("the report ⟦A/77/95/Rev1⟧, annex", "A/77/95/Rev.1"),
            ("le rapport ⟦A/77/767/Add 2⟧, annexe", "A/77/767/Add.2"),
            ("el proyecto ⟦A/C3/63/L.5⟧ de la Comisión", "A/C.3/63/L.5"),
            ("проект ⟦A/63/L 5⟧ резолюции", "A/63/L.5"),
            ("الوثيقة ⟦A/77/95/Corr,1⟧ بشأن المنارات", "A/77/95/Corr.1"),
            ("见⟦A/AC109/2022/16⟧。", "A/AC.109/2022/16"),
            ("the record ⟦A/68/PV70⟧ of the meeting", "A/68/PV.70"),
            ("the record ⟦S/PV7813⟧ of the meeting", "S/PV.7813"),
            ("the draft ⟦A/C/3/63/L.5⟧ of the Committee", "A/C.3/63/L.5"),
            ("the draft ⟦A/63/L/5⟧ of the Committee", "A/63/L.5"),
            ("the draft ⟦A/80/L.22/Rev/1⟧ of the Committee", "A/80/L.22/Rev.1"),
            ("the draft ⟦A/80/L.22/Rev-1⟧ of the Committee", "A/80/L.22/Rev.1"),
            ("the draft ⟦A/80/L.22/Rev..1⟧ of the Committee", "A/80/L.22/Rev.1"),
            ("the draft ⟦A/80/L-22⟧ of the Committee", "A/80/L.22"),
            ("the note ⟦E/CN7/2008/15⟧ of the Secretariat", "E/CN.7/2008/15"),
            ("the draft ⟦A/C-3/63/L.5⟧ of the Committee", "A/C.3/63/L.5"),
            ("the draft ⟦A/C 3/63/L.5⟧ of the Committee", "A/C.3/63/L.5"),
            ("the draft ⟦A/CONF157/24⟧ of the Conference", "A/CONF.157/24"),
            ("the draft ⟦A/C.3/68/SR50⟧ of the Conference", "A/C.3/68/SR.50"),
        ],
        |fault| matches!(fault, Fault::MissingDot(_) | Fault::WrongDot { .. } | Fault::DoubledDot(_)),
    );
}

#[test]
fn special_sessions_without_their_hyphen() {
    expect(
        &[
            ("the report ⟦A/S32/1⟧ of the Conference", "A/S-32/1"),
            ("Recalling ⟦A/RES/ES10/22⟧ on lighthouses", "A/RES/ES-10/22"),
            ("الوثيقة ⟦A/S30/L.1⟧ بشأن المنارات", "A/S-30/L.1"),
        ],
        |fault| matches!(fault, Fault::MissingHyphen(_)),
    );
}

#[test]
fn letters_in_the_wrong_case() {
    expect(
        &[
            ("Recalling ⟦a/res/63/195⟧ on lighthouses,", "A/RES/63/195"),
            ("Rappelant ⟦A/Res/63/195⟧ relative aux phares,", "A/RES/63/195"),
            ("el informe ⟦A/77/95/rev.1⟧ del Comité", "A/77/95/Rev.1"),
            ("запись ⟦A/C.3/63/sr.5⟧ заседания", "A/C.3/63/SR.5"),
            ("الوثيقة ⟦A/c.3/63/L.5⟧ بشأن المنارات", "A/C.3/63/L.5"),
            ("见⟦a/77/692⟧。", "A/77/692"),
            ("resolution ⟦s/res/1325 (2000)⟧ on lighthouses", "S/RES/1325 (2000)"),
            ("the report ⟦A/hrc/42/23⟧ of the Council", "A/HRC/42/23"),
            ("the letter ⟦s/2013/210⟧ of the President", "S/2013/210"),
            ("the draft ⟦a/c.3/63/l.5⟧ of the Committee", "A/C.3/63/L.5"),
            ("the decision ⟦fccc/cp/2015/10/add.1⟧ of the Conference", "FCCC/CP/2015/10/Add.1"),
            ("resolution ⟦UNEP/EA.5/RES.14⟧ of the Assembly", "UNEP/EA.5/Res.14"),
            ("resolution ⟦unep/ea.5/res.14⟧ of the Assembly", "UNEP/EA.5/Res.14"),
            ("the report ⟦A/77/95/ADd.1⟧ of the Assembly", "A/77/95/Add.1"),
        ],
        |fault| matches!(fault, Fault::LowerCase { .. } | Fault::UpperCase { .. }),
    );
}

#[test]
fn dashes_for_slashes() {
    expect(
        &[
            ("the report ⟦A/77–692⟧, annex", "A/77/692"),
            ("la résolution ⟦A/RES/63-195⟧ relative aux phares", "A/RES/63/195"),
            ("la resolución ⟦A/RES-63/195⟧ sobre los faros", "A/RES/63/195"),
            ("резолюция ⟦A-RES/63/195⟧ о маяках", "A/RES/63/195"),
            ("الوثيقة ⟦S/2013-210⟧ بشأن المنارات", "S/2013/210"),
            ("见⟦A/C.3—77/L.5⟧。", "A/C.3/77/L.5"),
            ("the draft ⟦A/C.3/77–L.5⟧ of the Committee", "A/C.3/77/L.5"),
            ("the draft ⟦A/80-L.22⟧ of the Assembly", "A/80/L.22"),
            ("the report ⟦A/77/767–Add.2⟧ of the Assembly", "A/77/767/Add.2"),
            ("the report ⟦A/63-195⟧ of the Assembly", "A/63/195"),
            ("the report ⟦A/HRC-42/23⟧ of the Council", "A/HRC/42/23"),
            ("resolution ⟦S/RES-1325 (2000)⟧ on lighthouses", "S/RES/1325 (2000)"),
            ("resolution ⟦S/RES/1325–2000⟧ on lighthouses", "S/RES/1325 (2000)"),
        ],
        |fault| matches!(fault, Fault::Dash(_)),
    );
}

#[test]
fn committees_that_do_not_exist() {
    expect(
        &[
            ("the draft ⟦A/C.9/77/L.3⟧ of the Committee", "-"),
            ("le projet ⟦A/C.7/77/L.3⟧ de la Commission", "-"),
            ("el proyecto ⟦A/C.0/77/L.3⟧ de la Comisión", "-"),
            ("проект ⟦A/C.33/63/L.5/Rev.1⟧ Комитета", "-"),
            ("الوثيقة ⟦A/C.8/77/SR.12⟧ بشأن المنارات", "-"),
            ("见⟦A/C.11/77/L.3⟧。", "-"),
            ("the report ⟦E/CN.99/2008/15⟧ of the Commission", "-"),
            ("the report ⟦A/CN.29/986⟧ of the Commission", "-"),
        ],
        |fault| matches!(fault, Fault::UnknownCommittee(_) | Fault::UnknownCommission(_)),
    );
}

#[test]
fn roman_numerals_that_are_none() {
    expect(
        &[
            ("Recalling ⟦A/RES/217 A (IIII)⟧ on lighthouses,", "A/RES/217 A (III)"),
            ("Rappelant ⟦A/RES/1514 (XVV)⟧ relative aux phares,", "A/RES/1514 (XV)"),
            ("Recordando ⟦A/RES/2625 (XXVX)⟧, relativa a los faros,", "A/RES/2625 (XXV)"),
            ("ссылаясь на ⟦A/RES/850 (VIIII)⟧ о маяках,", "A/RES/850 (IX)"),
            ("إذ تشير إلى ⟦A/RES/1514 (15)⟧ بشأن المنارات،", "A/RES/1514 (XV)"),
            ("回顾⟦A/RES/1514 (X1)⟧号决议，", "A/RES/1514 (XV)"),
            ("Recalling ⟦E/RES/663 (XXIIII)⟧ on lighthouses,", "E/RES/663 (XXIV)"),
            ("Recalling ⟦A/RES/195 (LXIII)⟧ on lighthouses,", "A/RES/63/195"),
            ("Recalling ⟦A/RES/195 (63)⟧ on lighthouses,", "A/RES/63/195"),
            ("Recalling ⟦A/RES/3600 (XXXII)⟧ on lighthouses,", "-"),
            ("Recalling ⟦A/RES/1514 (1960)⟧ on lighthouses,", "A/RES/1514 (XV)"),
            ("Recalling ⟦A/RES/15/1514⟧ on lighthouses,", "A/RES/1514 (XV)"),
        ],
        |fault| {
            matches!(
                fault,
                Fault::NotRoman(_) | Fault::RomanNeeded(_) | Fault::RomanEnded(_) | Fault::YearForSession(_)
            )
        },
    );
}

#[test]
fn years_and_sessions_that_the_organ_has_not_lived() {
    expect(
        &[
            ("Recalling ⟦E/RES/1938/3⟧ on lighthouses,", "-"),
            ("Rappelant ⟦E/RES/1970/3⟧ relative aux phares,", "-"),
            ("Recordando ⟦S/RES/1325 (1937)⟧, relativa a los faros,", "S/RES/1325 (2000)"),
            ("ссылаясь на ⟦S/RES/1325 (2077)⟧ о маяках,", "S/RES/1325 (2000)"),
            ("إذ تشير إلى ⟦S/PRST/1990/2⟧ بشأن المنارات،", "-"),
            ("回顾⟦A/RES/163/195⟧号决议，", "-"),
            ("Recalling ⟦A/RES/195/63⟧ on lighthouses,", "A/RES/63/195"),
            ("Recalling ⟦A/RES/2007/12⟧ on lighthouses,", "-"),
            ("the letter ⟦S/1985/210⟧ of the President", "-"),
            ("the report ⟦E/1938/30⟧ of the President", "-"),
            ("the report ⟦E/CN.4/2010/5⟧ of the Commission", "-"),
            ("the report ⟦E/CN.17/2020/5⟧ of the Commission", "-"),
            ("resolution ⟦A/HRC/RES/2005/1⟧ of the Council", "-"),
            ("the report ⟦A/HRC/1999/12⟧ of the Council", "-"),
            ("the report ⟦A/HRC/142/23⟧ of the Council", "-"),
            ("the draft ⟦A/C.3/163/L.5⟧ of the Committee", "-"),
            ("resolution ⟦UNEP/EA.2019/Res.14⟧ of the Assembly", "-"),
            ("resolution ⟦UNEP/EA.50/Res.14⟧ of the Assembly", "-"),
            ("resolution ⟦A/RES/S-120/2⟧ of the Assembly", "-"),
            ("resolution ⟦E/RES/2107/12⟧ of the Council", "-"),
        ],
        |fault| {
            matches!(
                fault,
                Fault::YearOutOfLife { .. }
                    | Fault::NoSuchSession(_)
                    | Fault::YearForSession(_)
                    | Fault::SwappedSession
            )
        },
    );
}

#[test]
fn parts_missing_and_swapped() {
    expect(
        &[
            ("Recalling ⟦S/RES/1325⟧, on lighthouses,", "S/RES/1325 (2000)"),
            ("Rappelant ⟦S/RES/1325/2000⟧ relative aux phares,", "S/RES/1325 (2000)"),
            ("Recordando ⟦S/RES/2000/1325⟧, relativa a los faros,", "S/RES/1325 (2000)"),
            ("ссылаясь на ⟦S/RES/1325 2000⟧ о маяках,", "S/RES/1325 (2000)"),
            ("إذ تشير إلى ⟦E/RES/12 (2007)⟧ بشأن المنارات،", "E/RES/2007/12"),
            ("回顾⟦E/RES/12/2007⟧号决议，", "E/RES/2007/12"),
            ("Recalling ⟦A/RES/195⟧ on lighthouses,", "-"),
            ("Recalling ⟦S/RES/9999⟧ on lighthouses,", "-"),
            ("Recalling ⟦A/RES/063/195⟧ on lighthouses,", "A/RES/63/195"),
            ("Recalling ⟦A/RES/63/0195⟧ on lighthouses,", "A/RES/63/195"),
        ],
        |fault| matches!(fault, Fault::MissingYear | Fault::SwappedYear | Fault::MissingSession | Fault::LeadingZero),
    );
}

#[test]
fn whatever_stands_around_them() {
    for (text, right) in [
        (r"A\77\692", "A/77/692"),
        (r"A\RES\63\195", "A/RES/63/195"),
        (r"A\5700", "A/5700"),
        ("A/RES 77/1", "A/RES/77/1"),
        ("A/ RES/77/1", "A/RES/77/1"),
        ("A/77//692", "A/77/692"),
        ("A//5700", "A/5700"),
        ("A／77／692", "A/77/692"),
        ("Ａ/ＲＥＳ/63/195", "A/RES/63/195"),
        ("А/77/692", "A/77/692"),
        ("A/RЕS/77/1", "A/RES/77/1"),
        ("A/7O/1", "A/70/1"),
        ("A/77/59O", "A/77/590"),
        ("A/AC.1O9/2022/16", "A/AC.109/2022/16"),
        ("S/2O22/606", "S/2022/606"),
        ("A/RES/63/l95", "A/RES/63/195"),
        ("A/RES/63/O5", "A/RES/63/5"),
        ("A/RES/6O/1", "A/RES/60/1"),
        ("A/RES/62/1O", "A/RES/62/10"),
        ("A/77/95/Rev1", "A/77/95/Rev.1"),
        ("A/77/767/Add 2", "A/77/767/Add.2"),
        ("A/77/767/Add 2/Corr.1", "A/77/767/Add.2/Corr.1"),
        ("a/res/77/1", "A/RES/77/1"),
        ("A/Res/77/1", "A/RES/77/1"),
        ("A/res/77/1", "A/RES/77/1"),
        ("A/77/95/rev.1", "A/77/95/Rev.1"),
        ("A/77–692", "A/77/692"),
        ("A/RES/63-195", "A/RES/63/195"),
        ("A/RES/63–195", "A/RES/63/195"),
        ("A/77/767–Add.2", "A/77/767/Add.2"),
        ("A/HRC/42–23", "A/HRC/42/23"),
        ("A/AC.109/2022–16", "A/AC.109/2022/16"),
        ("A/AC.105–1260", "A/AC.105/1260"),
        ("A/CONF.189–12", "A/CONF.189/12"),
        ("A/ES-10–273", "A/ES-10/273"),
        ("A/80–L.22", "A/80/L.22"),
        ("A/C.3/77–L.5", "A/C.3/77/L.5"),
        ("A/C.2/59–3", "A/C.2/59/3"),
        ("E/2004–23", "E/2004/23"),
        ("A/RES/063/195", "A/RES/63/195"),
        ("A/RES/63/0195", "A/RES/63/195"),
        ("A/80/L.22 /Rev.1", "A/80/L.22/Rev.1"),
        ("S/RES/1325/2000", "S/RES/1325 (2000)"),
        ("E/RES/12 (2007)", "E/RES/2007/12"),
        ("UNEP/EA.5/RES.1", "UNEP/EA.5/Res.1"),
        ("NPT/CONF.2000/ 28 (Part I)", "NPT/CONF.2000/28 (Part I)"),
    ] {
        for sentence in [text.to_owned(), format!("See {text}, annex."), format!("见{text}。")] {
            let all = scan(&sentence);
            let [one] = all.as_slice() else { panic!("{sentence}: {:?}", found(&sentence)) };
            assert_eq!(&sentence[one.range.clone()], text);
            let malformed = one.symbol.as_ref().expect_err(&sentence);
            assert_eq!(malformed.meant.as_ref().map(Symbol::as_str), Some(right), "{sentence}: {malformed}");
        }
    }
}

//! Symbols: how they are spelled, read, told and ordered. What is misspelled is in `slips`, what is no symbol in
//! `lookalikes`, what holds for all in `properties`.

use super::*;

mod lookalikes;
mod properties;
mod slips;

fn symbol(text: &str) -> Symbol {
    Symbol::parse(text).unwrap_or_else(|malformed| panic!("{text}: {malformed}"))
}

/// What is found in a text: the text of each place, and the symbol or the fault with what was meant.
fn found(text: &str) -> Vec<String> {
    let show = |found: &FoundSymbol| match &found.symbol {
        Ok(symbol) => format!("{} = {symbol}", &text[found.range.clone()]),
        Err(Malformed { meant: Some(meant), fault }) => {
            format!("{} ! {fault:?} {meant}", &text[found.range.clone()])
        }
        Err(Malformed { meant: None, fault }) => format!("{} ! {fault:?}", &text[found.range.clone()]),
    };
    scan(text).iter().map(show).collect()
}

#[test]
fn canonical_symbols_print_as_they_are() {
    for text in [
        "A/RES/62/175",
        "A/DEC/60/551 B",
        "A/RES/66/254 A",
        "A/RES/75/254 A-C",
        "A/RES/217 A (III)",
        "A/RES/1514 (XV)",
        "A/RES/3201 (S-VI)",
        "A/RES/2252 (ES-V)",
        "A/RES/S-20/2",
        "A/RES/ES-10/24",
        "S/RES/1325 (2000)",
        "E/RES/2007/12",
        "E/DEC/2007/253",
        "E/RES/1733 (LIV)",
        "A/HRC/RES/42/22",
        "A/HRC/DEC/51/101",
        "E/CN.15/RES/17/1",
        "E/CN.15/DEC/16/1",
        "UNEP/EA.5/Res.14",
        "HSP/HA.1/Res.1",
        "HSP/HA.2/RES.7",
        "ECE/HBP/2022/Inf.1",
        "ECE/HBP/WP.7/2021/Inf",
        "E/ECE/TRANS/2019/Inf.4",
        "ECE/WG.5/2019/INF.2",
        "TD/B/C.I/MEM.2/37",
        "TD/B/C.II/CLP/5",
        "TD/B/C.1/12",
        "A/HRC/RES/S-1/3",
        "A/63/431",
        "A/63/49 (Vol. II)",
        "A/C.3/68/L.75",
        "A/C.3/68/SR.50",
        "A/68/PV.70",
        "A/AC.105/1137",
        "A/CONF.213/RPM.1/1",
        "S/2013/210",
        "S/26695",
        "S/PRST/2013/2",
        "S/PV.7813",
        "S/INF/68",
        "E/2007/30/Rev.1",
        "E/CN.7/2008/15",
        "ST/SGB/2013/4/Amend.1",
        "FCCC/CP/2015/10/Add.1",
        "FCCC/PA/CMA/2021/10/Add.1",
        "CBD/COP/DEC/15/17",
        "NPT/CONF.2000/28 (Parts I and II)",
        "ISBA/26/A/19",
        "SPLOS/286",
        "ICCD/COP(14)/23/Add.1",
        "CRPD/C/GC/1/Corr.1",
        "CD/1839",
        "A/77/6 (Sect. 8)/Corr.1",
        "A/67/828-S/2013/210",
        "E/CN.4/1995/2-E/CN.4/Sub.2/1994/56",
        "UNEP/OzL.Pro.28/12",
        "S/Agenda/8979",
        "A/C.6/64/SR.1-28/Corrigendum",
        "A/80/PV.69 (Resumption 1)",
        "UNEP/CBD/BS/COP-MOP/5/17",
        "A/75/100 DR 2",
        "GC.18/Res.9",
        "A/74/6 (Plan outline)",
    ] {
        assert_eq!(symbol(text).to_string(), text);
    }
}

#[test]
fn a_word_without_a_number_is_printed_as_it_is_read() {
    for text in ["see UNEP/EA.5/Res.5/Res.�2", "see UNEP/EA.5/Dec.; and", "see TD/B/Res.(1)"] {
        for symbol in scan(text).iter().filter_map(|found| found.meant()) {
            assert_eq!(Symbol::parse(symbol.as_str()).as_ref(), Ok(symbol), "{text}");
        }
    }
}

#[test]
fn other_spellings_are_the_same_symbol() {
    for (one, other) in [
        ("S/RES/1325(2000)", "S/RES/1325 (2000)"),
        ("A/RES/217(III)[A]", "A/RES/217 A (III)"),
        ("A/RES/217A(III)", "A/RES/217 A (III)"),
        ("A/hrc/RES/51/32", "A/HRC/RES/51/32"),
        ("A/77/6(Sect.8)/CORR.1", "A/77/6 (Sect. 8)/Corr.1"),
        ("NPT/CONF.2000/28(PartsIandII)", "NPT/CONF.2000/28 (Parts I and II)"),
        ("A/RES/66/254A", "A/RES/66/254 A"),
        ("A/RES/72/266b", "A/RES/72/266 B"),
        ("A/RES/54/237a-c", "A/RES/54/237 A-C"),
        ("A/RES/55/33[B]", "A/RES/55/33 B"),
        ("UNEP/EA.4/RES.1", "UNEP/EA.4/Res.1"),
        ("UNEP/EA.5/Res. 14", "UNEP/EA.5/Res.14"),
        ("A/RES/S-20/2*", "A/RES/S-20/2"),
        ("a/res/es-11/1", "A/RES/ES-11/1"),
        ("A/56/45(supp)", "A/56/45 (Supp.)"),
    ] {
        assert_eq!(symbol(one), symbol(other), "{one}");
    }
}

#[test]
fn reads_what_catalogues_add_and_leave_open() {
    for (entry, right) in [
        ("A/54/598 and Corr.1 and 2", "A/54/598 and Corr.1 and 2"),
        ("A/56/594 and Corr. 1", "A/56/594 and Corr.1"),
        ("(A/92/1)COLOURED", "A/92/1"),
        ("A/92/L.28 (Advance)", "A/92/L.28"),
        ("A/92/L.59 (as amended in A/92/L.60)", "A/92/L.59"),
        ("A/92/L.92)", "A/92/L.92"),
        ("A/C.1/92/L.62 Dept Corr", "A/C.1/92/L.62"),
        ("E/1979/C.1/L.12?rev.1", "E/1979/C.1/L.12/Rev.1"),
        ("A/RES/53...", "A/RES/53/___"),
        ("A/53/..", "A/53/___"),
        ("A/92/L.___", "A/92/L.___"),
        ("A/C.3/92/L.XX/Rev.1", "A/C.3/92/L.___/Rev.1"),
    ] {
        assert_eq!(symbol(entry).as_str(), right, "{entry}");
        assert_eq!(symbol(right), symbol(entry));
        assert_eq!(symbol(entry).is_open(), right.contains('_'), "{entry}");
    }
    let parts = symbol("A/54/598 and Corr.1 and 2").parts();
    let corrigendum = |number| SymbolPart::Modification { kind: Modification::Corrigendum, number: Some(number) };
    assert_eq!(parts.get(2..), Some([SymbolPart::Number(598), corrigendum(1), corrigendum(2)].as_slice()));
}

#[test]
fn finds_symbols_in_running_text() {
    assert_eq!(found("Recalling A/63/195."), ["A/63/195 = A/63/195"]);
    assert_eq!(found("the report (A/75/478, para. 12),"), ["A/75/478 = A/75/478"]);
    assert_eq!(found("(A/77/6 (Sect. 8)/Corr.1)"), ["A/77/6 (Sect. 8)/Corr.1 = A/77/6 (Sect. 8)/Corr.1"]);
    assert_eq!(found("See A/67/828-S/2013/210, annex."), ["A/67/828-S/2013/210 = A/67/828-S/2013/210"]);
    assert_eq!(
        found("ST/SGB/2013/4和ST/SGB/2013/4/Amend.1。"),
        ["ST/SGB/2013/4 = ST/SGB/2013/4", "ST/SGB/2013/4/Amend.1 = ST/SGB/2013/4/Amend.1"]
    );
    assert_eq!(found("A/RES/S-20/2*"), ["A/RES/S-20/2 = A/RES/S-20/2"]);
    assert_eq!(found("resolution UNEP/EA.5/Res.14."), ["UNEP/EA.5/Res.14 = UNEP/EA.5/Res.14"]);
    assert_eq!(found("FCCC/CP/2015/10/Add.1, decision 1"), ["FCCC/CP/2015/10/Add.1 = FCCC/CP/2015/10/Add.1"]);
    assert_eq!(found("A/C.6/64/SR.1–28 and"), ["A/C.6/64/SR.1–28 = A/C.6/64/SR.1-28"]);
    assert_eq!(found("A/RES/75/254 A-C of"), ["A/RES/75/254 A-C = A/RES/75/254 A-C"]);
    assert_eq!(found("S/RES/1325 (2000) and"), ["S/RES/1325 (2000) = S/RES/1325 (2000)"]);
    assert_eq!(found("A/77/3–5"), ["A/77/3 = A/77/3"]);
    assert_eq!(found("_A/77/3_, **A/77/4**, A/77/5\\*"), ["A/77/3 = A/77/3", "A/77/4 = A/77/4", "A/77/5 = A/77/5"]);
    assert_eq!(found("A/77/6 (Sect. 8)/Corr. 1"), ["A/77/6 (Sect. 8)/Corr. 1 = A/77/6 (Sect. 8)/Corr.1"]);
    assert_eq!(found("A/RES/77/1¹ and A/77/692,3 the"), ["A/RES/77/1 = A/RES/77/1", "A/77/692 = A/77/692"]);
    assert_eq!(found("وA/77/692 و"), ["A/77/692 = A/77/692"]);
    assert_eq!(found("резолюциюA/RES/75/123."), ["A/RES/75/123 = A/RES/75/123"]);
}

#[test]
fn says_what_the_components_mean() {
    use SymbolPart::*;
    assert_eq!(
        symbol("E/2007/30/Rev.1").parts(),
        [
            Organ(super::Organ::EconomicAndSocialCouncil),
            Year(2007),
            Number(30),
            Modification { kind: super::Modification::Revision, number: Some(1) }
        ]
    );
    assert_eq!(
        symbol("A/C.3/68/L.75").parts(),
        [
            Organ(super::Organ::GeneralAssembly),
            Body { kind: super::SubsidiaryBody::Committee, number: Some(3) },
            Session(super::Session::Regular(68)),
            Nature(super::DocumentNature::Limited),
            Number(75)
        ]
    );
    assert_eq!(
        symbol("A/RES/217 A (III)").parts(),
        [
            Organ(super::Organ::GeneralAssembly),
            Nature(super::DocumentNature::Resolution),
            Number(217),
            Letters("A".into(), "A".into()),
            Session(super::Session::Regular(3))
        ]
    );
    assert_eq!(
        symbol("A/67/828-S/2013/210").parts(),
        [
            Organ(super::Organ::GeneralAssembly),
            Session(super::Session::Regular(67)),
            Number(828),
            Joint,
            Organ(super::Organ::SecurityCouncil),
            Year(2013),
            Number(210)
        ]
    );
    assert_eq!(
        symbol("UNEP/EA.5/Res.14").parts(),
        [
            Series("UNEP".into()),
            Organ(super::Organ::EnvironmentAssembly),
            Session(super::Session::Regular(5)),
            Nature(super::DocumentNature::Resolution),
            Number(14)
        ]
    );
    assert_eq!(
        symbol("A/77/6 (Sect. 29A)").parts(),
        [
            Organ(super::Organ::GeneralAssembly),
            Session(super::Session::Regular(77)),
            Number(6),
            Portion(super::Portion::Section(29, Some('A')))
        ]
    );
    assert_eq!(
        symbol("NPT/CONF.2020/PC.III/7").parts(),
        [
            Series("NPT".into()),
            Body { kind: super::SubsidiaryBody::Conference, number: Some(2020) },
            Body { kind: super::SubsidiaryBody::PreparatoryCommittee, number: Some(3) },
            Number(7)
        ]
    );
}

#[test]
fn names_the_state_that_a_report_is_about() {
    assert_eq!(symbol("CCPR/C/MDA/4").parts().get(2), Some(&SymbolPart::State("MDA".into())));
    assert_eq!(symbol("A/HRC/WG.6/50/MDV/3").parts().get(4), Some(&SymbolPart::State("MDV".into())));
    assert_eq!(symbol("CRC/C/GC/24").parts().get(2), Some(&SymbolPart::Nature(DocumentNature::GeneralComment)));
}

#[test]
fn knows_who_adopted_it() {
    for (text, organ) in [
        ("A/RES/62/175", Organ::GeneralAssembly),
        ("S/RES/1325 (2000)", Organ::SecurityCouncil),
        ("E/RES/2007/12", Organ::EconomicAndSocialCouncil),
        ("T/RES/2197 (LII)", Organ::TrusteeshipCouncil),
        ("A/HRC/RES/42/22", Organ::HumanRightsCouncil),
        ("UNEP/EA.5/Res.14", Organ::EnvironmentAssembly),
        ("E/CN.15/RES/17/1", Organ::Commission(15)),
        ("A/CONF.157/24", Organ::Conference(157)),
        ("ST/SGB/2013/4", Organ::Secretariat),
        ("A/CN.9/986", Organ::GeneralAssembly),
    ] {
        assert_eq!(symbol(text).organ(), Some(organ), "{text}");
    }
}

#[test]
fn gives_the_number_as_texts_print_it() {
    for (text, short) in [
        ("A/RES/62/175", "62/175"),
        ("S/RES/1325 (2000)", "1325 (2000)"),
        ("A/RES/217 A (III)", "217 A (III)"),
        ("E/RES/2007/12", "2007/12"),
        ("A/RES/S-20/2", "S-20/2"),
        ("A/RES/ES-10/24", "ES-10/24"),
        ("A/DEC/60/551 B", "60/551 B"),
        ("A/HRC/RES/42/22", "42/22"),
        ("UNEP/EA.5/Res.14", "5/14"),
        ("A/63/431", "A/63/431"),
    ] {
        assert_eq!(symbol(text).short(), short);
    }
    assert_eq!(symbol("A/RES/217 A (III)").without_letter(), symbol("A/RES/217 (III)"));
    assert_eq!(symbol("A/RES/31/20 (Part I)").letters(), None);
    assert_eq!(symbol("A/RES/75/254 A-C").letters(), Some("A-C"));
    assert_eq!(symbol("A/RES/75/254 and Corr.1").letters(), None);
}

#[test]
fn gives_the_address_of_the_official_text() {
    for (text, address) in [
        ("A/RES/46/182", "https://undocs.org/en/A/RES/46/182"),
        ("S/RES/1325 (2000)", "https://undocs.org/en/S/RES/1325(2000)"),
        ("A/RES/217 A (III)", "https://undocs.org/en/A/RES/217(III)"),
        ("A/RES/66/254 A", "https://undocs.org/en/A/RES/66/254A"),
        ("A/77/6 (Sect. 8)/Corr.1", "https://undocs.org/en/A/77/6(Sect.8)/Corr.1"),
        ("A/67/828-S/2013/210", "https://undocs.org/en/A/67/828"),
    ] {
        assert_eq!(symbol(text).official_address("en"), address);
    }
}

#[test]
fn orders_by_number() {
    let mut symbols: Vec<Symbol> =
        ["A/RES/62/175", "A/RES/62/9", "A/RES/S-20/2", "A/RES/80/1", "A/RES/1514 (XV)", "A/RES/217 A (III)", "A/62/1"]
            .into_iter()
            .map(symbol)
            .collect();
    symbols.sort();
    let printed: Vec<String> = symbols.iter().map(Symbol::to_string).collect();
    assert_eq!(
        printed,
        ["A/62/1", "A/RES/217 A (III)", "A/RES/1514 (XV)", "A/RES/62/9", "A/RES/62/175", "A/RES/80/1", "A/RES/S-20/2"]
    );
}

#[test]
fn what_is_read_without_the_grammar_is_what_the_grammar_reads() {
    for nature in ["RES", "DEC"] {
        for session in 40..100 {
            for number in (1..=99).chain([100, 248, 500, 999]) {
                let text = format!("A/{nature}/{session}/{number}");
                assert!(super::spelling::is_plain(&text), "{text}");
                // A space before it, which says nothing, leads through the grammar.
                assert_eq!(Symbol::parse(&text), Symbol::parse(&format!(" {text}")));
            }
        }
    }
    for text in
        ["A/RES/4/5", "A/RES/62/0175", "A/RES/62/", "A/RES/62/1755", "A/RES/62/17A", "A/RES/62/175 A", "A/RES/39/1"]
    {
        assert!(!super::spelling::is_plain(text), "{text}");
    }
}

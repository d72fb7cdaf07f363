use proptest::prelude::*;

use super::*;

fn symbol(text: &str) -> Symbol {
    Symbol::parse(text).unwrap_or_else(|malformed| panic!("{text}: {malformed}"))
}

/// What is found in a text: the text of each place, and the symbol or the fault with what was meant.
fn found(text: &str) -> Vec<String> {
    let show = |found: &Found| match &found.symbol {
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

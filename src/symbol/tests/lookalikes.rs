//! What merely resembles a symbol, or isn't one yet: it is left alone.

use super::*;

/// Nothing at all is found in these texts.
#[track_caller]
fn nothing_in(texts: &[&str]) {
    let all: Vec<_> = texts.iter().map(|text| (text, found(text))).filter(|(_, found)| !found.is_empty()).collect();
    assert!(all.is_empty(), "{all:#?}");
}

/// These texts have symbols, and all of them are well-formed.
#[track_caller]
fn nothing_malformed_in(texts: &[&str]) {
    for text in texts {
        let all = scan(text);
        assert!(!all.is_empty() && all.iter().all(|found| found.symbol.is_ok()), "{text}: {:?}", found(text));
    }
}

#[test]
fn words_with_a_slash() {
    nothing_in(&[
        "States and/or organizations, AND/OR others",
        "his/her vessel, s/he and he/she",
        "oui/non, et/ou, el/la, y/o, и/или, и/либо, و/أو, 和/或",
        "the A/C unit, the A/R department, the A/P clerk and its A/V equipment",
        "an A/B test, A/B testing, the A/B/C groups, type A/H1N1 and A/H5N1",
        "the E/M field, the S/N ratio, S/N 12345, S/N: 12345",
        "c/o the Secretariat, w/o delay, b/w copies, p/p/s",
        "TCP/IP, CD/DVD, I/O, OS/2, PS/2, AS/400, S/4HANA, T/R switch",
        "24/7, 9/11, 4/4 time, N/A, n/a, N/A/N/A",
        "Afghanistan/Pakistan, Africa/Asia, S/SE Asia, E/W divide, N/S corridor",
        "A/L 5 days, A/R 5 days, S/R-5 unit, E/L.",
        "men/women/children, A/63, T/12, A/RES, A/HRC",
        "the RES/DEC forms, L/R balance, A/S Lighthouse 63/195, Lighthouse A/S",
        "tres/2/3, dec/3/4, ares/2/5, ARES/2/5, ÀRES/63/195",
    ]);
}

#[test]
fn numbers_with_a_slash() {
    nothing_in(&[
        "1/2, 3/4 and 2/3 of the vote, 24/7",
        "on 18/12/2008, 2008/12/18, 12/2008, 18/XII/2008, 2008/2009",
        "the season 2008/09, the biennium 2008/2009, le biennium 2008/2009",
        "resolutions 62/175, 63/195 and 2007/12, S-20/2 and ES-10/24",
        "résolutions 63/195 A et B, 217 A (III), 1325 (2000)",
        "ratio 31/63/195, blood pressure 120/80, A 120/80",
        "page 2/5, 2/5, (12/34), 12/34/56",
        "ISBN 978-92-1-101370-2, ISSN 0252-7014, ISBN 92/1/101370",
        "phone 212/963-1234, +1/212/963/1234",
        "A 63/195 ratio, option A 63/195",
        "5 km/h, 10 m/s, 63 USD/kg, 195 t/a, 20 mg/l, 1/m",
        "versions 1.2/1.3/1.4, IPv4/IPv6, 10.0.0.0/8, fe80::/10",
    ]);
}

#[test]
fn addresses_and_paths() {
    nothing_in(&[
        "https://undocs.org/A/RES/63/195",
        "https://undocs.org/en/a/res/63/195 and http://undocs.org/S/RES/1325(2000)",
        "undocs.org/A/RES/63/195, docs.un.org/en/A/77/692",
        "www.un.org/ga/search/view_doc.asp?symbol=A/RES/63/195",
        "https://digitallibrary.un.org/record/643213?ln=en#A/RES/63/195",
        r"C:\A\RES\63, C:\A\77\692, D:\S\2013\210",
        "/srv/A/RES/63/195, ~/A/77/692, ./A/77/692, ../a/63/195",
        "src/a/63/195.rs, docs/E/2007/30.pdf, a/63/195.txt, s/2013/210.html",
        "mailto:a/b@example.org, a/63@example.org",
        "A_RES_63_195.pdf, A-RES-63-195.pdf, a_res_63_195.docx",
        "s3://bucket/A/77/692, file:///A/77/692, git@host:A/77/692",
        "#A/77/692, @A/77/692, x=A/77/692, %2FA/77/692",
        "<a/63/b>, </a>, <br/>, </p>",
        "diff --git a/src/e.rs b/src/e.rs, a/fold/63.rs",
        "doi:10.1000/182, https://doi.org/10.1000/A/77/692",
        "and A／B, Ａ／Ｂ",
    ]);
}

#[test]
fn laws_of_states_and_unions() {
    nothing_in(&[
        "Directive 2008/115/EC, Directive 2005/60/EC, la directive 2008/115/CE",
        "Regulation (EU) 2016/679, Regulation (EC) No 1049/2001, Decision 2010/48/EC",
        "Law No. 12/2005, Law A/2005, Loi n° 63/195, Ley 12/2005, закон № 63/195",
        "NO/2/2019, Act 63/1995, Decree-Law 195/63, Legislative Decree No. 63/195",
        "UK S.I. 2019/12, S.I. 1995/63, SI 2019/123, S.R. 2019/5",
        "Indian S.O. 123(E), G.S.R. 63(E), S.O. 63/195(E)",
        "S. Res. 195, S.Res. 63, H.R. 63/195, S.RES. 1325, S 1325/2000, A.B. 63/195",
        "GE/2/2019, P/2019/12, Gov/12, L/2019/12",
        "Case C-63/195, Case T-12/19, ECHR 63195/08, Application no. 12/2005",
        "Gesetz BGBl. I S. 63/195, StGB § 63/195, BT-Drs. 19/195",
        "القانون رقم 63/195 لسنة 2005، المرسوم 12/2005",
        "第63/195号法令，法律2005/12号",
    ]);
}

#[test]
fn symbols_of_other_organizations() {
    nothing_in(&[
        "WTO L/5640, WT/DS27/AB/R, WT/MIN(05)/DEC, WT/L/540, TRIPS IP/C/W/1, G/AG/N/63, TN/C/W/63",
        "ILO GB.325/INS/5, GB.325/PV, ILC.108/V, ILO C190/63",
        "IAEA INFCIRC/153 (Corrected), INFCIRC/540, GOV/2015/68, GOV/INF/2019/12, GC(66)/RES/9, GC(63)/INF/195",
        "WHO WHA66.10, EB134/2, A66/10, A63/4, A63/INF.DOC./2, EB63/195",
        "UNESCO 39 C/5, 63 EX/195, IOC/A-31/3.5.1, 207 EX/Decision 5",
        "FAO C 2013/20, CL 163/195, CFS 2019/46/2, COFI/2018/5",
        "OSCE MC.DEC/3/11, PC.DEC/1325, CIO.GAL/195/08, MC.DOC/1/19, FSC.DEC/2/10",
        "AU Assembly/AU/Dec.1(I), Assembly/AU/Dec.277 (XVI), EX.CL/Dec.9 (VIII), AHG/Dec.1, PSC/PR/COMM.(CXLII)",
        "OAS AG/RES. 1 (I-O/70), AG/RES. 2907 (XLVII-O/17), CP/RES. 63 (195/03), OEA/Ser.P",
        "ICAO A39-WP/1, A39/WP/1, C-WP/14500, A40-RES/5",
        "IMO A.1070(28), MSC.1/Circ.1234, MSC.428(98), MEPC.1/Circ.63, A 28/Res.1070, RES.A.63/195",
        "OPCW S/1906/2020, S/1975/2021, S/1990/2021, EC-94/DEC.2, C-24/DEC.4",
        "ISO/IEC 27001, ISO/IEC 63/195, IEC/TS 62443, IEEE/ISO, EN/63/195",
        "CM/Rec(2010)5, CM/RES/63, NATO C-M(63)195, PPCG/195, EU A9-0063/2019, COM/2019/195",
        "ASEAN/63/195, CARICOM 63/195, SADC/CM/1/2019, ACP/28/63, ECOWAS A/DEC.5/01, A/DEC.1/12/01, A/RES.1/12/99, A/P.1/7/93",
    ]);
}

#[test]
fn real_symbols_that_look_strange() {
    nothing_malformed_in(&[
        "A/63/195-S/2008/210",
        "A/C.1/63/PV.2–14 and A/C.6/64/SR.1-28",
        "A/AC.105/1260–1265, A/AC.109/1994–96 and A/77/3–5",
        "A/RES/217 A (III), A/RES/3201 (S-VI), A/RES/2252 (ES-V), A/RES/ES-6/2, A/RES/S-8/1",
        "E/RES/1733 (LIV), E/RES/2119 (LXIII), T/RES/2197 (LII), A/RES/3541 (XXX)",
        "A/5700, A/C.6/248, A/C.3/L.1234, E/5678/Rev.1, S/26695, S/12/Add.1, A/520/Rev.15",
        "A/77/L45/Rev.1, A/C.4/79/L16, A/C.4/80/l.9",
        "A/77/6 (Sect. 29A)/Corr.1, A/80/PV.69 (Resumption 1), A/74/5 (Vol. III)",
        "A/INF/63/5, A/BUR/63/1, A/SPC/47/L.5, S/Agenda/8979, S/INF/68",
        "UNEP/EA.5/Res.14, UNEP/GC.27/17, GC.18/Res.9, UNEP/OzL.Pro.28/12",
        "ICCD/COP(14)/23/Add.1, FCCC/CP/2015/10/Add.1, FCCC/PA/CMA/2021/10/Add.1",
        "CEDAW/C/GC/35, CCPR/C/MDA/4, CERD/C/UGA/11-13, A/HRC/WG.6/50/MDV/3",
        "E/CN.4/1995/2-E/CN.4/Sub.2/1994/56, E/CN.4/2006/1, E/CN.17/2013/3, E/1978/12, S/1994/1",
        "ST/SGB/2013/4/Amend.1, ST/SG/AC.10/1/Rev.21, ST/AI/2003/5",
        "A/RES/63/195*, A/77/692**, A/80/L.22/Rev.1*",
        "(A/77/692), “A/77/692”, «A/77/692», A/77/692; A/77/692: A/77/692. 《A/77/692》",
        "见，A/77/692；A/77/693、A/77/694：A/77/695（A/77/696）。A/77/697",
        "A/RES/77/1-3, A/RES/66/254 A-C, A/RES/66/254A",
        "A/RES/92/14 and A/99/1 of a draft that plays in the future",
        "A/77/692 /S/2013/210, A/63/195 / A/63/196",
        "A/80/51 (2025), A/77/692 (2022)",
    ]);
}

#[test]
fn blanks_that_a_draft_leaves() {
    nothing_in(&[
        "A/80/L.___, A/80/L.__/Rev.1, A/80/L.XX, A/80/L.X, A/80/L.xx",
        "80/___ of __ December 2025, 80/... du ... décembre, 80/XX",
        "A/RES/80/___, A/RES/80/XX, A/RES/80/…, A/RES/80/..., A/RES/__/__",
        "A/C.3/80/L.__, A/C.3/80/L.…, A/C.3/80/L.[...], A/C.3/80/L.(…)",
        "S/RES/____ (2025), S/RES/[...] (2025), S/RES/2719 [(2023)], S/2025/___",
        "E/RES/2025/___, E/2025/L.__, E/RES/____/__, A/HRC/60/L.__",
        "A/HRC/RES/60/__, A/HRC/60/__, A/HRC/__/__",
        "A/[80]/L.[  ], A/RES/78/[xx], A/RES/78/[ ], A/__/L.1",
        "第80/___号决议，A/80/L.___，A/80/……",
        "القرار 80/___ والوثيقة A/80/L.___",
        "резолюция 80/___ и документ A/80/L.___, A/80/L.--, A/80/L.№",
        "A/RES/9..., A/…, A/C.3/80/L., A/80/L.?, A/80/L.#",
    ]);
}

#[test]
fn leaves_everything_else_alone() {
    for text in [
        "and/or",
        "24/7",
        "N/A",
        "S/he",
        "ISBN 978-92-1-101370-2",
        "18/12/2008",
        "1/2",
        "A/B testing",
        "TCP/IP",
        "https://undocs.org/en/a/res/77/1",
        "https://undocs.org/A/77/1",
        "www.un.org/en/A/77/1",
        "a/b@example.org",
        r"C:\A\77\692",
        "/home/A/77/692",
        "src/A/77/692",
        "P/2019/12",
        "Law 12/2005",
        "Law No. A/2005",
        "USD/kg",
        "A/80/L.___",
        "A/C.3/80/L.XX",
        "A/RES/80/___",
        "A/80/…",
        "A/RES/80/...",
        "A/RES/9...",
        "A/…",
        "A/C.3/80/L.",
        "GOV/2006/14",
        "WHA 69.2",
        "AHG/Dec.1",
        "Assembly/AU/Dec.277 (XVI)",
        "EX.CL/Dec.9 (VIII)",
        "WT/MIN(05)/DEC",
        "GC(66)/RES/9",
        "и/или",
        "США/77/1",
        "A/H1N1",
        "A/1",
        "E/5",
        "S/2",
        "T/12",
        "AND/OR",
        "CD/DVD",
        "CAT/5",
        "km/h",
        "A/77",
        "A/RES",
        "A/RES/80/XX",
        "IOC/A-31/3.5.1",
        "A/80/L.[...]",
        "A/RES/78/[xx]",
        "А/В",
        r"\d/\d",
        "S/RES/2719 [(2023)]",
        "A/77/692/the",
        "non-A/77/692",
        "xA/77/692",
        "A/77/692b",
        "S/4HANA",
        "A/24/7",
        "http://A/77/692",
        "the S/N ratio",
        "I/O",
        "A/C",
        "A/C.3",
        "E/C.12",
        "A/HRC",
        "A/AC.105",
        "E/CN.7",
        "UNEP/EA.5",
    ] {
        assert_eq!(found(text), [""; 0], "{text}");
        assert_eq!(found(&format!("See {text}, annex")), [""; 0], "{text}");
    }
}

//! Resolutions that are cited by their number rather than by a name.

use super::super::{BLANK, NamesByLanguage, WellKnownInstrument, on};

pub(super) static NUMBERED: &[WellKnownInstrument] = &[
    WellKnownInstrument {
        id: "sc-242",
        symbol: Some("S/RES/242 (1967)"),
        date: on(1967, 11, 22),
        by_number: true,
        names: NamesByLanguage {
            ar: &[],
            en: &["The situation in the Middle East"],
            es: &[],
            fr: &[],
            ru: &[],
            zh: &[],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "sc-338",
        symbol: Some("S/RES/338 (1973)"),
        date: on(1973, 10, 22),
        by_number: true,
        names: NamesByLanguage { ar: &[], en: &["Cease-fire in the Middle East"], es: &[], fr: &[], ru: &[], zh: &[] },
        ..BLANK
    },
    WellKnownInstrument {
        id: "sc-478",
        symbol: Some("S/RES/478 (1980)"),
        date: on(1980, 8, 20),
        by_number: true,
        names: NamesByLanguage {
            ar: &[],
            en: &["Territories occupied by Israel: Jerusalem"],
            es: &[],
            fr: &[],
            ru: &[],
            zh: &[],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "sc-497",
        symbol: Some("S/RES/497 (1981)"),
        date: on(1981, 12, 17),
        by_number: true,
        names: NamesByLanguage {
            ar: &[],
            en: &["Territories occupied by Israel: the Syrian Golan"],
            es: &[],
            fr: &[],
            ru: &[],
            zh: &[],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "sc-827",
        symbol: Some("S/RES/827 (1993)"),
        date: on(1993, 5, 25),
        by_number: true,
        names: NamesByLanguage {
            ar: &[],
            en: &["Establishment of the International Tribunal for the former Yugoslavia"],
            es: &[],
            fr: &[],
            ru: &[],
            zh: &[],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "sc-955",
        symbol: Some("S/RES/955 (1994)"),
        date: on(1994, 11, 8),
        by_number: true,
        names: NamesByLanguage {
            ar: &[],
            en: &["Establishment of the International Tribunal for Rwanda"],
            es: &[],
            fr: &[],
            ru: &[],
            zh: &[],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "sc-1244",
        symbol: Some("S/RES/1244 (1999)"),
        date: on(1999, 6, 10),
        by_number: true,
        names: NamesByLanguage { ar: &[], en: &["The situation in Kosovo"], es: &[], fr: &[], ru: &[], zh: &[] },
        ..BLANK
    },
    WellKnownInstrument {
        id: "sc-1267",
        symbol: Some("S/RES/1267 (1999)"),
        date: on(1999, 10, 15),
        by_number: true,
        names: NamesByLanguage { ar: &[], en: &["The situation in Afghanistan"], es: &[], fr: &[], ru: &[], zh: &[] },
        ..BLANK
    },
    WellKnownInstrument {
        id: "sc-1325",
        symbol: Some("S/RES/1325 (2000)"),
        date: on(2000, 10, 31),
        by_number: true,
        names: NamesByLanguage {
            ar: &["المرأة والسلام والأمن"],
            en: &["Women and peace and security"],
            es: &["Las mujeres y la paz y la seguridad"],
            fr: &["Les femmes et la paix et la sécurité"],
            ru: &[],
            zh: &["妇女与和平与安全"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "sc-1373",
        symbol: Some("S/RES/1373 (2001)"),
        date: on(2001, 9, 28),
        by_number: true,
        names: NamesByLanguage {
            ar: &[],
            en: &["Threats to international peace and security caused by terrorist acts"],
            es: &[],
            fr: &[],
            ru: &[],
            zh: &[],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "sc-1397",
        symbol: Some("S/RES/1397 (2002)"),
        date: on(2002, 3, 12),
        by_number: true,
        names: NamesByLanguage {
            ar: &[],
            en: &["The situation in the Middle East, including the Palestinian question"],
            es: &[],
            fr: &[],
            ru: &[],
            zh: &[],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "sc-1515",
        symbol: Some("S/RES/1515 (2003)"),
        date: on(2003, 11, 19),
        by_number: true,
        names: NamesByLanguage {
            ar: &[],
            en: &["The road map to a permanent two-State solution to the Israeli-Palestinian conflict"],
            es: &[],
            fr: &[],
            ru: &[],
            zh: &[],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "sc-1540",
        symbol: Some("S/RES/1540 (2004)"),
        date: on(2004, 4, 28),
        by_number: true,
        names: NamesByLanguage {
            ar: &[],
            en: &["Non-proliferation of weapons of mass destruction"],
            es: &[],
            fr: &["Non-prolifération des armes de destruction massive"],
            ru: &[],
            zh: &[],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "sc-1612",
        symbol: Some("S/RES/1612 (2005)"),
        date: on(2005, 7, 26),
        by_number: true,
        names: NamesByLanguage {
            ar: &[],
            en: &["Children and armed conflict"],
            es: &[],
            fr: &["Les enfants et les conflits armés"],
            ru: &[],
            zh: &[],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "sc-1645",
        symbol: Some("S/RES/1645 (2005)"),
        date: on(2005, 12, 20),
        by_number: true,
        names: NamesByLanguage { ar: &[], en: &["Post-conflict peacebuilding"], es: &[], fr: &[], ru: &[], zh: &[] },
        ..BLANK
    },
    WellKnownInstrument {
        id: "sc-1701",
        symbol: Some("S/RES/1701 (2006)"),
        date: on(2006, 8, 11),
        by_number: true,
        names: NamesByLanguage { ar: &[], en: &["The situation in Lebanon"], es: &[], fr: &[], ru: &[], zh: &[] },
        ..BLANK
    },
    WellKnownInstrument {
        id: "sc-1718",
        symbol: Some("S/RES/1718 (2006)"),
        date: on(2006, 10, 14),
        by_number: true,
        names: NamesByLanguage {
            ar: &[],
            en: &["Non-proliferation: Democratic People’s Republic of Korea"],
            es: &[],
            fr: &[],
            ru: &[],
            zh: &[],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "sc-1820",
        symbol: Some("S/RES/1820 (2008)"),
        date: on(2008, 6, 19),
        by_number: true,
        names: NamesByLanguage {
            ar: &[],
            en: &["Women and peace and security: sexual violence"],
            es: &[],
            fr: &[],
            ru: &[],
            zh: &[],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "sc-1860",
        symbol: Some("S/RES/1860 (2009)"),
        date: on(2009, 1, 8),
        by_number: true,
        names: NamesByLanguage { ar: &[], en: &["The situation in Gaza"], es: &[], fr: &[], ru: &[], zh: &[] },
        ..BLANK
    },
    WellKnownInstrument {
        id: "sc-1874",
        symbol: Some("S/RES/1874 (2009)"),
        date: on(2009, 6, 12),
        by_number: true,
        names: NamesByLanguage {
            ar: &[],
            en: &["Non-proliferation: Democratic People’s Republic of Korea"],
            es: &[],
            fr: &[],
            ru: &[],
            zh: &[],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "sc-1888",
        symbol: Some("S/RES/1888 (2009)"),
        date: on(2009, 9, 30),
        by_number: true,
        names: NamesByLanguage {
            ar: &[],
            en: &["Women and peace and security: sexual violence in armed conflict"],
            es: &[],
            fr: &[],
            ru: &[],
            zh: &[],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "sc-1889",
        symbol: Some("S/RES/1889 (2009)"),
        date: on(2009, 10, 5),
        by_number: true,
        names: NamesByLanguage {
            ar: &[],
            en: &["Women and peace and security: women in peacebuilding"],
            es: &[],
            fr: &[],
            ru: &[],
            zh: &[],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "sc-1960",
        symbol: Some("S/RES/1960 (2010)"),
        date: on(2010, 12, 16),
        by_number: true,
        names: NamesByLanguage {
            ar: &[],
            en: &["Women and peace and security: monitoring of sexual violence"],
            es: &[],
            fr: &[],
            ru: &[],
            zh: &[],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "sc-1966",
        symbol: Some("S/RES/1966 (2010)"),
        date: on(2010, 12, 22),
        by_number: true,
        names: NamesByLanguage {
            ar: &[],
            en: &["Establishment of the International Residual Mechanism for Criminal Tribunals"],
            es: &[],
            fr: &[],
            ru: &[],
            zh: &[],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "sc-2118",
        symbol: Some("S/RES/2118 (2013)"),
        date: on(2013, 9, 27),
        by_number: true,
        names: NamesByLanguage {
            ar: &[],
            en: &["Chemical weapons in the Syrian Arab Republic"],
            es: &[],
            fr: &[],
            ru: &[],
            zh: &[],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "sc-2178",
        symbol: Some("S/RES/2178 (2014)"),
        date: on(2014, 9, 24),
        by_number: true,
        names: NamesByLanguage {
            ar: &[],
            en: &["Threats to international peace and security caused by terrorist acts: foreign terrorist fighters"],
            es: &[],
            fr: &[],
            ru: &[],
            zh: &[],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "sc-2202",
        symbol: Some("S/RES/2202 (2015)"),
        date: on(2015, 2, 17),
        by_number: true,
        names: NamesByLanguage {
            ar: &[],
            en: &["The Minsk agreements on Ukraine"],
            es: &[],
            fr: &[],
            ru: &[],
            zh: &[],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "sc-2231",
        symbol: Some("S/RES/2231 (2015)"),
        date: on(2015, 7, 20),
        by_number: true,
        names: NamesByLanguage {
            ar: &[],
            en: &["The Joint Comprehensive Plan of Action on the nuclear programme of the Islamic Republic of Iran"],
            es: &[],
            fr: &[],
            ru: &[],
            zh: &[],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "sc-2242",
        symbol: Some("S/RES/2242 (2015)"),
        date: on(2015, 10, 13),
        by_number: true,
        names: NamesByLanguage {
            ar: &["المرأة والسلام والأمن"],
            en: &["Women and peace and security"],
            es: &["Las mujeres y la paz y la seguridad"],
            fr: &["Les femmes et la paix et la sécurité"],
            ru: &[],
            zh: &["妇女与和平与安全"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "sc-2250",
        symbol: Some("S/RES/2250 (2015)"),
        date: on(2015, 12, 9),
        by_number: true,
        names: NamesByLanguage {
            ar: &["الشباب والسلام والأمن"],
            en: &["Youth, peace and security"],
            es: &[],
            fr: &[],
            ru: &[],
            zh: &[],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "sc-2254",
        symbol: Some("S/RES/2254 (2015)"),
        date: on(2015, 12, 18),
        by_number: true,
        names: NamesByLanguage {
            ar: &[],
            en: &["A political process for the Syrian Arab Republic"],
            es: &[],
            fr: &[],
            ru: &[],
            zh: &[],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "sc-2282",
        symbol: Some("S/RES/2282 (2016)"),
        date: on(2016, 4, 27),
        by_number: true,
        names: NamesByLanguage {
            ar: &[],
            en: &["Review of the United Nations peacebuilding architecture"],
            es: &[],
            fr: &[],
            ru: &[],
            zh: &[],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "sc-2286",
        symbol: Some("S/RES/2286 (2016)"),
        date: on(2016, 5, 3),
        by_number: true,
        names: NamesByLanguage {
            ar: &[],
            en: &["Protection of medical care in armed conflict"],
            es: &[],
            fr: &[],
            ru: &[],
            zh: &[],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "sc-2334",
        symbol: Some("S/RES/2334 (2016)"),
        date: on(2016, 12, 23),
        by_number: true,
        names: NamesByLanguage {
            ar: &[],
            en: &["Israeli settlements in the Occupied Palestinian Territory"],
            es: &[],
            fr: &[],
            ru: &[],
            zh: &[],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "sc-2365",
        symbol: Some("S/RES/2365 (2017)"),
        date: on(2017, 6, 30),
        by_number: true,
        names: NamesByLanguage { ar: &[], en: &["Mine action"], es: &[], fr: &[], ru: &[], zh: &[] },
        ..BLANK
    },
    WellKnownInstrument {
        id: "sc-2370",
        symbol: Some("S/RES/2370 (2017)"),
        date: on(2017, 8, 2),
        by_number: true,
        names: NamesByLanguage {
            ar: &[],
            en: &["Preventing terrorists from acquiring weapons"],
            es: &[],
            fr: &[],
            ru: &[],
            zh: &[],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "sc-2396",
        symbol: Some("S/RES/2396 (2017)"),
        date: on(2017, 12, 21),
        by_number: true,
        names: NamesByLanguage {
            ar: &[],
            en: &[
                "Threats to international peace and security caused by terrorist acts: returning foreign terrorist fighters",
            ],
            es: &[],
            fr: &[],
            ru: &[],
            zh: &[],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "sc-2417",
        symbol: Some("S/RES/2417 (2018)"),
        date: on(2018, 5, 24),
        by_number: true,
        names: NamesByLanguage { ar: &[], en: &["Conflict and hunger"], es: &[], fr: &[], ru: &[], zh: &[] },
        ..BLANK
    },
    WellKnownInstrument {
        id: "sc-2419",
        symbol: Some("S/RES/2419 (2018)"),
        date: on(2018, 6, 6),
        by_number: true,
        names: NamesByLanguage {
            ar: &[],
            en: &["Youth, peace and security: youth in peace processes"],
            es: &[],
            fr: &[],
            ru: &[],
            zh: &[],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "sc-2462",
        symbol: Some("S/RES/2462 (2019)"),
        date: on(2019, 3, 28),
        by_number: true,
        names: NamesByLanguage {
            ar: &[],
            en: &["Combating the financing of terrorism"],
            es: &[],
            fr: &[],
            ru: &[],
            zh: &[],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "sc-2467",
        symbol: Some("S/RES/2467 (2019)"),
        date: on(2019, 4, 23),
        by_number: true,
        names: NamesByLanguage {
            ar: &[],
            en: &["Women and peace and security: sexual violence in conflict"],
            es: &[],
            fr: &[],
            ru: &[],
            zh: &[],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "sc-2475",
        symbol: Some("S/RES/2475 (2019)"),
        date: on(2019, 6, 20),
        by_number: true,
        names: NamesByLanguage {
            ar: &[],
            en: &["Persons with disabilities in armed conflict"],
            es: &[],
            fr: &[],
            ru: &[],
            zh: &[],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "sc-2535",
        symbol: Some("S/RES/2535 (2020)"),
        date: on(2020, 7, 14),
        by_number: true,
        names: NamesByLanguage { ar: &[], en: &["Youth, peace and security"], es: &[], fr: &[], ru: &[], zh: &[] },
        ..BLANK
    },
    WellKnownInstrument {
        id: "ga-181",
        symbol: Some("A/RES/181 (II)"),
        date: on(1947, 11, 29),
        by_number: true,
        names: NamesByLanguage { ar: &[], en: &["Future government of Palestine"], es: &[], fr: &[], ru: &[], zh: &[] },
        ..BLANK
    },
    WellKnownInstrument {
        id: "ga-194",
        symbol: Some("A/RES/194 (III)"),
        date: on(1948, 12, 11),
        by_number: true,
        names: NamesByLanguage {
            ar: &[],
            en: &["Palestine: progress report of the United Nations Mediator"],
            es: &[],
            fr: &[],
            ru: &[],
            zh: &[],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "ga-1541",
        symbol: Some("A/RES/1541 (XV)"),
        date: on(1960, 12, 15),
        by_number: true,
        names: NamesByLanguage {
            ar: &[],
            en: &[
                "Principles which should guide Members in determining whether or not an obligation exists to transmit the information called for under Article 73 e of the Charter",
            ],
            es: &[],
            fr: &[],
            ru: &[],
            zh: &[],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "ga-1803",
        symbol: Some("A/RES/1803 (XVII)"),
        date: on(1962, 12, 14),
        by_number: true,
        names: NamesByLanguage {
            ar: &[],
            en: &["Permanent sovereignty over natural resources"],
            es: &[],
            fr: &[],
            ru: &[],
            zh: &[],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "ga-2758",
        symbol: Some("A/RES/2758 (XXVI)"),
        date: on(1971, 10, 25),
        by_number: true,
        names: NamesByLanguage {
            ar: &[],
            en: &["Restoration of the lawful rights of the People’s Republic of China in the United Nations"],
            es: &[],
            fr: &[],
            ru: &[],
            zh: &[],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "ga-47-191",
        symbol: Some("A/RES/47/191"),
        date: on(1992, 12, 22),
        by_number: true,
        names: NamesByLanguage {
            ar: &[],
            en: &[
                "Institutional arrangements to follow up the United Nations Conference on Environment and Development",
            ],
            es: &[],
            fr: &[],
            ru: &[],
            zh: &[],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "ga-48-141",
        symbol: Some("A/RES/48/141"),
        date: on(1993, 12, 20),
        by_number: true,
        names: NamesByLanguage {
            ar: &[],
            en: &["High Commissioner for the promotion and protection of all human rights"],
            es: &[],
            fr: &[],
            ru: &[],
            zh: &[],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "ga-60-180",
        symbol: Some("A/RES/60/180"),
        date: on(2005, 12, 20),
        by_number: true,
        names: NamesByLanguage { ar: &[], en: &["The Peacebuilding Commission"], es: &[], fr: &[], ru: &[], zh: &[] },
        ..BLANK
    },
    WellKnownInstrument {
        id: "ga-60-251",
        symbol: Some("A/RES/60/251"),
        date: on(2006, 3, 15),
        by_number: true,
        names: NamesByLanguage { ar: &[], en: &["Human Rights Council"], es: &[], fr: &[], ru: &[], zh: &[] },
        ..BLANK
    },
    WellKnownInstrument {
        id: "ga-61-16",
        symbol: Some("A/RES/61/16"),
        date: on(2006, 11, 20),
        by_number: true,
        names: NamesByLanguage {
            ar: &[],
            en: &["Strengthening of the Economic and Social Council"],
            es: &[],
            fr: &[],
            ru: &[],
            zh: &[],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "ga-64-292",
        symbol: Some("A/RES/64/292"),
        date: on(2010, 7, 28),
        by_number: true,
        names: NamesByLanguage {
            ar: &[],
            en: &["The human right to water and sanitation"],
            es: &[],
            fr: &[],
            ru: &[],
            zh: &[],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "ga-67-19",
        symbol: Some("A/RES/67/19"),
        date: on(2012, 11, 29),
        by_number: true,
        names: NamesByLanguage {
            ar: &[],
            en: &["Status of Palestine in the United Nations"],
            es: &[],
            fr: &[],
            ru: &[],
            zh: &[],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "ga-67-290",
        symbol: Some("A/RES/67/290"),
        date: on(2013, 7, 9),
        by_number: true,
        names: NamesByLanguage {
            ar: &[],
            en: &["Format and organizational aspects of the high-level political forum on sustainable development"],
            es: &[],
            fr: &[],
            ru: &[],
            zh: &[],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "ga-68-262",
        symbol: Some("A/RES/68/262"),
        date: on(2014, 3, 27),
        by_number: true,
        names: NamesByLanguage {
            ar: &[],
            en: &["Territorial integrity of Ukraine"],
            es: &[],
            fr: &[],
            ru: &[],
            zh: &[],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "ga-70-262",
        symbol: Some("A/RES/70/262"),
        date: on(2016, 4, 27),
        by_number: true,
        names: NamesByLanguage {
            ar: &[],
            en: &["Review of the United Nations peacebuilding architecture"],
            es: &[],
            fr: &[],
            ru: &[],
            zh: &["联合国建设和平架构审查"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "ga-71-243",
        symbol: Some("A/RES/71/243"),
        date: on(2016, 12, 21),
        by_number: true,
        names: NamesByLanguage {
            ar: &[],
            en: &[
                "Quadrennial comprehensive policy review of operational activities for development of the United Nations system",
            ],
            es: &[],
            fr: &[],
            ru: &[],
            zh: &[],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "ga-71-291",
        symbol: Some("A/RES/71/291"),
        date: on(2017, 6, 15),
        by_number: true,
        names: NamesByLanguage {
            ar: &[],
            en: &[
                "Strengthening the capability of the United Nations system to assist Member States in implementing the United Nations Global Counter-Terrorism Strategy",
            ],
            es: &[],
            fr: &[],
            ru: &[],
            zh: &[],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "ga-72-279",
        symbol: Some("A/RES/72/279"),
        date: on(2018, 5, 31),
        by_number: true,
        names: NamesByLanguage {
            ar: &[],
            en: &[
                "Repositioning of the United Nations development system in the context of the quadrennial comprehensive policy review of operational activities for development of the United Nations system",
            ],
            es: &[],
            fr: &[],
            ru: &[],
            zh: &[],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "ga-75-233",
        symbol: Some("A/RES/75/233"),
        date: on(2020, 12, 21),
        by_number: true,
        names: NamesByLanguage {
            ar: &[],
            en: &[
                "Quadrennial comprehensive policy review of operational activities for development of the United Nations system",
            ],
            es: &[],
            fr: &[],
            ru: &[],
            zh: &[],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "ga-76-300",
        symbol: Some("A/RES/76/300"),
        date: on(2022, 7, 28),
        by_number: true,
        names: NamesByLanguage {
            ar: &["حق الإنسان في بيئة نظيفة وصحية ومستدامة"],
            en: &["The human right to a clean, healthy and sustainable environment"],
            es: &["El derecho humano a un medio ambiente limpio, saludable y sostenible"],
            fr: &["Droit à un environnement propre, sain et durable"],
            ru: &["Право человека на чистую, здоровую и устойчивую окружающую среду"],
            zh: &["享有清洁、健康和可持续环境的人权"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "ga-es-11-1",
        symbol: Some("A/RES/ES-11/1"),
        date: on(2022, 3, 2),
        by_number: true,
        names: NamesByLanguage { ar: &[], en: &["Aggression against Ukraine"], es: &[], fr: &[], ru: &[], zh: &[] },
        ..BLANK
    },
    WellKnownInstrument {
        id: "ga-68-268",
        symbol: Some("A/RES/68/268"),
        date: on(2014, 4, 9),
        by_number: true,
        names: NamesByLanguage {
            ar: &[],
            en: &["Strengthening and enhancing the effective functioning of the human rights treaty body system"],
            es: &[],
            fr: &[],
            ru: &[],
            zh: &["加强和增进人权条约机构体系有效运作"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "ga-50-227",
        symbol: Some("A/RES/50/227"),
        date: on(1996, 5, 24),
        by_number: true,
        names: NamesByLanguage {
            ar: &[],
            en: &[
                "Further measures for the restructuring and revitalization of the United Nations in the economic, social and related fields",
            ],
            es: &[],
            fr: &[],
            ru: &[],
            zh: &[],
        },
        ..BLANK
    },
];
